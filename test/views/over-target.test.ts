import { expect, it } from "@jest/globals";

import { siteOf } from "#dashboard";
import { releaseOf } from "#history";
import { fold, type Fact, type FactBody } from "#machine";
import { board, following, releaseReport } from "#report";

import { facts, move, type Script } from "../../packages/report/test/facts.ts";
import { suspendedForApproval, toReview } from "../../packages/report/test/stories.ts";
import { inputOf } from "../dashboard/releases.ts";

const minute = 60_000;

/** Staging should take 13 minutes. */
const toStaging: Script = [...toReview(), move("review", "staging")];
const toProduction = move("staging", "production");

const row = (text: string) => text.split("\n").find((line) => line.startsWith("| staging"));

/** What people are shown of the state staging `laterMs` after the newest fact, each line without its marks. */
function shownOf(told: readonly Fact[], laterMs = 0) {
  const record = fold(told);
  const now = Date.parse(record.lastAt) + laterMs;
  const measures = releaseOf({ facts: told, record }, now);
  const page = siteOf(inputOf([{ id: record.id, facts: told, record, live: true }], { now })).get("index.html")?.();
  const words = (page ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  return {
    board: board(record, now)
      .lines.find((line) => line.includes("staging"))
      ?.trim(),
    comment: row(following(record, now, { webUrl: "https://github.com/acme/shop" })),
    report: row(releaseReport(told)),
    dashboard: /staging (?:now|waits|done), [^‖▶✓○]*/.exec(words)?.[0].trim(),
    measured: measures.states.find(({ state }) => state === "staging"),
    metrics: measures.overTarget,
  };
}

it("a state that takes fifteen times its target is marked in status, comment, dashboard, measures and report", () => {
  const lasts = shownOf(facts(toStaging), 195 * minute);

  expect(lasts).toMatchObject({
    board: "▶ staging            3 h 15 min of 13 min 00 s (over target)",
    comment: "| staging | ▶ now | 3 h 15 min ⚠ over | 13 min 00 s |",
    dashboard: "staging now, 3 h 15 min of 13 min 00 s ⚠ over target",
    measured: { tookMs: 195 * minute, waitedMs: 0, overTarget: true },
    metrics: true,
  });

  const over = shownOf(facts([...toStaging, 195 * minute - 1000, toProduction]));

  expect(over).toMatchObject({
    board: "✓ staging            3 h 15 min of 13 min 00 s (over target)",
    comment: "| staging | ✅ done | 3 h 15 min ⚠ over | 13 min 00 s |",
    dashboard: "staging done, 3 h 15 min of 13 min 00 s ⚠ over target",
    report: "| staging | 3 h 15 min ⚠ over | – | – | 13 min 00 s | 20 min 00 s |",
    metrics: true,
  });
});

it("who waited for people or for a window in it is not late anywhere", () => {
  const resumed = { type: "resumed", by: "sarah" } as const;
  // The second of two waits is recorded without an end of the first: a driver died between them.
  const closed: FactBody = {
    type: "suspended",
    waitsFor: "window",
    reason: "production is closed",
    command: "release resume v2.5.0",
  };
  const waited: Script = [
    ...toStaging,
    4 * minute - 1000,
    suspendedForApproval,
    90 * minute - 1000,
    closed,
    90 * minute - 1000,
    resumed,
  ];

  expect(shownOf(facts(waited), 5 * minute)).toMatchObject({
    board: "▶ staging            9 min 00 s of 13 min 00 s",
    comment: "| staging | ▶ now | 9 min 00 s | 13 min 00 s |",
    dashboard: "staging now, 9 min 00 s of 13 min 00 s",
    measured: { waitedMs: 180 * minute, overTarget: false },
    metrics: false,
  });
  expect(shownOf(facts([...waited, 5 * minute - 1000, suspendedForApproval]), 600 * minute)).toMatchObject({
    board: "⏸ staging            9 min 00 s of 13 min 00 s",
    comment: "| staging | ⏸ waits | 9 min 00 s | 13 min 00 s |",
    dashboard: "staging waits, 9 min 00 s of 13 min 00 s",
    metrics: false,
  });
  expect(shownOf(facts([...waited, 5 * minute - 1000, toProduction]))).toMatchObject({
    board: "✓ staging            9 min 00 s of 13 min 00 s",
    report: "| staging | 3 h 09 min | 3 h 00 min | – | 13 min 00 s | 20 min 00 s |",
    metrics: false,
  });
});
