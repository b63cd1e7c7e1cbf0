import type { Counted, Dora, Measures, Share, Spread } from "#history";

import { wordsOf } from "#report";

import { html, wideTable, took } from "./html.ts";

type Row = readonly [string, ...string[]];

/** `no data yet` where there is nothing to count: a number without its n says nothing. */
const none = "no data yet";

/** A share in percent. */
export function shareText({ share }: Share): string {
  return share === null ? none : `${(100 * share).toFixed(share > 0.99 && share < 1 ? 1 : 0)} %`;
}

const overText = ({ part, n }: Share, what: string): string => (n === 0 ? "" : `${part} of ${n} ${what}`);

/** A time for people; of nothing there is none. */
export function timeText(ms: number | null): string {
  return ms === null ? none : took(ms);
}

const nText = (n: number, what: string): string => (n === 0 ? "" : `n = ${n} ${what}`);

/** The few numbers that everybody asks for first. */
export function tiles({
  success,
  rollbackFrequency,
  cycleTimeMs,
  timeToRestoreMs,
  gateCompliance,
  smokeCompliance,
  humanActions,
}: Measures): string {
  const each: readonly Row[] = [
    ["Completed and still good", shareText(success), overText(success, "attempts")],
    ["Rolled back", shareText(rollbackFrequency), overText(rollbackFrequency, "attempts")],
    ["Cycle time, median", timeText(cycleTimeMs.median), spreadOver(cycleTimeMs, "releases")],
    ["Time to restore, median", timeText(timeToRestoreMs.median), spreadOver(timeToRestoreMs, "rollbacks")],
    ["Deployed with every gate passed", shareText(gateCompliance), overText(gateCompliance, "releases")],
    ["Deployed with smoke tests passed", shareText(smokeCompliance), overText(smokeCompliance, "deployments")],
    [
      "Human actions a release, median",
      humanActions.median === null ? none : String(humanActions.median),
      nText(humanActions.n, "releases"),
    ],
  ];
  const items = each.map(
    ([name, value, over = ""]) =>
      `<div><dt>${name}</dt><dd class="value">${value}</dd><dd><small>${over}</small></dd></div>`,
  );
  return `<dl class="tiles">${items.join("")}</dl>`;
}

function spreadOver({ n, p90 }: Spread, what: string): string {
  return n === 0 ? "" : `n = ${n} ${what}, nine of ten ≤ ${timeText(p90)}`;
}

/** DORA's five metrics, by the definitions of 2026, each with what it was counted over. */
export function doraTable({ dora }: Measures): string {
  const rows: readonly Row[] = [
    [
      "Change lead time",
      timeText(dora.changeLeadTimeMs.median),
      timeText(dora.changeLeadTimeMs.p90),
      nText(dora.changeLeadTimeMs.n, "commits"),
      "from commit to production",
    ],
    [
      "Deployment frequency",
      frequencyText(dora),
      timeText(dora.deploymentFrequency.betweenMs.p90),
      nText(dora.deploymentFrequency.n, "releases"),
      "releases that completed in production; p90: time between two",
    ],
    [
      "Failed deployment recovery time",
      timeText(dora.failedDeploymentRecoveryMs.median),
      timeText(dora.failedDeploymentRecoveryMs.p90),
      `${nText(dora.failedDeploymentRecoveryMs.n, "failures")}${dora.failedDeploymentRecoveryMs.open === 0 ? "" : `, ${dora.failedDeploymentRecoveryMs.open} still open`}`,
      "from detection until a rollback or hotfix was complete",
    ],
    [
      "Change fail rate",
      shareText(dora.changeFailRate),
      "–",
      overText(dora.changeFailRate, "deployments"),
      "rolled back or mended by a hotfix",
    ],
    [
      "Deployment rework rate",
      shareText(dora.deploymentReworkRate),
      "–",
      overText(dora.deploymentReworkRate, "deployments"),
      "hotfixes",
    ],
  ];
  const caught = `Apart from these: ${shareText(dora.caughtInCanary)} of rollouts (${dora.caughtInCanary.part} of ${dora.caughtInCanary.n}) went back by themselves before all traffic was on them. Caught in time, they are no change failures.`;
  return `${wideTable("DORA's five metrics", ["Metric", "Median or share", "p90", "Counted over", "What is counted"], rows)}
<p><small>${caught} <a href="https://dora.dev/guides/dora-metrics/">Definitions of dora.dev</a>; ${dayOf(dora.window.from)} to ${dayOf(dora.window.to)}, ${dora.window.days.toFixed(0)} days. For one service over time, not to compare teams.</small></p>`;
}

