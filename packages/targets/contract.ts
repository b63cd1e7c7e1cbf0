import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Artifact, Observation, Target } from "./port.ts";

/** What the contract needs of the platform behind a target. */
export interface World {
  /** A new target over the same platform, as another process would make it: nothing is carried over but the platform. */
  readonly target: () => Promise<Target>;
  /** Kills the platform's own process, where it is ours to kill; the next target must find everything again. */
  readonly kill: () => Promise<void>;
}

/**
 * A small web application that says its version. `GET /status/<n>` answers that status, `/slow/<ms>` answers late,
 * `/cut` breaks its answer off, `/die` ends it until somebody removes the file `dead` from its tree.
 */
export function sampleArtifact(version: string, options: { readonly broken?: boolean } = {}): Artifact {
  const source = `
const { createServer } = require("node:http");
const { existsSync, writeFileSync } = require("node:fs");
if (existsSync("dead")) process.exit(1);
${options.broken === true ? 'console.error("cannot find the database"); process.exit(1);' : ""}
createServer((request, response) => {
  const [, verb, value] = request.url.split("/");
  if (verb === "die") { writeFileSync("dead", ""); process.exit(1); }
  if (verb === "cut") { response.writeHead(200, { "content-length": "99" }); response.write("x"); setTimeout(() => process.exit(1), 20); return; }
  setTimeout(() => {
    response.statusCode = verb === "status" ? Number(value) : 200;
    response.end(${JSON.stringify(version)});
  }, verb === "slow" ? Number(value) : 0);
}).listen(Number(process.env.PORT), "127.0.0.1");
`;
  return {
    version,
    sha: Buffer.from(version.padEnd(20, ".")).toString("hex").slice(0, 40),
    export: async (directory) => {
      await mkdir(directory);
      await writeFile(join(directory, "server.cjs"), source);
    },
  };
}

type Check = (world: World, signal: AbortSignal) => Promise<void>;

