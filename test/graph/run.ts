import type { Ended, Result } from "./condition.ts";
import * as jobs from "./release.ts";
import type { Ending, Release } from "./release.ts";
import type { GraphJob } from "./workflow.ts";

/** The two workflows of a release: the graph and the callee that holds the lock. */
export interface Graph {
  readonly release: readonly GraphJob[];
  readonly production: readonly GraphJob[];
}

/** How much may still go wrong, and how often the release may still wait. */
export interface Budget {
  readonly faults: number;
  readonly suspensions: number;
}

/** One job that GitHub started: in which workflow, and what the record said at that instant. */
export interface Wake {
  readonly job: string;
  readonly release: Release;
  readonly cancelled: boolean;
  readonly ending: string;
  /** Results and outputs that had reached the workflow of this job by then. */
  readonly seen: Readonly<Record<string, Ended>>;
}

/** A run from its first job to its last. */
export interface Run {
  readonly release: Release;
  readonly budget: Budget;
  readonly cancelled: boolean;
  /** How GitHub shows a job that a cancel kept from starting: both are seen in the wild. */
  readonly unstarted: "skipped" | "cancelled";
  /** A cancel killed what was pending in the callee. */
  readonly calleeDied: boolean;
  readonly ended: Readonly<Record<string, Ended>>;
  readonly wakes: readonly Wake[];
}

/** How each job of the graph may end. */
export const behaviours: Readonly<Record<string, (release: Release) => readonly Ending[]>> = {
  initiated: jobs.validate,
  quality_gates: jobs.gates,
  quality_gates_fast: jobs.gates,
  review: jobs.review,
  staging: jobs.deployToStaging,
  unstage: jobs.unstage,
  approval: jobs.approve,
  rolled_back: jobs.rollBack,
  validation: jobs.walkJourneys,
  validated: jobs.recordJourneys,
  failed: jobs.fail,
  "production/production": jobs.deploy,
  "production/production_canary": jobs.deploy,
  "production/rolled_back": jobs.rollBack,
  "production/completed": jobs.complete,
};

const fresh = { cancelled: false, unstarted: "skipped", calleeDied: false, ended: {}, wakes: [] } as const;
const skipped: Ended = { result: "skipped", outputs: {} };

type Place = (run: Run) => void;

/** Calls `done` with every run that the release can have within its budget. */
export function everyRun(graph: Graph, release: Release, budget: Budget, done: Place): void {
  walk(graph, graph.release, "", { ...fresh, release, budget }, {}, done);
}

function walk(
  graph: Graph,
  left: readonly GraphJob[],
  prefix: string,
  run: Run,
  inputs: Readonly<Record<string, string>>,
  done: Place,
): void {
  const [job, ...rest] = left;
  if (job === undefined) return done(run);
  const next = (after: Run) => walk(graph, rest, prefix, after, inputs, done);
  for (const now of maybeCancelled(run)) {
    if (!wakes(job, now, inputs)) {
      next(close(now, job.id, { ...skipped, result: now.unstarted }));
    } else if (prefix === "" && job.id === "production") {
      call(graph, now, next);
    } else {
      for (const ending of endingsOf(prefix + job.id, now)) next(end(now, job.id, prefix, ending));
    }
  }
}

/** The run as it is, and as it would be if someone cancelled it at this instant, between two jobs. */
function maybeCancelled(run: Run): readonly Run[] {
  if (run.cancelled || run.budget.faults === 0) return [run];
  const gone = { ...run, cancelled: true, budget: { ...run.budget, faults: run.budget.faults - 1 } };
  return [run, { ...gone, unstarted: "skipped" }, { ...gone, unstarted: "cancelled" }];
}

function wakes(job: GraphJob, run: Run, inputs: Readonly<Record<string, string>>): boolean {
  const needs = Object.fromEntries(job.needs.map((id) => [id, run.ended[id] ?? skipped]));
  const ancestors = job.ancestors.map((id) => run.ended[id]?.result ?? "skipped");
  return job.wakes({ needs, inputs, cancelled: run.cancelled, ancestors });
}

