import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { isStatus } from "./host-fault.ts";
import type { CheckRun } from "./port.ts";
import { routes } from "./routes.ts";

const perPage = 100;
/** GitHub lists the check runs of at most 1000 suites of a commit. */
const pagesAtMost = 50;

async function onePage(client: Client, ref: string, page: number) {
  try {
    const { data } = await client.request(routes.listCheckRuns, { ...client.at, ref, per_page: perPage, page });
    return data;
  } catch (thrown) {
    if (!isStatus(thrown, 403, 404)) throw thrown;
    throw new ReleaseFault(
      "permission",
      `The token may not read the checks of ${client.repository}: ${thrown.reason}`,
      { hint: "Give the job that runs this the permission:\npermissions:\n  checks: read", cause: thrown },
    );
  }
}

/** The newest check run of each name and app on a commit. GitHub lets only apps make them: nobody's own token can. */
export async function checkRuns(client: Client, sha: string): Promise<readonly CheckRun[]> {
  const newest = new Map<string, { readonly id: number; readonly run: CheckRun }>();
  for (let page = 1; page <= pagesAtMost; page += 1) {
    const data = await onePage(client, sha, page);
    for (const { id: number, name, app, head_sha, status, conclusion, html_url } of data.check_runs) {
      const id = Number(number);
      const slug = app?.slug ?? "";
      const key = `${name}\0${slug}`;
      if (head_sha !== sha || (newest.get(key)?.id ?? 0) > id) continue;
      const state = status === "completed" ? (conclusion ?? "missing") : "pending";
      const url = html_url === null ? {} : { url: html_url };
      newest.set(key, { id, run: { name, app: slug, sha, state, ...url } });
    }
    if (data.check_runs.length < perPage) break;
  }
  return [...newest.values()].map(({ run }) => run).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
