import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import type { Part } from "./tally.ts";

/** One cell as it was run. */
export interface Result extends Part {
  readonly runs: number;
}

/** What is known of all cells, by name, and what it was made of: another judge has other results. */
export interface Results {
  readonly seed: number;
  readonly sources: string;
  readonly cells: Readonly<Record<string, Result>>;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A digest of the judge, the rules and the traffic. */
export function sourcesDigest(): string {
  const hash = createHash("sha256");
  const simulated = ["rules/*", "ours", "random", "requests", "tally", "world"].map(
    (name) => `test/bench/simulation/${name}.ts`,
  );
  for (const file of globSync(["packages/analysis/*.ts", ...simulated], { cwd: root }).toSorted())
    if (!file.endsWith(".test.ts")) hash.update(readFileSync(path.join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

/** What the file holds, if it is of these sources and this seed; else nothing yet. */
export function knownResults(file: string | undefined, seed: number): Results {
  const fresh: Results = { seed, sources: sourcesDigest(), cells: {} };
  if (file === undefined || !existsSync(file)) return fresh;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `keepResults`
  const known = JSON.parse(readFileSync(file, "utf8")) as Results;
  return known.seed === seed && known.sources === fresh.sources ? known : fresh;
}

/** Keeps them for the next start. */
export function keepResults(file: string, results: Results): void {
  writeFileSync(file, `${JSON.stringify(results)}\n`);
}
