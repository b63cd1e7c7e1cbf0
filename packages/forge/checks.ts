import type { RawContext } from "./review-query.ts";
import type { RequiredCheck } from "./rules.ts";

import type { CheckNotGreen } from "./port.ts";

/** The name of our own check run: a view of our verdict, which is no proof for us. */
export const ownCheck = "release gates";

const greenConclusions = new Set(["SUCCESS", "NEUTRAL", "SKIPPED"]);

/** Checks that are not green, and required ones that nobody reported. No check at all is not a proof of anything, but no failure either. */
export function checksNotGreen(
  contexts: readonly RawContext[],
  required: readonly RequiredCheck[],
): readonly CheckNotGreen[] {
  const reported = contexts.map((context) => ({
    name: nameOf(context),
    state: stateOf(context),
    isRequired: context.isRequired,
    ...(context.url === null ? {} : { url: context.url }),
  }));
  const failing = reported.filter(
    ({ name, state, isRequired }) => state !== "success" && (isRequired || name !== ownCheck),
  );
  const missing = required
    .filter((check) => !contexts.some((context) => answers(context, check)))
    .map(({ name }) => ({ name, state: "missing", isRequired: true }));
  const unique = new Map([...failing, ...missing].map((check) => [`${check.name}\0${check.state}`, check]));
  return [...unique.values()];
}

function nameOf(context: RawContext): string {
  return context.kind === "CheckRun" ? context.name : context.context;
}

/** `success`, or GitHub's word for what it is: `pending`, `failure`, `timed_out`, … */
export function stateOf(
  context:
    | Pick<Extract<RawContext, { kind: "CheckRun" }>, "kind" | "status" | "conclusion">
    | Pick<Extract<RawContext, { kind: "StatusContext" }>, "kind" | "state">,
): string {
  if (context.kind === "StatusContext") return context.state.toLowerCase();
  if (context.status !== "COMPLETED") return "pending";
  const conclusion = context.conclusion ?? "missing";
  return greenConclusions.has(conclusion) ? "success" : conclusion.toLowerCase();
}

/** Where a rule names an app, a check of the same name by another app is not the required one. */
function answers(context: RawContext, { name, appId }: RequiredCheck): boolean {
  return nameOf(context) === name && (appId === undefined || context.isRequired);
}
