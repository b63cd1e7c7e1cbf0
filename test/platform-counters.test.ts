import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { expect, it } from "@jest/globals";

import { openMonitor } from "#monitors";
import { loadTarget, stopPlatform, type Artifact } from "#targets";

const clock = {
  now: Date.now,
  sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};
const { signal } = new AbortController();

function shop(version: string, status: number): Artifact {
  const source = `require("node:http").createServer((q, r) => { r.statusCode = q.url === "/health" ? 200 : ${status}; r.end(); }).listen(process.env.PORT, "127.0.0.1")`;
  return {
    version,
    sha: version,
    export: async (directory) => {
      await mkdir(directory);
      await writeFile(join(directory, "shop.cjs"), source);
    },
  };
}

it("reads from the real platform who got which errors: counters and probes agree", async () => {
  const home = await mkdtemp(join(tmpdir(), "counters-"));
  const directory = join(home, "production");
  try {
    const settings = { directory, command: "exec node shop.cjs" };
    const target = await loadTarget("local", {
      environment: "production",
      settings,
      workDirectory: home,
      clock,
      signal,
    });
    for (const artifact of [shop("v1.0.0", 200), shop("v1.1.0", 500)]) await target.prepare(artifact, signal);
    await target.shift(shop("v1.0.0", 200), 100, signal);
    await target.finish(shop("v1.0.0", 200));
    await target.prepare(shop("v1.1.0", 500), signal);
    await target.shift(shop("v1.1.0", 500), 25, signal);
    const { url, pinHeader } = await target.observe();
    const headersFor = (version: string) => (pinHeader === undefined ? {} : { [pinHeader]: version });
    const watched = { canary: "v1.1.0", baseline: "v1.0.0", slowMs: 500, signal };
    const proxy = await (
      await openMonitor("proxy", { directory, clientHeader: "X-Customer" }, { url, headersFor, clock, fetch })
    ).begin(watched);
    const probe = await (await openMonitor("probe", { rate: 5 }, { url, headersFor, clock, fetch })).begin(watched);
    await pause(1000 - (Date.now() % 1000) + 10);

    for (let n = 0; n < 40; n += 1) await (await fetch(url, { headers: { "x-customer": `client-${n}` } })).text();
    await pause(1100);
    const [counted, probed] = [await proxy.read(), await probe.read()];
    await probe.end();

    if (counted.state !== "data" || probed.state !== "data") throw new Error(JSON.stringify({ counted, probed }));
    const sum = (side: "canary" | "baseline") =>
      counted.bins.reduce(
        (all, bin) => ({ requests: all.requests + bin[side].requests, errors: all.errors + bin[side].errors }),
        { requests: 0, errors: 0 },
      );
    expect(sum("canary")).toEqual({ requests: 10, errors: 10 });
    expect(sum("baseline")).toEqual({ requests: 30, errors: 0 });
    expect(probed.bins[0]).toMatchObject({ canary: { requests: 5, errors: 5 }, baseline: { requests: 5, errors: 0 } });
  } finally {
    await stopPlatform(directory, clock);
    await rm(home, { recursive: true, force: true });
  }
}, 20_000);
