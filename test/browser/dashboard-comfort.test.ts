import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";

import { openedAt } from "../../packages/report/test/facts.ts";
import { everyKind } from "../dashboard/releases.ts";
import { openBrowser } from "./chromium.ts";
import { looks, objections, openPage, pages, picture, serveShelf, type Look, type Shelf } from "./pages.ts";

const stop = new AbortController();
const now = openedAt + 5 * 86_400_000 + 60_000;
const [light] = looks as [Look];
let browser: Browser;
let address: string;

beforeAll(async () => {
  browser = await openBrowser(process.env);
  ({ address } = await serveShelf({ releases: everyKind, now }, stop.signal));
}, 60_000);
afterAll(async () => {
  stop.abort();
  await browser.close();
});

/** What stands at each stop of the tab key, the width of its outline, and whether it is in sight. */
async function walk(page: Page): Promise<readonly string[]> {
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate<string>(`(() => {
      const here = document.activeElement;
      if (here === document.body) return "";
      const { top, bottom } = here.getBoundingClientRect();
      const seen = bottom > 0 && top < innerHeight ? "" : " out of sight";
      return here.textContent + " " + getComputedStyle(here).outlineWidth + seen;
    })()`);
    if (at === "" || stops.length > 120) return stops;
    stops.push(at);
  }
}

it.each(pages)(
  "%s shows where the keyboard is, at every stop",
  async (place) => {
    const { page, close } = await openPage(browser, address + place, light);
    const stops = await walk(page);
    const commands = await page.locator("code[data-copy]").allTextContents();
    await close();

    expect(stops[0]).toBe("To the content 3px");
    expect(stops.length).toBeLessThan(120);
    expect(stops.filter((at) => !at.endsWith(" 3px"))).toEqual([]);
    expect(commands.filter((command) => !stops.some((at) => at.startsWith(`Copy ${command}`)))).toEqual([]);
  },
  60_000,
);

it("keeps its signs, its lines and its focus where the colours are the system's", async () => {
  const { page, close } = await openPage(browser, address, light, { bypassCSP: true, forcedColors: "active" });
  await picture(page, "forced-colors");
  const bare = await page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll(".chip, .notice, article, .tiles div")]
    .filter((one) => getComputedStyle(one).borderTopStyle !== "solid").map((one) => one.textContent)`);
  const steps = await page.evaluate<readonly string[]>(
    "[...new Set([...document.querySelectorAll('.steps li')].map((one) => getComputedStyle(one).borderTopColor))]",
  );
  const text = await page.evaluate<string>("getComputedStyle(document.body).color");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
  const found = await objections(page);
  await close();

  expect(await isForced(browser)).toBe(true);
  expect(bare).toEqual([]);
  expect(steps).toEqual([text]);
  expect(outline).toBe("solid");
  expect(found.violations).toEqual([]);
}, 60_000);

async function isForced(of: Browser): Promise<boolean> {
  const { page, close } = await openPage(of, address, light, { forcedColors: "active" });
  const matches = await page.evaluate<boolean>("matchMedia('(forced-colors: active)').matches");
  await close();
  return matches;
}

it.each([
  ["reduce", 0],
  ["no-preference", 1],
] as const)("moves as the reader prefers: %s", async (reducedMotion, moving) => {
  const { page, close } = await openPage(browser, address, light, { reducedMotion });
  const kinds = await page.evaluate<number>(`new Set([...document.querySelectorAll("*")]
    .filter((one) => /[1-9]/.test(getComputedStyle(one).transitionDuration + getComputedStyle(one).animationDuration))
    .map((one) => one.className)).size`);
  await close();

  expect(kinds).toBe(moving);
});

it("says that the journal is out of reach and shows what was last seen, until it is back", async () => {
  const shelf: Shelf = { releases: everyKind, now };
  const { address: live } = await serveShelf(shelf, stop.signal, 100);
  const { page, complaints, close } = await openPage(browser, live, light, { bypassCSP: true });
  const news = page.locator("#news");

  shelf.isDown = true;
  await news.filter({ hasText: "the journal cannot be read: the page stays as it was" }).waitFor({ state: "attached" });
  expect(await page.locator("#age").textContent()).toMatch(/ old · ⚠ the journal cannot be read, shown as it was$/);
  expect(await page.getByRole("heading", { name: "In flight (2)" }).count()).toBe(1);
  expect(await objections(page)).toEqual({ violations: [], unsure: [] });
  await picture(page, "light-journal-lost");
  shelf.isDown = false;
  await news.filter({ hasText: "The data is new again" }).waitFor({ state: "attached" });
  expect(await page.locator("#age").textContent()).toMatch(/ old$/);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
