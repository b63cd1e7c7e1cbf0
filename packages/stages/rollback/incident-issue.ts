import { asFault } from "#faults";
import { incidentReport } from "#report";

import type { StageContext } from "../context.ts";
import { openIssue } from "./open-issue.ts";
import { suspectsOf } from "./suspects.ts";

/** Says which commits are likelier than others; what cannot be told is left out, and stops nothing. */
export async function suspect(context: StageContext): Promise<void> {
  const { driver, say, scrub } = context;
  await driver.step(
    "suspects",
    async () => {
      try {
        return { found: scrub.value((await suspectsOf(context)) ?? null) };
      } catch (thrown) {
        const fault = asFault(thrown);
        if (fault.code === "bug") throw thrown;
        say(`nobody is suspected: ${fault.message}`);
        return { found: null };
      }
    },
    { facts: ({ found }) => (found === null ? [] : [found]) },
  );
}

/** Every version that went back is looked into: an issue asks for it, with all that is known. */
export async function openIncidentIssue(context: StageContext): Promise<void> {
  const { driver } = context;
  const { record, facts } = driver;
  const version = record.plan.rollback?.from ?? record.plan.tag;
  const failed = record.escalation !== undefined;
  await openIssue(context, {
    what: "incident-issue",
    title: failed ? `P0: the rollback of ${version} failed` : `Incident: ${version} was rolled back`,
    label: "incident",
    lines: [
      incidentReport(record, facts),
      "",
      "- [ ] root cause, in a sentence",
      "- [ ] what would have found it earlier",
      "- [ ] was the rollback right? If not: `/release rollback --false-positive=" + version + ' --reason="…"`',
    ],
    lack: `The rollback of ${version}`,
  });
}

/** Where the incident of a release is looked into, if that is known. */
export function incidentUrl({ published }: StageContext["driver"]["record"]): string | undefined {
  return published.findLast(({ what }) => what === "incident-issue")?.url;
}
