import type { Fact } from "./facts.ts";
import type { ReleaseRecord } from "./record.ts";

type Of<T extends Fact["type"]> = Extract<Fact, { readonly type: T }>;

/** The record once the release waits. */
export function suspended(record: ReleaseRecord, fact: Of<"suspended">): ReleaseRecord {
  const waits = { ...record, suspended: fact, visits: waited(record, fact.at) };
  if (fact.waitsFor !== "window" && fact.waitsFor !== "environment") return waits;
  return { ...waits, queued: { round: (record.queued?.round ?? 0) + 1, seq: fact.seq } };
}

/** The record once somebody goes on with the release. */
export function resumed(record: ReleaseRecord, fact: Of<"resumed">): ReleaseRecord {
  const { suspended: _, ...rest } = record;
  const { validation, queued } = record;
  return {
    ...rest,
    visits: waited(record, fact.at),
    ...(queued === undefined ? {} : { queued: { ...queued, leftAt: fact.at } }),
    ...(validation?.status === "failed" ? { validation: { ...validation, again: true as const } } : {}),
  };
}

/** The visits with the wait that ends at `at`, if the release is in one; where its driver died, another may begin there. */
function waited({ visits, suspended: wait }: ReleaseRecord, at: string): ReleaseRecord["visits"] {
  const last = visits.at(-1);
  if (wait === undefined || last === undefined) return visits;
  const waitedMs = last.waitedMs + Math.max(0, Date.parse(at) - Date.parse(wait.at));
  return [...visits.slice(0, -1), { ...last, waitedMs }];
}
