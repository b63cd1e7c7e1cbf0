import { expect, it } from "@jest/globals";

import { loadConfig } from "./index.ts";

const load = (text: string) => loadConfig({ text, path: "c.yml", targets: ["local"], monitors: ["proxy"] }).config;

it("gives --project to each call of Playwright, and reads its own reporter where no report is named", () => {
  const { e2e } = load(`gates:
  e2e: { command: "npx playwright test shop && npx playwright test", browsers: [chromium, Mobile Safari], budget: 10s, budgets: { "@buy": 20s } }`).gates;

  expect(e2e).toEqual({
    command:
      "npx playwright test --project=chromium '--project=Mobile Safari' shop && npx playwright test --project=chromium '--project=Mobile Safari'",
    browsers: ["chromium", "Mobile Safari"],
    budget: 10_000,
    budgets: { "@buy": 20_000 },
    timeout: 600_000,
  });
});

it("knows an application that runs already, and one that is set up before it starts", () => {
  const { development: running } = load(
    "environments: { development: { url: 'https://dev.example.com' } }",
  ).environments;
  const started = "environments: { development: { command: npm start, setup: npm run migrate } }";

  expect(running).toMatchObject({ url: "https://dev.example.com", health: "/health" });
  expect(load(started).environments.development).toMatchObject({ command: "npm start", setup: "npm run migrate" });
});

it.each([
  [
    "gates: { e2e: { command: npm run e2e, browsers: [firefox] } }",
    'gates.e2e.browsers needs a command that says "playwright test"',
  ],
  ["gates: { e2e: { browsers: ['--ui'] } }", "must be the name of a project of the Playwright configuration"],
  ["gates: { e2e: { report: a.json } }", "gates.e2e.report means nothing without a command"],
  [
    "gates: { e2e: { source: check, name: CI, browsers: [a], budget: 1s } }",
    "gates.e2e.browsers means nothing beside source: check",
  ],
  [
    "environments: { development: { url: 'dev.example.com' } }",
    'environments.development.url must be an address like "https',
  ],
  [
    "environments: { development: { url: 'http://a', command: b } }",
    "environments.development.command means nothing beside url",
  ],
  ["environments: { development: { url: 'http://a/path' } }", "environments.development.url must be an origin"],
])("refuses %s", (text, problem) => {
  expect(() => load(text)).toThrow(problem);
});
