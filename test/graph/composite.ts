import { readFileSync } from "node:fs";

import { parse } from "yaml";

import { compile, type Condition, type Ended } from "./condition.ts";
import type { Ending } from "./release.ts";
import { behaviours, type Run, type Wake } from "./run.ts";
import { root } from "./workflow.ts";

export interface Step {
  readonly id: string;
  readonly if?: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
}

interface Declared {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
  readonly value?: string;
}

/** The composite action as the file says it. */
export interface Composite {
  readonly inputs: Readonly<Record<string, Declared>>;
  readonly outputs: Readonly<Record<string, Declared>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const text = readFileSync(new URL("action.yml", root), "utf8");
export const composite = parse(text) as Composite;

/** The one map between steps and jobs: what each step is in the workflows. `sources` is a step of every job. */
export const jobOf: Readonly<Record<string, string>> = {
  initiated: "initiated",
  quality_gates: "quality_gates",
  quality_gates_fast: "quality_gates_fast",
  review: "review",
  staging: "staging",
  unstage: "unstage",
  approval: "approval",
  production: "production/production",
  production_canary: "production/production_canary",
  rolled_back: "production/rolled_back",
  completed: "production/completed",
  rolled_back_net: "rolled_back",
  validation: "validation",
  validated: "validated",
  failed: "failed",
};

/** Steps see steps; the evaluator knows them as jobs that all need each other. */
export function conditionOf(step: Step): Condition {
  const written = step.if ?? "success()";
  return compile(written.replaceAll(/\bsteps\.(\w+)\.outcome/g, "needs.$1.result").replaceAll(/\bsteps\./g, "needs."));
}

const skipped: Ended = { result: "skipped", outputs: {} };

/** The jobs of a run that woke in the graph, and the steps that would in one job to which all the same happened. */
export function replay(run: Run, steps: readonly Step[], conditions: ReadonlyMap<string, Condition>) {
  const woken = new Map(run.wakes.map((wake) => [wake.job, wake]));
  const needs: Record<string, Ended> = {};
  const woke: string[] = [];
  let cancelled = false;
  for (const { id } of steps) {
    const job = jobOf[id];
    if (job === undefined) continue;
    const ancestors = Object.values(needs).map(({ result }) => result);
    const wake = woken.get(job);
    if (conditions.get(id)?.({ needs, inputs: {}, cancelled, ancestors }) === true) woke.push(job);
    const ending = wake === undefined ? undefined : endingOf(wake);
    needs[id] = ending === undefined ? skipped : asStep(id, ending);
    cancelled ||= ending?.cancels === true;
  }
  return { graph: [...woken.keys()].filter((job) => job !== "production").toSorted(), steps: woke.toSorted() };
}

function endingOf({ job, release, ending }: Wake): Ending {
  const found = behaviours[job]?.(release).find(({ name }) => name === ending);
  if (found === undefined) throw new Error(`${job} cannot end as "${ending}"`);
  return found;
}

/** An environment that nobody approved is a red job; a step that nobody approved before is green and waits. */
function asStep(id: string, { name, result, outputs }: Ending): Ended {
  if (id !== "approval") return { result, outputs };
  return { result, outputs: { outcome: name === "approved" ? "go" : "" } };
}
