import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client } from "pg";

import { askDatabase } from "./ask.ts";
import { hasServer, startServer, type Server } from "./servers.ts";

const isHere = hasServer("postgres");
const describeIt = isHere ? describe : describe.skip;
let server: Server;
let admin: Client;

beforeAll(async () => {
  if (!isHere) return;
  server = await startServer("postgres", {
    names: "DNS:localhost",
    statements: [
      "create role app login password 'app-pw-1';",
      "create role reader login password 'reader-pw-1';",
      "create role stranger;",
      "create database shop owner app;",
    ],
  });
  admin = new Client({ connectionString: at("postgres", "root-pw-1") });
  await admin.connect();
}, 300_000);

afterAll(async () => {
  if (!isHere) return;
  await admin.end();
  await server.kill();
});

function at(user: string, password: string, { host = "127.0.0.1", database = "shop" } = {}): string {
  return `postgres://${user}:${password}@${host}:${server.port}/${database}`;
}

async function marks(): Promise<readonly unknown[]> {
  return (await admin.query<{ mark: string }>("select mark from release_command_smoke")).rows.map(({ mark }) => mark);
}

const activity = "pg_stat_activity where application_name = 'release-command smoke'";

describeIt("PostgreSQL", () => {
  it("is written, read and left as it was, and what a dead run left is swept", async () => {
    expect(await askDatabase({ DATABASE_URL: at("app", "app-pw-1") })).toMatchObject({ passed: true, detail: "" });
    await admin.query("insert into release_command_smoke values ('old', now() - interval '2 hours'), ('new', now())");

    expect((await askDatabase({ DATABASE_URL: at("app", "app-pw-1") })).passed).toBe(true);

    expect(await marks()).toEqual(["new"]);
  });

  it.each<[string, () => Readonly<Record<string, string>>, string]>([
    ["a wrong password", () => ({ DATABASE_URL: at("app", "wrong-pw-1") }), "the password was refused"],
    ["no such database", () => ({ DATABASE_URL: at("app", "app-pw-1", { database: "nosuch" }) }), "no such database"],
    [
      "an account that may not write",
      () => ({ DATABASE_URL: at("reader", "reader-pw-1") }),
      "the account may not write",
    ],
    ["an account that may not log in", () => ({ DATABASE_URL: at("stranger", "x-pw-123") }), "was refused"],
    [
      "a read-only connection",
      () => ({ DATABASE_URL: `${at("app", "app-pw-1")}?options=-c%20default_transaction_read_only%3Don` }),
      "it is read-only: the URL leads to a replica",
    ],
  ])("says what is wrong: %s", async (_, env, expected) => {
    const { passed, detail } = await askDatabase(env());

    expect(passed).toBe(false);
    expect(detail).toContain(expected);
    expect(detail).not.toMatch(/pw-1/);
  });

  it("says that no connection is left, and that the replica still answers", async () => {
    await admin.query("alter role app connection limit 0");
    try {
      const env = { DATABASE_URL: at("app", "app-pw-1"), REPLICA_URL: at("reader", "reader-pw-1") };
      const { passed, detail } = await askDatabase(env, { replicaUrlFrom: "REPLICA_URL" });

      expect(passed).toBe(false);
      expect(detail).toContain("it has no connection left");
      expect(detail).toMatch(/its read replica \(REPLICA_URL\) answers in \d+ ms, so reading still works/);
    } finally {
      await admin.query("alter role app connection limit -1");
    }
  });

  it("does not wait for a locked table longer than its time, and leaves no connection behind", async () => {
    await admin.query("begin");
    await admin.query("lock table release_command_smoke");
    try {
      const { detail, tookMs } = await askDatabase({ DATABASE_URL: at("app", "app-pw-1") }, { timeout: 300 });

      expect(detail).toMatch(/no answer within 300 ms|a statement took too long/);
      expect(tookMs).toBeLessThan(3_000);
    } finally {
      await admin.query("rollback");
    }
    // The server sees that it was left alone when it next speaks.
    while ((await admin.query(`select 1 from ${activity}`)).rows.length > 0);
    expect(await marks()).toEqual(["new"]);
  });

  it("says that its connection was ended by the server", async () => {
    await admin.query("begin");
    await admin.query("lock table release_command_smoke");
    const asking = askDatabase({ DATABASE_URL: at("app", "app-pw-1") });
    const end = `select pg_terminate_backend(pid) from ${activity}`;
    // Within a transaction the activity would stay what it was at first.
    do await admin.query("select pg_stat_clear_snapshot()");
    while ((await admin.query(end)).rows.length === 0);
    await admin.query("rollback");

    expect((await asking).detail).toMatch(/it (ended|closed) the connection/);
  });
});

function local(more = ""): Readonly<Record<string, string>> {
  return { DATABASE_URL: `${at("app", "app-pw-1", { host: "localhost" })}${more}`, CA: server.ca };
}

describeIt("PostgreSQL over TLS", () => {
  const tls = { tls: { caFrom: "CA" } };

  it("is trusted by the authority that is named", async () => {
    expect(await askDatabase(local(), tls)).toMatchObject({ passed: true });
  });

  it("is refused when nobody known vouches for it, or when the authority is none", async () => {
    expect((await askDatabase(local(), { tls: true })).detail).toContain("TLS refused");
    expect((await askDatabase({ ...local(), CA: "none" }, tls)).detail).toContain("CA holds no certificate");
  });

  it("is not talked out of by the URL", async () => {
    expect((await askDatabase(local("?sslmode=disable"), { tls: true })).detail).toContain("TLS refused");
    expect((await askDatabase(local("?sslmode=no-verify"), { tls: true })).detail).toContain("TLS refused");
  });

  it("is refused by a server that has none", async () => {
    const plain = createServer((socket) => socket.on("error", () => undefined).once("data", () => socket.write("N")));
    await new Promise<void>((resolve) => {
      plain.listen(0, "127.0.0.1", resolve);
    });
    const { port } = plain.address() as AddressInfo;

    const { detail } = await askDatabase({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` }, { tls: true });
    plain.close();

    expect(detail).toContain("it does not speak TLS");
  });
});
