import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { ReleaseFault } from "#faults";
import { createFetch, idempotentHeader, realClock, type Call, type HttpOptions } from "./index.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that gives these answers in turn, the last one for ever. */
async function serve(...answers: readonly Answer[]) {
  const seen: { method: string; url: string; body: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      answer?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  closers.push(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

const status =
  (code: number, headers: Record<string, string> = {}, body = "x"): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);
const ok = status(200, {}, "fine");
const reset: Answer = (response) => response.destroy();
const truncated: Answer = (response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write("half");
  setTimeout(() => response.destroy(), 5);
};
const silent: Answer = () => {};

/** A client whose waits take no time and are written down. */
function client(options: Partial<HttpOptions> = {}) {
  const waits: number[] = [];
  const calls: Call[] = [];
  let nowMs = Date.parse("2026-01-01T00:00:00Z");
  const clock = {
    now: () => nowMs,
    sleep: (ms: number) => {
      waits.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  };
  const http = createFetch({ clock, onCall: (call) => calls.push(call), ...options });
  return { http, waits, calls, advance: (ms: number) => (nowMs += ms) };
}

async function faultOf(promise: Promise<unknown>): Promise<ReleaseFault> {
  const thrown: unknown = await promise.then(
    () => new Error("it was answered"),
    (error: unknown) => error,
  );
  if (thrown instanceof ReleaseFault) return thrown;
  throw thrown;
}

describe("trying again", () => {
  it.each<[string, Answer]>([
    ["500", status(500)],
    ["502", status(502)],
    ["a reset connection", reset],
    ["a truncated answer", truncated],
  ])("a GET after %s", async (_name, failure) => {
    const server = await serve(failure, failure, ok);
    const { http, waits, calls } = client();

    const response = await http(server.url);

    expect(await response.text()).toBe("fine");
    expect(waits).toEqual([5_000, 15_000]);
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  it("gives the last 5xx to the caller after three more tries", async () => {
    const server = await serve(status(503));
    const { http, waits } = client();

    const response = await http(server.url, { method: "PUT", body: "again" });

    expect(response.status).toBe(503);
    expect(waits).toEqual([5_000, 15_000, 45_000]);
    expect(server.seen.map(({ body }) => body)).toEqual(["again", "again", "again", "again"]);
  });

  it.each(["POST", "PATCH"])("never sends a %s again that may have arrived", async (method) => {
    const lost = await serve(reset, ok);
    const failed = await serve(status(502), ok);
    const { http } = client();

    const fault = await faultOf(http(lost.url, { method, body: "x" }));
    const response = await http(failed.url, { method, body: "x" });

    expect(fault.message).toContain("Cannot reach 127.0.0.1:");
    expect(response.status).toBe(502);
    expect([lost.seen.length, failed.seen.length]).toEqual([1, 1]);
  });

  it("sends a POST again that is marked as idempotent, without the mark", async () => {
    const server = await serve(status(502), ok);
    const { http } = client();

    const response = await http(server.url, { method: "POST", body: "q", headers: { [idempotentHeader]: "yes" } });

    expect(response.status).toBe(200);
    expect(server.seen.map(({ headers }) => headers[idempotentHeader])).toEqual([undefined, undefined]);
  });

  it("sends a POST again that never left", async () => {
    const server = await serve(ok);
    await server.close();
    const { http, waits } = client();

    const fault = await faultOf(http(`${server.url}/a/secret?token=hush`, { method: "POST", body: "x" }));

    expect(fault).toMatchObject({ code: "remote", message: expect.stringContaining("ECONNREFUSED") });
    expect(`${fault.message} ${fault.hint}`).not.toMatch(/secret|hush/);
    expect(waits).toHaveLength(3);
  });

  it.each([400, 401, 404, 409, 422])("does not repeat a %d", async (code) => {
    const server = await serve(status(code), ok);

    expect((await client().http(server.url)).status).toBe(code);
    expect(server.seen).toHaveLength(1);
  });
});

describe("time", () => {
  it.each<[string, Answer]>([
    ["never answers", silent],
    ["stops in the middle", (response) => response.writeHead(200, { "content-length": "9" }).write("x")],
  ])("gives up on a server that %s", async (_name, answer) => {
    const server = await serve(answer);
    const { http } = client({ timeoutMs: 60, retryDelaysMs: [1] });

    const fault = await faultOf(http(server.url));

    expect(fault.message).toContain("no answer within 0.06 s");
    expect(server.seen).toHaveLength(2);
  });

  it("can be aborted while it waits for an answer, and between two tries", async () => {
    const hanging = await serve(silent);
    const failing = await serve(status(500));
    const http = createFetch({ clock: realClock });

    await expect(http(hanging.url, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    await expect(http(failing.url, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    expect(failing.seen).toHaveLength(1);
  });
});

describe("limits of the host", () => {
  const date = "Thu, 01 Jan 2026 12:00:00 GMT";
  const inAMinute = String(Date.parse(date) / 1000 + 60);

  it.each<[string, Answer, number]>([
    ["429 with seconds", status(429, { "retry-after": "7" }), 7_000],
    ["429 with a date", status(429, { date, "retry-after": "Thu, 01 Jan 2026 12:00:09 GMT" }), 9_000],
    ["403 with retry-after", status(403, { "retry-after": "3" }), 3_000],
    [
      "403 with nothing left",
      status(403, { date, "x-ratelimit-remaining": "0", "x-ratelimit-reset": inAMinute }),
      61_000,
    ],
    ["429 without a word", status(429), 60_000],
  ])("waits as asked: %s", async (_name, answer, waitMs) => {
    const server = await serve(answer, ok);
    const { http, waits } = client();

    const response = await http(server.url, { method: "POST", body: "refused, so it may be sent again" });

    expect(response.status).toBe(200);
    expect(waits).toEqual([waitMs]);
  });

  it("honours Retry-After of a 503", async () => {
    const { http, waits } = client();

    await http((await serve(status(503, { "retry-after": "20" }), ok)).url);

    expect(waits).toEqual([20_000]);
  });

  it("does not wait an hour: it says how long it would be", async () => {
    const server = await serve(status(429, { "retry-after": "3600" }));
    const { http, waits } = client();

    const fault = await faultOf(http(server.url));

    expect(fault).toMatchObject({ code: "remote", message: expect.stringContaining("it asks to wait 3600 s") });
    expect(waits).toEqual([]);
  });

  it("leaves a plain 403 to the caller", async () => {
    expect((await client().http((await serve(status(403))).url)).status).toBe(403);
  });
});

describe("the circuit breaker", () => {
  const options = { retryDelaysMs: [], breaker: { failures: 2, openMs: 300_000 } };

  it("opens after failures in a row, tries once after the pause, closes on success", async () => {
    const server = await serve(status(500), reset, status(500), ok);
    const { http, advance } = client(options);

    await http(server.url);
    await faultOf(http(server.url));
    const open = await faultOf(http(server.url));
    advance(300_000);
    await http(server.url);
    const openAgain = await faultOf(http(server.url));
    advance(300_000);
    await http(server.url);

    expect(open.message).toContain("has failed 2 times in a row and is left alone until 2026-01-01T00:05:00.000Z");
    expect(openAgain.message).toContain("left alone");
    expect((await http(server.url)).status).toBe(200);
    expect(server.seen).toHaveLength(5);
  });

  it("lets one call try the host after the pause, not everybody", async () => {
    const server = await serve(reset, reset, ok);
    const { http, advance } = client(options);
    await faultOf(http(server.url));
    await faultOf(http(server.url));
    advance(300_000);

    const [first, second] = await Promise.allSettled([http(server.url), http(server.url)]);

    expect([first.status, second.status]).toEqual(["fulfilled", "rejected"]);
    expect(server.seen).toHaveLength(3);
  });

  it("counts each host for itself, and only failures in a row", async () => {
    const bad = await serve(status(500), ok, status(500));
    const { http } = client(options);

    for (let call = 0; call < 3; call += 1) await http(bad.url);

    expect((await http((await serve(ok)).url)).status).toBe(200);
    expect((await http(bad.url)).status).toBe(500);
  });
});

describe("where it goes", () => {
  it("follows a redirect on the same host, and repeats a write only where it was not carried out", async () => {
    const moved = await serve(status(301, { location: "/new" }), ok);
    const created = await serve(status(303, { location: "/new" }), ok);

    await client().http(moved.url, { method: "POST", body: "same" });
    const response = await client().http(created.url, { method: "POST", body: "x" });

    expect(moved.seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/", "same"],
      ["POST", "/new", "same"],
    ]);
    expect(response.status).toBe(303);
  });

  it("refuses a redirect to another host, and an endless one", async () => {
    const other = await serve(ok);
    const away = await serve(status(302, { location: `${other.url}/steal` }));
    const loop = await serve(status(302, { location: "/" }));

    expect((await faultOf(client().http(away.url))).message).toContain("sends GET on to 127.0.0.1:");
    expect((await faultOf(client().http(loop.url))).message).toContain("sends GET on to itself");
    expect(other.seen).toHaveLength(0);
  });

  it("asks only hosts that are allowed", async () => {
    const server = await serve(ok);

    const fault = await faultOf(client({ allowHosts: (url) => url.hostname === "api.github.com" }).http(server.url));

    expect(fault.code).toBe("policy");
    expect(server.seen).toHaveLength(0);
  });

  it("refuses an answer that is too large", async () => {
    const server = await serve(status(200, {}, "x".repeat(2_000)));

    expect((await faultOf(client({ maxResponseBytes: 1_000 }).http(server.url))).message).toContain("larger than 1000");
  });

  it.each([204, 304])("hands on a %d, which has no body", async (code) => {
    const server = await serve((response) => response.writeHead(code, { etag: "1" }).end());

    const response = await client().http(server.url);

    expect([response.status, response.headers.get("etag"), response.url]).toEqual([code, "1", `${server.url}/`]);
  });
});
