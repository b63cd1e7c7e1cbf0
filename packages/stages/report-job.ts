import { isTerminal, type State } from "#machine";

import { moveTo, type StageContext } from "./context.ts";
import { driveJob, loadRelease, type Prepare } from "./driving.ts";
import { interrupted, unlessElsewhere, type JobEnd } from "./job-end.ts";
import type { Workplace } from "./open.ts";
import { finishPublication } from "./publication.ts";

export type EndState = "completed" | "failed";

/** The duties after an end: release page, report, records. Does nothing for a release that did not end so. */
export async function reportJob(
  workplace: Workplace,
  { id, state }: { readonly id: string; readonly state: EndState },
): Promise<JobEnd<EndState | "waiting" | "untouched">> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (!stored.live && record.state === state) {
    await finishPublication(workplace, stored);
    return { id: stored.id, outcome: state, notes: [] };
  }
  if (record.state === state) {
    return unlessElsewhere(stored.id, async () => {
      await driveJob(workplace, stored, { within: [state] });
      return { id: stored.id, outcome: state, notes: [] };
    });
  }
  if (state === "failed" && diedBeforeProduction(stored.record.state))
    return unlessElsewhere(stored.id, async () => suspendDead(workplace, stored.id));
  return { id: stored.id, outcome: "untouched", notes: [`${stored.id} is ${record.state}: nothing to do`] };
}

function diedBeforeProduction(state: State): boolean {
  return !isTerminal(state) && state !== "production" && state !== "production_canary";
}

/** No verdict: a dead runner is not a bad release. It stays where it is until another run goes on, or until it died there three times. */
async function suspendDead(workplace: Workplace, id: string): Promise<JobEnd<EndState | "waiting">> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (record.suspended !== undefined)
    return { id, outcome: "waiting", notes: [`it waits: ${record.suspended.reason}`] };
  const reason = `a job of this run ended without a verdict while the release was in ${record.state}`;
  const driven = await driveJob(workplace, stored, {
    within: ["failed"],
    prepare: (context) => diedAgain(context, reason),
  });
  return driven.record.state === "failed"
    ? { id, outcome: "failed", notes: [driven.record.failure?.failureReason ?? reason] }
    : { id, outcome: "waiting", notes: [reason] };
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
  driver.decide({
    type: "failure-captured",
    failedState: state,
    failureReason: `Its jobs died in ${state} ${deaths + 1} times`,
    actionableFixSuggestions: [
      "Look at the last lines of those jobs: runners that run out of memory or time say so there.",
    ],
  });
  moveTo(driver, "failed", reason);
  await driver.flush();
  return "ready";
}
