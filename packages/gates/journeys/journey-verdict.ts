import type { Failure } from "#machine";
import type { Finding, GateContext } from "../context.ts";
import { testsOf } from "../gate-tests.ts";
import { keepJourneys } from "./journey-evidence.ts";
import { browsersNotWalked, journeyFailures, overBudget, withoutSnapshot } from "./journey-failures.ts";
import { failedOf, type Tour, type Walk } from "./journey-walk.ts";
import type { Journey } from "./playwright.ts";
import { exitFailure } from "../project-command.ts";

/** What a walk proves; journeys of `rescued` failed in a walk before it. */
export async function verdictOf(
  { settings, journeys: wanted }: Tour,
  walked: Walk,
  { context, rescued }: { readonly context: GateContext; readonly rescued: ReadonlySet<string> },
): Promise<Finding> {
  const { command, browsers = [] } = settings;
  const { result } = walked;
  if ("failure" in walked) {
    const unexplained = result.exitCode !== 0 && !result.timedOut;
    const exit = unexplained ? [exitFailure(command, result, "it should have written a report")] : [];
    return { failures: [walked.failure, ...exit] };
  }
  const { journeys, skipped, snapshotsRewritten } = walked.value;
  for (const { name, flaky } of journeys) if (flaky) context.onProgress(`flaky: ${name}`);
  for (const name of skipped) context.onProgress(`skipped: ${name}`);
  const failed = failedOf(journeys);
  const caught = [...withoutSnapshot(journeys), ...overBudget(journeys, settings)];
  const failures = [
    ...journeyFailures(failed, await keepJourneys(failed, context)),
    ...caught.map(({ failure }) => failure),
    ...(wanted === "all" ? browsersNotWalked(browsers, journeys) : []),
    ...(snapshotsRewritten ? [rewritten] : []),
  ];
  const bad = new Set([...failed, ...caught.map(({ journey }) => journey)]);
  if (result.exitCode !== 0 && failed.length === 0) failures.push(exitFailure(command, result, "every journey passed"));
  return withTests(withFlaky({ failures, metrics: metricsOf(journeys, skipped, bad) }, rescued));
}

const rewritten: Failure = {
  title: "Snapshots were written anew where they differed, and compared with nothing",
  suggestion:
    "Take --update-snapshots out of gates.e2e.command and updateSnapshots out of the Playwright configuration.",
};

function metricsOf(journeys: readonly Journey[], skipped: readonly string[], bad: ReadonlySet<Journey>) {
  return {
    gate: "e2e",
    journeysPassed: journeys.length - bad.size,
    journeysFailed: bad.size,
    journeys: [
      ...journeys.map((journey) => ({
        name: journey.name,
        status: bad.has(journey) ? ("failed" as const) : ("passed" as const),
        durationMs: journey.durationMs,
        ...(journey.flaky ? { flaky: true as const } : {}),
      })),
      ...skipped.map((name) => ({ name, status: "skipped" as const, durationMs: 0 })),
    ],
  } as const;
}

/** What failed in a walk and passed in the next one is flaky. */
function withFlaky(finding: Finding, rescued: ReadonlySet<string>): Finding {
  const { metrics } = finding;
  if (metrics?.gate !== "e2e") return finding;
  const journeys = metrics.journeys.map((journey) =>
    journey.status === "passed" && rescued.has(journey.name) ? { ...journey, flaky: true as const } : journey,
  );
  return { ...finding, metrics: { ...metrics, journeys } };
}

/** The journeys as the history of later releases needs them. */
function withTests(finding: Finding): Finding {
  const { metrics } = finding;
  if (metrics?.gate !== "e2e") return finding;
  const { journeys } = metrics;
  const tests = testsOf({
    slowest: journeys.filter(({ status }) => status !== "skipped"),
    failed: journeys.filter(({ status }) => status === "failed").map(({ name }) => name),
    flaky: journeys.filter(({ flaky }) => flaky === true).map(({ name }) => name),
  });
  return { ...finding, tests };
}
