/** The audit log: one line a release, each vouching for the line before and for all facts of its release; its head is signed. */
export { continueLog, type DeniedHour, hourOf, loggedHours } from "./append.ts";
export { attestation } from "./attestation.ts";
export { checkpointProblems, signCheckpoint, sizeOf, staleness, type Witness } from "./checkpoint.ts";
export { factsDigest } from "./log.ts";
export { keyName, type NoteSigner, type NoteVerifier, parseVerifier, signerFrom, verifierText } from "./note.ts";
export { verifyAuditLog } from "./verify.ts";
