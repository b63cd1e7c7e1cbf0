import { expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";

import { configJsonSchema, loadConfig } from "#config";
import { monitorNames } from "#monitors";
import { targetNames } from "#targets";

const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
/** What has a page of its own. */
const others = ["smoke", "definition-of-done", "gates", "security-gate", "monitors", "notifications", "metrics"]
  .map((name) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8"))
  .join("\n");
const load = (text: string) =>
  loadConfig({ text, path: "release-command.yml", targets: targetNames, monitors: monitorNames });

/** Names of all keys, at any depth. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]): readonly string[] => {
    const inner = Object.values(value as object).flatMap(keysOf);
    return name === "properties" ? [...Object.keys(value as object), ...inner] : keysOf(value);
  });
}

it.each([...new Set(keysOf(configJsonSchema()))])("explains the key %s", (key) => {
  expect(page + others).toMatch(new RegExp(`\\b${key.replace("$", "\\$")}\\b`.replace("\\b\\$", "\\$")));
});

const examplesIn = (text: string) => [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example]) => example ?? "");

it("shows a whole file that is accepted", () => {
  const whole = examplesIn(page).filter((text) => text.startsWith("gates:"));

  expect(whole).toHaveLength(1);
  expect(load(whole[0] ?? "").config.environments.production.target).toBe("local");
});

it.each(examplesIn(`${page}${others}`))("shows what can be written: %j", (text) => {
  const shown: unknown = parse(text);
  const keys = Object.keys(configJsonSchema()["properties"] ?? {});
  if (typeof shown !== "object" || shown === null || !Object.keys(shown).every((key) => keys.includes(key))) return;

  // An example of one category says nothing of the others, which a file has to.
  const none = { none: "not shown" };
  const smoke = { api: none, database: none, external: none, auth: none, paths: none };
  const whole = "smoke" in shown ? { ...shown, smoke: { ...smoke, ...Object(shown.smoke) } } : shown;
  expect(() => load(stringify(whole))).not.toThrow();
});

/** Defaults as the tables say them: `key | default`. */
it.each<[string, (config: ReturnType<typeof load>["config"]) => unknown, unknown]>([
  ["`review.wait` | `2m`", ({ review }) => review.wait, 120_000],
  ["`review.expires` | `30d`", ({ review }) => review.expires, 30 * 86_400_000],
  ["`roles.releaseManager` | `[admin, maintain]`", ({ roles }) => roles.releaseManager, ["admin", "maintain"]],
  ["`roles.onCall` | `[]`", ({ roles }) => roles.onCall, []],
  ["`roles.technicalLead` | `[admin, maintain]`", ({ roles }) => roles.technicalLead, ["admin", "maintain"]],
  ["`roles.qa` | `[admin, maintain, write]`", ({ roles }) => roles.qa, ["admin", "maintain", "write"]],
  ["`roles.developer` | `[admin, maintain, write]`", ({ roles }) => roles.developer, ["admin", "maintain", "write"]],
  ["`roles.emergencyApprover` | `[admin]`", ({ roles }) => roles.emergencyApprover, ["admin"]],
  ["`steps` | `[5, 25, 50, 100]`", ({ environments }) => environments.production.steps, [5, 25, 50, 100]],
  ["`rollbackErrorRatio` | `0.05`", ({ environments }) => environments.production.rollbackErrorRatio, 0.05],
  ["`maxP95` | `500ms`", ({ environments }) => environments.staging.maxP95, 500],
  ["`healthEvery` | `30s`", ({ environments }) => environments.staging.healthEvery, 30_000],
  ["`hotfix.steps` | `[5, 25, 100]`", ({ hotfix }) => hotfix.steps, [5, 25, 100]],
  ["`analysis.alpha` | `0.0025`", ({ analysis }) => analysis.alpha, 0.0025],
  ["`analysis.model` | `off`", ({ analysis }) => analysis.model, "off"],
  ["`lease.ttl` | `90s`", ({ journal }) => journal.lease.ttl, 90_000],
  ["`lease.effect` | `60s`", ({ journal }) => journal.lease.effect, 60_000],
])("tells the default: %s", (row, read, value) => {
  expect(page).toContain(`| ${row} |`);
  expect(read(load("").config)).toEqual(value);
});
