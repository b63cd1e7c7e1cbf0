import { ReleaseFault } from "#faults";

import { longestReason, unseen } from "../gates/overrides.ts";

/** The reason of an emergency as it is kept; throws an `input` fault for one that tells nobody anything. */
export function parseEmergency(text: string): string {
  const reason = text.trim();
  const problem = problemOf(reason);
  if (problem === undefined) return reason;
  throw new ReleaseFault("input", `emergency: ${problem}`, {
    hint: 'Say why it cannot wait for the window. Example: --emergency="checkout is down, INC-7"',
  });
}

function problemOf(reason: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(reason)) return "it needs a reason, which is kept in the record";
  if (unseen.test(reason)) return "the reason has characters that cannot be seen";
  return reason.length > longestReason ? `the reason is longer than ${longestReason} characters` : undefined;
}
