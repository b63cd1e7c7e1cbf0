import { z } from "zod";

/** Of a path in a Vault: `transit`, `teams/shop/transit`. */
const place = z
  .string()
  .regex(
    /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/,
    "must be a path like transit, without / at its ends",
  );

/** A key in the transit engine of a Vault (HashiCorp Vault, OpenBao), and how a release may use it. Nothing in it is secret. */
export const vaultSchema = z.strictObject({
  /** Without it that of `VAULT_ADDR`. */
  address: z
    .string()
    .refine(isVaultAddress, 'must be an https address like "https://vault.example.com:8200"; http only on this machine')
    .optional(),
  /** Without it that of `VAULT_NAMESPACE`. */
  namespace: place.optional(),
  /** Where the transit engine is. */
  mount: place.default("transit"),
  /** An Ed25519 key of it. */
  key: z.string().regex(/^[A-Za-z0-9_.-]+$/, "must be the name of a key, like release-audit"),
  /** Who a job of GitHub is there, by its OIDC token. Without it, and elsewhere, `VAULT_TOKEN` counts. */
  jwt: z
    .strictObject({
      role: z.string().regex(/^[A-Za-z0-9_.-]+$/, "must be the name of a role"),
      /** Where the auth method is mounted. */
      mount: place.default("jwt"),
      /** For whom the token is made out; the address of the Vault unless told. */
      audience: z.string().min(1).optional(),
    })
    .optional(),
});

export type VaultSettings = z.output<typeof vaultSchema>;

/** Whether a token may be sent there: it signs for whoever reads it on its way. */
export function isVaultAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username + password + search + hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname));
}
