import { entropyOf, isHex, isUuid, switches } from "./randomness.ts";
import { isOfService, other } from "./services.ts";
import type { Around } from "./shapes.ts";
import { isMarked } from "./tokens.ts";

/** What may be drawn: a run of the signs that keys are written in. */
export const candidate =
  /(?<![\w+/.~%@$-]|:\/)(?:[A-Za-z0-9+_-]|\/(?!\/))(?:[A-Za-z0-9+/_~-]|[.:](?=[\w-])){13,500}={0,3}/g;

/** Words of which the next value is told as a secret, whatever its alphabet. */
const strong =
  /(?:secret|token|passw|passphrase|credential|private|unseal|(?:api|access|auth|license|client|master|encryption|signing|account|admin|app|application|account|project|service|user|storage|function|customer|subscription|site|server|webhook|integration)[ _.-]{0,3}(?:key|pat|auth))/gi;
/** Words that are told of other things as well; `PASS` alone is what a test says. */
const weak = /key|auth(?!or)|access|license|credential|\bpat\b|(?-i:[Pp]ass|(?<=\w)PASS)\b|session|bearer/gi;
/** Keys that nobody hides. */
const open =
  /(?:cache|restore|primary|foreign|public|partition|sort|object|s3|gpg|pgp|rsa|ed25519|dsa|ssh|host|idempotency|group|routing|hot|answer|map|sort|cell|row|registry)[ _-]?key/i;
/** Whether a value is drawn, and stands behind a word for what is hidden, in quotes, or where it is assigned: in the same line. */
export function isToldSecret(match: string, { text, index }: Around): boolean {
  if (isMarked(match)) return true;
  const near = text.slice(Math.max(0, index - 80), index);
  const line = near.slice(near.lastIndexOf("\n") + 1);
  const { head, tail } = parted(match);
  if (!plain.test(match) && (isOfService(line, match) || (head !== "" && isOfService(line + head, tail)))) return true;
  if (!/[a-z]/i.test(match)) return false;
  if (head !== "" && (isUuid(tail) || isHex(tail)) && wordEnd.test(head)) return !other.test(head) && !open.test(head);
  if (isPaired(match, line.trim() === "" ? near.trimEnd() : line)) return true;
  const before = line.slice(-60);
  const told = last(strong, before + match) ?? last(weak, before + match);
  if (told === undefined) return standsAlone(match, before, text[index + match.length] ?? "");
  // The word may be the beginning of the run itself: `holidayKEY-…`.
  const glued = told.end - before.length;
  if (glued > 0 && !/^[a-z][a-z0-9]{0,30}(?:[_-][a-z]{1,20}){0,3}$/i.test(match.slice(0, glued))) return false;
  const value =
    glued > 0 ? (/^(?:[a-z]{0,12}|[A-Z]{0,12})[_:=-]{1,3}(?<value>.+)/.exec(match.slice(glued))?.[1] ?? "") : match;
  if (glued > 0 && !isUuid(value) && !/[A-Za-z0-9]{14}/.test(value)) return false;
  const between = glued > 0 ? "" : before.slice(told.end);
  if (other.test(between) || open.test((before + match).slice(Math.max(0, told.end - 20), told.end))) return false;
  const isNext =
    next.test(between) && (told.isStrong || glued > 0 || /[:=]|\bis\b/.test(between) || /[A-Z_-]\w*$/.test(told.word));
  if (isNext ? !looksGiven(value) : !looksLike(value)) return false;
  // Digests and ids are written so too: the word must be next to it, and mean it.
  return (
    (!isHex(value) && !isUuid(value)) ||
    (isNext && value.length >= (/[:=]/.test(between) || glued > 0 ? 16 : told.isStrong ? 20 : 24))
  );
}

/** A run may begin with the name of what its end is: `acme-secret-key-8a…`. */
function parted(match: string): { readonly head: string; readonly tail: string } {
  const found =
    /^(?<head>[A-Za-z][\w.-]{0,60}?(?:[_.:=-]{1,3}|(?<=[a-z])(?=[A-Z\d]{20,}$)))(?<tail>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w-]{7,11}(?:-[\w]{4,8}){3,4}|[A-Za-z\d]{16,})$/i.exec(
      match,
    );
  return { head: found?.groups?.["head"] ?? "", tail: found?.groups?.["tail"] ?? match };
}

