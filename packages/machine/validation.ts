import type { RequestKind } from "./facts.ts";
import type { ReleaseRecord } from "./record.ts";

/** `none`: every journey was walked at the gate, or this is no hotfix; `due`: they are still to be walked. */
export type Validation = "none" | "due" | "passed" | "failed" | "decided";

/** How it stands with the journeys that a hotfix owes after 100 %, where its gate left some out (decision 7). */
export function validationOf({ plan, gates, validation, validationDecision }: ReleaseRecord): Validation {
  if (validationDecision !== undefined) return "decided";
  if (validation !== undefined) return validation.again === true ? "due" : validation.status;
  const walked = gates.get("e2e");
  const isWhole = walked?.status === "passed" && walked.scope === undefined;
  return plan.releaseType !== "hotfix" || isWhole ? "none" : "due";
}

/** Whether a release ended but for its journeys: then people may still decide about it. */
export function isValidating(record: ReleaseRecord): boolean {
  return record.state === "completed" && record.settled === undefined && openEnds.has(validationOf(record));
}

/** Whether such a request is heard although the release has ended. */
export function mayDecide(record: ReleaseRecord, request: RequestKind): boolean {
  return isValidating(record) && (request === "promote" || request === "rollback");
}

const openEnds: ReadonlySet<Validation> = new Set(["due", "failed"]);
