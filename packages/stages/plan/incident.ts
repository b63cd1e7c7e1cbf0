import { ReleaseFault } from "#faults";
import type { Incident } from "#machine";

import type { StartCommand } from "../commands/start-command.ts";

/** The incident that was named. Throws an `input` fault for half of one, and for one of a standard release. */
export function incidentOf({
  type,
  severity,
  incident: id,
}: Pick<StartCommand, "type" | "severity" | "incident">): Omit<Incident, "autoApproved"> | undefined {
  if (severity === undefined && id === undefined) return undefined;
  if (type === "hotfix" && severity !== undefined && id !== undefined) return { severity, id };
  const rule = type === "hotfix" ? "come together" : "belong to a hotfix";
  throw new ReleaseFault("input", `Severity and incident ${rule}`, {
    hint: "Example: --type=hotfix --severity=P0 --incident=INC-1",
  });
}
