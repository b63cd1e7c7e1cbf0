import { spawn } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { realClock } from "#http";
import { loadTarget } from "#targets";

import { openProcesses } from "../../packages/targets/command/world.ts";
import { isAlive } from "./haproxy-place.ts";
import { openEar } from "./moments.ts";
import { patient, sharesOf, sharingOf, type Elsewhere } from "./place.ts";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const { signal } = new AbortController();
const START = "exec node server.js";

/** Production by the deploy command of the examples: its files, and the processes that they name. */
export async function commandPlace(): Promise<Elsewhere> {
  const processes = await openProcesses();
  const { home, state } = processes;
  const versions = path.join(state, "versions");
  const upstream = path.join(state, "upstream.conf");
  const ear = await openEar(path.join(home, "moments"));
  const door = await openDoor(upstream, versions);
  const env = {
    ...processes.settings.env,
    EXAMPLE: here("../../examples/command/processes.sh"),
    PUBLIC_URL: door.url,
    START,
    STAGE: "production",
  };
  const settings = { ...processes.settings, command: `sh '${here("deploy.sh")}'`, env };
  const observe = async () => {
    const options = { workDirectory: home, env: process.env, clock: realClock, signal };
    return (await loadTarget("command", { ...options, environment: "production", settings })).observe();
  };
  const running = () => whatRuns(versions);
  return {
    config: patient({
      target: "command",
      settings,
      monitor: "probe",
      monitorSettings: { rate: 2, timeoutMs: 20_000, maxOpen: 50 },
    }),
    async remember(place) {
      const files = path.join(place, "command");
      await cp(state, files, { recursive: true });
      const ran = await running();
      return {
        sharing: sharingOf(await observe()),
        async restore() {
          const runs = await running();
          for (const [what, pid] of runs) if (!ran.has(what)) await ended(pid);
          await rm(state, { recursive: true, force: true });
          await cp(files, state, { recursive: true });
          for (const what of ran.keys()) {
            const [version = "", port = ""] = what.split(" ");
            const pid = runs.get(what) ?? (await started(path.join(versions, version), port));
            await writeFile(path.join(versions, version, "pid"), `${pid}\n`);
          }
        },
      };
    },
    serving: async () => sharesOf(await observe()),
    async left() {
      const trees = (await readdir(versions)).map((name) => `tree of ${name}`);
      const bad = await Promise.all(
        (await readdir(versions)).map(async (name) =>
          (await readdir(path.join(versions, name))).includes("bad") ? [`${name} is bad`] : [],
        ),
      );
      const named = await Promise.all(
        ["serving", "previous"].map(
          async (name) => `${name}: ${(await readFile(path.join(state, name), "utf8").catch(() => "none")).trim()}`,
        ),
      );
      const runs = [...(await running()).keys()].map((what) => `runs: ${what.split(" ")[0]}`);
      return [...trees, ...bad.flat(), ...named, ...runs].toSorted();
    },
    tell: (onMoment) => ear.tell(onMoment),
    async end() {
      await Promise.all([ear.end(), door.end()]);
      await processes.end();
    },
  };
}

/** The process of each version, by its name, port and commit. */
async function whatRuns(versions: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const version of await readdir(versions).catch(() => [])) {
    const read = async (name: string): Promise<string> =>
      (await readFile(path.join(versions, version, name), "utf8").catch(() => "")).trim();
    const pid = Number((await read("pid")) || "NaN");
    if (isAlive(pid)) found.set(`${version} ${await read("port")} ${await read("sha")}`, pid);
  }
  return found;
}

async function ended(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await pause(5);
}

/** Starts a version as the deploy command does, and waits until it answers. */
async function started(tree: string, port: string): Promise<number> {
  const options = { cwd: tree, env: { ...process.env, PORT: port, STAGE: "production" }, detached: true } as const;
  const child = spawn("sh", ["-c", START], { ...options, stdio: "ignore" });
  child.unref();
  for (let tries = 0; tries < 200; tries += 1) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answers) return child.pid ?? 0;
    await pause(20);
  }
  throw new Error(`${tree} does not start again`);
}

/** What nginx would be: clients go by the weights of the file, those who name a version to that one. */
async function openDoor(upstream: string, versions: string) {
  let turn = 0;
  const portFor = async (pinned: string | undefined): Promise<string | undefined> => {
    if (pinned !== undefined) return readFile(path.join(versions, pinned, "port"), "utf8").catch(() => undefined);
    const lines = (await readFile(upstream, "utf8")).matchAll(/127\.0\.0\.1:(?<port>\d+) weight=(?<weight>\d+)/g);
    const ports = Array.from(lines, ({ groups }) =>
      Array<string>(Number(groups?.["weight"])).fill(groups?.["port"] ?? ""),
    );
    turn += 37;
    const all = ports.flat();
    return all[turn % all.length];
  };
  const server = createServer((request, response) => {
    const pinned = request.headers["x-release-version"];
    void portFor(typeof pinned === "string" ? pinned : undefined).then((port) => {
      if (port === undefined) return response.writeHead(503).end("nobody serves");
      const { method, headers, url } = request;
      const onwards = ask(
        { host: "127.0.0.1", port: port.trim(), method, headers, path: url, agent: false },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onwards.once("error", (error) => response.writeHead(502).end(String(error)));
      return request.pipe(onwards);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async end(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
