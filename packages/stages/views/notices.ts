import type { NoticeEvent } from "#config";
import { isHostRun } from "#forge";
import type { Note } from "#journal";
import { fold, type Fact, type FactType, type ReleaseRecord } from "#machine";
import type { Notice, Priority } from "#notify";

import { milestonesOf } from "./milestones.ts";
import { answersTo } from "../rollout/question.ts";

/** What people are to be told, before it is known where the release lives. */
export type Telling = Omit<Notice, "key" | "source" | "event" | "links"> & {
  readonly event: NoticeEvent;
  /** The run of the code host in which it happened. */
  readonly run?: string;
  /** Tells events of one kind apart; the first has none. */
  readonly number?: number;
};

type Said = Pick<Telling, "event" | "priority" | "title"> & Partial<Pick<Telling, "lines" | "commands" | "number">>;

/**
 * Everything that people are told of a release, oldest first: a function of what is recorded, so that no death loses any
 * of it, and each has the same name whoever derives it.
 */
export function tellingsOf(facts: readonly Fact[], notes: readonly Note[] = []): readonly Telling[] {
  const [opened] = facts;
  if (opened?.type !== "opened") return [];
  const { plan, release } = opened;
  const labels = plan.releaseType === "hotfix" ? ["HOTFIX"] : [];
  const milestones = milestonesOf(facts, plan);
  const told = facts.flatMap((fact, index) => {
    const both = [milestones[index], saidBy(fact, facts.slice(0, index + 1))].filter((said) => said !== undefined);
    const run = isHostRun(fact.run.id) ? { run: fact.run.id } : {};
    return both.map((said) => ({ lines: [], commands: [], ...said, ...run, release, labels, at: fact.at }));
  });
  const marks = notes.filter((note) => note.kind === "false-positive" && note.release === release);
  return [...told, ...marks.map(({ by, text, at }) => ({ ...falsePositive(release, by, text), release, labels, at }))];
}

function falsePositive(release: string, by: string, reason: string) {
  const title = `${release}: its rollback was a false positive`;
  return { event: "false-positive", priority: "P2", title, lines: [`${by}: ${reason}`], commands: [] } as const;
}

type Sayer<T extends FactType> = (
  fact: Extract<Fact, { readonly type: T }>,
  until: readonly Fact[],
) => Said | undefined;

/** What each fact gives people to know; all others are bookkeeping. */
const sayers: { readonly [T in FactType]?: Sayer<T> } = {
  opened: (fact) => begun(fact),
  verdict: ({ release, trigger, reason, evidence }) => ({
    event: "rollback",
    priority: trigger === "smoke-test-failure" ? "P0" : "P1",
    title: `${release} goes back: ${reason}`,
    lines: [`trigger: ${trigger}`, ...evidence],
    commands: [`release status ${release}`],
  }),
  asked: ({ release, what, environment, reason, evidence, until: end }, until) =>
    held(until, {
      title: `${release} waits for an answer in ${environment}: ${what === "rollback" ? "roll back?" : "does it go on?"} ${reason}`,
      lines: [...evidence, `Without an answer it goes back at ${end}.`],
      commands: answersTo(release, environment),
    }),
  "incident-held"(fact, until) {
    const { release, environment, point, reason, until: end } = fact;
    // It may come and go, and each driver sees it anew: people know of it.
    const isSame = (one: Fact) => one.type === fact.type && one.point === point && one.environment === environment;
    if (until.filter(isSame).length > 1) return undefined;
    return held(until, {
      title: `${release} is held at ${point} in ${environment}: INCIDENT. ${reason}`,
      lines: [`If it does not end, ${release} goes back at ${end}.`],
      commands: [`release rollback ${release} --reason="…"`, `release status ${release}`],
    });
  },
  suspended({ release, waitsFor, reason, command }, until) {
    const { state } = fold(until);
    const inProduction = state === "production" || state === "production_canary";
    if (waitsFor !== "decision" || !inProduction) return undefined;
    return held(until, { title: `${release} is held: ${reason}`, lines: [], commands: [command] });
  },
  "rollback-moved": ({ to }, until) => (to === "rollback_completed" ? wentBack(fold(until)) : undefined),
  escalated: ({ release, reason, shows = [], manualSteps }, until) => ({
    event: "escalation",
    priority: "P0",
    title: `${failedWork(until, release)} failed: people are needed`,
    lines: [reason, ...shows],
    commands: manualSteps,
  }),
  "failure-captured": ({ release, failedState, failureReason, actionableFixSuggestions }) => ({
    event: "failed",
    priority: "P2",
    title: `${release} failed in ${failedState}`,
    lines: [failureReason, ...actionableFixSuggestions],
  }),
  "report-failed": ({ release, reason, raw }, until) => ({
    event: "report-failed",
    priority: "P2",
    title: `${release}: its report could not be written`,
    lines: [reason, `The record as it is: ${raw}`, ...rawLines(until)],
    commands: [`release report ${release} --format=facts`],
  }),
  moved: ({ release, to }) =>
    to === "completed"
      ? { event: "completed", priority: "P3", title: `${release} serves all of production` }
      : undefined,
};

