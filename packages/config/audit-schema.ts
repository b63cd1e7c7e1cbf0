import { z } from "zod";

import { vaultSchema } from "./vault-schema.ts";

/** Who vouches for the audit log, and by which key others can tell. */
export const auditSchema = z.strictObject({
  /** The head of the log is signed whenever a release ends: `key` with the key of the environment, `vault` by a Vault that keeps it. */
  sign: z.enum(["none", "key", "vault"]).default("none"),
  /** Where that Vault is, and which of its keys signs. */
  vault: vaultSchema.optional(),
  /** Public keys whose signatures count, as `release audit key` prints them; older ones stay, so that what they signed can be checked. */
  keys: z
    .array(
      z
        .string()
        .regex(/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/, 'must be what "release audit key" prints, all of it'),
    )
    .default([]),
});

export type AuditSettings = z.output<typeof auditSchema>;
