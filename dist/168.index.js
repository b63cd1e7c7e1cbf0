export const id = 168;
export const ids = [168];
export const modules = {

/***/ 27046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ help)
/* harmony export */ });
/** What `release --help` prints. */
const help = `Release Command

  release start --version=X.Y.Z|major|minor|patch|auto|prerelease   start a release and drive it
        [--type=standard|hotfix] [--from=BRANCH|TAG] [--to=BRANCH] [--changelog=FILE] [--allow-lower-version]
        [--dry-run [--out=plan.json]]      what would happen, and as a file for people to review
        [--severity=P0|P1 --incident=ID]   of a hotfix: the incident that it ends
        [--adopt]                          of a hotfix: its branch is there already, with the fix
  release start --plan=plan.json          exactly that plan; refused with the difference when the world moved
  release status [vX.Y.Z] [--json]        where releases stand, and what they wait for
  release resume vX.Y.Z                   continue a release, after a wait or a death
  release retry vX.Y.Z                    a new attempt after a failure, before the tag
  release hold vX.Y.Z --reason=TEXT       stop its progress
  release promote vX.Y.Z [--reason=TEXT]  end a hold
  release abort vX.Y.Z --reason=TEXT      end it: before production it fails, in production it rolls back
  release rollback vX.Y.Z [--to=vX.Y.Z] [--reason=TEXT]   back to what served before
  release report vX.Y.Z [--format=md|json]
  release watch [--resume]                which releases may go on now; goes on with them here
  release dashboard [--out=FOLDER]        all releases as one page
  release lint-commits [RANGE]            do commits follow Conventional Commits? default: those after the last release
        [--message=FILE | --install-hook]  one message; as a hook of this clone
  release audit verify                    is the audit log whole, and do the records match it?
  release demo [--fault=NAME]             a whole release on this machine, offline

Every command takes --directory=FOLDER: the clone to work in, when it is not this one.
Also understood: --base for --from, --target for --to, and /release --type=… --rollback=vX --to=vY --report=vX.
Needs GITHUB_TOKEN in the environment; a dry run, status and report only read.
Exit codes: 0 done · 1 our defect · 2 wrong input, configuration or permission · 3 waiting · 4 rolled back · 5 failed.
`;


/***/ }),

/***/ 38422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ listenForStop)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71906);

/** A launcher and the terminal may both hand on one Ctrl-C. */
const oneKeyMs = 1_000;
/**
 * The first signal asks to stop: what is under way comes to its end and leases are given back. A second one, later than
 * an echo of the first, ends the process at once; the record is whole even then.
 */
function listenForStop(process, { now, say }) {
    const stop = new AbortController();
    const first = { atMs: 0 };
    const ask = (name) => {
        if (first.name !== undefined)
            return;
        Object.assign(first, { name, atMs: now() });
        say(`${name}: stopping; giving the leases back`);
        stop.abort(new Error(`Stopped by ${name}`));
    };
    for (const name of ["SIGINT", "SIGTERM"]) {
        process.on(name, () => {
            if (first.name === undefined)
                ask(name);
            else if (now() - first.atMs > oneKeyMs)
                process.exit(_faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.waiting);
        });
    }
    return {
        signal: stop.signal,
        ask,
        farewell: (driver) => {
            const name = first.name ?? "a signal";
            if (driver === undefined)
                return `Stopped by ${name} before a release was driven. See what there is: release status`;
            const { id, record } = driver;
            if (record.settled !== undefined)
                return `Stopped by ${name} after ${id} had ended: ${record.settled.outcome}. Finish what is left: release resume ${id}`;
            const traffic = record.deployments.get("production");
            const where = traffic === undefined ? record.state : `${record.state}, ${traffic.percent} % of production on ${id}`;
            return `Stopped by ${name}: ${id} stays in ${where}. Nothing is lost.\nContinue with: release resume ${id}`;
        },
    };
}


/***/ }),

/***/ 67168:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71906);
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12826);
/* harmony import */ var _interruption_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38422);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92824);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24141);
/* harmony import */ var _screen_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68554);







const { argv, env, stdout, stderr } = process;
const screen = (0,_screen_js__WEBPACK_IMPORTED_MODULE_6__/* .openScreen */ .J)(stdout, { now: () => Date.now(), env });
const stop = (0,_interruption_js__WEBPACK_IMPORTED_MODULE_3__/* .listenForStop */ .r)(process, { now: () => Date.now(), say: (text) => screen.say(text) });
// What does not end by itself ends with us: a runner kills a cancelled step after 7.5 s, without a word.
stop.signal.addEventListener("abort", () => setTimeout(() => process.exit(_faults__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$.waiting), 7_000).unref());
// Whoever closed the pipe, or filled the disk, would never hear how it goes on.
for (const stream of [stdout, stderr])
    stream.on("error", () => stop.ask("a closed output"));
