import type { Client } from "./client.ts";
import { normalised } from "./body.ts";
import { createOnce } from "./create-once.ts";
import { allPages } from "./pages.ts";
import { routes } from "./routes.ts";

/** One comment with this hidden marker, updated in place. */
export async function ensureComment(client: Client, number: number, marker: string, text: string): Promise<void> {
  const hidden = `<!-- ${marker.replaceAll("-->", "")} -->`;
  const body = `${hidden}\n${text}`;
  const find = () => findComment(client, number, hidden);
  const found =
    (await find()) ?? (await createOnce({ create: () => create(client, number, body), find, sleep: client.sleep }));
  if (normalised(found.body) === normalised(body)) return;
  await client.request(routes.updateComment, { ...client.at, comment_id: found.id, body });
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
  return comments.find((comment) => (comment.body ?? "").startsWith(hidden) && isOfTheHouse(comment));
}

/** Anybody may write our marker; a stranger's comment is not ours, and its text could change after we wrote it. */
export function isOfTheHouse({
  author_association: association = "NONE",
  user,
}: Pick<RawComment, "author_association" | "user">): boolean {
  return user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association);
}

async function create(client: Client, number: number, body: string): Promise<RawComment> {
  return (await client.request(routes.createComment, { ...client.at, issue_number: number, body })).data;
}
