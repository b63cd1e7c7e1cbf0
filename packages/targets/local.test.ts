import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";

import { sampleArtifact, serving } from "./contract.ts";
import { findPlatform, StaleWriteError } from "./local/client.ts";
import { openLocalPlatform, stopPlatform } from "./local/open.ts";
import type { Clock, Target } from "./port.ts";
import { loadTarget } from "./registry.ts";

jest.setTimeout(20_000);

const clock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};
const { signal } = new AbortController();
let workDirectory = "";
let directory = "";

beforeEach(async () => {
  workDirectory = await mkdtemp(join(tmpdir(), "local-"));
  directory = join(workDirectory, "the platform's home");
});

afterEach(async () => {
  await stopPlatform(directory, clock);
  await rm(workDirectory, { recursive: true, force: true });
});

function open(settings: Record<string, unknown> = {}): Promise<Target> {
  return loadTarget("local", {
    environment: "production",
    settings: { directory, command: "exec node server.cjs", health: "/", startTimeout: "5s", ...settings },
    workDirectory,
    clock,
    signal,
  });
}

/** v1.0.0 serves, v1.1.0 is up beside it. */
async function rollout(): Promise<{ target: Target; url: string }> {
  await serving(open, "v1.0.0", signal);
  const target = await open();
  await target.prepare(sampleArtifact("v1.1.0"), signal);
  return { target, url: (await target.observe()).url };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly servedBy: string | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("error", reject);
      response.on("end", () => {
        const servedBy = response.headers["x-served-by"];
        resolve({
          status: response.statusCode ?? 0,
          text,
          servedBy: typeof servedBy === "string" ? servedBy : undefined,
        });
      });
    }).on("error", reject);
  });
}

async function tally(url: string, times: number): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (let n = 0; n < times; n += 1) {
    const { text } = await ask(url);
    seen[text] = (seen[text] ?? 0) + 1;
  }
  return seen;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + 6000;
  while (!(await holds())) {
    if (performance.now() > deadlineMs) throw new Error("it did not come true within 6 s");
    await pause(50);
  }
}

async function platformProcesses(): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "args"]);
  return stdout.split("\n").filter((line) => line.includes("main.ts") && line.includes(directory)).length;
}

async function platformFile(): Promise<{ pid: number; adminPort: number; token: string }> {
  return JSON.parse(await readFile(join(directory, "platform.json"), "utf8")) as {
    pid: number;
    adminPort: number;
    token: string;
  };
}

