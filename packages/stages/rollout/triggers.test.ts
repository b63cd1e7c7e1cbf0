import { expect, it } from "@jest/globals";

import { play, type Play } from "../test/play.ts";

const minute = 60_000;

const early = (ms: number) => ms > 30_000;

/** Decision 12: whichever comes first. Each row: what happens, and why and when at the latest it goes back. */
it.each<[what: string, trigger: string, withinMs: number, scene: Play]>([
  ["smoke tests fail at 5 %", "smoke-test-failure", 35_000, { smoke: ({ percent }) => percent !== 5 }],
  ["smoke tests fail at 100 %", "smoke-test-failure", 5 * minute, { smoke: ({ percent }) => percent !== 100 }],
  [
    "the plain rule: more than 5 % of errors for 2 minutes",
    "error-rate-spike",
    6 * minute,
    {
      config: "analysis: { judge: threshold }",
      perSecond: 100,
      candidate: (ms) => (early(ms) ? { errors: 0.07 } : {}),
    },
  ],
  [
    "the plain rule: errors up by more than 10 points, in one minute",
    "error-rate-spike",
    3 * minute,
    {
      config: "analysis: { judge: threshold }",
      perSecond: 100,
      before: () => ({ errors: 0.04 }),
      candidate: (ms) => (early(ms) ? { errors: 0.2 } : { errors: 0.04 }),
    },
  ],
  [
    "7 % of errors, proved",
    "error-rate-spike",
    2 * minute,
    { perSecond: 100, candidate: (ms) => (early(ms) ? { errors: 0.07 } : {}) },
  ],
  [
    "errors up by 15 points at 5 % of the traffic, proved within seconds",
    "error-rate-spike",
    45_000,
    { perSecond: 500, before: () => ({ errors: 0.01 }), candidate: (ms) => (early(ms) ? { errors: 0.16 } : {}) },
  ],
  [
    "errors only after all traffic was switched, and nothing serves beside it",
    "error-rate-spike",
    7 * minute,
    { strategy: "blue-green", perSecond: 50, candidate: (ms) => (ms > 6 * minute ? { errors: 0.06 } : {}) },
  ],
  [
    "slow, and a sign of errors beside it",
    "latency",
    4 * minute,
    {
      perSecond: 300,
      candidate: (ms) => (early(ms) ? { slow: 0.5, errors: 0.008 } : { errors: 0.001 }),
      before: () => ({ errors: 0.001 }),
    },
  ],
  [
    "CPU over its bound for a minute, and a sign of errors beside it that proves nothing yet",
    "resources",
    10 * minute,
    {
      perSecond: 40,
      resources: (ms) => ({ cpu: early(ms) ? 0.97 : 0.3, memory: 0.3 }),
      before: () => ({ errors: 0.01 }),
      candidate: (ms) => ({ errors: early(ms) ? 0.03 : 0.01 }),
    },
  ],
  ["3 health checks in a row fail", "health-check-failure", 2.5 * minute, { healthy: (ms) => !early(ms) }],
  ["deploying hangs for an hour", "deployment-timeout", 31 * minute, { shiftMs: 60 * minute }],
  ["a person asks for it", "manual", 2 * minute + 6000, { people: [[2 * minute, "rollback"]] }],
])("%s → %s", async (_, trigger, withinMs, scene) => {
  const { record, facts, at, percent } = await play(scene);

  expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger } });
  expect(at(facts.find(({ type }) => type === "verdict"))).toBeLessThan(withinMs);
  expect(percent).toBe(0);
});

it.each<[string, Play]>([
  ["two health checks that fail, and then none", { healthy: (ms) => ms < 70_000 || ms > 125_000 }],
  [
    "4 % of errors by the plain rule, and then none",
    {
      config: "analysis: { judge: threshold }",
      perSecond: 100,
      candidate: (ms) => (ms > 6 * minute && ms < 9 * minute ? { errors: 0.04 } : {}),
    },
  ],
  [
    "steps that take half an hour together, since that is no work",
    {
      config: "environments: { production: { stepTime: 12m, deploymentTimeout: 50m } }",
    },
  ],
])("%s are no trigger", async (_, scene) => {
  expect((await play(scene)).record.state).toBe("completed");
});

it("slowness without any sign of errors asks people, and does not roll back (12, 41)", async () => {
  const { record, facts } = await play({
    perSecond: 100,
    candidate: () => ({ slow: 0.5 }),
    people: [[3 * minute, "promote"]],
  });

  expect(facts.filter(({ type }) => type === "asked").length).toBeGreaterThan(0);
  expect(record.verdict?.trigger).not.toBe("latency");
});

it.each<[string, Play, string]>([
  ["3 % of errors break its bound of 1 %", { candidate: () => ({ errors: 0.03 }) }, "fails"],
  ["nothing of note", {}, "production"],
])("staging: %s", async (_, scene, word) => {
  const { record, lastedMs } = await play({ in: "staging", perSecond: 20, ...scene });

  if (word === "production") expect([record.state, lastedMs]).toEqual(["production", 5 * minute + 30_000]);
  else expect(record).toMatchObject({ state: "failed", failure: { failureReason: expect.stringContaining(word) } });
});
