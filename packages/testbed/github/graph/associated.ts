import { isPullRequest } from "../call.ts";
import { readLog } from "../git-log.ts";
import type { Repository } from "../world.ts";
import type { Asker } from "./asker.ts";
import { connection, type PageArguments } from "./connection.ts";
import { pullNode } from "./pulls.ts";

/** Pull requests that brought a commit: merged as it, or with it among their own. */
async function pullsOf({ scene }: Asker, repository: Repository, sha: string) {
  const directory = scene.git(repository);
  const found = [];
  for (const issue of repository.issues.filter(isPullRequest)) {
    const { merged, headSha } = issue.pull;
    if (merged === undefined) continue;
    const range = [`${merged.sha}^1..${headSha}`];
    const own = async () => (await readLog(directory, ["--max-count=250", ...range])).some((one) => one.sha === sha);
    if (merged.sha === sha || (await own())) found.push(issue);
  }
  return found;
}

/** The `associatedPullRequests` of a commit that is asked for by itself. */
export function associatedPullRequests(asker: Asker, repository: Repository, sha: string) {
  return async (page: PageArguments) =>
    connection(
      (await pullsOf(asker, repository, sha)).map((issue): object => pullNode(asker, repository, issue)),
      page,
    );
}
