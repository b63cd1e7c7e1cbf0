import { standingOf, type Failure, type GateName, type ReleaseRecord } from "#machine";

import { failureList, gatesTable } from "./gates.ts";
import { folded } from "./folded.ts";
import { oneLine } from "./text.ts";

/** The verdict of the gates as a check run: conclusion, title, Markdown, and the lines of files that failures name. */
export interface GatesCheck {
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly {
    readonly file: string;
    readonly line: number;
    readonly title: string;
    readonly message: string;
  }[];
}

/** GitHub takes 65,535 characters. */
const limit = 60_000;

/** What the gates of a release found, for the page of its commit. What people and tools wrote stands in it as text. */
export function gatesCheck(record: ReleaseRecord): GatesCheck {
  const { plan, gates } = record;
  const outcomes = plan.gates.flatMap((gate) => gates.get(gate) ?? []);
  const failed = outcomes.filter((outcome) => standingOf(plan, outcome) === "failed");
  const overridden = outcomes.filter((outcome) => standingOf(plan, outcome) === "overridden");
  const beside = overridden.length === 0 ? "" : ` (${overridden.length} overridden)`;
  const elsewhere = `in \`release report ${record.id}\``;
  const summary = [
    { body: gatesTable(record), elsewhere },
    { body: failureList({ gates }), elsewhere },
  ];
  return {
    conclusion: failed.length === 0 ? "success" : "failure",
    title:
      failed.length === 0
        ? `${record.id}: all ${plan.gates.length} gates passed${beside}`
        : `${record.id}: ${failed.map(({ gate }) => gate).join(", ")} failed`,
    summary: folded(summary, limit),
    annotations: outcomes.flatMap(({ gate, failures }) => failures.flatMap((failure) => annotation(gate, failure))),
  };
}

/** Of a place in the repository only: a tool may name a file of its own. */
function annotation(gate: GateName, { title, detail, file, line, suggestion }: Failure): GatesCheck["annotations"] {
  if (file === undefined || line === undefined || line < 1 || /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.[/\\]/i.test(file))
    return [];
  const said = detail === undefined ? [] : [oneLine(detail)];
  return [{ file, line, title: `${gate}: ${oneLine(title)}`, message: [...said, oneLine(suggestion)].join("\n") }];
}
