import type { Fact } from "./facts.ts";
import type { ReleaseRecord } from "./record.ts";

type Decided = Extract<Fact, { readonly type: "decided" }>;

/** With the answer of a person to the newest question; one that was asked about a verdict spares the version from it. */
export function answered(record: ReleaseRecord, fact: Decided): ReleaseRecord {
  const { question } = record;
  if (question === undefined) return record;
  const after = { ...record, question: { ...question, decided: fact } };
  return question.what === "rollback" ? { ...after, spared: fact } : after;
}
