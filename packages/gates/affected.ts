import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, matchesGlob } from "node:path";

import type { Finding, GateContext, TestGateSettings } from "./context.ts";
import { mergeCoverage, type Coverage } from "./readers/coverage.ts";
import { shardSettings } from "./shards/shard-settings.ts";
import { judge, runTests, tooLittle, type TestRun } from "./test-gate.ts";

/** More files are no small repair, and too many for a command line. */
const filesAtMost = 500;
const folder = ".release-command";

/** What can be told of a hotfix by its own tests; else why everything has to run. */
export type Narrowed = { readonly finding: Finding } | { readonly everything: string };

/**
 * Runs the unit tests that the changed files affect (decision 7). Red stays red; green counts only when it is proved: tests ran,
 * the command ended well, and the lines of the changed files reach the bound. Whatever cannot be known leads to everything.
 */
export async function affectedTests(context: GateContext): Promise<Narrowed> {
  const settings = context.settings.unit;
  if (settings?.affected === undefined) return { everything: "gates.unit.affected names no command" };
  const changed = (await context.changed?.()) ?? [];
  const choice = chosen(settings.affected, changed, (file) => existsSync(join(context.directory, file)));
  if ("everything" in choice) return choice;
  const { command, files } = choice;
  context.onProgress(`affected by ${files.length} changed files: ${command}`);
  const env = { CHANGED_FILES: await listed(context.directory, files) };
  // Where the tests can be split, these are the only part.
  const whole = shardSettings({ ...settings, command }, { index: 1, total: 1 });
  const run = await runTests("unit", whole, context, env);
  return "late" in run ? { finding: { failures: [run.late] } } : judged(run, files, context);
}

type Choice = { readonly command: string; readonly files: readonly string[] } | { readonly everything: string };

/** The command for these files. Texts for people at the root of the project affect no test. */
export function chosen(
  affected: NonNullable<TestGateSettings["affected"]>,
  changed: readonly string[],
  exists: (file: string) => boolean,
): Choice {
  const files = changed.filter((file) => !/^[^/]+\.md$/.test(file));
  if (files.length === 0) return { everything: "no file that tests could be about was changed" };
  if (files.length > filesAtMost) return { everything: `${files.length} files were changed` };
  const gone = files.find((file) => !exists(file));
  if (gone !== undefined) return { everything: `${gone} was removed, and what used it is not known` };
  const odd = files.find((file) => /[\n\r]/.test(file));
  if (odd !== undefined) return { everything: `the name ${JSON.stringify(odd)} has a line break` };
  if (typeof affected === "string") return { command: affected, files };
  const globs = Object.keys(affected);
  const unknown = files.find((file) => !globs.some((glob) => matchesGlob(file, glob)));
  if (unknown !== undefined) return { everything: `which tests are about ${unknown} is not known` };
  const wanted = globs.filter((glob) => files.some((file) => matchesGlob(file, glob)));
  const commands = [...new Set(wanted.map((glob) => affected[glob] ?? ""))];
  const [only = ""] = commands;
  if (commands.length === 1) return { command: only, files };
  return { command: `code=0; ${commands.map((one) => `(${one}) || code=1`).join("; ")}; exit $code`, files };
}

/** The file that names them, one a line. */
async function listed(directory: string, files: readonly string[]): Promise<string> {
  await mkdir(join(directory, folder), { recursive: true });
  await writeFile(join(directory, folder, ".gitignore"), "*\n");
  const path = join(directory, folder, "changed-files");
  await writeFile(path, files.map((file) => `${file}\n`).join(""));
  return path;
}

function judged(run: TestRun, files: readonly string[], context: GateContext): Narrowed {
  const { tests, coverage, result, settings } = run;
  if ("failure" in tests) return { everything: `of the affected tests: ${tests.failure.title}` };
  if (tests.value.failures.length > 0) return { finding: { ...judge("unit", run, context), scope: about(files) } };
  if (result.exitCode !== 0) return { everything: `the command for the affected tests ended with ${result.exitCode}` };
  const own =
    "value" in coverage ? coverage.value.files.filter(({ file }) => isOne(file, files, context.directory)) : [];
  if (own.every(({ lines }) => lines === 0)) return { everything: "no line of the changed files was measured" };
  const lines: Coverage = mergeCoverage([{ percent: 0, files: own }], () => true);
  if (tooLittle(lines, settings.minimumCoverage).length > 0)
    return { everything: `the affected tests cover ${lines.percent} % of the changed files` };
  return { finding: { ...judge("unit", { ...run, coverage: { value: lines } }, context), scope: about(files) } };
}

/** Go and others put the name of the module before that of the file. */
function isOne(measured: string, files: readonly string[], directory: string): boolean {
  if (files.includes(measured)) return true;
  return !existsSync(join(directory, measured)) && files.some((file) => measured.endsWith(`/${file}`));
}

function about(files: readonly string[]): string {
  const named = files.slice(0, 3).join(", ");
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `affected: the tests of ${named}${more}, and the coverage of these files; the others were left out of the hotfix`;
}
