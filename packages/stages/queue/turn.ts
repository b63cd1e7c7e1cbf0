import semver from "semver";

import type { Environment } from "#machine";

import { failRelease, resumeCommand, type StageContext, type StageEnd } from "../context.ts";
import { policyOf } from "../review/production-approval.ts";
import { behindText, firstBefore } from "./queue.ts";
import { isExpired, shutFor, type Windowed } from "./windows.ts";

/**
 * Before the first change of an environment: its windows are asked, and then whether others go first. What has to wait is
 * suspended, without a runner and without a lock. `undefined`: it is this release's turn.
 */
export async function waitForTurn(context: StageContext, environment: Windowed): Promise<"suspended" | undefined> {
  return (await waitForWindow(context, environment)) ?? waitInQueue(context, environment);
}

async function waitForWindow(context: StageContext, environment: Windowed): Promise<"suspended" | undefined> {
  const { driver, git, clock } = context;
  const { record } = driver;
  const { targetBranch } = record.plan;
  // A freeze may have been decided while the release was on its way, hours ago.
  await git.fetch([`+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}`]);
  const { windows } = await policyOf(git, targetBranch);
  const shut = shutFor({ windows, record, environment, nowMs: clock.now() });
  if (shut === undefined) return undefined;
  const { reason, untilMs } = shut;
  return suspend(context, environment, {
    waitsFor: "window",
    reason,
    ...(untilMs === undefined ? {} : { until: new Date(untilMs).toISOString() }),
  });
}

/** Who holds the environment is settled by its lease; here only who may try first. */
async function waitInQueue(context: StageContext, environment: Windowed): Promise<"suspended" | undefined> {
  const { driver, journal } = context;
  const holder = await journal.environmentHolder(environment);
  // A stale one may have touched nothing: the lease itself decides then.
  if (holder !== undefined && !holder.stale && holder.release !== driver.id)
    return suspend(context, environment, {
      waitsFor: "environment",
      reason: `${environment} belongs to release ${holder.release}.`,
    });
  const first = firstBefore(await journal.live(), environment, driver.record);
  if (first === undefined) return undefined;
  return suspend(context, environment, { waitsFor: "environment", reason: behindText(environment, first) });
}

async function suspend(
  { driver, say }: StageContext,
  environment: Environment,
  wait: { readonly waitsFor: "window" | "environment"; readonly reason: string; readonly until?: string },
): Promise<"suspended"> {
  say(`waits: ${wait.reason}`);
  await driver.suspend({ ...wait, environment, command: resumeCommand(driver.record) });
  return "suspended";
}

/** Ends a release whose time is over, while production is as it was. */
export function expire({ driver, clock }: StageContext): "moved" | undefined {
  const { state, plan, touched, verdict, failure } = driver.record;
  const mayEnd = timed.has(state) && !touched.has("production") && verdict === undefined && failure === undefined;
  if (!mayEnd || !isExpired(plan, clock.now())) return undefined;
  return failRelease(driver, {
    // Before the review nothing was to be approved.
    ...(state === "staging" ? {} : { cause: "expired" as const }),
    failureReason: `It was to be in production before ${plan.schedule?.expires ?? ""}, and is not`,
    actionableFixSuggestions: ["Release the next version when it may go. Example: --version=patch"],
  });
}

const timed: ReadonlySet<string> = new Set(["review", "staging", "production", "production_canary"]);

/** Decision 57: what is lower than what production serves has been overtaken on its way. */
export function refuseOvertaken({ driver }: StageContext, serving: string | undefined): StageEnd | undefined {
  const { plan, touched } = driver.record;
  const live = serving?.replace(/^v/, "");
  if (touched.has("production") || semver.valid(live) === null || semver.gt(plan.releaseVersion, live ?? ""))
    return undefined;
  return failRelease(driver, {
    failureReason: `${plan.tag} is outdated: production serves ${serving ?? ""}, which is not lower`,
    actionableFixSuggestions: [
      `Its changes go with a higher version. Example: release start --version=patch`,
      `To go back instead: release rollback ${serving ?? ""}`,
    ],
  });
}
