/** What all actions share: inputs, outcome, and the runner they meet. */
export { eventOf } from "./event.ts";
export { keepArtifacts } from "./keep-artifacts.ts";
export { findEvidence, keepEvidence } from "./evidence-store.ts";
export { jobOutcome } from "./job-outcome.ts";
export { endOnDefect, giveUp } from "./last-words.ts";
export { textInCheckout } from "./named-file.ts";
export { type Notice } from "./notices.ts";
export {
  flag,
  oneOf,
  optional,
  parseInputs,
  releaseId,
  text,
  textMap,
  webAddress,
  type Shape,
} from "./parse-inputs.ts";
export { runAction, type Action, type Outcome } from "./run-action.ts";
export { type Runner } from "./runner.ts";
export { openStores } from "./stores/open.ts";
export { escaped, summaryOf } from "./summary.ts";
export { openHere, surroundingsOf } from "./workplace.ts";
