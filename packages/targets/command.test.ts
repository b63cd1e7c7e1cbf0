import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";

import { createTarget } from "./command.ts";
import { openProcesses } from "./command/world.ts";
import { sampleArtifact, serving } from "./contract.ts";
import type { Target } from "./port.ts";

jest.setTimeout(20_000);

const { signal } = new AbortController();
const clock = { now: Date.now, sleep: (ms: number) => pause(ms) };
const artifact = sampleArtifact("v1.1.0");
let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "command-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function open(settings: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}): Target {
  return createTarget({
    environment: "production",
    settings: { directory: home, manual: ["by hand"], ...settings },
    workDirectory: home,
    env: { PATH: process.env["PATH"], ...env },
    clock,
    signal,
  });
}

const answer = (...revisions: readonly object[]): string => JSON.stringify({ url: "http://shop.test", revisions });
const up = { version: "v1.1.0", percent: 0, healthy: true };
const old = { version: "v1.0.0", percent: 100, healthy: true };
/** Answers every question alike. */
const says = (text: string): string => `cat >/dev/null; printf '%s\\n' '${text}'`;

it.each([
  ["nothing", "true", "it wrote nothing"],
  ["no JSON", "echo done", "its last line is no JSON: done"],
  ["half of its JSON", `printf '{"url":"http://shop.te'`, "its last line is no JSON"],
  ["another form", `echo '{"revisions":[{"version":"v1","percent":"5"}]}'`, "its answer is wrong: url "],
  ["a share above 100", says(answer({ ...old, percent: 101 })), "revisions.0.percent"],
  ["shares of 105 %", says(answer(old, { ...up, percent: 5 })), "shares that add up to neither 100 nor 0"],
  ["a version twice", says(answer(old, { ...old, percent: 0 })), "names a version twice"],
  ["exit code 3", "echo no cluster >&2; exit 3", "it ended with exit code 3; it said: no cluster"],
  ["a signal", "kill -9 $$", "it was ended by SIGKILL"],
  ["more than anybody reads", "head -c 2000000 /dev/zero | tr '\\0' x", "it wrote more than 1 MiB"],
  ["a program that is not there", "no-such-deploy", "exit code 127"],
])("explains a script that answers with %s", async (_, command, message) => {
  await expect(open({ command }).observe()).rejects.toThrow(message);
});

it("ends a script that hangs, and says so", async () => {
  await expect(open({ command: "sleep 60", readTimeout: "200ms" }).observe()).rejects.toThrow(
    "The deploy command failed at observe on production: it was ended after 0.2 s",
  );
});

it("takes the last line for the answer, so that tools may talk before it", async () => {
  const command = `echo 'Refreshing state...'; ${says(answer(old))}`;

  await expect(open({ command }).observe()).resolves.toEqual({ url: "http://shop.test", revisions: [old] });
});

it.each<[string, (target: Target) => Promise<void>, string]>([
  [
    "shift",
    (target) => target.shift(artifact, 5, signal),
    "v1.1.0 should have 5 % of the traffic, and observe says 0 %",
  ],
  ["finish", (target) => target.finish(artifact), "v1.1.0 should have 100 % of the traffic, and observe says 0 %"],
])("does not believe a %s that observe does not show", async (_, act, message) => {
  await expect(act(open({ command: says(answer(old, up)) }))).rejects.toThrow(message);
});

it("does not believe a rollback that left traffic behind", async () => {
  const split = answer({ ...old, percent: 95 }, { ...up, percent: 5 });

  await expect(open({ command: says(split) }).rollback("v1.0.0", signal)).rejects.toThrow(
    "v1.0.0 should have 100 % of the traffic, and observe says 95 %",
  );
});

it("sees that prepare moved traffic", async () => {
  const moved = answer({ ...old, percent: 50 }, { ...up, percent: 50 });
  const command = `if [ $RELEASE_VERB = prepare ]; then touch moved; elif [ -e moved ]; then ${says(moved)}; else ${says(answer(old))}; fi`;

  await expect(open({ command }).prepare(artifact, signal)).rejects.toThrow("v1.0.0 had 100 % of the traffic before");
});

it("tells the script everything as JSON and as variables, and of our environment only what is named", async () => {
  const command = `if [ $RELEASE_VERB = shift ]; then cat >question; env >variables; exit 1; else ${says(answer(old, up))}; fi`;
  const target = open(
    { command, pass: ["DEPLOY_TOKEN"], env: { CLUSTER: "blue" } },
    { DEPLOY_TOKEN: "s3cret-token", GITHUB_TOKEN: "ghs_x" },
  );

  await expect(target.shift(artifact, 5, signal)).rejects.toThrow("failed at shift");

  expect(JSON.parse(await readFile(join(home, "question"), "utf8"))).toEqual({
    contract: 1,
    environment: "production",
    verb: "shift",
    version: "v1.1.0",
    sha: artifact.sha,
    percent: 5,
  });
  const variables = await readFile(join(home, "variables"), "utf8");
  expect(variables).toMatch(/^RELEASE_PERCENT=5$/m);
  expect(variables).toMatch(/^DEPLOY_TOKEN=s3cret-token$/m);
  expect(variables).toMatch(/^CLUSTER=blue$/m);
  expect(variables).not.toContain("GITHUB_TOKEN");
});

it("keeps the secrets of a script out of what it failed with", async () => {
  const target = open(
    { command: "echo refused: $DEPLOY_TOKEN >&2; exit 1", pass: ["DEPLOY_TOKEN"] },
    { DEPLOY_TOKEN: "s3cret-token" },
  );

  await expect(target.observe()).rejects.toThrow(/refused: \*\*\*$/);
});

it("is not ready while a variable is missing that the script needs", async () => {
  await expect(open({ command: says(answer(old)), pass: ["KUBECONFIG"] }).check()).rejects.toThrow(
    "variables that are not set: KUBECONFIG",
  );
});

it("lets the script refuse the shares of a rollout before anything is touched", async () => {
  const command = `[ "$RELEASE_SHARES" = 5,50,100 ] && echo "5 % needs 20 machines, and there are 3" >&2; exit 1`;

  await expect(open({ command }).check([5, 50, 100])).rejects.toThrow("5 % needs 20 machines, and there are 3");
});

it("names every mistake of its settings", () => {
  expect(() => open({ command: "", manual: [], pass: ["A B"], timeout: "soon", comand: 1 })).toThrow(
    /command: .*\nmanual: .*\npass.0: .*\ntimeout: must be a duration.*\n.*comand/s,
  );
});

it("takes down what was rolled back longer ago than it is kept, and nothing else", async () => {
  const world = await openProcesses();
  try {
    const target = (): Target => open({ ...world.settings, keepBad: "1h" });
    await serving(async () => target(), "v1.0.0", signal);
    await target().prepare(artifact, signal);
    await target().shift(artifact, 25, signal);
    await target().rollback("v1.0.0", signal);
    await target().tidy(signal);
    expect((await target().observe()).revisions).toHaveLength(2);

    await writeFile(join(world.state, "versions/v1.1.0/bad"), new Date(Date.now() - 3_600_001).toISOString());
    await target().tidy(signal);
    await target().tidy(signal);

    expect((await target().observe()).revisions).toMatchObject([{ version: "v1.0.0", percent: 100, healthy: true }]);
  } finally {
    await world.end();
  }
});
