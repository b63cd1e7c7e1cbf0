import { expect, it } from "@jest/globals";

import { continueLog } from "#audit";
import { fold, type FactBody, type RedeployPhase } from "#machine";

import { board } from "./board.ts";
import { following } from "./following.ts";
import { releaseReport } from "./release-report.ts";
import { facts, opened, openedAt, shifted, smoke, watched, type Script } from "./test/facts.ts";

const id = "v2.5.0-redeploy-production";
const begun = opened({
  releaseType: "redeploy",
  baseBranch: "v2.5.0",
  gates: [],
  steps: [100],
  initiatedBy: "otto",
  redeploy: { environment: "production", sha: "d".repeat(40), reason: "a machine <b>burned</b>" },
});
const phase = (to: RedeployPhase, reason = "as it should"): FactBody => ({ type: "redeploy-moved", to, reason });
const brought: Script = [
  begun,
  { type: "deployment-started", environment: "production", strategy: "blue-green" },
  shifted("production", 100),
  phase("smoke_test_verification"),
  smoke("production", "redeploy"),
  phase("health_monitoring"),
  watched("production", "redeploy"),
];
const done: Script = [...brought, phase("redeployed", "health is stable"), { type: "settled", outcome: "redeployed" }];
const failed: Script = [
  ...brought,
  {
    type: "escalated",
    reason: "It is not healthy",
    manualSteps: ["systemctl restart shop"],
    shows: ["production at x"],
  },
  phase("escalation", "It is not healthy"),
  { type: "settled", outcome: "failed" },
];
const told = (script: Script) => {
  const all = facts(script, { release: id });
  return { facts: all, record: fold(all), live: false };
};
const shown = (script: Script) => board(told(script).record, openedAt + 60_000).lines.join("\n");

it("is shown under its own name, by its phases", () => {
  expect(shown([begun])).toContain("▶ redeploy");
  expect(shown(brought)).toContain("↻ health_monitoring: as it should");
  expect(shown(done)).toMatch(/✓ redeploy .*[^]*production {3}v2\.5\.0 100 %[^]*↻ redeployed: health is stable/);
  expect(shown(failed)).toMatch(/✗ redeploy [^]*↻ escalation: It is not healthy[^]*systemctl restart shop/);
  for (const script of [[begun], brought, done, failed]) expect(shown(script)).not.toMatch(/completed|rolled/);
});

it("has a report that says what was deployed again, why, and how it ended", () => {
  const report = releaseReport(told(done).facts);

  expect(report).toContain("# Release v2.5.0: re-deployed");
  expect(report).toContain("| Version | v2.5.0 (ddddddd), the last good one of production |");
  expect(report).toContain("re-deploy: redeployed (health is stable)");
  expect(report).not.toMatch(/## Rollback|Approved by|Tagged|<b>/);
  expect(releaseReport(told(failed).facts)).toMatch(/re-deploy failed, escalated[^]*systemctl restart shop/);
});

it("is followed with its own outcome", () => {
  const page = following(told(failed).record, openedAt + 60_000, { webUrl: "https://x.example" });

  expect(page).toMatch(/redeploy \| ❌ ended here/);
});

it("has a line of the audit log with its type, its outcome and its reason, and no rollback", () => {
  const line = JSON.parse(continueLog("", { facts: told(done).facts, denied: [] })) as object;

  expect(line).toMatchObject({
    type: "redeploy",
    outcome: "redeployed",
    initiator: "otto",
    redeploy: { environment: "production", phase: "redeployed", reason: "a machine <b>burned</b>" },
  });
  expect(line).not.toHaveProperty("rollback");
});
