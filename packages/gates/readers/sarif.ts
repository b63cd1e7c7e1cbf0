import { z } from "zod";
import { BrokenReport } from "./broken.ts";
import { finding, unknownSeverity, type SecurityFinding, type SecurityReport, type Severity } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { cwesIn } from "./owasp.ts";
import { shaped } from "./shape.ts";

/** CVSS that a level stands for where a rule has no `security-severity`: an error blocks by default, a warning does not. */
const scoreOfLevel = { error: 8, warning: 5, note: 2, none: 0 } as const;

const properties = z.looseObject({
  "security-severity": z.union([z.string(), z.number()]).optional(),
  tags: z.array(z.string()).optional(),
  cwe: z.union([z.string(), z.array(z.string())]).optional(),
});
const level = z.enum(["error", "warning", "note", "none"]);
const rule = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  shortDescription: z.looseObject({ text: z.string().optional() }).optional(),
  helpUri: z.string().optional(),
  help: z.looseObject({ text: z.string().optional() }).optional(),
  defaultConfiguration: z.looseObject({ level: level.optional() }).optional(),
  relationships: z.array(z.looseObject({ target: z.looseObject({ id: z.string().optional() }) })).optional(),
  properties: properties.optional(),
});
const component = z.looseObject({ name: z.string(), guid: z.string().optional(), rules: z.array(rule).optional() });
const index = z.number().int().optional();
const result = z.looseObject({
  ruleId: z.string().optional(),
  ruleIndex: index,
  rule: z
    .looseObject({
      id: z.string().optional(),
      index,
      toolComponent: z.looseObject({ index, name: z.string().optional(), guid: z.string().optional() }).optional(),
    })
    .optional(),
  level: level.optional(),
  kind: z.string().optional(),
  message: z.looseObject({ text: z.string().optional(), markdown: z.string().optional() }),
  locations: z
    .array(
      z.looseObject({
        physicalLocation: z
          .looseObject({
            artifactLocation: z.looseObject({ uri: z.string().optional() }).optional(),
            region: z.looseObject({ startLine: z.number().optional() }).optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  suppressions: z.array(z.looseObject({ status: z.string().optional() })).optional(),
  baselineState: z.string().optional(),
  properties: properties.optional(),
});
const invocation = z.looseObject({
  executionSuccessful: z.boolean(),
  exitCodeDescription: z.string().optional(),
  toolExecutionNotifications: z
    .array(
      z.looseObject({
        level: z.string().optional(),
        message: z.looseObject({ text: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});
const run = z.looseObject({
  tool: z.looseObject({ driver: component, extensions: z.array(component).optional() }),
  // Absent or null: the scan did not get so far as to have results. Only an empty list says "nothing found".
  results: z.array(result).nullish(),
  invocations: z.array(invocation).optional(),
  artifacts: z.array(z.unknown()).optional(),
});
const sarif = z.looseObject({ version: z.string().regex(/^2\.1\./), runs: z.array(run) });

type Run = z.output<typeof run>;
type Result = z.output<typeof result>;
type Rule = z.output<typeof rule>;

/** Reads SARIF 2.1. A scan counts only with positive proof that it ran: results are there and no run says it failed. */
export function readSarif(text: string): SecurityReport {
  const { runs } = shaped(sarif, parseJson(text), "SARIF 2.1");
  if (runs.length === 0)
    throw new BrokenReport("it holds no run", "Check that the scanner is given something to scan.");
  for (const each of runs) {
    const problem = problemOf(each);
    if (problem !== undefined)
      throw new BrokenReport(`${each.tool.driver.name} ${problem}`, "Run the scanner by hand and correct its error.");
  }
  const results = runs.flatMap((each) => (each.results ?? []).filter(isFinding).map((found) => ({ each, found })));
  const open = results.filter(({ found }) => !isSuppressed(found));
  return {
    findings: open.map(({ each, found }) => asFinding(each, found)),
    suppressed: results.length - open.length,
  };
}

/** Why a run proves nothing. */
function problemOf({ results, invocations = [], tool, artifacts = [] }: Run): string | undefined {
  const failed = invocations.find(({ executionSuccessful }) => !executionSuccessful);
  if (failed !== undefined) return `says that its scan failed${because(failed.exitCodeDescription)}`;
  const error = invocations
    .flatMap((each) => each.toolExecutionNotifications ?? [])
    .find((note) => note.level === "error");
  if (error !== undefined) return `met an error while it scanned${because(error.message?.text)}`;
  if (results === undefined || results === null) return "has no results, not even an empty list";
  const rules = [tool.driver, ...(tool.extensions ?? [])].some((each) => (each.rules ?? []).length > 0);
  const ran = rules || results.length > 0 || artifacts.length > 0 || invocations.length > 0;
  return ran ? undefined : "gives no sign that it ran: no rule, no file, no invocation";
}

function because(text: string | undefined): string {
  return text === undefined ? "" : `: ${text.slice(0, 200)}`;
}

// A finding of the baseline (`unchanged`) is as dangerous as a new one; only what is gone does not count.
function isFinding({ kind, baselineState }: Result): boolean {
  return baselineState !== "absent" && !["pass", "notApplicable", "informational"].includes(kind ?? "fail");
}

function isSuppressed({ suppressions = [] }: Result): boolean {
  return suppressions.length > 0 && suppressions.every(({ status }) => (status ?? "accepted") === "accepted");
}

function asFinding(each: Run, found: Result): SecurityFinding {
  const known = ruleOf(each, found);
  const place = found.locations?.[0]?.physicalLocation;
  const { cwe = [], tags = [] } = known?.properties ?? {};
  const targets = (known?.relationships ?? []).map(({ target }) => target.id ?? "");
  return finding({
    ids: [found.ruleId ?? found.rule?.id ?? known?.id],
    text: found.message.text ?? found.message.markdown ?? known?.shortDescription?.text,
    severity: severityIn(found, known),
    file: place?.artifactLocation?.uri,
    line: place?.region?.startLine,
    help: known?.helpUri ?? known?.help?.text,
    cwes: cwesIn([...tags, ...(found.properties?.tags ?? []), ...[cwe].flat(), ...targets, known?.id ?? ""]),
  });
}

function severityIn(found: Result, known: Rule | undefined): Severity {
  const stated = found.properties?.["security-severity"] ?? known?.properties?.["security-severity"];
  const score = stated === undefined || stated === "" ? Number.NaN : Number(stated);
  if (score >= 0 && score <= 10) return { score, scoreFrom: `CVSS ${score.toFixed(1)}` };
  const told = found.level ?? known?.defaultConfiguration?.level;
  if (told === undefined) return unknownSeverity;
  return { score: scoreOfLevel[told], scoreFrom: `level ${told}, counted as CVSS ${scoreOfLevel[told].toFixed(1)}` };
}

/** The rule of a result, by index or id, in the driver or in the extension that the result names. */
function ruleOf({ tool }: Run, found: Result): Rule | undefined {
  const extensions = tool.extensions ?? [];
  const named = found.rule?.toolComponent;
  const owner =
    named === undefined
      ? tool.driver
      : (extensions.find((each) => named.guid !== undefined && each.guid === named.guid) ??
        extensions[named.index ?? -1] ??
        extensions.find((each) => each.name === named.name) ??
        tool.driver);
  const id = found.ruleId ?? found.rule?.id;
  const byIndex = owner.rules?.[found.rule?.index ?? found.ruleIndex ?? -1];
  if (byIndex !== undefined && (id === undefined || matches(byIndex, id))) return byIndex;
  if (id === undefined) return undefined;
  return [owner, tool.driver, ...extensions]
    .flatMap(({ rules = [] }) => rules)
    .find((candidate) => matches(candidate, id));
}

// A result may name a sub-rule: `CA1000/1` of rule `CA1000`.
function matches({ id }: Rule, wanted: string): boolean {
  return id === wanted || wanted.startsWith(`${id}/`);
}
