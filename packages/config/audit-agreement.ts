import type { AuditSettings } from "./audit-schema.ts";
import { when, type Problem } from "./problems.ts";

/** A Vault that is named signs, and one that is to sign is named. */
export function checkAudit({ sign, vault }: AuditSettings): readonly Problem[] {
  return [
    ...when(sign === "vault" && vault === undefined, {
      path: ["audit", "sign"],
      message: "is vault, and audit.vault does not say which: {address: https://…, key: release-audit}",
    }),
    ...when(sign !== "vault" && vault !== undefined, {
      path: ["audit", "vault"],
      message: `is not used while audit.sign is ${sign}: write sign: vault`,
    }),
  ];
}
