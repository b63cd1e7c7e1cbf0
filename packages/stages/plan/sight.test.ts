import { expect, it } from "@jest/globals";

import { loadConfig } from "#config";

import { sightNotes } from "./sight.ts";

function config(production: string) {
  const text = `environments:\n  staging: { watch: 0s, healthEvery: 1s }\n  production: ${production}\n`;
  return loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: ["proxy", "prometheus"] })
    .config;
}

const prometheus = (rest: string) =>
  config(
    `{ monitor: prometheus, monitorSettings: { url: "http://localhost:9090", haproxy: {}, scrapeIntervalMs: 15000 }, ${rest} }`,
  );
const standard = { releaseType: "standard", productionStrategy: "canary" } as const;

it.each([
  ["steps of a minute", "stepTime: 60s", standard, []],
  ["steps of half a minute", "stepTime: 30s", standard, ["environments.production.stepTime is 30.0 s"]],
  ["no steps", "stepTime: 30s", { ...standard, productionStrategy: "blue-green" }, []],
  ["a short watch", "watch: 30s", standard, ["environments.production.watch is 30.0 s"]],
  ["the short watch of a hotfix", "watch: 30s", { ...standard, releaseType: "hotfix" }, ["hotfix.watch is 30.0 s"]],
  ["nothing that is watched", "watch: 0s", standard, []],
] as const)("warns before a release of what 15 s scrapes cannot see: %s", async (_, settings, plan, told) => {
  const notes = await sightNotes(prometheus(settings), plan);

  expect(notes).toEqual(told.map((what) => expect.stringContaining(what)));
  for (const note of notes) expect(note).toContain("tells of a failure up to 45.0 s later");
});

it("says nothing where the monitor is quick enough", async () => {
  expect(await sightNotes(config("{ stepTime: 2s }"), standard)).toEqual([]);
  expect(await sightNotes(config("{ stepTime: 1s }"), standard)).toHaveLength(1);
});
