import { ReleaseFault } from "#faults";
import type { Failure } from "#machine";

import type { CheckRun, CheckSettings, Finding, GateContext } from "./context.ts";

const pollEveryMs = 10_000;
/** A commit was pushed a moment ago: so long nothing of its CI may be seen yet. */
const unseenMs = 120_000;
const shownNames = 20;

/**
 * Takes the verdict of a check of the project's own CI on the commit under test, and of no other. Waits for one that is under
 * way, as long as the gate has time. Only `success` passes: a check that was skipped proves nothing.
 */
export async function checkGate(gate: string, wanted: CheckSettings, context: GateContext): Promise<Finding> {
  const { clock, signal, sha, onProgress } = context;
  if (context.checkRuns === undefined) throw new Error("a gate whose verdict is a check needs the code host");
  const started = clock.now();
  let told = "";
  for (;;) {
    const runs = await seen(context.checkRuns(sha), sha, onProgress);
    const run = runs?.find(({ name, app }) => name === wanted.name && app === wanted.app);
    if (run !== undefined && run.state !== "pending") return verdict(gate, wanted, run, onProgress);
    const elapsed = clock.now() - started;
    // The runs of jobs that wait for other jobs are not there before those have ended.
    const mayCome =
      runs === undefined ||
      run !== undefined ||
      elapsed < unseenMs ||
      runs.some(({ app, state }) => app === wanted.app && state === "pending");
    if (!mayCome) return { failures: [missing(gate, wanted, runs)] };
    if (elapsed >= wanted.timeout) return { failures: [late(gate, wanted, run)] };
    const line = `waiting for the check "${wanted.name}" of ${wanted.app}: ${run === undefined ? "not there yet" : "under way"}`;
    if (line !== told) onProgress(line);
    told = line;
    await clock.sleep(Math.min(pollEveryMs, wanted.timeout - elapsed), signal);
    signal.throwIfAborted();
  }
}

/** A host that does not answer now has not said that there is no check: `undefined` then. */
async function seen(
  asked: Promise<readonly CheckRun[]>,
  sha: string,
  onProgress: (line: string) => void,
): Promise<readonly CheckRun[] | undefined> {
  try {
    return (await asked).filter((run) => run.sha === sha);
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault) || thrown.code !== "remote") throw thrown;
    onProgress(thrown.message);
    return undefined;
  }
}

function verdict(
  gate: string,
  { name }: CheckSettings,
  { state, app, url, sha }: CheckRun,
  onProgress: (line: string) => void,
): Finding {
  const check = { name, app, ...(url === undefined ? {} : { url }) };
  const place = url === undefined ? "" : `: ${url}`;
  if (state === "success") {
    onProgress(`the check "${name}" of ${app} passed on ${sha.slice(0, 12)}; coverage: not measured here${place}`);
    return { failures: [], check };
  }
  return {
    check,
    failures: [
      {
        title: `The check "${name}" of ${app} ended as ${state}`,
        detail: `On ${sha}${place}`,
        suggestion:
          state === "skipped" || state === "neutral"
            ? `It proves nothing about this commit. Make it run there, or give the gate a command: gates.${gate}.command`
            : "See its log, correct what failed and retry the release.",
      },
    ],
  };
}

function missing(gate: string, { name, app }: CheckSettings, runs: readonly CheckRun[]): Failure {
  const there = runs.slice(0, shownNames).map((run) => `"${run.name}" of ${run.app}`);
  const imitation = runs.some((run) => run.name === name);
  return {
    title: `There is no check "${name}" of ${app} on the commit`,
    detail: there.length === 0 ? "The commit has no check at all." : `There are: ${there.join(", ")}.`,
    suggestion: imitation
      ? `Another app made a check of that name. If that is the one, say so: gates.${gate}.app`
      : `Let the CI run on pushes to release/** and hotfix/**, or correct gates.${gate}.name.`,
  };
}

function late(gate: string, { name, app, timeout }: CheckSettings, run: CheckRun | undefined): Failure {
  return {
    title: `The check "${name}" of ${app} had no verdict within ${Math.round(timeout / 1000)} s`,
    ...(run?.url === undefined ? {} : { detail: run.url }),
    suggestion: `See what it waits for, or give it more time: gates.${gate}.timeout: ${Math.ceil(timeout / 30_000)}m`,
  };
}
