import { z } from "zod";

import { analysisSchema } from "./analysis-schema.ts";
import { auditSchema } from "./audit-schema.ts";
import { changelogSchema } from "./changelog-schema.ts";
import { duration, units } from "./duration.ts";
import { developmentSchema, environmentsSchema } from "./environments-schema.ts";
import { e2eGate, gatesSchema, integrationGate, securityGate, unitGate } from "./gates-schema.ts";
import { metricsSchema } from "./metrics-schema.ts";
import { notifySchema } from "./notify-schema.ts";
import { recordsSchema } from "./records-schema.ts";
import { scrubSchema } from "./scrub-schema.ts";
import { rolesSchema } from "./roles.ts";
import { smokeSchema } from "./smoke-schema.ts";
import { windowsSchema } from "./windows-schema.ts";

const percent = z.number().min(0).max(100);
/** The configuration file: every number of the requirements is a default here and nowhere else. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  branches: z.strictObject({ source: z.string().optional(), target: z.string().optional() }).prefault({}),
  versions: z
    .strictObject({
      /** The word of pre-releases, like `rc` for X.Y.Z-rc.N; `false`: there are none (decision 4). */
      prerelease: z
        .union([
          z.literal(false),
          z
            .string()
            .regex(/^(?!rollback)[a-z][a-z0-9]*$/, 'must be false or a word in lower case, like "rc"; not "rollback"'),
        ])
        .default(false),
    })
    .prefault({}),
  versionFiles: z.array(z.string()).optional(),
  changelog: changelogSchema.prefault({}),
  gates: gatesSchema.prefault({}),
  smoke: smokeSchema.optional(),
  review: z
    .strictObject({
      approvals: z.number().int().min(0).default(1),
      /** Whether one code owner of any changed path has to approve, or an owner of each. */
      owners: z.enum(["any", "all"]).default("any"),
      reviewers: z.array(z.string()).default([]),
      /** How long a run waits for the approval before it suspends. */
      wait: duration.default(2 * units.m),
      pollEvery: duration.default(10 * units.s),
      expires: duration.default(30 * units.d),
    })
    .prefault({}),
  roles: rolesSchema.prefault({}),
  environments: environmentsSchema,
  windows: windowsSchema.prefault({}),
  hotfix: z
    .strictObject({
      gates: z
        .array(z.enum(["security", "unit", "integration", "smoke", "e2e"]))
        .default(["security", "unit", "smoke", "e2e"]),
      steps: z.array(percent).default([5, 25, 100]),
      /** How long its metrics decide after 100 %; health is checked for all of `environments.production.watch` (decision 38). */
      watch: duration.default(5 * units.m),
      /** From the start of its gates to 100 %, waits for people left out; more is a warning. */
      clock: duration.default(15 * units.m),
      /** Severities of incidents whose hotfix goes to production without asking people (decision 19). */
      autoApproval: z.array(z.enum(["P0", "P1"])).default([]),
    })
    .prefault({}),
  notify: notifySchema.prefault({}),
  metrics: metricsSchema.prefault({}),
  scrub: scrubSchema.prefault({}),
  rollback: z
    .strictObject({
      watch: duration.default(5 * units.m),
      revert: z.enum(["commit", "pull-request"]).default("commit"),
      /** When an automatic rollback asks people first (decision 17). */
      confirm: z.enum(["never", "first-per-release", "after-false-positive", "always"]).default("after-false-positive"),
    })
    .prefault({}),
  analysis: analysisSchema,
  tag: z
    .strictObject({
      /** How version tags are signed; the key comes from the environment. */
      sign: z.enum(["none", "ssh", "gpg"]).default("none"),
    })
    .prefault({}),
  audit: auditSchema.prefault({}),
  records: recordsSchema.prefault({}),
  onFailure: z
    .strictObject({
      deleteBranch: z.boolean().default(false),
      /** How often, and after which rest, a step of a deployment is tried again that failed at the platform. */
      retry: z
        .strictObject({ times: z.number().int().min(0).max(10).default(0), delay: duration.default(10 * units.s) })
        .prefault({}),
    })
    .prefault({}),
  journal: z
    .strictObject({
      store: z.enum(["git", "directory"]).default("git"),
      /** Where the directory store keeps its files. */
      directory: z.string().default(".release-command/journal"),
      branch: z.string().default("release-journal"),
      /** How long a silent driver is trusted to be alive, how often it speaks, and how long an effect of a dead one may still be under way. */
      lease: z
        .strictObject({
          ttl: duration.default(90 * units.s),
          renew: duration.default(30 * units.s),
          effect: duration.default(60 * units.s),
        })
        .prefault({}),
    })
    .prefault({}),
});

/** The settings of what nothing is written about: every default, and no command. */
export const unwritten = {
  security: securityGate.parse({}),
  unit: unitGate.parse({}),
  integration: integrationGate.parse({}),
  e2e: e2eGate.parse({}),
  development: developmentSchema.parse({}),
};

/** The file as it is written: every default filled in, every duration in ms; what the project's files tell is left out. */
export type Written = z.output<typeof configSchema>;
export type SmokeSettings = NonNullable<Written["smoke"]>;
