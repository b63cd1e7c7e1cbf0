import { createHmac } from "node:crypto";

import { post } from "./post.ts";
import type { Channel, ChannelOptions } from "./port.ts";

export interface WebhookSettings {
  readonly kind: "webhook";
  /** Variable with the address. */
  readonly urlFrom: string;
  /** Variable with the secret that signs: `whsec_` and base64, or any text. */
  readonly secretFrom?: string | undefined;
}

/** Any other tool: the notice as JSON, named and signed as Standard Webhooks (v1) says. `webhook-id` is the key of the notice. */
export function createWebhook(
  { urlFrom, secretFrom }: WebhookSettings,
  { fetch, secret, now }: ChannelOptions,
): Channel {
  return {
    async send(notice, signal) {
      const body = JSON.stringify({ type: `release.${notice.event}`, timestamp: notice.at, data: notice });
      const timestamp = String(Math.floor(now() / 1000));
      const headers: Record<string, string> = { "webhook-id": notice.key, "webhook-timestamp": timestamp };
      if (secretFrom !== undefined)
        headers["webhook-signature"] = signatureOf(`${notice.key}.${timestamp}.${body}`, secret(secretFrom));
      await post(fetch, { url: secret(urlFrom), body, headers, repeatable: true, signal });
    },
  };
}

const prefix = "whsec_";

function signatureOf(signed: string, secret: string): string {
  const key = secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), "base64") : Buffer.from(secret);
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
