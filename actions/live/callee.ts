import type { Row } from "./outcome.ts";

/** Whether the outputs of a called workflow that failed reach its caller. Both answers are handled; which one it is, is news. */
export function calleeRows(result: string | undefined, outcome: string | undefined): readonly Row[] {
  return [
    {
      fact: "a called workflow whose job failed has the result failure",
      holds: result === "failure",
      seen: result ?? "no result",
    },
    {
      fact: "the output of a job that failed reaches the caller of its workflow",
      holds: outcome === "told",
      seen: outcome ?? "no output",
    },
  ];
}
