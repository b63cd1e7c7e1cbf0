import { lastReleaseTag, resolveVersion, type Changelog } from "#changelog";
import { detectBranches, type LoadedConfig } from "#config";
import { ReleaseFault } from "#faults";
import { retryAfter, type GateName, type ReleasePlan, type Role, type Severity } from "#machine";

import { authorise, whyNot, type Wish } from "./authority.ts";
import { notesOf, readRange } from "./release-notes.ts";
import { adoptedHead, refuseAdoption } from "./adopt.ts";
import { missingConfiguration } from "./configured.ts";
import { bothExist, type EnvironmentCheck } from "./environments.ts";
import { incidentOf } from "./incident.ts";
import { policyOf } from "./production-approval.ts";
import { configAt, fetchAll, type Workplace } from "./open.ts";

/** What a person asked for, by any of the ways to start a release. */
export interface StartCommand {
  readonly type: "standard" | "hotfix";
  /** X.Y.Z, or `major`, `minor`, `patch`, `auto`. */
  readonly version: string;
  /** Source branch, or the base tag of a hotfix; detected when absent. */
  readonly from?: string;
  readonly to?: string;
  /** Text of the file given by `--changelog=FILE`. */
  readonly changelogOverride?: string;
  /** A retry takes over the branch of the attempt before, while it is still where that attempt left it. */
  readonly retryOf?: {
    readonly release: string;
    readonly gate: GateName | undefined;
    readonly branchHead: string | undefined;
  };
  /** Of a hotfix: how bad the incident is that it ends, and its id; both or none (decision 19). */
  readonly severity?: Severity;
  readonly incident?: string;
  /** The version may be lower than what the commits ask for: somebody said so. */
  readonly allowLowerVersion?: boolean;
  /** Of a hotfix: the branch is there already, with its fix, and is taken over (decision 29). */
  readonly adopt?: boolean;
  /** Only a look at what would happen: whoever may read may have it. */
  readonly dryRun?: boolean;
}

export interface PlannedRelease {
  readonly plan: ReleasePlan;
  readonly loaded: LoadedConfig;
  readonly changelog: Changelog;
  /** What was decided for the user, in words to print. */
  readonly notes: readonly string[];
}

