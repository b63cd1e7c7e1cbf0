import { isAbsolute, relative, resolve } from "node:path";
import type { Failure } from "#machine";
import type { RunResult } from "#process";
import type { Finding, GateContext, JourneySettings, Read } from "./context.ts";
import { besideApplication, withDevelopment, type Development } from "./development.ts";
import { notConfigured } from "./examples.ts";
import { testsOf } from "./gate-tests.ts";
import { keepJourneys } from "./journey-evidence.ts";
import { browsersNotWalked, journeyFailures, overBudget, projectMissing, withoutSnapshot } from "./journey-failures.ts";
import { journeyReporter, journeyReports, journeysUnderWay } from "./journey-reporter.ts";
import { parsePlaywright, type Journey, type Walked } from "./playwright.ts";
import { exitFailure, runProject, timeOutFailure } from "./project-command.ts";
import { beforeReports, readReports } from "./report-file.ts";

/** Decision 9: journeys that failed by time-out or transport are walked once more after this time. */
const retryDelayMs = 60_000;

type Walk = Read<Walked> & {
  readonly result: RunResult;
  /** Everything that failed may be gone in a moment. */
  readonly transient: boolean;
};

/** Walks the journeys in a browser against the application of the checkout. */
export async function e2eGate(context: GateContext): Promise<Finding> {
  const settings = context.settings.e2e;
  if (settings === undefined) return { failures: [notConfigured("e2e")] };
  const walked = await withDevelopment(context, async (development) => {
    const first = await walk(settings, development, context);
    const again = first.transient && (await development.died()) === undefined;
    const last = again ? await walkAgain(settings, development, context) : first;
    const finding = await judge(settings, last, context);
    const rescued = again && "value" in first && "value" in last ? failedOf(first.value.journeys) : [];
    return {
      ...withTests(withFlaky(finding, new Set(rescued.map(({ name }) => name)))),
      failures: await besideApplication(finding.failures, development),
    };
  });
  return "failure" in walked ? { failures: [walked.failure] } : walked.value;
}

async function walkAgain(settings: JourneySettings, development: Development, context: GateContext): Promise<Walk> {
  context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
  await context.clock.sleep(retryDelayMs, context.signal);
  return walk(settings, development, context);
}

async function walk(
  { command, report, timeout }: JourneySettings,
  { baseUrl, env }: Development,
  context: GateContext,
): Promise<Walk> {
  const before = await beforeReports(context.directory, report ?? journeyReports);
  const reporter = report === undefined ? await journeyReporter(context.directory) : {};
  // As in the project's own CI, also in a shell: no test.only, no server that happens to run.
  const given = { CI: "1", ...env, ...reporter, BASE_URL: baseUrl };
  const result = await runProject({ command, env: given, timeoutMs: timeout }, context);
  const late = timeOutFailure(command, result, timeout, "gates.e2e.timeout");
  if (late !== undefined) {
    const walking = await journeysUnderWay(context.directory);
    const detail = walking === undefined ? late.detail : `${late.detail ?? ""}\nStill walking: ${walking}`;
    return { failure: { ...late, ...(detail === undefined ? {} : { detail }) }, result, transient: true };
  }
  const texts = await readReports(before, "gates.e2e.report");
  if ("failure" in texts) return { failure: unwalked(texts.failure, report, result), result, transient: false };
  const parts: Walked[] = [];
  for (const { name, text } of texts.value) {
    const part = parsePlaywright(text, name);
    if ("failure" in part) return { ...part, result, transient: false };
    parts.push(placed(part.value, context.directory));
  }
  const value = {
    journeys: parts.flatMap(({ journeys }) => journeys),
    skipped: parts.flatMap(({ skipped }) => skipped),
    snapshotsRewritten: parts.some(({ snapshotsRewritten }) => snapshotsRewritten),
  };
  const failed = failedOf(value.journeys);
  return { value, result, transient: failed.length > 0 && failed.every(({ transient }) => transient) };
}

function failedOf(journeys: readonly Journey[]): readonly Journey[] {
  return journeys.filter(({ status }) => status === "failed");
}

/** Why nothing was written that says how the journeys went. */
function unwalked(failure: Failure, report: string | undefined, { stdout, stderr }: RunResult): Failure {
  const missing = projectMissing(`${stdout}\n${stderr}`);
  if (missing !== undefined || report !== undefined) return missing ?? failure;
  return {
    title: "No run of Playwright told how the journeys went",
    suggestion:
      "Let gates.e2e.command run `playwright test`, and hand on the variable PW_TEST_REPORTER to it; or write Playwright's JSON and name it in gates.e2e.report.",
  };
}

/** Files of the journeys as the checkout has them, not as Playwright's folder of tests has them. */
function placed({ root, ...walked }: Walked, directory: string): Walked {
  const inCheckout = ({ file, ...journey }: Journey): Journey => {
    if (file === undefined || (root === undefined && !isAbsolute(file)))
      return file === undefined ? journey : { ...journey, file };
    const path = relative(directory, resolve(root ?? directory, file));
    return { ...journey, file: path.startsWith("..") ? file : path };
  };
  return { ...walked, journeys: walked.journeys.map(inCheckout) };
}

async function judge(settings: JourneySettings, walked: Walk, context: GateContext): Promise<Finding> {
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
    ...browsersNotWalked(browsers, journeys),
    ...(snapshotsRewritten ? [rewritten] : []),
  ];
  const bad = new Set([...failed, ...caught.map(({ journey }) => journey)]);
  if (result.exitCode !== 0 && failed.length === 0) failures.push(exitFailure(command, result, "every journey passed"));
  return { failures, metrics: metricsOf(journeys, skipped, bad) };
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
