import { once } from "node:events";
import { Worker } from "node:worker_threads";

import { added, nothingRun, type Part } from "./tally.ts";
import type { Task } from "./worker.ts";
import type { World } from "./world.ts";

/** Runs that a thread takes at once: seconds of work. */
const RUNS_A_TASK = 200;

/** Runs 0 to `runs` of a cell by all threads. How they are shared out changes nothing in the result. */
export type Runner = (world: World, seed: number, runs: number) => Promise<Part>;

/** Starts the threads, lets `use` have them, and ends them. */
export async function withThreads<T>(count: number, use: (run: Runner) => Promise<T>): Promise<T> {
  const workers = Array.from({ length: count }, () => new Worker(new URL("worker.ts", import.meta.url)));
  try {
    return await use(async (world, seed, runs) => {
      const tasks = Array.from({ length: Math.ceil(runs / RUNS_A_TASK) }, (_, index): Task => {
        const from = index * RUNS_A_TASK;
        return { world, seed, from, to: Math.min(runs, from + RUNS_A_TASK) };
      });
      const parts = await Promise.all(workers.map((worker) => serve(worker, tasks)));
      const { rules, wrong } = parts.reduce(added, nothingRun);
      return { rules, wrong: wrong.toSorted((a, b) => a.run - b.run) };
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Takes tasks until none is left. */
async function serve(worker: Worker, tasks: Task[]): Promise<Part> {
  let all = nothingRun;
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task);
    // oxlint-disable-next-line no-await-in-loop -- a thread does one task at a time
    const [part]: Part[] = await once(worker, "message");
    if (part !== undefined) all = added(all, part);
  }
  return all;
}
