import type { Observation } from "../port.ts";
import type { Deployed } from "./record.ts";
import type { Server } from "./runtime.ts";
import type { HaproxySettings } from "./settings.ts";

/** Weights go to 256: two for each percent. */
const PER_PERCENT = 2;
/** Pins a request to one version. */
export const PIN_HEADER = "x-release-version";

/** The weight that each server of the slots is meant to have. A share that is not 0 or 100 is never rounded to it. */
export function weightsOf(deployed: Deployed, slots: HaproxySettings["slots"]): ReadonlyMap<string, number> {
  const weights = Object.entries(slots).flatMap(([slot, names]) => {
    const percent = deployed.revisions.find((one) => one.slot === slot)?.percent ?? 0;
    return names.map((name) => [name, weightOf(percent)] as const);
  });
  return new Map(weights);
}

function weightOf(percent: number): number {
  if (percent <= 0 || percent >= 100) return Math.round(percent) * PER_PERCENT;
  return Math.min(100 * PER_PERCENT - 1, Math.max(1, Math.round(percent * PER_PERCENT)));
}

/** What HAProxy does now with the versions that we put into its servers. */
export function observationOf(
  deployed: Deployed,
  {
    settings,
    servers,
  }: { readonly settings: Pick<HaproxySettings, "slots" | "url">; readonly servers: readonly Server[] },
): Observation {
  const total = servers.reduce((sum, { weight, backup }) => sum + (backup ? 0 : weight), 0);
  const revisions = deployed.revisions.map(({ version, slot }) => {
    const names = settings.slots[slot] ?? [];
    const own = servers.filter(({ name }) => names.includes(name));
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    return {
      version,
      percent: total === 0 ? 0 : (100 * weight) / total,
      healthy: own.length > 0 && own.every(isUp),
      url: settings.url,
      headers: { [PIN_HEADER]: version },
      servers: names,
    };
  });
  return { revisions, url: settings.url, pinHeader: PIN_HEADER };
}

/** Whether its checks pass. */
export function isUp({ status }: Pick<Server, "status">): boolean {
  return status === "UP" || status.startsWith("UP ") || status.startsWith("DRAIN");
}
