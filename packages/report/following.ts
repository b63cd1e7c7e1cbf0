import { isTerminal, isValidating, type ReleaseRecord, type State } from "#machine";

import { board, wayOf } from "./board.ts";
import { folded } from "./folded.ts";
import { failureList, gatesTable } from "./gates.ts";
import { ownTime } from "./own-time.ts";
import { stateName, timingOf } from "./redeploy.ts";
import { outcome } from "./rollback.ts";
import { address, cell, code, duration, moment, table } from "./text.ts";
import { standing } from "./waits.ts";

/** Where a reader finds more. */
export interface Place {
  /** Web address of the repository. */
  readonly webUrl: string;
  /** The run that drives it now, by its id; only where the code host knows runs. */
  readonly run?: string;
}

/** GitHub takes 65,536 characters; the marker needs a few. */
const limit = 60_000;

/**
 * The comment that follows a release on a page, as Markdown: where it stands, for how long, what it waits for, and how it
 * goes on. `now` in ms since the epoch. What people wrote stands in it as text that calls nobody.
 */
export function following(record: ReleaseRecord, now: number, place: Place): string {
  const { plan } = record;
  const report = { elsewhere: `in \`release report ${record.id}\`` };
  const opening = `### ${cell(record.id)}: ${cell(outcome(record))} (${board(record, now).percent} %)`;
  const way = `${plan.releaseType}, ${code(plan.baseBranch)} → ${code(plan.targetBranch)}, started by ${code(plan.initiatedBy)}`;
  return folded(
    [
      { body: `${opening}\n\n${way}`, ...report },
      { body: standing(record), ...report },
      { body: commands(record), ...report },
      { body: statesTable(record, now), ...report },
      { body: plan.gates.length === 0 ? "" : gatesTable(record), ...report },
      { body: failureList(record), ...report },
      { body: traffic(record), ...report },
      { body: links(record, place), ...report },
      { body: `As of ${moment(new Date(now).toISOString())} UTC.`, ...report },
    ],
    limit,
  );
}

/** The words that act on it from this very page. */
function commands(record: ReleaseRecord): string {
  const { id, suspended, settled, touched, validation } = record;
  if (settled !== undefined) return "";
  if (isTerminal(record.state)) {
    if (!isValidating(record)) return "";
    const accept = validation?.status === "failed" ? [`/release promote ${id} --reason="…"`] : [];
    return `Here: ${[...accept, `/release rollback ${id} --reason="…"`].map(code).join(", ")}.`;
  }
  const serves = touched.has("production");
  const asked = [
    ...(suspended === undefined ? [] : [`/release resume ${id}`]),
    ...(serves ? [`/release hold ${id} --reason="…"`, `/release rollback ${id} --reason="…"`] : []),
    `/release abort ${id} --reason="…"`,
  ];
  return `Here: ${asked.map(code).join(", ")}.`;
}

function statesTable(record: ReleaseRecord, now: number): string {
  const way = wayOf(record);
  const states = way.includes(record.state) ? way : [...way, record.state];
  return table(
    ["State", "", "Took:", "Target:"],
    states.map((state) => {
      const { targetMs } = timingOf(record, state);
      const time = ownTime(record, state, now);
      return [
        stateName(record, state),
        signOf(record, state),
        time === undefined ? "–" : `${duration(time.workMs)}${time.overTarget ? " ⚠ over" : ""}`,
        targetMs === undefined ? "–" : duration(targetMs),
      ];
    }),
  );
}

function signOf(record: ReleaseRecord, state: State): string {
  if (state !== record.state) return record.visits.some((visit) => visit.state === state) ? "✅ done" : "to come";
  if (record.settled?.outcome === "failed") return "❌ ended here";
  if (record.settled !== undefined) return isTerminal(state) && state !== "completed" ? "❌ ended here" : "✅ done";
  return record.suspended === undefined ? "▶ now" : "⏸ waits";
}

function traffic({ deployments, plan }: ReleaseRecord): string {
  return [...deployments.values()]
    .map(({ environment, percent, previous }) => {
      const rest = previous === undefined ? "" : `, ${cell(previous)} ${100 - percent} %`;
      return `- ${environment}: ${cell(plan.tag)} ${percent} %${rest}`;
    })
    .join("\n");
}

function links({ pullRequest, published }: ReleaseRecord, { webUrl, run }: Place): string {
  return [
    ...(run === undefined ? [] : [`- run: ${address(`${webUrl}/actions/runs/${run}`)}`]),
    ...(pullRequest === undefined ? [] : [`- pull request: ${address(pullRequest.url)}`]),
    ...published.map(({ what, url, due }) => {
      const until = due === undefined ? "" : `, due ${moment(due)} UTC`;
      return `- ${what.replace("-", " ")}: ${address(url)}${until}`;
    }),
  ].join("\n");
}