// What fails outside of everything that is waited for; children end with us, leases run out.
process.on("uncaughtException", (thrown) => {
    explain((0,_faults__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .Ps)(thrown));
    process.exit(process.exitCode);
});
try {
    process.exitCode = await carryOut((0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCommand */ .R)(argv.slice(2)));
}
catch (thrown) {
    screen.end();
    const fault = (0,_faults__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .Ps)(thrown);
    if (stop.signal.aborted) {
        stderr.write(`${stop.farewell(screen.followed)}\n`);
        // Whatever a stage left running (its programs end with us) must not keep a stopped command alive.
        process.exit(_faults__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$.waiting);
    }
    explain(fault);
}
function explain({ code, message, hint, cause }) {
    process.exitCode = (0,_faults__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOf */ .FO)(code);
    stderr.write(`${message}\n${hint}\n`);
    if (env["RELEASE_DEBUG"] !== undefined && cause instanceof Error)
        stderr.write(`${cause.stack ?? ""}\n`);
}
function print(text) {
    stdout.write(text);
}
async function carryOut({ command, directory }) {
    if (command.kind === "demo") {
        const { runDemo } = await loadTestbed();
        return runDemo(command.args, { print, signal: stop.signal });
    }
    const surroundings = {
        cwd: directory === undefined ? process.cwd() : node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(directory),
        env,
        clock: _http__WEBPACK_IMPORTED_MODULE_2__.realClock,
        say: (text) => screen.say(text),
        signal: stop.signal,
        fetch: globalThis.fetch,
    };
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .runCommand */ .d)(command, surroundings, { print, screen });
}
/** The embedded world: loaded for the demo only, and left out of a checkout for production. */
async function loadTestbed() {
    try {
        // oxlint-disable-next-line no-restricted-imports -- nothing else may use it
        return await __webpack_require__.e(/* import() */ 850).then(__webpack_require__.bind(__webpack_require__, 38850));
    }
    catch (cause) {
        if (!/ERR_MODULE_NOT_FOUND/.test(String(Reflect.get(Object(cause), "code"))))
            throw cause;
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", "The demo's world is not installed here", {
            hint: "It needs the development packages. Run: npm ci",
            cause,
        });
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 92824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseCommand)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/packages/cli/wrong.js
var wrong = __webpack_require__(84068);
;// CONCATENATED MODULE: ./build/packages/cli/options.js


/** Every option there is. */
const options = {
    type: { type: "string" },
    version: { type: "string" },
    from: { type: "string" },
    base: { type: "string" },
    to: { type: "string" },
    target: { type: "string" },
    changelog: { type: "string" },
    severity: { type: "string" },
    incident: { type: "string" },
    "allow-lower-version": { type: "boolean" },
    adopt: { type: "boolean" },
    "dry-run": { type: "boolean" },
    plan: { type: "string" },
    message: { type: "string" },
    "install-hook": { type: "boolean" },
    rollback: { type: "string" },
    report: { type: "string" },
    reason: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
    resume: { type: "boolean" },
    directory: { type: "string" },
    help: { type: "boolean", short: "h" },
};
/** Every command, with the options that mean something to it. */
const verbs = {
    start: {
        example: "release start --version=2.5.0 --from=develop --to=main",
        options: [
            "type",
            "version",
            "from",
            "base",
            "to",
            "target",
            "changelog",
            "severity",
            "incident",
            "allow-lower-version",
            "adopt",
            "dry-run",
            "out",
            "plan",
        ],
    },
    status: { example: "release status v2.5.0", options: ["json"] },
    resume: { example: "release resume v2.5.0", options: [] },
    retry: { example: "release retry v2.5.0", options: [] },
    abort: { example: 'release abort v2.5.0 --reason="wrong branch"', options: ["reason"] },
    promote: { example: "release promote v2.5.0", options: ["reason"] },
    hold: { example: 'release hold v2.5.0 --reason="payment provider is down"', options: ["reason"] },
    rollback: { example: "release rollback v2.5.0 --to=v2.4.0", options: ["rollback", "to", "target", "reason"] },
    report: { example: "release report v2.5.0 --format=json", options: ["report", "format"] },
    watch: { example: "release watch --resume", options: ["resume"] },
    dashboard: { example: "release dashboard --out=public", options: ["out"] },
    "lint-commits": { example: "release lint-commits v2.4.0..HEAD", options: ["message", "install-hook"] },
    audit: { example: "release audit verify", options: [] },
    demo: { example: "release demo --fault=production-errors", options: [] },
    help: { example: "release help", options: [] },
};
/** Splits words into options and the rest. Throws an `input` fault for what is unknown, doubled or lacks its value. */
function splitWords(words) {
    const { values, positionals, tokens } = parsed(words);
    const seen = new Map();
    for (const token of tokens) {
        if (token.kind !== "option")
            continue;
        const value = token.value ?? "";
        const before = seen.get(token.name);
        if (before !== undefined && before !== value)
            throw (0,wrong/* wrong */.Q)(`--${token.name} is given twice, with different values: "${before}" and "${value}"`, `Give it once. Example: --${token.name}=${value}`);
        seen.set(token.name, value);
    }
    return { values, positionals };
}
function parsed(words) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...words], options, allowPositionals: true, strict: true, tokens: true });
    }
    catch (thrown) {
        throw explain(String(Reflect.get(Object(thrown), "message")));
    }
}
function explain(message) {
    const unknown = /^Unknown option '(?<name>[^']+)'/.exec(message)?.groups?.["name"];
    const names = Object.keys(options).map((name) => `--${name}`);
    if (unknown !== undefined)
        return (0,wrong/* wrong */.Q)(`Unknown option ${unknown}`, (0,wrong/* didYouMean */.a)(unknown, names));
    const lacking = /^Option '(?:-\w, )?(?<name>--[\w-]+)/.exec(message)?.groups?.["name"];
    if (lacking === undefined)
        return (0,wrong/* wrong */.Q)(message.split("\n", 1)[0] ?? message, `Example: ${verbs.start.example}`);
    return lacking in examples
        ? (0,wrong/* wrong */.Q)(`${lacking} needs a value`, `Example: ${lacking}=${examples[lacking]}`)
        : (0,wrong/* wrong */.Q)(`${lacking} takes no value`, `Example: ${lacking}`);
}
const examples = {
    "--type": "standard",
    "--version": "2.5.0",
    "--from": "develop",
    "--base": "v2.5.0",
    "--to": "main",
    "--target": "main",
    "--changelog": "docs/CHANGELOG_CUSTOM.md",
    "--severity": "P0",
    "--incident": "INC-1",
    "--plan": "plan.json",
    "--message": ".git/COMMIT_EDITMSG",
    "--rollback": "v2.5.0",
    "--report": "v2.5.0",
    "--reason": '"payment provider is down"',
    "--format": "json",
    "--out": "public",
    "--directory": "../shop",
};
/** Refuses an option that the command would not look at: what is asked for is done, or said to be impossible. */
function requireOwnOptions(verb, values) {
    const own = [...verbs[verb].options, "directory", "help"];
    const strange = Object.keys(values).find((name) => !own.includes(name));
    if (strange === undefined)
        return;
    throw (0,wrong/* wrong */.Q)(`--${strange} means nothing to "release ${verb}"`, `Example: ${verbs[verb].example}`);
}

