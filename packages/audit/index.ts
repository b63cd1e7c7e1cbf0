/** The audit log: one line a release, each vouching for the line before and for all facts of its release. */
export { auditLine, factsDigest } from "./log.ts";
export { verifyAuditLog } from "./verify.ts";
