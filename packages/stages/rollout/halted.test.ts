import { expect, it } from "@jest/globals";

import { play } from "../test/play.ts";

const minute = 60_000;
const type = "hotfix";

it("a hotfix whose smoke tests fail at 5 % halts there, asks, and goes back after 10 minutes (11)", async () => {
  const { record, facts, at, told, percent } = await play({ type, smoke: ({ percent: at5 }) => at5 !== 5 });

  const asked = facts.find(({ type: fact }) => fact === "asked");
  expect(told).toContain(at(asked));
  expect(asked).toMatchObject({ trigger: "smoke-test-failure", point: "halt at 5 percent" });
  const verdict = facts.find(({ type: fact }) => fact === "verdict");
  expect(Math.abs(at(verdict) - at(asked) - 10 * minute)).toBeLessThan(2000);
  expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "smoke-test-failure" } });
  expect(percent).toBe(0);
});

it("promote runs the smoke tests again at that share, and goes on when they are green (11)", async () => {
  const { record, facts } = await play({
    type,
    smoke: ({ point }) => point !== "5%",
    people: [[3 * minute, "promote"]],
  });

  expect(record.state).toBe("completed");
  const tested = facts.filter((fact) => fact.type === "smoke-finished");
  expect(tested.map(({ point, status }) => `${point} ${status}`)).toEqual([
    "5% failed",
    "5% (2) passed",
    "25% passed",
    "100% passed",
  ]);
});

it("promote with smoke tests that stay red halts again, and the time to decide does not begin anew (11)", async () => {
  const { record, facts, at } = await play({
    type,
    smoke: ({ percent }) => percent !== 25,
    people: [[6 * minute, "promote"]],
  });

  const asked = facts.filter((fact) => fact.type === "asked");
  expect(asked).toHaveLength(2);
  expect(new Set(asked.map(({ until }) => until)).size).toBe(1);
  expect(record.verdict).toMatchObject({ trigger: "smoke-test-failure" });
  const verdict = facts.find(({ type: fact }) => fact === "verdict");
  expect(Math.abs(at(verdict) - at(asked[0]) - 10 * minute)).toBeLessThan(2000);
});

it("metrics take a halted hotfix back at once (11)", async () => {
  const { record, lastedMs } = await play({
    type,
    perSecond: 100,
    smoke: ({ percent }) => percent !== 5,
    candidate: (ms) => (ms > 2 * minute ? { errors: 0.5 } : {}),
  });

  expect(record.verdict?.trigger).toBe("error-rate-spike");
  expect(lastedMs).toBeLessThan(3 * minute);
});

it("at 100 % smoke tests take it back without a question (11)", async () => {
  const { record, facts } = await play({ type, smoke: ({ percent }) => percent !== 100 });

  expect(record.verdict?.trigger).toBe("smoke-test-failure");
  expect(facts.filter(({ type: fact }) => fact === "asked")).toEqual([]);
});

it("its metrics decide for 5 minutes, its health is checked for 15, and the clock says when it served everybody (38)", async () => {
  const { record, facts } = await play({ type });

  const watched = facts.filter((fact) => fact.type === "watched");
  const times = watched.map(({ point, durationMs }) => [point, Math.round(durationMs / minute)]);
  expect(times.slice(-2)).toEqual([
    ["production", 5],
    ["health", 10],
  ]);
  expect(record.hotfixServed).toMatchObject({ targetMs: 15 * minute });
  // Half a minute to measure what served, and two steps of a minute.
  expect(record.hotfixServed?.durationMs).toBe(2.5 * minute);
  expect(record.warnings).toEqual([]);
});

it("its clock leaves waits for people out, and more than it may take is a warning (38)", async () => {
  const halted = {
    type,
    smoke: ({ point }: { point: string }) => point !== "5%",
    people: [[9 * minute, "promote"]],
  } as const;
  expect((await play(halted)).record.hotfixServed?.durationMs).toBeLessThan(3 * minute);

  const slow = await play({ type, config: "hotfix: { clock: 2m }" });

  expect(slow.record.warnings).toEqual([expect.stringContaining("2.5 min from the start of its gates")]);
});