;// CONCATENATED MODULE: ./build/packages/cli/parse.js


/** Reads a command line: `release start …`, and the spellings of chat and documents (`/release --type=…`). Throws an `input` fault. */
function parseCommand(argv) {
    const words = argv[0] === "/release" ? argv.slice(1) : argv;
    if (words.length === 0)
        return { command: { kind: "help" } };
    // The demo reads its own options; asked for help, it has none of its own.
    if (words[0] === "demo" && !words.includes("--help") && !words.includes("-h"))
        return { command: { kind: "demo", args: words.slice(1) } };
    const { values, positionals } = splitWords(words);
    const [first, second, ...rest] = positionals;
    if (values.help === true || first === "help")
        return { command: { kind: "help" } };
    const verb = verbOf(first, values);
    requireOwnOptions(verb, values);
    if (rest.length > 0)
        throw (0,wrong/* wrong */.Q)(`"${rest[0]}" is one word too many`, usageOf(verb));
    const command = build(verb, second, values);
    return values.directory === undefined ? { command } : { command, directory: values.directory };
}
function verbOf(word, values) {
    const names = Object.keys(verbs);
    if (word !== undefined) {
        if (isVerb(word))
            return word;
        throw (0,wrong/* wrong */.Q)(`Unknown command "${word}"`, (0,wrong/* didYouMean */.a)(word, names));
    }
    if (values.rollback !== undefined)
        return "rollback";
    return values.report === undefined ? "start" : "report";
}
function isVerb(word) {
    return Object.hasOwn(verbs, word);
}
function build(verb, word, values) {
    const id = () => named(one(word, values.rollback ?? values.report, "the release", `--${verb}`), verb);
    switch (verb) {
        case "start":
            refuse(word, verb);
            return start(values);
        case "status":
            return { kind: "status", json: values.json === true, ...(word === undefined ? {} : { id: word }) };
        case "resume":
        case "retry":
            return { kind: verb, id: id() };
        case "abort":
        case "hold":
            return { kind: "request", ask: verb, id: id(), reason: demandReason(values, verb) };
        case "promote":
            return { kind: "request", ask: verb, id: id(), reason: values.reason ?? "go on" };
        case "rollback":
            return rollback(id(), values);
        case "report":
            return { kind: "report", id: id(), format: oneOf(values.format ?? "md", ["md", "json"], "--format") };
        case "lint-commits":
            return lint(word, values);
        case "watch":
            refuse(word, verb);
            return { kind: "watch", resume: values.resume === true };
        case "dashboard":
            refuse(word, verb);
            return { kind: "dashboard", out: values.out ?? "release-dashboard" };
        case "audit":
            if (word !== "verify")
                throw (0,wrong/* wrong */.Q)("audit needs a word: verify", usageOf(verb));
            return { kind: "audit" };
        case "demo":
        case "help":
            return { kind: "help" };
    }
}
function start(values) {
    const { plan, out, changelog, severity, incident } = values;
    const dryRun = values["dry-run"] === true;
    // A plan's file names its version; its digest alone does not.
    const planned = plan !== undefined && plan !== "" && !plan.startsWith("sha256:");
    if (!planned && (values.version === undefined || values.version === ""))
        throw (0,wrong/* wrong */.Q)("--version is missing", "Example: --version=2.5.0 (or major, minor, patch, auto)");
    if (out !== undefined && !dryRun)
        throw (0,wrong/* wrong */.Q)("--out belongs to --dry-run", "Example: --dry-run --out=plan.json, then: release start --plan=plan.json");
    const words = {
        type: oneOf(values.type ?? "standard", ["standard", "hotfix"], "--type"),
        version: values.version ?? "auto",
        ...(dryRun ? { dryRun } : {}),
        from: one(values.from, values.base, "--from", "--base"),
        to: one(values.to, values.target, "--to", "--target"),
        changelog,
        plan,
        severity: severity === undefined ? undefined : oneOf(severity, ["none", "P0", "P1"], "--severity"),
        incident,
        ...(values["allow-lower-version"] === true ? { allowLowerVersion: true } : {}),
        ...(values.adopt === true ? { adopt: true } : {}),
    };
    return { kind: "start", words, ...(out === undefined ? {} : { out }) };
}
function lint(range, values) {
    const { message } = values;
    const hook = values["install-hook"] === true;
    if ([range, message, hook ? "hook" : undefined].filter((word) => word !== undefined).length > 1)
        throw (0,wrong/* wrong */.Q)("A range, --message and --install-hook are three different things", usageOf("lint-commits"));
    if (hook)
        return { kind: "lint-commits", what: { kind: "install-hook" } };
    if (message !== undefined)
        return { kind: "lint-commits", what: { kind: "message", file: message } };
    return { kind: "lint-commits", what: { kind: "range", ...(range === undefined ? {} : { range }) } };
}
function rollback(from, values) {
    const to = one(values.to, values.target, "--to", "--target");
    return {
        kind: "rollback",
        from,
        reason: values.reason ?? "asked for by hand",
        // Deployed versions are named by their tags.
        ...(to === undefined ? {} : { to: /^\d/.test(to) ? `v${to}` : to }),
    };
}
/** One value of two spellings; different values cannot both be meant. */
function one(a, b, first, second) {
    if (a !== undefined && b !== undefined && a !== b)
        throw (0,wrong/* wrong */.Q)(`${first} and ${second} are two words for one thing, with different values: "${a}" and "${b}"`, `Give one of them. Example: ${first.startsWith("--") ? first : second}=${a}`);
    return a ?? b;
}
function oneOf(value, known, option) {
    const found = known.find((name) => name === value);
    if (found !== undefined)
        return found;
    throw (0,wrong/* wrong */.Q)(`Unknown value "${value}" for ${option}`, `${(0,wrong/* didYouMean */.a)(value, known)} Example: ${option}=${known[0] ?? ""}`);
}
function named(id, verb) {
    if (id === undefined || id.trim() === "")
        throw (0,wrong/* wrong */.Q)(`${verb} needs a release`, usageOf(verb));
    return id;
}
function refuse(word, verb) {
    if (word !== undefined)
        throw (0,wrong/* wrong */.Q)(`"${word}" is one word too many`, usageOf(verb));
}
function demandReason({ reason }, verb) {
    if (reason !== undefined && reason.trim() !== "")
        return reason;
    throw (0,wrong/* wrong */.Q)(`${verb} needs a reason: it is kept in the record`, usageOf(verb));
}
function usageOf(verb) {
    return `Example: ${verbs[verb].example}`;
}


