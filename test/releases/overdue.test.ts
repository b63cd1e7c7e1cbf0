import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { realClock } from "#http";
import type { ReleasePlan } from "#machine";
import { emptyOutbox, remindOfReviews, tellingsOfReminders, type Surroundings } from "#stages";

import { openReceiver, type Receiver } from "../notify/receiver.ts";
import { foundCompany, type Company } from "./company.ts";
import { workplaceIn } from "./drivers.ts";

let onCall: Receiver;
let chat: Receiver;

beforeEach(async () => {
  onCall = await openReceiver();
  chat = await openReceiver();
});
afterEach(async () => {
  await onCall.close();
  await chat.close();
});

const hour = 3_600_000;
const day = 24 * hour;

/** What the watchdog does at this moment. */
async function watch(company: Company, clock: Surroundings["clock"]): Promise<void> {
  const env = { ONCALL: `${onCall.url}/hook`, CHAT: `${chat.url}/hook` };
  const workplace = await workplaceIn(company, { env, clock, person: "bot" });
  await emptyOutbox(workplace, tellingsOfReminders(workplace, await remindOfReviews(workplace)));
}

const later = (ms: number): Surroundings["clock"] => ({ ...realClock, now: () => realClock.now() + ms });

/** A hotfix of an incident, whose review was due an hour ago. Returns the issue that asks for it. */
async function hotfixToReview(company: Company): Promise<number> {
  const { journal, forge } = await workplaceIn(company);
  const baseSha = (await company.git("sarah", company.home, "rev-parse", "origin/develop")).trim();
  const issue = (await company.api("sarah", "POST", "issues", { title: "Review v1.0.1", assignees: ["aisha"] })) as {
    readonly number: number;
  };
  const plan: ReleasePlan = {
    releaseVersion: "1.0.1",
    releaseType: "hotfix",
    baseBranch: "main",
    baseSha,
    targetBranch: "main",
    releaseBranch: "hotfix/1.0.1",
    tag: "v1.0.1",
    gates: [],
    steps: [5, 25, 100],
    stagingStrategy: "rolling",
    productionStrategy: "canary",
    initiatedBy: "sarah",
    configDigest: "c".repeat(64),
    incident: { id: "INC-7", severity: "P0", autoApproved: false },
  };
  const driver = await journal.start("v1.0.1", plan, 1);
  const due = new Date(realClock.now() - hour).toISOString();
  const url = `${forge.webUrl}/issues/${issue.number}`;
  driver.observe({ type: "published", what: "review-issue", url, due });
  await driver.flush();
  await driver.close();
  return issue.number;
}

const channel = (name: string, to: string, urlFrom: string) => ({ name, kind: "webhook", to, urlFrom });

it("an overdue review of a hotfix is told to who is on call once a day, as HOTFIX, until its issue is closed", async () => {
  const channels = [channel("on-call", "on-call", "ONCALL"), channel("chat", "everybody", "CHAT")];
  const company = await foundCompany({ settings: [[["notify"], { channels }]] });
  const issue = await hotfixToReview(company);

  await watch(company, realClock);
  await watch(company, later(hour));
  await watch(company, later(day));
  await company.api("sarah", "PATCH", `issues/${issue}`, { state: "closed" });
  await watch(company, later(2 * day));

  const keys = onCall.received.map(({ headers }) => headers["webhook-id"]);
  expect(keys).toEqual(["acme/shop v1.0.1 review-overdue", "acme/shop v1.0.1 review-overdue 2"]);
  expect(onCall.received[0]?.body).toMatchObject({
    type: "release.review-overdue",
    data: { priority: "P2", labels: ["HOTFIX"], title: expect.stringContaining("the review of hotfix v1.0.1") },
  });
  const reminders = (await company.api("sarah", "GET", `issues/${issue}/comments`)) as readonly {
    readonly body: string;
  }[];
  expect(reminders.map(({ body }) => body.includes("@aisha this review was due at"))).toEqual([true, true]);
  // That it begins has the severity of its incident, and is told to everybody once.
  const begun = chat.received.filter(({ body }) => body["type"] === "release.hotfix");
  expect(begun.map(({ body }) => body["data"])).toMatchObject([{ priority: "P0", labels: ["HOTFIX"] }]);
}, 60_000);
