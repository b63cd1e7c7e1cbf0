import { z } from "zod";

import { ReleaseFault } from "#faults";

import type { Monitor, MonitorOptions, Signal } from "./port.ts";
import { createAsk } from "./prometheus/client.ts";
import { countersSchema, expressionSchema, haproxyQueries, type Names, type Queries } from "./prometheus/queries.ts";
import { LAG_SCRAPES, PrometheusWatch } from "./prometheus/watch.ts";
import { parseSettings } from "./settings.ts";

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of a variable, like PROMETHEUS_TOKEN");

const settingsSchema = z
  .strictObject({
    url: z.string().refine(isPlainWeb, 'must be an address without a password, like "http://prometheus:9090"'),
    /** Queries for HAProxy's own exporter; those that are given too take their place. */
    haproxy: z.strictObject({ proxy: z.string().min(1).optional() }).optional(),
    requests: countersSchema.optional(),
    errors: countersSchema.optional(),
    /** Buckets of a histogram in seconds, one of which ends at `maxP95`. */
    latency: countersSchema.optional(),
    /** Shares of the limit, 0–1. */
    cpu: expressionSchema.optional(),
    memory: expressionSchema.optional(),
    scrapeIntervalMs: z.number().int().min(100).max(300_000).default(15_000),
    tokenFrom: variable.optional(),
    basic: z.strictObject({ user: z.string().min(1), passwordFrom: variable }).optional(),
    /** Sent along, e.g. the tenant of a shared store. Nothing secret. */
    headers: z.record(z.string(), z.string()).default({}),
  })
  .superRefine(({ haproxy, requests, errors, tokenFrom, basic }, context) => {
    const tell = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    const needed = 'is needed, like http_requests_total{version="{{version}}"}; or write haproxy: {}';
    if (haproxy === undefined && requests === undefined) tell("requests", needed);
    if (haproxy === undefined && errors === undefined) tell("errors", needed.replace('"}', '",code=~"5.."}'));
    if (tokenFrom !== undefined && basic !== undefined) tell("basic", "cannot be used beside tokenFrom");
  });
type Settings = z.infer<typeof settingsSchema>;

/** Until it is scraped, until the interval of that scrape is over, and until its scrapes are stored. */
export function seenAfterMs(settings: Readonly<Record<string, unknown>>): number {
  return (2 + LAG_SCRAPES) * parsed(settings).scrapeIntervalMs;
}

/** Reads counters of both versions from a Prometheus: errors, and latency, CPU and memory where queries are given. */
export function createMonitor(settings: Readonly<Record<string, unknown>>, options: MonitorOptions): Monitor {
  const known = parsed(settings);
  const headers = { ...known.headers, ...authorization(known, options.env ?? {}) };
  const ask = createAsk({ url: known.url, headers }, options);
  const queries = queriesOf(known);
  return {
    name: "prometheus",
    measures: (["errors", "latency", "cpu", "memory"] as const satisfies Signal[]).filter(
      (signal) => queries[signal] !== undefined,
    ),
    begin: async ({ canary, baseline, slowMs, signal }) => {
      const { scrapeIntervalMs: scrapeMs } = known;
      const { clock, serversOf } = options;
      const named = (version: string): Names => ({ version, servers: serversOf?.(version) ?? [version] });
      const versions = { canary: named(canary), baseline: baseline === undefined ? undefined : named(baseline) };
      const watch = new PrometheusWatch({ ...versions, queries, ask, slowMs, scrapeMs, clock, signal });
      await watch.start().catch((thrown: unknown) => {
        // What does not answer now may do so later: the readings tell. What is asked wrongly stays wrong.
        if (!(thrown instanceof ReleaseFault) || thrown.code !== "remote") throw thrown;
      });
      return watch;
    },
  };
}

function parsed(settings: Readonly<Record<string, unknown>>): Settings {
  return parseSettings(
    "prometheus",
    settingsSchema,
    settings,
    '{url: "http://prometheus:9090", requests: \'http_requests_total{version="{{version}}"}\', errors: \'http_requests_total{version="{{version}}",code=~"5.."}\'}',
  );
}

function queriesOf({ haproxy, requests, errors, latency, cpu, memory }: Settings): Queries {
  const preset = haproxy === undefined ? { requests: [], errors: [] } : haproxyQueries(haproxy.proxy);
  return {
    requests: requests ?? preset.requests,
    errors: errors ?? preset.errors,
    ...(latency === undefined ? {} : { latency }),
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
  };
}

function authorization(
  { tokenFrom, basic }: Settings,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const name = tokenFrom ?? basic?.passwordFrom;
  if (name === undefined) return {};
  const secret = env[name] ?? "";
  if (secret === "") {
    throw new ReleaseFault("config", `The variable ${name}, which the monitor "prometheus" needs, is not set`, {
      hint: `Set ${name} in the environment of the command, or remove it from monitorSettings.`,
    });
  }
  if (basic === undefined) return { authorization: `Bearer ${secret}` };
  return { authorization: `Basic ${Buffer.from(`${basic.user}:${secret}`).toString("base64")}` };
}

function isPlainWeb(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === "";
}
