/** The audit log: one line a release, each vouching for the line before and for all facts of its release; its head is signed. */
export { checkpointProblems, signCheckpoint, type Witness } from "./checkpoint.ts";
export { auditLine, factsDigest } from "./log.ts";
export { type NoteSigner, type NoteVerifier, parseVerifier, signerFrom, verifierText } from "./note.ts";
export { verifyAuditLog } from "./verify.ts";