const dayOf = (iso: string): string => html(iso.slice(0, 10));

function frequencyText({ deploymentFrequency: { perWeek } }: Dora): string {
  return perWeek === null ? none : `${perWeek.toFixed(perWeek < 10 ? 1 : 0)} a week`;
}

/** Everything else that is counted: gates, security, smoke tests, deployments, bottlenecks, causes, people, adapters. */
export function detailTables(measures: Measures): string {
  return [gatesTable(measures), placesTable(measures), statesTable(measures), causes(measures), adaptersTable(measures)]
    .filter((table) => table !== "")
    .join("\n");
}

function section(heading: string, body: string): string {
  const id = heading.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${body}
</section>`;
}

function gatesTable({ gates, security }: Measures): string {
  if (gates.length === 0) return "";
  const rows = gates.map((one): Row => [
    one.gate,
    shareText(one.passed),
    overText(one.passed, "runs"),
    `${one.overridden} overridden, ${one.notRun} not run`,
    timeText(one.tookMs.median),
    timeText(one.tookMs.p90),
    overText(one.overTarget, "runs"),
    one.tests.n === 0 ? "–" : overText(one.tests, "tests"),
    one.latestCoverage === null
      ? "–"
      : `${one.latestCoverage.toFixed(1)} %, median ${(one.coverage.median ?? 0).toFixed(1)} %`,
  ]);
  const head = [
    "Gate",
    "Passed",
    "Counted over",
    "Besides",
    "Time, median",
    "p90",
    "Over target",
    "Tests passed",
    "Coverage now",
  ];
  const { n, critical, high, other, allowed } = security;
  const found = `<p>Security: ${critical} critical, ${high} high and ${other} lower findings in ${n} scans; ${allowed} allowed by people.</p>`;
  return section("Quality gates", `${wideTable("Quality gates", head, rows)}\n${found}`);
}

function placesTable({ smoke, deployments }: Measures): string {
  const rows: readonly Row[] = [
    ...deployments.map((one): Row => [
      `Deployment to ${one.environment}`,
      shareText(one.passed),
      overText(one.passed, "deployments"),
      timeText(one.tookMs.median),
      timeText(one.tookMs.p90),
    ]),
    ...smoke.map((one): Row => [
      one.place === "rollback" ? "Smoke tests after rollback" : `Smoke tests in ${one.place}`,
      shareText(one.passed),
      overText(one.passed, "runs"),
      timeText(one.tookMs.median),
      timeText(one.tookMs.p90),
    ]),
  ];
  if (rows.length === 0) return "";
  return section(
    "Deployments and smoke tests",
    wideTable("Deployments and smoke tests", ["Where", "Passed", "Counted over", "Time, median", "p90"], rows),
  );
}

function statesTable({ states }: Measures): string {
  if (states.length === 0) return "";
  const rows = states.map((one): Row => [
    wordsOf(one.state),
    shareText(one.ofWork),
    overText(one.slowestIn, "releases"),
    timeText(one.tookMs.median),
    timeText(one.tookMs.p90),
    overText(one.overTarget, "visits"),
  ]);
  return section(
    "Bottlenecks",
    wideTable(
      "Bottlenecks",
      ["State", "Share of all time", "The slowest in", "Time, median", "p90", "Over target"],
      rows,
    ),
  );
}

function causes({ rollbackCauses, failureCauses, humanActions }: Measures): string {
  const lists = [
    ["Why releases went back", rollbackCauses],
    ["Why releases failed", failureCauses],
    ["What people did", humanActions.by],
  ] as const;
  const rows = lists.flatMap(([name, counted]) => (counted.length === 0 ? [] : [[name, countedText(counted)] as Row]));
  return rows.length === 0
    ? ""
    : section("Causes and people", wideTable("Causes and people", ["What", "How often"], rows));
}

const countedText = (counted: readonly Counted[]): string =>
  counted.map(({ name, count }) => `${html(wordsOf(name))} ${count}`).join(", ");

function adaptersTable({ adapters }: Measures): string {
  if (adapters.length === 0) return "";
  const rows = adapters.map(({ kind, name, used, failed }): Row => [
    html(name),
    kind,
    String(used),
    failed === 0 ? "✓ 0" : `⚠ ${failed}`,
  ]);
  return section("Health of adapters", wideTable("Health of adapters", ["What", "Kind", "Used", "Failed"], rows));
}
