import { readFileSync } from "node:fs";

import { expect, it } from "@jest/globals";
import { parse } from "yaml";

import { loadConfig } from "#config";
import { monitorNames, openMonitor } from "#monitors";

const page = readFileSync(new URL("../../docs/monitors.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example]) => example ?? "");
const production = (text: string) =>
  loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: monitorNames }).config.environments
    .production;

it("has an example of each monitor", () => {
  const shown = new Set(examples.map((text) => production(text).monitor));

  expect([...shown].toSorted()).toEqual(monitorNames.toSorted());
});

it.each(examples)("shows settings that the monitor takes: %j", async (text) => {
  expect(parse(text)).toHaveProperty("environments.production.monitorSettings");
  const { monitor, monitorSettings } = production(text);
  // As a run gives them: the place of the target's counters, and the secret.
  const settings = monitor === "proxy" ? { directory: "production", ...monitorSettings } : monitorSettings;
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const options = { url: "", headersFor: () => ({}), clock, fetch, env: { PROMETHEUS_TOKEN: "token" } };

  await expect(openMonitor(monitor, settings, options)).resolves.toMatchObject({ name: monitor });
});
