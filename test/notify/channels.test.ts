import { createHmac } from "node:crypto";

import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { Ajv } from "ajv";

import { createFetch } from "#http";
import { openChannel, secretsIn, type ChannelSettings, type Notice } from "#notify";

import { openReceiver, type Receiver } from "./receiver.ts";

let receiver: Receiver;
const slept: number[] = [];

beforeEach(async () => {
  receiver = await openReceiver();
  slept.length = 0;
});
afterEach(async () => receiver.close());

const notice: Notice = {
  key: "acme/shop v1.1.0 escalation",
  release: "v1.1.0",
  event: "escalation",
  priority: "P0",
  labels: ["HOTFIX"],
  title: "The rollback of v1.1.0 failed <!channel>",
  lines: ["a & b", `long ${"x".repeat(4_000)}`],
  commands: ["kubectl rollout undo"],
  links: [{ text: "war room", url: "https://meet.example.com/war" }],
  at: "2026-03-01T10:00:00.000Z",
  source: "acme/shop",
};

const slack: ChannelSettings = { kind: "slack", urlFrom: "SLACK", mention: "S0ONCALL" };
const pagerduty = (): ChannelSettings => ({ kind: "pagerduty", keyFrom: "PD", url: `${receiver.url}/v2/enqueue` });
const webhook: ChannelSettings = { kind: "webhook", urlFrom: "HOOK", secretFrom: "HOOK_SECRET" };
const hookKey = Buffer.from("a key of thirty-two bytes length");

async function send(settings: ChannelSettings, { timeoutMs = 1_000 } = {}): Promise<void> {
  const clock = {
    now: () => 1_772_360_000_000,
    sleep: async (ms: number) => void slept.push(ms),
  };
  const env = {
    SLACK: `${receiver.url}/services/T0/B0/secret`,
    PD: "r".repeat(32),
    HOOK: `${receiver.url}/hook`,
    HOOK_SECRET: `whsec_${hookKey.toString("base64")}`,
  };
  const options = { fetch: createFetch({ clock, timeoutMs }), now: clock.now, secret: secretsIn(env) };
  await (await openChannel(settings, options)).send(notice, new AbortController().signal);
}

/** What the events API takes, restated from PagerDuty/api-schema, reference/events-v2/openapiv3.json at 5cd58ff. */
const enqueue = {
  type: "object",
  required: ["routing_key", "event_action"],
  additionalProperties: false,
  properties: {
    routing_key: { type: "string" },
    event_action: { enum: ["trigger", "acknowledge", "resolve"] },
    dedup_key: { type: "string", maxLength: 255 },
    client: { type: "string" },
    client_url: { type: "string" },
    images: { type: "array" },
    links: {
      type: "array",
      items: {
        type: "object",
        required: ["href"],
        additionalProperties: false,
        properties: { href: { type: "string" }, text: { type: "string" } },
      },
    },
    payload: {
      type: "object",
      required: ["summary", "severity", "source"],
      additionalProperties: false,
      properties: {
        summary: { type: "string", maxLength: 1_024 },
        timestamp: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$" },
        severity: { enum: ["critical", "warning", "error", "info"] },
        source: { type: "string" },
        component: { type: "string" },
        group: { type: "string" },
        class: { type: "string" },
        custom_details: { type: "object" },
      },
    },
  },
};

it("pages by PagerDuty's schema, with one key for one event", async () => {
  await send(pagerduty());
  await send(pagerduty());

  const [first, second] = receiver.received;
  const validate = new Ajv({ allErrors: true }).compile(enqueue);
  expect([validate(first?.body), validate.errors]).toEqual([true, null]);
  expect(first).toMatchObject({
    path: "/v2/enqueue",
    body: { dedup_key: "acme/shop v1.1.0 escalation", payload: { severity: "critical", source: "acme/shop" } },
  });
  expect(second?.body).toEqual(first?.body);
});

it("writes into Slack within its limits, calls whom it is told to, and lets foreign words call nobody", async () => {
  await send(slack);

  const { body, text, path } = receiver.received[0] ?? {};
  expect(path).toBe("/services/T0/B0/secret");
  const blocks = body?.["blocks"] as readonly { readonly text?: { readonly text: string } }[];
  expect(blocks.map((block) => block.text?.text.length ?? 0).every((length) => length <= 3_000)).toBe(true);
  expect(blocks[0]?.text?.text).toBe("🚨 P0 HOTFIX The rollback of v1.1.0 failed <!channel>");
  expect(blocks[1]?.text?.text.startsWith("<!subteam^S0ONCALL>\na &amp; b")).toBe(true);
  expect(body?.["text"]).toContain("&lt;!channel&gt;");
  expect(text).toContain("kubectl rollout undo");
});

it("signs a webhook as Standard Webhooks says, under the key of the notice", async () => {
  await send(webhook);

  const { headers, text } = receiver.received[0] ?? {};
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = headers ?? {};
  expect([id, at]).toEqual([notice.key, "1772360000"]);
  const wanted = createHmac("sha256", hookKey)
    .update(`${String(id)}.${String(at)}.${text}`)
    .digest("base64");
  expect(signature).toBe(`v1,${wanted}`);
});

it("is patient with 429 and 500 where a repeat tells nobody twice, and waits as long as it is asked to", async () => {
  receiver.moods.push(500, 429, 503, 202);

  await send(pagerduty());

  expect(receiver.received).toHaveLength(4);
  expect(slept).toEqual([5_000, 1_000, 45_000]);
});

it("sends to Slack again only what surely did not arrive", async () => {
  receiver.moods.push(429, 500);

  await expect(send(slack)).rejects.toMatchObject({ code: "remote", message: expect.stringContaining("answered 500") });

  expect(receiver.received).toHaveLength(2);
});

it("gives up on silence, and on a secret that is refused or missing, without telling it", async () => {
  receiver.moods.push("silence");
  await expect(send(slack, { timeoutMs: 50 })).rejects.toMatchObject({ code: "remote" });
  receiver.moods.push(403);
  const refused = await send(slack).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ code: "config", message: `${new URL(receiver.url).host} answered 403` });
  await expect(send({ kind: "slack", urlFrom: "NOWHERE" })).rejects.toMatchObject({
    code: "config",
    message: "NOWHERE is not set",
  });
});

it("carries no secret to where it is redirected", async () => {
  receiver.moods.push(307);
  await expect(send(pagerduty())).rejects.toMatchObject({ code: "config" });
  expect(receiver.received).toHaveLength(1);
});
