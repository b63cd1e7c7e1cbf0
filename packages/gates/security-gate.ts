import { isAbsolute } from "node:path";
import type { Failure } from "#machine";
import type { Finding, GateContext } from "./context.ts";
import { notConfigured } from "./examples.ts";
import { exitFailure, runProject, timeOutFailure } from "./project-command.ts";
import { inCheckout } from "./readers/coverage.ts";
import type { SecurityFinding, SecurityReport } from "./readers/findings.ts";
import { parseFindings } from "./readers/parse-findings.ts";
import { beforeReport, readReport } from "./report-file.ts";

const shownFindings = 20;
/** GitHub's and NVD's borders of CVSS. */
const critical = 9;
const high = 7;

/** Scans the checkout: passes when the scanner proves that it ran and no finding reaches the score that blocks. */
export async function securityGate(context: GateContext): Promise<Finding> {
  const settings = context.settings.security;
  if (settings === undefined) return { failures: [notConfigured("security")] };
  const before = await beforeReport(context.directory, settings.report);
  const result = await runProject({ command: settings.command, timeoutMs: settings.timeout }, context);
  const late = timeOutFailure(settings.command, result, settings.timeout, "gates.security.timeout");
  if (late !== undefined) return { failures: [late] };

  const text = await readReport(before, "gates.security.report");
  const report = "failure" in text ? text : parseFindings(text.value, settings.report);
  if ("failure" in report) {
    const exit =
      result.exitCode === 0 ? [] : [exitFailure(settings.command, result, "it should have written a report")];
    return { failures: [report.failure, ...exit] };
  }
  const { findings, suppressed } = report.value;
  if (suppressed > 0) context.onProgress(`security: ${suppressed} findings are suppressed in ${settings.report}`);
  const blocking = findings.filter(({ score }) => score >= settings.blockAt).toSorted((a, b) => b.score - a.score);
  const failures = describe(blocking, settings.blockAt, context.directory);
  // Most scanners end with 1 because they found something; anything else is an error of their own.
  const explained = result.exitCode === 0 || (result.exitCode === 1 && findings.length > 0);
  const says = findings.length === 0 ? "its report is clean" : "findings alone do not explain it";
  if (!explained) failures.push(exitFailure(settings.command, result, says));
  return { failures, metrics: { gate: "security", ...count(report.value) } };
}

function count({ findings }: SecurityReport) {
  const criticalIssues = findings.filter(({ score }) => score >= critical).length;
  const highIssues = findings.filter(({ score }) => score >= high && score < critical).length;
  return { criticalIssues, highIssues, otherIssues: findings.length - criticalIssues - highIssues };
}

function describe(blocking: readonly SecurityFinding[], blockAt: number, directory: string): Failure[] {
  const shown = blocking.slice(0, shownFindings).map((finding) => describeOne(finding, directory));
  const hidden = blocking.length - shown.length;
  if (hidden === 0) return shown;
  return [
    ...shown,
    { title: `${hidden} more findings of CVSS ${blockAt} or more`, suggestion: "See the scanner's report." },
  ];
}

function describeOne(found: SecurityFinding, directory: string): Failure {
  const { ruleId, text, scoreFrom, line } = found;
  const told = found.file === undefined ? undefined : inCheckout(found.file, directory);
  const place = told === undefined ? "" : ` in ${told}${line === undefined ? "" : `:${line}`}`;
  // A place outside of the checkout is no place of this commit.
  const isOurs = told !== undefined && !isAbsolute(told) && !told.startsWith("..") && !/^[a-z]+:/i.test(told);
  return {
    title: `${ruleId} (${scoreFrom})${packageOf(found)}${place}`,
    detail: [text.slice(0, 600), classOf(found)].filter((part) => part !== "").join("\n"),
    ...(isOurs ? { file: told } : {}),
    ...(isOurs && line !== undefined ? { line } : {}),
    suggestion: remedy(found, place),
  };
}

function packageOf({ package: holder }: SecurityFinding): string {
  if (holder === undefined) return "";
  return `: ${holder.name}${holder.version === undefined ? "" : ` ${holder.version}`}`;
}

/** `CWE-79 · A03:2021 Injection · GHSA-…` */
function classOf({ cwes, owasp, aliases }: SecurityFinding): string {
  return [...cwes, ...(owasp === undefined ? [] : [`OWASP ${owasp}`]), ...aliases].join(" · ");
}

function remedy({ package: holder, fixedIn, command, help }: SecurityFinding, place: string): string {
  const more = help === undefined ? "" : ` See ${help.slice(0, 300)}`;
  if (holder === undefined)
    return help === undefined
      ? `Correct the finding${place} and retry the release.`
      : `Correct it as described: ${help.slice(0, 300)}`;
  const target = fixedIn === undefined ? "" : ` ${holder.name} ${fixedIn} corrects it.`;
  if (command !== undefined) return `Run \`${command}\`.${target}${more}`;
  if (fixedIn !== undefined) return `Update ${holder.name} to ${fixedIn}.${more}`;
  return `No version is known that corrects it: replace ${holder.name}, or have the finding accepted.${more}`;
}