async function counters(
  fromMs: number,
): Promise<{ bins: { t: number; versions: Record<string, { requests: number; errors: number; slow: number }> }[] }> {
  const { adminPort, token } = await platformFile();
  const response = await fetch(`http://127.0.0.1:${adminPort}/counters?from=${fromMs}&slowMs=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as Awaited<ReturnType<typeof counters>>;
}

async function totals(version: string): Promise<{ requests: number; errors: number; slow: number }> {
  await pause(1000 - (Date.now() % 1000) + 5);
  const sum = { requests: 0, errors: 0, slow: 0 };
  for (const { versions } of (await counters(0)).bins) {
    const cell = versions[version];
    sum.requests += cell?.requests ?? 0;
    sum.errors += cell?.errors ?? 0;
    sum.slow += cell?.slow ?? 0;
  }
  return sum;
}

it("splits 200 requests at 10 % into exactly 180 and 20", async () => {
  const { target, url } = await rollout();
  await target.shift(sampleArtifact("v1.1.0"), 10, signal);

  expect(await tally(url, 200)).toEqual({ "v1.0.0": 180, "v1.1.0": 20 });
});

it("loses no request while traffic is shifted, finished and rolled back", async () => {
  const { target, url } = await rollout();
  const answers: Promise<Answer>[] = [];
  const shooting = new AbortController();
  const load = (async () => {
    while (!shooting.signal.aborted) {
      answers.push(ask(answers.length % 10 === 0 ? `${url}/slow/150` : url));
      await pause(4);
    }
  })();

  for (const percent of [5, 50, 100]) {
    await target.shift(sampleArtifact("v1.1.0"), percent, signal);
    await pause(200);
  }
  await target.finish(sampleArtifact("v1.1.0"));
  await serving(open, "v1.2.0", signal);
  await pause(200);
  await target.rollback("v1.1.0", signal);
  await pause(300);
  shooting.abort();
  await load;

  const seen = await Promise.all(answers);
  expect(seen.length).toBeGreaterThan(150);
  expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
  expect(new Set(seen.map(({ text }) => text))).toEqual(new Set(["v1.0.0", "v1.1.0", "v1.2.0"]));
  expect(seen.every(({ text, servedBy }) => text === servedBy)).toBe(true);
});

it("removes a version only after its last request was answered", async () => {
  const { url } = await rollout();
  const slow = ask(`${url}/slow/700`, { "x-release-version": "v1.0.0" });
  await pause(50);

  await serving(open, "v1.1.0", signal);
  await serving(open, "v1.2.0", signal);

  expect((await (await open()).observe()).revisions.map(({ version }) => version)).toEqual(["v1.1.0", "v1.2.0"]);
  expect(await slow).toEqual({ status: 200, text: "v1.0.0", servedBy: "v1.0.0" });
  const tree = (await findPlatform(directory).then((client) => client?.status()))?.state.revisions.map(
    (one) => one.directory,
  );
  expect(tree).toHaveLength(2);
});

it("pins a request to a version by header, without counting it", async () => {
  const { url } = await rollout();

  expect(await ask(url, { "x-release-version": "v1.1.0" })).toMatchObject({ text: "v1.1.0", servedBy: "v1.1.0" });
  expect(await ask(url, { "x-release-version": "v9.9.9" })).toMatchObject({
    status: 503,
    text: "v9.9.9 is not deployed here\n",
  });
  expect(await totals("v1.1.0")).toEqual({ requests: 0, errors: 0, slow: 0 });
});

it("refuses a write that was decided on an old reading", async () => {
  const { target } = await rollout();
  const client = await findPlatform(directory);
  const { state } = await client!.status();
  await target.shift(sampleArtifact("v1.1.0"), 10, signal);

  await expect(client!.write({ ...state, revisions: [] }, state.etag)).rejects.toThrow(StaleWriteError);
  expect((await client!.status()).state.revisions).toHaveLength(2);
});

it("refuses a state whose shares do not add up, and callers without the token", async () => {
  await rollout();
  const client = await findPlatform(directory);
  const { state } = await client!.status();
  const { adminPort } = await platformFile();

  const half = { ...state, revisions: state.revisions.map((one) => ({ ...one, percent: 30 })) };
  await expect(client!.write(half, state.etag)).rejects.toThrow("the shares add up to 60, not to 100");
  expect((await fetch(`http://127.0.0.1:${adminPort}/state`, { headers: { authorization: "Bearer x" } })).status).toBe(
    401,
  );
  expect((await stat(join(directory, "platform.json"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(directory, "state.json"))).mode & 0o777).toBe(0o600);
});

it("comes back after SIGKILL with the same port, shares and versions, and leaves no process behind", async () => {
  const { target, url } = await rollout();
  await target.shift(sampleArtifact("v1.1.0"), 50, signal);
  const before = (await target.observe()).revisions.map((one) => one.url);
  process.kill((await platformFile()).pid, "SIGKILL");

  const observation = await (await open()).observe();

  expect(observation.url).toBe(url);
  expect(observation.revisions).toMatchObject([
    { version: "v1.0.0", percent: 50, healthy: true },
    { version: "v1.1.0", percent: 50, healthy: true },
  ]);
  expect(await tally(url, 10)).toEqual({ "v1.0.0": 5, "v1.1.0": 5 });
  for (const old of before) await expect(ask(old ?? "")).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
});

