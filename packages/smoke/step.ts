import { CheckFailure } from "./check-failure.ts";
import { send, type Answer } from "./request.ts";
import type { Session } from "./session.ts";
import type { HttpStep, Surroundings } from "./contract.ts";

/** Sends one step and checks its answer; throws `CheckFailure` with what was asked, expected and got. */
export async function runStep(step: HttpStep, session: Session, around: Surroundings): Promise<void> {
  const url = addressFor(step.path, session, around.baseUrl);
  const what = `${step.method} ${url.pathname}`;
  const body = step.json === undefined ? undefined : JSON.stringify(session.fillJson(step.json));
  const answer = await send({
    method: step.method,
    url,
    headersFor: headersOf(step, session, around, url),
    ...(body === undefined ? {} : { body }),
    // Who expects a redirect wants to see it.
    followRedirects: step.status === "2xx" || step.status < 300 || step.status > 399,
    timeoutMs: around.timeoutMs,
    signal: around.signal,
    fetch: around.fetch,
    onAnswer: (address, response) => session.keepCookies(address, response),
  });
  checkStatus(what, step, answer);
  checkText(what, step, answer);
  captureAll(what, step, session, answer);
}

/** The complete address of a step. Only who wrote the configuration can name another host, never an answer. */
function addressFor(path: string, session: Session, baseUrl: string): URL {
  const filled = session.fill(path);
  const address = /^https?:\/\/[^/{]+/.test(path)
    ? filled
    : `${baseUrl.replace(/\/+$/, "")}/${filled.replace(/^\/+/, "")}`;
  if (!URL.canParse(address)) throw new CheckFailure(`"${path}" is no path or address`, { transient: false });
  return new URL(address);
}

function headersOf(step: HttpStep, session: Session, around: Surroundings, first: URL): (url: URL) => Headers {
  const own = Object.entries(step.headers).map(([name, value]): [string, string] => [name, session.fill(value)]);
  const base = new URL(around.baseUrl).origin;
  return (url) => {
    const headers = new Headers({ accept: "application/json, text/html;q=0.9, */*;q=0.8" });
    if (step.json !== undefined && url.origin === first.origin) headers.set("content-type", "application/json");
    if (url.origin === base) for (const [name, value] of Object.entries(around.headers ?? {})) headers.set(name, value);
    if (url.origin === first.origin) for (const [name, value] of own) headers.set(name, value);
    const cookie = session.cookieFor(url);
    if (cookie !== undefined) headers.set("cookie", cookie);
    return headers;
  };
}

function checkStatus(what: string, step: HttpStep, { status, body }: Answer): void {
  const good = step.status === "2xx" ? status >= 200 && status <= 299 : status === step.status;
  if (good) return;
  // A gateway that cannot reach the application is a fault of the transport (decision 9).
  const transient = status >= 502 && status <= 504;
  throw new CheckFailure(`${what}: expected status ${step.status}, got ${status}${beginOf(body)}`, {
    transient,
    status,
  });
}

function checkText(what: string, { contains }: HttpStep, { status, body, truncated }: Answer): void {
  if (contains === undefined || body.includes(contains)) return;
  const where = truncated ? "in its first 1 MB" : "anywhere";
  const message = `${what}: expected "${contains}" in the answer, not found ${where}${beginOf(body)}`;
  throw new CheckFailure(message, { transient: false, status });
}

function captureAll(what: string, step: HttpStep, session: Session, { status, body, truncated }: Answer): void {
  const captures = Object.entries(step.capture);
  if (captures.length === 0) return;
  if (truncated) throw new CheckFailure(`${what}: the answer is larger than 1 MB`, { transient: false, status });
  const answer = parseJson(what, body, status);
  for (const [name, path] of captures) {
    try {
      session.capture(name, path, answer);
    } catch (thrown) {
      if (!(thrown instanceof CheckFailure)) throw thrown;
      throw new CheckFailure(`${what}: ${thrown.message}`, { transient: false, status });
    }
  }
}

function parseJson(what: string, body: string, status: number): unknown {
  try {
    return JSON.parse(body);
  } catch (thrown) {
    const message = `${what}: expected JSON to capture from, got something else${beginOf(body)}`;
    throw new CheckFailure(message, { transient: false, status, cause: thrown });
  }
}

function beginOf(body: string): string {
  const text = body.replaceAll(/\s+/g, " ").trim();
  return text === "" ? ", with an empty answer" : `; the answer begins: ${text.slice(0, 160)}`;
}
