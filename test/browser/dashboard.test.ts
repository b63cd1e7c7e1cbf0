import { mkdir } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";

import { siteOf } from "#dashboard";

import { openedAt } from "../../packages/report/test/facts.ts";
import { everyKind, inputOf } from "../dashboard/releases.ts";
import { openBrowser } from "./chromium.ts";
import { looks, objections, openPage, serveShelf } from "./pages.ts";

const day = 86_400_000;
const stop = new AbortController();
const now = openedAt + 5 * day + 60_000;
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

const pages = [...siteOf(inputOf(everyKind)).keys()].filter((place) => place.endsWith(".html"));

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

describe.each(looks)("every page, $name", (look) => {
  it.each(pages)(
    "%s: nothing that axe objects to, no wider than the screen, no complaint",
    async (place) => {
      const { page, complaints, close } = await openPage(browser, address + place, look, { bypassCSP: true });
      await picture(page, `${look.name}-${place.replaceAll("/", "-").replace(".html", "")}`);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      const { violations, unsure } = await objections(page);
      await close();

      expect(violations).toEqual([]);
      // What is scrolled out of sight on a narrow screen is measured on the wide one.
      if (look.width > 1000) expect(unsure).toEqual([]);
      expect(wide).toBeLessThanOrEqual(look.width);
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});
