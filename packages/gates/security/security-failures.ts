import { isAbsolute } from "node:path";
import type { Failure } from "#machine";
import type { Judged } from "./allowances.ts";
import type { SecurityFinding } from "../readers/findings.ts";

const shownFindings = 20;

type Open = Judged["open"][number];

/** The findings that block, the worst first, each with its place, its classes and what to do. */
export function describe(open: readonly Open[], blockAt: number): readonly Failure[] {
  const blocking = open
    .filter(({ finding }) => finding.score >= blockAt)
    .toSorted((a, b) => b.finding.score - a.finding.score);
  const shown = blocking.slice(0, shownFindings).map(describeOne);
  const hidden = blocking.length - shown.length;
  if (hidden === 0) return shown;
  return [
    ...shown,
    { title: `${hidden} more findings of CVSS ${blockAt} or more`, suggestion: "See the scanner's report." },
  ];
}

function describeOne({ finding, lapsed }: Open): Failure {
  const { ruleId, text, scoreFrom, file, line } = finding;
  const place = file === undefined ? "" : ` in ${file}${line === undefined ? "" : `:${line}`}`;
  // A place outside of the checkout is no place of this commit.
  const isOurs = file !== undefined && !isAbsolute(file) && !file.startsWith("..") && !/^[a-z]+:/i.test(file);
  const expired =
    lapsed === undefined ? "" : `It was accepted until ${lapsed.expires}, and blocks again since: ${lapsed.reason}`;
  return {
    title: `${ruleId} (${scoreFrom})${packageOf(finding)}${place}`,
    detail: [text.slice(0, 600), classOf(finding), expired].filter((part) => part !== "").join("\n"),
    ...(isOurs ? { file } : {}),
    ...(isOurs && line !== undefined ? { line } : {}),
    suggestion: remedy(finding, place),
  };
}

/** `minimist 1.2.0`, or the file. */
export function placeOf({ package: holder, file }: SecurityFinding): string {
  if (holder === undefined) return file ?? "no place";
  return holder.version === undefined ? holder.name : `${holder.name} ${holder.version}`;
}

function packageOf(found: SecurityFinding): string {
  return found.package === undefined ? "" : `: ${placeOf(found)}`;
}

/** `CWE-79 · OWASP A03:2021 Injection · GHSA-…` */
export function classOf({ cwes, owasp, aliases }: SecurityFinding): string {
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
  return `No version is known that corrects it: replace ${holder.name}, or have the finding accepted: gates.security.allow on the target branch.${more}`;
}
