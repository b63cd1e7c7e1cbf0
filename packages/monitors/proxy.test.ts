import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import type { Monitor } from "./port.ts";
import { openMonitor } from "./registry.ts";

// The real platform is read in test/platform-counters.test.ts; here it must do what a real one does only rarely.
let directory = "";
let server: Server;
let answer: object = {};
let asked: string[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "proxy-"));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.statusCode = request.headers.authorization === "Bearer secret" ? 200 : 401;
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await writeFile(join(directory, "platform.json"), JSON.stringify({ adminPort: port, token: "secret" }));
});

afterEach(async () => {
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true, force: true });
});

function open(): Promise<Monitor> {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  return openMonitor("proxy", { directory }, { url: "", headersFor: () => ({}), clock, fetch });
}

const empty = { instance: "first", now: 100_500, upTo: 101_000, bins: [], latencies: {}, crowded: false };
const one = { requests: 10, errors: 1, slow: 2 };
const watched = { canary: "v2", baseline: "v1", slowMs: 100, signal: new AbortController().signal };

it("reads from the first whole second after the beginning, and each second once", async () => {
  answer = empty;
  const watch = await (await open()).begin(watched);
  answer = {
    ...empty,
    now: 103_200,
    upTo: 103_000,
    bins: [
      { t: 101_000, versions: { v2: one } },
      { t: 102_000, versions: { v1: one } },
    ],
    latencies: { v2: [[40, 10]] },
  };

  const nobody = { requests: 0, errors: 0, slow: 0 };
  expect(await watch.read()).toEqual({
    state: "data",
    bins: [
      { t: 0, canary: one, baseline: nobody },
      { t: 1000, canary: nobody, baseline: one },
    ],
    p95Ms: 40,
  });
  answer = { ...empty, now: 103_400, upTo: 103_000 };
  expect(await watch.read()).toEqual({ state: "no-data", reason: "no second is complete since the last read" });
  expect(asked.slice(1)).toEqual(
    ["101000", "103000"].map((from) => `/counters?from=${from}&slowMs=100&client=x-client-id`),
  );
});

it("says that seconds are lost when the platform was restarted, once", async () => {
  answer = empty;
  const watch = await (await open()).begin(watched);
  answer = { ...empty, instance: "second", now: 102_100, upTo: 102_000, bins: [{ t: 101_000, versions: { v2: one } }] };
  expect(await watch.read()).toMatchObject({ state: "partial", reason: expect.stringContaining("restarted") });
  answer = { ...empty, instance: "second", now: 103_100, upTo: 103_000, bins: [{ t: 102_000, versions: { v2: one } }] };

  expect(await watch.read()).toMatchObject({ state: "data" });
});

it("says that seconds are lost when it was read too late", async () => {
  answer = empty;
  const watch = await (await open()).begin(watched);
  answer = { ...empty, now: 900_100, upTo: 900_000, bins: [{ t: 300_000, versions: { v2: one } }] };

  expect(await watch.read()).toMatchObject({ state: "partial", reason: expect.stringContaining("too long ago") });
});

it("says that not all clients are told apart, as long as that is so", async () => {
  answer = empty;
  const watch = await (await open()).begin(watched);
  answer = { ...empty, now: 102_100, upTo: 102_000, bins: [{ t: 101_000, versions: { v2: one } }], crowded: true };

  expect(await watch.read()).toMatchObject({ state: "partial", reason: expect.stringContaining("once a second") });
  answer = { ...empty, now: 103_100, upTo: 103_000, bins: [{ t: 102_000, versions: { v2: one } }] };
  expect(await watch.read()).toMatchObject({ state: "data" });
});

it("takes seconds without any request for no data, not for health", async () => {
  answer = empty;
  const watch = await (await open()).begin(watched);
  answer = { ...empty, now: 102_100, upTo: 102_000, bins: [{ t: 101_000, versions: {} }] };

  expect(await watch.read()).toEqual({ state: "no-data", reason: "no client sent a request to either version" });
});

it("says stale when the platform answers but counts no more", async () => {
  answer = empty;
  const watch = await (await open()).begin(watched);
  answer = { ...empty, now: 120_000, upTo: 101_000 };

  expect(await watch.read()).toMatchObject({ state: "stale", ageMs: 19_000 });
});

it("says error when the platform cannot be read, and goes on when it can", async () => {
  answer = { error: "confused" };
  const watch = await (await open()).begin(watched);
  expect(await watch.read()).toMatchObject({ state: "error" });
  await writeFile(
    join(directory, "platform.json"),
    JSON.stringify({ adminPort: (server.address() as AddressInfo).port, token: "wrong" }),
  );
  expect(await watch.read()).toMatchObject({ state: "error", reason: expect.stringContaining("it answered 401") });
  await writeFile(
    join(directory, "platform.json"),
    JSON.stringify({ adminPort: (server.address() as AddressInfo).port, token: "secret" }),
  );
  answer = empty;

  expect(await watch.read()).toMatchObject({ state: "no-data", reason: expect.stringContaining("first time") });
});
