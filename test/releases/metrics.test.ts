import { createHmac } from "node:crypto";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { realClock } from "#http";
import { emptyOutbox } from "#stages";

import { openReceiver, type Receiver } from "../notify/receiver.ts";
import { foundCompany, type Setting } from "./company.ts";
import { approved, hurried, start, workplaceIn } from "./drivers.ts";

let manager: Receiver;
let collector: Receiver;

beforeEach(async () => {
  manager = await openReceiver();
  collector = await openReceiver();
});
afterEach(async () => {
  await manager.close();
  await collector.close();
});

/** What is under way at the end has its time; the waits between tries of a request have none. */
const clock: typeof hurried = {
  ...hurried,
  sleep: (ms, signal) => (ms === 10_000 ? realClock : hurried).sleep(ms, signal),
};

const env = () => ({
  MANAGER_URL: `${manager.url}/metrics`,
  MANAGER_KEY: "whsec_c2VjcmV0IG9mIHRoZSBtYW5hZ2Vy",
  COLLECTOR_URL: collector.url,
  COLLECTOR_HEADERS: "x-api-key=abc%20def",
});

const receivers: Setting = [
  ["metrics"],
  {
    push: [
      { name: "manager-dashboard", kind: "webhook", urlFrom: "MANAGER_URL", secretFrom: "MANAGER_KEY" },
      { name: "collector", kind: "otlp", urlFrom: "COLLECTOR_URL", headersFrom: "COLLECTOR_HEADERS" },
    ],
  },
];

it("sends what was measured once the release is over, signed, and as OTLP; a receiver that is down gets it later", async () => {
  const company = await foundCompany({ settings: [receivers] });
  collector.moods.push(500, 500, 500, 500);

  expect(await approved(company, () => start(company, { env: env(), clock }))).toMatchObject({ end: "completed" });

  const [sent] = manager.received;
  const key = "acme/shop v1.1.0 metrics completed";
  expect(manager.received).toHaveLength(1);
  expect(sent?.headers["webhook-id"]).toBe(key);
  const signed = `${key}.${String(sent?.headers["webhook-timestamp"])}.${sent?.text}`;
  const secret = Buffer.from("secret of the manager");
  expect(sent?.headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", secret).update(signed).digest("base64")}`);
  expect(sent?.body).toMatchObject({
    type: "release.completed",
    data: {
      schema: 1,
      repository: "acme/shop",
      release: {
        id: "v1.1.0",
        outcome: "completed",
        live: false,
        cycleMs: expect.any(Number),
        gatesCompliant: true,
        humanActions: {
          n: 2,
          by: [
            { name: "approve", count: 1 },
            { name: "start", count: 1 },
          ],
        },
        commits: { leadMs: { median: expect.any(Number) } },
      },
    },
  });
  const failed = collector.received.length;
  expect(failed).toBeGreaterThan(0);

  const later = { ...clock, now: () => clock.now() + 6 * 60_000 };
  const look = async () => emptyOutbox(await workplaceIn(company, { env: env(), clock: later }));
  expect(await look()).toEqual([{ key, channel: "metrics collector", status: "delivered" }]);
  expect(collector.received).toHaveLength(failed + 1);
  const last = collector.received.at(-1);
  expect(last?.path).toBe("/v1/metrics");
  expect(last?.headers["x-api-key"]).toBe("abc def");
  expect(last?.text).toContain("release_cycle_time_seconds");
  // Whoever looks afterwards has nothing left to send.
  expect(await look()).toEqual([]);
  expect(manager.received).toHaveLength(1);
});
