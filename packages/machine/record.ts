import { answered } from "./answer.ts";
import { entryOf, inRollback, moved, redeployMoved, rollbackMoved } from "./moves.ts";
import { BrokenRecordError } from "./broken-record.ts";
import { deploymentsAfter, type Deployment } from "./deployments.ts";
import type { Envelope, Environment, Fact, FactBody, GateName, Json } from "./facts.ts";
import type { ReleasePlan } from "./plan.ts";
import type { RedeployPhase } from "./redeploy.ts";
import { incidentText, unheard, unwritten } from "./warnings.ts";
import { isTerminal, type RollbackPhase, type State } from "./table.ts";
import { resumed, suspended } from "./waits.ts";

type Of<T extends FactBody["type"]> = Extract<Fact, { readonly type: T }>;

/** A visit to a state. A state can be visited twice (review → quality_gates). */
export interface Visit {
  readonly state: State;
  readonly since: string;
  /** How long of it the release was suspended, up to the newest end of a wait, in ms: no target counts that. */
  readonly waitedMs: number;
}

export interface OpenRequest extends Envelope {
  readonly id: string;
  readonly kind: Of<"requested">["kind"];
  readonly by: string;
  readonly reason: string;
}

/** Everything known of a release: a function of its facts, and of nothing else. */
export interface ReleaseRecord {
  readonly id: string;
  readonly attempt: number;
  readonly plan: ReleasePlan;
  readonly openedAt: string;
  readonly state: State;
  readonly visits: readonly Visit[];
  readonly lastSeq: number;
  readonly lastAt: string;

  /** Results of finished steps by full name (`staging#1/deploy`). */
  readonly done: ReadonlyMap<string, Json>;
  /** The step that was begun and not finished: its effect may or may not have happened. */
  readonly intended?: { readonly step: string; readonly at: string };
  /** Environments in which a mutation was begun. */
  readonly touched: ReadonlySet<Environment>;

  readonly branchHead?: string;
  readonly changelog?: string;
  readonly ledger?: Of<"branch-prepared">["ledger"];
  /** The commit that the gates of the current visit test. */
  readonly gatedSha?: string;
  readonly gates: ReadonlyMap<GateName, Of<"gate-finished">>;
  readonly comparison?: Of<"compared">;
  readonly pullRequest?: Of<"pull-request-opened">;
  readonly approval?: Of<"approved">;
  readonly assertion?: Of<"done-asserted">;
  readonly merge?: Of<"merged">;
  readonly tag?: Of<"tagged">;
  readonly productionApproval?: Of<"production-approved">;

  readonly deployments: ReadonlyMap<Environment, Deployment>;
  readonly canary: readonly Of<"canary-step">[];
  readonly smoke: readonly Of<"smoke-finished">[];
  readonly watches: readonly Of<"watched">[];
  /** The watch that is under way, as it was last noted. */
  readonly watching?: Of<"watching">;
  /** The newest question about the share that the version has now; with the answer of who said that it goes on. */
  readonly question?: Of<"asked"> & { readonly decided?: Of<"decided"> };
  /** What served before, by environment. */
  readonly baselines: ReadonlyMap<Environment, Of<"baseline-measured">>;
  readonly hotfixServed?: Of<"hotfix-served">;
  /** Environments whose traffic was taken back from this release, and confirmed. */
  readonly restored: ReadonlySet<Environment>;
  readonly verdict?: Of<"verdict">;

  readonly suspended?: Of<"suspended">;
  /** The newest wait for a window or an environment: how many there were, its fact, and when somebody went on after it. */
  readonly queued?: { readonly round: number; readonly seq: number; readonly leftAt?: string };
  /** Who answers for a deployment outside the windows, and since when; `late`: said after the start, so it also passes the schedule. */
  readonly emergency?: { readonly by: string; readonly reason: string; readonly at: string; readonly late?: true };
  readonly requests: readonly OpenRequest[];
  readonly failure?: Of<"failure-captured">;

  readonly rollback?: {
    readonly phase: RollbackPhase;
    readonly since: string;
    readonly reverted?: Of<"traffic-reverted">;
    readonly health?: Of<"health-validated">;
    readonly git?: Of<"git-reverted">;
  };
  readonly redeploy?: { readonly phase: RedeployPhase; readonly since: string; readonly reason?: string };
  readonly escalation?: Of<"escalated">;
  readonly suspected?: Of<"suspected">;
  /** The newest answer by which it goes on in spite of a verdict to go back. What was seen before it counts no more. */
  readonly spared?: Of<"decided">;
  readonly backport?: Of<"backported">;
  /** The newest; `again`: people wanted the failed journeys walked once more. */
  readonly validation?: Of<"validation-finished"> & { readonly again?: true };
  readonly validationDecision?: Of<"validation-decided">;
  readonly warnings: readonly string[];
  /** Issues and pull requests that follow it, by number; its own pull request besides. */
  readonly pages: readonly number[];
  readonly published: readonly Of<"published">[];
  readonly settled?: Of<"settled">;
}

/** The record of a list of facts, oldest first. Throws a defect when they do not follow one another. */
export function fold(facts: readonly Fact[]): ReleaseRecord {
  const [first] = facts;
  if (first === undefined || first.type !== "opened") throw broken("the first fact is not `opened`");
  return facts.slice(1).reduce(take, opened(first));
}

function opened(fact: Of<"opened">): ReleaseRecord {
  return {
    id: fact.release,
    attempt: fact.attempt,
    plan: fact.plan,
    openedAt: fact.at,
    ...entryOf(fact.plan, fact.at),
    lastSeq: fact.seq,
    lastAt: fact.at,
    done: new Map(),
    touched: new Set(),
    gates: new Map(),
    deployments: new Map(),
    canary: [],
    smoke: [],
    watches: [],
    baselines: new Map(),
    restored: new Set(),
    requests: [],
    warnings: [],
    pages: [],
    published: [],
    ...(fact.plan.emergency === undefined
      ? {}
      : { emergency: { by: fact.plan.initiatedBy, reason: fact.plan.emergency, at: fact.at } }),
  };
}

