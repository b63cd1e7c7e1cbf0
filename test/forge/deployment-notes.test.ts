import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Forge } from "#forge";
import { mishaps, startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
}, 30_000);
beforeEach(() => world.rewind());
afterAll(async () => {
  const { badRequests, unknown, ignored } = await world.admin.report();
  await world.stop();
  expect({ badRequests, unknown, ignored }).toEqual({ badRequests: [], unknown: [], ignored: [] });
});

const environment = "production";
const release = "v1.0.0";
const note = `audit log: 12 entries, root ${"A".repeat(43)}=`;
const urls = { logUrl: "https://git.example/runs/1", environmentUrl: "https://shop.example/" };

const deploy = (forge: Forge, description = "v1.0.0 serves all traffic") =>
  forge.ensureDeployment({ environment, sha: world.shas.main, release, state: "success", description, ...urls });
const anchor = (forge: Forge, wanted = note) => forge.noteDeployment({ environment, release, note: wanted });

interface Status {
  readonly state: string;
  readonly description: string;
  readonly log_url: string;
  readonly environment_url: string;
}

async function statuses(): Promise<readonly Status[]> {
  const [found] = await world.read<{ id: number }[]>("/deployments");
  return world.read<Status[]>(`/deployments/${found?.id}/statuses`);
}

const noted = {
  state: "success",
  description: `v1.0.0 serves all traffic · ${note}`,
  log_url: urls.logUrl,
  environment_url: urls.environmentUrl,
};

it("says the last status of a deployment anew with the note, once, and everything else as it was", async () => {
  await deploy(world.open());
  expect(await anchor(world.open())).toBe(true);
  expect(await anchor(world.open())).toBe(true);

  const [last, first, ...others] = await statuses();
  expect(last).toMatchObject(noted);
  expect(first).toMatchObject({ description: "v1.0.0 serves all traffic" });
  expect(others).toEqual([]);
});

it("puts a newer note in the place of an older one, and cuts only what is before it", async () => {
  const forge = world.open();
  await deploy(forge, "long ".repeat(40));
  await anchor(forge);
  await anchor(forge, note.replace("12", "13"));

  const said = (await statuses()).map(({ description }) => description);
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/^long .*… · audit log: 13 entries, root A{43}=$/);
  for (const description of said) expect(description.length).toBeLessThanOrEqual(140);
});

it("does nothing where there is no deployment of the release", async () => {
  expect(await anchor(world.open())).toBe(false);
  await deploy(world.open());
  expect(await world.open().noteDeployment({ environment: "staging", release, note })).toBe(false);
  expect(await world.open().noteDeployment({ environment, release: "v9.9.9", note })).toBe(false);
  expect(await statuses()).toHaveLength(1);
});

it("is read back with who said it and when, newest first", async () => {
  const forge = world.open();
  await deploy(forge);
  await anchor(forge);

  const notes = await world.open().deploymentNotes(environment);

  expect(notes.map(({ description }) => description)).toEqual([noted.description, "v1.0.0 serves all traffic"]);
  expect(notes[0]).toMatchObject({ release, by: expect.stringMatching(/./), at: expect.stringMatching(/^\d{4}-/) });
});

describe("noting survives", () => {
  it.each(mishaps)("%s", async (_name, fault) => {
    await deploy(world.open());
    await world.admin.fault({ match: { method: "POST", path: "/statuses$" }, times: 1, ...fault });

    await anchor(world.open());

    expect((await statuses()).map(({ description }) => description)).toEqual([
      noted.description,
      "v1.0.0 serves all traffic",
    ]);
  });

  it("a death after it, before anybody knew", async () => {
    await deploy(world.open());
    await world.admin.fault({
      match: { method: "POST", path: "/statuses$" },
      action: { status: 500 },
      applied: "after",
    });
    await anchor(world.open()).catch(() => {});
    await world.admin.clearFaults();
    await anchor(world.open());

    expect((await statuses()).filter(({ description }) => description === noted.description)).toHaveLength(1);
  });
});
