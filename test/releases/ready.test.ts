import { readFile, rename } from "node:fs/promises";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { foundCompany, type Company } from "./company.ts";
import { approved, read, resume, start } from "./drivers.ts";

const id = "v1.1.0";

/** The disk with the versions is away, and so is what served from it; returns what brings the disk back. */
async function loseDisk({ world }: Company): Promise<() => Promise<void>> {
  const home = world.platforms.production;
  const [versions, away] = [path.join(home, "versions"), path.join(home, "away")];
  const restart = async () => {
    const { pid } = JSON.parse(await readFile(path.join(home, "platform.json"), "utf8")) as { pid: number };
    process.kill(pid, "SIGKILL");
  };
  await rename(versions, away);
  await restart();
  return async () => {
    await rename(away, versions);
    await restart();
  };
}

it("a release does not begin where what serves is ill; once it is well again the same release goes on", async () => {
  const company = await foundCompany();
  const bringBack = await loseDisk(company);

  expect(await approved(company, () => start(company))).toEqual({ id, end: "suspended" });

  const { record } = await read(company, id);
  expect(record).toMatchObject({ state: "production", suspended: { waitsFor: "service" } });
  expect(record.suspended?.reason).toContain("v1.0.0, which serves, is not healthy");
  expect(record.suspended?.reason).toContain('release resume v1.1.0 --emergency="…"');
  expect(record.touched.has("production")).toBe(false);
  expect(record.deployments.has("production")).toBe(false);

  await bringBack();
  expect(await resume(company, id)).toEqual({ id, end: "completed" });
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
}, 120_000);
