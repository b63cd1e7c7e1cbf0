import path from "node:path";

import type { GateOutcome } from "#gates";
import type { GateName } from "#machine";

import type { Ports, StageContext } from "../context.ts";
import { gatherEvidence } from "./evidence.ts";
import { brokenSetup, gateContext, tellGate } from "./one-gate.ts";
import type { Past } from "./past.ts";

/** A release as the gates see it: what is recorded when they begin. */
export type Seen = Pick<StageContext["driver"], "record" | "facts">;

export interface Wanted {
  readonly sha: string;
  readonly gates: readonly GateName[];
  readonly past: Past;
  /** Told of each gate as it ends, the fast ones first. */
  readonly finished?: (outcome: GateOutcome) => Promise<void>;
}

/**
 * Runs gates at the same time, each with its set-up in a checkout of its own, so that none sees the build, the coverage or
 * the reports of another. A red gate stops nobody: all finish, and the outcomes come in the order that was wanted.
 */
export async function sideBySide(ports: Ports, seen: Seen, wanted: Wanted): Promise<readonly GateOutcome[]> {
  const stop = new AbortController();
  const { group, ...ungrouped } = ports;
  // The lines of several gates come mixed: no group could hold those of one.
  const own = group !== undefined && wanted.gates.length === 1 ? { group } : {};
  const attended = { ...ungrouped, ...own, signal: AbortSignal.any([ports.signal, stop.signal]) };
  try {
    // One after another: git keeps one list of its work trees.
    for (const gate of wanted.gates)
      if (runsCode(gate)) await ports.git.ensureWorktree(wanted.sha, placeOf(ports, gate));
    const running = wanted.gates.map(async (gate) => {
      try {
        const outcome = await alone(attended, seen, { sha: wanted.sha, gate, past: wanted.past });
        await wanted.finished?.(outcome);
        return [outcome];
      } catch (thrown) {
        // Not a red gate: a request of people, an end of the process, a defect. Nobody goes on alone then.
        stop.abort(thrown);
        return [];
      }
    });
    const outcomes = (await Promise.all(running)).flat();
    stop.signal.throwIfAborted();
    return outcomes;
  } finally {
    for (const gate of wanted.gates) if (runsCode(gate)) await ports.git.removeWorktree(placeOf(ports, gate));
  }
}

async function alone(
  ports: Ports,
  seen: Seen,
  { sha, gate, past }: { readonly sha: string; readonly gate: GateName; readonly past: Past },
): Promise<GateOutcome> {
  const context = gateContext(ports, seen.record.plan, { sha, directory: placeOf(ports, gate) });
  // How the gates beside it end is not known to the Definition of Done: those categories are provisional.
  if (!runsCode(gate)) {
    const evidence = await gatherEvidence(seen, ports);
    return tellGate(ports, gate, { context: { ...context, evidence }, past });
  }
  const broken = await brokenSetup(context, gate);
  return broken === undefined ? tellGate(ports, gate, { context, past }) : ports.scrub.value(broken);
}

/** The Definition of Done is read from git and the record: it needs no checkout, and no code of the project comes near it. */
function runsCode(gate: GateName): boolean {
  return gate !== "dod";
}

function placeOf({ workDirectory }: Ports, gate: GateName): string {
  return path.join(workDirectory, `gates-${gate}`);
}
