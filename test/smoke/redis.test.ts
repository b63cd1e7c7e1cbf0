import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Redis } from "ioredis";

import { askDatabase } from "./ask.ts";
import { hasServer, startServer, type Server } from "./servers.ts";

const isHere = hasServer("redis");
const describeIt = isHere ? describe : describe.skip;
let server: Server;
let admin: Redis;

beforeAll(async () => {
  if (!isHere) return;
  server = await startServer("redis", {
    names: "DNS:localhost",
    statements: [
      "user default on >root-pw-1 ~* &* +@all",
      "user reader on >reader-pw-1 ~* +@read +@connection +info",
      "user scribe on >scribe-pw-1 ~* +@all -get",
    ],
  });
  admin = new Redis(at("default", "root-pw-1"), { tls: { ca: server.ca } });
}, 300_000);

afterAll(async () => {
  if (!isHere) return;
  admin.disconnect();
  await server.kill();
});

function at(user: string, password: string, host = "localhost"): string {
  return `rediss://${user}:${password}@${host}:${server.port}/0`;
}

const tls = { tls: { caFrom: "CA" } };
const ask = async (url: string, more: { readonly timeout?: number } = {}) =>
  askDatabase({ DATABASE_URL: url, CA: server.ca }, { ...tls, ...more });

describeIt("Redis", () => {
  it("is written, read and left as it was, over TLS", async () => {
    expect(await ask(at("default", "root-pw-1"))).toMatchObject({ passed: true, detail: "" });

    expect(await admin.keys("*")).toEqual([]);
  });

  it("lets a key of a dead run end by itself", async () => {
    const monitor = await admin.monitor();
    const seen: string[] = [];
    monitor.on("monitor", (_: string, args: readonly string[]) => seen.push(args.join(" ")));

    await ask(at("default", "root-pw-1"));

    monitor.disconnect();
    expect(seen.filter((line) => /^(set|get|del) /i.test(line))).toEqual([
      expect.stringMatching(/^set release_command_smoke:\S+ \S+ PX 3600000$/i),
      expect.stringMatching(/^get release_command_smoke:\S+$/i),
      expect.stringMatching(/^del release_command_smoke:\S+$/i),
    ]);
  });

  it.each<[string, () => string, string]>([
    ["a wrong password", () => at("default", "wrong-pw-1"), "the account or its password was refused"],
    ["no password", () => `rediss://localhost:${server.port}/0`, "it wants a password, and the URL has none"],
    ["an account that may not write", () => at("reader", "reader-pw-1"), "the account may not write"],
    ["an account that may not read, whose key is removed", () => at("scribe", "scribe-pw-1"), "the account may not"],
  ])("says what is wrong: %s", async (_, url, expected) => {
    const { passed, detail } = await ask(url());

    expect(passed).toBe(false);
    expect(detail).toContain(expected);
    expect(detail).not.toMatch(/pw-1/);
    expect(await admin.keys("*")).toEqual([]);
  });

  it("is refused when nobody known vouches for its certificate", async () => {
    expect((await askDatabase({ DATABASE_URL: at("default", "root-pw-1") })).detail).toContain("TLS refused");
    expect((await ask(at("default", "root-pw-1", "127.0.0.1"))).detail).toContain(
      "certificate is for another host name",
    );
  });

  it("says when it is a replica, when its memory is full, and when it does not answer in time", async () => {
    await admin.call("REPLICAOF", "127.0.0.1", "1");
    expect((await ask(at("default", "root-pw-1"))).detail).toContain("it is read-only: the URL leads to a replica");
    await admin.call("REPLICAOF", "NO", "ONE");

    await admin.config("SET", "maxmemory", "1");
    expect((await ask(at("default", "root-pw-1"))).detail).toContain("its memory is full");
    await admin.config("SET", "maxmemory", "0");

    await admin.client("PAUSE", 900);
    expect((await ask(at("default", "root-pw-1"), { timeout: 200 })).detail).toContain("no answer within 200 ms");
  });
});
