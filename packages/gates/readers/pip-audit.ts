import { z } from "zod";
import { BrokenReport } from "./broken.ts";
import { finding, fixCommand, unknownSeverity, type SecurityReport } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

const dependency = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  skip_reason: z.string().optional(),
  vulns: z
    .array(
      z.looseObject({
        id: z.string(),
        fix_versions: z.array(z.string()).nullish(),
        aliases: z.array(z.string()).nullish(),
        description: z.string().nullish(),
      }),
    )
    .nullish(),
});
const schema = z.union([
  z.looseObject({ dependencies: z.array(dependency) }).transform(({ dependencies }) => dependencies),
  z.array(dependency),
]);

/** Reads the JSON of pip-audit. It gives no severity: each hole counts as high. */
export function readPipAudit(text: string): SecurityReport {
  const dependencies = shaped(schema, parseJson(text), "the JSON of pip-audit");
  const looked = dependencies.filter(
    ({ skip_reason, vulns }) => skip_reason === undefined && vulns !== undefined && vulns !== null,
  );
  if (looked.length === 0)
    throw new BrokenReport(
      "pip-audit looked at no package",
      "Run it where the packages are installed, or with -r requirements.txt.",
    );
  const findings = looked.flatMap(({ name, version, vulns }) =>
    (vulns ?? []).map(({ id, fix_versions, aliases, description }) => {
      const fixedIn = fix_versions?.at(-1);
      return finding({
        ids: [id, ...(aliases ?? [])],
        text: description?.slice(0, 300),
        severity: unknownSeverity,
        package: { name, version },
        fixedIn,
        command: fixCommand("pypi", name, fixedIn),
        help: `https://osv.dev/${id}`,
      });
    }),
  );
  return { findings, suppressed: 0 };
}
