import { z } from "zod";

import type { Driver, Note } from "#journal";
import type { Fact, ReleaseRecord } from "#machine";
import type { Notice } from "#notify";

import { deliver, isEquipped, noticeOf, wants, type Delivery, type Post } from "./channels.ts";
import { pushesOf } from "./metrics-push.ts";
import type { Workplace } from "../open.ts";
import { tellingsOf, type Telling } from "./notices.ts";

type Channel = Post["notify"]["channels"][number];

/** Tells people how the release goes, beside what goes on. Nothing here stops or delays the release (decision 25). */
export interface Courier {
  /** Looks whether there is something to tell that is recorded and was not told. */
  look(): void;
  /** The last look, once nothing more comes; waits for what is under way for a while. */
  end(): Promise<void>;
}

const patienceMs = 10_000;
/** A page waits no longer for what the channel is told before it. */
const urgentWaitMs = 2_000;
/** Of one notice and channel, by whatever process. */
export const attemptsAtMost = 5;
/** What nobody was told for so long is no news. */
export const newsForMs = 7 * 24 * 3_600_000;

/** Whether people still want to know at `now` (ms since the epoch): an answer that was given is asked of nobody. */
export function isNews({ event, at }: Pick<Telling, "event" | "at">, record: ReleaseRecord, now: number): boolean {
  if (now - Date.parse(at) > newsForMs) return false;
  if (event === "review-wanted") return record.merge === undefined && record.settled === undefined;
  if (event === "approval-wanted") return !record.touched.has("production") && record.settled === undefined;
  return true;
}

/**
 * Only what is recorded is told, and what became of it is recorded too; each process tries a channel once. A death in
 * between tells it again, under the same key.
 */
export function openCourier({ journal }: Pick<Workplace, "journal">, driver: Driver, post: Post): Courier {
  const { clock, notify, metrics } = post;
  const begun = new Set<string>();
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<void>>();
  /** What each channel is told last, by its name. */
  const latest = new Map<string, Promise<unknown>>();

  // A driver whose record was closed already noted beside it what became of its last notices.
  const isFirst = driver.facts.filter(({ type }) => type === "lease-taken").length <= 1;
  let notes: Promise<readonly Delivery[]> | undefined;

  const look = (): void => {
    if (notify.channels.length === 0 && metrics.push.length === 0) return;
    const facts = recorded(driver);
    for (const telling of tellingsOf(facts)) {
      if (!isNews(telling, driver.record, clock.now())) continue;
      const notice = noticeOf(telling, driver.record, post);
      for (const channel of notify.channels) {
        if (!wants(channel, telling.event) || !isEquipped(channel, post.env)) continue;
        once(facts, { key: notice.key, channel: channel.name }, () => inOrder(notice, channel, deliveriesIn(facts)));
      }
    }
    for (const push of pushesOf({ record: driver.record, facts }, post)) once(facts, push, push.deliver);
  };
  const once = (
    facts: readonly Fact[],
    { key, channel }: Pick<Delivery, "key" | "channel">,
    send: () => Promise<readonly Delivery[]>,
  ): void => {
    const name = `${key} ${channel}`;
    if (begun.has(name)) return;
    begun.add(name);
    if (isSettled(deliveriesIn(facts), key, channel)) return;
    const sending = send().then(keep);
    underWay.add(sending);
    void sending.finally(() => underWay.delete(sending));
  };
  const inOrder = (notice: Notice, channel: Channel, known: readonly Delivery[]): Promise<readonly Delivery[]> => {
    const before = latest.get(channel.name) ?? Promise.resolve();
    const isUrgent = notice.priority === "P0" || notice.priority === "P1";
    const waited = new AbortController();
    const turn = isUrgent
      ? Promise.race([before, clock.sleep(urgentWaitMs, waited.signal).catch(() => undefined)])
      : before;
    const sending = turn.then(async () => {
      waited.abort();
      const noted = isFirst ? [] : await (notes ??= notedBefore(journal));
      return isSettled(noted, notice.key, channel.name) ? [] : deliver(notice, channel, post, [...known, ...noted]);
    });
    latest.set(channel.name, sending);
    return sending;
  };
  const keep = (found: readonly Delivery[]): void => {
    // Cut short by the end of this process: nothing is known of it.
    if (post.signal.aborted) return;
    deliveries.push(...found);
    try {
      driver.observe(...found.map((one) => ({ type: "notified" as const, ...one })));
    } catch {
      // Its record is closed, or another's: it is noted at the end.
    }
  };
  return {
    look,
    async end() {
      look();
      const late = new AbortController();
      const waited = clock.sleep(patienceMs, late.signal).catch(() => undefined);
      await Promise.race([Promise.all(underWay), waited]);
      late.abort();
      const known = deliveriesIn(recorded(driver));
      for (const one of deliveries)
        if (!known.some((other) => isSame(one, other)))
          await noteDelivery(journal, driver.id, one).catch(() => undefined);
    },
  };
}

/** What an append has carried: a decision that is held back may still be dropped. */
const recorded = ({ facts }: Driver): readonly Fact[] => facts.filter(({ prev }) => prev !== "");

function deliveriesIn(facts: readonly Fact[]): readonly Delivery[] {
  return facts.flatMap((fact) => (fact.type === "notified" ? [fact] : []));
}

const isSame = (a: Delivery, b: Delivery) => a.key === b.key && a.channel === b.channel && a.status === b.status;

/** What drivers before this one noted; where that cannot be read, people are told twice rather than not at all. */
async function notedBefore(journal: Workplace["journal"]): Promise<readonly Delivery[]> {
  const notes = await journal.notes().catch(() => []);
  return notes.flatMap((note) => {
    const { key, channel } = aboutOf(note) ?? {};
    const isDelivery = note.kind === "notice-delivered" || note.kind === "notice-failed";
    if (key === undefined || channel === undefined || !isDelivery) return [];
    return [{ key, channel, status: note.kind === "notice-delivered" ? "delivered" : "failed" }];
  });
}

const noted = z.object({ key: z.string(), channel: z.string(), reason: z.string().optional() });

/** The notice and channel that a note is about; `undefined` for a note of another kind. */
export function aboutOf({ kind, text }: Note): z.output<typeof noted> | undefined {
  if (kind === "false-positive") return undefined;
  try {
    return noted.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether nothing is left to try. */
export function isSettled(known: readonly Delivery[], key: string, channel: string): boolean {
  const tries = known.filter((one) => one.key === key && one.channel === channel);
  return tries.some(({ status }) => status === "delivered") || tries.length >= attemptsAtMost;
}

/** Notes beside the record what became of a notice. */
export async function noteDelivery(
  journal: Workplace["journal"],
  release: string,
  { key, channel, status, reason }: Delivery,
  attempt = 1,
): Promise<void> {
  const kind = status === "delivered" ? "notice-delivered" : "notice-failed";
  const id = `${kind} ${attempt} ${key} > ${channel}`;
  await journal.note({ id, release, kind, text: JSON.stringify({ key, channel, ...(reason && { reason }) }) });
}
