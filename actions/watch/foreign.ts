import { z } from "zod";

const repository = z.object({ id: z.number() }).nullish();

const event = z.object({
  pull_request: z.object({ head: z.object({ repo: repository }), base: z.object({ repo: repository }) }).optional(),
});

/** Whether an event is of a pull request from another repository: a fork may name its branch as a release does. */
export function isForeign(payload: unknown): boolean {
  const parsed = event.safeParse(payload);
  const pull = parsed.data?.pull_request;
  // A fork that was deleted is no repository any more, and a shape that we do not know is nothing to act on.
  if (!parsed.success) return true;
  return pull !== undefined && (pull.base.repo?.id === undefined || pull.head.repo?.id !== pull.base.repo.id);
}
