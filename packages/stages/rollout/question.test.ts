import { describe, expect, it } from "@jest/globals";

import type { Fact } from "#machine";

import { play, type Play } from "../test/play.ts";

const minute = 60_000;

/** Nobody knows how the version does: people are asked whether it goes on. */
const doubted: Play = { silent: (ms) => ms > 40_000 };
/** Its clients prove it bad within seconds: people are asked whether it goes back. */
const proved: Play = {
  perSecond: 200,
  candidate: (ms) => ({ errors: ms < 5 * minute ? 0.3 : 0 }),
  before: () => ({ errors: 0.001 }),
  config: "rollback: { confirm: always }",
};

const verdictOf = (facts: readonly Fact[]) => facts.find(({ type }) => type === "verdict");
const isAsked = (fact: Fact) => fact.type === "asked";

describe.each([
  ["promote", doubted, 4],
  ["rollback", proved, 2],
] as const)("people are asked: %s", (what, scene, minutes) => {
  /** By then they have been asked. */
  const askedBy = minutes * minute;

  it.each<[string, Play]>([
    ["once and again while they think", { deaths: [askedBy, askedBy + minute, askedBy + 5 * minute] }],
    ["as soon as the question is recorded", { diesWith: isAsked }],
    ["and the deadline passes while nobody drives", { deaths: [askedBy + 9.5 * minute] }],
  ])("a process that dies %s does not ask anew, nor give more time", async (_, death) => {
    const { record, facts, at, percent } = await play({ ...scene, ...death });

    const asked = facts.filter(isAsked);
    expect(asked).toMatchObject([{ what }]);
    expect(at(verdictOf(facts)) - at(asked[0])).toBe(10 * minute);
    expect([record.state, percent]).toEqual(["rolled_back", 0]);
  });

  it("two promote at the same instant: it goes on once, and both have their answer", async () => {
    const { facts } = await play({
      ...scene,
      people: [
        [askedBy, "promote"],
        [askedBy, "promote"],
      ],
    });

    const [decided, ...more] = facts.filter(({ type }) => type === "decided");
    expect(decided).toMatchObject({ by: "sarah", environment: "production" });
    expect(more.filter(({ seq }) => seq < (facts.filter(isAsked)[1]?.seq ?? Infinity))).toEqual([]);
    expect(facts.filter(({ type }) => type === "answered")).toMatchObject([
      { outcome: "obeyed" },
      { outcome: "obeyed" },
    ]);
  });

  it.each<[string, NonNullable<Play["people"]>]>([
    [
      "promote, rollback",
      [
        [askedBy, "promote"],
        [askedBy, "rollback"],
      ],
    ],
    [
      "rollback, promote",
      [
        [askedBy, "rollback"],
        [askedBy, "promote"],
      ],
    ],
  ])("one promotes and one rolls back at the same instant: it goes back, whoever was first (%s)", async (_, people) => {
    const { record, facts, percent } = await play({ ...scene, people });

    expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "manual" } });
    expect(facts.filter(({ type }) => type === "verdict")).toHaveLength(1);
    expect(percent).toBe(0);
  });

  it("who answers after the deadline is too late", async () => {
    const { record, facts } = await play({ ...scene, people: [[askedBy + 11 * minute, "promote"]] });

    expect(record.state).toBe("rolled_back");
    expect(facts.some(({ type }) => type === "decided")).toBe(false);
  });

  it("the time to answer is that of the one setting", async () => {
    const config = `${scene.config ?? ""}\nanalysis: { ask: 2m }`;

    const { facts, at } = await play({ ...scene, config });

    expect(at(verdictOf(facts)) - at(facts.find(isAsked))).toBe(2 * minute);
  });
});

it("a hold gives all time where there is doubt, and none against a proof", async () => {
  const people = [[90_000, "hold"]] as const;

  const inDoubt = await play({
    ...doubted,
    people: [
      [4 * minute, "hold"],
      [30 * minute, "rollback"],
    ],
  });
  const proven = await play({ ...proved, people });

  const [asked, verdict] = ["asked", "verdict"].map((type) => proven.facts.find((fact) => fact.type === type));
  expect(proven.at(verdict) - proven.at(asked)).toBe(10 * minute);
  expect(inDoubt.record.verdict?.trigger).toBe("manual");
  // Nor does it hold the way back.
  expect(inDoubt.record.rollback?.phase).toBe("rollback_completed");
});

it("the time that people take to answer is no work of the release: neither the time-out nor the clock counts it", async () => {
  const config = "rollback: { confirm: always }\nanalysis: { ask: 2h }";
  const { record, facts } = await play({
    ...proved,
    config,
    type: "hotfix",
    people: [[80 * minute, "promote"]],
  });

  expect(facts.filter(isAsked)).toHaveLength(1);
  expect(record.state).toBe("completed");
  expect(record.hotfixServed?.durationMs).toBeLessThan(10 * minute);
});
