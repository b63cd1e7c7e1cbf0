import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";

import { openedAt } from "../../packages/report/test/facts.ts";
import { toCompleted, toProduction } from "../../packages/report/test/stories.ts";
import { everyKind, release } from "../dashboard/releases.ts";
import { openBrowser } from "./chromium.ts";
import { looks, objections, openPage, pages, picture, serveShelf, type Look, type Shelf } from "./pages.ts";

const day = 86_400_000;
const stop = new AbortController();
const now = openedAt + 5 * day + 60_000;
let browser: Browser;
let address: string;
let emptyAddress: string;

beforeAll(async () => {
  browser = await openBrowser(process.env);
  ({ address } = await serveShelf({ releases: everyKind, now }, stop.signal));
  ({ address: emptyAddress } = await serveShelf({ releases: [], now }, stop.signal));
}, 60_000);
afterAll(async () => {
  stop.abort();
  await browser.close();
});

const [light, dark, narrow] = looks as [Look, Look, Look];

describe.each([light, dark])("every page, $name", (look) => {
  it.each(pages)(
    "%s has nothing that axe objects to, and no complaint",
    async (place) => {
      const { page, complaints, close } = await openPage(browser, address + place, look, { bypassCSP: true });
      await picture(page, `${look.name}-${place}`);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      const found = await objections(page);
      await close();

      expect(found).toEqual({ violations: [], unsure: [] });
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});

it.each(["index.html", "history/index.html", "trends.html", "periods/index.html"])(
  "%s has nothing that axe objects to before the first release",
  async (place) => {
    const { page, close } = await openPage(browser, emptyAddress + place, light, { bypassCSP: true });
    const found = await objections(page);
    await close();

    expect(found).toEqual({ violations: [], unsure: [] });
  },
  60_000,
);

it("is no wider than a screen of 320 px on any page, also with text twice as large", async () => {
  const { page, close } = await openPage(browser, address, narrow);
  const wide: (readonly [string, number])[] = [];
  for (const place of pages) {
    await page.goto(address + place);
    await picture(page, `narrow-${place}`);
    const widths = [await page.evaluate<number>("document.documentElement.scrollWidth")];
    // 640 px at 200 % are 320 px.
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await page.setViewportSize({ width: 640, height: 900 });
    widths.push((await page.evaluate<number>("document.documentElement.scrollWidth")) - 320);
    await page.setViewportSize({ width: narrow.width, height: 900 });
    wide.push([place, Math.max(...widths)]);
  }
  await close();

  expect(wide.filter(([, width]) => width > 320)).toEqual([]);
}, 60_000);

it("is whole without scripts, styled under its own policy", async () => {
  const { page, complaints, close } = await openPage(browser, address, light, { script: false });

  expect(await page.getByRole("heading", { name: "In flight (2)" }).count()).toBe(1);
  expect(await page.getByText("Waits for approval").count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: "History" }).first().click();
  await page.getByRole("link", { name: "failed 1" }).click();
  expect(await page.locator("#rows tbody tr").count()).toBe(1);
  // Left at the browser's 8px the policy has refused the style.
  expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).toBe("1344px");
  expect(await page.locator("#searching").isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await picture(page, "print-before");
  await page.emulateMedia({ media: "print" });
  await page.goto(`${address}periods/month-2026-03.html`);
  await picture(page, "print-month");
  expect(await page.locator("nav").first().isVisible()).toBe(false);
  await close();
}, 60_000);

it("has shortcuts that hand out the exact command, and can be switched off for good", async () => {
  const { page, close } = await openPage(browser, address, light, { bypassCSP: true });
  const news = page.locator("#news");

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await page.evaluate("document.activeElement.dataset.release")).toBe("v2.7.0");
  await page.keyboard.press("a");
  await news.filter({ hasText: 'release abort v2.7.0 --reason="…"' }).waitFor({ state: "attached" });
  await page.keyboard.press("h");
  await news.filter({ hasText: "v2.7.0 has no such action now" }).waitFor({ state: "attached" });
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog", { name: "Keyboard shortcuts" }).isVisible()).toBe(true);
  await picture(page, "light-keys");
  expect(await objections(page)).toEqual({ violations: [], unsure: [] });
  await page.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("2");
  await page.reload();
  await page.keyboard.press("2");
  expect(page.url()).toBe(address);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("2");
  await page.waitForURL(/history/);
  await close();
}, 60_000);

it("searches the whole history as one types", async () => {
  const { page, complaints, close } = await openPage(browser, `${address}history/failed.html`, light, {
    bypassCSP: true,
  });
  await page.keyboard.press("/");
  await page.keyboard.type("rolled standard");
  await page.locator("#found").filter({ hasText: "2 of 6 releases" }).waitFor();

  expect(await page.locator("#rows tbody th").allTextContents()).toEqual(["v2.6.0", "v2.5.0"]);
  expect(await objections(page)).toEqual({ violations: [], unsure: [] });
  await page.getByRole("searchbox").fill("");
  await page.locator("#rows tbody th", { hasText: "v2.5.1" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

it("shows what happens within two seconds, says it, and leaves the focus and what is open alone", async () => {
  const shelf: Shelf = { releases: everyKind, now };
  const { address: live } = await serveShelf(shelf, stop.signal, 100);
  const { page, complaints, close } = await openPage(browser, live, light, { bypassCSP: true });
  const card = page.locator("#r-v2-8-0");
  const button = card.getByRole("button", { name: /^Copy release abort/ });
  await card.locator("summary").first().click();
  await button.focus();

  const [, ...rest] = everyKind.toReversed();
  const script = toProduction();
  const started = {
    type: "deployment-started",
    environment: "production",
    strategy: "canary",
    previous: "v2.4.0",
  } as const;
  const shifted = { type: "traffic-shifted", environment: "production", version: "v2.8.0", percent: 5 } as const;
  shelf.releases = [...rest.toReversed(), release("v2.8.0", 5, [...script, started, shifted], true)];
  const before = Date.now();
  await card.getByText("5 % on v2.8.0").waitFor();
  const tookMs = Date.now() - before;

  expect(tookMs).toBeLessThan(2000);
  await page
    .locator("#news")
    .filter({ hasText: "v2.8.0: production, production, staging 100 %, production 5 %" })
    .waitFor({ state: "attached" });
  expect(await page.evaluate("/^Copy release abort/.test(document.activeElement.textContent)")).toBe(true);
  expect(await card.locator("details").first().getAttribute("open")).toBe("");
  expect(await objections(page)).toEqual({ violations: [], unsure: [] });

  shelf.releases = [...rest.toReversed(), release("v2.8.0", 5, toCompleted())];
  await page.getByRole("heading", { name: "In flight (1)" }).waitFor();
  expect(await page.evaluate("document.activeElement.id")).toBe("main");
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

it("is read by a browser without a single repair", async () => {
  const { page, close } = await openPage(browser, address, light, { script: false });
  const html = await (await fetch(address)).text();

  const parsed = await page.evaluate<readonly string[]>("[...document.querySelectorAll('*')].map((e) => e.localName)");
  await close();

  const written = [...html.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, name]) => name);
  expect(parsed).toEqual(written);
}, 60_000);
