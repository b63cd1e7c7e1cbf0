import { asFault, ReleaseFault } from "#faults";

import type { Workplace } from "../open.ts";
import { openDashboard } from "./dashboard.ts";

/** How often the journal is looked at while it is followed; a push and a build of Pages come on top. */
const pollMs = 10_000;
/** How often an open page of a published site asks for a newer one. */
const refreshMs = 20_000;
/** A release whose driver is dead moves no more and waits for nobody; a host that does not answer so long is given up. */
const quietMs = 30 * 60_000;
/** So often somebody else may publish in between before a single publication gives up. */
const attempts = 5;

/** Where and for how long. */
export interface Publication {
  readonly branch: string;
  /** Go on whenever something moved, until no release moves by itself or none has for half an hour. */
  readonly follow: boolean;
  /** So long a follower looks at least: a run that was just asked for takes a while until it has recorded something. */
  readonly waitMs: number;
}

/** What is told of each push. */
export interface Published {
  readonly sha: string;
  readonly files: number;
}

/** Pushes the dashboard to a branch: once, or for as long as a release moves. It may be killed at any time, and run twice. */
export async function publishDashboard(
  workplace: Workplace,
  { branch, follow, waitMs }: Publication,
  onPublished: (published: Published) => void,
): Promise<void> {
  const { clock, signal, say } = workplace.surroundings;
  const look = await createPublisher(workplace, branch, onPublished);
  const startedAt = clock.now();
  let reachedAt = startedAt;
  for (let overtaken = 0; ;) {
    try {
      const { isPublished, isOver } = await look();
      reachedAt = clock.now();
      if (isPublished && (!follow || (isOver && reachedAt - startedAt >= waitMs))) return;
      overtaken += isPublished ? 0 : 1;
      if (!follow && overtaken === attempts) throw tooMany(branch);
    } catch (thrown) {
      const { code, message } = asFault(thrown);
      if (!follow || code !== "remote" || clock.now() - reachedAt >= quietMs) throw thrown;
      say(`The dashboard stays as it is until the host answers again: ${message}`);
    }
    await clock.sleep(pollMs, signal);
  }
}

interface Seen {
  /** The branch shows what the journal had. */
  readonly isPublished: boolean;
  /** Nothing more is to come. */
  readonly isOver: boolean;
}

/** A function that looks at the journal and pushes the site when it is other than what was pushed last. */
async function createPublisher(
  workplace: Workplace,
  branch: string,
  onPublished: (published: Published) => void,
): Promise<() => Promise<Seen>> {
  const { publishSite, siteHead } = await import("#dashboard");
  const { read, site } = await openDashboard(workplace);
  const { git } = workplace;
  let last: { readonly version: string; readonly sha: string; readonly at: number } | undefined;
  return async () => {
    // Before the journal is read: whatever is pushed in between was read earlier or later, and is not replaced blindly.
    const over = last?.sha ?? (await siteHead(git, branch));
    const picture = await read();
    const { asOf, version } = picture;
    if (version !== last?.version) {
      const made = site(picture, refreshMs);
      // Not known until it is pushed: after a failure, and after somebody else's push, the branch is asked again.
      last = undefined;
      const sha = await publishSite(git, made, { branch, over, at: new Date(asOf).toISOString() });
      if (sha === undefined) return { isPublished: false, isOver: false };
      last = { version, sha, at: asOf };
      onPublished({ sha, files: made.size });
    }
    return { isPublished: true, isOver: !picture.isMoving || asOf - last.at > quietMs };
  };
}

function tooMany(branch: string): ReleaseFault {
  return new ReleaseFault(
    "policy",
    `Others published to ${branch} each time that this one was ready (${attempts} times)`,
    {
      hint: "Nothing is lost: what they published is at most a minute older. Run it again when they are done.",
    },
  );
}
