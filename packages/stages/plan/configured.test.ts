import { expect, it } from "@jest/globals";
import { parse } from "yaml";

import { loadConfig } from "#config";
import { realClock } from "#http";
import type { GateName } from "#machine";

import { missingConfiguration } from "./configured.ts";

const place = {
  surroundings: { cwd: "/nowhere", env: {}, clock: realClock, signal: new AbortController().signal },
};
const all: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];
const configOf = (text: string) =>
  loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: ["proxy"] }).config;

it("names everything that is missing at once, with lines that are a complete configuration", async () => {
  const environments = ["staging", "production"] as const;

  const lacks = await missingConfiguration(place, { config: configOf(""), gates: all, environments });

  expect(lacks).toMatchObject({ code: "config", message: expect.stringContaining("gates.security, gates.unit") });
  const lines = (lacks?.hint ?? "").split("\n").slice(1).join("\n");
  expect(Object.keys(parse(lines) as object)).toEqual(["gates", "smoke", "environments"]);
  const added = configOf(lines);
  expect(await missingConfiguration(place, { config: added, gates: all, environments })).toBeUndefined();
});

it("asks a hotfix only for what it uses", async () => {
  const lacks = await missingConfiguration(place, {
    config: configOf(""),
    gates: ["security", "unit", "smoke"],
    environments: ["production"],
  });

  expect(lacks?.message).toMatch(
    /: gates\.security, gates\.unit, smoke, environments\.development, environments\.production\.settings$/,
  );
});

it("leaves settings that are wrong to the target, which knows its words", async () => {
  const config = configOf("environments: { production: { settings: { port: x } } }");

  await expect(missingConfiguration(place, { config, gates: ["dod"], environments: ["production"] })).rejects.toThrow(
    "The settings of the local target for production are wrong",
  );
});
