import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { siteOf } from "#dashboard";
import { fold, type ReleaseRecord } from "#machine";

import { hostile, releaseBy } from "../../packages/report/test/strangers.ts";
import { everyKind, inputOf, manyReleases } from "./releases.ts";

const textOf = (page: string | undefined): string => (page ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

it("has no link that leads nowhere", () => {
  const site = siteOf(inputOf(everyKind));
  const dead: string[] = [];
  for (const [place, page] of site) {
    if (!place.endsWith(".html")) continue;
    const text = page();
    for (const [, href = ""] of text.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const { pathname, hash } = new URL(href, `https://x.example/${place}`);
      const target = site.get(decodeURIComponent(pathname.slice(1)));
      if (target === undefined) dead.push(`${place} → ${href}`);
      else if (hash !== "" && !target().includes(`id="${hash.slice(1)}"`)) dead.push(`${place} → ${href}`);
    }
  }

  expect(dead).toEqual([]);
});

it("says where a release stands, what it waits for, and the exact words that act on it", () => {
  const page = textOf(siteOf(inputOf(everyKind)).get("index.html")?.());

  expect(page).toContain("Waits for approval");
  expect(page).toContain("release resume v2.5.0");
  expect(page).toContain("release abort v2.8.0 --reason=&quot;…&quot;");
  expect(page).toContain("production now, ");
});

it("tells what staging has and production has not", () => {
  const page = textOf(siteOf(inputOf(everyKind)).get("index.html")?.());

  expect(page).toContain("From production (v2.4.0) to staging (v2.8.0)");
  expect(page).toContain("v2.8.0, not in production: 2 changes");
  expect(page).toContain("cart: keep the basket");
});

it("shows every release once in the history, in parts, and under each filter that it meets", () => {
  const releases = manyReleases(250);
  const site = siteOf(inputOf(releases));
  const parts = ["history/index.html", "history/index-page-2.html", "history/index-page-3.html"];
  const listed = parts.flatMap((part) =>
    [...(site.get(part)?.() ?? "").matchAll(/releases\/(v3[^"]*)\.html/g)].map(([, id]) => id),
  );

  expect(site.has("history/index-page-4.html")).toBe(false);
  expect(listed.length).toBe(250);
  expect(new Set(listed)).toEqual(new Set(releases.map(({ id }) => id)));
  expect(site.get("history/failed.html")?.()).not.toContain("completed</span>");
  expect(textOf(site.get("history/standard-rolled-back.html")?.())).toContain("50 releases.");
});

it("changes no byte of a page whose release is over", () => {
  const [early, late] = [0, 86_400_000].map((now) =>
    siteOf(inputOf(everyKind, { now })).get("releases/v2.5.0.html")?.(),
  );

  expect(early).toBe(late);
});

function pagesBy(text: string): readonly string[] {
  const facts = releaseBy(text);
  const release = { facts, record: fold(facts) };
  const releases = [
    { ...release, id: "v1", live: true },
    { ...release, id: "v2", live: false },
  ];
  const site = siteOf(inputOf(releases, { repository: text, overdue: [{ release: text, due: text, url: text }] }));
  return ["index.html", "history/index.html", "releases/v1.html", "releases/v2.html"].map(
    (place) => site.get(place)?.() ?? "",
  );
}

const tagsOf = (pages: readonly string[]) =>
  pages.map((page) => page.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/"[^"]*"/g, '""')));

it("no text can add an element to a page, or end an attribute", () => {
  const wanted = tagsOf(pagesBy("a plain reason"));

  fc.assert(
    fc.property(hostile, (text) => {
      expect(tagsOf(pagesBy(`a ${text} z`))).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});

it("tells why releases went wrong as people found out, and how to write it down where nobody has", () => {
  const by = { by: "aisha", at: "2026-03-20T10:00:00.000Z" };
  const findings = [
    { release: "v2.6.0", kind: "root-cause", text: "a guess", ...by },
    { release: "v2.6.0", kind: "root-cause", text: "a pool of <5> connections", ...by },
    { release: "v2.6.0", kind: "false-positive", text: "a crawler", ...by },
  ] as const;
  const site = siteOf(inputOf(everyKind, { findings }));
  const trends = textOf(site.get("trends.html")?.());

  expect(trends).toContain(
    "The root cause is written down for 1 of 3 that failed or went back; judged a false alarm: 1.",
  );
  expect(trends).not.toContain("a guess");
  expect(textOf(site.get("releases/v2.6.0.html")?.())).toContain("Root cause : a pool of &lt;5&gt; connections");
  expect(textOf(site.get("periods/month-2026-03.html")?.())).toContain("False alarm : a crawler");
  expect(textOf(site.get("releases/v2.5.1.html")?.())).toContain(
    "not written down yet: release report v2.5.1 --root-cause=",
  );
});

it("shows all that is in flight in one table: work against target, gates, tests, who waits for what", () => {
  const page = textOf(siteOf(inputOf(everyKind)).get("index.html")?.());

  expect(page).toContain("Release State Waits for Done Since its start Work of target Gates Tests");
  expect(page).toMatch(/v2\.7\.0 review ‖ approval for .{5,50} 33 % .{5,50} 6 of 6 \d+ of \d+ passed/);
  expect(page).toMatch(/v2\.8\.0 production nobody 67 % .{5,50} 6 of 6 \d+ of \d+ passed/);
});

it("measures a release that is over once, and again when a later one takes it back", () => {
  const kept = new WeakMap<ReleaseRecord, never>();
  const [first, ...others] = everyKind;
  const before = siteOf(inputOf(first === undefined ? [] : [first], { kept })).get("data.json")?.() ?? "";
  const after = siteOf(inputOf(everyKind, { kept })).get("data.json")?.();

  expect(others.length).toBeGreaterThan(0);
  expect(before).toContain('"undoneBy":null');
  expect(after).toBe(siteOf(inputOf(everyKind)).get("data.json")?.());
});
