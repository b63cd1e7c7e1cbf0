import { guards, type GuardName } from "./guards.ts";
import type { ReleaseRecord } from "./record.ts";
import { guardsOf, type State } from "./table.ts";

/** The guards that still forbid a move, all of a list of which one would do; `undefined`: the table has no such move. */
export function missingGuards(record: ReleaseRecord, to: State): readonly GuardName[] | undefined {
  return guardsOf(record.state, to)?.flatMap((condition) => {
    const names: readonly GuardName[] = typeof condition === "string" ? [condition] : condition;
    return names.some((name) => guards[name].holds(record)) ? [] : names;
  });
}
