import { z } from "zod";
import { BrokenReport } from "./broken.ts";
import { finding, fixCommand, severityOf, type SecurityFinding, type SecurityReport } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { cwesIn } from "./owasp.ts";
import { shaped } from "./shape.ts";

const vulnerability = z.looseObject({
  VulnerabilityID: z.string(),
  PkgName: z.string(),
  InstalledVersion: z.string().optional(),
  FixedVersion: z.string().optional(),
  Title: z.string().optional(),
  Description: z.string().optional(),
  Severity: z.string(),
  CweIDs: z.array(z.string()).nullish(),
  PrimaryURL: z.string().optional(),
  CVSS: z
    .record(
      z.string(),
      z.looseObject({
        V2Score: z.number().optional(),
        V3Score: z.number().optional(),
        V40Score: z.number().optional(),
        V3Vector: z.string().optional(),
        V40Vector: z.string().optional(),
      }),
    )
    .nullish(),
});
const lines = z.looseObject({ StartLine: z.number().optional() });
const misconfiguration = z.looseObject({
  ID: z.string(),
  Title: z.string().optional(),
  Message: z.string().optional(),
  Resolution: z.string().optional(),
  Severity: z.string(),
  Status: z.string().optional(),
  PrimaryURL: z.string().optional(),
  CauseMetadata: lines.nullish(),
});
const secret = z.looseObject({
  RuleID: z.string(),
  Title: z.string().optional(),
  Severity: z.string().optional(),
  StartLine: z.number().optional(),
});
const schema = z.looseObject({
  SchemaVersion: z.number(),
  Results: z
    .array(
      z.looseObject({
        Target: z.string(),
        Type: z.string().optional(),
        Vulnerabilities: z.array(vulnerability).nullish(),
        Misconfigurations: z.array(misconfiguration).nullish(),
        Secrets: z.array(secret).nullish(),
        ExperimentalModifiedFindings: z.array(z.unknown()).nullish(),
      }),
    )
    .nullish(),
});

/** Reads Trivy's JSON: holes in packages, wrong configuration, secrets. */
export function readTrivy(text: string): SecurityReport {
  const { Results } = shaped(schema, parseJson(text), "Trivy's JSON");
  if (Results === undefined || Results === null || Results.length === 0)
    throw new BrokenReport(
      "Trivy found nothing that it could look at",
      "Give it a folder with lock files, or an image.",
    );
  const findings = Results.flatMap(({ Target, Type = "", Vulnerabilities, Misconfigurations, Secrets }) => [
    ...(Vulnerabilities ?? []).map((each) => ofPackage(each, Target, Type)),
    ...(Misconfigurations ?? [])
      .filter(({ Status = "FAIL" }) => Status === "FAIL")
      .map((each) =>
        finding({
          ids: [each.ID],
          text: [each.Title, each.Message, each.Resolution].filter(Boolean).join(". "),
          severity: severityOf({ word: each.Severity }),
          file: Target,
          line: each.CauseMetadata?.StartLine,
          help: each.PrimaryURL,
          cwes: ["CWE-16"],
        }),
      ),
    ...(Secrets ?? []).map((each) =>
      finding({
        ids: [each.RuleID],
        text: each.Title,
        severity: severityOf({ word: each.Severity }),
        file: Target,
        line: each.StartLine,
        cwes: ["CWE-798"],
      }),
    ),
  ]);
  return {
    findings,
    suppressed: Results.reduce((total, each) => total + (each.ExperimentalModifiedFindings?.length ?? 0), 0),
  };
}

function ofPackage(each: z.output<typeof vulnerability>, target: string, type: string): SecurityFinding {
  const fixedIn = each.FixedVersion?.split(",")[0]?.trim();
  // The worst of the vendors' scores: which one is right for this system nobody knows here.
  const vendors = Object.values(each.CVSS ?? {});
  const scores = vendors.flatMap((vendor) => [vendor.V40Score, vendor.V3Score]);
  const old = scores.some((score) => score !== undefined) ? [] : vendors.map((vendor) => vendor.V2Score);
  return finding({
    ids: [each.VulnerabilityID],
    text: each.Title ?? each.Description?.slice(0, 300),
    severity: severityOf({
      scores: [...scores, ...old],
      vectors: vendors.flatMap((vendor) => [vendor.V40Vector, vendor.V3Vector]),
      word: each.Severity,
    }),
    package: { name: each.PkgName, version: each.InstalledVersion },
    fixedIn,
    command: fixCommand(type, each.PkgName, fixedIn),
    file: target,
    help: each.PrimaryURL,
    cwes: cwesIn(each.CweIDs ?? []),
  });
}
