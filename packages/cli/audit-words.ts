import type { AuditWanted } from "./audit.ts";
import { day, msOf } from "./days.ts";
import { type Values, verbs } from "./options.ts";
import { wrong } from "./wrong.ts";

const formats = ["csv", "json", "md"] as const;

/** What `release audit` is asked. Throws an `input` fault for a word or an option that it does not know. */
export function auditOf(word: string | undefined, release: string | undefined, values: Values): AuditWanted {
  const { key = [], checkpoint = [], anchors = false, format, from, to } = values;
  if (word === "erase") return erasureOf(release, values);
  if (values.person !== undefined || values.reason !== undefined)
    throw wrong("--person and --reason belong to audit erase", eraseExample);
  if (release !== undefined) throw wrong(`"${release}" is one word too many`, `Example: ${verbs.audit.example}`);
  if (anchors && word !== "verify")
    throw wrong("--anchors belongs to audit verify", "Example: release audit verify --anchors");
  if (word === "export") {
    if (key.length + checkpoint.length > 0)
      throw wrong("audit export takes no keys and checkpoints", "It uses those of the repository (audit.keys).");
    const found = formats.find((one) => one === (format ?? "md"));
    if (found === undefined) throw wrong(`--format must be csv, json or md; got "${format}"`, exportExample);
    return { ask: "export", format: found, ...dayOf("from", from), ...dayOf("to", to) };
  }
  if (format !== undefined || from !== undefined || to !== undefined)
    throw wrong("--format, --from and --to belong to audit export", exportExample);
  if (word === "verify") return { ask: "verify", keys: key, checkpoints: checkpoint, anchors };
  if (word !== "key" && word !== "sign")
    throw wrong("audit needs a word: verify, export, key, sign or erase", `Example: ${verbs.audit.example}`);
  if (key.length + checkpoint.length > 0)
    throw wrong(`audit ${word} takes no options`, `Example: RELEASE_AUDIT_KEY=$(cat audit.pem) release audit ${word}`);
  return { ask: word };
}

function erasureOf(release: string | undefined, { person, reason, ...others }: Values): AuditWanted {
  const { key, checkpoint, anchors, format, from, to } = others;
  if ([key, checkpoint, anchors, format, from, to].some((value) => value !== undefined))
    throw wrong("audit erase takes a release, --person and --reason, and nothing else", eraseExample);
  // People write a login as they mention somebody, too.
  const name = person?.trim().replace(/^@/, "") ?? "";
  if (release === undefined || release.trim() === "") throw wrong("audit erase needs the release", eraseExample);
  if (name === "") throw wrong("audit erase needs --person: the login of who is erased", eraseExample);
  if (reason === undefined || reason.trim() === "")
    throw wrong("audit erase needs a reason: it is kept in the audit log", eraseExample);
  return { ask: "erase", id: release, person: name, reason };
}

const eraseExample = 'Example: release audit erase v2.5.0 --person=mallory --reason="request of 2026-11-20"';

const exportExample = "Example: release audit export --format=csv --from=2026-01-01 --to=2026-03-31";

function dayOf<Name extends "from" | "to">(name: Name, text: string | undefined): { readonly [N in Name]?: string } {
  if (text === undefined) return {};
  if (!day.test(text) || msOf(text) === undefined)
    throw wrong(`--${name} must be a day like 2026-01-31; got "${text}"`, exportExample);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed name widens to string
  return { [name]: text } as { readonly [N in Name]?: string };
}
