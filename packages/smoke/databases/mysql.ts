import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";
import { fieldOf, messageOf } from "../transport.ts";
import { MarkLostError, sandbox, sweepAfterMs, type Access, type Driver, type Meaning } from "./store.ts";

/** MySQL's symbolic errors → what they mean here. */
const errors: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["ER_ACCESS_DENIED_ERROR", ["the account or its password was refused", false]],
  ["ER_ACCESS_DENIED_NO_PASSWORD_ERROR", ["the account or its password was refused", false]],
  ["ER_DBACCESS_DENIED_ERROR", ["the account may not use that database", false]],
  ["ER_BAD_DB_ERROR", ["there is no such database", false]],
  ["ER_NO_DB_ERROR", ["the URL names no database: end it with /DATABASE", false]],
  [
    "ER_TABLEACCESS_DENIED_ERROR",
    [`the account may not write: grant it insert, select, delete and create on ${sandbox}`, false],
  ],
  ["ER_OPTION_PREVENTS_STATEMENT", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
  ["ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION", ["it is read-only: use the URL of the primary", false]],
  ["ER_CON_COUNT_ERROR", ["it has no connection left", true]],
  ["ER_SERVER_SHUTDOWN", ["it is shutting down", true]],
  ["ER_LOCK_WAIT_TIMEOUT", ["a statement took too long: is the table locked?", true]],
  ["ER_LOCK_DEADLOCK", ["another transaction was in the way", true]],
  ["PROTOCOL_CONNECTION_LOST", ["it closed the connection", true]],
  ["HANDSHAKE_NO_SSL_SUPPORT", ["TLS refused: it does not speak TLS", false]],
]);

/** MySQL and MariaDB. Everything but the table itself happens in one transaction: a death leaves nothing. */
export const driver: Driver = {
  example: "mysql://host:3306/database",
  open: ({ url, timeoutMs, tls }: Access) => {
    let connection: Connection | undefined;
    let closed = false;
    const connect = async () => {
      const uri = url.replace(/^mariadb:/i, "mysql:");
      // Without `verifyIdentity` the certificate of any host would do.
      const ssl = tls === undefined ? {} : { ssl: { ...tls, verifyIdentity: true } };
      connection = await createConnection({ uri, connectTimeout: timeoutMs, ...ssl });
      // A connection that dies while nothing is asked must not end the process.
      connection.on("error", () => undefined);
      if (closed) connection.destroy();
      return connection;
    };
    return {
      roundTrip: async (mark) => inTransaction(await connect(), mark),
      read: async () => {
        await (await connect()).query("select 1");
      },
      close: () => {
        closed = true;
        connection?.destroy();
        return Promise.resolve();
      },
    };
  },
  meaningOf: (thrown) => {
    const code = String(fieldOf(thrown, "code"));
    // The driver puts its own code in place of the one that says why.
    if (code === "HANDSHAKE_SSL_ERROR") return [`TLS refused: ${messageOf(thrown)}`, false];
    return errors.get(code);
  },
};

async function inTransaction(connection: Connection, mark: string): Promise<void> {
  // A statement about tables ends a transaction, so it comes before; only where it is missing, as the account may lack the right.
  const [found] = await connection.query<RowDataPacket[]>("show tables like ?", [
    sandbox.replaceAll("_", String.raw`\_`),
  ]);
  if (found.length === 0) {
    await connection.query(
      `create table if not exists ${sandbox} (mark varchar(64) not null, written timestamp not null default current_timestamp) engine=InnoDB`,
    );
  }
  await connection.beginTransaction();
  await connection.query(`insert into ${sandbox} (mark) values (?)`, [mark]);
  const [read] = await connection.query<RowDataPacket[]>(`select mark from ${sandbox} where mark = ?`, [mark]);
  if (read[0]?.["mark"] !== mark) throw new MarkLostError("the row that was written could not be read back");
  const old = `written < now() - interval ${sweepAfterMs / 1000} second`;
  await connection.query(`delete from ${sandbox} where mark = ? or ${old}`, [mark]);
  await connection.commit();
}