const wordEnd =
  /(?:secret|token|private|(?:api|access|auth|license|account)[_.-]?key)(?:[_.-]?(?:key|tok))?[_.:=-]{1,3}$/i;

/** An id and its secret stand side by side: what comes next to a secret, and is drawn, is one. */
function isPaired(match: string, line: string): boolean {
  if (!/\[REDACTED:(?!email|phone|card|iban|ssn|ip\b)[\w-]{1,40}\]["'`]?\s{0,2}[,:|/]?\s{0,2}["'`]?$/.test(line))
    return false;
  return (
    (match.length >= 20 && looksLike(match) && !isHex(match) && !isUuid(match)) ||
    (/["'`]$/.test(line) && match.length >= 24 && isHex(match))
  );
}

/** What may stand between the word and its value: the rest of a name, what assigns, and in an element other words. */
const next =
  /^\w{0,16}(?:[ _-](?:key|token|secret)s?)?["'`)\]}]{0,3}\s{0,4}(?:[:=>({"'`|-]|is\b|was\b|\s){0,6}$|^>\{?(?:\w{1,24} ){0,2}$/i;

const digest =
  /(?:integrity|hash|sum|digest|sha\d{0,3}|md5|etag|fingerprint|nonce|id|ref|version|ur[il]|path|file|from|resolved|content|mappings|data|map|cursor|state|build|image|commit|rev|name|host)["'`\\]{0,2}\s{0,3}[:=,(]{0,2}\s{0,3}["'`\\]{0,2}$/i;

/** Without a word: in quotes, or assigned, and of another alphabet than digests and ids. */
function standsAlone(match: string, before: string, after: string): boolean {
  if (match.length < 24 || isHex(match) || /[./:]/.test(match) || digest.test(before)) return false;
  const isQuoted = /["'`]$/.test(before) && after === before.at(-1);
  if (!isQuoted && !/\w\s?=\s?$/.test(before)) return false;
  return looksLike(match) && switches(match) >= 0.2 && !isUuid(match) && !/^0[0-7][0-9A-HJKMNP-TV-Z]{24}$/.test(match);
}

function last(
  words: RegExp,
  line: string,
): { readonly end: number; readonly word: string; readonly isStrong: boolean } | undefined {
  // What follows the word must have room for a value.
  const found = [...line.matchAll(words)].findLast((one) => one.index + one[0].length <= line.length - 14);
  return found === undefined
    ? undefined
    : {
        end: found.index + found[0].length,
        word: line.slice(Math.max(0, found.index - 1), found.index + found[0].length),
        isStrong: words === strong,
      };
}

/** Versions, paths, addresses, digests with their method, and names of files. */
const plain =
  /^(?:\d:|v)?\d+\.\d+|^\.{0,2}\/|:\/\/|^[\w-]+@|^(?:sha\d{1,3}|md5|h1|arn|urn|base64)[-:]|^[a-z]{2}-[a-z]+-\d:|\.(?:[cm]?[jt]sx?|json|xml|ya?ml|md|go|py|rs|java|zip|gz|com|io|net|org|dev)(?![a-z0-9])/i;

/** Right behind its word a value needs less: it has digits, or capitals where no name has them. */
function looksGiven(value: string): boolean {
  if (value.length < 14 || plain.test(value) || /^[\d.,:/_+TZ-]+$/.test(value) || isNamed(value)) return false;
  return entropyOf(value) >= 2.5 && (/\d.*\d/.test(value) || (value.length >= 20 && switches(value) >= 0.2));
}

/** Names are put together of words. */
function isNamed(value: string): boolean {
  const parts = value.split(/[^A-Za-z0-9]+/);
  const words = parts.filter((part) => /^(?:[A-Z]?[a-z]{2,}|[A-Z]{3,})(?:\d{1,4}[a-z]{0,8})?$/.test(part));
  return /^[a-z]+(?:-[a-z]+\d{0,3})+-/i.test(value) || (words.length >= 2 && parts.every(({ length }) => length < 20));
}

/** Letters and digits that take turns as no word, version, path or time has them. */
function looksLike(value: string): boolean {
  if (value.length < 14 || /^[\d.,:/_+TZ-]+$/.test(value) || plain.test(value)) return false;
  if (isNamed(value)) return false;
  const digits = value.match(/\d/g)?.length ?? 0;
  return digits >= 3 && switches(value) >= 0.12 && entropyOf(value) >= 2.9;
}
