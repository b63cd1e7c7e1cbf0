import { z } from "zod";

/** What people can be told of. */
export const noticeEvents = [
  "rollback",
  "rolled-back",
  "escalation",
  "hold",
  "hotfix",
  "failed",
  "completed",
  "false-positive",
  "review-overdue",
  "report-failed",
  "started",
  "gate-failed",
  "gates-passed",
  "review-wanted",
  "staging-verified",
  "approval-wanted",
  "production-begun",
  "canary-step",
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

/** How far a release has come: for those who ask for it. Whom it needs, what goes wrong and how it ends is for everybody. */
export const milestoneEvents: ReadonlySet<NoticeEvent> = new Set([
  "started",
  "gate-failed",
  "gates-passed",
  "staging-verified",
  "production-begun",
  "canary-step",
]);

/** The name of a variable for what we send. Never a credential that the release has for something else: whoever writes this file must not send those away. */
export const channelVariable = z
  .string()
  .regex(/^[A-Za-z_]\w*$/, "must be the name of a variable, like SLACK_WEBHOOK_URL")
  .regex(/^(?!GITHUB_|GH_|ACTIONS_|RUNNER_|RELEASE_|AWS_)/i, "must name a variable that is for channels only");

const common = {
  /** Names it in records and in `fallback`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a short name in lower case, like on-call"),
  /** Who reads it: decides what is sent there, unless `events` does. */
  to: z.enum(["everybody", "on-call", "technical-lead"]).default("everybody"),
  events: z.union([z.literal("all"), z.array(z.enum(noticeEvents)).min(1)]).optional(),
  /** The channel that is told what this one does not take. */
  fallback: z.string().optional(),
};

/** Where people are told how releases go. */
export const notifySchema = z.strictObject({
  /** Where people meet when a rollback failed. */
  warRoom: z.url({ protocol: /^https?$/, error: "must be a web address" }).optional(),
  channels: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          ...common,
          kind: z.literal("slack"),
          urlFrom: channelVariable,
          mention: z
            .string()
            .regex(/^(?:here|channel|[USW][A-Z0-9]{2,})$/, "must be here, channel, or the id of a user or a group")
            .optional(),
        }),
        z.strictObject({
          ...common,
          kind: z.literal("pagerduty"),
          keyFrom: channelVariable,
          url: z.url({ protocol: /^https?$/ }).default("https://events.pagerduty.com/v2/enqueue"),
        }),
        z.strictObject({
          ...common,
          kind: z.literal("webhook"),
          urlFrom: channelVariable,
          secretFrom: channelVariable.optional(),
        }),
      ]),
    )
    .default([]),
});

export type NotifySettings = z.output<typeof notifySchema>;
