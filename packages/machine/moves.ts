import { BrokenRecordError } from "./broken-record.ts";
import type { Fact, FactBody } from "./facts.ts";
import type { ReleasePlan } from "./plan.ts";
import { mayEnterRedeployPhase } from "./redeploy.ts";
import { guardsOf, mayEnterPhase, type State } from "./table.ts";
import type { ReleaseRecord } from "./record.ts";

type Of<T extends FactBody["type"]> = Extract<Fact, { readonly type: T }>;

const broken = (what: string): Error => new BrokenRecordError(what);

/** Where a record begins: rollbacks and re-deploys of what is over have one state, and phases in it. */
export function entryOf(
  { releaseType }: ReleasePlan,
  since: string,
): Pick<ReleaseRecord, "state" | "visits" | "rollback" | "redeploy"> {
  const at = (state: State) => ({ state, visits: [{ state, since, waitedMs: 0 }] });
  if (releaseType === "rollback") return { ...at("rolled_back"), rollback: { phase: "rollback_triggered", since } };
  if (releaseType === "redeploy") return { ...at("completed"), redeploy: { phase: "bring_up", since } };
  return at("initiated");
}

/** The record after a move of the table. */
export function moved(record: ReleaseRecord, fact: Of<"moved">): ReleaseRecord {
  if (fact.from !== record.state || guardsOf(fact.from, fact.to) === undefined) {
    throw broken(`the table has no move from ${record.state} to ${fact.to}`);
  }
  const visits = [...record.visits, { state: fact.to, since: fact.at, waitedMs: 0 }];
  if (fact.to === "rolled_back") {
    return { ...record, state: fact.to, visits, rollback: { phase: "rollback_triggered", since: fact.at } };
  }
  if (fact.from !== "review" || fact.to !== "quality_gates") return { ...record, state: fact.to, visits };
  const { approval: _, ...rest } = record;
  const merged = record.merge === undefined ? {} : { gatedSha: record.merge.sha };
  return { ...rest, ...merged, state: fact.to, visits, gates: new Map() };
}

/** The record after a move within its rollback. */
export function rollbackMoved(record: ReleaseRecord, fact: Of<"rollback-moved">): ReleaseRecord {
  const rollback = record.rollback;
  if (rollback === undefined || !mayEnterPhase(rollback.phase, fact.to)) {
    throw broken(`no rollback move from ${rollback?.phase ?? record.state} to ${fact.to}`);
  }
  return { ...record, rollback: { ...rollback, phase: fact.to, since: fact.at } };
}

/** The record after a move within its re-deploy. */
export function redeployMoved(record: ReleaseRecord, fact: Of<"redeploy-moved">): ReleaseRecord {
  const { redeploy } = record;
  if (redeploy === undefined || !mayEnterRedeployPhase(redeploy.phase, fact.to)) {
    throw broken(`no move of a re-deploy from ${redeploy?.phase ?? record.state} to ${fact.to}`);
  }
  return { ...record, redeploy: { phase: fact.to, since: fact.at, reason: fact.reason } };
}

/** The record with one more result of its rollback. */
export function inRollback(
  record: ReleaseRecord,
  part: Partial<NonNullable<ReleaseRecord["rollback"]>>,
): ReleaseRecord {
  if (record.rollback === undefined) throw broken("a rollback result outside a rollback");
  return { ...record, rollback: { ...record.rollback, ...part } };
}
