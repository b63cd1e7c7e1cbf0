/** Secrets and personal data, out of everything that people and logs get to see. */
export { keyLines } from "./lines.ts";
export { createScrubber, type Scrubber } from "./scrub.ts";
export { secretValues } from "./environment.ts";
