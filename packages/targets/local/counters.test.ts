import { expect, it } from "@jest/globals";

import { Counters } from "./counters.ts";

function clockAt(startMs: number): { now: () => number; at: number } {
  const clock = { at: startMs, now: () => clock.at };
  return clock;
}

it("counts a request in the second in which it started, and closes a second only when nothing in it runs", () => {
  const clock = clockAt(10_900);
  const counters = new Counters(clock.now);
  const slow = counters.begin("v1", "a");
  clock.at = 12_500;
  counters.end(counters.begin("v1", "b"), "ok");

  expect(counters.read(10_000, 100)).toMatchObject({ upTo: 10_000, bins: [] });
  counters.end(slow, "ok");
  expect(counters.read(10_000, 100)).toEqual({
    upTo: 12_000,
    bins: [
      { t: 10_000, versions: { v1: { requests: 1, errors: 0, slow: 1 } } },
      { t: 11_000, versions: {} },
    ],
    latencies: { v1: [[1600, 1]] },
  });
});

it("does not wait for a request that hangs: it is slow, once", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  const hanging = counters.begin("v1", "a");
  clock.at = 11_500;

  const first = counters.read(1000, 100);
  counters.end(hanging, "error");

  expect(first.bins[0]).toEqual({ t: 1000, versions: { v1: { requests: 1, errors: 0, slow: 1 } } });
  expect(counters.read(1000, 100).bins[0]).toEqual(first.bins[0]);
});

it("counts one error per unit, version and second, and every request", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (const unit of ["a", "a", "b"]) counters.end(counters.begin("v1", unit), "error");
  counters.end(counters.begin("v2", "a"), "error");
  clock.at = 2000;
  counters.end(counters.begin("v1", "a"), "error");
  clock.at = 3000;

  expect(counters.read(1000, 100).bins.map(({ versions }) => versions)).toEqual([
    { v1: { requests: 3, errors: 2, slow: 0 }, v2: { requests: 1, errors: 1, slow: 0 } },
    { v1: { requests: 1, errors: 1, slow: 0 } },
  ]);
});

it("calls slow what took longer than the bound, not what took as long", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (const tookMs of [100, 101, 99.2]) {
    const ticket = counters.begin("v1", "a");
    clock.at += tookMs;
    counters.end(ticket, "ok");
  }
  clock.at = 5000;

  const slowOver = (slowMs: number): number | undefined => counters.read(1000, slowMs).bins[0]?.versions["v1"]?.slow;
  expect([99, 100, 101].map(slowOver)).toEqual([3, 1, 0]);
});

it("forgets after ten minutes, and a reader who comes later sees the gap by the first bin's time", () => {
  const clock = clockAt(0);
  const counters = new Counters(clock.now);
  counters.end(counters.begin("v1", "a"), "ok");
  clock.at = 900_000;
  counters.end(counters.begin("v1", "a"), "ok");
  clock.at = 901_000;

  const { bins } = counters.read(0, 100);

  expect(bins[0]?.t).toBe(301_000);
  expect(bins.at(-1)).toEqual({ t: 900_000, versions: { v1: { requests: 1, errors: 0, slow: 0 } } });
});

it("tells a bounded number of units apart, and counts every request", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (let n = 0; n < 5000; n += 1) counters.end(counters.begin("v1", `client ${n}`), "error");
  clock.at = 2000;

  expect(counters.read(1000, 100).bins[0]?.versions).toEqual({ v1: { requests: 5000, errors: 2000, slow: 0 } });
});

it("counts the late error of a second that nobody read, also after its units were forgotten", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  const late = counters.begin("v1", "b");
  counters.end(counters.begin("v1", "a"), "error");
  clock.at = 90_000;
  counters.end(counters.begin("v1", "a"), "ok");
  counters.end(late, "error");

  expect(counters.read(1000, 100).bins[0]?.versions).toEqual({ v1: { requests: 2, errors: 2, slow: 1 } });
});
