import { z } from "zod";

import { duration, units } from "./duration.ts";
import { rolesSchema } from "./roles.ts";
import { smokeHereSchema, smokeSchema } from "./smoke-schema.ts";

const percent = z.number().min(0).max(100);
const ratio = z.number().min(0).max(1);
/** A command line; run by the shell of the machine, with nothing of ours put into its text. */
const command = z.string().min(1);
const environmentVariables = z.record(z.string(), z.string());

const testGate = (minimumCoverage: number) =>
  z.strictObject({
    command,
    /** JUnit XML that the command writes. */
    report: z.string(),
    /** lcov that the command writes. */
    coverage: z.string(),
    minimumCoverage: percent.default(minimumCoverage),
    timeout: duration.default(10 * units.m),
  });

const gates = z.strictObject({
  /** Run once in the clean checkout before the gates (`npm ci`). */
  setup: command.optional(),
  /** Side by side, each gate in a checkout of its own; all of them finish, the first failure in their order counts. */
  parallel: z.boolean().default(false),
  /** SARIF 2.1 that the command writes; findings of CVSS ≥ `blockAt` fail the gate. */
  security: z
    .strictObject({
      command,
      report: z.string(),
      blockAt: z.number().min(0).max(10).default(7),
      timeout: duration.default(5 * units.m),
    })
    .optional(),
  unit: testGate(80).optional(),
  integration: testGate(70).optional(),
  /** Playwright JSON report that the command writes. `BASE_URL` names the development environment. */
  e2e: z.strictObject({ command, report: z.string(), timeout: duration.default(10 * units.m) }).optional(),
});

const bounds = {
  /** How long health metrics are watched after the smoke tests. */
  watch: duration,
  maxErrorRatio: ratio.default(0.01),
  maxP95: duration.default(500),
  healthEvery: duration.default(30 * units.s),
};

const environment = z.strictObject({
  target: z.string().default("local"),
  /** Settings of the target, in its own words (docs/targets.md). */
  settings: z.record(z.string(), z.json()).default({}),
  monitor: z.string().default("proxy"),
  monitorSettings: z.record(z.string(), z.json()).default({}),
  /** Environment variables for the smoke tests (connection URLs, accounts). */
  env: environmentVariables.default({}),
  smoke: smokeHereSchema.prefault({}),
});

const changelog = z.strictObject({
  /** Sections in their order, in the words of conventional-changelog's presets; default: those of `conventionalcommits`. */
  types: z
    .array(
      z.strictObject({
        type: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'must be a commit type in lower case, like "feat"'),
        scope: z.string().optional(),
        section: z.string().min(1),
        hidden: z.boolean().optional(),
      }),
    )
    .min(1)
    .optional(),
  /** What of a squashed pull request is told: its title with what outranks it, or each of its commits. */
  squash: z.enum(["title", "commits"]).default("title"),
  /** Whether the release waits for people to read and edit the changelog before anything is tested. */
  review: z.boolean().default(false),
  /** Whether commits without a type are listed, under a heading of their own. */
  listUnconventional: z.boolean().default(true),
  tickets: z
    .strictObject({
      /** Address of a ticket, with `{id}` in it. */
      url: z
        .string()
        .regex(
          /^https?:\/\/\S*\{id\}\S*$/,
          'must be a web address with {id} in it, like "https://acme.atlassian.net/browse/{id}"',
        ),
      /** Keys before the dash that make a ticket; default: any that looks like one. */
      keys: z
        .array(z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/, 'must be a key like "SHOP"'))
        .min(1)
        .optional(),
    })
    .optional(),
});

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
  changelog: changelog.prefault({}),
  gates: gates.prefault({}),
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
  environments: z
    .strictObject({
      development: z
        .strictObject({
          /** Starts the application of the checkout; `PORT` is set. Stopped afterwards. */
          command,
          health: z.string().default("/health"),
          env: environmentVariables.default({}),
          timeout: duration.default(units.m),
        })
        .optional(),
      staging: environment
        .extend({
          ...bounds,
          watch: bounds.watch.default(5 * units.m),
          strategy: z.enum(["blue-green", "rolling"]).default("blue-green"),
        })
        .prefault({}),
      production: environment
        .extend({
          ...bounds,
          watch: bounds.watch.default(15 * units.m),
          strategy: z.enum(["blue-green", "canary", "rolling"]).default("canary"),
          steps: z.array(percent).default([5, 25, 50, 100]),
          stepTime: duration.default(units.m),
          /** Error ratio of the new version that rolls back once it is proved (decision 12). */
          rollbackErrorRatio: ratio.default(0.05),
          deploymentTimeout: duration.default(30 * units.m),
          /** Whether reviewers of the approval environment let a release in, where jobs of the code host deploy it. */
          approval: z.enum(["required", "none"]).default("required"),
        })
        .prefault({}),
    })
    .prefault({}),
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

/** The configuration as the stages read it: every default filled in, every duration in ms. */
export type Config = z.output<typeof configSchema>;
export type GateSettings = Config["gates"];
export type SmokeSettings = NonNullable<Config["smoke"]>;
