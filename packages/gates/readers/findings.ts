import { cvssScore } from "./cvss.ts";
import { owaspCategory } from "./owasp.ts";

export interface SecurityFinding {
  /** CVE where there is one, else GHSA, else the scanner's own rule. */
  readonly ruleId: string;
  /** Other names of the same thing. */
  readonly aliases: readonly string[];
  readonly text: string;
  /** CVSS, 0–10. */
  readonly score: number;
  /** Where the score comes from, in words. */
  readonly scoreFrom: string;
  readonly package?: { readonly name: string; readonly version?: string };
  /** The version that corrects it. */
  readonly fixedIn?: string;
  /** What to run, where the ecosystem is known. */
  readonly command?: string;
  readonly file?: string;
  readonly line?: number;
  /** An address or a text that tells more. */
  readonly help?: string;
  /** `CWE-79`. */
  readonly cwes: readonly string[];
  /** Category of the OWASP Top 10 of 2021. */
  readonly owasp?: string;
}

export interface SecurityReport {
  readonly findings: readonly SecurityFinding[];
  /** Findings that an accepted suppression takes out of the count. */
  readonly suppressed: number;
}

export interface Severity {
  readonly score: number;
  readonly scoreFrom: string;
}

/** A finding that says nothing about its severity (secret scanners) counts as high: unknown is not harmless. */
export const unknownSeverity: Severity = { score: 8, scoreFrom: "severity not stated, counted as high" };

/** CVSS in the middle of what a word stands for; a word that nobody knows counts as high. */
const scoreOfWord = new Map([
  ["critical", 9.5],
  ["high", 8],
  ["important", 8],
  ["moderate", 5.5],
  ["medium", 5.5],
  ["low", 2],
  ["info", 0],
  ["informational", 0],
  ["none", 0],
]);

/** The highest of the scores and vectors that a scanner gives; else of its word. A score of 0 without a vector is "not scored". */
export function severityOf(given: {
  readonly scores?: readonly (number | string | null | undefined)[];
  readonly vectors?: readonly (string | null | undefined)[];
  readonly word?: string | null | undefined;
}): Severity {
  const stated = (given.scores ?? []).map((score) => (score === null || score === "" ? Number.NaN : Number(score)));
  const computed = (given.vectors ?? []).map((vector) =>
    vector === null || vector === undefined ? undefined : cvssScore(vector),
  );
  const valid = [
    ...stated.filter((score) => score > 0 && score <= 10),
    ...computed.filter((score) => score !== undefined),
  ];
  if (valid.length > 0) {
    const score = Math.max(...valid);
    return { score, scoreFrom: `CVSS ${score.toFixed(1)}` };
  }
  const word = given.word?.trim().toLowerCase() ?? "";
  const score = scoreOfWord.get(word);
  return score === undefined
    ? unknownSeverity
    : { score, scoreFrom: `severity ${word}, counted as CVSS ${score.toFixed(1)}` };
}

const rank = (id: string) => (id.startsWith("CVE-") ? 0 : id.startsWith("GHSA-") ? 1 : 2);

/** A finding of what a scanner tells: the best known name first, no empty fields, its OWASP category. */
export function finding(given: {
  readonly ids: readonly (string | null | undefined)[];
  readonly text: string | undefined;
  readonly severity: Severity;
  readonly package?: { readonly name: string; readonly version?: string | undefined };
  readonly fixedIn?: string | undefined;
  readonly command?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly help?: string | undefined;
  readonly cwes?: readonly string[];
}): SecurityFinding {
  const ids = [...new Set(given.ids.flatMap((id) => (id === null || id === undefined || id === "" ? [] : [id])))];
  const [ruleId = "unnamed rule", ...aliases] = ids.toSorted((a, b) => rank(a) - rank(b));
  const cwes = given.cwes ?? [];
  const owasp = owaspCategory(cwes, given.package !== undefined);
  const { name, version } = given.package ?? {};
  return {
    ruleId,
    aliases,
    text: given.text === undefined || given.text.trim() === "" ? "no description" : given.text.trim(),
    ...given.severity,
    cwes,
    ...(name === undefined
      ? {}
      : { package: { name, ...(version === undefined || version === "" ? {} : { version }) } }),
    ...(given.fixedIn === undefined || given.fixedIn === "" ? {} : { fixedIn: given.fixedIn }),
    ...(given.command === undefined ? {} : { command: given.command }),
    ...(given.file === undefined || given.file === "" ? {} : { file: given.file }),
    ...(given.line !== undefined && Number.isSafeInteger(given.line) && given.line > 0 ? { line: given.line } : {}),
    ...(given.help === undefined || given.help === "" ? {} : { help: given.help }),
    ...(owasp === undefined ? {} : { owasp }),
  };
}

/** Names as package managers allow them; anything else never becomes part of a command to copy. */
const safeName = /^[\w@./:~+-]{1,214}$/;

/** The command by which an ecosystem takes the version that corrects a finding. */
export function fixCommand(ecosystem: string, name: string, version: string | undefined): string | undefined {
  if (version === undefined || !safeName.test(name) || name.startsWith("-") || !safeName.test(version))
    return undefined;
  switch (ecosystem.toLowerCase()) {
    case "npm":
    case "node-pkg":
      return `npm install ${name}@${version}`;
    case "pnpm":
      return `pnpm update ${name}@${version}`;
    case "yarn":
      return `yarn up ${name}@${version}`;
    case "pypi":
    case "pip":
    case "python-pkg":
      return `pip install '${name}>=${version}'`;
    case "poetry":
      return `poetry add '${name}>=${version}'`;
    case "go":
    case "gomod":
      return `go get ${name}@v${version.replace(/^v/, "")}`;
    case "crates.io":
    case "cargo":
      return `cargo update -p ${name} --precise ${version}`;
    case "rubygems":
    case "bundler":
      return `bundle update ${name}`;
    case "packagist":
    case "composer":
      return `composer require ${name}:^${version}`;
    case "nuget":
      return `dotnet add package ${name} --version ${version}`;
    default:
      return undefined;
  }
}
