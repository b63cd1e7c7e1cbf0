/** What looks into a log that is there, in one piece: it is loaded by itself. */
export { anchorProblems, findAnchor } from "./anchor.ts";
export { auditEvidence, evidenceText } from "./export.ts";
export { verifyAuditLog } from "./verify.ts";
