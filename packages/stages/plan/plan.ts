import path from "node:path";

import { lastReleaseTag, requireVersionForm, type Changelog } from "#changelog";
import type { Config, LoadedConfig } from "#config";
import { ReleaseFault } from "#faults";
import { retryAfter, type GateName, type ReleasePlan, type Role } from "#machine";

import { channelNotes } from "../views/channels.ts";
import { refuseAdoption } from "./adopt.ts";
import { authorise, whyNot, type Wish } from "../people/authority.ts";
import { missingConfiguration } from "./configured.ts";
import { bothExist, type EnvironmentCheck } from "./environments.ts";
import { incidentOf } from "./incident.ts";
import { configAt, fetchAll, type Workplace } from "../open.ts";
import { overrideNotes, requireOverridable } from "../gates/overrides.ts";
import { chooseBranches, resolveBase } from "./plan-branches.ts";
import { refuseUsedUp, requireFreeBranch, requireFreeVersion } from "./plan-free.ts";
import { recordsOf, requireAboveProduction, requireLastRelease, requireTagsAsRecorded } from "./plan-history.ts";
import { chooseVersion } from "./plan-version.ts";
import { policyOf } from "../review/production-approval.ts";
import { notesOf, readRange, type ReleaseRange } from "./release-notes.ts";
import { outlookOf, requireAsReviewed, type Outlook, type Reviewed } from "./reviewed-plan.ts";
import { refusePast } from "../commands/schedule.ts";
import { sightNotes } from "./sight.ts";
import { signingKeyOf, unableToSign } from "../review/signing.ts";
import { overriding, type StartCommand } from "../commands/start-command.ts";
import { openingNotes, planned } from "../queue/windows.ts";

