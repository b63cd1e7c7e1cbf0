import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type AddressInfo, type Server } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { runSmoke, type HttpStep, type SmokeOptions, type SmokeSpec } from "./index.ts";

const started: Server[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) {
    if ("closeAllConnections" in server && typeof server.closeAllConnections === "function")
      server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
});

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

async function listen(server: Server): Promise<string> {
  started.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => handler(request, response, body));
  });
  return `http://${await listen(server)}`;
}

const none = { none: "not part of this test" };
const bare: SmokeSpec = {
  api: none,
  database: none,
  external: none,
  auth: none,
  paths: none,
  timeout: 300,
  retry: { on: ["timeout", "transport", "gateway"], times: 1, delay: 1 },
  parallel: 4,
  failFast: false,
  origins: [],
};

function step(wanted: Partial<HttpStep>): HttpStep {
  return { name: "step", method: "GET", path: "/", headers: {}, status: "2xx", capture: {}, ...wanted };
}

function run(spec: SmokeSpec | undefined, options: Partial<SmokeOptions>) {
  const clock = {
    now: () => performance.now(),
    sleep: async (ms: number, signal?: AbortSignal) => delay(ms, undefined, { signal }),
  };
  const signal = new AbortController().signal;
  return runSmoke(spec, { baseUrl: "http://127.0.0.1:1", env: {}, clock, signal, ...options });
}

async function detailOf(wanted: Partial<HttpStep>, options: Partial<SmokeOptions>): Promise<string> {
  const result = await run({ ...bare, api: [step(wanted)] }, options);
  expect(result.status).toBe("failed");
  expect(result.failedTests).toEqual(["api: step"]);
  return result.checks[0]?.detail ?? "";
}

describe("the categories", () => {
  it("fails each one that is left out, with an example to copy", async () => {
    const result = await run(undefined, {});

    expect(result).toMatchObject({ status: "failed", categoriesPassed: 0, categoriesFailed: 5 });
    expect(result.checks.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("{ name: health, path: /health }"),
      expect.stringContaining("urlFrom: DATABASE_URL"),
      expect.stringContaining("fallback:"),
      expect.stringContaining("Bearer {{token}}"),
      expect.stringContaining("/cart/{{cart}}/pay"),
    ]);
  });

  it("counts what does not apply as passed, and says why", async () => {
    const result = await run(bare, {});

    expect(result).toMatchObject({ status: "passed", categoriesPassed: 5, categoriesFailed: 0, failedTests: [] });
    expect(new Set(result.checks.map(({ status }) => status))).toEqual(new Set(["not-applicable"]));
    expect(result.checks[0]?.detail).toBe("not part of this test");
  });

  it("fails an empty list: nothing was proved", async () => {
    expect((await run({ ...bare, api: [] }, {})).status).toBe("failed");
  });

  it("rejects when it is aborted", async () => {
    const baseUrl = await serve(() => undefined);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error("stopped by a person")), 30);

    await expect(run({ ...bare, api: [step({})] }, { baseUrl, signal: abort.signal })).rejects.toThrow(
      "stopped by a person",
    );
  });
});

