import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { isWatchedDuringSmoke } from "./smoke-watch.ts";
import { play, type Play } from "../test/play.ts";

const minute = 60_000;

/** An application that answers the smoke tests like this, one after another, and then not at all. */
let application: Server;
let url = "";
let statuses: number[] = [];
let waiting: ServerResponse[] = [];

beforeEach(async () => {
  statuses = [];
  waiting = [];
  application = createServer((_, response) => {
    const status = statuses.shift();
    if (status === undefined) waiting.push(response);
    else response.writeHead(status).end("ok");
  });
  await new Promise<void>((resolve) => void application.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  url = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
});
afterEach(
  async () =>
    new Promise<void>((resolve) => {
      application.close(() => resolve());
      application.closeAllConnections();
    }),
);

const slowSmoke =
  'smoke: { api: [{ name: slow, path: "/slow" }], database: { none: x }, external: { none: x }, auth: { none: x }, paths: { none: x } }';

const bad: Play = { perSecond: 200, candidate: () => ({ errors: 0.3 }), before: () => ({ errors: 0.001 }) };

it.each(["canary", "blue-green"] as const)(
  "%s: clients that prove a version bad do not wait for a smoke test that takes long",
  async (strategy) => {
    // Blue-green runs them on the idle version first, where no client is.
    if (strategy === "blue-green") statuses = [200];

    const { record, facts, at, percent } = await play({ ...bad, config: slowSmoke, url, strategy });

    expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "error-rate-spike" } });
    const shifted = facts.find(({ type }) => type === "traffic-shifted");
    expect(at(facts.find(({ type }) => type === "verdict")) - at(shifted)).toBeLessThan(30_000);
    expect(percent).toBe(0);
  },
);

it("what clients met meanwhile is in the record, and no result of the smoke tests", async () => {
  const { record, facts, said } = await play({ ...bad, config: slowSmoke, url });

  expect(record.smoke).toEqual([]);
  const [watched, ...more] = facts.filter(({ type }) => type === "watched");
  expect(more).toEqual([]);
  expect(watched).toMatchObject({ point: "smoke at 5%", status: "failed", trigger: "error-rate-spike" });
  expect(record.watches[0]?.requests).toBeGreaterThan(10);
  expect(said.join("\n")).toContain("production: smoke tests at 5% were stopped: ");
});

it("a death before the verdict is recorded only lets it be found again", async () => {
  const { record, percent } = await play({
    ...bad,
    config: slowSmoke,
    url,
    diesWith: ({ type }) => type === "watched",
  });

  expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "error-rate-spike" } });
  expect(percent).toBe(0);
});

it("3 health checks that fail while smoke tests run take it back too", async () => {
  const { record } = await play({ config: slowSmoke, url, healthy: () => false });

  expect(record.verdict?.trigger).toBe("health-check-failure");
});

it("a halted hotfix whose clients prove it bad while its smoke tests run again goes back at once (11)", async () => {
  const { record, facts, at } = await play({
    type: "hotfix",
    ...bad,
    candidate: (ms) => (ms > 2 * minute ? { errors: 0.3 } : {}),
    smoke: ({ percent }) => percent !== 5,
  });

  expect(record.verdict?.trigger).toBe("error-rate-spike");
  expect(at(facts.find(({ type }) => type === "verdict"))).toBeLessThan(2.5 * minute);
});

it("where somebody let the version go on in spite of it, only the smoke tests end the smoke tests (17)", async () => {
  const { record, facts } = await play({
    ...bad,
    config: `rollback: { confirm: always }\n${slowSmoke}`,
    url,
    people: [[2 * minute, "promote"]],
  });

  expect(facts.filter(({ type }) => type === "asked")).toMatchObject([{ what: "rollback", point: "5%" }]);
  expect(isWatchedDuringSmoke(record, 5)).toBe(false);
  const { spared: _, ...unspared } = record;
  expect(isWatchedDuringSmoke(unspared, 5)).toBe(true);
  expect(isWatchedDuringSmoke(unspared, 0)).toBe(false);
});

it("what clients met is recorded beside smoke tests that failed, where it goes back for them", async () => {
  const { record } = await play({
    config: slowSmoke,
    url,
    candidate: (ms) => {
      if (ms > minute) waiting.splice(0).forEach((response) => response.writeHead(500).end());
      return { errors: 0.01 };
    },
  });

  expect(record.verdict?.trigger).toBe("smoke-test-failure");
  expect(record.smoke.at(-1)).toMatchObject({ point: "5%", status: "failed" });
  expect(record.watches).toMatchObject([{ point: "smoke at 5%", status: "failed", trigger: "smoke-test-failure" }]);
  expect(record.watches[0]?.requests).toBeGreaterThan(10);
});
