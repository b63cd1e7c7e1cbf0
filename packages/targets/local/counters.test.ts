import { expect, it } from "@jest/globals";

import { Counters } from "./counters.ts";
import type { ErrorUnit } from "./error-unit.ts";

const client = (name: string): ErrorUnit => ({ name: `client ${name}`, isOneClient: true });
const address = (name: string): ErrorUnit => ({ name: `address ${name}`, isOneClient: false });

function clockAt(startMs: number): { now: () => number; at: number } {
  const clock = { at: startMs, now: () => clock.at };
  return clock;
}

it("counts a request in the second in which it started, and closes a second only when nothing in it runs", () => {
  const clock = clockAt(10_900);
  const counters = new Counters(clock.now);
  const slow = counters.begin("v1", address("a"));
  clock.at = 12_500;
  counters.end(counters.begin("v1", address("b")), "ok");

  expect(counters.read(10_000, 100)).toMatchObject({ upTo: 10_000, bins: [] });
  counters.end(slow, "ok");
  expect(counters.read(10_000, 100)).toEqual({
    upTo: 12_000,
    bins: [
      { t: 10_000, versions: { v1: { requests: 1, errors: 0, slow: 1 } } },
      { t: 11_000, versions: {} },
    ],
    latencies: { v1: [[1600, 1]] },
    crowded: false,
  });
});

it("does not wait for a request that hangs: it is slow, once", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  const hanging = counters.begin("v1", address("a"));
  clock.at = 11_500;

  const first = counters.read(1000, 100);
  counters.end(hanging, "error");

  expect(first.bins[0]).toEqual({ t: 1000, versions: { v1: { requests: 1, errors: 0, slow: 1 } } });
  expect(counters.read(1000, 100).bins[0]).toEqual(first.bins[0]);
});

it("counts one error per address, version and second, and every request", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (const unit of ["a", "a", "b"]) counters.end(counters.begin("v1", address(unit)), "error");
  counters.end(counters.begin("v2", address("a")), "error");
  clock.at = 2000;
  counters.end(counters.begin("v1", address("a")), "error");
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
    const ticket = counters.begin("v1", address("a"));
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
  counters.end(counters.begin("v1", address("a")), "ok");
  clock.at = 900_000;
  counters.end(counters.begin("v1", address("a")), "ok");
  clock.at = 901_000;

  const { bins } = counters.read(0, 100);

  expect(bins[0]?.t).toBe(301_000);
  expect(bins.at(-1)).toEqual({ t: 900_000, versions: { v1: { requests: 1, errors: 0, slow: 0 } } });
});

it("tells a bounded number of addresses apart, and counts every request", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (let n = 0; n < 5000; n += 1) counters.end(counters.begin("v1", address(`${n}`)), "error");
  clock.at = 2000;

  expect(counters.read(1000, 100).bins[0]?.versions).toEqual({ v1: { requests: 5000, errors: 2000, slow: 0 } });
});

it("counts the late error of a second that nobody read, also after its units were forgotten", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  const late = counters.begin("v1", address("b"));
  counters.end(counters.begin("v1", address("a")), "error");
  clock.at = 90_000;
  counters.end(counters.begin("v1", address("a")), "ok");
  counters.end(late, "error");

  expect(counters.read(1000, 100).bins[0]?.versions).toEqual({ v1: { requests: 2, errors: 2, slow: 1 } });
});

/** Sums over what is complete. */
function totalOf(counters: Counters, version: string) {
  const total = { requests: 0, errors: 0 };
  for (const { versions } of counters.read(0, 100).bins) {
    total.requests += versions[version]?.requests ?? 0;
    total.errors += versions[version]?.errors ?? 0;
  }
  return total;
}

it("a client that fails second after second is one error a minute, whichever version it meets; the next minute is another", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (let second = 0; second < 90; second += 1) {
    clock.at = 1000 + second * 1000;
    counters.end(counters.begin(second % 2 === 0 ? "v2" : "v1", client("angry")), "error");
    counters.end(counters.begin("v1", client(`happy ${second}`)), "ok");
  }
  clock.at = 92_000;

  expect(totalOf(counters, "v2")).toEqual({ requests: 2, errors: 2 });
  expect(totalOf(counters, "v1")).toEqual({ requests: 90, errors: 0 });
});

it("who failed is left out of the requests too, so that the ratio is that of clients who have not failed yet", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  const early = counters.begin("v1", client("a"));
  counters.end(counters.begin("v1", client("a")), "error");
  counters.end(early, "ok");
  clock.at = 30_000;
  counters.end(counters.begin("v1", client("a")), "ok");
  counters.end(counters.begin("v1", client("b")), "ok");
  clock.at = 61_000;
  counters.end(counters.begin("v1", client("a")), "ok");
  clock.at = 63_000;

  expect(totalOf(counters, "v1")).toEqual({ requests: 3, errors: 1 });
});

it("four clients that always fail on a twentieth of their requests are four errors within seconds", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  for (let turn = 0; turn < 200; turn += 1) {
    clock.at = 1000 + turn * 50;
    const version = turn % 20 === 7 ? "v2" : "v1";
    counters.end(counters.begin(version, client(`${turn % 9}`)), version === "v2" ? "error" : "ok");
  }
  clock.at = 12_000;

  const { requests, errors } = totalOf(counters, "v2");
  expect(errors).toBe(requests);
  expect(errors).toBeGreaterThanOrEqual(4);
});

it("remembers 100,000 clients; those beyond are told apart within a second, and that is said while it lasts", () => {
  const clock = clockAt(1000);
  const counters = new Counters(clock.now);
  const fail = (name: string) => counters.end(counters.begin("v1", client(name)), "error");
  for (let n = 0; n < 100_000; n += 1) fail(`${n}`);
  clock.at = 2000;
  expect(counters.read(0, 100).crowded).toBe(false);
  for (const at of [2000, 2100, 3000]) {
    clock.at = at;
    fail("one too many");
    fail("7");
  }
  clock.at = 4000;

  expect(totalOf(counters, "v1")).toEqual({ requests: 100_003, errors: 100_002 });
  expect(counters.read(0, 100).crowded).toBe(true);
  clock.at = 63_000;
  fail("one too many");
  expect(counters.read(0, 100).crowded).toBe(false);
});
