import { asFault } from "#faults";
import type { GateOutcome } from "#gates";
import type { StoredRelease } from "#journal";
import type { GateName } from "#machine";
import { compare, flakyTests, howOften, type Comparison } from "#report";

import type { Ports } from "../context.ts";
import type { Seen } from "./side-by-side.ts";

/** So many releases before are looked at. */
const lookedAt = 20;

/** What the releases before say of the gates of this one. Asked only once gates have run: nothing waits for it. */
export interface Past {
  /** The outcome, its failures known as flaky where they are. Reads nothing when no test failed. */
  readonly knows: (outcome: GateOutcome) => Promise<GateOutcome>;
  /** `undefined` where there are no releases before. */
  readonly compare: (now: Seen) => Promise<Comparison | undefined>;
}

/** The past of a release, read at the first question and not again. Where it cannot be read there is none: no verdict hangs on it. */
export function pastOf({ journal, say }: Pick<Ports, "journal" | "say">, seen: Seen): Past {
  let read: Promise<readonly StoredRelease[]> | undefined;
  const history = () => {
    read ??= journal.newest(lookedAt).catch((thrown: unknown) => {
      say(`the releases before could not be read: ${asFault(thrown).message}`);
      return [];
    });
    return read;
  };
  const before = async () => (await history()).filter(({ id }) => id !== seen.record.id);
  return {
    knows: async (outcome) => {
      if (!outcome.failures.some((failure) => failure.class === "new" && failure.test !== undefined)) return outcome;
      const { record, facts } = withOutcomes(seen, [outcome]);
      return withFlaky(outcome, flakyTests([...(await before()), { record, facts }]));
    },
    compare: async ({ record, facts }) => compare(await before(), { record, facts }),
  };
}

/** A release with what its gates said since, as it will be once that is recorded. */
export function withOutcomes({ record, facts }: Seen, outcomes: readonly GateOutcome[]): Seen {
  const { id: release, lastSeq: seq, lastAt: at } = record;
  const envelope = { seq, release, at, actor: "", run: { id: "", attempt: 0 }, prev: "" };
  const more = outcomes.map((outcome) => ({ ...envelope, type: "gate-finished" as const, ...outcome }));
  const gates = new Map([...record.gates, ...more.map((fact) => [fact.gate, fact] as const)]);
  return { record: { ...record, gates }, facts: [...facts, ...more] };
}

function withFlaky(outcome: GateOutcome, flaky: ReturnType<typeof flakyTests>): GateOutcome {
  const known = (gate: GateName, name: string) => flaky.find((test) => test.gate === gate && test.name === name);
  const failures = outcome.failures.map((failure) => {
    const test = failure.class === "new" && failure.test !== undefined ? known(outcome.gate, failure.test) : undefined;
    if (test === undefined) return failure;
    const suggestion = `It is known to be flaky: ${howOften(test)}. Retry the release; then fix the test, or take it out of the gate. ${failure.suggestion}`;
    return { ...failure, class: "known-flaky" as const, suggestion };
  });
  return { ...outcome, failures };
}
