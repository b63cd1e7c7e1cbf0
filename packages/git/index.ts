export { openGit, type GitOptions } from "./open.ts";
export type { Git, PushOutcome, RefUpdate, Sight, Signer } from "./port.ts";
export { readClone, type CloneReader } from "./read.ts";
