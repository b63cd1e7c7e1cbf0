import { expect, it, jest } from "@jest/globals";

import { continueRedeployJob, redeploy, validateJob, wakeByEvent, watchJob, type Sighting } from "#stages";

import { breakByHand } from "../support/broken.ts";
import { foundCompany, type Company } from "../releases/company.ts";
import { approved, read, start, workplaceIn, type DriverOptions } from "../releases/drivers.ts";
import { hireRunners, type Runners } from "./runners.ts";

// A whole release comes first.
jest.setTimeout(180_000);

const id = "v1.1.0-redeploy-production";
const environment = "production";
const wanted = { environment, reason: "somebody broke it" } as const;

/** A re-deploy whose driver died right after the version was brought up. */
async function died(): Promise<{ readonly company: Company; readonly runners: Runners }> {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  await breakByHand(company.world, { version: "v1.0.0", gone: "v1.1.0" });
  const gone = new Error("the runner is gone");
  const death = new AbortController();
  const hooks: DriverOptions["hooks"] = {
    onEffect: async (phase, name) => {
      if (phase !== "after" || !name.endsWith("/bring-up")) return;
      death.abort(gone);
      throw gone;
    },
  };
  const driver = await workplaceIn(company, { hooks, signal: death.signal });
  await expect(redeploy(driver, wanted, () => undefined)).rejects.toThrow();
  return { company, runners: hireRunners(company.world) };
}

let watches = 0;

async function look(runners: Runners): Promise<readonly Sighting[]> {
  watches += 1;
  const machine = await runners.machine({ GITHUB_RUN_ID: String(9100 + watches) });
  return watchJob(machine, wakeByEvent(machine));
}

/** A run that our own event started: its actor has no role. */
const woken = (runners: Runners, event = "repository_dispatch") =>
  runners.machine({
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "github-actions[bot]",
    GITHUB_TRIGGERING_ACTOR: "github-actions[bot]",
    GITHUB_EVENT_NAME: event,
    GITHUB_RUN_ID: "7102",
  });

it("the watchdog wakes a re-deploy whose driver died, once, and the run that follows ends it", async () => {
  const { company, runners } = await died();
  const { admin } = company;

  const both = await Promise.all([look(runners), look(runners)]);

  expect(both.flatMap((seen) => seen.map(({ did }) => did)).toSorted()).toEqual(["left", "woke"]);
  const events = await admin.events({ owner: "acme", name: "shop" });
  expect(events.map(({ payload }) => payload)).toEqual([{ release: id, redeploy: "production" }]);
  expect(await validateJob(await woken(runners), { kind: "resume", id })).toMatchObject({ outcome: "refused" });

  const end = await continueRedeployJob(await woken(runners), { id, environment });

  expect(end).toMatchObject({ id, outcome: "redeployed" });
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
  const { record, facts, live } = await read(company, id);
  expect([live, record.settled?.outcome]).toEqual([false, "redeployed"]);
  expect(facts.filter(({ type }) => type === "deployment-started")).toHaveLength(1);
  expect(await look(runners)).toEqual([]);
  // The event may come twice.
  expect(await continueRedeployJob(await woken(runners), { id, environment })).toMatchObject({ outcome: "redeployed" });
  expect((await read(company, id)).facts).toHaveLength(facts.length);
});

it("the event begins nothing, touches no other environment, and gives a person without a role nothing", async () => {
  const { company, runners } = await died();
  await company.admin.clock({ advanceMs: 300_000 });
  const before = (await read(company, id)).facts.length;

  for (const [asked, message] of [
    [{ id: "v1.1.0", environment }, "v1.1.0 is no re-deploy of production"],
    [{ id, environment: "staging" }, `${id} is no re-deploy of staging`],
    [{ id: "v9.9.9-redeploy-production", environment }, "There is no release"],
  ] as const)
    await expect(continueRedeployJob(await woken(runners), asked)).rejects.toThrow(message);
  await expect(
    continueRedeployJob(await woken(runners, "workflow_dispatch"), { id, environment }),
  ).rejects.toMatchObject({ code: "permission" });

  expect((await read(company, id)).facts).toHaveLength(before);
});
