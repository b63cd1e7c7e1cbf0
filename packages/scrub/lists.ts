import { isReference } from "./reference.ts";
import type { Around, SecretShape } from "./shapes.ts";

const nothing = /^(?:\[REDACTED|[{<%*]|x{3,}|(?:string|null|none|required|optional|password|secret)s?["',]{0,2}$)/i;
/** Items that are looked through for the name above them. */
const most = 30;
const heading = /(?:passwords|passwds|pwds|secrets|tokens)["']?\s?[:=]\s{0,3}\[?\s{0,3}$/i;

/** Values that the name of a list tells. */
export const lists: readonly SecretShape[] = [
  {
    kind: "credentials",
    pattern: /(?<name>^[ \t]{0,40}(?:- ["']?|["']))(?<value>[^\s"':=,{}[\]]{4,200})(?=["']?,?[ \t]{0,8}\r?$)/gm,
    replacement: "$<name>",
    confirms: isBelowName,
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>\bpass(?:word|wd|phrase)s["']?\s?(?:[:=]|=>)\s{0,3}[[({]\s{0,3}["'])(?<value>[^\r\n[\]{}()]{3,500}?)(?=["'],?\s{0,3}[\])}])/gi,
    replacement: "$<name>",
    confirms: (_, { groups: { value = "" } }) => !nothing.test(value) && !isReference(value),
  },
  {
    kind: "credentials",
    // Two names, then two values: the first is hidden already.
    pattern:
      /(?<name>passw(?:or)?d\w{0,20},\s{1,3}\w{0,30}passw(?:or)?d\w{0,20}(?: string)?\s{0,3}:?=\s{0,3}["']\[REDACTED:credentials\]["'],\s{1,3}["'])(?<value>[^"'\r\n]{3,200})(?=["'])/gi,
    replacement: "$<name>",
    confirms: (_, { groups: { value = "" } }) => !nothing.test(value) && !isReference(value),
  },
  {
    kind: "credentials",
    // A file of settings: nothing else stands in the line, and code has other words there.
    pattern: /(?<name>^[ \t]{0,8}[\w.-]{0,30}passw(?:or)?d[ \t]=[ \t])(?<value>[a-z]{8,40})(?=[ \t]{0,8}\r?$)/gim,
    replacement: "$<name>",
    confirms: (_, { groups: { value = "" } }) =>
      !/pass|pwd|secret|token|hash|input|value|string|entry|generat|random|default|undefined|required|optional|get|read|load|confirm/i.test(
        value,
      ),
  },
];

function isBelowName(_: string, { text, index, groups: { value = "" } }: Around): boolean {
  if (nothing.test(value) || isReference(value)) return false;
  let end = index;
  for (let item = 0; item < most && end > 0; item += 1) {
    const start = text.lastIndexOf("\n", end - 2) + 1;
    const line = text.slice(Math.max(start, end - 400), end);
    if (heading.test(line)) return /pass|pwd/i.test(line) || /\d/.test(value);
    if (!/^[ \t]{0,40}(?:- |["'])/.test(line)) return false;
    end = start;
  }
  return false;
}
