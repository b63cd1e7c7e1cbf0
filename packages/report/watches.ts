import type { Environment, ReleaseRecord } from "#machine";

import { cell, percent } from "./text.ts";

type Watch = ReleaseRecord["watches"][number];

/** The watch after a rollback looks at the version that serves again, all others at that of the release. */
const isAfterwards = ({ point }: Watch): boolean => point === "rollback";

/** The newest watch of the release's own version in an environment. */
export function newestWatch({ watches }: ReleaseRecord, environment: Environment): Watch | undefined {
  return watches.findLast((watch) => watch.environment === environment && !isAfterwards(watch));
}

/** When a version was watched; of the one that serves again, which that is. */
export function watchedAt(watch: Watch, { rollback }: ReleaseRecord): string {
  if (!isAfterwards(watch)) return cell(watch.point);
  const version = rollback?.reverted?.to;
  return version === undefined ? "after the rollback" : `after the rollback, on ${cell(version)}`;
}

/** What the clients of production got of a version that went back. */
export function clientsMet({ watches, deployments, plan }: ReleaseRecord): string | undefined {
  if (plan.rollback !== undefined || !deployments.has("production")) return undefined;
  const seen = watches.filter((watch) => watch.environment === "production" && !isAfterwards(watch));
  const requests = seen.reduce((sum, watch) => sum + watch.requests, 0);
  if (requests === 0) return "no request was seen by a watch";
  const errors = seen.reduce((sum, watch) => sum + Math.round((watch.errorRatio ?? 0) * watch.requests), 0);
  return `${requests} watched requests, ${errors} of them failed (${percent(errors / requests)})`;
}
