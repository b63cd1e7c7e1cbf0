import type { AllowedFinding, GateMetrics } from "#machine";
import { alertFindings } from "./alerts.ts";
import { applyAllowances, type Allowance, type Judged } from "./allowances.ts";
import type { Finding, GateContext, Scanned, Scanner, SecurityPolicy, SecuritySettings } from "../context.ts";
import { notConfigured } from "../examples.ts";
import { installedScanners } from "./installed-scanners.ts";
import { mergeFindings } from "./merge-findings.ts";
import { exitFailure, runProject, timeOutFailure } from "../project-command.ts";
import { inCheckout } from "../readers/coverage.ts";
import type { SecurityFinding } from "../readers/findings.ts";
import { parseFindings } from "../readers/parse-findings.ts";
import { beforeReport, readReport } from "../report-file.ts";
import { classOf, describe, placeOf } from "./security-failures.ts";

/** GitHub's and NVD's borders of CVSS. */
const critical = 9;
const high = 7;

/**
 * Scans the checkout, or asks for the open alerts: passes when every scanner proves that it ran, and no finding that nobody
 * accepted reaches the score that blocks.
 */
export async function securityGate(context: GateContext): Promise<Finding> {
  const settings = context.settings.security;
  if (settings === undefined) return { failures: [notConfigured("security")] };
  const scanned =
    settings.alerts === undefined
      ? await scanAll(settings, context)
      : [await alertFindings(settings.alerts, settings.timeout, context)];
  if (scanned.length === 0) return { failures: [notConfigured("security")] };
  const findings = mergeFindings(scanned.map((one) => one.findings)).map((one) => inside(one, context.directory));
  const broken = scanned.flatMap((one) => one.failures);
  const policy: SecurityPolicy = (await context.securityPolicy?.()) ?? { entries: [], from: "" };
  const blockAt = Math.min(settings.blockAt, policy.blockAt ?? settings.blockAt);
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const judged = applyAllowances(findings, policy.entries, today);
  const failures = describe(judged.open, blockAt);
  // A scanner that broke may have missed what an entry is about.
  const unused = broken.length > 0 ? [] : judged.unused.map((entry) => noticeOf(entry, policy));
  const notices = [...unused, ...stricter(settings.blockAt, policy)];
  for (const notice of notices) context.onProgress(notice);
  const allowed = allowedOf(judged, blockAt, policy);
  const metrics: GateMetrics = {
    gate: "security",
    ...count(findings),
    ...(allowed.length === 0 ? {} : { allowed }),
    ...(notices.length === 0 ? {} : { notices }),
  };
  // Without one proof that a scanner ran there is nothing to count.
  const measured = scanned.every((one) => one.failures.length > 0) && findings.length === 0 ? {} : { metrics };
  return { failures: [...broken, ...failures], ...measured };
}

/** People's own scanners and nothing else; where they named none, those of the project's files and of the machine. */
async function scanAll(settings: SecuritySettings, context: GateContext): Promise<readonly Scanned[]> {
  const isOurs = settings.scanners.every(({ why }) => why !== undefined);
  const scanners = [...settings.scanners, ...(isOurs ? await installedScanners(context.env) : [])];
  const until = context.clock.now() + settings.timeout;
  const scanned: Scanned[] = [];
  for (const scanner of scanners) {
    if (scanner.why !== undefined) context.onProgress(`scanner: ${scanner.why}`);
    scanned.push(await scan(scanner, { timeoutMs: Math.max(1, until - context.clock.now()), settings, context }));
  }
  return scanned;
}

interface Scan {
  readonly timeoutMs: number;
  readonly settings: SecuritySettings;
  readonly context: GateContext;
}

async function scan({ command, report }: Scanner, { timeoutMs, settings, context }: Scan): Promise<Scanned> {
  const before = await beforeReport(context.directory, report);
  const result = await runProject({ command, timeoutMs }, context);
  const late = timeOutFailure(command, result, settings.timeout, "gates.security.timeout");
  if (late !== undefined) return { findings: [], failures: [late] };

  const text = await readReport(before, "gates.security.report");
  const read = "failure" in text ? text : parseFindings(text.value, report);
  if ("failure" in read) {
    const exit = result.exitCode === 0 ? [] : [exitFailure(command, result, "it should have written a report")];
    return { findings: [], failures: [read.failure, ...exit] };
  }
  const { findings, suppressed } = read.value;
  if (suppressed > 0) context.onProgress(`${suppressed} findings are suppressed in ${report}`);
  // Most scanners end with 1 because they found something; anything else is an error of their own.
  const explained = result.exitCode === 0 || (result.exitCode === 1 && findings.length > 0);
  const says = findings.length === 0 ? "its report is clean" : "findings alone do not explain it";
  return { findings, failures: explained ? [] : [exitFailure(command, result, says)] };
}

/** The same finding, its file told from the checkout. */
function inside(found: SecurityFinding, directory: string): SecurityFinding {
  return found.file === undefined ? found : { ...found, file: inCheckout(found.file, directory) };
}

function count(findings: readonly SecurityFinding[]) {
  const criticalIssues = findings.filter(({ score }) => score >= critical).length;
  const highIssues = findings.filter(({ score }) => score >= high && score < critical).length;
  const categories = findings.flatMap(({ owasp }) => owasp ?? []).toSorted();
  const owasp = Object.fromEntries(categories.map((name) => [name, categories.filter((one) => one === name).length]));
  const otherIssues = findings.length - criticalIssues - highIssues;
  return { criticalIssues, highIssues, otherIssues, ...(categories.length === 0 ? {} : { owasp }) };
}

function allowedOf({ allowed }: Judged, blockAt: number, { from }: SecurityPolicy): readonly AllowedFinding[] {
  return allowed
    .filter(({ finding }) => finding.score >= blockAt)
    .map(({ finding, by: { reason, expires } }) => ({
      id: finding.ruleId,
      score: finding.score,
      place: placeOf(finding),
      mapped: classOf({ ...finding, aliases: [] }),
      reason,
      expires,
      from,
    }));
}

function stricter(here: number, { blockAt = here, from }: SecurityPolicy): readonly string[] {
  if (blockAt >= here) return [];
  return [
    `gates.security.blockAt is ${here} on the branch under release and ${blockAt} on the target branch (${from}): ${blockAt} counts. Raise it there first.`,
  ];
}

function noticeOf({ id, package: name, path, expires }: Allowance, { from }: SecurityPolicy): string {
  const where = [name, path].filter((part) => part !== undefined).join(", ");
  const bare = name === undefined && path === undefined && !/^(?:CVE|GHSA)-/i.test(id) ? " It needs a path." : "";
  return `The allow-list (${from}) accepts ${id}${where === "" ? "" : ` in ${where}`} until ${expires}, and no finding is that.${bare} Take it out.`;
}
