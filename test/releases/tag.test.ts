import { expect, it } from "@jest/globals";

import { foundCompany, type Company } from "./company.ts";
import { approved, beforeStep, read, start } from "./drivers.ts";

/** A release whose tag somebody pushes right before it does. */
async function tagged(by: (company: Company) => Promise<string>) {
  const company = await foundCompany({ settings: [[["review", "wait"], "60s"]] });
  const push = async () => {
    const sha = await by(company);
    await company.git("sarah", company.home, "fetch", "--quiet", "origin", "main");
    const who = ["-c", "user.name=Ines", "-c", "user.email=ines@acme.example"];
    await company.git("bot", company.home, ...who, "tag", "--annotate", "--message=by hand", "v1.1.0", sha);
    await company.git("bot", company.home, "push", "--quiet", "origin", "v1.1.0");
  };
  const end = await approved(company, () => start(company, { hooks: beforeStep("tag", push) }));
  return { company, end };
}

it("a tag that somebody put on our commit is ours", async () => {
  const { company, end } = await tagged(async (acme) => (await acme.refs()).get("main") ?? "");
  expect(end).toMatchObject({ end: "completed" });
  const { record } = await read(company, "v1.1.0");
  expect(record.tag?.sha).toBe((await company.refs()).get("v1.1.0"));
});

it("a tag on another commit is not: the number is used up", async () => {
  const { company, end } = await tagged(async (acme) => (await acme.refs()).get("v1.0.0") ?? "");
  expect(end).toMatchObject({ end: "failed" });
  const { record } = await read(company, "v1.1.0");
  expect(record.failure?.failureReason).toBe("Tag v1.1.0 exists and points elsewhere");
  expect(record.touched.size).toBe(0);
});
