import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { runSmoke, type HttpStep, type SmokeOptions, type SmokeResult, type SmokeSpec } from "#smoke";

import { bare } from "./ask.ts";
import { Authority, type Certificate } from "./certificates.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const directory = mkdtempSync(path.join(tmpdir(), "release-command-tls-"));
const authorities = getCACertificates();
const started: Server[] = [];
let authority: Authority;

beforeAll(() => {
  authority = new Authority(directory);
  setDefaultCACertificates([...authorities, authority.cert]);
});

afterAll(() => {
  setDefaultCACertificates(authorities);
  rmSync(directory, { recursive: true });
});

afterEach(() => {
  for (const server of started.splice(0)) server.close();
});

async function serve(handler: Handler, certificate?: Certificate): Promise<string> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => handler(request, response, body));
  };
  const server = certificate === undefined ? createServer(answer) : createTlsServer(certificate, answer);
  started.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return certificate === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
}

function step(wanted: Partial<HttpStep>): HttpStep {
  return { name: "step", method: "GET", path: "/", headers: {}, status: "2xx", capture: {}, ...wanted };
}

async function run(spec: Partial<SmokeSpec>, options: Partial<SmokeOptions> = {}): Promise<SmokeResult> {
  const clock = { now: () => performance.now(), sleep: async (ms: number) => delay(ms) };
  const signal = new AbortController().signal;
  return runSmoke({ ...bare, ...spec }, { baseUrl: "http://127.0.0.1:1", env: {}, clock, signal, ...options });
}

function detailOf({ checks }: SmokeResult, name = "step"): string {
  return checks.find((check) => check.name === name)?.detail ?? "";
}

const ok: Handler = (_, response) => response.end("ok");

describe("TLS", () => {
  it.each<[string, () => Certificate, string]>([
    ["expired", () => authority.sign("expired", { names: "DNS:localhost", days: -1 }), "its certificate has expired"],
    ["self-signed", () => authority.selfSigned("own", { names: "DNS:localhost" }), "its certificate is self-signed"],
    ["of another host", () => authority.sign("other", { names: "DNS:other.example" }), "is for another host name"],
  ])("says that a certificate is %s", async (_, certificate, expected) => {
    const baseUrl = await serve(ok, certificate());

    expect(detailOf(await run({ api: [step({})] }, { baseUrl }))).toContain(`TLS refused: `);
    expect(detailOf(await run({ api: [step({})] }, { baseUrl }))).toContain(expected);
  });

  it("takes the certificate of an authority that this machine trusts", async () => {
    const baseUrl = await serve(ok, authority.sign("right", { names: "DNS:localhost" }));

    expect((await run({ api: [step({})] }, { baseUrl })).failedTests).toEqual([]);
  });
});

const inventory: Handler = (request, response, body) =>
  response
    .setHeader("x-version", "v2.1")
    .end(JSON.stringify({ n: [1, { a: true }], got: body, type: request.headers["content-type"] ?? "" }));

describe("what an answer must be", () => {
  it.each<[string, Partial<HttpStep>, string]>([
    ["equals", { equals: { "n.1": { a: false } } }, 'expected n.1 to be {"a":false}, got {"a":true}'],
    ["matches", { matches: { "header:x-version": "^v3" } }, 'expected header:x-version to match ^v3, got "v2.1"'],
    ["a missing header", { matches: { "header:x-none": "." } }, "the answer has no header x-none"],
  ])("%s", async (_, wanted, expected) => {
    const baseUrl = await serve(inventory);

    expect(detailOf(await run({ api: [step(wanted)] }, { baseUrl }))).toContain(expected);
  });

  it("is asked for with a form or a raw body, and gives headers to later steps", async () => {
    const baseUrl = await serve(inventory);
    const form = step({
      name: "form",
      method: "POST",
      form: { user: "a b", id: "{{WHO}}" },
      equals: { got: "user=a+b&id=me", type: "application/x-www-form-urlencoded" },
      capture: { version: "header:x-version" },
    });
    const raw = step({ name: "raw", method: "PUT", body: "<v>{{version}}</v>", equals: { got: "<v>v2.1</v>" } });

    expect((await run({ api: [form, raw] }, { baseUrl, env: { WHO: "me" } })).failedTests).toEqual([]);
  });

  it("is there in time", async () => {
    const baseUrl = await serve((_, response) => void setTimeout(() => response.end(), 60));

    expect(detailOf(await run({ api: [step({ maxTime: 20 })] }, { baseUrl }))).toMatch(/within 20 ms, it took \d+ ms/);
  });
});

