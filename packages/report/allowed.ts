import type { AllowedFinding, ReleaseRecord } from "#machine";

import { emergencyLine } from "./emergency.ts";
import { overrideLines } from "./overrides.ts";
import { cell } from "./text.ts";

type Gates = Pick<ReleaseRecord, "gates">;

function allowedOf({ gates }: Gates): readonly AllowedFinding[] {
  const metrics = gates.get("security")?.metrics;
  return metrics?.gate === "security" ? (metrics.allowed ?? []) : [];
}

/** What people have to know before anything else, one line of plain text each: an emergency, overridden gates, and findings that may stay. */
export function firstLines(record: Pick<ReleaseRecord, "plan" | "gates" | "emergency">): readonly string[] {
  const allowed = allowedOf(record).map(
    ({ id, score, place, reason, expires, from }) =>
      `⚠ finding ${id} (CVSS ${score.toFixed(1)}, ${place}) is allowed until ${expires} by ${from}: ${reason}`,
  );
  const emergency = emergencyLine(record);
  return [...(emergency === undefined ? [] : [`🚨 ${emergency}`]), ...overrideLines(record), ...allowed];
}

/** The findings that would block and may stay, for whoever has to decide; empty when there are none. */
export function allowedList(record: Gates): string {
  return allowedOf(record)
    .map(({ id, score, place, mapped, reason, expires, from }) => {
      const classes = mapped === "" ? "" : ` (${cell(mapped)})`;
      return `- ⚠ ${cell(id)}, CVSS ${score.toFixed(1)}, in ${cell(place)}${classes}: allowed until ${cell(expires)} by ${cell(from)}. ${cell(reason)}`;
    })
    .join("\n");
}

/** `2 × A03:2021 Injection`; empty where no finding has a category. */
export function owaspNumbers(owasp: Readonly<Record<string, number>> = {}): string {
  return Object.entries(owasp)
    .map(([category, count]) => `${count} × ${category}`)
    .join(", ");
}
