import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import { describe, expect, it, jest } from "@jest/globals";

import { parseRecordedBin, type RecordedBin } from "#analysis";

import { findPrometheus, startPrometheus, startScraped } from "./prometheus-server.ts";

jest.setTimeout(60_000);

const program = findPrometheus();
const run = promisify(execFile);

/** The commands that docs/canary.md gives for it, as they stand there, with other names and shorter steps. */
async function commandsOfThePage(changes: Readonly<Record<string, string>>): Promise<string> {
  const page = await readFile(new URL("../../docs/canary.md", import.meta.url), "utf8");
  const [, block = ""] = /```sh\n(prometheus=[^`]+)```/.exec(page) ?? [];
  return Object.entries(changes).reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  }, block);
}

/** Waits for the first scrape, which comes when the server finds it best. */
async function scraped(url: string): Promise<void> {
  for (let asked = 0; asked < 300; asked += 1) {
    const answer = await fetch(`${url}/api/v1/query?query=http_requests_total`);
    if ((await answer.text()).includes('"__name__"')) return;
    await pause(50);
  }
  throw new Error("The server scraped nothing");
}

(program === undefined ? describe.skip : describe)("metrics of a Prometheus", () => {
  it("become a file for release analyze by the commands of the page", async () => {
    const shop = await startScraped();
    const count = (version: string, code: number, value: number) =>
      shop.series.set(`http_requests_total{app="shop",version="${version}",code="${code}"}`, value);
    const directory = await mkdtemp(path.join(tmpdir(), "export-page-"));
    const prometheus = await startPrometheus(program ?? "", [shop.address]);
    try {
      count("v1.4.1", 200, 0);
      await scraped(prometheus.url);
      const start = Math.ceil(Date.now() / 1000);
      // By the clock, not by turns: a machine that has other things to do makes no other traffic of it.
      for (let step = 0; step < 20; await pause(50)) {
        step = Math.min(20, Math.max(0, Math.floor((Date.now() - start * 1000) / 200)));
        count("v1.4.1", 200, step * 95);
        count("v1.5.0", 200, step * 5);
        count("v1.5.0", 500, step);
      }
      const commands = await commandsOfThePage({
        "http://prometheus:9090": prometheus.url,
        "start=2026-05-04T09:00:00Z": `start=${start}`,
        "end=2026-05-04T09:15:00Z": `end=${start + 4}`,
        "step=60": "step=1",
      });
      await run("sh", ["-euc", commands], { cwd: directory });
      const lines = (await readFile(path.join(directory, "metrics.jsonl"), "utf8")).trim().split("\n");
      const bins = lines.map((line) => parseRecordedBin(line));

      expect(bins.length).toBeGreaterThanOrEqual(2);
      expect(bins.at(-1)?.t).toBeGreaterThanOrEqual(start);
      // In four seconds 20 errors of 120 requests, beside 1,900: what the server misses under load is no matter here.
      const sum = (of: (counts: RecordedBin["counts"]) => number | undefined) =>
        bins.reduce((all, { counts }) => all + (of(counts) ?? 0), 0);
      const [errors, requests] = [sum(({ canary }) => canary.errors), sum(({ canary }) => canary.requests)];
      expect(errors).toBeGreaterThanOrEqual(5);
      expect(requests / errors).toBeGreaterThan(4);
      expect(requests / errors).toBeLessThan(9);
      expect(sum(({ baseline }) => baseline?.errors)).toBe(0);
      expect(sum(({ baseline }) => baseline?.requests)).toBeGreaterThan(9 * requests);
    } finally {
      await prometheus.remove();
      await shop.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
});
