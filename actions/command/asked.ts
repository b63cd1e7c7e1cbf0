import { z } from "zod";

import { isCommand } from "#cli";

/** A comment as it was when it was written. */
export interface Asked {
  readonly id: number;
  readonly body: string;
}

const event = z.object({
  action: z.literal("created"),
  comment: z.object({ id: z.number(), body: z.string() }),
});

/** The new comment of an event, if it asks us for anything. One that is edited later asks for nothing any more. */
export function findAsked(payload: unknown): Asked | undefined {
  const { data } = event.safeParse(payload);
  return data !== undefined && isCommand(data.comment.body) ? data.comment : undefined;
}
