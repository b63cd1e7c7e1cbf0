import { expect, it } from "@jest/globals";

import { foundCompany, impatient } from "./company.ts";
import { read, release } from "./drivers.ts";

const code = `export default {
  parser: { headerPattern: /^\\[(\\w+)\\] (.*)$/, headerCorrespondence: ["type", "subject"] },
  writer: { transform: (commit) => (commit.type === "feat" ? { ...commit, type: "Novelties" } : undefined), mainTemplate: "x" },
};`;

it("a preset of the repository groups the notes of a release, and the record keeps what it said", async () => {
  const settings = [...impatient, [["changelog", "preset"], "./preset.mjs"] as const];
  const company = await foundCompany({ settings });
  await company.push("develop", "[feat] a basket", { "preset.mjs": code });

  const { output } = await release(company, ["start", "--version=auto"]).ended;

  expect(output).toContain("of the changelog preset does not count here: writer.mainTemplate (the template is ours)");
  const { record } = await read(company, "v1.1.0");
  expect(record.plan.changelogPreset).toMatchObject({ name: "./preset.mjs" });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "release/1.1.0");
  const notes = await company.git("sarah", company.home, "show", "FETCH_HEAD:CHANGELOG.md");
  expect(notes).toContain("### Novelties");
  expect(notes).toContain("- a basket (");
});

it("a preset that throws starts nothing", async () => {
  const company = await foundCompany({ settings: [[["changelog", "preset"], "./preset.mjs"]] });
  await company.push("develop", "feat: x", { "preset.mjs": "throw new Error('out of words');" });
  const before = await company.refs();

  const { code: ended, output } = await release(company, ["start", "--version=auto"]).ended;

  expect({ ended, output }).toMatchObject({
    ended: 2,
    output: expect.stringContaining("cannot be read: out of words"),
  });
  expect(await company.refs()).toEqual(before);
});
