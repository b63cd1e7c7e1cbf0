import { exitCode, ReleaseFault } from "#faults";
import { familiesOf, historyOf, openMetrics, type Period } from "#history";
import type { Workplace } from "#stages";

import type { MetricsWanted } from "./metrics-words.ts";

/** Prints what the recorded releases show. Only reads. */
export async function metrics(
  { journal, local, surroundings }: Workplace,
  { format, from, to }: MetricsWanted,
  print: (text: string) => void,
): Promise<number> {
  const now = surroundings.clock.now();
  if (from !== undefined && from > now)
    throw new ReleaseFault("input", `--from=${new Date(from).toISOString()} is in the future`, {
      hint: "Nothing can be counted there yet. Example: --from=2026-01-01",
    });
  const bounds = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const period = periodOf(local.config.metrics);
  const history = historyOf(await journal.every(), { now, period, ...bounds });
  print(format === "json" ? `${JSON.stringify(history, null, 2)}\n` : openMetrics(familiesOf(history)));
  return exitCode.ok;
}

function periodOf({ period, sprint }: Workplace["local"]["config"]["metrics"]): Period {
  return period === "sprint" ? { kind: period, ...sprint } : { kind: period };
}
