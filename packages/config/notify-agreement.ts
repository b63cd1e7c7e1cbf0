import { when, type Problem } from "./problems.ts";
import type { NotifySettings } from "./notify-schema.ts";
import { didYouMean } from "./words.ts";

/** Names of channels that contradict each other. */
export function checkNotify({ channels }: NotifySettings): readonly Problem[] {
  const names = channels.map(({ name }) => name);
  return channels.flatMap(({ name, fallback }, index) => [
    ...when(names.indexOf(name) !== index, {
      path: ["notify", "channels", index, "name"],
      message: `is the name of two channels: "${name}"`,
    }),
    ...when(fallback !== undefined && (fallback === name || !names.includes(fallback)), {
      path: ["notify", "channels", index, "fallback"],
      message: `must name another channel, got "${fallback}"${didYouMean(fallback ?? "", names)}`,
    }),
  ]);
}
