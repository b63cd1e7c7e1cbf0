import type { Channel, ChannelOptions } from "./port.ts";
import { sendSigned } from "./signed.ts";

export interface WebhookSettings {
  readonly kind: "webhook";
  /** Variable with the address. */
  readonly urlFrom: string;
  /** Variable with the secret that signs: `whsec_` and base64, or any text. */
  readonly secretFrom?: string | undefined;
}

/** Any other tool: the notice as JSON, named and signed as Standard Webhooks (v1) says. `webhook-id` is the key of the notice. */
export function createWebhook({ urlFrom, secretFrom }: WebhookSettings, options: ChannelOptions): Channel {
  return {
    async send(notice, signal) {
      const message = { id: notice.key, type: `release.${notice.event}`, at: notice.at, data: notice };
      await sendSigned(message, { urlFrom, secretFrom, signal }, options);
    },
  };
}
