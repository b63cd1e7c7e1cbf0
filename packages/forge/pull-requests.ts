import { normalised, withOurPart } from "./body.ts";
import type { Client } from "./client.ts";
import { ensureComment } from "./comments.ts";
import { createOnce } from "./create-once.ts";
import type { PullRequest, WantedPullRequest } from "./port.ts";
import { ensureLabels, ensureReviewers, warn } from "./reviewers.ts";
import { routes } from "./routes.ts";

/** What we read of a pull request, the same in a list and alone. */
export interface RawPullRequest {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly title: string;
  readonly body: string | null;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly ref: string };
  readonly user: { readonly login: string } | null;
  readonly labels: readonly { readonly name?: string }[];
  readonly requested_reviewers?: readonly { readonly login: string }[] | null;
  readonly requested_teams?: readonly { readonly slug: string }[] | null;
}

/** See the port. One that is merged or closed is reported as it is. */
export async function ensurePullRequest(
  client: Client,
  wanted: WantedPullRequest,
): Promise<PullRequest & { readonly warnings: readonly string[] }> {
  const find = () => findCurrent(client, wanted);
  const found =
    (await find()) ?? (await createOnce({ create: () => create(client, wanted), find, sleep: client.sleep }));
  if (found.state !== "open") return { ...toPullRequest(found), warnings: [] };
  const warnings = await Promise.all([
    updateText(client, found, wanted),
    ensureLabels(client, found, wanted.labels),
    ensureReviewers(client, found, wanted.reviewers),
  ]);
  return { ...toPullRequest(found), warnings: warnings.flat() };
}

/** An ended pull request is the wanted one only at the wanted head: an earlier attempt from the same branch is history. */
async function findCurrent(
  client: Client,
  { head, base, headSha }: WantedPullRequest,
): Promise<RawPullRequest | undefined> {
  const found = await findRaw(client, head, base);
  return found === undefined || found.state === "open" || found.head.sha === headSha ? found : undefined;
}

export async function findPullRequest(client: Client, head: string, base: string): Promise<PullRequest | undefined> {
  const found = await findRaw(client, head, base);
  return found === undefined ? undefined : toPullRequest(found);
}

export async function readPullRequest(client: Client, number: number) {
  const { data } = await client.request(routes.readPullRequest, { ...client.at, pull_number: number });
  return data;
}

export async function closePullRequest(client: Client, number: number): Promise<void> {
  const { state } = await readPullRequest(client, number);
  if (state === "closed") return;
  await client.request(routes.updatePullRequest, { ...client.at, pull_number: number, state: "closed" });
}

/** The open one, else the newest. */
async function findRaw(client: Client, head: string, base: string): Promise<RawPullRequest | undefined> {
  const { data } = await client.request(routes.listPullRequests, {
    ...client.at,
    head: `${client.at.owner}:${head}`,
    base,
    state: "all",
    per_page: 100,
  });
  // GitHub ignores a filter that it does not understand and lists everything.
  const ours = data.filter(
    (pull) =>
      pull.head.ref === head &&
      pull.base.ref === base &&
      pull.head.repo?.full_name.toLowerCase() === client.repository.toLowerCase(),
  );
  return ours.find(({ state }) => state === "open") ?? ours.toSorted((a, b) => b.number - a.number)[0];
}

const bodiesOf = ({ body, shorterBodies = [] }: WantedPullRequest) => [body, ...shorterBodies];

async function create(client: Client, wanted: WantedPullRequest): Promise<RawPullRequest> {
  const { head, base, title } = wanted;
  const { data } = await client.request(routes.createPullRequest, {
    ...client.at,
    head,
    base,
    title,
    body: withOurPart("", bodiesOf(wanted)).text,
  });
  return data;
}

async function updateText(
  client: Client,
  found: RawPullRequest,
  wanted: WantedPullRequest,
): Promise<readonly string[]> {
  const { number } = found;
  const { text, isTheirs } = withOurPart(found.body ?? "", bodiesOf(wanted));
  if (found.title !== wanted.title || normalised(found.body) !== normalised(text)) {
    const changes = { title: wanted.title, ...(isTheirs ? {} : { body: text }) };
    await client.request(routes.updatePullRequest, { ...client.at, pull_number: number, ...changes });
  }
  if (!isTheirs) return [];
  const said = `${keptNotice}\n\n${bodiesOf(wanted).find((body) => body.length <= roomInComment) ?? ""}`;
  return warn("Nobody could be told that the text was kept", () =>
    ensureComment(client, new Map(), { number, marker: "release-command:text", text: said }),
  );
}

const roomInComment = 64_000;
const keptNotice =
  "Somebody changed the generated part of this pull request's text, so it stays as it is. To have it generated again, delete it together with its markers. This is what it would say now:";

function toPullRequest(raw: RawPullRequest): PullRequest {
  const merged = raw.merged_at !== null;
  return {
    number: raw.number,
    url: raw.html_url,
    state: merged ? "merged" : raw.state === "open" ? "open" : "closed",
    headSha: raw.head.sha,
    ...(merged && raw.merge_commit_sha !== null ? { mergeSha: raw.merge_commit_sha } : {}),
  };
}
