import { open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** A claim this old whose platform does not answer belongs to a process that is gone, even if its number lives again. */
const STARTED_BY_NOW_MS = 10_000;

/**
 * Makes this process the one platform of the directory; `false` when another one is. `isAnswering` asks whether the
 * platform that the directory knows is alive: process numbers are used again, so a living number proves nothing.
 */
export async function claim(
  directory: string,
  now: () => number,
  isAnswering: () => Promise<boolean>,
): Promise<boolean> {
  const file = join(directory, "platform.lock");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(file)) return true;
    if (await isHeld(file, now, isAnswering)) return false;
    await rm(file, { force: true });
  }
  return false;
}

/** To be called by the holder when it ends. */
export async function release(directory: string): Promise<void> {
  await rm(join(directory, "platform.lock"), { force: true });
}

async function create(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx", 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    throw thrown;
  }
}

async function isHeld(file: string, now: () => number, isAnswering: () => Promise<boolean>): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => "");
  const age = await stat(file).then(
    ({ mtimeMs }) => now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  // Empty: created this very moment, the number not written yet.
  if (text === "") return age < STARTED_BY_NOW_MS;
  if (!isAlive(Number(text))) return false;
  return age < STARTED_BY_NOW_MS || (await isAnswering());
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
