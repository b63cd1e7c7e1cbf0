import type { Client } from "./client.ts";
import { isOfTheHouse } from "./comments.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./host-fault.ts";
import { allPages } from "./pages.ts";
import type { Forge } from "./port.ts";
import { routes } from "./routes.ts";

type WantedIssue = Parameters<Forge["ensureIssue"]>[0];

/** One issue with this hidden marker; what people made of it since, closed or rewritten, stays. Returns its web address. */
export async function ensureIssue(client: Client, wanted: WantedIssue): Promise<string> {
  const hidden = `<!-- ${wanted.marker.replaceAll("-->", "")} -->`;
  const find = async () => {
    const issues = await allPages(async (page) => {
      const range = { state: "all" as const, labels: wanted.label, per_page: 100, page };
      return (await client.request(routes.listIssues, { ...client.at, ...range })).data;
    });
    return issues.find((issue) => (issue.body ?? "").startsWith(hidden) && isOfTheHouse(issue));
  };
  const create = async () => {
    const { title, body, label } = wanted;
    const issue = { title, body: `${hidden}\n${body}`, labels: [label] };
    return (await client.request(routes.createIssue, { ...client.at, ...issue })).data;
  };
  const { html_url: url } = (await find()) ?? (await createOnce({ create, find, sleep: client.sleep }));
  return url;
}

/** See the port. */
export async function findIssue(client: Client, number: number): ReturnType<Forge["findIssue"]> {
  try {
    const { data } = await client.request(routes.readIssue, { ...client.at, issue_number: number });
    const assignees = (data.assignees ?? []).flatMap((one) => (one === null ? [] : [one.login]));
    return { open: data.state === "open", assignees };
  } catch (thrown) {
    if (isStatus(thrown, 404, 410)) return undefined;
    throw thrown;
  }
}
