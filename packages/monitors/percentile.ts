/**
 * The smallest latency (ms) that 95 % of the requests did not exceed; `undefined` without requests, and when it lies
 * among those that never ended, for which no number is true.
 */
export function p95Of(latencies: ReadonlyMap<number, number>): number | undefined {
  let total = 0;
  for (const count of latencies.values()) total += count;
  let seen = 0;
  for (const [ms, count] of [...latencies].toSorted(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= total * 0.95) return ms === Number.MAX_SAFE_INTEGER ? undefined : ms;
  }
  return undefined;
}