/***/ }),

/***/ 24141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/audit/index.js + 2 modules
var audit = __webpack_require__(36340);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
// EXTERNAL MODULE: ./build/packages/report/index.js + 19 modules
var report = __webpack_require__(2787);
// EXTERNAL MODULE: ./build/packages/stages/index.js + 181 modules
var stages = __webpack_require__(91069);
// EXTERNAL MODULE: ./build/packages/cli/help.js
var help = __webpack_require__(27046);
// EXTERNAL MODULE: ./build/packages/changelog/index.js + 28 modules
var changelog = __webpack_require__(84476);
// EXTERNAL MODULE: ./build/packages/git/index.js + 10 modules
var packages_git = __webpack_require__(40579);
// EXTERNAL MODULE: ./build/packages/process/index.js + 5 modules
var packages_process = __webpack_require__(91239);
;// CONCATENATED MODULE: ./build/packages/cli/commit-hook.js




const marker = "# release lint-commits: hook of this clone";
const launcher = external_node_path_.resolve(import.meta.dirname, "../../bin/release.js");
/**
 * Makes every new commit of this clone be looked at. Somebody's own hook is never overwritten: a fault says the line to
 * add to it. Returns what to tell, how to remove it again included.
 */
async function installHook(cwd) {
    await refuseSharedHooks(cwd);
    const hooks = await git(cwd, ["rev-parse", "--path-format=absolute", "--git-path", "hooks"]);
    const file = external_node_path_.join(hooks, "commit-msg");
    await (0,promises_.mkdir)(hooks, { recursive: true });
    const done = `Every new commit of this clone is checked by ${file}.\nRemove it with: rm ${quoted(file)}\n`;
    try {
        // `wx` looks and writes in one: a hook that appears meanwhile is somebody's too.
        await (0,promises_.writeFile)(file, script(), { flag: "wx", mode: 0o755 });
        return done;
    }
    catch (thrown) {
        if (!/EEXIST/.test(String(Reflect.get(Object(thrown), "code"))))
            throw unwritable(file, thrown);
    }
    const there = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    if (!there.includes(marker))
        throw taken(file);
    await (0,promises_.writeFile)(file, script(), { mode: 0o755 });
    return done;
}
/** The words of a message without what git takes out of it: comments, and all below the scissors. */
async function strippedMessage(cwd, text) {
    const [above = ""] = text.split(/^. -+ >8 -+$/m);
    const { exitCode, stdout } = await (0,packages_process/* run */.eF)(["git", "stripspace", "--strip-comments"], { cwd, input: above });
    return exitCode === 0 ? stdout : above;
}
/** Folders that more than this clone looks into are not ours to write. */
async function refuseSharedHooks(cwd) {
    const { stdout } = await (0,packages_process/* run */.eF)(["git", "config", "--get", "core.hooksPath"], { cwd });
    const folder = stdout.trim();
    if (folder === "")
        return;
    throw new faults/* ReleaseFault */.eB("policy", `The hooks of this clone are kept in ${folder} (core.hooksPath)`, {
        hint: `Nothing was written. Add to its commit-msg: ${call()}`,
    });
}
function taken(file) {
    return new faults/* ReleaseFault */.eB("policy", `There is a hook already: ${file}`, {
        hint: `Nothing was written. Add this line to it: ${call()}`,
    });
}
function unwritable(file, cause) {
    return new faults/* ReleaseFault */.eB("input", `The hook ${file} cannot be written`, {
        hint: "Look at the permissions of that folder.",
        cause,
    });
}
function call() {
    return `${quoted(process.execPath)} ${quoted(launcher)} lint-commits --message="$1"`;
}
/** A tool that was removed must not keep people from committing. */
function script() {
    return `#!/bin/sh
${marker}. Remove it: rm "$0"
if [ ! -f ${quoted(launcher)} ] || [ ! -x ${quoted(process.execPath)} ]; then
  echo "release is not where it was: this message was not checked. Install the hook again, or: rm $0" >&2
  exit 0
fi
${call()} >&2 && exit 0
echo "Nothing was committed. To commit all the same: git commit --no-verify" >&2
exit 1
`;
}
function quoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
async function git(cwd, args) {
    const { exitCode, stdout, stderr } = await (0,packages_process/* run */.eF)(["git", ...args], { cwd });
    if (exitCode === 0)
        return stdout.trim();
    throw new faults/* ReleaseFault */.eB("input", `This is no clone: ${stderr.trim().split("\n", 1)[0] ?? ""}`, {
        hint: "Run it in a clone, or name one. Example: --directory=../shop",
    });
}

