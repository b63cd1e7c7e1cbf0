import { setTimeout as pause } from "node:timers/promises";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";

import { openMonitor, type Bin, type Reading, type Watch } from "#monitors";

import {
  findPrometheus,
  scrapeMs,
  startPrometheus,
  startScraped,
  type Prometheus,
  type Scraped,
} from "./prometheus-server.ts";

jest.setTimeout(60_000);

const program = findPrometheus();
const withPrometheus = program === undefined ? describe.skip : describe;

const clock = {
  now: Date.now,
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};
const { signal } = new AbortController();

const requests = 'requests_total{version="{{version}}"}';
const errors = 'requests_total{version="{{version}}",code=~"5.."}';
const latency = 'seconds_bucket{version="{{version}}"}';
const counted = (version: string, code: number) => `requests_total{version="${version}",code="${code}"}`;
const bucket = (version: string, le: string) => `seconds_bucket{version="${version}",le="${le}"}`;

/** One server for all, as it takes seconds before its first scrape. */
const processes: Scraped[] = [];
let prometheus: Prometheus;
let taken = 0;

beforeAll(async () => {
  if (program === undefined) return;
  processes.push(await startScraped(), await startScraped());
  prometheus = await startPrometheus(
    program,
    processes.map(({ address }) => address),
  );
});

beforeEach(() => {
  tests += 1;
  [v1, v2] = [`v1.${tests}.0`, `v2.${tests}.0`];
});

afterEach(() => {
  taken = 0;
  for (const one of processes) one.series.clear();
});

afterAll(async () => {
  if (program !== undefined) await prometheus.remove();
  for (const one of processes) await one.close();
});

/** A process that shows these series, after they were scraped. */
async function scraped(series: Readonly<Record<string, number>> = {}): Promise<Scraped> {
  const one = processes[taken];
  if (one === undefined) throw new Error("start more processes in beforeAll");
  taken += 1;
  for (const [name, value] of Object.entries(series)) one.series.set(name, value);
  for (const name of Object.keys(series)) await isKnown(name);
  return one;
}

function open(settings: object = {}, env: Record<string, string> = {}) {
  const known = { url: prometheus.url, requests, errors, scrapeIntervalMs: scrapeMs, ...settings };
  return openMonitor("prometheus", known, { url: "", headersFor: () => ({}), clock, fetch, env });
}

/** Versions of this test alone. */
let v1 = "";
let v2 = "";
let tests = 0;
const watched = () => ({ canary: v2, baseline: v1, slowMs: 500, signal });

/** Waits until Prometheus can tell a series. */
async function isKnown(series: string): Promise<void> {
  const at = `${prometheus.url}/api/v1/query?query=${encodeURIComponent(series)}`;
  while (!(await (await fetch(at)).text()).includes("value")) await pause(20);
}

/** Reads until there are bins with so many requests in them. */
async function until(watch: Watch, requestsSeen: number): Promise<{ bins: Bin[]; readings: Reading[] }> {
  const [bins, readings]: [Bin[], Reading[]] = [[], []];
  const seen = () => bins.reduce((all, bin) => all + bin.canary.requests + bin.baseline.requests, 0);
  for (let tries = 0; seen() < requestsSeen; tries += 1) {
    const reading = await watch.read();
    readings.push(reading);
    if ("bins" in reading) bins.push(...reading.bins);
    if (tries > 200) throw new Error(`${seen()} of ${requestsSeen} requests: ${JSON.stringify(readings.slice(-3))}`);
    await pause(50);
  }
  return { bins, readings };
}

const sumOf = (bins: readonly Bin[], side: "canary" | "baseline") =>
  bins.reduce(
    (all, bin) => ({
      requests: all.requests + bin[side].requests,
      errors: all.errors + bin[side].errors,
      slow: all.slow + bin[side].slow,
    }),
    { requests: 0, errors: 0, slow: 0 },
  );

