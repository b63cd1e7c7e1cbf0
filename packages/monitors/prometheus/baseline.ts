import { ReleaseFault } from "#faults";

import { conditionOf, type AskNow } from "./condition.ts";
import { expand, type Names, type Queries } from "./queries.ts";
import { edgeMs, type Told } from "./side.ts";

interface Serving {
  readonly told: Told;
  readonly baseline: Names;
  readonly queries: Queries;
  readonly slowMs: number;
}

/**
 * Refuses queries that give nothing of the version that serves now: they would give nothing of the new one either, and
 * that would be found out when it has clients.
 */
export async function requireBaseline({ told, baseline, queries, slowMs }: Serving, ask: AskNow): Promise<void> {
  const [requests, , latency] = told.groups;
  const of = (selectors: readonly string[]) => selectors.map((one) => expand(one, baseline)).join(" or ");
  const mistakes: string[] = [];
  if (requests.length === 0) mistakes.push(`requests: the query matches nothing now: ${of(queries.requests)}`);
  if (queries.latency !== undefined) {
    const edges = [...new Set(latency.map(({ labels }) => edgeMs(labels["le"])))].filter((ms) => ms !== undefined);
    const known = edges.filter((ms) => ms < Number.MAX_SAFE_INTEGER).toSorted((a, b) => a - b);
    if (known.length === 0) mistakes.push(`latency: the query matches no buckets now: ${of(queries.latency)}`);
    else if (!known.includes(slowMs)) {
      mistakes.push(`latency: no bucket ends at maxP95 (${slowMs} ms); they end at ${known.join(", ")} ms`);
    }
  }
  const { silent = [] } = await conditionOf(queries, baseline, ask);
  mistakes.push(...silent.map(({ signal, reason }) => `${signal}: ${reason}`));
  if (mistakes.length === 0) return;
  throw new ReleaseFault(
    "config",
    `Prometheus gives no data of ${baseline.version}, which serves now:\n${mistakes.join("\n")}`,
    {
      hint: "Correct the labels in monitorSettings, so that each query gives series of the version that serves; let a bucket end at maxP95, or set maxP95 to the end of one.",
    },
  );
}
