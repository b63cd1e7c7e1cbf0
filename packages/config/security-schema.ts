import { z } from "zod";

import { duration, units } from "./duration.ts";

/** A path of the checkout as git names it: neither absolute nor leading out of it. */
const inside = z
  .string()
  .regex(/^(?!\/|\.{1,2}(?:\/|$))[^\\]+$/, 'must be a path from the root of the repository, like "src/old.ts"');

/** A finding that people accept until a day. Counts only on the target branch of a release, never on the branch under release. */
export const allowanceSchema = z.strictObject({
  /** CVE, GHSA, or the scanner's own rule. */
  id: z.string().trim().min(1).max(200),
  /** Why it may stay, for whoever reads the release. */
  reason: z.string().trim().min(1).max(500),
  /** The last day on which it counts, in UTC. */
  expires: z.iso.date('must be a day like "2026-12-31"'),
  /** Only in this package. */
  package: z.string().min(1).optional(),
  /** Only in this file, or below this folder where it ends in `/`. */
  path: inside.optional(),
});

/** One scanner: its command, and the report that the command writes. */
const scanner = z.strictObject({ command: z.string().min(1), report: z.string().min(1) });

/** The settings of the security gate, beside what it takes its verdict from. */
export const securityGate = {
  report: z.string().optional(),
  /** Several scanners, whose findings are merged; instead of `command` and `report`. */
  scanners: z.array(scanner).min(1).optional(),
  /** Of `source: alerts`: whose open alerts count. */
  alerts: z
    .array(z.enum(["code-scanning", "dependabot"]))
    .min(1)
    .optional(),
  /** CVSS from which a finding fails the gate. */
  blockAt: z.number().min(0).max(10).default(7),
  timeout: duration.default(5 * units.m),
  /** Whether an admin may override this gate; the target branch decides, whatever the source says. */
  override: z.boolean().default(false),
  /** Findings that may stay for a while; the target branch decides, whatever the source says. */
  allow: z.array(allowanceSchema).default([]),
};

export type Allowance = z.output<typeof allowanceSchema>;
