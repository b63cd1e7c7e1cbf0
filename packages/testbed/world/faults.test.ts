import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { run, type RunResult } from "#process";
import type { Fault } from "./faults.ts";
import { readProject } from "./project.ts";
import { createClone } from "./repository.ts";
import { fillProduction } from "./services.ts";

// Below the checkout: the shop finds its packages in a folder above it. Several levels down, like a release's work tree.
const root = fileURLToPath(new URL("../../../.demo", import.meta.url));
mkdirSync(root, { recursive: true });
const world = mkdtempSync(join(root, "faults-"));
const faults = ["none", "unit", "staging-smoke", "production-errors", "canary-latency"] as const;
const worktrees = new Map<string, string>();

beforeAll(async () => {
  for (const fault of faults) {
    const directory = join(world, fault, "shop");
    const project = await readProject({
      minimal: false,
      fault: fault === "none" ? undefined : (fault satisfies Fault),
      config: [],
    });
    await createClone({ directory, origin: "http://127.0.0.1:1/acme/shop.git", project, now: Date.now() });
    const worktree = join(directory, ".release-command", "work", "checkout");
    const made = await run(["git", "worktree", "add", "--quiet", "--detach", worktree, "develop"], { cwd: directory });
    expect(made.stderr).toBe("");
    worktrees.set(fault, worktree);
  }
}, 30_000);

afterAll(() => rmSync(world, { recursive: true, force: true }));

function suite(fault: string, name: string): Promise<RunResult> {
  const argv = [process.execPath, "tools/test.js", name] as const;
  return run(argv, { cwd: worktrees.get(fault) ?? "", env: { NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined } });
}

function coverage(fault: string, name: string): number {
  const lines = readFileSync(join(worktrees.get(fault) ?? "", "reports", `${name}.lcov`), "utf8").split("\n");
  const sum = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).reduce((total, line) => total + Number(line.slice(mark.length)), 0);
  return sum("LH:") / sum("LF:");
}

describe.each([...faults])("the shop with the fault %s", (fault) => {
  it("passes its unit tests, unless they are what the fault breaks", async () => {
    const { exitCode, stdout } = await suite(fault, "unit");

    expect([exitCode, stdout]).toEqual([fault === "unit" ? 1 : 0, expect.any(String)]);
    expect(coverage(fault, "unit")).toBeGreaterThanOrEqual(0.8);
  });

  it("passes its integration tests", async () => {
    const { exitCode, stdout, stderr } = await suite(fault, "integration");

    expect([exitCode, stdout + stderr]).toEqual([0, expect.any(String)]);
    expect(coverage(fault, "integration")).toBeGreaterThanOrEqual(0.7);
  }, 60_000);
});

async function firstAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /(?:http|postgres):\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("it ended without an address");
}

describe("in the environments", () => {
  const started: ChildProcess[] = [];
  const urls = new Map<string, string>();
  let database = "";

  /** The service as a target would run it, all versions on one database, as during a release. */
  async function start(fault: string, environment: string): Promise<void> {
    const child = spawn(process.execPath, ["src/server.js"], {
      cwd: worktrees.get(fault),
      env: { PORT: "0", SHOP_ENV: environment, DATABASE_URL: database, SMOKE_PASSWORD: "smoke-only" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    started.push(child);
    urls.set(`${fault} in ${environment}`, await firstAddress(child));
  }

  async function statuses(service: string, requests: number): Promise<readonly number[]> {
    const asked = Array.from({ length: requests }, async (_, index) => {
      const headers = { "x-client-id": `customer-7-${index}`, connection: "close" };
      return (await fetch(`${urls.get(service)}/products`, { headers })).status;
    });
    return Promise.all(asked);
  }

  /** The shortest of five: a busy machine makes others longer. */
  async function timeOf(service: string): Promise<number> {
    const times: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const from = performance.now();
      await statuses(service, 1);
      times.push(performance.now() - from);
    }
    return Math.min(...times);
  }

  async function login(service: string): Promise<number> {
    const body = JSON.stringify({ email: "smoke@shop.example", password: "smoke-only" });
    return (await fetch(`${urls.get(service)}/login`, { method: "POST", body })).status;
  }

  beforeAll(async () => {
    const server = spawn(process.execPath, [fileURLToPath(new URL("../shop/tools/database.js", import.meta.url))]);
    started.push(server);
    database = await firstAddress(server);
    await start("none", "production");
    await Promise.all([
      start("production-errors", "production"),
      start("canary-latency", "production"),
      start("canary-latency", "staging"),
      start("staging-smoke", "staging"),
      start("staging-smoke", "production"),
    ]);
  }, 30_000);

  afterAll(async () => {
    const running = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = running.map((child) => once(child, "exit"));
    for (const child of running.toReversed()) child.kill("SIGTERM");
    await Promise.all(ended);
  });

  it("the good version answers", async () => {
    expect(await login("none in production")).toBe(200);
    expect(new Set(await statuses("none in production", 20))).toEqual(new Set([200]));
  });

  it("staging-smoke: nobody can sign in, in staging only", async () => {
    expect(await login("staging-smoke in staging")).toBe(500);
    expect(await login("staging-smoke in production")).toBe(200);
  });

  it("production-errors: with few products all is well, with 500 one customer in five gets an error", async () => {
    expect(new Set(await statuses("production-errors in production", 40))).toEqual(new Set([200]));

    // A release comes to a database that is full already.
    await fillProduction(database);
    await start("production-errors", "production");
    const failed = (await statuses("production-errors in production", 200)).filter((status) => status === 500);

    expect(failed.length / 200).toBeGreaterThan(0.1);
    expect(failed.length / 200).toBeLessThan(0.3);
    expect(new Set(await statuses("none in production", 20))).toEqual(new Set([200]));
    // The smoke tests come without a client id, and see nothing.
    expect((await fetch(`${urls.get("production-errors in production")}/products`)).status).toBe(200);
  });

  it("canary-latency: slow in production only", async () => {
    expect(await timeOf("canary-latency in production")).toBeGreaterThan(690);
    expect(await timeOf("canary-latency in staging")).toBeLessThan(600);
  }, 60_000);

  it("keeps the database free of open transactions", async () => {
    const client = new Client({ connectionString: database, query_timeout: 1000 });
    await client.connect();
    await expect(client.query("SELECT 1")).resolves.toMatchObject({ rowCount: 1 });
    await client.end();
  });
});
