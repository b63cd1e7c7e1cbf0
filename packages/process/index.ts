export { harmlessVariables, onlyVariables } from "./environment.ts";
export { freePort } from "./free-port.ts";
export { run, runShell, type RunOptions, type RunResult } from "./run.ts";
export { runStream, type StreamOptions } from "./stream.ts";
export { startTalk, type Talk } from "./talk.ts";
