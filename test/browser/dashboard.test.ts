import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

import { fold } from "#machine";
import { dashboard, type DashboardRelease } from "#report";

import { facts, openedAt, opened, type Script } from "../../packages/report/test/facts.ts";
import {
  rollbackOf,
  suspendedForApproval,
  toCompleted,
  toFailed,
  toProduction,
  toReview,
  toRolledBack,
} from "../../packages/report/test/stories.ts";
import { openBrowser } from "./chromium.ts";

const day = 86_400_000;

function release(id: string, days: number, script: Script, live = false): DashboardRelease {
  const [, ...rest] = script;
  const told = facts([opened({ tag: id, releaseVersion: id.slice(1) }), ...rest], {
    release: id,
    startMs: openedAt + days * day,
  });
  return { facts: told, record: fold(told), live };
}

const rollback = facts(rollbackOf(4000), { release: "v2.5.0-rollback", startMs: openedAt + 2 * day });
const releases: readonly DashboardRelease[] = [
  release("v2.5.0", 0, toCompleted()),
  release("v2.5.1", 1, toFailed()),
  { facts: rollback, record: fold(rollback), live: false },
  release("v2.6.0", 3, toRolledBack()),
  release("v2.7.0", 4, [...toReview(), suspendedForApproval], true),
  release("v2.8.0", 5, toProduction(), true),
];
const page = (of: readonly DashboardRelease[]) => dashboard("acme/shop", of, openedAt + 5 * day + 60_000);

let browser: Browser;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

beforeAll(async () => {
  browser = await openBrowser(process.env);
}, 60_000);
afterAll(() => browser.close());

interface Look {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

const looks: readonly Look[] = [
  { name: "light", width: 1280, colorScheme: "light" },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "narrow", width: 360, colorScheme: "light" },
];

/** Shows HTML as it stands; `axe` needs scripts, which the page itself forbids. */
async function show(html: string, { width, colorScheme }: Look, withAxe: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    javaScriptEnabled: withAxe,
    bypassCSP: withAxe,
  });
  const shown = await context.newPage();
  const complaints: string[] = [];
  shown.on("console", (message) => complaints.push(message.text()));
  await shown.setContent(html);
  expect(complaints).toEqual([]);
  return shown;
}

describe.each(looks)("the dashboard, $name", (look) => {
  it.each([
    ["with releases", releases],
    ["before the first release", []],
  ])(
    "has nothing that axe objects to, %s",
    async (_, of) => {
      const shown = await show(page(of), look, true);
      await shown.addScriptTag({ path: axe });

      const results = await shown.evaluate<AxeResults>("axe.run({ resultTypes: ['violations', 'incomplete'] })");
      await shown.context().close();

      expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      // Signs have the colours of the words beside them; axe measures only words.
      const unsure = results.incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
      const words = unsure.map(({ html }) => html).filter((html) => !html.includes("aria-hidden"));
      // What is scrolled out of sight on a narrow screen is measured on the wide one.
      if (look.width > 1000) expect(words).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
    },
    60_000,
  );

  it("is whole without scripts, styled under its own policy, and not wider than the screen", async () => {
    const shown = await show(page(releases), look, false);
    const folder = process.env["SCREENSHOTS"];
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true });
      await shown.screenshot({ path: path.join(folder, `dashboard-${look.name}.png`), fullPage: true });
    }

    expect(await shown.getByRole("heading", { name: "In flight (2)" }).count()).toBe(1);
    expect(await shown.getByText("Waits for approval").count()).toBeGreaterThan(0);
    // Left at the browser's 8px the policy has refused the style.
    expect(await shown.evaluate("getComputedStyle(document.body).maxWidth")).toBe("1216px");
    expect(await shown.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await shown.context().close();
  }, 60_000);
});

it("shows where the keyboard is, at every stop", async () => {
  const shown = await show(page(releases), looks[0] as Look, true);
  const stops: string[] = [];
  for (;;) {
    await shown.keyboard.press("Tab");
    const stop = await shown.evaluate<string>(
      "document.activeElement === document.body ? '' : document.activeElement.tagName + ' ' + getComputedStyle(document.activeElement).outlineWidth",
    );
    if (stop === "" || stops.length > 60) break;
    stops.push(stop);
  }
  await shown.context().close();

  expect(stops[0]).toBe("A 3px");
  expect(stops.filter((stop) => stop.startsWith("SUMMARY")).length).toBeGreaterThan(4);
  expect(stops.filter((stop) => !stop.endsWith(" 3px"))).toEqual([]);
}, 60_000);

it("is read by a browser without a single repair", async () => {
  const html = page(releases);
  const shown = await show(html, looks[0] as Look, true);

  const parsed = await shown.evaluate<readonly string[]>("[...document.querySelectorAll('*')].map((e) => e.localName)");
  await shown.context().close();

  const written = [...html.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, name]) => name);
  expect(parsed).toEqual(written);
}, 60_000);
