import type { IncomingMessage } from "node:http";

/** Who sends a request, where the caller's settings name no other header. */
export const DEFAULT_CLIENT_HEADER = "x-client-id";
/** Longer names are cut: clients choose them, and must not choose how much of them is kept. */
const MAX_LENGTH = 128;

/** What counts as one error, so that one client's retries are not a wave. */
export interface ErrorUnit {
  /** Only good for telling units apart. */
  readonly name: string;
  /** Whether it is surely one client, and not an address that many may share. */
  readonly isOneClient: boolean;
}

/** Who sends a request: a trace, else a client by its header, else an address. */
export function errorUnit(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  clientHeader: string,
): ErrorUnit {
  const trace = /^[\da-f]{2}-([\da-f]{32})-/.exec(String(headers["traceparent"]))?.[1];
  // All zeros is no trace, by the standard.
  if (trace !== undefined && /[^0]/.test(trace)) return { name: `trace ${trace}`, isOneClient: true };
  const client = headers[clientHeader];
  if (typeof client === "string" && client !== "")
    return { name: `client ${client.slice(0, MAX_LENGTH)}`, isOneClient: true };
  return { name: `address ${socket.remoteAddress ?? "unknown"}`, isOneClient: false };
}
