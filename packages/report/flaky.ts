import type { Fact, GateName } from "#machine";

import type { Told } from "./told.ts";

/** A test that failed and passed on the same code, or passed only when it was tried again. */
export interface FlakyTest {
  readonly gate: GateName;
  readonly name: string;
  /** In so many releases. */
  readonly times: number;
  /** Of so many that ran its gate. */
  readonly of: number;
  /** When the first of them was opened, ISO 8601. */
  readonly since: string;
}

type GateFinished = Extract<Fact, { readonly type: "gate-finished" }>;

interface Run {
  readonly release: string;
  readonly openedAt: string;
  /** The same for runs over the same code. */
  readonly code: string;
  readonly result: GateFinished;
}

/** The tests that are known to be flaky from these releases, the most frequent first. */
export function flakyTests(releases: readonly Told[]): readonly FlakyTest[] {
  const runs = releases.flatMap(runsOf);
  const gates = [...new Set(runs.map(({ result }) => result.gate))];
  return gates
    .flatMap((gate) =>
      flakyIn(
        gate,
        runs.filter(({ result }) => result.gate === gate),
      ),
    )
    .toSorted((a, b) => b.times - a.times);
}

function runsOf({ record, facts }: Told): readonly Run[] {
  return facts.flatMap((fact) =>
    fact.type === "gate-finished" && fact.tests !== undefined
      ? [{ release: record.id, openedAt: record.openedAt, code: codeOf({ record, facts }, fact.sha), result: fact }]
      : [],
  );
}

/**
 * What was tested. Attempts of a release differ in our own commit only, which has the date of the attempt in it: what counts
 * then is the commit of the project below. Where people may have added to the branch, it is the tested commit itself.
 */
function codeOf({ record, facts }: Told, sha: string): string {
  const prepared = facts.findLast((fact) => fact.type === "branch-prepared" && fact.sha === sha);
  const isOurs = prepared?.type === "branch-prepared" && prepared.reviewed !== true;
  return isOurs && record.plan.releaseType === "standard" ? record.plan.baseSha : sha;
}

function flakyIn(gate: GateName, runs: readonly Run[]): readonly FlakyTest[] {
  const passed = new Set(runs.filter(({ result }) => result.status === "passed").map(({ code }) => code));
  const seen = new Map<string, Map<string, string>>();
  for (const { release, openedAt, code, result } of runs) {
    const names = [...(result.tests?.flaky ?? []), ...(passed.has(code) ? (result.tests?.failed ?? []) : [])];
    for (const name of names) seen.set(name, new Map(seen.get(name)).set(release, openedAt));
  }
  const of = new Set(runs.map(({ release }) => release)).size;
  return [...seen].map(([name, releases]) => ({
    gate,
    name,
    times: releases.size,
    of,
    since: [...releases.values()].toSorted()[0] ?? "",
  }));
}

/** `4 of 20 releases, since 2026-03-02`. */
export function howOften({ times, of, since }: FlakyTest): string {
  return `${times} of ${of} ${of === 1 ? "release" : "releases"}, since ${since.slice(0, 10)}`;
}
