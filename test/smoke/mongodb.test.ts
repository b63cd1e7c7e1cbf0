import { createSocket, type Socket } from "node:dgram";
import { getServers, setServers } from "node:dns";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { MongoClient, ObjectId, type Document } from "mongodb";

import { askDatabase } from "./ask.ts";
import { answerAs, type Script } from "./mongod.ts";
import { hasServer, startServer, type Server } from "./servers.ts";

const isHere = hasServer("ferretdb");
const describeIt = isHere ? describe : describe.skip;
let server: Server;
let admin: MongoClient;

beforeAll(async () => {
  if (!isHere) return;
  const account = ["--setup-username=boss", "--setup-password=root-pw-1", "--setup-database=shop"];
  const statements = ["--test-enable-new-auth", ...account];
  server = await startServer("ferretdb", { names: "DNS:localhost", statements });
  const caFile = path.join(server.directory, "ca.pem");
  writeFileSync(caFile, server.ca);
  admin = new MongoClient(at("boss", "root-pw-1"), { tls: true, tlsCAFile: caFile });
}, 600_000);

afterAll(async () => {
  if (!isHere) return;
  await admin.close();
  await server.kill();
});

function at(user: string, password: string, { host = "localhost", database = "shop" } = {}): string {
  return `mongodb://${user}:${password}@${host}:${server.port}/${database}`;
}

const tls = { tls: { caFrom: "CA" } };
const ask = async (url: string, more: { readonly timeout?: number } = {}) =>
  askDatabase({ DATABASE_URL: url, CA: server.ca }, { ...tls, ...more });

const documents = () => admin.db("shop").collection("release_command_smoke");

describeIt("MongoDB's protocol, as FerretDB speaks it", () => {
  it("is written, read and left as it was over TLS, and what a dead run left is swept", async () => {
    expect(await ask(at("boss", "root-pw-1"))).toMatchObject({ passed: true, detail: "" });
    expect(await documents().countDocuments()).toBe(0);
    const hour = 3_600_000;
    await documents().insertMany([
      { mark: "old", written: new Date(Date.now() - 2 * hour) },
      { mark: "new", written: new Date() },
    ]);

    expect((await ask(at("boss", "root-pw-1"))).passed).toBe(true);

    expect((await documents().find().toArray()).map(({ mark }) => mark as unknown)).toEqual(["new"]);
  });

  it.each<[string, () => string, string]>([
    ["a wrong password", () => at("boss", "wrong-pw-1"), "the account or its password was refused"],
    ["no such account", () => at("nobody", "other-pw-1"), "the account or its password was refused"],
    ["no account", () => `mongodb://localhost:${server.port}/shop`, "it wants a password, and the URL has none"],
    [
      "no database",
      () => at("boss", "root-pw-1", { database: "" }),
      "DATABASE_URL is no connection URL: it must read mongodb://host:27017/database, where need be with user:password@ before the host",
    ],
    ["another option", () => `${at("boss", "root-pw-1")}?nonsense=1`, "DATABASE_URL is no connection URL"],
  ])("says what is wrong: %s", async (_, url, expected) => {
    const { passed, detail } = await ask(url());

    expect(passed).toBe(false);
    expect(detail).toContain(expected);
    expect(detail).not.toMatch(/pw-1/);
  });

  it("is refused when nobody known vouches for its certificate, or for that host, or without TLS", async () => {
    const insecure = `${at("boss", "root-pw-1")}?tls=true&tlsAllowInvalidCertificates=true`;

    expect((await askDatabase({ DATABASE_URL: `${at("boss", "root-pw-1")}?tls=true` })).detail).toContain(
      "TLS refused",
    );
    expect((await askDatabase({ DATABASE_URL: insecure }, { tls: true })).detail).toContain("TLS refused");
    expect((await ask(at("boss", "root-pw-1", { host: "127.0.0.1" }))).detail).toContain("is for another host name");
    const plain = await askDatabase({ DATABASE_URL: at("boss", "root-pw-1") }, { timeout: 1_000 });
    expect(plain.detail).toContain("it closed the connection");
  });
});

const member = {
  setName: "shop",
  hosts: ["127.0.0.1:1"],
  minWireVersion: 0,
  maxWireVersion: 25,
  logicalSessionTimeoutMinutes: 30,
};
const primary: Document = { ...member, isWritablePrimary: true, setVersion: 1, electionId: new ObjectId() };
const nothing = { cursor: { firstBatch: [], id: 0n, ns: "shop.release_command_smoke" } };
const emptied: Script = { update: { n: 1 }, find: nothing, delete: { n: 0 } };
const refuses = (code: number, errmsg: string): Script => ({ hello: primary, update: { ok: 0, code, errmsg } });

