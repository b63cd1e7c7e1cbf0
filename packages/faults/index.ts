export { asFault, ReleaseFault, type FaultCode } from "./fault.ts";
export { exitCode, exitCodeOf } from "./exit.ts";
export { nearestWord } from "./nearest-word.ts";
