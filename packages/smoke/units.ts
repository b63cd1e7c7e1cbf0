import type { SmokeCategory, SmokeCheck } from "#machine";
import type { Checked } from "./check.ts";

/** Checks that keep their order and run in one go. */
export interface Unit {
  readonly category: SmokeCategory;
  /** What would be named if it did not run. */
  readonly names: readonly string[];
  readonly run: () => Promise<readonly Checked[]>;
}

/** A unit's results; `ran` is false where an earlier failure kept it from beginning. */
export interface UnitEnd {
  readonly category: SmokeCategory;
  readonly checked: readonly Checked[];
  readonly ran: boolean;
}

/** Runs units with at most `parallel` at once, in their order; with `failFast` none begins after a failure. */
export async function runUnits(
  units: readonly Unit[],
  { parallel, failFast }: { readonly parallel: number; readonly failFast: boolean },
): Promise<readonly UnitEnd[]> {
  const ends: UnitEnd[] = [];
  const waiting = units.entries();
  let broken: SmokeCheck | undefined;
  const worker = async () => {
    for (const [index, unit] of waiting) {
      if (failFast && broken !== undefined) {
        ends[index] = notRun(unit, broken);
        continue;
      }
      const checked = await unit.run();
      broken ??= checked.find(({ check }) => check.status === "failed")?.check;
      ends[index] = { category: unit.category, checked, ran: true };
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, units.length) }, worker));
  return ends;
}

function notRun({ category, names }: Unit, broken: SmokeCheck): UnitEnd {
  const detail = `Not run: "${broken.category}: ${broken.name}" failed before it, and smoke.failFast is set`;
  const checked = names.map((name) => ({
    check: { category, name, status: "not-applicable", durationMs: 0, detail } as const,
  }));
  return { category, checked, ran: false };
}
