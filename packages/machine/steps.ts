import type { ReleaseRecord } from "./record.ts";

/** How often the current state was entered, this visit included. */
export function visitNumber(record: ReleaseRecord): number {
  return record.visits.filter((visit) => visit.state === record.state).length;
}

/** The unique name of a step in the current visit: `staging#1/deploy`. */
export function stepName(record: ReleaseRecord, name: string): string {
  return `${record.state}#${visitNumber(record)}/${name}`;
}
