import { z } from "zod";

/** What the changelog tells, and how. */
export const changelogSchema = z.strictObject({
  /** Sections in their order, in the words of conventional-changelog's presets; default: those of `conventionalcommits`. */
  types: z
    .array(
      z.strictObject({
        type: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'must be a commit type in lower case, like "feat"'),
        scope: z.string().optional(),
        section: z.string().min(1),
        hidden: z.boolean().optional(),
      }),
    )
    .min(1)
    .optional(),
  /** A conventional-changelog preset instead: a package or a file of the repository, with the settings that it takes. */
  preset: z.union([z.string().min(1), z.object({ name: z.string().min(1) }).catchall(z.json())]).optional(),
  /** What of a squashed pull request is told: its title with what outranks it, or each of its commits. */
  squash: z.enum(["title", "commits"]).default("title"),
  /** Whether the release waits for people to read and edit the changelog before anything is tested. */
  review: z.boolean().default(false),
  /** Whether commits without a type are listed, under a heading of their own. */
  listUnconventional: z.boolean().default(true),
  tickets: z
    .strictObject({
      /** Address of a ticket, with `{id}` in it. */
      url: z
        .string()
        .regex(
          /^https?:\/\/\S*\{id\}\S*$/,
          'must be a web address with {id} in it, like "https://acme.atlassian.net/browse/{id}"',
        ),
      /** Keys before the dash that make a ticket; default: any that looks like one. */
      keys: z
        .array(z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/, 'must be a key like "SHOP"'))
        .min(1)
        .optional(),
    })
    .optional(),
});
