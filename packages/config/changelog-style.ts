import { readingOf, type ChangelogOptions, type Preset } from "#changelog";
import type { Written } from "./schema.ts";

/** What the configuration says about how notes look. */
export type ChangelogStyle = Pick<
  ChangelogOptions,
  "types" | "squash" | "listUnconventional" | "ticketUrl" | "ticketKeys" | "reading"
>;

/** The section `changelog` in the words of the changelog, with what its preset says. */
export function changelogStyle(
  { types, squash, listUnconventional, tickets }: Written["changelog"],
  preset?: Preset,
): ChangelogStyle {
  const reading = preset === undefined ? undefined : readingOf(preset);
  return {
    squash,
    listUnconventional,
    ...(reading === undefined ? {} : { reading }),
    ...(preset === undefined ? {} : { types: preset.types }),
    ...(types === undefined
      ? {}
      : {
          types: types.map(({ scope, hidden, ...row }) => ({
            ...row,
            ...(scope === undefined ? {} : { scope }),
            ...(hidden === undefined ? {} : { hidden }),
          })),
        }),
    ...(tickets === undefined
      ? {}
      : { ticketUrl: tickets.url, ...(tickets.keys === undefined ? {} : { ticketKeys: tickets.keys }) }),
  };
}
