import type { Client } from "./client.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./host-fault.ts";
import type { Forge } from "./port.ts";
import { routes } from "./routes.ts";

type WantedDeployment = Parameters<Forge["ensureDeployment"]>[0];

/** GitHub's limit. */
const maxDescription = 140;

interface RawDeployment {
  readonly id: number | bigint;
  readonly payload: unknown;
}

/** Our deployment of this commit in this environment, with its last status as wanted; nothing is sent when it is so already. */
export async function ensureDeployment(client: Client, wanted: WantedDeployment): Promise<void> {
  const find = () => findDeployment(client, wanted);
  const { id } =
    (await find()) ?? (await createOnce({ create: () => create(client, wanted), find, sleep: client.sleep }));
  const description = shortened(wanted.description);
  const statusIs = async () => {
    const { data } = await client.request(routes.listDeploymentStatuses, {
      ...client.at,
      deployment_id: Number(id),
      per_page: 1,
    });
    const [last] = data;
    return last?.state === wanted.state && last.description === description ? last : undefined;
  };
  if ((await statusIs()) !== undefined) return;
  const createStatus = async () => {
    const status = { deployment_id: Number(id), state: wanted.state, description };
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

function shortened(text: string): string {
  return text.length > maxDescription ? `${text.slice(0, maxDescription - 1)}…` : text;
}
