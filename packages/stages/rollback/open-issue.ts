import { asFault } from "#faults";
import type { Forge } from "#forge";
import type { FactBody } from "#machine";

import type { StageContext } from "../context.ts";

type Published = Extract<FactBody, { type: "published" }>;

/** An issue that a release opens once, whatever dies meanwhile. */
interface ReleaseIssue extends Omit<Parameters<Forge["ensureIssue"]>[0], "marker" | "body"> {
  readonly what: Extract<Published["what"], `${string}-issue`>;
  readonly lines: readonly string[];
  /** When people should be done with it; ISO 8601. */
  readonly due?: string;
  /** What people miss where the host takes no issue. */
  readonly lack: string;
}

/** Opens it, and records where it is. Where the host takes none, that is a warning and stops nothing. */
export async function openIssue(
  { driver, forge, say }: StageContext,
  { what, title, label, lines, due, lack }: ReleaseIssue,
): Promise<void> {
  await driver.step(
    what,
    async () => {
      try {
        const marker = `release-command ${what.replace("-issue", "")} of ${driver.id}`;
        return await forge.ensureIssue({ marker, title, label, body: lines.join("\n") });
      } catch (thrown) {
        const fault = asFault(thrown);
        if (fault.code === "bug") throw thrown;
        say(`no ${what.replace("-", " ")}: ${fault.message}`);
        driver.observe({ type: "warned", message: `${lack} has no issue: ${fault.message}` });
        return null;
      }
    },
    {
      facts: (url) => (url === null ? [] : [{ type: "published", what, url, ...(due === undefined ? {} : { due }) }]),
    },
  );
}
