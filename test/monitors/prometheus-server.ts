import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { freePort } from "#process";

/** How often the server of the tests scrapes. */
export const scrapeMs = 200;
const readyWithinMs = 30_000;
const script = fileURLToPath(new URL("../../scripts/install-prometheus.sh", import.meta.url));

/** A real Prometheus on a random port of the loopback, in a directory that goes with it. */
export interface Prometheus {
  readonly url: string;
  /** Ends it at once; what it stored stays. */
  kill(): Promise<void>;
  /** Starts it again, with what it stored, on the same port. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** The program, fetched if need be; `undefined`, and said so, where it cannot be had. */
export function findPrometheus(): string | undefined {
  const { status, stdout, stderr } = spawnSync("sh", [script], { encoding: "utf8", timeout: 300_000 });
  if (status === 0) return stdout.trim();
  process.stderr.write(`NOT TESTED against a real Prometheus. ${stderr}\n`);
  return undefined;
}

/** Starts one that scrapes the targets (host:port), every 200 ms unless told. With `webConfig` it asks who is there. */
export async function startPrometheus(
  program: string,
  targets: readonly string[],
  { webConfig, everyMs = scrapeMs }: { readonly webConfig?: string; readonly everyMs?: number } = {},
): Promise<Prometheus> {
  const directory = await mkdtemp(path.join(tmpdir(), "release-command-prometheus-"));
  const port = await freePort();
  const scrape = {
    global: { scrape_interval: `${everyMs}ms`, scrape_timeout: `${everyMs}ms` },
    scrape_configs: [{ job_name: "shop", static_configs: [{ targets }] }],
  };
  // JSON is YAML.
  await writeFile(path.join(directory, "prometheus.yml"), JSON.stringify(scrape));
  if (webConfig !== undefined) await writeFile(path.join(directory, "web.yml"), webConfig);
  let child: ReturnType<typeof spawn> | undefined;
  const kill = async () => {
    if (child?.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  };
  const start = async () => {
    const flags = [
      "--config.file=prometheus.yml",
      "--storage.tsdb.path=data",
      "--log.level=error",
      `--web.listen-address=127.0.0.1:${port}`,
      ...(webConfig === undefined ? [] : ["--web.config.file=web.yml"]),
    ];
    const one = spawn(program, flags, { cwd: directory, stdio: "ignore" });
    child = one;
    process.once("exit", () => one.kill("SIGKILL"));
    for (let waitedMs = 0; ; waitedMs += 50) {
      const answer = await fetch(`http://127.0.0.1:${port}/-/ready`).catch(() => undefined);
      if (answer?.status === 200 || answer?.status === 401) return;
      if (one.exitCode !== null || waitedMs > readyWithinMs)
        throw new Error(`${program} was not ready in ${directory}`);
      await pause(50);
    }
  };
  await start();
  const remove = async () => {
    await kill();
    await rm(directory, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, kill, start, remove };
}

/** A process that is scraped: what it shows is what the test puts there. */
export interface Scraped {
  readonly address: string;
  /** Series as they are written, e.g. `requests_total{version="v1"}`, and their values. */
  readonly series: Map<string, number | string>;
  close(): Promise<void>;
}

export async function startScraped(): Promise<Scraped> {
  const series = new Map<string, number | string>();
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end(Array.from(series, ([name, value]) => `${name} ${value}\n`).join(""));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, series, close };
}
