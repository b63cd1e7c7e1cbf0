import type { Fact, WaitsFor } from "#machine";

import { countedOf } from "./numbers.ts";
import type { AdapterUse, HumanActions } from "./types.ts";

/** Waits that a person ends by typing something; the others end with an approval, an answer, or by themselves. */
const endedByHand: ReadonlySet<WaitsFor> = new Set(["fix", "changelog", "service", "interrupted"]);

const isMachine = (who: string): boolean => who.endsWith("[bot]");

/**
 * What people did: started it, approved, asked for something, went on with it by hand. An answer to a question is a
 * request and counts once; what a schedule or another release set going is nobody's deed.
 */
export function humanActionsOf(facts: readonly Fact[]): HumanActions {
  const deeds: string[] = [];
  const requests = new Set<string>();
  let waitsFor: WaitsFor | undefined;
  for (const fact of facts) {
    if (fact.type === "suspended") ({ waitsFor } = fact);
    else if (fact.type === "requested") {
      if (!requests.has(fact.id) && !isMachine(fact.by)) deeds.push(fact.kind);
      requests.add(fact.id);
    } else if (fact.type === "woken" || fact.type === "resumed") {
      const byHand = fact.type === "resumed" && !isMachine(fact.by);
      if (byHand && waitsFor !== undefined && endedByHand.has(waitsFor)) deeds.push("resume");
      waitsFor = undefined;
    } else deeds.push(...consentIn(fact));
  }
  return { n: deeds.length, by: countedOf(deeds) };
}

/** What people said yes to, each of them once. */
function consentIn(fact: Fact): readonly string[] {
  if (fact.type === "opened") return isMachine(fact.plan.initiatedBy) ? [] : ["start"];
  if (fact.type === "approved") return Array.from(new Set(fact.by), () => "approve");
  return fact.type === "production-approved" ? Array.from(new Set(fact.by), () => "approve production") : [];
}

/** How what is outside served: channels, services that made it wait, deployments, machines that gates ran on, warnings. */
export function adaptersOf(facts: readonly Fact[]): readonly AdapterUse[] {
  const uses = new Map<string, { kind: AdapterUse["kind"]; name: string; used: number; failed: number }>();
  const add = (kind: AdapterUse["kind"], name: string, failed: boolean): void => {
    const key = `${kind} ${name}`;
    const use = uses.get(key) ?? { kind, name, used: 0, failed: 0 };
    use.used += 1;
    if (failed) use.failed += 1;
    uses.set(key, use);
  };
  for (const fact of facts) {
    if (fact.type === "notified") add("channel", fact.channel, fact.status === "failed");
    else if (fact.type === "suspended" && fact.waitsFor === "service") add("service", "code host or target", true);
    else if (fact.type === "deployment-finished") add("deployment", fact.environment, fact.status === "failed");
    else if (fact.type === "gate-finished")
      add(
        "gate environment",
        fact.gate,
        fact.notRun === true || fact.failures.some((one) => one.class === "environment"),
      );
    else if (fact.type === "warned") add("warning", "warnings", true);
  }
  return [...uses.values()];
}

/** The same over many releases, the most often failed first. */
export function adaptersOver(each: readonly (readonly AdapterUse[])[]): readonly AdapterUse[] {
  const sums = new Map<string, AdapterUse>();
  for (const use of each.flat()) {
    const key = `${use.kind} ${use.name}`;
    const before = sums.get(key);
    sums.set(key, { ...use, used: use.used + (before?.used ?? 0), failed: use.failed + (before?.failed ?? 0) });
  }
  return [...sums.values()].toSorted((a, b) => b.failed - a.failed || b.used - a.used || (a.name < b.name ? -1 : 1));
}
