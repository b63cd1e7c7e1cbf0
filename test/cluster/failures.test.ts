import { chmod, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";

import { realClock } from "#http";
import { run } from "#process";
import { loadTarget } from "#targets";

import { sampleArtifact, serving } from "../../packages/targets/contract.ts";
import { openCluster, type Cluster } from "./cluster.ts";

const { signal } = new AbortController();
const old = "v1.0.0";
const next = sampleArtifact("v1.1.0");
let cluster: Cluster;

beforeAll(async () => {
  cluster = await openCluster();
});
afterAll(() => cluster.end());
beforeEach(() => cluster.clear());

const target = (settings: object = cluster.settings()) =>
  loadTarget("command", {
    environment: "production",
    settings: { ...settings },
    workDirectory: cluster.directory,
    env: process.env,
    clock: realClock,
    signal,
  });

it("names the rights that are missing, all at once", async () => {
  const refused = (await target(cluster.settings({}, "nobody"))).check([50, 100]);

  await expect(refused).rejects.toThrow(
    "this account may not, in the namespace shop: create deployments, delete deployments, get deployments, list deployments",
  );
  await expect(refused).rejects.toThrow("patch httproutes");
});

it("says which right is missing where it has all but one", async () => {
  const role = ["-n", "shop", "patch", "role", "release", "--type=json", "-p"];
  await cluster.admin([...role, '[{"op":"remove","path":"/rules/0/verbs/5"}]']);

  await expect((await target()).check([100])).rejects.toThrow("in the namespace shop: delete deployments");
});

it.each([
  ["the namespace", { NAMESPACE: "nowhere" }, "the HTTPRoute shop in the namespace nowhere cannot be read"],
  ["the route", { ROUTE: "other" }, "the HTTPRoute other in the namespace shop cannot be read"],
])("says that %s is not there", async (_, env, message) => {
  await expect((await target(cluster.settings(env, "admin"))).check([100])).rejects.toThrow(message);
});

it("says that kubectl is not there", async () => {
  const bin = await mkdtemp(path.join(cluster.directory, "bin-"));
  await symlink("/bin/sh", path.join(bin, "sh"));

  await expect((await target(cluster.settings({ PATH: bin }))).check([100])).rejects.toThrow(
    "kubectl is not installed here, or not in PATH",
  );
});

it("says that the cluster does not answer", async () => {
  const kubeconfig = path.join(cluster.directory, "elsewhere.kubeconfig");
  const clusters = [{ name: "gone", cluster: { server: "https://127.0.0.1:6444" } }];
  const contexts = [{ name: "gone", context: { cluster: "gone", user: "any" } }];
  const users = [{ name: "any", user: { token: "any" } }];
  await writeFile(kubeconfig, JSON.stringify({ clusters, users, contexts, "current-context": "gone" }));
  const gone = cluster.settings({ KUBECONFIG: kubeconfig });

  await expect((await target(gone)).check([100])).rejects.toThrow("the cluster does not say what this account may do");
  await expect((await target(gone)).observe()).rejects.toThrow("127.0.0.1:6444");
});

/** A real kubectl, and somebody who patches the route once, just before it does. */
async function interrupted(patch: string) {
  const bin = path.join(cluster.directory, `bin-${Date.now()}`);
  await mkdir(bin);
  const kubectl = path.join(bin, "kubectl");
  const lines = [
    "#!/bin/sh",
    `case "$*" in *"patch httproute"*)`,
    `  [ -e '${bin}/done' ] || KUBECONFIG='${cluster.kubeconfig("admin")}' '${cluster.kubectl}' -n shop patch httproute shop --type=merge -p '${patch}' >&2`,
    `  touch '${bin}/done' ;;`,
    "esac",
    `exec '${cluster.kubectl}' "$@"`,
  ];
  await writeFile(kubectl, `${lines.join("\n")}\n`);
  await chmod(kubectl, 0o755);
  return cluster.settings({ PATH: `${bin}:${process.env["PATH"] ?? ""}` });
}

it("refuses to write over what somebody else changed meanwhile", async () => {
  await serving(target, old, signal);
  await (await target()).prepare(next, signal);
  const settings = await interrupted('{"spec":{"hostnames":["shop.example.com"]}}');

  await expect((await target(settings)).shift(next, 50, signal)).rejects.toThrow(
    "somebody else changed the HTTPRoute shop meanwhile",
  );
});

it("goes on where only a note was added to the route meanwhile", async () => {
  await serving(target, old, signal);
  await (await target()).prepare(next, signal);
  const settings = await interrupted('{"metadata":{"annotations":{"somebody":"else"}}}');

  await (await target(settings)).shift(next, 50, signal);

  expect((await (await target()).observe()).revisions).toMatchObject([
    { version: old, percent: 50 },
    { version: "v1.1.0", percent: 50 },
  ]);
});

it("is rolled back by hand with the command that an escalation names", async () => {
  for (const version of [old, "v1.1.0"]) await serving(target, version, signal);
  const [byHand = ""] = (await target()).manual(old);

  const { exitCode, stderr } = await run(["sh", "-c", byHand], {
    env: {
      PATH: `${path.dirname(cluster.kubectl)}:${process.env["PATH"] ?? ""}`,
      KUBECONFIG: cluster.kubeconfig("release"),
    },
    timeoutMs: 60_000,
  });

  expect([exitCode, stderr]).toEqual([0, expect.stringContaining("annotated")]);
  expect((await (await target()).observe()).revisions).toMatchObject([
    { version: old, percent: 100 },
    { version: "v1.1.0", percent: 0 },
  ]);
  const since = "jsonpath={.metadata.annotations.release-command/bad-since}";
  expect(await cluster.admin(["-n", "shop", "get", "deployment", "shop-v1-1-0", "-o", since])).toMatch(/^20.*Z$/);
});

it("says that the commit has no manifest", async () => {
  const settings = cluster.settings();
  const bare = { ...settings, command: `sh '${settings.env.EXAMPLE}'` };

  await expect((await target(bare)).prepare(next, signal)).rejects.toThrow(
    "the commit of v1.1.0 has no deploy/kubernetes.yaml",
  );
});

it("takes versions down that are older than the one before, and keeps what was rolled back", async () => {
  for (const version of [old, "v1.1.0"]) await serving(target, version, signal);
  await (await target()).rollback(old, signal);
  for (const version of ["v1.2.0", "v1.3.0"]) await serving(target, version, signal);

  expect((await (await target()).observe()).revisions.map(({ version, percent }) => `${version} ${percent}`)).toEqual([
    "v1.1.0 0",
    "v1.2.0 0",
    "v1.3.0 100",
  ]);
});
