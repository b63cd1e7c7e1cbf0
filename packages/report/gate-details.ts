import type { GateName, ReleaseRecord } from "#machine";

import { adviceList } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { failureList, gatesTable } from "./gates.ts";

/**
 * Some gates of a release for the summary of their job, in Markdown: each with result, figures, time and target, then
 * what failed, where and what to do, then the advice.
 */
export function gateDetails(
  record: ReleaseRecord,
  { gates, comparison }: { readonly gates: readonly GateName[]; readonly comparison: Comparison | undefined },
): string {
  if (gates.length === 0) return "";
  const { comparison: _, validation: __, ...rest } = record;
  const own: ReleaseRecord = {
    ...rest,
    plan: { ...record.plan, gates },
    gates: new Map([...record.gates].filter(([gate]) => gates.includes(gate))),
  };
  const seen = comparison === undefined ? own : { ...own, comparison: { ...envelopeOf(record), ...comparison } };
  return [
    gatesTable(seen),
    ...part("#### What to fix", failureList(seen)),
    ...part("#### Advice", adviceList(comparison)),
  ].join("\n\n");
}

const part = (title: string, body: string): readonly string[] => (body === "" ? [] : [title, body]);

// What is shown in a job before it is recorded has no place among the facts yet.
function envelopeOf({ id, lastSeq, lastAt }: ReleaseRecord) {
  return {
    type: "compared" as const,
    seq: lastSeq,
    release: id,
    at: lastAt,
    actor: "",
    run: { id: "", attempt: 0 },
    prev: "",
  };
}
