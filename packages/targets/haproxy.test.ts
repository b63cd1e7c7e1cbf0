import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";

import { sampleArtifact, serving } from "./contract.ts";
import { createTarget } from "./haproxy.ts";
import { findHaproxy, openHaproxy, type HaproxyWorld } from "./haproxy/world.ts";
import type { Target } from "./port.ts";
import { runScript } from "./script.ts";

jest.setTimeout(30_000);

const program = findHaproxy();
const { signal } = new AbortController();
/** Ends the clients of a test that failed. */
let endOfTest = new AbortController();
let world: HaproxyWorld;
let nowMs = Date.now();

const clock = { now: () => nowMs, sleep: (ms: number) => pause(ms) };

function open(settings: Readonly<Record<string, unknown>> = {}): Target {
  return createTarget({
    environment: "production",
    settings: { ...world.settings, ...settings },
    workDirectory: world.directory,
    env: process.env,
    // Time-outs of a test are as long as the wall clock says.
    clock: { ...clock, now: () => nowMs + performance.now() },
    signal,
  });
}

const fresh = async (): Promise<Target> => open();

(program === undefined ? describe.skip : describe)("a real HAProxy", () => {
  beforeEach(async () => {
    nowMs = Date.now();
    endOfTest = new AbortController();
    world = await openHaproxy(program ?? "");
  });
  afterEach(async () => {
    endOfTest.abort();
    await world.end();
  });

  it("drops no request while traffic moves forward, back, and onto a slot that is used again", async () => {
    await serving(fresh, "v1.0.0", signal);
    const load = keepAsking(String(world.settings["url"]));
    await open().prepare(sampleArtifact("v1.1.0"), signal);
    for (const percent of [5, 25, 50]) {
      await open().shift(sampleArtifact("v1.1.0"), percent, signal);
      await load.more(40);
    }
    await open().rollback("v1.0.0", signal);
    await load.more(40);
    await serving(fresh, "v1.2.0", signal);
    await load.more(40);

    expect(await load.end()).toEqual(["200 v1.0.0", "200 v1.1.0", "200 v1.2.0"]);
  });

  it("fails no request while the version that serves does not answer for a while", async () => {
    await serving(fresh, "v1.0.0", signal);
    const load = keepAsking(String(world.settings["url"]));
    await load.more(10);
    const run = join(world.directory, "run");
    const [file = ""] = (await readdir(run)).filter((name) => name.endsWith(".pid"));
    const pid = Number(await readFile(join(run, file), "utf8"));

    process.kill(pid, "SIGSTOP");
    // Six checks, of which three would be enough.
    await pause(300);
    process.kill(pid, "SIGCONT");
    await load.more(10);

    expect(await load.end()).toEqual(["200 v1.0.0"]);
    expect(world.said()).not.toContain("Layer7 timeout");
  });

  it("splits as exactly as it says", async () => {
    await serving(fresh, "v1.0.0", signal);
    await open().prepare(sampleArtifact("v1.1.0"), signal);
    await open().shift(sampleArtifact("v1.1.0"), 10, signal);

    const seen = new Map<string, number>();
    for (let n = 0; n < 200; n += 1) {
      const text = await (await fetch(String(world.settings["url"]))).text();
      seen.set(text, (seen.get(text) ?? 0) + 1);
    }

    expect(Object.fromEntries(seen)).toEqual({ "v1.0.0": 180, "v1.1.0": 20 });
    const metrics = await (await fetch(world.metricsUrl)).text();
    const { revisions } = await open().observe();
    for (const { version, servers = [] } of revisions)
      expect(metrics).toContain(
        `haproxy_server_http_responses_total{proxy="app",server="${servers.join()}",code="2xx"} ${seen.get(version)}`,
      );
    expect(revisions.map(({ servers }) => servers)).toEqual([["blue1"], ["green1"]]);
  });

  it("pins a request to the version that it names, or fails it; nobody else answers", async () => {
    await serving(fresh, "v1.0.0", signal);
    await open().prepare(sampleArtifact("v1.1.0"), signal);
    const ask = async (version: string): Promise<string> => {
      const response = await fetch(String(world.settings["url"]), { headers: { "x-release-version": version } });
      return `${response.status} ${response.status === 200 ? await response.text() : ""}`;
    };

    expect(await ask("v1.1.0")).toBe("200 v1.1.0");
    expect(await ask("v9.9.9")).toBe("503 ");
    // HAProxy hangs up on whoever asked a process that died meanwhile.
    await fetch(`${String(world.settings["url"])}/die`, { headers: { "x-release-version": "v1.1.0" } }).catch(() => {});
    expect(await ask("v1.1.0")).toMatch(/^50[23] $/);
  });

  it("has its shares again after a restart in the middle of a rollout", async () => {
    await serving(fresh, "v1.0.0", signal);
    await open().prepare(sampleArtifact("v1.1.0"), signal);
    await open().shift(sampleArtifact("v1.1.0"), 25, signal);
    await world.restart();

    expect(shares(await open().check())).toEqual({ "v1.0.0": 75, "v1.1.0": 25 });
  });

  it("shows what is, and goes on, when a driver died between writing a shift down and doing it", async () => {
    await serving(fresh, "v1.0.0", signal);
    await open().prepare(sampleArtifact("v1.1.0"), signal);
    const file = join(world.directory, "deployed.json");
    const written = (await readFile(file, "utf8"))
      .replace('"percent": 100', '"percent": 75')
      .replace('"percent": 0', '"percent": 25');
    await writeFile(file, written);

    expect(shares(await open().observe())).toEqual({ "v1.0.0": 100, "v1.1.0": 0 });
    await open().shift(sampleArtifact("v1.1.0"), 25, signal);
    expect(shares(await open().observe())).toEqual({ "v1.0.0": 75, "v1.1.0": 25 });
  });

  it("says that a restart lost the shares, and the next act puts them back", async () => {
    await serving(fresh, "v1.0.0", signal);
    await writeFile(join(world.directory, "servers.state"), "");
    await world.restart();

    await expect(open().check()).rejects.toThrow("blue1 has weight 0, not 200");
    expect(shares(await open().observe())).toEqual({ "v1.0.0": 0 });
    await open().finish(sampleArtifact("v1.0.0"));
    expect(shares(await open().check())).toEqual({ "v1.0.0": 100 });
  });

  it("names every line that its configuration is without, and touches nothing", async () => {
    await world.restart((config) =>
      config
        .replace("balance roundrobin", "balance static-rr")
        .replace(/use-server .*/, "")
        .replace("timeout check 2s", "")
        .replace("level admin", "level operator")
        .replace(/(green1 \S+) check inter 50ms/, "$1"),
    );

    const refused = expect(open({ slots: { blue: ["blue1"], red: ["red1"] } }).check()).rejects;
    await refused.toThrow(
      /level admin\nbalance static-rr .*\n.*without the line: timeout check 2s\n.*without the line: use-server %\[var\(txn.pin\)\] if .*\n.*no server red1/,
    );
    await expect(open().check()).rejects.toThrow("its server green1 is without: check");
    await expect(readFile(join(world.directory, "deployed.json"))).rejects.toThrow("ENOENT");
  });

  it("says that it must be reloaded when only the file is right", async () => {
    const right = await readFile(String(world.settings["config"]), "utf8");
    await world.restart((config) => config.replace(/.*txn.pin.*\n/g, ""));
    await writeFile(String(world.settings["config"]), right);

    await expect(open().check()).rejects.toThrow("its configuration has changed since it was started: reload it");
  });

  it.each([
    ["nobody listens", { socket: "/nowhere/admin.sock" }, "HAProxy does not answer at /nowhere/admin.sock"],
    ["the backend has another name", { backend: "shop" }, 'HAProxy has no backend "shop"'],
    ["a secret is not set", { pass: ["NOT_SET_HERE"] }, "variables that are not set: NOT_SET_HERE"],
  ])("is not ready when %s", async (_, settings, message) => {
    await expect(open(settings).check()).rejects.toThrow(message);
  });

  it("keeps a version that was rolled back for a day, and then takes it down", async () => {
    await serving(fresh, "v1.0.0", signal);
    await open().prepare(sampleArtifact("v1.1.0"), signal);
    await open().shift(sampleArtifact("v1.1.0"), 50, signal);
    await open().rollback("v1.0.0", signal);

    nowMs += 23 * 3_600_000;
    await open().tidy(signal);
    expect(shares(await open().observe())).toEqual({ "v1.0.0": 100, "v1.1.0": 0 });
    nowMs += 3_600_001;
    await open().tidy(signal);
    await open().tidy(signal);
    expect(shares(await open().observe())).toEqual({ "v1.0.0": 100 });
    await expect(readFile(join(world.directory, "versions.map"), "utf8")).resolves.toBe("v1.0.0 blue1\n");
  });

  it("gives commands that a person can type", async () => {
    await serving(fresh, "v1.0.0", signal);
    await serving(fresh, "v1.1.0", signal);
    // No socat here: its two arguments are all that this stand-in needs.
    const socat = join(world.directory, "socat");
    await writeFile(
      socat,
      `#!${process.execPath}\nconst s = require("net").connect(process.argv[3]); process.stdin.pipe(s, { end: false }); s.pipe(process.stdout);\n`,
    );
    await chmod(socat, 0o755);

    const { problem } = await runScript({
      command: open().manual("v1.0.0").join("\n"),
      cwd: world.directory,
      ours: { PATH: `${world.directory}:${process.env["PATH"]}` },
      pass: [],
      env: {},
      timeoutMs: 5_000,
      signal,
    });

    expect(problem).toBeUndefined();
    expect(shares(await open().observe())).toEqual({ "v1.0.0": 100, "v1.1.0": 0 });
  });
});

function shares({ revisions }: Awaited<ReturnType<Target["observe"]>>): Record<string, number> {
  return Object.fromEntries(revisions.map(({ version, percent }) => [version, percent]));
}

/** Four clients that ask again and again, and what they were answered. */
function keepAsking(url: string) {
  const over = new AbortController();
  const stop = AbortSignal.any([over.signal, endOfTest.signal]);
  const answers: string[] = [];
  const client = async (): Promise<void> => {
    while (!stop.aborted) {
      const answer = await fetch(url).then(
        async (response) => `${response.status} ${await response.text()}`,
        (thrown: unknown) => String(thrown),
      );
      answers.push(answer);
      await pause(2);
    }
  };
  const clients = Array.from({ length: 4 }, client);
  return {
    /** Resolves when so many more were answered. */
    more: async (wanted: number) => {
      const enough = answers.length + wanted;
      while (answers.length < enough && !stop.aborted) await pause(5);
    },
    /** Every kind of answer that there was. */
    end: async () => {
      over.abort();
      await Promise.all(clients);
      return [...new Set(answers)].toSorted();
    },
  };
}
