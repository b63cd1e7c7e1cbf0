import { z } from "zod";

import { dodSchema } from "./definition-of-done.ts";
import { rolesSchema } from "./roles.ts";

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `500ms`, `30s`, `5m`, `2h`, `30d` → ms. */
const duration = z
  .string({ error: 'must be a duration in quotes or with its unit, like "30s", "5m" or "1h"' })
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "30s", "5m" or "1h"')
  .transform((text) => {
    const unit = (["ms", "s", "m", "h", "d"] as const).find(
      (name) => text.endsWith(name) && /\d$/.test(text.slice(0, -name.length)),
    );
    return Number.parseFloat(text) * units[unit ?? "ms"];
  })
  // 2^31 ms is where timers wrap round and fire at once; a year is more than any wait of a release.
  .refine((ms) => ms <= 365 * units.d, "must be at most 365d");

const percent = z.number().min(0).max(100);
const ratio = z.number().min(0).max(1);
/** A command line; run by the shell of the machine, with nothing of ours put into its text. */
const command = z.string().min(1);
const environmentVariables = z.record(z.string(), z.string());

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

const unitGate = testGate(80);
const integrationGate = testGate(70);
const e2eGate = z.strictObject({ ...verdict, report: z.string().optional(), timeout: duration.default(10 * units.m) });

const gates = z.strictObject({
  /** Run once in the clean checkout before the gates (`npm ci`). */
  setup: command.optional(),
  /** Side by side, each gate in a checkout of its own; all of them finish, the first failure in their order counts. */
  parallel: z.boolean().default(false),
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

const httpStep = z.strictObject({
  name: z.string(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
  path: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  /** Sent as JSON. `{{name}}` is replaced by what an earlier step captured. */
  json: z.json().optional(),
  status: z.union([z.number().int(), z.literal("2xx")]).default("2xx"),
  /** Text that the answer must contain. */
  contains: z.string().optional(),
  /** name → dotted path into the JSON answer. */
  capture: z.record(z.string(), z.string()).default({}),
});

const none = z.strictObject({ none: z.string().min(1) });

const smoke = z.strictObject({
  api: z.union([none, z.array(httpStep).min(1)]),
  /** Read and write inside a marked sandbox row, through the environment variable that holds the connection URL. */
  database: z.union([none, z.array(z.strictObject({ name: z.string(), urlFrom: z.string() })).min(1)]),
  external: z.union([
    none,
    z.array(z.strictObject({ name: z.string(), url: z.string(), fallback: z.string().optional() })).min(1),
  ]),
  /** Login, a call that needs it, logout: in this order. */
  auth: z.union([none, z.array(httpStep).min(1)]),
  /** Critical user paths: each a list of steps. */
  paths: z.union([none, z.array(z.strictObject({ name: z.string(), steps: z.array(httpStep).min(1) })).min(1)]),
  timeout: duration.default(10 * units.s),
  retryDelay: duration.default(30 * units.s),
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
});

const development = z.strictObject({
  /** Starts the application of the checkout; `PORT` is set. Stopped afterwards. */
  command: command.optional(),
  health: z.string().default("/health"),
  env: environmentVariables.default({}),
  timeout: duration.default(units.m),
});

/** The settings of what nothing is written about: every default, and no command. */
export const unwritten = {
  unit: unitGate.parse({}),
  integration: integrationGate.parse({}),
  e2e: e2eGate.parse({}),
  development: development.parse({}),
};

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
  /** A conventional-changelog preset instead: a package or a file of the repository, with the settings that it takes. */
  preset: z.union([z.string().min(1), z.object({ name: z.string().min(1) }).catchall(z.json())]).optional(),
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
  smoke: smoke.optional(),
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
      development: development.optional(),
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
  tag: z
    .strictObject({
      /** How version tags are signed; the key comes from the environment. */
      sign: z.enum(["none", "ssh", "gpg"]).default("none"),
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

/** The file as it is written: every default filled in, every duration in ms; what the project's files tell is left out. */
export type Written = z.output<typeof configSchema>;
export type SmokeSettings = NonNullable<Written["smoke"]>;
