import type { SecurityFinding } from "../readers/findings.ts";

/**
 * The findings of several scanners as one list: a hole of one package that two of them tell is one, with the higher score.
 * Findings of the same scanner are never joined: it says that they are different.
 */
export function mergeFindings(reports: readonly (readonly SecurityFinding[])[]): readonly SecurityFinding[] {
  let merged: readonly SecurityFinding[] = [];
  for (const report of reports) {
    const taken = new Set<SecurityFinding>();
    const added: SecurityFinding[] = [];
    const changed = new Map<SecurityFinding, SecurityFinding>();
    for (const found of report) {
      const same = merged.find((known) => !taken.has(known) && isSame(known, found));
      if (same === undefined) added.push(found);
      else {
        taken.add(same);
        changed.set(same, joined(same, found));
      }
    }
    merged = [...merged.map((known) => changed.get(known) ?? known), ...added];
  }
  return merged;
}

const isAdvisory = (id: string) => /^(?:CVE|GHSA)-/i.test(id);
const idsOf = ({ ruleId, aliases }: SecurityFinding) => [ruleId, ...aliases];

function isSame(a: SecurityFinding, b: SecurityFinding): boolean {
  if (a.package === undefined || b.package === undefined || a.package.name !== b.package.name) return false;
  if (differ(a.package.version, b.package.version) || differ(a.file, b.file)) return false;
  const known = new Set(idsOf(a).map((id) => id.toLowerCase()));
  return idsOf(b).some((id) => isAdvisory(id) && known.has(id.toLowerCase()));
}

/** What one of them does not say contradicts nothing. */
function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function joined(a: SecurityFinding, b: SecurityFinding): SecurityFinding {
  const [worse, other] = b.score > a.score ? [b, a] : [a, b];
  const ids = [...new Set([...idsOf(worse), ...idsOf(other)])];
  const [first = worse.ruleId, ...aliases] = ids.toSorted((x, y) => rank(x) - rank(y));
  const holder = { name: "", ...other.package, ...worse.package };
  return {
    ...other,
    ...worse,
    package: holder,
    ruleId: first,
    aliases,
    cwes: [...new Set([...worse.cwes, ...other.cwes])],
  };
}

const rank = (id: string) => (/^CVE-/i.test(id) ? 0 : isAdvisory(id) ? 1 : 2);
