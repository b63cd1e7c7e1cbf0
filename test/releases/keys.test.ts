import { expect, it } from "@jest/globals";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, read, release, start } from "./drivers.ts";
import { sitAt, type Sitting } from "./terminal.ts";

const id = "v1.1.0";
const hint = "keys: p promote";
const line = ["start", "--type=standard", "--version=1.1.0", "--from=develop", "--to=main"];
const slowSteps: readonly Setting[] = [[["environments", "production", "stepTime"], "60s"]];

/** A release whose driver is at half of production while `act` goes on. */
async function atHalf(company: Company, act: () => Promise<unknown>, say: (text: string) => void = () => undefined) {
  return approved(company, () => start(company, { hooks: beforeStep("production-watch-50%", act), say }));
}

it("an onlooker holds and promotes by keys: each asks once, and is the request that the command would leave", async () => {
  const company = await foundCompany();
  let board: ReturnType<typeof sitAt> | undefined;
  const hold = async () => {
    board = sitAt(company, ["watch", id]);
    await board.until(hint);
    board.type("h");
    await board.until(`hold ${id}: stop its progress? y/n`);
    board.type("y");
    await board.until("Why?");
    board.type("a closer lookx\u007F\r");
    await board.until(`hold of ${id} is recorded.`);
    await board.until(hint);
  };
  let answered = false;
  const say = (text: string) => {
    // It is said again until the answer is there.
    if (answered || !text.includes("held by sarah")) return;
    answered = true;
    board?.type("py");
  };

  expect(await atHalf(company, hold, say)).toMatchObject({ end: "completed" });

  expect(await board?.ended).toMatchObject({ code: 0, terminal: "restored" });
  const asked = (await read(company, id)).facts.filter((fact) => fact.type === "requested");
  expect(asked).toMatchObject([
    { kind: "hold", by: "sarah", reason: "a closer look" },
    { kind: "promote", by: "sarah", reason: "go on" },
  ]);
}, 120_000);

it("a no, an Esc, a resize and a small window do nothing; who may not is told so, and q leaves the release alone", async () => {
  const company = await foundCompany();
  const seats: Sitting = { person: "marcus", rows: 12, columns: 60 };
  const look = async () => {
    const board = sitAt(company, ["watch", id], seats);
    await board.until(hint);
    board.type("an");
    await board.until("abort v1.1.0");
    await board.until(hint);
    board.type("ay");
    await board.until("Why?");
    board.type("never mind\u001B");
    await board.until(hint);
    board.resize({ rows: 30, columns: 100 });
    await board.until("▶ production");
    board.type("?");
    await board.until("leave the board");
    board.type("ry");
    await board.until("marcus may not");
    await board.until(hint);
    board.type("q");
    expect(await board.ended).toMatchObject({ code: 0, terminal: "restored" });
  };

  expect(await atHalf(company, look)).toMatchObject({ end: "completed" });

  expect((await read(company, id)).facts.filter(({ type }) => type === "requested")).toEqual([]);
}, 120_000);

it("whoever drives it takes it back by a key, and the terminal is as it was", async () => {
  const company = await foundCompany({ settings: slowSteps });

  const ended = await approved(company, async () => {
    const board = sitAt(company, line);
    await board.until("production: watching 50%");
    board.type("o");
    await board.until("later: release report");
    board.type("r");
    await board.until("back to what served before? y/n");
    board.type("y");
    await board.until("rollback of v1.1.0 is recorded");
    return board.ended;
  });

  expect(ended).toMatchObject({ code: 4, terminal: "restored" });
  expect((await read(company, id)).record.verdict).toMatchObject({ trigger: "manual" });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
}, 120_000);

it("Ctrl-C gives the leases back and restores the terminal; q asks first", async () => {
  const company = await foundCompany({ settings: slowSteps });

  const ended = await approved(company, async () => {
    const board = sitAt(company, line);
    await board.until("production: watching 50%");
    board.type("q");
    await board.until("release resume v1.1.0 goes on. y/n");
    board.type("n\u0003");
    return board.ended;
  });

  expect(ended).toMatchObject({ code: 3, terminal: "restored" });
  expect(ended.shown).toContain("Continue with: release resume v1.1.0");
}, 120_000);

it("without a terminal, and with --plain on one, there are lines and no cursor is moved", async () => {
  const company = await foundCompany();
  let piped: ReturnType<typeof release> | undefined;
  let aloud: ReturnType<typeof sitAt> | undefined;
  const look = async () => {
    piped = release(company, ["watch", id]);
    aloud = sitAt(company, ["watch", id, "--plain"]);
    await Promise.all([piped.until("%] production"), aloud.until(hint)]);
  };

  await atHalf(company, look);

  const { code, output } = (await piped?.ended) ?? { code: -1, output: "" };
  expect([code, output]).toEqual([0, expect.stringContaining("100 % of traffic")]);
  expect(output).not.toContain("\u001B");
  expect(output).not.toContain("keys:");
  const heard = await aloud?.ended;
  expect(heard).toMatchObject({ code: 0, terminal: "restored" });
  expect(heard?.shown).not.toContain("\u001B");
  expect(heard?.shown).toMatch(/✓ completed/);
}, 120_000);
