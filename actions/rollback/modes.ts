import { randomUUID } from "node:crypto";

import { ReleaseFault } from "#faults";
import type { JobEnd, RollbackOutcome, Workplace } from "#stages";

import type { Inputs } from "./index.ts";

/** The three ways into a rollback. */
export async function rollBack(
  { mode, release: id, to, reason }: Inputs,
  open: () => Promise<Workplace>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<JobEnd<RollbackOutcome>> {
  const { rollbackManual, rollbackNet, rollbackStaging } = await import("#stages");
  if (mode !== "manual") {
    if (to !== undefined || reason !== undefined) throw onlyManual(mode);
    return mode === "net" ? rollbackNet(await open(), id) : rollbackStaging(await open(), id);
  }
  if (reason === undefined) {
    throw new ReleaseFault("input", "reason: is required when mode is manual", {
      hint: "Example: reason: orders fail since the release",
    });
  }
  // A step that is run again asks for the same thing again, and not for another one.
  const run = env["GITHUB_RUN_ID"];
  const requestId = run === undefined ? randomUUID() : `run-${run}`;
  return rollbackManual(await open(), { id, reason, requestId, ...(to === undefined ? {} : { to }) });
}

function onlyManual(mode: string): ReleaseFault {
  return new ReleaseFault("input", `to, reason: mean nothing when mode is ${mode}`, {
    hint: "Leave them out, or use: mode: manual",
  });
}
