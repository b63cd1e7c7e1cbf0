import { z } from "zod";

import { duration, units } from "./duration.ts";

const pattern = z.string().refine(isPattern, "must be a regular expression");
const values = z.record(z.string(), z.string());

const scope = {
  name: z.string(),
  /** Globs of files, like `src/cart/**`: a hotfix runs the check when one of them was changed. */
  affects: z.array(z.string().min(1)).min(1).optional(),
  /** Whether every hotfix runs it. */
  critical: z.boolean().optional(),
};

/** Any other tool, for the shell of the machine: holds when it ends with 0. */
const commandCheck = z.strictObject({ ...scope, command: z.string().min(1), timeout: duration.optional() });

const httpStep = z
  .strictObject({
    ...scope,
    method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
    path: z.string(),
    headers: values.default({}),
    /** Sent as JSON. `{{name}}` is replaced by what an earlier step captured. */
    json: z.json().optional(),
    /** Sent as an HTML form. */
    form: values.optional(),
    /** Sent as it is. */
    body: z.string().optional(),
    status: z.union([z.number().int(), z.literal("2xx")]).default("2xx"),
    /** Text that the answer must contain. */
    contains: z.string().optional(),
    /** Dotted path into the JSON answer, or `header:NAME` → its value. */
    equals: z.record(z.string(), z.json()).optional(),
    /** The same → regular expression. */
    matches: z.record(z.string(), pattern).optional(),
    /** Until the whole answer is there. */
    maxTime: duration.optional(),
    /** name → dotted path into the JSON answer, or `header:NAME`. */
    capture: values.default({}),
  })
  .refine(({ json, form, body }) => [json, form, body].filter((one) => one !== undefined).length <= 1, {
    path: ["body"],
    message: "json, form and body are three ways to send one body: choose one",
  });

const none = z.strictObject({ none: z.string().min(1) });

/** The kind of a check decides which mistakes are told. */
function listOf<T extends z.ZodType>(check: T) {
  return z.union([none, z.array(z.union([check, commandCheck])).min(1)]);
}

/** The smoke checks, as the file has them. */
export const smokeSchema = z.strictObject({
  api: listOf(httpStep),
  /** Read and write inside a marked sandbox, through the variable that holds the connection URL. */
  database: listOf(
    z.strictObject({
      ...scope,
      urlFrom: z.string(),
      /** Variable with the URL of a read replica, which is asked when the check fails. */
      replicaUrlFrom: z.string().optional(),
      /** Only over TLS; `caFrom`: variable with the certificate (PEM) that signed the server's. */
      tls: z.union([z.boolean(), z.strictObject({ caFrom: z.string() })]).optional(),
      timeout: duration.optional(),
    }),
  ),
  external: listOf(
    z.strictObject({ ...scope, url: z.string(), statusUrl: z.url().optional(), fallback: z.string().optional() }),
  ),
  /** Login, a call that needs it, logout: in this order. */
  auth: listOf(httpStep),
  /** Critical user paths: each a list of steps. */
  paths: listOf(z.strictObject({ ...scope, steps: z.array(httpStep).min(1) })),
  timeout: duration.default(10 * units.s),
  /** When a check that failed is tried again (decision 9). */
  retry: z
    .strictObject({
      on: z.array(z.enum(["timeout", "transport", "gateway"])).default(["timeout", "transport", "gateway"]),
      times: z.number().int().min(0).max(5).default(1),
      delay: duration.default(30 * units.s),
    })
    .prefault({}),
  /** Checks at once. */
  parallel: z.number().int().min(1).max(32).default(4),
  /** After the first failure no further check begins. */
  failFast: z.boolean().default(false),
  /** Further origins that redirects and captured addresses may lead to, like `https://login.example.com`. */
  origins: z.array(z.url()).default([]),
});

/** What one environment does otherwise. */
export const smokeHereSchema = z.strictObject({
  /** Sent with every request to the environment. */
  headers: values.default({}),
  /** Sent as well while only the new version is meant, where the target cannot address it. */
  candidateHeaders: values.default({}),
  timeout: duration.optional(),
  /** `category: name` → why this environment leaves the check out. */
  skip: z.record(z.string(), z.string().min(1)).default({}),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
