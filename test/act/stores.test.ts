import { rm } from "node:fs/promises";
import path from "node:path";
import { tmpdir } from "node:os";
import { mkdtemp } from "node:fs/promises";

import { afterAll, beforeAll, expect } from "@jest/globals";

import { startNpmRegistry, type NpmRegistry } from "../support/npm-registry.ts";
import { inAct, recordOf, start, withAisha } from "./suite.ts";

let folder = "";
let registry: NpmRegistry;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "release-stores-"));
  registry = await startNpmRegistry(path.join(folder, "registry"));
});
afterAll(async () => {
  await registry.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Brings a tool that the set-up of the gates needs, and says what it was given. */
const setUp = `name: Set-up
description: Tools of our tests
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        mkdir -p "$RUNNER_TEMP/tools"
        printf '#!/bin/sh\\nexec npm ci --no-audit --no-fund\\n' > "$RUNNER_TEMP/tools/our-installer"
        chmod +x "$RUNNER_TEMP/tools/our-installer"
        echo "$RUNNER_TEMP/tools" >> "$GITHUB_PATH"
        echo "set up at $(git rev-parse HEAD)"
`;

const project = {
  ".github/release-command.yml": (text: string) => text.replace("gates:\n", "gates:\n  setup: our-installer\n"),
  ".github/actions/release-setup/action.yml": () => setUp,
  "package.json": (text: string) => JSON.stringify({ ...JSON.parse(text), dependencies: { left: "1.0.0" } }),
  "package-lock.json": () => registry.locked("minimal", "1.0.0"),
};

inAct(
  "the caller's set-up runs before the gates, and packages that an earlier release downloaded are restored",
  { edits: project, keepsCaches: true },
  async (opened) => {
    const first = await withAisha(opened, () => opened.dispatch(start));

    expect(first).toMatchObject({ succeeded: true, jobs: { quality_gates: "success", completed: "success" } });
    expect(first.log).toContain(`set up at ${(await recordOf(opened, "v1.1.0")).record.gatedSha}`);
    expect(first.log).toMatch(/cache: npm: kept as release-command-npm-linux-\w+-[0-9a-f]{64}/);
    expect(registry.downloads()).toBe(1);

    await rm(path.join(opened.home, ".npm"), { recursive: true });
    await opened.push("develop", "fix: answer sooner", { "README.md": "sooner\n" });
    const second = await opened.dispatch({ ...start, version: "1.1.1" });

    expect(second).toMatchObject({ jobs: { quality_gates: "success" } });
    expect(second.log).toContain("cache: npm: restored 1 of 1 packages");
    expect(second.log).not.toContain("kept as");
    expect(registry.downloads()).toBe(1);
  },
);
