import { connectGitHub, type World } from "../../packages/testbed/index.ts";

/** While this goes on, Aisha approves the pull request as soon as there is one. */
export async function approved<T>(world: World, work: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const approval = world.approveWhenOpened("aisha", { signal: stop.signal, pollMs: 30 }).catch((thrown: unknown) => {
    if (!stop.signal.aborted) throw thrown;
  });
  try {
    return await work();
  } finally {
    stop.abort();
    await approval;
  }
}

/** What reviewers answered when a run asked for an environment; once more, it is replaced. */
export async function answer(
  world: World,
  state: "approved" | "rejected" | "nothing",
  options: {
    readonly run?: number;
    readonly event?: string;
    readonly environment?: string;
    readonly comment?: string;
    /** The run has ended. */
    readonly over?: boolean;
  } = {},
): Promise<void> {
  const { run = 7001, event, environment, comment = "", over = false } = options;
  const environments = environment === undefined ? ["production-approval", "hotfix-approval"] : [environment];
  const [owner = "", name = ""] = world.repository.split("/");
  const { admin } = await connectGitHub(world.githubUrl);
  await admin.run({
    owner,
    name,
    id: run,
    ...(event === undefined ? {} : { event }),
    status: over ? "completed" : "in_progress",
    branch: "main",
    actor: "sarah",
    approvals:
      state === "nothing" ? [] : environments.map((one) => ({ environment: one, author: "aisha", state, comment })),
  });
}
