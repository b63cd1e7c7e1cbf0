import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { type HostFault, isStatus } from "./host-fault.ts";
import { routes } from "./routes.ts";

/** The login that the token belongs to. */
export async function whoAmI(client: Client): Promise<string> {
  try {
    return (await client.request(routes.readUser)).data.login;
  } catch (thrown) {
    // The token of a workflow is not a user's; only GraphQL tells its name.
    if (!isStatus(thrown, 403)) throw thrown;
    const { viewer } = await client.graphql<{ readonly viewer: { readonly login: string } }>(
      "query { viewer { login } }",
    );
    return viewer.login;
  }
}

/** The role of a user; whatever is not a plain answer is a fault, never a guess. */
export async function roleOf(client: Client, login: string): Promise<string> {
  try {
    const { data } = await client.request(routes.readRole, { ...client.at, username: login });
    const role = wordIn(data, "role_name");
    if (role !== undefined) return role;
    throw unknownRole(client, login, "the answer names no role");
  } catch (thrown) {
    if (isStatus(thrown, 404)) throw unknownRole(client, login, thrown.reason, thrown);
    throw thrown;
  }
}

/** A text of an answer; whatever else came in its place, `null` for the whole of it too, is nothing. */
function wordIn(data: unknown, name: string): string | undefined {
  const value: unknown = Reflect.get(Object(data), name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** See the port. A 404 alone says nothing: GitHub hides a team from who may not see it. */
export async function isTeamMember(client: Client, team: string, login: string): Promise<boolean> {
  const [org = "", slug = ""] = team.replace(/^@/, "").split("/");
  const at = { org, team_slug: slug };
  try {
    const { data } = await client.request(routes.readTeamMembership, { ...at, username: login });
    return wordIn(data, "state") === "active";
  } catch (thrown) {
    if (!isStatus(thrown, 403, 404)) throw thrown;
    if (isStatus(thrown, 404) && (await isVisibleTeam(client, at))) return false;
    throw new ReleaseFault("permission", `Whether ${login} is in team ${org}/${slug} is not known: ${thrown.reason}`, {
      hint: `GITHUB_TOKEN cannot see teams: use the token of an App with the organization permission "Members: read", or name people beside the team.`,
      cause: thrown,
    });
  }
}

async function isVisibleTeam(client: Client, at: { readonly org: string; readonly team_slug: string }) {
  try {
    await client.request(routes.readTeam, at);
    return true;
  } catch (thrown) {
    if (isStatus(thrown, 403, 404)) return false;
    throw thrown;
  }
}

function unknownRole(client: Client, login: string, reason: string, cause?: HostFault): ReleaseFault {
  return new ReleaseFault("permission", `The role of ${login} in ${client.repository} is not known: ${reason}`, {
    hint: `Check the login and invite it with a role in ${client.webUrl}/settings/access.`,
    cause,
  });
}
