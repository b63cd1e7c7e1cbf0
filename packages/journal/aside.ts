import { ReleaseFault } from "#faults";
import type { Fact, FactBody } from "#machine";
import type { ForgeTime } from "./clock.ts";
import { factLine, joinLines, notBefore, parseFacts, splitLines, stamp } from "./lines.ts";
import type { Author } from "./port.ts";
import { factsPath, releaseRef } from "./refs.ts";

/** Somebody who does not drive a release and has something to say about it. */
export interface Aside {
  readonly forge: ForgeTime;
  readonly author: Author;
  readonly release: string;
}

/**
 * One try to append a fact without any lease, by compare-and-swap on the facts that `say` was shown; it says nothing to
 * facts that need no more. `undefined`: somebody was faster, or the answer got lost: show it the newest facts.
 */
export async function appendAside(
  { forge, author, release }: Aside,
  say: (facts: readonly Fact[]) => FactBody | undefined,
): Promise<"appended" | "unwanted" | undefined> {
  const ref = releaseRef(release);
  const { heads } = await forge.look([ref]);
  const version = heads.get(ref);
  if (version === undefined) throw notLive(release);
  const files = await forge.store.read(ref, version, [factsPath]);
  if (files === undefined) return undefined;
  const lines = splitLines(files.get(factsPath) ?? "");
  const facts = parseFacts(release, lines);
  const body = say(facts);
  if (body === undefined) return "unwanted";
  const at = notBefore(facts, forge.nowMs());
  const { actor, run } = author;
  const added = stamp(lines, [body], { release, at, actor, run }).map(factLine);
  const content = new Map([[factsPath, joinLines([...lines, ...added])]]);
  const message = `${release}: ${body.type}`;
  const { state } = await forge.store.write([{ ref, expect: version, before: "history", message, files: content }], at);
  return state === "applied" ? "appended" : undefined;
}

function notLive(release: string): ReleaseFault {
  return new ReleaseFault("policy", `No release ${release} is under way`, {
    hint: "List those that are with `release status`; one that is over takes no requests.",
  });
}
