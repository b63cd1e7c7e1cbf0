/**
 * Prints how long the dashboard of many releases takes, written to disk, and how large its pages are:
 * `node test/bench/dashboard.ts [releases]`; exit 1 over 5 s of CPU for 5,000, or over 300 kB for the first page.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { siteOf, writeSite } from "#dashboard";
import { fold, type ReleaseRecord } from "#machine";

import { releaseHistories } from "../support/release-histories.ts";

const count = Number(process.argv[2] ?? 5_000);
const histories = releaseHistories(count);
const folder = await mkdtemp(path.join(tmpdir(), "dashboard-"));

interface Start {
  readonly cpu: NodeJS.CpuUsage;
  readonly wall: number;
}

function since({ cpu, wall }: Start): { readonly cpuMs: number; readonly wallMs: number } {
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: Math.round((user + system) / 1000), wallMs: Math.round(performance.now() - wall) };
}

const before = { cpu: process.cpuUsage(), wall: performance.now() };

const releases = histories.map((facts) => {
  const record = fold(facts);
  return { id: record.id, facts, record, live: record.settled === undefined };
});
const foldedMs = performance.now() - before.wall;
const now = Date.parse(releases.at(-1)?.record.lastAt ?? "");
const input = {
  repository: "acme/shop",
  webUrl: "https://x.example",
  releases,
  overdue: [],
  now,
  kept: new WeakMap<ReleaseRecord, never>(),
};
const site = siteOf(input);
const { files } = writeSite(site, folder);

const { cpuMs, wallMs } = since(before);
const again = { cpu: process.cpuUsage(), wall: performance.now() };
const { changed } = writeSite(siteOf({ ...input, now: now + 60_000 }), folder);
const second = since(again);
await rm(folder, { recursive: true, force: true });

const kilobytes = (place: string): number => Math.round(Buffer.byteLength(site.get(place)?.() ?? "") / 1000);
console.log(
  `${count} releases, ${files} files: ${wallMs} ms, CPU ${cpuMs} ms (of it folded: ${Math.round(foldedMs)} ms)`,
);
console.log(`a minute later: ${second.wallMs} ms, CPU ${second.cpuMs} ms, ${changed} files changed`);
for (const place of [
  "index.html",
  "history/index.html",
  "trends.html",
  "periods/index.html",
  "history/rows.json",
  "data.json",
])
  console.log(`${place}: ${kilobytes(place)} kB`);
process.exitCode = cpuMs > count || kilobytes("index.html") > 300 ? 1 : 0;
