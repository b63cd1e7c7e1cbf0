import { expect, it } from "@jest/globals";

import { play } from "./test/play.ts";

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

it("evidence survives the death of who gathered it", async () => {
  const scene = { perSecond: 20, candidate: (ms: number) => (ms > 6 * minute ? { errors: 0.04 } : {}) };
  const alone = await play({ ...scene, strategy: "blue-green" });
  const { record, facts, at } = await play({ ...scene, strategy: "blue-green", deaths: [7 * minute] });

  const latest = alone.at(alone.facts.find(({ type }) => type === "verdict"));
  expect(record.verdict?.trigger).toBe("error-rate-spike");
  expect(at(facts.find(({ type }) => type === "verdict"))).toBeLessThan(latest + 2 * minute);
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
