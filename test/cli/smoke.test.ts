import { execFile } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "@jest/globals";

const program = fileURLToPath(new URL("../../packages/cli/main.ts", import.meta.url));
const none = "{ none: nothing here }";
const smoke = `smoke:
  retry: { times: 0 }
  api: [{ name: health, path: /health }]
  database: ${none}
  external: ${none}
  auth: ${none}
  paths: ${none}
`;
let directory = "";
let server: Server;
let url = "";

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-smoke-"));
  await mkdir(path.join(directory, ".github"));
  server = createServer((request, response) => response.writeHead(request.url === "/health" ? 200 : 404).end("?"));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(directory, { recursive: true });
});

async function run(file: string | undefined, ...words: readonly string[]) {
  const place = path.join(directory, ".github/release-command.yml");
  await (file === undefined ? rm(place, { force: true }) : writeFile(place, file));
  return new Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>((resolve) => {
    // Without a token: nothing of a code host is needed.
    const env = { PATH: process.env["PATH"], HOME: directory };
    execFile(process.execPath, [program, "smoke", ...words], { cwd: directory, env }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

it("runs the checks of the checkout against an address, and ends with 0 only when they hold", async () => {
  const good = await run(smoke, url);
  expect(good).toMatchObject({ code: 0, err: "" });
  expect(good.out).toMatch(
    /^✓ api: health \(\d+ ms\)\n– database: database \(0 ms\)\n {4}nothing here\n[^]*passed: 5 of 5 categories/,
  );

  const bad = await run(smoke, `${url}/shop`, "--json");
  expect(bad.code).toBe(5);
  expect(JSON.parse(bad.out)).toMatchObject({ status: "failed", failedTests: ["api: health"] });
});

it.each<[string, string | undefined, readonly string[], number, string]>([
  ["no place", smoke, [], 2, "smoke needs a place"],
  ["a place that there is not", smoke, ["stagin"], 2, '"stagin" is no place to test'],
  ["no file", undefined, ["http://127.0.0.1:9"], 2, "There are no smoke checks in .github/release-command.yml here"],
  [
    "an unknown key",
    smoke.replace("path: /health", "pth: /health"),
    ["http://127.0.0.1:9"],
    2,
    "release-command.yml:3",
  ],
  ["an address that nobody answers", smoke, ["http://127.0.0.1:9"], 5, "connection refused: nothing listens there"],
  ["a host that does not resolve", smoke, ["http://nowhere.invalid"], 5, "(DNS)"],
])("says what is wrong: %s", async (_, file, words, code, expected) => {
  const ended = await run(file, ...words);

  expect(ended.code).toBe(code);
  expect(ended.out + ended.err).toContain(expected);
  expect(ended.err).not.toMatch(/\n\s+at |Error:|undefined/);
});
