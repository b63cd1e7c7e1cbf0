/** What signs for releases, in one piece: it is loaded by itself. */
export { attestation } from "./attestation.ts";
export { loggedReleases, recordedFacts, unsignedReleases } from "./unsigned.ts";
