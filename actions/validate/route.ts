import { ReleaseFault } from "#faults";
import { summaryOf, textInCheckout, type Outcome, type Runner } from "#shell";
import type { Route, ValidateCommand } from "#stages";

import type { Inputs } from "./inputs.ts";

/** What was asked for, with the files that people wrote. */
export async function commandOf(inputs: Inputs, { cwd }: Pick<Runner, "cwd">): Promise<ValidateCommand> {
  const {
    command,
    release,
    token: _,
    notifySecrets: ____,
    signingKey: __,
    signingPassphrase: ___,
    reason,
    ...words
  } = inputs;
  if (command === "start") {
    const { startOf } = await import("#stages");
    return { kind: "start", start: await startOf(words, (file, input) => textInCheckout(cwd, file, input)) };
  }
  if (release === undefined)
    throw new ReleaseFault("input", `release: is required when command is ${command}`, {
      hint: "Example: release: v2.5.0",
    });
  if (command === "retry") return { kind: command, id: release, override: inputs.override };
  if (command !== "resume") return { kind: "request", id: release, ask: command, reason: reasonFor(command, reason) };
  if (inputs.override === undefined) return { kind: command, id: release, emergency: inputs.emergency };
  throw new ReleaseFault("input", "override: belongs to start and retry; what a release may pass is in its plan", {
    hint: `Leave it out. A gate that failed is overridden by a new attempt: command: retry, release: ${release}`,
  });
}

function reasonFor(command: "hold" | "promote" | "abort", reason: string | undefined): string {
  if (reason !== undefined) return reason;
  if (command === "promote") return "go on";
  throw new ReleaseFault("input", `reason: is required when command is ${command}; it is kept in the record`, {
    hint: "Example: reason: payment provider is down",
  });
}

const approvalWords: Readonly<Record<Route["approval"], string>> = {
  ask: "people are asked before production",
  given: "given in an earlier run",
  auto: "nobody is asked: the configuration lets this severity pass",
};

/** The outputs by which the other jobs of the run go. */
export function routeOutcome(route: Route): Outcome {
  const { outcome, release, type, resumeAt, approval, legs, sha, incident, first, notes } = route;
  const rows = {
    release,
    type,
    ...(incident === undefined ? {} : { incident: `${incident.id} (${incident.severity})` }),
    "goes on at": resumeAt,
    approval: approvalWords[approval],
    legs: legs.join(", "),
    commit: sha,
  };
  return {
    outputs: { outcome, release, type, resume_at: resumeAt, approval, legs: JSON.stringify(legs), sha },
    summary: summaryOf({ title: `${release}: ${outcome}`, first, rows: Object.entries(rows), notes }),
    ...(outcome === "refused" ? { notices: [{ level: "warning", title: release, text: notes.join("\n") }] } : {}),
  };
}
