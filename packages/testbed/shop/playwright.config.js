import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tools/browser.js";

const port = 18_080;
const baseURL = process.env.BASE_URL ?? `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "./test/e2e",
  outputDir: "./test-results",
  timeout: 30_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: "reports/e2e.json" }]],
  use: { baseURL, launchOptions: await findBrowser(process.env) },
  // Without BASE_URL the shop of this checkout is started for the run.
  webServer: process.env.BASE_URL ? undefined : { command: "node src/server.js", env: { PORT: String(port) }, url: `${baseURL}/health` },
});
