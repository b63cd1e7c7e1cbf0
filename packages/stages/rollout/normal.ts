import { knownBaseline, ownRatio } from "./baseline.ts";
import type { Rollout } from "./rollout-context.ts";

/** Below the bound, or no more than the version before always had, unless `strict` (decision 42). */
export function normalRatio(rollout: Rollout): { readonly ratio: number; readonly of: string } {
  const { context, settings, vigil, previous = "" } = rollout;
  if (context.config.analysis.strict) return { ratio: settings.maxErrorRatio, of: previous };
  const measured = knownBaseline(rollout);
  const before = measured === undefined ? 0 : ownRatio(measured);
  return { ratio: Math.max(settings.maxErrorRatio, before, ownRatio(vigil.analysis.totals.baseline)), of: previous };
}

/** 0.0512 → `5.12 %`: said beside a bound, from which it must differ where it is over it, unlike evidence (#analysis) and tables (#report). */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))} %`;
}
