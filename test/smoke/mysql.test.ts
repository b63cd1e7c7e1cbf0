import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createConnection, type Connection, type RowDataPacket } from "mysql2/promise";

import { askDatabase } from "./ask.ts";
import { hasServer, startServer, type Server } from "./servers.ts";

const isHere = hasServer("mariadb");
const describeIt = isHere ? describe : describe.skip;
let server: Server;
let admin: Connection;

beforeAll(async () => {
  if (!isHere) return;
  server = await startServer("mariadb", {
    names: "DNS:localhost",
    statements: [
      "create database shop;",
      "create user boss identified by 'root-pw-1';",
      "grant all on *.* to boss;",
      "create user app identified by 'app-pw-1';",
      "grant all on shop.* to app;",
      "create user reader identified by 'reader-pw-1';",
      "grant select on shop.* to reader;",
      "create user secure identified by 'secure-pw-1' require ssl;",
      "grant all on shop.* to secure;",
    ],
  });
  admin = await createConnection(at("boss", "root-pw-1"));
}, 300_000);

afterAll(async () => {
  if (!isHere) return;
  await admin.end();
  await server.kill();
});

function at(user: string, password: string, { host = "127.0.0.1", database = "shop", scheme = "mysql" } = {}): string {
  return `${scheme}://${user}:${password}@${host}:${server.port}/${database}`;
}

async function marks(): Promise<readonly unknown[]> {
  const [rows] = await admin.query<RowDataPacket[]>("select mark from release_command_smoke");
  return rows.map((row) => row["mark"] as unknown);
}

describeIt("MariaDB", () => {
  it.each(["mysql", "mariadb"])("is written, read, left as it was, and swept: %s://", async (scheme) => {
    const env = { DATABASE_URL: at("app", "app-pw-1", { scheme }) };
    expect(await askDatabase(env)).toMatchObject({ passed: true, detail: "" });
    await admin.query("insert into release_command_smoke values ('old', now() - interval 2 hour), ('new', now())");

    expect((await askDatabase(env)).passed).toBe(true);

    expect(await marks()).toEqual(["new"]);
    await admin.query("delete from release_command_smoke");
  });

  it.each<[string, () => string, string]>([
    ["a wrong password", () => at("app", "wrong-pw-1"), "the account or its password was refused"],
    ["no such database", () => at("boss", "root-pw-1", { database: "nosuch" }), "there is no such database"],
    ["no database", () => at("boss", "root-pw-1", { database: "" }), "the URL names no database"],
    ["an account of another database", () => at("app", "app-pw-1", { database: "mysql" }), "may not use that database"],
    ["an account that may not write", () => at("reader", "reader-pw-1"), "the account may not write"],
  ])("says what is wrong: %s", async (_, url, expected) => {
    const { passed, detail } = await askDatabase({ DATABASE_URL: url() });

    expect(passed).toBe(false);
    expect(detail).toContain(expected);
    expect(detail).not.toMatch(/pw-1/);
  });

  it("says when it is a replica", async () => {
    await admin.query("set global read_only = on");
    try {
      expect((await askDatabase({ DATABASE_URL: at("app", "app-pw-1") })).detail).toContain("it is read-only");
    } finally {
      await admin.query("set global read_only = off");
    }
  });

  it("does not wait for a locked table longer than its time, and leaves nothing", async () => {
    await admin.query("lock tables release_command_smoke write");
    const { detail, tookMs } = await askDatabase({ DATABASE_URL: at("app", "app-pw-1") }, { timeout: 300 });
    await admin.query("unlock tables");

    expect(detail).toContain("no answer within 300 ms");
    expect(tookMs).toBeLessThan(3_000);
    expect(await marks()).toEqual([]);
  });

  it("says that its connection was ended by the server", async () => {
    await admin.query("lock tables release_command_smoke write");
    const asking = askDatabase({ DATABASE_URL: at("app", "app-pw-1") });
    let id: number | undefined;
    const ended = { already: false };
    void asking.finally(() => (ended.already = true));
    while (id === undefined && !ended.already) {
      const [rows] = await admin.query<RowDataPacket[]>("show processlist");
      id = rows.map(({ User, Id }) => (User === "app" ? Number(Id) : undefined)).find((one) => one !== undefined);
    }
    await admin.query(`kill ${id ?? 0}`);
    await admin.query("unlock tables");

    expect((await asking).detail).toContain("it closed the connection");
  });
});

function secure(): Readonly<Record<string, string>> {
  return { DATABASE_URL: at("secure", "secure-pw-1", { host: "localhost" }), CA: server.ca };
}

describeIt("MariaDB over TLS", () => {
  const tls = { tls: { caFrom: "CA" } };

  it("is trusted by the authority that is named", async () => {
    expect(await askDatabase(secure(), tls)).toMatchObject({ passed: true });
  });

  it("is refused by an account that wants it, when nobody known vouches for it", async () => {
    expect((await askDatabase(secure())).detail).toContain("the account or its password was refused");
    expect((await askDatabase(secure(), { tls: true })).detail).toContain("TLS refused");
  });

  it("is refused with a certificate of another host", async () => {
    const other = await startServer("mariadb", { names: "DNS:other.example" });
    const elsewhere = { DATABASE_URL: `mysql://nobody:x-pw-123@localhost:${other.port}/shop`, CA: other.ca };

    const { detail } = await askDatabase(elsewhere, tls);
    await other.kill();

    expect(detail).toMatch(/TLS refused: .*does not match/);
  }, 180_000);
});