/** Everything that can be known before anything is touched. Only reads; every mistake is a fault with an example. */
export async function planRelease(
  workplace: Workplace,
  command: StartCommand,
  checkEnvironments: EnvironmentCheck = bothExist,
): Promise<PlannedRelease> {
  const { git, forge, actor } = workplace;
  requireFormat(command.version);
  const named = incidentOf(command);
  refuseAdoption(command);
  await requireUsableClone(workplace);
  const authorised = command.dryRun === true ? undefined : await authorise(workplace, wishOf(command));
  await fetchAll(git);
  const tags = (await git.tags("v")).map(({ name }) => name);
  refuseUsedUp(command.version, tags);
  const last = lastReleaseTag(tags, { allowPrerelease: false });
  const branches = await chooseBranches(workplace, command, last);
  const baseSha = await resolveBase(workplace, command, branches.source);
  if ((await git.resolve(`refs/remotes/origin/${branches.target}`)) === undefined) {
    throw new ReleaseFault("input", `Target branch '${branches.target}' not found`, { hint: "Example: --to=main" });
  }
  const loaded = await configAt(git, baseSha);
  const previousTag = command.type === "hotfix" ? command.from : last;
  const range = await readRange(git, { previousTag, until: baseSha });
  const date = new Date(workplace.surroundings.clock.now()).toISOString().slice(0, 10);
  const notesFor = (version: string): Changelog =>
    notesOf(range, { version, date, repositoryUrl: forge.webUrl }, loaded.config.changelog);
  const draft = notesFor("0.0.0");
  if (command.type === "standard" && range.commits.length === 0) {
    throw new ReleaseFault(
      "policy",
      `${branches.source} has nothing to release: no commit after ${previousTag ?? "the beginning"}`,
      {
        hint: "Merge something first, or name another source. Example: --from=develop",
      },
    );
  }
  const { version, warnings } = resolveVersion({
    asked: command.version,
    ...(previousTag === undefined ? {} : { last: previousTag.slice(1) }),
    ...(draft.bump === undefined ? {} : { commits: draft.bump }),
    allowLower: command.allowLowerVersion === true,
  });
  await requireFreeVersion(workplace, version, tags);
  const releaseBranch = `${command.type === "hotfix" ? "hotfix" : "release"}/${version}`;
  const takesOver = await requireFreeBranch(workplace, command, { releaseBranch, baseSha });
  const { config } = loaded;
  const policy = await policyOf(git, branches.target);
  const mayPass = named !== undefined && policy.hotfix.autoApproval.includes(named.severity);
  const asks = mayPass ? await whyNot(workplace, "auto-approval") : undefined;
  const gates = gatesOf(command, loaded);
  const lacks = await missingConfiguration(workplace, { config, gates, environments: environmentsOf(command) });
  if (lacks !== undefined && command.dryRun !== true) throw lacks;
  const plan: ReleasePlan = {
    releaseVersion: version,
    releaseType: command.type,
    baseBranch: command.type === "hotfix" ? (command.from ?? branches.source) : branches.source,
    baseSha,
    targetBranch: branches.target,
    releaseBranch,
    tag: `v${version}`,
    ...(previousTag === undefined ? {} : { previousTag }),
    gates,
    ...(config.gates.parallel ? { parallelGates: true } : {}),
    steps: command.type === "hotfix" ? config.hotfix.steps : config.environments.production.steps,
    stagingStrategy: config.environments.staging.strategy,
    productionStrategy: command.type === "hotfix" ? "canary" : config.environments.production.strategy,
    initiatedBy: actor,
    configDigest: loaded.digest,
    ...(takesOver === undefined ? {} : { takesOver }),
    ...confirmation(command, actor, authorised),
    ...(command.changelogOverride === undefined ? {} : { changelogOverride: command.changelogOverride }),
    ...(named === undefined ? {} : { incident: { ...named, autoApproved: mayPass && asks === undefined } }),
  };
  const hints = await checkEnvironments(workplace, policy, plan);
  const changelog = notesFor(version);
  return {
    plan,
    loaded,
    changelog,
    notes: [
      `branches: ${branches.source} → ${branches.target} (${branches.reason})`,
      ...warnings,
      ...hints,
      ...(asks === undefined ? [] : [`people are asked before production: ${asks}`]),
      ...(lacks === undefined ? [] : [`it would be refused: ${lacks.message}`, lacks.hint]),
      `repository: ${forge.repository}`,
    ],
  };
}

/** A retry is confirmed by those who know what failed (decision 30). */
function wishOf({ retryOf }: StartCommand): Wish {
  return retryOf === undefined ? { deeds: ["start"] } : { deeds: [retryAfter(retryOf.gate)], release: retryOf.release };
}

function confirmation({ retryOf }: StartCommand, actor: string, role: Role | undefined): Pick<ReleasePlan, "retry"> {
  if (retryOf === undefined || role === undefined) return {};
  const { release, gate } = retryOf;
  return { retry: { release, ...(gate === undefined ? {} : { gate }), confirmedBy: actor, confirmedAs: role } };
}

const allGates: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];

function gatesOf(command: StartCommand, { config }: LoadedConfig): readonly GateName[] {
  const wanted: readonly GateName[] = command.type === "hotfix" ? config.hotfix.gates : allGates;
  return allGates.filter((gate) => wanted.includes(gate));
}

/** A hotfix does not see staging. */
function environmentsOf({ type }: StartCommand): readonly ("staging" | "production")[] {
  return type === "hotfix" ? ["production"] : ["staging", "production"];
}

