import { z } from "zod";

const globs = z.array(z.string().min(1));
const licences = z.array(z.string().min(1)).min(1);

/** What the gate `dod` looks at beyond what holds for every project. */
export const dodSchema = z.strictObject({
  /** Files whose change documents a feature or a breaking change. */
  documentation: globs.default(["**/docs/**", "**/doc/**", "**/README*", "**/*.{md,mdx,rst,adoc}"]),
  /** Files that change a database; each new one needs its way back. */
  migrations: globs.default(["**/migrations/**", "**/db/migrate/**", "**/db/migration/**", "**/alembic/versions/**"]),
  /** Open issues with one of these labels block a release. */
  blockingLabels: z.array(z.string().min(1)).max(10).default(["release-blocker"]),
  /** SPDX identifiers: one of `allow` has to be enough for each dependency, or none of `deny` may be needed. */
  licences: z
    .union([z.strictObject({ allow: licences }), z.strictObject({ deny: licences })], {
      error: 'must be { allow: [...] } or { deny: [...] } with SPDX identifiers, like "MIT"',
    })
    .optional(),
  /** CycloneDX or SPDX in JSON, in the commit that is released; without it package-lock.json is read. */
  sbom: z.string().min(1).optional(),
});
