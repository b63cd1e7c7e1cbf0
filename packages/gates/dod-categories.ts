import type { PassFail } from "#machine";
import type { DodEvidence, GateEnd } from "./dod-evidence.ts";

interface Judgement {
  readonly status: PassFail | "provisional" | "overridden";
  /** One sentence: what was seen. */
  readonly evidence: string;
  readonly suggestion?: string;
}

interface Category {
  readonly name: string;
  readonly judge: (evidence: DodEvidence) => Judgement;
}

const passed = (evidence: string): Judgement => ({ status: "passed", evidence });
const failed = (evidence: string, suggestion: string): Judgement => ({ status: "failed", evidence, suggestion });
/** It failed, and an admin answers for it. */
const overridden = (evidence: string): Judgement => ({ status: "overridden", evidence });
/** Known later, and asserted before staging. */
const later = (evidence: string): Judgement => ({ status: "provisional", evidence });

/** The eight categories (decision 21), in the order of the checklist. */
export const dodCategories: readonly Category[] = [
  { name: "code review", judge: codeReview },
  { name: "tests and coverage", judge: tests },
  { name: "documentation", judge: documentation },
  { name: "changelog and version", judge: changelogAndVersion },
  { name: "security and licences", judge: security },
  { name: "CI status", judge: ciStatus },
  { name: "open blockers", judge: blockers },
  { name: "operations", judge: operations },
];

function codeReview({ pullRequests }: DodEvidence): Judgement {
  if (pullRequests === "unknown")
    return later("Reviews of the changes are not known; the release's own pull request must be approved.");
  const { total, unreviewed } = pullRequests;
  if (total === 0) return later("No pull request is in the range; the release's own pull request must be approved.");
  if (unreviewed.length === 0) return passed(`All ${total} pull requests in the range were approved.`);
  const which = unreviewed.join(", ");
  return failed(
    `${unreviewed.length} of ${total} pull requests were merged without approval: ${which}.`,
    `Have ${which} reviewed and approved, then retry the release.`,
  );
}

function tests({ testGates }: DodEvidence): Judgement {
  const names = testGates.map(({ gate }) => gate).join(", ");
  if (testGates.length === 0)
    return failed("No gate of this release runs tests.", "Configure gates.unit and gates.integration.");
  const broken = testGates.filter(isBroken).map(({ gate }) => gate);
  if (broken.length > 0)
    return failed(`Tests failed: ${broken.join(", ")}.`, "Correct the failing tests, then retry the release.");
  const failing = testGates.filter(({ status }) => status === "failed");
  if (failing.length > 0)
    return overridden(`The gates that failed are overridden: ${failing.map(inWords).join("; ")}.`);
  const pending = testGates.some(({ status }) => status === "pending");
  const excused = testGates.filter(({ status, override }) => status === "pending" && override !== undefined);
  if (excused.length > 0)
    return later(`The gates ${names} run the tests; overridden, should they fail: ${excused.map(inWords).join("; ")}.`);
  return pending
    ? later(`The gates ${names} of this release run the tests and demand their coverage.`)
    : passed(`The gates ${names} passed.`);
}

const isBroken = ({ status, override }: GateEnd): boolean => status === "failed" && override === undefined;
const inWords = ({ gate, override = "" }: GateEnd): string => `${gate} (${override})`;

function documentation({ documentation: { changedFiles, features, breakingChanges } }: DodEvidence): Judgement {
  if (changedFiles.length > 0) return passed(`Documentation changed: ${firstOf(changedFiles)}.`);
  if (breakingChanges > 0) {
    return failed(
      `${breakingChanges} breaking changes and no documentation changed.`,
      "Describe how users migrate, for example in README.md or docs/.",
    );
  }
  if (features === 0) return passed("No new feature and no breaking change needs documentation.");
  return later(
    `${features} new features and no documentation changed; the release's reviewers decide whether that is right.`,
  );
}