it("is started once, however many start it at once", async () => {
  const targets = await Promise.all([open(), open(), open(), open()]);

  const urls = await Promise.all(targets.map(async (target) => (await target.observe()).url));

  expect(new Set(urls).size).toBe(1);
  // Those who came too late look around and leave.
  await until(async () => (await platformProcesses()) === 1);
});

it("answers 502 for a version that died, counts it as its error, shows it and starts it again", async () => {
  const { target, url } = await rollout();
  await target.shift(sampleArtifact("v1.1.0"), 50, signal);
  const candidate = (await target.observe()).revisions.find(({ version }) => version === "v1.1.0");
  const client = await findPlatform(directory);
  const tree = (await client!.status()).state.revisions.find(({ version }) => version === "v1.1.0")?.directory ?? "";
  await ask(`${candidate?.url ?? ""}/die`).catch(() => undefined);

  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(url, { "x-client-id": `client-${n}` })));

  expect(answers.filter(({ status }) => status === 502).map(({ servedBy }) => servedBy)).toEqual(
    Array(5).fill("v1.1.0"),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect((await target.observe()).revisions).toMatchObject([{ healthy: true }, { version: "v1.1.0", healthy: false }]);
  expect(await totals("v1.1.0")).toMatchObject({ requests: 5, errors: 5 });
  expect(await totals("v1.0.0")).toMatchObject({ requests: 5, errors: 0 });
  await rm(join(tree, "dead"));
  await until(async () => (await target.observe()).revisions.every(({ healthy }) => healthy));
  expect(await tally(url, 10)).toEqual({ "v1.0.0": 5, "v1.1.0": 5 });
});

it("counts one error per client, slow answers, and requests in the second of their start", async () => {
  const { url } = await rollout();
  await pause(1000 - (Date.now() % 1000) + 5);
  await Promise.all([
    ...Array.from({ length: 4 }, () => ask(`${url}/status/500`, { "x-client-id": "angry" })),
    ask(`${url}/status/503`, { traceparent: "00-aaaa-01-01" }),
    ask(`${url}/status/503`, { traceparent: "00-aaaa-02-01" }),
    ask(`${url}/status/404`),
    ask(`${url}/slow/150`),
  ]);

  expect(await totals("v1.0.0")).toEqual({ requests: 5, errors: 2, slow: 1 });
});

it("breaks off an answer that its version broke off, and counts an error", async () => {
  const { url } = await rollout();

  await expect(ask(`${url}/cut`)).rejects.toThrow(/aborted|hang up|ECONNRESET/);

  expect(await totals("v1.0.0")).toMatchObject({ requests: 1, errors: 1 });
});

it("counts a client that leaves as slow, not as an error", async () => {
  const { url } = await rollout();
  await expect(fetch(`${url}/slow/900`, { signal: AbortSignal.timeout(60) })).rejects.toThrow();

  expect(await totals("v1.0.0")).toEqual({ requests: 1, errors: 0, slow: 1 });
});

const four = (): Promise<Target> => open({ instances: 4 });

/** v1.0.0 serves on four instances; v1.1.0 runs on one, without traffic. */
async function rollingRollout(): Promise<{ target: Target; url: string }> {
  await serving(four, "v1.0.0", signal);
  const target = await four();
  await target.prepare(sampleArtifact("v1.1.0"), signal, 1);
  return { target, url: (await target.observe()).url };
}

async function instances(): Promise<Record<string, number>> {
  const { revisions } = (await (await findPlatform(directory))!.status()).state;
  return Object.fromEntries(revisions.map((one) => [one.version, one.instances]));
}

