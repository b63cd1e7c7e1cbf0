import type { Client } from "./client.ts";
import { normalised } from "./body.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./host-fault.ts";
import { allPages } from "./pages.ts";
import { routes } from "./routes.ts";

/** The comments that this process has written, by page and marker: they need not be looked for again. */
export type KnownComments = Map<string, number>;

/** One comment with this hidden marker, updated in place. Of two that were made at one instant the older one stays. */
export async function ensureComment(
  client: Client,
  known: KnownComments,
  { number, marker, text }: { readonly number: number; readonly marker: string; readonly text: string },
): Promise<void> {
  const hidden = `<!-- ${marker.replaceAll("-->", "")} -->`;
  const body = `${hidden}\n${text}`;
  const key = `${number} ${hidden}`;
  const id = known.get(key);
  if (id !== undefined && (await update(client, id, body))) return;
  const find = () => findComment(client, number, hidden);
  const found = (await find()) ?? (await createAlone(client, { number, body, find }));
  if (normalised(found.body) !== normalised(body)) await update(client, Number(found.id), body);
  known.set(key, Number(found.id));
}

/** Whether it was there: people may delete what we write. */
async function update(client: Client, id: number, body: string): Promise<boolean> {
  try {
    await client.request(routes.updateComment, { ...client.at, comment_id: id, body });
    return true;
  } catch (thrown) {
    if (isStatus(thrown, 404)) return false;
    throw thrown;
  }
}

interface RawComment {
  readonly id: number | bigint;
  readonly body?: string | undefined;
  readonly author_association?: string | undefined;
  readonly user: { readonly type?: string } | null;
}

async function findComment(client: Client, number: number, hidden: string): Promise<RawComment | undefined> {
  const comments = await allPages<RawComment>(async (page) => {
    const range = { issue_number: number, per_page: 100, page };
    return (await client.request(routes.listComments, { ...client.at, ...range })).data;
  });
  const ours = comments.filter((comment) => (comment.body ?? "").startsWith(hidden) && isOfTheHouse(comment));
  return ours.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)))[0];
}

/** Anybody may write our marker; a stranger's comment is not ours, and its text could change after we wrote it. */
export function isOfTheHouse({
  author_association: association = "NONE",
  user,
}: Pick<RawComment, "author_association" | "user">): boolean {
  return user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association);
}

interface NewComment {
  readonly number: number;
  readonly body: string;
  readonly find: () => Promise<RawComment | undefined>;
}

async function createAlone(client: Client, { number, body, find }: NewComment): Promise<RawComment> {
  const made = await createOnce({ create: () => create(client, number, body), find, sleep: client.sleep });
  const first = (await find()) ?? made;
  if (BigInt(first.id) >= BigInt(made.id)) return made;
  await remove(client, made);
  return first;
}

/** Whoever made the other one may have removed ours already. */
async function remove(client: Client, { id }: RawComment): Promise<void> {
  try {
    await client.request(routes.deleteComment, { ...client.at, comment_id: Number(id) });
  } catch (thrown) {
    if (!isStatus(thrown, 404)) throw thrown;
  }
}

async function create(client: Client, number: number, body: string): Promise<RawComment> {
  return (await client.request(routes.createComment, { ...client.at, issue_number: number, body })).data;
}
