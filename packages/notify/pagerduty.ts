import { post } from "./post.ts";
import type { Channel, ChannelOptions, Notice } from "./port.ts";

export interface PagerDutySettings {
  readonly kind: "pagerduty";
  /** Variable with the integration key of a service (Events API v2). */
  readonly keyFrom: string;
  /** Where events go; EU accounts have another address. */
  readonly url: string;
}

const severities = { P0: "critical", P1: "error", P2: "warning", P3: "info" } as const;

/** PagerDuty's Events API v2. Its `dedup_key` is the key of the notice: whatever is sent again pages nobody again. */
export function createPagerDuty({ keyFrom, url }: PagerDutySettings, { fetch, secret }: ChannelOptions): Channel {
  return {
    async send(notice, signal) {
      const body = JSON.stringify(eventOf(notice, secret(keyFrom)));
      await post(fetch, { url, body, repeatable: true, signal });
    },
  };
}

/** PagerDuty takes 1,024 characters of a summary, and 512 KB in all. */
const summaryAtMost = 1_024;
const detailsAtMost = 20_000;

function eventOf(notice: Notice, routingKey: string) {
  const { key, release, event, priority, labels, title, lines, commands, links, at, source } = notice;
  return {
    routing_key: routingKey,
    event_action: "trigger",
    dedup_key: key,
    client: "Release Command",
    links: links.map(({ text, url }) => ({ href: url, text })),
    payload: {
      summary: [priority, ...labels, title].join(" ").slice(0, summaryAtMost),
      timestamp: at,
      severity: severities[priority],
      source,
      component: release,
      class: event,
      custom_details: {
        priority,
        details: lines.join("\n").slice(0, detailsAtMost),
        ...(commands.length === 0 ? {} : { "by hand": commands.join("\n").slice(0, detailsAtMost) }),
      },
    },
  };
}