export interface PlannedRelease {
  readonly plan: ReleasePlan;
  readonly loaded: LoadedConfig;
  readonly changelog: Changelog;
  /** What of it a review can hold fast. */
  readonly outlook: Outlook;
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
  requireVersionForm(command.version);
  const named = incidentOf(command);
  refusePast(command, workplace.surroundings.clock.now());
  refuseAdoption(command);
  const unclean = await lookAtClone(workplace, command.reviewed);
  if (unclean !== undefined && command.dryRun !== true) throw unclean;
  await Promise.all([fetchAll(git), forge.defaultBranch()]);
  const authorised = command.dryRun === true ? undefined : await authorise(workplace, wishOf(command), "here");
  // Beside the right to start or to retry: an override is an admin's alone.
  if (command.overrides !== undefined && command.dryRun !== true)
    await authorise(workplace, { ...wishOf(command), deeds: ["override"] }, "here");
  if (command.emergency !== undefined && command.dryRun !== true)
    await authorise(workplace, { ...wishOf(command), deeds: ["emergency"] }, "here");
  const tags = await git.tags("v");
  refuseUsedUp(command.version, tags);
  const [records, heads] = await Promise.all([recordsOf(workplace), git.remoteRefs(["refs/heads/*"])]);
  const history = requireTagsAsRecorded(records, tags);
  const last = lastReleaseTag(tags.map(({ name }) => name));
  const branches = await chooseBranches(workplace, command, { last, heads });
  const baseSha = await resolveBase(workplace, command, { source: branches.source, tags });
  const loaded = await configAt(git, baseSha);
  const { config } = loaded;
  const standard = command.type === "standard";
  const read = await presetOf(workplace, { config, sha: baseSha });
  const preset = read?.preset;
  const since = await readRange(git, { previousTag: standard ? last : command.from, until: baseSha, preset });
  const notesFor = (range: ReleaseRange, version: string, date: string): Changelog =>
    notesOf(range, { version, date, repositoryUrl: forge.webUrl }, { settings: config.changelog, preset });
  const { bump } = notesFor(since, "0.0.0", today(workplace));
  if (standard) requireCommits(since, branches.source);
  const { version, warnings, previousTag } = chooseVersion(command, { since, bump, tags, config });
  const range =
    previousTag === since.previousTag ? since : await readRange(git, { previousTag, until: baseSha, preset });
  if (standard) requireCommits(range, branches.source);
  await requireFreeVersion(workplace, version, { tags, records });
  requireAboveProduction(version, records);
  if (standard) await requireLastRelease(workplace, { source: branches.source, baseSha, tags, records });
  const releaseBranch = `${standard ? "release" : "hotfix"}/${version}`;
  const takesOver = await requireFreeBranch(workplace, command, { releaseBranch, baseSha, heads });
  const policy = await policyOf(git, branches.target);
  const mayPass = named !== undefined && policy.hotfix.autoApproval.includes(named.severity);
  const asks = mayPass ? await whyNot(workplace, "auto-approval", "here") : undefined;
  const gates = gatesOf(command, loaded);
  requireOverridable(command.overrides ?? [], { planned: gates, policy, target: branches.target });
  const { detected, undetected } = loaded;
  const environments = environmentsOf(command);
  const lacks = await missingConfiguration(workplace, { config, undetected, gates, environments });
  if (lacks !== undefined && command.dryRun !== true) throw lacks;
  const unsigned = await unableToSign({ git, config, signingKey: signingKeyOf(workplace.surroundings.env) }, baseSha);
  if (unsigned !== undefined && command.dryRun !== true) throw unsigned;
  const plan: ReleasePlan = {
    releaseVersion: version,
    releaseType: command.type,
    baseBranch: standard ? branches.source : (command.from ?? branches.source),
    baseSha,
    targetBranch: branches.target,
    releaseBranch,
    tag: `v${version}`,
    ...(previousTag === undefined ? {} : { previousTag }),
    gates,
    ...overriding(command),
    ...(command.emergency === undefined ? {} : { emergency: command.emergency }),
    ...(command.schedule === undefined ? {} : { schedule: command.schedule }),
    ...(config.gates.parallel ? { parallelGates: true, ...shardLegs(command, config) } : {}),
    steps: standard ? config.environments.production.steps : config.hotfix.steps,
    stagingStrategy: config.environments.staging.strategy,
    productionStrategy: standard ? config.environments.production.strategy : "canary",
    initiatedBy: actor,
    configDigest: loaded.digest,
    ...(detected.length === 0
      ? {}
      : { detected: detected.map(({ key, value, why }) => ({ key, value: shownValue(value), why })) }),
    ...(takesOver === undefined ? {} : { takesOver }),
    ...(command.changelogOverride === undefined ? {} : { changelogOverride: command.changelogOverride }),
    ...(preset === undefined ? {} : { changelogPreset: preset }),
    ...(command.allowLowerVersion === true ? { allowsLowerVersion: true } : {}),
    ...confirmation(command, actor, authorised),
    ...(named === undefined ? {} : { incident: { ...named, autoApproved: mayPass && asks === undefined } }),
  };
  const outlook = outlookOf(plan, tags.find(({ name }) => name === previousTag)?.sha);
  const textAt = (date: string) => notesFor(range, version, date).markdown;
  if (command.reviewed !== undefined) requireAsReviewed(command.reviewed, outlook, textAt);
  const { hints, refusals } = await askEnvironments(workplace.surroundings, command, () =>
    checkEnvironments(workplace, policy, plan),
  );
  return {
    plan: command.reviewed === undefined ? plan : { ...plan, reviewedDigest: command.reviewed.digest },
    loaded,
    changelog: notesFor(range, version, today(workplace)),
    outlook,
    notes: [
      `branches: ${branches.source} → ${branches.target} (${branches.reason})`,
      ...(command.reviewed === undefined ? [] : [`as reviewed: plan sha256:${command.reviewed.digest}`]),
      ...overrideNotes(plan),
      ...openingNotes(policy.windows, planned(plan), workplace.surroundings.clock.now()),
      ...(read?.notTaken ?? []).map((what) => `of the changelog preset does not count here: ${what}`),
      ...warnings,
      ...(await sightNotes(config, plan)),
      ...channelNotes(config, workplace.surroundings.env),
      ...detected.map(({ key, value, why }) => `detected: ${key}: ${shownValue(value)} (${why})`),
      ...history,
      ...hints,
      ...(asks === undefined ? [] : [`people are asked before production: ${asks}`]),
      ...[unclean, lacks, unsigned, ...refusals].flatMap((fault) =>
        fault === undefined ? [] : [`it would be refused: ${fault.message}`, fault.hint],
      ),
      `repository: ${forge.repository}`,
    ],
  };
}

