import { z } from "zod";

import { dodSchema } from "./definition-of-done.ts";
import { duration, units } from "./duration.ts";

const percent = z.number().min(0).max(100);
/** A command line; run by the shell of the machine, with nothing of ours put into its text. */
const command = z.string().min(1);

/** A file, a pattern such as `target/surefire-reports/*.xml`, or several of them; each has to be there. */
const reportFiles = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
/** What a gate takes its verdict from. */
const verdict = {
  /** A command that we run, or a check of the project's own CI on that very commit. */
  source: z.enum(["command", "check"]).default("command"),
  /** Of the check run, as the code host shows it. */
  name: z.string().min(1).optional(),
  /** Slug of the app that has to have made the check run; default `github-actions`. */
  app: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be the slug of an app, like "github-actions"')
    .optional(),
  /** Without it, what the project's own files say is run. */
  command: command.optional(),
};

const testGate = (minimumCoverage: number) =>
  z.strictObject({
    ...verdict,
    /** A report of tests that the command writes, in any format of docs/gates.md. */
    report: reportFiles.optional(),
    /** Coverage that the command writes, in any format of docs/gates.md. */
    coverage: reportFiles.optional(),
    minimumCoverage: percent.default(minimumCoverage),
    timeout: duration.default(10 * units.m),
  });

export const unitGate = testGate(80);
export const integrationGate = testGate(70);
export const e2eGate = z.strictObject({
  ...verdict,
  report: z.string().optional(),
  timeout: duration.default(10 * units.m),
});

/** Settings of the gates, in the file's words. */
export const gatesSchema = z.strictObject({
  /** Run once in the clean checkout before the gates (`npm ci`). */
  setup: command.optional(),
  /** Side by side, each gate in a checkout of its own; all of them finish, the first failure in their order counts. */
  parallel: z.boolean().default(false),
  /** Whether jobs that may write nothing restore package stores, as far as the lock files name every file by its digest. */
  cache: z.boolean().default(true),
  /** Findings that the command writes, in any format of docs/gates.md; those of CVSS ≥ `blockAt` fail the gate. */
  security: z
    .strictObject({
      ...verdict,
      report: z.string().optional(),
      blockAt: z.number().min(0).max(10).default(7),
      timeout: duration.default(5 * units.m),
      /** Whether an admin may override this gate; the target branch decides, whatever the source says. */
      override: z.boolean().default(false),
    })
    .optional(),
  unit: unitGate.optional(),
  integration: integrationGate.optional(),
  dod: dodSchema.prefault({}),
  /** Playwright JSON report that the command writes. `BASE_URL` names the development environment. */
  e2e: e2eGate.optional(),
});