/** The promises of the port, each as something that throws when it is broken. Run over every entry of the registry. */
export const contract: Readonly<Record<string, Check>> = {
  "prepares twice, without traffic": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    const first = await (await target()).observe();
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    expectShares(await (await target()).observe(), { "v1.0.0": 100, "v1.1.0": 0 });
    expectSame(first, await (await target()).observe());
  },
  "shifts twice, and goes on after a death between two shifts": async ({ target, kill }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    await (await target()).shift(sampleArtifact("v1.1.0"), 5, signal);
    await (await target()).shift(sampleArtifact("v1.1.0"), 5, signal);
    expectShares(await (await target()).observe(), { "v1.0.0": 95, "v1.1.0": 5 });
    await kill();
    expectShares(await (await target()).observe(), { "v1.0.0": 95, "v1.1.0": 5 });
    await (await target()).shift(sampleArtifact("v1.1.0"), 50, signal);
    expectShares(await (await target()).observe(), { "v1.0.0": 50, "v1.1.0": 50 });
  },
  "finishes twice and keeps the previous version addressable": async ({ target, kill }, signal) => {
    await serving(target, "v1.0.0", signal);
    await serving(target, "v1.1.0", signal);
    await kill();
    await (await target()).finish(sampleArtifact("v1.1.0"));
    const observation = await (await target()).observe();
    expectShares(observation, { "v1.0.0": 0, "v1.1.0": 100 });
    await expectAnswer(observation, "v1.0.0");
  },
  "rolls back twice, in the middle of a rollout, and keeps the bad version up": async ({ target, kill }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    await (await target()).shift(sampleArtifact("v1.1.0"), 25, signal);
    await (await target()).rollback("v1.0.0", signal);
    await kill();
    await (await target()).rollback("v1.0.0", signal);
    const observation = await (await target()).observe();
    expectShares(observation, { "v1.0.0": 100, "v1.1.0": 0 });
    await expectAnswer(observation, "v1.1.0");
    await expectFault(async () => (await target()).shift(sampleArtifact("v1.1.0"), 50, signal), "was rolled back");
  },
  "rolls back a finished rollout": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await serving(target, "v1.1.0", signal);
    await (await target()).rollback("v1.0.0", signal);
    expectShares(await (await target()).observe(), { "v1.0.0": 100, "v1.1.0": 0 });
  },
  "refuses to roll back to a version that is not up": async ({ target }, signal) => {
    await serving(target, "v1.1.0", signal);
    await expectFault(
      async () => (await target()).rollback("v1.0.0", signal),
      "Cannot rollback, previous version v1.0.0 not deployed",
    );
    expectShares(await (await target()).observe(), { "v1.1.0": 100 });
  },
  "leaves traffic alone when a version does not come up": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await expectFault(
      async () => (await target()).prepare(sampleArtifact("v1.1.0", { broken: true }), signal),
      "v1.1.0 does not become healthy",
    );
    await expectFault(async () => (await target()).shift(sampleArtifact("v1.1.0"), 5, signal), "v1.1.0");
    expectShares(await (await target()).observe(), { "v1.0.0": 100, "v1.1.0": 0 });
  },
  "checks without changing anything": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    const first = await (await target()).observe();
    expectSame(first, await (await target()).check());
    expectSame(first, await (await target()).observe());
  },
  "deploys a version that was rolled back again, from the start": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    await (await target()).shift(sampleArtifact("v1.1.0"), 5, signal);
    await (await target()).rollback("v1.0.0", signal);
    await serving(target, "v1.1.0", signal);
    expectShares(await (await target()).observe(), { "v1.0.0": 0, "v1.1.0": 100 });
  },
  "tidies twice, and takes down neither what serves nor what is to be kept": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    await (await target()).shift(sampleArtifact("v1.1.0"), 5, signal);
    await (await target()).rollback("v1.0.0", signal);
    await (await target()).tidy(signal);
    await (await target()).tidy(signal);
    const observation = await (await target()).observe();
    expectShares(observation, { "v1.0.0": 100, "v1.1.0": 0 });
    await expectAnswer(observation, "v1.1.0");
  },
  "names a server for one version, wherever its metrics have names of servers": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    const { revisions } = await (await target()).observe();
    const named = revisions.filter(({ servers }) => servers !== undefined);
    const names = named.flatMap(({ servers = [] }) => servers);
    if (new Set(names).size !== names.length) throw new Error(`two versions are on one server: ${names.join(", ")}`);
    if (![0, revisions.length].includes(named.length)) throw new Error("servers are named of some versions only");
  },
  "refuses to shift to a version that was never prepared": async ({ target }, signal) => {
    await serving(target, "v1.0.0", signal);
    await expectFault(async () => (await target()).shift(sampleArtifact("v1.1.0"), 5, signal), "v1.1.0 is not up");
  },
};

/** Releases a version by the shortest way. */
export async function serving(target: World["target"], version: string, signal: AbortSignal): Promise<void> {
  const artifact = sampleArtifact(version);
  await (await target()).prepare(artifact, signal);
  await (await target()).shift(artifact, 100, signal);
  await (await target()).finish(artifact);
}

function expectShares({ revisions }: Observation, wanted: Readonly<Record<string, number>>): void {
  const actual = sharesText(revisions.map(({ version, percent }) => [version, percent]));
  if (actual !== sharesText(Object.entries(wanted))) {
    throw new Error(`shares are ${actual}, not ${sharesText(Object.entries(wanted))}`);
  }
}

function sharesText(shares: readonly (readonly [string, number])[]): string {
  return shares
    .map(([version, percent]) => `${version} ${percent} %`)
    .toSorted((a, b) => a.localeCompare(b))
    .join(", ");
}

function expectSame(first: Observation, second: Observation): void {
  if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error("repeating changed what is observed");
}

async function expectAnswer({ revisions }: Observation, version: string): Promise<void> {
  const revision = revisions.find((one) => one.version === version);
  if (revision?.url === undefined) throw new Error(`${version} has no address of its own`);
  const response = await fetch(revision.url, { headers: { ...revision.headers } });
  const text = await response.text();
  if (text !== version) throw new Error(`${version} was asked, and ${text} answered`);
}

async function expectFault(act: () => Promise<void>, words: string): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "ReleaseFault" && thrown.message.includes(words)) return;
    throw thrown;
  }
  throw new Error(`nothing was refused; expected: ${words}`);
}