const told = async (script: Script | ((port: number) => Script), options = "directConnection=true") => {
  const scripted = await answerAs(script);
  const url = `mongodb://127.0.0.1:${scripted.port}/shop?${options}`;
  const { detail } = await askDatabase({ DATABASE_URL: url }, { timeout: 800 });
  await scripted.close();
  return { detail, commands: scripted.commands.filter((name) => !/hello|isMaster|endSessions/i.test(name)) };
};

const whole = (port: number): Script => ({ ...emptied, hello: { ...primary, hosts: [`127.0.0.1:${port}`] } });

const alone = (port: number): Script => ({ hello: { ...member, hosts: [`127.0.0.1:${port}`], secondary: true } });

describe("a member of a replica set", () => {
  it.each<[string, Script, string]>([
    ["a secondary", refuses(10_107, "not primary"), "it is read-only: the URL leads to a secondary"],
    [
      "an account without the right",
      refuses(13, "not authorized on shop"),
      "the account may not write: give it the role readWrite",
    ],
    ["shutting down", refuses(11_600, "interrupted at shutdown"), "it is shutting down"],
    ["a full disk", refuses(14_031, "disk full"), "its disk is full"],
    ["an error that nobody named here", refuses(4_242, "odd thing"), "Database of DATABASE_URL: odd thing"],
  ])("says what is wrong: %s", async (_, script, expected) => {
    const { detail, commands } = await told(script);

    expect(detail).toContain(expected);
    expect(commands).toEqual(["update"]);
  });

  it("loses what it confirmed, and is not asked to keep it", async () => {
    const { detail, commands } = await told({ ...emptied, hello: primary });

    expect(detail).toContain("the document that was written could not be read back");
    expect(commands).toEqual(["update", "find", "delete"]);
  });

  it("is read at the primary, which was written to, whatever the URL prefers", async () => {
    const { commands } = await told(whole, "replicaSet=shop&readPreference=secondary");

    expect(commands).toEqual(["update", "find", "delete"]);
  });

  it("has no primary", async () => {
    const { detail } = await told(alone, "replicaSet=shop");

    expect(detail).toContain("none of the members that answer is the primary");
  });
});

describe("a MongoDB that cannot be reached", () => {
  it.each<[string, (port: number) => string]>([
    ["it alone", (port) => `mongodb://u:hunter-22@127.0.0.1:${port}/shop`],
    ["each of its members", (port) => `mongodb://u:hunter-22@127.0.0.1:${port},127.0.0.1:1/shop?replicaSet=s`],
  ])("is told of at once: %s", async (_, url) => {
    const silent = createServer((socket) => socket.on("error", () => undefined).resume());
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const quiet = await askDatabase({ DATABASE_URL: `mongodb://u:hunter-22@127.0.0.1:${port}/shop` }, { timeout: 300 });
    silent.close();
    await once(silent, "close");

    const refused = await askDatabase({ DATABASE_URL: url(port) }, { timeout: 20_000 });

    expect(quiet.detail).toContain("no answer within 300 ms");
    expect(refused.detail).toContain("connection refused: nothing listens there");
    expect(refused.tookMs).toBeLessThan(5_000);
    expect(quiet.detail + refused.detail).not.toContain("hunter-22");
  });
});

/** A DNS server that has one name: `_mongodb._tcp.db.shop.test`, with a host where nothing can be looked up. */
async function nameServer(): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => {
    const end = question.indexOf(0, 12) + 5;
    const isService = question.readUInt16BE(end - 4) === 33 && question.includes("_mongodb");
    const host = Buffer.from("\x03one\x04shop\x04test\0");
    const service = Buffer.from([0xc0, 12, 0, 33, 0, 1, 0, 0, 0, 60, 0, 6 + host.length, 0, 0, 0, 0, 0x69, 0x89]);
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(isService || !question.includes("missing") ? 0x81_80 : 0x81_83, 2);
    head.writeUInt16BE(isService && !question.includes("missing") ? 1 : 0, 6);
    head.fill(0, 8, 12);
    const answer = isService && !question.includes("missing") ? [service, host] : [];
    socket.send(Buffer.concat([head, question.subarray(12, end), ...answer]), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return socket;
}

const named = (host: string) => ({ DATABASE_URL: `mongodb+srv://u:hunter-22@${host}/shop` });

it("looks mongodb+srv:// up in DNS, and says where that ended", async () => {
  const before = getServers();
  const names = await nameServer();
  setServers([`127.0.0.1:${names.address().port}`]);
  try {
    expect((await askDatabase(named("db.shop.test"))).detail).toMatch(
      /host name (not found|could not be looked up) \(DNS\)/,
    );
    expect((await askDatabase(named("missing.shop.test"))).detail).toContain("has no SRV record");
  } finally {
    setServers(before);
    names.close();
  }
});
