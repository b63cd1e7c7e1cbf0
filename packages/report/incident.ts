import type { Incident } from "#machine";

import { cell } from "./text.ts";

/** The incident that a hotfix ends, and whether its severity let it pass without asking people. */
export function incidentLine({ id, severity, autoApproved }: Incident): string {
  return `${cell(id)} (${severity})${autoApproved ? "; approved by rule: the configuration asks nobody for this severity" : ""}`;
}
