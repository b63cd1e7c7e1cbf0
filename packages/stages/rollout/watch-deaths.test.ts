import { expect, it } from "@jest/globals";

import type { AnalysisState } from "#analysis";

import { play } from "../test/play.ts";

const minute = 60_000;

it("a successor goes on with the rest of the window: no watch begins anew, none is cut short", async () => {
  const undisturbed = await play({});
  const { record, facts, lastedMs } = await play({ deaths: [70_000, 4 * minute, 9 * minute, 13 * minute] });

  expect(record.state).toBe("completed");
  const watched = facts.filter((fact) => fact.type === "watched");
  expect(
    watched.map(({ point, durationMs }) => [point, durationMs >= (point === "production" ? 15 : 1) * minute]),
  ).toEqual([
    ["5%", true],
    ["25%", true],
    ["50%", true],
    ["production", true],
  ]);
  // Each death loses at most what was not noted yet.
  expect(lastedMs - undisturbed.lastedMs).toBeLessThan(4 * 31_000);
  expect(lastedMs).toBeGreaterThanOrEqual(undisturbed.lastedMs);
});

it("a request in the middle of a watch costs it nothing", async () => {
  const undisturbed = await play({});
  const { lastedMs, record } = await play({ people: [[10 * minute, "promote"]] });

  expect(record.state).toBe("completed");
  expect(lastedMs - undisturbed.lastedMs).toBeLessThan(2000);
});

it("evidence survives the death of who gathered it, but for what was not noted", async () => {
  const { record, facts } = await play({ perSecond: 20, strategy: "blue-green", deaths: [7 * minute, 12 * minute] });

  expect(record.state).toBe("completed");
  const watched = facts.findLast((fact) => fact.type === "watched");
  // Fifteen minutes by twenty requests a second, of which each death may lose half a minute.
  expect(watched?.analysis).toMatchObject({ totals: { canary: { requests: expect.any(Number) } } });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was one when it was recorded
  const { totals } = (watched?.analysis ?? {}) as unknown as Partial<AnalysisState>;
  expect(totals?.canary.requests).toBeGreaterThan(20 * 60 * 13.5);
  expect(watched?.requests).toBe(totals?.canary.requests);
});

it("the time to answer goes on while nobody drives, and the question is not asked again", async () => {
  const { record, facts, at } = await play({ silent: (ms) => ms > 40_000, deaths: [4 * minute, 8 * minute] });

  const asked = facts.filter(({ type }) => type === "asked");
  expect(asked).toHaveLength(1);
  const verdict = facts.find(({ type }) => type === "verdict");
  expect(at(verdict) - at(asked[0])).toBe(10 * minute);
  expect(record.verdict?.trigger).toBe("not-proved");
});

it("a long watch is noted every half minute, and not more often", async () => {
  const { facts } = await play({});

  const noted = facts.filter(({ type }) => type === "watching");
  expect(noted.length).toBeGreaterThan(20);
  // 18 minutes in all.
  expect(noted.length).toBeLessThanOrEqual(36);
});
