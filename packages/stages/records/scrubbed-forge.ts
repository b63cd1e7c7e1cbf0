import type { Forge } from "#forge";
import type { Scrubber } from "#scrub";

/** The same code host; what people read there holds no secret. Markers, commits and names stay as they are. */
export function scrubbedForge(forge: Forge, { text }: Scrubber): Forge {
  return {
    ...forge,
    get calls() {
      return forge.calls;
    },
    ensurePullRequest: (wanted) =>
      forge.ensurePullRequest({ ...wanted, title: text(wanted.title), body: text(wanted.body) }),
    ensureCheck: (wanted) =>
      forge.ensureCheck({
        ...wanted,
        title: text(wanted.title),
        summary: text(wanted.summary),
        annotations: wanted.annotations.map((one) => ({
          ...one,
          title: text(one.title),
          message: text(one.message),
        })),
      }),
    ensureComment: (number, marker, body) => forge.ensureComment(number, marker, text(body)),
    ensureIssue: (wanted) => forge.ensureIssue({ ...wanted, title: text(wanted.title), body: text(wanted.body) }),
    ensureRelease: (wanted) => forge.ensureRelease({ ...wanted, notes: text(wanted.notes) }),
    ensureDeployment: (wanted) => forge.ensureDeployment({ ...wanted, description: text(wanted.description) }),
  };
}
