// How long the five categories of the demo shop take in staging. `node test/bench/smoke.ts [RUNS]`
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { loadConfig } from "#config";
import { runSmoke } from "#smoke";
import { monitorNames } from "#monitors";
import { targetNames } from "#targets";
import { createWorld } from "#testbed";

const runs = Number(process.argv[2] ?? "5");
// Where the shop finds its packages.
const demos = fileURLToPath(new URL("../../.demo", import.meta.url));
mkdirSync(demos, { recursive: true });
const directory = mkdtempSync(path.join(demos, "smoke-"));
const world = await createWorld({ directory });
try {
  const file = path.join(world.repositoryDirectory, ".github/release-command.yml");
  const options = { targets: targetNames, monitors: monitorNames };
  const { config } = loadConfig({ text: readFileSync(file, "utf8"), path: file, ...options });
  const clock = { now: () => performance.now(), sleep: async (ms: number) => sleep(ms) };
  const { signal } = new AbortController();
  const { env } = config.environments.staging;
  for (let count = 1; count <= runs; count += 1) {
    const cpu = process.cpuUsage();
    const result = await runSmoke(config.smoke, { baseUrl: world.stagingUrl, env, clock, signal });
    const { user, system } = process.cpuUsage(cpu);
    const took = `${result.executionTimeMs} ms wall, ${Math.round((user + system) / 1000)} ms CPU`;
    console.log(`${result.status}, ${result.categoriesPassed} categories, ${result.checks.length} checks: ${took}`);
  }
} finally {
  await world.stop();
  rmSync(directory, { recursive: true, force: true });
}
