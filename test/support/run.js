import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { startHouse } from "../../packages/testbed/github/index.ts";

const memory = "/dev/shm";
const neededBytes = 6 * 1024 ** 3;
/** No run takes as long. */
const leftBehindMs = 6 * 60 * 60 * 1000;
/** Short: paths of sockets have an end at 107 characters. */
const prefix = "rc-";
let folder;
let houses = [];

/** What the suites of one run share: a folder in memory, where git's many small files cost least, and processes for stand-ins. */
export default async function begin({ maxWorkers }) {
  folder = folderInMemory();
  if (folder !== undefined) process.env.TMPDIR = folder;
  // One for each worker: nobody waits for the stand-in of another one's world.
  houses = await Promise.all(Array.from({ length: maxWorkers }, startHouse));
  process.env.STANDIN_HOUSES = houses.map(({ url }) => url).join(" ");
}

export async function end() {
  await Promise.all(houses.map(({ stop }) => stop()));
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** `undefined` where there is no such place, too little of it, one from which nothing can be started, or a wish for another. */
function folderInMemory() {
  if (process.env.TMPDIR) return undefined;
  try {
    removeLeftBehind();
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < neededBytes) return undefined;
    const made = mkdtempSync(path.join(memory, prefix));
    // As the usual folder: servers that are started as somebody else have theirs in it.
    chmodSync(made, 0o1777);
    const program = path.join(made, "starts");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    if (spawnSync(program).status === 0) return made;
    rmSync(made, { recursive: true });
  } catch {
    // Another system.
  }
  return undefined;
}

/** By a run that was killed: what lies in memory would stay there. */
function removeLeftBehind() {
  for (const name of readdirSync(memory).filter((one) => one.startsWith(prefix))) {
    const old = path.join(memory, name);
    if (Date.now() - statSync(old).mtimeMs > leftBehindMs) rmSync(old, { recursive: true, force: true });
  }
}
