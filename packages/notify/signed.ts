import { createHmac } from "node:crypto";

import { post } from "./post.ts";
import type { ChannelOptions } from "./port.ts";

/** What a webhook says; `id` is the same whenever it is sent again. */
export interface Message {
  readonly id: string;
  /** `release.completed` and the like. */
  readonly type: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly data: unknown;
}

interface To {
  readonly urlFrom: string;
  readonly secretFrom?: string | undefined;
  readonly signal: AbortSignal;
}

/** Posts a message as Standard Webhooks (v1) says, signed where a secret is named. */
export async function sendSigned(
  { id, type, at, data }: Message,
  { urlFrom, secretFrom, signal }: To,
  { fetch, secret, now }: ChannelOptions,
): Promise<void> {
  const body = JSON.stringify({ type, timestamp: at, data });
  const timestamp = String(Math.floor(now() / 1000));
  const headers: Record<string, string> = { "webhook-id": id, "webhook-timestamp": timestamp };
  if (secretFrom !== undefined)
    headers["webhook-signature"] = signatureOf(`${id}.${timestamp}.${body}`, secret(secretFrom));
  await post(fetch, { url: secret(urlFrom), body, headers, repeatable: true, signal });
}

const prefix = "whsec_";

function signatureOf(signed: string, secret: string): string {
  const key = secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), "base64") : Buffer.from(secret);
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
