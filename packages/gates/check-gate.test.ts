import { expect, it } from "@jest/globals";

import { ReleaseFault } from "#faults";

import { runGate, type CheckRun, type GateContext } from "./index.ts";

const sha = "a".repeat(40);
const wanted = { name: "CI / unit", app: "github-actions", timeout: 600_000 };
const run = (state: string, other: Partial<CheckRun> = {}): CheckRun => ({
  name: wanted.name,
  app: wanted.app,
  sha,
  state,
  url: "https://example.org/runs/1",
  ...other,
});

/** The gate over what is seen at each look; the last one stays. Time passes only while it sleeps. */
async function gate(...looks: readonly (readonly CheckRun[] | ReleaseFault)[]) {
  let now = 0;
  let look = 0;
  const lines: string[] = [];
  const context: GateContext = {
    settings: { checks: { unit: wanted } },
    smoke: undefined,
    development: undefined,
    directory: "/nowhere",
    sha,
    env: {},
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
        look += 1;
        await Promise.resolve();
      },
    },
    fetch,
    signal: new AbortController().signal,
    onProgress: (line) => lines.push(line),
    checkRuns: async () => {
      const answer = looks[Math.min(look, looks.length - 1)] ?? [];
      return answer instanceof ReleaseFault ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const outcome = await runGate("unit", context);
  return { ...outcome, now, lines, titles: outcome.failures.map(({ title }) => title) };
}

it("passes by the check of the commit, names it, and measures nothing itself", async () => {
  const { status, check, metrics } = await gate([run("success")]);

  expect(status).toBe("passed");
  expect(check).toEqual({ name: "CI / unit", app: "github-actions", url: "https://example.org/runs/1" });
  expect(metrics).toBeUndefined();
});

it.each(["failure", "cancelled", "skipped", "neutral", "timed_out", "stale"])("fails for %s", async (state) => {
  const { status, titles } = await gate([run(state)]);

  expect(status).toBe("failed");
  expect(titles).toEqual([`The check "CI / unit" of github-actions ended as ${state}`]);
});

it("waits for one that is under way, and for one whose turn has not come", async () => {
  const build = run("pending", { name: "build" });
  const later = Array.from({ length: 20 }, () => [build]);

  const { status, now, lines } = await gate([], ...later, [run("pending")], [run("success")]);

  expect(status).toBe("passed");
  expect(now).toBe(220_000);
  expect(lines.filter((line) => line.startsWith("waiting"))).toHaveLength(2);
});

it("goes on asking while the host does not answer, and fails at once when it refuses", async () => {
  const away = new ReleaseFault("remote", "the host is away", { hint: "wait" });
  const refused = new ReleaseFault("permission", "may not read checks", { hint: "grant checks: read" });

  expect(await gate(away, away, [run("success")])).toMatchObject({ status: "passed", now: 20_000 });
  expect(await gate(refused)).toMatchObject({ status: "failed", now: 0, titles: ["may not read checks"] });
});

it("gives up when the time of the gate is over", async () => {
  const { titles, now } = await gate([run("pending")]);

  expect(titles).toEqual(['The check "CI / unit" of github-actions had no verdict within 600 s']);
  expect(now).toBe(600_000);
});

it.each<[string, readonly CheckRun[], RegExp]>([
  ["no check at all", [], /no check at all/],
  ["others", [run("success", { name: "CI / lint" })], /There are: "CI \/ lint" of github-actions/],
  ["one of that name by another app", [run("success", { app: "somebody" })], /"CI \/ unit" of somebody/],
  ["one of another commit", [run("success", { sha: "b".repeat(40) })], /no check at all/],
])("never takes %s for it", async (_name, runs, detail) => {
  const { titles, failures, now } = await gate(runs);

  expect(titles).toEqual(['There is no check "CI / unit" of github-actions on the commit']);
  expect(failures[0]?.detail).toMatch(detail);
  expect(now).toBe(120_000);
});
