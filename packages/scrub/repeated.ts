import { switches } from "./randomness.ts";

/** More of them cost more than they give. */
const most = 50;

/** Collects what shapes have hidden in a text, to hide it where the same text says it again without saying what it is. */
export interface Repeated {
  readonly add: (hidden: string) => void;
  /** Also where half of a word stands around it: a drawn value stands nowhere by chance. */
  readonly hide: (text: string) => string;
}

/** For one text. */
export function repeated(): Repeated {
  const values = new Set<string>();
  return {
    add: (hidden) => {
      if (values.size >= most) return;
      const value = hidden.replaceAll(/^["'`{(\s]{1,20}|["'`)};,\s]{1,20}$/g, "");
      if (isTelling(value)) values.add(value);
    },
    hide: (text) =>
      [...values]
        .toSorted((a, b) => b.length - a.length)
        .reduce((safe, value) => safe.replaceAll(value, () => "[REDACTED:credentials]"), text),
  };
}

/** Names and versions are used as passwords too, and must not go everywhere because of that. */
function isTelling(value: string): boolean {
  if (value.length < 8 || value.length > 500 || /[[\](){}\\]/.test(value)) return false;
  if (/^\d{16,}$|^(?=[A-Z-]*\d)[A-Z\d-]{15,}$/.test(value) || (value.length >= 10 && switches(value) >= 0.3))
    return true;
  if (/^[\d.,:/_+TZ-]+$|^v?\d+\.\d+|^[a-z]+(?:[-_.][a-z]+)*[-_.]?\d{0,4}$/i.test(value)) return false;
  return /\d/.test(value) && /[a-z]/i.test(value) && (switches(value) >= 0.15 || /[^\w./:@-]/.test(value));
}
