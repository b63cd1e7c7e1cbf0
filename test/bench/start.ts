// How long each action takes from the start of its process to "inputs parsed", beside a bare Node.
// `node test/bench/start.ts [RUNS]`
import { spawnSync } from "node:child_process";
import path from "node:path";

import { actions } from "../../actions/index.ts";
import { dist } from "../dist/chunks.ts";

const runs = Number(process.argv[2] ?? "20");

/** Every input is missing: the process ends as soon as its inputs are parsed. */
function millisecondsOf(args: readonly string[]): number {
  const startedAt = performance.now();
  spawnSync(process.execPath, args, { env: { PATH: process.env["PATH"] }, stdio: "ignore" });
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

const bare = median(Array.from({ length: runs }, () => millisecondsOf(["-e", "0"])));
console.log(`median of ${runs}, wall; bare node ${bare.toFixed(0)} ms`);
for (const name of Object.keys(actions)) {
  const ms = median(Array.from({ length: runs }, () => millisecondsOf([path.join(dist, `${name}.js`)])));
  console.log(`${name.padEnd(9)} ${ms.toFixed(0).padStart(4)} ms  (+${(ms - bare).toFixed(0)})`);
}
