import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { cwesIn } from "./owasp.ts";
import { finding, fixCommand, severityOf, type SecurityFinding, type SecurityReport } from "./findings.ts";
import { parseJson, parseJsonStream } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

const whole = z.number().int().nonnegative();
const cvss = z.looseObject({ score: z.number().nullish(), vectorString: z.string().nullish() }).nullish();
const texts = z.union([z.array(z.string()), z.string()]).nullish();
const advisory = z.looseObject({
  source: z.union([z.number(), z.string()]).optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  severity: z.string().optional(),
  cwe: texts,
  cvss,
});
const version2 = z.looseObject({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      severity: z.string(),
      via: z.array(z.union([z.string(), advisory])),
      range: z.string().optional(),
      fixAvailable: z
        .union([
          z.boolean(),
          z.looseObject({ name: z.string(), version: z.string(), isSemVerMajor: z.boolean().optional() }),
        ])
        .optional(),
    }),
  ),
  metadata: z.looseObject({ vulnerabilities: z.looseObject({ total: whole }) }),
});

/** Reads `npm audit --json` of npm 7 and later. A package that is reached only through another one is told by that one. */
export function readNpmAudit(text: string): SecurityReport {
  const document = parseJson(text);
  refuseError(document);
  const { vulnerabilities, metadata } = shaped(version2, document, "the JSON of npm audit");
  const entries = Object.values(vulnerabilities);
  if (metadata.vulnerabilities.total !== entries.length)
    throw new BrokenReport(
      `it counts ${metadata.vulnerabilities.total} packages and lists ${entries.length}`,
      runAgain,
    );
  const found = new Map<string, SecurityFinding>();
  for (const { name, severity, via, range, fixAvailable } of entries) {
    const advisories = via.filter((each) => typeof each !== "string");
    // Nobody else tells it: an entry must not vanish because what it points to is not listed.
    if (
      advisories.length === 0 &&
      via.every((each) => typeof each === "string" && !Object.hasOwn(vulnerabilities, each))
    )
      advisories.push({ title: `${name} has a known hole`, severity });
    const command =
      typeof fixAvailable === "object"
        ? fixCommand("npm", fixAvailable.name, fixAvailable.version)
        : fixAvailable === true
          ? "npm audit fix"
          : undefined;
    const major = typeof fixAvailable === "object" && fixAvailable.isSemVerMajor === true;
    for (const each of advisories) {
      const added = finding({
        ids: [ghsaIn(each.url), each.source === undefined ? `npm:${name}` : `npm:${each.source}`],
        text: `${each.title ?? name} (${name} ${range ?? ""})${major ? " The fix is a new major version." : ""}`,
        severity: severityOf({ ...cvssOf(each.cvss), word: each.severity ?? severity }),
        package: { name: each.name ?? name },
        fixedIn: typeof fixAvailable === "object" && fixAvailable.name === name ? fixAvailable.version : undefined,
        command,
        help: each.url,
        cwes: cwesIn(listOf(each.cwe)),
      });
      found.set(`${added.ruleId} ${name}`, added);
    }
  }
  return { findings: [...found.values()], suppressed: 0 };
}

const oldAdvisory = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  module_name: z.string(),
  title: z.string().optional(),
  severity: z.string(),
  cves: z.array(z.string()).nullish(),
  github_advisory_id: z.string().nullish(),
  cwe: texts,
  cvss,
  url: z.string().optional(),
  overview: z.string().optional(),
  patched_versions: z.string().nullish(),
  findings: z.array(z.looseObject({ version: z.string().optional() })).nullish(),
});
const version1 = z.looseObject({
  advisories: z.record(z.string(), oldAdvisory),
  metadata: z.looseObject({ vulnerabilities: z.record(z.string(), whole) }),
});

/** Reads `pnpm audit --json`, and `npm audit --json` of npm 6. */
export function readPnpmAudit(text: string): SecurityReport {
  const document = parseJson(text);
  refuseError(document);
  const { advisories, metadata } = shaped(version1, document, "the JSON of pnpm audit");
  const findings = Object.values(advisories).map((each) => oldFinding(each, "pnpm"));
  const counted = Object.values(metadata.vulnerabilities).reduce((total, each) => total + each, 0);
  // A hole in several versions is counted several times, but none is counted that is not listed.
  if (counted > 0 !== findings.length > 0 || counted < findings.length)
    throw new BrokenReport(`it counts ${counted} holes and lists ${findings.length}`, runAgain);
  return { findings, suppressed: 0 };
}

