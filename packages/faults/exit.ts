import type { FaultCode } from "./fault.ts";

/** The one table of exit codes. Scripts branch on these numbers: changing one is a major version. */
export const exitCode = {
  /** Completed, promoted, or nothing to do. */
  ok: 0,
  /** A defect of ours. */
  defect: 1,
  /** Wrong input, configuration or permission: nothing was changed. */
  usage: 2,
  /** Waiting for people, time or a service; or a verdict of hold. */
  waiting: 3,
  /** The release was rolled back. */
  rolledBack: 4,
  /** The release failed before production. */
  failed: 5,
} as const;

/** The exit code for a failure of this kind that ended a command. */
export function exitCodeOf(code: FaultCode): number {
  switch (code) {
    case "bug":
      return exitCode.defect;
    case "input":
    case "config":
    case "permission":
    case "policy":
      return exitCode.usage;
    case "remote":
      return exitCode.waiting;
  }
}
