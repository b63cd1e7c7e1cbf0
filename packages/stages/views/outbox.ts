import type { Note, StoredRelease } from "#journal";

import { deliver, fetchForChannels, isEquipped, noticeOf, wants, type Delivery, type Post } from "./channels.ts";
import { aboutOf, attemptsAtMost, isNews, isSettled, newsForMs, noteDelivery } from "./courier.ts";
import { tellingsOf, type Telling } from "./notices.ts";
import { pushesOf } from "./metrics-push.ts";
import { configAt, definedOnly, fetchAll, type Workplace } from "../open.ts";
import { scrubberOf } from "../records/secrets.ts";

/** Another try after a failure, and after a claim of somebody who then said nothing. */
const restMs = 5 * 60_000;

/**
 * Tells what no driver told: of releases that are over or that nobody drives. However many look at once, one of them
 * sends: the claim comes before. Never throws for a channel; answers with what was tried.
 */
export async function emptyOutbox(workplace: Workplace, extra: readonly Telling[] = []): Promise<readonly Delivery[]> {
  const { journal, surroundings } = workplace;
  const now = surroundings.clock.now();
  const fresh = (await journal.every()).filter(({ record }) => now - Date.parse(record.lastAt) < newsForMs);
  if (fresh.length === 0 && extra.length === 0) return [];
  await fetchAll(workplace.git);
  const named = new Set(extra.map(({ release }) => release));
  const releases = extra.length === 0 ? fresh : [...fresh, ...(await missing(workplace, named, fresh))];
  let notes: readonly Note[] | undefined;
  const done: Delivery[] = [];
  for (const release of releases) {
    const post = await postOf(workplace, release);
    const nobody = post.notify.channels.length === 0 && post.metrics.push.length === 0;
    if (nobody || (await isDriven(workplace, release))) continue;
    notes ??= await journal.notes();
    const mine = extra.filter((telling) => telling.release === release.id);
    for (const telling of [...tellingsOf(release.facts, notes), ...mine])
      done.push(...(await tell(workplace, { release, telling, post, notes })));
    for (const push of pushesOf(release, post))
      done.push(...(await attempt(workplace, { release, notes, now, ...push })));
  }
  return done;
}

async function missing({ journal }: Workplace, named: ReadonlySet<string>, known: readonly StoredRelease[]) {
  const ids = [...named].filter((id) => !known.some((release) => release.id === id));
  return (await Promise.all(ids.map((id) => journal.read(id)))).filter((one) => one !== undefined);
}

async function isDriven({ journal }: Workplace, { id, live }: StoredRelease): Promise<boolean> {
  return live && (await journal.whoDrives(id)).driver?.stale === false;
}

/** By the configuration that the release has. */
async function postOf({ git, forge, surroundings }: Workplace, { record }: StoredRelease): Promise<Post> {
  const { clock, env, signal } = surroundings;
  const { config } = await configAt(git, record.plan.baseSha);
  const { notify, metrics } = config;
  const scrub = scrubberOf(definedOnly(env), config);
  return { notify, metrics, env, forge, clock, signal, scrub, fetch: fetchForChannels(surroundings) };
}

interface ToTell {
  readonly release: StoredRelease;
  readonly telling: Telling;
  readonly post: Post;
  readonly notes: readonly Note[];
}

async function tell(workplace: Workplace, { release, telling, post, notes }: ToTell): Promise<readonly Delivery[]> {
  const now = post.clock.now();
  if (!isNews(telling, release.record, now)) return [];
  const notice = noticeOf(telling, release.record, post);
  const done: Delivery[] = [];
  const delivered = (name: string) => triesOf(release, notes, notice.key, name).known;
  for (const channel of post.notify.channels) {
    if (!wants(channel, telling.event) || !isEquipped(channel, post.env)) continue;
    const about = { key: notice.key, channel: channel.name };
    const known = channel.fallback === undefined ? [] : delivered(channel.fallback);
    const send = () => deliver(notice, channel, post, [...done, ...known]);
    done.push(...(await attempt(workplace, { release, notes, now, ...about, deliver: send })));
  }
  return done;
}

interface Attempt {
  readonly release: StoredRelease;
  readonly notes: readonly Note[];
  readonly now: number;
  readonly key: string;
  readonly channel: string;
  readonly deliver: () => Promise<readonly Delivery[]>;
}

/** Sends it if it is time to, and nobody else does; notes what became of it. */
async function attempt(
  { journal }: Workplace,
  { release, notes, now, key, channel, deliver: send }: Attempt,
): Promise<readonly Delivery[]> {
  const tries = triesOf(release, notes, key, channel);
  if (isSettled(tries.known, key, channel) || tries.claims >= attemptsAtMost) return [];
  if (tries.lastMs !== undefined && now - tries.lastMs < restMs) return [];
  const claim = `notice-claimed ${tries.claims + 1} ${key} > ${channel}`;
  const text = JSON.stringify({ key, channel });
  if (!(await journal.note({ id: claim, release: release.id, kind: "notice-claimed", text }))) return [];
  const found = await send();
  for (const one of found) await noteDelivery(journal, release.id, one, tries.claims + 2);
  return found;
}

/** What was tried at a channel before, by whomever. */
function triesOf({ facts }: StoredRelease, notes: readonly Note[], key: string, channel: string) {
  const recorded = facts.flatMap((fact) => (fact.type === "notified" ? [fact] : []));
  const about = notes.flatMap((note) => {
    const text = aboutOf(note);
    return text?.key === key && text.channel === channel ? [note] : [];
  });
  const known: readonly Delivery[] = [
    ...recorded,
    ...about.flatMap(({ kind }): Delivery[] =>
      kind === "notice-claimed" ? [] : [{ key, channel, status: kind === "notice-delivered" ? "delivered" : "failed" }],
    ),
  ];
  const times = [...recorded.filter((one) => one.key === key && one.channel === channel), ...about];
  return {
    known,
    claims: about.filter(({ kind }) => kind === "notice-claimed").length,
    lastMs: times.length === 0 ? undefined : Math.max(...times.map(({ at }) => Date.parse(at))),
  };
}
