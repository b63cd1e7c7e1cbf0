import parseExpression, { type Expression } from "spdx-expression-parse";
import satisfies from "spdx-satisfies";
import { z } from "zod";

import { failed, firstOf, passed, type Judgement } from "./dod-judgement.ts";

/** A dependency with the SPDX expression that it names. */
interface Licensed {
  readonly name: string;
  readonly licence: string | undefined;
}

/** SPDX identifiers of which one has to be enough, or none may be needed. */
export interface LicenceRule {
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
}

export type LicenceFinding =
  | "no-rule"
  | { readonly unreadable: string }
  /** `denied` as `left-pad (GPL-3.0-only)`. */
  | { readonly checked: number; readonly from: string; readonly denied: readonly string[] };

/** Holds every dependency of a lock file of npm or an SBOM (CycloneDX or SPDX, as JSON) against the rule. */
export function checkLicences(rule: LicenceRule, from: string, text: string | undefined): LicenceFinding {
  if (text === undefined) return { unreadable: `${from} is not in the commit` };
  const dependencies = dependenciesOf(text);
  if (dependencies === undefined) return { unreadable: `${from} is no lock file of npm and no SBOM in JSON` };
  if (dependencies.length === 0 && !from.endsWith("package-lock.json")) return { unreadable: `${from} lists nothing` };
  const denied = dependencies.filter(({ licence }) => !mayBeUsed(licence, rule));
  return {
    checked: dependencies.length,
    from,
    denied: [...new Set(denied.map(({ name, licence }) => `${name} (${licence ?? "names no licence"})`))],
  };
}

/** Whether one of the ways in which a licence can be taken keeps the rule. What is no SPDX expression keeps none. */
export function mayBeUsed(licence: string | undefined, { allow, deny = [] }: LicenceRule): boolean {
  if (licence === undefined) return false;
  try {
    const leaves = leavesOf(parseExpression(licence));
    const permitted = allow ?? leaves.filter((leaf) => !deny.some((one) => covers(one, leaf)));
    return permitted.length > 0 && satisfies(licence, [...permitted]);
  } catch {
    return false;
  }
}

const covers = (denied: string, leaf: string) => satisfies(leaf, [denied]) || leaf.startsWith(`${denied} WITH `);

function leavesOf(expression: Expression): readonly string[] {
  if ("left" in expression) return [...leavesOf(expression.left), ...leavesOf(expression.right)];
  const { license, plus, exception } = expression;
  return [`${license}${plus === true ? "+" : ""}${exception === undefined ? "" : ` WITH ${exception}`}`];
}

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().optional(), link: z.boolean().optional() }),
  ),
});
const cycloneDx = z.object({
  bomFormat: z.literal("CycloneDX"),
  components: z
    .array(
      z.object({
        name: z.string(),
        licenses: z
          .array(
            z.object({
              expression: z.string().optional(),
              license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
            }),
          )
          .optional(),
      }),
    )
    .default([]),
});
const spdx = z.object({
  spdxVersion: z.string(),
  packages: z.array(
    z.object({ name: z.string(), licenseConcluded: z.string().optional(), licenseDeclared: z.string().optional() }),
  ),
});

function dependenciesOf(text: string): readonly Licensed[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const bom = cycloneDx.safeParse(data);
  if (bom.success)
    return bom.data.components.map(({ name, licenses = [] }) => {
      const all = licenses.flatMap(({ expression, license }) => expression ?? license?.id ?? license?.name ?? []);
      return { name, licence: all.length === 0 ? undefined : all.length === 1 ? all[0] : `(${all.join(") AND (")})` };
    });
  const document = spdx.safeParse(data);
  if (document.success)
    return document.data.packages.map(({ name, licenseConcluded, licenseDeclared }) => ({
      name,
      licence: [licenseConcluded, licenseDeclared].find((one) => one !== undefined && !/^NO(NE|ASSERTION)$/.test(one)),
    }));
  const lock = lockFile.safeParse(data);
  if (!lock.success) return undefined;
  return Object.entries(lock.data.packages)
    .filter(([place, { dev, link }]) => place.includes("node_modules/") && dev !== true && link !== true)
    .map(([place, { license }]) => ({ name: place.replace(/^.*node_modules\//, ""), licence: license }));
}

/** In words for the category: nothing failed where no rule was given, and that is said. */
export function judgeLicences(found: LicenceFinding): Judgement {
  if (found === "no-rule") return passed("licences were not checked: gates.dod.licences names no rule");
  if ("unreadable" in found)
    return failed(
      `Licences could not be checked: ${found.unreadable}.`,
      "Commit package-lock.json, or an SBOM and its path as gates.dod.sbom.",
    );
  if (found.denied.length > 0)
    return failed(
      `Licences that are not allowed: ${firstOf(found.denied)}.`,
      "Replace these dependencies, or allow their licences in gates.dod.licences.",
    );
  return passed(`the licences of ${found.checked} dependencies in ${found.from} are allowed`);
}
