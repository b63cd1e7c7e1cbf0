import { ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";
import { isTerminal, validationOf, type ReleaseRecord } from "#machine";

import { failRelease, required, type StageContext } from "../context.ts";
import { driveJob, loadRelease, type Prepare } from "../driving.ts";
import { interrupted, toldBy, unlessElsewhere, type JobEnd } from "./job-end.ts";
import { readOrThrow } from "../commands/known-release.ts";
import type { Workplace } from "../open.ts";
import { isUndecided, recordAnswer } from "../review/production-approval.ts";
import { finishPublication } from "../records/publication.ts";
import { owedToStaging } from "../rollback/restore-staging.ts";
import { verifiedJourneys, type DeliveredEvidence } from "./verify-evidence.ts";
import { wakeEvent } from "./woken.ts";

export type EndState = "completed" | "failed";

export interface ReportCommand {
  readonly id: string;
  readonly state: EndState;
  /** What the job `validation` says of the journeys of a completed hotfix. */
  readonly journeys?: DeliveredEvidence;
}

/** The duties after an end: release page, report, records. Does nothing for a release that did not end so. */
export async function reportJob(
  workplace: Workplace,
  { id, state, journeys }: ReportCommand,
): Promise<JobEnd<EndState | "waiting" | "untouched">> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (!stored.live && record.state === state) {
    await finishPublication(workplace, stored);
    return { id: stored.id, outcome: state, notes: [] };
  }
  if (record.state === state)
    return unlessElsewhere<EndState | "waiting">(stored.id, () =>
      state === "failed" ? endFailed(workplace, stored) : endCompleted(workplace, stored, journeys),
    );
  if (state === "failed" && diedBeforeProduction(record))
    return unlessElsewhere(stored.id, () => withoutVerdict(workplace, stored));
  return { id: stored.id, outcome: "untouched", notes: [`${stored.id} is ${record.state}: nothing to do`] };
}

async function endCompleted(
  workplace: Workplace,
  stored: StoredRelease,
  journeys: DeliveredEvidence | undefined,
): Promise<JobEnd<"completed" | "waiting">> {
  const { id } = stored;
  const driven = await driveJob(workplace, stored, {
    within: ["completed"],
    journeysElsewhere: true,
    ...(journeys === undefined ? {} : { prepare: (context) => recordJourneys(context, journeys) }),
  });
  const { end, record } = driven;
  if (end === "left") return { id, outcome: "completed", notes: ["every journey is walked now"], journeysDue: true };
  if (record.suspended?.waitsFor !== "decision") return { id, outcome: "completed", notes: [] };
  const { reason, command } = record.suspended;
  return { id, outcome: "waiting", notes: [`it waits: ${reason}`, command], ...toldBy(driven) };
}

/** What they found, once: a run that comes again finds it recorded, decided or left to people. */
async function recordJourneys(context: StageContext, journeys: DeliveredEvidence): ReturnType<Prepare> {
  const { driver } = context;
  if (driver.record.suspended?.waitsFor === "decision") return "suspended";
  if (driver.record.suspended !== undefined) driver.decide({ type: "resumed", by: context.actor });
  if (validationOf(driver.record) === "due") {
    const sha = required(driver.record.tag?.sha, "the released commit");
    driver.observe({ type: "validation-finished", ...verifiedJourneys({ release: driver.id, sha }, journeys) });
  }
  await driver.flush();
  return "ready";
}

/**
 * Ends a failed release. This job has no credentials for staging: what the release left there is put back by `unstage`,
 * in this run or in another one, which is woken for it. Woken twice, the second run finds nothing to do.
 */
async function endFailed(workplace: Workplace, stored: StoredRelease): Promise<JobEnd<"failed">> {
  const { id, record, facts } = stored;
  const notes = record.failure === undefined ? [] : [record.failure.failureReason];
  const previous = owedToStaging(stored);
  if (previous === undefined) {
    await driveJob(workplace, stored, { within: ["failed"] });
    return { id, outcome: "failed", notes };
  }
  const failedIn = facts.findLast((fact) => fact.type === "moved")?.run.id;
  // A run that began with a failed release had its `unstage`: waking one after the other would never end.
  if (failedIn !== workplace.surroundings.env["GITHUB_RUN_ID"]) throw stillInStaging(id, previous);
  await workplace.forge.sendEvent(wakeEvent, { release: id });
  return { id, outcome: "failed", notes: [...notes, `another run puts staging back on ${previous}`] };
}

function stillInStaging(id: string, previous: string): ReleaseFault {
  return new ReleaseFault("remote", `${id} failed, and staging is not back on ${previous} yet`, {
    hint: `See why the job unstage could not put it back; then continue: release resume ${id}`,
  });
}

function diedBeforeProduction({ state, touched, verdict }: ReleaseRecord): boolean {
  return !isTerminal(state) && !touched.has("production") && verdict === undefined;
}

/**
 * People may have refused it: that is a verdict. Else a dead runner is not a bad release: it stays where it is until another
 * run goes on, or until it died there three times.
 */
async function withoutVerdict(
  workplace: Workplace,
  stored: StoredRelease,
): Promise<JobEnd<EndState | "waiting" | "untouched">> {
  const { id, record } = stored;
  if (record.suspended !== undefined && !isUndecided(record))
    return { id, outcome: "waiting", notes: [`it waits: ${record.suspended.reason}`] };
  const reason = `a job of this run ended without a verdict while the release was in ${record.state}`;
  const driven = await driveJob(workplace, stored, {
    within: [],
    prepare: (context) => refusedOrDied(context, reason),
  });
  if (driven.record.state === "failed") return endFailed(workplace, await readOrThrow(workplace, id));
  return { id, outcome: "waiting", notes: [`it waits: ${driven.record.suspended?.reason ?? reason}`] };
}

async function refusedOrDied(context: StageContext, reason: string): ReturnType<Prepare> {
  const { record } = context.driver;
  if (isUndecided(record) && (await recordAnswer(context)) === "refused") return "ready";
  return record.suspended === undefined ? diedAgain(context, reason) : "ready";
}

const deathsAllowed = 2;

async function diedAgain(context: StageContext, reason: string): ReturnType<Prepare> {
  const { driver } = context;
  const since = driver.facts.findLastIndex(({ type }) => type === "moved");
  const deaths = driver.facts
    .slice(since + 1)
    .filter((fact) => fact.type === "suspended" && fact.waitsFor === "interrupted").length;
  if (deaths < deathsAllowed) return interrupted(context, reason);
  const { state } = driver.record;
  failRelease(driver, {
    failureReason: `Its jobs died in ${state} ${deaths + 1} times`,
    actionableFixSuggestions: [
      "Look at the last lines of those jobs: runners that run out of memory or time say so there.",
    ],
  });
  await driver.flush();
  return "ready";
}
