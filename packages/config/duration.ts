import { z } from "zod";

/** Units of durations, in ms. */
export const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `500ms`, `30s`, `5m`, `2h`, `30d` → ms. */
export const duration = z
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
