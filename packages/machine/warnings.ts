import type { Fact, FactType } from "./facts.ts";

type Of<T extends FactType> = Extract<Fact, { readonly type: T }>;

/** What a warning says of an incident that held the release. */
export function incidentText({ environment, point, reason, until }: Of<"incident-held">): string {
  return `${environment}: INCIDENT: ${reason} Held at ${point} until ${until} at most`;
}

/** What a warning says of a notice that a channel did not take. */
export function unheard({ key, channel, reason }: Of<"notified">): string {
  return `Channel ${channel} did not take the notice “${key}”: ${reason ?? "no reason given"}`;
}
