import { calculateBaseScore } from "cvss4";

/** The base score of a CVSS vector of any version, 0–10; `undefined` for what is none. */
export function cvssScore(vector: string): number | undefined {
  try {
    const score = vector.startsWith("CVSS:") ? calculateBaseScore(vector) : scoreOfVersion2(vector);
    return score !== undefined && score >= 0 && score <= 10 ? score : undefined;
  } catch {
    return undefined;
  }
}

/** Weights of the base metrics of CVSS 2: https://www.first.org/cvss/v2/guide, section 3.2.1. */
const weights: readonly (readonly [metric: string, weights: Readonly<Record<string, number>>])[] = [
  ["AV", { L: 0.395, A: 0.646, N: 1 }],
  ["AC", { H: 0.35, M: 0.61, L: 0.71 }],
  ["Au", { M: 0.45, S: 0.56, N: 0.704 }],
  ["C", { N: 0, P: 0.275, C: 0.66 }],
  ["I", { N: 0, P: 0.275, C: 0.66 }],
  ["A", { N: 0, P: 0.275, C: 0.66 }],
];
const version2 = /^\(?AV:([LAN])\/AC:([HML])\/Au:([MSN])\/C:([NPC])\/I:([NPC])\/A:([NPC])(?:\/|\)?$)/;

// The libraries for newer versions leave this one out; old advisories have no other.
function scoreOfVersion2(vector: string): number | undefined {
  const letters = version2.exec(vector)?.slice(1);
  if (letters === undefined) return undefined;
  const [av = 0, ac = 0, au = 0, c = 0, i = 0, a = 0] = weights.map(([, values], at) => values[letters[at] ?? ""] ?? 0);
  const impact = 10.41 * (1 - (1 - c) * (1 - i) * (1 - a));
  const exploitability = 20 * av * ac * au;
  const base = (0.6 * impact + 0.4 * exploitability - 1.5) * (impact === 0 ? 0 : 1.176);
  return Math.round(base * 10) / 10;
}
