import type { ReleaseMeasures } from "#history";
import type { ReleaseRecord } from "#machine";
import { board, stateName, wordsOf } from "#report";

import { chip, html, moment, took, wideTable } from "./html.ts";
import { gateWords } from "./rows.ts";

/** A release in flight, as it is recorded and measured. */
export interface InFlight {
  readonly record: ReleaseRecord;
  readonly measures: ReleaseMeasures;
}

/** All releases in flight in one table: how far each is, against its target, and who waits for what. */
export function glance(flights: readonly InFlight[], now: number): string {
  if (flights.length === 0) return "";
  const rows = flights.map(({ record, measures }): [string, ...string[]] => [
    `<a href="#r-${record.id.replaceAll(/[^A-Za-z0-9_-]/g, "-")}">${html(record.id)}</a>`,
    html(wordsOf(stateName(record, record.state))),
    waitText(measures, now),
    `${board(record, now).percent} %`,
    took(measures.elapsedMs),
    targetText(measures),
    html(gateWords(record)),
    testsText(measures),
  ]);
  const head = ["Release", "State", "Waits for", "Done", "Since its start", "Work of target", "Gates", "Tests"];
  return `<div class="glance">${wideTable("In flight at a glance", head, rows)}</div>`;
}

function targetText({ workMs, targetMs, overTarget }: ReleaseMeasures): string {
  if (targetMs === null) return "no target";
  return `${took(workMs)} of ${took(targetMs)}${overTarget ? " <strong>⚠ over target</strong>" : ""}`;
}

/** Single tests of the newest run of each gate that counts such. */
function testsText({ gates }: ReleaseMeasures): string {
  const newest = new Map(gates.map((run) => [run.gate, run.tests]));
  const runs = ["unit", "integration"].flatMap((gate) => {
    const tests = gate === "unit" || gate === "integration" ? newest.get(gate) : undefined;
    return tests === undefined ? [] : [tests];
  });
  if (runs.length === 0) return "none ran yet";
  const passed = runs.reduce((sum, tests) => sum + tests.passed, 0);
  const failed = runs.reduce((sum, tests) => sum + tests.failed, 0);
  return `${passed} of ${passed + failed} passed`;
}

function waitText({ waiting }: ReleaseMeasures, now: number): string {
  if (waiting === null) return "nobody";
  const until = waiting.until === null ? "" : `, until ${moment(waiting.until)}`;
  const where = waiting.environment === null ? "" : ` of ${waiting.environment}`;
  const sinceMs = Math.max(0, now - Date.parse(waiting.since));
  return `${chip("wait", `${wordsOf(waiting.for)}${where}`)}<br><small>for ${took(sinceMs)}${until}</small>`;
}
