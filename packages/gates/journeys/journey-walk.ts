import { isAbsolute, relative, resolve } from "node:path";
import type { Failure } from "#machine";
import type { RunResult } from "#process";
import type { GateContext, JourneySettings, Read } from "../context.ts";
import type { Development } from "../development.ts";
import { projectMissing } from "./journey-failures.ts";
import { journeyReporter, journeyReports, journeysUnderWay } from "./journey-reporter.ts";
import { parsePlaywright, type Journey, type Walked } from "./playwright.ts";
import { runProject, timeOutFailure } from "../project-command.ts";
import { beforeReports, readReports } from "../report-file.ts";

/** Which journeys are walked, and by which command. */
export interface Tour {
  readonly settings: JourneySettings;
  readonly env: Readonly<Record<string, string>>;
  /** `some`: a walk without any journey is an answer, and a browser may have none of them. */
  readonly journeys: "all" | "shard" | "some";
}

/** How the journeys of a tour went, or why that is not known. */
export type Walk = Read<Walked> & {
  readonly result: RunResult;
  /** Everything that failed may be gone in a moment. */
  readonly transient: boolean;
};

/** Runs the command of a tour once against the application, and reads what it tells. */
export async function walk(
  { settings: { command, report, timeout }, env: own, journeys: wanted }: Tour,
  { baseUrl, env }: Development,
  context: GateContext,
): Promise<Walk> {
  const before = await beforeReports(context.directory, report ?? journeyReports);
  const reporter = report === undefined ? await journeyReporter(context.directory) : {};
  // As in the project's own CI, also in a shell: no test.only, no server that happens to run.
  const given = { CI: "1", ...env, ...own, ...reporter, BASE_URL: baseUrl };
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
    if ("value" in part) parts.push(placed(part.value, context.directory));
    else if (wanted !== "some" || part.empty !== true) return { ...part, result, transient: false };
  }
  const value = {
    journeys: parts.flatMap(({ journeys }) => journeys),
    skipped: parts.flatMap(({ skipped }) => skipped),
    snapshotsRewritten: parts.some(({ snapshotsRewritten }) => snapshotsRewritten),
  };
  const failed = failedOf(value.journeys);
  return { value, result, transient: failed.length > 0 && failed.every(({ transient }) => transient) };
}

/** The journeys that did not end well. */
export function failedOf(journeys: readonly Journey[]): readonly Journey[] {
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
