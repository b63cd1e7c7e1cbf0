import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { dist, readChunks, requiredBytes } from "./chunks.ts";

const chunks = readChunks();
const required = chunks.filter(({ isOptional }) => !isOptional);

it("is small enough to be cloned by every job: 3 MB of code without what only some projects load", () => {
  expect(required.length).toBeGreaterThan(20);
  expect(chunks.length).toBeGreaterThan(required.length);
  expect(requiredBytes(chunks)).toBeLessThanOrEqual(3_000_000);
});

it("holds a module once, or a few times where it is too small for a chunk of its own; never once for every action", () => {
  const seen = Map.groupBy(
    required.flatMap(({ modules }) => modules),
    ({ id }) => id,
  );
  const repeated = [...seen.values()].filter((copies) => copies.length > 1);

  expect(seen.size).toBeGreaterThan(100);
  // The bundler's own bound of a chunk is 20,000 bytes.
  expect(repeated.filter(([one, ...others]) => others.length > 3 || (one?.bytes ?? 0) > 20_000)).toEqual([]);
});

it.each([
  ["undici", "undici-fetch"],
  ["@actions/exec", "class ExecState"],
  ["@octokit/plugin-rest-endpoint-methods", "plugin-rest-endpoint-methods"],
  ["mysql2", "mysql_native_password"],
  ["ioredis", "sentinelRetryStrategy"],
  ["mongodb", "MongoServerSelectionError"],
])("carries %s where it is used only", (_, mark) => {
  const holders = chunks.filter(({ name }) => readFileSync(path.join(dist, name), "utf8").includes(mark));

  expect(holders.map(({ isOptional }) => isOptional)).toEqual([true]);
});
