/** The audit log: one line a release, each vouching for the line before and for all facts of its release; its head is signed. */
export { continueLog, type DeniedHour, hourOf, loggedHours } from "./append.ts";
export { anchorOf } from "./anchor.ts";
export { checkpointProblems, signCheckpoint, sizeOf, staleness, type Witness } from "./checkpoint.ts";
export { factsDigest } from "./log.ts";
export { keyName, type NoteSigner, type NoteVerifier, parseVerifier, signerFrom, verifierText } from "./note.ts";
export type { Wanted as EvidenceWanted } from "./export.ts";

/** What looks into a log that is there: only who asks needs it, a release does not. */
export const loadVerifier = () => import("./verifier.ts");

/** What sums releases up for the tools of others, and finds those that nobody vouched for: only where there is a key. */
export const loadAttestation = () => import("./vouching.ts");

/** What says that people were erased from records: only who erases them, and who asks, needs it. */
export const loadErasure = () => import("./erasure.ts");
export type { Erasure } from "./erasure.ts";

/** What signs with a key that a Vault keeps: only where the configuration asks for that. */
export const loadTransit = () => import("./transit.ts");
export type { VaultLogin, VaultOptions } from "./vault.ts";
