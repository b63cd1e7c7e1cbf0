import type { ReleaseRecord } from "#machine";
import {
  board,
  firstLines,
  gateNumbers,
  gateWord,
  newestWatch,
  outcome,
  percent,
  stateName,
  waitingFor,
  wordsOf,
} from "#report";

import { changeList } from "./changes.ts";
import { deedList } from "./deeds.ts";
import { foundText, type Found } from "./findings.ts";
import { chip, compareLink, html, moment, wideTable, type Tone, took } from "./html.ts";
import { rail } from "./rail.ts";

/** What a card is made with. */
export interface CardPlace {
  /** ms since the epoch. */
  readonly now: number;
  /** Web address of the repository, where there is one. */
  readonly webUrl?: string | undefined;
  /** Address of the release's own page; absent on that page. */
  readonly page?: string;
  /** What people found out about it since. */
  readonly found?: Found | undefined;
}

/** One release: where it stands, what it waits for, gates, traffic, what changes with it, and the words that act on it. */
export function releaseCard(record: ReleaseRecord, { now, webUrl, page, found }: CardPlace): string {
  const id = html(record.id);
  const key = `r-${record.id.replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;
  // On its own page it follows the title of the page, else the heading of its section.
  const level = page === undefined ? 2 : 3;
  const name = page === undefined ? id : `<a href="${html(page)}">${id}</a>`;
  return `<article id="${key}" tabindex="-1" aria-labelledby="${key}-name" data-release="${id}" data-says="${html(said(record))}">
<h${level} class="name" id="${key}-name">${name} ${status(record)}</h${level}>
<p>${html(wordsOf(record.plan.releaseType))}, ${html(record.plan.baseBranch)} → ${html(record.plan.targetBranch)}, by ${html(record.plan.initiatedBy)}, since ${moment(record.openedAt)}</p>
${meter(record, now)}${first(record)}${rail(record, now)}
${waits(record)}${cause(record, found)}
${gates(record)}
${traffic(record)}
${changes(record, webUrl)}
${deedList(record, webUrl, level + 1)}
</article>`;
}

/** What is read out when it changes. */
function said(record: ReleaseRecord): string {
  const shares = [...record.deployments.values()].map((one) => `, ${one.environment} ${one.percent} %`);
  return `${record.id}: ${outcome(record)}, ${wordsOf(stateName(record, record.state))}${shares.join("")}`;
}

function meter(record: ReleaseRecord, now: number): string {
  if (record.settled !== undefined) return "";
  const done = board(record, now).percent;
  return `<div class="meter"><progress max="100" value="${done}" aria-label="Progress of ${html(record.id)}">${done} %</progress><span>${done} %</span></div>\n`;
}

/** A status as the chip that it has everywhere. */
export function status(record: ReleaseRecord): string {
  return chip(toneOf(record), outcome(record));
}

function toneOf(record: ReleaseRecord): Tone {
  const { settled, suspended, failure, verdict, plan, escalation } = record;
  if (settled !== undefined) {
    const isPlanned = plan.releaseType === "rollback" && escalation === undefined;
    return settled.outcome !== "failed" && (record.state === "completed" || isPlanned) ? "good" : "bad";
  }
  if (failure !== undefined || verdict !== undefined) return "bad";
  return suspended === undefined ? "plain" : "wait";
}

function first(record: ReleaseRecord): string {
  return firstLines(record)
    .map((line) => `<p class="notice">${html(line)}</p>\n`)
    .join("");
}

function waits(record: ReleaseRecord): string {
  const { suspended, question, settled, failure, verdict } = record;
  const why = verdict?.reason ?? failure?.failureReason;
  const wentBack = settled === undefined ? "Goes back" : "Went back";
  const fixes = (failure?.actionableFixSuggestions ?? []).slice(0, 5).map((fix) => `<li>${html(fix)}</li>`);
  const trouble =
    why === undefined
      ? ""
      : `<div class="notice trouble"><p><strong>${verdict === undefined ? "Failed" : wentBack}</strong>: ${html(why)}</p>${fixes.length === 0 ? "" : `<ul>${fixes.join("")}</ul>`}</div>`;
  if (settled !== undefined) return trouble;
  const missing = waitingFor(record).map((text) => `<li>${html(text)}</li>`);
  const next = missing.length === 0 ? "" : `<p>Before the next state:</p><ul>${missing.join("")}</ul>`;
  if (suspended !== undefined) {
    const until = suspended.until === undefined ? "" : `, until ${moment(suspended.until)}`;
    return `${trouble}<div class="notice"><p><strong>Waits for ${html(suspended.waitsFor)}</strong> since ${moment(suspended.at)}${until}: ${html(suspended.reason)}</p></div>${next}`;
  }
  if (question === undefined || question.decided !== undefined) return `${trouble}${next}`;
  return `${trouble}<div class="notice"><p><strong>Asks people</strong> since ${moment(question.at)}, goes back at ${moment(question.until)}: ${html(question.reason)}</p>
<p>Promote, or roll back.</p></div>${next}`;
}

/** Why it went wrong, of one that is over: people find out later. */
function cause({ id, settled, failure, verdict, rollback }: ReleaseRecord, found: Found | undefined): string {
  const isOver = settled !== undefined && (failure ?? verdict ?? rollback) !== undefined;
  return isOver ? `<div class="notice"><p><strong>Root cause</strong>: ${foundText(id, found, true)}</p></div>` : "";
}

function gates(record: ReleaseRecord): string {
  if (record.plan.gates.length === 0) return "";
  const rows = record.plan.gates.map((gate): [string, ...string[]] => {
    const result = record.gates.get(gate);
    if (result === undefined) return [html(gate), chip("plain", "not run yet"), "", ""];
    const over = result.executionTimeMs > result.targetMs ? " ⚠ over" : "";
    const failures = result.failures.slice(0, 5).map(({ title }) => `<br><small>${html(title)}</small>`);
    return [
      html(gate),
      chip(result.status === "passed" ? "good" : "bad", gateWord(record, gate) ?? result.status),
      `${html(gateNumbers(result.metrics, result.check))}${failures.join("")}`,
      `${took(result.executionTimeMs)} of ${took(result.targetMs)}${over}`,
    ];
  });
  const results = [...record.gates.values()];
  const passed = results.filter(({ status: end }) => end === "passed").length;
  const isCalm = passed === record.plan.gates.length;
  const summary = `Quality gates: ${isCalm ? "✓ all" : ""} ${passed} of ${record.plan.gates.length} passed`;
  const table = wideTable(`Quality gates of ${record.id}`, ["Gate", "Result", "Measured", "Time of target"], rows);
  return `<details${isCalm ? "" : " open"}><summary>${summary}<span class="hidden">, ${html(record.id)}</span></summary>${table}</details>`;
}

function traffic(record: ReleaseRecord): string {
  if (record.deployments.size === 0) return "";
  const rows = [...record.deployments.values()].map((deployment): [string, ...string[]] => {
    const { environment, previous } = deployment;
    const watch = newestWatch(record, environment);
    const errors = watch?.errorRatio === undefined ? "no traffic seen" : `${percent(watch.errorRatio)} errors`;
    return [
      html(environment),
      `${deployment.percent} % on ${html(record.plan.tag)}`,
      `${100 - deployment.percent} % on ${html(previous ?? "nothing")}`,
      smokeOf(record, environment),
      watch === undefined ? "not watched yet" : `${watch.requests} requests, ${errors}`,
    ];
  });
  const head = ["Environment", "New version", "Previous version", "Smoke tests", "Watched"];
  return wideTable(`Traffic of ${record.id}`, head, rows);
}

function smokeOf({ smoke }: ReleaseRecord, environment: string): string {
  const newest = smoke.findLast((run) => run.environment === environment);
  if (newest === undefined) return "not run yet";
  const names = newest.failedTests.slice(0, 3).map((name) => `<br><small>${html(name)}</small>`);
  return `${chip(newest.status === "passed" ? "good" : "bad", newest.status)} <small>at ${html(newest.point)}</small>${names.join("")}`;
}

function changes({ plan, changelog, id }: ReleaseRecord, webUrl: string | undefined): string {
  const before = plan.previousTag;
  const list = changeList(`What changes with ${id}`, changelog);
  const isTagged =
    webUrl !== undefined && before !== undefined && plan.rollback === undefined && plan.redeploy === undefined;
  const diff = isTagged
    ? `<p><small>${compareLink(webUrl, before, plan.releaseBranch, `Code since ${before}`)}</small></p>`
    : "";
  return list === "" ? "" : `${list}${diff}`;
}
