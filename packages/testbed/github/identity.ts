import { notFound, Refusal } from "./answer.ts";
import type { Repository, User, World } from "./world.ts";

/** What a role may do, from least to most. */
const order = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Level = (typeof order)[number];

function isLevel(role: string): role is Level {
  return order.some((level) => level === role);
}

/** The user a token belongs to. Throws 401 for a token nobody has; `undefined` without any token. */
export function findUserOf(world: World, authorization: string | undefined): User | undefined {
  if (authorization === undefined) return undefined;
  const token = tokenIn(authorization);
  const user = world.users.find(({ tokens }) => tokens.includes(token));
  if (user === undefined) throw new Refusal(401, "Bad credentials");
  return user;
}

/** Throws 403 as GitHub does when the token of a job, whose permissions are all `read`, is to write. */
export function refuseReadOnly(user: User | undefined, authorization: string | undefined): void {
  if (authorization === undefined || user?.readOnlyTokens?.includes(tokenIn(authorization)) !== true) return;
  throw new Refusal(403, "Resource not accessible by integration");
}

function tokenIn(authorization: string): string {
  const [scheme = "", value = ""] = authorization.split(" ");
  if (scheme.toLowerCase() !== "basic") return value;
  return Buffer.from(value, "base64")
    .toString()
    .replace(/^[^:]*:/, "");
}

/** A user by login, in any case of letters as on GitHub. */
export function findUser(world: World, login: string): User | undefined {
  const wanted = login.toLowerCase();
  return world.users.find((user) => user.login.toLowerCase() === wanted);
}

/** The user of this login. Logins in the state always exist: users are never deleted. */
export function userNamed(world: World, login: string): User {
  const user = findUser(world, login);
  if (user === undefined) throw new Error(`The world has no user ${login}`);
  return user;
}

/** The name of the role of a login, or `none`. */
export function roleOf(repository: Repository, login: string): string {
  const role = Object.entries(repository.roles).find(([name]) => name.toLowerCase() === login.toLowerCase())?.[1];
  return role ?? (repository.private ? "none" : "read");
}

/** What the role of a login allows; a custom role allows what it inherits. */
export function levelOf(repository: Repository, login: string): Level {
  const role = roleOf(repository, login);
  const level = Object.hasOwn(repository.customRoles, role) ? (repository.customRoles[role] ?? "none") : role;
  return isLevel(level) ? level : "read";
}

/** Whether `level` includes `needed`. */
export function allows(level: Level, needed: Level): boolean {
  return order.indexOf(level) >= order.indexOf(needed);
}

/** Whether this login may push to the repository. */
export function mayWrite(repository: Repository, login: string): boolean {
  return allows(levelOf(repository, login), "write");
}

/** Throws as GitHub does when the user may not: 404 when they may not even know, else 403 with its reason. */
export function demand(repository: Repository, user: User | undefined, needed: Level): void {
  const level = user === undefined ? (repository.private ? "none" : "read") : levelOf(repository, user.login);
  if (!allows(level, "read")) throw notFound();
  if (allows(level, needed)) return;
  if (user === undefined) throw new Refusal(401, "Requires authentication");
  if (user.type === "Bot") throw new Refusal(403, "Resource not accessible by integration");
  throw new Refusal(
    403,
    needed === "admin" ? "Must have admin rights to Repository." : "Must have push access to repository",
  );
}

/** The repository at this address. */
export function findRepository(world: World, owner: string, name: string): Repository | undefined {
  const wanted = `${owner}/${name}`.toLowerCase();
  return world.repositories.find((repository) => `${repository.owner}/${repository.name}`.toLowerCase() === wanted);
}
