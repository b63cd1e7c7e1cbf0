export { auditLine, factsDigest, verifyAuditLog } from "./log.ts";
