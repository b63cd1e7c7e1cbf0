import { Client } from "pg";
import { fieldOf } from "../transport.ts";
import { MarkLostError, sandbox, sweepAfterMs, type Access, type Driver, type Meaning } from "./store.ts";

/** SQLSTATE → what it means here. */
const states: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["28P01", ["the password was refused", false]],
  ["28000", ["the account was refused", false]],
  ["3D000", ["there is no such database", false]],
  [
    "42501",
    [`the account may not write: grant it insert, select and delete on ${sandbox}, or create on its schema`, false],
  ],
  ["25006", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
  ["53300", ["it has no connection left", true]],
  ["57P03", ["it is starting up or shutting down", true]],
  ["57P01", ["it ended the connection (shutdown)", true]],
  ["57014", ["a statement took too long: is the table locked, or the disk slow?", true]],
]);

/** PostgreSQL, and what speaks its protocol. Everything happens in one transaction: a death leaves nothing. */
export const driver: Driver = {
  example: "postgres://host:5432/database",
  open: ({ url, timeoutMs, tls }: Access) => {
    const client = new Client({
      connectionString: tls === undefined ? url : withoutTls(url),
      connectionTimeoutMillis: timeoutMs,
      statement_timeout: timeoutMs,
      query_timeout: timeoutMs,
      application_name: "release-command smoke",
      ...(tls === undefined ? {} : { ssl: tls }),
    });
    // A connection that dies between two statements says why only here; the next statement says that it is dead.
    let lost: unknown;
    client.on("error", (thrown: unknown) => (lost ??= thrown));
    return {
      roundTrip: async (mark) => {
        await client.connect();
        await inTransaction(client, mark).catch((thrown: unknown) => {
          throw lost ?? thrown;
        });
      },
      read: async () => {
        await client.connect();
        await client.query("select 1");
      },
      close: async () => {
        await client.end().catch(() => undefined);
      },
    };
  },
  meaningOf: (thrown) => {
    const known = states.get(String(fieldOf(thrown, "code")));
    if (known !== undefined) return known;
    // pg has no codes for these.
    const message = String(fieldOf(thrown, "message"));
    if (/does not support SSL/i.test(message)) return ["TLS refused: it does not speak TLS", false];
    return /terminated unexpectedly|connection ended|not queryable/i.test(message)
      ? ["it closed the connection", true]
      : undefined;
  },
};

/** pg lets the URL win over its options: what it says of TLS goes, so that it cannot switch off what the check wants. */
function withoutTls(text: string): string {
  const url = new URL(text);
  const names = [...url.searchParams.keys()].filter((name) => /^ssl|^uselibpqcompat$/i.test(name));
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

async function inTransaction(client: Client, mark: string): Promise<void> {
  await client.query("begin");
  try {
    // Only where it is missing: an account without the right to create tables passes once the table is there.
    const found = await client.query<{ name: string | null }>("select to_regclass($1)::text as name", [sandbox]);
    if (typeof found.rows[0]?.name !== "string") {
      await client.query(
        `create table if not exists ${sandbox} (mark text not null, written timestamptz not null default now())`,
      );
    }
    await client.query(`insert into ${sandbox} (mark) values ($1)`, [mark]);
    const read = await client.query<{ mark: string }>(`select mark from ${sandbox} where mark = $1`, [mark]);
    if (read.rows[0]?.mark !== mark) throw new MarkLostError("the row that was written could not be read back");
    const old = `written < now() - interval '${sweepAfterMs} milliseconds'`;
    await client.query(`delete from ${sandbox} where mark = $1 or ${old}`, [mark]);
    await client.query("commit");
  } catch (thrown) {
    await client.query("rollback").catch(() => undefined);
    throw thrown;
  }
}
