import type { Fact, GateName, ReleaseRecord } from "#machine";

/** How far a release came that ended early (AC7: partial report). */
export interface Progress {
  readonly lastStep?: string;
  /** `gate unit`, `smoke tests in staging`. */
  readonly lastTest?: string;
  readonly gatesNotRun: readonly GateName[];
}

/** What was completed last, and which gates never ran. */
export function progressOf(record: ReleaseRecord, facts: readonly Fact[]): Progress {
  const step = facts.findLast((fact) => fact.type === "step-done");
  const test = facts.flatMap(testOf).at(-1);
  return {
    ...(step?.type === "step-done" ? { lastStep: step.step } : {}),
    ...(test === undefined ? {} : { lastTest: test }),
    gatesNotRun: record.plan.gates.filter((gate) => !record.gates.has(gate)),
  };
}

function testOf(fact: Fact): readonly string[] {
  if (fact.type === "gate-finished") return [`gate ${fact.gate}`];
  return fact.type === "smoke-finished" ? [`smoke tests in ${fact.environment}`] : [];
}
