import type { Client } from "pg";
import type { SmokeCheck } from "#machine";
import { runCheck } from "./check.ts";
import { CheckFailure } from "./check-failure.ts";
import type { DatabaseCheck, Surroundings } from "./contract.ts";
import { errorCode, messageOf, transientReason } from "./transport.ts";

/** The only table that is written: a row is marked, read back and removed in one transaction. */
const table = "release_command_smoke";

/** Databases one after another, each over one connection that is closed again: a pool of one must do. */
export async function checkDatabases(
  databases: readonly DatabaseCheck[],
  around: Surroundings,
): Promise<readonly SmokeCheck[]> {
  const checks: SmokeCheck[] = [];
  for (const database of databases) {
    const attempt = {
      category: "database",
      name: database.name,
      run: async () => readAndWrite(database, around),
    } as const;
    checks.push((await runCheck(attempt, around)).check);
  }
  return checks;
}

async function readAndWrite({ urlFrom }: DatabaseCheck, around: Surroundings): Promise<void> {
  const url = Object.hasOwn(around.env, urlFrom) ? around.env[urlFrom] : undefined;
  if (url === undefined || url === "") {
    const message = `${urlFrom} is not set: put the connection URL into the variable ${urlFrom} of this environment (environments.<name>.env.${urlFrom})`;
    throw new CheckFailure(message, { transient: false });
  }
  const client = await openClient(url, urlFrom, around.timeoutMs);
  // A connection that dies while nothing is asked must not end the process.
  client.on("error", () => undefined);
  const hangUp = () => void client.end().catch(() => undefined);
  around.signal.addEventListener("abort", hangUp, { once: true });
  try {
    await client.connect();
    await roundTrip(client, `release-command ${Math.floor(around.clock.now()).toString(36)}`);
  } catch (thrown) {
    throw databaseFailure(thrown, urlFrom, around.timeoutMs);
  } finally {
    around.signal.removeEventListener("abort", hangUp);
    await client.end().catch(() => undefined);
  }
}

async function openClient(url: string, urlFrom: string, timeoutMs: number): Promise<Client> {
  // A chunk of its own: most runs ask no database.
  const driver = await import("pg");
  try {
    return new driver.Client({
      connectionString: url,
      connectionTimeoutMillis: timeoutMs,
      statement_timeout: timeoutMs,
      query_timeout: timeoutMs,
      application_name: "release-command smoke",
    });
  } catch (thrown) {
    const message = `${urlFrom} is no connection URL: it must read postgres://user:password@host:5432/database`;
    throw new CheckFailure(message, { transient: false, cause: thrown });
  }
}

async function roundTrip(client: Client, mark: string): Promise<void> {
  await client.query("begin");
  try {
    // Only where it is missing: an account without the right to create tables passes once the table is there.
    const found = await client.query<{ name: string | null }>("select to_regclass($1)::text as name", [table]);
    if (typeof found.rows[0]?.name !== "string") {
      await client.query(
        `create table if not exists ${table} (mark text not null, written timestamptz not null default now())`,
      );
    }
    await client.query(`insert into ${table} (mark) values ($1)`, [mark]);
    const read = await client.query<{ mark: string }>(`select mark from ${table} where mark = $1`, [mark]);
    if (read.rows[0]?.mark !== mark) {
      throw new CheckFailure("the row that was written could not be read back", { transient: false });
    }
    await client.query(`delete from ${table} where mark = $1`, [mark]);
    await client.query("commit");
  } catch (thrown) {
    await client.query("rollback").catch(() => undefined);
    throw thrown;
  }
}

/** SQLSTATE → what it means here, and whether it may be gone in a moment. */
const sqlStates: ReadonlyMap<string, readonly [text: string, transient: boolean]> = new Map([
  ["28P01", ["the password was refused", false]],
  ["28000", ["the account was refused", false]],
  ["3D000", ["there is no such database", false]],
  [
    "42501",
    [`the account may not write: grant it insert, select and delete on ${table}, or create on its schema`, false],
  ],
  ["25006", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
  ["53300", ["it has no connection left", true]],
  ["57P03", ["it is starting up or shutting down", true]],
  ["57P01", ["it ended the connection (shutdown)", true]],
  ["57014", ["a statement took too long: is the table locked, or the disk slow?", true]],
] as const);

function databaseFailure(thrown: unknown, urlFrom: string, timeoutMs: number): CheckFailure {
  if (thrown instanceof CheckFailure) return thrown;
  const code = errorCode(thrown);
  const [text, transient] = explain(code, thrown, timeoutMs);
  return new CheckFailure(`Database of ${urlFrom}: ${text}`, { transient, cause: thrown });
}

function explain(code: string | undefined, thrown: unknown, timeoutMs: number): readonly [string, boolean] {
  const known = code === undefined ? undefined : sqlStates.get(code);
  if (known !== undefined) return known;
  const reason = transientReason(code);
  if (reason !== undefined) return [reason, true];
  const message = messageOf(thrown);
  // pg has no code for these.
  if (/timeout/i.test(message)) return [`no answer within ${timeoutMs} ms`, true];
  if (/terminated unexpectedly|connection ended/i.test(message)) return ["it closed the connection", true];
  return [message, false];
}