/** Adds one fact. */
export const apply = (before: ReleaseRecord, fact: Fact): ReleaseRecord => take({ ...before }, fact);

/** Adds one fact to a record that is nobody else's. The compiler refuses a new kind of fact until it is handled here. */
function take(own: ReleaseRecord, fact: Fact): ReleaseRecord {
  if (fact.seq !== own.lastSeq + 1) throw broken(`fact ${fact.seq} follows fact ${own.lastSeq}`);
  if (own.settled !== undefined) throw broken(`fact ${fact.seq} follows the end of the release`);
  // Not copied: a long history takes half of the time so.
  const record: ReleaseRecord = Object.assign(own, { lastSeq: fact.seq, lastAt: fact.at });
  switch (fact.type) {
    case "opened":
      throw broken("a release is opened once");
    case "moved":
      return moved(record, fact);
    case "step-intended":
      return {
        ...record,
        intended: { step: fact.step, at: fact.at },
        touched: fact.touches === undefined ? record.touched : new Set([...record.touched, fact.touches]),
      };
    case "step-done": {
      const { intended: _, ...rest } = record;
      return { ...rest, done: new Map(record.done).set(fact.step, fact.result) };
    }
    case "branch-prepared":
      return { ...record, branchHead: fact.sha, gatedSha: fact.sha, changelog: fact.changelog, ledger: fact.ledger };
    case "gate-finished":
      return { ...record, gates: new Map(record.gates).set(fact.gate, fact) };
    case "compared":
      return { ...record, comparison: fact };
    case "pull-request-opened":
      return { ...record, pullRequest: fact };
    case "done-asserted":
      return { ...record, assertion: fact };
    case "approved":
      return { ...record, approval: fact };
    case "merged":
      return { ...record, merge: fact };
    case "tagged":
      return { ...record, tag: fact };
    case "production-approved":
      return { ...record, productionApproval: fact };
    case "traffic-shifted": {
      // Another share is another watch, and another question.
      const { watching: _watching, question: _question, ...rest } = record;
      return { ...rest, deployments: deploymentsAfter(record.deployments, fact) };
    }
    case "deployment-started":
    case "deployment-finished":
      return { ...record, deployments: deploymentsAfter(record.deployments, fact) };
    case "canary-step":
      return { ...record, canary: [...record.canary, fact] };
    case "smoke-finished":
      return { ...record, smoke: [...record.smoke, fact] };
    case "watching":
      return { ...record, watching: fact };
    case "watched": {
      const { watching: _watching, question: _question, ...rest } = record;
      return { ...rest, watches: [...record.watches, fact] };
    }
    case "baseline-measured":
      return { ...record, baselines: new Map(record.baselines).set(fact.environment, fact) };
    case "asked":
      return { ...record, question: fact };
    case "decided":
      return answered(record, fact);
    case "hotfix-served":
      return { ...record, hotfixServed: fact };
    case "verdict": {
      const { question: _question, ...rest } = record;
      return record.verdict === undefined ? { ...rest, verdict: fact } : rest;
    }
    case "suspended":
      return suspended(record, fact);
    case "resumed":
      return resumed(record, fact);
    case "requested":
      return record.requests.some((request) => request.id === fact.id)
        ? record
        : { ...record, requests: [...record.requests, fact] };
    case "answered":
      return { ...record, requests: record.requests.filter((request) => request.id !== fact.id) };
    case "followed":
      return record.pages.includes(fact.page) ? record : { ...record, pages: [...record.pages, fact.page] };
    case "emergency-declared":
      return { ...record, emergency: { by: fact.by, reason: fact.reason, at: fact.at, late: true } };
    case "woken":
    case "lease-taken":
      return record;
    case "failure-captured":
      return { ...record, failure: fact };
    case "rollback-moved":
      return rollbackMoved(record, fact);
    case "redeploy-moved":
      return redeployMoved(record, fact);
    case "traffic-reverted": {
      const restored = new Set([...record.restored, fact.environment]);
      const deployments = new Map(record.deployments);
      const known = deployments.get(fact.environment);
      if (known !== undefined) deployments.set(fact.environment, { ...known, percent: 0 });
      const back = { ...record, restored, deployments };
      return fact.environment === "production" ? inRollback(back, { reverted: fact }) : back;
    }
    case "health-validated":
      return inRollback(record, { health: fact });
    case "git-reverted":
      return inRollback(record, { git: fact });
    case "backported":
      return { ...record, backport: fact };
    case "validation-finished":
      return { ...record, validation: fact };
    case "validation-decided":
      return { ...record, validationDecision: fact };
    case "escalated":
      return { ...record, escalation: fact };
    case "suspected":
      return { ...record, suspected: fact };
    case "notified":
      return fact.status === "delivered" ? record : { ...record, warnings: [...record.warnings, unheard(fact)] };
    case "incident-held":
      return { ...record, warnings: [...record.warnings, incidentText(fact)] };
    case "report-failed":
    case "warned":
      return { ...record, warnings: [...record.warnings, fact.type === "warned" ? fact.message : unwritten(fact)] };
    case "published":
      return { ...record, published: [...record.published, fact] };
    case "settled":
      return { ...record, settled: fact };
  }
}

const broken = (what: string): Error => new BrokenRecordError(what);

/** Whether nothing is left to do: a terminal state whose duties are done. */
export function isSettled(record: ReleaseRecord): boolean {
  return isTerminal(record.state) && record.settled !== undefined;
}
