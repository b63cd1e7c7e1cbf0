import type { SmokeCheck } from "#machine";
import { inParallel, runCheck } from "./check.ts";
import { CheckFailure } from "./check-failure.ts";
import { Session } from "./session.ts";
import type { HttpStep, Surroundings, UserPath } from "./contract.ts";
import { runStep } from "./step.ts";

const endpointsAtOnce = 4;
const pathsAtOnce = 2;

/** Each endpoint is one check. They run side by side unless one needs what another captured. */
export async function checkApi(steps: readonly HttpStep[], around: Surroundings): Promise<readonly SmokeCheck[]> {
  const session = newSession(around, "api");
  const chained = steps.some((step) => Object.keys(step.capture).length > 0);
  return await inParallel(steps, chained ? 1 : endpointsAtOnce, async (step) => {
    const run = async () => runStep(step, session, around);
    const { check } = await runCheck({ category: "api", name: step.name, run, secrets: () => session.secrets }, around);
    return check;
  });
}

/** The steps in order, up to the one that fails: it is named, what would follow is not run. */
export async function checkAuth(steps: readonly HttpStep[], around: Surroundings): Promise<readonly SmokeCheck[]> {
  const session = newSession(around, "auth");
  const checks: SmokeCheck[] = [];
  for (const [index, step] of steps.entries()) {
    const run = async () =>
      runStep(step, session, around).catch((thrown: unknown) => nameStep(thrown, step, steps, index));
    const attempt = { category: "auth", name: step.name, run, secrets: () => session.secrets } as const;
    const { check } = await runCheck(attempt, around);
    checks.push(check);
    if (check.status === "failed") break;
  }
  return checks;
}

/** Each path is one check; a retry walks it again from its first step. */
export async function checkPaths(paths: readonly UserPath[], around: Surroundings): Promise<readonly SmokeCheck[]> {
  return await inParallel(paths, pathsAtOnce, async ({ name, steps }, index) => {
    let session = newSession(around, `p${index}`);
    const run = async () => {
      session = newSession(around, `p${index}`);
      for (const [at, step] of steps.entries()) {
        await runStep(step, session, around).catch((thrown: unknown) => nameStep(thrown, step, steps, at));
      }
    };
    const { check } = await runCheck({ category: "paths", name, run, secrets: () => session.secrets }, around);
    return check;
  });
}

function newSession({ env, clock }: Surroundings, suffix: string): Session {
  return new Session(env, `${Math.floor(clock.now()).toString(36)}${suffix}`);
}

function nameStep(thrown: unknown, step: HttpStep, steps: readonly HttpStep[], index: number): never {
  if (!(thrown instanceof CheckFailure)) throw thrown;
  const { message, transient, status } = thrown;
  const named = `step ${index + 1} of ${steps.length}, ${step.name}: ${message}`;
  throw new CheckFailure(named, { transient, cause: thrown, ...(status === undefined ? {} : { status }) });
}
