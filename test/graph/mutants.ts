import { compile } from "./condition.ts";
import type { Graph } from "./run.ts";
import type { GraphJob } from "./workflow.ts";

/** A graph with one condition, or one need, changed. */
export interface Mutant {
  readonly name: string;
  readonly graph: Graph;
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  "==": ["!="],
  "!=": ["=="],
  "&&": ["||"],
  "||": ["&&"],
  "!contains(": ["contains("],
  "!cancelled()": ["always()"],
  "always()": ["!cancelled()", "success()"],
  "'success'": ["'failure'", "'cancelled'", "'skipped'"],
  "'skipped'": ["'failure'", "'cancelled'", "'success'"],
};

/** Each condition dropped, negated, made `always()`, and each of its words changed on its own; each need removed. */
export function mutantsOf(graph: Graph): readonly Mutant[] {
  const callers = graph.release.flatMap((job) =>
    changesOf(job).map(({ name, job: changed }) => ({
      name,
      graph: { ...graph, release: graph.release.map((one) => (one === job ? changed : one)) },
    })),
  );
  const callees = graph.production.flatMap((job) =>
    changesOf(job).map(({ name, job: changed }) => ({
      name: `production/${name}`,
      graph: { ...graph, production: graph.production.map((one) => (one === job ? changed : one)) },
    })),
  );
  return [...callers, ...callees];
}

function changesOf(job: GraphJob): readonly { readonly name: string; readonly job: GraphJob }[] {
  const texts = new Map<string, string>([
    ["dropped", "success()"],
    ["negated", `!(${job.text})`],
    ["always()", "always()"],
    ["!cancelled()", "!cancelled()"],
    ...wordsChanged(job.text),
  ]);
  const conditions = [...texts]
    .filter(([, text]) => text !== job.text)
    .map(([change, text]) => ({ name: `${job.id}: ${change}`, job: { ...job, text, wakes: compile(text) } }));
  const needs = job.needs.map((gone) => ({
    name: `${job.id}: does not need ${gone}`,
    job: { ...job, needs: job.needs.filter((id) => id !== gone) },
  }));
  return [...conditions, ...needs];
}

const words = /!contains\(|!cancelled\(\)|always\(\)|==|!=|&&|\|\||'\["[^']*'|'[^']*'/g;

function wordsChanged(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(words)].flatMap((match) =>
    insteadOf(match[0]).map((other) => {
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + match[0].length);
      const nth = before.split(match[0]).length;
      return [`${match[0]} (${nth}) → ${other}`, `${before}${other}${after}`] as const;
    }),
  );
}

function insteadOf(word: string): readonly string[] {
  const known = swaps[word];
  if (known !== undefined) return known;
  if (!word.startsWith("'[")) return ["'another'"];
  const list = JSON.parse(word.slice(1, -1)) as readonly string[];
  return list.map((gone) => `'${JSON.stringify(list.filter((one) => one !== gone))}'`);
}