;// CONCATENATED MODULE: ./build/packages/cli/lint-commits.js






/** Says which commits do not follow Conventional Commits, with line and hint. Needs neither network nor token. */
async function lintCommits(what, surroundings, { print }) {
    if (what.kind === "install-hook") {
        print(await installHook(surroundings.cwd));
        return faults/* exitCode */.I$.ok;
    }
    if (what.kind === "message")
        return lintMessage(what.file, surroundings, print);
    // A folder is a remote too; nothing is asked of it.
    const git = await (0,packages_git/* openGit */.z)({ directory: surroundings.cwd, remote: "./", author, signal: surroundings.signal });
    const range = what.range ?? (await sinceLastRelease(git));
    if (range.includes("..") ? false : (await git.resolve(range)) === undefined)
        throw unknownRange(range);
    let looked = 0;
    let bad = 0;
    for await (const commits of (0,changelog/* readCommits */.Fe)(logOf(git, range))) {
        for (const commit of commits) {
            looked += 1;
            const problems = (0,changelog/* lintCommit */.tW)(commit);
            if (problems.length === 0)
                continue;
            bad += 1;
            print(told(commit.sha.slice(0, 7), commit, problems));
        }
    }
    const all = looked === 1 ? "1 commit" : `${looked} commits`;
    print(bad === 0 ? `${all} in ${range}: all follow Conventional Commits.\n` : `${bad} of ${all} in ${range} do not.\n`);
    return bad === 0 ? faults/* exitCode */.I$.ok : faults/* exitCode */.I$.failed;
}
const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };
async function* logOf(git, range) {
    try {
        yield* git.log((0,changelog/* logArguments */.rK)(range));
    }
    catch (thrown) {
        throw unknownRange(range, thrown);
    }
}
function unknownRange(range, cause) {
    return new faults/* ReleaseFault */.eB("input", `There are no commits ${range} in this clone`, {
        hint: "Example: release lint-commits v2.4.0..HEAD",
        cause,
    });
}
async function sinceLastRelease(git) {
    const last = (0,changelog/* lastReleaseTag */.co)((await git.tags("v")).map(({ name }) => name));
    return last === undefined ? "HEAD" : `${last}..HEAD`;
}
async function lintMessage(file, { cwd }, print) {
    const text = await (0,promises_.readFile)(external_node_path_.resolve(cwd, file), "utf8").catch((thrown) => {
        throw new faults/* ReleaseFault */.eB("input", `The message ${file} cannot be read`, {
            hint: "Example: release lint-commits --message=.git/COMMIT_EDITMSG",
            cause: thrown,
        });
    });
    const message = await strippedMessage(cwd, text);
    // Git ends an empty commit itself; what is to be squashed away keeps the header of its target.
    if (message.trim() === "" || /^(fixup|squash|amend)! /.test(message))
        return faults/* exitCode */.I$.ok;
    const commit = { sha: "", parents: [], author: { name: "", email: "" }, committedAt: "", message };
    // The parents of a commit that is being made are not known here; git's own words for a merge are.
    const problems = /^Merge (branch|tag|commit|remote-tracking branch|pull request) /.test(message)
        ? []
        : (0,changelog/* lintCommit */.tW)(commit);
    if (problems.length === 0)
        return faults/* exitCode */.I$.ok;
    print(told("this commit", commit, problems));
    return faults/* exitCode */.I$.failed;
}
function told(name, { message }, problems) {
    const [header = ""] = message.trimStart().split("\n");
    const lines = problems.flatMap(({ line, problem, hint }) => [`  line ${line}: ${problem}`, `    ${hint}`]);
    return `${[`${name} ${printable(header)}`, ...lines.map(printable)].join("\n")}\n`;
}
/** A message cannot move the cursor or ring the bell of whoever reads it. */
function printable(text) {
    return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·");
}

