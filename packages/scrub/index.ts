/** Secrets and personal data, out of everything that people and logs get to see. */
export { createScrubber, type Scrubber } from "./scrub.ts";