function endingsOf(job: string, { release, budget }: Run): readonly Ending[] {
  const behave = behaviours[job];
  if (behave === undefined) throw new Error(`the simulator does not know what ${job} does`);
  return behave(release).filter(
    ({ fault, suspends }) => (fault !== true || budget.faults > 0) && (suspends !== true || budget.suspensions > 0),
  );
}

function end(run: Run, id: string, prefix: string, ending: Ending): Run {
  const { release, result, outputs } = ending;
  const wake = {
    job: prefix + id,
    release: run.release,
    cancelled: run.cancelled,
    ending: ending.name,
    seen: run.ended,
  };
  return {
    ...run,
    release,
    budget: {
      faults: run.budget.faults - (ending.fault === true ? 1 : 0),
      suspensions: run.budget.suspensions - (ending.suspends === true ? 1 : 0),
    },
    cancelled: run.cancelled || ending.cancels === true,
    ended: { ...run.ended, [id]: { result, outputs } },
    wakes: [...run.wakes, wake],
  };
}

function close(run: Run, id: string, ended: Ended): Run {
  return { ...run, ended: { ...run.ended, [id]: ended } };
}

/** The call of production.yml: it waits in the queue, runs, and tells what its outputs say. */
function call(graph: Graph, run: Run, next: Place): void {
  const spent = { ...run.budget, faults: run.budget.faults - 1 };
  const called: Run = {
    ...run,
    wakes: [
      ...run.wakes,
      { job: "production", release: run.release, cancelled: run.cancelled, ending: "", seen: run.ended },
    ],
  };
  if (run.budget.faults > 0) {
    const gone = { ...called, cancelled: true, budget: spent };
    next(close(gone, "production", { result: "cancelled", outputs: {} }));
  }
  const { type = "", resume_at = "" } = run.ended["initiated"]?.outputs ?? {};
  walk(graph, graph.production, "production/", { ...called, ended: {} }, { type, resume_at }, (inner) => {
    const result = resultOf(Object.values(inner.ended));
    const outer = { ...inner, ended: run.ended };
    next(close(outer, "production", { result, outputs: outputsOf(inner.ended) }));
    if (inner.budget.faults > 0 && result !== "success") {
      const lost = { ...outer, budget: { ...inner.budget, faults: inner.budget.faults - 1 } };
      next(close(lost, "production", { result, outputs: {} }));
    }
  });
  dyingCall(graph, called, { type, resume_at }, run, next);
}

/** A cancel may kill what is pending in the callee: then nothing after the deploy runs in it, and its outputs are lost. */
function dyingCall(graph: Graph, called: Run, inputs: Readonly<Record<string, string>>, outer: Run, next: Place): void {
  const deploys = graph.production.slice(0, 2);
  walk(graph, deploys, "production/", { ...called, ended: {} }, inputs, (inner) => {
    if (!inner.cancelled || called.cancelled) return;
    next(close({ ...inner, calleeDied: true, ended: outer.ended }, "production", { result: "cancelled", outputs: {} }));
  });
}

/** The result of a job that calls a workflow, from those of the jobs in it. */
export function resultOf(ended: readonly Ended[]): Result {
  const results = ended.map(({ result }) => result);
  if (results.includes("failure")) return "failure";
  if (results.includes("cancelled")) return "cancelled";
  return results.includes("success") ? "success" : "skipped";
}

/** As production.yml's own `outputs` say; the conformance test compares the order. */
export const outcomeOrder = ["rolled_back", "completed", "production", "production_canary"] as const;

function outputsOf(ended: Readonly<Record<string, Ended>>): Readonly<Record<string, string>> {
  const outcome = outcomeOrder.map((id) => ended[id]?.outputs["outcome"] ?? "").find((value) => value !== "");
  const journeys = ended["completed"]?.outputs["journeys"];
  return { ...(outcome === undefined ? {} : { outcome }), ...(journeys === undefined ? {} : { journeys }) };
}
