import semver from "semver";

import { ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";
import { isTerminal } from "#machine";

import { configAt, openTarget, type Workplace } from "../open.ts";

/** What somebody wants to bring back. */
export interface WantedRollback {
  readonly from: string;
  readonly to?: string;
}

/** Refuses, before anything is read or touched, what cannot be a way back. */
export function requireWayBack({ from, to }: WantedRollback): void {
  if (to === undefined) return;
  const [older, newer] = [semver.parse(to), semver.parse(from.split("_")[0])];
  if (older === null)
    throw new ReleaseFault("input", `"${to}" is no version to go back to`, {
      hint: "Version must follow X.Y.Z format. Example: release rollback v2.5.0 --to=v2.4.0",
    });
  if (newer === null) return;
  const order = semver.compareBuild(older, newer);
  if (order < 0) return;
  const why = order === 0 ? "is the version that is to go" : `is newer than ${from}: that is no way back`;
  throw new ReleaseFault("input", `${to} ${why}`, {
    hint:
      order === 0
        ? "Name the version before, or leave `to` out."
        : `To go forward, release it: release start --version=…`,
  });
}

/**
 * The version that a rollback brings back, surely deployed now; the release was read and nothing was touched. A release
 * in flight goes back to what served before it, and nowhere else.
 */
export async function deployedBefore(
  workplace: Workplace,
  { id, live, record }: StoredRelease,
  wanted: WantedRollback,
): Promise<string> {
  const { plan, deployments } = record;
  const previous = deployments.get("production")?.previous;
  const inFlight = live && !isTerminal(record.state);
  if (inFlight && wanted.to !== undefined && wanted.to !== previous)
    throw new ReleaseFault(
      "input",
      `${id} is in flight: it goes back to ${previous ?? "what served before"}, not to ${wanted.to}`,
      { hint: "Leave out `to`, or wait until the release is over." },
    );
  const to = wanted.to ?? previous;
  const { config } = await configAt(workplace.git, record.tag?.sha ?? plan.baseSha);
  const { cwd: workDirectory, clock, signal } = workplace.surroundings;
  const target = await openTarget(config, "production", { workDirectory, clock, signal });
  // Not `check`: what keeps a release from beginning, such as a platform that lost its shares, is what a rollback mends.
  const { revisions } = await target.observe();
  if (to === undefined || !revisions.some(({ version }) => version === to)) {
    const named = to ?? plan.previousTag ?? `of ${plan.tag}`;
    const shown = revisions.map(({ version, percent }) => `${version} (${percent} %)`).join(", ");
    throw new ReleaseFault("policy", `Cannot rollback, previous version ${named} not deployed`, {
      hint: `Deployed now: ${shown === "" ? "nothing" : shown}.`,
    });
  }
  const mine = revisions.find(({ version }) => version === plan.tag);
  if (!inFlight && (mine?.percent ?? 0) === 0) {
    const serving = revisions.filter(({ percent }) => percent > 0).map(({ version }) => version);
    throw new ReleaseFault("policy", `${id} serves nobody: there is nothing to bring back`, {
      hint: `Production is served by ${serving.join(", ") || "nothing"}. See: release status ${id}`,
    });
  }
  return to;
}
