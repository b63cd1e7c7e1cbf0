import { isDeepStrictEqual } from "node:util";
import { AnswerValues, beginOf } from "./answer-value.ts";
import { CheckFailure } from "./check-failure.ts";
import type { HttpStep, Surroundings } from "./contract.ts";
import { send, type Answer } from "./request.ts";
import type { Session } from "./session.ts";

/** Of a value or header that is matched: what follows says nothing more, and a pattern may be slow. */
const maxMatched = 10_000;

/** Sends one step and checks its answer; throws `CheckFailure` with what was asked, expected and got. */
export async function runStep(step: HttpStep, session: Session, around: Surroundings): Promise<void> {
  const started = around.clock.now();
  const { what, answer } = await ask(step, session, around);
  const tookMs = Math.round(around.clock.now() - started);
  checkStatus(what, step, answer);
  checkText(what, step, answer);
  checkValues(what, step, { answer, session });
  checkTime(what, step, tookMs);
  captureAll(what, step, { answer, session });
}

/** Sends one step and gives its answer, whatever it is. */
export async function ask(
  step: HttpStep,
  session: Session,
  around: Surroundings,
): Promise<{ readonly what: string; readonly answer: Answer }> {
  const url = addressFor(step.path, session, around.baseUrl);
  const body = bodyOf(step, session);
  const answer = await send({
    method: step.method,
    url,
    headersFor: headersOf(step, session, { around, first: url }),
    ...(body === undefined ? {} : { body }),
    // Who expects a redirect wants to see it.
    followRedirects: step.status === "2xx" || step.status < 300 || step.status > 399,
    timeoutMs: around.timeoutMs,
    signal: around.signal,
    egress: around.egress,
    onAnswer: (address, headers) => session.keepCookies(address, headers),
  });
  return { what: `${step.method} ${url.pathname}`, answer };
}

/** The complete address of a step. A captured value may be one, too: whether it may be asked is for `Egress` to say. */
function addressFor(path: string, session: Session, baseUrl: string): URL {
  const filled = session.fill(path);
  const address = /^https?:\/\/./i.test(filled)
    ? filled
    : `${baseUrl.replace(/\/+$/, "")}/${filled.replace(/^\/+/, "")}`;
  if (!URL.canParse(address)) throw new CheckFailure(`"${path}" is no path or address`, { transient: false });
  return new URL(address);
}

function bodyOf({ json, form, body }: HttpStep, session: Session): string | undefined {
  if (json !== undefined) return JSON.stringify(session.fillJson(json));
  if (form !== undefined) {
    const fields = Object.entries(form).map(([name, value]): [string, string] => [name, session.fill(value)]);
    return new URLSearchParams(fields).toString();
  }
  return body === undefined ? undefined : session.fill(body);
}

function headersOf(
  step: HttpStep,
  session: Session,
  { around, first }: { readonly around: Surroundings; readonly first: URL },
): (url: URL) => Headers {
  const own = Object.entries(step.headers).map(([name, value]): [string, string] => [name, session.fill(value)]);
  const type = step.json === undefined ? step.form && "application/x-www-form-urlencoded" : "application/json";
  const base = new URL(around.baseUrl).origin;
  return (url) => {
    const headers = new Headers({ accept: "application/json, text/html;q=0.9, */*;q=0.8" });
    if (type !== undefined && url.origin === first.origin) headers.set("content-type", type);
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
    reason: "gateway",
    status,
  });
}

function checkText(what: string, { contains }: HttpStep, { status, body, truncated }: Answer): void {
  if (contains === undefined || body.includes(contains)) return;
  const where = truncated ? "in its first 1 MB" : "anywhere";
  const message = `${what}: expected "${contains}" in the answer, not found ${where}${beginOf(body)}`;
  throw new CheckFailure(message, { transient: false, status });
}

interface Answered {
  readonly answer: Answer;
  readonly session: Session;
}

function checkValues(what: string, { equals = {}, matches = {} }: HttpStep, { answer, session }: Answered): void {
  const values = new AnswerValues(what, answer);
  const wrong = (source: string, expected: string, got: unknown) =>
    new CheckFailure(`${what}: expected ${source} ${expected}, got ${JSON.stringify(got)}`, {
      transient: false,
      status: answer.status,
    });
  for (const [source, json] of Object.entries(equals)) {
    const [expected, got] = [session.fillJson(json), values.at(source)];
    if (!isDeepStrictEqual(got, expected)) throw wrong(source, `to be ${JSON.stringify(expected)}`, got);
  }
  for (const [source, pattern] of Object.entries(matches)) {
    const got = values.at(source);
    const text = typeof got === "string" ? got : JSON.stringify(got);
    if (!new RegExp(pattern, "u").test(text.slice(0, maxMatched))) throw wrong(source, `to match ${pattern}`, got);
  }
}

function checkTime(what: string, { maxTime }: HttpStep, tookMs: number): void {
  if (maxTime === undefined || tookMs <= maxTime) return;
  throw new CheckFailure(`${what}: expected an answer within ${maxTime} ms, it took ${tookMs} ms`, {
    transient: false,
  });
}

function captureAll(what: string, { capture }: HttpStep, { answer, session }: Answered): void {
  const values = new AnswerValues(what, answer);
  for (const [name, source] of Object.entries(capture)) {
    const value = values.at(source);
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
      const message = `${what}: "${source}" of the answer is no single value and cannot be captured as ${name}`;
      throw new CheckFailure(message, { transient: false, status: answer.status, lacksCapture: true });
    }
    session.keep(name, value);
  }
}
