import { expect, it } from "@jest/globals";

import type { Driver } from "#journal";
import type { ReleasePlan } from "#machine";
import { publishDashboard, type Publication, type Surroundings } from "#stages";

import { foundCompany, type Company } from "./company.ts";
import { workplaceIn, type DriverOptions } from "./drivers.ts";

const second = 1000;
const minute = 60 * second;
const startMs = Date.parse("2026-03-02T10:00:00.000Z");
const once: Publication = { branch: "gh-pages", follow: false, waitMs: 0 };
const follow: Publication = { ...once, follow: true };

type Act = readonly [atMs: number, act: () => Promise<unknown>];

/** Time passes when somebody sleeps, and what is planned for it happens then. After an hour it is over. */
function clockWith(acts: readonly Act[], lateMs = 0): Surroundings["clock"] {
  let now = startMs + lateMs;
  const due = [...acts];
  return {
    now: () => now,
    async sleep(ms) {
      const end = now + ms;
      for (let next = due[0]; next !== undefined && startMs + next[0] <= end; next = due[0]) {
        due.shift();
        now = Math.max(now, startMs + next[0]);
        await next[1]();
      }
      now = end;
      if (now - startMs > 60 * minute) throw new Error("it follows for an hour");
    },
  };
}

/** Another machine publishes. Returns when it pushed, in ms since the beginning. */
async function publish(
  company: Company,
  wanted: Publication,
  options: DriverOptions & { readonly acts?: readonly Act[]; readonly from?: string; readonly lateMs?: number } = {},
): Promise<readonly number[]> {
  const clock = clockWith(options.acts ?? [], options.lateMs);
  const cwd = options.from ?? (await company.clone(`publisher-${Math.random()}`));
  const pushes: number[] = [];
  const workplace = await workplaceIn(company, { ...options, cwd, clock });
  await publishDashboard(workplace, wanted, () => void pushes.push(clock.now() - startMs));
  return pushes;
}

async function begin(company: Company): Promise<Driver> {
  const { journal } = await workplaceIn(company);
  const baseSha = (await company.git("sarah", company.home, "rev-parse", "origin/develop")).trim();
  const plan: ReleasePlan = {
    releaseVersion: "1.1.0",
    releaseType: "standard",
    baseBranch: "develop",
    baseSha,
    targetBranch: "main",
    releaseBranch: "release/1.1.0",
    tag: "v1.1.0",
    gates: [],
    steps: [5, 25, 100],
    stagingStrategy: "rolling",
    productionStrategy: "canary",
    initiatedBy: "sarah",
    configDigest: "c".repeat(64),
  };
  return journal.start("v1.1.0", plan, 1);
}

async function warn(driver: Driver, message: string): Promise<void> {
  driver.observe({ type: "warned", message });
  await driver.flush();
}

/** It waits for people from now on: nothing moves by itself. */
async function park(driver: Driver): Promise<void> {
  await driver.suspend({ waitsFor: "decision", reason: "somebody decides", command: "release promote v1.1.0" });
}

/** A file of the published site, read by a clone that git checks to be whole. */
async function published(company: Company, file: string): Promise<string> {
  const reader = await company.clone(`reader-${Math.random()}`);
  await company.git("sarah", reader, "fetch", "--quiet", "origin", "gh-pages");
  await company.git("sarah", reader, "fsck", "--connectivity-only", "FETCH_HEAD");
  return company.git("sarah", reader, "show", `FETCH_HEAD:${file}`);
}

const page = "releases/v1.1.0.html";

it("shows within a minute what is appended while a release moves, and ends when it waits for people", async () => {
  const company = await foundCompany();
  const driver = await begin(company);

  const pushes = await publish(company, follow, {
    acts: [
      [25 * second, () => warn(driver, "the disk is nearly full")],
      [200 * second, () => park(driver)],
    ],
  });

  expect(pushes).toHaveLength(3);
  const [first = -1, warned = -1, parked = -1] = pushes;
  expect(first).toBe(0);
  expect(warned - 25 * second).toBeLessThanOrEqual(minute);
  expect(parked - 200 * second).toBeLessThanOrEqual(minute);
  expect(await published(company, page)).toContain("somebody decides");
}, 120_000);

