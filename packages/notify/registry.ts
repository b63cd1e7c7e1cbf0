import { ReleaseFault } from "#faults";

import type { Channel, ChannelOptions } from "./port.ts";
import type { PagerDutySettings } from "./pagerduty.ts";
import type { SlackSettings } from "./slack.ts";
import type { WebhookSettings } from "./webhook.ts";

/** The settings of a channel, by its kind. */
export type ChannelSettings = SlackSettings | PagerDutySettings | WebhookSettings;

/** To add a kind of channel: write one file beside this one, then add one case here. */
export async function openChannel(settings: ChannelSettings, options: ChannelOptions): Promise<Channel> {
  switch (settings.kind) {
    case "slack":
      return (await import("./slack.ts")).createSlack(settings, options);
    case "pagerduty":
      return (await import("./pagerduty.ts")).createPagerDuty(settings, options);
    case "webhook":
      return (await import("./webhook.ts")).createWebhook(settings, options);
  }
}

/** The variables that hold what a channel must keep secret. */
export function variablesOf(settings: ChannelSettings): readonly string[] {
  switch (settings.kind) {
    case "slack":
      return [settings.urlFrom];
    case "pagerduty":
      return [settings.keyFrom];
    case "webhook":
      return settings.secretFrom === undefined ? [settings.urlFrom] : [settings.urlFrom, settings.secretFrom];
  }
}

/** The secrets of a process, by the name of their variable. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): ChannelOptions["secret"] {
  return (variable) => {
    const value = env[variable]?.trim() ?? "";
    if (value !== "") return value;
    throw new ReleaseFault("config", `${variable} is not set`, {
      hint: `Put the secret into the variable ${variable}, in the workflow into the secret RELEASE_NOTIFY_SECRETS as a line ${variable}=…`,
    });
  };
}
