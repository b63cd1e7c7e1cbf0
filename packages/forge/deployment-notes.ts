import type { Client } from "./client.ts";
import { createOnce } from "./create-once.ts";
import { maxDescription, newestDeployments, shortened } from "./deployments.ts";
import type { DeploymentNote, Forge } from "./port.ts";
import { routes } from "./routes.ts";

/** Stands between what a deployment says and the note after it. */
const before = " · ";

/** A status says it anew and a note longer: what was there is read first, and nothing is sent when it is there already. */
export async function noteDeployment(
  client: Client,
  { environment, release, note }: Parameters<Forge["noteDeployment"]>[0],
): Promise<boolean> {
  const found = (await newestDeployments(client, environment)).find((one) => one.release === release);
  if (found === undefined) return false;
  const [last, ...older] = await statusesOf(client, found.id);
  if (last === undefined) return false;
  if ([last, ...older].some((one) => carries(one, note))) return true;
  const [said = ""] = last.description.split(before);
  const room = maxDescription - before.length - note.length;
  const create = async () => {
    await client.request(routes.createDeploymentStatus, {
      ...client.at,
      deployment_id: found.id,
      state: last.state,
      description: `${shortened(said, room)}${before}${note}`,
      ...(last.log_url === "" ? {} : { log_url: last.log_url }),
      ...(last.environment_url === "" ? {} : { environment_url: last.environment_url }),
      // What it means for others was said when it was said first.
      auto_inactive: false,
    });
    return true;
  };
  const find = async () => (await statusesOf(client, found.id)).some((one) => carries(one, note)) || undefined;
  return createOnce({ create, find, sleep: client.sleep });
}

export async function deploymentNotes(client: Client, environment: string): Promise<readonly DeploymentNote[]> {
  const notes: DeploymentNote[] = [];
  for (const { id, release } of await newestDeployments(client, environment)) {
    if (typeof release !== "string") continue;
    for (const { description, creator, created_at: at } of await statusesOf(client, id))
      if (description !== "") notes.push({ release, description, by: creator?.login ?? "", at });
  }
  return notes;
}

/** Newest first. */
async function statusesOf(client: Client, id: number) {
  const range = { deployment_id: id, per_page: 100 };
  const { data } = await client.request(routes.listDeploymentStatuses, { ...client.at, ...range });
  return data.map(({ log_url = "", environment_url = "", ...status }) => ({ ...status, log_url, environment_url }));
}

const carries = ({ description }: { readonly description: string }, note: string): boolean =>
  description.endsWith(`${before}${note}`);
