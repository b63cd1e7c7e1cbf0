import { EnvironmentBusyError } from "#journal";
import type { State } from "#machine";

import { resumeCommand, type StageContext } from "../context.ts";
import { waitForEnvironment } from "../drive.ts";
import { driveJob, isOver, loadRelease, type Driven, type Prepare } from "../driving.ts";
import { ended, toldBy, unlessElsewhere, type JobEnd } from "./job-end.ts";
import type { Workplace } from "../open.ts";
import { owesRecheck, recheckStaging } from "./recheck-staging.ts";
import { approvalEnvironment, asksNobody, isUndecided, policyOf, recordAnswer } from "../review/production-approval.ts";

/** Staging: the tagged commit is deployed, tested and watched; a bad one leaves staging as it was. */
export async function deployToStaging(workplace: Workplace, id: string): Promise<JobEnd<"go" | "waiting" | "failed">> {
  const stored = await loadRelease(workplace, id);
  if (isOver(stored)) return ended({ id: stored.id, end: "left", record: stored.record }, "staging");
  const within = tagged(stored.record.tag, "staging");
  const job = { within, prepare: checkAgain };
  return unlessElsewhere(stored.id, async () => ended(await driveJob(workplace, stored, job), "staging"));
}

/** What waited before production went through staging already; its job is the one that may look there again. */
async function checkAgain(context: StageContext): ReturnType<Prepare> {
  const { driver } = context;
  if (driver.record.state !== "production" || !owesRecheck(driver.record)) return "ready";
  try {
    await recheckStaging(context);
  } catch (thrown) {
    if (thrown instanceof EnvironmentBusyError) return waitForEnvironment(context, thrown);
    throw thrown;
  }
  await driver.flush();
  return "ready";
}

/** A review that died after its tag has nothing left to do but to say so. */
function tagged(tag: unknown, ...own: readonly State[]): readonly State[] {
  return tag === undefined ? own : ["review", ...own];
}

export type ProductionOutcome = "verified" | "touched" | "untouched" | "waiting";

/** Production: share by share under watch. A verdict takes all traffic back here, in the process that saw it. */
export async function deployToProduction(workplace: Workplace, id: string): Promise<JobEnd<ProductionOutcome>> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (isOver(stored)) return productionEnd({ id: stored.id, end: "left", record });
  const hotfix = record.plan.releaseType === "hotfix";
  const own = hotfix ? tagged(record.tag, "production_canary") : ["production" as const];
  let unapproved = false;
  const prepare: Prepare = async (context) => {
    const end = await requireApproval(context);
    unapproved = end === "suspended";
    return end;
  };
  const end = await unlessElsewhere(stored.id, async () =>
    productionEnd(await driveJob(workplace, stored, { within: own, prepare })),
  );
  return unapproved ? { ...end, outcome: "untouched" } : end;
}

/** Before anything is touched: people let exactly this commit in, or the configuration asks nobody. A job that was started is no proof. */
async function requireApproval(context: StageContext): ReturnType<Prepare> {
  const { driver, git, forge } = context;
  const { record } = driver;
  if (!isUndecided(record) || asksNobody(await policyOf(git, record.plan.targetBranch), record.plan)) return "ready";
  if ((await recordAnswer(context)) !== "open") return "ready";
  const environment = approvalEnvironment(record.plan);
  await driver.suspend({
    waitsFor: "decision",
    reason: `nobody approved ${driver.id} in ${environment}: see that it has reviewers (${forge.webUrl}/settings/environments)`,
    command: resumeCommand(record),
  });
  return "suspended";
}

function productionEnd(driven: Driven): JobEnd<ProductionOutcome> {
  const { id, end, record } = driven;
  const told = toldBy(driven);
  if (record.state === "completed") return { id, outcome: "verified", notes: ["production verified"], ...told };
  if (end === "suspended")
    return { id, outcome: "waiting", notes: [`it waits: ${record.suspended?.reason ?? "see its record"}`], ...told };
  const reason = record.verdict?.reason ?? record.failure?.failureReason ?? `it is ${record.state}`;
  return { id, outcome: record.touched.has("production") ? "touched" : "untouched", notes: [reason], ...told };
}
