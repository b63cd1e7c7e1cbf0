import { z } from "zod";

import { isZone, kindOf, weekdays } from "#calendar";

const ends =
  'from and to must both be times ("09:00"), days of any year ("12-20") or dates ("2026-12-18", "2026-12-18T12:00")';

/** Weekly by times of day, yearly by `MM-DD`, or once by dates; without `T…` a last day counts to its end. */
const span = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1).exactOptional(),
    from: z.string(),
    to: z.string(),
    /** Told to whoever has to wait. */
    reason: z.string().min(1).max(200).exactOptional(),
  })
  .superRefine(({ days, from, to }, context) => {
    const problem = problemOf({ days, from, to });
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });

function problemOf(written: {
  readonly days: unknown;
  readonly from: string;
  readonly to: string;
}): string | undefined {
  const { days, from, to } = written;
  const kind = kindOf(written);
  if (kind === undefined) return `${ends}; got "${from}" and "${to}"`;
  if (kind === "weekly" && from === to) return 'from and to are the same; a whole day is from "00:00" to "24:00"';
  if (kind !== "weekly" && days !== undefined)
    return 'days go with times of day, like { days: [fri], from: "12:00", to: "24:00" }';
  if (kind === "once" && moment(from, "T00:00") >= moment(to, "T24:00"))
    return `ends before it begins: "${from}" to "${to}"`;
  return undefined;
}

/** As text moments of one form are in the order of time; a day without a time begins or ends with the day. */
function moment(written: string, edge: "T00:00" | "T24:00"): string {
  return written.includes("T") ? written : `${written}${edge}`;
}

const calendar = z.strictObject({
  /** When deployments may begin; empty: at any time. */
  open: z.array(span).default([]),
  /** When none may begin, whatever `open` says. */
  freezes: z.array(span).default([]),
});

/** When releases may begin to change an environment (decision 22). Read from the branch that is released to. */
export const windowsSchema = z.strictObject({
  /** Name of the time zone in which all of it is written. */
  zone: z
    .string()
    .refine(isZone, {
      error: ({ input }) =>
        `must be the name of a time zone, like "Europe/Berlin" or "UTC"; got ${JSON.stringify(input)}`,
    })
    .default("UTC"),
  staging: calendar.prefault({}),
  production: calendar.prefault({}),
});