describe("what is never asked", () => {
  it("another origin that only an answer names, unless the configuration does", async () => {
    let asked = 0;
    const other = await serve((_, response) => response.end(String((asked += 1))));
    const baseUrl = await serve((_, response) => response.writeHead(302, { location: `${other}/x` }).end());

    const refused = await run({ api: [step({})] }, { baseUrl });

    expect(detailOf(refused)).toContain(`${other} is refused: the configuration does not name it`);
    expect(asked).toBe(0);
    expect((await run({ api: [step({})], origins: [other] }, { baseUrl })).failedTests).toEqual([]);
  });

  it.each(["http://169.254.169.254", "http://[fe80::1]", "http://[::ffff:169.254.169.254]", "http://0xa9fea9fe"])(
    "%s, whoever names it",
    async (origin) => {
      const result = await run({ api: [step({ path: `${origin}/latest` })], timeout: 500 });

      expect(detailOf(result)).toContain("a link-local or metadata address, which is never asked");
    },
  );

  it("production, before it: its address, its database, its secrets", async () => {
    let asked = 0;
    const production = await serve((_, response) => response.end(String((asked += 1))));
    const url = production.replace("127.0.0.1", "localhost");
    expect(detailOf(await run({ api: [step({})] }, { baseUrl: url, production: [`${production}/x`] }))).toContain(
      "it is configured for production",
    );
    const env = { DATABASE_URL: "postgresql://me:mine-pw-1@LOCALHOST/shop/" };
    const database = [{ name: "main", urlFrom: "DATABASE_URL" }];
    const place = "postgres://you:your-pw-1@127.0.0.1:5432/shop";
    expect(detailOf(await run({ database }, { env, production: [place] }), "main")).toContain(
      "it is the database of production",
    );
    const members = { DATABASE_URL: "mongodb://me:mine-pw-1@b.example,c.example:27018/shop?replicaSet=s" };
    for (const member of ["mongodb://B.example:27017/shop", "mongodb://you:your-pw-1@a.example,c.example:27018/shop"]) {
      expect(detailOf(await run({ database }, { env: members, production: [member] }), "main")).toContain(
        "it is the database of production",
      );
    }
    const same = await run({ api: [step({})] }, { env: { API_KEY: "one-for-all" }, production: ["one-for-all"] });
    expect(same).toMatchObject({ status: "failed", categoriesFailed: 5 });
    expect(detailOf(same, "isolation")).toContain("API_KEY: the value is the one of production");
    expect(asked).toBe(0);
  });
});

const openToAll: Handler = (_, response) => response.end('{"token":"tok-12345"}');
const breaksWithout: Handler = (request, response) => {
  if (request.url === "/me" && request.headers.authorization === undefined) response.writeHead(500);
  response.end('{"token":"tok-12345"}');
};

const shop =
  (broken: string, status: number): Handler =>
  (request, response) => {
    if (request.url === broken) response.writeHead(status);
    else if (request.url === "/me" && request.headers.authorization === undefined) response.writeHead(401);
    response.end(broken === "token" ? "{}" : '{"token":"tok-12345"}');
  };

describe("a login", () => {
  const login = step({ name: "login", method: "POST", path: "/login", capture: { token: "token" } });
  const call = step({ name: "call", path: "/me", headers: { authorization: "Bearer {{token}}" } });
  const logout = step({ name: "logout", method: "POST", path: "/logout" });
  it.each<[string, string]>([
    ["/login", "login failed: step 1 of 3, login"],
    ["token", "token failed: step 1 of 3, login"],
    ["/me", "protected call failed: step 2 of 3, call"],
    ["/logout", "logout failed: step 3 of 3, logout"],
  ])("names the phase when %s is broken", async (broken, expected) => {
    const result = await run({ auth: [login, call, logout] }, { baseUrl: await serve(shop(broken, 500)) });

    expect(result.checks.map(({ detail }) => detail).join()).toContain(expected);
  });

  it("names the phase when nobody answers", async () => {
    expect(detailOf(await run({ auth: [login, call, logout] }), "login")).toContain("reach failed: step 1 of 3");
  });

  it("proves nothing when everybody may do it, or when the application breaks without it", async () => {
    const name = "refused without login";

    const everybody = await run({ auth: [login, call, logout] }, { baseUrl: await serve(openToAll) });
    expect(detailOf(everybody, name)).toContain("GET /me answers 200 without a login too: this proves nothing");
    const broken = await run({ auth: [login, call, logout] }, { baseUrl: await serve(breaksWithout) });
    expect(detailOf(broken, name)).toContain("expected a refusal without a login (401 or 403), got 500");
    const right = await run({ auth: [login, call, logout] }, { baseUrl: await serve(shop("", 200)) });
    expect(right.failedTests).toEqual([]);
  });
});

