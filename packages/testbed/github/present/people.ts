import type { Scene } from "../call.ts";
import { allows, levelOf, roleOf, userNamed } from "../identity.ts";
import type { Repository, User } from "../world.ts";

/** GitHub's `simple-user`. */
export function simpleUser({ links }: Scene, user: User) {
  const url = links.user(user);
  return {
    login: user.login,
    id: user.id,
    node_id: `U_${user.id}`,
    avatar_url: `${links.root}/avatars/${user.id}`,
    gravatar_id: "",
    url,
    html_url: `${links.root}/${encodeURIComponent(user.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

/** The `simple-user` with this login. */
export function person(scene: Scene, login: string) {
  return simpleUser(scene, userNamed(scene.world, login));
}

/** GitHub's `public-user`. */
export function publicUser(scene: Scene, user: User) {
  return {
    ...simpleUser(scene, user),
    name: user.name,
    company: null,
    blog: "",
    location: null,
    email: user.email,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
  };
}

/** The permission that the older field knows: maintain counts as write, triage as read. */
const coarse = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
} as const;

/** GitHub's answer to "which permission has this user here". */
export function collaboratorPermission(scene: Scene, repository: Repository, user: User) {
  const level = levelOf(repository, user.login);
  const role = roleOf(repository, user.login);
  const can = (needed: "read" | "triage" | "write" | "maintain" | "admin"): boolean => allows(level, needed);
  return {
    permission: coarse[level],
    role_name: role,
    user: {
      ...simpleUser(scene, user),
      permissions: {
        pull: can("read"),
        triage: can("triage"),
        push: can("write"),
        maintain: can("maintain"),
        admin: can("admin"),
      },
      role_name: role,
    },
  };
}

/** How GitHub names the tie between an author and a repository. */
export function association(repository: Repository, login: string): "OWNER" | "COLLABORATOR" | "NONE" {
  if (repository.owner === login) return "OWNER";
  return Object.hasOwn(repository.roles, login) ? "COLLABORATOR" : "NONE";
}
