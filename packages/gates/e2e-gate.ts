import type { Failure } from "#machine";
import type { Finding, GateContext, GateSettings, Read } from "./context.ts";
import { withDevelopment, type Development } from "./development.ts";
import { notConfigured } from "./examples.ts";
import { parsePlaywright, type Journey } from "./playwright.ts";
import { nameOf, testsOf } from "./gate-tests.ts";
import { exitFailure, runProject, timeOutFailure } from "./project-command.ts";
import { beforeReport, readReport } from "./report-file.ts";

/** Decision 9: journeys that failed by time-out or transport are walked once more after this time. */
const retryDelayMs = 60_000;

interface Walk {
  readonly finding: Finding;
  /** Everything that failed may be gone in a moment. */
  readonly transient: boolean;
}

/** Walks the journeys in a browser against the application of the checkout. */
export async function e2eGate(context: GateContext): Promise<Finding> {
  const settings = context.settings.e2e;
  if (settings === undefined) return { failures: [notConfigured("e2e")] };
  const walked = await withDevelopment(context, async (development) => {
    const first = await walk(settings, development, context);
    if (!first.transient) return first;
    context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
    await context.clock.sleep(retryDelayMs, context.signal);
    return withFlaky(first.finding, await walk(settings, development, context));
  });
  return "failure" in walked ? { failures: [walked.failure] } : walked.value.finding;
}

/** What failed in the first walk and not in the second is flaky. */
function withFlaky({ tests: before }: Finding, second: Walk): Walk {
  const { tests } = second.finding;
  if (before === undefined || tests === undefined) return second;
  const passedNow = before.failed.filter((name) => !tests.failed.includes(name));
  return {
    ...second,
    finding: { ...second.finding, tests: testsOf({ ...tests, flaky: [...tests.flaky, ...passedNow] }) },
  };
}

async function walk(
  settings: NonNullable<GateSettings["e2e"]>,
  { baseUrl, env }: Development,
  context: GateContext,
): Promise<Walk> {
  const { command, report: name, timeout } = settings;
  const before = await beforeReport(context.directory, name);
  const result = await runProject({ command, env: { ...env, BASE_URL: baseUrl }, timeoutMs: timeout }, context);
  const late = timeOutFailure(command, result, timeout, "gates.e2e.timeout");
  if (late !== undefined) return { finding: { failures: [late] }, transient: true };

  const text = await readReport(before, "gates.e2e.report");
  const journeys: Read<readonly Journey[]> = "failure" in text ? text : parsePlaywright(text.value, name);
  if ("failure" in journeys) {
    const exit = result.exitCode === 0 ? [] : [exitFailure(command, result, "it should have written a report")];
    return { finding: { failures: [journeys.failure, ...exit] }, transient: false };
  }
  const failed = journeys.value.filter(({ status }) => status === "failed");
  for (const journey of journeys.value) if (journey.flaky) context.onProgress(`e2e: flaky: ${journey.name}`);
  const failures = failed.map(asFailure);
  if (result.exitCode !== 0 && failed.length === 0) failures.push(exitFailure(command, result, "every journey passed"));
  const transient = failed.length > 0 && failed.every((journey) => journey.transient);
  const tests = testsOf({
    slowest: journeys.value,
    failed: failed.map(({ name: journey }) => journey),
    flaky: journeys.value.filter(({ flaky }) => flaky).map(({ name: journey }) => journey),
  });
  return { finding: { failures, metrics: metricsOf(journeys.value, failed.length), tests }, transient };
}

function metricsOf(journeys: readonly Journey[], journeysFailed: number) {
  return {
    gate: "e2e",
    journeysPassed: journeys.length - journeysFailed,
    journeysFailed,
    journeys: journeys.map(({ name, status, durationMs }) => ({ name, status, durationMs })),
  } as const;
}

function asFailure({ name, message, file, line, attachments }: Journey): Failure {
  const evidence = attachments.length === 0 ? "" : ` Evidence: ${attachments.join(", ")}.`;
  const trace = attachments.find((path) => path.endsWith(".zip"));
  const look =
    trace === undefined
      ? 'Switch on `trace: "retain-on-failure"` to see each step.'
      : `See each step: npx playwright show-trace ${trace}`;
  return {
    title: `Journey failed: ${name}`,
    detail: `${message ?? "no message"}${evidence}`,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    test: nameOf(name),
    suggestion: look,
  };
}
