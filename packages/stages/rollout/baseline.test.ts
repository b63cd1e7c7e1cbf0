import { expect, it } from "@jest/globals";

import { loadConfig } from "#config";

import { whileMeasured } from "./baseline.ts";
import type { Rollout } from "./rollout-context.ts";
import { virtualClock } from "../test/clock.ts";

const { signal } = new AbortController();

/** What is measured by a monitor that tells of each second so much later, while the work takes no time. */
async function measuredBy({ monitor, lateMs, perSecond }: { monitor: string; lateMs: number; perSecond: number }) {
  const clock = virtualClock(0);
  const text = `environments:\n  production: { monitor: prometheus, monitorSettings: { url: "http://localhost:9090", haproxy: {}, ${monitor} } }\nanalysis: { baseline: 10s }\n`;
  const { config } = loadConfig({
    text,
    path: "release-command.yml",
    targets: ["local"],
    monitors: ["prometheus", "proxy"],
  });
  let told = 0;
  const read = () => {
    const until = Math.max(told, Math.floor((clock.now() - lateMs) / 1000));
    const bins = Array.from({ length: until - told }, (_, index) => ({
      t: (told + index) * 1000,
      canary: { requests: perSecond, errors: 0, slow: 0 },
      baseline: { requests: 0, errors: 0, slow: 0 },
    }));
    told = until;
    return Promise.resolve(bins.length === 0 ? { state: "no-data", reason: "" } : { state: "data", bins });
  };
  const watch = { read, end: () => Promise.resolve() };
  const context = { config, clock, say: () => undefined, monitor: async () => ({ begin: async () => watch }) };
  const rollout = {
    context,
    environment: "production",
    previous: "v1.0.0",
    artifact: { version: "v1.1.0" },
    settings: {},
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of it is met here
  const facts = await whileMeasured(rollout as unknown as Rollout, () => Promise.resolve(), signal);
  return { requests: facts[0]?.requests, lastedMs: clock.now() };
}

it("what served before is measured for as long as a late monitor needs to tell of it", async () => {
  const quick = await measuredBy({ monitor: "scrapeIntervalMs: 1000", lateMs: 2000, perSecond: 3 });
  const slow = await measuredBy({ monitor: "scrapeIntervalMs: 15000", lateMs: 30_000, perSecond: 3 });

  expect(quick).toEqual({ requests: 24, lastedMs: 10_000 });
  expect(slow).toEqual({ requests: 45, lastedMs: 45_000 });
});

it("where nobody asks, it ends as soon as that is certain", async () => {
  const quick = await measuredBy({ monitor: "scrapeIntervalMs: 500", lateMs: 1000, perSecond: 0 });
  const slow = await measuredBy({ monitor: "scrapeIntervalMs: 2000", lateMs: 4000, perSecond: 0 });

  expect([quick.lastedMs, slow.lastedMs]).toEqual([3000, 6000]);
});
