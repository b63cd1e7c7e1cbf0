import type { Fact, FactType } from "./facts.ts";

type Of<T extends FactType> = Extract<Fact, { readonly type: T }>;

/** What a warning says of an incident that held the release. */
export function incidentText({ environment, point, reason, until }: Of<"incident-held">): string {
  return `${environment}: INCIDENT: ${reason} Held at ${point} until ${until} at most`;
}

/** What a warning says of a report that could not be written. */
export function unwritten({ reason, raw }: Of<"report-failed">): string {
  return `The report could not be written: ${reason}. Its raw record stands in its place: ${raw}`;
}

/** What a warning says of a notice that a channel did not take. */
export function unheard({ key, channel, reason }: Of<"notified">): string {
  return `Channel ${channel} did not take the notice “${key}”: ${reason ?? "no reason given"}`;
}