function changelogAndVersion({ changelog, versionFiles }: DodEvidence): Judgement {
  if (!changelog.written)
    return failed(
      "The changelog has no section for this version.",
      "Start the release again, or give one: --changelog=FILE.",
    );
  if (versionFiles.missing.length > 0) {
    return failed(
      `The version is not in ${versionFiles.missing.join(", ")}.`,
      "Correct versionFiles in the configuration, or the files.",
    );
  }
  const bumped =
    versionFiles.bumped.length === 0 ? "no version file is kept" : `the version is in ${firstOf(versionFiles.bumped)}`;
  return passed(`The changelog has ${changelog.entries} entries; ${bumped}.`);
}

function security({ security: scan, deniedLicences }: DodEvidence): Judgement {
  if (isBroken(scan)) return failed("The security gate failed.", "Correct its findings, then retry the release.");
  if (deniedLicences !== "unknown" && deniedLicences.length > 0) {
    return failed(
      `Licences that are not allowed: ${firstOf(deniedLicences)}.`,
      "Replace these dependencies, or allow their licences.",
    );
  }
  const licences = deniedLicences === "unknown" ? "licences were not checked" : "every licence is allowed";
  if (scan.status === "failed")
    return overridden(`The security gate failed and is overridden: ${scan.override}; ${licences}.`);
  if (scan.status === "pending") return later(`The security gate of this release decides; ${licences}.`);
  return deniedLicences === "unknown"
    ? later(`The security gate passed; ${licences}.`)
    : passed(`The security gate passed; ${licences}.`);
}

function ciStatus({ ciChecks }: DodEvidence): Judgement {
  if (ciChecks === "unknown" || ciChecks.length === 0) {
    return later("No CI checks are known for this commit; those of the release's pull request must be green.");
  }
  const named = (state: string) => ciChecks.filter((check) => check.state === state).map(({ name }) => name);
  const broken = named("failure");
  if (broken.length > 0)
    return failed(
      `CI checks failed: ${firstOf(broken)}.`,
      "Make them green on the source branch, then retry the release.",
    );
  const pending = named("pending");
  if (pending.length > 0)
    return later(
      `CI checks are still running: ${firstOf(pending)}; those of the release's pull request must be green.`,
    );
  return passed(`All ${ciChecks.length} CI checks of the commit are green.`);
}

function blockers({ unresolvedThreads, blockers: issues }: DodEvidence): Judgement {
  if (issues !== "unknown" && issues.length > 0) {
    return failed(`Open issues block the release: ${firstOf(issues)}.`, "Close them, or take the blocking label off.");
  }
  if (unresolvedThreads !== "unknown" && unresolvedThreads > 0) {
    return failed(
      `${unresolvedThreads} review threads are unresolved.`,
      "Resolve them in their pull requests, then retry the release.",
    );
  }
  if (issues === "unknown" || unresolvedThreads === "unknown") {
    return later(
      "Threads or blocking issues could not all be asked for; those of the release's pull request must be resolved.",
    );
  }
  return passed("No issue blocks the release and no review thread is open.");
}

function operations({ rollback, irreversibleMigrations, monitors }: DodEvidence): Judgement {
  if (rollback === "impossible") {
    return failed(
      "There is no version to roll back to.",
      "Keep the last release deployable: its tag and artifact must exist.",
    );
  }
  if (irreversibleMigrations.length > 0) {
    return failed(
      `Migrations cannot be undone: ${firstOf(irreversibleMigrations)}.`,
      "Split them: expand now, contract in a later release.",
    );
  }
  if (monitors.length === 0)
    return failed("Nothing watches production.", "Configure environments.production.monitor, for example: proxy.");
  const target =
    rollback === "first-release"
      ? "this is the first release, nothing to roll back to"
      : `a rollback goes to ${rollback.to}`;
  return passed(`Monitored by ${monitors.join(", ")}; ${target}.`);
}

function firstOf(names: readonly string[]): string {
  const rest = names.length - 5;
  return rest > 0 ? `${names.slice(0, 5).join(", ")} and ${rest} more` : names.join(", ");
}
