import type { Driver } from "#journal";
import type { Fact } from "#machine";

import { deliver, isEquipped, noticeOf, wants, type Delivery, type Post } from "./channels.ts";
import { pushesOf } from "./metrics-push.ts";
import type { Workplace } from "./open.ts";
import { tellingsOf } from "./notices.ts";

/** Tells people how the release goes, beside what goes on. Nothing here stops or delays the release (decision 25). */
export interface Courier {
  /** Looks whether there is something to tell that is recorded and was not told. */
  look(): void;
  /** The last look, once nothing more comes; waits for what is under way for a while. */
  end(): Promise<void>;
}

const patienceMs = 10_000;
/** Of one notice and channel, by whatever process. */
export const attemptsAtMost = 5;
/** What nobody was told for so long is no news. */
export const newsForMs = 7 * 24 * 3_600_000;

/**
 * Only what is recorded is told, and what became of it is recorded too; each process tries a channel once. A death in
 * between tells it again, under the same key.
 */
export function openCourier({ journal }: Pick<Workplace, "journal">, driver: Driver, post: Post): Courier {
  const { clock, notify, metrics } = post;
  const begun = new Set<string>();
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<void>>();

  const look = (): void => {
    if (notify.channels.length === 0 && metrics.push.length === 0) return;
    const facts = recorded(driver);
    for (const telling of tellingsOf(facts)) {
      if (clock.now() - Date.parse(telling.at) > newsForMs) continue;
      const notice = noticeOf(telling, driver.record, post);
      for (const channel of notify.channels) {
        if (!wants(channel, telling.event) || !isEquipped(channel, post.env)) continue;
        once(facts, { key: notice.key, channel: channel.name }, () => deliver(notice, channel, post));
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
