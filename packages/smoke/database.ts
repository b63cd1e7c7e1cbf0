import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { CheckFailure } from "./check-failure.ts";
import type { DatabaseCheck, Surroundings } from "./contract.ts";
import { findDriver, schemes } from "./databases/registry.ts";
import { MarkLostError, type Access, type Driver, type Meaning } from "./databases/store.ts";
import { refuseProductionDatabase } from "./isolation.ts";
import { errorCode, fieldOf, messageOf, tlsReason, transientReason } from "./transport.ts";

type Task = "roundTrip" | "read";

/** Writes, reads and removes a marked entry over one connection; on failure the replica is tried and told of (decision 51). */
export async function checkDatabase(check: DatabaseCheck, around: Surroundings): Promise<void> {
  const timeoutMs = check.timeout ?? around.timeoutMs;
  const at = { check, around, timeoutMs };
  try {
    await ask(at, check.urlFrom, "roundTrip");
  } catch (thrown) {
    if (!(thrown instanceof CheckFailure) || check.replicaUrlFrom === undefined) throw thrown;
    const { transient, reason } = thrown;
    const message = `${thrown.message}; ${await replica(at, check.replicaUrlFrom)}`;
    throw new CheckFailure(message, { transient, reason, cause: thrown });
  }
}

/** Databases with one URL are checked one after another: a pool of one must do. */
export function databaseKey({ urlFrom }: DatabaseCheck, { env }: Pick<Surroundings, "env">): string {
  return env[urlFrom] ?? urlFrom;
}

interface Place {
  readonly check: DatabaseCheck;
  readonly around: Surroundings;
  readonly timeoutMs: number;
}

async function replica(at: Place, urlFrom: string): Promise<string> {
  const { clock } = at.around;
  const started = clock.now();
  try {
    await ask(at, urlFrom, "read");
    return `its read replica (${urlFrom}) answers in ${Math.round(clock.now() - started)} ms, so reading still works`;
  } catch (thrown) {
    at.around.signal.throwIfAborted();
    if (!(thrown instanceof CheckFailure)) throw thrown;
    return `its read replica fails too: ${thrown.message}`;
  }
}

async function ask({ check, around, timeoutMs }: Place, urlFrom: string, task: Task): Promise<void> {
  const url = urlOf(urlFrom, around.env);
  refuseProductionDatabase(url, urlFrom, around);
  const driver = await findDriver(url);
  if (driver === undefined)
    throw failed(`${urlFrom} is no connection URL: it must begin with one of ${schemes.join(", ")}, then ://`);
  const store = open(driver, { url, timeoutMs, tls: tlsOf(check, around.env) }, urlFrom);
  const hangUp = AbortSignal.any([around.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const work = task === "read" ? store.read() : store.roundTrip(`${around.clock.now().toString(36)}-${randomUUID()}`);
    await Promise.race([work, rejection(hangUp)]);
  } catch (thrown) {
    around.signal.throwIfAborted();
    throw databaseFailure(thrown, driver, { urlFrom, timeoutMs });
  } finally {
    await store.close();
  }
}

function urlOf(urlFrom: string, env: Surroundings["env"]): string {
  const url = Object.hasOwn(env, urlFrom) ? env[urlFrom] : undefined;
  if (url !== undefined && url !== "") return url;
  throw failed(
    `${urlFrom} is not set: put the connection URL into the variable ${urlFrom} of this environment (environments.<name>.env.${urlFrom})`,
  );
}

function open(driver: Driver, access: Access, urlFrom: string) {
  try {
    return driver.open(access);
  } catch (thrown) {
    throw failed(
      `${urlFrom} is no connection URL: it must read ${driver.example}, where need be with user:password@ before the host`,
      thrown,
    );
  }
}

function tlsOf({ tls }: DatabaseCheck, env: Surroundings["env"]): Access["tls"] {
  if (tls === undefined || tls === false) return undefined;
  if (tls === true) return {};
  const ca = Object.hasOwn(env, tls.caFrom) ? env[tls.caFrom] : undefined;
  if (ca?.includes("BEGIN CERTIFICATE") !== true)
    throw failed(`${tls.caFrom} holds no certificate: it must be PEM text`);
  return { ca };
}

/** Rejects with the signal's reason as soon as it is aborted. */
async function rejection(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  signal.throwIfAborted();
  throw failed("hung up");
}

interface Asked {
  readonly urlFrom: string;
  readonly timeoutMs: number;
}

function databaseFailure(thrown: unknown, driver: Driver, { urlFrom, timeoutMs }: Asked): CheckFailure {
  if (thrown instanceof MarkLostError) return failed(`Database of ${urlFrom}: ${thrown.message}`, thrown);
  const [text, transient] = meaningOf(thrown, driver, timeoutMs);
  const reason = text === noAnswer(timeoutMs) ? "timeout" : "transport";
  return new CheckFailure(`Database of ${urlFrom}: ${text}`, { transient, reason, cause: thrown });
}

function meaningOf(thrown: unknown, driver: Driver, timeoutMs: number): Meaning {
  if (fieldOf(thrown, "name") === "TimeoutError") return [noAnswer(timeoutMs), true];
  const known = driver.meaningOf(thrown);
  if (known !== undefined) return known;
  return /timeout|timed out/i.test(messageOf(thrown)) ? [noAnswer(timeoutMs), true] : meaningOfSocket(thrown);
}

function noAnswer(timeoutMs: number): string {
  return `no answer within ${timeoutMs} ms`;
}

function meaningOfSocket(thrown: unknown): Meaning {
  const code = errorCode(thrown);
  const reason = transientReason(code);
  if (reason !== undefined) return [reason, true];
  return [tlsReason(code) ?? messageOf(thrown), false];
}

function failed(message: string, cause?: unknown): CheckFailure {
  return new CheckFailure(message, { transient: false, cause });
}
