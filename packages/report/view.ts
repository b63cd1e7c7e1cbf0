import { fold, type Fact } from "#machine";

import type { Afterwards } from "./afterwards.ts";
import { emergencyLine } from "./emergency.ts";
import { gateNumbers } from "./gates.ts";
import { linksOf, ticketsOf } from "./links.ts";
import { notMeasured } from "./not-measured.ts";
import { gateWord, overridesOf } from "./overrides.ts";
import { progressOf } from "./progress.ts";
import { outcome, trafficBackMs } from "./rollback.ts";
import { smokeByPlace } from "./tests.ts";
import { deploymentEvents } from "./timeline.ts";
import { visitTimes } from "./times.ts";

/**
 * What a report says of a release, before it is text. The chunk that makes data of it imports none of these modules: the
 * bundler would take apart what every release loads.
 */
export function viewOf(facts: readonly Fact[], { rootCause }: Afterwards) {
  const record = fold(facts);
  return {
    record,
    rootCause,
    emergency: emergencyLine(record),
    overrides: overridesOf(record),
    gates: record.plan.gates.map((gate) => {
      const result = record.gates.get(gate);
      const measured = result && gateNumbers(result.metrics, result.check);
      return { gate, result, measured, word: gateWord(record, gate) };
    }),
    smokeByPlace: smokeByPlace(record),
    notMeasured: notMeasured(record),
    deployment: deploymentEvents(facts),
    states: visitTimes(record, facts),
    progress: progressOf(record, facts),
    outcome: outcome(record),
    trafficBackMs: trafficBackMs(facts),
    links: linksOf(record, facts),
    tickets: ticketsOf(record),
  };
}

export type ReportView = ReturnType<typeof viewOf>;
