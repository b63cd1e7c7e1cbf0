import type { Read } from "../context.ts";
import { BrokenReport } from "./broken.ts";
import { readFormat, reading, type Format } from "./format.ts";
import { readCargoAudit } from "./cargo-audit.ts";
import { readDotnetList } from "./dotnet-list.ts";
import type { SecurityReport } from "./findings.ts";
import { readGitleaks } from "./gitleaks.ts";
import { readGovulncheck } from "./govulncheck.ts";
import { readNpmAudit, readPnpmAudit, readYarnAudit, readYarnClassicAudit } from "./npm-audit.ts";
import { readOsvScanner } from "./osv.ts";
import { readPipAudit } from "./pip-audit.ts";
import { readSarif } from "./sarif.ts";
import { readTrivy } from "./trivy.ts";

const isObject = (head: string) => head.startsWith("{");

/** To add a format: write one file beside this one, then add one line here. The telling ones come first. */
const formats: readonly Format<SecurityReport>[] = [
  {
    title: "SARIF 2.1",
    recognises: ({ head, tail }) =>
      isObject(head) &&
      (/sarif/i.test(head) || (/"runs"\s*:/.test(head + tail) && /"version"\s*:\s*"2\./.test(head + tail))),
    read: readSarif,
  },
  {
    title: "the JSON of npm audit",
    recognises: ({ head }) => /^\{\s*"auditReportVersion"/.test(head) || isAuditError(head),
    read: readNpmAudit,
  },
  {
    title: "the JSON of govulncheck",
    recognises: ({ head }) => /^\{\s*"config"\s*:\s*\{[^}]*"(?:protocol_version|scanner_name)"/.test(head),
    read: readGovulncheck,
  },
  {
    title: "the JSON of cargo-audit",
    recognises: ({ head }) => isObject(head) && /"database"\s*:\s*\{\s*"advisory-count"/.test(head),
    read: readCargoAudit,
  },
  {
    title: "the JSON of yarn audit",
    recognises: ({ head }) => /^\{\s*"type"\s*:\s*"(?:audit|info|warning|activity)/.test(head),
    read: readYarnClassicAudit,
  },
  {
    title: "the JSON of yarn npm audit",
    recognises: ({ head }) => /^\{\s*"value"\s*:\s*"[^"]*"\s*,\s*"children"/.test(head),
    read: readYarnAudit,
  },
  {
    title: "Trivy's JSON",
    recognises: ({ head }) => isObject(head) && /"SchemaVersion"\s*:/.test(head),
    read: readTrivy,
  },
  {
    title: "the JSON of pip-audit",
    recognises: ({ head }) => /^(?:\{\s*"dependencies"\s*:\s*\[|\[\s*\{\s*"name"\s*:)/.test(head),
    read: readPipAudit,
  },
  {
    title: "the JSON of pnpm audit",
    recognises: ({ head }) => /^\{\s*"(?:actions|advisories|muted)"\s*:/.test(head),
    read: readPnpmAudit,
  },
  {
    title: "the JSON of dotnet list package",
    recognises: ({ head }) => /^\{\s*"version"\s*:\s*\d+\s*,\s*"parameters"\s*:/.test(head),
    read: readDotnetList,
  },
  {
    title: "the JSON of osv-scanner",
    // An empty list of other scanners looks like it, but for the keys beside it.
    recognises: ({ head, tail }) =>
      /^\{\s*"(?:results|experimental_config)"\s*:/.test(head) &&
      !/"(?:errors|paths|metrics|generated_at|skipped_rules)"\s*:/.test(head.slice(0, 400) + tail.slice(-400)),
    read: readOsvScanner,
  },
  { title: "the JSON of gitleaks", recognises: ({ head }) => /^\[\s*\{[^\]]*"RuleID"/.test(head), read: readGitleaks },
];

function isAuditError(head: string): boolean {
  return /^\{\s*"(?:error|message)"\s*:/.test(head) && /"(?:code|summary|error)"\s*:/.test(head);
}

/** Reads what a scanner found in any format of the list, recognised by its content. */
export function parseFindings(text: string, name: string): Read<SecurityReport> {
  return reading(name, () => {
    // What gitleaks writes when it found nothing; of no other scanner would this be a proof.
    if (/^\s*\[\s*\]\s*$/.test(text)) {
      if (/gitleaks/i.test(name)) return { findings: [], suppressed: 0 };
      throw new BrokenReport(
        "an empty list does not tell which scanner wrote it",
        "Use the scanner's SARIF output; of gitleaks, name the report gitleaks.json.",
      );
    }
    return readFormat(text, formats, "reports of scanners");
  });
}
