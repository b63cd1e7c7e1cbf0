import { matchesGlob } from "node:path";

import type { FactBody, ReleaseRecord } from "#machine";

import type { StageContext } from "../context.ts";

type Suspected = Extract<FactBody, { type: "suspected" }>;

const commitsAtMost = 300;
const toldAtMost = 10;

/**
 * The commits of a release that touch what failed: files that the failing check says it is affected by, or files and
 * subjects that are named like it. A hint and no proof; `undefined` where the signal points at no part of the code.
 */
export async function suspectsOf(context: StageContext): Promise<Suspected | undefined> {
  const { driver, git } = context;
  const { plan, tag } = driver.record;
  const failing = failingChecks(context);
  if (failing.length === 0 || plan.previousTag === undefined || tag === undefined) return undefined;
  const commits = await commitsIn(git, `${plan.previousTag}..${tag.sha}`);
  const hits = commits.flatMap(({ sha, subject, files }) => {
    const why = failing.map((check) => whyHit(check, subject, files)).find((found) => found !== undefined);
    return why === undefined ? [] : [{ sha, subject, why }];
  });
  const signal = failing.map(({ name }) => name).join(", ");
  return { type: "suspected", signal, searched: commits.length, commits: hits.slice(0, toldAtMost) };
}

interface Failing {
  readonly name: string;
  readonly affects: readonly string[];
  readonly words: readonly string[];
}

/** The smoke checks that failed at the last look before the version went back, with what the configuration says of them. */
function failingChecks({ driver, config }: StageContext): readonly Failing[] {
  const { smoke, verdict } = driver.record;
  const before = smoke.findLast((run) => run.environment === "production" && run.seq < (verdict?.seq ?? 0));
  if (verdict?.trigger !== "smoke-test-failure" || before === undefined) return [];
  return before.checks
    .filter(({ status }) => status === "failed")
    .map(({ category, name }) => {
      const known = knownChecks(config.smoke, category).find((check) => check.name === name);
      return { name, affects: known?.affects ?? [], words: wordsOf([name, ...pathsOf(known)].join(" ")) };
    });
}

type Smoke = StageContext["config"]["smoke"];
type Known = { readonly name: string; readonly affects?: readonly string[] | undefined };

function knownChecks(
  smoke: Smoke,
  category: ReleaseRecord["smoke"][number]["checks"][number]["category"],
): readonly Known[] {
  const checks = smoke?.[category];
  return Array.isArray(checks) ? checks : [];
}

function pathsOf(check: Known | undefined): readonly string[] {
  if (check === undefined) return [];
  if ("path" in check && typeof check.path === "string") return [check.path];
  if (!("steps" in check) || !Array.isArray(check.steps)) return [];
  return check.steps.flatMap((step: unknown) =>
    typeof step === "object" && step !== null && "path" in step && typeof step.path === "string" ? [step.path] : [],
  );
}

/** Words that say nothing of which part is meant. */
const common = new Set([
  "health",
  "healthz",
  "check",
  "status",
  "page",
  "test",
  "ready",
  "live",
  "look",
  "with",
  "from",
]);

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return [...new Set(words)].filter((word) => !common.has(word));
}

function whyHit({ name, affects, words }: Failing, subject: string, files: readonly string[]): string | undefined {
  const declared = files.find((file) => affects.some((glob) => matchesGlob(file, glob)));
  if (declared !== undefined) return `touches ${declared}, which “${name}” is affected by`;
  const like = files.find((file) => words.some((word) => file.toLowerCase().includes(word)));
  if (like !== undefined) return `touches ${like}, named like “${name}”`;
  const told = words.find((word) => subject.toLowerCase().includes(word));
  return told === undefined ? undefined : `says “${told}”, as “${name}” does`;
}

async function commitsIn(git: StageContext["git"], range: string) {
  const chunks: Buffer[] = [];
  const args = ["--no-merges", `--max-count=${commitsAtMost}`, "--name-only", "--format=%x00%H%x01%s", range];
  for await (const chunk of git.log(args)) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString("utf8")
    .split("\0")
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const [head = "", ...files] = text.split("\n");
      const [sha = "", subject = ""] = head.split("\u0001");
      return { sha, subject, files: files.filter((file) => file !== "") };
    });
}
