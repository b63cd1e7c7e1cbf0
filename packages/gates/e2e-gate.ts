import { matchesGlob } from "node:path";

import type { Failure } from "#machine";
import type { Finding, GateContext, GateSettings, Read } from "./context.ts";
import { withDevelopment, type Development } from "./development.ts";
import { notConfigured } from "./examples.ts";
import { parsePlaywright, type Journey } from "./playwright.ts";
import { exitFailure, runProject, timeOutFailure } from "./project-command.ts";
import { beforeReport, readReport } from "./report-file.ts";
import { shardEnv, shardSettings } from "./shard-settings.ts";

/** Decision 9: journeys that failed by time-out or transport are walked once more after this time. */
const retryDelayMs = 60_000;

interface Walk {
  readonly finding: Finding;
  /** Everything that failed may be gone in a moment. */
  readonly transient: boolean;
}

/** Journeys of this tag are walked in every hotfix. */
const critical = "@critical";

/** Walks the journeys in a browser against the application of the checkout. */
export async function e2eGate(context: GateContext): Promise<Finding> {
  const settings = context.settings.e2e;
  if (settings === undefined) return { failures: [notConfigured("e2e")] };
  const { shard } = context;
  return walkTwice({ settings: shardSettings(settings, shard), env: shardEnv(shard), mayBeNone: false }, context);
}

/** Of a hotfix the critical journeys and those that its files affect; `undefined` where all are to be walked. */
export async function criticalJourneys(context: GateContext): Promise<Finding | undefined> {
  const settings = context.settings.e2e;
  if (context.only !== "critical" || settings === undefined) return undefined;
  if (settings.affected === undefined) {
    context.onProgress("all journeys are walked: gates.e2e.affected names no command");
    return undefined;
  }
  const journeys = wantedJourneys(settings.affects ?? {}, (await context.changed?.()) ?? []);
  const tour = shardSettings({ ...settings, command: settings.affected }, { index: 1, total: 1 });
  const finding = await walkTwice({ settings: tour, env: { JOURNEYS: journeys }, mayBeNone: true }, context);
  const walked = finding.metrics?.gate === "e2e" ? finding.metrics.journeys.length : 0;
  const scope =
    walked === 0 && finding.failures.length === 0
      ? `skipped: no journey is named by ${journeys}`
      : `affected: the journeys named by ${journeys}; the others were left out of the hotfix`;
  return { ...finding, scope };
}

/** What a hotfix walks, as a regular expression over the titles and tags of journeys. */
export function wantedJourneys(affects: Readonly<Record<string, string>>, changed: readonly string[]): string {
  const hit = Object.entries(affects).filter(([glob]) => changed.some((file) => matchesGlob(file, glob)));
  return [...new Set([critical, ...hit.map(([, journeys]) => journeys)])].join("|");
}

interface Tour {
  readonly settings: NonNullable<GateSettings["e2e"]>;
  readonly env: Readonly<Record<string, string>>;
  /** A report in which no journey was walked is an answer. */
  readonly mayBeNone: boolean;
}

async function walkTwice(tour: Tour, context: GateContext): Promise<Finding> {
  const walked = await withDevelopment(context, async (development) => {
    const first = await walk(tour, development, context);
    if (!first.transient) return first;
    context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
    await context.clock.sleep(retryDelayMs, context.signal);
    return await walk(tour, development, context);
  });
  return "failure" in walked ? { failures: [walked.failure] } : walked.value.finding;
}

async function walk(
  { settings, env: own, mayBeNone }: Tour,
  { baseUrl, env }: Development,
  context: GateContext,
): Promise<Walk> {
  const { command, report: name, timeout } = settings;
  const before = await beforeReport(context.directory, name);
  const result = await runProject({ command, env: { ...env, ...own, BASE_URL: baseUrl }, timeoutMs: timeout }, context);
  const late = timeOutFailure(command, result, timeout, "gates.e2e.timeout");
  if (late !== undefined) return { finding: { failures: [late] }, transient: true };

  const text = await readReport(before, "gates.e2e.report");
  const journeys: Read<readonly Journey[]> = "failure" in text ? text : parsePlaywright(text.value, name);
  if ("failure" in journeys) {
    if (mayBeNone && journeys.empty === true && result.exitCode === 0)
      return { finding: { failures: [], metrics: metricsOf([], 0) }, transient: false };
    const exit = result.exitCode === 0 ? [] : [exitFailure(command, result, "it should have written a report")];
    return { finding: { failures: [journeys.failure, ...exit] }, transient: false };
  }
  const failed = journeys.value.filter(({ status }) => status === "failed");
  for (const journey of journeys.value) if (journey.flaky) context.onProgress(`e2e: flaky: ${journey.name}`);
  const failures = failed.map(asFailure);
  if (result.exitCode !== 0 && failed.length === 0) failures.push(exitFailure(command, result, "every journey passed"));
  const transient = failed.length > 0 && failed.every((journey) => journey.transient);
  return { finding: { failures, metrics: metricsOf(journeys.value, failed.length) }, transient };
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
    suggestion: look,
  };
}
