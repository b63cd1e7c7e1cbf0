import { ReleaseFault } from "#faults";
import type { PushOutcome } from "#git";

import type { StageContext } from "../context.ts";
import { signerOf } from "./signing.ts";

export interface WantedTag {
  readonly name: string;
  readonly sha: string;
  readonly message: string;
  /** When it was decided; of an unsigned tag the same makes the same object. */
  readonly at: string;
}

/** There is such a tag, and it is on another commit. */
export class TagTakenError extends ReleaseFault {}

/**
 * Makes the remote have a tag on this commit, signed where the configuration asks for it. One that is there on the same
 * commit is ours, whoever made it: whoever went on after a death is another tagger, and a person may have tagged by hand.
 */
export async function ensureTag(context: StageContext, wanted: WantedTag): Promise<void> {
  const { git, config } = context;
  const ref = `refs/tags/${wanted.name}`;
  const remote = async () => (await git.remoteRefs([ref])).get(ref);
  // A signature is made anew each time, and perhaps by nobody here: look before asking for one.
  let there = config.tag.sign === "none" ? undefined : await remote();
  if (there === undefined) {
    const object = await makeTag(context, wanted);
    const outcome = await git.push([{ ref, to: object, expect: "absent" }]);
    there = outcome.state === "applied" ? object : await remote();
    if (there === undefined) throw notPushed(wanted, outcome);
  }
  await git.fetch([`+${ref}:${ref}`]);
  if ((await git.resolve(ref)) === wanted.sha) return;
  throw new TagTakenError("policy", `Tag ${wanted.name} exists and points elsewhere`, {
    hint: "A released version number is used up. Retry with the next version. Example: --version=patch",
  });
}

/** Whether a tag that is to be signed was pushed already, by whoever went on before: then nobody here needs the key. */
export async function isSignedTagThere({ git, config }: StageContext, name: string): Promise<boolean> {
  const ref = `refs/tags/${name}`;
  return config.tag.sign !== "none" && (await git.remoteRefs([ref])).has(ref);
}

function makeTag(context: StageContext, wanted: WantedTag): Promise<string> {
  const signer = signerOf(context);
  return signer === undefined ? context.git.tagObject(wanted) : context.git.signedTag({ ...wanted, signer });
}

function notPushed({ name }: WantedTag, outcome: PushOutcome): ReleaseFault {
  const reason = outcome.state === "applied" ? "it is gone again" : outcome.reason;
  return new ReleaseFault(outcome.state === "refused" ? "policy" : "remote", `Could not push tag ${name}: ${reason}`, {
    hint: "Allow the release identity to create v* tags, then: release resume.",
  });
}