;// CONCATENATED MODULE: ./build/packages/cli/watch.js


const words = {
    woke: "went on",
    "may-go-on": "may go on",
    left: "waits",
    fault: "could not be looked at, or not go on",
};
/** What a schedule on any CI calls: looks at every live release, and with `--resume` goes on here with those that may. */
async function watch(workplace, { resume }, { print, screen }) {
    const drive = async ({ id }) => {
        const { end } = await (0,stages/* resumeRelease */.tf)(workplace, id, (driver) => screen.follow(driver));
        screen.say(`${id}: ${end}`);
    };
    const sightings = await (0,stages.watchJob)(workplace, resume ? drive : undefined);
    screen.end();
    if (sightings.length === 0)
        print("No release is under way.\n");
    for (const { id, state, did, reason, fault } of sightings) {
        print(`${id} (${state}) ${words[did]}: ${reason}\n`);
        if (did === "may-go-on")
            print(`  release resume ${id}\n`);
        if (fault !== undefined)
            print(`  ${fault.hint}\n`);
    }
    if (sightings.some(({ did }) => did === "fault"))
        return faults/* exitCode */.I$.failed;
    return sightings.some(({ did }) => did === "may-go-on") ? faults/* exitCode */.I$.waiting : faults/* exitCode */.I$.ok;
}

;// CONCATENATED MODULE: ./build/packages/cli/run.js










