import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { expect, it } from "@jest/globals";

import { familiesOf, historyOf, openMetrics, openMetricsType, type History } from "#history";
import { fold } from "#machine";

import { findPrometheus, startPrometheus } from "../monitors/prometheus-server.ts";
import { releaseHistories } from "../support/release-histories.ts";

const told = releaseHistories(120, { seed: 7 }).map((facts) => ({ facts, record: fold(facts) }));
const now = Date.parse(told.at(-1)?.record.lastAt ?? "");
const history = historyOf(told, { now });
const program = findPrometheus();

const pages: readonly (readonly [string, History])[] = [
  ["many releases", history],
  ["none at all", historyOf([], { now })],
  [
    "names that nobody expects",
    { ...history, overall: { ...history.overall, failureCauses: [{ name: 'a"b\\c\nd', count: 1 }] } },
  ],
];

(program === undefined ? it.skip : it).each(pages)("promtool finds nothing wrong with the page of %s", (_, of) => {
  const promtool = path.join(path.dirname(program ?? ""), "promtool");

  const { status, stdout, stderr } = spawnSync(promtool, ["check", "metrics"], {
    input: openMetrics(familiesOf(of)),
    encoding: "utf8",
  });

  expect([status, stdout, stderr]).toEqual([0, "", ""]);
});

(program === undefined ? it.skip : it)("a real Prometheus reads it as OpenMetrics, with the very numbers", async () => {
  let page = openMetrics(familiesOf(history));
  const server = createServer((_, response) => response.setHeader("content-type", openMetricsType).end(page));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const prometheus = await startPrometheus(program ?? "", [`127.0.0.1:${(server.address() as AddressInfo).port}`]);
  const seen = async (query: string): Promise<string | undefined> => {
    const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`);
    const { data } = (await answer.json()) as { data: { result: readonly { value: readonly [number, string] }[] } };
    return data.result[0]?.value[1];
  };
  try {
    for (let tries = 0; (await seen("up")) !== "1" && tries < 100; tries += 1) await pause(100);

    const { overall } = history;
    expect(await seen("up")).toBe("1");
    expect(Number(await seen("release_success_ratio"))).toBe(overall.success.share);
    expect(Number(await seen('release_cycle_time_seconds{quantile="0.9"}'))).toBe(
      (overall.cycleTimeMs.p90 ?? 0) / 1000,
    );
    expect(Number(await seen("release_dora_change_fail_n"))).toBe(overall.dora.changeFailRate.n);

    // That it is judged as OpenMetrics: without its end it is refused.
    page = page.replace("# EOF\n", "");
    for (let tries = 0; (await seen("up")) !== "0" && tries < 100; tries += 1) await pause(100);
    expect(await seen("up")).toBe("0");
  } finally {
    await prometheus.remove();
    server.closeAllConnections();
    server.close();
  }
});
