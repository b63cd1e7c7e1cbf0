import type { Command } from "./command.ts";
import { isRefusedAccess, withoutSecrets } from "./faults.ts";
import type { PushOutcome, RefUpdate } from "./port.ts";

const pushTimeoutMs = 60_000;
const denial = /declined|denied|deny|protected|prohibited|not permitted|not allowed|permission|hidden ref|read-only/i;

/** One atomic push. What it could not learn it does not guess: see `PushOutcome`. */
export async function push(git: Command, remote: string, updates: readonly RefUpdate[]): Promise<PushOutcome> {
  if (updates.length === 0) return { state: "applied" };
  const leases = updates.flatMap(({ ref, expect }) =>
    expect === "any" ? [] : [`--force-with-lease=${ref}:${expect === "absent" ? "" : expect}`],
  );
  const refspecs = updates.map(({ ref, to }) => `${to ?? ""}:${ref}`);
  const result = await git.try(
    ["push", "--porcelain", "--atomic", "--no-verify", "--no-signed", ...leases, remote, ...refspecs],
    { timeoutMs: pushTimeoutMs },
  );
  if (result.exitCode === 0) return { state: "applied" };
  const refusals = result.stdout.split("\n").filter((line) => line.startsWith("!"));
  const reason = withoutSecrets(refusals.join("; ") || result.stderr.trim()).slice(0, 600);
  if (refusals.length > 0 && refusals.every((line) => isVerdict(line))) {
    return {
      state: "refused",
      reason: saidBy(result.stderr, reason),
      denied: refusals.some((line) => denial.test(inBrackets(line))),
    };
  }
  if (isRefusedAccess(result.stderr)) return { state: "refused", reason, denied: true };
  return { state: "unknown", reason: result.timedOut ? `no answer in ${pushTimeoutMs / 1000} s` : reason };
}

/** "[remote failure]" and an empty reason mean that the server's report never came. */
function isVerdict(line: string): boolean {
  return !line.includes("[remote failure]");
}

function inBrackets(line: string): string {
  return line.slice(line.lastIndexOf("\t") + 1);
}

/** A host explains a refusal on `remote:` lines, not in the report. */
function saidBy(stderr: string, reason: string): string {
  const remote = stderr.split("\n").filter((line) => line.startsWith("remote:") && line.trim() !== "remote:");
  return [reason, ...remote.slice(0, 5)].join("; ");
}
