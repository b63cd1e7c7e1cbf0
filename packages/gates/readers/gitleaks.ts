import { z } from "zod";
import { finding, unknownSeverity, type SecurityReport } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

const leaks = z.array(
  z.looseObject({
    RuleID: z.string(),
    Description: z.string().optional(),
    File: z.string(),
    StartLine: z.number().optional(),
    Commit: z.string().optional(),
  }),
);

/** Reads the JSON of gitleaks. The secret itself is never taken over. */
export function readGitleaks(text: string): SecurityReport {
  const found = shaped(leaks, parseJson(text), "the JSON of gitleaks");
  const findings = found.map(({ RuleID, Description, File, StartLine, Commit }) =>
    finding({
      ids: [RuleID],
      text: `${Description ?? "A secret"}${Commit === undefined || Commit === "" ? "" : ` (commit ${Commit.slice(0, 12)})`}`,
      severity: { ...unknownSeverity, scoreFrom: "a secret, counted as CVSS 8.0" },
      file: File,
      line: StartLine,
      help: "Revoke the secret first: it stays in the history of git. Then read it from the environment.",
      cwes: ["CWE-798"],
    }),
  );
  return { findings, suppressed: 0 };
}
