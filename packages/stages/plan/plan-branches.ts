import { detectBranches } from "#config";
import { ReleaseFault } from "#faults";

import type { Workplace } from "../open.ts";
import type { StartCommand } from "../commands/start-command.ts";

/** Where a release starts and where it is merged, and why. */
export interface ChosenBranches {
  readonly source: string;
  readonly target: string;
  readonly reason: string;
}

/** What was found of a repository. */
interface Found {
  /** The last released tag. */
  readonly last: string | undefined;
  /** Every branch of the remote (`refs/heads/…`). */
  readonly heads: ReadonlyMap<string, string>;
}

/** Detected unless they were named (decision 5). Throws a fault for a branch that is not there. */
export async function chooseBranches(
  { git, forge, local }: Workplace,
  command: StartCommand,
  { last, heads }: Found,
): Promise<ChosenBranches> {
  const names = [...heads.keys()].map((ref) => ref.slice("refs/heads/".length));
  const defaultBranch = await forge.defaultBranch();
  const configured = {
    ...local.config.branches,
    ...(command.from === undefined || command.type === "hotfix" ? {} : { source: command.from }),
    ...(command.to === undefined ? {} : { target: command.to }),
  };
  const develop = names.includes("develop")
    ? await describeDevelop(git, last ?? `refs/remotes/origin/${defaultBranch}`, last !== undefined)
    : undefined;
  const detected = detectBranches({
    branches: names,
    defaultBranch,
    configured,
    ...(develop === undefined ? {} : { develop }),
  });
  const asked = command.from !== undefined && command.to !== undefined ? "as asked" : detected.reason;
  if (!names.includes(detected.source)) {
    throw new ReleaseFault("input", `Source branch '${detected.source}' not found`, {
      hint: `Branches: ${names.slice(0, 8).join(", ")}. Example: --from=${defaultBranch}`,
    });
  }
  // By its exact name: `main~1` would be found as well, and an older configuration with it.
  if (!names.includes(detected.target)) {
    throw new ReleaseFault("input", `Target branch '${detected.target}' not found`, { hint: "Example: --to=main" });
  }
  return { source: detected.source, target: detected.target, reason: asked };
}

async function describeDevelop(
  git: Workplace["git"],
  base: string,
  released: boolean,
): Promise<{ readonly containsLastRelease: boolean; readonly commitsAfter: number }> {
  const develop = "refs/remotes/origin/develop";
  let commitsAfter = 0;
  for await (const chunk of git.log(["--format=%H", `${base}..${develop}`]))
    commitsAfter += chunk.toString("utf8").split("\n").length - 1;
  return { containsLastRelease: !released || (await git.isAncestor(base, develop)), commitsAfter };
}

/** The commit that the release is made of: the tip of its source branch, or the base tag of a hotfix. */
export async function resolveBase(
  { git }: Workplace,
  command: StartCommand,
  {
    source,
    tags,
  }: { readonly source: string; readonly tags: readonly { readonly name: string; readonly sha: string }[] },
): Promise<string> {
  if (command.type === "standard") {
    const sha = await git.resolve(`refs/remotes/origin/${source}^{commit}`);
    if (sha !== undefined) return sha;
    throw new ReleaseFault("input", `Source branch '${source}' not found`, { hint: "Example: --from=develop" });
  }
  const base = command.from;
  // The tag itself: `v1.0.0~3` is a commit that nobody released.
  const sha = tags.find(({ name }) => name === base)?.sha;
  if (sha !== undefined) return sha;
  throw new ReleaseFault(
    "input",
    base === undefined ? "A hotfix needs its base: the released tag that it repairs" : `Base tag '${base}' not found`,
    {
      hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --target=main",
    },
  );
}
