import type { Client } from "./client.ts";
import { isStatus } from "./host-fault.ts";
import type { Comment, Reaction } from "./port.ts";
import { routes } from "./routes.ts";

/** A comment as it is now: what an event says of it may have changed since. */
export async function findComment(client: Client, id: number): Promise<Comment | undefined> {
  try {
    const { data } = await client.request(routes.readComment, { ...client.at, comment_id: id });
    const { user, body = "", issue_url: issue, created_at: created, updated_at: updated } = data;
    return {
      id,
      number: Number(issue.slice(issue.lastIndexOf("/") + 1)),
      body,
      author: user?.login ?? "",
      // The author of a deleted account is nobody, and nobody may ask.
      byBot: user?.type !== "User",
      edited: created !== updated,
    };
  } catch (thrown) {
    if (isStatus(thrown, 404)) return undefined;
    throw thrown;
  }
}

/** The host keeps one reaction of a kind for each user. */
export async function ensureReaction(client: Client, comment: number, sign: Reaction): Promise<void> {
  await client.request(routes.addReaction, { ...client.at, comment_id: comment, content: sign });
}