it("replaces instances batch by batch, in as large a share, and loses no request", async () => {
  const { target, url } = await rollingRollout();
  const statuses: Promise<Answer>[] = [];
  const load = setInterval(() => statuses.push(ask(statuses.length % 10 === 0 ? `${url}/slow/150` : url)), 4);
  const replace = async (count: number) =>
    target.instances!.replace(sampleArtifact("v1.1.0"), { count, percent: count * 25, maxUnavailable: 0 }, signal);

  await replace(1);
  expect(await instances()).toEqual({ "v1.0.0": 3, "v1.1.0": 1 });
  await replace(3);
  await replace(3);
  expect(await instances()).toEqual({ "v1.0.0": 1, "v1.1.0": 3 });
  expect((await target.observe()).revisions).toMatchObject([{ percent: 25 }, { percent: 75, healthy: true }]);
  await target.rollback("v1.0.0", signal);
  expect(await instances()).toEqual({ "v1.0.0": 4, "v1.1.0": 3 });
  await pause(300);
  clearInterval(load);

  const seen = await Promise.all(statuses);
  expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
  expect(new Set(seen.map(({ servedBy }) => servedBy))).toEqual(new Set(["v1.0.0", "v1.1.0"]));
});

it("asks every instance in turn, and passes over one that died", async () => {
  const { target } = await rollingRollout();
  const { headers = {}, url = "" } = (await target.observe()).revisions[0] ?? {};
  await ask(`${url}/die`, headers).catch(() => undefined);
  await until(async () => !((await target.observe()).revisions[0]?.healthy ?? true));

  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(url, headers)));

  expect(answers.map(({ text }) => text)).toEqual(Array(12).fill("v1.0.0"));
});

it("takes old instances away first where some may be missing, and not more of them", async () => {
  const { target } = await rollingRollout();
  const client = await findPlatform(directory);
  const fewest: number[] = [];
  const watching = new AbortController();
  const watch = (async () => {
    while (!watching.signal.aborted) {
      const { state, live } = await client!.status();
      const inService = live.filter(({ version }) =>
        state.revisions.some((one) => one.version === version && one.percent > 0),
      );
      fewest.push(inService.reduce((sum, { ready }) => sum + ready, 0));
    }
  })();

  await target.instances!.replace(sampleArtifact("v1.1.0"), { count: 3, percent: 75, maxUnavailable: 2 }, signal);
  watching.abort();
  await watch;

  expect(Math.min(...fewest)).toBe(2);
  expect(await instances()).toEqual({ "v1.0.0": 1, "v1.1.0": 3 });
});

it("restores an earlier snapshot at once, keeping what was deployed since warm and unseen", async () => {
  await serving(open, "v1.0.0", signal);
  const platform = await openLocalPlatform(directory, { port: 0, clock, signal });
  const before = await platform.snapshot();
  await serving(open, "v1.1.0", signal);

  const running = (await (await open()).observe()).revisions.find(({ version }) => version === "v1.1.0")?.url;
  const startedMs = performance.now();
  await platform.restore(before);
  const tookMs = performance.now() - startedMs;

  expect(tookMs).toBeLessThan(200);
  const target = await open();
  expect((await target.observe()).revisions).toMatchObject([{ version: "v1.0.0", percent: 100 }]);
  await target.prepare(sampleArtifact("v1.1.0"), signal);
  expect((await target.observe()).revisions).toMatchObject([
    { version: "v1.0.0" },
    { version: "v1.1.0", percent: 0, url: running },
  ]);
});

it("prints commands for a rollback by hand that work as printed", async () => {
  const { target, url } = await rollout();
  await target.shift(sampleArtifact("v1.1.0"), 50, signal);
  const script = join(workDirectory, "manual.sh");
  await writeFile(script, target.manual("v1.0.0").join("\n"));

  await promisify(execFile)("sh", ["-e", script]);

  expect(await tally(url, 20)).toEqual({ "v1.0.0": 20 });
});

it("says which settings are wrong, all at once", async () => {
  await expect(open({ port: "x", health: "health", startTimeout: "soon", prot: 1 })).rejects.toThrow(
    /port: .*\nhealth: .*\nstartTimeout: must be a duration.*\n.*prot/s,
  );
});

it("explains a version that cannot start with its last words", async () => {
  const target = await open();

  await expect(target.prepare(sampleArtifact("v1.0.0", { broken: true }), signal)).rejects.toThrow(
    "cannot find the database",
  );
});
