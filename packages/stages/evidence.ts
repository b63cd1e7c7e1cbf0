import type { DodEvidence } from "#gates";
import { overrideOf, type GateName, type ReleaseRecord } from "#machine";

import { required, type Ports, type StageContext } from "./context.ts";

const documentation = /(^|\/)(docs?\/|README|CHANGELOG)|\.(md|mdx|rst|adoc)$/i;
/** Names by which teams mark a migration that cannot be undone. */
const irreversible = /migrations?\/.*(irreversible|destructive|drop[-_])/i;

/** What is known for the Definition of Done when its gate runs: from git, the record and the configuration. What is not known is said so. */
export async function gatherEvidence(
  { record, facts }: Pick<StageContext["driver"], "record" | "facts">,
  { git, config }: Pick<Ports, "git" | "config">,
): Promise<DodEvidence> {
  const { plan } = record;
  const head = required(record.gatedSha, "the gated commit");
  const changed = await git.changedFiles(plan.previousTag ?? `${plan.baseSha}^`, head).catch(() => []);
  const prepared = facts.findLast((fact) => fact.type === "branch-prepared");
  const changelog = record.changelog ?? "";
  return {
    pullRequests: "unknown",
    testGates: (["unit", "integration", "smoke", "e2e"] as const)
      .filter((gate) => plan.gates.includes(gate))
      .map((gate) => endOf(record, gate)),
    documentation: {
      changedFiles: changed.filter((file) => documentation.test(file) && file !== "CHANGELOG.md"),
      features: count(changelog, "Features"),
      breakingChanges: count(changelog, "BREAKING CHANGES"),
    },
    changelog: { written: changelog.trim() !== "", entries: record.ledger?.inNotes ?? 0 },
    versionFiles: {
      bumped: (prepared?.files ?? []).filter((file) => file !== "CHANGELOG.md"),
      missing: (config.versionFiles ?? []).filter((file) => prepared !== undefined && !prepared.files.includes(file)),
    },
    security: endOf(record, "security"),
    deniedLicences: "unknown",
    ciChecks: "unknown",
    unresolvedThreads: "unknown",
    blockers: "unknown",
    rollback: rollbackTarget(record),
    irreversibleMigrations: changed.filter((file) => irreversible.test(file)),
    monitors: [config.environments.production.monitor],
  };
}

function endOf({ gates, plan }: ReleaseRecord, gate: GateName): DodEvidence["security"] {
  const override = overrideOf(plan, gate)?.reason;
  return { gate, status: gates.get(gate)?.status ?? "pending", ...(override === undefined ? {} : { override }) };
}

function rollbackTarget({ plan }: ReleaseRecord): DodEvidence["rollback"] {
  return plan.previousTag === undefined ? "first-release" : { to: plan.previousTag };
}

/** Entries below a heading of the changelog. */
function count(changelog: string, heading: string): number {
  const sections = changelog.split(/^###+ /m);
  const section = sections.find((text) => text.replace(/^\W+/, "").startsWith(heading));
  return section?.split("\n").filter((line) => /^[*-] /.test(line)).length ?? 0;
}
