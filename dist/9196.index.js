export const id = 9196;
export const ids = [9196];
export const modules = {

/***/ 14585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defaultReasons)
/* harmony export */ });
const defaultReasons = {
    promote: "go on",
    rollback: "asked for by hand",
    redeploy: "asked for by hand",
};


/***/ }),

/***/ 17600:
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

;// CONCATENATED MODULE: ./build/packages/cli/days.js
const day = /^\d{4}-\d\d-\d\d$/;
function msOf(text) {
    const ms = Date.parse(text);
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text.slice(0, 10)) ? ms : undefined;
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
    "root-cause": { type: "string" },
    out: { type: "string" },
    port: { type: "string" },
    branch: { type: "string" },
    follow: { type: "boolean" },
    json: { type: "boolean" },
    resume: { type: "boolean" },
    judge: { type: "string" },
    alpha: { type: "string" },
    "max-error-ratio": { type: "string" },
    key: { type: "string", multiple: true },
    checkpoint: { type: "string", multiple: true },
    anchors: { type: "boolean" },
    person: { type: "string" },
    directory: { type: "string" },
    plain: { type: "boolean" },
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
    report: { example: "release report v2.5.0 --format=html", options: ["report", "format", "root-cause"] },
    watch: { example: "release watch --resume", options: ["resume"] },
    dashboard: { example: "release dashboard build --out=public", options: ["out", "port", "branch", "follow"] },
    metrics: { example: "release metrics --format=openmetrics --from=2026-01-01", options: ["format", "from", "to"] },
    "lint-commits": { example: "release lint-commits v2.4.0..HEAD", options: ["message", "install-hook"] },
    changelog: { example: "release changelog v2.4.0..HEAD", options: ["all", "version"] },
    config: { example: "release config --json", options: ["json"] },
    audit: {
        example: "release audit verify",
        options: ["key", "checkpoint", "anchors", "format", "from", "to", "person", "reason"],
    },
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
    "--root-cause": '"pool of 5 connections, INC-7"',
    "--out": "public",
    "--judge": "sequential",
    "--alpha": "0.0025",
    "--max-error-ratio": "0.05",
    "--person": "mallory",
    "--directory": "../shop",
};
function requireOwnOptions(verb, values) {
    const own = [...verbs[verb].options, "directory", "plain", "help"];
    const strange = Object.keys(values).find((name) => !own.includes(name));
    if (strange === undefined)
        return;
    throw (0,wrong/* wrong */.Qm)(`--${strange} means nothing to "release ${verb}"`, `Example: ${verbs[verb].example}`);
}

;// CONCATENATED MODULE: ./build/packages/cli/audit-words.js



