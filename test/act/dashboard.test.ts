import { expect } from "@jest/globals";

import { inAct } from "./suite.ts";

inAct(
  "the dashboard is published as a branch, and again without a change",
  { example: "dashboard.yml" },
  async (opened) => {
    const first = await opened.dispatch({});

    expect(first).toMatchObject({ succeeded: true, jobs: { dashboard: "success" } });
    const { git } = await opened.look();
    const page = await git.readFile("refs/remotes/origin/gh-pages", "index.html");
    expect(page).toContain("<title>");
    expect(await git.readFile("refs/remotes/origin/gh-pages", "data.json")).toContain('"schema"');

    expect(await opened.dispatch({})).toMatchObject({ succeeded: true, jobs: { dashboard: "success" } });
  },
);
