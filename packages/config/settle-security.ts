import type { Detected } from "./detect/detect.ts";
import type { DetectedScanner } from "./detect/project.ts";
import { unwritten, type Written } from "./schema.ts";

/** One scanner: a command, and the report that it writes. */
export interface Scanner {
  readonly command: string;
  readonly report: string;
  /** Why it was chosen; absent where people wrote it. */
  readonly why?: string;
}

/** What the security gate runs, or whose alerts it asks for. */
export interface SecuritySettings {
  /** Empty where nothing was written and the project's files tell of none. */
  readonly scanners: readonly Scanner[];
  /** Whose alerts of the code host count, instead of scanners. */
  readonly alerts?: readonly ("code-scanning" | "dependabot")[];
  readonly blockAt: number;
  /** In ms. */
  readonly timeout: number;
}

/** The security gate as it will run; `undefined` where its verdict is that of a check. */
export function settleSecurity(
  written: Written["gates"]["security"],
  found: readonly DetectedScanner[] | undefined,
  detected: Detected[],
): SecuritySettings | undefined {
  const { source, command, report, scanners, alerts, blockAt, timeout } = written ?? unwritten.security;
  if (source === "check") return undefined;
  const bounds = { blockAt, timeout };
  if (source === "alerts") return { scanners: [], alerts: alerts ?? ["code-scanning"], ...bounds };
  if (scanners !== undefined) return { scanners, ...bounds };
  if (command !== undefined && report !== undefined) return { scanners: [{ command, report }], ...bounds };
  if (found === undefined || command !== undefined) return { scanners: [], ...bounds };
  detected.push({
    key: "gates.security.scanners",
    value: found.map((one) => one.command),
    why: found.map(({ why }) => why).join("; "),
  });
  return { scanners: found, ...bounds };
}