const formats = ["csv", "json", "md"];
function auditOf(word, release, values) {
    const { key = [], checkpoint = [], anchors = false, format, from, to } = values;
    if (word === "erase")
        return erasureOf(release, values);
    if (values.person !== undefined || values.reason !== undefined)
        throw (0,wrong/* wrong */.Qm)("--person and --reason belong to audit erase", eraseExample);
    if (release !== undefined)
        throw (0,wrong/* wrong */.Qm)(`"${release}" is one word too many`, `Example: ${verbs.audit.example}`);
    if (anchors && word !== "verify")
        throw (0,wrong/* wrong */.Qm)("--anchors belongs to audit verify", "Example: release audit verify --anchors");
    if (word === "export") {
        if (key.length + checkpoint.length > 0)
            throw (0,wrong/* wrong */.Qm)("audit export takes no keys and checkpoints", "It uses those of the repository (audit.keys).");
        const found = formats.find((one) => one === (format ?? "md"));
        if (found === undefined)
            throw (0,wrong/* wrong */.Qm)(`--format must be csv, json or md; got "${format}"`, exportExample);
        return { ask: "export", format: found, ...dayOf("from", from), ...dayOf("to", to) };
    }
    if (format !== undefined || from !== undefined || to !== undefined)
        throw (0,wrong/* wrong */.Qm)("--format, --from and --to belong to audit export", exportExample);
    if (word === "verify")
        return { ask: "verify", keys: key, checkpoints: checkpoint, anchors };
    if (word !== "key" && word !== "sign")
        throw (0,wrong/* wrong */.Qm)("audit needs a word: verify, export, key, sign or erase", `Example: ${verbs.audit.example}`);
    if (key.length + checkpoint.length > 0)
        throw (0,wrong/* wrong */.Qm)(`audit ${word} takes no options`, `Example: RELEASE_AUDIT_KEY=$(cat audit.pem) release audit ${word}`);
    return { ask: word };
}
function erasureOf(release, { person, reason, ...others }) {
    const { key, checkpoint, anchors, format, from, to } = others;
    if ([key, checkpoint, anchors, format, from, to].some((value) => value !== undefined))
        throw (0,wrong/* wrong */.Qm)("audit erase takes a release, --person and --reason, and nothing else", eraseExample);
    const name = person?.trim().replace(/^@/, "") ?? "";
    if (release === undefined || release.trim() === "")
        throw (0,wrong/* wrong */.Qm)("audit erase needs the release", eraseExample);
    if (name === "")
        throw (0,wrong/* wrong */.Qm)("audit erase needs --person: the login of who is erased", eraseExample);
    if (reason === undefined || reason.trim() === "")
        throw (0,wrong/* wrong */.Qm)("audit erase needs a reason: it is kept in the audit log", eraseExample);
    return { ask: "erase", id: release, person: name, reason };
}
const eraseExample = 'Example: release audit erase v2.5.0 --person=mallory --reason="request of 2026-11-20"';
const exportExample = "Example: release audit export --format=csv --from=2026-01-01 --to=2026-03-31";
function dayOf(name, text) {
    if (text === undefined)
        return {};
    if (!day.test(text) || msOf(text) === undefined)
        throw (0,wrong/* wrong */.Qm)(`--${name} must be a day like 2026-01-31; got "${text}"`, exportExample);
    return { [name]: text };
}

;// CONCATENATED MODULE: ./build/packages/cli/metrics-words.js


function metricsWanted({ format = "json", from, to }) {
    const fromMs = from === undefined ? undefined : momentOf(from, "--from");
    const toMs = to === undefined ? undefined : momentOf(to, "--to") + (day.test(to) ? dayMs : 0);
    if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs)
        throw (0,wrong/* wrong */.Qm)(`--from=${from} is after --to=${to}`, "Example: --from=2026-01-01 --to=2026-03-31");
    return {
        format: (0,wrong/* oneOf */.yL)(format, ["json", "openmetrics"], "--format"),
        ...(fromMs === undefined ? {} : { from: fromMs }),
        ...(toMs === undefined ? {} : { to: toMs }),
    };
}
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;
const dayMs = 24 * 3_600_000;
function momentOf(text, option) {
    const ms = day.test(text) || moment.test(text) ? msOf(text) : undefined;
    if (ms !== undefined)
        return ms;
    throw (0,wrong/* wrong */.Qm)(`${option} must be a day or a moment in UTC; got "${text}"`, `Example: ${option}=2026-01-01 or ${option}=2026-01-01T12:00Z`);
}

;// CONCATENATED MODULE: ./build/packages/cli/dashboard-words.js

