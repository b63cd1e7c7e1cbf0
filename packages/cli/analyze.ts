import { createReadStream } from "node:fs";
import path from "node:path";

import {
  type AnalysisSettings,
  parseRecordedBin,
  type RecordedBin,
  type Replay,
  replayBin,
  replayVerdict,
  type ReplayVerdict,
  shown,
} from "#analysis";
import { exitCode, ReleaseFault } from "#faults";

import { numberedLines } from "./lines.ts";

/** What is replayed, and how it is judged. */
export interface AnalyzeWanted {
  /** `-` is standard input. */
  readonly file: string;
  readonly json: boolean;
  readonly settings: Partial<AnalysisSettings>;
}

interface Surroundings {
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
  /** Resolves when the reader is ready for more. */
  readonly write: (text: string) => Promise<void>;
}

const exitCodes = { promote: exitCode.ok, hold: exitCode.waiting, rollback: exitCode.rolledBack } as const;

/** Replays recorded metrics and prints one verdict a run. One run ends with the exit code of its verdict, several with 0. */
export async function analyze(wanted: AnalyzeWanted, { cwd, stdin, write }: Surroundings): Promise<number> {
  const { file, json, settings } = wanted;
  const input = file === "-" ? stdin : createReadStream(path.resolve(cwd, file));
  const ended = new Set<string>();
  let last: ReplayVerdict | undefined;
  let current: { readonly run: string | undefined; replay: Replay } | undefined;
  const conclude = async () => {
    if (current === undefined) return;
    last = replayVerdict(current.replay);
    await write(json ? jsonLine(current.run, last) : told(current.run, last));
  };
  for await (const { line, text } of numberedLines(input, file)) {
    if (text.trim() === "") continue;
    const place = `${file}:${line}`;
    const recorded = at(place, () => parseRecordedBin(text));
    if (current === undefined || recorded.run !== current.run) {
      requireOwnLines(place, recorded, current, ended);
      await conclude();
      if (current?.run !== undefined) ended.add(current.run);
      current = { run: recorded.run, replay: at(place, () => replayBin(undefined, recorded, settings)) };
    } else {
      const { replay } = current;
      current.replay = at(place, () => replayBin(replay, recorded, settings));
    }
  }
  await conclude();
  if (last === undefined) {
    throw new ReleaseFault("input", `${file} holds no line`, {
      hint: "It takes one line of JSON for each interval; see docs/canary.md.",
    });
  }
  return ended.size === 0 ? exitCodes[last.verdict] : exitCode.ok;
}

/** A run is one stretch of lines: nothing of it is kept once the next begins. */
function requireOwnLines(
  place: string,
  { run }: RecordedBin,
  current: { readonly run: string | undefined } | undefined,
  ended: ReadonlySet<string>,
): void {
  if (current !== undefined && (run === undefined) !== (current.run === undefined)) {
    throw new ReleaseFault("input", `${place}: Some lines name their run and some do not`, {
      hint: 'Begin each line with its run, e.g. {"run": "2026-05-04", "t": 10, …}, or none.',
    });
  }
  if (run === undefined || !ended.has(run)) return;
  throw new ReleaseFault("input", `${place}: Run ${shown(run)} goes on after another run began`, {
    hint: "Keep the lines of a run together, e.g. with: jq -sc 'sort_by(.run)[]' FILE",
  });
}

function at<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault)) throw thrown;
    throw new ReleaseFault(thrown.code, `${place}: ${thrown.message}`, { hint: thrown.hint, cause: thrown });
  }
}

function jsonLine(run: string | undefined, { verdict, at: seconds, ...rest }: ReplayVerdict): string {
  return `${JSON.stringify({ ...(run === undefined ? {} : { run }), verdict, at: seconds, ...rest })}\n`;
}

const spelled = { promote: "PROMOTE", hold: "HOLD", rollback: "ROLL BACK" } as const;

function told(run: string | undefined, { verdict, at: seconds, trigger, evidence }: ReplayVerdict): string {
  const head = `${spelled[verdict]} at ${seconds} s${trigger === undefined ? "" : ` (${trigger})`}`;
  return run === undefined
    ? `${[head, ...evidence.map((sentence) => `  ${sentence}`)].join("\n")}\n`
    : `${shown(run)}: ${head}: ${evidence[0] ?? ""}\n`;
}
