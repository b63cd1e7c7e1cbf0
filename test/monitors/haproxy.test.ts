import { setTimeout as pause } from "node:timers/promises";

import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";

import { openMonitor, type Monitor, type Reading, type Watch } from "#monitors";
import { loadTarget, type Target } from "#targets";

import { sampleArtifact, serving } from "../../packages/targets/contract.ts";
import { findHaproxy, openHaproxy, type HaproxyWorld } from "../../packages/targets/haproxy/world.ts";
import { findPrometheus, scrapeMs, startPrometheus, type Prometheus } from "./prometheus-server.ts";

jest.setTimeout(60_000);

const programs = { haproxy: findHaproxy(), prometheus: findPrometheus() };
const isHere = programs.haproxy !== undefined && programs.prometheus !== undefined;
const clock = {
  now: Date.now,
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};
const { signal } = new AbortController();
let world: HaproxyWorld;
let prometheus: Prometheus;
let watch: Watch | undefined;

beforeEach(async () => {
  if (!isHere) return;
  world = await openHaproxy(programs.haproxy ?? "");
  prometheus = await startPrometheus(programs.prometheus ?? "", [new URL(world.metricsUrl).host]);
});

afterEach(async () => {
  await watch?.end();
  watch = undefined;
});

afterAll(async () => {
  if (!isHere) return;
  await prometheus.remove();
  await world.end();
});

const target = (): Promise<Target> =>
  loadTarget("haproxy", {
    environment: "production",
    settings: world.settings,
    workDirectory: world.directory,
    env: process.env,
    clock,
    signal,
  });

/** The monitor as a release opens it: the target says on which servers a version is. */
async function monitor(): Promise<Monitor> {
  const { url, revisions } = await (await target()).observe();
  const serversOf = (version: string) => revisions.find((one) => one.version === version)?.servers;
  const settings = { url: prometheus.url, haproxy: { proxy: "app" }, scrapeIntervalMs: scrapeMs };
  return openMonitor("prometheus", settings, { url, headersFor: () => ({}), serversOf, clock, fetch });
}

/** Prometheus takes seconds before its first scrape. */
async function scraped(): Promise<void> {
  const at = `${prometheus.url}/api/v1/query?query=haproxy_server_http_responses_total`;
  while (!(await (await fetch(at)).text()).includes("blue1")) await pause(20);
}

interface Count {
  readonly requests: number;
  readonly errors: number;
}
type Counts = Readonly<Record<string, Count>>;

const none: Count = { requests: 0, errors: 0 };
const more = (before: Count = none, { requests, errors }: Count): Count => ({
  requests: before.requests + requests,
  errors: before.errors + errors,
});

/** So many requests, one in seven of which fails: by version, what clients were answered. */
async function askFor(requests: number): Promise<Counts> {
  const met: Record<string, Count> = {};
  for (let n = 0; n < requests; n += 1) {
    const response = await fetch(`${String(world.settings["url"])}${n % 7 === 3 ? "/status/503" : "/"}`);
    const version = await response.text();
    met[version] = more(met[version], { requests: 1, errors: response.status === 503 ? 1 : 0 });
  }
  return met;
}

/** Reads until so many requests were told; nothing else may come after them. */
async function told(reads: Watch, wanted: number): Promise<Counts> {
  const readings: Reading[] = [];
  let [canary, baseline] = [none, none];
  const take = async () => {
    const reading = await reads.read();
    readings.push(reading);
    for (const bin of "bins" in reading ? reading.bins : []) {
      canary = more(canary, bin.canary);
      baseline = more(baseline, bin.baseline);
    }
  };
  for (let tries = 0; canary.requests + baseline.requests < wanted; tries += 1) {
    if (tries > 200) throw new Error(`${wanted} requests are not told: ${JSON.stringify(readings.slice(-3))}`);
    await take();
    await pause(50);
  }
  await pause(4 * scrapeMs);
  await take();
  return { "v1.1.0": canary, "v1.0.0": baseline };
}

(isHere ? describe : describe.skip)("HAProxy's exporter, by way of a real Prometheus", () => {
  it("tells exactly what each version answered, from the first canary step until all traffic is back", async () => {
    await serving(target, "v1.0.0", signal);
    await askFor(40);
    const candidate = sampleArtifact("v1.1.0");
    await (await target()).prepare(candidate, signal);
    await scraped();
    await pause(2 * scrapeMs);
    const reads = (watch = await (
      await monitor()
    ).begin({ canary: "v1.1.0", baseline: "v1.0.0", slowMs: 500, signal }));

    await (await target()).shift(candidate, 10, signal);
    const atTen = await askFor(200);
    expect([atTen["v1.1.0"]?.requests, atTen["v1.0.0"]?.requests]).toEqual([20, 180]);
    expect(await told(reads, 200)).toEqual(atTen);

    await (await target()).shift(candidate, 50, signal);
    const atHalf = await askFor(100);
    expect(atHalf["v1.1.0"]?.requests).toBe(50);
    expect(await told(reads, 100)).toEqual(atHalf);

    await (await target()).rollback("v1.0.0", signal);
    expect(await told(reads, 0)).toEqual({ "v1.1.0": none, "v1.0.0": none });
    const back = await askFor(30);
    expect(await told(reads, 30)).toEqual({ ...back, "v1.1.0": none });
  });
});
