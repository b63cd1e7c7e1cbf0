import { z } from "zod";

import { duration, units } from "./duration.ts";

/** How a version under watch is judged, and how long what is not clear may stay so (decisions 13, 26, 40–44). */
export const analysisSchema = z
  .strictObject({
    /** `sequential` keeps false rollbacks below alpha; `threshold` is the plain rules on raw ratios a minute. */
    judge: z.enum(["sequential", "threshold"]).default("sequential"),
    /** Chance that the judge rolls a good release back. */
    alpha: z.number().gt(0).max(0.05).default(0.0025),
    /** Whether slowness alone rolls back, or only beside a sign of errors (decision 12). */
    latency: z.enum(["with-errors", "alone"]).default("with-errors"),
    /** Normal is `maxErrorRatio`, whatever the version before always had. */
    strict: z.boolean().default(false),
    promote: z
      .strictObject({
        /** What has to be shown at the end of a watch: that nothing is odd, or a proof that the error ratio is low. */
        require: z.enum(["nothing-odd", "proof"]).default("nothing-odd"),
      })
      .prefault({}),
    /** How long the serving version is measured before the first shift, where it has traffic; `0s`: not at all. */
    baseline: duration.default(30 * units.s),
    /** How long people are asked about a version that is not proved, before it goes back. */
    ask: duration.default(10 * units.m),
    /** How long an incident that both versions share may hold the release, before it goes back. */
    incident: duration.default(15 * units.m),
    /** What is usual, learned from 20 past releases and more: a signal beside the others, under the same alpha. */
    model: z.enum(["off", "hour-and-weekday"]).default("off"),
  })
  .prefault({});
