import { z } from "zod";
import { cvssScore } from "./cvss.ts";
import { finding, fixCommand, severityOf, type SecurityFinding, type SecurityReport } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { cwesIn } from "./owasp.ts";
import { shaped } from "./shape.ts";

/** An entry of the OSV schema, as osv-scanner and govulncheck carry it. */
export const osvEntry = z.looseObject({
  id: z.string(),
  aliases: z.array(z.string()).nullish(),
  summary: z.string().nullish(),
  details: z.string().nullish(),
  withdrawn: z.string().nullish(),
  severity: z.array(z.looseObject({ type: z.string(), score: z.string() })).nullish(),
  affected: z
    .array(
      z.looseObject({
        package: z.looseObject({ name: z.string(), ecosystem: z.string() }).nullish(),
        severity: z.array(z.looseObject({ type: z.string(), score: z.string() })).nullish(),
        ranges: z.array(z.looseObject({ events: z.array(z.looseObject({ fixed: z.string().optional() })) })).nullish(),
      }),
    )
    .nullish(),
  database_specific: z
    .looseObject({ severity: z.string().nullish(), cwe_ids: z.array(z.string()).nullish() })
    .nullish(),
});
export type OsvEntry = z.output<typeof osvEntry>;

const schema = z.looseObject({
  results: z.array(
    z.looseObject({
      source: z.looseObject({ path: z.string().optional() }).optional(),
      packages: z.array(
        z.looseObject({
          package: z.looseObject({
            name: z.string(),
            version: z.string().default(""),
            ecosystem: z.string().default(""),
          }),
          vulnerabilities: z.array(osvEntry).nullish(),
          groups: z.array(z.looseObject({ ids: z.array(z.string()), max_severity: z.string().nullish() })).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads the JSON of osv-scanner. A group of names for one hole is one finding. */
export function readOsvScanner(text: string): SecurityReport {
  const { results } = shaped(schema, parseJson(text), "the JSON of osv-scanner");
  const findings = results.flatMap(({ source, packages }) =>
    packages.flatMap(({ package: { name, version, ecosystem }, vulnerabilities, groups }) => {
      const entries = vulnerabilities ?? [];
      const known = (groups ?? []).map(({ ids, max_severity }) => ({
        entries: entries.filter(({ id }) => ids.includes(id)),
        ids,
        score: max_severity,
      }));
      const alone = entries
        .filter(({ id }) => !known.some(({ ids }) => ids.includes(id)))
        .map((entry) => ({ entries: [entry], ids: [entry.id], score: undefined }));
      return [...known, ...alone].map((group) => groupFinding(group, { name, version, ecosystem, file: source?.path }));
    }),
  );
  return { findings, suppressed: 0 };
}

interface Group {
  readonly entries: readonly OsvEntry[];
  readonly ids: readonly string[];
  readonly score: string | null | undefined;
}

function groupFinding(
  { entries, ids, score }: Group,
  where: {
    readonly name: string;
    readonly version: string;
    readonly ecosystem: string;
    readonly file: string | undefined;
  },
): SecurityFinding {
  const fixedIn = entries.map((entry) => fixedVersion(entry, where.name)).find((version) => version !== undefined);
  const [first] = entries;
  return finding({
    ids: [...ids, ...entries.flatMap(({ aliases }) => aliases ?? [])],
    text: first?.summary ?? first?.details?.slice(0, 300),
    severity: severityOf({
      scores: [score],
      vectors: entries.flatMap(vectorsOf),
      word: entries.map((entry) => entry.database_specific?.severity).find((word) => typeof word === "string"),
    }),
    package: where,
    fixedIn,
    command: fixCommand(where.ecosystem.split(":")[0] ?? "", where.name, fixedIn),
    file: where.file,
    help: first === undefined ? undefined : `https://osv.dev/${first.id}`,
    cwes: cwesIn(entries.flatMap((entry) => entry.database_specific?.cwe_ids ?? [])),
  });
}

/** The vectors of an entry. */
export function vectorsOf({ severity, affected }: OsvEntry): readonly string[] {
  const all = [...(severity ?? []), ...(affected ?? []).flatMap((each) => each.severity ?? [])];
  return all.map(({ score }) => score).filter((vector) => cvssScore(vector) !== undefined);
}

/** The last version that the entry says corrects a package; earlier ones correct older lines of it. */
export function fixedVersion({ affected }: OsvEntry, name: string): string | undefined {
  return (affected ?? [])
    .filter((each) => each.package?.name === name)
    .flatMap((each) => each.ranges ?? [])
    .flatMap(({ events }) => events.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed])))
    .at(-1);
}
