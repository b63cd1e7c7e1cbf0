import { Refusal, type Answer } from "./answer.ts";
import type { Scene } from "./call.ts";

const HOUR_MS = 3_600_000;

/** The budget of one login in the hour that the stand-in's clock is in. */
export interface Budget {
  readonly headers: Readonly<Record<string, string>>;
  /** GitHub's refusal when nothing is left. */
  readonly refusal: Answer | undefined;
  /** Counts the request that was answered. */
  readonly spend: () => Readonly<Record<string, string>>;
}

/** Opens the budget of `login`; a new hour begins full. */
export function openBudget(scene: Scene, login: string, resource: "core" | "graphql"): Budget {
  const { rateLimit } = scene.world;
  if (scene.nowMs() >= rateLimit.resetAtMs) {
    const first = rateLimit.resetAtMs === 0;
    rateLimit.resetAtMs = scene.nowMs() + HOUR_MS;
    if (!first) rateLimit.used = {};
  }
  const headers = (): Readonly<Record<string, string>> => {
    const used = rateLimit.used[login] ?? 0;
    return {
      "x-ratelimit-limit": String(rateLimit.limit),
      "x-ratelimit-remaining": String(Math.max(0, rateLimit.limit - used)),
      "x-ratelimit-used": String(used),
      "x-ratelimit-reset": String(Math.floor(rateLimit.resetAtMs / 1000)),
      "x-ratelimit-resource": resource,
    };
  };
  const exhausted = (rateLimit.used[login] ?? 0) >= rateLimit.limit;
  return {
    headers: headers(),
    refusal: exhausted ? new Refusal(403, `API rate limit exceeded for user ${login}.`).answer() : undefined,
    spend: () => {
      rateLimit.used[login] = (rateLimit.used[login] ?? 0) + 1;
      return headers();
    },
  };
}
