import type { Advice, GateName, ReleaseRecord, State } from "#machine";

import type { Comparison } from "./comparison.ts";
import { cell, duration } from "./text.ts";

/** The advice as a list; empty where there is none. */
export function adviceList(comparison: Pick<Comparison, "advice"> | undefined): string {
  return (comparison?.advice ?? [])
    .map(({ about, says, todo }) => `- **${about}**: ${cell(says)}\n  - → ${cell(todo)}`)
    .join("\n");
}

/** The same for a terminal, a line each; not escaped. */
export function adviceLines({ comparison }: Pick<ReleaseRecord, "comparison">): readonly string[] {
  return (comparison?.advice ?? []).map(adviceLine);
}

function adviceLine({ about, says, todo }: Advice): string {
  return `${about}: ${says} → ${todo}`;
}

/** A column with what 95 % of the releases before took at most; none where there were none. */
export function p95Column(comparison: Pick<Comparison, "releases" | "p95Ms"> | undefined): {
  readonly head: readonly string[];
  readonly of: (name: GateName | State) => readonly string[];
} {
  if (comparison === undefined) return { head: [], of: () => [] };
  const { releases, p95Ms } = comparison;
  return {
    head: [`p95 of ${releases}:`],
    of: (name) => {
      const ms = p95Ms[name];
      return [ms === undefined ? "–" : duration(ms)];
    },
  };
}
