export const id = 9567;
export const ids = [9567];
export const modules = {

/***/ 28737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 21 modules
var shell = __webpack_require__(34442);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./build/packages/cli/index.js + 1 modules
var cli = __webpack_require__(95920);
;// CONCATENATED MODULE: ./build/actions/command/asked.js


const asked_event = schemas/* object */.Ikc({
    action: schemas/* literal */.euz("created"),
    comment: schemas/* object */.Ikc({ id: schemas/* number */.aig(), body: schemas/* string */.YjP() }),
});
function findAsked(payload) {
    const { data } = asked_event.safeParse(payload);
    return data !== undefined && (0,cli/* isCommand */.y9)(data.comment.body) ? data.comment : undefined;
}

;// CONCATENATED MODULE: ./build/actions/command/outcome.js

function ignored(why) {
    return {
        outputs: { outcome: "ignored", next: "none" },
        summary: (0,shell/* summaryOf */.YG)({ title: "Nothing to do", notes: [why] }),
    };
}
function outcomeOf(reply) {
    if (reply.kind === "ignored")
        return ignored(reply.why);
    if (reply.kind === "refused") {
        const { message, hint } = reply.fault;
        return {
            outputs: { outcome: "refused", next: "none" },
            summary: (0,shell/* summaryOf */.YG)({ title: "Refused", notes: [message, hint] }),
            notices: [{ level: "warning", title: "Refused", text: `${message}\n${hint}` }],
        };
    }
    const { next, text } = reply.done;
    return {
        outputs: { outcome: "done", ...(next === undefined ? { next: "none" } : { next: next.workflow, ...next.inputs }) },
        summary: text,
    };
}

;// CONCATENATED MODULE: ./build/actions/command/index.js



const shape = { token: ["token", shell/* text */.Qq] };
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Command",
        shape,
        whenRefused: { outcome: "refused", next: "none" },
        act: async ({ token }, runner) => {
            const asked = findAsked(await (0,shell/* eventOf */.A6)(runner));
            if (asked === undefined)
                return ignored("This comment asks us for nothing.");
            const { replyTo } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(3673), __webpack_require__.e(8332), __webpack_require__.e(8200), __webpack_require__.e(493), __webpack_require__.e(348), __webpack_require__.e(6790), __webpack_require__.e(1023), __webpack_require__.e(1401), __webpack_require__.e(7537)]).then(__webpack_require__.bind(__webpack_require__, 8759));
            return outcomeOf(await replyTo(await (0,shell/* openHere */.Pw)(runner, token), asked));
        },
    });
}


/***/ }),

