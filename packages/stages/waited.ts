import type { Fact } from "#machine";

/** What begins and ends a wait for people, a fix or a time; what cannot be waited for twice at once counts once. */
const begins: readonly Fact["type"][] = ["suspended", "asked", "pull-request-opened"];
const ends: readonly Fact["type"][] = ["resumed", "decided", "approved"];

/** Ms that a release waited between two moments (ms since the epoch): for approval, an answer, a fix, or because it was held. */
export function waitedMs(facts: readonly Fact[], fromMs: number, toMs: number): number {
  const open = new Set<string>();
  let since = 0;
  let sum = 0;
  for (const fact of facts) {
    const at = Date.parse(fact.at);
    const before = open.size;
    if (begins.includes(fact.type)) open.add(begins.indexOf(fact.type).toString());
    if (ends.includes(fact.type)) open.delete(ends.indexOf(fact.type).toString());
    if (fact.type === "requested" && fact.kind === "hold") open.add(fact.id);
    if (fact.type === "answered") open.delete(fact.id);
    // What was left open by a state is over with it.
    if (fact.type === "moved" || fact.type === "traffic-shifted") open.clear();
    if (before === 0 && open.size > 0) since = at;
    if (before > 0 && open.size === 0) sum += overlap(since, at, fromMs, toMs);
  }
  return open.size === 0 ? sum : sum + overlap(since, toMs, fromMs, toMs);
}

function overlap(since: number, until: number, fromMs: number, toMs: number): number {
  return Math.max(0, Math.min(until, toMs) - Math.max(since, fromMs));
}
