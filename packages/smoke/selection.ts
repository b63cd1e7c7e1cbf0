import { matchesGlob } from "node:path";
import type { SmokeCategory, SmokeCheck } from "#machine";
import { asDetail } from "./detail.ts";
import type { None, Scope, SmokeOptions, SmokeSpec } from "./contract.ts";

type Named = Scope & { readonly name: string };
type Choice = Pick<SmokeOptions, "only" | "changed" | "skip">;

/** The checks that run, and the rest with the reason why not. */
export interface Selection {
  readonly spec: SmokeSpec;
  readonly leftOut: readonly SmokeCheck[];
}

const categories = ["api", "database", "external", "auth", "paths"] as const;

/**
 * Leaves out what the environment skips and, for a hotfix, what is neither critical nor affected (decision 7). A check
 * that says nothing of either always runs; a choice that leaves nothing over is none: then all run.
 */
export function select(spec: SmokeSpec, choice: Choice): Selection {
  const skipped = without(spec, (category, checks) =>
    checks.filter(({ name }) => skipReason(choice, category, name) === undefined),
  );
  const chosen =
    choice.only === "critical" ? without(skipped, (category, checks) => affected(category, checks, choice)) : skipped;
  const final = categories.some((category) => listIn(chosen, category).length > 0) ? chosen : skipped;
  const leftOut = categories.flatMap((category) => {
    const kept = new Set(listIn(final, category));
    return listIn(spec, category)
      .filter((check) => !kept.has(check))
      .map((check) => left(category, check, choice));
  });
  return { spec: final, leftOut };
}

function affected(category: SmokeCategory, checks: readonly Named[], { changed }: Choice): readonly Named[] {
  const wanted = ({ affects, critical }: Scope) => {
    if (critical === true || (affects === undefined && critical === undefined)) return true;
    if (affects === undefined) return false;
    return changed === undefined || changed.some((file) => affects.some((glob) => matchesGlob(file, glob)));
  };
  // The steps of a login are one thing, and so are endpoints that hand values on.
  const chained = category === "auth" || (category === "api" && checks.some(captures));
  return chained && checks.some(wanted) ? checks : checks.filter(wanted);
}

function captures(check: object): boolean {
  const capture: unknown = Reflect.get(check, "capture");
  return typeof capture === "object" && capture !== null && Object.keys(capture).length > 0;
}

function skipReason({ skip = {} }: Choice, category: SmokeCategory, name: string): string | undefined {
  const key = `${category}: ${name}`;
  return Object.hasOwn(skip, key) ? skip[key] : undefined;
}

function left(category: SmokeCategory, { name, affects = [] }: Named, choice: Choice): SmokeCheck {
  const skipped = skipReason(choice, category, name);
  const about = affects.length === 0 ? "" : ` (it is about ${affects.join(", ")})`;
  const files = choice.changed === undefined ? "" : `; ${choice.changed.length} files changed`;
  const detail =
    skipped === undefined
      ? `Left out of the hotfix: not critical, and nothing it is about was changed${about}${files}`
      : `Left out in this environment: ${skipped}`;
  return { category, name, status: "not-applicable", durationMs: 0, detail: asDetail(detail, []) };
}

function without(
  spec: SmokeSpec,
  keep: (category: SmokeCategory, checks: readonly Named[]) => readonly Named[],
): SmokeSpec {
  const kept = categories
    .filter((category) => listIn(spec, category).length > 0)
    .map((category): [string, readonly Named[]] => [category, keep(category, listIn(spec, category))]);
  return { ...spec, ...Object.fromEntries(kept) };
}

function listIn(spec: SmokeSpec, category: SmokeCategory): readonly Named[] {
  const wanted: None | readonly Named[] | undefined = spec[category];
  return wanted === undefined || "none" in wanted ? [] : wanted;
}
