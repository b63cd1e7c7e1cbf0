import { z } from "zod";

import { duration, units } from "./duration.ts";
import { smokeHereSchema } from "./smoke-schema.ts";

const percent = z.number().min(0).max(100);
const ratio = z.number().min(0).max(1);
const environmentVariables = z.record(z.string(), z.string());

const bounds = {
  /** How long health metrics are watched after the smoke tests. */
  watch: duration,
  maxErrorRatio: ratio.default(0.01),
  maxP95: duration.default(500),
  /** Of the limit of the busiest instance; asked where the monitor measures it. */
  maxCpu: ratio.default(0.8),
  maxMemory: ratio.default(0.8),
  healthEvery: duration.default(30 * units.s),
};

/** What `strategy: rolling` replaces at once. */
const rolling = z.strictObject({
  /** In percent of the instances, or of the traffic where a target knows no instances. */
  batch: z.number().int().min(1).max(100).default(25),
  /** How many instances may be missing meanwhile; 0: new ones come before old ones go. */
  maxUnavailable: z.number().int().min(0).default(0),
});

const environment = z.strictObject({
  target: z.string().default("local"),
  /** Settings of the target, in its own words (docs/targets.md). */
  settings: z.record(z.string(), z.json()).default({}),
  monitor: z.string().default("proxy"),
  monitorSettings: z.record(z.string(), z.json()).default({}),
  /** Environment variables for the smoke tests (connection URLs, accounts). */
  env: environmentVariables.default({}),
  smoke: smokeHereSchema.prefault({}),
  rolling: rolling.prefault({}),
});

const isWeb = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Where the gates `smoke` and `e2e` run: the application of the checkout. */
export const developmentSchema = z.strictObject({
  /** Of one that runs already; never production's. Nothing is started then. */
  url: z.string().refine(isWeb, 'must be an address like "https://dev.example.com"').optional(),
  /** Run to its end before each start (migrations, example data), with `env`. */
  setup: z.string().min(1).optional(),
  /** Starts the application of the checkout; `PORT` is set. Stopped afterwards. */
  command: z.string().min(1).optional(),
  health: z.string().default("/health"),
  env: environmentVariables.default({}),
  timeout: duration.default(units.m),
});

/** Where a release goes, and what it has to hold there. */
export const environmentsSchema = z
  .strictObject({
    development: developmentSchema.optional(),
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
  .prefault({});
