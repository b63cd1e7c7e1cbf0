import type { Ended, Result } from "../graph/condition.ts";
import { filledIn, type Contexts } from "../graph/expression.ts";
import { resultOf } from "../graph/run.ts";
import {
  graphOf,
  workflowSource,
  workflowText,
  type GraphJob,
  type JobSource,
  type StepSource,
} from "../graph/workflow.ts";

/** A step of a job, about to run: the action, and its inputs as the runner would fill them in. */
export interface Step {
  /** The job, after the workflow that it is in: `staging`, `production/completed`. */
  readonly job: string;
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface StepEnd {
  readonly isRed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The machine that a job gets: does its steps one after another, and is gone after the last one. */
export interface Machine {
  readonly perform: (step: Step) => Promise<StepEnd>;
}

/** How the jobs ended, by their path: `staging`, `production/completed`. */
export type EndedJobs = ReadonlyMap<string, Ended>;

export interface Host {
  /** A machine for a job that GitHub starts. What was thrown by it is no end of the job, but the end of the test. */
  readonly machine: (job: string, soFar: EndedJobs) => Promise<Machine>;
  /** The commit that the run was started on, and its token. */
  readonly github: { readonly sha: string; readonly token: string };
}

interface Workflow {
  readonly jobs: readonly GraphJob[];
  readonly sources: Readonly<Record<string, JobSource>>;
  readonly inputs: Readonly<Record<string, string | boolean>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs release.yml as GitHub would, one job after another: its conditions, inputs, outputs and its callee are those of
 * the files. Jobs in `already` ended before, as they say there, and are not run.
 */
export async function runRelease(
  host: Host,
  inputs: Readonly<Record<string, string>>,
  already: EndedJobs = new Map(),
): Promise<EndedJobs> {
  const ended = new Map(already);
  await runWorkflow({ host, ended, name: "release", prefix: "", inputs });
  return ended;
}

interface Call {
  readonly host: Host;
  readonly ended: Map<string, Ended>;
  readonly name: string;
  readonly prefix: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const skipped: Ended = { result: "skipped", outputs: {} };

async function runWorkflow(call: Call): Promise<Ended> {
  const { host, ended, name, prefix } = call;
  const workflow = await loadWorkflow(name);
  const inputs = { ...workflow.inputs, ...call.inputs };
  const here = (id: string) => ended.get(prefix + id) ?? skipped;
  for (const job of workflow.jobs) {
    const path = prefix + job.id;
    if (ended.has(path)) continue;
    const needs = Object.fromEntries(job.needs.map((id) => [id, here(id)]));
    const ancestors = job.ancestors.map((id) => here(id).result);
    if (!job.wakes({ needs, inputs: call.inputs, cancelled: false, ancestors })) continue;
    const source = workflow.sources[job.id] ?? {};
    const contexts = { needs, inputs, github: host.github, secrets: {} };
    ended.set(path, await runJob({ ...call, path, source, contexts }));
  }
  const jobs = Object.fromEntries(workflow.jobs.map(({ id }) => [id, here(id)]));
  const result = resultOf(Object.values(jobs));
  return { result, outputs: allFilledIn(workflow.outputs, { jobs }) };
}

interface Job extends Call {
  readonly path: string;
  readonly source: JobSource;
  readonly contexts: Contexts;
}

async function runJob(job: Job): Promise<Ended> {
  const { source, contexts, path } = job;
  const callee = /workflows\/(\w+)\.yml$/.exec(source.uses ?? "")?.[1];
  if (callee !== undefined)
    return runWorkflow({ ...job, name: callee, prefix: `${path}/`, inputs: allFilledIn(source.with ?? {}, contexts) });
  const { leg } = source.strategy?.matrix ?? {};
  if (leg === undefined) return runSteps(job, contexts);
  const listed = leg.replace("${{", "${{ toJSON(").replace("}}", ") }}");
  const legs = JSON.parse(filledIn(listed, contexts)) as readonly string[];
  const ends: Ended[] = [];
  for (const one of legs) ends.push(await runSteps(job, { ...contexts, matrix: { leg: one } }));
  return { result: resultOf(ends), outputs: Object.assign({}, ...ends.map(({ outputs }) => outputs)) };
}

async function runSteps({ host, ended, path, source }: Job, contexts: Contexts): Promise<Ended> {
  const machine = await host.machine(path, new Map(ended));
  const steps: Record<string, { readonly outputs: StepEnd["outputs"] }> = {};
  let result: Result = "success";
  for (const { id, uses = "", with: inputs = {} } of source.steps ?? []) {
    if (result !== "success") break;
    // The caller's own set-up, where there is one: this project has none.
    if (uses.startsWith("./")) continue;
    const action = uses.split("/").at(-1) ?? "";
    const end = await machine.perform({ job: path, action, inputs: allFilledIn(inputs, { ...contexts, steps }) });
    if (id !== undefined) steps[id] = { outputs: end.outputs };
    if (end.isRed) result = "failure";
  }
  const ids = (source.steps ?? []).flatMap(({ id }: StepSource) => (id === undefined ? [] : [id]));
  const all = Object.fromEntries(ids.map((id) => [id, steps[id] ?? { outputs: {} }]));
  return { result, outputs: allFilledIn(source.outputs ?? {}, { ...contexts, steps: all }) };
}

/** The runner does not set an output that is empty. */
function allFilledIn(texts: Readonly<Record<string, string | boolean>>, contexts: Contexts): Record<string, string> {
  const all = Object.entries(texts).map(([name, text]) => [name, filledIn(String(text), contexts)] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}

const loaded = new Map<string, Promise<Workflow>>();

function loadWorkflow(name: string): Promise<Workflow> {
  const known = loaded.get(name) ?? readWorkflow(name);
  loaded.set(name, known);
  return known;
}

async function readWorkflow(name: string): Promise<Workflow> {
  const text = workflowText(name);
  const { jobs, on } = workflowSource(text);
  const { inputs = {}, outputs = {} } = on["workflow_call"] ?? {};
  return {
    jobs: await graphOf(`${name}.yml`, text),
    sources: jobs,
    inputs: Object.fromEntries(Object.entries(inputs).map(([input, { default: usual = "" }]) => [input, usual])),
    outputs: Object.fromEntries(Object.entries(outputs).map(([output, { value }]) => [output, value])),
  };
}
