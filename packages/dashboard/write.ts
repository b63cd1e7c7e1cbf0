import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { Site } from "./site.ts";

/**
 * Writes the site into a folder, file over file; returns how many there are. What else lies there stays. One write after
 * the other, without waiting in between: thousands of small files take a third of the time.
 */
export function writeSite(site: Site, folder: string): number {
  const folders = new Set([...site.keys()].map((file) => path.dirname(file)));
  for (const own of folders) mkdirSync(path.join(folder, own), { recursive: true });
  for (const [file, text] of site) writeFileSync(path.join(folder, file), text());
  return site.size;
}