withPrometheus("a real Prometheus", () => {
  it("counts exactly what both versions did, also when a counter is born or begins anew", async () => {
    const [old, young] = [await scraped({ [counted(v1, 200)]: 1_000_000 }), await scraped()];
    const watch = await (await open()).begin(watched());

    old.series.set(counted(v1, 200), 1_000_150).set(counted(v1, 503), 3);
    young.series.set(counted(v2, 200), 7).set(counted(v2, 500), 2);
    const first = await until(watch, 162);
    expect(sumOf(first.bins, "baseline")).toEqual({ requests: 153, errors: 3, slow: 0 });
    expect(sumOf(first.bins, "canary")).toEqual({ requests: 9, errors: 2, slow: 0 });

    // A process that starts again counts from 0.
    young.series.set(counted(v2, 200), 5).delete(counted(v2, 500));
    const second = await until(watch, 5);
    expect(sumOf(second.bins, "canary")).toEqual({ requests: 5, errors: 0, slow: 0 });
    expect(sumOf(second.bins, "baseline")).toEqual({ requests: 0, errors: 0, slow: 0 });
    await watch.end();
  });

  it("tells latency by buckets, CPU and memory, and what of them is silent", async () => {
    const shop = await scraped();
    const resources = (version: string, cpu: number) => {
      shop.series.set(`cpu_ratio{version="${version}"}`, cpu).set(`memory_ratio{version="${version}"}`, 0.25);
    };
    const answered = (version: string, [fast, edge, all]: readonly [number, number, number]) => {
      shop.series.set(counted(version, 200), all);
      shop.series.set(bucket(version, "0.1"), fast).set(bucket(version, "0.5"), edge).set(bucket(version, "+Inf"), all);
    };
    answered(v1, [0, 0, 0]);
    answered(v2, [0, 0, 0]);
    resources(v1, 0.1);
    resources(v2, 0.7);
    await isKnown(`cpu_ratio{version="${v2}"}`);
    const monitor = await open({
      latency,
      cpu: 'max(cpu_ratio{version="{{version}}"})',
      memory: 'memory_ratio{version="{{version}}"}',
    });
    expect(monitor.measures).toEqual(["errors", "latency", "cpu", "memory"]);
    const watch = await monitor.begin(watched());

    answered(v1, [90, 100, 100]);
    answered(v2, [50, 97, 100]);
    const { bins, readings } = await until(watch, 200);
    expect(sumOf(bins, "canary")).toEqual({ requests: 100, errors: 0, slow: 3 });
    expect(sumOf(bins, "baseline")).toEqual({ requests: 100, errors: 0, slow: 0 });
    expect(readings.at(-1)).toMatchObject({ p95Ms: 500, resources: { cpu: 0.7, memory: 0.25 } });
    expect(readings.at(-1)).not.toHaveProperty("silent");

    shop.series.delete(`cpu_ratio{version="${v2}"}`);
    shop.series.set(`memory_ratio{version="${v2}"}`, "NaN").set(counted(v2, 200), 120);
    const silent = (await until(watch, 20)).readings.at(-1);
    expect(silent).toMatchObject({
      silent: [
        { signal: "cpu", reason: expect.stringContaining("matches nothing now") },
        { signal: "memory", reason: expect.stringContaining("no number") },
      ],
    });
    await watch.end();
  });

  it("finds before the rollout that a query matches nothing of the version that serves", async () => {
    await scraped({ [counted(v1, 200)]: 1, [bucket(v1, "0.1")]: 1, [bucket(v1, "+Inf")]: 1 });

    const wrong = { requests: 'requests_total{release="{{version}}"}', latency, cpu: 'load{version="{{version}}"}' };
    await expect((await open(wrong)).begin(watched())).rejects.toThrow(
      /gives no data of v1.*\nrequests: .*release=.*\nlatency: no bucket ends at maxP95 \(500 ms\); they end at 100 ms\ncpu: /s,
    );
    const broken = { requests: 'requests_total{version="{{version}}",code~"5"}' };
    await expect((await open(broken)).begin(watched())).rejects.toThrow(/refuses the query .*parse error/);
    await expect((await open({ latency })).begin({ ...watched(), slowMs: 100 })).resolves.toBeDefined();
  });

  it("never takes a version without series for a healthy one", async () => {
    const shop = await scraped({ [counted(v1, 200)]: 1 });
    const watch = await (await open()).begin(watched());

    expect(await watch.read()).toMatchObject({ state: "no-data" });
    await pause(scrapeMs * 5);
    shop.series.set(counted(v1, 200), 41);
    await pause(scrapeMs * 2);
    expect(await watch.read()).toMatchObject({
      state: "stale",
      reason: expect.stringContaining(`nothing is known of ${v2}`),
    });
    // What the other one did meanwhile is not lost when it comes.
    shop.series.set(counted(v2, 200), 2);
    const { bins } = await until(watch, 42);
    expect([sumOf(bins, "canary").requests, sumOf(bins, "baseline").requests]).toEqual([2, 40]);
    await watch.end();
  });

  it("goes on after a death of Prometheus, and says that nothing was scraped meanwhile", async () => {
    const shop = await scraped({ [counted(v1, 200)]: 0, [counted(v2, 200)]: 0 });
    const watch = await (await open()).begin(watched());

    await prometheus.kill();
    await pause(scrapeMs * 4);
    expect(await watch.read()).toMatchObject({
      state: "error",
      reason: expect.stringContaining("Cannot reach 127.0.0.1"),
    });
    shop.series.set(counted(v1, 200), 10).set(counted(v2, 200), 20);
    await prometheus.start();
    const { bins, readings } = await until(watch, 30);
    expect([sumOf(bins, "canary").requests, sumOf(bins, "baseline").requests]).toEqual([20, 10]);
    expect(readings).toContainEqual(
      expect.objectContaining({ state: "partial", reason: expect.stringMatching(/nothing was scraped for/) }),
    );
    await watch.end();
  });

  it("is let in by a password that a variable holds", async () => {
    // bcrypt of "reader-pw-1".
    const hash = "$2b$04$1VpOG9GWgtRNevgzhfqQluax6AxwmLDeS/6CurA9HeUQUNGXZ.d8C";
    const guarded = await startPrometheus(program ?? "", [], {
      webConfig: `basic_auth_users: { reader: "${hash}" }\n`,
    });
    const { url } = guarded;
    const first = { canary: v1, slowMs: 500, signal };
    const basic = { user: "reader", passwordFrom: "PROMETHEUS_PASSWORD" };

    await expect(open({ url, basic })).rejects.toThrow("PROMETHEUS_PASSWORD, which the monitor");
    const wrong = await open({ url, basic }, { PROMETHEUS_PASSWORD: "wrong" });
    await expect(wrong.begin(first)).rejects.toThrow("lets nobody in (401)");
    const right = await open({ url, basic }, { PROMETHEUS_PASSWORD: "reader-pw-1" });
    await expect(right.begin(first)).resolves.toBeDefined();
    await guarded.remove();
  });
});
