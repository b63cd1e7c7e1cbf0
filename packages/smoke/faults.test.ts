import { createServer, type RequestListener } from "node:http";
import { createServer as createSocketServer, type AddressInfo, type Server } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { LookupAddress } from "node:dns";

import { Egress } from "./egress.ts";
import { runSmoke, type HttpStep, type SmokeSpec } from "./index.ts";
import { send } from "./request.ts";

const started: Server[] = [];

afterEach(async () => {
  await Promise.all(
    started.splice(0).map(async (server) => {
      if ("closeAllConnections" in server && typeof server.closeAllConnections === "function")
        server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    }),
  );
});

async function listen(server: Server): Promise<number> {
  started.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

const serve = async (listener: RequestListener) => `http://127.0.0.1:${await listen(createServer(listener))}`;

async function refused(): Promise<string> {
  const address = await serve(() => undefined);
  await new Promise((resolve) => {
    started.pop()?.close(resolve);
  });
  return address;
}

const none = { none: "not part of this test" };
const bare: SmokeSpec = {
  api: none,
  database: none,
  external: none,
  auth: none,
  paths: none,
  timeout: 250,
  retry: { on: [], times: 0, delay: 1 },
  parallel: 4,
  failFast: false,
  origins: [],
};
const step: HttpStep = { name: "ask", method: "GET", path: "/", headers: {}, status: "2xx", capture: {} };

async function run(baseUrl: string, spec: Partial<SmokeSpec>) {
  const clock = { now: () => performance.now(), sleep: async () => undefined };
  const signal = new AbortController().signal;
  return runSmoke({ ...bare, ...spec }, { baseUrl, env: {}, clock, signal });
}

/** The same one request, as each category that speaks HTTP makes it. */
const categories: readonly (readonly [string, (url: string, wanted: HttpStep) => Partial<SmokeSpec>])[] = [
  ["api", (_, wanted) => ({ api: [wanted] })],
  ["auth", (_, wanted) => ({ auth: [wanted] })],
  ["paths", (_, wanted) => ({ paths: [{ name: "ask", steps: [wanted] }] })],
  ["external", (url) => ({ external: [{ name: "ask", url }] })],
];

const faults: readonly (readonly [string, () => Promise<string>, string])[] = [
  ["refused", refused, "connection refused: nothing listens there"],
  ["slow", async () => serve(() => undefined), "no complete answer within 250 ms"],
  [
    "reset",
    async () =>
      `http://127.0.0.1:${await listen(createSocketServer((socket) => socket.on("data", () => socket.resetAndDestroy())))}`,
    "connection reset by the other side",
  ],
  [
    "half an answer",
    async () =>
      serve((_, response) => {
        response.writeHead(200, { "content-length": 10 });
        response.write("abc", () => response.destroy());
      }),
    "connection closed before the answer was complete",
  ],
  [
    "a wrong status",
    async () => serve((_, response) => response.writeHead(418).end("teapot")),
    "expected status 2xx, got 418",
  ],
  [
    "no TLS",
    async () => (await serve((_, response) => response.end())).replace("http:", "https:"),
    "TLS refused: the server does not speak TLS",
  ],
  [
    "a redirect loop",
    async () => serve((_, response) => response.writeHead(302, { location: "/" }).end()),
    "redirected more than 5 times, back to http",
  ],
];

describe.each(categories)("a fault of the transport, in %s", (category, specOf) => {
  it.each(faults)("%s", async (_, start, expected) => {
    const url = await start();

    const { checks, categoriesFailed } = await run(url, specOf(url, step));

    expect(categoriesFailed).toBe(1);
    const failed = checks.find((check) => check.category === category && check.status === "failed");
    expect(failed?.name).toBe("ask");
    expect(failed?.detail).toContain(expected);
  });

  it("an answer without end is read up to 1 MB", async () => {
    const url = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    });

    const { checks } = await run(url, { ...specOf(url, { ...step, contains: "y" }), timeout: 5_000 });

    const one = checks.find((check) => check.category === category);
    // Of a service of others only the status counts.
    expect(one?.status).toBe(category === "external" ? "passed" : "failed");
    expect(one?.detail ?? "").toContain(category === "external" ? "" : "not found in its first 1 MB");
  });
});

describe("retry.on", () => {
  const flaws = {
    timeout: async () => serve(() => undefined),
    transport: refused,
    gateway: async () => serve((_, response) => response.writeHead(503).end()),
  };
  const reasons = ["timeout", "transport", "gateway"] as const;

  it.each(reasons.flatMap((on) => reasons.map((flaw) => [on, flaw] as const)))(
    "%s: a fault of %s",
    async (on, flaw) => {
      const url = await flaws[flaw]();

      const { checks } = await run(url, { api: [step], retry: { on: [on], times: 2, delay: 1 } });

      expect(checks[0]?.detail?.includes("(tried 3 times)")).toBe(on === flaw);
    },
  );
});

const ask = async (egress: Egress, url: string) => {
  const wanted = { method: "GET", url: new URL(url), headersFor: () => new Headers(), followRedirects: true };
  return send({ ...wanted, timeoutMs: 1_000, signal: new AbortController().signal, egress });
};

const toMetadata = async () => [
  { address: "127.0.0.1", family: 4 },
  { address: "fd00:ec2::254", family: 6 },
];

describe("a host name in one run", () => {
  it("stays with its first addresses, and is connected to at them", async () => {
    const origin = (await serve((request, response) => response.end(request.headers.host))).replace(
      "127.0.0.1",
      "shop.test",
    );
    const answers: (readonly LookupAddress[])[] = [
      [{ address: "127.0.0.1", family: 4 }],
      [{ address: "169.254.169.254", family: 4 }],
    ];
    const resolve = async () => answers.shift() ?? [];
    const egress = new Egress({ baseUrl: origin, declared: [], forbidden: () => undefined, resolve });

    const [first, second] = [await ask(egress, origin), await ask(egress, `${origin}/again`)];

    expect([first.body, second.body]).toEqual([new URL(origin).host, new URL(origin).host]);
    expect(answers).toHaveLength(1);
  });

  it("is refused when it leads to a metadata address, also as one of several", async () => {
    const egress = new Egress({
      baseUrl: "http://shop.test",
      declared: [],
      forbidden: () => undefined,
      resolve: toMetadata,
    });

    await expect(ask(egress, "http://shop.test/")).rejects.toThrow(
      "shop.test leads to fd00:ec2::254, a link-local or metadata address",
    );
  });
});
