import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "@jest/globals";

import { connectGitHub, createWorld, type World, type WorldOptions } from "../../packages/testbed/index.ts";
import { codeOf, startCommand } from "../cli/world.ts";
import { openCluster, type Cluster } from "./cluster.ts";
import { publicUrl } from "./control-plane.ts";

type Production = Readonly<Record<string, unknown>>;

let root = "";
let cluster: Cluster;
let world: World | undefined;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "cluster-releases-"));
  cluster = await openCluster();
});
afterAll(async () => {
  await cluster.end();
  await rm(root, { recursive: true, force: true });
});
beforeEach(() => cluster.clear());
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

/** The minimal project, whose production is the cluster: v1.0.0 serves there, v1.1.0 is next. */
async function open(production: Production, options: Partial<WorldOptions> = {}): Promise<World> {
  const values = {
    target: "command",
    settings: cluster.settings(),
    monitor: "probe",
    monitorSettings: { rate: 20, timeoutMs: 1000 },
    ...production,
  };
  world = await createWorld({
    directory: await mkdtemp(path.join(root, "world-")),
    minimal: true,
    config: Object.entries(values).map(([name, value]) => [["environments", "production", name], value]),
    ...options,
  });
  return world;
}

function start(from: World) {
  void from.approveWhenOpened("aisha", { signal: AbortSignal.timeout(120_000), pollMs: 100 }).catch(() => undefined);
  return startCommand(from, ["start", "--version=1.1.0", "--from=develop", "--to=main"]);
}

async function ended(
  driving: ReturnType<typeof startCommand>,
): Promise<{ readonly code: unknown; readonly text: string }> {
  return { code: await codeOf(driving.child), text: driving.heard.text };
}

/** Who answers 20 clients, and who answers those who name a version. */
async function served(): Promise<Readonly<Record<string, readonly string[]>>> {
  const clients = await Promise.all(Array.from({ length: 20 }, () => ask({})));
  return {
    clients: [...new Set(clients)].toSorted(),
    named: await Promise.all(["v1.0.0", "v1.1.0"].map((version) => ask({ "x-release-version": version }))),
  };
}

async function ask(headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(`${publicUrl}/`, { headers });
  return answer.ok ? ((await answer.json()) as { readonly version: string }).version : String(answer.status);
}

it.each(["canary", "blue-green", "rolling"])("releases by %s", async (strategy) => {
  const { code, text } = await ended(start(await open({ strategy })));

  expect([code, text]).toEqual([0, expect.stringContaining("v1.1.0")]);
  expect(await served()).toEqual({ clients: ["1.1.0"], named: ["1.0.0", "1.1.0"] });
});

it.each(["canary", "blue-green", "rolling"])("takes a bad version back by %s", async (strategy) => {
  const { code, text } = await ended(start(await open({ strategy }, { fault: "production-errors" })));

  expect([code, text]).toEqual([4, expect.stringContaining("v1.1.0 was rolled back")]);
  expect(await served()).toEqual({ clients: ["1.0.0"], named: ["1.0.0", "1.1.0"] });
  const since = "jsonpath={.metadata.annotations.release-command/bad-since}";
  expect(await cluster.admin(["-n", "shop", "get", "deployment", "shop-v1-1-0", "-o", since])).toMatch(/^20.*Z$/);
});

it("goes on to the end after a driver was killed while traffic was split", async () => {
  const from = await open({ stepTime: "3s" });
  const first = start(from);
  await first.says("watching 50%");
  first.child.kill("SIGKILL");
  await codeOf(first.child);
  expect((await served())["clients"]).toEqual(["1.0.0", "1.1.0"]);

  const { admin } = await connectGitHub(from.githubUrl);
  await admin.clock({ advanceMs: 300_000 });
  const { code, text } = await ended(startCommand(from, ["resume", "v1.1.0"]));

  expect([code, text]).toEqual([0, expect.stringContaining("v1.1.0")]);
  expect(await served()).toEqual({ clients: ["1.1.0"], named: ["1.0.0", "1.1.0"] });
});

it("ends, and leaves production alone, when the image of the new version cannot be pulled", async () => {
  const { code, text } = await ended(start(await open({ settings: cluster.settings({ UNBUILT: "v1.1.0" }) })));

  expect([code, text]).toEqual([
    4,
    expect.stringMatching(/v1\.1\.0 does not become healthy on production.*ImagePullBackOff/s),
  ]);
  expect((await served())["clients"]).toEqual(["1.0.0"]);
});
