import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { siteOf, writeSite, type Site } from "#dashboard";

import { everyKind, inputOf } from "./releases.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const site = (laterMs: number): Site => siteOf(inputOf(everyKind, { now: Date.UTC(2026, 5, 1) + laterMs }));
const file = (name: string): string => path.join(folder, name);

it("leaves alone what has not changed: pages of what is over, the style, the script", () => {
  writeSite(site(0), folder);
  const before = statSync(file("releases/v2.5.0.html"), { bigint: true }).mtimeNs;
  const { files, changed } = writeSite(site(60_000), folder);

  expect(statSync(file("releases/v2.5.0.html"), { bigint: true }).mtimeNs).toBe(before);
  expect(changed).toBeGreaterThan(0);
  // Four releases are over; the style, the script and the rows of the search are the same.
  expect(files - changed).toBe(7);
});

it("writes what somebody removed, and everything after it was killed while writing", () => {
  const texts = new Map([
    ["index.html", () => "one"],
    ["releases/a.html", () => "two"],
  ]);
  writeSite(texts, folder);
  rmSync(file("releases/a.html"));
  expect(writeSite(texts, folder)).toEqual({ files: 2, changed: 1 });

  const killed = new Map([
    ["index.html", () => "half"],
    [
      "releases/a.html",
      () => {
        throw new Error("killed");
      },
    ],
  ]);
  expect(() => writeSite(killed, folder)).toThrow("killed");
  expect(writeSite(texts, folder)).toEqual({ files: 2, changed: 2 });
  expect(readFileSync(file("index.html"), "utf8")).toBe("one");
});

it("is not misled by a list that is not ours", () => {
  writeFileSync(file(".release-dashboard.json"), "[");

  expect(writeSite(new Map([["index.html", () => "one"]]), folder)).toEqual({ files: 1, changed: 1 });
});