function dashboardWanted(word, values) {
    const kind = (0,wrong/* oneOf */.yL)(word ?? "build", ["build", "serve", "publish"], "dashboard");
    const { out, port, branch, follow } = values;
    const own = { build: ["out"], serve: ["port"], publish: ["branch", "follow"] }[kind];
    const given = Object.entries({ out, port, branch, follow }).find(([name, value]) => value !== undefined && !own.includes(name));
    if (given !== undefined)
        throw (0,wrong/* wrong */.Qm)(`--${given[0]} means nothing to dashboard ${kind}`, "Examples: release dashboard build --out=public, dashboard serve --port=8080, dashboard publish --branch=gh-pages --follow");
    switch (kind) {
        case "build":
            return { kind, out: out ?? "release-dashboard" };
        case "serve":
            return { kind, port: portOf(port ?? "0") };
        case "publish":
            return { kind, branch: branch ?? "gh-pages", follow: follow === true };
    }
}
function portOf(text) {
    const port = Number(text);
    if (/^\d+$/.test(text) && port <= 65_535)
        return port;
    throw (0,wrong/* wrong */.Qm)(`--port must be a whole number from 0 to 65535; got "${text}"`, "Example: --port=8080");
}

// EXTERNAL MODULE: ./build/packages/cli/default-reasons.js
var default_reasons = __webpack_require__(14585);
;// CONCATENATED MODULE: ./build/packages/cli/parse.js







const reportFormats = ["md", "json", "html", "facts"];
function parseCommand(argv) {
    const words = argv[0] === "/release" ? argv.slice(1) : argv;
    if (words.length === 0)
        return { command: { kind: "help" } };
    if (words[0] === "demo" && !words.includes("--help") && !words.includes("-h"))
        return { command: { kind: "demo", args: words.slice(1) } };
    const { values, positionals } = splitWords(words);
    const [first, second, third, ...further] = positionals;
    if (values.help === true || first === "help")
        return { command: { kind: "help" } };
    const verb = verbOf(first, values);
    requireOwnOptions(verb, values);
    const extra = verb === "audit" ? further[0] : third;
    if (extra !== undefined)
        throw (0,wrong/* wrong */.Qm)(`"${extra}" is one word too many`, usageOf(verb));
    const command = verb === "audit" ? { kind: verb, wanted: auditOf(second, third, values) } : build(verb, second, values);
    return {
        command,
        ...(values.directory === undefined ? {} : { directory: values.directory }),
        ...(values.plain === true ? { plain: true } : {}),
    };
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
            return { kind: "request", ask: verb, id: id(), reason: values.reason ?? default_reasons/* defaultReasons */.v.promote };
        case "rollback":
            return values["false-positive"] === undefined ? rollback(id(), values) : wrongRollback(word, values);
        case "redeploy":
            return { kind: verb, environment: environmentOf(word), reason: values.reason ?? default_reasons/* defaultReasons */.v.redeploy };
        case "report":
            return {
                kind: "report",
                id: id(),
                format: (0,wrong/* oneOf */.yL)(values.format ?? "md", reportFormats, "--format"),
                ...(values["root-cause"] === undefined ? {} : { rootCause: values["root-cause"] }),
            };
        case "lint-commits":
            return lint(word, values);
        case "changelog":
            return notes(word, values);
        case "watch":
            return watched(word, values);
        case "dashboard":
            return { kind: "dashboard", wanted: dashboardWanted(word, values) };
        case "metrics":
            refuse(word, verb);
            return { kind: verb, ...metricsWanted(values) };
        case "config":
            refuse(word, verb);
            return { kind: "config", json: values.json === true };
        case "smoke":
            return { kind: verb, place: placeOf(word), json: values.json === true };
        case "analyze":
            return { kind: verb, ...analyzeWanted(word, values) };
        case "demo":
        case "help":
            return { kind: "help" };
    }
}
function watched(id, { resume }) {
    if (id === undefined)
        return { kind: "watch", resume: resume === true };
    if (resume !== true)
        return { kind: "follow", id };
    throw (0,wrong/* wrong */.Qm)("--resume goes on with every release that may", `One release: release resume ${id}`);
}
function environmentOf(word) {
    if (word === "staging" || word === "production")
        return word;
    throw (0,wrong/* wrong */.Qm)(word === undefined ? "redeploy needs an environment" : `"${word}" is no environment`, "Use staging or production: the journal knows which version was the last good one there. Example: release redeploy production");
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
        reason: values.reason ?? default_reasons/* defaultReasons */.v.rollback,
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
