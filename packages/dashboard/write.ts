import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Site } from "./site.ts";

/** Writes the site into a folder, file over file; returns how many there are. What else lies there stays. */
export async function writeSite(site: Site, folder: string): Promise<number> {
  const folders = new Set([...site.keys()].map((file) => path.dirname(file)));
  for (const own of folders) await mkdir(path.join(folder, own), { recursive: true });
  for (const [file, text] of site) await writeFile(path.join(folder, file), text());
  return site.size;
}
