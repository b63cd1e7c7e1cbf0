import { asFault } from "#faults";
import type { Told } from "#history";
import { receiverVariables, secretsIn, sendMeasures } from "#notify";

import { unset, type Delivery, type Post } from "./channels.ts";

/** Measures to be sent to one receiver. */
export interface Push {
  /** Names release and end: whoever has seen it knows it again. */
  readonly key: string;
  readonly channel: string;
  /** Sends them. Never throws: the answer says what became of it. */
  readonly deliver: () => Promise<readonly Delivery[]>;
}

/** What is to be sent of a release that is over: a function of what is recorded, so that no death loses it. */
export function pushesOf(told: Told, post: Post): readonly Push[] {
  const { settled, id } = told.record;
  if (settled === undefined) return [];
  const key = `${post.forge.repository} ${id} metrics ${settled.outcome}`.slice(0, 255);
  return post.metrics.push
    .filter((receiver) => unset(receiverVariables(receiver), post.env).length === 0)
    .map((receiver) => {
      const about = { key, channel: `metrics ${receiver.name}` };
      return { ...about, deliver: async () => [await send(about, receiver, { told, post })] };
    });
}

async function send(
  about: Pick<Delivery, "key" | "channel">,
  receiver: Post["metrics"]["push"][number],
  { told, post }: { readonly told: Told; readonly post: Post },
): Promise<Delivery> {
  try {
    // Only a release that ends needs it.
    const { measured } = await import("./measured.ts");
    const options = {
      fetch: post.fetch,
      now: () => post.clock.now(),
      secret: secretsIn(post.env),
      signal: post.signal,
    };
    await sendMeasures(receiver, measured(about.key, told, post), options);
    return { ...about, status: "delivered" };
  } catch (thrown) {
    return { ...about, status: "failed", reason: post.scrub.text(asFault(thrown).message) };
  }
}
