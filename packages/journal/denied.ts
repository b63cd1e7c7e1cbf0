import { z } from "zod";
import { ReleaseFault } from "#faults";
import { deeds } from "#machine";
import type { ForgeTime } from "./clock.ts";
import { joinLines, splitLines } from "./lines.ts";
import type { Denied, DeniedAttempt } from "./port.ts";
import { deniedRef } from "./refs.ts";

const line = z.strictObject({
  hour: z.string(),
  person: z.string(),
  count: z.number().int().positive(),
  asked: z.partialRecord(z.enum(deeds), z.number().int().positive()),
  first: z.string(),
  last: z.string(),
  release: z.string().exactOptional(),
  why: z.string(),
  run: z.string(),
});

/** The lines with one more attempt: a line of its own for the first of a person in an hour, else one more in their count. */
export function countDenied(lines: readonly Denied[], attempt: DeniedAttempt & { at: string; run: string }) {
  const { at, deed, release } = attempt;
  const hour = at.slice(0, "2026-03-01T14".length);
  const person = attempt.person.slice(0, 100);
  const mine = (one: Denied) => one.hour === hour && one.person.toLowerCase() === person.toLowerCase();
  const before = lines.find(mine);
  const counted: Denied = {
    hour,
    person,
    count: (before?.count ?? 0) + 1,
    asked: { ...before?.asked, [deed]: (before?.asked[deed] ?? 0) + 1 },
    first: before?.first ?? at,
    last: at,
    ...(release === undefined ? {} : { release: release.slice(0, 60) }),
    why: attempt.why.slice(0, 300),
    run: attempt.run.slice(0, 100),
  };
  return before === undefined ? [...lines, counted] : lines.map((one) => (one === before ? counted : one));
}

/** A file a month: what is rewritten with each attempt stays small. */
const pathOf = (at: string) => `denied/${at.slice(0, "2026-03".length)}.jsonl`;

/** Notes one attempt; returns a try that is to be repeated until it is `noted`. An answer that got lost is not counted twice. */
export function noting(forge: ForgeTime, attempt: DeniedAttempt, run: string): () => Promise<"noted" | undefined> {
  let sent: string | undefined;
  return async () => {
    const { heads } = await forge.look([deniedRef]);
    const head = heads.get(deniedRef);
    if (head !== undefined && head === sent) return "noted";
    const at = new Date(forge.nowMs()).toISOString();
    const path = pathOf(at);
    const files = head === undefined ? new Map<string, string>() : await forge.store.read(deniedRef, head, [path]);
    if (files === undefined) return undefined;
    const lines = countDenied(parseDenied(files.get(path) ?? ""), { ...attempt, at, run });
    const content = new Map([[path, joinLines(lines.map((one) => JSON.stringify(one)))]]);
    const message = `${attempt.person.slice(0, 100)}: ${attempt.deed} denied`;
    const change = { ref: deniedRef, expect: head ?? "absent", before: "base", message, files: content } as const;
    const { state, versions } = await forge.store.write([change], at);
    sent = versions.get(deniedRef);
    return state === "applied" ? "noted" : undefined;
  };
}

/** All lines, oldest month first; `undefined`: the head moved while it was read. */
export async function readDenied(forge: ForgeTime): Promise<readonly Denied[] | undefined> {
  const { heads } = await forge.look([deniedRef]);
  const head = heads.get(deniedRef);
  if (head === undefined) return [];
  const paths = (await forge.store.list(deniedRef, head))?.toSorted();
  const files = paths === undefined ? undefined : await forge.store.read(deniedRef, head, paths);
  return paths?.flatMap((path) => parseDenied(files?.get(path) ?? ""));
}

function parseDenied(text: string): readonly Denied[] {
  return splitLines(text).map((one) => {
    const read = z.string().transform(parsed).pipe(line).safeParse(one);
    if (read.success) return read.data;
    throw new ReleaseFault("policy", `${deniedRef} was changed by others: it has a line that is not ours`, {
      hint: `Look at it: git fetch origin ${deniedRef} && git log -p FETCH_HEAD. Put the version before back.`,
      cause: read.error,
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
