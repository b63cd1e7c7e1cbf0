import { readFile } from "node:fs/promises";
import path from "node:path";

import { parseDocument } from "yaml";

import type { World } from "../../packages/testbed/index.ts";
import { pushTo } from "../act/repositories.ts";

const configFile = ".github/release-command.yml";

/** What the hostile tests found and did. */
export interface Report {
  readonly tokens: readonly {
    readonly token: string;
    readonly from: readonly string[];
    readonly writes: readonly string[];
  }[];
  readonly attempts: Readonly<Record<string, boolean>>;
  /** SHA-256 of the evidence that it forged, by leg. */
  readonly digests: Readonly<Record<string, string>>;
  /** Variables that the tests were given. */
  readonly names: readonly string[];
}

/** Makes the unit tests of the world's project hostile, in legs side by side. They end red. */
export async function turnHostile(
  world: World,
  { cwd, report }: { readonly cwd: string; readonly report: string },
): Promise<void> {
  const document = parseDocument(await readFile(path.join(world.repositoryDirectory, configFile), "utf8"));
  document.setIn(["gates", "parallel"], true);
  document.setIn(
    ["gates", "unit", "command"],
    `node checks/tests.js ${report} ${world.githubUrl} ${world.repository} && exit 1`,
  );
  const tests = await readFile(new URL("tests.js", import.meta.url), "utf8");
  const files = { [configFile]: document.toString({ lineWidth: 0 }), "checks/tests.js": tests };
  await pushTo(world, { branch: "develop", message: "test: look around", files, cwd });
}

export async function reportIn(file: string): Promise<Report> {
  return JSON.parse(await readFile(file, "utf8")) as Report;
}
