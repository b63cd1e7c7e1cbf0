import { readFile, realpath } from "node:fs/promises";
import path from "node:path";

import { ReleaseFault } from "#faults";

/** Text of a file that an input names. Throws an `input` fault for one that is not there, or not in the checkout. */
export async function textInCheckout(cwd: string, file: string, input: "changelog" | "plan"): Promise<string> {
  const found = await contained(cwd, file)
    .then((place) => (place === undefined ? undefined : readFile(place, "utf8")))
    .catch(() => undefined);
  if (found !== undefined) return found;
  throw new ReleaseFault("input", `${input}: ${file} cannot be read in the checkout`, {
    hint: `Example: ${input}: ${input === "plan" ? "plan.json" : "docs/CHANGELOG_CUSTOM.md"}`,
  });
}

/** A link that is committed may point to anything on the machine of the runner. */
async function contained(cwd: string, file: string): Promise<string | undefined> {
  const [root, place] = await Promise.all([realpath(cwd), realpath(path.resolve(cwd, file))]);
  const way = path.relative(root, place);
  return way.startsWith("..") || path.isAbsolute(way) ? undefined : place;
}
