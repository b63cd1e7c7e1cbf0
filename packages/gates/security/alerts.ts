import { ReleaseFault } from "#faults";
import type { AlertKind, GateContext, Scanned, SecurityAlert } from "../context.ts";
import { finding, fixCommand, severityOf, type SecurityFinding } from "../readers/findings.ts";
import { cwesIn } from "../readers/owasp.ts";

const pollEveryMs = 10_000;

/** The alerts that the code host holds open for the commit; waits for its analysis as long as the gate has time. */
export async function alertFindings(
  kinds: readonly AlertKind[],
  timeoutMs: number,
  context: GateContext,
): Promise<Scanned> {
  const found: SecurityFinding[] = [];
  for (const kind of kinds) {
    const alerts = await awaited(kind, timeoutMs, context);
    if (alerts === undefined) return { findings: found, failures: [unanalysed(context.sha, timeoutMs)] };
    context.onProgress(`${alerts.length} open alerts of ${kind}`);
    found.push(...alerts.map(asFinding));
  }
  return { findings: found, failures: [] };
}

async function awaited(kind: AlertKind, timeoutMs: number, { openAlerts, clock, signal, onProgress }: GateContext) {
  if (openAlerts === undefined) throw new Error("a gate of alerts needs the code host");
  const until = clock.now() + timeoutMs;
  for (let told = false; ; told = true) {
    const alerts = await answered(openAlerts(kind), onProgress);
    const left = until - clock.now();
    if (alerts !== undefined || left <= 0) return alerts;
    if (!told) onProgress("waiting for the analysis of this commit by code scanning");
    await clock.sleep(Math.min(pollEveryMs, left), signal);
    signal.throwIfAborted();
  }
}

/** A host that does not answer now has not said that there is no alert: `undefined` then. */
async function answered(
  asked: Promise<readonly SecurityAlert[] | undefined>,
  onProgress: (line: string) => void,
): Promise<readonly SecurityAlert[] | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault) || thrown.code !== "remote") throw thrown;
    onProgress(thrown.message);
    return undefined;
  }
}

function unanalysed(sha: string, timeoutMs: number) {
  return {
    title: `Code scanning has no analysis of ${sha.slice(0, 12)} after ${Math.round(timeoutMs / 1000)} s`,
    detail: "Without one, the absence of alerts proves nothing.",
    suggestion:
      "Let the workflow of code scanning run on pushes to release/** and hotfix/**, or give it more time: gates.security.timeout",
  };
}

function asFinding(alert: SecurityAlert): SecurityFinding {
  const { ids, text, score, vectors, word, url, file, line, tags, package: holder, fixedIn } = alert;
  return finding({
    ids,
    text,
    severity: severityOf({ scores: [score], vectors, word }),
    ...(holder === undefined ? {} : { package: { name: holder.name } }),
    fixedIn,
    command: holder === undefined ? undefined : fixCommand(holder.ecosystem, holder.name, fixedIn),
    file,
    line,
    help: url,
    cwes: cwesIn(tags),
  });
}
