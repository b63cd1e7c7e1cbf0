import { matchesGlob } from "node:path";
import type { Finding, GateContext } from "../context.ts";
import { besideApplication, withDevelopment } from "../development.ts";
import { notConfigured } from "../examples.ts";
import { verdictOf } from "./journey-verdict.ts";
import { failedOf, walk, type Tour } from "./journey-walk.ts";
import { shardEnv, shardSettings } from "../shards/shard-settings.ts";

/** Decision 9: journeys that failed by time-out or transport are walked once more after this time. */
const retryDelayMs = 60_000;
/** Journeys of this tag are walked in every hotfix. */
const critical = "@critical";

/** Walks the journeys in a browser against the application of the checkout. */
export async function e2eGate(context: GateContext): Promise<Finding> {
  const { settings, shard } = context;
  if (settings.e2e === undefined) return { failures: [notConfigured("e2e")] };
  const journeys = shard === undefined ? "all" : "shard";
  return walkTwice({ settings: shardSettings(settings.e2e, shard), env: shardEnv(shard), journeys }, context);
}

/** Of a hotfix the critical journeys and those that its files affect; `undefined` where all are to be walked. */
export async function criticalJourneys(context: GateContext): Promise<Finding | undefined> {
  const settings = context.settings.e2e;
  if (context.only !== "critical" || settings === undefined) return undefined;
  if (settings.affected === undefined) {
    context.onProgress("all journeys are walked: gates.e2e.affected names no command");
    return undefined;
  }
  const journeys = wantedJourneys(settings.affects ?? {}, (await context.changed?.()) ?? []);
  const tour = shardSettings({ ...settings, command: settings.affected }, { index: 1, total: 1 });
  const finding = await walkTwice({ settings: tour, env: { JOURNEYS: journeys }, journeys: "some" }, context);
  const walked = finding.metrics?.gate === "e2e" ? finding.metrics.journeys.length : 0;
  const scope =
    walked === 0 && finding.failures.length === 0
      ? `skipped: no journey is named by ${journeys}`
      : `affected: the journeys named by ${journeys}; the others were left out of the hotfix`;
  return { ...finding, scope };
}

/** What a hotfix walks, as a regular expression over the titles and tags of journeys. */
export function wantedJourneys(affects: Readonly<Record<string, string>>, changed: readonly string[]): string {
  const hit = Object.entries(affects).filter(([glob]) => changed.some((file) => matchesGlob(file, glob)));
  return [...new Set([critical, ...hit.map(([, journeys]) => journeys)])].join("|");
}

async function walkTwice(tour: Tour, context: GateContext): Promise<Finding> {
  const walked = await withDevelopment(context, async (development) => {
    const first = await walk(tour, development, context);
    const again = first.transient && (await development.died()) === undefined;
    if (again) {
      context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
      await context.clock.sleep(retryDelayMs, context.signal);
    }
    const last = again ? await walk(tour, development, context) : first;
    const before = again && "value" in first && "value" in last ? failedOf(first.value.journeys) : [];
    const rescued = new Set(before.map(({ name }) => name));
    const finding = await verdictOf(tour, last, { context, rescued });
    return { ...finding, failures: await besideApplication(finding.failures, development) };
  });
  return "failure" in walked ? { failures: [walked.failure] } : walked.value;
}
