import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { killAnywhere } from "./anywhere.ts";
import { partOfThisTree } from "../support/tree.ts";

const parts = 8;

it("a release that is killed anywhere ends as if nothing had happened", async () => {
  const part = partOfThisTree(parts);
  const directory = await mkdtemp(path.join(tmpdir(), "release-crash-"));
  try {
    const { points, deviations } = await killAnywhere({
      directory: path.join(directory, "world"),
      road: "happy",
      only: (index) => index % parts === part,
    });

    process.stderr.write(`happy: part ${part + 1} of ${parts} of ${points} points, ${deviations.length} differences\n`);
    expect(deviations).toEqual([]);
    expect(points).toBeGreaterThan(100);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 1_800_000);
