import assert from "node:assert/strict";
import { test } from "node:test";
import { escape } from "../../src/page.js";
import { readSettings } from "../../src/settings.js";

test("without a database of its own it brings one", () => {
  assert.equal(readSettings({}).embedded, true);
  assert.equal(readSettings({ DATABASE_URL: "postgres://db/shop" }).embedded, false);
  assert.equal(readSettings({ DATABASE_URL: "postgres://db/shop", DATABASE_EMBEDDED: "true" }).embedded, true);
});

test("all mistakes are told at once", () => {
  assert.throws(() => readSettings({ PORT: "x", DATABASE_SCHEMA: "a; DROP" }), /PORT.*\nDATABASE_SCHEMA/);
});

test("names cannot break out of the page", () => {
  assert.equal(escape('<b>"&"</b>'), "&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;");
});
