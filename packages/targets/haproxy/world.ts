import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { freePort } from "#process";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The program of a real HAProxy. Where it cannot be had, what stays untested is printed. */
export function findHaproxy(): string | undefined {
  const { status, stdout, stderr } = spawnSync(join(root, "scripts/install-haproxy.sh"), {
    encoding: "utf8",
    timeout: 300_000,
  });
  if (status === 0) return stdout.trim();
  process.stderr.write(`NOT TESTED against a real HAProxy. ${stderr}\n`);
  return undefined;
}

/** A running HAProxy with the configuration of examples/haproxy, its ports and paths replaced. */
export interface HaproxyWorld {
  /** For `loadTarget("haproxy", …)`. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly directory: string;
  /** Where Prometheus would read. */
  readonly metricsUrl: string;
  /** What HAProxy wrote since it was started: which server it called down or up, and why. */
  said(): string;
  /** Ends HAProxy as a power cut does; `edit` changes its configuration before it is started again. */
  restart(edit?: (config: string) => string): Promise<void>;
  /** Ends HAProxy and every version that it served. */
  end(): Promise<void>;
}

/** Opens one in a directory of its own. */
export async function openHaproxy(program: string): Promise<HaproxyWorld> {
  const home = await mkdtemp(join(tmpdir(), "haproxy-"));
  const directory = join(home, "production");
  const socket = join(home, "admin.sock");
  const configFile = join(home, "haproxy.cfg");
  await mkdir(directory);
  await writeFile(join(directory, "versions.map"), "");
  const ports = { 8080: await freePort(), 8405: await freePort(), 9001: await freePort(), 9002: await freePort() };
  let config = (await readFile(join(root, "examples/haproxy/haproxy.cfg"), "utf8"))
    .replaceAll("/var/lib/release-command/production", directory)
    .replace(/stats socket .*/, `stats socket ${socket} mode 600 level admin`)
    .replaceAll("inter 500ms", "inter 50ms")
    .replace("GET /health", "GET /");
  for (const [from, to] of Object.entries(ports)) config = config.replaceAll(`127.0.0.1:${from}`, `127.0.0.1:${to}`);
  let haproxy = await startHaproxy(program, { configFile, config });
  const script = (name: string): string => `sh '${join(root, "examples/haproxy", name)}'`;
  return {
    directory,
    metricsUrl: `http://127.0.0.1:${ports[8405]}/metrics`,
    said: () => haproxy.said(),
    settings: {
      socket,
      backend: "app",
      slots: { blue: ["blue1"], green: ["green1"] },
      url: `http://127.0.0.1:${ports[8080]}`,
      directory,
      config: configFile,
      start: script("start.sh"),
      stop: script("stop.sh"),
      startTimeout: "5s",
    },
    restart: async (edit = (text) => text) => {
      await ended(haproxy.child);
      config = edit(config);
      haproxy = await startHaproxy(program, { configFile, config });
    },
    end: async () => {
      await ended(haproxy.child);
      await endVersions(join(directory, "run"));
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function startHaproxy(
  program: string,
  { configFile, config }: { readonly configFile: string; readonly config: string },
): Promise<{ readonly child: ChildProcess; said(): string }> {
  await writeFile(configFile, config);
  const child = spawn(program, ["-f", configFile, "-db"], { stdio: ["ignore", "ignore", "pipe"] });
  const endAtExit = (): boolean => child.kill("SIGKILL");
  process.once("exit", endAtExit);
  child.once("exit", () => process.removeListener("exit", endAtExit));
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://${/bind (\S+)\n\s+default_backend/.exec(config)?.[1] ?? ""}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return { child, said: () => said };
    await pause(25);
  }
  throw new Error(`HAProxy did not start: ${said}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function endVersions(run: string): Promise<void> {
  const files = await readdir(run).catch(() => []);
  for (const file of files.filter((name) => name.endsWith(".pid"))) {
    try {
      process.kill(Number(await readFile(join(run, file), "utf8")), "SIGKILL");
    } catch {
      // It is gone already.
    }
  }
}
