import { readdir } from "node:fs/promises";

import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { ReleaseFault } from "#faults";
import { planRelease, startOf, type StartWords } from "#stages";

import { foundCompany } from "./company.ts";
import { workplaceIn } from "./drivers.ts";

const revisions = [
  "main~1",
  "main^",
  "main@{1}",
  "main^{tree}",
  "refs/heads/main",
  "origin/main",
  "HEAD",
  "@",
  ":/feat",
];
const hostile = [
  "--output=owned",
  "-x",
  "--upload-pack=touch owned",
  "..",
  "main..develop",
  "main...develop",
  "../../main",
  "main;touch owned",
  "$(touch owned)",
  "`touch owned`",
  "a b",
  "a\nb",
  "\u0000",
  "::error::x",
  "x".repeat(5_000),
  "main\n",
  "ma\u200bin",
  "*",
  "[a-z]*",
  "main.lock",
  "é",
  "/",
  "~",
];
const name = fc.oneof(fc.constantFrom(...revisions, ...hostile), fc.string({ unit: "binary" }));
const version = fc.oneof(
  fc.constantFrom("1.1.0", "auto", "minor"),
  fc.constantFrom(
    "1.1",
    "v1.1.0",
    "1.1.0\n",
    "01.1.0",
    "1.1.0+build",
    "1.1.0-rc.1",
    "9".repeat(400),
    "-1.0.0",
    "--version",
  ),
  fc.string({ unit: "binary" }),
);

it("names and versions are taken by their exact words, or refused before anything is made", async () => {
  const company = await foundCompany();
  const workplace = await workplaceIn(company);
  const before = await company.refs();
  const files = await readdir(company.home);
  const command = fc.record({
    type: fc.constantFrom("standard" as const, "standard" as const, "hotfix" as const),
    version,
    from: fc.oneof(fc.constantFrom("develop", "v1.0.0", "v1.0.0~1", "v1.0.0^{commit}"), name),
    to: fc.oneof(fc.constant("main"), name),
  });
  let planned = 0;

  await fc.assert(
    fc.asyncProperty(command, async (words: StartWords) => {
      try {
        const { plan } = await planRelease(
          workplace,
          await startOf(words, () => Promise.reject(new Error("no file was named"))),
        );
        expect([plan.targetBranch, plan.baseBranch]).toEqual(["main", words.type === "hotfix" ? "v1.0.0" : "develop"]);
        expect(plan.releaseBranch).toMatch(/^(release|hotfix)\/\d+\.\d+\.\d+$/);
        planned += 1;
      } catch (thrown) {
        if (!(thrown instanceof ReleaseFault)) throw thrown;
        expect(["input", "policy"]).toContain(thrown.code);
      }
    }),
    {
      numRuns: 150,
      examples: [
        [{ type: "standard", version: "1.1.0", from: "develop", to: "main" }],
        ...[...revisions, ...hostile].map((to): [StartWords] => [
          { type: "standard", version: "1.1.0", from: "develop", to },
        ]),
        ...["v1.0.0~1", "v1.0.0^{commit}", "v1.0.0^0"].map((from): [StartWords] => [
          { type: "hotfix", version: "1.0.1", from, to: "main" },
        ]),
      ],
    },
  );

  expect(planned).toBeGreaterThan(0);
  expect(await company.refs()).toEqual(before);
  expect(await readdir(company.home)).toEqual(files);
}, 120_000);
