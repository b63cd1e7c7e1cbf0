import { expect, it } from "@jest/globals";

import { play, type Play } from "../test/play.ts";

const minute = 60_000;

/** Its clients prove it bad, and again after somebody let it go on. */
const bad: Play = {
  perSecond: 200,
  before: () => ({ errors: 0.001 }),
  candidate: () => ({ errors: 0.3 }),
  people: [[2 * minute, "promote"]],
};

it.each([
  ["never", 0],
  ["first-per-release", 1],
  ["always", 2],
])(
  "rollback.confirm: %s asks %d times before a version that is proved bad twice goes back (17)",
  async (when, times) => {
    const { record, facts, percent } = await play({ ...bad, config: `rollback: { confirm: ${when} }` });

    expect(facts.filter((fact) => fact.type === "asked" && fact.what === "rollback")).toHaveLength(times);
    expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "error-rate-spike" } });
    expect(percent).toBe(0);
  },
);

it("a verdict outlives the process that had it, and a version that is well afterwards goes back all the same (27)", async () => {
  const { record, facts, percent } = await play({
    ...bad,
    people: [],
    candidate: (ms) => ({ errors: ms < minute ? 0.3 : 0 }),
    diesWith: ({ type }) => type === "verdict",
  });

  expect(facts.filter(({ type }) => type === "verdict")).toHaveLength(1);
  expect([record.state, percent]).toEqual(["rolled_back", 0]);
});
