import type { Problem } from "./problems.ts";
import type { Written } from "./schema.ts";

function wrong(gate: "unit" | "e2e", key: string, message: string): Problem {
  return { path: ["gates", gate, key], message };
}

/** Settings of shards and of the fast track that would do nothing, or that cannot work. */
export function checkFastTrack({ gates }: Written): readonly Problem[] {
  const { unit, e2e } = gates;
  return (["unit", "e2e"] as const).flatMap((gate) => {
    const settings = gates[gate];
    if (settings === undefined) return [];
    const given = {
      shards: settings.shards,
      affected: settings.affected,
      affects: gate === "e2e" ? e2e?.affects : undefined,
    };
    const named = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [key]));
    if (settings.source === "check") return named.map((key) => wrong(gate, key, "means nothing beside source: check"));
    return [
      ...(settings.command === undefined && settings.affected !== undefined
        ? [wrong(gate, "affected", "means nothing without a command, whose reports it writes")]
        : []),
      ...(gate === "e2e" && e2e?.affects !== undefined && e2e.command !== undefined && e2e.affected === undefined
        ? [wrong(gate, "affects", "means nothing without affected: the command that walks the journeys of $JOURNEYS")]
        : []),
      ...(gate === "unit" && typeof unit?.affected === "object" && Object.keys(unit.affected).length === 0
        ? [wrong(gate, "affected", "has no glob")]
        : []),
    ];
  });
}