describe("a step that does not hold says what was asked, expected and got", () => {
  it.each<[string, Handler, Partial<HttpStep>, string]>([
    [
      "a wrong status",
      (_, r) => r.writeHead(500).end("no table users"),
      { path: "/u" },
      "GET /u: expected status 2xx, got 500; the answer begins: no table users",
    ],
    [
      "another wrong status",
      (_, r) => r.writeHead(200).end(),
      { status: 201 },
      "GET /: expected status 201, got 200, with an empty answer",
    ],
    [
      "a missing text",
      (_, r) => r.end("hello"),
      { contains: "welcome" },
      'expected "welcome" in the answer, not found anywhere; the answer begins: hello',
    ],
    [
      "a missing capture",
      (_, r) => r.end('{"data":{"id":1}}'),
      { capture: { t: "data.token" } },
      'GET /: the answer has no "data.token" (it has: id)',
    ],
    [
      "a capture that is inherited",
      (_, r) => r.end("{}"),
      { capture: { t: "constructor" } },
      'the answer has no "constructor" (it has: nothing)',
    ],
    [
      "a capture that is no value",
      (_, r) => r.end('{"a":{}}'),
      { capture: { t: "a" } },
      '"a" of the answer is no single value',
    ],
    [
      "no JSON",
      (_, r) => r.end("<html>"),
      { capture: { t: "a" } },
      "expected JSON, got something else; the answer begins: <html>",
    ],
    [
      "an unknown name",
      (_, r) => r.end(),
      { path: "/{{nobody}}" },
      "{{nobody}} is neither captured by an earlier step nor an environment variable",
    ],
    [
      "a redirect loop",
      (q, r) => r.writeHead(302, { location: `${q.url}x` }).end(),
      {},
      "redirected more than 5 times",
    ],
    ["a huge answer", (_, r) => r.end("x".repeat(2_000_000)), { contains: "y" }, "not found in its first 1 MB"],
    [
      "a huge answer to capture from",
      (_, r) => r.end(`{"a":"${"x".repeat(2_000_000)}"}`),
      { capture: { t: "a" } },
      "the answer is larger than 1 MB",
    ],
    ["a slow answer", () => undefined, {}, "no complete answer within 300 ms (tried twice)"],
    [
      "an answer that stops half way",
      (_, r) => r.writeHead(200, { "content-length": 10 }).write("abc"),
      {},
      "no complete answer within 300 ms (tried twice)",
    ],
    ["a hang-up", (q) => q.socket.destroy(), {}, "closed before the answer was complete (tried twice)"],
    [
      "a gateway error",
      (_, r) => r.writeHead(503).end(),
      {},
      "expected status 2xx, got 503, with an empty answer (tried twice)",
    ],
  ])("%s", async (_, handler, wanted, expected) => {
    const baseUrl = await serve(handler);

    const detail = await detailOf(wanted, { baseUrl });

    expect(detail).toContain(expected);
    expect(detail.length).toBeLessThanOrEqual(700);
  });

  it("nothing about an answer without end, when its beginning is right", async () => {
    const baseUrl = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("welcome ".repeat(4096)));
      };
      response.on("drain", more);
      more();
    });

    const result = await run({ ...bare, api: [step({ contains: "welcome" })], timeout: 5_000 }, { baseUrl });

    expect(result.status).toBe("passed");
    expect(result.executionTimeMs).toBeLessThan(4_000);
  });

  it("refused", async () => {
    const server = createSocketServer();
    const address = await listen(server);
    await new Promise((resolve) => {
      started.pop()?.close(resolve);
    });
    expect(await detailOf({}, { baseUrl: `http://${address}` })).toContain(
      "connection refused: nothing listens there (tried twice)",
    );
  });

  it("no TLS, no HTTP", async () => {
    const plain = await serve((_, response) => response.end());
    expect(await detailOf({}, { baseUrl: plain.replace("http:", "https:") })).toContain("TLS refused");
    const talker = await listen(
      createSocketServer((socket) =>
        socket
          .on("error", () => undefined)
          .resume()
          .end("220 mail ready\r\n\r\n"),
      ),
    );
    expect(await detailOf({}, { baseUrl: `http://${talker}` })).toContain("the answer is not HTTP");
  });
});

