import { notFound, Refusal } from "../answer.ts";
import { text, type Call, type Handlers } from "../call.ts";
import { ownerOf } from "../present/repository.ts";
import { simpleTeam } from "../present/teams.ts";
import type { Repository } from "../world.ts";

/** The team of the path, as far as the asker may know: the token of an installation without "Members" sees none. */
function teamOf(call: Call): { readonly repository: Repository; readonly slug: string } {
  if (call.user.type === "Bot" && !call.user.seesTeams)
    throw new Refusal(403, "Resource not accessible by integration");
  const [org, slug] = [text(call, "org"), text(call, "team_slug").toLowerCase()];
  const repository = call.scene.world.repositories.find(
    ({ owner, teams }) => owner === org && Object.hasOwn(teams, slug),
  );
  if (repository === undefined) throw notFound();
  return { repository, slug };
}

function organization({ scene }: Call, repository: Repository) {
  const { login, id, node_id, avatar_url } = ownerOf(scene, repository);
  const api = `${scene.links.root}/orgs/${login}`;
  return {
    login,
    id,
    node_id,
    avatar_url,
    url: api,
    html_url: `${scene.links.root}/${login}`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    description: null,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: "Organization",
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    archived_at: null,
  };
}

/** Teams and who is in them. */
export const teams: Handlers = {
  "teams/get-by-name": (call) => {
    const { repository, slug } = teamOf(call);
    const { teams: all, createdAt } = repository;
    return {
      status: 200,
      body: {
        ...simpleTeam(call.scene, repository, slug),
        members_count: all[slug]?.length ?? 0,
        repos_count: 1,
        created_at: createdAt,
        updated_at: createdAt,
        organization: organization(call, repository),
      },
    };
  },
  "teams/get-membership-for-user-in-org": (call) => {
    const { repository, slug } = teamOf(call);
    const login = text(call, "username").toLowerCase();
    if (repository.teams[slug]?.some((member) => member.toLowerCase() === login) !== true) throw notFound();
    const { url } = simpleTeam(call.scene, repository, slug);
    return { status: 200, body: { url: `${url}/memberships/${login}`, role: "member", state: "active" } };
  },
};
