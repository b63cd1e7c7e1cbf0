import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, describe, expect, it } from "@jest/globals";

import { monitorNames, openMonitor } from "./registry.ts";
import { contract, type World } from "./test/contract.ts";
import { ComingAndGoing, Counting } from "./test/counting-source.ts";
import { world as probedWorld } from "./test/manual-clock.ts";

const leave: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const one of leave.splice(0).toReversed()) await one();
});

const headersFor = (version: string) => ({ "x-release-version": version });

/** To add a monitor: one line here that builds its world. */
const worlds: Readonly<Record<string, () => Promise<World>>> = {
  proxy: async () => {
    const counting = new Counting();
    let instance = 1;
    const server = new ComingAndGoing((request, response) => {
      const from = Number(new URL(request.url ?? "", "http://platform").searchParams.get("from"));
      const known = counting.seconds.filter(({ t }) => t >= from);
      const bins = known.map(({ t, versions }) => ({
        t,
        versions: Object.fromEntries(Object.entries(versions).map(([name, one]) => [name, { ...one, slow: 0 }])),
      }));
      const upTo = Math.max((counting.seconds.at(-1)?.t ?? counting.nowMs - 1000) + 1000, from);
      response.end(JSON.stringify({ instance: `${instance}`, now: counting.nowMs, upTo, bins, latencies: {} }));
    });
    await server.come();
    const directory = await mkdtemp(join(tmpdir(), "monitor-"));
    await writeFile(join(directory, "platform.json"), JSON.stringify({ adminPort: server.port, token: "t" }));
    leave.push(
      () => rm(directory, { recursive: true, force: true }),
      () => server.go(),
    );
    const clock = { now: () => counting.nowMs, sleep: () => Promise.resolve() };
    return {
      monitor: await openMonitor("proxy", { directory }, { url: "", headersFor, clock, fetch }),
      serve: (each, failing) => void Object.assign(counting, { each, failing }),
      pass: (ms) => Promise.resolve(counting.pass(ms)),
      source: async (is) => {
        counting.isCounting = is === "back";
        if (is === "gone") await server.go();
        else await server.come();
        if (is === "back") {
          instance += 1;
          counting.seconds.length = 0;
        }
      },
    };
  },
  probe: async () => {
    const made = probedWorld();
    let failing: readonly string[] = [];
    let isStuck = false;
    const server = new ComingAndGoing((request, response) => {
      if (isStuck) return;
      response.statusCode = failing.includes(String(request.headers["x-release-version"])) ? 500 : 200;
      response.end();
    });
    await server.come();
    const settings = { timeoutMs: 2000, rate: 1 };
    leave.push(() => server.go());
    const { clock, fetch: counted } = made;
    const url = `http://127.0.0.1:${server.port}`;
    return {
      monitor: await openMonitor("probe", settings, { url, headersFor, clock, fetch: counted }),
      serve: (_, now) => void (failing = now),
      // Stuck requests end by their time-out, which is time that passes.
      pass: (ms) => clock.pass(ms / 4, made.settled),
      source: async (is) => {
        isStuck = is === "stuck";
        made.hanging = isStuck ? 10 : 0;
        if (is === "gone") await server.go();
        else await server.come();
      },
    };
  },
  prometheus: async () => {
    const counting = new Counting();
    let bornMs = 0;
    const server = new ComingAndGoing((request, response) => {
      const { searchParams } = new URL(request.url ?? "", "http://prometheus");
      const query = searchParams.get("query") ?? "";
      const found = /^(?<kind>requests|errors)\{version="(?<version>v\d)"\}\[(?<range>\d+)ms\]$/.exec(query)?.groups;
      const toMs = Number(searchParams.get("time")) * 1000;
      const range: [number, number] = [toMs - Number(found?.["range"]), toMs];
      const kind = found?.["kind"] === "errors" ? "errors" : "requests";
      const values = counting
        .shown(found?.["version"] ?? "", kind, range, bornMs)
        .map(([atMs, value]) => [atMs / 1000, `${value}`]);
      const metric = { version: found?.["version"], job: "shop", instance: found?.["version"] };
      const result = values.length === 0 ? [] : [{ metric, values }];
      response.end(JSON.stringify({ status: "success", data: { resultType: "matrix", result } }));
    });
    await server.come();
    counting.pass(10_000);
    leave.push(() => server.go());
    const clock = { now: () => counting.nowMs, sleep: (ms: number) => Promise.resolve(void (counting.nowMs += ms)) };
    const settings = {
      url: `http://127.0.0.1:${server.port}`,
      requests: 'requests{version="{{version}}"}',
      errors: 'errors{version="{{version}}"}',
      scrapeIntervalMs: 1000,
    };
    return {
      monitor: await openMonitor("prometheus", settings, { url: "", headersFor, clock, fetch }),
      serve: (each, failing) => void Object.assign(counting, { each, failing }),
      pass: (ms) => Promise.resolve(counting.pass(ms)),
      source: async (is) => {
        counting.isCounting = is === "back";
        if (is === "gone") await server.go();
        else await server.come();
        // What is scraped was started again too: its counters begin at 0.
        if (is === "back") bornMs = counting.nowMs;
      },
    };
  },
};

it("covers every monitor of the registry", () => {
  expect(Object.keys(worlds)).toEqual(monitorNames);
});

describe.each(Object.keys(worlds))("%s", (name) => {
  it.each(Object.keys(contract))("%s", async (promise) => {
    const world = await worlds[name]?.();
    if (world === undefined) throw new Error(`no world for ${name}`);
    await contract[promise]?.(world);
  });
});
