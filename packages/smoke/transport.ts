import { CheckFailure } from "./check-failure.ts";

/** Error codes of Node's sockets, DNS and fetch that may be gone in a moment, in words. */
const transient: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "connection refused: nothing listens there"],
  ["ECONNRESET", "connection reset by the other side"],
  ["EPIPE", "connection closed by the other side"],
  ["UND_ERR_SOCKET", "connection closed before the answer was complete"],
  ["ENOTFOUND", "host name not found (DNS)"],
  ["EAI_AGAIN", "host name could not be looked up (DNS)"],
  ["ETIMEDOUT", "connection timed out"],
  ["UND_ERR_CONNECT_TIMEOUT", "connection timed out"],
  ["UND_ERR_HEADERS_TIMEOUT", "no answer in time"],
  ["UND_ERR_BODY_TIMEOUT", "the answer stopped half way"],
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
  if (field(thrown, "name") === "TimeoutError") {
    return new CheckFailure(`${what}: no complete answer within ${timeoutMs} ms`, { transient: true, cause: thrown });
  }
  const code = errorCode(thrown);
  const passing = code === undefined ? undefined : transient.get(code);
  if (passing !== undefined) return new CheckFailure(`${what}: ${passing}`, { transient: true, cause: thrown });
  return new CheckFailure(`${what}: ${lasting(code, thrown)}`, { transient: false, cause: thrown });
}

function lasting(code: string | undefined, thrown: unknown): string {
  const wrongCertificate = code === undefined ? undefined : certificate.get(code);
  if (wrongCertificate !== undefined) return `TLS refused: ${wrongCertificate}`;
  if (code === "EPROTO" || code?.startsWith("ERR_SSL")) return "TLS refused: the server does not speak TLS there";
  if (field(field(thrown, "cause"), "name") === "HTTPParserError") return "the answer is not HTTP";
  return messageOf(field(thrown, "cause") ?? thrown);
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  const message = field(thrown, "message");
  return typeof message === "string" ? message : String(thrown);
}

/** The first error code in a chain of causes; `fetch` wraps them, `localhost` gives several at once. */
export function errorCode(thrown: unknown, depth = 0): string | undefined {
  if (thrown === undefined || depth > 4) return undefined;
  const code = field(thrown, "code");
  if (typeof code === "string") return code;
  const several = field(thrown, "errors");
  return errorCode(Array.isArray(several) ? several[0] : field(thrown, "cause"), depth + 1);
}

// Not by `instanceof`: errors of the platform may come from another realm (workers, test runners).
function field(thrown: unknown, name: string): unknown {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  return Reflect.get(thrown, name);
}

/** Whether an error code of a socket may be gone in a moment, in words; `undefined` when not. */
export function transientReason(code: string | undefined): string | undefined {
  return code === undefined ? undefined : transient.get(code);
}
