import { lstat, mkdir, opendir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { hasDigest, maxBytes } from "./digest.ts";
import type { Digest, Named, Store } from "./store.ts";

export interface Sieve {
  readonly from: string;
  readonly to: string;
  readonly named: Named;
  readonly nameOf: Store["nameOf"];
  readonly signal: AbortSignal;
}

/**
 * Copies from one folder to another the files that the lock files name, byte by byte as they were judged; what is there
 * already stays. Links and all other things are left. Says how many of them are there now. A file is there whole or not at
 * all, whenever it ends.
 */
export async function sift({ from, to, named, nameOf, signal }: Sieve): Promise<number> {
  let count = 0;
  for await (const file of filesBelow(from, "")) {
    signal.throwIfAborted();
    const digests = named.get(nameOf(file));
    if (digests === undefined) continue;
    const target = path.join(to, file);
    if ((await sizeOf(target)) === undefined && !(await copied(path.join(from, file), target, digests))) continue;
    count += 1;
  }
  return count;
}

async function copied(source: string, target: string, digests: readonly Digest[]): Promise<boolean> {
  const size = await sizeOf(source);
  if (size === undefined || size > maxBytes) return false;
  const content = await readFile(source);
  if (!hasDigest(target, content, digests)) return false;
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}.tmp`;
  await writeFile(unfinished, content, { flag: "wx" });
  await rename(unfinished, target);
  return true;
}

async function sizeOf(file: string): Promise<number | undefined> {
  const seen = await lstat(file).catch(() => undefined);
  return seen?.isFile() === true ? seen.size : undefined;
}

async function* filesBelow(root: string, folder: string): AsyncGenerator<string> {
  const entries = await opendir(path.join(root, folder)).catch(() => undefined);
  if (entries === undefined) return;
  for await (const entry of entries) {
    const place = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(root, place);
    else if (entry.isFile()) yield place;
  }
}
