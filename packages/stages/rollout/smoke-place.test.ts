import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";

import { loadConfig } from "#config";
import { runSmoke } from "#smoke";
import type { Observation } from "#targets";

import { candidateAddress, smokePlace } from "./smoke-place.ts";

const started: Server[] = [];

afterEach(() => {
  for (const server of started.splice(0)) server.close();
});

/** An instance that tells its name and what it was asked with. Silent: it never answers. */
async function serve(name: string, seen: string[], { silent = false } = {}): Promise<string> {
  const told = ({ url, headers }: IncomingMessage) =>
    Object.entries(headers)
      .filter(([key]) => key.startsWith("x-"))
      .toSorted(([a], [b]) => a.localeCompare(b))
      .reduce((text, [key, value]) => `${text} ${key}=${String(value)}`, `${name} ${url}`);
  const server = createServer((request, response) => {
    seen.push(told(request));
    if (!silent) response.end("ok");
  });
  started.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const file = `
smoke:
  timeout: 20s
  retry: { on: [], times: 0 }
  parallel: 1
  api: [{ name: health, path: /health }, { name: mail, path: /mail }]
  database: { none: x }
  external: { none: x }
  auth: { none: x }
  paths: { none: x }
environments:
  staging:
    smoke:
      headers: { x-tenant: smoke, x-mode: "1" }
      candidateHeaders: { x-canary: always }
      timeout: 200ms
      skip: { "api: mail": no mail leaves staging }
  production:
    smoke: { headers: { x-tenant: prod }, candidateHeaders: { x-mode: "2" } }
`;
const { config } = loadConfig({ text: file, path: "release-command.yml", targets: ["local"], monitors: ["proxy"] });
const candidate = { version: "v2.0.0" };

/** As a rollout does it: the place, then the checks. */
async function smokeAt(environment: "staging" | "production", address: ReturnType<typeof candidateAddress>) {
  const clock = { now: () => performance.now(), sleep: async () => undefined };
  const place = smokePlace(config, environment, { env: {}, headers: address.headers });
  const signal = new AbortController().signal;
  return runSmoke(config.smoke, { ...place, baseUrl: address.url, clock, signal });
}

const settingsOf = (environment: "staging" | "production") => config.environments[environment].smoke;

describe("one environment", () => {
  it("has headers, a time-out and exceptions of its own", async () => {
    const seen: string[] = [];
    const { checks } = await smokeAt("staging", { url: await serve("all", seen), headers: {} });

    expect(seen).toEqual(["all /health x-mode=1 x-tenant=smoke"]);
    expect(checks.slice(0, 2)).toMatchObject([
      { name: "health", status: "passed" },
      { name: "mail", status: "not-applicable", detail: "Left out in this environment: no mail leaves staging" },
    ]);
    const slow = await smokeAt("staging", { url: await serve("slow", seen, { silent: true }), headers: {} });
    expect(slow.checks[0]?.detail).toContain("no complete answer within 200 ms");
  });

  it("says nothing of another one", async () => {
    const seen: string[] = [];
    await smokeAt("production", { url: await serve("all", seen), headers: {} });

    expect(seen).toEqual(["all /health x-tenant=prod", "all /mail x-tenant=prod"]);
  });
});

describe("the new version alone is asked", () => {
  const revisions = [
    { version: "v1.0.0", percent: 95, healthy: true },
    { version: "v2.0.0", percent: 5, healthy: true },
  ];
  type Given = Partial<Observation> & Pick<Observation, "revisions">;
  const ask = async (given: (canary: string, old: string) => Given) => {
    const seen: string[] = [];
    const url = await serve("everybody", seen);
    const observation = { url, ...given(await serve("canary", seen), await serve("old", seen)) };
    await smokeAt("staging", candidateAddress(settingsOf("staging"), observation, candidate));
    return seen;
  };
  const base = "x-tenant=smoke x-mode=1";

  it.each<[string, (canary: string, old: string) => Given, string]>([
    [
      "at its own address",
      (canary, old) => ({
        pinHeader: "x-release",
        revisions: revisions.map((one, at) => ({ ...one, url: [old, canary][at] ?? "" })),
      }),
      `canary /health ${base}`,
    ],
    [
      "at an address that instances share, by the headers of its instance",
      (canary) => ({
        revisions: revisions.map((one) => ({ ...one, url: canary, headers: { "x-instance": one.version } })),
      }),
      `canary /health ${base} x-instance=v2.0.0`,
    ],
    [
      "by the platform's pin header",
      () => ({ pinHeader: "x-release", revisions }),
      `everybody /health ${base} x-release=v2.0.0`,
    ],
    ["by the headers that the configuration names", () => ({ revisions }), `everybody /health ${base} x-canary=always`],
  ])("%s", async (_, given, expected) => {
    expect((await ask(given)).map((line) => line.split(" ").toSorted())).toEqual([expected.split(" ").toSorted()]);
  });

  it("with its own headers before those of the environment", async () => {
    const seen: string[] = [];
    const observation = { url: await serve("everybody", seen), revisions: [] };

    await smokeAt(
      "production",
      candidateAddress({ candidateHeaders: { "x-tenant": "canary" } }, observation, candidate),
    );

    expect(seen).toEqual(["everybody /health x-tenant=canary", "everybody /mail x-tenant=canary"]);
  });
});