describe("tries again", () => {
  async function flaky(first: Handler) {
    const seen = { requests: 0 };
    const baseUrl = await serve((request, response, body) => {
      seen.requests += 1;
      if (seen.requests === 1) first(request, response, body);
      else response.end("ok");
    });
    return { seen, baseUrl };
  }

  it("once after a fault of the transport, and says so", async () => {
    const { seen, baseUrl } = await flaky((_, response) => response.writeHead(502).end());

    const result = await run({ ...bare, api: [step({})] }, { baseUrl });

    expect(result.status).toBe("passed");
    expect(seen.requests).toBe(2);
    expect(result.checks[0]?.detail).toContain("Passed when tried again; before: GET /: expected status 2xx, got 502");
  });

  it.each<[string, Handler]>([
    ["a wrong status", (_, response) => response.writeHead(500).end()],
    ["a wrong text", (_, response) => response.end("bad")],
  ])("never after %s", async (_, first) => {
    const { seen, baseUrl } = await flaky(first);

    expect((await run({ ...bare, api: [step({ method: "POST", contains: "ok" })] }, { baseUrl })).status).toBe(
      "failed",
    );
    expect(seen.requests).toBe(1);
  });

  it("waits for the configured time before", async () => {
    const { baseUrl } = await flaky((_, response) => response.writeHead(504).end());
    const slept: number[] = [];
    const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };

    await run({ ...bare, api: [step({})], retry: { ...bare.retry, delay: 30_000 } }, { baseUrl, clock });

    expect(slept).toEqual([30_000]);
  });
});

/** Login by JSON or by form with redirect and cookie; what needs it; logout. */
const shop: Handler = (request, response, body) => {
  const allowed =
    request.headers.authorization === "Bearer tok-12345" || request.headers.cookie?.includes("sid=cookie-777");
  if (request.url === "/login" && request.method === "POST") {
    const { password } = JSON.parse(body) as { password: string };
    if (password !== "s3cret-pass") response.writeHead(401).end(`wrong password ${password}`);
    else response.writeHead(303, { location: "/welcome", "set-cookie": "sid=cookie-777; Path=/; HttpOnly" }).end();
  } else if (request.url === "/welcome") response.end('{"session":{"token":"tok-12345"},"cart":[{"id":42}]}');
  else if (request.url === "/logout") response.writeHead(200, { "set-cookie": "sid=; Max-Age=0" }).end();
  else if (request.url === "/me") response.writeHead(allowed ? 200 : 401).end("me");
  else if (request.url === "/cart/42" && body === '{"id":42,"note":"cart 42"}') response.writeHead(201).end();
  else response.writeHead(404).end(`nothing at ${request.url} for ${request.headers.authorization ?? "nobody"}`);
};

const login = step({
  name: "login",
  method: "POST",
  path: "/login",
  json: { password: "{{SMOKE_PASSWORD}}" },
  capture: { token: "session.token", cart: "cart.0.id" },
});
const env = { SMOKE_PASSWORD: "s3cret-pass" };