function saidBy<T extends FactType>(fact: Extract<Fact, { readonly type: T }>, until: readonly Fact[]) {
  return sayers[fact.type]?.(fact, until);
}

const testFacts: ReadonlySet<FactType> = new Set(["gate-finished", "validation-finished", "smoke-finished", "watched"]);

const isTest = ({ type }: Fact): boolean => testFacts.has(type);

/** Every fact as a line of JSON, those of tests first: a channel may take the beginning only. */
function rawLines(facts: readonly Fact[]): readonly string[] {
  return [...facts.filter(isTest), ...facts.filter((fact) => !isTest(fact))].map((fact) => JSON.stringify(fact));
}

function begun({ release, plan }: Extract<Fact, { type: "opened" }>): Said | undefined {
  if (plan.rollback !== undefined) {
    const { from, to, reason } = plan.rollback;
    const title = `${from} goes back to ${to}, asked for by ${plan.initiatedBy}: ${reason}`;
    return { event: "rollback", priority: "P1", title, commands: [`release status ${release}`] };
  }
  if (plan.releaseType !== "hotfix") return undefined;
  const { incident } = plan;
  const priority: Priority = incident?.severity ?? "P1";
  const about = incident === undefined ? "" : ` for ${incident.id}`;
  return {
    event: "hotfix",
    priority,
    title: `hotfix ${release}${about} is under way`,
    lines: [`by ${plan.initiatedBy}`],
  };
}

const holds: ReadonlySet<FactType> = new Set(["asked", "incident-held", "suspended"]);

function failedWork([opened]: readonly Fact[], release: string): string {
  const again = opened?.type === "opened" ? opened.plan.redeploy : undefined;
  return again === undefined ? `The rollback of ${release}` : `The re-deploy ${release}`;
}

function held(until: readonly Fact[], said: Pick<Said, "title" | "lines" | "commands">): Said {
  const number = until.filter(({ type }) => holds.has(type)).length;
  return { event: "hold", priority: "P1", number, ...said };
}

function wentBack({ id, plan, rollback, smoke }: ReleaseRecord): Said {
  const tests = smoke.findLast(({ point }) => point === "rollback");
  const result = tests === undefined ? "not run" : `${tests.status}, ${tests.categoriesPassed} categories passed`;
  const title = `${plan.rollback?.from ?? id} was rolled back: ${rollback?.reverted?.to ?? "the version before"} serves again`;
  const lines = [`smoke tests afterwards: ${result}`, `health: ${rollback?.health?.healthChecks ?? "not validated"}`];
  return { event: "rolled-back", priority: "P2", title, lines, commands: [`release report ${id}`] };
}