/** A detected value as people read it. */
function shownValue(value: string | readonly string[]): string {
  return [value].flat().join(", ");
}

/** The day, by the clock of the workplace. */
export function today({ surroundings }: Workplace): string {
  return new Date(surroundings.clock.now()).toISOString().slice(0, 10);
}

function requireCommits({ commits, previousTag }: ReleaseRange, source: string): void {
  if (commits.length > 0) return;
  throw new ReleaseFault(
    "policy",
    `${source} has nothing to release: no commit after ${previousTag ?? "the beginning"}`,
    {
      hint: "Merge something first, or name another source. Example: --from=develop",
    },
  );
}

/** A look from a fork, or with a token that may not see environments, shows the plan all the same. */
async function askEnvironments(
  { signal }: Workplace["surroundings"],
  { dryRun }: StartCommand,
  check: () => Promise<readonly string[]>,
): Promise<{ readonly hints: readonly string[]; readonly refusals: readonly ReleaseFault[] }> {
  try {
    return { hints: await check(), refusals: [] };
  } catch (thrown) {
    const isKnown = thrown instanceof ReleaseFault && (thrown.code === "config" || thrown.code === "permission");
    if (dryRun !== true || !isKnown || signal.aborted) throw thrown;
    return { hints: [], refusals: [thrown] };
  }
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

/** What a hotfix affects is known where it runs only: its gates are one leg each. */
function shardLegs({ type }: StartCommand, { gates: { unit, e2e } }: Config): Pick<ReleasePlan, "shards"> {
  const [units = 1, journeys = 1] = [unit?.shards, e2e?.shards];
  if (type === "hotfix" || (units === 1 && journeys === 1)) return {};
  return { shards: { ...(units === 1 ? {} : { unit: units }), ...(journeys === 1 ? {} : { e2e: journeys }) } };
}

/** A hotfix does not see staging. */
function environmentsOf({ type }: StartCommand): readonly ("staging" | "production")[] {
  return type === "hotfix" ? ["production"] : ["staging", "production"];
}

/** Throws for a clone that no plan can be made of; returns why a release from it would be refused. */
async function lookAtClone(
  { git, surroundings }: Workplace,
  reviewed: Reviewed | undefined,
): Promise<ReleaseFault | undefined> {
  const { dirty: changed, shallow } = await git.status();
  if (shallow) {
    throw new ReleaseFault("input", "This clone is shallow: the history that the changelog needs is missing", {
      hint: "Run: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)",
    });
  }
  // A plan that lies in the clone is no part of what it releases.
  const own = reviewed?.file === undefined ? undefined : path.resolve(surroundings.cwd, reviewed.file);
  const dirty = changed.filter((file) => path.resolve(surroundings.cwd, file) !== own);
  if (dirty.length === 0) return undefined;
  return new ReleaseFault(
    "input",
    `The work tree has changes that no commit holds: ${dirty.slice(0, 5).join(", ")}${dirty.length > 5 ? ", …" : ""}`,
    {
      hint: "A release is made of commits. Commit or stash them. Example: git stash",
    },
  );
}

/** Most projects have none: then nothing of it is loaded. */
async function presetOf(workplace: Workplace, of: { readonly config: Config; readonly sha: string }) {
  return of.config.changelog.preset === undefined
    ? undefined
    : (await import("./preset-at.ts")).presetAt(workplace, of);
}
