import type { AnalyzeWanted } from "./analyze.ts";
import type { Values } from "./options.ts";
import { oneOf, wrong } from "./wrong.ts";

/** What `release analyze` was asked for. Throws an `input` fault. */
export function analyzeWanted(file: string | undefined, values: Values): AnalyzeWanted {
  if (file === undefined || file === "")
    throw wrong("analyze needs a file of recorded metrics", "Example: release analyze metrics.jsonl");
  const { judge, alpha } = values;
  const most = values["max-error-ratio"];
  return {
    file,
    json: values.json === true,
    settings: {
      ...(judge === undefined ? {} : { judge: oneOf(judge, ["sequential", "threshold"], "--judge") }),
      ...(alpha === undefined ? {} : { alpha: part(alpha, "--alpha", "0.0025") }),
      ...(most === undefined ? {} : { maxErrorRatio: part(most, "--max-error-ratio", "0.05") }),
    },
  };
}

function part(text: string, option: string, example: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value < 1) return value;
  throw wrong(`${option} must lie between 0 and 1; got "${text}"`, `Example: ${option}=${example}`);
}
