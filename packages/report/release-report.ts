import { fold, timing, type Fact, type ReleaseRecord } from "#machine";

import { failureList, gatesTable, testReport } from "./gates.ts";
import { cell, duration, table } from "./text.ts";
import { timeIn, timeline } from "./timeline.ts";

/** The release as one page: what happened, who approved it, what was measured, what was not. From its facts alone. */
export function releaseReport(facts: readonly Fact[]): string {
  const record = fold(facts);
  return (
    [
      `# Release ${record.plan.tag}: ${outcome(record)}`,
      metadata(record),
      ...section("Why it ended so", trouble(record)),
      ...section("Rollback", rollback(record, facts)),
      ...section("Changes", record.changelog ?? ""),
      ...section("Quality gates", gatesTable(record)),
      ...section("What to fix", failureList(record)),
      ...section("Tests", testReport(record)),
      ...section("Where the time went", times(record)),
      ...section("Timeline", timeline(facts)),
      ...section("Warnings", record.warnings.map((warning) => `- ${cell(warning)}`).join("\n")),
      ...section("Links", links(record)),
    ].join("\n\n") + "\n"
  );
}

/** How it ended, in the words of people. */
export function outcome(record: ReleaseRecord): string {
  if (record.escalation !== undefined) return "rolled back, escalated";
  return record.state === "rolled_back" ? "rolled back" : record.state.replaceAll("_", " ");
}

function section(title: string, body: string): readonly string[] {
  return body.trim() === "" ? [] : [`## ${title}`, body.trim()];
}

function metadata(record: ReleaseRecord): string {
  const { plan } = record;
  const approvals =
    record.approval === undefined
      ? "none"
      : `${record.approval.by.join(", ") || "not required"} on ${record.approval.sha.slice(0, 7)}`;
  return table(
    ["", ""],
    [
      ["Release", `${record.id} (${plan.releaseType}${record.attempt > 1 ? `, attempt ${record.attempt}` : ""})`],
      ["Started", `${record.openedAt} by ${cell(plan.initiatedBy)}`],
      ["Last fact", record.lastAt],
      ["Duration", duration(Date.parse(record.lastAt) - Date.parse(record.openedAt))],
      ["From → to", `${cell(plan.baseBranch)} (${plan.baseSha.slice(0, 7)}) → ${cell(plan.targetBranch)}`],
      ["Follows", plan.previousTag ?? "nothing: the first release"],
      ["Approved by", approvals],
      ["Tagged", record.tag === undefined ? "no" : `${record.tag.tag} on ${record.tag.sha.slice(0, 7)}`],
      [
        "Strategy",
        `staging ${plan.stagingStrategy}, production ${plan.productionStrategy} (${plan.steps.join(" → ")} %)`,
      ],
      ["Configuration", `SHA-256 ${plan.configDigest.slice(0, 16)}…`],
    ],
  );
}

function trouble(record: ReleaseRecord): string {
  const { failure, verdict, escalation, suspended } = record;
  return [
    ...(suspended === undefined
      ? []
      : [`Waits for ${suspended.waitsFor}: ${cell(suspended.reason)} Continue with \`${suspended.command}\`.`]),
    ...(failure === undefined
      ? []
      : [
          `Failed in \`${failure.failedState}\`${failure.failedGate === undefined ? "" : `, gate \`${failure.failedGate}\``}: ${cell(failure.failureReason)}`,
          ...failure.actionableFixSuggestions.map((fix) => `- ${cell(fix)}`),
        ]),
    ...(verdict === undefined
      ? []
      : [
          `Verdict (${verdict.trigger}): ${cell(verdict.reason)}`,
          ...verdict.evidence.map((line) => `- ${cell(line)}`),
        ]),
    ...(escalation === undefined
      ? []
      : [`**Escalated**: ${cell(escalation.reason)}`, ...escalation.manualSteps.map((step) => `    ${step}`)]),
  ].join("\n");
}

function rollback(record: ReleaseRecord, facts: readonly Fact[]): string {
  const { rollback: state, verdict, plan } = record;
  if (state === undefined) return "";
  const decidedAt = facts.find((fact) => fact.type === "verdict")?.at ?? record.openedAt;
  const backAt = facts.find((fact) => fact.type === "traffic-shifted" && fact.percent === 0)?.at ?? state.reverted?.at;
  return table(
    ["", ""],
    [
      ["Trigger", verdict?.trigger ?? "manual"],
      ["Reason", cell(verdict?.reason ?? plan.rollback?.reason ?? "")],
      ["Phase", state.phase],
      ["Serves again", state.reverted?.to ?? "not confirmed"],
      [
        "Traffic back after",
        backAt === undefined ? "not confirmed" : duration(Date.parse(backAt) - Date.parse(decidedAt)),
      ],
      [
        "Health",
        state.health === undefined
          ? "not validated"
          : `${state.health.healthChecks} after ${duration(state.health.stabilizationDurationMs)}`,
      ],
      [
        "Git",
        state.git === undefined
          ? "not reverted"
          : `${state.git.revertCommit.slice(0, 7)} (${state.git.via}), tag ${state.git.revertTag}${state.git.url === undefined ? "" : `, ${state.git.url}`}`,
      ],
      ["Root cause", "to be filled in by the post-mortem"],
    ],
  );
}

function times(record: ReleaseRecord): string {
  const rows = record.visits.map(({ state }, index) => {
    const { targetMs, timeoutMs } = timing[state];
    return [
      state,
      duration(timeIn(record, index)),
      targetMs === undefined ? "–" : duration(targetMs),
      timeoutMs === undefined ? "–" : duration(timeoutMs),
    ];
  });
  return table(["State", "Took:", "Target:", "Time-out:"], rows);
}

function links(record: ReleaseRecord): string {
  return [
    ...(record.pullRequest === undefined ? [] : [`- Pull request: ${record.pullRequest.url}`]),
    ...record.published.map(({ what, url }) => `- ${what.replaceAll("-", " ")}: ${url}`),
  ].join("\n");
}
