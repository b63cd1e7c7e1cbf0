import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { realClock } from "#http";
import { releaseReport } from "#report";
import { rollBackRelease } from "#stages";
import { openLocalPlatform } from "#targets";

import { openReceiver, type Receiver } from "../notify/receiver.ts";
import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, read, resume, start, workplaceIn, type DriverOptions } from "./drivers.ts";

let pager: Receiver;

beforeEach(async () => {
  pager = await openReceiver();
});
afterEach(async () => pager.close());

const env = () => ({ PAGER: `${pager.url}/hook` });

/** What only the new version answers: after a rollback it fails. */
const settings = (): readonly Setting[] => [
  [["smoke", "api"], [{ name: "where", path: "/where", contains: '"path"' }]],
  [
    ["notify"],
    {
      warRoom: "https://meet.example.com/war",
      channels: [{ name: "on-call", kind: "webhook", urlFrom: "PAGER", to: "on-call" }],
    },
  ],
];

it("smoke tests that fail after the rollback escalate with P0: what production shows, what to type, whom to call; a death loses none", async () => {
  const company = await foundCompany({ settings: settings() });
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  const gone = new Error("the machine is gone");
  const died = new AbortController();
  const hooks: DriverOptions["hooks"] = {
    onEffect: async (phase, name) => {
      if (phase !== "after" || !name.endsWith("/incident-issue")) return;
      died.abort(gone);
      throw gone;
    },
  };
  const wanted = { from: "v1.1.0", reason: "orders fail", requestId: "r1" };
  const killed = await workplaceIn(company, { env: env(), hooks, signal: died.signal });
  await expect(rollBackRelease(killed, wanted, () => undefined)).rejects.toThrow();

  expect(await resume(company, "v1.1.0-rollback", { env: env() })).toMatchObject({ end: "rolled_back" });

  const { record, facts } = await read(company, "v1.1.0-rollback");
  expect(record.escalation?.reason).toContain("Smoke tests failed after the rollback: ");
  expect(record.escalation?.shows?.join("\n")).toMatch(/v1\.0\.0: 100 % of traffic[^]*war room: https:/);
  expect(record.escalation?.manualSteps.length).toBeGreaterThan(0);
  const pages = pager.received.filter(({ body }) => body["type"] === "release.escalation");
  expect(new Set(pages.map(({ headers }) => headers["webhook-id"]))).toEqual(
    new Set(["acme/shop v1.1.0-rollback escalation"]),
  );
  expect(pages[0]?.body["data"]).toMatchObject({ priority: "P0", commands: record.escalation?.manualSteps });
  const issues = (await company.api("sarah", "GET", "issues?labels=incident&state=all")) as readonly {
    readonly title: string;
    readonly body: string;
  }[];
  expect(issues.map(({ title }) => title)).toEqual(["P0: the rollback of v1.1.0 failed"]);
  const report = releaseReport(facts);
  for (const text of [issues[0]?.body ?? "", report]) {
    expect(text).toContain("### The rollback failed");
    expect(text).toMatch(/traffic back \|[^|]+\|[^|]+\| < 2 min/);
    expect(text).toContain("### Recommendations");
  }
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "revert/v1.1.0");
  const changelog = await company.git("sarah", company.home, "show", "FETCH_HEAD:CHANGELOG.md");
  expect(changelog).toMatch(/Rolled back on[^]*issues\/\d+/);
}, 180_000);

/** Somebody takes the version before away: the platform keeps it without traffic, as one that may not come back. */
async function takeAwayBefore({ world }: Company): Promise<void> {
  const options = { port: 0, clock: realClock, signal: new AbortController().signal };
  const platform = await openLocalPlatform(world.platforms.production, options);
  const snapshot = await platform.snapshot();
  const kept = snapshot.revisions.filter(({ version }) => version === "v1.1.0");
  await platform.restore({ ...snapshot, revisions: kept.map((one) => ({ ...one, percent: 100 })), serving: "v1.1.0" });
}

it("a version before that is gone cannot come back: people are called once, with what production shows", async () => {
  const [, notify] = settings();
  const company = await foundCompany({ fault: "production-errors", settings: notify === undefined ? [] : [notify] });
  const hooks = beforeStep("revert-traffic", async () => takeAwayBefore(company));

  const end = await approved(company, () => start(company, { env: env(), hooks }));

  expect(end).toMatchObject({ end: "rolled_back" });
  const { record, facts } = await read(company, "v1.1.0");
  expect(record.escalation).toMatchObject({
    reason: "Traffic could not be reverted: Cannot rollback, previous version v1.0.0 not deployed",
    shows: expect.arrayContaining([expect.stringMatching(/^v1\.1\.0: 100 % of traffic/)]),
  });
  expect(record.escalation?.manualSteps.length).toBeGreaterThan(0);
  expect(facts.filter(({ type }) => type === "escalated")).toHaveLength(1);
  expect(pager.received.map(({ body }) => body["type"])).toEqual(["release.rollback", "release.escalation"]);
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
}, 180_000);
