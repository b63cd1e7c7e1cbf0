import { z } from "zod";

import { dodSchema } from "./definition-of-done.ts";
import { duration, units } from "./duration.ts";
import { securityGate as security } from "./security-schema.ts";

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

export const securityGate = z.strictObject({
  ...verdict,
  /** Beside commands and checks: the alerts that the code host holds open. */
  source: z.enum(["command", "check", "alerts"]).default("command"),
  ...security,
});

/** A matrix has one output for each shard of a gate: so many are declared. */
export const shardsAtMost = 8;
const shards = z.number().int().min(1).max(shardsAtMost).optional();

export const unitGate = testGate(80).extend({
  /** The tests run in so many parts: the command runs once for each, with `SHARD_INDEX` and `SHARD_TOTAL`, also as `{shard}` and `{shards}`. */
  shards,
  /** A hotfix: runs the tests of the files that `$CHANGED_FILES` lists, or such a command for each glob of files. */
  affected: z.union([command, z.record(z.string().min(1), command)]).optional(),
});
/** A file in the checkout. */
const logFile = z.string().min(1).optional();
export const integrationGate = testGate(70).extend({
  /** What the parts that the tests talk to write: the last lines go to the failures that point at that part. */
  logs: z.strictObject({ database: logFile, api: logFile, service: logFile, authentication: logFile }).optional(),
});
export const e2eGate = z.strictObject({
  ...verdict,
  /** Playwright's JSON; without it what Playwright tells a reporter of ours is read. */
  report: z.string().optional(),
  /** Projects of the Playwright configuration; in each of them journeys have to be walked. */
  browsers: z
    .array(
      z
        .string()
        .regex(/^\w[\w .:-]*$/, 'must be the name of a project of the Playwright configuration, like "firefox"'),
    )
    .default([]),
  /** How long a journey may take. */
  budget: duration.optional(),
  /** The same for the journeys with a tag (`@checkout`), or for one by its name. */
  budgets: z.record(z.string().min(1), duration).default({}),
  timeout: duration.default(10 * units.m),
  /** The journeys are walked in so many parts, as those of `unit`. */
  shards,
  /** A hotfix: walks the journeys that the regular expression `$JOURNEYS` names. */
  affected: command.optional(),
  /** Globs of files → the journeys that they affect, as a regular expression over titles and tags. */
  affects: z.record(z.string().min(1), z.string().refine(isPattern, "must be a regular expression")).optional(),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Settings of the gates, in the file's words. */
export const gatesSchema = z.strictObject({
  /** Run once in the clean checkout before the gates (`npm ci`). */
  setup: command.optional(),
  /** Side by side, each gate in a checkout of its own; all of them finish, the first failure in their order counts. */
  parallel: z.boolean().default(false),
  /** Whether jobs that may write nothing restore package stores, as far as the lock files name every file by its digest. */
  cache: z.boolean().default(true),
  /** Findings of scanners, in any format of docs/gates.md; those of CVSS ≥ `blockAt` fail the gate. */
  security: securityGate.optional(),
  unit: unitGate.optional(),
  integration: integrationGate.optional(),
  dod: dodSchema.prefault({}),
  /** The journeys of users, by Playwright. `BASE_URL` names the development environment. */
  e2e: e2eGate.optional(),
});
