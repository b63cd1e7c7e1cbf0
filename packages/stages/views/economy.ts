import type { Git } from "#git";
import type { JournalOptions } from "#journal";

/** What a command cost others. */
export interface Economy {
  /** Requests to the API of the code host. */
  readonly apiCalls: number;
  /** Conversations with the git host: looks at refs, fetches and pushes. */
  readonly gitRequests: number;
  /** Writes to the journal, and the facts in them. */
  readonly appends: number;
  readonly facts: number;
}

type Hooks = Pick<JournalOptions, "onAppend" | "onEffect">;

/** Counts what passes through the git port and the journal. */
export function createMeter(hooks: Hooks | undefined, signal: AbortSignal) {
  const count = { gitRequests: 0, appends: 0, facts: 0 };
  const spoken = (): void => {
    count.gitRequests += 1;
  };
  return {
    count: count as Readonly<typeof count>,
    git: (git: Git): Git => ({
      ...git,
      fetch: (...wanted) => (spoken(), git.fetch(...wanted)),
      remoteRefs: (patterns) => (spoken(), git.remoteRefs(patterns)),
      look: (prefixes) => (spoken(), git.look(prefixes)),
      push: (updates) => (spoken(), git.push(updates)),
    }),
    hooks: {
      onAppend: async (phase, facts) => {
        await hooks?.onAppend?.(phase, facts);
        if (phase === "before") return;
        count.appends += 1;
        count.facts += facts;
      },
      onEffect: async (phase, step) => {
        await hooks?.onEffect?.(phase, step);
        // The last moment before the world is changed: whoever was told to stop begins nothing more, but to take traffic back.
        if (phase === "before" && !step.endsWith("/revert-traffic")) signal.throwIfAborted();
      },
    } satisfies Required<Hooks>,
  };
}
