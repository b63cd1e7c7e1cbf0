import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { finding, fixCommand, severityOf, type SecurityFinding, type SecurityReport } from "./findings.ts";
import { parseJsonStream } from "./json-pieces.ts";
import { osvEntry, vectorsOf, type OsvEntry } from "./osv.ts";
import { shaped } from "./shape.ts";

const frame = z.looseObject({
  module: z.string(),
  version: z.string().optional(),
  function: z.string().optional(),
  position: z.looseObject({ filename: z.string().optional(), line: z.number().optional() }).nullish(),
});
const foundSchema = z.looseObject({
  osv: z.string(),
  fixed_version: z.string().optional(),
  trace: z.array(frame).min(1),
});
type Found = z.output<typeof foundSchema>;
const message = z.looseObject({
  config: z.looseObject({ scanner_name: z.string().optional(), scan_level: z.string().optional() }).optional(),
  progress: z.unknown().optional(),
  osv: osvEntry.optional(),
  finding: foundSchema.optional(),
});

/** Reads `govulncheck -format json`. As for that tool itself, a hole that no code of ours calls is worth a note only. */
export function readGovulncheck(text: string): SecurityReport {
  const entries = new Map<string, OsvEntry>();
  const found = new Map<string, Found>();
  let level: string | undefined;
  for (const document of parseJsonStream(text)) {
    const { config, osv, finding: each } = shaped(message, document, "the JSON of govulncheck");
    if (config !== undefined) level = config.scan_level ?? "symbol";
    if (osv !== undefined) entries.set(osv.id, osv);
    if (each === undefined) continue;
    const known = found.get(each.osv);
    // Each hole is told for its module, its package and its symbol: the last says most.
    if (known === undefined || (each.trace[0]?.function !== undefined && known.trace[0]?.function === undefined))
      found.set(each.osv, each);
  }
  if (level === undefined) throw new BrokenReport("it has no configuration: the scan did not begin", runAgain);
  const findings = [...found.values()].map((each) => asFinding(each, entries.get(each.osv), level === "symbol"));
  return { findings, suppressed: 0 };
}

function asFinding(
  { osv, fixed_version, trace }: Found,
  entry: OsvEntry | undefined,
  bySymbol: boolean,
): SecurityFinding {
  const [hole] = trace;
  const name = hole?.module ?? "unknown module";
  const isCalled = !bySymbol || hole?.function !== undefined;
  // The trace ends in our own code.
  const place = trace.at(-1)?.position;
  return finding({
    ids: [osv, ...(entry?.aliases ?? [])],
    text: entry?.summary ?? entry?.details?.slice(0, 300),
    severity: isCalled
      ? severityOf({ vectors: entry === undefined ? [] : vectorsOf(entry) })
      : { score: 2, scoreFrom: "never called, counted as CVSS 2.0" },
    package: { name, version: hole?.version },
    fixedIn: fixed_version,
    command: fixCommand("go", name, fixed_version),
    file: place?.filename,
    line: place?.line,
    help: `https://pkg.go.dev/vuln/${osv}`,
  });
}
