import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";

import { isZone } from "#calendar";
import { ReleaseFault } from "#faults";
import type { ReleasePlan } from "#machine";

/** What of a plan is the same whoever makes it, and whenever, as long as the world is the same. */
export interface Outlook {
  readonly plan: Omit<ReleasePlan, "initiatedBy" | "takesOver" | "reviewedDigest" | "rollback">;
  /** The commit of `previousTag`: a tag that was moved gives another changelog. */
  readonly previousSha?: string;
}

/** What people agreed to: the digest of an outlook, and where it came from a file all of it. */
export interface Reviewed {
  readonly digest: string;
  readonly document?: PlanDocument;
  /** Where that file lies, as it was named. */
  readonly file?: string;
}

const format = "release-plan/1";
const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "must be the full id of a commit");
const digest = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const strategy = z.enum(["blue-green", "canary", "rolling"]);

const pattern = z.strictObject({ source: z.string(), flags: z.string() });
const presetSchema = z.strictObject({
  name: z.string(),
  types: z.array(
    z.strictObject({
      type: z.string(),
      scope: z.string().exactOptional(),
      section: z.string(),
      hidden: z.boolean().exactOptional(),
    }),
  ),
  header: z.strictObject({ pattern, parts: z.array(z.string()) }).exactOptional(),
  breakingHeader: pattern.exactOptional(),
  noteKeywords: z.array(z.string()).exactOptional(),
});

const documentSchema = z.strictObject({
  format: z.literal(format),
  digest,
  /** The day that the changelog below names; a release names the day of its start. */
  date: z.iso.date(),
  previousSha: sha.exactOptional(),
  plan: z.strictObject({
    releaseVersion: z.string(),
    releaseType: z.enum(["standard", "hotfix"]),
    baseBranch: z.string(),
    baseSha: sha,
    targetBranch: z.string(),
    releaseBranch: z.string(),
    tag: z.string(),
    previousTag: z.string().exactOptional(),
    gates: z.array(z.enum(["security", "dod", "unit", "integration", "smoke", "e2e"])),
    overrides: z
      .array(
        z.strictObject({
          gate: z.enum(["security", "dod", "unit", "integration", "e2e"]),
          reason: z.string().max(500),
        }),
      )
      .min(1)
      .exactOptional(),
    parallelGates: z.literal(true).exactOptional(),
    shards: z.strictObject({ unit: z.int().exactOptional(), e2e: z.int().exactOptional() }).exactOptional(),
    steps: z.array(z.number()),
    stagingStrategy: strategy,
    productionStrategy: strategy,
    configDigest: digest,
    detected: z.array(z.strictObject({ key: z.string(), value: z.string(), why: z.string() })).exactOptional(),
    changelogOverride: z.string().exactOptional(),
    changelogPreset: presetSchema.exactOptional(),
    allowsLowerVersion: z.literal(true).exactOptional(),
    emergency: z.string().max(500).exactOptional(),
    schedule: z
      .strictObject({
        notBefore: z.iso.datetime().exactOptional(),
        expires: z.iso.datetime().exactOptional(),
        zone: z.string().refine(isZone, "must be the name of a time zone"),
      })
      .exactOptional(),
    incident: z
      .strictObject({ severity: z.enum(["P0", "P1"]), id: z.string(), autoApproved: z.boolean() })
      .exactOptional(),
  }),
  changelog: z.string(),
});

/** A plan as a file: what `start --dry-run --out` writes and `start --plan` carries out. */
export type PlanDocument = z.output<typeof documentSchema>;

/** What is compared of a plan, without who made it. */
export function outlookOf(plan: ReleasePlan, previousSha: string | undefined): Outlook {
  const { initiatedBy: _by, takesOver: _from, reviewedDigest: _reviewed, rollback: _back, ...same } = plan;
  return { plan: same, ...(previousSha === undefined ? {} : { previousSha }) };
}

/** SHA-256 (hex) of an outlook: order and spaces do not matter. */
export function digestOfOutlook({ plan, previousSha }: Outlook): string {
  return createHash("sha256")
    .update(canonicalize({ plan, previousSha }) ?? "")
    .digest("hex");
}

/** The file of a plan, for people to read and for `start --plan`. */
export function planFileText(
  outlook: Outlook,
  { date, changelog }: { readonly date: string; readonly changelog: string },
): string {
  const { plan, previousSha } = outlook;
  const before = previousSha === undefined ? {} : { previousSha };
  return `${JSON.stringify({ format, digest: digestOfOutlook(outlook), date, ...before, plan, changelog }, null, 2)}\n`;
}

/** Reads the file of a plan. Throws an `input` fault that names what is wrong, a later edit by hand too. */
export function parsePlanFile(text: string, name: string): Reviewed {
  const wrong = (what: string, cause?: unknown) =>
    new ReleaseFault("input", `${name} is no plan of a release: ${what}`, { hint: writeHint, cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw wrong("it is not JSON", thrown);
  }
  const { data, error } = documentSchema.safeParse(value);
  if (data === undefined) {
    const problems = error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
    throw wrong(problems.slice(0, 5).join("; "));
  }
  if (digestOfOutlook(data) !== data.digest) throw wrong("it was changed after it was written");
  return { digest: data.digest, document: data, file: name };
}

const writeHint = "Write it with: release start --version=auto --dry-run --out=plan.json";

/** Throws a `policy` fault with every difference between what was reviewed and what a release would do now. */
export function requireAsReviewed(
  { digest: wanted, document }: Reviewed,
  now: Outlook,
  changelogAt: (date: string) => string,
): void {
  const found = document === undefined ? [] : differences(document, now);
  if (document !== undefined && found.length === 0 && changelogAt(document.date) !== document.changelog)
    found.push("changelog: its text is not what these commits give");
  const actual = digestOfOutlook(now);
  if (found.length === 0 && actual !== wanted) found.push(`digest: ${wanted} → ${actual}`);
  if (found.length === 0) return;
  throw new ReleaseFault("policy", `The plan is not what would be released now:\n${found.join("\n")}`, {
    hint: `Nothing was changed. Have the plan reviewed again. ${writeHint}`,
  });
}

function differences(reviewed: Outlook, now: Outlook): string[] {
  const before = new Map(Object.entries({ ...reviewed.plan, previousSha: reviewed.previousSha }));
  const after = new Map(Object.entries({ ...now.plan, previousSha: now.previousSha }));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    return canonicalize(was) === canonicalize(is) ? [] : [`${key}: ${shown(was)} → ${shown(is)}`];
  });
}

function shown(value: unknown): string {
  if (value === undefined) return "none";
  const text = typeof value === "string" ? value : (canonicalize(value) ?? "none");
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
