import { guards, type GuardName } from "./guards.ts";
import { guardsOf, movesFrom, rollbackPhases, rollbackTable, states, terminalStates, type State } from "./table.ts";

/** The table as a Mermaid state diagram: what GitHub shows in the README is what the engine does. */
export function stateDiagram(): string {
  const starts = [
    "    [*] --> initiated",
    "    [*] --> rolled_back: rollback of a completed release",
    "    [*] --> completed: re-deploy of the last good version",
  ];
  const moves = states.flatMap((from) => movesFrom(from).map((to) => `    ${from} --> ${to}${labelOf(from, to)}`));
  const ends = terminalStates.map((state) => `    ${state} --> [*]`);
  return ["stateDiagram-v2", ...starts, ...moves, ...ends].join("\n");
}

/** What tells apart the ways into one state, where there are several. */
function labelOf(from: State, to: State): string {
  const ways = (guardsOf(from, to) ?? []).flatMap((condition) => (typeof condition === "string" ? [] : condition));
  return ways.length === 0 ? "" : `: ${ways.join(" | ")}`;
}

/** The phases inside `rolled_back`. */
export function rollbackDiagram(): string {
  const moves = rollbackPhases.flatMap((from) => rollbackTable[from].map((to) => `    ${from} --> ${to}`));
  const ends = rollbackPhases.filter((phase) => rollbackTable[phase].length === 0);
  return [
    "stateDiagram-v2",
    "    [*] --> rollback_triggered",
    ...moves,
    ...ends.map((phase) => `    ${phase} --> [*]`),
  ].join("\n");
}

/** Every move with what must hold before it, as a Markdown table. */
export function guardTable(): string {
  const rows = states.flatMap((from) =>
    movesFrom(from).map((to) => {
      const lines = (guardsOf(from, to) ?? []).map((condition) =>
        typeof condition === "string" ? told(condition) : `One of: ${condition.map(told).join("; ")}`,
      );
      return `| \`${from}\` → \`${to}\` | ${lines.join("<br>")} |`;
    }),
  );
  return ["| Move | What must hold |", "| --- | --- |", ...rows].join("\n");
}

function told(name: GuardName): string {
  const guard = guards[name];
  return `${guard.text}${"overridable" in guard ? ", or overridden" : ""} (\`${name}\`)`;
}
