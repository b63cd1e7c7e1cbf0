import { createServer, type AddressInfo } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { runSmoke, type SmokeSpec } from "./index.ts";

let db: PGlite;
let server: PGLiteSocketServer;
let url: string;

beforeAll(async () => {
  db = await PGlite.create();
  server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0 });
  const listening = new Promise<string>((resolve) => {
    server.addEventListener("listening", (event) => {
      const { port } = (event as CustomEvent<{ port: number }>).detail;
      resolve(`postgres://postgres:sandbox-pw@127.0.0.1:${port}/postgres`);
    });
  });
  await server.start();
  url = await listening;
}, 60_000);

afterAll(async () => {
  await server.stop();
  await db.close();
});

const none = { none: "not part of this test" };

async function check(env: Readonly<Record<string, string>>, count = 1, timeout = 5_000) {
  const database = Array.from({ length: count }, (_, index) => ({ name: `main ${index}`, urlFrom: "DATABASE_URL" }));
  const spec: SmokeSpec = {
    api: none,
    database,
    external: none,
    auth: none,
    paths: none,
    timeout,
    retry: { on: ["timeout", "transport", "gateway"], times: 1, delay: 1 },
    parallel: 4,
    failFast: false,
    origins: [],
  };
  const clock = { now: () => performance.now(), sleep: async () => undefined };
  const signal = new AbortController().signal;
  const result = await runSmoke(spec, { baseUrl: "http://127.0.0.1", env, clock, signal });
  return { result, detail: result.checks.find(({ category }) => category === "database")?.detail ?? "" };
}

it("writes, reads and removes its row, over one connection at a time, and leaves nothing", async () => {
  const { result } = await check({ DATABASE_URL: url }, 2);

  expect(result.failedTests).toEqual([]);
  const left = await db.query("select * from release_command_smoke");
  expect(left.rows).toEqual([]);
});

it("fails when the database cannot be written, and says what to change", async () => {
  await db.exec("set default_transaction_read_only = on");
  try {
    const { result, detail } = await check({ DATABASE_URL: url });

    expect(result.failedTests).toEqual(["database: main 0"]);
    expect(detail).toContain("it is read-only: the URL leads to a replica");
  } finally {
    await db.exec("set default_transaction_read_only = off");
  }
});

it("fails when a trigger swallows the row, and leaves no transaction open", async () => {
  await db.exec(`create table if not exists release_command_smoke (mark text not null, written timestamptz not null default now());
    create or replace function swallow() returns trigger language plpgsql as 'begin return null; end';
    create trigger swallow before insert on release_command_smoke for each row execute function swallow()`);
  try {
    expect((await check({ DATABASE_URL: url })).detail).toContain("could not be read back");
  } finally {
    await db.exec("drop trigger swallow on release_command_smoke");
  }
  expect((await check({ DATABASE_URL: url })).result.status).toBe("passed");
});

it("names the variable that is missing or no address", async () => {
  expect((await check({})).detail).toContain("DATABASE_URL is not set");
  const broken = (await check({ DATABASE_URL: "postgres://user:p%4@@@:x/y" })).detail;
  expect(broken).toContain("DATABASE_URL");
  expect(broken).not.toContain("p%4");
});

it("tries a refused connection twice, and a silent one, and shows no password", async () => {
  const silent = createServer((socket) => socket.on("error", () => undefined).resume());
  await new Promise<void>((resolve) => {
    silent.listen(0, "127.0.0.1", resolve);
  });
  const { port } = silent.address() as AddressInfo;
  const silentUrl = `postgres://u:hunter-22@127.0.0.1:${port}/db`;

  const quiet = await check({ DATABASE_URL: silentUrl }, 1, 300);
  await new Promise((resolve) => {
    silent.close(resolve);
  });
  const refused = await check({ DATABASE_URL: silentUrl }, 1, 300);

  expect(quiet.detail).toContain("no answer within 300 ms (tried twice)");
  expect(refused.detail).toContain("connection refused: nothing listens there (tried twice)");
  expect(quiet.detail + refused.detail).not.toContain("hunter-22");
});
