import type { Scene } from "../call.ts";
import type { User } from "../world.ts";

/** Who asks, in which world. */
export interface Asker {
  readonly scene: Scene;
  readonly user: User;
}
