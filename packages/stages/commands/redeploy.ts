import { ReleaseFault } from "#faults";
import type { Git } from "#git";
import type { StoredRelease } from "#journal";
import type { RedeployPlan, ReleasePlan } from "#machine";

import { authorise } from "../people/authority.ts";
import { goOn, open, type CommandEnd, type OnDriver } from "./commands.ts";
import { requireLastGood, type LastGood } from "./last-good.ts";
import { loadRelease } from "../driving.ts";
import { requireDefaultBranch } from "../plan/environments.ts";
import { unlessElsewhere, type JobEnd } from "../jobs/job-end.ts";
import { readOrThrow } from "./known-release.ts";
import { configAt, fetchAll, openTarget, type Workplace } from "../open.ts";
import { recordsOf, requireTagsAsRecorded } from "../plan/plan-history.ts";
import { heldBack } from "../jobs/woken.ts";

/** What somebody wants deployed again. */
export type WantedRedeploy = Omit<RedeployPlan, "sha">;

/** A re-deploy that waits to be gone on with, or that may be opened now. */
export type PlannedRedeploy =
  | { readonly begun: StoredRelease }
  | { readonly begun?: undefined; readonly id: string; readonly plan: ReleasePlan };

/**
 * Brings up the last good version of an environment again: a record of its own, which counts as no rollback and changes
 * nothing in git. One that is under way there is gone on with, and none begins beside it.
 */
export async function redeploy(workplace: Workplace, wanted: WantedRedeploy, onDriver: OnDriver): Promise<CommandEnd> {
  const planned = await planRedeploy(workplace, wanted);
  if (planned.begun !== undefined) return goOn(workplace, planned.begun, onDriver);
  return open(workplace, planned, planned.id, 1, onDriver);
}

type RedeployEnd = JobEnd<"redeployed" | "failed" | "waiting">;

/** The same for a job: with what people need where it failed. */
export async function redeployJob(workplace: Workplace, wanted: WantedRedeploy): Promise<RedeployEnd> {
  await requireDefaultBranch(workplace);
  return unlessElsewhere(`re-deploy of ${wanted.environment}`, async () =>
    endOf(workplace, await redeploy(workplace, wanted, () => undefined)),
  );
}

/**
 * Goes on with a re-deploy that was begun, where its driver died. A woken run needs nobody's role for that, begins none,
 * and works only in the environment that the job has the credentials of.
 */
export async function continueRedeployJob(
  workplace: Workplace,
  { id, environment }: Pick<WantedRedeploy, "environment"> & { readonly id: string },
): Promise<RedeployEnd> {
  await requireDefaultBranch(workplace);
  const stored = await loadRelease(workplace, id, "redeploy");
  requireRedeployOf(stored, environment);
  const held = heldBack(workplace, stored);
  if (held !== undefined) return { id: stored.id, outcome: "waiting", notes: [held] };
  return unlessElsewhere(stored.id, async () => endOf(workplace, await goOn(workplace, stored, () => undefined)));
}

function requireRedeployOf({ id, record }: StoredRelease, environment: RedeployPlan["environment"]): void {
  const actual = record.plan.redeploy?.environment;
  if (actual === environment) return;
  throw new ReleaseFault("policy", `${id} is no re-deploy of ${environment}`, {
    hint:
      actual === undefined
        ? `Go on with it as a release: release resume ${id}`
        : `It deploys to ${actual}: name that environment.`,
  });
}

async function endOf(workplace: Workplace, { id, end }: CommandEnd): Promise<RedeployEnd> {
  const { record } = await readOrThrow(workplace, id);
  const { escalation, redeploy: again, suspended } = record;
  const outcome = end === "redeployed" ? end : suspended === undefined ? "failed" : "waiting";
  const notes = escalation === undefined ? [again?.reason ?? ""] : [`ESCALATION: ${escalation.reason}`];
  return { id, outcome, notes: [...notes, ...(escalation?.manualSteps ?? [])] };
}

/** What a re-deploy would do, for whoever may ask for it. Only reads; a fault says what is against it. */
export async function planRedeploy(workplace: Workplace, wanted: WantedRedeploy): Promise<PlannedRedeploy> {
  const { environment } = wanted;
  await authorise(workplace, { deeds: ["redeploy"] });
  await fetchAll(workplace.git);
  const records = await recordsOf(workplace);
  const begun = records.find(({ live, record }) => live && record.plan.redeploy?.environment === environment);
  if (begun !== undefined) return { begun };
  await refuseHeld(workplace, environment);
  const good = requireLastGood(records, environment);
  const id = freeId(`${good.version}-redeploy-${environment}`, records);
  return { id, plan: await planOf(workplace, wanted, { good, records }) };
}

/** A release that has the environment says itself what is to serve there. */
async function refuseHeld({ journal }: Workplace, environment: RedeployPlan["environment"]): Promise<void> {
  const holder = await journal.environmentHolder(environment);
  if (holder === undefined) return;
  // A dead holder that touched nothing has no say.
  if (holder.stale && (await journal.read(holder.release))?.record.touched.has(environment) !== true) return;
  throw new ReleaseFault(
    "policy",
    `${environment} belongs to release ${holder.release}: nothing else is deployed there`,
    {
      hint: `See: release status ${holder.release}   Go on with it: release resume ${holder.release}`,
    },
  );
}

async function planOf(
  workplace: Workplace,
  wanted: WantedRedeploy,
  { good, records }: { readonly good: LastGood; readonly records: readonly StoredRelease[] },
): Promise<ReleasePlan> {
  const { git, actor, surroundings } = workplace;
  const { version, from } = good;
  const sha = await commitOf(git, version, records);
  // The settings under which it was proved there last, as a rollback goes by those of what it takes back.
  const baseSha = from.tag?.sha ?? from.plan.baseSha;
  const { config, digest } = await configAt(git, baseSha);
  const { cwd: workDirectory, env, clock, signal } = surroundings;
  await openTarget(config, wanted.environment, { workDirectory, env, clock, signal });
  const { targetBranch, releaseBranch } = from.plan;
  return {
    releaseVersion: version.replace(/^v/, ""),
    releaseType: "redeploy",
    baseBranch: version,
    baseSha,
    targetBranch,
    releaseBranch,
    tag: version,
    gates: [],
    steps: [100],
    stagingStrategy: "blue-green",
    productionStrategy: "blue-green",
    initiatedBy: actor,
    configDigest: digest,
    redeploy: { environment: wanted.environment, sha, reason: wanted.reason },
  };
}

/** The commit that was released under the version: by its record, or by its tag where it is older than the journal. */
async function commitOf(git: Git, version: string, records: readonly StoredRelease[]): Promise<string> {
  const tags = await git.tags("v");
  requireTagsAsRecorded(
    records.filter(({ record }) => record.tag?.tag === version),
    tags,
  );
  const recorded = records.findLast(({ record }) => record.tag?.tag === version)?.record.tag?.sha;
  const sha = recorded ?? tags.find(({ name }) => name === version)?.sha;
  if (sha !== undefined) return sha;
  throw new ReleaseFault("policy", `Nobody knows the commit of ${version}: there is no tag ${version}`, {
    hint: `Tag the commit that was deployed. Example: git tag ${version} COMMIT && git push origin ${version}`,
  });
}

function freeId(name: string, records: readonly StoredRelease[]): string {
  for (let attempt = 1; ; attempt += 1) {
    const id = attempt === 1 ? name : `${name}_${attempt}`;
    if (!records.some((one) => one.id === id)) return id;
  }
}
