import { ReleaseFault } from "#faults";
import type { Clock } from "./clock.ts";

export interface BreakerOptions {
  /** Failed calls in a row that open it. */
  readonly failures: number;
  /** How long it stays open. */
  readonly openMs: number;
}

interface Circuit {
  failuresInRow: number;
  openUntilMs: number;
}

/** Stops asking a host that keeps failing; after `openMs` one call may try it, and its success closes the circuit. */
export interface Breaker {
  /** Throws a `remote` fault while the circuit of the host is open. */
  admit(host: string): void;
  report(host: string, outcome: "answered" | "failed"): void;
}

export function createBreaker({ failures, openMs }: BreakerOptions, clock: Pick<Clock, "now">): Breaker {
  const circuits = new Map<string, Circuit>();
  return {
    admit(host) {
      const circuit = circuits.get(host);
      if (circuit === undefined || circuit.failuresInRow < failures) return;
      if (clock.now() < circuit.openUntilMs) throw openFault(host, circuit);
      // Half open: whoever comes next while this one asks is still turned away.
      circuit.openUntilMs = clock.now() + openMs;
    },
    report(host, outcome) {
      if (outcome === "answered") {
        circuits.delete(host);
        return;
      }
      const failuresInRow = (circuits.get(host)?.failuresInRow ?? 0) + 1;
      circuits.set(host, { failuresInRow, openUntilMs: clock.now() + openMs });
    },
  };
}

function openFault(host: string, { failuresInRow, openUntilMs }: Circuit): ReleaseFault {
  const until = new Date(openUntilMs).toISOString();
  return new ReleaseFault(
    "remote",
    `${host} has failed ${failuresInRow} times in a row and is left alone until ${until}`,
    {
      hint: `Look at the status page of ${host}; then run the command again after ${until}.`,
    },
  );
}
