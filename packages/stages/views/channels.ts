import { milestoneEvents, noticeEvents, type Config, type NoticeEvent } from "#config";
import { asFault } from "#faults";
import type { Forge } from "#forge";
import { createFetch } from "#http";
import type { ReleaseRecord } from "#machine";
import { openChannel, receiverVariables, secretsIn, variablesOf, type Notice } from "#notify";
import type { Scrubber } from "#scrub";

import type { StageClock } from "../context.ts";
import type { Telling } from "./notices.ts";

type ChannelConfig = Config["notify"]["channels"][number];

/** What a channel gets unless `events` says otherwise. */
const eventsFor: Readonly<Record<ChannelConfig["to"], readonly NoticeEvent[]>> = {
  everybody: noticeEvents.filter((event) => !milestoneEvents.has(event)),
  "on-call": ["rollback", "escalation", "hold", "review-overdue"],
  "technical-lead": ["escalation"],
};

/** Whether a channel is told of such an event. */
export function wants({ events, to }: ChannelConfig, event: NoticeEvent): boolean {
  const wanted = events ?? eventsFor[to];
  return wanted === "all" || wanted.includes(event);
}

/** What people should know of their channels before a release begins. */
export function channelNotes(
  { notify: { channels }, metrics }: Pick<Config, "notify" | "metrics">,
  env: Post["env"],
): readonly string[] {
  const lacking = [
    ...channels.flatMap((channel) =>
      lackingFor(channel, env).map((variable) => `channel ${channel.name} needs ${variable}, which is not set here`),
    ),
    ...metrics.push.flatMap((receiver) =>
      unset(receiverVariables(receiver), env).map(
        (variable) => `metrics.push ${receiver.name} needs ${variable}, which is not set here`,
      ),
    ),
  ];
  if (channels.some((channel) => wants(channel, "escalation"))) return lacking;
  return ["warning: nobody is paged when a rollback fails: no channel of notify takes escalations", ...lacking];
}

/** What is needed to reach people; secrets are read by name when something is sent. */
export interface Post {
  readonly notify: Config["notify"];
  readonly metrics: Config["metrics"];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly forge: Pick<Forge, "repository" | "webUrl">;
  readonly clock: StageClock;
  readonly fetch: typeof fetch;
  readonly scrub: Scrubber;
  readonly signal: AbortSignal;
}

/** What became of a notice at one channel. */
export interface Delivery {
  readonly key: string;
  readonly channel: string;
  readonly status: "delivered" | "failed";
  readonly reason?: string;
}

/** Whether this process was given what the channel needs: a job that was not leaves it to one that was. */
export function isEquipped(channel: ChannelConfig, env: Post["env"]): boolean {
  return lackingFor(channel, env).length === 0;
}

function lackingFor(channel: ChannelConfig, env: Post["env"]): readonly string[] {
  return unset(variablesOf(channel), env);
}

/** The variables that this process was not given. */
export function unset(variables: readonly string[], env: Post["env"]): readonly string[] {
  return variables.filter((variable) => (env[variable] ?? "").trim() === "");
}

/** A `fetch` for all channels of a process: what they do not take in a minute is left to the next command. */
export function fetchForChannels(options: { readonly fetch: typeof fetch; readonly clock: StageClock }): typeof fetch {
  return createFetch({ ...options, timeoutMs: 10_000, maxWaitMs: 30_000 });
}

/** The notice as it is sent: named by repository, release and event, with its addresses, without secrets. */
export function noticeOf(telling: Telling, record: ReleaseRecord | undefined, post: Post): Notice {
  const { number, run, ...said } = telling;
  const { repository, webUrl } = post.forge;
  const isFirst = number === undefined || number <= 1;
  const key = `${repository} ${said.release} ${said.event}${isFirst ? "" : ` ${number}`}`.slice(0, 255);
  const pull = record?.pullRequest;
  const { warRoom } = post.notify;
  const shown = post.scrub.value({
    ...said,
    key,
    source: repository,
    links: [
      ...(said.priority === "P0" && warRoom !== undefined ? [{ text: "war room", url: warRoom }] : []),
      ...(run === undefined ? [] : [{ text: `run ${run}`, url: `${webUrl}/actions/runs/${run}` }]),
      ...(pull === undefined ? [] : [{ text: `pull request ${pull.number}`, url: pull.url }]),
      { text: repository, url: webUrl },
    ],
  });
  // The commands of the target hold no secret, and a redacted one helps nobody; they stand in the record like this.
  return { ...shown, commands: said.commands };
}

/** Sends a notice to a channel, and where that takes nothing to its fallback too, unless that one is known to have it. Never throws: the answer says what became of it. */
export async function deliver(
  notice: Notice,
  channel: ChannelConfig,
  post: Post,
  known: readonly Delivery[],
): Promise<readonly Delivery[]> {
  const first = await deliverTo(notice, channel, post);
  if (first.status === "delivered") return [first];
  const next = post.notify.channels.find(({ name }) => name === channel.fallback);
  // Told anyway, or unable here.
  if (next === undefined || wants(next, eventOf(notice)) || !isEquipped(next, post.env)) return [first];
  const isTold = known.some((one) => one.key === notice.key && one.channel === next.name && one.status === "delivered");
  if (isTold) return [first];
  const remark = `${channel.name} did not take this notice.`;
  return [first, await deliverTo({ ...notice, lines: [...notice.lines, remark] }, next, post)];
}

async function deliverTo(notice: Notice, channel: ChannelConfig, post: Post): Promise<Delivery> {
  const about = { key: notice.key, channel: channel.name };
  try {
    const options = { fetch: post.fetch, now: () => post.clock.now(), secret: secretsIn(post.env) };
    await (await openChannel(channel, options)).send(notice, post.signal);
    return { ...about, status: "delivered" };
  } catch (thrown) {
    return { ...about, status: "failed", reason: post.scrub.text(asFault(thrown).message) };
  }
}

function eventOf({ event }: Notice): NoticeEvent {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a notice is made of a telling
  return event as NoticeEvent;
}
