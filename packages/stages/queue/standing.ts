import type { StoredRelease, Watch } from "#journal";
import { isTerminal, type ReleaseRecord } from "#machine";

import { configAt, type Workplace } from "../open.ts";
import { policyOf } from "../review/production-approval.ts";
import { behindText, firstBefore, waitedFor } from "./queue.ts";
import { ownershipOf } from "../review/review-owners.ts";
import { judgeReview } from "../review/review-verdict.ts";
import { isExpired, shutFor } from "./windows.ts";
import { hasWish } from "../jobs/woken.ts";

/** Whether a release may go on now, and why or why not, for people. */
export interface Standing {
  readonly may: "go-on" | "wait";
  readonly reason: string;
}

const goesOn = (reason: string): Standing => ({ may: "go-on", reason });
const waits = (reason: string): Standing => ({ may: "wait", reason });

const minuteMs = 60_000;
/** A service that was down is not asked again at once. */
const serviceRestMs = 10 * minuteMs;

/** Looks at one live release, at the code host and at what it waits for. Changes nothing; every branch of the remote must be here. */
export async function standingOf(workplace: Workplace, stored: StoredRelease): Promise<Standing> {
  const watch = await workplace.journal.whoDrives(stored.id);
  const busy = await busyWith(workplace, stored, watch);
  if (busy !== undefined) return waits(busy);
  const standing = await sight(workplace, stored, watch.nowMs);
  return standing.may === "wait" ? standing : patient(stored, watch.nowMs, standing);
}

/** By whom a release is moved at this moment, in words; `undefined` when nobody will unless somebody goes on with it. */
export async function drivenNow(workplace: Workplace, stored: StoredRelease): Promise<string | undefined> {
  return busyWith(workplace, stored, await workplace.journal.whoDrives(stored.id));
}

async function busyWith({ forge }: Workplace, stored: StoredRelease, { driver }: Watch): Promise<string | undefined> {
  if (driver?.stale === false) return `driven by ${driver.actor} in run ${driver.run.id}`;
  const run = lastRun(stored);
  // Between two jobs, in an approval and during the gates a run holds no lease; it settles what its own jobs leave.
  return (await forge.runState(run)) === "under-way" ? `run ${run} is under way` : undefined;
}

/** The run that drove it last; asking and waking is not driving. */
function lastRun({ facts, record }: StoredRelease): string {
  const fact = facts.findLast(({ type }) => type !== "requested" && type !== "woken");
  return fact?.run.id ?? record.id;
}

async function sight(workplace: Workplace, stored: StoredRelease, nowMs: number): Promise<Standing> {
  const { record } = stored;
  const { suspended, state, plan } = record;
  if (hasWish(record)) return goesOn("a request waits, and nobody drives the release");
  if (suspended !== undefined) return waitIsOver(workplace, record, suspended, nowMs);
  const run = lastRun(stored);
  if (plan.redeploy !== undefined) return goesOn(`run ${run} ended before the re-deploy did`);
  if (isTerminal(state)) return goesOn(`it is ${state}, and run ${run} ended before its duties were done`);
  return goesOn(`run ${run} ended in ${state} without a word`);
}

/** Whether what a suspended release waits for is there. */
async function waitIsOver(
  workplace: Workplace,
  record: ReleaseRecord,
  { waitsFor, reason, until, at }: NonNullable<ReleaseRecord["suspended"]>,
  nowMs: number,
): Promise<Standing> {
  if (isExpired(record.plan, nowMs)) return goesOn(`its time was over at ${record.plan.schedule?.expires ?? ""}`);
  if (until !== undefined && nowMs >= Date.parse(until)) return goesOn(`its wait ended at ${until}`);
  switch (waitsFor) {
    case "interrupted":
      return goesOn(reason);
    case "service":
      return nowMs - Date.parse(at) < serviceRestMs ? waits(reason) : goesOn(`tries again: ${reason}`);
    case "approval":
      return reviewIsOver(workplace, record, nowMs);
    case "fix":
      return fixIsThere(workplace, record);
    case "environment":
      return environmentIsFree(workplace, record);
    case "window":
      return windowIsOpen(workplace, record, nowMs);
    case "changelog":
    case "decision":
      return waits(reason);
  }
}

