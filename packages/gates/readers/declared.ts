import { BrokenReport, runAgain } from "./broken.ts";
import { optionalCount } from "./numbers.ts";

/** Totals that a report declares have to be what it lists, in one of the ways in which tools count. */
export function agree(declared: unknown, listed: readonly number[], what: string): void {
  const total = optionalCount(declared, what);
  if (total === undefined || listed.includes(total)) return;
  throw new BrokenReport(`${what}: it counts ${total} and lists ${listed[0] ?? 0}`, runAgain);
}