describe("which checks run", () => {
  const cart = step({ name: "cart", affects: ["src/cart/**"] });
  const mail = step({ name: "mail", affects: ["src/mail/**"] });
  const health = step({ name: "health", critical: true });

  it("those of a hotfix's files and critical ones, the rest with the reason; all where nothing is left over", async () => {
    const baseUrl = await serve(ok);
    const hotfix = { baseUrl, only: "critical", changed: ["src/cart/a/b.ts"] } as const;

    const some = await run({ api: [cart, mail, health] }, hotfix);
    expect(some.checks.slice(0, 3).map(({ name, status }) => [name, status])).toEqual([
      ["cart", "passed"],
      ["health", "passed"],
      ["mail", "not-applicable"],
    ]);
    expect(detailOf(some, "mail")).toContain("it is about src/mail/**); 1 files changed");
    expect((await run({ api: [mail] }, hotfix)).checks[0]).toMatchObject({ name: "mail", status: "passed" });
    const skip = { "api: mail": "there is no mail here" };
    expect(detailOf(await run({ api: [mail, health] }, { baseUrl, skip }), "mail")).toContain("there is no mail here");
  });

  it("as many at once as they may, and none after a failure that ends the run", async () => {
    const open = { now: 0, most: 0 };
    const baseUrl = await serve((_, response) => {
      open.now += 1;
      open.most = Math.max(open.most, open.now);
      setTimeout(() => {
        open.now -= 1;
        response.writeHead(500).end();
      }, 20);
    });
    const api = Array.from({ length: 6 }, (_, index) => step({ name: `step ${index}`, method: "POST" }));

    await run({ api, parallel: 2 }, { baseUrl });
    expect(open.most).toBe(2);
    const { checks, failedTests } = await run({ api, parallel: 1, failFast: true }, { baseUrl });
    expect(failedTests).toEqual(["api: step 0"]);
    expect(checks[1]?.detail).toContain('Not run: "api: step 0" failed before it');
  });
});

it("runs any other tool with the address and nothing of this machine, and shows what it said", async () => {
  const commands = { directory, env: { PATH: process.env["PATH"] ?? "" } };
  const good = { name: "good", command: 'test "$BASE_URL" = http://127.0.0.1:1 && test -z "$HOME"' };
  const bad = { name: "bad", command: "echo first; echo no luck >&2; exit 3" };
  const slow = { name: "slow", command: "sleep 30", timeout: 100 };

  const result = await run({ api: [good, bad, slow] }, { commands });

  expect(result.failedTests).toEqual(["api: bad", "api: slow"]);
  expect(detailOf(result, "bad")).toContain("ended with exit code 3; its last lines: no luck");
  expect(detailOf(result, "slow")).toContain("was ended after 100 ms");
});

it("believes the status page of a service, and tells a passing fault from one that stays", async () => {
  const page = await serve((_, response) =>
    response.end('{"status":{"indicator":"major","description":"Big outage"}}'),
  );
  const external = [{ name: "pay", url: "http://127.0.0.1:1/x", statusUrl: `${page}/status.json` }];
  expect(detailOf(await run({ external }), "pay")).toMatch(/^Theirs: .* Its status page says: Big outage/);

  const baseUrl = await serve((request, response) => response.writeHead(request.url === "/pay" ? 503 : 200).end());
  const both = [step({ name: "health" }), step({ name: "pay", method: "POST", path: "/pay" })];
  expect(detailOf(await run({ api: both }, { baseUrl }), "pay")).toMatch(
    /Class: transient \(GET \/ now: 3 of 3 good in .* ms, before: passed in \d+ ms\)/,
  );
});
