import { parentPort } from "node:worker_threads";

import { runPart } from "./tally.ts";
import type { World } from "./world.ts";

/** Some runs of one cell, asked of a thread. */
export interface Task {
  readonly world: World;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

parentPort?.on("message", ({ world, seed, from, to }: Task) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(runPart(world, seed, from, to));
});
