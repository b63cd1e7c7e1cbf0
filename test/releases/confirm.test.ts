import { expect, it } from "@jest/globals";

import { realClock } from "#http";
import type { Fact } from "#machine";
import { askFor, falsePositives, markFalsePositive, rollBackRelease } from "#stages";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, hurried, read, release, start, workplaceIn } from "./drivers.ts";

const id = "v1.1.0";
const confirm = (value: string): Setting => [["rollback", "confirm"], value];

/** Ten minutes without an answer are over at once. */
const impatient: typeof hurried = {
  ...hurried,
  // Reading the marks has its three seconds.
  sleep: (ms, signal) =>
    ms === 3_000 ? realClock.sleep(ms, signal) : hurried.sleep(ms > 590_000 && ms <= 600_000 ? 3_000 : ms, signal),
};

async function failing(value: string): Promise<Company> {
  return foundCompany({ fault: "production-errors", settings: [confirm(value)] });
}

/** What people were asked about going back. */
const questions = (facts: readonly Fact[]) =>
  facts.filter((fact) => fact.type === "asked").filter(({ what }) => what === "rollback");

/** Runs the release, and does this as soon as people are asked. */
async function asked(company: Company, act: () => Promise<unknown>) {
  let acted: Promise<unknown> | undefined;
  const seen: Readonly<Record<string, number>>[] = [];
  const say = (text: string): void => {
    if (!text.includes("PLEASE DECIDE")) return;
    acted ??= (async () => {
      seen.push(await company.traffic("production"));
      await act();
    })();
  };
  const end = await approved(company, () => start(company, { say }));
  await acted;
  return { end, seen };
}

it("asks for ten minutes with the share held, and goes back when nobody answers", async () => {
  const company = await failing("always");
  const said: string[] = [];

  const end = await approved(company, () => start(company, { clock: impatient, say: (text) => void said.push(text) }));

  expect(end).toMatchObject({ end: "rolled_back" });
  const { record, facts } = await read(company, id);
  const [question] = questions(facts);
  expect(question).toMatchObject({ trigger: "smoke-test-failure", environment: "production", point: "50%" });
  expect(Date.parse(question?.until ?? "") - Date.parse(question?.at ?? "")).toBeGreaterThan(590_000);
  expect(record.verdict).toMatchObject({ trigger: "smoke-test-failure", reason: question?.reason });
  const types = facts.map(({ type }) => type);
  expect(types.indexOf("asked")).toBeLessThan(types.indexOf("verdict"));
  expect(said.join("\n")).toContain('Answer with: release promote v1.1.0   or: release rollback v1.1.0 --reason="…"');
});

it("a person's rollback answers at once", async () => {
  const company = await failing("first-per-release");
  const back = { from: id, reason: "orders fail", requestId: "r1" };

  const { end, seen } = await asked(company, async () =>
    rollBackRelease(await workplaceIn(company), back, () => undefined),
  );

  expect(end).toMatchObject({ end: "rolled_back" });
  expect(seen).toEqual([{ "v1.0.0": 50, "v1.1.0": 50 }]);
  expect((await read(company, id)).record.verdict).toMatchObject({ trigger: "manual", reason: "sarah: orders fail" });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
});

it("a person's promote lets it go on, and the same share is not judged again; the next failure needs no question", async () => {
  const company = await failing("first-per-release");

  const { end } = await asked(company, async () =>
    askFor(await workplaceIn(company), id, { kind: "promote", id: "p1", reason: "known, harmless" }),
  );

  const { record, facts } = await read(company, id);
  expect(record.spared).toMatchObject({ by: "sarah", reason: "known, harmless", point: "50%" });
  // The smoke tests at 100 % fail as well, and that one was asked before.
  expect(end).toMatchObject({ end: "rolled_back" });
  expect(record.verdict?.reason).toContain("at 100%");
  expect(questions(facts)).toHaveLength(1);
});

it("never asks where nothing was wrong before; after a marked false positive it does", async () => {
  const company = await failing("after-false-positive");
  await approved(company, () => start(company, { clock: hurried }));
  expect(questions((await read(company, id)).facts)).toEqual([]);

  const refused = await release(company, ["rollback", "--false-positive=v1.1.0", "--reason=a spike"], {
    person: "marcus",
  }).ended;
  expect(refused).toMatchObject({ code: 2 });
  const marked = await release(company, ["rollback", "--false-positive", "v1.1.0", "--reason=a spike"]).ended;
  expect(marked).toMatchObject({ code: 0 });
  expect(marked.output).toContain("The rollback of v1.1.0 is marked as a false positive.");
  const again = await markFalsePositive(await workplaceIn(company), { id, reason: "really" });
  expect(again).toEqual({ release: id, isNew: false });
  const { journal } = await workplaceIn(company);
  expect(await falsePositives(journal)).toMatchObject([{ release: id, text: "a spike", by: "sarah" }]);
  const status = await release(company, ["status"]).ended;
  expect(status.output).toContain("false rollbacks: 1 of 1 automatic ones");

  const next = { type: "standard", version: "1.2.0", from: "develop", to: "main" } as const;
  await company.merge("origin/main", "develop", { "next.txt": "next\n" });
  await company.push("develop", "feat: more", { "more.txt": "more\n" });
  await approved(company, () => start(company, { clock: impatient }, next));
  expect(questions((await read(company, "v1.2.0")).facts)).toMatchObject([{ trigger: "smoke-test-failure" }]);
});
