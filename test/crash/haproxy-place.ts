import { execFile } from "node:child_process";
import { cp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { realClock } from "#http";
import { loadTarget } from "#targets";

import { Runtime, type Server } from "../../packages/targets/haproxy/runtime.ts";
import { isUp } from "../../packages/targets/haproxy/shares.ts";
import { findHaproxy, openHaproxy } from "../../packages/targets/haproxy/world.ts";
import { openEar, openRelay } from "./moments.ts";
import { patient, sharesOf, sharingOf, type Elsewhere } from "./place.ts";

const execute = promisify(execFile);
const told = fileURLToPath(new URL("told.sh", import.meta.url));
const { signal } = new AbortController();

/** Production behind a real HAProxy: its weights, states and map, and the processes in its slots. */
export async function haproxyPlace(): Promise<Elsewhere> {
  const program = findHaproxy();
  if (program === undefined) throw new Error("HAProxy cannot be had here");
  const haproxy = await openHaproxy(program);
  const { directory } = haproxy;
  const real = String(haproxy.settings["socket"]);
  const run = path.join(directory, "run");
  const map = path.join(directory, "versions.map");
  const runtime = new Runtime(real, "app", signal);
  const moments = path.join(directory, "moments");
  const ear = await openEar(moments);
  const relay = await openRelay(real, ear.hear);
  const env = { COMMAND: "node server.js", STAGE: "production" };
  const script = (name: "start" | "stop") => `sh '${told}' '${moments}' ${name} ${String(haproxy.settings[name])}`;
  const settings = {
    ...haproxy.settings,
    socket: relay.address,
    env,
    start: script("start"),
    stop: script("stop"),
  };
  const observe = async () => {
    const options = { environment: "production", workDirectory: directory, env: process.env, clock: realClock, signal };
    const target = await loadTarget("haproxy", {
      ...options,
      environment: "production",
      settings: { ...settings, socket: real },
    });
    return target.observe();
  };
  const servers = async () => (await runtime.servers()).servers;
  const running = () => whatRuns(run);

  /** Ends what is on a port and starts what was, if anything was. */
  const put = async (port: string, wanted: string | undefined): Promise<void> => {
    const [version = "", sha = ""] = (wanted ?? "").split(" ");
    const TREE = path.join(directory, "versions", `${version}-${sha.slice(0, 12)}`);
    const variables = { ...process.env, ...env, PORT: port, VERSION: version, SHA: sha, TREE };
    await killOn(run, port);
    if (wanted !== undefined) await execute("sh", ["-c", String(haproxy.settings["start"])], { env: variables });
  };

  return {
    config: patient({
      target: "haproxy",
      settings,
      monitor: "probe",
      monitorSettings: { rate: 2, timeoutMs: 20_000, maxOpen: 50 },
    }),
    async remember(place) {
      const files = path.join(place, "haproxy");
      await cp(directory, files, { recursive: true, filter: (from) => !from.startsWith(run) && from !== moments });
      const [before, pins, ran] = [await servers(), await runtime.map(map), await running()];
      return {
        sharing: sharingOf(await observe()),
        async restore() {
          await takeAway(directory);
          await cp(files, directory, { recursive: true });
          const runs = await running();
          for (const port of new Set([...runs.keys(), ...ran.keys()]))
            if (runs.get(port) !== ran.get(port)) await put(port, ran.get(port));
          await runtime.change([
            `clear map ${map}`,
            ...[...(pins ?? [])].map(([version, name]) => `add map ${map} ${version} ${name}`),
            ...before.flatMap(({ name, weight, status }) => [
              `set server app/${name} weight ${weight}`,
              `set server app/${name} state ${status.startsWith("MAINT") ? "maint" : "ready"}`,
            ]),
          ]);
          await untilAs(before, servers);
        },
      };
    },
    serving: async () => sharesOf(await observe()),
    async left() {
      const trees = await readdir(path.join(directory, "versions"));
      const pins = [...((await runtime.map(map)) ?? [])].map((pin) => `pinned: ${pin.join(" to ")}`);
      const states = (await servers()).map(({ name, status }) => `${name} is ${status}`);
      const runs = Array.from((await running()).values(), (what) => `runs: ${what.split(" ")[0]}`);
      return [...trees.map((tree) => `tree of ${tree.split("-")[0]}`), ...pins, ...states, ...runs].toSorted();
    },
    tell: (onMoment) => ear.tell(onMoment),
    async end() {
      await Promise.all([relay.end(), ear.end()]);
      await haproxy.end();
    },
  };
}

/** The version and commit that runs on each port. */
async function whatRuns(run: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const file of await readdir(run).catch(() => [])) {
    const port = /^(\d+)\.pid$/.exec(file)?.[1];
    if (port === undefined || !isAlive(Number(await readFile(path.join(run, file), "utf8")))) continue;
    found.set(port, (await readFile(path.join(run, `${port}.version`), "utf8")).trim());
  }
  return found;
}

async function killOn(run: string, port: string): Promise<void> {
  const file = path.join(run, `${port}.pid`);
  const pid = Number(await readFile(file, "utf8").catch(() => "NaN"));
  if (isAlive(pid)) {
    process.kill(pid, "SIGKILL");
    while (isAlive(pid)) await pause(5);
  }
  await rm(file, { force: true });
  await rm(path.join(run, `${port}.version`), { force: true });
}

/** Everything but what runs: a later moment may have more than an earlier one. */
async function takeAway(directory: string): Promise<void> {
  const keep = new Set(["run", "moments"]);
  const names = (await readdir(directory)).filter((name) => !keep.has(name));
  await Promise.all(names.map((name) => rm(path.join(directory, name), { recursive: true, force: true })));
}

/** HAProxy finds out by itself who answers: until it knows it again. */
async function untilAs(before: readonly Server[], now: () => Promise<readonly Server[]>): Promise<void> {
  const wanted = before.filter(isUp).map(({ name }) => name);
  for (let tries = 0; tries < 200; tries += 1) {
    const up = (await now()).filter(isUp).map(({ name }) => name);
    if (wanted.every((name) => up.includes(name))) return;
    await pause(20);
  }
  throw new Error(`HAProxy does not find ${wanted.join(" and ")} up again`);
}

/** A zombie is none of ours: its parent is gone, and somebody else reaps it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
