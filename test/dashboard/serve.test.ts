import { request } from "node:http";

import { afterEach, expect, it } from "@jest/globals";

import { createNewsReader, serveSite, siteOf, type DashboardRelease } from "#dashboard";

import { openedAt } from "../../packages/report/test/facts.ts";
import { toCompleted, toFailed, toProduction } from "../../packages/report/test/stories.ts";
import { everyKind, inputOf, release } from "./releases.ts";

const stop: AbortController[] = [];
afterEach(() => stop.splice(0).forEach((one) => one.abort()));

/** A served dashboard whose looks at the journal are made by the test. */
async function served(read: Parameters<typeof serveSite>[0]["read"]) {
  const controller = new AbortController();
  stop.push(controller);
  const said: string[] = [];
  let wake: (() => void) | undefined;
  const { address, ended } = await serveSite({
    read,
    site: ({ releases, overdue, asOf }) => siteOf(inputOf(releases, { overdue, now: asOf })),
    port: 0,
    pollMs: 1,
    sleep: () => new Promise((resolve) => (wake = resolve)),
    signal: controller.signal,
    say: (text) => said.push(text),
  });
  const look = async () => {
    wake?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const end = async () => {
    controller.abort();
    wake?.();
    await ended;
  };
  return { address, said, look, end };
}

const reader = (shelf: { releases: readonly DashboardRelease[]; now: number; wholeReads?: number }) =>
  createNewsReader({
    every: async () => {
      shelf.wholeReads = (shelf.wholeReads ?? 0) + 1;
      return shelf.releases;
    },
    live: async () => shelf.releases.filter(({ live }) => live),
    overdue: async () => [],
    findings: async () => [],
    now: () => shelf.now,
  });

it("answers what is unchanged with 304, and what changed with a new tag", async () => {
  const shelf = { releases: [release("v2.8.0", 0, toProduction(), true)], now: openedAt };
  const { address, look, end } = await served(reader(shelf));
  const first = await fetch(address);
  const etag = first.headers.get("etag") ?? "";
  const again = () => fetch(address, { headers: { "if-none-match": etag } });

  shelf.now += 2000;
  await look();
  const same = await again();
  shelf.releases = [release("v2.8.0", 0, toCompleted())];
  await look();
  const changed = await again();

  expect([first.status, same.status, changed.status]).toEqual([200, 304, 200]);
  expect(same.headers.get("x-data-as-of")).toBe(new Date(openedAt + 2000).toISOString());
  expect(await changed.text()).toContain("In flight (0)");
  await end();
  await expect(fetch(address)).rejects.toThrow("fetch failed");
});

it("goes on with what was last seen while the journal is not reached, says so once, and lets its age grow", async () => {
  const shelf = { releases: everyKind, now: openedAt };
  const healthy = reader(shelf);
  let isDown = false;
  const { address, said, look, end } = await served(() => (isDown ? Promise.reject(new Error("no route")) : healthy()));

  isDown = true;
  shelf.now += 60_000;
  await look();
  await look();
  const page = await fetch(address);

  expect(page.status).toBe(200);
  expect(page.headers.get("x-data-as-of")).toBe(new Date(openedAt).toISOString());
  expect(page.headers.get("x-journal")).toBe("lost");
  expect(said.length).toBe(1);
  isDown = false;
  await look();
  expect((await fetch(address)).headers.get("x-journal")).toBe("reached");
  await end();
});

it.each<[string, { path?: string; method?: string; headers?: Record<string, string> }, number]>([
  ["a way out of the site", { path: "/../../etc/passwd" }, 404],
  ["a broken address", { path: "/%E0%A4%A" }, 404],
  ["a host name that only points here", { headers: { host: "evil.example" } }, 403],
  ["a wish to write", { method: "POST" }, 405],
  ["the history", { path: "/history/" }, 200],
])("answers %s", async (_, wanted, status) => {
  const { address, end } = await served(reader({ releases: everyKind, now: openedAt }));
  const seen = await new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(address);
    request({ host: "127.0.0.1", port, ...wanted }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
  await end();

  expect(seen).toBe(status);
});

it("says what to do when its port is taken", async () => {
  const { address, end } = await served(reader({ releases: [], now: openedAt }));
  const port = Number(new URL(address).port);
  const wanted = {
    read: reader({ releases: [], now: 0 }),
    site: () => new Map(),
    port,
    pollMs: 1,
    sleep: async () => undefined,
    signal: AbortSignal.abort(),
    say: () => undefined,
  };

  await expect(serveSite(wanted)).rejects.toMatchObject({
    code: "input",
    hint: "Leave --port out: any that is free is taken.",
  });
  await end();
});

it("reads the archive again only when a release came or went, or a minute is over", async () => {
  const shelf = { releases: everyKind, now: 0, wholeReads: 0 };
  const read = reader(shelf);
  const before = await read();
  shelf.releases = [
    ...everyKind.slice(0, -1),
    release("v2.8.0", 5, [...toProduction(), { type: "warned", message: "x" }], true),
  ];
  const moved = await read();

  expect(shelf.wholeReads).toBe(1);
  expect(moved.version).not.toBe(before.version);
  expect(moved.releases.map(({ id }) => id)).toEqual(everyKind.map(({ id }) => id));
  shelf.releases = [...everyKind.slice(0, -1), release("v2.8.0", 5, toFailed())];
  expect((await read()).isMoving).toBe(false);
  expect(shelf.wholeReads).toBe(2);
  shelf.now = 60_000;
  await read();
  expect(shelf.wholeReads).toBe(3);
});
