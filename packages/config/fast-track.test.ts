import { expect, it } from "@jest/globals";

import { detect } from "./detect/detect.ts";
import { loadConfig, withDetection } from "./load.ts";

const load = (text: string) => loadConfig({ text, path: "release.yml", targets: ["local"], monitors: ["proxy"] });
const own = "command: npm test, report: r.xml";

it.each<[string, string]>([
  ["unit: { source: check, name: CI, shards: 2 }", "gates.unit.shards means nothing beside source: check"],
  ["e2e: { source: check, name: CI, affects: { a: b } }", "gates.e2e.affects means nothing beside source: check"],
  ["unit: { affected: npm test }", "gates.unit.affected means nothing without a command"],
  ["e2e: { affected: npm test }", "gates.e2e.affected means nothing without a command"],
  [`e2e: { ${own}, affects: { "src/**": "@cart" } }`, "gates.e2e.affects means nothing without affected"],
  [`unit: { ${own}, coverage: c.lcov, affected: {} }`, "gates.unit.affected has no glob"],
  [`e2e: { affects: { "src/**": "(" } }`, "must be a regular expression"],
  ["unit: { shards: 9 }", "gates.unit.shards"],
])("refuses %s", (gates, says) => {
  expect(() => load(`gates: { ${gates} }`)).toThrow(says);
});

it("keeps what is written, and refuses to split what cannot be", () => {
  const settings = `{ ${own}, coverage: c.lcov, shards: 3, affected: { "a/**": one } }`;
  expect(load(`gates: { unit: ${settings} }`).config.gates.unit).toMatchObject({
    shards: 3,
    affected: { "a/**": "one" },
  });

  const files = { paths: ["go.mod", "a_test.go"], texts: new Map([["go.mod", "module a\n"]]) };
  const { config, undetected } = withDetection(load("gates: { unit: { shards: 2 } }"), detect(files));
  expect(config.gates.unit).toBeUndefined();
  expect(undetected).toEqual([
    expect.objectContaining({ key: "gates.unit", why: expect.stringContaining("cannot be split") }),
  ]);
});
