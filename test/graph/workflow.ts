import { readFileSync } from "node:fs";

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { parse } from "yaml";

import { compile, type Condition } from "./condition.ts";

/** One step as the file says it; only actions are used. */
export interface StepSource {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly id?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** A job as the file says it, before any evaluation. */
export interface JobSource {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly environment?: { readonly name: string; readonly deployment?: boolean };
  readonly concurrency?: { readonly group: string; readonly queue?: string; readonly "cancel-in-progress"?: boolean };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly leg: string } };
  readonly steps?: readonly StepSource[];
}

export interface InputSource {
  readonly description: string;
  readonly type: string;
  readonly required?: boolean;
  readonly default?: string | boolean;
  readonly options?: readonly string[];
}

interface Trigger {
  readonly inputs?: Readonly<Record<string, InputSource>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly secrets?: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>;
}

export interface WorkflowSource {
  readonly name: string;
  readonly on: Readonly<Record<string, Trigger>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, JobSource>>;
}

/** A job of the graph: whom it needs, and the condition under which GitHub starts it. */
export interface GraphJob {
  readonly id: string;
  readonly needs: readonly string[];
  /** The jobs whose results or outputs it reads, in its condition or anywhere else. */
  readonly reads: readonly string[];
  /** All jobs before it, through the needs of its needs: what `success()` looks at. */
  readonly ancestors: readonly string[];
  /** The condition as GitHub's parser sees it, `success()` added where it would add it. */
  readonly text: string;
  readonly wakes: Condition;
}

export const root = new URL("../../", import.meta.url);

export function workflowText(name: string): string {
  return readFileSync(new URL(`.github/workflows/${name}.yml`, root), "utf8");
}

export function workflowSource(text: string): WorkflowSource {
  return parse(text) as WorkflowSource;
}

/** The problems that GitHub's own parser sees in a workflow. */
export async function problemsOf(name: string, text: string): Promise<readonly string[]> {
  const parsed = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  const early = parsed.context.errors.getErrors().map(({ message }) => message);
  if (early.length > 0 || parsed.value === undefined) return early;
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  return (template.errors ?? []).map(({ Message }) => Message);
}

/** The graph of a workflow, as GitHub's own parser reads it. */
export async function graphOf(name: string, text: string): Promise<readonly GraphJob[]> {
  const parsed = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  if (parsed.value === undefined) throw new Error(`${name} cannot be parsed`);
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  const needs = new Map(template.jobs.map((job) => [job.id.value, (job.needs ?? []).map(({ value }) => value)]));
  return template.jobs.map((job) => ({
    id: job.id.value,
    needs: needs.get(job.id.value) ?? [],
    reads: readsOf(workflowSource(text).jobs[job.id.value]),
    ancestors: [...ancestorsOf(job.id.value, needs)],
    text: job.if.expression,
    wakes: compile(job.if.expression),
  }));
}

function ancestorsOf(id: string, needs: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const direct = needs.get(id) ?? [];
  return new Set(direct.flatMap((before) => [before, ...ancestorsOf(before, needs)]));
}

function readsOf(job: JobSource | undefined): readonly string[] {
  return [...new Set([...JSON.stringify(job).matchAll(/\bneeds\.(\w+)/g)].map(([, id]) => id ?? ""))];
}
