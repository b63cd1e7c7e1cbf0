import { z } from "zod";

import { auditSchema } from "./audit-schema.ts";
import { changelogSchema } from "./changelog-schema.ts";
import { duration, units } from "./duration.ts";
import { developmentSchema, environmentsSchema } from "./environments-schema.ts";
import { e2eGate, gatesSchema, integrationGate, securityGate, unitGate } from "./gates-schema.ts";
import { rolesSchema } from "./roles.ts";
import { smokeSchema } from "./smoke-schema.ts";

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
  hotfix: z
    .strictObject({
      gates: z
        .array(z.enum(["security", "unit", "integration", "smoke", "e2e"]))
        .default(["security", "unit", "smoke", "e2e"]),
      steps: z.array(percent).default([5, 25, 100]),
      /** Severities of incidents whose hotfix goes to production without asking people (decision 19). */
      autoApproval: z.array(z.enum(["P0", "P1"])).default([]),
    })
    .prefault({}),
  rollback: z
    .strictObject({
      watch: duration.default(5 * units.m),
      revert: z.enum(["commit", "pull-request"]).default("commit"),
    })
    .prefault({}),
  analysis: z
    .strictObject({
      /** Chance that the judge rolls a good release back. */
      alpha: z.number().gt(0).max(0.05).default(0.0025),
      /** Whether slowness alone rolls back, or only beside a sign of errors (decision 12). */
      latency: z.enum(["with-errors", "alone"]).default("with-errors"),
    })
    .prefault({}),
  tag: z
    .strictObject({
      /** How version tags are signed; the key comes from the environment. */
      sign: z.enum(["none", "ssh", "gpg"]).default("none"),
    })
    .prefault({}),
  audit: auditSchema.prefault({}),
  onFailure: z.strictObject({ deleteBranch: z.boolean().default(false) }).prefault({}),
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