/** Carries out one command. Returns the exit code; throws faults. */
async function runCommand(command, surroundings, terminal) {
    if (command.kind === "help" || command.kind === "demo") {
        terminal.print(help/* help */.y);
        return faults/* exitCode */.I$.ok;
    }
    // Needs no code host: a hook has neither token nor network.
    if (command.kind === "lint-commits")
        return lintCommits(command.what, surroundings, terminal);
    const workplace = await (0,stages.openWorkplace)(surroundings);
    switch (command.kind) {
        case "start":
            return command.words.dryRun === true ? dryRun(workplace, command, terminal) : begin(workplace, command, terminal);
        case "resume":
            return driven(workplace, terminal, (follow) => (0,stages/* resumeRelease */.tf)(workplace, command.id, follow));
        case "retry":
            return driven(workplace, terminal, (follow) => (0,stages/* retryRelease */.gK)(workplace, command.id, follow));
        case "request":
            return request(workplace, command, terminal);
        case "rollback":
            return rollBack(workplace, command, terminal);
        case "status":
            return run_status(workplace, command, terminal);
        case "report":
            return run_report(workplace, command, terminal);
        case "watch":
            return watch(workplace, command, terminal);
        case "dashboard":
            return writeDashboard(workplace, command.out, terminal);
        case "audit":
            return run_audit(workplace, terminal);
    }
}
function startHere({ surroundings }, { words }) {
    return (0,stages.startOf)(words, async (file, input) => {
        try {
            return await (0,promises_.readFile)(external_node_path_.resolve(surroundings.cwd, file), "utf8");
        }
        catch (thrown) {
            throw new faults/* ReleaseFault */.eB("input", `The ${input} ${file} cannot be read`, {
                hint: `Example: --${input}=${input === "plan" ? "plan.json" : "docs/CHANGELOG_CUSTOM.md"}`,
                cause: thrown,
            });
        }
    });
}
async function begin(workplace, command, terminal) {
    const wanted = await startHere(workplace, command);
    return driven(workplace, terminal, (follow) => (0,stages/* startRelease */.I$)(workplace, wanted, follow));
}
async function dryRun(workplace, command, { print }) {
    const { plan, changelog, notes, outlook } = await (0,stages/* planRelease */.F3)(workplace, await startHere(workplace, command));
    const digest = (0,stages/* digestOfOutlook */.zo)(outlook);
    const { out } = command;
    if (out !== undefined)
        await writePlan(external_node_path_.resolve(workplace.surroundings.cwd, out), (0,stages/* planFileText */.XK)(outlook, { date: (0,stages/* today */.Ec)(workplace), changelog: changelog.markdown }));
    const lines = [
        `Would release ${plan.tag} (${plan.releaseType})`,
        ...notes.map((note) => `  ${note}`),
        `  branch ${plan.releaseBranch} from ${plan.baseBranch} (${plan.baseSha.slice(0, 7)}), merged into ${plan.targetBranch}`,
        `  gates: ${plan.gates.join(" → ")}`,
        `  staging ${plan.stagingStrategy}, production ${plan.productionStrategy}: ${plan.steps.join(" → ")} %`,
        `  plan sha256:${digest}`,
        "",
        changelog.markdown,
        out === undefined
            ? "Nothing was changed."
            : `Nothing was changed but ${out}. To release exactly this: release start --plan=${out}`,
    ];
    print(`${lines.join("\n")}\n`);
    return faults/* exitCode */.I$.ok;
}
async function writePlan(file, text) {
    try {
        await (0,promises_.writeFile)(file, text);
    }
    catch (thrown) {
        throw new faults/* ReleaseFault */.eB("input", `The plan cannot be written to ${file}`, {
            hint: "Name a file in a folder that exists. Example: --out=plan.json",
            cause: thrown,
        });
    }
}
/** Drives a release with the screen on it, then says how it ended and what that cost. */
async function driven(workplace, { screen, print }, drive) {
    const { id, end } = await drive((driver) => screen.follow(driver));
    screen.end();
    print(`${ending[end].text(id)}\n${economyLine(workplace.economy())}\n`);
    return ending[end].code;
}
const ending = {
    completed: { code: faults/* exitCode */.I$.ok, text: (id) => `${id} is released. Report: release report ${id}` },
    suspended: { code: faults/* exitCode */.I$.waiting, text: (id) => `${id} waits. See: release status ${id}` },
    rolled_back: { code: faults/* exitCode */.I$.rolledBack, text: (id) => `${id} was rolled back. Report: release report ${id}` },
    failed: { code: faults/* exitCode */.I$.failed, text: (id) => `${id} failed. Report: release report ${id}` },
};
function economyLine({ apiCalls, gitRequests, appends, facts }) {
    return `${apiCalls} API calls, ${gitRequests} git requests, ${appends} appends, ${facts} facts`;
}
async function request(workplace, { ask, id, reason }, terminal) {
    const stored = await (0,stages/* askFor */.dq)(workplace, id, { kind: ask, id: (0,external_node_crypto_.randomUUID)(), reason });
    terminal.print(`${ask} of ${stored.id} is recorded.\n`);
    if (stored.record.suspended === undefined)
        return faults/* exitCode */.I$.ok;
    // Nobody drives a suspended release: whoever asks, drives.
    return driven(workplace, terminal, (follow) => (0,stages/* resumeRelease */.tf)(workplace, stored.id, follow));
}
async function rollBack(workplace, { from, to, reason }, terminal) {
    const wanted = { from, reason, requestId: (0,external_node_crypto_.randomUUID)(), ...(to === undefined ? {} : { to }) };
    const end = await (0,stages/* rollBackRelease */.sW)(workplace, wanted, (driver) => terminal.screen.follow(driver));
    if (end !== "requested")
        return driven(workplace, terminal, async () => end);
    terminal.print(`${from} is in flight: its driver was asked to roll back. See: release status ${from}\n`);
    return faults/* exitCode */.I$.ok;
}
async function run_status(workplace, { id, json }, { print }) {
    const now = workplace.surroundings.clock.now();
    const releases = id === undefined ? await workplace.journal.live() : [await (0,stages.readOrThrow)(workplace, id)];
    if (json) {
        const view = releases.map(({ id: name, live, record }) => ({
            id: name,
            live,
            state: record.state,
            percent: (0,report/* board */.no)(record, now).percent,
            suspended: record.suspended ?? null,
        }));
        print(`${JSON.stringify(view, null, 2)}\n`);
        return faults/* exitCode */.I$.ok;
    }
    if (releases.length === 0)
        print("No release is running. Start one: release start --version=auto\n");
    for (const { record } of releases)
        print(`${(0,report/* board */.no)(record, now).lines.join("\n")}\n`);
    return releases.some(({ record }) => record.suspended !== undefined) ? faults/* exitCode */.I$.waiting : faults/* exitCode */.I$.ok;
}
async function run_report(workplace, { id, format }, { print }) {
    const { facts } = await (0,stages.readOrThrow)(workplace, id);
    print(format === "json" ? `${JSON.stringify(facts, null, 2)}\n` : (0,report.releaseReport)(facts));
    return faults/* exitCode */.I$.ok;
}
async function writeDashboard(workplace, out, { print }) {
    const releases = [...(await workplace.journal.live()), ...(await workplace.journal.archived())];
    const folder = external_node_path_.resolve(workplace.surroundings.cwd, out);
    await (0,promises_.mkdir)(folder, { recursive: true });
    // Not by `path`: the bundler would take a path that ends in a known name for a file of ours.
    const file = `${folder}${external_node_path_.sep}index.html`;
    await (0,promises_.writeFile)(file, (0,report/* dashboard */.ze)(workplace.forge.repository, releases, workplace.surroundings.clock.now()));
    print(`${file}\n`);
    return faults/* exitCode */.I$.ok;
}
function deniedLine({ person, hour, count, asked, why }) {
    return `Denied: ${person}, ${hour}:00 UTC, ${count} times (${Object.keys(asked).join(", ")}): ${why}\n`;
}
async function run_audit(workplace, { print }) {
    const archived = await workplace.journal.archived();
    const log = (await workplace.journal.readArchiveFile(stages/* auditLogPath */.Hx)) ?? "";
    const problems = (0,audit/* verifyAuditLog */.FF)(log, new Map(archived.map(({ id, facts }) => [id, facts])));
    print(problems.length === 0
        ? `The audit log is whole: ${archived.length === 1 ? "1 release" : `${archived.length} releases`}, every fact as it was recorded.\n`
        : `${problems.join("\n")}\n`);
    print((await workplace.journal.denied()).map(deniedLine).join(""));
    return problems.length === 0 ? faults/* exitCode */.I$.ok : faults/* exitCode */.I$.failed;
}


