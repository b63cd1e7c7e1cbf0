import type { Condition, Signal } from "../port.ts";
import type { Answer } from "./client.ts";
import { expand, type Names, type Queries } from "./queries.ts";

export type AskNow = (expression: string) => Promise<Answer>;

/** CPU and memory of one version. What is measured and does not answer is silent, and takes no other signal with it. */
export async function conditionOf(queries: Queries, names: Names, ask: AskNow): Promise<Condition> {
  const resources: { cpu?: number; memory?: number } = {};
  const silent: { signal: Signal; reason: string }[] = [];
  for (const signal of ["cpu", "memory"] as const) {
    const query = queries[signal];
    if (query === undefined) continue;
    const highest = await highestOf(expand(query, names), ask).catch((thrown: unknown) =>
      thrown instanceof Error ? thrown.message : String(thrown),
    );
    if (typeof highest === "number") resources[signal] = highest;
    else silent.push({ signal, reason: highest });
  }
  return {
    ...(Object.keys(resources).length === 0 ? {} : { resources }),
    ...(silent.length === 0 ? {} : { silent }),
  };
}

/** The busiest instance; or why nothing is known. */
async function highestOf(query: string, ask: AskNow): Promise<number | string> {
  const { series } = await ask(query);
  const values = series.flatMap(({ samples }) => samples.map(([, value]) => value));
  if (values.length === 0) return `the query matches nothing now: ${query}`;
  const known = values.filter((value) => Number.isFinite(value) && value >= 0);
  return known.length < values.length ? `the query gives no number: ${query}` : Math.max(...known);
}
