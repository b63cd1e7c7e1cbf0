import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { realClock } from "#http";
import { askFor, emptyOutbox, rollBackRelease } from "#stages";

import { openReceiver, type Receiver } from "../notify/receiver.ts";
import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, hurried, read, resume, start, workplaceIn } from "./drivers.ts";

let pager: Receiver;
let chat: Receiver;

beforeEach(async () => {
  pager = await openReceiver();
  chat = await openReceiver();
});
afterEach(async () => {
  await pager.close();
  await chat.close();
});

/** What is under way at the end has its time; the waits between tries of a request have none. */
const clock: typeof hurried = {
  ...hurried,
  sleep: (ms, signal) => (ms === 10_000 ? realClock : hurried).sleep(ms, signal),
};

const env = () => ({ PAGER_KEY: "k".repeat(32), CHAT_URL: `${chat.url}/hook` });

const channels = (): Setting => [
  ["notify"],
  {
    warRoom: "https://meet.example.com/war",
    channels: [
      {
        name: "on-call",
        kind: "pagerduty",
        to: "on-call",
        keyFrom: "PAGER_KEY",
        url: `${pager.url}/v2/enqueue`,
        fallback: "leads",
      },
      { name: "chat", kind: "webhook", urlFrom: "CHAT_URL" },
      { name: "leads", kind: "webhook", urlFrom: "CHAT_URL", to: "technical-lead" },
    ],
  },
];

const paged = () => pager.received.map(({ body }) => body["dedup_key"]);
const told = () => chat.received.map(({ body }) => body["type"]);

async function failing(): Promise<Company> {
  return foundCompany({ fault: "production-errors", settings: [channels()] });
}

it("a smoke failure in production pages the on-call with P0 once, and tells everybody how it ended", async () => {
  const company = await failing();

  expect(await approved(company, () => start(company, { env: env(), clock }))).toMatchObject({
    end: "rolled_back",
  });

  expect(paged()).toEqual(["acme/shop v1.1.0 rollback"]);
  expect(pager.received[0]?.body).toMatchObject({ payload: { severity: "critical" } });
  expect(told()).toEqual(["release.rollback", "release.rolled-back"]);
  const said = JSON.stringify(chat.received.map(({ body }) => body));
  expect(said).toContain("smoke tests afterwards: passed");
  expect(said).not.toContain(env().PAGER_KEY);
  // Whoever looks afterwards has nothing left to tell.
  expect(await emptyOutbox(await workplaceIn(company, { env: env() }))).toEqual([]);
  expect(paged()).toHaveLength(1);
});

it("a pager that is down delays nothing: the fallback is told, the record warns, and the next look pages", async () => {
  const company = await failing();
  pager.moods.push(...Array.from({ length: 4 }, () => 500));

  await approved(company, () => start(company, { env: env(), clock }));

  expect(chat.received.filter(({ text }) => text.includes("on-call did not take this notice."))).toHaveLength(1);
  const { record } = await read(company, "v1.1.0");
  expect(record.warnings.join()).toContain("Channel on-call did not take the notice “acme/shop v1.1.0 rollback”");
  const later = { ...clock, now: () => clock.now() + 6 * 60_000 };
  const lookers = await Promise.all(
    ["one", "two"].map(async (run) =>
      workplaceIn(company, { env: { ...env(), GITHUB_RUN_ID: run }, clock: later, person: "sarah" }),
    ),
  );
  const looks = await Promise.all(lookers.map(async (looker) => emptyOutbox(looker)));
  expect(looks.flat()).toMatchObject([{ channel: "on-call", status: "delivered" }]);
  expect(paged()).toHaveLength(5);
  expect(new Set(paged()).size).toBe(1);
});