/***/ }),

/***/ 68554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ openScreen)
});

// EXTERNAL MODULE: ./node_modules/log-update/index.js + 19 modules
var log_update = __webpack_require__(22698);
// EXTERNAL MODULE: ./build/packages/report/index.js + 19 modules
var report = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/packages/cli/quieter.js
/** How often a line of running numbers is worth a line in a log. */
const everyMs = 10_000;
/**
 * What a line goes on about, when its numbers run (`production: watching 50 % for 60 s: 1200 requests so far`); any
 * other line is its own subject.
 */
function subjectOf(text) {
    return /^(?<subject>[^:]*: watching [^:]*):/.exec(text)?.groups?.["subject"] ?? text;
}
/** Tells which lines are news for a log: no line twice in a row, and running numbers when they changed, every 10 s at most. */
function createQuieter(now) {
    let last = "";
    let saidMs = 0;
    return (text) => {
        const goesOn = subjectOf(text) === subjectOf(last);
        if (text === last || (goesOn && now() - saidMs < everyMs))
            return false;
        last = text;
        saidMs = now();
        return true;
    };
}

;// CONCATENATED MODULE: ./build/packages/cli/screen.js



/** The screen for an output: live on a terminal that can move its cursor. */
function openScreen(output, { now, env }) {
    const live = output.isTTY === true && env["TERM"] !== "dumb" && env["CI"] === undefined;
    return live && "columns" in output ? liveScreen(output, now) : plainScreen(output, now);
}
function plainScreen(output, now) {
    let driver;
    let state = "";
    let ended = false;
    const isNews = createQuieter(now);
    const stamp = () => new Date(now()).toISOString().slice(11, 19);
    return {
        say(text) {
            if (driver !== undefined && driver.record.state !== state) {
                state = driver.record.state;
                output.write(`${stamp()} [${String((0,report/* board */.no)(driver.record, now()).percent).padStart(3)} %] ${state}\n`);
            }
            if (isNews(text))
                output.write(`${stamp()}         ${text}\n`);
        },
        follow(followed) {
            driver = followed;
        },
        get followed() {
            return driver;
        },
        end() {
            if (driver !== undefined && !ended)
                output.write(`${(0,report/* board */.no)(driver.record, now()).lines.join("\n")}\n`);
            ended = true;
        },
    };
}
const shownAtMost = 6;
/** Rows that lines take on a terminal that wraps them. */
function heightOf(lines, columns) {
    return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 0);
}
function liveScreen(output, now) {
    let driver;
    let latest = [];
    let height = 0;
    const log = (0,log_update/* createLogUpdate */.SY)(output);
    const paint = () => {
        const picture = driver === undefined ? undefined : (0,report/* board */.no)(driver.record, now());
        const bar = picture === undefined
            ? []
            : [`${"█".repeat(Math.round(picture.percent / 4)).padEnd(25, "░")} ${picture.percent} %`];
        const lines = [...bar, ...(picture?.lines ?? []), ...(latest.length === 0 ? [] : ["", ...latest])];
        const wanted = heightOf(lines, output.columns);
        // log-update patches what changed, and leaves the rest where it was: right only while the height stays.
        if (wanted !== height)
            log.clear();
        height = wanted;
        log(lines.join("\n"));
    };
    let timer;
    return {
        say(text) {
            const kept = latest.filter((line) => subjectOf(line) !== subjectOf(text));
            latest = [...kept, text].slice(-shownAtMost);
            paint();
        },
        follow(followed) {
            driver = followed;
            timer ??= setInterval(paint, 200).unref();
            paint();
        },
        get followed() {
            return driver;
        },
        end() {
            clearInterval(timer);
            if (driver === undefined && latest.length === 0)
                return;
            latest = [];
            paint();
            log.done();
        },
    };
}


/***/ }),

/***/ 84068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ wrong),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71906);

/** A command line that cannot be meant so. `hint` holds an example. */
function wrong(message, hint) {
    return new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", message, { hint });
}
/** The known word that a word was probably meant to be, or the menu. */
function didYouMean(word, known) {
    const near = (0,_faults__WEBPACK_IMPORTED_MODULE_0__/* .nearestWord */ .zZ)(word, known);
    return near === undefined ? `Use one of: ${known.join(", ")}.` : `Did you mean ${near}?`;
}


/***/ })

};