it("waits for the first fact of a run that was just asked for", async () => {
  const company = await foundCompany();
  let driver: Driver | undefined;

  const pushes = await publish(
    company,
    { ...follow, waitMs: 3 * minute },
    {
      acts: [
        [100 * second, async () => (driver = await begin(company))],
        [305 * second, async () => driver !== undefined && park(driver)],
      ],
    },
  );

  expect(pushes.map((at) => Math.ceil(at / minute))).toEqual([0, 2, 6]);
}, 120_000);

it("two at once: a site of an older journal never stays, nor replaces a newer one", async () => {
  const company = await foundCompany();
  const driver = await begin(company);
  await publish(company, once);
  let newer: Promise<unknown> = Promise.resolve();
  let older: Promise<unknown> = Promise.resolve();
  const newerIsReady = Promise.withResolvers<undefined>();
  // Both have read the branch; the one has read the journal before the fact, and pushes before the other.
  const overtake = async (): Promise<void> => {
    await warn(driver, "x");
    await park(driver);
    newer = publish(company, once, {
      lateMs: 2 * second,
      rival: {
        branch: "gh-pages",
        act: async () => {
          newerIsReady.resolve(undefined);
          await older;
        },
      },
    });
    await newerIsReady.promise;
  };

  older = publish(company, once, { lateMs: second, rival: { branch: "gh-pages", act: overtake } });
  await older;
  expect(await published(company, page)).not.toContain("somebody decides");
  await newer;

  expect(await published(company, page)).toContain("somebody decides");
}, 120_000);

it("gives up with a clear word when others are always faster", async () => {
  const company = await foundCompany();
  const driver = await begin(company);
  const workplace = await workplaceIn(company, { clock: clockWith([]) });
  let number = 0;
  const push: typeof workplace.git.push = async (updates) => {
    await warn(driver, `number ${(number += 1)}`);
    await publish(company, once);
    return workplace.git.push(updates);
  };

  await expect(
    publishDashboard({ ...workplace, git: { ...workplace.git, push } }, once, () => undefined),
  ).rejects.toMatchObject({ code: "policy", message: expect.stringContaining("Others published to gh-pages") });
  expect(number).toBe(5);
}, 120_000);

it("goes on through an outage of the host: the site is there within a minute of its end", async () => {
  const company = await foundCompany();
  const driver = await begin(company);
  const said: string[] = [];

  const pushes = await publish(company, follow, {
    say: (text) => void said.push(text),
    acts: [
      [5 * second, () => park(driver)],
      [6 * second, () => company.admin.fault({ match: { git: true }, action: { status: 500 } })],
      [75 * second, () => company.admin.clearFaults()],
    ],
  });

  expect(pushes).toHaveLength(2);
  expect((pushes[1] ?? 0) - 75 * second).toBeLessThanOrEqual(minute);
  expect(said.filter((text) => text.includes("stays as it is until the host answers again")).length).toBeGreaterThan(3);
  expect(await published(company, page)).toContain("somebody decides");
}, 120_000);

it("knows that its push arrived when the answer was lost", async () => {
  const company = await foundCompany();
  await park(await begin(company));
  await company.admin.fault({ match: { path: "git-receive-pack$" }, action: "reset", applied: "after", times: 1 });

  expect(await publish(company, once)).toEqual([0]);

  expect(await published(company, page)).toContain("somebody decides");
}, 120_000);

it("killed right before its push, the next one mends it: what only this clone has is pushed", async () => {
  const company = await foundCompany();
  const driver = await begin(company);
  const from = await company.clone("killed");
  await publish(company, once, { from });
  await park(driver);
  const died = new Error("killed");
  const act = async (): Promise<never> => Promise.reject(died);

  await expect(publish(company, once, { from, rival: { branch: "gh-pages", act } })).rejects.toBe(died);
  expect(await published(company, page)).not.toContain("somebody decides");
  await publish(company, once, { from });

  expect(await published(company, page)).toContain("somebody decides");
}, 120_000);
