import { findUser } from "../identity.ts";
import type { Asker } from "./asker.ts";

/** An `Actor`: user or app. */
export function actorNode({ scene }: Asker, login: string) {
  const user = findUser(scene.world, login);
  if (user === undefined) return null;
  return {
    __typename: user.type,
    id: `U_${user.id}`,
    databaseId: user.id,
    login: user.login,
    name: user.name,
    url: `${scene.links.root}/${user.login}`,
  };
}
