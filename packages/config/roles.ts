import { z } from "zod";

/** Anybody on GitHub has these in a public repository. */
const anybody: ReadonlySet<string> = new Set(["none", "read"]);

/** A role of the repository (also a custom one), `@org/team` or `@login`. */
const holder = z
  .string()
  .regex(
    /^(@[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9._-]+)?|[A-Za-z0-9][A-Za-z0-9 ._-]*)$/,
    'must be a role of the repository like "maintain", a team like "@acme/on-call" or a person like "@sarah"',
  )
  .refine((name) => !anybody.has(name.toLowerCase()), "is a role that anybody has");

const holders = (...names: readonly string[]) => z.array(holder).default([...names]);

/** Who holds the roles of releases (decision 36). A list names every role of the repository that counts: none follows from another. */
export const rolesSchema = z.strictObject({
  releaseManager: holders("admin", "maintain"),
  /** Beside the release managers, who may roll back anyway. */
  onCall: holders(),
  technicalLead: holders("admin", "maintain"),
  qa: holders("admin", "maintain", "write"),
  developer: holders("admin", "maintain", "write"),
  emergencyApprover: holders("admin"),
});
