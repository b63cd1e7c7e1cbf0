import { expect, it } from "@jest/globals";

import { askFor } from "#stages";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, read, start, workplaceIn } from "./drivers.ts";

const release = "v1.1.0";

/** Nobody sends a request to the shop, so that there is no proof. */
const proofRequired: readonly Setting[] = [[["analysis", "promote", "require"], "proof"]];

async function promote(company: Company, id: string): Promise<void> {
  await askFor(await workplaceIn(company), release, { kind: "promote", id, reason: "we looked at it" });
}

it("what is not proved asks people at each share, and their promote is recorded with who", async () => {
  const company = await foundCompany({ settings: proofRequired });
  const asked: string[] = [];
  const say = (text: string) => {
    if (!text.includes("PLEASE DECIDE")) return;
    asked.push(text.slice(0, text.indexOf(":")));
    void promote(company, `yes-${asked.length}`);
  };

  expect(await approved(company, () => start(company, { say }))).toMatchObject({ end: "completed" });

  expect(asked).toEqual(["staging", "production", "production"]);
  const { facts } = await read(company, release);
  expect(facts.filter(({ type }) => type === "decided")).toMatchObject([
    { environment: "staging", point: "staging", by: "sarah" },
    { environment: "production", point: "50%", by: "sarah", reason: "we looked at it" },
    { environment: "production", point: "production", by: "sarah" },
  ]);
});

it("nobody answers: it goes back when its time is over", async () => {
  const settings: readonly Setting[] = [...proofRequired, [["analysis", "ask"], "3s"]];
  const company = await foundCompany({ settings });
  const say = (text: string) => {
    if (text.startsWith("staging: PLEASE DECIDE")) void promote(company, "staging-yes");
  };

  expect(await approved(company, () => start(company, { say }))).toMatchObject({
    end: "rolled_back",
  });

  const { record, facts } = await read(company, release);
  expect(record.verdict).toMatchObject({
    trigger: "not-proved",
    reason: expect.stringContaining("Nobody decided in time"),
  });
  expect(facts.filter(({ type }) => type === "asked")).toHaveLength(2);
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
});
