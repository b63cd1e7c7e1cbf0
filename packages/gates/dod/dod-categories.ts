import type { DodEvidence, GateEnd } from "./dod-evidence.ts";
import { failed, firstOf, later, overridden, passed, type Judgement } from "./dod-judgement.ts";
import { judgeLicences } from "./dod-licences.ts";
import { blockers, ciStatus, codeReview, documentation } from "./dod-people.ts";

interface Category {
  readonly name: string;
  readonly judge: (evidence: DodEvidence) => Judgement;
}

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

function changelogAndVersion({ changelog, versionFiles, tag }: DodEvidence): Judgement {
  if (!changelog.written)
    return failed(
      "The changelog has no section for this version.",
      "Start the release again, or give one: --changelog=FILE.",
    );
  if (!changelog.addsUp)
    return failed("The ledger of the changelog does not account for every commit.", "Start the release again.");
  if (tag.taken)
    return failed(
      `Tag ${tag.name} exists already.`,
      "Release under the next version. Example: release start --version=patch",
    );
  if (versionFiles.missing.length > 0) {
    return failed(
      `The version is not in ${versionFiles.missing.join(", ")}.`,
      "Correct versionFiles in the configuration, or the files.",
    );
  }
  const bumped =
    versionFiles.bumped.length === 0 ? "no version file is kept" : `the version is in ${firstOf(versionFiles.bumped)}`;
  return passed(`The changelog has ${changelog.entries} entries; ${bumped}; tag ${tag.name} is free.`);
}

function security({ security: scan, licences }: DodEvidence): Judgement {
  if (isBroken(scan)) return failed("The security gate failed.", "Correct its findings, then retry the release.");
  const found = judgeLicences(licences);
  if (found.status === "failed") return found;
  if (scan.status === "failed")
    return overridden(`The security gate failed and is overridden: ${scan.override}; ${found.evidence}.`);
  if (scan.status === "passed") return passed(`The security gate passed; ${found.evidence}.`);
  const excused = scan.override === undefined ? "" : ` (overridden, should it fail: ${scan.override})`;
  return later(`The security gate of this release decides${excused}; ${found.evidence}.`);
}

function operations({ rollback, migrations, monitors }: DodEvidence): Judgement {
  if (typeof rollback === "object" && "impossible" in rollback) {
    return failed(
      `There is no version to roll back to: ${rollback.impossible}.`,
      "Keep the last release deployable: its tag and artifact must exist.",
    );
  }
  if (migrations.irreversible.length > 0) {
    return failed(
      `Migrations cannot be undone: ${firstOf(migrations.irreversible)}.`,
      "Add their way back, or split them: expand now, contract in a later release.",
    );
  }
  if (monitors.length === 0)
    return failed("Nothing watches production.", "Configure environments.production.monitor, for example: proxy.");
  const target =
    rollback === "first-release"
      ? "this is the first release, nothing to roll back to"
      : `a rollback goes to ${rollback.to}, ${rollback.recorded ? "which the records say serves production" : "whose tag is there; no record here says that it was deployed"}`;
  const undone =
    migrations.total === 0 ? "no migration is new" : `all ${migrations.total} new migrations can be undone`;
  return passed(`Monitored by ${monitors.join(", ")}; ${target}; ${undone}.`);
}
