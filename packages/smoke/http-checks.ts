import type { SmokeCategory } from "#machine";
import { checkAuth } from "./auth.ts";
import { runCheck, type Checked } from "./check.ts";
import { failAt } from "./check-failure.ts";
import { commandCheck, isCommand } from "./command.ts";
import type { CommandCheck, HttpStep, Surroundings, UserPath } from "./contract.ts";
import { newSession } from "./session.ts";
import { runStep } from "./step.ts";
import type { Unit } from "./units.ts";

/** Each endpoint is one check. They run side by side unless one needs what another captured. */
export function apiUnits(steps: readonly (HttpStep | CommandCheck)[], around: Surroundings): readonly Unit[] {
  const session = newSession(around, "api");
  const one = async (step: HttpStep | CommandCheck): Promise<Checked> => {
    if (isCommand(step)) return commandCheck("api", step, around);
    const run = async () => runStep(step, session, around);
    return runCheck({ category: "api", name: step.name, run, secrets: () => session.secrets }, around);
  };
  const chained = steps.some((step) => "capture" in step && Object.keys(step.capture).length > 0);
  if (!chained) return steps.map((step) => unitOf("api", [step.name], async () => [await one(step)]));
  const inOrder = async () => {
    const checked: Checked[] = [];
    for (const step of steps) checked.push(await one(step));
    return checked;
  };
  return [unitOf("api", namesOf(steps), inOrder)];
}

/** One unit: the steps of a login belong together. */
export function authUnits(steps: readonly (HttpStep | CommandCheck)[], around: Surroundings): readonly Unit[] {
  return [unitOf("auth", namesOf(steps), async () => checkAuth(steps, around))];
}

/** Each path is one check; a retry walks it again from its first step. */
export function pathUnits(paths: readonly (UserPath | CommandCheck)[], around: Surroundings): readonly Unit[] {
  return paths.map((path, index) =>
    unitOf("paths", [path.name], async () => [
      isCommand(path) ? await commandCheck("paths", path, around) : await walk(path, around, index),
    ]),
  );
}

async function walk({ name, steps }: UserPath, around: Surroundings, index: number): Promise<Checked> {
  let session = newSession(around, `p${index}`);
  const run = async () => {
    session = newSession(around, `p${index}`);
    for (const [at, step] of steps.entries()) {
      await runStep(step, session, around).catch((thrown: unknown) =>
        failAt(thrown, `step ${at + 1} of ${steps.length}, ${step.name}`),
      );
    }
  };
  return runCheck({ category: "paths", name, run, secrets: () => session.secrets }, around);
}

function unitOf(category: SmokeCategory, names: readonly string[], run: Unit["run"]): Unit {
  return { category, names, run };
}

function namesOf(steps: readonly { readonly name: string }[]): readonly string[] {
  return steps.map(({ name }) => name);
}
