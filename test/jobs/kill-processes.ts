// `node test/jobs/kill-processes.ts`: the bundled actions as processes, killed at each moment, each time in a world of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { createWorld } from "../../packages/testbed/index.ts";
// oxlint-disable-next-line import/no-unassigned-import -- a hook, for what is imported later
import "../support/json-modules.ts";

// After the hook for JSON is there.
const { kills, releaseKilled } = await import("./processes.ts");

for (const kill of kills) {
  const directory = await mkdtemp(path.join(tmpdir(), "release-processes-"));
  const world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
  try {
    const { runs, killed, state, live } = await releaseKilled(world, [kill]);
    // Killed before it touched traffic, a deploy is made again; after that it is taken back.
    const isRight = !live && (kill[0] === "production/production" ? state !== "failed" : state === "completed");
    process.stdout.write(
      `${kill.join(": ")}: ${killed.length === 1 ? state : "not killed"}${live ? ", live" : ""} after ${runs.length} runs\n`,
    );
    if (!isRight || killed.length !== 1) process.exitCode = 1;
  } finally {
    await world.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
