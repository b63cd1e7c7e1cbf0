import { CheckFailure } from "./check-failure.ts";

/** Error codes of Node's sockets and DNS that may be gone in a moment, in words. */
const transient: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "connection refused: nothing listens there"],
  ["ECONNRESET", "connection reset by the other side"],
  ["EPIPE", "connection closed by the other side"],
  ["ENOTFOUND", "host name not found (DNS)"],
  ["EAI_AGAIN", "host name could not be looked up (DNS)"],
  ["ETIMEDOUT", "connection timed out"],
  ["EHOSTUNREACH", "host unreachable"],
  ["ENETUNREACH", "network unreachable"],
]);

const certificate: ReadonlyMap<string, string> = new Map([
  ["CERT_HAS_EXPIRED", "its certificate has expired"],
  ["CERT_NOT_YET_VALID", "its certificate is not valid yet"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is self-signed"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "its certificate chain is self-signed"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "its certificate chain is incomplete"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "the issuer of its certificate is not trusted here"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another host name"],
]);

/** The failure that a thrown transport error means. `what` names the request, as in `GET /health`. */
export function transportFailure(what: string, thrown: unknown, timeoutMs: number): CheckFailure {
  if (thrown instanceof CheckFailure) return thrown;
  if (fieldOf(thrown, "name") === "TimeoutError") {
    const message = `${what}: no complete answer within ${timeoutMs} ms`;
    return new CheckFailure(message, { transient: true, reason: "timeout", cause: thrown });
  }
  const code = errorCode(thrown);
  // Node has one code for both; its text tells them apart.
  const hungUp = code === "ECONNRESET" && /hang up|aborted/.test(messageOf(thrown));
  const passing = hungUp ? "connection closed before the answer was complete" : transientReason(code);
  if (passing !== undefined) return new CheckFailure(`${what}: ${passing}`, { transient: true, cause: thrown });
  return new CheckFailure(`${what}: ${lasting(code, thrown)}`, { transient: false, cause: thrown });
}

function lasting(code: string | undefined, thrown: unknown): string {
  const refused = tlsReason(code);
  if (refused !== undefined) return refused;
  return code?.startsWith("HPE_") === true ? "the answer is not HTTP" : messageOf(thrown);
}

/** Why a TLS connection was refused, by Node's code for it; `undefined` when it was not. */
export function tlsReason(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const wrongCertificate = certificate.get(code);
  if (wrongCertificate !== undefined) return `TLS refused: ${wrongCertificate}`;
  const noTls = code === "EPROTO" || code.startsWith("ERR_SSL");
  return noTls ? "TLS refused: the server does not speak TLS there" : undefined;
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  const message = fieldOf(thrown, "message");
  return typeof message === "string" ? message : String(thrown);
}

/** The first error code in a chain of causes; drivers wrap them, `localhost` gives several at once. */
export function errorCode(thrown: unknown, depth = 0): string | undefined {
  if (thrown === undefined || depth > 4) return undefined;
  const code = fieldOf(thrown, "code");
  if (typeof code === "string") return code;
  const several = fieldOf(thrown, "errors");
  return errorCode(Array.isArray(several) ? several[0] : fieldOf(thrown, "cause"), depth + 1);
}

/** A property of whatever was thrown or answered. Not by `instanceof`: errors may come from another realm (workers, test runners). */
export function fieldOf(thrown: unknown, name: string): unknown {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  return Reflect.get(thrown, name);
}

/** Whether an error code of a socket may be gone in a moment, in words; `undefined` when not. */
export function transientReason(code: string | undefined): string | undefined {
  return code === undefined ? undefined : transient.get(code);
}
