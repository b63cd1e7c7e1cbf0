import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "@jest/globals";

import { root } from "./workflow.ts";

/** The exit code of the script when a tool can neither be found nor installed. */
const cannotBeHad = 3;

// Runs while the file is loaded, because only then a test can still be declared as skipped. The first time it installs the tools.
const lint = spawnSync(fileURLToPath(new URL("scripts/lint-workflows.sh", root)), {
  encoding: "utf8",
  timeout: 300_000,
});
if (lint.status === cannotBeHad) console.warn(lint.stderr);

describe("zizmor and actionlint", () => {
  (lint.status === cannotBeHad ? it.skip : it)("find nothing in the workflows", () => {
    expect([lint.status, lint.stdout, lint.stderr]).toEqual([
      0,
      expect.stringContaining("no findings"),
      expect.anything(),
    ]);
  });
});
