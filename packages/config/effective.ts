import type { LoadedConfig } from "./load.ts";

/** One setting as it is in force, and where it comes from. */
export interface EffectiveSetting {
  /** `gates.unit.command`. */
  readonly key: string;
  readonly value: unknown;
  readonly source: "file" | "detected" | "default";
  /** Of the file. */
  readonly line?: number;
  /** Of what is detected. */
  readonly why?: string;
}

/** Where the file has what is called otherwise once it is settled. */
const writtenAs: ReadonlyMap<string, readonly string[]> = new Map([
  ["gates.securityOverride", ["gates", "security", "override"]],
  ["gates.securityAllow", ["gates", "security", "allow"]],
]);

/** Every setting that is in force, each with its source; in the order of the documentation. */
export function effectiveSettings({ config, detected, lineOf }: LoadedConfig): readonly EffectiveSetting[] {
  return leaves(config, []).map(({ path, value }): EffectiveSetting => {
    const key = path.join(".");
    const found = detected.find((one) => one.key === key);
    if (found !== undefined) return { key, value, source: "detected", why: found.why };
    const place = path[0] === "gates" && path[1] === "checks" ? ["gates", ...path.slice(2)] : path;
    const isScanners = key === "gates.security.scanners";
    const line =
      lineOf(writtenAs.get(key) ?? place) ?? (isScanners ? lineOf(["gates", "security", "command"]) : undefined);
    return line === undefined ? { key, value, source: "default" } : { key, value, source: "file", line };
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function leaves(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (value === undefined) return [];
  const isBranch =
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
  if (!isBranch) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}
