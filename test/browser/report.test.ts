import { createRequire } from "node:module";
import { mkdir } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

import { reportAs } from "#report";

import { facts, type Script } from "../../packages/report/test/facts.ts";
import { toCompleted, toFailed, toReview, toRolledBack } from "../../packages/report/test/stories.ts";
import { openBrowser } from "./chromium.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const hostile = toReview(
  "## x\n\n- <img src=http://127.0.0.1:1/x onerror=alert(1)> ![p](http://127.0.0.1:1/p.png) [go](javascript:alert(1))",
);
const stories: Readonly<Record<string, Script>> = {
  completed: toCompleted(),
  failed: toFailed(),
  "rolled-back": toRolledBack(4000),
  hostile,
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(process.env);
}, 60_000);
afterAll(async () => browser.close());

async function show(
  script: Script,
  look: { readonly width: number; readonly dark?: boolean; readonly judged?: boolean },
) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.dark === true ? "dark" : "light",
    javaScriptEnabled: look.judged === true,
    bypassCSP: look.judged === true,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setContent((await reportAs("html", facts(script))).text);
  return { page, asked };
}

async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `report-${name}.png`), fullPage: true });
}

describe.each(Object.entries(stories))("the page of a release, %s", (name, script) => {
  it.each([
    ["light", { width: 1280 }],
    ["dark", { width: 1280, dark: true }],
    ["narrow", { width: 360 }],
  ])(
    "has nothing that axe objects to, %s",
    async (how, look) => {
      const { page } = await show(script, { ...look, judged: true });
      await page.addScriptTag({ path: axe });
      const results = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
      await photograph(page, `${name}-${how}`);
      await page.context().close();

      expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
    },
    60_000,
  );

  it("asks for nothing, needs no script, is styled under its own policy and not wider than the screen", async () => {
    const { page, asked } = await show(script, { width: 360 });

    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).toBe("1216px");
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await page.locator("caption").count()).toBe(await page.locator("table").count());
    expect(await page.locator("main a:not([href^=http])").count()).toBe(0);
    expect(await page.locator("img, script").count()).toBe(0);
    expect(asked).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    await photograph(page, `${name}-print`);
    await page.context().close();
  }, 60_000);
});
