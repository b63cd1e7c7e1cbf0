import type { SecurityFinding } from "../readers/findings.ts";

/** A finding that people accept until a day, as the target branch has it. */
export interface Allowance {
  /** CVE, GHSA, or the scanner's own rule. */
  readonly id: string;
  readonly reason: string;
  /** The last day on which it counts: `2026-12-31`, in UTC. */
  readonly expires: string;
  readonly package?: string | undefined;
  /** A file, or a folder that ends in `/`, from the root of the checkout. */
  readonly path?: string | undefined;
}

/** Findings, each with what the allow-list says of it. */
export interface Judged {
  /** What still counts; `lapsed` is the entry that accepted it until its day was over. */
  readonly open: readonly { readonly finding: SecurityFinding; readonly lapsed?: Allowance }[];
  readonly allowed: readonly { readonly finding: SecurityFinding; readonly by: Allowance }[];
  /** Entries that no finding matches. */
  readonly unused: readonly Allowance[];
}

/**
 * Takes accepted findings out of those that count. An entry is about one finding: a known hole in a package by its CVE or
 * GHSA, anything else only together with its path, so that a rule never excuses a place that nobody has looked at.
 */
export function applyAllowances(
  findings: readonly SecurityFinding[],
  allowances: readonly Allowance[],
  today: string,
): Judged {
  const open: Judged["open"][number][] = [];
  const allowed: Judged["allowed"][number][] = [];
  for (const finding of findings) {
    const entries = allowances.filter((entry) => matches(entry, finding));
    const by = entries.find(({ expires }) => today <= expires);
    if (by !== undefined) allowed.push({ finding, by });
    else open.push({ finding, ...lastOf(entries) });
  }
  const unused = allowances.filter((entry) => !findings.some((finding) => matches(entry, finding)));
  return { open, allowed, unused };
}

/** The entry that lapsed last tells most. */
function lastOf(entries: readonly Allowance[]): { readonly lapsed?: Allowance } {
  const [lapsed] = entries.toSorted((a, b) => b.expires.localeCompare(a.expires));
  return lapsed === undefined ? {} : { lapsed };
}

/** Names that stand for one hole, wherever they are found. */
const oneHole = /^(?:CVE-\d{4}-\d+|GHSA(?:-[0-9a-z]{4}){3})$/i;

function matches({ id, package: name, path }: Allowance, found: SecurityFinding): boolean {
  const isNamed = [found.ruleId, ...found.aliases].some((known) => known.toLowerCase() === id.toLowerCase());
  if (!isNamed) return false;
  if (name !== undefined && name !== found.package?.name) return false;
  if (path !== undefined) return found.file !== undefined && isAt(path, found.file);
  return found.package !== undefined && (name !== undefined || oneHole.test(id));
}

function isAt(path: string, file: string): boolean {
  const plain = file.replace(/^\.\//, "");
  // `src/../secret.ts` lies below no folder that it names.
  if (plain.split("/").includes("..")) return false;
  return path.endsWith("/") ? plain.startsWith(path) : plain === path;
}
