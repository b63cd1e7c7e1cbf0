import { apply, fold, type Fact, type FactBody, type ReleaseRecord } from "#machine";

/** A fact that waits for the next append. An observation is true whatever else happens; a decision is not. */
export interface HeldFact {
  readonly kind: "observation" | "decision";
  readonly body: FactBody;
}

/** The record as if the waiting facts had been appended. Throws when they cannot follow. */
export function preview(facts: readonly Fact[], held: readonly HeldFact[], at: string): ReleaseRecord {
  return held.reduce((record, { body }) => apply(record, provisional(record, body, at)), fold(facts));
}

/**
 * What is left after news (rule 9): observations. One that only made sense on top of a decision that fell is kept as a
 * warning, so that nothing seen is lost and nothing stored is broken.
 */
export function withoutDecisions(facts: readonly Fact[], held: readonly HeldFact[], at: string): readonly HeldFact[] {
  const kept: HeldFact[] = [];
  for (const item of held.filter(({ kind }) => kind === "observation")) {
    kept.push(follows(facts, [...kept, item], at) ? item : asWarning(item));
  }
  return kept;
}

/** Bodies to append: a terminal state answers what nobody answered before it is settled (rule 12). */
export function answeringAll(record: ReleaseRecord, bodies: readonly FactBody[]): readonly FactBody[] {
  const end = bodies.findIndex((body) => body.type === "settled");
  if (end === -1) return bodies;
  const answered = new Set(bodies.flatMap((body) => (body.type === "answered" ? [body.id] : [])));
  const open = record.requests.filter((request) => !answered.has(request.id));
  const answers = open.map(({ id }): FactBody => ({
    type: "answered",
    id,
    outcome: "refused",
    reason: "the release was over",
  }));
  return [...bodies.slice(0, end), ...answers, ...bodies.slice(end)];
}

function provisional(record: ReleaseRecord, body: FactBody, at: string): Fact {
  const run = { id: "", attempt: 0 };
  return { seq: record.lastSeq + 1, release: record.id, at, actor: "", run, prev: "", ...body };
}

function follows(facts: readonly Fact[], held: readonly HeldFact[], at: string): boolean {
  try {
    preview(facts, held, at);
    return true;
  } catch {
    return false;
  }
}

function asWarning({ body }: HeldFact): HeldFact {
  const message = `Seen, but the decision it followed from was dropped for a request: ${JSON.stringify(body)}`;
  return { kind: "observation", body: { type: "warned", message } };
}
