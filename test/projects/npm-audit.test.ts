import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { detect, loadConfig, manifestsOf, withDetection } from "#config";
import { runGate, type GateContext } from "#gates";

/** What the registry answers to npm: advisories by package, a status, or nothing at all. */
type Answer = Readonly<Record<string, readonly object[]>> | number | "never";

const advisory = {
  id: 1106913,
  url: "https://github.com/advisories/GHSA-jf85-cpcp-j695",
  title: "Prototype Pollution in lodash",
  severity: "critical",
  vulnerable_versions: "<4.17.12",
  cwe: ["CWE-1321"],
  cvss: { score: 9.1, vectorString: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H" },
};
const packument = {
  name: "lodash",
  "dist-tags": { latest: "4.17.21" },
  versions: Object.fromEntries(
    ["4.17.10", "4.17.21"].map((version) => [
      version,
      { name: "lodash", version, dist: { tarball: "http://x/x.tgz" } },
    ]),
  ),
};
const manifest = { name: "shop", version: "1.0.0", dependencies: { lodash: "4.17.10" } };
const lock = {
  ...manifest,
  lockfileVersion: 3,
  packages: {
    "": manifest,
    "node_modules/lodash": { version: "4.17.10", resolved: "http://x/x.tgz", integrity: "sha512-AAAA" },
  },
};

let root: string;
let server: Server | undefined;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "npm-audit-"));
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await rm(root, { recursive: true, force: true, maxRetries: 3 });
});

/** A registry on loopback that npm itself asks; returns what was asked for. */
async function registry(answer: Answer): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (answer === "never") return;
    const body = request.url === "/lodash" ? packument : answer;
    response.writeHead(typeof answer === "number" ? answer : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(typeof body === "number" ? { error: "out of order" } : body));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`, asked };
}

/** The security gate of a project that configures nothing, by the machine's own npm. */
async function scan(url: string) {
  const directory = path.join(root, "checkout");
  await mkdir(directory);
  const files = {
    "package.json": JSON.stringify(manifest),
    "package-lock.json": JSON.stringify(lock),
    ".npmrc": `registry=${url}\nfetch-retries=0\nfetch-timeout=400\n`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(directory, name), text);
  const paths = Object.keys(files);
  const texts = new Map(Object.entries(files).filter(([name]) => manifestsOf(paths).includes(name)));
  const loaded = loadConfig({ text: "", path: "release-command.yml", targets: ["local"], monitors: ["proxy"] });
  const { config, detected } = withDetection(loaded, detect({ paths, texts }));
  // No scanner of the machine, but npm and what it needs.
  const env = { PATH: process.env["PATH"], HOME: root };
  const context: GateContext = {
    settings: config.gates,
    smoke: undefined,
    development: undefined,
    directory,
    sha: "0".repeat(40),
    env,
    clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  return { outcome: await runGate("security", context), detected };
}

it("is what a project with a lock file gets without configuration, and a hole blocks with everything one needs", async () => {
  const { url, asked } = await registry({ lodash: [advisory] });

  const { outcome, detected } = await scan(url);

  expect(detected).toContainEqual({
    key: "gates.security.scanners",
    value: ["npm audit --json > .release-command/reports/security/node.json"],
    why: "npm audit for package-lock.json",
  });
  expect(asked).toContain("POST /-/npm/v1/security/advisories/bulk");
  expect(outcome).toMatchObject({
    status: "failed",
    metrics: { criticalIssues: 1, owasp: { "A06:2021 Vulnerable and Outdated Components": 1 } },
  });
  expect(outcome.failures).toMatchObject([
    {
      title: "GHSA-jf85-cpcp-j695 (CVSS 9.1): lodash",
      detail: expect.stringContaining("CWE-1321"),
      suggestion: expect.stringContaining("npm install lodash@4.17.21"),
    },
  ]);
}, 30_000);

it("passes when the registry knows of nothing", async () => {
  const { url } = await registry({});

  const { outcome } = await scan(url);

  expect(outcome).toMatchObject({ status: "passed", failures: [], metrics: { criticalIssues: 0 } });
}, 30_000);

it.each<[string, Answer | "nobody"]>([
  ["answers 500", 500],
  ["never answers", "never"],
  ["is not there", "nobody"],
])(
  "never passes when the registry %s: nobody knows then",
  async (_, answer) => {
    const { url } = answer === "nobody" ? { url: "http://127.0.0.1:9/" } : await registry(answer);

    const { outcome } = await scan(url);

    expect(outcome.status).toBe("failed");
    expect(outcome.failures[0]?.title).toContain("proves nothing: the audit failed");
    expect(outcome.failures[0]?.suggestion).toMatch(/registry can be reached|network broke off/);
    expect(outcome.metrics).toBeUndefined();
  },
  30_000,
);
