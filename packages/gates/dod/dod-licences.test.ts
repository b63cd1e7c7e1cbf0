import { expect, it } from "@jest/globals";
import { checkLicences, mayBeUsed, type LicenceRule } from "./dod-licences.ts";

const allow = ["MIT", "Apache-2.0"];
const deny = ["GPL-3.0-only", "AGPL-3.0-or-later"];

it.each<[string | undefined, LicenceRule, boolean]>([
  ["MIT", { allow }, true],
  ["(MIT OR GPL-3.0-only)", { allow }, true],
  ["MIT AND GPL-3.0-only", { allow }, false],
  ["ISC", { allow }, false],
  ["SEE LICENSE IN LICENSE.txt", { allow }, false],
  [undefined, { allow }, false],
  ["ISC", { deny }, true],
  ["GPL-3.0-only", { deny }, false],
  ["(MIT OR GPL-3.0-only)", { deny }, true],
  ["MIT AND GPL-3.0-only", { deny }, false],
  ["GPL-3.0-only WITH Classpath-exception-2.0", { deny }, false],
  ["AGPL-3.0-only", { deny }, false],
  ["UNLICENSED", { deny }, false],
  [undefined, { deny }, false],
])("%s with %j: %s", (licence, rule, expected) => {
  expect(mayBeUsed(licence, rule)).toBe(expected);
});

const lock = {
  lockfileVersion: 3,
  packages: {
    "": { license: "GPL-3.0-only" },
    "packages/own": {},
    "node_modules/own": { link: true },
    "node_modules/a": { license: "MIT" },
    "node_modules/a/node_modules/@scope/b": { license: "GPL-3.0-only" },
    "node_modules/tool": { license: "GPL-3.0-only", dev: true },
  },
};
const cycloneDx = {
  bomFormat: "CycloneDX",
  components: [
    { name: "a", licenses: [{ license: { id: "MIT" } }] },
    { name: "@scope/b", licenses: [{ expression: "GPL-3.0-only" }] },
  ],
};
const spdx = {
  spdxVersion: "SPDX-2.3",
  packages: [
    { name: "a", licenseConcluded: "NOASSERTION", licenseDeclared: "MIT" },
    { name: "@scope/b", licenseDeclared: "GPL-3.0-only" },
  ],
};

it.each([
  ["package-lock.json", lock],
  ["bom.json", cycloneDx],
  ["sbom.spdx.json", spdx],
])("reads %s, without the project itself and its tools", (from, document) => {
  expect(checkLicences({ allow }, from, JSON.stringify(document))).toEqual({
    checked: 2,
    from,
    denied: ["@scope/b (GPL-3.0-only)"],
  });
});

it.each([undefined, "", "{", "[]", "{}", '{"bomFormat":"CycloneDX"}', '{"bomFormat":"CycloneDX","components":[]}'])(
  "takes nothing from %j as proof",
  (text) => {
    expect(checkLicences({ allow }, "bom.json", text)).toHaveProperty("unreadable");
  },
);
