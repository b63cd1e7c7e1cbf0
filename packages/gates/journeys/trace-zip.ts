import { isUtf8 } from "node:buffer";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { createScrubber, type Scrubber } from "#scrub";
import { isMedia } from "./media.ts";

/** Bytes when unpacked; more is no trace of a journey. */
const bytesAtMost = 500_000_000;
const entryAtMost = 20_000_000;
const unread = strToU8("[REDACTED:binary]");

/** The zip with every entry scrubbed: lines of JSON by their values, other text as text. `undefined` for what is no zip. */
export function scrubbedZip(bytes: Uint8Array, scrub: Scrubber): Uint8Array | undefined {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > bytesAtMost) throw new RangeError("too large");
        return true;
      },
    });
    const safe = alsoWithout(typedIn(Object.values(entries)), scrub);
    const clean = Object.entries(entries).map(([name, data]): [string, Zippable[string]] =>
      isMedia(data) ? [safe.text(name), [data, { level: 0 }]] : [safe.text(name), cleanEntry(data, safe)],
    );
    return zipSync(Object.fromEntries(clean));
  } catch {
    return undefined;
  }
}

function cleanEntry(data: Uint8Array, scrub: Scrubber): Uint8Array {
  if (data.length > entryAtMost || !isUtf8(data) || data.includes(0)) return unread;
  const text = strFromU8(data);
  // Lines of a trace, and answers of a server, are JSON: what is replaced must leave them so.
  return strToU8(
    /^\s*[[{]/.test(text)
      ? text
          .split("\n")
          .map((line) => cleanLine(line, scrub))
          .join("\n")
      : scrub.text(text),
  );
}

function cleanLine(line: string, scrub: Scrubber): string {
  try {
    return JSON.stringify(scrub.value(withoutNamed(JSON.parse(line), scrub)));
  } catch {
    return scrub.text(line);
  }
}

const hidden = "[REDACTED:credentials]";
const hides = /pass|pwd|secret|token|otp|cvc|card|\bpin\b/i;

/** What was typed into fields that are called like a secret: it stands in titles, pictures of the page and requests as well. */
function typedIn(entries: readonly Uint8Array[]): readonly string[] {
  const typed = new Set<string>();
  for (const data of entries) {
    if (data.length > entryAtMost || !isUtf8(data)) continue;
    for (const line of strFromU8(data).split("\n")) {
      if (!line.startsWith('{"type":"before"')) continue;
      const params = fieldsOf(fieldsOf(JSON.parse(line)).get("params"));
      const field = params.get("selector") ?? params.get("locator");
      if (typeof field !== "string" || !hides.test(field)) continue;
      const value = params.get("value") ?? params.get("text");
      if (typeof value === "string") typed.add(value);
    }
  }
  // Shorter ones stand in too many words.
  return [...typed].filter(({ length }) => length >= 6);
}

function fieldsOf(json: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof json === "object" && json !== null ? Object.entries(json) : []);
}

function alsoWithout(typed: readonly string[], scrub: Scrubber): Scrubber {
  if (typed.length === 0) return scrub;
  const more = createScrubber({ secrets: typed });
  return {
    text: (text) => scrub.text(more.text(text)),
    value: (json) => scrub.value(more.value(json)),
    words: (json) => scrub.words(more.words(json)),
  };
}

/** Hides what its neighbour tells: `{"name": "authorization", "value": …}` of headers and storage, and cookies. */
function withoutNamed(json: unknown, scrub: Scrubber, isCookie = false): unknown {
  if (Array.isArray(json)) return json.map((one) => withoutNamed(one, scrub, isCookie));
  if (typeof json !== "object" || json === null) return json;
  const name = fieldsOf(json).get("name");
  const value = fieldsOf(json).get("value");
  const told = typeof name === "string" && typeof value === "string" ? `${name}: ${value}` : undefined;
  const isHidden = told !== undefined && (isCookie || scrub.text(told) !== told);
  return Object.fromEntries(
    Object.entries(json).map(([key, one]) =>
      key === "value" && isHidden ? [key, hidden] : [key, withoutNamed(one, scrub, key === "cookies")],
    ),
  );
}
