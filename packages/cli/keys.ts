import { defaultReasons } from "./default-reasons.ts";

/** What a key may ask for; each is the command of the same name. */
export type KeyDeed = "promote" | "hold" | "rollback" | "abort";

/** A key as the terminal names it: a character, or a name for those that have none. */
export interface Key {
  readonly text: string;
  readonly name: string;
  readonly ctrl: boolean;
}

/** What the keys are about to ask for. */
export type Asking =
  | { readonly kind: "nothing" }
  | { readonly kind: "help" }
  | { readonly kind: "sure"; readonly of: KeyDeed | "quit" }
  | { readonly kind: "reason"; readonly of: KeyDeed; readonly text: string };

/** What a key led to, once it was confirmed. */
export type Wanted =
  | { readonly kind: "deed"; readonly deed: KeyDeed; readonly reason: string }
  | { readonly kind: "report" }
  | { readonly kind: "quit" };

export interface Pressed {
  readonly asking: Asking;
  readonly wanted?: Wanted;
}

/** `quitAsks`: to leave ends more than the picture, so that it asks too. */
export interface KeyRules {
  readonly quitAsks: boolean;
}

const nothing: Asking = { kind: "nothing" };
const deeds: Readonly<Record<string, KeyDeed>> = { p: "promote", h: "hold", r: "rollback", a: "abort" };
/** A fact has room for more, a line of a terminal has not. */
const reasonAtMost = 500;

/** What a key does to what is being asked. Pure. Nothing that changes the release happens without a `y` of its own. */
export function press(asking: Asking, key: Key, rules: KeyRules): Pressed {
  switch (asking.kind) {
    case "nothing":
    case "help":
      return first(asking, key, rules);
    case "sure":
      return sure(asking.of, key);
    case "reason":
      return reasonTyped(asking, key);
  }
}

function first(asking: Asking, { text }: Key, { quitAsks }: KeyRules): Pressed {
  const letter = text.toLowerCase();
  const deed = Object.hasOwn(deeds, letter) ? deeds[letter] : undefined;
  if (deed !== undefined) return { asking: { kind: "sure", of: deed } };
  if (letter === "o") return { asking: nothing, wanted: { kind: "report" } };
  if (letter === "q")
    return quitAsks ? { asking: { kind: "sure", of: "quit" } } : { asking: nothing, wanted: { kind: "quit" } };
  if (letter === "?") return { asking: asking.kind === "help" ? nothing : { kind: "help" } };
  return { asking: nothing };
}

function sure(of: KeyDeed | "quit", { text }: Key): Pressed {
  if (text.toLowerCase() !== "y") return { asking: nothing };
  if (of === "quit") return { asking: nothing, wanted: { kind: "quit" } };
  // Their commands refuse to go without a reason.
  if (of === "hold" || of === "abort") return { asking: { kind: "reason", of, text: "" } };
  return { asking: nothing, wanted: { kind: "deed", deed: of, reason: defaultReasons[of] } };
}

function reasonTyped(asking: Extract<Asking, { kind: "reason" }>, { text, name, ctrl }: Key): Pressed {
  const typed = asking.text;
  if (name === "escape") return { asking: nothing };
  if (name === "return" || name === "enter") {
    const reason = typed.trim();
    return reason === "" ? { asking } : { asking: nothing, wanted: { kind: "deed", deed: asking.of, reason } };
  }
  if (name === "backspace") return { asking: { ...asking, text: typed.replace(/.$/u, "") } };
  if (ctrl && name === "u") return { asking: { ...asking, text: "" } };
  const isShown = /^[^\p{Cc}\p{Cs}]+$/u.test(text);
  return { asking: isShown && typed.length < reasonAtMost ? { ...asking, text: `${typed}${text}` } : asking };
}

const whatFor: Readonly<Record<KeyDeed, string>> = {
  promote: "let it go on",
  hold: "stop its progress",
  rollback: "back to what served before",
  abort: "end it: before production it fails, in production it rolls back",
};

/** The line or lines below the board: the keys, or the question that the last one led to. */
export function promptOf(asking: Asking, id: string): readonly string[] {
  switch (asking.kind) {
    case "nothing":
      return ["keys: p promote · h hold · r rollback · a abort · o report · ? help · q quit"];
    case "help":
      return [
        ...Object.entries(deeds).map(([letter, deed]) => `  ${letter}  ${deed.padEnd(9)} ${whatFor[deed]}`),
        "  o  report    the report as it is now",
        "  ?  help      these lines; any other key hides them",
        "  q  quit      leave the board",
        "Each of p, h, r and a asks once, and does what the command of that name does.",
      ];
    case "sure":
      return [
        asking.of === "quit"
          ? `Stop driving ${id}? It stays where it is; release resume ${id} goes on. y/n`
          : `${asking.of} ${id}: ${whatFor[asking.of]}? y/n`,
      ];
    case "reason":
      return [`${asking.of} ${id}. Why? Enter sends it, Esc leaves it: ${asking.text}`];
  }
}
