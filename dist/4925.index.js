export const id = 4925;
export const ids = [4925];
export const modules = {

/***/ 14925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadPreset: () => (/* reexport */ loadPreset),
  presetAt: () => (/* binding */ presetAt),
  typesInUse: () => (/* binding */ typesInUse)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/gates/index.js + 78 modules
var gates = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var packages_process = __webpack_require__(31359);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./build/packages/changelog/index.js + 33 modules
var changelog = __webpack_require__(41644);
;// CONCATENATED MODULE: ./build/packages/stages/plan/preset-script.js
const presetScript = `
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

;// CONCATENATED MODULE: ./build/packages/stages/plan/preset.js







class PresetMissingError extends faults/* ReleaseFault */.eB {
}
const patience = 20_000;
const pattern = schemas/* object */.Ikc({ source: schemas/* string */.YjP().max(2000), flags: schemas/* string */.YjP().max(10) });
const answerSchema = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ failure: schemas/* string */.YjP(), missing: schemas/* boolean */.zMY() }),
    schemas/* object */.Ikc({
        types: schemas/* array */.YOg(schemas/* object */.Ikc({
            type: schemas/* string */.YjP().min(1),
            scope: schemas/* string */.YjP().exactOptional(),
            section: schemas/* string */.YjP().min(1),
            hidden: schemas/* boolean */.zMY().exactOptional(),
        }))
            .max(1000),
        header: pattern.optional(),
        parts: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        breakingHeader: pattern.optional(),
        noteKeywords: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).optional(),
        issuePrefixes: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        strange: schemas/* array */.YOg(schemas/* string */.YjP()),
    }),
]);
async function loadPreset(wanted, { directory, env, signal, types, timeoutMs = patience }) {
    const { name, ...settings } = typeof wanted === "string" ? { name: wanted } : wanted;
    const mark = `preset-${(0,external_node_crypto_.randomUUID)()}:`;
    const asked = [...new Set([...changelog/* defaultCommitTypes */.Ab.map(({ type }) => type), "feature", "deps", ...types])];
    const { stdout, stderr, timedOut } = await (0,packages_process/* run */.eF)([process.execPath, "--input-type=module", "--eval", presetScript], {
        cwd: directory,
        env: (0,gates/* cleanEnvironment */.hh)(env),
        inheritEnv: false,
        input: JSON.stringify({ names: spellings(name), settings, types: asked, mark }),
        timeoutMs,
        signal,
        maxOutputBytes: 4 * 1024 * 1024,
    });
    signal.throwIfAborted();
    if (timedOut)
        throw refused(name, `it was not read within ${timeoutMs / 1000} s`);
    const line = stdout.split("\n").findLast((text) => text.startsWith(mark));
    if (line === undefined)
        throw refused(name, lastLine(stderr) ?? "it ended the process that read it");
    const { data: answer, error } = answerSchema.safeParse(JSON.parse(line.slice(mark.length)));
    if (answer === undefined)
        throw refused(name, `its answer makes no sense: ${error.issues[0]?.message ?? ""}`);
    if ("failure" in answer)
        throw answer.missing ? notInstalled(name, answer.failure) : refused(name, answer.failure);
    return taken(name, answer);
}
const everyday = new Set([
    String.raw `^(\w*)(?:\((.*)\))?: (.*)$`,
    String.raw `^(\w*)(?:\((.*)\))?!?: (.*)$`,
    String.raw `^(\w*)(?:\((.*)\))?!: (.*)$`,
]);
function taken(name, answer) {
    const { types, header, parts = ["type", "scope", "subject"], breakingHeader } = answer;
    const isOwn = header !== undefined && !everyday.has(header.source);
    const words = (answer.noteKeywords ?? []).filter((word) => !/^breaking[ -]changes?$/i.test(word));
    const expressions = [header, breakingHeader].filter((expression) => expression !== undefined);
    for (const { source, flags } of expressions)
        requireExpression(name, source, flags);
    const prefixes = (answer.issuePrefixes ?? []).filter((prefix) => prefix !== "#");
    return {
        preset: {
            name,
            types,
            ...(isOwn ? { header: { pattern: header, parts } } : {}),
            ...(isOwn && breakingHeader !== undefined ? { breakingHeader } : {}),
            ...(words.length === 0 ? {} : { noteKeywords: words }),
        },
        notTaken: [
            ...answer.strange.map((key) => `${key} (the template is ours)`),
            ...(prefixes.length === 0 ? [] : [`parser.issuePrefixes ${prefixes.join(" ")} (say changelog.tickets)`]),
        ],
    };
}
function requireExpression(name, source, flags) {
    try {
        void new RegExp(source, flags);
    }
    catch (thrown) {
        throw refused(name, `its pattern ${source} is none here`, thrown);
    }
}
function spellings(name) {
    if (/^\.{0,2}\//.test(name) || name.startsWith("file:"))
        return [name];
    const [scope = "", rest] = name.split("/", 2);
    if (!name.startsWith("@"))
        return [`conventional-changelog-${name}`, name];
    return [name, rest === undefined ? `${scope}/conventional-changelog` : `${scope}/conventional-changelog-${rest}`];
}
function notInstalled(name, why) {
    return new PresetMissingError("config", `The changelog preset "${name}" is not here: ${why}`, {
        hint: "Install what the checkout needs (npm ci), or say in gates.setup how that is done. A file is named from the root: ./release/preset.js",
    });
}
function refused(name, why, cause) {
    return new faults/* ReleaseFault */.eB("config", `The changelog preset "${name}" cannot be read: ${why}`, {
        hint: "Try it: npx conventional-changelog --preset=NAME   or say changelog.types instead.",
        cause,
    });
}
function lastLine(text) {
    return text
        .trim()
        .split("\n")
        .findLast((line) => line.trim() !== "");
}

;// CONCATENATED MODULE: ./build/packages/stages/plan/preset-at.js









const setupTimeoutMs = 300_000;
async function presetAt({ git, surroundings }, { config, sha }) {
    const wanted = config.changelog.preset;
    if (wanted === undefined)
        return undefined;
    const { cwd, env, signal } = surroundings;
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), "release-preset-"));
    const place = { directory, env, signal, types: await typesInUse(git, sha) };
    try {
        await git.exportTree(sha, directory);
        const [installed, packages] = [external_node_path_.join(cwd, "node_modules"), external_node_path_.join(directory, "node_modules")];
        const linked = (0,external_node_fs_.existsSync)(installed) && !(0,external_node_fs_.existsSync)(packages);
        if (linked)
            await (0,promises_.symlink)(installed, packages, "junction");
        try {
            return await loadPreset(wanted, place);
        }
        catch (thrown) {
            const { setup } = config.gates;
            if (!(thrown instanceof PresetMissingError) || setup === undefined)
                throw thrown;
            if (linked)
                await (0,promises_.unlink)(packages);
            await install(setup, place);
            return await loadPreset(wanted, place);
        }
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
async function install(setup, { directory, env, signal }) {
    const result = await (0,packages_process/* runShell */.E5)(setup, {
        cwd: directory,
        env: (0,gates/* cleanEnvironment */.hh)(env),
        inheritEnv: false,
        timeoutMs: setupTimeoutMs,
        signal,
        maxOutputBytes: 1024 * 1024,
    });
    signal.throwIfAborted();
    if (result.exitCode === 0)
        return;
    const why = result.timedOut ? `took longer than ${setupTimeoutMs / 60_000} min` : result.stderr.trim().slice(-500);
    throw new faults/* ReleaseFault */.eB("config", `The changelog preset is not here, and gates.setup failed: ${why}`, {
        hint: `Run it in a fresh clone: ${setup}`,
    });
}
const lookedAt = 2000;
async function typesInUse(git, revision) {
    const chunks = [];
    for await (const chunk of git.log(["--format=%s", `--max-count=${lookedAt}`, "--end-of-options", revision, "--"]))
        chunks.push(chunk);
    const types = new Set();
    for (const [, type = ""] of Buffer.concat(chunks)
        .toString("utf8")
        .matchAll(/^([a-z][\w-]{0,30})(?:\([^)\n]*\))?!?: /gim))
        types.add(type.toLowerCase());
    return [...types].slice(0, 200);
}


/***/ })

};
