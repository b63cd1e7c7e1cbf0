import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

import { createNewsReader, serveSite, siteOf, type DashboardRelease } from "#dashboard";

import { inputOf } from "../dashboard/releases.ts";

/** Releases that a test may exchange while they are served. */
export interface Shelf {
  releases: readonly DashboardRelease[];
  now: number;
  /** The journal does not answer. */
  isDown?: boolean;
}

function taken({ releases, isDown = false }: Shelf): readonly DashboardRelease[] {
  if (isDown) throw new Error("no route");
  return releases;
}

/** The dashboard as `release dashboard serve` serves it, of what stands on the shelf. Ends with the signal. */
export async function serveShelf(shelf: Shelf, signal: AbortSignal, refreshMs?: number) {
  const read = createNewsReader({
    every: async () => taken(shelf),
    live: async () => taken(shelf).filter(({ live }) => live),
    overdue: async () => [
      { release: "v2.4.1", due: "2026-03-01T10:00:00.000Z", url: "https://github.com/acme/shop/issues/7" },
    ],
    findings: async () => [],
    now: () => shelf.now,
  });
  return serveSite({
    read,
    site: ({ releases, overdue, asOf }) => siteOf(inputOf(releases, { overdue, now: asOf, refreshMs })),
    port: 0,
    pollMs: 50,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    signal,
    say: () => undefined,
  });
}

export interface Look {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

export const looks: readonly Look[] = [
  { name: "light", width: 1280, colorScheme: "light" },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "narrow", width: 320, colorScheme: "light" },
];

export interface Opening {
  readonly script?: boolean;
  /** axe is a script that the page's own policy would refuse. */
  readonly bypassCSP?: boolean;
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly forcedColors?: "active" | "none";
}

/** A page in a browser of its own, with what the browser complained about. */
export async function openPage(
  browser: Browser,
  address: string,
  look: Look,
  { script = true, bypassCSP = false, reducedMotion = "reduce", forcedColors = "none" }: Opening = {},
) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.colorScheme,
    javaScriptEnabled: script,
    bypassCSP,
    reducedMotion,
    forcedColors,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe objects to, and the words whose contrast it could not measure. */
export async function objections(
  page: Page,
): Promise<{ readonly violations: unknown; readonly unsure: readonly string[] }> {
  await page.addScriptTag({ path: axe });
  const results = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations', 'incomplete'] })");
  if (results.passes.length < 10) throw new Error("axe has seen next to nothing");
  return {
    violations: results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    // Signs have the colours of the words beside them; what is behind the words of a drawing axe cannot tell.
    unsure: results.incomplete
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
      .filter((html) => !html.includes("aria-hidden") && !html.includes("<text ")),
  };
}

/** A page of each sort, and a release of each end. */
export const pages = [
  "index.html",
  "history/index.html",
  "trends.html",
  "periods/index.html",
  "periods/month-2026-03.html",
  "releases/v2.5.1.html",
  "releases/v2.6.0.html",
  "releases/v2.7.0.html",
];
/** A screenshot for people to look at, into the folder that SCREENSHOTS names. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({
    path: path.join(folder, `${name.replaceAll("/", "-").replace(".html", "")}.png`),
    fullPage: true,
  });
}
