import { readFile } from "node:fs/promises";
import path from "node:path";

import { parseDocument } from "yaml";

import type { World } from "../../packages/testbed/index.ts";
import { pushTo } from "../act/repositories.ts";

/** Production and staging by another strategy; there are two instances of what rolls. */
export function by(strategy: "blue-green" | "rolling"): { readonly prepare: (world: World) => Promise<void> } {
  return {
    prepare: async (world) =>
      configured(world, [
        [["environments", "staging", "strategy"], strategy],
        [["environments", "production", "strategy"], strategy],
        [["environments", "production", "rolling"], { batch: 50 }],
        [["environments", "production", "settings", "instances"], strategy === "rolling" ? 2 : 1],
      ]),
  };
}

const file = ".github/release-command.yml";

/** The project's configuration on `develop`, with other values. */
export async function configured(
  world: World,
  values: readonly (readonly [path: readonly (string | number)[], value: unknown])[],
): Promise<void> {
  const settings = parseDocument(await readFile(path.join(world.repositoryDirectory, file), "utf8"));
  for (const [key, value] of values) settings.setIn(key, value);
  await pushTo(world, {
    branch: "develop",
    message: "ci: release another way",
    files: { [file]: settings.toString({ lineWidth: 0 }) },
    cwd: path.join(world.directory, "clones", "configured"),
  });
}