/***/ 93041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ help)
/* harmony export */ });
const help = `Release Command

  release start --version=X.Y.Z|major|minor|patch|auto|prerelease   start a release and drive it
        [--type=standard|hotfix] [--from=BRANCH|TAG] [--to=BRANCH] [--changelog=FILE] [--allow-lower-version]
        [--dry-run [--out=plan.json]]      what would happen, and as a file for people to review
        [--severity=P0|P1 --incident=ID]   of a hotfix: the incident that it ends
        [--override="GATE: REASON"]        this gate may fail; by an admin only. Several: "GATE: REASON; GATE: REASON"
        [--at=TIME] [--expires=TIME]       production not before, and no more after: "2026-12-01T09:00 Europe/Berlin"
        [--emergency=REASON]               pass windows and freezes; by an emergency approver only
        [--adopt]                          of a hotfix: its branch is there already, with the fix
  release start --plan=plan.json          exactly that plan; refused with the difference when the world moved
  release status [vX.Y.Z] [--json]        where releases stand, and what they wait for
  release resume vX.Y.Z [--emergency=REASON]   continue a release, after a wait or a death
  release retry vX.Y.Z [--override="GATE: REASON"]   a new attempt after a failure, before the tag
  release hold vX.Y.Z --reason=TEXT       stop its progress
  release promote vX.Y.Z [--reason=TEXT]  end a hold; keep a hotfix whose journeys failed after 100 %
  release abort vX.Y.Z --reason=TEXT      end it: before production it fails, in production it rolls back
  release rollback vX.Y.Z [--to=vX.Y.Z] [--reason=TEXT]   back to what served before
  release rollback --false-positive=vX.Y.Z --reason=TEXT   that automatic rollback was wrong: the next ones are asked about
  release redeploy staging|production [--reason=TEXT]      bring the last good version up there again
  release report vX.Y.Z [--format=md|json]
  release watch [--resume]                which releases may go on now; goes on with them here
  release dashboard [--out=FOLDER]        all releases as one page
  release lint-commits [RANGE]            do commits follow Conventional Commits? default: those after the last release
        [--message=FILE | --install-hook]  one message; as a hook of this clone
  release changelog [RANGE | --all]       the notes of each release in it; default: of what comes after the last release
        [--version=X.Y.Z]                  what is not tagged yet is called so
  release config [--json]                 what is in force here: each setting with its source, what was detected and why
  release smoke staging|production|URL [--json]   the smoke checks, once, against what serves there now
  release analyze FILE|- [--json]         what the canary judge says of recorded metrics, and when (docs/canary.md)
        [--judge=sequential|threshold] [--alpha=0.0025] [--max-error-ratio=0.05]
  release audit verify [--key=… --checkpoint=FILE]
                                          is the audit log whole, do the records match it, who signed it?
  release audit key                       the public key of RELEASE_AUDIT_KEY, for others to verify with
  release demo [--fault=NAME]             a whole release on this machine, offline

Every command takes --directory=FOLDER: the clone to work in, when it is not this one.
Also understood: --base for --from, --target for --to, and /release --type=… --rollback=vX --to=vY --report=vX.
Needs GITHUB_TOKEN in the environment; a dry run, status and report only read; changelog, lint-commits, config, smoke and analyze need none.
Exit codes: 0 done · 1 our defect · 2 wrong input, configuration or permission · 3 waiting · 4 rolled back · 5 failed.
`;


/***/ }),

/***/ 95920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yj: () => (/* reexport */ help/* help */.y),
  y9: () => (/* reexport */ isCommand),
  vj: () => (/* reexport */ parseComment)
});

// EXTERNAL MODULE: ./build/packages/cli/parse.js + 2 modules
var parse = __webpack_require__(3660);
// EXTERNAL MODULE: ./build/packages/cli/wrong.js
var wrong = __webpack_require__(38501);
;// CONCATENATED MODULE: ./build/packages/cli/comment.js


const example = "Example: /release status v2.5.0";
const longest = 2_000;
function parseComment(body) {
    const [first = "", ...rest] = body.split(/\r\n|\r|\n/).map((line) => line.trim());
    if (!isCommand(first))
        return undefined;
    if (rest.some(isCommand))
        throw (0,wrong/* wrong */.Qm)("A comment holds one command", "Write the second one in a comment of its own.");
    if (first.length > longest)
        throw (0,wrong/* wrong */.Qm)(`The command is longer than ${longest} characters`, example);
    const { command, directory } = (0,parse/* parseCommand */.R)(wordsOf(first));
    if (directory !== undefined)
        throw (0,wrong/* wrong */.Qm)("--directory means nothing in a comment", example);
    if (command.kind === "start" && command.out !== undefined)
        throw (0,wrong/* wrong */.Qm)("--out means nothing in a comment", example);
    return command;
}
function isCommand(text) {
    return /^\/release(\s|$)/.test(text);
}
function wordsOf(line) {
    const plain = line.replaceAll(/[“”„]/g, '"').replaceAll(/(?<=\s)—(?=\w)/g, "--");
    const words = plain.match(/(?:"[^"]*"|(?<=[\s=])'[^']*'|[^\s"])+/g) ?? [];
    if ((plain.match(/"/g) ?? []).length % 2 === 1)
        throw (0,wrong/* wrong */.Qm)("A quote is opened and not closed", example);
    return words.map((word) => word.replaceAll('"', "").replace(/(^|=)'([^']*)'$/, "$1$2"));
}

// EXTERNAL MODULE: ./build/packages/cli/help.js
var help = __webpack_require__(93041);
;// CONCATENATED MODULE: ./build/packages/cli/index.js





/***/ }),

