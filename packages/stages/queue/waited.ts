import type { Fact } from "#machine";

/** What begins a wait for people, a fix or a time, and what ends it; what cannot be waited for twice at once counts once. */
const waits: readonly { readonly begins: Fact["type"]; readonly ends: readonly Fact["type"][] }[] = [
  { begins: "suspended", ends: ["resumed"] },
  // Nobody answered: what goes back is at work again.
  { begins: "asked", ends: ["decided", "verdict"] },
  { begins: "pull-request-opened", ends: ["approved"] },
];

/** Ms that a release waited between two moments (ms since the epoch): for approval, an answer, a fix, or because it was held. */
export function waitedMs(facts: readonly Fact[], fromMs: number, toMs: number): number {
  const open = new Set<string>();
  let since = 0;
  let sum = 0;
  for (const fact of facts) {
    const at = Date.parse(fact.at);
    const before = open.size;
    for (const { begins, ends } of waits) {
      if (fact.type === begins) open.add(begins);
      if (ends.includes(fact.type)) open.delete(begins);
    }
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
