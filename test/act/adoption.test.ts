import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect } from "@jest/globals";

import { configurationOfReadme, gitOf, newcomer } from "./newcomer.ts";
import { inAct, recordOf, withAisha } from "./suite.ts";

inAct(
  "a repository that was never released gets its first release with what the README says, and nothing else",
  { create: newcomer },
  async (opened) => {
    const { world } = opened;

    const unconfigured = await opened.dispatch({ command: "start" });

    expect(unconfigured).toMatchObject({ succeeded: false, jobs: { initiated: "failure" } });
    expect(unconfigured.log).toContain(
      ".github/release-command.yml does not say what this release needs, nor do the project's own files: gates.security, gates.e2e, smoke, environments.staging.settings, environments.production.settings",
    );
    expect(unconfigured.log).toContain("Add, with commands of your own:%0Agates:%0A  security: { command:");

    const git = gitOf(world);
    await mkdir(path.join(world.repositoryDirectory, ".github"), { recursive: true });
    await writeFile(
      path.join(world.repositoryDirectory, ".github/release-command.yml"),
      await configurationOfReadme(world),
    );
    await git("add", ".github");
    await git("commit", "--quiet", "--message", "ci: say how releases are tested and where they run");
    await git("push", "--quiet", "origin", "main");
    const run = await withAisha(opened, () => opened.dispatch({ command: "start" }));

    expect(run).toMatchObject({ succeeded: true, jobs: { completed: "success" } });
    expect((await recordOf(opened, "v0.1.0")).record.state).toBe("completed");
  },
);
