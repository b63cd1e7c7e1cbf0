import type { Client } from "./client.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./host-fault.ts";
import type { Forge } from "./port.ts";
import { routes } from "./routes.ts";

type WantedDeployment = Parameters<Forge["ensureDeployment"]>[0];

/** GitHub's limit, in characters. */
export const maxDescription = 140;

interface RawDeployment {
  readonly id: number | bigint;
  readonly payload: unknown;
}

/** What this process has shown, so that it need not ask what it knows: by environment, commit and release. */
export type ShownDeployments = Map<string, { readonly id: number; readonly last?: Status | undefined }>;

interface Status {
  readonly state: string;
  readonly description: string;
}

/** Our deployment of this commit in this environment, with its last status as wanted; nothing is sent when it is so already. */
export async function ensureDeployment(
  client: Client,
  wanted: WantedDeployment,
  shown: ShownDeployments,
): Promise<void> {
  const find = () => findDeployment(client, wanted);
  const key = JSON.stringify([wanted.environment, wanted.sha, wanted.release]);
  const known = shown.get(key);
  const id =
    known?.id ??
    Number(
      ((await find()) ?? (await createOnce({ create: () => create(client, wanted), find, sleep: client.sleep }))).id,
    );
  const status = { state: wanted.state, description: shortened(wanted.description) };
  const isWanted = (one: Status) => one.state === status.state && one.description === status.description;
  if (known?.last === undefined || !isWanted(known.last))
    await ensureStatus(client, { id, wanted, isWanted, known: known?.last });
  shown.set(key, { id, last: status });
}

/** The newest deployment of a release in an environment is in this state from now on; nothing is done where there is none. */
export async function markDeployment(client: Client, wanted: Parameters<Forge["markDeployment"]>[0]): Promise<void> {
  const found = (await newestDeployments(client, wanted.environment)).find(({ release }) => release === wanted.release);
  if (found === undefined) return;
  const isWanted = ({ state }: Pick<Status, "state">) => state === wanted.state;
  await ensureStatus(client, { id: found.id, wanted, isWanted });
}

/** The newest deployments to an environment, at most 100, newest first: the releases whose they are. */
export async function newestDeployments(
  client: Client,
  environment: string,
): Promise<readonly { readonly id: number; readonly release: unknown }[]> {
  const { data } = await client.request(routes.listDeployments, { ...client.at, environment, per_page: 100 });
  return data.map(({ id, payload }) => ({ id: Number(id), release: releaseOf(payload) }));
}

interface WantedStatus {
  readonly id: number;
  readonly wanted: Pick<WantedDeployment, "state" | "description" | "logUrl" | "environmentUrl">;
  readonly isWanted: (last: Status) => boolean;
  /** What this process itself set last: then it is not asked for. */
  readonly known?: Status | undefined;
}

async function ensureStatus(client: Client, { id, wanted, isWanted, known }: WantedStatus): Promise<void> {
  const statusIs = async () => {
    const range = { deployment_id: id, per_page: 1 };
    const { data } = await client.request(routes.listDeploymentStatuses, { ...client.at, ...range });
    const [last] = data;
    return last !== undefined && isWanted(last) ? last : undefined;
  };
  if (known === undefined && (await statusIs()) !== undefined) return;
  const { state, description, logUrl, environmentUrl } = wanted;
  const createStatus = async () => {
    const status = {
      deployment_id: id,
      state,
      description: shortened(description),
      ...(logUrl === undefined ? {} : { log_url: logUrl }),
      ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
    };
    return (await client.request(routes.createDeploymentStatus, { ...client.at, ...status })).data;
  };
  await createOnce({ create: createStatus, find: statusIs, sleep: client.sleep });
}

/** The environment is there: protection of deployments to it is a matter of its rules. */
export async function environmentExists(client: Client, name: string): Promise<boolean> {
  try {
    await client.request(routes.readEnvironment, { ...client.at, environment_name: name });
    return true;
  } catch (thrown) {
    if (isStatus(thrown, 404)) return false;
    throw thrown;
  }
}

async function findDeployment(client: Client, wanted: WantedDeployment): Promise<RawDeployment | undefined> {
  const { environment, sha } = wanted;
  const { data } = await client.request(routes.listDeployments, { ...client.at, environment, sha, per_page: 100 });
  return data.find(({ payload }) => releaseOf(payload) === wanted.release);
}

async function create(client: Client, { environment, sha, release }: WantedDeployment): Promise<RawDeployment> {
  const { data } = await client.request(routes.createDeployment, {
    ...client.at,
    ref: sha,
    environment,
    // GitHub's defaults would merge the default branch in, and refuse while any status of the commit is not green.
    auto_merge: false,
    required_contexts: [],
    production_environment: environment === "production",
    payload: { release },
    description: shortened(`Release ${release}`),
  });
  if ("id" in data) return data;
  throw new Error("GitHub merged instead of deploying, although it was told not to");
}

function releaseOf(payload: unknown): unknown {
  const value = typeof payload === "string" ? parsed(payload) : payload;
  return typeof value === "object" && value !== null && "release" in value ? value.release : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text that has room; of a longer one the beginning. */
export function shortened(text: string, atMost = maxDescription): string {
  return text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text;
}
