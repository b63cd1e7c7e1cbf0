import { z } from "zod";

/** Who vouches for the audit log, and by which key others can tell. */
export const auditSchema = z.strictObject({
  /** `key`: the head of the log is signed whenever a release ends, with the key of the environment. */
  sign: z.enum(["none", "key"]).default("none"),
  /** Public keys whose signatures count, as `release audit key` prints them; older ones stay, so that what they signed can be checked. */
  keys: z
    .array(
      z
        .string()
        .regex(/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/, 'must be what "release audit key" prints, all of it'),
    )
    .default([]),
});
