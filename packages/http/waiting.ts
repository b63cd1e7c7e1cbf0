/**
 * How long the host asks us to wait before the same request may be sent again, in ms; `undefined` when it does not ask.
 * Reset times are compared with the answer's own `Date`, so a wrong local clock does no harm.
 */
export function requestedWaitMs(response: Response, nowMs: number): number | undefined {
  const date = Date.parse(response.headers.get("date") ?? "");
  const hostNowMs = Number.isNaN(date) ? nowMs : date;
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), hostNowMs);
  if (retryAfterMs !== undefined) return retryAfterMs;
  if (!isRateLimited(response)) return undefined;
  const resetSeconds = Number(response.headers.get("x-ratelimit-reset") ?? "");
  // GitHub's own rule for a limit without a time: wait at least a minute.
  if (!Number.isFinite(resetSeconds) || resetSeconds <= 0) return 60_000;
  return Math.max(0, resetSeconds * 1000 - hostNowMs) + 1000;
}

/** A refusal because of too many requests: it was not carried out, so even a POST may be sent again. */
export function isRateLimited({ status, headers }: Response): boolean {
  if (status === 429) return true;
  return status === 403 && (headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after"));
}

function parseRetryAfter(header: string | null, hostNowMs: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - hostNowMs);
}
