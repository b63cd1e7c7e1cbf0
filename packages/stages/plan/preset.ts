import { randomUUID } from "node:crypto";

import { z } from "zod";

import { defaultCommitTypes, type Preset } from "#changelog";
import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import { cleanEnvironment } from "#gates";
import { run } from "#process";

import { presetScript } from "./preset-script.ts";

/** A preset was not found, or something that it needs: installing may help. */
export class PresetMissingError extends ReleaseFault {}

/** What was read of a preset, and in words what of it does not count here. */
export interface LoadedPreset {
  readonly preset: Preset;
  readonly notTaken: readonly string[];
}

export interface PresetPlace {
  /** Where it is imported from: a checkout with its packages. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Types that commits use, besides those that everybody knows. */
  readonly types: readonly string[];
  readonly timeoutMs?: number;
}

const patience = 20_000;

const pattern = z.object({ source: z.string().max(2000), flags: z.string().max(10) });
const answerSchema = z.union([
  z.object({ failure: z.string(), missing: z.boolean() }),
  z.object({
    types: z
      .array(
        z.object({
          type: z.string().min(1),
          scope: z.string().exactOptional(),
          section: z.string().min(1),
          hidden: z.boolean().exactOptional(),
        }),
      )
      .max(1000),
    header: pattern.optional(),
    parts: z.array(z.string()).optional(),
    breakingHeader: pattern.optional(),
    noteKeywords: z.array(z.string().min(1)).optional(),
    issuePrefixes: z.array(z.string()).optional(),
    strange: z.array(z.string()),
  }),
]);

/**
 * Reads a conventional-changelog preset. Its code runs in a child process with a clean environment: it sees no token,
 * and when it hangs it is ended. Throws a `config` fault that says what to do.
 */
export async function loadPreset(
  wanted: NonNullable<Config["changelog"]["preset"]>,
  { directory, env, signal, types, timeoutMs = patience }: PresetPlace,
): Promise<LoadedPreset> {
  const { name, ...settings } = typeof wanted === "string" ? { name: wanted } : wanted;
  const mark = `preset-${randomUUID()}:`;
  const asked = [...new Set([...defaultCommitTypes.map(({ type }) => type), "feature", "deps", ...types])];
  const { stdout, stderr, timedOut } = await run([process.execPath, "--input-type=module", "--eval", presetScript], {
    cwd: directory,
    env: cleanEnvironment(env),
    inheritEnv: false,
    input: JSON.stringify({ names: spellings(name), settings, types: asked, mark }),
    timeoutMs,
    signal,
    maxOutputBytes: 4 * 1024 * 1024,
  });
  signal.throwIfAborted();
  if (timedOut) throw refused(name, `it was not read within ${timeoutMs / 1000} s`);
  const line = stdout.split("\n").findLast((text) => text.startsWith(mark));
  if (line === undefined) throw refused(name, lastLine(stderr) ?? "it ended the process that read it");
  const { data: answer, error } = answerSchema.safeParse(JSON.parse(line.slice(mark.length)));
  if (answer === undefined) throw refused(name, `its answer makes no sense: ${error.issues[0]?.message ?? ""}`);
  if ("failure" in answer) throw answer.missing ? notInstalled(name, answer.failure) : refused(name, answer.failure);
  return taken(name, answer);
}

type Answer = Exclude<z.output<typeof answerSchema>, { failure: string }>;

// Those of the presets `angular` and `conventionalcommits`, as old as they are: they mean what we read anyway, and are narrower.
const everyday = new Set([
  String.raw`^(\w*)(?:\((.*)\))?: (.*)$`,
  String.raw`^(\w*)(?:\((.*)\))?!?: (.*)$`,
  String.raw`^(\w*)(?:\((.*)\))?!: (.*)$`,
]);

function taken(name: string, answer: Answer): LoadedPreset {
  const { types, header, parts = ["type", "scope", "subject"], breakingHeader } = answer;
  const isOwn = header !== undefined && !everyday.has(header.source);
  const words = (answer.noteKeywords ?? []).filter((word) => !/^breaking[ -]changes?$/i.test(word));
  const expressions = [header, breakingHeader].filter((expression) => expression !== undefined);
  for (const { source, flags } of expressions) requireExpression(name, source, flags);
  const prefixes = (answer.issuePrefixes ?? []).filter((prefix) => prefix !== "#");
  return {
    preset: {
      name,
      types,
      ...(isOwn ? { header: { pattern: header, parts } } : {}),
      ...(isOwn && breakingHeader !== undefined ? { breakingHeader } : {}),
      ...(words.length === 0 ? {} : { noteKeywords: words }),
    },
    notTaken: [
      ...answer.strange.map((key) => `${key} (the template is ours)`),
      ...(prefixes.length === 0 ? [] : [`parser.issuePrefixes ${prefixes.join(" ")} (say changelog.tickets)`]),
    ],
  };
}

function requireExpression(name: string, source: string, flags: string): void {
  try {
    void new RegExp(source, flags);
  } catch (thrown) {
    throw refused(name, `its pattern ${source} is none here`, thrown);
  }
}

/** As conventional-changelog finds them: `angular` is the package `conventional-changelog-angular`. */
function spellings(name: string): readonly string[] {
  if (/^\.{0,2}\//.test(name) || name.startsWith("file:")) return [name];
  const [scope = "", rest] = name.split("/", 2);
  if (!name.startsWith("@")) return [`conventional-changelog-${name}`, name];
  return [name, rest === undefined ? `${scope}/conventional-changelog` : `${scope}/conventional-changelog-${rest}`];
}

function notInstalled(name: string, why: string): PresetMissingError {
  return new PresetMissingError("config", `The changelog preset "${name}" is not here: ${why}`, {
    hint: "Install what the checkout needs (npm ci), or say in gates.setup how that is done. A file is named from the root: ./release/preset.js",
  });
}

function refused(name: string, why: string, cause?: unknown): ReleaseFault {
  return new ReleaseFault("config", `The changelog preset "${name}" cannot be read: ${why}`, {
    hint: "Try it: npx conventional-changelog --preset=NAME   or say changelog.types instead.",
    cause,
  });
}

function lastLine(text: string): string | undefined {
  return text
    .trim()
    .split("\n")
    .findLast((line) => line.trim() !== "");
}
