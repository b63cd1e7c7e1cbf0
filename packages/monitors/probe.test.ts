import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, expect, it } from "@jest/globals";

import type { Reading } from "./port.ts";
import { monitorNames, openMonitor } from "./registry.ts";
import { ManualClock, world } from "./test/manual-clock.ts";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server that answers by version, so that canary and baseline can differ. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const headersFor = (version: string) => ({ "x-release-version": version });
const watched = { canary: "v2", baseline: "v1", slowMs: 100, signal: new AbortController().signal };

function binsOf(reading: Reading): unknown {
  return reading.state === "data" || reading.state === "partial" ? reading.bins : reading;
}

it("asks both versions once a second, each path in turn, and tells their errors apart", async () => {
  const asked: string[] = [];
  const url = await listen((request, response) => {
    const version = String(request.headers["x-release-version"]);
    asked.push(`${version} ${request.url}`);
    response.statusCode = version === "v2" && request.url === "/b" ? 503 : 200;
    response.end();
  });
  const { clock, fetch, settled } = world();
  const monitor = await openMonitor("probe", { paths: ["/a", "/b"] }, { url, headersFor, clock, fetch });
  const watch = await monitor.begin(watched);

  expect(await watch.read()).toMatchObject({ state: "no-data" });
  await clock.pass(2500, settled);

  const reading = await watch.read();
  expect(reading).toMatchObject({ state: "data", p95Ms: 0 });
  expect(binsOf(reading)).toEqual([
    { t: 0, canary: { requests: 1, errors: 0, slow: 0 }, baseline: { requests: 1, errors: 0, slow: 0 } },
    { t: 1000, canary: { requests: 1, errors: 1, slow: 0 }, baseline: { requests: 1, errors: 0, slow: 0 } },
  ]);
  expect(asked.toSorted()).toEqual(["v1 /a", "v1 /a", "v1 /b", "v2 /a", "v2 /a", "v2 /b"]);
  expect(await watch.read()).toMatchObject({ state: "no-data", reason: "no second is complete since the last read" });
  await watch.end();
});

it("counts an answer that does not come in time as an error and as slow, in the second it was sent", async () => {
  const url = await listen((request, response) => {
    if (request.headers["x-release-version"] === "v1") response.end();
  });
  const made = world();
  made.hanging = 3;
  const monitor = await openMonitor(
    "probe",
    { timeoutMs: 2500 },
    { url, headersFor, clock: made.clock, fetch: made.fetch },
  );
  const watch = await monitor.begin(watched);

  await made.clock.pass(2100, made.settled);
  expect(await watch.read()).toMatchObject({ state: "no-data" });
  await made.clock.pass(500, made.settled);

  expect(binsOf(await watch.read())).toEqual([
    { t: 0, canary: { requests: 1, errors: 1, slow: 1 }, baseline: { requests: 1, errors: 0, slow: 0 } },
  ]);
  await watch.end();
});

it("counts a refused connection as an error", async () => {
  const { clock, fetch, settled } = world();
  const monitor = await openMonitor("probe", {}, { url: "http://127.0.0.1:1", headersFor, clock, fetch });
  const watch = await monitor.begin({ canary: "v2", slowMs: 100, signal: watched.signal });

  await clock.pass(1000, settled);

  expect(binsOf(await watch.read())).toEqual([
    { t: 0, canary: { requests: 1, errors: 1, slow: 0 }, baseline: { requests: 0, errors: 0, slow: 0 } },
  ]);
  await watch.end();
});

it("never has more than the allowed number under way, and says what it did not send", async () => {
  let under = 0;
  const url = await listen(() => (under += 1));
  const made = world();
  made.hanging = 2;
  const monitor = await openMonitor(
    "probe",
    { maxOpen: 2, timeoutMs: 5000 },
    { url, headersFor, clock: made.clock, fetch: made.fetch },
  );
  const watch = await monitor.begin({ canary: "v2", slowMs: 100, signal: watched.signal });

  await made.clock.pass(4500, made.settled);
  expect(under).toBe(2);
  await made.clock.pass(1000, made.settled);

  expect(await watch.read()).toMatchObject({
    state: "partial",
    reason: expect.stringContaining("3 probes were not sent"),
  });
  await watch.end();
});

it("says stale when nobody probes any more", async () => {
  const url = await listen((_, response) => response.end());
  const { clock, fetch, settled } = world();
  const monitor = await openMonitor("probe", {}, { url, headersFor, clock, fetch });
  const ended = new AbortController();
  const watch = await monitor.begin({ canary: "v2", slowMs: 100, signal: ended.signal });
  await clock.pass(2000, settled);
  expect(await watch.read()).toMatchObject({ state: "data" });
  ended.abort();

  await clock.pass(1000, settled);
  expect(await watch.read()).toMatchObject({ state: "data" });
  await clock.pass(15_000, settled);
  expect(await watch.read()).toMatchObject({ state: "no-data" });
  await clock.pass(1000, settled);
  expect(await watch.read()).toMatchObject({ state: "stale", ageMs: 16_000 });
  await watch.end();
});

it("asks no version that it could not tell from the other", async () => {
  const options = { url: "http://127.0.0.1:1", headersFor: () => ({}), clock: new ManualClock(), fetch };
  const monitor = await openMonitor("probe", {}, options);

  await expect(monitor.begin(watched)).rejects.toThrow('"probe" cannot ask v2 alone');
});

it("takes a redirect for an answer, and an answer that breaks off for an error", async () => {
  const url = await listen((request, response) => {
    if (request.headers["x-release-version"] === "v1")
      response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    else response.writeHead(200, { "content-length": "9" }).write("x", () => response.destroy());
  });
  const { clock, fetch, settled } = world();
  const watch = await (await openMonitor("probe", {}, { url, headersFor, clock, fetch })).begin(watched);
  await clock.pass(1000, settled);

  expect(binsOf(await watch.read())).toEqual([
    { t: 0, canary: { requests: 1, errors: 1, slow: 0 }, baseline: { requests: 1, errors: 0, slow: 0 } },
  ]);
  await watch.end();
});

it("names the monitors that exist and the settings that are wrong", async () => {
  const options = { url: "http://127.0.0.1:1", headersFor, clock: new ManualClock(), fetch };

  expect(monitorNames).toEqual(["proxy", "probe", "prometheus"]);
  await expect(openMonitor("toString", {}, options)).rejects.toThrow('Unknown monitor "toString"');
  await expect(openMonitor("probe", { rate: 0, paths: [] }, options)).rejects.toThrow(/rate: .*\npaths: /s);
  await expect(openMonitor("proxy", {}, options)).rejects.toThrow(/directory: /);
});
