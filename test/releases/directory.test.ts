import { expect, it } from "@jest/globals";

import { foundCompany } from "./company.ts";
import { approved, read, resume, start } from "./drivers.ts";

it("a project that keeps its journal in a folder is released, and leaves no ref of ours on the host", async () => {
  const company = await foundCompany({ settings: [[["journal", "store"], "directory"]] });

  expect(await approved(company, () => start(company))).toEqual({ id: "v1.1.0", end: "completed" });

  const { record } = await read(company, "v1.1.0");
  expect(record.settled?.outcome).toBe("completed");
  const refs = await company.git(
    "sarah",
    company.home,
    "ls-remote",
    "origin",
    "refs/release-command/*",
    "refs/heads/release-journal",
  );
  expect(refs).toBe("");
  expect(await resume(company, "v1.1.0")).toEqual({ id: "v1.1.0", end: "completed" });
});
