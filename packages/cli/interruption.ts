import type { Driver } from "#journal";
import { exitCode } from "#faults";

/** The part of a process that receives signals and ends. */
export interface Stoppable {
  on(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  exit(code: number): void;
}

export interface Stop {
  readonly signal: AbortSignal;
  /** Does what a first signal does, for another reason than a signal. */
  ask(name: string): void;
  /** What happened, and the command that continues. */
  farewell(driver: Pick<Driver, "id" | "record"> | undefined): string;
}

/** A launcher and the terminal may both hand on one Ctrl-C. */
const oneKeyMs = 1_000;

/**
 * The first signal asks to stop: what is under way comes to its end and leases are given back. A second one, later than
 * an echo of the first, ends the process at once; the record is whole even then.
 */
export function listenForStop(
  process: Stoppable,
  { now, say }: { readonly now: () => number; readonly say: (text: string) => void },
): Stop {
  const stop = new AbortController();
  const first: { name?: string; atMs: number } = { atMs: 0 };
  const ask = (name: string): void => {
    if (first.name !== undefined) return;
    Object.assign(first, { name, atMs: now() });
    say(`${name}: stopping; giving the leases back`);
    stop.abort(new Error(`Stopped by ${name}`));
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (first.name === undefined) ask(name);
      else if (now() - first.atMs > oneKeyMs) process.exit(exitCode.waiting);
    });
  }
  return {
    signal: stop.signal,
    ask,
    farewell: (driver) => {
      const name = first.name ?? "a signal";
      if (driver === undefined)
        return `Stopped by ${name} before a release was driven. See what there is: release status`;
      const { id, record } = driver;
      if (record.settled !== undefined)
        return `Stopped by ${name} after ${id} had ended: ${record.settled.outcome}. Finish what is left: release resume ${id}`;
      const traffic = record.deployments.get("production");
      const where =
        traffic === undefined ? record.state : `${record.state}, ${traffic.percent} % of production on ${id}`;
      return `Stopped by ${name}: ${id} stays in ${where}. Nothing is lost.\nContinue with: release resume ${id}`;
    },
  };
}
