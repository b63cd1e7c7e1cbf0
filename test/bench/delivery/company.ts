import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import type { Strategy } from "#machine";

import { createWorld, type World } from "../../../packages/testbed/index.ts";
import { pushTo } from "../../act/repositories.ts";
import type { Place } from "./places.ts";
import type { Tally } from "./tally.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The version fails one client in five, whoever they are; requests of nobody in particular (health, smoke tests) are fine. */
const badly = `
function isUnlucky(client) {
  return client !== "" && [...client].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 16_777_619) >>> 0, 2_166_136_261) % 5 === 0;
}
`;

export interface Wanted {
  readonly directory: string;
  readonly strategy: Strategy;
  readonly isBad: boolean;
  /** Where production is, and what tells of it. */
  readonly place: Place;
  readonly stepTime: string;
  readonly watch: string;
}

/** A company whose next version is good, or fails 20 % of its clients' requests in production. */
export async function found({ directory, strategy, isBad, place, stepTime, watch }: Wanted): Promise<World> {
  const values = { strategy, stepTime, watch, steps: [5, 25, 50, 100], healthEvery: "1s" };
  const timing = Object.entries(values).map(([name, value]) => [["environments", "production", name], value] as const);
  const world = await createWorld({ directory, minimal: true, config: [...place.config, ...timing] });
  if (!isBad) return world;
  const server = (await readFile(path.join(world.repositoryDirectory, "server.js"), "utf8")).replace(
    '  response.setHeader("content-type"',
    '  if (isUnlucky(request.headers["x-client-id"] ?? "")) response.statusCode = 500;\n  response.setHeader("content-type"',
  );
  await pushTo(world, {
    branch: "develop",
    message: "feat: greet each client",
    files: { "server.js": `${server}${badly}` },
    cwd: path.join(directory, "clones", "change"),
  });
  return world;
}

/** The shop of the demo, whose next version fails one client in five, and whose smoke tests sign in and buy. */
export async function foundShop(): Promise<{ readonly world: World; readonly directory: string }> {
  const demos = path.join(root, ".demo");
  await mkdir(demos, { recursive: true });
  const directory = await mkdtemp(path.join(demos, "delivery-"));
  return { world: await createWorld({ directory, fault: "production-errors" }), directory };
}

/** What the release command said, and when, in ms since the epoch. */
export type Said = readonly { readonly at: number; readonly text: string }[];

/** One command of the product in a process of its own, with the approval that it waits for. */
export async function release(
  world: World,
  args: readonly string[],
): Promise<{ readonly code: number; readonly said: Said }> {
  const main = path.join(root, "packages/cli/main.ts");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    cwd: world.repositoryDirectory,
    env: { ...process.env, ...world.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: { at: number; text: string }[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      for (const text of chunk.toString("utf8").split("\n"))
        if (text.trim() !== "") said.push({ at: Date.now(), text: text.trim() });
    });
  const stop = new AbortController();
  const approval = world.approveWhenOpened("aisha", { signal: stop.signal }).catch(() => undefined);
  const code = await endOf(child);
  stop.abort();
  await approval;
  return { code, said };
}

export interface Clients {
  /** They go home; those under way are answered first. */
  leave(): Promise<Tally>;
}

/** Clients in a process of their own, who stop by themselves after five minutes. */
export function invite(url: string, requestsPerSecond: number): Clients {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "clients.ts"), url, String(requestsPerSecond), "300"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  return {
    async leave() {
      child.kill("SIGTERM");
      await endOf(child);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own program wrote it
      return JSON.parse(text) as Tally;
    },
  };
}

async function endOf(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  return child.exitCode ?? 1;
}
