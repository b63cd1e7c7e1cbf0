import { ReleaseFault } from "#faults";
import type { Environment } from "#machine";

/** Where everything of ours lives. A host that forbids such refs needs another prefix here, and nothing else. */
const prefix = "refs/release-command";

export const releasesPrefix = `${prefix}/releases/`;
export const leasesPrefix = `${prefix}/leases/`;
/** Attempts that were denied: of no release, so they wait for nobody's lease and for no archive. */
export const deniedRef = `${prefix}/denied`;
/** What is told of releases beside their records: those may be closed, or another's to write. */
export const notesRef = `${prefix}/notes`;
export const factsPath = "facts.jsonl";
export const leasePath = "lease.json";

export function releaseRef(id: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id) || /\.\.|\.lock$|\.$/.test(id)) {
    throw new ReleaseFault("input", `"${id}" cannot name a release`, {
      hint: "A release is named like v2.5.0 or v2.5.0_2.",
    });
  }
  return releasesPrefix + id;
}

export function releaseLeaseRef(id: string): string {
  return `${leasesPrefix}release/${id}`;
}

export function environmentLeaseRef(environment: Environment): string {
  return leasesPrefix + environment;
}

/** `production`, `release/v2.5.0`: the name of a lease in facts and messages. */
export function leaseName(ref: string): string {
  return ref.slice(leasesPrefix.length);
}

export function archivePath(id: string): string {
  return `releases/${id}.jsonl`;
}

/** Who the tokens in those facts stand for, one a line. */
export function peoplePath(id: string): string {
  return `people/${id}.jsonl`;
}

/** The file that makes two starts of one id collide. */
export function reservationPath(id: string): string {
  return `reserved/${id}`;
}
