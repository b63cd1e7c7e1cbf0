import type { PassFail } from "#machine";
import type { Linked, Unknown } from "./dod-evidence.ts";

export interface Judgement {
  readonly status: PassFail | "provisional" | "overridden";
  /** One sentence: what was seen. */
  readonly evidence: string;
  /** Where people see it. */
  readonly url?: string;
  readonly suggestion?: string;
}

export const passed = (evidence: string, url?: string): Judgement => ({ status: "passed", evidence, ...linkTo(url) });
export const failed = (evidence: string, suggestion: string, url?: string): Judgement => ({
  status: "failed",
  evidence,
  suggestion,
  ...linkTo(url),
});
/** It failed, and an admin answers for it. */
export const overridden = (evidence: string): Judgement => ({ status: "overridden", evidence });
/** Known later, and asserted before staging. */
export const later = (evidence: string, url?: string): Judgement => ({
  status: "provisional",
  evidence,
  ...linkTo(url),
});

const linkTo = (url: string | undefined) => (url === undefined ? {} : { url });

export function isUnknown(value: object): value is Unknown {
  return "unknown" in value;
}

/** The first five names, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  const rest = names.length - 5;
  return rest > 0 ? `${names.slice(0, 5).join(", ")} and ${rest} more` : names.join(", ");
}

/** The same of things with an address, and the address of the first. */
export function firstLinked(things: readonly Linked[]): readonly [names: string, url: string | undefined] {
  return [firstOf(things.map(({ name }) => name)), things.find(({ url }) => url !== undefined)?.url];
}
