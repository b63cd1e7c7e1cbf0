import type { ChangelogOptions } from "#changelog";
import type { Config } from "./schema.ts";

/** What the configuration says about how notes look. */
export type ChangelogStyle = Pick<
  ChangelogOptions,
  "types" | "squash" | "listUnconventional" | "ticketUrl" | "ticketKeys"
>;

/** The section `changelog` in the words of the changelog. */
export function changelogStyle({ types, squash, listUnconventional, tickets }: Config["changelog"]): ChangelogStyle {
  return {
    squash,
    listUnconventional,
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
