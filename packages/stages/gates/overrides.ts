import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import {
  canOverride,
  overrideOf,
  standingOf,
  type GateName,
  type Override,
  type ReleasePlan,
  type ReleaseRecord,
} from "#machine";

const gates: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];
/** Of what people give as a reason, in characters. */
export const longestReason = 500;

/** Controls, line ends, halves of characters and marks that reorder what a reader sees. */
export const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const named = `(?:${gates.join("|")})\\s*:`;
// The form of GitHub has one line. Only a gate's name ends a reason, which may have a semicolon of its own.
const separator = new RegExp(`\r\n|\r|\n|;(?=\\s*${named})`);
const anotherGate = new RegExp(`(?<![\\p{L}\\p{N}_-])${named}`, "u");

/**
 * The overrides of a text, `gate: reason`, one a line or with `;` between them; blank lines are none. Throws an `input`
 * fault with everything that cannot be meant so.
 */
export function parseOverrides(text: string): readonly Override[] {
  const problems: string[] = [];
  const found: Override[] = [];
  for (const line of text.split(separator).map((raw) => raw.trim())) {
    if (line === "") continue;
    const override = overrideIn(line);
    if (typeof override === "string") problems.push(override);
    else if (found.some(({ gate }) => gate === override.gate)) problems.push(`${override.gate} is named twice`);
    else found.push(override);
  }
  // The order of the gates: the same overrides are the same plan, however they were typed.
  if (problems.length === 0) return found.toSorted((a, b) => gates.indexOf(a.gate) - gates.indexOf(b.gate));
  throw new ReleaseFault("input", `override: ${problems.join("; ")}`, {
    hint: 'Write <gate>: <reason>, with ; between several. Example: --override="unit: flaky runner, INC-7; e2e: browser farm is down"',
  });
}

/** The override of a line, or what is wrong with it. */
function overrideIn(line: string): Override | string {
  const [name = ""] = line.split(":", 1);
  const reason = line.slice(name.length + 1).trim();
  const gate = gates.find((one) => one === name.trim());
  if (gate === undefined) return `${quoted(name)} is no gate; use one of ${gates.filter(canOverride).join(", ")}`;
  if (!canOverride(gate)) return `${gate} can never be overridden: what it finds is broken for users`;
  // A dash, or a mark alone, tells nobody anything.
  if (!/[\p{L}\p{N}]/u.test(reason)) return `${gate} needs a reason: it is kept in the record`;
  if (unseen.test(reason)) return `the reason for ${gate} has characters that cannot be seen`;
  // Half of what was meant would be a surprise at the second gate.
  const other = anotherGate.exec(reason)?.[0];
  if (other !== undefined) return `the reason for ${gate} names "${other}"; write ; before another gate, or no colon`;
  if (reason.length > longestReason) return `the reason for ${gate} is longer than ${longestReason} characters`;
  return { gate, reason };
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/**
 * Throws for overrides that this release cannot have: of gates that it does not run, and of `security` where the
 * configuration of the target branch does not allow it, whatever the branch under release says.
 */
export function requireOverridable(
  overrides: readonly Override[],
  {
    planned,
    policy,
    target,
  }: { readonly planned: readonly GateName[]; readonly policy: Config; readonly target: string },
): void {
  const strange = overrides.find(({ gate }) => !planned.includes(gate));
  if (strange !== undefined)
    throw new ReleaseFault("input", `override: this release does not run gate ${strange.gate}`, {
      hint: `It runs ${planned.join(", ")}. Leave the override out.`,
    });
  if (!overrides.some(({ gate }) => gate === "security") || policy.gates.securityOverride) return;
  throw new ReleaseFault("policy", `override: gate security may not be overridden by the configuration of ${target}`, {
    hint: `Correct its findings. To allow it for admins: gates: { security: { override: true } }, merged into ${target}.`,
  });
}

/** What is said of each override when a release is planned. */
export function overrideNotes({ overrides = [], initiatedBy }: Pick<ReleasePlan, "overrides" | "initiatedBy">) {
  return overrides.map(({ gate, reason }) => `gate ${gate} may fail, by ${initiatedBy}: ${reason}`);
}

/** Why the gates let a release pass: what the record says of the move. */
export function passReason({ plan, gates: outcomes }: Pick<ReleaseRecord, "plan" | "gates">): string {
  const overridden = plan.gates.flatMap((gate) => {
    const outcome = outcomes.get(gate);
    const override = overrideOf(plan, gate);
    if (outcome === undefined || override === undefined || standingOf(plan, outcome) !== "overridden") return [];
    return [`${gate}, overridden by ${plan.initiatedBy}: ${override.reason}`];
  });
  return overridden.length === 0 ? "all quality gates passed" : `all quality gates passed but ${overridden.join("; ")}`;
}