async function requireUsableClone({ git }: Workplace): Promise<void> {
  const { dirty, shallow } = await git.status();
  if (shallow) {
    throw new ReleaseFault("input", "This clone is shallow: the history that the changelog needs is missing", {
      hint: "Run: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)",
    });
  }
  if (dirty.length > 0) {
    throw new ReleaseFault(
      "input",
      `The work tree has changes that no commit holds: ${dirty.slice(0, 5).join(", ")}${dirty.length > 5 ? ", …" : ""}`,
      {
        hint: "A release is made of commits. Commit or stash them. Example: git stash",
      },
    );
  }
}

async function chooseBranches(
  { git, forge, local }: Workplace,
  command: StartCommand,
  last: string | undefined,
): Promise<{ readonly source: string; readonly target: string; readonly reason: string }> {
  const names = [...(await git.remoteRefs(["refs/heads/*"])).keys()].map((ref) => ref.slice("refs/heads/".length));
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

async function resolveBase({ git }: Workplace, command: StartCommand, source: string): Promise<string> {
  if (command.type === "standard") {
    const sha = await git.resolve(`refs/remotes/origin/${source}^{commit}`);
    if (sha !== undefined) return sha;
    throw new ReleaseFault("input", `Source branch '${source}' not found`, { hint: "Example: --from=develop" });
  }
  const base = command.from;
  const sha = base === undefined ? undefined : await git.resolve(`refs/tags/${base}^{commit}`);
  if (sha !== undefined) return sha;
  throw new ReleaseFault(
    "input",
    base === undefined ? "A hotfix needs its base: the released tag that it repairs" : `Base tag '${base}' not found`,
    {
      hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --target=main",
    },
  );
}

/** Said before anything is asked of anybody. */
function requireFormat(asked: string): void {
  resolveVersion({ asked });
}

function refuseUsedUp(version: string, tags: readonly string[]): void {
  if (!tags.includes(`v${version}`)) return;
  throw new ReleaseFault("policy", `Version ${version} is used up: tag v${version} exists`, {
    hint: "A version is never released twice. Example: --version=patch",
  });
}

async function requireFreeVersion({ journal }: Workplace, version: string, tags: readonly string[]): Promise<void> {
  refuseUsedUp(version, tags);
  await refuseOpen(journal, version);
}

async function refuseOpen(journal: Workplace["journal"], version: string): Promise<void> {
  const live = (await journal.live()).find(({ record }) => record.plan.releaseVersion === version);
  if (live === undefined) return;
  throw new ReleaseFault(
    "policy",
    `Release ${live.id} is open since ${live.record.openedAt}, started by ${live.record.plan.initiatedBy}`,
    {
      hint: `Continue it with: release resume ${live.id}   or end it with: release abort ${live.id} --reason="…"`,
    },
  );
}

/** The branch is new, or one that this release takes over: its head is returned then. */
async function requireFreeBranch(
  workplace: Workplace,
  { type, from = "the base", adopt = false, retryOf }: StartCommand,
  { releaseBranch, baseSha }: { readonly releaseBranch: string; readonly baseSha: string },
): Promise<string | undefined> {
  const { git, journal } = workplace;
  const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
  const there = (await git.remoteRefs([`refs/heads/${releaseBranch}`])).size > 0;
  if (there && retryOf !== undefined && tip === retryOf.branchHead) return tip;
  const branch = { branch: releaseBranch, tip: there ? tip : undefined, base: from, baseSha };
  if (adopt) return adoptedHead(workplace, branch);
  if (!there) return undefined;
  // What a red gate of a hotfix asks for is one more commit on its branch.
  if (type === "hotfix" && retryOf !== undefined) return adoptedHead(workplace, branch);
  // Of two starts at one instant the later one may meet the branch first: it belongs to a release then.
  await refuseOpen(journal, releaseBranch.slice(releaseBranch.indexOf("/") + 1));
  const takeOver = type === "hotfix" ? ", take it over with its fix (--adopt)" : "";
  throw new ReleaseFault("policy", `Release branch ${releaseBranch} already exists`, {
    hint: `Delete it (git push origin --delete ${releaseBranch})${takeOver} or choose another version. Example: --version=patch`,
  });
}
