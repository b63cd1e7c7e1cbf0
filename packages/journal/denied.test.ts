import { expect, it } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { ForgeTime } from "./clock.ts";
import { countDenied, noting } from "./denied.ts";
import { DirectoryStore } from "./directory-store.ts";
import { openDirectoryJournal, systemClock, type Denied } from "./index.ts";
import type { Store } from "./store.ts";

const attempt = { person: "mallory", deed: "start", why: "the role is read" } as const;
const at = (time: string) => ({ at: `2026-03-01T${time}.000Z`, run: "7001" });

async function inFolder(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), "denied-"));
  try {
    await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

it("a flood of a thousand is one line, however much each of them says", () => {
  let lines: readonly Denied[] = [];
  for (let times = 0; times < 1000; times += 1) {
    const deed = times % 2 === 0 ? "start" : "abort";
    const long = "x".repeat(60_000);
    lines = countDenied(lines, { ...attempt, deed, release: long, why: long, ...at(`10:${times % 60}:00`) });
  }

  expect(lines).toMatchObject([{ person: "mallory", count: 1000, asked: { start: 500, abort: 500 } }]);
  expect(JSON.stringify(lines).length).toBeLessThan(1000);
});

it("each person and each hour has a line, whatever the letters of a login", () => {
  let lines: readonly Denied[] = [];
  for (const [person, time] of [
    ["mallory", "10:59:59"],
    ["Mallory", "10:00:01"],
    ["mallory", "11:00:00"],
    ["eve", "11:00:00"],
  ] as const)
    lines = countDenied(lines, { ...attempt, person, ...at(time) });

  expect(lines.map(({ hour, count }) => [hour, count])).toEqual([
    ["2026-03-01T10", 2],
    ["2026-03-01T11", 1],
    ["2026-03-01T11", 1],
  ]);
});

it("of processes that note at once nobody is lost, and months are read in their order", () =>
  inFolder(async (directory) => {
    let now = Date.parse("2026-02-28T23:59:00Z");
    const open = (id: string) =>
      openDirectoryJournal({ directory, now: () => now, author: { actor: "x", run: { id, attempt: 1 } } });
    const first = await open("1");
    expect(await first.denied()).toEqual([]);
    await first.noteDenied(attempt);
    now += 60_000;

    await Promise.all(["2", "3", "4", "5"].map(async (id) => (await open(id)).noteDenied(attempt)));

    expect((await first.denied()).map(({ hour, count }) => [hour, count])).toEqual([
      ["2026-02-28T23", 1],
      ["2026-03-01T00", 4],
    ]);
  }));

it("an attempt whose answer got lost is counted once", () =>
  inFolder(async (directory) => {
    const store = new DirectoryStore(directory, () => Date.parse("2026-03-01T10:00:00Z"));
    const deaf: Store = {
      look: (prefixes) => store.look(prefixes),
      read: (ref, version, paths) => store.read(ref, version, paths),
      readBytes: (ref, version, paths) => store.readBytes(ref, version, paths),
      list: (ref, version) => store.list(ref, version),
      write: async (changes, time) => ({ ...(await store.write(changes, time)), state: "unknown", reason: "cut" }),
    };
    const again = noting(new ForgeTime(deaf, systemClock(), 90_000), attempt, "7001");

    expect([await again(), await again()]).toEqual([undefined, "noted"]);

    const journal = await openDirectoryJournal({ directory, author: { actor: "x", run: { id: "1", attempt: 1 } } });
    expect(await journal.denied()).toMatchObject([{ person: "mallory", count: 1 }]);
  }));