async function reviewIsOver({ git, forge }: Workplace, record: ReleaseRecord, nowMs: number): Promise<Standing> {
  const { pullRequest, plan } = record;
  if (pullRequest === undefined) return goesOn("its pull request was never opened");
  const { config } = await configAt(git, plan.baseSha);
  const state = await forge.reviewState(pullRequest.number);
  const question = { record, config, git, forge, nowMs };
  const verdict = await judgeReview(question, state, await ownershipOf(question));
  if (verdict.kind === "wait") return waits(verdict.reason);
  if (verdict.kind === "refused") return goesOn(verdict.reason);
  return goesOn(`pull request ${pullRequest.number} is ${state.state === "merged" ? "merged" : "approved"}`);
}

async function fixIsThere({ git }: Workplace, { plan }: ReleaseRecord): Promise<Standing> {
  const { releaseBranch, baseSha } = plan;
  const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
  if (tip === undefined) return waits(`${releaseBranch} is gone`);
  if (tip === baseSha) return waits(`${releaseBranch} has no commit beyond ${plan.baseBranch}`);
  if (await git.isAncestor(baseSha, tip)) return goesOn(`${releaseBranch} has a commit beyond ${plan.baseBranch}`);
  return waits(`${releaseBranch} does not descend from ${plan.baseBranch}`);
}

async function environmentIsFree({ journal }: Workplace, record: ReleaseRecord): Promise<Standing> {
  const environment = waitedFor(record) ?? "production";
  const holder = await journal.environmentHolder(environment);
  if (holder !== undefined && holder.release !== record.id) return waits(`${environment} belongs to ${holder.release}`);
  const first = firstBefore(await journal.live(), environment, record);
  return first === undefined ? goesOn(`${environment} is free`) : waits(behindText(environment, first));
}

/** Windows change while a release waits: a freeze is lifted, or comes. */
async function windowIsOpen({ git }: Workplace, record: ReleaseRecord, nowMs: number): Promise<Standing> {
  const { windows } = await policyOf(git, record.plan.targetBranch);
  const environment = record.suspended?.environment === "staging" ? "staging" : "production";
  const shut = shutFor({ windows, record, environment, nowMs });
  return shut === undefined ? goesOn(`${environment} is open`) : waits(shut.reason);
}

/** What shows that a run came further than the one before. */
const progress: readonly string[] = [
  "opened",
  "moved",
  "gate-finished",
  "validation-finished",
  "traffic-shifted",
  "rollback-moved",
  "redeploy-moved",
  "requested",
];
const firstPauseMs = 5 * minuteMs;
const longestPauseMs = 60 * minuteMs;
/** About two days. */
const wakesAllowed = 48;

/** After each wake that led nowhere the next one comes later, at most hourly; in the end a person has to look, unless customers are on it. */
function patient({ id, facts, record }: StoredRelease, nowMs: number, standing: Standing): Standing {
  const since = facts.findLastIndex(({ type }) => progress.includes(type));
  const wakes = facts.slice(since + 1).filter(({ type }) => type === "woken");
  const last = wakes.at(-1);
  if (last === undefined) return standing;
  if (wakes.length >= wakesAllowed && !record.touched.has("production"))
    return waits(`woken ${wakes.length} times and came no further: look at its runs, then: release resume ${id}`);
  const nextMs = Date.parse(last.at) + Math.min(firstPauseMs * 2 ** (wakes.length - 1), longestPauseMs);
  if (nowMs >= nextMs) return standing;
  return waits(`woken at ${last.at}; again after ${new Date(nextMs).toISOString()} (${standing.reason})`);
}