/***/ 3660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseCommand)
});

// EXTERNAL MODULE: ./build/packages/cli/wrong.js
var wrong = __webpack_require__(38501);
;// CONCATENATED MODULE: ./build/packages/cli/analyze-words.js

function analyzeWanted(file, values) {
    if (file === undefined || file === "")
        throw (0,wrong/* wrong */.Qm)("analyze needs a file of recorded metrics", "Example: release analyze metrics.jsonl");
    const { judge, alpha } = values;
    const most = values["max-error-ratio"];
    return {
        file,
        json: values.json === true,
        settings: {
            ...(judge === undefined ? {} : { judge: (0,wrong/* oneOf */.yL)(judge, ["sequential", "threshold"], "--judge") }),
            ...(alpha === undefined ? {} : { alpha: part(alpha, "--alpha", "0.0025") }),
            ...(most === undefined ? {} : { maxErrorRatio: part(most, "--max-error-ratio", "0.05") }),
        },
    };
}
function part(text, option, example) {
    const value = Number(text);
    if (text.trim() !== "" && value > 0 && value < 1)
        return value;
    throw (0,wrong/* wrong */.Qm)(`${option} must lie between 0 and 1; got "${text}"`, `Example: ${option}=${example}`);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/cli/options.js


const options = {
    type: { type: "string" },
    version: { type: "string" },
    from: { type: "string" },
    base: { type: "string" },
    to: { type: "string" },
    target: { type: "string" },
    changelog: { type: "string" },
    all: { type: "boolean" },
    severity: { type: "string" },
    incident: { type: "string" },
    override: { type: "string", multiple: true },
    emergency: { type: "string" },
    at: { type: "string" },
    expires: { type: "string" },
    "allow-lower-version": { type: "boolean" },
    adopt: { type: "boolean" },
    "dry-run": { type: "boolean" },
    plan: { type: "string" },
    message: { type: "string" },
    "install-hook": { type: "boolean" },
    rollback: { type: "string" },
    report: { type: "string" },
    "false-positive": { type: "string" },
    reason: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
    resume: { type: "boolean" },
    judge: { type: "string" },
    alpha: { type: "string" },
    "max-error-ratio": { type: "string" },
    key: { type: "string", multiple: true },
    checkpoint: { type: "string", multiple: true },
    directory: { type: "string" },
    help: { type: "boolean", short: "h" },
};
const repeatable = new Set(Object.entries(options).flatMap(([name, option]) => ("multiple" in option ? [name] : [])));
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
            "override",
            "emergency",
            "at",
            "expires",
            "allow-lower-version",
            "adopt",
            "dry-run",
            "out",
            "plan",
        ],
    },
    status: { example: "release status v2.5.0", options: ["json"] },
    resume: { example: "release resume v2.5.0", options: ["emergency"] },
    retry: { example: "release retry v2.5.0", options: ["override"] },
    abort: { example: 'release abort v2.5.0 --reason="wrong branch"', options: ["reason"] },
    promote: { example: "release promote v2.5.0", options: ["reason"] },
    hold: { example: 'release hold v2.5.0 --reason="payment provider is down"', options: ["reason"] },
    rollback: {
        example: "release rollback v2.5.0 --to=v2.4.0",
        options: ["rollback", "to", "target", "false-positive", "reason"],
    },
    redeploy: { example: 'release redeploy production --reason="a machine was lost"', options: ["reason"] },
    report: { example: "release report v2.5.0 --format=json", options: ["report", "format"] },
    watch: { example: "release watch --resume", options: ["resume"] },
    dashboard: { example: "release dashboard --out=public", options: ["out"] },
    "lint-commits": { example: "release lint-commits v2.4.0..HEAD", options: ["message", "install-hook"] },
    changelog: { example: "release changelog v2.4.0..HEAD", options: ["all", "version"] },
    config: { example: "release config --json", options: ["json"] },
    audit: { example: "release audit verify", options: ["key", "checkpoint"] },
    smoke: { example: "release smoke staging", options: ["json"] },
    analyze: {
        example: "release analyze metrics.jsonl",
        options: ["json", "judge", "alpha", "max-error-ratio"],
    },
    demo: { example: "release demo --fault=production-errors", options: [] },
    help: { example: "release help", options: [] },
};
function splitWords(words) {
    const { values, positionals, tokens } = parsed(words);
    const seen = new Map();
    for (const token of tokens) {
        if (token.kind !== "option" || repeatable.has(token.name))
            continue;
        const value = token.value ?? "";
        const before = seen.get(token.name);
        if (before !== undefined && before !== value)
            throw (0,wrong/* wrong */.Qm)(`--${token.name} is given twice, with different values: "${before}" and "${value}"`, `Give it once. Example: --${token.name}=${value}`);
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
        return (0,wrong/* wrong */.Qm)(`Unknown option ${unknown}`, (0,wrong/* didYouMean */.au)(unknown, names));
    const lacking = /^Option '(?:-\w, )?(?<name>--[\w-]+)/.exec(message)?.groups?.["name"];
    if (lacking === undefined)
        return (0,wrong/* wrong */.Qm)(message.split("\n", 1)[0] ?? message, `Example: ${verbs.start.example}`);
    return lacking in examples
        ? (0,wrong/* wrong */.Qm)(`${lacking} needs a value`, `Example: ${lacking}=${examples[lacking]}`)
        : (0,wrong/* wrong */.Qm)(`${lacking} takes no value`, `Example: ${lacking}`);
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
    "--override": '"unit: flaky runner, INC-7"',
    "--emergency": '"checkout is down, INC-7"',
    "--at": '"2026-12-01T09:00 Europe/Berlin"',
    "--expires": '"2026-12-01T17:00 Europe/Berlin"',
    "--plan": "plan.json",
    "--message": ".git/COMMIT_EDITMSG",
    "--rollback": "v2.5.0",
    "--report": "v2.5.0",
    "--reason": '"payment provider is down"',
    "--format": "json",
    "--out": "public",
    "--judge": "sequential",
    "--alpha": "0.0025",
    "--max-error-ratio": "0.05",
    "--directory": "../shop",
};
function requireOwnOptions(verb, values) {
    const own = [...verbs[verb].options, "directory", "help"];
    const strange = Object.keys(values).find((name) => !own.includes(name));
    if (strange === undefined)
        return;
    throw (0,wrong/* wrong */.Qm)(`--${strange} means nothing to "release ${verb}"`, `Example: ${verbs[verb].example}`);
}

;// CONCATENATED MODULE: ./build/packages/cli/parse.js



function parseCommand(argv) {
    const words = argv[0] === "/release" ? argv.slice(1) : argv;
    if (words.length === 0)
        return { command: { kind: "help" } };
    if (words[0] === "demo" && !words.includes("--help") && !words.includes("-h"))
        return { command: { kind: "demo", args: words.slice(1) } };
    const { values, positionals } = splitWords(words);
    const [first, second, ...rest] = positionals;
    if (values.help === true || first === "help")
        return { command: { kind: "help" } };
    const verb = verbOf(first, values);
    requireOwnOptions(verb, values);
    if (rest.length > 0)
        throw (0,wrong/* wrong */.Qm)(`"${rest[0]}" is one word too many`, usageOf(verb));
    const command = build(verb, second, values);
    return values.directory === undefined ? { command } : { command, directory: values.directory };
}
function verbOf(word, values) {
    const names = Object.keys(verbs);
    if (word !== undefined) {
        if (isVerb(word))
            return word;
        throw (0,wrong/* wrong */.Qm)(`Unknown command "${word}"`, (0,wrong/* didYouMean */.au)(word, names));
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
            return { kind: verb, id: id(), ...(values.emergency === undefined ? {} : { emergency: values.emergency }) };
        case "retry":
            return { kind: verb, id: id(), ...overriding(values) };
        case "abort":
        case "hold":
            return { kind: "request", ask: verb, id: id(), reason: demandReason(values, verb) };
        case "promote":
            return { kind: "request", ask: verb, id: id(), reason: values.reason ?? "go on" };
        case "rollback":
            return values["false-positive"] === undefined ? rollback(id(), values) : wrongRollback(word, values);
        case "redeploy":
            return { kind: verb, environment: environmentOf(word), reason: values.reason ?? "asked for by hand" };
        case "report":
            return { kind: "report", id: id(), format: (0,wrong/* oneOf */.yL)(values.format ?? "md", ["md", "json"], "--format") };
        case "lint-commits":
            return lint(word, values);
        case "changelog":
            return notes(word, values);
        case "watch":
            refuse(word, verb);
            return { kind: "watch", resume: values.resume === true };
        case "dashboard":
            refuse(word, verb);
            return { kind: "dashboard", out: values.out ?? "release-dashboard" };
        case "config":
            refuse(word, verb);
            return { kind: "config", json: values.json === true };
        case "audit":
            return { kind: "audit", wanted: auditOf(word, values) };
        case "smoke":
            return { kind: verb, place: placeOf(word), json: values.json === true };
        case "analyze":
            return { kind: verb, ...analyzeWanted(word, values) };
        case "demo":
        case "help":
            return { kind: "help" };
    }
}
function auditOf(word, { key = [], checkpoint = [] }) {
    if (word === "verify")
        return { ask: "verify", keys: key, checkpoints: checkpoint };
    if (word !== "key")
        throw (0,wrong/* wrong */.Qm)("audit needs a word: verify or key", usageOf("audit"));
    if (key.length + checkpoint.length > 0)
        throw (0,wrong/* wrong */.Qm)("audit key takes no options", "Example: RELEASE_AUDIT_KEY=$(cat audit.pem) release audit key");
    return { ask: "key" };
}
function environmentOf(word) {
    if (word === "staging" || word === "production")
        return word;
    throw (0,wrong/* wrong */.Qm)(word === undefined ? "redeploy needs an environment" : `"${word}" is no environment`, "The journal knows which version was the last good one there. Example: release redeploy production");
}
function placeOf(word) {
    if (word === "staging" || word === "production")
        return { environment: word };
    if (word !== undefined && /^https?:\/\/[^/]/i.test(word) && URL.canParse(word))
        return { url: word };
    throw (0,wrong/* wrong */.Qm)(word === undefined ? "smoke needs a place" : `"${word}" is no place to test`, "Give staging, production or an address. Example: release smoke https://staging.shop.example");
}
function start(values) {
    const { plan, out, changelog, severity, incident, emergency, at, expires } = values;
    const dryRun = values["dry-run"] === true;
    const planned = plan !== undefined && plan !== "" && !plan.startsWith("sha256:");
    if (!planned && (values.version === undefined || values.version === ""))
        throw (0,wrong/* wrong */.Qm)("--version is missing", "Example: --version=2.5.0 (or major, minor, patch, auto)");
    if (out !== undefined && !dryRun)
        throw (0,wrong/* wrong */.Qm)("--out belongs to --dry-run", "Example: --dry-run --out=plan.json, then: release start --plan=plan.json");
    const words = {
        type: (0,wrong/* oneOf */.yL)(values.type ?? "standard", ["standard", "hotfix"], "--type"),
        version: values.version ?? "auto",
        ...(dryRun ? { dryRun } : {}),
        from: one(values.from, values.base, "--from", "--base"),
        to: one(values.to, values.target, "--to", "--target"),
        changelog,
        plan,
        severity: severity === undefined ? undefined : (0,wrong/* oneOf */.yL)(severity, ["none", "P0", "P1"], "--severity"),
        incident,
        emergency,
        at,
        expires,
        ...overriding(values),
        ...(values["allow-lower-version"] === true ? { allowLowerVersion: true } : {}),
        ...(values.adopt === true ? { adopt: true } : {}),
    };
    return { kind: "start", words, ...(out === undefined ? {} : { out }) };
}
function overriding({ override }) {
    return override === undefined ? {} : { override: override.join("\n") };
}
function lint(range, values) {
    const { message } = values;
    const hook = values["install-hook"] === true;
    if ([range, message, hook ? "hook" : undefined].filter((word) => word !== undefined).length > 1)
        throw (0,wrong/* wrong */.Qm)("A range, --message and --install-hook are three different things", usageOf("lint-commits"));
    if (hook)
        return { kind: "lint-commits", what: { kind: "install-hook" } };
    if (message !== undefined)
        return { kind: "lint-commits", what: { kind: "message", file: message } };
    return { kind: "lint-commits", what: { kind: "range", ...(range === undefined ? {} : { range }) } };
}
function notes(range, { all, version }) {
    if (range !== undefined && all === true)
        throw (0,wrong/* wrong */.Qm)("A range and --all are two different things", usageOf("changelog"));
    return {
        kind: "changelog",
        wanted: {
            all: all === true,
            ...(range === undefined ? {} : { range }),
            ...(version === undefined ? {} : { version }),
        },
    };
}
function wrongRollback(word, values) {
    const { rollback: from, to, target, "false-positive": id } = values;
    if ([word, from, to, target].some((other) => other !== undefined))
        throw (0,wrong/* wrong */.Qm)("--false-positive says which rollback was wrong: it brings nothing back", falsePositiveUsage);
    const { reason } = values;
    if (id === undefined || id.trim() === "" || reason === undefined || reason.trim() === "")
        throw (0,wrong/* wrong */.Qm)("--false-positive needs a release and a reason", falsePositiveUsage);
    return { kind: "false-positive", id, reason };
}
const falsePositiveUsage = 'Example: release rollback --false-positive=v2.5.0 --reason="a traffic spike"';
function rollback(from, values) {
    const to = one(values.to, values.target, "--to", "--target");
    return {
        kind: "rollback",
        from,
        reason: values.reason ?? "asked for by hand",
        ...(to === undefined ? {} : { to: /^\d/.test(to) ? `v${to}` : to }),
    };
}
function one(a, b, first, second) {
    if (a !== undefined && b !== undefined && a !== b)
        throw (0,wrong/* wrong */.Qm)(`${first} and ${second} are two words for one thing, with different values: "${a}" and "${b}"`, `Give one of them. Example: ${first.startsWith("--") ? first : second}=${a}`);
    return a ?? b;
}
function named(id, verb) {
    if (id === undefined || id.trim() === "")
        throw (0,wrong/* wrong */.Qm)(`${verb} needs a release`, usageOf(verb));
    return id;
}
function refuse(word, verb) {
    if (word !== undefined)
        throw (0,wrong/* wrong */.Qm)(`"${word}" is one word too many`, usageOf(verb));
}
function demandReason({ reason }, verb) {
    if (reason !== undefined && reason.trim() !== "")
        return reason;
    throw (0,wrong/* wrong */.Qm)(`${verb} needs a reason: it is kept in the record`, usageOf(verb));
}
function usageOf(verb) {
    return `Example: ${verbs[verb].example}`;
}


/***/ }),

/***/ 38501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);

function wrong(message, hint) {
    return new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", message, { hint });
}
function didYouMean(word, known) {
    const near = (0,_faults__WEBPACK_IMPORTED_MODULE_0__/* .nearestWord */ .zZ)(word, known);
    return near === undefined ? `Use one of: ${known.join(", ")}.` : `Did you mean ${near}?`;
}
function oneOf(value, known, option) {
    const found = known.find((name) => name === value);
    if (found !== undefined)
        return found;
    throw wrong(`Unknown value "${value}" for ${option}`, `${didYouMean(value, known)} Example: ${option}=${known[0] ?? ""}`);
}


/***/ })

};
