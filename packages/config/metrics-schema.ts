import { z } from "zod";

import { channelVariable } from "./notify-schema.ts";

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a short name in lower case, like manager-dashboard");

/** What is measured of releases: how time is divided, and where the numbers are sent. */
export const metricsSchema = z.strictObject({
  /** The periods of history and trends, in UTC. */
  period: z.enum(["month", "quarter", "sprint"]).default("month"),
  sprint: z
    .strictObject({
      days: z.number().int().min(1).max(366).default(14),
      /** The first day of any sprint. */
      start: z.iso.date("must be a day, like 2026-01-05").default("2026-01-05"),
    })
    .prefault({}),
  /** Who is sent the measures of each release that ends. */
  push: z
    .array(
      z.discriminatedUnion("kind", [
        /** JSON, signed by HMAC-SHA256 as Standard Webhooks says. */
        z.strictObject({ name, kind: z.literal("webhook"), urlFrom: channelVariable, secretFrom: channelVariable }),
        /** OTLP over HTTP, as JSON. */
        z.strictObject({
          name,
          kind: z.literal("otlp"),
          urlFrom: channelVariable,
          /** Variable with more headers: `name=value,name=value`. */
          headersFrom: channelVariable.optional(),
        }),
      ]),
    )
    .default([]),
});

export type MetricsSettings = z.output<typeof metricsSchema>;
