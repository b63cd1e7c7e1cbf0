import { ReleaseFault } from "#faults";
import type { Sendable } from "./attempt.ts";

const maxHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * The request that a redirect asks for, or `undefined` when the answer is final. Another host is refused: it would be
 * given the token. A write is repeated only where it was not carried out (301, 307, 308), as GitHub does for renamed repositories.
 */
export function redirected(request: Sendable, response: Response, hops: number): Sendable | undefined {
  const location = response.headers.get("location");
  if (!redirects.has(response.status) || location === null) return undefined;
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && (response.status === 302 || response.status === 303)) return undefined;
  const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
  if (url === undefined || !isSamePlace(request.url, url) || hops >= maxHops) throw refused(request, url);
  return { ...request, url };
}

function isSamePlace(from: URL, to: URL): boolean {
  return (
    from.origin === to.origin ||
    (from.hostname === to.hostname && from.protocol === "http:" && to.protocol === "https:")
  );
}

function refused({ method, url }: Sendable, to: URL | undefined): ReleaseFault {
  const where = to === undefined ? "nowhere" : to.host === url.host ? "itself" : to.host;
  return new ReleaseFault("remote", `${url.host} sends ${method} on to ${where}, which is not followed`, {
    hint: `If ${where} is the right host, configure its address instead of ${url.origin}.`,
  });
}