describe("a list of steps", () => {
  it("carries captured values, with their types, and cookies through redirects", async () => {
    const baseUrl = await serve(shop);
    const withToken = step({ name: "call", path: "/me", headers: { authorization: "Bearer {{token}}" } });
    const order = step({
      name: "order",
      method: "PUT",
      path: "/cart/{{cart}}",
      json: { id: "{{cart}}", note: "cart {{cart}}" },
      status: 201,
    });

    const result = await run(
      { ...bare, auth: [login, withToken], paths: [{ name: "order", steps: [login, step({ path: "/me" }), order] }] },
      { baseUrl, env },
    );

    expect(result.checks.filter(({ status }) => status === "failed")).toEqual([]);
    expect(result.checks.filter(({ category }) => category === "auth").map(({ name }) => name)).toEqual([
      "login",
      "call",
      "refused without login",
    ]);
  });

  it("forgets a cookie that ends, and shares none with other lists", async () => {
    const baseUrl = await serve(shop);
    const me = step({ name: "me", path: "/me" });

    const ended = await run({ ...bare, auth: [login, step({ path: "/logout" }), me], api: [me] }, { baseUrl, env });

    expect(ended.failedTests).toEqual(["api: me", "auth: me"]);
  });

  it("names the failing step, runs nothing after it, and shows no secret", async () => {
    const baseUrl = await serve(shop);
    const wrong = await run(
      { ...bare, auth: [login, step({ name: "call" })] },
      { baseUrl, env: { SMOKE_PASSWORD: "guessed-wrong" } },
    );

    expect(wrong.failedTests).toEqual(["auth: login"]);
    expect(wrong.checks.at(-2)?.detail).toContain("step 1 of 2, login: POST /login: expected status 2xx, got 401");
    expect(JSON.stringify(wrong)).not.toContain("guessed-wrong");

    const lost = step({ name: "lost", path: "/lost", headers: { authorization: "Bearer {{token}}" } });
    const path = await run({ ...bare, paths: [{ name: "buy", steps: [login, lost] }] }, { baseUrl, env });

    expect(path.failedTests).toEqual(["paths: buy"]);
    expect(path.checks.at(-1)?.detail).toContain("step 2 of 2, lost: GET /lost: expected status 2xx, got 404");
    expect(JSON.stringify(path)).not.toContain("tok-12345");
  });

  it("sees a redirect that it expects, and never sends headers to another host", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(
        request.headers.authorization,
        request.headers["x-revision"] as string | undefined,
        request.headers.cookie,
      );
      response.end("elsewhere");
    });
    const baseUrl = await serve((_, response) =>
      response.writeHead(302, { location: `${other}/in`, "set-cookie": "a=b" }).end(),
    );
    const headers = { authorization: "Bearer abc" };

    const result = await run(
      { ...bare, api: [step({ status: 302 }), step({ headers, contains: "elsewhere" })], origins: [other] },
      { baseUrl, headers: { "x-revision": "v2" } },
    );

    expect(result.failedTests).toEqual([]);
    expect(seen).toEqual([undefined, undefined, undefined]);
  });

  it("addresses one revision, and an answer cannot choose the host", async () => {
    const paths: string[] = [];
    const baseUrl = await serve((request, response) => {
      paths.push(`${request.url} ${String(request.headers["x-revision"])}`);
      response.end('{"next":"//evil.example/x"}');
    });

    await run(
      { ...bare, api: [step({ path: "/a", capture: { next: "next" } }), step({ path: "{{next}}" })] },
      { baseUrl, headers: { "x-revision": "v2" } },
    );

    expect(paths).toEqual(["/a v2", "/evil.example/x v2"]);
  });
});

const at = async (status: number) => serve((_, response) => response.writeHead(status).end());

describe("external services", () => {
  it("says whose failure it is and what to do meanwhile", async () => {
    const external = [
      { name: "fine", url: await at(200) },
      { name: "down", url: `${await at(500)}/x?key=hidden-key-1`, fallback: "queue the orders" },
      { name: "moved", url: await at(404) },
      { name: "busy", url: await at(429) },
      { name: "gone", url: "http://127.0.0.1:9" },
    ];

    const { checks, failedTests } = await run({ ...bare, external }, {});

    expect(failedTests).toEqual(["external: down", "external: moved", "external: busy", "external: gone"]);
    const details = checks.filter(({ category }) => category === "external").map(({ detail }) => detail ?? "");
    expect(details[1]).toMatch(/^Theirs: .* got 500, after \d+ ms\. Meanwhile: queue the orders$/);
    expect(details[2]).toMatch(/^Ours \(address or credentials\)/);
    expect(details[3]).toMatch(/^Ours \(we ask too often\)/);
    expect(details.join()).not.toContain("hidden-key-1");
  });

  it("blames nobody when nothing outside is reached, and stops no critical run", async () => {
    const server = createSocketServer();
    const address = await listen(server);
    await new Promise((resolve) => {
      started.pop()?.close(resolve);
    });
    const external = [{ name: "mail", url: `http://${address}/` }];

    const all = await run({ ...bare, external }, {});
    const critical = await run({ ...bare, external }, { only: "critical" });

    expect(all.checks[2]?.detail).toMatch(/^Unknown whose: .*connection refused/);
    expect(critical).toMatchObject({ status: "passed", categoriesFailed: 0 });
    expect(critical.checks[2]).toMatchObject({
      status: "not-applicable",
      detail: expect.stringContaining("connection refused"),
    });
  });
});
