/**
 * What a child process does with a preset: imports it from the folder that it runs in, and prints what is data in it.
 * Plain JavaScript as text, because the bundle has no files beside it that a child could be started from.
 *
 * A preset says which section a type has only by a function: it is asked for each type that there is.
 */
export const presetScript = `
import { text } from "node:stream/consumers";
const { names, settings, types, mark } = JSON.parse(await text(process.stdin));
const say = (answer) => process.stdout.write("\\n" + mark + JSON.stringify(answer) + "\\n", () => process.exit(0));
const missing = (error) => error?.code === "ERR_MODULE_NOT_FOUND" || error?.code === "MODULE_NOT_FOUND";
const load = async () => {
  let failure;
  for (const name of names) {
    try {
      return await import(name);
    } catch (error) {
      if (!missing(error)) throw error;
      failure ??= error;
    }
  }
  throw failure;
};
const plain = (pattern) => (pattern instanceof RegExp ? { source: pattern.source, flags: pattern.flags } : undefined);
const probe = (transform, type, scope) => {
  const commit = { type, scope: scope ?? null, subject: "x", header: type + ": x", body: null, footer: null, merge: null,
    revert: null, notes: [], references: [], mentions: [], hash: "0".repeat(40), committerDate: "2026-01-01" };
  return transform(commit, { version: "1.0.0", host: "", owner: "", repository: "", repoUrl: "" });
};
try {
  const module = await load();
  const made = module.default ?? module;
  const preset = await (typeof made === "function" ? made(settings) : made);
  const parser = preset.parser ?? preset.parserOpts ?? {};
  const writer = preset.writer ?? preset.writerOpts ?? {};
  const own = Array.isArray(settings.types) ? settings.types : [];
  const asked = [...own.map(({ type, scope }) => [type, scope]), ...types.map((type) => [type, undefined])];
  const rows = new Map();
  for (const [type, scope] of asked) {
    const key = JSON.stringify([type, scope]);
    if (rows.has(key)) continue;
    const shown = typeof writer.transform === "function" ? await probe(writer.transform, type, scope) : { type };
    if (shown && typeof shown.type === "string" && shown.type !== "") rows.set(key, { type, scope, section: shown.type });
    else rows.set(key, { type, scope, section: type, hidden: true });
  }
  const order = typeof writer.commitGroupsSort === "function" ? writer.commitGroupsSort : (a, b) => (a.title < b.title ? -1 : 1);
  const group = ({ section }) => ({ title: section, commits: [] });
  const sorted = [...rows.values()].sort((a, b) =>
    Boolean(a.hidden) - Boolean(b.hidden) || (a.section === b.section ? 0 : order(group(a), group(b))));
  const read = ["headerPattern", "headerCorrespondence", "breakingHeaderPattern", "noteKeywords", "notesPattern",
    "issuePrefixes", "revertPattern", "revertCorrespondence", "mergePattern", "mergeCorrespondence"];
  say({
    types: sorted,
    header: plain(parser.headerPattern),
    parts: parser.headerCorrespondence,
    breakingHeader: plain(parser.breakingHeaderPattern),
    noteKeywords: parser.noteKeywords,
    issuePrefixes: parser.issuePrefixes,
    strange: [
      ...Object.keys(parser).filter((key) => !read.includes(key)).map((key) => "parser." + key),
      ...Object.keys(writer).filter((key) => !["transform", "groupBy", "commitGroupsSort", "commitsSort", "noteGroupsSort",
        "notesSort"].includes(key)).map((key) => "writer." + key),
    ],
  });
} catch (error) {
  say({ failure: String(error?.message ?? error).split("\\n")[0], missing: missing(error) });
}
`;
