import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import { faultCommits, type Fault } from "./faults.ts";
import { applyEdits, type PlannedCommit, type Tree } from "./history.ts";
import { minimalCommits, minimalFaultCommits } from "./minimal-commits.ts";
import { shopCommits } from "./shop-commits.ts";

const CONFIG = ".github/release-command.yml";
const LOCAL_ONLY = new Set(["node_modules", "reports", "test-results"]);

/** A value of the release configuration that is another one in each world. */
export type ConfigValue = readonly [path: readonly (string | number)[], value: ConfigText];
type ConfigText = string | number | readonly unknown[] | Readonly<Record<string, unknown>>;

export interface Project {
  readonly commits: readonly PlannedCommit[];
  /** The tree of the last commit. */
  readonly tree: Tree;
  /** What serves before the release. */
  readonly released: string;
}

/** What is to be released: the shop, or the smallest thing that can be, with its configuration filled in. */
export async function readProject(options: {
  readonly minimal: boolean;
  readonly fault: Fault | undefined;
  readonly config: readonly ConfigValue[];
}): Promise<Project> {
  const files = new Map(
    await readTree(fileURLToPath(new URL(options.minimal ? "../minimal" : "../shop", import.meta.url))),
  );
  const config = parseDocument(files.get(CONFIG) ?? "");
  for (const [path, value] of options.config) config.setIn(path, value);
  files.set(CONFIG, config.toString({ lineWidth: 0 }));
  const base = options.minimal ? minimalCommits : shopCommits;
  const faults = options.minimal ? minimalFaultCommits(options.fault) : faultCommits(options.fault);
  const tree = faults.reduce<Tree>((before, { edits = [] }) => applyEdits(before, edits, "forwards"), files);
  return {
    commits: [...base, ...faults],
    tree,
    released: base.findLast(({ release }) => release !== undefined)?.release ?? "",
  };
}

async function readTree(directory: string): Promise<Tree> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !LOCAL_ONLY.has(path.split("/", 1)[0] ?? ""))
    .toSorted();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(directory, path), "utf8")] as const)),
  );
}