const yarnClassic = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("auditAdvisory"), data: z.looseObject({ advisory: oldAdvisory }) }),
  z.looseObject({
    type: z.literal("auditSummary"),
    data: z.looseObject({ vulnerabilities: z.record(z.string(), whole) }),
  }),
  z.looseObject({ type: z.enum(["info", "warning", "auditAction", "activityStart", "activityEnd"]) }),
]);

/** Reads the lines of `yarn audit --json` of yarn 1: advisories, and a summary at the end. */
export function readYarnClassicAudit(text: string): SecurityReport {
  const findings = new Map<string, SecurityFinding>();
  let summary: number | undefined;
  for (const document of parseJsonStream(text)) {
    const line = shaped(yarnClassic, document, "the JSON of yarn audit");
    if (line.type === "auditAdvisory") {
      const { advisory: each } = line.data;
      const added = oldFinding(each, "yarn");
      findings.set(`${added.ruleId} ${each.module_name}`, added);
    } else if (line.type === "auditSummary")
      summary = Object.values(line.data.vulnerabilities).reduce((total, each) => total + each, 0);
  }
  if (summary === undefined) throw new BrokenReport("it has no summary: the audit did not end", runAgain);
  if (summary > 0 !== findings.size > 0)
    throw new BrokenReport(`it counts ${summary} holes and lists ${findings.size}`, runAgain);
  return { findings: [...findings.values()], suppressed: 0 };
}

const yarnLine = z.looseObject({
  value: z.string(),
  children: z.looseObject({
    ID: z.union([z.number(), z.string()]).optional(),
    Issue: z.string(),
    URL: z.string().optional(),
    Severity: z.string(),
    "Tree Versions": z.array(z.string()).optional(),
  }),
});

/** Reads the lines of `yarn npm audit --json` of yarn 2 and later. It writes none where it found nothing. */
export function readYarnAudit(text: string): SecurityReport {
  if (!text.endsWith("\n")) throw new BrokenReport("its last line is cut off", runAgain);
  const findings = parseJsonStream(text).map((document) => {
    const { value, children } = shaped(yarnLine, document, "the JSON of yarn npm audit");
    return finding({
      ids: [ghsaIn(children.URL) ?? `npm:${children.ID ?? value}`],
      text: children.Issue,
      severity: severityOf({ word: children.Severity }),
      package: { name: value, version: children["Tree Versions"]?.[0] },
      help: children.URL,
    });
  });
  return { findings, suppressed: 0 };
}

function oldFinding(each: z.output<typeof oldAdvisory>, ecosystem: "pnpm" | "yarn"): SecurityFinding {
  // `<0.0.0` says that no version corrects it.
  const patched = /^>=\s*([\w.+-]+)/.exec(each.patched_versions ?? "")?.[1];
  return finding({
    ids: [
      ...(each.cves ?? []),
      each.github_advisory_id,
      ghsaIn(each.url),
      each.id === undefined ? undefined : `npm:${each.id}`,
    ],
    text: each.title ?? each.overview,
    severity: severityOf({ ...cvssOf(each.cvss), word: each.severity }),
    package: { name: each.module_name, version: each.findings?.[0]?.version },
    fixedIn: patched,
    command: fixCommand(ecosystem, each.module_name, patched),
    help: each.url,
    cwes: cwesIn(listOf(each.cwe)),
  });
}

const refusal = z.looseObject({
  message: z.string().optional(),
  error: z.union([z.string(), z.looseObject({ summary: z.string().optional() })]),
});

/** An audit that could not ask the registry writes an error instead of a report. */
function refuseError(document: unknown): void {
  const { data } = refusal.safeParse(document);
  if (data === undefined) return;
  const inner = typeof data.error === "string" ? data.error : data.error.summary;
  const told = [data.message, inner].find((each) => each !== undefined && each !== "") ?? "no message";
  throw new BrokenReport(
    `the audit failed: ${told.slice(0, 200)}`,
    "See whether the registry can be reached and has an audit.",
  );
}

function cvssOf(given: z.output<typeof cvss>) {
  return { scores: [given?.score], vectors: [given?.vectorString] };
}

function listOf(value: z.output<typeof texts>): readonly string[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

function ghsaIn(url: string | undefined): string | undefined {
  return /GHSA(?:-[0-9a-z]{4}){3}/i.exec(url ?? "")?.[0];
}
