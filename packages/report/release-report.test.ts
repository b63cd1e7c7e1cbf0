import { describe, expect, it } from "@jest/globals";

import type { FactBody } from "#machine";

import { releaseReport } from "./release-report.ts";
import { facts, move, opened, watched } from "./test/facts.ts";
import {
  rollbackOf,
  suspendedForApproval,
  toCompleted,
  toFailed,
  toGates,
  toProduction,
  toReview,
  toRolledBack,
} from "./test/stories.ts";

const reportOf = (script: Parameters<typeof facts>[0]): string => releaseReport(facts(script));

/** The text under one heading of the second level. */
function sectionOf(report: string, title: string): string {
  const [, rest] = report.split(`\n## ${title}\n`);
  if (rest === undefined) throw new Error(`no section ${title} in:\n${report}`);
  return rest.split("\n## ")[0] ?? "";
}

describe("a completed release", () => {
  const report = reportOf(toCompleted());

  it.each([
    ["version", "| Version | 2.5.0 |"],
    ["date and initiator", "| Started | 2026-03-02T10:00:00.000Z by sarah |"],
    ["duration", "| Duration | 3 min 08 s |"],
    ["approval", "| Approved by | aisha on aaaaaaa |"],
    ["changelog, below its section", "#### Features\n\n- **cart:** keep the basket"],
    ["unit: result, counts, coverage, time", "| unit | ✅ passed | 210 | 0 | 84.3 % | ≥ 80 % | 1 min 00 s |"],
    ["integration", "| integration | ✅ passed | 42 | 0 | 71.5 % | ≥ 70 % | 1 min 00 s |"],
    ["smoke", "| smoke | ✅ passed | 1 | 0 | – | – | 1 min 00 s |"],
    ["end to end", "| e2e | ✅ passed | 2 | 0 | – | – | 1 min 00 s |"],
    ["all test time", "| all with 5 smoke runs in environments |  |  |  |  |  | 4 min 04 s |"],
    ["smoke in an environment, each path", "|  |  | paths | order at 25% | ✅ passed | 44 ms |  |"],
    ["journeys", "| buys a book | ✅ passed | 2.3 s |"],
    ["security", "| security | ✅ passed | 0 critical, 0 high, 3 lower | 1 min 00 s | 3 min 00 s |"],
    ["Definition of Done", "| Documentation | ✅ passed | README.md changed with the code |"],
    ["what was not measured", "| production | 100% | ✅ passed | 900 | 0.2 % | 120 ms | 30.0 s | cpu |"],
    ["pull request", "- Pull request: <https://github.com/acme/shop/pull/43>"],
    ["artifacts", "- github release: <https://github.com/acme/shop/releases/tag/v2.5.0>"],
    ["issues", "- Ticket: [#12](https://github.com/acme/shop/issues/12)"],
    ["tickets", "- Ticket: [SHOP-7](https://tracker.example/SHOP-7)"],
  ])("shows %s", (_, text) => {
    expect(report).toContain(text);
  });

  it("tells the deployment in order, with the points at which smoke tests ran", () => {
    const rows = sectionOf(report, "Deployment")
      .split("\n")
      .slice(2)
      .map((row) => row.split(" | ").at(-1)?.replace(" |", ""));

    expect(rows.filter((row) => /traffic on|smoke|finished|deployment/.test(row ?? ""))).toEqual([
      "staging: deployment begins (blue-green), v2.4.0 serves",
      "staging: 100 % of traffic on v2.5.0",
      "staging: smoke tests at 100% passed",
      "staging: deployment passed after 40.0 s",
      "production: deployment begins (canary), v2.4.0 serves",
      ...[5, 25, 50, 100].flatMap((percent) => [
        `production: ${percent} % of traffic on v2.5.0`,
        `production: smoke tests at ${percent}% passed`,
      ]),
      "production: deployment passed after 2 min 40 s",
    ]);
  });

  it("dates every event to the second and the day", () => {
    expect(report).toContain("| 2026-03-02 10:00:00 | sarah | release v2.5.0 opened (standard) |");
  });

  it("has no section about trouble, rollback or waiting", () => {
    expect(report).not.toMatch(/^## (Why|Rollback|Where it stands|What to fix|Warnings)/m);
  });
});

describe("a failed release", () => {
  const report = reportOf(toFailed());

  it("says first why, what to do, and how far it came", () => {
    const why = sectionOf(report, "Why it ended so");

    expect(report.indexOf("## Why it ended so")).toBeLessThan(report.indexOf("| Release |"));
    expect(why).toContain("Failed in `quality_gates`, gate `unit`: 1 of 210 unit tests failed");
    expect(why).toContain("- Correct roundPrice in src/price.ts");
    expect(why).toContain("This report is partial. Last completed step: `quality_gates#1/unit`.");
    expect(why).toContain("Last completed test: gate unit. Gates that did not run: integration, smoke, e2e.");
  });

  it("puts what failed first, and names its place", () => {
    const gates = sectionOf(report, "Quality gates").split("\n");

    expect(gates[3]).toContain("| unit | ❌ failed | 209 of 210 tests, coverage 61.0 % (required ≥ 80 %)");
    expect(sectionOf(report, "What to fix")).toContain("**unit**: rounds half up (`src/price.ts:12`)");
  });

  it("says so when nothing at all was completed", () => {
    const captured: FactBody = {
      type: "failure-captured",
      failedState: "initiated",
      failureReason: "aborted by sarah: wrong branch",
      actionableFixSuggestions: [],
    };

    expect(reportOf([opened(), captured, move("initiated", "failed")])).toContain(
      "Last completed step: none. Last completed test: none.",
    );
  });
});

describe("a rolled back release", () => {
  const report = reportOf(toRolledBack(4000));
  const rollback = sectionOf(report, "Rollback");

  it.each([
    ["trigger", "| Trigger | error-rate-spike |"],
    ["reason", "| Reason | The error rate is proved above 5 % |"],
    ["what clients got of it", "| Clients met it | 900 watched requests, 360 of them failed (40.0 %) |"],
    ["what serves", "| Serves again | v2.4.0 |"],
    // Verdict, move and phase are a second apart, then 4 s and the shift.
    ["time from the verdict until traffic is back", "| Traffic back after | 7.0 s |"],
    ["smoke tests afterwards", "| Smoke tests afterwards | ✅ passed, 5 of 5 categories |"],
    ["health", "| Health afterwards | passing, 0.1 % errors, after 5 min 00 s |"],
    ["git", "| Git | eeeeeee (pull-request), tag v2.5.0-rollback, <https://github.com/acme/shop/pull/44> |"],
    [
      "a field for the root cause",
      '| Root cause | not known yet; write it down: `release report v2.5.0 --root-cause="…"` |',
    ],
    ["evidence", "### Evidence\n\n- 40 % of 900 requests failed"],
    ["probable cause", "One of the 2 commits of `git log v2.4.0..v2.5.0`"],
    ["the changes among which it is", "- round prices ([SHOP-7](https://tracker.example/SHOP-7))"],
    ["test history", "| watch, production 5% | ❌ failed | 40 % of 900 requests failed |"],
  ])("shows %s", (_, text) => {
    expect(rollback).toContain(text);
  });

  it("says of which version a watch is", () => {
    const tests = sectionOf(report, "Tests");

    expect(tests).toContain("| production | 5% | ❌ failed | 900 | 40.0 % |");
    expect(tests).toContain("| production | after the rollback, on v2.4.0 | ✅ passed |");
    expect(report).toContain("production: watched after the rollback, ");
  });

  it("ends the test history at the verdict", () => {
    const history = rollback.slice(rollback.indexOf("### What had been tested before"));

    expect(history).toContain("smoke, production 5%");
    expect(history).not.toContain("production rollback");
  });

  it("counts from the asking when a completed release is rolled back", () => {
    const manual = reportOf(rollbackOf(4000));

    expect(manual).toContain("| Trigger | manual |");
    expect(manual).toContain("| Reason | orders are lost |");
    expect(manual).toContain("| Traffic back after | 6.0 s |");
    expect(manual).toContain("What v2.5.0 brought: `git log v2.4.0..v2.5.0`");
  });

  it("says what is not confirmed, and gives the commands for it", () => {
    const script = toRolledBack();
    const cut = script.slice(
      0,
      script.findIndex((body) => typeof body === "number" && body === 4000),
    );
    const escalated = reportOf([
      ...cut,
      { type: "escalated", reason: "the proxy does not answer", manualSteps: ["echo 'set weight'  | socat - /run/p"] },
      { type: "rollback-moved", to: "escalation", reason: "x" },
    ]);

    expect(escalated).toContain("# Release v2.5.0: rolled back, escalated");
    expect(escalated).toContain("| Traffic back after | not confirmed |");
    expect(escalated).toContain("    echo 'set weight'  | socat - /run/p");
  });
});

describe("a release that is not over", () => {
  it("says at the top what it waits for, until when, how to go on, and what else is missing", () => {
    const report = reportOf([...toReview(), suspendedForApproval]);

    expect(report.split("\n").slice(0, 6).join("\n")).toMatch(
      /^# Release v2\.5\.0: waits for approval in review\n\n## Where it stands\n\nWaits for \*\*approval\*\* since \S+Z until 2026-04-01T10:00:00\.000Z: 1 approval/,
    );
    expect(report).toContain("Continue with `release resume v2.5.0`.");
    expect(report).toContain(
      "Before the next state: Provisional categories of the Definition of Done proved; Approved on the head that was gated; Pull request merged; Version tag exists",
    );
  });

  it("says where it is and what is missing when it does not wait", () => {
    const stands = sectionOf(reportOf(toGates()), "Where it stands");

    expect(stands).toContain("In `quality_gates` since 2026-03-02T10:00:03.000Z.");
    expect(stands).toContain("No critical or high severity issues; All 8 categories pass");
  });

  it("asks of a hotfix nothing that only a standard release has to show", () => {
    const report = reportOf([opened({ releaseType: "hotfix" })]);

    expect(sectionOf(report, "Where it stands")).not.toContain("Release type");
  });
});

it("does not count waits for people against a state, and marks what was over its target", () => {
  const hour = 3_600_000;
  const report = reportOf([
    opened(),
    { type: "suspended", waitsFor: "fix", reason: "r", command: "release resume v2.5.0" },
    hour,
    { type: "resumed", by: "sarah" },
    ...toGates().slice(1),
    hour,
    move("quality_gates", "review"),
  ]);
  const times = sectionOf(report, "Where the time went");

  expect(times).toContain("| initiated | 1 h 00 min | 1 h 00 min | – | 2 min 00 s | 5 min 00 s |");
  expect(times).toContain("| quality_gates | 1 h 00 min ⚠ over | – | – | 23 min 00 s | 35 min 00 s |");
});

it("counts watches apart from the work of a state", () => {
  const report = reportOf([...toProduction(), 30_000, watched("production", "5%")]);

  expect(sectionOf(report, "Where the time went")).toContain("| production | 31.0 s | – | 30.0 s |");
});
