import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { finding, fixCommand, severityOf, type SecurityReport } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

const schema = z.looseObject({
  database: z.looseObject({ "advisory-count": z.number().optional() }),
  lockfile: z.looseObject({ "dependency-count": z.number().int().nonnegative() }),
  vulnerabilities: z.looseObject({
    found: z.boolean(),
    count: z.number().int().nonnegative(),
    list: z.array(
      z.looseObject({
        advisory: z.looseObject({
          id: z.string(),
          title: z.string().optional(),
          aliases: z.array(z.string()).nullish(),
          cvss: z.string().nullish(),
          url: z.string().nullish(),
        }),
        versions: z.looseObject({ patched: z.array(z.string()).nullish() }).nullish(),
        package: z.looseObject({ name: z.string(), version: z.string() }),
      }),
    ),
  }),
});

/** Reads the JSON of cargo-audit. */
export function readCargoAudit(text: string): SecurityReport {
  const { vulnerabilities, database, lockfile } = shaped(schema, parseJson(text), "the JSON of cargo-audit");
  const { count, found, list } = vulnerabilities;
  if (count !== list.length || found !== list.length > 0)
    throw new BrokenReport(`it counts ${count} holes and lists ${list.length}`, runAgain);
  if (database["advisory-count"] === 0 || lockfile["dependency-count"] === 0)
    throw new BrokenReport(
      "it knew no advisory or looked at no package",
      "Let cargo audit fetch its database, and run it beside Cargo.lock.",
    );
  const findings = list.map(({ advisory, versions, package: { name, version } }) => {
    const fixedIn = (versions?.patched ?? [])
      .map((range) => /[>^]=?\s*([\w.+-]+)/.exec(range)?.[1])
      .findLast((each) => each !== undefined);
    return finding({
      ids: [advisory.id, ...(advisory.aliases ?? [])],
      text: advisory.title,
      severity: severityOf({ vectors: [advisory.cvss] }),
      package: { name, version },
      fixedIn,
      command: fixCommand("cargo", name, fixedIn),
      help: advisory.url ?? `https://rustsec.org/advisories/${advisory.id}`,
    });
  });
  return { findings, suppressed: 0 };
}