it("a death after a page and before its record pages under the same key; a process without the secret leaves it", async () => {
  const company = await failing();
  const died = new AbortController();
  const gone = new Error("the machine is gone");
  const hooks = beforeStep("git-revert", async () => {
    while (pager.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    died.abort(gone);
    throw gone;
  });
  // The pager hears, and the answer comes after the death.
  pager.moods.push("silence");
  await approved(company, () => start(company, { env: env(), hooks, signal: died.signal })).catch(() => undefined);
  expect(paged()).toEqual(["acme/shop v1.1.0 rollback"]);

  await resume(company, "v1.1.0", { clock });
  expect(paged()).toHaveLength(1);
  await emptyOutbox(await workplaceIn(company, { env: env(), clock }));

  expect(paged()).toEqual(["acme/shop v1.1.0 rollback", "acme/shop v1.1.0 rollback"]);
  expect(told()).toContain("release.rolled-back");
});

it("a completed release and its rollback by a person are told", async () => {
  const company = await foundCompany({ settings: [channels()] });
  await approved(company, () => start(company, { env: env() }));
  expect(told()).toEqual(["release.completed"]);
  expect(paged()).toEqual([]);

  const wanted = { from: "v1.1.0", reason: "orders fail", requestId: "r1" };
  await rollBackRelease(await workplaceIn(company, { env: env() }), wanted, () => undefined);

  expect(paged()).toEqual(["acme/shop v1.1.0-rollback rollback"]);
  expect(told()).toEqual(["release.completed", "release.rollback", "release.rolled-back"]);
});

it("a question whether a version goes on pages who is on call before it is answered, once, with the commands", async () => {
  const settings: readonly Setting[] = [channels(), [["analysis", "promote", "require"], "proof"]];
  const company = await foundCompany({ settings });
  const say = (text: string) => {
    if (!text.includes("PLEASE DECIDE")) return;
    const id = `yes-${paged().length}-${text.slice(0, 3)}`;
    void (async () => {
      while (paged().length < questions + 1) await new Promise((resolve) => setTimeout(resolve, 5));
      questions += 1;
      await askFor(await workplaceIn(company), "v1.1.0", { kind: "promote", id, reason: "we looked at it" });
    })();
  };
  let questions = 0;

  expect(await approved(company, () => start(company, { env: env(), clock, say }))).toMatchObject({ end: "completed" });

  expect(paged()).toEqual(["acme/shop v1.1.0 hold", "acme/shop v1.1.0 hold 2", "acme/shop v1.1.0 hold 3"]);
  const commands = pager.received.map(({ text }) => /release (?:rollback|abort) v1\.1\.0/.exec(text)?.[0]);
  expect(commands).toEqual(["release abort v1.1.0", "release rollback v1.1.0", "release rollback v1.1.0"]);
}, 120_000);

const everyStep = (): Setting => [
  ["notify"],
  {
    channels: [
      { name: "chat", kind: "slack", urlFrom: "CHAT_URL", events: "all", fallback: "leads" },
      { name: "leads", kind: "webhook", urlFrom: "LEADS_URL", events: ["escalation"] },
    ],
  },
];

const steps = [
  "started",
  "gates-passed",
  "staging-verified",
  "production-begun",
  "canary-step",
  "canary-step 2",
  "completed",
].map((event) => `acme/shop v1.1.0 ${event}`);

/** The names of what chat was told, from the line below each message. */
const chatted = () =>
  chat.received.map(({ body }) => /acme\/shop · (?<key>[^"]+)"/.exec(JSON.stringify(body["blocks"]))?.groups?.["key"]);

it("a channel that asks for all is told each milestone once and in order, with the next command", async () => {
  const company = await foundCompany({ settings: [everyStep()] });

  // It waits, and somebody is asked; whom nobody needs to ask any more is not asked.
  expect(await start(company, { env: env() })).toMatchObject({ end: "suspended" });
  expect(chatted().splice(2)).toEqual(["acme/shop v1.1.0 review-wanted"]);
  await approved(company, () => resume(company, "v1.1.0", { env: env() }));

  expect(chatted().filter((key) => !key?.endsWith("review-wanted"))).toEqual(steps);
  expect(JSON.stringify(chat.received[6]?.body)).toContain("release hold v1.1.0");
}, 120_000);

it("a channel that is down for a whole release costs it nothing; the watchdog tells the rest, in order, and nobody twice", async () => {
  const company = await foundCompany({ settings: [everyStep()] });
  const secrets = { CHAT_URL: `${chat.url}/hook`, LEADS_URL: `${pager.url}/leads` };
  chat.moods.push(...Array.from({ length: 200 }, () => 500));

  expect(await approved(company, () => start(company, { env: secrets, clock }))).toMatchObject({ end: "completed" });

  expect(pager.received.map(({ headers }) => headers["webhook-id"])).toEqual(steps);
  chat.moods.length = 0;
  const before = chat.received.length;
  const later = { ...clock, now: () => clock.now() + 6 * 60_000 };
  const looks = await emptyOutbox(await workplaceIn(company, { env: secrets, clock: later }));
  expect(looks.map(({ status }) => status)).toEqual(looks.map(() => "delivered"));
  expect(chatted().slice(before)).toEqual(steps);
  expect(pager.received).toHaveLength(steps.length);
}, 120_000);
