import { overrideOf, standingOf, type GateName, type Override, type ReleaseRecord } from "#machine";

import { cell } from "./text.ts";

type Standing = ReturnType<typeof standingOf> | "open";

interface Answered extends Override {
  readonly by: string;
  /** `open`: the gate has not run yet. */
  readonly standing: Standing;
}

/** The overrides of a release in the order of its gates, and what became of each. */
export function overridesOf({ plan, gates }: Pick<ReleaseRecord, "plan" | "gates">): readonly Answered[] {
  return plan.gates.flatMap((gate) => {
    const override = overrideOf(plan, gate);
    if (override === undefined) return [];
    const outcome = gates.get(gate);
    const standing = outcome === undefined ? "open" : standingOf(plan, outcome);
    return [{ ...override, by: plan.initiatedBy, standing }];
  });
}

const words: Readonly<Record<Standing, string>> = {
  overridden: "failed, and the release goes on",
  passed: "passed: the override was not needed",
  failed: "was not tested at all: its override does not count",
  open: "has not run yet, and may fail",
};

/** One line of plain text each. */
export function overrideLines(record: Pick<ReleaseRecord, "plan" | "gates">): readonly string[] {
  return overridesOf(record).map(
    ({ gate, by, reason, standing }) => `⚠ gate ${gate} overridden by ${by}: ${reason} (it ${words[standing]})`,
  );
}

/** For whoever has to decide, before anything else; empty when nothing is overridden. */
export function overrideList(record: ReleaseRecord): string {
  return overridesOf(record)
    .map(
      ({ gate, by, reason, standing }) =>
        `- ⚠ Gate \`${gate}\` ${words[standing]}. Overridden by ${cell(by)}: ${cell(reason)}`,
    )
    .join("\n");
}

/** How a gate ended, as one word for people; `undefined` before it ran. */
export function gateWord(record: ReleaseRecord, gate: GateName): Standing | undefined {
  const outcome = record.gates.get(gate);
  return outcome === undefined ? undefined : standingOf(record.plan, outcome);
}
