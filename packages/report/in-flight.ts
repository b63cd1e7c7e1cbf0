import type { ReleaseRecord, State } from "#machine";

import { board, wayOf } from "./board.ts";
import { gateNumbers } from "./gates.ts";
import { chip, html, link, moment, wideTable, type Tone } from "./html.ts";
import { firstLines } from "./allowed.ts";
import { gateWord } from "./overrides.ts";
import { stateName } from "./redeploy.ts";
import { outcome } from "./rollback.ts";
import { duration, percent } from "./text.ts";
import { waitingFor } from "./waits.ts";
import { newestWatch } from "./watches.ts";

/** A release that is not over: where it is, what it waits for, and the commands that act on it. `now` in ms since the epoch. */
export function inFlight(record: ReleaseRecord, now: number): string {
  const view = board(record, now);
  const id = html(record.id);
  const key = `r-${id.replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;
  return `<article aria-labelledby="${key}">
<h3 id="${key}">${id} ${status(record)}</h3>
<p>${html(record.plan.releaseType)}, ${html(record.plan.baseBranch)} → ${html(record.plan.targetBranch)}, by ${html(record.plan.initiatedBy)}, since ${moment(record.openedAt)}</p>
<div class="meter"><progress max="100" value="${view.percent}" aria-label="Progress of ${id}">${view.percent} %</progress><span>${view.percent} %</span></div>
${overrides(record)}${steps(record)}
${waits(record)}
${gates(record)}
${traffic(record)}
${actions(record)}
</article>`;
}

function status(record: ReleaseRecord): string {
  const troubled = record.failure !== undefined || record.verdict !== undefined;
  const tone: Tone = troubled ? "bad" : record.suspended === undefined ? "plain" : "wait";
  return chip(tone, outcome(record));
}

function steps(record: ReleaseRecord): string {
  const way = wayOf(record);
  const shown = way.includes(record.state) ? way : [...way, record.state];
  return `<ol class="steps">${shown.map((state) => step(record, state)).join("")}</ol>`;
}

function step(record: ReleaseRecord, state: State): string {
  const name = html(stateName(record, state).replaceAll("_", " "));
  if (state === record.state) return `<li class="now" aria-current="step">${name}<small>now</small></li>`;
  const done = record.visits.some((visit) => visit.state === state);
  return `<li class="${done ? "done" : "next"}">${name}<small>${done ? "done" : "to come"}</small></li>`;
}

function waits(record: ReleaseRecord): string {
  const { suspended, question } = record;
  const missing = waitingFor(record).map((text) => `<li>${html(text)}</li>`);
  const next = missing.length === 0 ? "" : `<p>Before the next state:</p><ul>${missing.join("")}</ul>`;
  if (suspended === undefined && question !== undefined && question.decided === undefined)
    return `<div class="notice"><p><strong>Asks people</strong> since ${moment(question.at)}, goes back at ${moment(question.until)}: ${html(question.reason)}</p>
<p>Answer with <code>release promote ${html(record.id)}</code> or <code>release rollback ${html(record.id)} --reason="…"</code></p></div>${next}`;
  if (suspended === undefined) return next;
  const until = suspended.until === undefined ? "" : `, until ${moment(suspended.until)}`;
  return `<div class="notice"><p><strong>Waits for ${html(suspended.waitsFor)}</strong> since ${moment(suspended.at)}${until}: ${html(suspended.reason)}</p>
<p>Continue with <code>${html(suspended.command)}</code></p></div>${next}`;
}

function overrides(record: ReleaseRecord): string {
  return firstLines(record)
    .map((line) => `<p class="notice">${html(line)}</p>\n`)
    .join("");
}

function gates(record: ReleaseRecord): string {
  if (record.plan.gates.length === 0) return "";
  const rows = record.plan.gates.map((gate): [string, ...string[]] => {
    const result = record.gates.get(gate);
    if (result === undefined) return [html(gate), chip("plain", "not run yet"), "", ""];
    return [
      html(gate),
      chip(result.status === "passed" ? "good" : "bad", gateWord(record, gate) ?? result.status),
      html(gateNumbers(result.metrics, result.check)),
      duration(result.executionTimeMs),
    ];
  });
  return wideTable(`Quality gates of ${record.id}`, ["Gate", "Result", "Measured", "Time"], rows);
}

function traffic(record: ReleaseRecord): string {
  if (record.deployments.size === 0) return "";
  const rows = [...record.deployments.values()].map((deployment): [string, ...string[]] => {
    const watch = newestWatch(record, deployment.environment);
    const errors = watch?.errorRatio === undefined ? "no traffic seen" : `${percent(watch.errorRatio)} errors`;
    return [
      html(deployment.environment),
      `${deployment.percent} % on ${html(record.plan.tag)}`,
      `${100 - deployment.percent} % on ${html(deployment.previous ?? "nothing")}`,
      watch === undefined ? "not watched yet" : `${watch.requests} requests, ${errors}`,
    ];
  });
  return wideTable(`Traffic of ${record.id}`, ["Environment", "New version", "Previous version", "Seen"], rows);
}

/** A static page cannot act; it hands out the exact commands (decision 60). */
function actions(record: ReleaseRecord): string {
  const { id } = record;
  const serves = record.touched.has("production") && record.redeploy === undefined;
  const commands = [
    `release status ${id}`,
    `release report ${id}`,
    ...(serves
      ? [`release promote ${id}`, `release hold ${id} --reason="…"`, `release rollback ${id} --reason="…"`]
      : []),
    record.redeploy === undefined ? `release abort ${id} --reason="…"` : `release resume ${id}`,
  ];
  const items = commands.map((command) => `<li><code>${html(command)}</code></li>`).join("");
  const pull = record.pullRequest;
  const review = pull === undefined ? "" : `<p>${link(pull.url, `Pull request ${pull.number}`)}</p>`;
  return `${review}<details><summary>Commands for ${html(id)}</summary><ul>${items}</ul></details>`;
}
