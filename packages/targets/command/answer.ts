import { z } from "zod";

import type { Observation } from "../port.ts";

const percent = z.number().min(0).max(100);
const web = z.url({ protocol: /^https?$/ });
const revision = z.object({
  version: z.string().min(1),
  percent,
  healthy: z.boolean(),
  url: web.optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** When it was rolled back, where it is kept for that reason: ISO 8601. */
  badSince: z.iso.datetime({ offset: true }).optional(),
});
const answer = z.object({
  url: web,
  pinHeader: z.string().optional(),
  revisions: z
    .array(revision)
    .refine((all) => new Set(all.map(({ version }) => version)).size === all.length, "names a version twice")
    .refine((all) => all.length === 0 || [0, 100].includes(sumOf(all)), "has shares that add up to neither 100 nor 0"),
});

/** What a script says of its platform. */
export type Answer = z.output<typeof answer>;

/** The last line of what a script wrote, as an answer; what is wrong with it where it is none. */
export function parseAnswer(stdout: string): Answer | { readonly problem: string } {
  const line = stdout.trimEnd().split("\n").at(-1) ?? "";
  if (line === "") return { problem: "it wrote nothing, and not one line of JSON" };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: `its last line is no JSON: ${line.slice(0, 200)}` };
  }
  const parsed = answer.safeParse(value);
  if (parsed.success) return parsed.data;
  const flaws = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the answer"} ${message}`);
  return { problem: `its answer is wrong: ${flaws.join("; ")}` };
}

/** The answer as every target gives it. */
export function observationOf({ url, pinHeader, revisions }: Answer): Observation {
  return {
    url,
    ...(pinHeader === undefined ? {} : { pinHeader }),
    revisions: revisions.map(({ version, percent: share, healthy, url: own, headers }) => ({
      version,
      percent: share,
      healthy,
      ...(own === undefined ? {} : { url: own }),
      ...(headers === undefined ? {} : { headers }),
    })),
  };
}

function sumOf(revisions: readonly { readonly percent: number }[]): number {
  return Math.round(revisions.reduce((sum, one) => sum + one.percent, 0));
}
