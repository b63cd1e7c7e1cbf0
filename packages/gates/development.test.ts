import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

import { runGate, withDevelopment, type GateContext } from "./index.ts";
import { makeCheckout, node, survivors } from "./test/checkout.ts";

const app = `import { createServer } from "node:http"; import { spawn } from "node:child_process"; import { writeFileSync } from "node:fs";
const child = spawn("sleep", ["60"], { stdio: "ignore" }); writeFileSync("pids", process.pid + " " + child.pid);
createServer((request, response) => {
  console.log("asked", request.url);
  if (request.url === "/die") { console.error("out of memory"); process.exit(3); }
  response.writeHead(request.url === "/bad" ? 500 : 200).end("hello");
}).listen(process.env.PORT, "127.0.0.1");`;

let checkout: Awaited<ReturnType<typeof makeCheckout>>;
beforeEach(async () => {
  checkout = await makeCheckout({ "app.mjs": app });
});
afterEach(() => checkout.remove());

const pids = async () => (await checkout.read("pids")).split(" ").map(Number);
const started = { command: `${node} app.mjs`, health: "/health", env: {}, timeout: 20_000 };
const none = { none: "not in this test" };
const smokeOf = (path: string): NonNullable<GateContext["smoke"]> => ({
  api: [{ name: "page", method: "GET", path, headers: {}, status: "2xx", capture: {} }],
  database: none,
  external: none,
  auth: none,
  paths: none,
  timeout: 2_000,
  retry: { on: [], times: 0, delay: 1 },
  parallel: 4,
  failFast: false,
  origins: [],
});

describe("an application that we start", () => {
  it("has its last lines beside what failed while it ran", async () => {
    const outcome = await runGate("smoke", checkout.context({ development: started, smoke: smokeOf("/bad") }));

    expect(outcome.failures).toHaveLength(1);
    expect(outcome.failures[0]?.detail).toMatch(/500[^]*The application said last:\nasked \/health\nasked \/bad/);
  });

  it("fails the gate by its own death, told first", async () => {
    const outcome = await runGate("smoke", checkout.context({ development: started, smoke: smokeOf("/die") }));

    expect(outcome.failures.map(({ title }) => title)).toEqual([
      "The application ended with exit code 3 while it was tested",
      "Smoke check failed: api: page",
    ]);
    expect(outcome.failures[0]?.detail).toBe("out of memory");
    expect(await survivors(await pids())).toEqual([]);
  });

  it("tells what it said when it is never healthy", async () => {
    const development = { ...started, health: "/bad", timeout: 1_500 };
    const outcome = await runGate("smoke", checkout.context({ development, smoke: smokeOf("/") }));

    expect(outcome.failures[0]).toMatchObject({ detail: expect.stringContaining("it answered 500") });
    expect(outcome.failures[0]?.detail).toContain("Its last lines:\nasked /bad");
  });

  it("is set up before it starts, with its variables, and not started when that fails", async () => {
    const setup = 'echo "$GREETING" > prepared';
    const development = { ...started, setup, env: { GREETING: "hello" } };
    const passed = await runGate("smoke", checkout.context({ development, smoke: smokeOf("/") }));
    const broken = { ...started, setup: "echo no table >&2; exit 4" };
    const failed = await runGate("smoke", checkout.context({ development: broken, smoke: smokeOf("/") }));

    expect(passed.status).toBe("passed");
    expect(await checkout.read("prepared")).toBe("hello\n");
    expect(failed.failures).toMatchObject([
      { title: expect.stringContaining("exit code 4 although the application needs it"), detail: "no table" },
    ]);
  });

  it("ends with everything that it started when we are killed", async () => {
    const script = `
      import { makeCheckout } from ${JSON.stringify(resolve("packages/gates/test/checkout.ts"))};
      import { withDevelopment } from ${JSON.stringify(resolve("packages/gates/index.ts"))};
      const checkout = await makeCheckout({});
      await checkout.remove();
      const development = ${JSON.stringify(started)};
      const context = { ...checkout.context({ development }), directory: ${JSON.stringify(checkout.directory)} };
      await withDevelopment(context, () => { console.log("up"); return new Promise(() => setInterval(() => {}, 1000)); });`;
    const us = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((up) => us.stdout.once("data", up));
    const running = await pids();

    us.kill("SIGKILL");

    expect(await survivors(running)).toEqual([]);
  }, 20_000);
});

const at = (url: string) => ({ url, health: "/health", env: {}, timeout: 300 });

const walking = (development: ReturnType<typeof at>) =>
  checkout.context({
    development,
    settings: { e2e: { command: "exit 9", report: join("e2e.json"), timeout: 10_000 } },
  });

describe("an application that runs already", () => {
  const opened = new Set<ReturnType<typeof createServer>>();
  afterEach(() => {
    for (const server of opened) server.close();
    opened.clear();
  });
  const serve = async (status: number): Promise<string> => {
    const server = createServer((_, response) => response.writeHead(status, { location: "/" }).end("hello"));
    opened.add(server);
    await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it("is used as it is, and stays", async () => {
    const url = await serve(200);
    const outcome = await runGate("smoke", checkout.context({ development: at(`${url}/`), smoke: smokeOf("/") }));

    expect(outcome).toMatchObject({ status: "passed", failures: [] });
    expect((await fetch(url)).status).toBe(200);
  });

  it.each([
    ["answers 503", 503, "GET /health: it answered 503."],
    ["leads elsewhere", 302, "GET /health: it answered 302."],
  ])("fails when it %s, and says that we start nothing", async (_, status, detail) => {
    const outcome = await runGate("e2e", walking(at(await serve(status))));

    expect(outcome.failures).toMatchObject([
      {
        title: "The application was not healthy within 0 s",
        detail: expect.stringContaining(detail),
        suggestion: expect.stringContaining("environments.development.url"),
      },
    ]);
  });

  it("is never production's, however it is spelt", async () => {
    const url = await serve(200);
    const production = [url.replace("127.0.0.1", "localhost")];
    let used = false;
    const read = await withDevelopment({ ...walking(at(url)), production }, async () => {
      used = true;
      await delay(0);
    });

    expect(used).toBe(false);
    expect(read).toMatchObject({
      failure: {
        title: expect.stringMatching(/^environments\.development\.url is refused: it is configured for production/),
      },
    });
  });
});
