import type { Client } from "./client.ts";
import { ownCheck } from "./checks.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./host-fault.ts";
import type { Forge, WantedCheck } from "./port.ts";
import { routes } from "./routes.ts";

/** GitHub's limits: annotations of one request, characters of an annotation's title and of the summary. */
const annotationsAtMost = 50;
const titleAtMost = 255;
const summaryAtMost = 65_535;

/** See the port. A check that says something else is followed by a new one: GitHub adds annotations, it replaces none. */
export async function ensureCheck(client: Client, wanted: WantedCheck): ReturnType<Forge["ensureCheck"]> {
  const { sha, conclusion, title } = wanted;
  const summary = wanted.summary.slice(0, summaryAtMost);
  const find = async () => {
    const which = { ref: sha, check_name: ownCheck, filter: "latest" as const, per_page: 100 };
    const { data } = await client.request(routes.listCheckRuns, { ...client.at, ...which });
    return data.check_runs.find(
      (run) =>
        run.external_id === wanted.release &&
        run.conclusion === conclusion &&
        run.output.title === title &&
        run.output.summary === summary,
    );
  };
  const create = async () => {
    const check = {
      name: ownCheck,
      head_sha: sha,
      external_id: wanted.release,
      status: "completed" as const,
      conclusion,
      ...(wanted.detailsUrl === undefined ? {} : { details_url: wanted.detailsUrl }),
      output: { title, summary, annotations: wanted.annotations.slice(0, annotationsAtMost).map(annotation) },
    };
    return (await client.request(routes.createCheckRun, { ...client.at, ...check })).data;
  };
  try {
    if ((await find()) === undefined) await createOnce({ create, find, sleep: client.sleep });
    return "shown";
  } catch (thrown) {
    if (isStatus(thrown, 403) && /GitHub App/i.test(thrown.reason)) return "not an app";
    throw thrown;
  }
}

function annotation({ file, line, title, message }: WantedCheck["annotations"][number]) {
  return {
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: "failure" as const,
    title: title.slice(0, titleAtMost),
    message,
  };
}
