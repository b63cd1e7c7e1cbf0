import { matchesGlob } from "node:path";

import { logArguments, parseLog } from "#changelog";
import { checkLicences, irreversibleMigrations, isMigration, type DodEvidence } from "#gates";
import { overrideOf, type GateName, type ReleaseRecord } from "#machine";

import { required, type Ports, type StageContext } from "../context.ts";
import { askBlockers, askChanges, askCi } from "./evidence-host.ts";
import { recordsOf, servesProduction } from "../plan/plan-history.ts";

type Asked = Pick<Ports, "git" | "config" | "forge" | "journal" | "env">;

/** What is known for the Definition of Done now: from git, the record, the configuration and the code host. What is not known is said so. */
export async function gatherEvidence(
  { record, facts }: Pick<StageContext["driver"], "record" | "facts">,
  ports: Asked,
): Promise<DodEvidence> {
  const { git, config } = ports;
  const { plan } = record;
  const head = required(record.gatedSha, "the gated commit");
  const changed = await git.changedFiles(plan.previousTag ?? `${plan.baseSha}^`, head).catch(() => []);
  const prepared = facts.findLast((fact) => fact.type === "branch-prepared");
  const changelog = record.changelog ?? "";
  const waived = await waivedIn(ports, record);
  const { ledger } = record;
  return {
    approvals: config.review.approvals,
    changes: await askChanges(ports, plan),
    testGates: (["unit", "integration", "smoke", "e2e"] as const)
      .filter((gate) => plan.gates.includes(gate))
      .map((gate) => endOf(record, gate)),
    documentation: {
      changedFiles: changed.filter((file) => file !== "CHANGELOG.md" && matches(file, config.gates.dod.documentation)),
      features: Math.max(0, count(changelog, "Features") - waived.features),
      breakingChanges: Math.max(0, count(changelog, "BREAKING CHANGES") - waived.breakingChanges),
      waived: waived.features + waived.breakingChanges,
    },
    changelog: {
      written: changelog.trim() !== "",
      entries: ledger?.inNotes ?? 0,
      addsUp: ledger === undefined || ledger.commits === ledger.inNotes + ledger.hidden + ledger.unconventional,
    },
    tag: { name: plan.tag, taken: record.tag === undefined && (await git.tags(plan.tag)).some(isNamed(plan.tag)) },
    versionFiles: {
      bumped: (prepared?.files ?? []).filter((file) => file !== "CHANGELOG.md"),
      missing: (config.versionFiles ?? []).filter((file) => prepared !== undefined && !prepared.files.includes(file)),
    },
    security: endOf(record, "security"),
    licences: await licencesAt(ports, head),
    ciChecks: await askCi(ports, plan.baseSha),
    blockers: await askBlockers(ports),
    blockingLabels: config.gates.dod.blockingLabels,
    rollback: await rollbackTarget(ports, record),
    migrations: await migrationsIn(ports, { plan, head, changed }),
    monitors: [config.environments.production.monitor],
  };
}

const isNamed = (tag: string) => (one: { readonly name: string }) => one.name === tag;

const matches = (file: string, globs: readonly string[]): boolean => globs.some((glob) => matchesGlob(file, glob));

/** How a gate ended on the commit that is gated now; what was seen of another commit does not count. */
function endOf({ gates, plan, gatedSha }: ReleaseRecord, gate: GateName): DodEvidence["security"] {
  const result = gates.get(gate);
  const status = result?.sha === gatedSha ? (result?.status ?? "pending") : "pending";
  const override = overrideOf(plan, gate)?.reason;
  return { gate, status, ...(override === undefined ? {} : { override }) };
}

/** Features and breaking changes whose commits say `Docs: none`. */
async function waivedIn(
  { git }: Pick<Asked, "git">,
  { plan }: ReleaseRecord,
): Promise<{ readonly features: number; readonly breakingChanges: number }> {
  const range = plan.previousTag === undefined ? plan.baseSha : `${plan.previousTag}..${plan.baseSha}`;
  const commits = await parseLog(git.log(logArguments(range)));
  const waived = commits.filter(({ footers }) =>
    footers.some(({ token, value }) => token.toLowerCase() === "docs" && /^none\b/i.test(value)),
  );
  return {
    features: waived.filter(({ type, breaking }) => type === "feat" || (breaking && type === undefined)).length,
    breakingChanges: waived.filter(({ breaking }) => breaking).length,
  };
}

async function licencesAt({ git, config }: Pick<Asked, "git" | "config">, head: string) {
  const { licences, sbom = "package-lock.json" } = config.gates.dod;
  if (licences === undefined) return "no-rule" as const;
  return checkLicences(licences, sbom, await git.readFile(head, sbom));
}

async function rollbackTarget(
  { git, journal }: Pick<Asked, "git" | "journal">,
  { plan }: ReleaseRecord,
): Promise<DodEvidence["rollback"]> {
  const { previousTag } = plan;
  if (previousTag === undefined) return "first-release";
  if ((await git.resolve(`refs/tags/${previousTag}`)) === undefined)
    return { impossible: `tag ${previousTag} is gone` };
  const recorded = servesProduction(await recordsOf({ journal })) === previousTag;
  return { to: previousTag, recorded };
}

/** Of the files that are new since the last release. */
async function migrationsIn(
  { git, config }: Pick<Asked, "git" | "config">,
  range: { readonly plan: ReleaseRecord["plan"]; readonly head: string; readonly changed: readonly string[] },
): Promise<DodEvidence["migrations"]> {
  const { plan, head, changed } = range;
  const candidates = changed.filter((file) => matches(file, config.gates.dod.migrations) && isMigration(file));
  if (candidates.length === 0) return { total: 0, irreversible: [] };
  const before = new Set(plan.previousTag === undefined ? [] : await git.listFiles(plan.previousTag));
  const now = new Set(await git.listFiles(head));
  const added = candidates.filter((file) => now.has(file) && !before.has(file));
  const texts = await git.readFiles(head, added);
  const files = added.map((path) => ({ path, text: texts.get(path) ?? "" }));
  return { total: added.length, irreversible: irreversibleMigrations(files, (path) => now.has(path)) };
}

/** Entries below a heading of the changelog. */
function count(changelog: string, heading: string): number {
  const sections = changelog.split(/^###+ /m);
  const section = sections.find((text) => text.replace(/^\W+/, "").startsWith(heading));
  return section?.split("\n").filter((line) => /^[*-] /.test(line)).length ?? 0;
}
