import type { Scene } from "../call.ts";
import type { Repository } from "../world.ts";

/** GitHub's `team-simple`; its id is told by its place. */
export function simpleTeam({ links }: Scene, { id, owner, teams }: Repository, slug: string) {
  const number = id * 1000 + Object.keys(teams).indexOf(slug);
  const url = `${links.root}/organizations/${owner}/team/${number}`;
  return {
    id: number,
    node_id: `T_${number}`,
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "push",
    url,
    html_url: `${links.root}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    organization_id: id,
    parent: null,
  };
}
