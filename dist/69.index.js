export const id = 69;
export const ids = [69,826];
export const modules = {

/***/ 36340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kk: () => (/* reexport */ auditLine),
  FF: () => (/* reexport */ verifyAuditLog)
});

// UNUSED EXPORTS: factsDigest

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(98799);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 8 modules
var machine = __webpack_require__(86952);
;// CONCATENATED MODULE: ./build/packages/audit/log.js



/** What stands before the first line, and before the first fact. */
const genesis = "0".repeat(64);
/** SHA-256 (hex) over all facts of a release, in order, each as its canonical JSON line: the digest of the archived file. */
function factsDigest(facts) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const fact of facts)
        hash.update(`${canonical(fact)}\n`);
    return hash.digest("hex");
}
/** The next line of the audit log: AC7's entry of this release, chained to the line before (RFC 8785, without line end). */
function auditLine(log, record, facts) {
    const lines = log.split("\n").filter((line) => line !== "");
    const last = lines.at(-1);
    return canonical({
        seq: lines.length + 1,
        prev: last === undefined ? genesis : sha256(last),
        ...statement(record, facts, factsDigest(facts)),
    });
}
/** What the log says of a release: nothing but what its facts say, so that each can be checked against the other. */
function statement(record, facts, digest) {
    const { plan, failure, verdict, rollback } = record;
    return {
        release: record.id,
        version: plan.releaseVersion,
        type: plan.releaseType,
        timestamp: record.lastAt,
        startedAt: record.openedAt,
        initiator: plan.initiatedBy,
        outcome: record.settled?.outcome ?? record.state,
        gates: [...record.gates.values()].map(({ gate, status, executionTimeMs, at, metrics }) => ({
            gate,
            status,
            executionTimeMs,
            at,
            ...(metrics === undefined ? {} : { metrics }),
        })),
        smoke: record.smoke.map(({ environment, point, status, executionTimeMs, at }) => ({
            environment,
            point,
            status,
            executionTimeMs,
            at,
        })),
        approvals: record.approval === undefined ? [] : record.approval.by,
        deployments: [...record.deployments.values()].map(({ environment, strategy, status, percent }) => ({
            environment,
            strategy,
            status: status ?? "unfinished",
            percent,
        })),
        ...(failure === undefined ? {} : { failure: failure.failureReason }),
        ...(verdict === undefined && rollback === undefined
            ? {}
            : {
                rollback: {
                    trigger: verdict?.trigger ?? "manual",
                    reason: verdict?.reason ?? plan.rollback?.reason ?? "not recorded",
                    phase: rollback?.phase ?? "not begun",
                },
            }),
        facts: facts.length,
        digest,
    };
}
/** What the log has to say of a release whose facts have this digest; a defect when they do not make a release. */
function statementOf(facts, digest) {
    return statement((0,machine/* fold */.AU)(facts), facts, digest);
}
const sha256 = (text) => (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
/** Canonical JSON (RFC 8785): the same bytes wherever it is written. */
function canonical(value) {
    const text = (0,canonicalize/* default */.A)(value);
    if (text === undefined)
        throw new TypeError("there is no canonical form of undefined");
    return text;
}

;// CONCATENATED MODULE: ./build/packages/audit/verify.js

/**
 * What is wrong with an audit log, or with the archived facts that it vouches for; empty when nothing is. Every line is
 * looked at, whatever is wrong with those before it. What it cannot see: a log and archive that both lost their newest
 * releases, or were both written anew.
 */
function verifyAuditLog(log, factsOf) {
    const { problems, entries } = readLog(log);
    const found = [...problems];
    const seen = new Map();
    for (const { entry, number } of entries) {
        const before = seen.get(entry.release);
        if (before !== undefined)
            found.push(`line ${number}: repeats ${entry.release} of line ${before}`);
        seen.set(entry.release, before ?? number);
        found.push(...factProblems(entry, factsOf.get(entry.release)).map((text) => `line ${number}: ${text}`));
    }
    for (const release of factsOf.keys()) {
        if (!seen.has(release))
            found.push(`${release} is archived and not in the log`);
    }
    return found;
}
/** Follows the chain: every line carries the SHA-256 of the line before. */
function readLog(log) {
    const problems = [];
    const entries = [];
    const lines = log.split("\n");
    const rest = lines.pop() ?? "";
    if (rest !== "")
        problems.push(`line ${lines.length + 1}: is cut off`);
    let prev = genesis;
    for (const [index, line] of lines.entries()) {
        const number = index + 1;
        const entry = parseLine(line);
        if (entry === undefined) {
            problems.push(`line ${number}: is not an entry`);
        }
        else {
            problems.push(...chainProblems(entry, line, number, prev));
            entries.push({ entry, number });
        }
        prev = sha256(line);
    }
    return { problems, entries };
}
function chainProblems(entry, line, number, prev) {
    return [
        ...(entry.seq === number ? [] : [`line ${number}: says that it is line ${entry.seq}`]),
        ...(entry.prev === prev
            ? []
            : [
                number === 1 ? "line 1: is not the first" : `line ${number}: does not follow line ${number - 1} as it is now`,
            ]),
        ...(isCanonical(entry, line) ? [] : [`line ${number}: is not in canonical form`]),
    ];
}
/** Whether a line is the canonical JSON of its value (RFC 8785); ten times faster than writing it anew. */
function isCanonical(value, line) {
    return JSON.stringify(value) === line && hasSortedKeys(value);
}
function hasSortedKeys(value) {
    if (typeof value !== "object" || value === null)
        return true;
    if (Array.isArray(value))
        return value.every(hasSortedKeys);
    const keys = Object.keys(value);
    return (keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) &&
        Object.values(value).every(hasSortedKeys));
}
function factProblems(entry, facts) {
    if (facts === undefined)
        return [`the facts of ${entry.release} are missing`];
    if (factsDigest(facts) !== entry.digest) {
        return [`the facts of ${entry.release} are not those that were recorded: ${brokenAt(facts)}`];
    }
    const { seq: _seq, prev: _prev, ...said } = entry;
    return differences(said, statementOf(facts, entry.digest)).map((field) => `says another ${field} of ${entry.release} than its facts do`);
}
/** Where the chain of the facts breaks; each carries the SHA-256 of the one before. */
function brokenAt(facts) {
    let prev = genesis;
    for (const [index, fact] of facts.entries()) {
        if (fact.prev !== prev || fact.seq !== index + 1) {
            return index === 0 ? "the first is not the first" : `fact ${index} was changed, or what followed it is gone`;
        }
        prev = sha256(canonical(fact));
    }
    return facts.length === 0 ? "there is none" : `fact ${facts.length} was changed, or those after it are gone`;
}
function differences(said, actual) {
    if (canonical(said) === canonical(actual))
        return [];
    const fields = new Set([...Object.keys(said), ...Object.keys(actual)]);
    return [...fields].filter((field) => verify_text(Reflect.get(said, field)) !== verify_text(Reflect.get(actual, field)));
}
const verify_text = (value) => (value === undefined ? "" : canonical(value));
function parseLine(line) {
    try {
        const value = JSON.parse(line);
        return isEntry(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isEntry(value) {
    if (typeof value !== "object" || value === null)
        return false;
    return ("seq" in value &&
        typeof value.seq === "number" &&
        ["prev", "release", "digest"].every((key) => typeof Reflect.get(value, key) === "string"));
}

;// CONCATENATED MODULE: ./build/packages/audit/index.js
/** The audit log: one line a release, each vouching for the line before and for all facts of its release. */




/***/ }),

/***/ 84476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LO: () => (/* reexport */ buildChangelog),
  aF: () => (/* reexport */ bumpVersionFiles),
  XS: () => (/* reexport */ findKnownAuthors),
  BR: () => (/* reexport */ highest),
  O4: () => (/* reexport */ knownAuthorsArguments),
  co: () => (/* reexport */ lastReleaseTag),
  tW: () => (/* reexport */ lintCommit),
  rK: () => (/* reexport */ logArguments),
  du: () => (/* reexport */ markRolledBack),
  g_: () => (/* reexport */ parseLog),
  e9: () => (/* reexport */ prereleaseVersions),
  Fe: () => (/* reexport */ readCommits),
  GU: () => (/* reexport */ readSection),
  gw: () => (/* reexport */ requireVersionForm),
  x: () => (/* reexport */ resolveVersion),
  wV: () => (/* reexport */ updateChangelogFile),
  XC: () => (/* reexport */ versionFilePaths)
});

// UNUSED EXPORTS: defaultCommitTypes, logFormat, parseCommit

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/packages/changelog/git-log.js

// NUL is the one byte that neither a name nor a message can hold, so no commit can forge a field.
/** What `readCommits` reads: give it to `git log` together with `-z`. */
const logFormat = "%H%x00%P%x00%an%x00%ae%x00%cI%x00%B";
const fieldsPerCommit = 6;
/** The arguments of `git log` for `range` (`v1.0.0..main`, or one revision), whatever the user's git configuration says. */
function logArguments(range, options) {
    return [
        "-z",
        `--format=${logFormat}`,
        "--encoding=UTF-8",
        "--no-show-signature",
        "--no-notes",
        "--no-color",
        "--no-patch",
        ...(options?.firstParent === true ? ["--first-parent"] : []),
        "--end-of-options",
        range,
        "--",
    ];
}
/**
 * The commits of a `git log` stream, a chunk's worth at a time: a promise for each commit would cost more than reading
 * it. Memory is that of the largest commit, time is linear.
 */
async function* readCommits(log) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let fields = [];
    // The beginning of a field that ends in a later chunk. Joined once, or a huge message would cost quadratic time.
    let pieces = [];
    for await (const bytes of log) {
        const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        const batch = [];
        let start = 0;
        for (let end = text.indexOf("\0"); end !== -1; end = text.indexOf("\0", start)) {
            pieces.push(text.slice(start, end));
            fields.push(pieces.length === 1 ? (pieces[0] ?? "") : pieces.join(""));
            pieces = [];
            start = end + 1;
            if (fields.length < fieldsPerCommit)
                continue;
            batch.push(toCommit(fields));
            fields = [];
        }
        if (start < text.length)
            pieces.push(text.slice(start));
        if (batch.length > 0)
            yield batch;
    }
    // `git log -z` ends each record with NUL, but a pipe that was cut may lack the last one.
    const last = pieces.join("") + decoder.end();
    if (fields.length === fieldsPerCommit - 1)
        yield [toCommit([...fields, last])];
}
function toCommit(fields) {
    const [sha = "", parents = "", name = "", email = "", committedAt = "", message = ""] = fields;
    return {
        sha,
        parents: parents === "" ? [] : parents.split(" "),
        author: { name, email },
        committedAt,
        message,
    };
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
// EXTERNAL MODULE: ./node_modules/conventional-changelog-conventionalcommits/src/index.js + 3 modules
var src = __webpack_require__(90867);
;// CONCATENATED MODULE: ./build/packages/changelog/commit-types.js

/** The table of the `conventionalcommits` preset: the sections that its users know. */
const defaultCommitTypes = src/* DEFAULT_COMMIT_TYPES */.E;
/** The table with its rows by type. */
function typeTable(rows) {
    const sections = new Map();
    for (const { section, type } of rows)
        if (!sections.has(section))
            sections.set(section, type);
    return { rows, byType: Map.groupBy(rows, (row) => row.type), sections };
}
/** The default table, made once. */
const defaultTable = typeTable(defaultCommitTypes);
/** The table's row for a commit: the first of its type whose scope, if it names one, is the commit's. */
function findType({ byType }, { type, scope }) {
    if (type === undefined)
        return undefined;
    return byType.get(type)?.find((row) => row.scope === undefined || row.scope === scope);
}

;// CONCATENATED MODULE: ./build/packages/changelog/header.js
/** Reads `type(scope)!: description` in one pass; anything else is `undefined`. */
function findHeader(line) {
    const typeEnd = endOfType(line);
    if (typeEnd === 0)
        return undefined;
    let at = typeEnd;
    let scope;
    if (line[at] === "(") {
        const close = endOfScope(line, at + 1);
        if (close === -1)
            return undefined;
        scope = line.slice(at + 1, close).trim();
        at = close + 1;
    }
    const bang = line[at] === "!";
    if (bang)
        at += 1;
    if (line[at] !== ":" || line[at + 1] !== " ")
        return undefined;
    const description = line.slice(at + 2).trim();
    if (description === "")
        return undefined;
    return {
        type: line.slice(0, typeEnd).toLowerCase(),
        scope: scope === "" || scope === "*" ? undefined : scope,
        bang,
        description,
    };
}
/** Letters first, then letters, digits, `_` and `-`. */
function endOfType(line) {
    let at = 0;
    while (at < line.length && isTypeCharacter(line.charCodeAt(at), at === 0))
        at += 1;
    return at;
}
function isTypeCharacter(code, first) {
    const lower = code | 0x20;
    if (lower >= 0x61 && lower <= 0x7a)
        return true;
    return !first && ((code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d);
}
/** The `)` that ends the scope: the first with `:` or `!:` behind it, so that a scope may hold parentheses. */
function endOfScope(line, from) {
    for (let at = line.indexOf(")", from); at !== -1; at = line.indexOf(")", at + 1)) {
        const next = line[at + 1];
        if (next === ":" || (next === "!" && line[at + 2] === ":"))
            return at;
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/packages/changelog/footers.js
const nothing = { body: undefined, footers: [], breakingNotes: [] };
const breakingTokens = ["BREAKING CHANGE", "BREAKING-CHANGE"];
/**
 * Splits the text under a header into body and footers, in one pass.
 *
 * Footers are the last paragraphs that begin with a token. A paragraph that looks like one but has prose after it is
 * body. A `BREAKING CHANGE` is kept wherever it stands, and may go on for paragraphs.
 */
function readBelow(text) {
    if (text === "")
        return nothing;
    const breakingNotes = [];
    let footers = [];
    let bodyEnd = text.length;
    let breaking;
    let afterBlank = true;
    for (let start = 0, next = 0; start < text.length; start = next) {
        const newline = text.indexOf("\n", start);
        next = newline === -1 ? text.length : newline + 1;
        const blank = isBlank(text, start, next);
        const open = blank ? undefined : findToken(text, start, next);
        if (open !== undefined && breaking !== undefined) {
            breakingNotes.push(footers_valueOf(text, breaking));
            breaking = undefined;
        }
        if (open !== undefined && (afterBlank || footers.length > 0 || isBreaking(open.token))) {
            if (footers.length === 0)
                bodyEnd = start;
            footers.push(open);
            if (isBreaking(open.token))
                breaking = open;
        }
        else if (footers.length > 0 && afterBlank && !blank && breaking === undefined) {
            footers = [];
            bodyEnd = text.length;
        }
        else {
            const last = footers.at(-1);
            if (last !== undefined)
                last.to = next;
        }
        afterBlank = blank;
    }
    if (breaking !== undefined)
        breakingNotes.push(footers_valueOf(text, breaking));
    const body = text.slice(0, bodyEnd).trim();
    return {
        body: body === "" ? undefined : body,
        footers: footers.length === 0
            ? nothing.footers
            : footers.map((open) => ({ token: open.token, value: footers_valueOf(text, open) })),
        breakingNotes: breakingNotes.length === 0 ? nothing.breakingNotes : breakingNotes,
    };
}
function footers_valueOf(text, { from, to }) {
    const value = text.slice(from, to).trim();
    return value.includes("\r") ? value.replaceAll("\r\n", "\n") : value;
}
function isBreaking(token) {
    return breakingTokens.includes(token);
}
function isBlank(text, start, end) {
    const code = text.charCodeAt(start);
    // Most lines begin with a visible character: no need to cut them out to see that.
    return code <= 0x20 || code >= 0x80 ? text.slice(start, end).trim() === "" : false;
}
function findToken(text, start, to) {
    for (const token of breakingTokens) {
        if (text.startsWith(token, start) && text[start + token.length] === ":")
            return { token, from: start + token.length + 1, to };
    }
    const end = endOfToken(text, start);
    if (end === start)
        return undefined;
    const separator = text.slice(end, end + 2);
    if (separator === ": ")
        return { token: text.slice(start, end), from: end + 2, to };
    if (separator === " #")
        return { token: text.slice(start, end), from: end + 1, to };
    return undefined;
}
function endOfToken(text, start) {
    let at = start;
    while (at < text.length) {
        const code = text.charCodeAt(at);
        const lower = code | 0x20;
        const letter = lower >= 0x61 && lower <= 0x7a;
        if (!letter && !(at > start && (code === 0x2d || (code >= 0x30 && code <= 0x39))))
            break;
        at += 1;
    }
    return at;
}

;// CONCATENATED MODULE: ./build/packages/changelog/references.js
const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?$/i;
/** Between the references of one list: `closes #1, #2 and #3`. */
const listGlue = /^(?:[\s,&]|and)*$/;
// Bounded, so that a hostile text costs no more than its length.
const ticket = /(?<![A-Za-z0-9/_-])[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,6}(?![A-Za-z0-9-])/g;
/** Look like tickets and are standards: no project calls itself so. */
const notTickets = new Set("UTF SHA MD ISO RFC CVE CWE GHSA GH TLS SSL HTTP HTTPS AES RSA ECMA ES IEEE ANSI PEP TC39 UCS BASE CP KOI8 LATIN".split(" "));
/** Issues (`#1`, `owner/name#1`) and tickets (`ABC-123`) that a text names, in order, each once. */
function findReferences(text) {
    const hasIssue = text.includes("#");
    const hasTicket = text.includes("-");
    if (!hasIssue && !hasTicket)
        return none;
    const found = new Map();
    if (hasIssue)
        findIssues(text, (reference) => add(found, reference));
    if (hasTicket)
        findTickets(text, (reference) => add(found, reference));
    return found.size === 0 ? none : [...found.values()];
}
const none = [];
function add(found, reference) {
    const key = `${reference.repository ?? ""}#${reference.id}`;
    const known = found.get(key);
    if (known === undefined || (reference.closes && !known.closes))
        found.set(key, reference);
}
function findIssues(text, found) {
    let listEnd = 0;
    let closes = false;
    for (let hash = text.indexOf("#"); hash !== -1; hash = text.indexOf("#", hash + 1)) {
        const end = endOfDigits(text, hash + 1);
        if (end === hash + 1 || end - hash > 10 || isWord(text.charCodeAt(end)))
            continue;
        const start = startOfRepository(text, hash);
        if (start === undefined)
            continue;
        // Only a window before the reference is looked at: the keyword stands right in front of it, or the list goes on.
        const between = text.slice(Math.max(listEnd, start - 24), start);
        closes = closing.test(between.trimEnd()) || (closes && start - listEnd <= 24 && listGlue.test(between));
        listEnd = end;
        const repository = start === hash ? undefined : text.slice(start, hash);
        found({ kind: "issue", id: text.slice(hash + 1, end), repository, closes });
    }
}
/** Where `owner/name` before the hash begins; the hash itself when nothing stands there; `undefined` inside a word. */
function startOfRepository(text, hash) {
    let start = hash;
    const floor = Math.max(0, hash - 140);
    while (start > floor && isNameCharacter(text.charCodeAt(start - 1)))
        start -= 1;
    if (start === hash)
        return text[hash - 1] === "&" ? undefined : hash;
    const parts = text.slice(start, hash).split("/");
    return parts.length === 2 && parts.every((part) => part !== "") ? start : undefined;
}
function findTickets(text, found) {
    for (const [id] of text.matchAll(ticket)) {
        if (isTicket(id))
            found({ kind: "ticket", id, repository: undefined, closes: false });
    }
}
/** The text with each ticket replaced. */
function replaceTickets(text, replacement) {
    return text.replace(ticket, (id) => (isTicket(id) ? replacement(id) : id));
}
/** Whether an id is a ticket of one of these keys; without keys, whether it looks like any. */
function ticketTest(keys) {
    if (keys === undefined)
        return isTicket;
    const known = new Set(keys);
    return (id) => known.has(id.slice(0, id.lastIndexOf("-")));
}
function isTicket(id) {
    return !notTickets.has(id.slice(0, id.indexOf("-")));
}
/** The first position from `at` on that holds no digit. */
function endOfDigits(text, at) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39)
        end += 1;
    return end;
}
function isWord(code) {
    const lower = code | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
function isNameCharacter(code) {
    return isWord(code) || code === 0x2d || code === 0x2e || code === 0x2f;
}

;// CONCATENATED MODULE: ./build/packages/changelog/parse-commit.js



/** Reads a commit by Conventional Commits 1.0. Never fails: the header alone decides whether it is conventional. */
function parseCommit(commit) {
    const { header, rest } = splitMessage(commit.message);
    const { body, footers, breakingNotes } = readBelow(rest);
    const { text, pullRequest: suffix } = withoutPullRequest(header);
    const reverts = findRevert(text, rest, footers);
    const merge = findMerge(commit, header, rest);
    const conventional = findHeader(text);
    const pullRequest = suffix ?? merge?.pullRequest;
    return {
        commit,
        header,
        type: conventional?.type ?? (reverts === undefined ? undefined : "revert"),
        scope: conventional?.scope,
        description: conventional?.description ?? (text.startsWith("Revert ") ? reverts?.header : undefined) ?? text,
        body,
        footers,
        breaking: conventional?.bang === true || breakingNotes.length > 0,
        breakingNotes,
        references: referencesOf(text, rest, pullRequest),
        pullRequest,
        coAuthors: coAuthorsOf(rest),
        reverts,
        merge,
    };
}
function splitMessage(message) {
    const whole = message.trimStart();
    const end = whole.indexOf("\n");
    if (end === -1)
        return { header: whole.trimEnd(), rest: "" };
    return { header: whole.slice(0, end).trimEnd(), rest: whole.slice(end + 1).trimEnd() };
}
/** A squash title ends in `(#12)`, a Bitbucket merge in `(pull request #12)`. */
function withoutPullRequest(header) {
    if (header.endsWith(")")) {
        const hash = header.lastIndexOf("#");
        const end = endOfDigits(header, hash + 1);
        const before = header.slice(0, Math.max(hash, 0));
        const open = ["(", "(pull request "].find((opening) => before.endsWith(opening));
        if (hash > 0 && end === header.length - 1 && end > hash + 1 && end < hash + 12 && open !== undefined) {
            return { text: before.slice(0, -open.length).trimEnd(), pullRequest: header.slice(hash + 1, end) };
        }
    }
    return { text: header, pullRequest: undefined };
}
function referencesOf(header, rest, pullRequest) {
    const named = findReferences(rest === "" ? header : `${header}\n${rest}`);
    if (pullRequest === undefined)
        return named;
    const own = { kind: "pull-request", id: pullRequest, repository: undefined, closes: false };
    return [own, ...named.filter((reference) => reference.id !== pullRequest || reference.repository !== undefined)];
}
const noPeople = [];
const coAuthor = /^co-authored-by:([^<\n]*)<([^<>\n]*)>/gim;
/** The people whom `Co-authored-by` lines name. */
function coAuthorsOf(rest) {
    if (!rest.includes("uthored-"))
        return noPeople;
    return [...rest.matchAll(coAuthor)].map(([, name = "", email = ""]) => ({ name: name.trim(), email: email.trim() }));
}
const revertedSha = /\bThis reverts commit ([0-9a-f]{7,64})/gi;
const abbreviatedSha = /\b[0-9a-f]{7,64}\b/gi;
const revertedPullRequest = /^Reverts [^\s#]*#(\d{1,10})/m;
/** `revert: …` with `Refs`, git's `Revert "…"` and `Reapply "…"`, and the forms that forges write. */
function findRevert(header, rest, footers) {
    const quoted = quotedTitle(header);
    const isType = /^revert(?:\(|!|:)/i.test(header) && findHeader(header) !== undefined;
    if (quoted === undefined && !isType)
        return undefined;
    const shas = rest.includes("his reverts") ? [...rest.matchAll(revertedSha)].map(([, sha = ""]) => sha) : [];
    if (isType) {
        for (const { token, value } of footers) {
            if (token.toLowerCase() === "refs")
                shas.push(...(value.match(abbreviatedSha) ?? []));
        }
    }
    const title = quoted ?? findHeader(header)?.description;
    return {
        shas: shas.map((sha) => sha.toLowerCase()),
        header: title,
        pullRequest: revertedPullRequest.exec(rest)?.[1],
    };
}
function quotedTitle(header) {
    const opening = ['Revert "', 'Reapply "'].find((start) => header.startsWith(start));
    if (opening === undefined || !header.endsWith('"') || header.length <= opening.length)
        return undefined;
    const title = header.slice(opening.length, -1);
    // Git writes `Reapply "x"` for the revert of `Revert "x"`: name what is taken back, not what comes again.
    return opening === 'Reapply "' ? `Revert "${title}"` : title;
}
function findMerge(commit, header, rest) {
    const numbered = /^Merge pull request #(\d{1,10}) from /.exec(header);
    const generated = header.startsWith("Merge ") || header.startsWith("Merged in ");
    if (numbered === null && (commit.parents.length < 2 || !generated))
        return undefined;
    const requested = rest.includes("See merge request ") ? /^See merge request [^\s!]*!(\d{1,10})/m.exec(rest) : null;
    return { pullRequest: numbered?.[1] ?? requested?.[1], message: rest.trim() };
}

;// CONCATENATED MODULE: ./build/packages/changelog/lint.js




/**
 * What of a message does not follow Conventional Commits 1.0, by the parser that the changelog uses. Merges and the
 * reverts that git writes are fine. Never fails.
 */
function lintCommit(commit, types = defaultCommitTypes) {
    const { header, type, merge, reverts } = parseCommit(commit);
    if (merge !== undefined)
        return [];
    const lines = commit.message.trimStart().split(/\r?\n/);
    const problems = [];
    if (type === undefined)
        problems.push({ line: 1, ...wrongHeader(header) });
    else if (reverts === undefined || findHeader(header) !== undefined)
        problems.push(...unknownType(type, header, types));
    if (lines[1] !== undefined && lines[1].trim() !== "")
        problems.push({ line: 2, problem: "the body begins without a blank line", hint: "Leave line 2 empty." });
    for (const [index, text] of lines.entries()) {
        if (index > 0 && /^breaking[ -]changes?\s*:/i.test(text) && !/^BREAKING[ -]CHANGE: \S/.test(text))
            problems.push({
                line: index + 1,
                problem: "this is not read as a breaking change",
                hint: "Write it so: BREAKING CHANGE: what breaks, and what to do about it",
            });
    }
    return problems;
}
function wrongHeader(header) {
    if (header === "")
        return { problem: "there is no message", hint: "Example: fix: count an order once" };
    const [, type, scope = "", bang = "", rest = ""] = /^([a-z][\w-]*)(\([^)]*\))?(!)?\s*:(.*)$/i.exec(header) ?? [];
    if (type === undefined) {
        const text = header.length > 60 ? `${header.slice(0, 60)}…` : header;
        return { problem: "there is no type", hint: `Begin with one, a colon and a space. Example: fix: ${text}` };
    }
    const start = `${type}${scope}${bang}:`;
    if (rest.trim() === "")
        return { problem: "there is no description after the colon", hint: `Example: ${start} count an order once` };
    const problem = rest.startsWith(" ")
        ? "something stands between the type and its colon"
        : "there is no space after the colon";
    return { problem, hint: `Example: ${start} ${rest.trim()}` };
}
/** Any word is a type by the specification; one that is nearly known is a slip of the finger, and its commit would be missed. */
function unknownType(type, header, types) {
    const known = [...new Set([...types.map((row) => row.type), "feature"])];
    if (known.includes(type))
        return [];
    const near = (0,mod/* closest */.kp)(type, known);
    if ((0,mod/* distance */.Io)(type, near) > Math.min(2, near.length - 2))
        return [];
    const hint = `Did you mean ${near}${header.slice(type.length)}`;
    return [{ line: 1, problem: `the type "${type}" is not in the changelog`, hint }];
}

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/changelog/bump.js

/** How much a commit asks for: 3 breaks, 2 adds, 1 is worth a line, 0 is nobody's concern outside. */
function rankOf(commit, types) {
    if (commit.breaking)
        return 3;
    if (commit.type === "feat" || commit.type === "feature")
        return 2;
    const row = findType(types, commit);
    return row === undefined || row.hidden === true ? 0 : 1;
}
const bumps = [undefined, "patch", "minor", "major"];
/** The bump of the highest rank; `undefined` when nothing asks for a release. */
function bumpOfRank(rank) {
    return bumps[rank];
}

;// CONCATENATED MODULE: ./build/packages/changelog/merges.js
const merges_nothing = { by: new Map(), commits: new Map() };
/**
 * Which merge brought which commits of the range, so that a change is told once: by its commits, or by the merge.
 * Each commit is visited once, whatever the shape of the history.
 */
function contentOfMerges(commits) {
    if (!commits.some(({ commit }) => commit.parents.length > 1))
        return merges_nothing;
    const indexOf = new Map(commits.map(({ commit }, index) => [commit.sha, index]));
    const by = new Map();
    const brought = new Map();
    const mainline = firstParents(commits, indexOf);
    // Oldest first: an inner merge takes what it brought before the outer one takes the rest.
    for (const [index, { commit }] of [...commits.entries()].toReversed()) {
        if (commit.parents.length < 2)
            continue;
        const claimed = [];
        const open = commit.parents.slice(1);
        for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
            const at = indexOf.get(sha);
            if (at === undefined || at === index || by.has(at) || mainline.has(at))
                continue;
            by.set(at, index);
            claimed.push(at);
            open.push(...(commits[at]?.commit.parents ?? []));
        }
        brought.set(index, claimed);
    }
    return { by, commits: brought };
}
function firstParents(commits, indexOf) {
    const line = new Set();
    for (let at = 0; at !== undefined && !line.has(at);) {
        line.add(at);
        const parent = commits[at]?.commit.parents[0];
        at = parent === undefined ? undefined : indexOf.get(parent);
    }
    return line;
}

;// CONCATENATED MODULE: ./build/packages/changelog/reverts.js
/**
 * Which commits take each other back. `commits` come newest first, as git tells them: a revert that was itself
 * reverted takes nothing back, so what it had taken stands again.
 */
function cancelReverts(commits) {
    const reverted = new Map();
    const spent = new Set();
    const reverts = [...commits.entries()].filter(([, commit]) => commit.reverts !== undefined);
    if (reverts.length === 0)
        return { reverted, spent };
    const find = targetFinder(commits);
    for (const [index, { reverts: revert }] of reverts) {
        if (revert === undefined || reverted.has(index))
            continue;
        const targets = find(revert, index);
        for (const target of targets.inRange)
            if (!reverted.has(target))
                reverted.set(target, index);
        if (targets.inRange.length > 0 && !targets.others)
            spent.add(index);
    }
    return { reverted, spent };
}
function targetFinder(commits) {
    const byPrefix = indexBy(commits, (commit) => commit.commit.sha.slice(0, 7));
    const byHeader = indexBy(commits, (commit) => withoutSuffix(commit));
    const byPullRequest = indexBy(commits, (commit) => commit.pullRequest ?? "");
    const bySha = (sha) => {
        const hits = (byPrefix.get(sha.slice(0, 7)) ?? []).filter((index) => commits[index]?.commit.sha.startsWith(sha));
        // An abbreviation that fits two commits names none.
        return hits.length === 1 ? hits : [];
    };
    return ({ shas, header, pullRequest }, at) => {
        if (shas.length > 0) {
            const found = shas.map(bySha);
            return { inRange: found.flat(), others: found.some((hits) => hits.length === 0) };
        }
        const named = pullRequest === undefined ? [] : (byPullRequest.get(pullRequest) ?? []);
        const titled = header === undefined ? [] : (byHeader.get(header) ?? byHeader.get(withoutNumber(header)) ?? []);
        const older = (named.length > 0 ? named : titled).find((index) => index > at);
        return { inRange: older === undefined ? [] : [older], others: older === undefined };
    };
}
function withoutSuffix({ header }) {
    return withoutNumber(header);
}
function withoutNumber(header) {
    return header.replace(/ \(#\d{1,10}\)$/, "");
}
function indexBy(commits, key) {
    const index = new Map();
    for (const [at, commit] of commits.entries()) {
        const list = index.get(key(commit));
        if (list === undefined)
            index.set(key(commit), [at]);
        else
            list.push(at);
    }
    return index;
}

;// CONCATENATED MODULE: ./build/packages/changelog/squash.js


const squash_none = [];
// GitHub puts the co-authors of all commits under such a line.
const trailerRule = /^-{5,}\s*$/;
/**
 * The commits that a squash tells in its body, as GitHub writes them (`* feat: …`) or as plain conventional lines.
 * Only types of the table count: prose with a colon, and the footers, are none. Empty for any other commit.
 */
function squashedCommits(commit, { byType }) {
    const { message, parents } = commit.commit;
    if (commit.pullRequest === undefined || parents.length > 1 || !message.includes("\n"))
        return squash_none;
    const parts = [];
    for (const line of message.trimStart().split(/\r?\n/).slice(1)) {
        const text = line.startsWith("* ") ? line.slice(2).trim() : line;
        const header = findHeader(text);
        if (trailerRule.test(line))
            break;
        if (header !== undefined && byType.has(header.type))
            parts.push([text]);
        else
            parts.at(-1)?.push(line);
    }
    if (parts.length === 0)
        return squash_none;
    return parts.map((lines) => {
        const part = parseCommit({ ...commit.commit, message: lines.join("\n") });
        return { ...part, pullRequest: part.pullRequest ?? commit.pullRequest };
    });
}

;// CONCATENATED MODULE: ./build/packages/changelog/classify.js






/** The fate of each commit of a range, in the same order (newest first, as git tells them). */
function classify(commits, types, squash = "title") {
    const brought = contentOfMerges(commits);
    const { reverted, spent } = cancelReverts(commits);
    const takenBack = new Map();
    const titles = new Map();
    const voices = mergesThatSpeak(commits, types, brought, titles);
    const seen = new Set();
    return commits.map((commit, index) => {
        const hidden = (cause, reason) => ({ kind: "hidden", commit, cause, reason });
        const merge = brought.by.get(index);
        // What reverts a merge reverts all that it brought; merges come before their content, so theirs is known here.
        const reverter = reverted.get(index) ?? (merge === undefined ? undefined : takenBack.get(merge));
        if (reverter !== undefined) {
            takenBack.set(index, reverter);
            return hidden("revert", `reverted by ${classify_short(commits[reverter])}`);
        }
        if (spent.has(index))
            return hidden("revert", "reverts a commit of this range");
        if (commit.commit.parents.length > 1 && !voices.has(index))
            return mergeFate(commit, brought.commits.get(index));
        const told = titles.get(index) ?? commit;
        const squashed = squashedCommits(told, types);
        if (told.type === undefined && squashed.length === 0) {
            if (merge !== undefined && voices.has(merge))
                return hidden("merge", `told by its merge, ${classify_short(commits[merge])}`);
            return { kind: "unconventional", commit: told };
        }
        const changes = changesOf(told, squashed, types, squash);
        if (changes.length === 0)
            return hidden("type", whyHidden(told, types));
        const pullRequest = told.pullRequest ?? (merge === undefined ? undefined : commits[merge]?.pullRequest);
        const key = `${told.pullRequest ?? told.commit.sha} ${told.header}`;
        if (seen.has(key))
            return hidden("repeat", `the same change as another commit of #${told.pullRequest ?? ""}`);
        seen.add(key);
        return { kind: "listed", commit: told, changes, pullRequest };
    });
}
/**
 * What a commit tells. People wrote the title of a squash: it stands for the commits in it, as long as it does not hide
 * what asks for more. A title without a type stands for nothing, and its commits speak.
 */
function changesOf(title, squashed, types, squash) {
    const isShown = (change) => {
        const row = findType(types, change);
        return change.breaking || (row !== undefined && row.hidden !== true);
    };
    const own = title.type !== undefined && isShown(title) ? [title] : [];
    if (squashed.length === 0)
        return own;
    const titleRank = title.type === undefined ? -1 : rankOf(title, types);
    const told = new Set(own.map(wordsOf));
    const more = squashed.filter((part) => {
        if (!isShown(part) || told.has(wordsOf(part)))
            return false;
        if (squash === "title" && rankOf(part, types) <= titleRank)
            return false;
        told.add(wordsOf(part));
        return true;
    });
    return [...own, ...more];
}
function wordsOf({ type, scope, description }) {
    return `${type} ${scope ?? ""} ${description.toLowerCase()}`;
}
function whyHidden({ type }, types) {
    if (type === undefined)
        return "the commits in it are of types that are not shown";
    return types.byType.has(type) ? `type "${type}" is not shown` : `no section for type "${type}"`;
}
function classify_short(commit) {
    return commit?.commit.sha.slice(0, 7) ?? "";
}
/** A merge without a voice. When its content is not in the range, its own title is all there is to tell. */
function mergeFate(commit, content) {
    const untold = content === undefined || content.length === 0;
    const title = commit.merge === undefined ? commit.header : commit.merge.message;
    if (untold && title !== "" && commit.pullRequest !== undefined)
        return { kind: "unconventional", commit };
    return { kind: "hidden", commit, cause: "merge", reason: "merge: its commits tell the change" };
}
/**
 * Merges that are listed themselves, because their conventional title says more than the commits that they brought.
 * Otherwise each change would stand in the notes twice, or a feature of ten "wip" commits not at all.
 */
function mergesThatSpeak(commits, types, brought, titles) {
    const speaking = new Set();
    const contentRank = new Map();
    for (const [index, content] of brought.commits) {
        const commit = commits[index];
        if (commit === undefined)
            continue;
        const title = titleOf(commit);
        const rank = title.type === undefined ? -1 : rankOf(title, types);
        const below = content.reduce((most, at) => {
            const own = commits[at];
            const ofMerge = contentRank.get(at);
            if (ofMerge !== undefined)
                return Math.max(most, ofMerge);
            return own?.type === undefined ? most : Math.max(most, rankOf(own, types));
        }, -1);
        contentRank.set(index, Math.max(below, rank));
        if (rank <= below)
            continue;
        speaking.add(index);
        titles.set(index, title);
    }
    return speaking;
}
/** A generated merge header says nothing; the text under it is the title of the pull request. */
function titleOf(commit) {
    if (commit.merge === undefined || commit.merge.message === "")
        return commit;
    const title = parseCommit({ ...commit.commit, message: commit.merge.message });
    return { ...title, pullRequest: title.pullRequest ?? commit.pullRequest };
}

;// CONCATENATED MODULE: ./build/packages/changelog/escape.js
// Commit messages are written by strangers and end up in pull requests and release pages. Whatever they hold must
// stay text inside its own list item: no heading, link, HTML, image, closing of an item, and nobody is notified.
const special = /[\\`*_~|@&<>[\]$]/;
// Controls, invisible direction marks (they reorder what a reviewer reads) and line separators.
// oxlint-disable-next-line no-control-regex -- control characters are what it is for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const codeSpan = /(?<!`)`([^`]+)`(?!`)/g;
const blockOpening = /^(?:#+(?=\s|$)|[-+=](?=[-+=\s]|$)|\d{1,9}[.)](?=\s|$))/;
const maxLength = 400;
const asIs = (safe) => safe;
/** One line of Markdown that shows `text` as it is. Code between single backticks stays code. */
function escapeText(text, decorate = asIs) {
    const line = oneLine(text);
    const safe = special.test(line) ? escapeAroundCode(line, decorate) : decorate(line);
    return blockOpening.test(safe) ? escapeOpening(safe) : safe;
}
/** The same for short plain text, such as names and scopes: here a backtick is only a backtick. */
function escapeName(text) {
    const line = oneLine(text);
    const safe = special.test(line) ? escapeInline(line) : line;
    return blockOpening.test(safe) ? escapeOpening(safe) : safe;
}
/** The text on one line, without anything that a terminal or a page would obey; not escaped. */
function oneLine(text) {
    const line = text.replace(breaks, " ").replace(invisible, "").trim();
    if (line.length <= maxLength)
        return line;
    // Never between the two halves of one character.
    const end = line.charCodeAt(maxLength - 1) >= 0xd800 && line.charCodeAt(maxLength - 1) < 0xdc00 ? 1 : 0;
    return `${line.slice(0, maxLength - end)}…`;
}
function escapeAroundCode(line, decorate) {
    if (!line.includes("`"))
        return decorate(escapeInline(line));
    let out = "";
    let from = 0;
    for (const span of line.matchAll(codeSpan)) {
        out += decorate(escapeInline(line.slice(from, span.index))) + span[0];
        from = span.index + span[0].length;
    }
    return out + decorate(escapeInline(line.slice(from)));
}
function escapeInline(text) {
    return (text
        .replace(/[\\`*~|[\]$]/g, "\\$&")
        // An underscore inside a word is only an underscore; escaping it would break addresses.
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
        .replace(/&(?=#?\w{1,31};)/g, "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        // A backslash does not stop a mention; a zero-width space does.
        .replace(/@(?=[A-Za-z0-9])/g, "@&#8203;"));
}
/** What would begin a block at the start of a line: heading, list, underline, rule. */
function escapeOpening(line) {
    return line.replace(/^(\d*)/, "$1\\");
}

;// CONCATENATED MODULE: ./build/packages/changelog/contributors.js


/** The arguments of the `git log` that `findKnownAuthors` reads: who wrote anything up to `revision`. */
function knownAuthorsArguments(revision) {
    const format = "%ae%n%(trailers:key=Co-authored-by,valueonly)";
    return [
        `--format=${format}`,
        "--encoding=UTF-8",
        "--no-show-signature",
        "--no-color",
        "--end-of-options",
        revision,
        "--",
    ];
}
/**
 * Which of the addresses (lower case) of these commits the history before them knows. Stops reading as soon as all are
 * known, so that a release of old hands costs next to nothing.
 */
async function findKnownAuthors(commits, log) {
    const unknown = new Set();
    for (const { commit, coAuthors } of commits) {
        for (const { email } of [commit.author, ...coAuthors])
            unknown.add(email.toLowerCase());
    }
    const known = new Set();
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let rest = "";
    const look = (line) => {
        const email = (/<([^<>]*)>\s*$/.exec(line)?.[1] ?? line).trim().toLowerCase();
        if (unknown.delete(email))
            known.add(email);
    };
    for await (const bytes of log) {
        const lines = (rest + decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines)
            look(line);
        if (unknown.size === 0)
            return known;
    }
    look(rest + decoder.end());
    return known;
}
/** Who wrote these commits, co-authors too, robots not; by name. */
function contributorsOf(commits, knownAuthors) {
    const byName = new Map();
    const count = ({ name, email }) => {
        const known = byName.get(name);
        if (known === undefined) {
            if (!isRobot(name, email))
                byName.set(name, { emails: new Set([email]), commits: 1 });
            return;
        }
        known.emails.add(email);
        known.commits += 1;
    };
    for (const { commit, coAuthors } of commits) {
        if (commit.parents.length > 1)
            continue;
        count(commit.author);
        for (const person of coAuthors)
            count(person);
    }
    return [...byName.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, person]) => {
        const emails = [...new Set([...person.emails].map((email) => email.toLowerCase()))];
        const first = knownAuthors === undefined ? undefined : !emails.some((email) => knownAuthors.has(email));
        return { name, emails, commits: person.commits, first };
    });
}
function isRobot(name, email) {
    return name === "" || name.endsWith("[bot]") || email.includes("[bot]@");
}
/** The section that thanks them, or nothing when there is nobody to thank. */
function contributorsMarkdown(contributors, links) {
    if (contributors.length === 0)
        return "";
    const text = (list) => list.map((one) => contributorMarkdown(one, links)).join(", ");
    const first = contributors.filter((one) => one.first === true);
    const welcome = first.length === 0 ? "" : `\n\nFirst contribution: ${text(first)}`;
    return `### Contributors\n\n${text(contributors)}${welcome}\n`;
}
function contributorMarkdown({ name, emails }, links) {
    for (const email of emails) {
        const profile = links?.profile(email);
        if (profile !== undefined)
            return `[${escapeName(name)}](${profile.url})`;
    }
    return escapeName(name);
}

;// CONCATENATED MODULE: ./build/packages/changelog/entry.js


const naming = new Set(["refs", "ref", "references", "see", "related", "issue", "issues", "ticket", "tickets"]);
/** The change that a commit tells, as an entry of the notes. */
function toEntry(commit, pullRequest, isTicket) {
    const inFooters = commit.footers.some(({ token }) => naming.has(token.toLowerCase()))
        ? commit.footers
            .filter(({ token }) => naming.has(token.toLowerCase()))
            .flatMap(({ value }) => findReferences(value))
            .map(({ id }) => id)
        : [];
    return {
        sha: commit.commit.sha,
        type: commit.type,
        scope: commit.scope,
        description: commit.description,
        breaking: commit.breaking,
        breakingNotes: commit.breakingNotes,
        pullRequest,
        references: commit.references.filter(({ kind, id, closes }) => kind !== "pull-request" &&
            id !== pullRequest &&
            (kind === "ticket" ? isTicket(id) : closes || inFooters.includes(id))),
    };
}
/** The entry as an item of a Markdown list; everything that a commit wrote stays text inside it. */
function entryMarkdown(entry, addresses) {
    const { links } = addresses;
    const scope = entry.scope === undefined ? "" : `**${escapeName(entry.scope)}:** `;
    const text = escapeText(entry.description, (safe) => linkReferences(safe, addresses));
    const named = references(entry, addresses);
    const sha = entry.sha.slice(0, 7);
    const commit = links === undefined ? sha : `[${sha}](${links.commit(entry.sha)})`;
    return `- ${scope}${text}${named === "" ? "" : ` (${named})`} (${commit})`;
}
function references({ pullRequest, references: others, description }, { links, ticketUrl }) {
    const shown = others
        .filter(({ id, kind, repository }) => !description.includes(kind === "ticket" ? id : `#${id}`) || repository)
        .map(({ id, kind, repository }) => {
        if (kind === "ticket")
            return linked(id, ticketUrl === undefined ? undefined : ticketAddress(ticketUrl, id));
        return linked(`${escapeName(repository ?? "")}#${id}`, links?.issue(id, repository));
    });
    if (pullRequest !== undefined)
        shown.unshift(linked(`#${pullRequest}`, links?.pullRequest(pullRequest)));
    return shown.join(", ");
}
function linked(text, url) {
    return url === undefined ? text : `[${text}](${url})`;
}
const issueInText = /(?<![\w&/#-])#(\d{1,10})(?!\w)/g;
function linkReferences(safe, { links, ticketUrl, isTicket }) {
    const issues = links === undefined || !safe.includes("#")
        ? safe
        : safe.replace(issueInText, (text, id) => linked(text, links.issue(id)));
    if (ticketUrl === undefined || !issues.includes("-"))
        return issues;
    return replaceTickets(issues, (id) => (isTicket(id) ? linked(id, ticketAddress(ticketUrl, id)) : id));
}
function ticketAddress(ticketUrl, id) {
    return ticketUrl.replaceAll("{id}", id).replaceAll("(", "%28").replaceAll(")", "%29");
}
const maxNoteLines = 60;
/** The text that tells people what to do about a breaking change, indented under its entry. */
function noteMarkdown(note, addresses) {
    const lines = note.split("\n");
    const shown = lines.slice(0, maxNoteLines).map((line) => {
        const item = /^\s*[-*+] (.*)/.exec(line)?.[1];
        const safe = escapeText(item ?? line, (text) => linkReferences(text, addresses));
        if (safe === "")
            return "";
        return item === undefined ? `  ${safe}` : `  - ${safe}`;
    });
    if (lines.length > maxNoteLines)
        shown.push("  …");
    return shown.join("\n");
}

;// CONCATENATED MODULE: ./build/packages/changelog/groups.js

/** Entries by section, in the order of the table; what breaks comes first, and only there. */
function groupEntries(entries, types) {
    const bySection = Map.groupBy(entries, (entry) => (entry.breaking ? breaking : findType(types, entry)?.section));
    const groups = [];
    const add = (kind, title, list = []) => {
        if (list.length > 0)
            groups.push({ kind, title, entries: list.toSorted(byScope) });
    };
    add("breaking", "⚠ Breaking Changes", bySection.get(breaking));
    for (const [section, type] of types.sections)
        add(kinds.get(type) ?? "other", section, bySection.get(section));
    return groups;
}
const breaking = Symbol("breaking");
const kinds = new Map([
    ["feat", "features"],
    ["feature", "features"],
    ["fix", "fixes"],
    ["perf", "performance"],
]);
/** By scope, then text, then id: an order that does not depend on clocks or on how git walked. */
function byScope(a, b) {
    return compare(a.scope ?? "", b.scope ?? "") || compare(a.description, b.description) || compare(a.sha, b.sha);
}
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/packages/changelog/links.js
/** How the forge that `repositoryUrl` names spells its addresses. Any credentials in it are dropped. */
function linksOf(repositoryUrl) {
    const home = homePage(repositoryUrl);
    if (home === undefined)
        return undefined;
    const { origin, hostname } = new URL(home);
    const gitlab = hostname.includes("gitlab");
    const path = gitlab ? "/-/" : "/";
    const at = (repository) => (repository === undefined ? home : `${origin}/${repository}`);
    return {
        pullRequest: (id) => `${home}${path}${gitlab ? "merge_requests" : "pull"}/${id}`,
        issue: (id, repository) => `${at(repository)}${path}issues/${id}`,
        commit: (sha) => `${home}${path}commit/${sha}`,
        compare: (from, to) => `${home}${path}compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`,
        profile: (email) => profileOf(email, origin, hostname),
    };
}
/** `https://host/owner/name` of any address that git accepts for it. */
function homePage(address) {
    const scp = /^[\w.-]+@([\w.-]+):(?!\/\/)([\w./~-]+)$/.exec(address);
    const text = scp === null ? address.replace(/^git\+/, "") : `https://${scp[1]}/${scp[2]}`;
    if (!URL.canParse(text))
        return undefined;
    const { protocol, host, hostname, pathname } = new URL(text);
    // Parentheses would end the Markdown link that the address stands in.
    const path = pathname
        .replace(/\/$/, "")
        .replace(/\.git$/, "")
        .replaceAll("(", "%28")
        .replaceAll(")", "%29");
    if (protocol === "http:" || protocol === "https:")
        return `${protocol}//${host}${path}`;
    if (protocol === "ssh:" || protocol === "git:")
        return `https://${hostname}${path}`;
    return undefined;
}
function profileOf(email, origin, hostname) {
    const suffix = `@users.noreply.${hostname}`;
    if (!email.endsWith(suffix))
        return undefined;
    const login = email.slice(0, -suffix.length).replace(/^\d+\+/, "");
    // GitHub's own rule for names; anything else did not come from it.
    return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/.test(login) ? { login, url: `${origin}/${login}` } : undefined;
}

;// CONCATENATED MODULE: ./build/packages/changelog/ledger-line.js
/** What every generated section ends with: where each of its commits went, so that a reader can check the sum. */
function ledgerLine({ commits, inNotes, unconventional, hiddenBy }) {
    const counts = [
        [hiddenBy.type, "of types that are not shown"],
        [hiddenBy.revert, "cancelled by reverts"],
        [hiddenBy.merge, "told with their merge"],
        [hiddenBy.repeat, "told twice"],
        [unconventional, "without a type"],
    ];
    const rest = counts.filter(([count]) => count > 0).map(([count, what]) => `, ${count} ${what}`);
    return `*${commits} ${commits === 1 ? "commit" : "commits"}: ${inNotes} grouped above${rest.join("")}.*`;
}
/** Whether a section of a changelog holds that line: then nobody but us wrote it. */
const ledgerLinePattern = /^\*\d+ commits?: \d+ grouped above(?:, \d+ [a-z ]+)*\.\*$/;

;// CONCATENATED MODULE: ./build/packages/changelog/section.js





/** The section of one version as Markdown. */
function sectionMarkdown({ options, groups, untyped, contributors, links, ledger }) {
    const addresses = { links, ticketUrl: options.ticketUrl, isTicket: ticketTest(options.ticketKeys) };
    const parts = [heading(options, links)];
    for (const group of groups)
        parts.push(`### ${escapeName(group.title)}\n\n${items(group, addresses)}\n`);
    if (untyped.length > 0) {
        const lines = untyped.map((entry) => entryMarkdown(entry, addresses));
        parts.push(`### ${groups.length === 0 ? "Commits" : "Other Changes"}\n\n${lines.join("\n")}\n`);
    }
    if (groups.length === 0 && untyped.length === 0)
        parts.push("No changes that users see.\n");
    const thanks = contributorsMarkdown(contributors, links);
    if (thanks !== "")
        parts.push(thanks);
    parts.push(`${ledgerLine(ledger)}\n`);
    return parts.join("\n");
}
function heading({ version, date, previousTag, tag }, links) {
    if (links === undefined || previousTag === undefined)
        return `## ${version} (${date})\n`;
    return `## [${version}](${links.compare(previousTag, tag ?? `v${version}`)}) (${date})\n`;
}
function items(group, addresses) {
    return group.entries
        .map((entry) => item(entry, addresses))
        .join("\n")
        .trimEnd();
}
function item(entry, addresses) {
    const line = entryMarkdown(entry, addresses);
    const notes = entry.breakingNotes.filter((note) => note !== "" && note !== entry.description);
    if (notes.length === 0)
        return line;
    return `${line}\n\n${notes.map((note) => noteMarkdown(note, addresses)).join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./build/packages/changelog/warnings.js

const shown = 5;
/** What a person should know about these notes before they trust them. */
function warningsOf({ commits, inNotes, hiddenBy, unconventional, lists }, listed) {
    if (commits === 0)
        return ["There are no commits since the last release."];
    if (unconventional === 0)
        return [];
    const examples = lists.unconventional
        .slice(0, shown)
        .map(({ sha, header }) => `${sha.slice(0, 7)} ${oneLine(header)}`);
    const more = unconventional > shown ? ` and ${unconventional - shown} more` : "";
    const which = `${examples.join("; ")}${more}`;
    if (inNotes + hiddenBy.type === 0) {
        return [`No conventional commits found: the changelog is a plain list of commits (${which}).`];
    }
    const where = listed ? "listed without a group" : "not in the notes";
    return [`${unconventional} of ${commits} commits do not follow Conventional Commits and are ${where}: ${which}.`];
}

;// CONCATENATED MODULE: ./build/packages/changelog/build-changelog.js













/** A range of a `git log` stream, parsed. In memory as a whole: reverts and merges meet their targets in it. */
async function parseLog(log) {
    const parsed = [];
    for await (const commits of readCommits(log))
        for (const commit of commits)
            parsed.push(parseCommit(commit));
    return parsed;
}
/**
 * The notes of one version from its commits, newest first as git tells them. The same commits give the same text.
 * No commit gets lost: each is in the notes, hidden with a reason, or unconventional, and the ledger says which.
 */
function buildChangelog(parsed, options) {
    const types = options.types === undefined ? defaultTable : typeTable(options.types);
    const isTicket = ticketTest(options.ticketKeys);
    const fates = classify(parsed, types, options.squash);
    const ledger = ledgerOf(fates);
    const listed = fates.filter((fate) => fate.kind === "listed");
    const changes = listed.flatMap((fate) => fate.changes);
    const entries = listed.flatMap((fate) => fate.changes.map((change) => toEntry(change, fate.pullRequest, isTicket)));
    const groups = groupEntries(entries, types);
    const untyped = entries.length > 0 && options.listUnconventional === false
        ? []
        : fates
            .filter((fate) => fate.kind === "unconventional")
            .map(({ commit }) => toEntry(commit, commit.pullRequest, isTicket));
    const contributors = contributorsOf(parsed, options.knownAuthors);
    const links = options.repositoryUrl === undefined ? undefined : linksOf(options.repositoryUrl);
    return {
        markdown: sectionMarkdown({ options, groups, untyped, contributors, links, ledger }),
        ledger,
        groups,
        bump: bumpOfRank(changes.reduce((most, change) => Math.max(most, rankOf(change, types)), 0)),
        breaking: entries.filter((entry) => entry.breaking),
        contributors,
        warnings: warningsOf(ledger, untyped.length > 0),
    };
}
function ledgerOf(fates) {
    const inNotes = [];
    const hidden = [];
    const unconventional = [];
    const hiddenBy = { type: 0, revert: 0, merge: 0, repeat: 0 };
    for (const fate of fates) {
        if (fate.kind === "hidden")
            hiddenBy[fate.cause] += 1;
        const { commit, header } = fate.commit;
        if (fate.kind === "hidden")
            hidden.push({ sha: commit.sha, header, reason: fate.reason });
        else if (fate.kind === "listed")
            inNotes.push({ sha: commit.sha, header, reason: "" });
        else
            unconventional.push({ sha: commit.sha, header, reason: "does not follow Conventional Commits" });
    }
    if (inNotes.length + hidden.length + unconventional.length !== fates.length) {
        throw new faults/* ReleaseFault */.eB("bug", "The changelog's ledger does not close", {
            hint: "Report this with the commit range.",
        });
    }
    return {
        commits: fates.length,
        inNotes: inNotes.length,
        hidden: hidden.length,
        unconventional: unconventional.length,
        hiddenBy,
        lists: { inNotes, hidden, unconventional },
    };
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/packages/changelog/prereleases.js


const prereleases_form = /^(?<core>\d+\.\d+\.\d+)-(?<word>[a-z][a-z0-9]*)\.(?<number>[1-9]\d*)$/;
/** The versions of the tags that are pre-releases (`v1.2.0-rc.1`), in their order; no rollback is one. */
function prereleaseVersions(tags) {
    return tags
        .flatMap((tag) => {
        const version = tag.replace(/^v/, "");
        const { word } = prereleases_form.exec(version)?.groups ?? {};
        return word === undefined || word === "rollback" || semver.valid(version) !== version ? [] : [version];
    })
        .toSorted(semver.compare);
}
/** The highest version of these, or `undefined`. */
function highest(versions) {
    return versions.toSorted(semver.compare).at(-1);
}
/** X.Y.Z of a version. */
function coreOf(version) {
    const { major, minor, patch } = new semver.SemVer(version);
    return `${major}.${minor}.${patch}`;
}
/** The pre-release of `core` after all that are tagged. */
function nextPrerelease(core, { word, taken }) {
    const numbers = taken.flatMap((version) => {
        const parts = prereleases_form.exec(version)?.groups;
        return parts?.["core"] === core && parts["word"] === word ? [Number(parts["number"])] : [];
    });
    return `${core}-${word ?? ""}.${Math.max(0, ...numbers) + 1}`;
}
/** Refuses a named pre-release that has another word than the configuration, or a number that does not go on. */
function requireNext(version, known) {
    const { core, word } = prereleases_form.exec(version)?.groups ?? {};
    const next = nextPrerelease(core ?? coreOf(version), known);
    if (word === undefined || word !== known.word) {
        throw new faults/* ReleaseFault */.eB("input", `A pre-release is X.Y.Z-${known.word ?? ""}.N here, not ${version}`, {
            hint: `Its word is versions.prerelease in the configuration. Example: --version=${next}`,
        });
    }
    if (semver.gte(version, next))
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Pre-release ${version} does not go on: the next one of ${core ?? ""} is ${next}`, {
        hint: `A number is never used twice. Example: --version=${next} (or --version=prerelease)`,
    });
}

;// CONCATENATED MODULE: ./build/packages/changelog/versions.js



const formatHint = "Version must follow X.Y.Z format. Example: --version=2.5.0";
/**
 * The version to release, or a fault that says which one would do.
 *
 * Before 1.0.0 (semver 4: "anything MAY change") a breaking change asks for the next minor version, never by itself
 * for 1.0.0: that step is a decision of people (`--version=major` or `--version=1.0.0`).
 */
function resolveVersion(question) {
    const { asked, allowLower = false, prereleases = versions_none } = question;
    const last = question.last === undefined ? undefined : parseLast(question.last);
    if (asked === "auto")
        return resolveAuto(last, question.commits, prereleases);
    if (asked === "prerelease")
        return resolvePrerelease(last, question.commits, prereleases);
    const version = isBump(asked) ? raised(last, asked) : parseNamed(asked, prereleases);
    if (last !== undefined && semver.lte(version, last)) {
        const next = raised(last, "patch");
        throw new faults/* ReleaseFault */.eB("input", `Version ${version} is not greater than the last release, ${last}`, {
            hint: `Use ${next} or higher. Example: --version=${next}`,
        });
    }
    const inside = highest(prereleases.contained);
    if (inside !== undefined && semver.lte(version, inside)) {
        throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is not greater than ${inside}, whose commit it contains`, {
            hint: `Finish what that pre-release began. Example: --version=${coreOf(inside)}`,
        });
    }
    const least = last === undefined || question.commits === undefined ? undefined : implied(last, question.commits);
    if (least === undefined || semver.gte(coreOf(version), least))
        return { version, warnings: [] };
    const why = `the commits since ${last ?? "the beginning"} ${reasons[question.commits ?? "patch"]}, which asks for ${least}`;
    if (allowLower)
        return { version, warnings: [`Version ${version} was allowed, although ${why}.`] };
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is too low: ${why}`, {
        hint: `Let the commits decide: --version=auto, or name ${least} or higher. To release ${version} all the same, say so: --allow-lower-version (in a workflow: allow-lower-version).`,
    });
}
const reasons = {
    major: "contain a breaking change",
    minor: "contain a new feature",
    patch: "contain a fix",
};
const versions_none = { word: undefined, taken: [], contained: [] };
function resolveAuto(last, bump, { contained }) {
    const inside = highest(contained);
    if (inside !== undefined)
        return { version: finished(inside, last, bump), warnings: [] };
    if (last === undefined) {
        return { version: "0.1.0", warnings: ["There is no earlier release: the first version is 0.1.0."] };
    }
    if (bump === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `No commit since ${last} asks for a release`, {
            hint: `Name the version if you want one all the same. Example: --version=${raised(last, "patch")}`,
        });
    }
    return { version: implied(last, bump), warnings: [] };
}
/** The version that a pre-release was one of, unless the commits ask for a higher one by now. */
function finished(inside, last, bump) {
    const asked = last === undefined || bump === undefined ? undefined : implied(last, bump);
    return asked !== undefined && semver.gt(asked, coreOf(inside)) ? asked : coreOf(inside);
}
function resolvePrerelease(last, bump, prereleases) {
    requireAllowed(prereleases);
    const { version, warnings } = resolveAuto(last, bump, prereleases);
    return { version: nextPrerelease(version, prereleases), warnings };
}
function requireAllowed({ word }) {
    if (word !== undefined)
        return;
    throw new faults/* ReleaseFault */.eB("input", "Pre-releases are not allowed here: Version must follow semantic versioning (X.Y.Z)", {
        hint: `${formatHint}. To allow X.Y.Z-rc.N: versions: { prerelease: rc } in the configuration.`,
    });
}
function implied(last, bump) {
    return raised(last, bump === "major" && semver.major(last) === 0 ? "minor" : bump);
}
function raised(last, bump) {
    return new semver.SemVer(last ?? "0.0.0").inc(bump).version;
}
function isBump(asked) {
    return asked === "major" || asked === "minor" || asked === "patch";
}
function parseNamed(asked, prereleases) {
    const version = strictVersion(asked);
    if (version === undefined) {
        throw new faults/* ReleaseFault */.eB("input", "Version must follow semantic versioning (X.Y.Z)", { hint: formatHint });
    }
    if (version.prerelease.length === 0)
        return version.version;
    requireAllowed(prereleases);
    requireNext(version.version, prereleases);
    return version.version;
}
/** Refuses at once what is a version in no configuration. */
function requireVersionForm(asked) {
    const isWord = asked === "auto" || asked === "prerelease" || isBump(asked);
    if (isWord || strictVersion(asked) !== undefined)
        return;
    throw new faults/* ReleaseFault */.eB("input", "Version must follow semantic versioning (X.Y.Z)", { hint: formatHint });
}
function parseLast(last) {
    const version = strictVersion(last.replace(/^v/, ""));
    if (version === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `The last release, "${last}", is not a semantic version`, {
            hint: "Release tags look like v2.4.0. Name the last release by such a tag.",
        });
    }
    return version.version;
}
/** Exactly `X.Y.Z` or `X.Y.Z-pre`: no `v`, no blanks, no build part. */
function strictVersion(text) {
    const version = semver.parse(text);
    return version !== null && version.version === text && version.build.length === 0 ? version : undefined;
}
/**
 * The tag of the highest version, or `undefined`. Tags that are no versions do not count, `vX.Y.Z-rollback` never
 * does: it parses as a pre-release and marks the end of a release, not one.
 */
function lastReleaseTag(tags, options) {
    let best;
    for (const tag of tags) {
        const version = strictVersion(tag.replace(/^v/, ""));
        if (version === undefined || isRollback(version))
            continue;
        if (version.prerelease.length > 0 && options?.allowPrerelease !== true)
            continue;
        if (best === undefined || version.compare(best.version) > 0)
            best = { tag, version };
    }
    return best?.tag;
}
function isRollback({ prerelease }) {
    return String(prerelease[0] ?? "").startsWith("rollback");
}

;// CONCATENATED MODULE: ./build/packages/changelog/changelog-file.js



/**
 * The changelog with this version's section in it: under the title, above every lower version. A section of the same
 * version that we wrote is replaced; to one that people wrote, ours is added. Every other byte stays as it is.
 */
function updateChangelogFile(existing, section, { version }) {
    const { lines, newline } = split(existing ?? "");
    const own = ownHeading(section, version).split(/\r?\n/).join(newline);
    if (lines.every((line) => line.trim() === ""))
        return `# Changelog${newline}${newline}${own}${newline}`;
    const sections = findSections(lines);
    const same = sections.find((known) => known.version === version);
    if (same !== undefined)
        return withSame(lines, same, { own, newline });
    const at = placeOf(version, sections, lines);
    return splice(lines, { from: at, to: at }, { text: own, newline });
}
/** This version's section of a changelog, with its heading; `undefined` when it has none, or one without a word in it. */
function readSection(text, version) {
    const { lines } = split(text);
    const section = findSections(lines).find((known) => known.version === version);
    if (section === undefined)
        return undefined;
    const own = lines.slice(section.start, section.end);
    return own.slice(1).join("").trim() === "" ? undefined : own.join("").trimEnd();
}
/** What a text lacks to end in a blank line. */
function missingBreaks(text, newline) {
    if (!text.endsWith("\n"))
        return newline + newline;
    return /\n[^\S\n]*\n$/.test(text) ? "" : newline;
}
/** A person's words for this version stay, with ours under them; what we wrote before makes room for what we write now. */
function withSame(lines, { start, end }, { own, newline }) {
    const body = lines.slice(start + 1, end);
    const isOurs = body.some((line) => ledgerLinePattern.test(line.trim()));
    if (isOurs)
        return splice(lines, { from: start, to: end }, { text: own, newline });
    const ours = own.split(newline).slice(1).join(newline).trim();
    if (ours === "" || unified(body.join("")).includes(unified(ours)))
        return lines.join("");
    return splice(lines, { from: end, to: end }, { text: ours, newline });
}
function unified(text) {
    return text.replaceAll(/\s*\n\s*/g, "\n");
}
/** The lines with a text in the place of some, one blank line before and after it; all others byte for byte. */
function splice(lines, { from, to }, { text, newline }) {
    const before = lines.slice(0, from).join("");
    const after = lines.slice(to).join("");
    const gapBefore = before === "" ? "" : missingBreaks(before, newline);
    const gapAfter = after === "" || /^[^\S\n]*\r?\n/.test(after) ? "" : newline;
    return before + gapBefore + text + newline + gapAfter + after;
}
const mark = " [ROLLED BACK]";
const quote = "> **Rolled back on ";
/**
 * The changelog with this version marked as rolled back, in its heading and under it. A version that the changelog
 * does not have gets a section of its own: the revert of a release may have taken it out. Safe to repeat.
 */
function markRolledBack(existing, { version, date, reason, url }) {
    const note = `${quote}${date}**: ${escapeText(reason)}${details(url)}`;
    const { lines, newline } = split(existing ?? "");
    const section = findSections(lines).find((known) => known.version === version);
    if (section === undefined) {
        return updateChangelogFile(existing, `## ${version}${mark}\n\n${note}\n`, { version });
    }
    const heading = (lines[section.start] ?? "").trimEnd();
    const marked = heading.endsWith(mark) ? heading : heading + mark;
    const body = withoutBlankStart(lines.slice(section.start + 1));
    const unmarked = (body[0]?.startsWith(quote) === true ? withoutBlankStart(body.slice(1)) : body).join("");
    const rest = unmarked === "" ? "" : newline + unmarked;
    return lines.slice(0, section.start).join("") + marked + newline + newline + note + newline + rest;
}
/** Only web addresses become links, and a parenthesis in one must not end the Markdown link. */
function details(url) {
    if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url))
        return "";
    return ` ([details](${new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29")}))`;
}
/** A text that a person wrote may lack the heading; without it the version could not be found again. */
function ownHeading(section, version) {
    const text = section.trim();
    const first = versionOf(text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n")));
    return first?.version === version ? text : `## ${version}\n\n${text}`;
}
/** The lines, each with its own line end, and the line end that new lines get: that of the first line. */
function split(text) {
    return { lines: text.match(/[^\n]*\n|[^\n]+$/g) ?? [], newline: /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n" };
}
function withoutBlankStart(lines) {
    const first = lines.findIndex((line) => line.trim() !== "");
    return first === -1 ? [] : lines.slice(first);
}
/** Above the first lower version; under the last when all are higher; else at the end, before link definitions. */
function placeOf(version, sections, lines) {
    const lower = sections.find((known) => semver.lt(known.version, version));
    return lower?.start ?? sections.at(-1)?.end ?? endOfText(lines);
}
/** Where the text ends and the link definitions at the foot of the file begin (`[2.5.0]: https://…`). */
function endOfText(lines) {
    return lines.findLastIndex((line) => line.trim() !== "" && !/^\[[^\]]+\]: /.test(line)) + 1;
}
function findSections(lines) {
    const headings = headingsOf(lines);
    const last = endOfText(lines);
    return headings.flatMap(({ at, level, version }, index) => {
        if (version === undefined)
            return [];
        const next = headings.slice(index + 1).find((other) => other.version !== undefined || other.level <= level);
        return [{ version, level, start: at, end: next?.at ?? last }];
    });
}
function headingsOf(lines) {
    const fenced = fencedLines(lines);
    return lines.flatMap((line, at) => {
        const level = /^(#{1,6}) /.exec(line)?.[1]?.length;
        return level === undefined || fenced.has(at) ? [] : [{ at, level, version: versionOf(line)?.version }];
    });
}
/** Lines of code blocks. A fence that nobody closed is a mistake, and must not hide the versions under it. */
function fencedLines(lines) {
    const fenced = new Set();
    let open;
    for (const [at, line] of lines.entries()) {
        const marker = /^ {0,3}(```|~~~)/.exec(line)?.[1];
        if (marker === undefined)
            continue;
        if (open === undefined)
            open = { at, marker };
        else if (open.marker === marker) {
            for (let inside = open.at; inside <= at; inside += 1)
                fenced.add(inside);
            open = undefined;
        }
    }
    return fenced;
}
/** `## 2.5.0`, `## [2.5.0](…)`, `# v2.5.0 - 2026-01-01`, …: up to level 3, as older presets wrote patches. */
function versionOf(line) {
    const text = /^#{1,3} +\[?v?(\d[^\s\](]*)/.exec(line)?.[1];
    return text === undefined ? undefined : (semver.parse(text) ?? undefined);
}

;// CONCATENATED MODULE: ./build/packages/changelog/version-json.js
/** The version of a `package.json`. */
function packageVersions(text) {
    return spansAt(text, [["version"]]);
}
/** Both places of an npm lock file: its own and that of the root package. */
function lockVersions(text) {
    return spansAt(text, [["version"], ["packages", "", "version"]]);
}
/** Where the strings at these paths stand, without their quotes. Throws on text that is not JSON. */
function spansAt(text, paths) {
    JSON.parse(text.replace(/^\ufeff/, ""));
    const wanted = new Set(paths.map((path) => JSON.stringify(path)));
    const depth = Math.max(...paths.map((path) => path.length));
    const spans = [];
    // The text is JSON, so only its strings, brackets and colons need to be told apart.
    const open = [];
    let key;
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        if (character === "{" || character === "[") {
            open.push(character === "{" ? key : undefined);
            key = undefined;
        }
        else if (character === "}" || character === "]") {
            open.pop();
            key = undefined;
        }
        else if (character === ",") {
            key = undefined;
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (key === undefined && isKey(text, end))
                key = keyAt(text, at, end);
            else if (key !== undefined && open.length <= depth && wanted.has(JSON.stringify([...open.slice(1), key]))) {
                spans.push({ start: at + 1, end: end - 1 });
            }
            at = end - 1;
        }
    }
    return spans;
}
function keyAt(text, start, end) {
    return String(JSON.parse(text.slice(start, end)));
}
/** Behind the closing quote of the string that begins at `start`. */
function endOfString(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at + 1;
}
function isKey(text, end) {
    let at = end;
    while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t")
        at += 1;
    return text[at] === ":";
}

;// CONCATENATED MODULE: ./build/packages/changelog/version-toml.js
/** The version of a Python project: `[project]`, or `[tool.poetry]`. */
function pyprojectVersions(text) {
    return versionsIn(text, new Set(["project", "tool.poetry"]));
}
/** The version of a crate, or the one that a workspace hands to its crates. */
function cargoVersions(text) {
    return versionsIn(text, new Set(["package", "workspace.package"]));
}
/** Where `version = "…"` stands in these tables. Lines inside a multi-line string are text. */
function versionsIn(text, tables) {
    const spans = [];
    let table = "";
    let quotes;
    let start = 0;
    for (const line of text.split("\n")) {
        if (quotes === undefined) {
            const header = /^[ \t]*\[([^[\]]+)\]/.exec(line)?.[1] ?? (/^[ \t]*\[\[/.test(line) ? "[[]]" : undefined);
            if (header !== undefined)
                table = header.replace(/[\s"']/g, "");
            const version = /^[ \t]*(?:version|"version"|'version')[ \t]*=[ \t]*(["'])([^"']*)\1/.exec(line);
            if (version !== null && tables.has(table)) {
                const from = start + version[0].length - 1 - (version[2] ?? "").length;
                spans.push({ start: from, end: from + (version[2] ?? "").length });
            }
        }
        quotes = openQuotes(line, quotes);
        start += line.length + 1;
    }
    return spans;
}
/** Which multi-line string is open behind this line, given the one open before it. */
function openQuotes(line, before) {
    let open = before;
    for (const [quotes] of line.matchAll(/"""|'''/g)) {
        if (open === undefined)
            open = quotes;
        else if (open === quotes)
            open = undefined;
    }
    return open;
}

// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(75824);
;// CONCATENATED MODULE: ./build/packages/changelog/version-xml.js

/**
 * The version of a Maven project: its own, not its parent's or a dependency's. Where the version is one property
 * (`${revision}`), that property.
 */
function pomVersions(text) {
    const valid = fxp/* XMLValidator */.iI.validate(text);
    if (valid !== true)
        throw new Error(`${valid.err.msg} (line ${valid.err.line})`);
    const own = findElement(text, "project/version");
    if (own === undefined)
        return [];
    const value = text.slice(own.start, own.end);
    if (!value.includes("${"))
        return [own];
    const property = /^\$\{([\w.-]+)\}$/.exec(value)?.[1];
    const defined = property === undefined ? undefined : findElement(text, `project/properties/${property}`);
    if (defined === undefined)
        throw new Error(`its version is made of properties that it does not define: ${value}`);
    return [defined];
}
// Comments and CDATA first: what looks like an element inside them is text. No nested quantifiers: linear time.
const piece = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)[^>]*?(\/?)>/g;
/** The trimmed text of the first element at this path of names, in text that is well-formed. */
function findElement(text, path) {
    const open = [];
    let start = 0;
    for (const match of text.matchAll(piece)) {
        const [whole, closing, name = "", selfClosing] = match;
        if (name === "" || selfClosing === "/")
            continue;
        if (closing === "/") {
            if (open.join("/") === path)
                return trimmed(text, start, match.index);
            open.pop();
            continue;
        }
        open.push(name);
        start = match.index + whole.length;
    }
    return undefined;
}
function trimmed(text, start, end) {
    const value = text.slice(start, end);
    const from = start + (value.length - value.trimStart().length);
    return { start: from, end: from + value.trim().length };
}

;// CONCATENATED MODULE: ./build/packages/changelog/version-files.js




/** To add a kind of file: write its finder, then one line here. */
const finders = new Map([
    ["package.json", packageVersions],
    ["package-lock.json", lockVersions],
    ["npm-shrinkwrap.json", lockVersions],
    ["pyproject.toml", pyprojectVersions],
    ["Cargo.toml", cargoVersions],
    ["pom.xml", pomVersions],
    ["VERSION", plainVersion],
]);
/** Files at the root of a repository that may hold its version. */
const versionFilePaths = [...finders.keys()];
/**
 * The files whose text changes when they get this version, with that text; nothing but the version is touched. A file
 * that holds no version of its own (a private package, a version inherited or made at build time) is left out.
 */
function bumpVersionFiles(files, version) {
    const changed = new Map();
    for (const [path, text] of files) {
        const next = replaced(text, spansOf(path, text), version);
        if (next !== text)
            changed.set(path, next);
    }
    return changed;
}
function spansOf(path, text) {
    const find = finders.get(path.slice(path.lastIndexOf("/") + 1));
    if (find === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `${path} is not a kind of version file that can be bumped`, {
            hint: `Use files named ${versionFilePaths.join(", ")} in versionFiles.`,
        });
    }
    try {
        return find(text);
    }
    catch (cause) {
        throw new faults/* ReleaseFault */.eB("input", `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
            hint: `Repair ${path}, or leave it out of versionFiles.`,
            cause,
        });
    }
}
function replaced(text, spans, version) {
    let out = "";
    let from = 0;
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
        out += text.slice(from, start) + version;
        from = end;
    }
    return out + text.slice(from);
}
/** `VERSION` holds the version and nothing else; a leading `v` stays. */
function plainVersion(text) {
    const found = /^\s*v?/.exec(text)?.[0].length ?? 0;
    const end = found + (/^\S*/.exec(text.slice(found))?.[0].length ?? 0);
    return [{ start: found, end }];
}

;// CONCATENATED MODULE: ./build/packages/changelog/index.js












/***/ }),

/***/ 40579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* reexport */ openGit)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/git/faults.js

const refusedAccess = /authentication failed|could not read (username|password)|permission denied|access denied|returned error: 40[13]|repository not found|invalid credentials|terminal prompts disabled|not authorized|write access to repository not granted/i;
const unreachable = /could not resolve host|failed to connect|connection (refused|reset|timed out)|operation timed out|could not connect|returned error: 5\d\d|early eof|hung up|rpc failed|network is unreachable|does not appear to be a git repository|could not read from remote/i;
/** Whether the other side said no to us, rather than to this change. */
function isRefusedAccess(stderr) {
    return refusedAccess.test(stderr);
}
/** What git said, as a failure that people can act on. */
function gitFault(what, stderr) {
    const said = withoutSecrets(lastWords(stderr));
    if (/not a git repository/i.test(stderr)) {
        return new faults/* ReleaseFault */.eB("input", `Cannot ${what}: this directory is not a git repository`, {
            hint: "Run inside a clone of the project, or name one: --directory path/to/clone.",
        });
    }
    if (refusedAccess.test(stderr)) {
        return new faults/* ReleaseFault */.eB("permission", `Cannot ${what}: the git host refused access (${said})`, {
            hint: "Give a token that may write: in a workflow `permissions: contents: write`, elsewhere GITHUB_TOKEN or `git push` by hand to see the same refusal.",
        });
    }
    if (unreachable.test(stderr)) {
        return new faults/* ReleaseFault */.eB("remote", `Cannot ${what}: the git host was not reached (${said})`, {
            hint: "Check the network and the remote's address with `git ls-remote`, then run again: nothing is lost.",
        });
    }
    return new faults/* ReleaseFault */.eB("remote", `Cannot ${what}: ${said === "" ? "git failed without a word" : said}`, {
        hint: "Run the same git command by hand in this clone to see more; `git fsck` finds a damaged clone.",
    });
}
/** The same text without the passwords of addresses. */
function withoutSecrets(text) {
    return text.replaceAll(/\/\/[^/\s@]+@/g, "//");
}
function lastWords(stderr) {
    const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint:"));
    const fatal = lines.filter((line) => /^(fatal|error|remote):/.test(line));
    return (fatal.length > 0 ? fatal : lines).slice(0, 3).join("; ").slice(0, 600);
}

;// CONCATENATED MODULE: ./build/packages/git/combine.js

async function merge(git, objects, { ours, theirs, message, at }) {
    const merged = await mergeTrees(git, ours, theirs);
    if (merged.state === "conflict")
        return merged;
    return { state: "merged", sha: await objects.commit({ tree: merged.tree, parents: [ours, theirs], message, at }) };
}
/**
 * A revert is a merge of "before the commit" into `onto`, with the commit as their base. git 2.39 cannot be told the
 * base, so it is given a little history of three commits in which it finds that base by itself.
 */
async function revert(git, objects, { commit, before: last, onto, message, at }) {
    const listing = await git.text("read the commit to revert", ["rev-parse", `${commit}^{tree}`, `${onto}^{tree}`]);
    const [undone = "", current = ""] = listing.split("\n");
    const parent = await git.try(["rev-parse", "--verify", "--quiet", `${last ?? `${commit}^1`}^{tree}`]);
    const before = parent.exitCode === 0 ? parent.stdout.trim() : await objects.tree([]);
    const base = await objects.commit({ tree: undone, parents: [], message: "base", at });
    const ours = await objects.commit({ tree: current, parents: [base], message: "ours", at });
    const theirs = await objects.commit({ tree: before, parents: [base], message: "before", at });
    const merged = await mergeTrees(git, ours, theirs);
    if (merged.state === "conflict")
        return merged;
    if (merged.tree === current)
        return { state: "nothing-to-revert" };
    return { state: "reverted", sha: await objects.commit({ tree: merged.tree, parents: [onto], message, at }) };
}
async function mergeTrees(git, ours, theirs) {
    const result = await git.try(["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs]);
    const [tree = "", ...files] = result.stdout.split("\0").filter((part) => part !== "");
    if (result.exitCode === 0)
        return { state: "clean", tree: tree.trim() };
    if (result.exitCode === 1)
        return { state: "conflict", files };
    throw gitFault("merge", result.stderr);
}

// EXTERNAL MODULE: ./build/packages/process/index.js + 5 modules
var process = __webpack_require__(91239);
;// CONCATENATED MODULE: ./build/packages/git/command.js


// Hooks and background work of the checkout are not ours to start; paths come out as they are.
const settings = ["gc.auto=0", "maintenance.auto=false", "core.hooksPath=/dev/null", "core.quotePath=false"];
const prefix = ["git", ...settings.flatMap((setting) => ["-c", setting])];
function createCommand(options) {
    const childOptions = (call) => ({
        cwd: call.cwd ?? options.directory,
        env: { ...environment(options), ...call.env },
        ...(call.input === undefined ? {} : { input: call.input }),
        ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const command = {
        try: (args, call = {}) => (0,process/* run */.eF)([...prefix, ...args], childOptions(call)),
        async text(what, args, call = {}) {
            const result = await command.try(args, call);
            options.signal?.throwIfAborted();
            if (result.exitCode !== 0)
                throw gitFault(what, result.stderr);
            return result.stdout.replace(/\n$/, "");
        },
        async bytes(what, args, call = {}) {
            const chunks = [];
            const fault = (stderr) => gitFault(what, stderr);
            for await (const chunk of (0,process/* runStream */.G5)([...prefix, ...args], { ...childOptions(call), fault }))
                chunks.push(chunk);
            return Buffer.concat(chunks);
        },
        stream: (args) => (0,process/* runStream */.G5)([...prefix, ...args], {
            ...childOptions({}),
            fault: (stderr) => gitFault(`read git ${args[0] ?? ""}`, stderr),
        }),
    };
    return command;
}
/** A secret travels by the environment, scoped to the remote's address: neither argv nor a file ever holds it. */
function environment({ author, authorization, remoteUrl }) {
    const header = authorization?.();
    const url = remoteUrl();
    const secret = header === undefined || url === undefined || !/^https?:/.test(url)
        ? {}
        : {
            // The empty one drops those of files: actions/checkout leaves its own there, and GitHub refuses two.
            GIT_CONFIG_COUNT: "2",
            GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
            GIT_CONFIG_VALUE_0: "",
            GIT_CONFIG_KEY_1: `http.${new URL(url).origin}/.extraHeader`,
            GIT_CONFIG_VALUE_1: `Authorization: ${header}`,
        };
    return {
        GIT_TERMINAL_PROMPT: "0",
        LC_ALL: "C",
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
        // Set when we are called from a hook, and then they would point elsewhere.
        GIT_DIR: undefined,
        GIT_WORK_TREE: undefined,
        GIT_INDEX_FILE: undefined,
        ...secret,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/packages/git/loose.js





const compress = (0,external_node_util_.promisify)(external_node_zlib_.deflate);
function createObjectWriter(objects, algorithm, author) {
    const write = (type, body) => writeObject(objects, algorithm, type, body);
    return {
        blob: (content) => write("blob", Buffer.from(content)),
        tree: (entries) => write("tree", treeBody(entries)),
        commit({ tree, parents, message, at }) {
            const by = signature(author, at);
            const head = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${by}`, `committer ${by}`];
            return write("commit", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`));
        },
        tag({ name, sha, message, at }) {
            const head = [`object ${sha}`, "type commit", `tag ${name}`, `tagger ${signature(author, at)}`];
            return write("tag", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`));
        },
    };
}
/** `Name <email> seconds +0000`: the same everywhere, whatever the machine's time zone. */
function signature({ name, email }, at) {
    return `${clean(name)} <${clean(email)}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
}
function clean(text) {
    return text.replaceAll(/[<>\n\0]/g, "").trim();
}
function withLineEnd(text) {
    return text.endsWith("\n") ? text : `${text}\n`;
}
async function writeObject(objects, algorithm, type, body) {
    const content = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
    const id = (0,external_node_crypto_.createHash)(algorithm).update(content).digest("hex");
    const path = (0,external_node_path_.join)(objects, id.slice(0, 2), id.slice(2));
    if (await exists(path))
        return id;
    // Like git: a whole file appears under its name, or none. A file that is there already is the same object.
    const unfinished = (0,external_node_path_.join)(objects, `tmp_obj_${(0,external_node_crypto_.randomUUID)()}`);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(unfinished, await compress(content, { level: 1 }), { mode: 0o444 });
    await (0,promises_.rename)(unfinished, path);
    return id;
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
function treeBody(entries) {
    // git sorts a folder as if its name ended in a slash.
    const key = (entry) => Buffer.from(entry.mode === "40000" ? `${entry.name}/` : entry.name);
    const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)));
    return Buffer.concat(sorted.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]));
}

;// CONCATENATED MODULE: ./build/packages/git/commit.js


/** A commit whose tree is exactly these files. */
async function commitWhole(objects, { parents, files, message, at }) {
    const entries = await Promise.all([...files].flatMap(([name, content]) => content === undefined ? [] : [objects.blob(content).then((id) => ({ name, mode: "100644", id }))]));
    return objects.commit({ tree: await objects.tree(entries), parents, message, at });
}
/** A commit on its first parent that changes these files, by one `git fast-import`. */
async function commitChanges(git, author, commit) {
    const { parents, files, message, at } = commit;
    const modes = await modesOf(git, parents[0], [...files.keys()]);
    // fast-import wants a ref to work on; it is gone again at the end of the same stream.
    const scratch = `refs/release-command/scratch/${(0,external_node_crypto_.randomUUID)()}`;
    const by = signature(author, at);
    const lines = [
        "feature done",
        `commit ${scratch}`,
        "mark :1",
        `author ${by}`,
        `committer ${by}`,
        data(withLineEnd(message)),
        ...parents.map((parent, index) => `${index === 0 ? "from" : "merge"} ${parent}`),
        ...[...files].flatMap(([path, content]) => content === undefined
            ? [`D ${quote(path)}`]
            : [`M ${modes.get(path) ?? "100644"} inline ${quote(path)}`, data(content)]),
        "",
        "get-mark :1",
        `reset ${scratch}`,
        `from ${"0".repeat((parents[0] ?? "").length === 64 ? 64 : 40)}`,
        "",
        "done",
        "",
    ];
    return git.text("write a commit", ["fast-import", "--quiet", "--force", "--date-format=raw"], {
        input: lines.join("\n"),
    });
}
/** A script that is rewritten stays executable. */
async function modesOf(git, parent, paths) {
    if (parent === undefined)
        return new Map();
    const listing = await git.text("read a tree", ["ls-tree", "-z", "--full-tree", parent, "--", ...paths]);
    const entries = listing.split("\0").filter((line) => line !== "");
    return new Map(entries.map((line) => [line.slice(line.indexOf("\t") + 1), line.slice(0, line.indexOf(" "))]));
}
function data(text) {
    return `data ${Buffer.byteLength(text)}\n${text}`;
}
function quote(path) {
    return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

;// CONCATENATED MODULE: ./build/packages/git/look.js


const lookTimeoutMs = 20_000;
/** Refs and, by HTTP, the server's clock in the same answer. Everything else asks `git ls-remote`. */
async function look(options, prefixes) {
    if (!/^https?:/.test(options.url))
        return { refs: await listRemote(options, prefixes), serverTimeMs: undefined };
    const response = await askForRefs(options, prefixes);
    const serverTimeMs = Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(serverTimeMs)) {
        throw new faults/* ReleaseFault */.eB("remote", `${withoutSecrets(options.url)} answers without a Date, so leases cannot be judged`, {
            hint: "A proxy may remove the header: `curl -I` the address; ask for `Date` to be let through.",
        });
    }
    const isRefs = response.headers.get("content-type") === "application/x-git-upload-pack-result";
    const body = Buffer.from(await response.arrayBuffer());
    // A host without protocol 2, or one that wants what only git's own credential helper knows: the clock is right even so.
    const refs = response.ok && isRefs ? parseRefs(body) : undefined;
    return { refs: refs ?? (await listRemote(options, prefixes)), serverTimeMs };
}
async function askForRefs(options, prefixes) {
    const url = new URL(options.url);
    const inUrl = url.username === "" ? undefined : basic(url);
    const authorization = options.authorization ?? inUrl;
    url.username = "";
    url.password = "";
    url.pathname = `${url.pathname.replace(/\/$/, "")}/git-upload-pack`;
    const request = [
        ...["command=ls-refs\n", "agent=release-command\n", `object-format=${options.algorithm}`].map(packet),
        "0001",
        ...prefixes.map((prefix) => packet(`ref-prefix ${prefix}\n`)),
        "0000",
    ].join("");
    try {
        return await options.fetch(url.href, {
            method: "POST",
            headers: {
                "content-type": "application/x-git-upload-pack-request",
                accept: "application/x-git-upload-pack-result",
                "git-protocol": "version=2",
                ...(authorization === undefined ? {} : { authorization }),
            },
            body: request,
            signal: AbortSignal.timeout(lookTimeoutMs),
        });
    }
    catch (cause) {
        throw new faults/* ReleaseFault */.eB("remote", `${withoutSecrets(options.url)} was not reached: ${reasonOf(cause)}`, {
            hint: "Check the network and the remote's address with `git ls-remote`, then run again: nothing is lost.",
            cause,
        });
    }
}
function reasonOf(thrown) {
    if (!(thrown instanceof Error))
        return String(thrown);
    return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
}
function basic(url) {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(pair).toString("base64")}`;
}
/** pkt-line: four hexadecimal digits of length, themselves included. */
function packet(line) {
    return (Buffer.byteLength(line) + 4).toString(16).padStart(4, "0") + line;
}
/** The refs of a complete answer; `undefined` for anything that is not one, so that a cut answer is never "no refs". */
function parseRefs(body) {
    const refs = new Map();
    let offset = 0;
    while (offset + 4 <= body.length) {
        const length = Number.parseInt(body.toString("latin1", offset, offset + 4), 16);
        if (length === 0)
            return refs;
        if (Number.isNaN(length) || length < 4 || offset + length > body.length)
            return undefined;
        const match = /^(?<id>[0-9a-f]{40,64}) (?<ref>\S+)/.exec(body.toString("utf8", offset + 4, offset + length));
        if (match?.groups === undefined)
            return undefined;
        refs.set(match.groups["ref"] ?? "", match.groups["id"] ?? "");
        offset += length;
    }
    return undefined;
}
async function listRemote({ git, remote }, prefixes) {
    const patterns = prefixes.map((prefix) => (prefix.endsWith("/") ? `${prefix}*` : prefix));
    const listing = await git.text("read the remote's refs", ["ls-remote", "--refs", remote, ...patterns], {
        timeoutMs: lookTimeoutMs,
    });
    const refs = listing
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => [line.slice(line.indexOf("\t") + 1), line.slice(0, line.indexOf("\t"))]);
    return new Map(refs.filter(([ref]) => prefixes.some((prefix) => ref.startsWith(prefix))));
}

;// CONCATENATED MODULE: ./build/packages/git/push.js

const pushTimeoutMs = 60_000;
const denial = /declined|denied|deny|protected|prohibited|not permitted|not allowed|permission|hidden ref|read-only/i;
/** One atomic push. What it could not learn it does not guess: see `PushOutcome`. */
async function push(git, remote, updates) {
    if (updates.length === 0)
        return { state: "applied" };
    const leases = updates.flatMap(({ ref, expect }) => expect === "any" ? [] : [`--force-with-lease=${ref}:${expect === "absent" ? "" : expect}`]);
    const refspecs = updates.map(({ ref, to }) => `${to ?? ""}:${ref}`);
    const result = await git.try(["push", "--porcelain", "--atomic", "--no-verify", "--no-signed", ...leases, remote, ...refspecs], { timeoutMs: pushTimeoutMs });
    if (result.exitCode === 0)
        return { state: "applied" };
    const refusals = result.stdout.split("\n").filter((line) => line.startsWith("!"));
    const reason = withoutSecrets(refusals.join("; ") || result.stderr.trim()).slice(0, 600);
    if (refusals.length > 0 && refusals.every((line) => isVerdict(line))) {
        return {
            state: "refused",
            reason: saidBy(result.stderr, reason),
            denied: refusals.some((line) => denial.test(inBrackets(line))),
        };
    }
    if (isRefusedAccess(result.stderr))
        return { state: "refused", reason, denied: true };
    return { state: "unknown", reason: result.timedOut ? `no answer in ${pushTimeoutMs / 1000} s` : reason };
}
/** "[remote failure]" and an empty reason mean that the server's report never came. */
function isVerdict(line) {
    return !line.includes("[remote failure]");
}
function inBrackets(line) {
    return line.slice(line.lastIndexOf("\t") + 1);
}
/** A host explains a refusal on `remote:` lines, not in the report. */
function saidBy(stderr, reason) {
    const remote = stderr.split("\n").filter((line) => line.startsWith("remote:") && line.trim() !== "remote:");
    return [reason, ...remote.slice(0, 5)].join("; ");
}

;// CONCATENATED MODULE: ./build/packages/git/read.js

/** Everything that is answered from the clone alone. */
function reading(git) {
    return {
        async resolve(revision) {
            const result = await git.try(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
            return result.exitCode === 0 ? result.stdout.trim() : undefined;
        },
        treeOf: (revision) => git.text(`find ${revision}`, ["rev-parse", "--verify", "--end-of-options", `${revision}^{tree}`]),
        async isAncestor(ancestor, descendant) {
            const result = await git.try(["merge-base", "--is-ancestor", ancestor, descendant]);
            if (result.exitCode === 0 || result.exitCode === 1)
                return result.exitCode === 0;
            throw gitFault(`compare ${ancestor} with ${descendant}`, result.stderr);
        },
        readFile: async (revision, path) => (await readFiles(git, revision, [path])).get(path),
        readFiles: (revision, paths) => readFiles(git, revision, paths),
        async mergeBase(one, other) {
            const result = await git.try(["merge-base", one, other]);
            return result.exitCode === 0 ? result.stdout.trim() : undefined;
        },
        listFiles: (revision) => listed(git, revision, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", revision]),
        changedFiles: (from, to) => listed(git, `${from}..${to}`, ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", from, to, "--"]),
        tags: (prefix) => tags(git, prefix),
        log: (args) => git.stream(["log", ...args]),
        status: () => read_status(git),
    };
}
/** By `show-ref`: `for-each-ref` reads every object that a tag points to, which takes three times as long. */
async function tags(git, prefix) {
    const result = await git.try(["show-ref", "--tags", "--dereference"]);
    // It ends with 1 when there is none.
    if (result.exitCode !== 0 && result.exitCode !== 1)
        throw gitFault("list tags", result.stderr);
    const found = new Map();
    for (const line of result.stdout.split("\n")) {
        const name = line.slice(line.indexOf(" ") + 1 + "refs/tags/".length);
        // The commit of an annotated tag comes after its object, as `name^{}`, and wins.
        if (name !== "" && name.startsWith(prefix))
            found.set(name.replace(/\^\{\}$/, ""), line.slice(0, line.indexOf(" ")));
    }
    return [...found].map(([name, sha]) => ({ name, sha }));
}
async function readFiles(git, revision, paths) {
    const found = new Map();
    if (paths.length === 0)
        return found;
    const input = paths.map((path) => `${revision}:${path}\n`).join("");
    const answers = await git.bytes("read files", ["cat-file", "--batch"], { input });
    let offset = 0;
    for (const path of paths) {
        const end = answers.indexOf("\n", offset);
        const size = / (?<type>[a-z]+) (?<bytes>\d+)$/.exec(answers.toString("utf8", offset, end))?.groups;
        offset = end + 1;
        if (size === undefined)
            continue;
        const bytes = Number(size["bytes"]);
        if (size["type"] === "blob")
            found.set(path, answers.toString("utf8", offset, offset + bytes));
        offset += bytes + 1;
    }
    return found;
}
async function listed(git, what, args) {
    const listing = await git.text(`list the files of ${what}`, args);
    return listing.split("\0").filter((path) => path !== "");
}
async function read_status(git) {
    const [listing, shallow] = await Promise.all([
        git.text("read the state of the checkout", ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all"]),
        git.text("read the depth of the clone", ["rev-parse", "--is-shallow-repository"]),
    ]);
    const parts = listing.split("\0");
    const header = (name) => parts.find((part) => part.startsWith(`# ${name} `))?.slice(name.length + 3);
    const branch = header("branch.head");
    const head = header("branch.oid");
    return {
        ...(branch === undefined || branch === "(detached)" ? {} : { branch }),
        ...(head === undefined || head === "(initial)" ? {} : { head }),
        dirty: dirtyPaths(parts),
        shallow: shallow === "true",
    };
}
function dirtyPaths(parts) {
    const fieldsBeforePath = { "1": 8, "2": 9, u: 10, "?": 1 };
    const paths = [];
    for (let i = 0; i < parts.length; i += 1) {
        const part = parts[i] ?? "";
        const fields = fieldsBeforePath[part.slice(0, 1)];
        if (fields === undefined || part[1] !== " ")
            continue;
        paths.push(part.split(" ").slice(fields).join(" "));
        // A rename is followed by the old path, in a part of its own.
        if (part.startsWith("2 "))
            i += 1;
    }
    return paths;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/packages/git/trees.js




/** Files of a commit, through an index of our own: the clone's index and work tree are never touched. */
async function exportTree(git, gitDirectory, sha, directory) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const index = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `release-index-${(0,external_node_crypto_.randomUUID)()}`);
    const where = [`--git-dir=${gitDirectory}`, `--work-tree=${(0,external_node_path_.resolve)(directory)}`];
    const options = { cwd: directory, env: { GIT_INDEX_FILE: index } };
    try {
        await git.text(`read ${sha}`, [...where, "read-tree", sha], options);
        await git.text(`write the files of ${sha}`, [...where, "checkout-index", "--all", "--force"], options);
    }
    finally {
        await (0,promises_.rm)(index, { force: true });
    }
}
async function ensureWorktree(git, sha, directory) {
    const isThere = await (0,promises_.stat)((0,external_node_path_.join)(directory, ".git")).then(() => true, () => false);
    if (isThere && (await resetWorktree(git, sha, directory)))
        return;
    await removeWorktree(git, directory);
    await git.text(`make a work tree of ${sha}`, ["worktree", "add", "--detach", "--force", (0,external_node_path_.resolve)(directory), sha]);
}
async function resetWorktree(git, sha, directory) {
    const checkout = await git.try(["checkout", "--quiet", "--detach", "--force", sha], { cwd: directory });
    if (checkout.exitCode !== 0)
        return false;
    const clean = await git.try(["clean", "-ffdxq"], { cwd: directory });
    return clean.exitCode === 0;
}
async function removeWorktree(git, directory) {
    await git.try(["worktree", "remove", "--force", "--force", (0,external_node_path_.resolve)(directory)]);
    await (0,promises_.rm)(directory, { recursive: true, force: true });
    await git.try(["worktree", "prune"]);
}

;// CONCATENATED MODULE: ./build/packages/git/open.js










const fetchTimeoutMs = 600_000;
/** Opens the clone in a directory. Throws a fault when it is none, has no such remote, or git is missing. */
async function openGit(options) {
    const remote = options.remote ?? "origin";
    const found = {};
    const command = createCommand({ ...options, remoteUrl: () => found.url });
    const [place, url] = await Promise.all([findClone(command), findRemote(command, remote)]);
    found.url = url;
    const objects = createObjectWriter(place.objects, place.algorithm, options.author);
    const fetch = options.fetch ?? globalThis.fetch;
    const lookAt = (prefixes) => look({ git: command, remote, url, fetch, authorization: options.authorization?.(), algorithm: place.algorithm }, prefixes);
    return {
        directory: options.directory,
        remote: withoutSecrets(url),
        ...reading(command),
        fetch: (refspecs, fetchOptions) => fetchObjects(command, remote, refspecs, fetchOptions),
        async remoteRefs(patterns) {
            const { refs } = await lookAt(patterns.map((pattern) => pattern.replace(/[*?[].*$/, "")));
            const wanted = patterns.map(globExpression);
            return new Map([...refs].filter(([ref]) => wanted.some((expression) => expression.test(ref))));
        },
        look: lookAt,
        push: (updates) => push(command, remote, updates),
        commitFiles: (commit) => commit.whole === true ? commitWhole(objects, commit) : commitChanges(command, options.author, commit),
        tagObject: (tag) => objects.tag(tag),
        revert: (wanted) => revert(command, objects, wanted),
        merge: (wanted) => merge(command, objects, wanted),
        exportTree: (sha, directory) => exportTree(command, place.gitDirectory, sha, directory),
        ensureWorktree: (sha, directory) => ensureWorktree(command, sha, directory),
        removeWorktree: (directory) => removeWorktree(command, directory),
    };
}
async function findClone(command) {
    const listing = await command.text("open the clone", [
        "rev-parse",
        "--path-format=absolute",
        "--git-dir",
        "--git-path",
        "objects",
        "--show-object-format",
    ]);
    const [gitDirectory = "", objects = "", format] = listing.split("\n");
    return { gitDirectory, objects, algorithm: format === "sha256" ? "sha256" : "sha1" };
}
async function findRemote(command, remote) {
    if (/[/:\\]/.test(remote))
        return remote;
    const result = await command.try(["remote", "get-url", "--push", remote]);
    if (result.exitCode === 0)
        return result.stdout.trim();
    if (/not a git repository/i.test(result.stderr))
        throw gitFault("open the clone", result.stderr);
    throw new faults/* ReleaseFault */.eB("config", `This clone has no remote "${remote}"`, {
        hint: `List the remotes with \`git remote -v\`, or add it: git remote add ${remote} https://github.com/owner/name.git`,
    });
}
async function fetchObjects(command, remote, refspecs, options = {}) {
    const depth = options.depth === undefined ? [] : [`--depth=${options.depth}`];
    const known = (options.known ?? []).map((sha) => `--negotiation-tip=${sha}`);
    const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", ...depth, ...known];
    await command.text("fetch from the remote", [...args, remote, ...refspecs], { timeoutMs: fetchTimeoutMs });
}
/** A glob of a whole ref name; `*` does not stop at a slash, like `git ls-remote`. */
function globExpression(glob) {
    const source = glob
        .replaceAll(/[.+^${}()|\\]/g, String.raw `\$&`)
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${source}$`);
}

;// CONCATENATED MODULE: ./build/packages/git/index.js



/***/ }),

/***/ 12826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* reexport */ createFetch),
  _: () => (/* reexport */ idempotentHeader),
  realClock: () => (/* reexport */ realClock)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/http/attempt.js

/**
 * Sends once and reads the whole answer, so that a truncated one counts as lost.
 * The time-out is real time on purpose: it guards real sockets. An abort of the caller is thrown as it is.
 */
async function attemptOnce(request, sender) {
    const timeout = AbortSignal.timeout(sender.timeoutMs);
    try {
        const response = await sender.fetch(request.url, {
            method: request.method,
            headers: request.headers,
            redirect: "manual",
            signal: AbortSignal.any([request.signal, timeout]),
            ...(request.body === undefined ? {} : { body: request.body }),
        });
        const body = await readAtMost(response, sender.maxResponseBytes, request);
        return { state: "answered", response: rebuilt(response, body, request.url) };
    }
    catch (thrown) {
        request.signal.throwIfAborted();
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        const reason = timeout.aborted ? `no answer within ${sender.timeoutMs / 1000} s` : reasonOf(thrown);
        return { state: "lost", cause: thrown, sent: !neverSent(thrown), reason };
    }
}
async function readAtMost(response, maxBytes, request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > maxBytes)
            throw tooLarge(request, maxBytes);
        chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
}
function tooLarge({ method, url }, maxBytes) {
    return new faults/* ReleaseFault */.eB("remote", `The answer of ${url.host} to ${method} is larger than ${maxBytes} bytes`, {
        hint: `Check that the configured address of ${url.host} is the API and not a download, e.g. https://api.github.com.`,
    });
}
/** The answer with its body in memory; `content-…` of the transfer no longer applies to it. */
function rebuilt(response, body, url) {
    const headers = new Headers(response.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding"])
        headers.delete(name);
    const { status, statusText } = response;
    const bodiless = status === 204 || status === 205 || status === 304;
    const whole = new Response(bodiless ? null : body, { status, statusText, headers });
    Object.defineProperty(whole, "url", { value: url.href });
    return whole;
}
const connectCodes = new Set([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
]);
function neverSent(thrown) {
    const code = codeOf(thrown);
    return code !== undefined && connectCodes.has(code);
}
function reasonOf(thrown) {
    return codeOf(thrown) ?? (isObject(thrown) && "message" in thrown ? String(thrown.message) : "unknown error");
}
function codeOf(thrown) {
    if (!isObject(thrown))
        return undefined;
    if ("code" in thrown && typeof thrown.code === "string")
        return thrown.code;
    // Happy eyeballs: one error an address; they share the code that matters.
    if ("errors" in thrown && Array.isArray(thrown.errors))
        return codeOf(thrown.errors[0]);
    return "cause" in thrown ? codeOf(thrown.cause) : undefined;
}
/** `instanceof Error` would miss errors of another realm, such as those of a `fetch` handed in from outside. */
function isObject(thrown) {
    return typeof thrown === "object" && thrown !== null;
}

;// CONCATENATED MODULE: ./build/packages/http/breaker.js

function createBreaker({ failures, openMs }, clock) {
    const circuits = new Map();
    return {
        admit(host) {
            const circuit = circuits.get(host);
            if (circuit === undefined || circuit.failuresInRow < failures)
                return;
            if (clock.now() < circuit.openUntilMs)
                throw openFault(host, circuit);
            // Half open: whoever comes next while this one asks is still turned away.
            circuit.openUntilMs = clock.now() + openMs;
        },
        report(host, outcome) {
            if (outcome === "answered") {
                circuits.delete(host);
                return;
            }
            const failuresInRow = (circuits.get(host)?.failuresInRow ?? 0) + 1;
            circuits.set(host, { failuresInRow, openUntilMs: clock.now() + openMs });
        },
    };
}
function openFault(host, { failuresInRow, openUntilMs }) {
    const until = new Date(openUntilMs).toISOString();
    return new faults/* ReleaseFault */.eB("remote", `${host} has failed ${failuresInRow} times in a row and is left alone until ${until}`, {
        hint: `Look at the status page of ${host}; then run the command again after ${until}.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/http/redirect.js

const maxHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/**
 * The request that a redirect asks for, or `undefined` when the answer is final. Another host is refused: it would be
 * given the token. A write is repeated only where it was not carried out (301, 307, 308), as GitHub does for renamed repositories.
 */
function redirected(request, response, hops) {
    const location = response.headers.get("location");
    if (!redirects.has(response.status) || location === null)
        return undefined;
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && (response.status === 302 || response.status === 303))
        return undefined;
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined || !isSamePlace(request.url, url) || hops >= maxHops)
        throw refused(request, url);
    return { ...request, url };
}
function isSamePlace(from, to) {
    return (from.origin === to.origin ||
        (from.hostname === to.hostname && from.protocol === "http:" && to.protocol === "https:"));
}
function refused({ method, url }, to) {
    const where = to === undefined ? "nowhere" : to.host === url.host ? "itself" : to.host;
    return new faults/* ReleaseFault */.eB("remote", `${url.host} sends ${method} on to ${where}, which is not followed`, {
        hint: `If ${where} is the right host, configure its address instead of ${url.origin}.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/http/waiting.js
/**
 * How long the host asks us to wait before the same request may be sent again, in ms; `undefined` when it does not ask.
 * Reset times are compared with the answer's own `Date`, so a wrong local clock does no harm.
 */
function requestedWaitMs(response, nowMs) {
    const date = Date.parse(response.headers.get("date") ?? "");
    const hostNowMs = Number.isNaN(date) ? nowMs : date;
    const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), hostNowMs);
    if (retryAfterMs !== undefined)
        return retryAfterMs;
    if (!isRateLimited(response))
        return undefined;
    const resetSeconds = Number(response.headers.get("x-ratelimit-reset") ?? "");
    // GitHub's own rule for a limit without a time: wait at least a minute.
    if (!Number.isFinite(resetSeconds) || resetSeconds <= 0)
        return 60_000;
    return Math.max(0, resetSeconds * 1000 - hostNowMs) + 1000;
}
/** A refusal because of too many requests: it was not carried out, so even a POST may be sent again. */
function isRateLimited({ status, headers }) {
    if (status === 429)
        return true;
    return status === 403 && (headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after"));
}
function parseRetryAfter(header, hostNowMs) {
    if (header === null || header.trim() === "")
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - hostNowMs);
}

;// CONCATENATED MODULE: ./build/packages/http/client.js





/** A header by which a caller vouches that the request may be sent twice (a GraphQL query, a PATCH to fixed values). It is not sent. */
const idempotentHeader = "x-release-command-idempotent";
const idempotentMethods = new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);
/**
 * A `fetch` for everything: time-outs, retries, rate limits, a circuit breaker per host, no way to another host.
 * A POST that may have arrived is never sent again: the caller looks first. Answers are whole or an error;
 * a host that cannot be reached is a `remote` fault, while an HTTP status (5xx after the retries too) is an answer.
 */
function createFetch(options) {
    const client = {
        sender: {
            fetch: options.fetch ?? globalThis.fetch,
            timeoutMs: options.timeoutMs ?? 30_000,
            maxResponseBytes: options.maxResponseBytes ?? 32 * 1024 * 1024,
        },
        clock: options.clock,
        delaysMs: options.retryDelaysMs ?? [5_000, 15_000, 45_000],
        maxWaitMs: options.maxWaitMs ?? 120_000,
        breaker: createBreaker(options.breaker ?? { failures: 5, openMs: 300_000 }, options.clock),
        allowHosts: options.allowHosts ?? (() => true),
        onCall: options.onCall ?? (() => { }),
    };
    return async (input, init) => {
        const request = new Request(input, init);
        const follow = request.redirect === "follow";
        let sendable = await sendableOf(request);
        const idempotent = idempotentMethods.has(request.method) || request.headers.has(idempotentHeader);
        for (let hops = 0;; hops += 1) {
            const response = await send(sendable, idempotent, client);
            const next = follow ? redirected(sendable, response, hops) : undefined;
            if (next === undefined)
                return response;
            sendable = next;
        }
    };
}
async function sendableOf(request) {
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const headers = new Headers(request.headers);
    headers.delete(idempotentHeader);
    return { method: request.method, url: new URL(request.url), headers, body, signal: request.signal };
}
async function send(request, idempotent, client) {
    const { host } = request.url;
    if (!client.allowHosts(request.url))
        throw forbidden(request);
    client.breaker.admit(host);
    for (let attempt = 1;; attempt += 1) {
        const result = await observed(request, attempt, client);
        const delayMs = pauseBefore(attempt, result, request, idempotent, client);
        if (delayMs === undefined)
            return settle(result, request, client);
        await client.clock.sleep(delayMs, request.signal);
    }
}
async function observed(request, attempt, client) {
    const { method, signal } = request;
    signal.throwIfAborted();
    const startedMs = client.clock.now();
    const result = await attemptOnce(request, client.sender);
    client.onCall({
        method,
        host: request.url.host,
        durationMs: client.clock.now() - startedMs,
        attempt,
        ...(result.state === "answered" ? { status: result.response.status } : {}),
    });
    return result;
}
/** How long to wait before the next try; `undefined` when this result stands. */
function pauseBefore(attempt, result, request, idempotent, client) {
    const delayMs = client.delaysMs[attempt - 1];
    if (result.state === "lost")
        return idempotent || !result.sent ? delayMs : undefined;
    const { response } = result;
    const limited = isRateLimited(response);
    if (!limited && (response.status < 500 || !idempotent))
        return undefined;
    const askedMs = requestedWaitMs(response, client.clock.now());
    if (limited && (delayMs === undefined || (askedMs ?? 0) > client.maxWaitMs))
        throw limitFault(request, askedMs);
    if (delayMs === undefined || (askedMs ?? 0) > client.maxWaitMs)
        return undefined;
    return limited ? (askedMs ?? delayMs) : Math.max(askedMs ?? 0, delayMs);
}
function settle(result, request, client) {
    const { host } = request.url;
    const failed = result.state === "lost" || result.response.status >= 500;
    client.breaker.report(host, failed ? "failed" : "answered");
    if (result.state === "answered")
        return result.response;
    throw new faults/* ReleaseFault */.eB("remote", `Cannot reach ${host} (${request.method}): ${result.reason}`, {
        hint: `Check the network and the address, e.g. \`curl -I ${request.url.origin}\`; then run the command again: it continues.`,
        cause: result.cause,
    });
}
function limitFault({ method, url }, askedMs) {
    const seconds = Math.ceil((askedMs ?? 60_000) / 1000);
    return new faults/* ReleaseFault */.eB("remote", `${url.host} refused ${method}: too many requests; it asks to wait ${seconds} s`, {
        hint: `Run the command again in ${Math.ceil(seconds / 60)} min, or use a token with a larger limit: \`release resume\` continues.`,
    });
}
function forbidden({ url }) {
    return new faults/* ReleaseFault */.eB("policy", `Requests to ${url.host} are not allowed here`, {
        hint: `Use an address on a host that the configuration allows instead of ${url.origin}.`,
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/packages/http/clock.js

/** The machine's own time. */
const realClock = {
    now: () => Date.now(),
    async sleep(ms, signal) {
        try {
            await (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (thrown) {
            signal?.throwIfAborted();
            throw thrown;
        }
    },
};

;// CONCATENATED MODULE: ./build/packages/http/index.js





/***/ }),

/***/ 91069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dq: () => (/* reexport */ askFor),
  Hx: () => (/* reexport */ auditLogPath),
  Z_: () => (/* reexport */ authorise),
  deployToProduction: () => (/* reexport */ deployToProduction),
  deployToStaging: () => (/* reexport */ deployToStaging),
  zo: () => (/* reexport */ digestOfOutlook),
  bD: () => (/* reexport */ drivenNow),
  openWorkplace: () => (/* reexport */ openWorkplace),
  openedByRun: () => (/* reexport */ openedByRun),
  XK: () => (/* reexport */ planFileText),
  F3: () => (/* reexport */ planRelease),
  M$: () => (/* reexport */ planRetry),
  readOrThrow: () => (/* reexport */ readOrThrow),
  reportJob: () => (/* reexport */ reportJob),
  tf: () => (/* reexport */ resumeRelease),
  gK: () => (/* reexport */ retryRelease),
  reviewJob: () => (/* reexport */ reviewJob),
  sW: () => (/* reexport */ rollBackRelease),
  rollbackManual: () => (/* reexport */ rollbackManual),
  rollbackNet: () => (/* reexport */ rollbackNet),
  rollbackStaging: () => (/* reexport */ rollbackStaging),
  runLeg: () => (/* reexport */ runLeg),
  smokeNow: () => (/* reexport */ smokeNow),
  startOf: () => (/* reexport */ startOf),
  I$: () => (/* reexport */ commands_startRelease),
  Ec: () => (/* reexport */ today),
  validateJob: () => (/* reexport */ validateJob),
  wakeByEvent: () => (/* reexport */ wakeByEvent),
  watchJob: () => (/* reexport */ watchJob)
});

// UNUSED EXPORTS: EvidenceRefusedError, digestOf, evidenceText

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 8 modules
var machine = __webpack_require__(86952);
;// CONCATENATED MODULE: ./build/packages/config/branches.js
/** Where a release starts and where it is merged. A stale `develop` never becomes the source. */
function detectBranches(facts) {
    const detected = detect(facts);
    const { source, target } = facts.configured;
    if (source === undefined && target === undefined)
        return detected;
    return {
        source: source ?? detected.source,
        target: target ?? detected.target,
        workflow: "configured",
        reason: "branches is set in the configuration",
    };
}
function detect({ branches, defaultBranch, develop }) {
    const trunk = { source: defaultBranch, target: defaultBranch, workflow: "trunk" };
    if (develop === undefined || !branches.includes("develop"))
        return { ...trunk, reason: "there is no branch develop" };
    if (!develop.containsLastRelease)
        return { ...trunk, reason: "develop does not contain the last release" };
    if (develop.commitsAfter === 0)
        return { ...trunk, reason: "develop has no commits after the last release" };
    const target = defaultBranch === "develop" ? ["main", "master"].find((name) => branches.includes(name)) : defaultBranch;
    if (target === undefined)
        return { ...trunk, reason: "develop is the default branch and there is no main beside it" };
    return {
        source: "develop",
        target,
        workflow: "git-flow",
        reason: `develop contains the last release and ${develop.commitsAfter} commits after it`,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./build/packages/config/roles.js

/** Anybody on GitHub has these in a public repository. */
const anybody = new Set(["none", "read"]);
/** A role of the repository (also a custom one), `@org/team` or `@login`. */
const holder = schemas/* string */.YjP()
    .regex(/^(@[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9._-]+)?|[A-Za-z0-9][A-Za-z0-9 ._-]*)$/, 'must be a role of the repository like "maintain", a team like "@acme/on-call" or a person like "@sarah"')
    .refine((name) => !anybody.has(name.toLowerCase()), "is a role that anybody has");
const holders = (...names) => schemas/* array */.YOg(holder).default([...names]);
/** Who holds the roles of releases (decision 36). A list names every role of the repository that counts: none follows from another. */
const rolesSchema = schemas/* strictObject */.rej({
    releaseManager: holders("admin", "maintain"),
    /** Beside the release managers, who may roll back anyway. */
    onCall: holders(),
    technicalLead: holders("admin", "maintain"),
    qa: holders("admin", "maintain", "write"),
    developer: holders("admin", "maintain", "write"),
    emergencyApprover: holders("admin"),
});

;// CONCATENATED MODULE: ./build/packages/config/schema.js


const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** `500ms`, `30s`, `5m`, `2h`, `30d` → ms. */
const duration = schemas/* string */.YjP({ error: 'must be a duration in quotes or with its unit, like "30s", "5m" or "1h"' })
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "30s", "5m" or "1h"')
    .transform((text) => {
    const unit = ["ms", "s", "m", "h", "d"].find((name) => text.endsWith(name) && /\d$/.test(text.slice(0, -name.length)));
    return Number.parseFloat(text) * units[unit ?? "ms"];
})
    // 2^31 ms is where timers wrap round and fire at once; a year is more than any wait of a release.
    .refine((ms) => ms <= 365 * units.d, "must be at most 365d");
const percent = schemas/* number */.aig().min(0).max(100);
const ratio = schemas/* number */.aig().min(0).max(1);
/** A command line; run by the shell of the machine, with nothing of ours put into its text. */
const command = schemas/* string */.YjP().min(1);
const environmentVariables = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const testGate = (minimumCoverage) => schemas/* strictObject */.rej({
    command,
    /** JUnit XML that the command writes. */
    report: schemas/* string */.YjP(),
    /** lcov that the command writes. */
    coverage: schemas/* string */.YjP(),
    minimumCoverage: percent.default(minimumCoverage),
    timeout: duration.default(10 * units.m),
});
const gates = schemas/* strictObject */.rej({
    /** Run once in the clean checkout before the gates (`npm ci`). */
    setup: command.optional(),
    /** Side by side, each gate in a checkout of its own; all of them finish, the first failure in their order counts. */
    parallel: schemas/* boolean */.zMY().default(false),
    /** SARIF 2.1 that the command writes; findings of CVSS ≥ `blockAt` fail the gate. */
    security: schemas/* strictObject */.rej({
        command,
        report: schemas/* string */.YjP(),
        blockAt: schemas/* number */.aig().min(0).max(10).default(7),
        timeout: duration.default(5 * units.m),
    })
        .optional(),
    unit: testGate(80).optional(),
    integration: testGate(70).optional(),
    /** Playwright JSON report that the command writes. `BASE_URL` names the development environment. */
    e2e: schemas/* strictObject */.rej({ command, report: schemas/* string */.YjP(), timeout: duration.default(10 * units.m) }).optional(),
});
const httpStep = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    method: schemas/* enum */.k5n(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
    path: schemas/* string */.YjP(),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    /** Sent as JSON. `{{name}}` is replaced by what an earlier step captured. */
    json: schemas/* json */.Pq9().optional(),
    status: schemas/* union */.KCZ([schemas/* number */.aig().int(), schemas/* literal */.euz("2xx")]).default("2xx"),
    /** Text that the answer must contain. */
    contains: schemas/* string */.YjP().optional(),
    /** name → dotted path into the JSON answer. */
    capture: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
});
const none = schemas/* strictObject */.rej({ none: schemas/* string */.YjP().min(1) });
const smoke = schemas/* strictObject */.rej({
    api: schemas/* union */.KCZ([none, schemas/* array */.YOg(httpStep).min(1)]),
    /** Read and write inside a marked sandbox row, through the environment variable that holds the connection URL. */
    database: schemas/* union */.KCZ([none, schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), urlFrom: schemas/* string */.YjP() })).min(1)]),
    external: schemas/* union */.KCZ([
        none,
        schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), url: schemas/* string */.YjP(), fallback: schemas/* string */.YjP().optional() })).min(1),
    ]),
    /** Login, a call that needs it, logout: in this order. */
    auth: schemas/* union */.KCZ([none, schemas/* array */.YOg(httpStep).min(1)]),
    /** Critical user paths: each a list of steps. */
    paths: schemas/* union */.KCZ([none, schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), steps: schemas/* array */.YOg(httpStep).min(1) })).min(1)]),
    timeout: duration.default(10 * units.s),
    retryDelay: duration.default(30 * units.s),
});
const bounds = {
    /** How long health metrics are watched after the smoke tests. */
    watch: duration,
    maxErrorRatio: ratio.default(0.01),
    maxP95: duration.default(500),
    healthEvery: duration.default(30 * units.s),
};
const environment = schemas/* strictObject */.rej({
    target: schemas/* string */.YjP().default("local"),
    /** Settings of the target, in its own words (docs/targets.md). */
    settings: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
    monitor: schemas/* string */.YjP().default("proxy"),
    monitorSettings: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
    /** Environment variables for the smoke tests (connection URLs, accounts). */
    env: environmentVariables.default({}),
});
const changelog = schemas/* strictObject */.rej({
    /** Sections in their order, in the words of conventional-changelog's presets; default: those of `conventionalcommits`. */
    types: schemas/* array */.YOg(schemas/* strictObject */.rej({
        type: schemas/* string */.YjP().regex(/^[a-z][a-z0-9_-]*$/, 'must be a commit type in lower case, like "feat"'),
        scope: schemas/* string */.YjP().optional(),
        section: schemas/* string */.YjP().min(1),
        hidden: schemas/* boolean */.zMY().optional(),
    }))
        .min(1)
        .optional(),
    /** What of a squashed pull request is told: its title with what outranks it, or each of its commits. */
    squash: schemas/* enum */.k5n(["title", "commits"]).default("title"),
    /** Whether the release waits for people to read and edit the changelog before anything is tested. */
    review: schemas/* boolean */.zMY().default(false),
    /** Whether commits without a type are listed, under a heading of their own. */
    listUnconventional: schemas/* boolean */.zMY().default(true),
    tickets: schemas/* strictObject */.rej({
        /** Address of a ticket, with `{id}` in it. */
        url: schemas/* string */.YjP()
            .regex(/^https?:\/\/\S*\{id\}\S*$/, 'must be a web address with {id} in it, like "https://acme.atlassian.net/browse/{id}"'),
        /** Keys before the dash that make a ticket; default: any that looks like one. */
        keys: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Z][A-Z0-9]{1,9}$/, 'must be a key like "SHOP"'))
            .min(1)
            .optional(),
    })
        .optional(),
});
/** The configuration file: every number of the requirements is a default here and nowhere else. */
const schema_configSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    branches: schemas/* strictObject */.rej({ source: schemas/* string */.YjP().optional(), target: schemas/* string */.YjP().optional() }).prefault({}),
    versions: schemas/* strictObject */.rej({
        /** The word of pre-releases, like `rc` for X.Y.Z-rc.N; `false`: there are none (decision 4). */
        prerelease: schemas/* union */.KCZ([
            schemas/* literal */.euz(false),
            schemas/* string */.YjP()
                .regex(/^(?!rollback)[a-z][a-z0-9]*$/, 'must be false or a word in lower case, like "rc"; not "rollback"'),
        ])
            .default(false),
    })
        .prefault({}),
    versionFiles: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    changelog: changelog.prefault({}),
    gates: gates.prefault({}),
    smoke: smoke.optional(),
    review: schemas/* strictObject */.rej({
        approvals: schemas/* number */.aig().int().min(0).default(1),
        /** Whether one code owner of any changed path has to approve, or an owner of each. */
        owners: schemas/* enum */.k5n(["any", "all"]).default("any"),
        reviewers: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        /** How long a run waits for the approval before it suspends. */
        wait: duration.default(2 * units.m),
        pollEvery: duration.default(10 * units.s),
        expires: duration.default(30 * units.d),
    })
        .prefault({}),
    roles: rolesSchema.prefault({}),
    environments: schemas/* strictObject */.rej({
        development: schemas/* strictObject */.rej({
            /** Starts the application of the checkout; `PORT` is set. Stopped afterwards. */
            command,
            health: schemas/* string */.YjP().default("/health"),
            env: environmentVariables.default({}),
            timeout: duration.default(units.m),
        })
            .optional(),
        staging: environment
            .extend({
            ...bounds,
            watch: bounds.watch.default(5 * units.m),
            strategy: schemas/* enum */.k5n(["blue-green", "rolling"]).default("blue-green"),
        })
            .prefault({}),
        production: environment
            .extend({
            ...bounds,
            watch: bounds.watch.default(15 * units.m),
            strategy: schemas/* enum */.k5n(["blue-green", "canary", "rolling"]).default("canary"),
            steps: schemas/* array */.YOg(percent).default([5, 25, 50, 100]),
            stepTime: duration.default(units.m),
            /** Error ratio of the new version that rolls back once it is proved (decision 12). */
            rollbackErrorRatio: ratio.default(0.05),
            deploymentTimeout: duration.default(30 * units.m),
            /** Whether reviewers of the approval environment let a release in, where jobs of the code host deploy it. */
            approval: schemas/* enum */.k5n(["required", "none"]).default("required"),
        })
            .prefault({}),
    })
        .prefault({}),
    hotfix: schemas/* strictObject */.rej({
        gates: schemas/* array */.YOg(schemas/* enum */.k5n(["security", "unit", "integration", "smoke", "e2e"]))
            .default(["security", "unit", "smoke", "e2e"]),
        steps: schemas/* array */.YOg(percent).default([5, 25, 100]),
        /** Severities of incidents whose hotfix goes to production without asking people (decision 19). */
        autoApproval: schemas/* array */.YOg(schemas/* enum */.k5n(["P0", "P1"])).default([]),
    })
        .prefault({}),
    rollback: schemas/* strictObject */.rej({
        watch: duration.default(5 * units.m),
        revert: schemas/* enum */.k5n(["commit", "pull-request"]).default("commit"),
    })
        .prefault({}),
    analysis: schemas/* strictObject */.rej({
        /** Chance that the judge rolls a good release back. */
        alpha: schemas/* number */.aig().gt(0).max(0.05).default(0.0025),
        /** Whether slowness alone rolls back, or only beside a sign of errors (decision 12). */
        latency: schemas/* enum */.k5n(["with-errors", "alone"]).default("with-errors"),
    })
        .prefault({}),
    onFailure: schemas/* strictObject */.rej({ deleteBranch: schemas/* boolean */.zMY().default(false) }).prefault({}),
    journal: schemas/* strictObject */.rej({
        store: schemas/* enum */.k5n(["git", "directory"]).default("git"),
        /** Where the directory store keeps its files. */
        directory: schemas/* string */.YjP().default(".release-command/journal"),
        branch: schemas/* string */.YjP().default("release-journal"),
        /** How long a silent driver is trusted to be alive, how often it speaks, and how long an effect of a dead one may still be under way. */
        lease: schemas/* strictObject */.rej({
            ttl: duration.default(90 * units.s),
            renew: duration.default(30 * units.s),
            effect: duration.default(60 * units.s),
        })
            .prefault({}),
    })
        .prefault({}),
});

;// CONCATENATED MODULE: ./build/packages/config/json-schema.js


/** The JSON Schema of the file as people write it (defaults optional, durations as text): for editors and the docs. */
function configJsonSchema() {
    return {
        ...z.toJSONSchema(configSchema, { io: "input" }),
        title: "Release Command",
        description: "Configuration of Release Command: .github/release-command.yml",
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(98799);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/packages/config/words.js

const kinds = {
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
    record: "a mapping",
};
/** What is wrong with a value, in our words; `undefined` leaves it to the schema's own. */
function describeIssue(issue) {
    if (issue.input === undefined && issue.code !== "custom")
        return "is missing";
    switch (issue.code) {
        case "invalid_type":
            return `must be ${kinds[String(issue["expected"])] ?? String(issue["expected"])}, got ${shown(issue.input)}`;
        case "invalid_value": {
            const allowed = Array.isArray(issue["values"]) ? issue["values"].map(String) : [];
            return `must be one of ${allowed.join(", ")}, got ${shown(issue.input)}${didYouMean(String(issue.input), allowed)}`;
        }
        case "too_small":
            return atBound(issue, "minimum", issue["inclusive"] === false ? "above" : "at least");
        case "too_big":
            return atBound(issue, "maximum", issue["inclusive"] === false ? "below" : "at most");
        default:
            return undefined;
    }
}
function atBound(issue, bound, words) {
    const limit = String(issue[bound]);
    if (issue["origin"] === "string")
        return "must not be empty";
    if (issue["origin"] === "array")
        return `must have ${words} ${limit} entries`;
    return `must be ${words} ${limit}, got ${shown(issue.input)}`;
}
/** A value for a message: short, on one line. */
function shown(value) {
    if (value === null)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "object")
        return "a mapping";
    const text = JSON.stringify(value) ?? typeof value;
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
/** ` (did you mean "canary"?)` when one of the known words is near, else nothing. */
function didYouMean(word, known) {
    const near = (0,faults/* nearestWord */.zZ)(word, known);
    return near === undefined ? "" : ` (did you mean "${near}"?)`;
}

;// CONCATENATED MODULE: ./build/packages/config/agreement.js

/** What no single setting can get wrong: names of adapters, and settings that contradict each other. */
function checkAgreement(config, known) {
    const { staging, production } = config.environments;
    return [
        ...["staging", "production"].flatMap((name) => [
            ...checkName(["environments", name, "target"], config.environments[name].target, known.targets),
            ...checkName(["environments", name, "monitor"], config.environments[name].monitor, known.monitors),
            ...checkWatch(["environments", name], config.environments[name]),
        ]),
        ...checkSteps(["environments", "production", "steps"], production.steps),
        ...checkSteps(["hotfix", "steps"], config.hotfix.steps),
        ...when(production.rollbackErrorRatio < production.maxErrorRatio, {
            path: ["environments", "production", "rollbackErrorRatio"],
            message: `must be at least maxErrorRatio (${production.maxErrorRatio}), got ${production.rollbackErrorRatio}`,
        }),
        ...when(production.stepTime * production.steps.length > production.deploymentTimeout, {
            path: ["environments", "production", "deploymentTimeout"],
            message: "is shorter than the steps need: stepTime times the number of steps",
        }),
        ...checkSandbox(config, { staging: staging.env, development: config.environments.development?.env ?? {} }),
        ...checkEvidence(config),
        ...checkJournal(config),
    ];
}
function when(wrong, problem) {
    return wrong ? [problem] : [];
}
function checkName(path, name, known) {
    return when(!known.includes(name), {
        path,
        message: `must be one of ${known.join(", ")}, got "${name}"${didYouMean(name, known)}`,
    });
}
function checkWatch(path, bounds) {
    return when(bounds.healthEvery <= 0 || (bounds.watch > 0 && bounds.healthEvery > bounds.watch), {
        path: [...path, "healthEvery"],
        message: "must be longer than 0 and not longer than watch: else health is never looked at",
    });
}
function checkSteps(path, steps) {
    const ascending = steps.every((step, index) => step > (steps[index - 1] ?? 0));
    return when(!ascending || steps.at(-1) !== 100, {
        path,
        message: `must ascend from above 0 and end in 100, like [5, 25, 50, 100]; got [${steps.join(", ")}]`,
    });
}
/** Decision 50: smoke tests before production never write where production lives. */
function checkSandbox(config, before) {
    const databases = config.smoke === undefined || "none" in config.smoke.database ? [] : config.smoke.database;
    const names = [...new Set(databases.map(({ urlFrom }) => urlFrom))];
    return Object.entries(before).flatMap(([environment, env]) => names
        .filter((name) => env[name] !== undefined && env[name] === config.environments.production.env[name])
        .map((name) => ({
        path: ["environments", environment, "env", name],
        message: "is the database of production: the smoke tests would write there",
    })));
}
/** Two gates that share a file would read each other's evidence. */
function checkEvidence({ gates }) {
    const files = [
        { path: ["gates", "security", "report"], file: gates.security?.report },
        { path: ["gates", "unit", "report"], file: gates.unit?.report },
        { path: ["gates", "unit", "coverage"], file: gates.unit?.coverage },
        { path: ["gates", "integration", "report"], file: gates.integration?.report },
        { path: ["gates", "integration", "coverage"], file: gates.integration?.coverage },
        { path: ["gates", "e2e", "report"], file: gates.e2e?.report },
    ].filter(({ file }) => file !== undefined);
    return files.flatMap(({ path, file }, index) => {
        const first = files.slice(0, index).find((other) => other.file === file);
        return when(first !== undefined, {
            path,
            message: `is the file of ${first?.path.join(".") ?? ""} too: each gate needs its own evidence`,
        });
    });
}
function checkJournal({ journal, branches }) {
    const taken = [branches.source, branches.target].includes(journal.branch);
    const { renew, ttl } = journal.lease;
    return [
        ...when(taken, { path: ["journal", "branch"], message: "must be a branch that nothing else uses" }),
        // A driver whose lease is older than half its time begins no effect.
        ...when(renew <= 0 || renew > ttl / 2, {
            path: ["journal", "lease", "renew"],
            message: "must be longer than 0 and at most half of ttl: else the driver stops trusting its own lease",
        }),
    ];
}

;// CONCATENATED MODULE: ./build/packages/config/issues.js



/** Every issue as a problem of its own: one for each unknown key, and of a choice only the alternative that was meant. */
function flattenIssues(issues, above = []) {
    return issues.flatMap((issue) => {
        const path = [...above, ...issue.path];
        if (issue.code === "unrecognized_keys")
            return issue.keys.map((key) => unknownKey(path, key));
        if (issue.code === "invalid_union")
            return fromUnion(issue.errors, path, issue.message);
        return [{ path, message: issue.message }];
    });
}
function fromUnion(alternatives, path, message) {
    const meant = alternatives
        .filter((issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type"))
        .toSorted((a, b) => a.length - b.length);
    const [first] = meant;
    if (first !== undefined)
        return flattenIssues(first, path);
    const said = [...new Set(alternatives.flat().map((issue) => issue.message))];
    return [{ path, message: said.join("; or ") || message }];
}
function unknownKey(path, key) {
    const known = knownKeys(path);
    const menu = known.length === 0 ? "" : `; known here: ${known.join(", ")}`;
    return { path: [...path, key], key: true, message: `is unknown${didYouMean(key, known) || menu}` };
}
/** The keys that the schema knows at a path; of a choice, those of all alternatives. */
function knownKeys(path) {
    let schemas = [schema_configSchema];
    for (const part of path)
        schemas = schemas.flatMap(unwrap).flatMap((schema) => child(schema, part));
    return [...new Set(schemas.flatMap(unwrap).flatMap((schema) => shapeOf(schema)))];
}
function shapeOf(schema) {
    return schema instanceof schemas/* ZodObject */.bvH ? Object.keys(schema.shape) : [];
}
function child(schema, part) {
    if (schema instanceof schemas/* ZodArray */.naA)
        return [schema.element];
    if (!(schema instanceof schemas/* ZodObject */.bvH) || !Object.hasOwn(schema.shape, part))
        return [];
    const shape = schema.shape;
    return [shape[part]];
}
/** The schemas under defaults, optionals and unions. */
function unwrap(schema) {
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return schema.options.flatMap(unwrap);
    const wraps = schema instanceof schemas/* ZodDefault */.XiL || schema instanceof schemas/* ZodPrefault */.xgV || schema instanceof schemas/* ZodOptional */.IiU;
    return wraps ? unwrap(schema.unwrap()) : [schema];
}

;// CONCATENATED MODULE: ./build/packages/config/problems.js

/** The problem at its line: of the value, of the key, or of the nearest thing around it that is written down. */
function locate(document, { path, message, key }) {
    const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
    let node = document.contents;
    let offset = (0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? 0) : 0;
    for (const [depth, part] of path.entries()) {
        const step = into(document, node, part);
        if (step === undefined)
            break;
        offset = (key === true && depth === path.length - 1 ? step.keyOffset : step.offset) ?? offset;
        node = step.node;
    }
    return { offset, message: name === "" ? `the file ${message}` : `${name.replace(/^\./, "")} ${message}` };
}
function into(document, at, part) {
    const node = (0,dist/* isAlias */.Vj)(at) ? at.resolve(document) : at;
    if ((0,dist/* isSeq */.oP)(node) && typeof part === "number") {
        const item = node.items[part];
        return item === undefined ? undefined : { node: item, offset: offsetOf(item), keyOffset: offsetOf(item) };
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value) === String(part));
    if (pair === undefined)
        return undefined;
    const keyOffset = offsetOf(pair.key);
    const filled = (0,dist/* isScalar */.jn)(pair.value) && pair.value.value === null ? undefined : offsetOf(pair.value);
    return { node: pair.value, offset: filled ?? keyOffset, keyOffset };
}
function offsetOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}
const shownAtMost = 50;
/** All problems in the order of the file, each with its place and the line it stands in. */
function listProblems(problems, source) {
    const rows = source.text.split(/\r?\n/);
    const listed = problems
        .toSorted((a, b) => a.offset - b.offset)
        .slice(0, shownAtMost)
        .map(({ offset, message }) => {
        const { line, col } = source.lines.linePos(offset);
        const row = (rows[line - 1] ?? "").slice(0, 160);
        const gutter = String(line);
        const pointer = " ".repeat(Math.min(Math.max(col - 1, 0), row.length));
        return `${source.path}:${line}:${col}: ${message}\n  ${gutter} | ${row}\n  ${" ".repeat(gutter.length)} | ${pointer}^`;
    });
    const more = problems.length - listed.length;
    return [...listed, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/config/load.js









/** Where the configuration is read from unless an input names another file. */
const defaultConfigPath = ".github/release-command.yml";
const maxTextLength = 1_000_000;
const maxAliases = 100;
/** The configuration with every default filled in. Throws one `config` fault that lists every problem with its place. */
function loadConfig(source) {
    const text = source.text ?? "";
    if (text.length > maxTextLength)
        throw refuse(source.path, `${source.path}: is larger than ${maxTextLength} characters`);
    const lines = new dist/* LineCounter */.HN();
    const document = parse(text, lines, source.path);
    const report = (problems) => {
        throw refuse(source.path, listProblems(problems, { path: source.path, text, lines }), problems.length);
    };
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0)
        report(broken.map(({ pos, message }) => ({ offset: pos[0], message: explainYaml(message) })));
    const result = schema_configSchema.safeParse(toValue(document, report), { error: describeIssue, reportInput: true });
    if (!result.success)
        return report(flattenIssues(result.error.issues).map((problem) => locate(document, problem)));
    const disagreements = checkAgreement(result.data, source);
    if (disagreements.length > 0)
        report(disagreements.map((problem) => locate(document, problem)));
    return { config: result.data, digest: digestOf(result.data) };
}
function parse(text, lines, path) {
    try {
        return (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    }
    catch (thrown) {
        // The parser recurses: a file nested thousands deep ends its stack.
        throw refuse(path, `${path}: cannot be read: it is nested too deeply`, 1, thrown);
    }
}
function toValue(document, report) {
    try {
        const value = document.toJS({ maxAliasCount: maxAliases }) ?? {};
        // Throws for an alias of itself, which the schema would follow for ever.
        JSON.stringify(value);
        return value;
    }
    catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : "";
        if (/^unresolved alias/i.test(message))
            return report([{ offset: 0, message: explainYaml(message) }]);
        return report([
            { offset: 0, message: `has aliases that unfold to more than ${maxAliases} copies, or to themselves` },
        ]);
    }
}
function explainYaml(message) {
    if (/tab/i.test(message))
        return "has a tab as indentation: YAML wants spaces";
    return `is not YAML: ${message.replaceAll("\n", " ")}`;
}
function digestOf(config) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update((0,canonicalize/* default */.A)(config) ?? "")
        .digest("hex");
}
function refuse(path, list, count = 1, cause) {
    const problems = count === 1 ? "1 problem" : `${count} problems`;
    return new faults/* ReleaseFault */.eB("config", `${path} has ${problems}; nothing was done.\n${list}`, {
        hint: `Change the lines named above in ${path}. A complete small file: environments: { production: { target: local, steps: [5, 25, 50, 100] } }. An empty file means all defaults.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/config/index.js





// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 12 modules
var dist_src = __webpack_require__(14730);
// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(12826);
;// CONCATENATED MODULE: ./build/packages/forge/host-fault.js

/** GitHub did not do what it was asked. Callers branch on `status` to find out whether it happened all the same. */
class HostFault extends faults/* ReleaseFault */.eB {
    /** HTTP status; `undefined` when no whole answer came. */
    status;
    /** GitHub's own words. */
    reason;
    constructor(code, message, options) {
        super(code, message, options);
        this.status = options.status;
        this.reason = options.reason;
    }
}
/** It may have happened: no answer came, or one of a server that failed. */
function isDoubtful(thrown) {
    return thrown instanceof HostFault && (thrown.status === undefined || thrown.status >= 500);
}
/** GitHub answered with this status. */
function isStatus(thrown, ...statuses) {
    return thrown instanceof HostFault && thrown.status !== undefined && statuses.includes(thrown.status);
}
/** An error of Octokit as a fault that says what was asked, what GitHub said, and what to do. Never with a token or a query. */
function explain(thrown, operation, repository) {
    const cause = property(thrown, "cause");
    if (thrown instanceof faults/* ReleaseFault */.eB)
        return thrown;
    if (cause instanceof faults/* ReleaseFault */.eB) {
        const message = `Could not ${operation} of ${repository}: ${cause.message}`;
        return new HostFault(cause.code, message, { hint: cause.hint, cause, status: undefined, reason: cause.message });
    }
    const response = property(thrown, "response");
    // Octokit calls a request without an answer a 500: only a response proves a status.
    const status = response === undefined ? undefined : Number(property(response, "status"));
    const reason = reasonOf(property(response, "data")) ?? textOf(property(thrown, "message"));
    const advice = adviceFor(status, reason, header(response, "x-accepted-github-permissions"));
    const said = `${status === undefined ? "no answer" : `GitHub said ${status}`}: ${reason}`;
    const message = `Could not ${operation} of ${repository}: ${said}`;
    return new HostFault(advice.code, message, { hint: advice.hint, cause: thrown, status, reason });
}
function adviceFor(status, reason, accepted) {
    if (status === 401) {
        const hint = "Set GITHUB_TOKEN to a token that is valid: `export GITHUB_TOKEN=$(gh auth token)`, or in a workflow `GITHUB_TOKEN: ${{ github.token }}`.";
        return { code: "permission", hint };
    }
    if (/not permitted to create or approve pull requests/i.test(reason)) {
        const hint = 'Tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General, or use the token of an App.';
        return { code: "permission", hint };
    }
    if (status === 403)
        return { code: "permission", hint: permissionHint(accepted) };
    if (status === 404) {
        const hint = "Check the repository's name (`owner/name`) and that the token may see it: `gh api repos/OWNER/NAME`.";
        return { code: "permission", hint };
    }
    if (status === 405 || status === 409 || status === 422) {
        return { code: "policy", hint: "Change what GitHub objects to, then run the command again: it continues." };
    }
    return { code: "remote", hint: "See https://www.githubstatus.com; then run the command again: it continues." };
}
/** `contents=write; pull_requests=write` → the YAML to paste. */
function permissionHint(accepted) {
    const [first = ""] = (accepted ?? "").split(";");
    const lines = first
        .split(",")
        .map((part) => /^\s*(\w+)=(\w+)\s*$/.exec(part))
        .flatMap((match) => (match === null ? [] : [`  ${(match[1] ?? "").replaceAll("_", "-")}: ${match[2] ?? ""}`]));
    if (lines.length === 0)
        return "Give GITHUB_TOKEN the permission this needs, e.g. `permissions: { contents: write }` in the job.";
    return `Give the job that runs this the permission:\npermissions:\n${lines.join("\n")}`;
}
/** GitHub's message with the details of a validation error. */
function reasonOf(data) {
    const message = property(data, "message");
    if (typeof message !== "string")
        return undefined;
    const errors = property(data, "errors");
    const details = (Array.isArray(errors) ? errors : [])
        .map((error) => (typeof error === "string" ? error : property(error, "message")))
        .filter((detail) => typeof detail === "string");
    return [message, ...details].join(" – ");
}
function textOf(message) {
    return typeof message === "string" && message !== "" ? message : "no answer";
}
function header(response, name) {
    const value = property(property(response, "headers"), name);
    return typeof value === "string" ? value : undefined;
}
function property(value, name) {
    if (typeof value !== "object" || value === null)
        return undefined;
    const found = Reflect.get(value, name);
    return found;
}

;// CONCATENATED MODULE: ./build/packages/forge/routes.js
/** Every REST operation that the forge asks GitHub for, by what it is for. The names are the words of its errors. */
const routes = {
    readUser: "GET /user",
    readRepository: "GET /repos/{owner}/{repo}",
    readRole: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
    readTeam: "GET /orgs/{org}/teams/{team_slug}",
    readTeamMembership: "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
    readEnvironment: "GET /repos/{owner}/{repo}/environments/{environment_name}",
    listCustomRules: "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules",
    readApprovals: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals",
    readRules: "GET /repos/{owner}/{repo}/rules/branches/{branch}",
    listPullRequests: "GET /repos/{owner}/{repo}/pulls",
    readPullRequest: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    createPullRequest: "POST /repos/{owner}/{repo}/pulls",
    updatePullRequest: "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    mergePullRequest: "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
    addLabels: "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
    listIssues: "GET /repos/{owner}/{repo}/issues",
    createIssue: "POST /repos/{owner}/{repo}/issues",
    listReviews: "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    requestReviewers: "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
    listComments: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    createComment: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    updateComment: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    readTag: "GET /repos/{owner}/{repo}/git/ref/{ref}",
    readPublishedRelease: "GET /repos/{owner}/{repo}/releases/tags/{tag}",
    readRelease: "GET /repos/{owner}/{repo}/releases/{release_id}",
    listReleases: "GET /repos/{owner}/{repo}/releases",
    createRelease: "POST /repos/{owner}/{repo}/releases",
    updateRelease: "PATCH /repos/{owner}/{repo}/releases/{release_id}",
    uploadAsset: "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
    deleteAsset: "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}",
    listDeployments: "GET /repos/{owner}/{repo}/deployments",
    createDeployment: "POST /repos/{owner}/{repo}/deployments",
    listDeploymentStatuses: "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    createDeploymentStatus: "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    sendEvent: "POST /repos/{owner}/{repo}/dispatches",
    readRun: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
    readComment: "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
    addReaction: "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
};
/** Doing it twice is the same as once; a PATCH sets values, and whoever is woken twice finds nothing to do. Other POSTs are looked up first. */
const repeatable = new Set([
    routes.addLabels,
    routes.requestReviewers,
    routes.addReaction,
    routes.sendEvent,
    "POST /graphql",
]);
/** Whether a request may be sent again when nobody knows if it was carried out. */
function mayRepeat(method, url) {
    return method === "PATCH" || repeatable.has(`${method} ${url}`);
}
/** `createPullRequest` → `create pull request`; a route that is not in the table is itself. */
function operationName(method, url) {
    const found = Object.entries(routes).find(([, route]) => route === `${method} ${url}`);
    return found === undefined ? `${method} ${url}` : found[0].replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
/** The same as `METHOD /path` as GitHub's documentation names them: the whole of what a stand-in must serve. */
const operations = Object.values(routes).map((route) => route.replace("{?name,label}", ""));

;// CONCATENATED MODULE: ./build/packages/forge/client.js





function openClient(options) {
    const [owner = "", repo = "", ...rest] = options.repository.split("/");
    if (owner === "" || repo === "" || rest.length > 0) {
        throw new faults/* ReleaseFault */.eB("input", `"${options.repository}" is not the name of a repository`, {
            hint: "Write it as owner/name, e.g. acme/shop.",
        });
    }
    if (options.token === "") {
        throw new faults/* ReleaseFault */.eB("permission", "There is no token for GitHub", {
            hint: "Set GITHUB_TOKEN, e.g. `export GITHUB_TOKEN=$(gh auth token)`.",
        });
    }
    let calls = 0;
    const octokit = new dist_src/* Octokit */.E({
        auth: options.token,
        baseUrl: options.apiUrl.replace(/\/+$/, ""),
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        request: {
            fetch: (input, init) => {
                calls += 1;
                return options.fetch(input, init);
            },
        },
    });
    explainErrors(octokit, options.repository);
    return {
        repository: options.repository,
        webUrl: `${options.serverUrl.replace(/\/+$/, "")}/${options.repository}`,
        at: { owner, repo },
        request: octokit.request,
        graphql: octokit.graphql,
        sleep: (ms) => options.clock.sleep(ms),
        apiHost: new URL(options.apiUrl).host,
        calls: () => calls,
    };
}
function ignore() { }
function explainErrors(octokit, repository) {
    octokit.hook.wrap("request", async (request, options) => {
        const { method, url } = options;
        if (mayRepeat(method, url))
            options.headers[http/* idempotentHeader */._] = "yes";
        const operation = operationName(method, url);
        const response = await Promise.resolve(request(options)).catch((thrown) => {
            throw explain(thrown, operation, repository);
        });
        if (typeof response.data === "string" && response.data !== "")
            throw notJson(operation, repository);
        return response;
    });
}
/** A proxy's login page, or an answer cut short: it may have been carried out. */
function notJson(operation, repository) {
    const reason = "the answer is not JSON";
    return new HostFault("remote", `Could not ${operation} of ${repository}: ${reason}`, {
        hint: "Check the address of the API (e.g. https://api.github.com) and that no proxy answers in its place.",
        status: undefined,
        reason,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/owner-pattern.js
const anyText = Symbol("*");
const anyLetter = Symbol("?");
const something = [anyLetter, anyText];
/**
 * Reads a pattern as GitHub does: as in `.gitignore`, but without `!` and `[a-z]`, and `folder/*` does not reach into
 * subfolders. A text says why the pattern is none.
 */
function parseOwnerPattern(text) {
    if (text.startsWith("!"))
        return "a pattern cannot be negated with !";
    if (text.startsWith("\\#"))
        return "a pattern cannot begin with #, not even escaped";
    if (/[[\]]/.test(text))
        return "character ranges in [ ] are not supported";
    if (text.includes("***"))
        return "three asterisks in a row mean nothing";
    if (text.endsWith("\\") && !text.endsWith("\\\\"))
        return "nothing follows the last backslash";
    const isAnchored = text.startsWith("/");
    const names = text.split("/").slice(isAnchored ? 1 : 0);
    if (names.slice(0, -1).includes("") || names.join("") === "")
        return "a folder has no name";
    const isFolder = names.at(-1) === "";
    if (isFolder)
        names.pop();
    const floats = !isAnchored && names.length === 1 && names[0] !== "**";
    return [...(floats ? [undefined] : []), ...names.map(segmentOf), ...endingOf(names, isFolder)];
}
/** What may follow: everything in a folder; what a name stands for, in case that it is one; nothing after `/*`. */
function endingOf(names, isFolder) {
    const last = names.at(-1);
    if (isFolder)
        return [something, undefined];
    if (last === "**")
        return names.length === 1 ? [] : [something];
    return last === "*" ? [] : [undefined];
}
function segmentOf(name) {
    if (name === "**")
        return undefined;
    if (name === "*")
        return something;
    const glyphs = [];
    for (const [found] of name.matchAll(/\\.|\*+|./gsu)) {
        if (found.startsWith("*"))
            glyphs.push(anyText);
        else if (found === "?")
            glyphs.push(anyLetter);
        else
            glyphs.push(found.replace(/^\\(?=.)/su, ""));
    }
    return glyphs;
}
/** Whether a path of the repository is meant. Takes time in proportion to both lengths, whatever the pattern. */
function matchesPath(pattern, path) {
    return isLike(pattern, path.split("/"), (segment) => segment === undefined, matchesName);
}
function matchesName(segment, name) {
    if (segment === undefined)
        return false;
    const same = (glyph, letter) => glyph === letter || glyph === anyLetter;
    return isLike(segment, Array.from(name), (glyph) => glyph === anyText, same);
}
/** The usual match with wildcards: after a mismatch only the last one takes more. */
function isLike(pattern, text, isWild, isSame) {
    let at = 0;
    let retry;
    for (let read = 0; read < text.length;) {
        const inPattern = at < pattern.length;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are in range; P may hold undefined
        const [part, piece] = [pattern[at], text[read]];
        if (inPattern && isWild(part)) {
            at += 1;
            retry = { at, read };
        }
        else if (inPattern && isSame(part, piece)) {
            at += 1;
            read += 1;
        }
        else if (retry !== undefined) {
            retry.read += 1;
            ({ at, read } = retry);
        }
        else
            return false;
    }
    return pattern.slice(at).every(isWild);
}

;// CONCATENATED MODULE: ./build/packages/forge/code-owners.js

/** Where GitHub looks for the file, in its order: the first that is there counts, and no other. */
const codeOwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
/** Larger files are not loaded by GitHub. */
const maxBytes = 3 * 1024 * 1024;
/** Reads a CODEOWNERS file as GitHub does: a line that is wrong is skipped, sections of GitLab are such lines. */
function parseCodeOwners(text) {
    if (Buffer.byteLength(text) >= maxBytes) {
        return { rules: [], skipped: ["the file is 3 MB or larger, so that GitHub does not load it"] };
    }
    const rules = [];
    const skipped = [];
    for (const [index, line] of text
        .replace(/^\uFEFF/, "")
        .split(/\r\n|\r|\n/)
        .entries()) {
        const rule = parseLine(line);
        if (typeof rule === "string")
            skipped.push(`line ${index + 1}: ${rule}`);
        else if (rule !== undefined)
            rules.push(rule);
    }
    return { rules, skipped };
}
/** Who owns a path: those of the last rule that matches it. */
function ownersOf({ rules }, path) {
    return rules.findLast(({ pattern }) => matchesPath(pattern, path))?.owners ?? [];
}
function parseLine(line) {
    const words = wordsOf(line);
    const [first, ...owners] = words;
    if (first === undefined)
        return undefined;
    if (/^\^?\[/.test(first))
        return "sections are GitLab's, GitHub has none";
    const pattern = parseOwnerPattern(first);
    if (typeof pattern === "string")
        return pattern;
    const wrong = owners.find((owner) => !isOwner(owner));
    return wrong === undefined ? { pattern, owners } : `"${wrong}" is neither @login, @org/team nor an e-mail address`;
}
/** Words up to a comment. A backslash keeps the blank after it in its word. */
function wordsOf(line) {
    const words = [""];
    // A pattern for whole words would need a stack as deep as the longest word, which a stranger writes.
    for (const piece of line.split(/(\\.|\s)/)) {
        if (piece !== "" && piece.trim() === "")
            words.push("");
        else
            words.push(`${words.pop() ?? ""}${piece}`);
    }
    const said = words.filter((word) => word !== "");
    const comment = said.findIndex((word) => word.startsWith("#"));
    return comment === -1 ? said : said.slice(0, comment);
}
function isOwner(word) {
    return /^@[\w-]+(?:\[bot\])?(?:\/[\w.-]+)?$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word);
}
/** The login of an owner; also of one who is named by the address that GitHub gives everybody. */
function loginOf(owner) {
    if (owner.startsWith("@"))
        return isTeam(owner) ? undefined : owner.slice(1);
    return /^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$/i.exec(owner)?.[1];
}
/** Whether an owner or reviewer, with or without @, is a team: `org/team`. */
function isTeam(owner) {
    return /^@?[^\s@/]+\/[^\s@/]+$/.test(owner);
}

;// CONCATENATED MODULE: ./build/packages/forge/body.js

const beginning = /<!-- release-command:begin(?: ([0-9a-f]{16}))? -->/;
const end = "<!-- release-command:end -->";
const notesBegin = "<!-- release-command:notes (what you write below this line stays) -->";
const notesEnd = "<!-- release-command:notes:end -->";
const markers = /<!-- release-command:(?:begin|end|notes)[^>]*-->/g;
/** GitHub takes 65,536 characters, and counts the ends of lines as it likes. */
const maxLength = 65_000;
/**
 * `current` with our part, between two markers, replaced by the first of `ours` (the same in ever fewer words) that leaves
 * room for what people wrote around it and between the markers for notes. A part that somebody changed stays as it is.
 */
function withOurPart(current, ours) {
    const text = normalised(current);
    const found = findPart(text);
    if (found?.isEdited === true)
        return { text, isTheirs: true };
    // Somebody deleted one of the markers: the other one must not swallow what they wrote.
    const before = found?.before ?? spaced(text.replaceAll(markers, "").trim());
    const { after = "", notes = "" } = found ?? {};
    const room = maxLength - before.length - after.length - notes.length - partOf("", "").length;
    const cleaned = ours.map((one) => normalised(one.replaceAll(markers, "")));
    const fitting = cleaned.find((one) => one.length <= room) ?? shortened(cleaned.at(-1) ?? "", room);
    return { text: before + partOf(fitting, notes) + after, isTheirs: false };
}
const spaced = (text) => (text === "" ? "" : `${text}\n\n`);
function findPart(text) {
    const begin = beginning.exec(text);
    if (begin === null)
        return undefined;
    const from = begin.index + begin[0].length;
    const to = text.indexOf(end, from);
    if (to < 0)
        return undefined;
    const inside = text.slice(from, to);
    const [opening, closing] = [inside.indexOf(notesBegin), inside.lastIndexOf(notesEnd)];
    const hasNotes = opening >= 0 && closing >= opening;
    const generated = hasNotes ? inside.slice(0, opening) + inside.slice(closing + notesEnd.length) : inside;
    return {
        before: text.slice(0, begin.index),
        notes: hasNotes ? inside.slice(opening + notesBegin.length, closing).trim() : "",
        after: text.slice(to + end.length),
        isEdited: begin[1] !== undefined && begin[1] !== body_digestOf(generated),
    };
}
function partOf(text, notes) {
    const begin = `<!-- release-command:begin ${body_digestOf(text)} -->`;
    return [begin, text, "", notesBegin, ...(notes === "" ? [] : [notes]), notesEnd, end].join("\n");
}
function body_digestOf(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text.trim()).digest("hex").slice(0, 16);
}
/** Whole lines only: half a table row or link would show. */
function shortened(text, room) {
    const ending = "\n\n… (shortened)";
    const cut = text.lastIndexOf("\n", Math.max(0, room - ending.length));
    return cut <= 0 ? "" : `${text.slice(0, cut)}${ending}`;
}
/** Text as we compare it: the web editor of GitHub writes CRLF. Of its own result it changes nothing. */
function normalised(text) {
    return (text ?? "").replaceAll(/\r\n?/g, "\n").trim();
}

;// CONCATENATED MODULE: ./build/packages/forge/create-once.js

/** GitHub's lists lag behind its writes by a moment. */
const looksMs = [1_000, 4_000];
/**
 * Creates a thing that `find` does not see. When the answer is lost, or says that it is there already, it is looked up
 * before anything is sent again: a death of the connection never makes two.
 */
async function createOnce(thing) {
    for (const waitMs of looksMs) {
        try {
            return await thing.create();
        }
        catch (thrown) {
            if (!isDoubtful(thrown) && !isStatus(thrown, 422))
                throw thrown;
            await thing.sleep(waitMs);
            const found = await thing.find();
            if (found !== undefined)
                return found;
            if (!isDoubtful(thrown))
                throw thrown;
        }
    }
    return thing.create();
}

;// CONCATENATED MODULE: ./build/packages/forge/pages.js
const perPage = 100;
const maxPages = 50;
/** Everything that a list of 100 a page holds, 5,000 entries at most. */
async function allPages(read) {
    const all = [];
    for (let page = 1; page <= maxPages; page += 1) {
        const entries = await read(page);
        all.push(...entries);
        if (entries.length < perPage)
            break;
    }
    return all;
}

;// CONCATENATED MODULE: ./build/packages/forge/comments.js




/** One comment with this hidden marker, updated in place. */
async function ensureComment(client, number, marker, text) {
    const hidden = `<!-- ${marker.replaceAll("-->", "")} -->`;
    const body = `${hidden}\n${text}`;
    const find = () => findComment(client, number, hidden);
    const found = (await find()) ?? (await createOnce({ create: () => create(client, number, body), find, sleep: client.sleep }));
    if (normalised(found.body) === normalised(body))
        return;
    await client.request(routes.updateComment, { ...client.at, comment_id: found.id, body });
}
async function findComment(client, number, hidden) {
    const comments = await allPages(async (page) => {
        const range = { issue_number: number, per_page: 100, page };
        return (await client.request(routes.listComments, { ...client.at, ...range })).data;
    });
    return comments.find((comment) => (comment.body ?? "").startsWith(hidden) && isOfTheHouse(comment));
}
/** Anybody may write our marker; a stranger's comment is not ours, and its text could change after we wrote it. */
function isOfTheHouse({ author_association: association = "NONE", user, }) {
    return user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association);
}
async function create(client, number, body) {
    return (await client.request(routes.createComment, { ...client.at, issue_number: number, body })).data;
}

;// CONCATENATED MODULE: ./build/packages/forge/deployments.js



/** GitHub's limit. */
const maxDescription = 140;
/** Our deployment of this commit in this environment, with its last status as wanted; nothing is sent when it is so already. */
async function ensureDeployment(client, wanted) {
    const find = () => findDeployment(client, wanted);
    const { id } = (await find()) ?? (await createOnce({ create: () => deployments_create(client, wanted), find, sleep: client.sleep }));
    const description = deployments_shortened(wanted.description);
    const statusIs = async () => {
        const { data } = await client.request(routes.listDeploymentStatuses, {
            ...client.at,
            deployment_id: Number(id),
            per_page: 1,
        });
        const [last] = data;
        return last?.state === wanted.state && last.description === description ? last : undefined;
    };
    if ((await statusIs()) !== undefined)
        return;
    const createStatus = async () => {
        const status = { deployment_id: Number(id), state: wanted.state, description };
        return (await client.request(routes.createDeploymentStatus, { ...client.at, ...status })).data;
    };
    await createOnce({ create: createStatus, find: statusIs, sleep: client.sleep });
}
/** The environment is there: protection of deployments to it is a matter of its rules. */
async function environmentExists(client, name) {
    try {
        await client.request(routes.readEnvironment, { ...client.at, environment_name: name });
        return true;
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return false;
        throw thrown;
    }
}
async function findDeployment(client, wanted) {
    const { environment, sha } = wanted;
    const { data } = await client.request(routes.listDeployments, { ...client.at, environment, sha, per_page: 100 });
    return data.find(({ payload }) => releaseOf(payload) === wanted.release);
}
async function deployments_create(client, { environment, sha, release }) {
    const { data } = await client.request(routes.createDeployment, {
        ...client.at,
        ref: sha,
        environment,
        // GitHub's defaults would merge the default branch in, and refuse while any status of the commit is not green.
        auto_merge: false,
        required_contexts: [],
        production_environment: environment === "production",
        payload: { release },
        description: deployments_shortened(`Release ${release}`),
    });
    if ("id" in data)
        return data;
    throw new Error("GitHub merged instead of deploying, although it was told not to");
}
function releaseOf(payload) {
    const value = typeof payload === "string" ? parsed(payload) : payload;
    return typeof value === "object" && value !== null && "release" in value ? value.release : undefined;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function deployments_shortened(text) {
    return text.length > maxDescription ? `${text.slice(0, maxDescription - 1)}…` : text;
}

;// CONCATENATED MODULE: ./build/packages/forge/environments.js



/** An environment with everything that a job has to wait for in it; `undefined` when there is none of that name. */
async function findEnvironment(client, name) {
    const at = { ...client.at, environment_name: name };
    try {
        const { data } = await client.request(routes.readEnvironment, at);
        const rules = data.protection_rules ?? [];
        const waits = rules.flatMap((rule) => ("wait_timer" in rule ? [rule.wait_timer ?? 0] : []));
        return {
            name: data.name,
            reviewers: rules.flatMap((rule) => ("reviewers" in rule ? (rule.reviewers ?? []).map(nameOf) : [])),
            waitMinutes: Math.max(0, ...waits),
            // A kind of rule that we do not know is one that a job may wait for.
            customRules: [...(await appsOf(client, name)), ...rules.flatMap(({ type }) => (known.has(type) ? [] : [type]))],
            anyBranch: data.deployment_branch_policy == null,
        };
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return undefined;
        if (isStatus(thrown, 403))
            throw unreadable(client, name, thrown);
        throw thrown;
    }
}
const known = new Set(["wait_timer", "required_reviewers", "branch_policy"]);
function nameOf({ reviewer }) {
    if (reviewer === undefined)
        return "somebody";
    return "login" in reviewer ? reviewer.login : reviewer.slug;
}
/** Apps that decide too. An older Enterprise Server has no such rules. */
async function appsOf(client, name) {
    try {
        const { data } = await client.request(routes.listCustomRules, { ...client.at, environment_name: name });
        const rules = data.custom_deployment_protection_rules ?? [];
        return rules.filter(({ enabled }) => enabled).map(({ app }) => app.slug);
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return [];
        throw thrown;
    }
}
function unreadable(client, name, cause) {
    return new faults/* ReleaseFault */.eB("permission", `The token may not read environment '${name}' of ${client.repository}: ${cause.reason}`, {
        hint: "Give the job that runs this the permission:\npermissions:\n  actions: read",
        cause,
    });
}
/** What people said when a run asked for an environment; nothing for a run that the host does not know any more. */
async function approvalsOf(client, runId) {
    try {
        const { data } = await client.request(routes.readApprovals, { ...client.at, run_id: Number(runId) });
        return data.flatMap(({ state, user, environments, comment }) => state === "pending"
            ? []
            : [{ state, by: user?.login ?? "somebody", environments: environments.map(({ name }) => name ?? ""), comment }]);
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return [];
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/issues.js




/** One issue with this hidden marker; what people made of it since, closed or rewritten, stays. Returns its web address. */
async function ensureIssue(client, wanted) {
    const hidden = `<!-- ${wanted.marker.replaceAll("-->", "")} -->`;
    const find = async () => {
        const issues = await allPages(async (page) => {
            const range = { state: "all", labels: wanted.label, per_page: 100, page };
            return (await client.request(routes.listIssues, { ...client.at, ...range })).data;
        });
        return issues.find((issue) => (issue.body ?? "").startsWith(hidden) && isOfTheHouse(issue));
    };
    const create = async () => {
        const { title, body, label } = wanted;
        const issue = { title, body: `${hidden}\n${body}`, labels: [label] };
        return (await client.request(routes.createIssue, { ...client.at, ...issue })).data;
    };
    const { html_url: url } = (await find()) ?? (await createOnce({ create, find, sleep: client.sleep }));
    return url;
}

;// CONCATENATED MODULE: ./build/packages/forge/reviewers.js



/** Adds the labels that are missing. What cannot be added is told, not thrown: labels are a view. */
async function ensureLabels(client, pull, wanted) {
    const missing = wanted.filter((name) => !pull.labels.some((label) => label.name === name));
    if (missing.length === 0)
        return [];
    return warn(`Labels ${missing.join(", ")} could not be added`, () => client.request(routes.addLabels, { ...client.at, issue_number: pull.number, labels: missing }));
}
/**
 * Asks those who were not asked and have not reviewed; `org/team` is a team. The author is never asked.
 * One who cannot be asked does not keep the others from it.
 */
async function ensureReviewers(client, pull, wanted) {
    const asked = new Set([
        ...(pull.requested_reviewers ?? []).map(({ login }) => login.toLowerCase()),
        ...(pull.requested_teams ?? []).map(({ slug }) => `/${slug.toLowerCase()}`),
        (pull.user?.login ?? "").toLowerCase(),
    ]);
    const missing = wanted.map((name) => name.replace(/^@/, "")).filter((name) => !asked.has(keyOf(name)));
    if (missing.length === 0)
        return [];
    const reviews = await reviewersSoFar(client, pull.number);
    const warnings = [...reviews.warnings];
    // A team's request vanishes with the first review of a member: with any review, teams are left in peace.
    const open = missing.filter((name) => (isTeam(name) ? reviews.logins.size === 0 : !reviews.logins.has(keyOf(name))));
    if (open.length === 0)
        return warnings;
    const together = await ask(client, pull.number, open);
    if (together.length === 0)
        return warnings;
    if (open.length === 1)
        return [...warnings, ...together];
    for (const name of open)
        warnings.push(...(await ask(client, pull.number, [name])));
    return warnings;
}
async function reviewersSoFar(client, number) {
    const logins = new Set();
    const warnings = await warn("Reviews could not be listed", async () => {
        const { data } = await client.request(routes.listReviews, { ...client.at, pull_number: number, per_page: 100 });
        for (const { user } of data)
            if (user !== null)
                logins.add(user.login.toLowerCase());
    });
    return { logins, warnings };
}
function ask(client, number, names) {
    return warn(`${names.join(", ")} could not be asked for a review`, () => client.request(routes.requestReviewers, {
        ...client.at,
        pull_number: number,
        reviewers: names.filter((name) => !isTeam(name)),
        team_reviewers: names.filter(isTeam).map((name) => name.slice(name.indexOf("/") + 1)),
    }));
}
/** Does what may fail without stopping anything; then it tells what failed. */
async function warn(what, effect) {
    try {
        await effect();
        return [];
    }
    catch (thrown) {
        if (!(thrown instanceof HostFault))
            throw thrown;
        return [`${what}: ${thrown.reason}`];
    }
}
function keyOf(name) {
    return (isTeam(name) ? name.slice(name.indexOf("/")) : name).toLowerCase();
}

;// CONCATENATED MODULE: ./build/packages/forge/pull-requests.js





/** See the port. One that is merged or closed is reported as it is. */
async function ensurePullRequest(client, wanted) {
    const find = () => findCurrent(client, wanted);
    const found = (await find()) ?? (await createOnce({ create: () => pull_requests_create(client, wanted), find, sleep: client.sleep }));
    if (found.state !== "open")
        return { ...toPullRequest(found), warnings: [] };
    const warnings = [
        ...(await updateText(client, found, wanted)),
        ...(await ensureLabels(client, found, wanted.labels)),
        ...(await ensureReviewers(client, found, wanted.reviewers)),
    ];
    return { ...toPullRequest(found), warnings };
}
/** An ended pull request is the wanted one only at the wanted head: an earlier attempt from the same branch is history. */
async function findCurrent(client, { head, base, headSha }) {
    const found = await findRaw(client, head, base);
    return found === undefined || found.state === "open" || found.head.sha === headSha ? found : undefined;
}
async function findPullRequest(client, head, base) {
    const found = await findRaw(client, head, base);
    return found === undefined ? undefined : toPullRequest(found);
}
async function readPullRequest(client, number) {
    const { data } = await client.request(routes.readPullRequest, { ...client.at, pull_number: number });
    return data;
}
async function closePullRequest(client, number) {
    const { state } = await readPullRequest(client, number);
    if (state === "closed")
        return;
    await client.request(routes.updatePullRequest, { ...client.at, pull_number: number, state: "closed" });
}
/** The open one, else the newest. */
async function findRaw(client, head, base) {
    const { data } = await client.request(routes.listPullRequests, {
        ...client.at,
        head: `${client.at.owner}:${head}`,
        base,
        state: "all",
        per_page: 100,
    });
    // GitHub ignores a filter that it does not understand and lists everything.
    const ours = data.filter((pull) => pull.head.ref === head &&
        pull.base.ref === base &&
        pull.head.repo?.full_name.toLowerCase() === client.repository.toLowerCase());
    return ours.find(({ state }) => state === "open") ?? ours.toSorted((a, b) => b.number - a.number)[0];
}
const bodiesOf = ({ body, shorterBodies = [] }) => [body, ...shorterBodies];
async function pull_requests_create(client, wanted) {
    const { head, base, title } = wanted;
    const { data } = await client.request(routes.createPullRequest, {
        ...client.at,
        head,
        base,
        title,
        body: withOurPart("", bodiesOf(wanted)).text,
    });
    return data;
}
async function updateText(client, found, wanted) {
    const { number } = found;
    const { text, isTheirs } = withOurPart(found.body ?? "", bodiesOf(wanted));
    if (found.title !== wanted.title || normalised(found.body) !== normalised(text)) {
        const changes = { title: wanted.title, ...(isTheirs ? {} : { body: text }) };
        await client.request(routes.updatePullRequest, { ...client.at, pull_number: number, ...changes });
    }
    if (!isTheirs)
        return [];
    const said = `${keptNotice}\n\n${bodiesOf(wanted).find((body) => body.length <= roomInComment) ?? ""}`;
    return warn("Nobody could be told that the text was kept", () => ensureComment(client, number, "release-command:text", said));
}
const roomInComment = 64_000;
const keptNotice = "Somebody changed the generated part of this pull request's text, so it stays as it is. To have it generated again, delete it together with its markers. This is what it would say now:";
function toPullRequest(raw) {
    const merged = raw.merged_at !== null;
    return {
        number: raw.number,
        url: raw.html_url,
        state: merged ? "merged" : raw.state === "open" ? "open" : "closed",
        headSha: raw.head.sha,
        ...(merged && raw.merge_commit_sha !== null ? { mergeSha: raw.merge_commit_sha } : {}),
    };
}

;// CONCATENATED MODULE: ./build/packages/forge/merging.js




/** GitHub computes mergeability in the background; right after a push to the base it says 405 for a moment. */
const settlingMs = [2_000, 5_000];
/** Merges at exactly this head; see the port. */
async function ensureMerged(client, order) {
    const { number, head } = order;
    const before = await look(client, number);
    if (before.merge !== undefined)
        return before.merge;
    refuseUnlessReady(client, { number, head }, before);
    for (const waitMs of [...settlingMs, undefined]) {
        const refused = await tryMerge(client, order);
        // Also after a success: the answer does not say who it was.
        const after = await look(client, number);
        if (after.merge !== undefined)
            return after.merge;
        if (refused !== undefined && !isSettling(refused))
            throw explained(client, number, refused);
        if (waitMs === undefined)
            throw refusal(client, number, refused?.reason ?? "it is still shown as open");
        await client.sleep(waitMs);
    }
    throw refusal(client, number, "it is still shown as open");
}
/** Puts it into the merge queue; see the port. */
async function ensureQueued(client, number, head) {
    const before = await look(client, number);
    if (before.merge !== undefined || (await isQueued(client, number)))
        return;
    refuseUnlessReady(client, { number, head }, before);
    try {
        await client.graphql("mutation Enqueue($id: ID!, $head: GitObjectID!) { enqueuePullRequest(input: { pullRequestId: $id, expectedHeadOid: $head }) { mergeQueueEntry { id } } }", { id: before.id, head });
    }
    catch (thrown) {
        // The answer of an earlier try may have been lost: what is there counts.
        if (await isQueued(client, number))
            return;
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        throw refusal(client, number, thrown instanceof Error ? thrown.message : "unknown error", thrown);
    }
}
async function isQueued(client, number) {
    const { owner, repo: name } = client.at;
    const query = "query Queued($owner: String!, $name: String!, $number: Int!) { repository(owner: $owner, name: $name) { pullRequest(number: $number) { isInMergeQueue } } }";
    const { repository } = await client.graphql(query, { owner, name, number });
    return repository?.pullRequest?.isInMergeQueue === true;
}
function refuseUnlessReady(client, { number, head }, now) {
    if (now.closed)
        throw refusal(client, number, "it was closed without being merged");
    if (now.head !== head)
        throw refusal(client, number, `its head is ${now.head}, not ${head} that was tested`);
}
async function look(client, number) {
    const found = await readPullRequest(client, number);
    const { merged, merge_commit_sha: sha, merged_by: by } = found;
    const merge = merged && sha !== null ? { sha, by: by?.login ?? "ghost" } : undefined;
    return { id: found.node_id, merge, closed: found.state === "closed", head: found.head.sha };
}
async function tryMerge(client, { number, head, title, method }) {
    try {
        const wanted = { pull_number: number, sha: head, commit_title: title, merge_method: method };
        await client.request(routes.mergePullRequest, { ...client.at, ...wanted });
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof HostFault)
            return thrown;
        throw thrown;
    }
}
function isSettling(fault) {
    return isStatus(fault, 405) && /base branch was modified|not mergeable yet|try again/i.test(fault.reason);
}
function explained(client, number, fault) {
    return isStatus(fault, 405, 409, 422) ? refusal(client, number, fault.reason, fault) : fault;
}
function refusal(client, number, reason, cause) {
    return new faults/* ReleaseFault */.eB("policy", `Pull request #${number} of ${client.repository} cannot be merged: ${reason}`, {
        hint: `Open ${client.webUrl}/pull/${number}, settle what GitHub asks for, then continue with \`release resume\`.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/people.js



/** The login that the token belongs to. */
async function whoAmI(client) {
    try {
        return (await client.request(routes.readUser)).data.login;
    }
    catch (thrown) {
        // The token of a workflow is not a user's; only GraphQL tells its name.
        if (!isStatus(thrown, 403))
            throw thrown;
        const { viewer } = await client.graphql("query { viewer { login } }");
        return viewer.login;
    }
}
/** The role of a user; whatever is not a plain answer is a fault, never a guess. */
async function roleOf(client, login) {
    try {
        const { data } = await client.request(routes.readRole, { ...client.at, username: login });
        if (typeof data.role_name === "string" && data.role_name !== "")
            return data.role_name;
        throw unknownRole(client, login, "the answer names no role");
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            throw unknownRole(client, login, thrown.reason, thrown);
        throw thrown;
    }
}
/** See the port. A 404 alone says nothing: GitHub hides a team from who may not see it. */
async function isTeamMember(client, team, login) {
    const [org = "", slug = ""] = team.replace(/^@/, "").split("/");
    const at = { org, team_slug: slug };
    try {
        const { data } = await client.request(routes.readTeamMembership, { ...at, username: login });
        return data.state === "active";
    }
    catch (thrown) {
        if (!isStatus(thrown, 403, 404))
            throw thrown;
        if (isStatus(thrown, 404) && (await isVisibleTeam(client, at)))
            return false;
        throw new faults/* ReleaseFault */.eB("permission", `Whether ${login} is in team ${org}/${slug} is not known: ${thrown.reason}`, {
            hint: `GITHUB_TOKEN cannot see teams: use the token of an App with the organization permission "Members: read", or name people beside the team.`,
            cause: thrown,
        });
    }
}
async function isVisibleTeam(client, at) {
    try {
        await client.request(routes.readTeam, at);
        return true;
    }
    catch (thrown) {
        if (isStatus(thrown, 403, 404))
            return false;
        throw thrown;
    }
}
function unknownRole(client, login, reason, cause) {
    return new faults/* ReleaseFault */.eB("permission", `The role of ${login} in ${client.repository} is not known: ${reason}`, {
        hint: `Check the login and invite it with a role in ${client.webUrl}/settings/access.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/runs.js


/** Starts the workflows that listen for this event. */
async function sendEvent(client, type, payload) {
    await client.request(routes.sendEvent, { ...client.at, event_type: type, client_payload: payload });
}
/** Whether a run goes on. Ids of other systems (a laptop, another CI) are no numbers, and a run may have been deleted. */
async function runState(client, id) {
    if (!/^\d+$/.test(id))
        return "unknown";
    try {
        const { data } = await client.request(routes.readRun, { ...client.at, run_id: Number(id) });
        return data.status === "completed" ? "over" : "under-way";
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return "unknown";
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/talk.js


/** A comment as it is now: what an event says of it may have changed since. */
async function talk_findComment(client, id) {
    try {
        const { data } = await client.request(routes.readComment, { ...client.at, comment_id: id });
        const { user, body = "", issue_url: issue, created_at: created, updated_at: updated } = data;
        return {
            id,
            number: Number(issue.slice(issue.lastIndexOf("/") + 1)),
            body,
            author: user?.login ?? "",
            // The author of a deleted account is nobody, and nobody may ask.
            byBot: user?.type !== "User",
            edited: created !== updated,
        };
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return undefined;
        throw thrown;
    }
}
/** The host keeps one reaction of a kind for each user. */
async function ensureReaction(client, comment, sign) {
    await client.request(routes.addReaction, { ...client.at, comment_id: comment, content: sign });
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/packages/forge/assets.js




/** The release has this file with this content; another one of its name is replaced. */
async function ensureAsset(client, release, wanted) {
    const there = release.assets.find(({ name }) => name === wanted.name);
    if (there !== undefined && isWhole(there, wanted))
        return;
    if (there !== undefined)
        await client.request(routes.deleteAsset, { ...client.at, asset_id: there.id });
    await createOnce({
        create: () => upload(client, release, wanted),
        find: () => findWhole(client, release.id, wanted),
        sleep: client.sleep,
    });
}
async function upload(client, release, { name, content }) {
    const { data } = await client.request(routes.uploadAsset, {
        ...client.at,
        baseUrl: uploadOrigin(client, release.upload_url),
        release_id: release.id,
        name,
        data: content,
        headers: { "content-type": "application/octet-stream" },
    });
    return data;
}
/** A lost upload: whole, it is done; broken, it is cleared away so that the name is free again. */
async function findWhole(client, releaseId, wanted) {
    const { data } = await client.request(routes.readRelease, { ...client.at, release_id: releaseId });
    const found = data.assets.find(({ name }) => name === wanted.name);
    if (found === undefined || isWhole(found, wanted))
        return found;
    await client.request(routes.deleteAsset, { ...client.at, asset_id: found.id });
    return undefined;
}
function isWhole({ state, size, digest }, { content }) {
    if (state !== "uploaded" || size !== Buffer.byteLength(content))
        return false;
    if (digest === undefined || digest === null)
        return true;
    return digest === `sha256:${(0,external_node_crypto_.createHash)("sha256").update(content).digest("hex")}`;
}
/** Where GitHub says uploads go. The token travels with them, so it must be the API's own host or its `uploads.` twin. */
function uploadOrigin(client, uploadUrl) {
    const address = uploadUrl.replace(/\{.*$/, "");
    const path = address.indexOf("/repos/");
    const host = path > 0 && URL.canParse(address) ? new URL(address).host : "";
    if (host === client.apiHost || host === client.apiHost.replace(/^api\./, "uploads."))
        return address.slice(0, path);
    throw new faults/* ReleaseFault */.eB("remote", `GitHub wants files of ${client.repository} to be uploaded to ${host || "nowhere"}`, {
        hint: `Check the configured address of the API (now ${client.apiHost}), e.g. https://api.github.com.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/releases.js








/** Draft first, then the assets, published last: nobody sees half a release. See the port. */
async function ensureRelease(client, wanted) {
    await requireTag(client, wanted.tag);
    const find = () => releases_findRaw(client, wanted.tag);
    const release = (await find()) ?? (await createOnce({ create: () => createDraft(client, wanted), find, sleep: client.sleep }));
    const warnings = [];
    for (const asset of wanted.assets) {
        if (release.draft)
            await ensureAsset(client, release, asset);
        else
            warnings.push(...(await attachLate(client, release, asset)));
    }
    return { url: await publish(client, release, wanted), warnings };
}
/** A published file stays as people have it, and an immutable release takes no new one: that is told, and tried no more. */
async function attachLate(client, release, asset) {
    if (release.assets.some(({ name, state }) => name === asset.name && state === "uploaded"))
        return [];
    try {
        await ensureAsset(client, release, asset);
        return [];
    }
    catch (thrown) {
        if (!isStatus(thrown, 403, 409, 422))
            throw thrown;
        return [`${asset.name} is not attached to ${release.html_url}, which is published already: ${thrown.reason}`];
    }
}
async function findRelease(client, tag) {
    const found = await releases_findRaw(client, tag);
    return found === undefined ? undefined : { url: found.html_url, draft: found.draft };
}
/** Publishing a release of a tag that is not there would make GitHub create it, on whatever the default branch is then. */
async function requireTag(client, tag) {
    try {
        await client.request(routes.readTag, { ...client.at, ref: `tags/${tag}` });
    }
    catch (thrown) {
        if (!isStatus(thrown, 404))
            throw thrown;
        throw new faults/* ReleaseFault */.eB("policy", `There is no tag ${tag} in ${client.repository} to make a release of`, {
            hint: `Push the tag first: git push origin ${tag}`,
            cause: thrown,
        });
    }
}
/** The published one, else the oldest draft: drafts are not found by their tag, only in the list. */
async function releases_findRaw(client, tag) {
    try {
        return (await client.request(routes.readPublishedRelease, { ...client.at, tag })).data;
    }
    catch (thrown) {
        if (!isStatus(thrown, 404))
            throw thrown;
    }
    const releases = await listAll(client);
    return releases.filter((release) => release.tag_name === tag).toSorted((a, b) => a.id - b.id)[0];
}
function listAll(client) {
    return allPages(async (page) => (await client.request(routes.listReleases, { ...client.at, per_page: 100, page })).data);
}
/** Only the highest stable version is the latest release: a hotfix of an old line comes later, and is not. */
async function latestness(client, { tag, prerelease }) {
    if (prerelease)
        return "false";
    const version = semver.parse(tag);
    if (version === null)
        return "legacy";
    const stable = (await listAll(client)).filter((release) => !release.draft && !release.prerelease);
    return stable.some(({ tag_name: other }) => semver.parse(other)?.compare(version) === 1) ? "false" : "true";
}
async function createDraft(client, { tag, title, notes, prerelease }) {
    const texts = { tag_name: tag, name: title, body: notes, prerelease };
    return (await client.request(routes.createRelease, { ...client.at, ...texts, draft: true })).data;
}
async function publish(client, release, wanted) {
    const asWanted = !release.draft &&
        release.name === wanted.title &&
        normalised(release.body) === normalised(wanted.notes) &&
        release.prerelease === wanted.prerelease;
    if (asWanted)
        return release.html_url;
    const { data } = await client.request(routes.updateRelease, {
        ...client.at,
        release_id: release.id,
        tag_name: wanted.tag,
        name: wanted.title,
        body: wanted.notes,
        prerelease: wanted.prerelease,
        draft: false,
        ...(release.draft ? { make_latest: await latestness(client, wanted) } : {}),
    });
    return data.html_url;
}

;// CONCATENATED MODULE: ./build/packages/forge/checks.js
const greenConclusions = new Set(["SUCCESS", "NEUTRAL", "SKIPPED"]);
/** Checks that are not green, and required ones that nobody reported. No check at all is not a proof of anything, but no failure either. */
function checksNotGreen(contexts, required) {
    const reported = contexts.map((context) => ({
        name: checks_nameOf(context),
        state: stateOf(context),
        ...(context.url === null ? {} : { url: context.url }),
    }));
    const failing = reported.filter(({ state }) => state !== "success");
    const missing = required
        .filter((check) => !contexts.some((context) => answers(context, check)))
        .map(({ name }) => ({ name, state: "missing" }));
    const unique = new Map([...failing, ...missing].map((check) => [`${check.name}\0${check.state}`, check]));
    return [...unique.values()];
}
function checks_nameOf(context) {
    return context.kind === "CheckRun" ? context.name : context.context;
}
/** `success`, or GitHub's word for what it is: `pending`, `failure`, `timed_out`, … */
function stateOf(context) {
    if (context.kind === "StatusContext")
        return context.state.toLowerCase();
    if (context.status !== "COMPLETED")
        return "pending";
    const conclusion = context.conclusion ?? "missing";
    return greenConclusions.has(conclusion) ? "success" : conclusion.toLowerCase();
}
/** Where a rule names an app, a check of the same name by another app is not the required one. */
function answers(context, { name, appId }) {
    return checks_nameOf(context) === name && (appId === undefined || context.isRequired);
}

;// CONCATENATED MODULE: ./build/packages/forge/review-query.js
/** Everything that decides about a merge, in one request. Lists longer than a page are asked for again with cursors. */
const reviewQuery = `query ReviewState($owner: String!, $name: String!, $number: Int!, $reviews: String, $threads: String, $contexts: String) {
  repository(owner: $owner, name: $name) {
    mergeCommitAllowed
    squashMergeAllowed
    rebaseMergeAllowed
    pullRequest(number: $number) {
      state
      headRefOid
      baseRefName
      author { login }
      mergeCommit { oid }
      mergedBy { login }
      isMergeQueueEnabled
      mergeQueueEntry { state position }
      baseRef { refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts requiresLinearHistory } }
      latestOpinionatedReviews(first: 100, after: $reviews) {
        nodes { state authorCanPushToRepository author { login } commit { oid } }
        pageInfo { hasNextPage endCursor }
      }
      reviewThreads(first: 100, after: $threads) {
        nodes { isResolved }
        pageInfo { hasNextPage endCursor }
      }
      commits(last: 1) {
        nodes { commit {
          oid
          checkSuites(first: 100) { nodes { conclusion url } }
          statusCheckRollup { contexts(first: 100, after: $contexts) {
            nodes {
              kind: __typename
              ... on CheckRun { name status conclusion url: detailsUrl isRequired(pullRequestNumber: $number) }
              ... on StatusContext { context state url: targetUrl isRequired(pullRequestNumber: $number) }
            }
            pageInfo { hasNextPage endCursor }
          } }
        } }
      }
    }
  }
}`;

;// CONCATENATED MODULE: ./build/packages/forge/rules.js


/** Best first: a merge commit keeps the gated commit in the history, the others write new ones. */
const mergeMethods = ["merge", "squash", "rebase"];
/** What a linear history leaves. */
const linear = ["squash", "rebase"];
const rules_none = { approvals: 0, checks: [], mergeMethods };
/** The rules of a branch; none where the host has no rulesets or the token may not read them: merging will still be refused there. */
async function readRules(client, branch) {
    try {
        const { data } = await client.request(routes.readRules, { ...client.at, branch, per_page: 100 });
        const approvals = data.flatMap((rule) => rule.type === "pull_request" ? [rule.parameters?.required_approving_review_count ?? 0] : []);
        const checks = data.flatMap((rule) => rule.type === "required_status_checks" ? (rule.parameters?.required_status_checks ?? []) : []);
        const allowed = data.map((rule) => {
            if (rule.type === "required_linear_history")
                return linear;
            return (rule.type === "pull_request" ? rule.parameters?.allowed_merge_methods : undefined) ?? mergeMethods;
        });
        return {
            mergeMethods: mergeMethods.filter((method) => allowed.every((some) => some.includes(method))),
            approvals: Math.max(0, ...approvals),
            checks: checks.map(({ context, integration_id: appId }) => ({
                name: context,
                ...(appId === undefined ? {} : { appId }),
            })),
        };
    }
    catch (thrown) {
        if (isStatus(thrown, 403, 404))
            return rules_none;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/review-state.js





/** The evidence for merging, read from GitHub alone: nothing is taken from labels, comments or GitHub's own summary. */
async function reviewState(client, number, rulesOf) {
    const { repository, pull, reviews, threads, contexts } = await readAll(client, number);
    const rules = await rulesOf(pull.baseRefName);
    const protection = pull.baseRef?.refUpdateRule;
    const required = [...rules.checks, ...(protection?.requiredStatusCheckContexts ?? []).flatMap(toCheck)];
    const opinions = latestOpinions(reviews, pull.author?.login);
    return {
        state: { OPEN: "open", CLOSED: "closed", MERGED: "merged" }[pull.state],
        headSha: pull.headRefOid,
        ...(pull.mergeCommit !== null && pull.state === "MERGED" ? { mergeSha: pull.mergeCommit.oid } : {}),
        ...(pull.author === null ? {} : { author: pull.author.login }),
        ...(pull.mergedBy === null ? {} : { mergedBy: pull.mergedBy.login }),
        approvedBy: opinions.flatMap(({ login, state, oid }) => state === "APPROVED" && oid === pull.headRefOid ? [login] : []),
        changesRequestedBy: opinions.flatMap(({ login, state }) => (state === "CHANGES_REQUESTED" ? [login] : [])),
        unresolvedThreads: threads.filter(({ isResolved }) => !isResolved).length,
        checksNotGreen: checksNotGreen(contexts, required),
        heldRuns: heldRuns(pull),
        requiredApprovals: Math.max(rules.approvals, protection?.requiredApprovingReviewCount ?? 0),
        mergeMethods: allowedMethods(repository, rules, protection?.requiresLinearHistory === true),
        ...(pull.isMergeQueueEnabled ? { mergeQueue: queueState(pull) } : {}),
    };
}
function allowedMethods(repository, rules, isLinear) {
    const allowed = {
        merge: repository.mergeCommitAllowed,
        squash: repository.squashMergeAllowed,
        rebase: repository.rebaseMergeAllowed,
    };
    return (isLinear ? linear : mergeMethods).filter((method) => allowed[method] && rules.mergeMethods.includes(method));
}
function queueState({ mergeQueueEntry }) {
    if (mergeQueueEntry === null)
        return { state: "not-queued" };
    return { state: mergeQueueEntry.state.toLowerCase(), position: mergeQueueEntry.position };
}
/** Runs that wait for "Approve workflows to run" have no check yet: only their suite tells of them. */
function heldRuns(pull) {
    const suites = headCommit(pull)?.checkSuites?.nodes ?? [];
    return suites.flatMap((suite) => (suite?.conclusion === "ACTION_REQUIRED" ? [suite.url] : []));
}
/** GitHub's list of commits lags behind the head: checks of another commit are no evidence. */
function headCommit(pull) {
    return (pull.commits.nodes ?? []).find((node) => node?.commit.oid === pull.headRefOid)?.commit;
}
function toCheck(name) {
    return name === null ? [] : [{ name }];
}
/** The last opinion of each who may write; an author has no say in the own pull request. */
function latestOpinions(reviews, author) {
    const latest = new Map();
    for (const { author: reviewer, authorCanPushToRepository, state, commit } of reviews) {
        if (reviewer === null || reviewer.login === author || !authorCanPushToRepository)
            continue;
        latest.set(reviewer.login, { login: reviewer.login, state, oid: commit?.oid });
    }
    return [...latest.values()];
}
/** One request for all but the largest pull requests. A head that moves between two pages makes it start anew. */
async function readAll(client, number) {
    const reviews = [];
    const threads = [];
    const contexts = [];
    const cursors = {};
    let head;
    for (;;) {
        const { repository, pull } = await readPage(client, number, cursors);
        if (head !== undefined && head !== pull.headRefOid)
            return readAll(client, number);
        head = pull.headRefOid;
        const commit = headCommit(pull);
        const more = [
            take(pull.latestOpinionatedReviews, reviews, (cursor) => (cursors.reviews = cursor)),
            take(pull.reviewThreads, threads, (cursor) => (cursors.threads = cursor)),
            take(commit?.statusCheckRollup?.contexts, contexts, (cursor) => (cursors.contexts = cursor)),
        ];
        if (!more.includes(true))
            return { repository, pull, reviews, threads, contexts };
    }
}
function take(page, into, setCursor) {
    into.push(...(page?.nodes ?? []).filter((node) => node !== null));
    const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
    // After its last page a list is asked for again behind its end, and is empty.
    if (endCursor !== null)
        setCursor(endCursor);
    return hasNextPage;
}
async function readPage(client, number, cursors) {
    const { owner, repo: name } = client.at;
    const answer = await review_state_ask(client, { owner, name, number, ...cursors });
    const { repository } = answer;
    const pull = repository?.pullRequest ?? undefined;
    if (repository !== null && pull !== undefined)
        return { repository, pull };
    throw new faults/* ReleaseFault */.eB("permission", `There is no pull request #${number} in ${client.repository}`, {
        hint: `Check the number and that the token may read pull requests: ${client.webUrl}/pull/${number}.`,
    });
}
async function review_state_ask(client, variables) {
    try {
        return await client.graphql(reviewQuery, variables);
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        const partial = withoutProtection(thrown);
        if (partial !== undefined)
            return partial;
        const reason = thrown instanceof Error ? thrown.message : "unknown error";
        throw new HostFault("remote", `Could not read the review state in ${client.repository}: ${reason}`, {
            hint: "Check that the token may read pull requests, checks and statuses; then run the command again.",
            cause: thrown,
            status: undefined,
            reason,
        });
    }
}
/**
 * The answer when all that is missing is branch protection of the older kind: not every token may see it, and merging
 * is refused by it anyway.
 */
function withoutProtection(thrown) {
    if (!isPartial(thrown) || thrown.errors.length === 0)
        return undefined;
    return thrown.errors.every(({ path }) => path?.at(-1) === "refUpdateRule") ? thrown.data : undefined;
}
/** Octokit's error of an answer that has both data and errors. */
function isPartial(thrown) {
    if (!(thrown instanceof Error) || !("data" in thrown) || !("errors" in thrown))
        return false;
    return typeof thrown.data === "object" && thrown.data !== null && Array.isArray(thrown.errors);
}

;// CONCATENATED MODULE: ./build/packages/forge/github.js














/** GitHub as a forge: github.com, an Enterprise Server, or a stand-in. Nothing is sent before a method is called. */
function openGitHub(options) {
    const client = openClient(options);
    // Rules change rarely and a run polls often.
    const rules = new Map();
    const rulesOf = async (branch) => {
        const known = rules.get(branch) ?? (await readRules(client, branch));
        rules.set(branch, known);
        return known;
    };
    return {
        repository: client.repository,
        webUrl: client.webUrl,
        get calls() {
            return client.calls();
        },
        whoAmI: () => whoAmI(client),
        roleOf: (login) => roleOf(client, login),
        isTeamMember: (team, login) => isTeamMember(client, team, login),
        defaultBranch: async () => (await client.request(routes.readRepository, client.at)).data.default_branch,
        environmentExists: (name) => environmentExists(client, name),
        findEnvironment: (name) => findEnvironment(client, name),
        approvalsOf: (runId) => approvalsOf(client, runId),
        ensurePullRequest: (wanted) => ensurePullRequest(client, wanted),
        findPullRequest: (head, base) => findPullRequest(client, head, base),
        reviewState: (number) => reviewState(client, number, rulesOf),
        ensureMerged: (number, head, how) => ensureMerged(client, { number, head, ...how }),
        ensureQueued: (number, head) => ensureQueued(client, number, head),
        closePullRequest: (number) => closePullRequest(client, number),
        ensureComment: (number, marker, body) => ensureComment(client, number, marker, body),
        ensureIssue: (wanted) => ensureIssue(client, wanted),
        findComment: (id) => talk_findComment(client, id),
        ensureReaction: (comment, sign) => ensureReaction(client, comment, sign),
        sendEvent: (type, payload) => sendEvent(client, type, payload),
        runState: (id) => runState(client, id),
        ensureRelease: (wanted) => ensureRelease(client, wanted),
        findRelease: (tag) => findRelease(client, tag),
        ensureDeployment: (wanted) => ensureDeployment(client, wanted),
    };
}

;// CONCATENATED MODULE: ./build/packages/forge/index.js







// EXTERNAL MODULE: ./build/packages/git/index.js + 10 modules
var packages_git = __webpack_require__(40579);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/packages/journal/clock.js


/** The machine's clocks: whichever says that more time has passed, since one of them stops while a laptop sleeps. */
function systemClock() {
    const startedMs = performance.now();
    const bootedMs = (0,external_node_os_.uptime)() * 1000;
    return {
        monotonicMs: () => Math.max(performance.now() - startedMs, (0,external_node_os_.uptime)() * 1000 - bootedMs - 1000),
        sleep: (ms, signal, options) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: options?.background !== true }),
    };
}
/** A store with the forge's clock between two looks at it. */
class ForgeTime {
    store;
    clock;
    #slowMs;
    #anchor = { forgeMs: 0, localMs: 0 };
    constructor(store, clock, ttlMs) {
        this.store = store;
        this.clock = clock;
        this.#slowMs = ttlMs / 4;
    }
    /** Looks at the store and sets the clock by its answer. */
    async look(prefixes) {
        for (let attempt = 1;; attempt += 1) {
            // Counted from before the question: a clock that is ahead makes a lease look younger, which is the safe side.
            const localMs = this.clock.monotonicMs();
            const sight = await this.store.look(prefixes);
            this.#anchor = { forgeMs: sight.nowMs, localMs };
            // An answer that took long (a paused process) would put the clock ahead by as much.
            if (this.clock.monotonicMs() - localMs <= this.#slowMs || attempt === 3)
                return sight;
        }
    }
    /** The forge's clock now. Only after a `look`. */
    nowMs() {
        return this.#anchor.forgeMs + (this.clock.monotonicMs() - this.#anchor.localMs);
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/lines.js



/** What stands before the first fact. */
const lines_beginning = "0".repeat(64);
/** A fact as the line that is stored: canonical JSON (RFC 8785), the same bytes wherever and whenever it is written. */
function factLine(fact) {
    const line = (0,canonicalize/* default */.A)(fact);
    if (line === undefined)
        throw new TypeError("a fact is an object");
    return line;
}
/** SHA-256 (hex) that the next fact carries as `prev`. */
function lines_digestOf(line) {
    return line === undefined ? lines_beginning : (0,external_node_crypto_.createHash)("sha256").update(line).digest("hex");
}
/** Puts bodies into envelopes that follow on `lines`. */
function stamp(lines, bodies, envelope) {
    let prev = lines_digestOf(lines.at(-1));
    return bodies.map((body, index) => {
        const fact = { ...envelope, seq: lines.length + index + 1, prev, ...body };
        prev = lines_digestOf(factLine(fact));
        return fact;
    });
}
/** The time of a next fact: clocks that tell whole seconds must not let it happen before the last one. */
function notBefore(facts, nowMs) {
    const lastMs = Date.parse(facts.at(-1)?.at ?? "");
    return new Date(lastMs > nowMs ? lastMs : nowMs).toISOString();
}
function joinLines(lines) {
    return lines.map((line) => `${line}\n`).join("");
}
function splitLines(text) {
    return text.split("\n").filter((line) => line !== "");
}
/** Parses stored lines. Throws a fault when they are not one unbroken chain: somebody changed them. */
function parseFacts(release, lines) {
    const facts = lines.map((line, index) => parseFact(release, line, index));
    const problem = verifyChain(facts);
    if (problem !== undefined)
        throw brokenRecord(release, problem.reason);
    return facts;
}
function parseFact(release, line, index) {
    try {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we wrote it; the chain is checked by the caller
        return JSON.parse(line);
    }
    catch {
        throw brokenRecord(release, `line ${index + 1} is not JSON`);
    }
}
/** The first place where facts do not follow one another, or `undefined` when the chain is whole. */
function verifyChain(facts) {
    let prev = lines_beginning;
    for (const [index, fact] of facts.entries()) {
        if (fact.seq !== index + 1)
            return { seq: index + 1, reason: `fact ${index + 1} says that it is ${fact.seq}` };
        if (fact.prev !== prev) {
            return { seq: fact.seq, reason: `fact ${fact.seq} does not carry the digest of the fact before it` };
        }
        prev = lines_digestOf(factLine(fact));
    }
    return undefined;
}
function brokenRecord(release, reason) {
    return new faults/* ReleaseFault */.eB("policy", `The record of release ${release} was changed outside Release Command: ${reason}`, {
        hint: `Look at its history, \`git log -p refs/release-command/releases/${release}\`, and restore the last commit that is whole.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/refs.js

/** Where everything of ours lives. A host that forbids such refs needs another prefix here, and nothing else. */
const prefix = "refs/release-command";
const releasesPrefix = `${prefix}/releases/`;
const leasesPrefix = `${prefix}/leases/`;
/** Attempts that were denied: of no release, so they wait for nobody's lease and for no archive. */
const deniedRef = `${prefix}/denied`;
const factsPath = "facts.jsonl";
const leasePath = "lease.json";
function releaseRef(id) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id) || /\.\.|\.lock$|\.$/.test(id)) {
        throw new faults/* ReleaseFault */.eB("input", `"${id}" cannot name a release`, {
            hint: "A release is named like v2.5.0 or v2.5.0_2.",
        });
    }
    return releasesPrefix + id;
}
function releaseLeaseRef(id) {
    return `${leasesPrefix}release/${id}`;
}
function environmentLeaseRef(environment) {
    return leasesPrefix + environment;
}
/** `production`, `release/v2.5.0`: the name of a lease in facts and messages. */
function leaseName(ref) {
    return ref.slice(leasesPrefix.length);
}
function archivePath(id) {
    return `releases/${id}.jsonl`;
}
/** The file that makes two starts of one id collide. */
function reservationPath(id) {
    return `reserved/${id}`;
}

;// CONCATENATED MODULE: ./build/packages/journal/archive.js


/** Opens the newest archive. */
async function openArchive(forge, ref) {
    for (;;) {
        const { heads } = await forge.look([ref]);
        const version = heads.get(ref);
        if (version === undefined)
            return { version: "absent", paths: new Set(), read: async () => new Map() };
        const paths = await forge.store.list(ref, version);
        if (paths !== undefined)
            return { version, paths: new Set(paths), read: (wanted) => readAt(forge, ref, version, wanted) };
    }
}
async function readAt(forge, ref, version, paths) {
    const files = await forge.store.read(ref, version, paths);
    if (files === undefined)
        throw new Error(`${ref} was rewritten while it was read`);
    return files;
}
/** How a release is put into the archive: its facts, the caller's files, and the reservation of its id goes. */
function archiveChange(options) {
    const { forge, ref, id } = options;
    return async (facts, lines) => {
        const archive = await openArchive(forge, ref);
        const readOne = async (path) => (await archive.read([path])).get(path);
        const files = new Map([[archivePath(id), joinLines(lines)]]);
        if (archive.paths.has(reservationPath(id)))
            files.set(reservationPath(id), undefined);
        for (const { path, content, append } of await options.files(facts, readOne)) {
            const before = append === true ? (files.get(path) ?? (await readOne(path)) ?? "") : "";
            files.set(path, before + content);
        }
        return { ref, expect: archive.version, before: "base", message: `${id}: archived`, files };
    };
}

;// CONCATENATED MODULE: ./build/packages/journal/aside.js



/**
 * One try to append a fact without any lease, by compare-and-swap on the facts that `say` was shown; it says nothing to
 * facts that need no more. `undefined`: somebody was faster, or the answer got lost: show it the newest facts.
 */
async function appendAside({ forge, author, release }, say) {
    const ref = releaseRef(release);
    const { heads } = await forge.look([ref]);
    const version = heads.get(ref);
    if (version === undefined)
        throw notLive(release);
    const files = await forge.store.read(ref, version, [factsPath]);
    if (files === undefined)
        return undefined;
    const lines = splitLines(files.get(factsPath) ?? "");
    const facts = parseFacts(release, lines);
    const body = say(facts);
    if (body === undefined)
        return "unwanted";
    const at = notBefore(facts, forge.nowMs());
    const { actor, run } = author;
    const added = stamp(lines, [body], { release, at, actor, run }).map(factLine);
    const content = new Map([[factsPath, joinLines([...lines, ...added])]]);
    const message = `${release}: ${body.type}`;
    const { state } = await forge.store.write([{ ref, expect: version, before: "history", message, files: content }], at);
    return state === "applied" ? "appended" : undefined;
}
function notLive(release) {
    return new faults/* ReleaseFault */.eB("policy", `No release ${release} is under way`, {
        hint: "List those that are with `release status`; one that is over takes no requests.",
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/denied.js





const line = schemas/* strictObject */.rej({
    hour: schemas/* string */.YjP(),
    person: schemas/* string */.YjP(),
    count: schemas/* number */.aig().int().positive(),
    asked: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(machine/* deeds */.Iv), schemas/* number */.aig().int().positive()),
    first: schemas/* string */.YjP(),
    last: schemas/* string */.YjP(),
    release: schemas/* string */.YjP().exactOptional(),
    why: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
});
/** The lines with one more attempt: a line of its own for the first of a person in an hour, else one more in their count. */
function countDenied(lines, attempt) {
    const { at, deed, release } = attempt;
    const hour = at.slice(0, "2026-03-01T14".length);
    const person = attempt.person.slice(0, 100);
    const mine = (one) => one.hour === hour && one.person.toLowerCase() === person.toLowerCase();
    const before = lines.find(mine);
    const counted = {
        hour,
        person,
        count: (before?.count ?? 0) + 1,
        asked: { ...before?.asked, [deed]: (before?.asked[deed] ?? 0) + 1 },
        first: before?.first ?? at,
        last: at,
        ...(release === undefined ? {} : { release: release.slice(0, 60) }),
        why: attempt.why.slice(0, 300),
        run: attempt.run.slice(0, 100),
    };
    return before === undefined ? [...lines, counted] : lines.map((one) => (one === before ? counted : one));
}
/** A file a month: what is rewritten with each attempt stays small. */
const pathOf = (at) => `denied/${at.slice(0, "2026-03".length)}.jsonl`;
/** Notes one attempt; returns a try that is to be repeated until it is `noted`. An answer that got lost is not counted twice. */
function noting(forge, attempt, run) {
    let sent;
    return async () => {
        const { heads } = await forge.look([deniedRef]);
        const head = heads.get(deniedRef);
        if (head !== undefined && head === sent)
            return "noted";
        const at = new Date(forge.nowMs()).toISOString();
        const path = pathOf(at);
        const files = head === undefined ? new Map() : await forge.store.read(deniedRef, head, [path]);
        if (files === undefined)
            return undefined;
        const lines = countDenied(parseDenied(files.get(path) ?? ""), { ...attempt, at, run });
        const content = new Map([[path, joinLines(lines.map((one) => JSON.stringify(one)))]]);
        const message = `${attempt.person.slice(0, 100)}: ${attempt.deed} denied`;
        const change = { ref: deniedRef, expect: head ?? "absent", before: "base", message, files: content };
        const { state, versions } = await forge.store.write([change], at);
        sent = versions.get(deniedRef);
        return state === "applied" ? "noted" : undefined;
    };
}
/** All lines, oldest month first; `undefined`: the head moved while it was read. */
async function readDenied(forge) {
    const { heads } = await forge.look([deniedRef]);
    const head = heads.get(deniedRef);
    if (head === undefined)
        return [];
    const paths = (await forge.store.list(deniedRef, head))?.toSorted();
    const files = paths === undefined ? undefined : await forge.store.read(deniedRef, head, paths);
    return paths?.flatMap((path) => parseDenied(files?.get(path) ?? ""));
}
function parseDenied(text) {
    return splitLines(text).map((one) => {
        const read = schemas/* string */.YjP().transform(denied_parsed).pipe(line).safeParse(one);
        if (read.success)
            return read.data;
        throw new faults/* ReleaseFault */.eB("policy", `${deniedRef} was changed by others: it has a line that is not ours`, {
            hint: `Look at it: git fetch origin ${deniedRef} && git log -p FETCH_HEAD. Put the version before back.`,
            cause: read.error,
        });
    });
}
function denied_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/held-back.js

/** The record as if the waiting facts had been appended. Throws when they cannot follow. */
function preview(facts, held, at) {
    return held.reduce((record, { body }) => (0,machine/* apply */.Bb)(record, provisional(record, body, at)), (0,machine/* fold */.AU)(facts));
}
/**
 * What is left after news (rule 9): observations. One that only made sense on top of a decision that fell is kept as a
 * warning, so that nothing seen is lost and nothing stored is broken.
 */
function withoutDecisions(facts, held, at) {
    const kept = [];
    for (const item of held.filter(({ kind }) => kind === "observation")) {
        kept.push(follows(facts, [...kept, item], at) ? item : asWarning(item));
    }
    return kept;
}
/** Bodies to append: a terminal state answers what nobody answered before it is settled (rule 12). */
function answeringAll(record, bodies) {
    const end = bodies.findIndex((body) => body.type === "settled");
    if (end === -1)
        return bodies;
    const answered = new Set(bodies.flatMap((body) => (body.type === "answered" ? [body.id] : [])));
    const open = record.requests.filter((request) => !answered.has(request.id));
    const answers = open.map(({ id }) => ({
        type: "answered",
        id,
        outcome: "refused",
        reason: "the release was over",
    }));
    return [...bodies.slice(0, end), ...answers, ...bodies.slice(end)];
}
function provisional(record, body, at) {
    const run = { id: "", attempt: 0 };
    return { seq: record.lastSeq + 1, release: record.id, at, actor: "", run, prev: "", ...body };
}
function follows(facts, held, at) {
    try {
        preview(facts, held, at);
        return true;
    }
    catch {
        return false;
    }
}
function asWarning({ body }) {
    const message = `Seen, but the decision it followed from was dropped for a request: ${JSON.stringify(body)}`;
    return { kind: "observation", body: { type: "warned", message } };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./build/packages/journal/lease.js


const schema = schemas/* object */.Ikc({
    /** The release in whose name it is held. */
    release: schemas/* string */.YjP(),
    /** The process that holds it: a new process of the same run is another holder. */
    holder: schemas/* string */.YjP(),
    actor: schemas/* string */.YjP(),
    run: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), attempt: schemas/* number */.aig() }),
    /** By the forge's clock, not later than when the push was sent. */
    renewedAt: schemas/* string */.YjP(),
    ttlMs: schemas/* number */.aig(),
    effectMs: schemas/* number */.aig(),
    /** Counts the renewals, so that each is a new commit. */
    beat: schemas/* number */.aig(),
    /** Nobody drives; the environment stays with the release that touched it. */
    parked: schemas/* boolean */.zMY(),
});
function newLease(release, holder, author, times) {
    const { actor, run } = author;
    const { ttlMs, effectMs } = times;
    return { release, holder, actor, run: { ...run }, renewedAt: "", ttlMs, effectMs, beat: 0, parked: false };
}
function parseLease(ref, text) {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success)
        return parsed.data;
    throw new faults/* ReleaseFault */.eB("policy", `${ref} does not hold a lease of ours: ${errors/* prettifyError */.S1(parsed.error)}`, {
        hint: `It was written by another version or by hand. When nobody drives a release, delete it: git push origin :${ref}`,
    });
}
/** Whether its holder has said nothing for a whole ttl. A parked lease has no holder that could. */
function isStale(lease, forgeMs) {
    return !lease.parked && forgeMs - Date.parse(lease.renewedAt) >= lease.ttlMs;
}
/**
 * From when a successor may act, by the forge's clock: the ttl is over, and an effect that was begun at the last moment
 * allowed (ttl/2) is not in flight any more.
 */
function freeAtMs(lease) {
    return Date.parse(lease.renewedAt) + Math.max(lease.ttlMs, lease.ttlMs / 2 + lease.effectMs);
}

;// CONCATENATED MODULE: ./build/packages/journal/port.js

/** A person asked for something while we drove: read the record again and decide again. */
class NewsError extends Error {
    name = "NewsError";
}
/** A successor took over; whatever this process believed is over. */
class LostLeaseError extends Error {
    name = "LostLeaseError";
}
/** Somebody who is alive drives the release: there is nothing to do here, and nothing was changed. */
class DrivenElsewhereError extends faults/* ReleaseFault */.eB {
    name = "DrivenElsewhereError";
}
/** Another release has the environment. */
class EnvironmentBusyError extends Error {
    name = "EnvironmentBusyError";
    environment;
    release;
    /** The holder's lease is stale and its release touched the environment: it must be resumed or rolled back first. */
    orphaned;
    constructor(environment, release, orphaned) {
        super(`${environment} belongs to release ${release}${orphaned ? ", whose driver died" : ""}`);
        this.environment = environment;
        this.release = release;
        this.orphaned = orphaned;
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/environment.js





/** Reads the leases among these heads; one that changed meanwhile is read as missing, and the caller looks again. */
async function readLease({ store }, heads, ref) {
    const version = heads.get(ref);
    const files = version === undefined ? undefined : await store.read(ref, version, [leasePath]);
    const text = files?.get(leasePath);
    return version === undefined || text === undefined ? undefined : { ref, version, lease: parseLease(ref, text) };
}
/**
 * The version at which an environment's lease may be taken for a release: free, or its own parked one, or a dead
 * holder's that touched nothing. Waits as long as that holder's last effect could be in flight (rules 6 and 11).
 */
async function leaseToTake(forge, id, environment) {
    const ref = environmentLeaseRef(environment);
    for (;;) {
        const { heads } = await forge.look([ref]);
        const found = await readLease(forge, heads, ref);
        if (found === undefined && !heads.has(ref))
            return { version: "absent", adopted: false };
        if (found === undefined)
            continue;
        const { lease, version } = found;
        // We hold the release, so what stands under its name is ours: parked, or left by the holder before us.
        if (lease.release === id)
            return { version, adopted: !lease.parked };
        if (lease.parked || !isStale(lease, forge.nowMs()))
            throw new EnvironmentBusyError(environment, lease.release, false);
        if (await hasTouched(forge, lease.release, environment)) {
            throw new EnvironmentBusyError(environment, lease.release, true);
        }
        const waitMs = freeAtMs(lease) - forge.nowMs();
        if (waitMs <= 0)
            return { version, adopted: true };
        await forge.clock.sleep(waitMs);
    }
}
async function hasTouched(forge, release, environment) {
    const ref = releaseRef(release);
    const { heads } = await forge.look([ref]);
    const version = heads.get(ref);
    if (version === undefined)
        return false;
    const files = await forge.store.read(ref, version, [factsPath]);
    // Gone while we read: somebody acts on it just now, so it is not ours to judge.
    if (files === undefined)
        return true;
    const record = (0,machine/* fold */.AU)(parseFacts(release, splitLines(files.get(factsPath) ?? "")));
    return record.touched.has(environment) && !((0,machine/* isTerminal */.Hd)(record.state) && record.settled !== undefined);
}

;// CONCATENATED MODULE: ./build/packages/journal/driver.js






/** Moves one release. Pushes go one after another; the renewal in the background takes its turn among them. */
class LeasedDriver {
    id;
    #options;
    #tenure;
    #stopped = new AbortController();
    #held = [];
    #moves = new Map();
    #turn = Promise.resolve();
    #polledMs;
    #closed = false;
    #hasNews = false;
    #knownForeign;
    constructor(options) {
        this.id = options.id;
        this.#options = options;
        this.#tenure = options.tenure;
        this.#knownForeign = options.tenure.foreignFacts;
        this.#polledMs = options.forge.clock.monotonicMs();
        void this.#renewForEver();
    }
    get record() {
        return preview(this.#tenure.facts, this.#held, this.#now());
    }
    get facts() {
        const { actor, run } = this.#options.author;
        const at = this.#now();
        const held = this.#held.map(({ body }, index) => ({
            seq: this.#tenure.facts.length + index + 1,
            release: this.id,
            at,
            actor,
            run,
            prev: "",
            ...body,
        }));
        return [...this.#tenure.facts, ...held];
    }
    async step(name, effect, options = {}) {
        this.#assertOpen();
        const record = this.record;
        const full = (0,machine/* stepName */.u)(record, name);
        if (record.done.has(full)) {
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same step recorded it; JSON keeps its type
            return record.done.get(full);
        }
        const { touches } = options;
        const intent = { type: "step-intended", step: full, ...(touches === undefined ? {} : { touches }) };
        await this.#inTurn(async () => {
            this.#throwNews();
            const isIntended = record.intended?.step === full && (touches === undefined || record.touched.has(touches));
            if (!isIntended || this.#held.length > 0 || this.#moves.size > 0)
                await this.#append(isIntended ? [] : [intent]);
        });
        await this.#options.onEffect?.("before", full);
        // The last look at the clock before the world is changed: what came before may have taken long (rule 5).
        await this.#inTurn(() => this.#renewOlderThan(this.#options.times.ttlMs / 2));
        const result = await effect();
        await this.#options.onEffect?.("after", full);
        this.observe({ type: "step-done", step: full, result }, ...(options.facts?.(result) ?? []));
        return result;
    }
    observe(...facts) {
        this.#hold("observation", facts);
    }
    decide(...facts) {
        this.#hold("decision", facts);
    }
    async flush() {
        this.#assertOpen();
        await this.#inTurn(async () => {
            this.#throwNews();
            if (this.#held.length > 0 || this.#moves.size > 0)
                await this.#append([]);
        });
    }
    async poll() {
        this.#assertOpen();
        await this.#inTurn(async () => {
            this.#throwNews();
            const { clock } = this.#options.forge;
            if (clock.monotonicMs() - this.#polledMs < this.#options.pollMs)
                return;
            this.#polledMs = clock.monotonicMs();
            await this.#tenure.refresh();
            this.#noteNews();
            this.#throwNews();
        });
    }
    async takeEnvironment(environment) {
        this.#assertOpen();
        const ref = environmentLeaseRef(environment);
        await this.#inTurn(async () => {
            this.#moves.delete(ref);
            while (!this.#tenure.held.includes(ref)) {
                const { version, adopted } = await leaseToTake(this.#options.forge, this.id, environment);
                const taken = { type: "lease-taken", lease: leaseName(ref), holder: this.#options.holder, adopted };
                await this.#append([taken], new Map([[ref, { to: "held", taking: version }]]));
            }
        });
    }
    giveBackEnvironment(environment, options = {}) {
        this.#assertOpen();
        const ref = environmentLeaseRef(environment);
        if (this.#tenure.held.includes(ref))
            this.#moves.set(ref, { to: options.parked === true ? "parked" : "gone" });
    }
    async suspend(suspension) {
        this.#assertOpen();
        await this.#inTurn(async () => {
            await this.#append([{ type: "suspended", ...suspension }], this.#givingBack());
            this.#stop();
        });
    }
    async archive(files) {
        this.#assertOpen();
        await this.#inTurn(async () => {
            this.#throwNews();
            const gone = this.#tenure.held.map((ref) => [ref, { to: "gone" }]);
            const archive = archiveChange({ forge: this.#options.forge, ref: this.#options.archiveRef, id: this.id, files });
            while ((await this.#push({ bodies: this.#bodies([]), leases: new Map(gone), archive })) !== "applied") {
                // The archive went on meanwhile: asked again on top of it.
            }
            this.#stop();
        });
    }
    async close() {
        await this.#inTurn(async () => {
            if (this.#closed || this.#tenure.isLost)
                return this.#stop();
            this.#stop();
            await this.#tenure.push({ bodies: [], leases: this.#givingBack() }).catch((thrown) => {
                if (!(thrown instanceof LostLeaseError))
                    throw thrown;
            });
        });
    }
    #hold(kind, facts) {
        this.#assertOpen();
        const held = [...this.#held, ...facts.map((body) => ({ kind, body }))];
        // Whatever cannot follow is refused here, at the call that made it, and not at a later append.
        preview(this.#tenure.facts, held, this.#now());
        this.#held = held;
    }
    /** Appends what is held back and these decisions, or throws and keeps the observations. */
    async #append(decisions, leases = new Map()) {
        this.#throwNews();
        preview(this.#tenure.facts, [...this.#held, ...decisions.map((body) => ({ kind: "decision", body }))], this.#now());
        await this.#push({ bodies: this.#bodies(decisions), leases: new Map([...this.#moves, ...leases]) });
    }
    async #push(plan) {
        const sent = this.#held.length;
        const result = await this.#tenure.push(plan);
        if (result === "applied") {
            // What was observed while the push was under way waits for the next one.
            this.#held = this.#held.slice(sent);
            for (const ref of plan.leases?.keys() ?? [])
                this.#moves.delete(ref);
        }
        this.#noteNews();
        if (result === "applied")
            return result;
        this.#throwNews();
        return result === "news" ? "again" : result;
    }
    #bodies(decisions) {
        return answeringAll(this.record, [...this.#held.map(({ body }) => body), ...decisions]);
    }
    /** Whoever found it, a renewal in the background too: what was decided without it falls (rule 9). */
    #noteNews() {
        if (this.#tenure.foreignFacts === this.#knownForeign)
            return;
        this.#knownForeign = this.#tenure.foreignFacts;
        this.#held = withoutDecisions(this.#tenure.facts, this.#held, this.#now());
        this.#hasNews = true;
    }
    async #renew() {
        await this.#tenure.push({ bodies: [] });
        this.#noteNews();
    }
    #throwNews() {
        if (!this.#hasNews)
            return;
        this.#hasNews = false;
        // Decided since the news was found, but by a caller who was not told of it yet.
        this.#held = withoutDecisions(this.#tenure.facts, this.#held, this.#now());
        throw new NewsError(`A request for release ${this.id} arrived: read its record and decide again.`);
    }
    /** Rule 11: what was touched stays under the release's name. */
    #givingBack() {
        const touched = [...this.record.touched].map(environmentLeaseRef);
        return new Map(this.#tenure.held.map((ref) => {
            const asked = this.#moves.get(ref);
            return [ref, asked ?? { to: touched.includes(ref) ? "parked" : "gone" }];
        }));
    }
    async #renewOlderThan(ageMs) {
        this.#assertOpen();
        for (let tries = 0; this.#tenure.ageMs >= ageMs && tries < 3; tries += 1)
            await this.#renew();
        if (this.#tenure.ageMs >= ageMs) {
            throw new LostLeaseError(`The leases of ${this.id} cannot be renewed fast enough to act safely.`);
        }
    }
    async #renewForEver() {
        const { clock } = this.#options.forge;
        const { renewMs } = this.#options.times;
        const { signal } = this.#stopped;
        while (!signal.aborted && !this.#tenure.isLost) {
            // A renewal that fails is tried again; what matters is checked before the next effect.
            await clock
                .sleep(renewMs / 4, signal, { background: true })
                .then(() => this.#inTurn(async () => this.#renewDue(renewMs)))
                .catch(() => { });
        }
    }
    async #renewDue(renewMs) {
        if (this.#closed || this.#tenure.isLost || this.#tenure.ageMs < renewMs * 0.75)
            return;
        await this.#renew();
    }
    #inTurn(act) {
        const mine = this.#turn.then(act, act);
        this.#turn = mine.catch(() => { });
        return mine;
    }
    #assertOpen() {
        this.#tenure.assertHeld();
        if (this.#closed)
            throw new LostLeaseError(`This process gave release ${this.id} back.`);
    }
    #stop() {
        this.#closed = true;
        this.#stopped.abort();
    }
    #now() {
        return new Date(this.#options.forge.nowMs()).toISOString();
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/start.js





/**
 * Opens a release in one push with its lease and the reservation of its id, so that two starts of one id collide
 * (rule 14). `undefined`: the archive moved meanwhile, try again.
 */
async function startRelease(options) {
    const { forge, author, archiveRef, lease, plan, attempt } = options;
    const id = lease.release;
    const leaseRef = releaseLeaseRef(id);
    const archive = await openArchive(forge, archiveRef);
    await refuseUsed(forge, id, archive.paths);
    const sentMs = forge.clock.monotonicMs();
    const at = new Date(forge.nowMs()).toISOString();
    const { actor, run } = author;
    const bodies = [
        { type: "opened", plan, attempt },
        { type: "lease-taken", lease: leaseName(leaseRef), holder: lease.holder, adopted: false },
    ];
    const lines = stamp([], bodies, { release: id, at, actor, run }).map(factLine);
    const reservation = { at, actor, run, holder: lease.holder };
    const changes = [
        { ...addition(id, releaseRef(id), factsPath, joinLines(lines)), before: "history" },
        addition(id, leaseRef, leasePath, `${JSON.stringify({ ...lease, renewedAt: at })}\n`),
        {
            ...addition(id, archiveRef, reservationPath(id), `${JSON.stringify(reservation)}\n`),
            expect: archive.version,
            before: "base",
        },
    ];
    await options.onAppend?.("before", lines.length);
    const written = await forge.store.write(changes, at);
    if (written.state !== "applied" && !(await isStored(forge, id, lines)))
        return undefined;
    await options.onAppend?.("after", lines.length);
    const tenure = options.open({ version: written.versions.get(releaseRef(id)) ?? "", lines });
    tenure.begin(new Map([[leaseRef, written.versions.get(leaseRef) ?? ""]]), sentMs);
    return tenure;
}
function addition(id, ref, path, content) {
    return { ref, expect: "absent", before: "lost", message: `${id}: opened`, files: new Map([[path, content]]) };
}
async function refuseUsed(forge, id, paths) {
    const { heads } = await forge.look([releaseRef(id), releaseLeaseRef(id)]);
    if (paths.has(archivePath(id))) {
        throw new faults/* ReleaseFault */.eB("policy", `There is a record of release ${id} already: it is over and archived`, {
            hint: `Read it: release report ${id}. A number that was never tagged can be retried: release retry ${id}`,
        });
    }
    if (!heads.has(releaseRef(id)) && !paths.has(reservationPath(id)))
        return;
    const by = await leaseNow(forge, id);
    const who = by === undefined ? "Nobody drives it now." : `${by.actor} drives it in run ${by.run.id}.`;
    throw new faults/* ReleaseFault */.eB("policy", `Release ${id} is open already. ${who}`, {
        hint: `Continue it: release resume ${id}`,
    });
}
/** Who holds a release; a lease that is renewed while it is read is read again. */
async function leaseNow(forge, id) {
    const ref = releaseLeaseRef(id);
    for (;;) {
        const { heads } = await forge.look([ref]);
        const found = await readLease(forge, heads, ref);
        if (found !== undefined || !heads.has(ref))
            return found?.lease;
    }
}
async function isStored(forge, id, lines) {
    const ref = releaseRef(id);
    const { heads } = await forge.look([ref]);
    const version = heads.get(ref);
    const files = version === undefined ? undefined : await forge.store.read(ref, version, [factsPath]);
    return files?.get(factsPath)?.startsWith(joinLines(lines)) === true;
}

;// CONCATENATED MODULE: ./build/packages/journal/takeover.js






/**
 * Takes the lease of a live release, and with it, in the same push, every environment that stands under the release's
 * name (rules 2 and 11). `undefined`: somebody moved meanwhile, try again.
 */
async function takeRelease(options) {
    const { forge, id, holder } = options;
    const stale = await waitForHolder(options);
    const { heads } = await forge.look([releaseRef(id), leasesPrefix]);
    const leaseRef = releaseLeaseRef(id);
    const version = heads.get(releaseRef(id));
    if (version === undefined)
        throw takeover_notLive(id);
    if (heads.get(leaseRef) !== stale?.version)
        return undefined;
    const files = await forge.store.read(releaseRef(id), version, [factsPath]);
    if (files === undefined)
        return undefined;
    const ours = await environmentsOf(forge, id, heads);
    const tenure = options.open({ version, lines: splitLines(files.get(factsPath) ?? "") });
    const taking = new Map([[leaseRef, { to: "held", taking: stale?.version ?? "absent" }]]);
    for (const found of ours)
        taking.set(found.ref, { to: "held", taking: found.version });
    const bodies = [...taking.keys()].map((ref) => ({
        type: "lease-taken",
        lease: leaseName(ref),
        holder,
        adopted: stale !== undefined,
    }));
    return (await tenure.push({ bodies, leases: taking })) === "applied" ? tenure : undefined;
}
/** Waits until a holder that says nothing more may be succeeded; one that renews is alive. */
async function waitForHolder({ forge, id, renewMs, onWait }) {
    const ref = releaseLeaseRef(id);
    let first;
    for (;;) {
        const { heads } = await forge.look([ref, releaseRef(id)]);
        if (!heads.has(releaseRef(id)))
            throw takeover_notLive(id);
        const found = await readLease(forge, heads, ref);
        if (found === undefined && !heads.has(ref))
            return undefined;
        if (found === undefined)
            continue;
        if (first !== undefined && found.version !== first.version)
            throw driven(id, found.lease);
        first = found;
        const waitMs = freeAtMs(found.lease) - forge.nowMs();
        if (waitMs <= 0)
            return found;
        onWait?.(waitMs, found.lease.holder);
        await forge.clock.sleep(Math.min(waitMs, renewMs / 2));
    }
}
async function environmentsOf(forge, id, heads) {
    const refs = [...heads.keys()].filter((ref) => ref.startsWith(leasesPrefix) && !leaseName(ref).includes("/"));
    const found = await Promise.all(refs.map((ref) => readLease(forge, heads, ref)));
    return found.flatMap((lease) => (lease?.lease.release === id ? [lease] : []));
}
function driven(id, { actor, run, holder }) {
    return new DrivenElsewhereError("policy", `Release ${id} is driven by ${actor} in run ${run.id} (${holder}) right now`, {
        hint: `See where it stands: release status ${id}   or send it a request: release hold ${id} --reason="…"`,
    });
}
function takeover_notLive(id) {
    return new faults/* ReleaseFault */.eB("policy", `No release ${id} is under way`, {
        hint: "List those that are with `release status`; one that is over can be read with `release report`.",
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/tenure.js




const maxTries = 8;
const pauseMs = 150;
/**
 * One process' hold on a release: the facts as they were last seen, the versions of its leases, and when they were last
 * renewed. Every push carries every lease as a new version, so whoever lost one writes nothing (rule 1).
 */
class Tenure {
    #options;
    #held = new Map();
    #head;
    #facts;
    #beat = 0;
    #renewedMs = Number.NEGATIVE_INFINITY;
    #lost;
    #foreign = 0;
    constructor(options, head) {
        this.#options = options;
        this.#head = head;
        this.#facts = parseFacts(options.id, head.lines);
    }
    get facts() {
        return this.#facts;
    }
    get lines() {
        return this.#head.lines;
    }
    /** How many facts of others were found so far, by whatever read or push: when it grows, there is news. */
    get foreignFacts() {
        return this.#foreign;
    }
    /** Refs of the leases held now. */
    get held() {
        return [...this.#held.keys()];
    }
    /** How long ago, at most, the leases were last renewed. */
    get ageMs() {
        return this.#options.forge.clock.monotonicMs() - this.#renewedMs;
    }
    get isLost() {
        return this.#lost !== undefined;
    }
    /** Takes note of leases that `start` took in its own push, sent at `sentMs`. */
    begin(versions, sentMs) {
        for (const [ref, version] of versions)
            this.#held.set(ref, version);
        this.#renewedMs = sentMs;
    }
    assertHeld() {
        if (this.#lost !== undefined)
            throw new LostLeaseError(this.#lost);
    }
    /** Sends one push until it is certain what became of it. */
    async push(plan) {
        this.assertHeld();
        const sentMs = this.#options.forge.clock.monotonicMs();
        const sending = await this.#prepare(plan);
        const { onAppend } = this.#options;
        if (sending.facts.length > 0)
            await onAppend?.("before", sending.facts.length);
        const result = await this.#send(sending, sentMs);
        if (sending.facts.length > 0 && result === "applied")
            await onAppend?.("after", sending.facts.length);
        return result;
    }
    /** Reads the ref and the leases. */
    async refresh() {
        this.assertHeld();
        const { heads } = await this.#look();
        for (const [ref, version] of this.#held) {
            if (heads.get(ref) !== version)
                throw this.#loseTo(ref);
        }
        const version = heads.get(releaseRef(this.#options.id));
        const head = version === undefined ? undefined : await this.#readHead(version);
        if (head !== undefined)
            this.#absorb(head);
    }
    async #prepare({ bodies, leases, archive }) {
        const { id, author, forge } = this.#options;
        const at = new Date(forge.nowMs()).toISOString();
        const stampedAt = notBefore(this.#facts, forge.nowMs());
        const facts = stamp(this.lines, bodies, { release: id, at: stampedAt, actor: author.actor, run: author.run });
        const lines = facts.map(factLine);
        const moves = new Map(this.held.map((ref) => [ref, { to: "held" }]));
        for (const [ref, move] of leases ?? [])
            moves.set(ref, move);
        this.#beat += 1;
        const changes = [...moves].map(([ref, move]) => this.#leaseChange(ref, move, at));
        const all = [...this.lines, ...lines];
        const archived = await archive?.([...this.#facts, ...facts], all);
        if (archived !== undefined)
            changes.unshift(archived, this.#releaseChange("archived", undefined));
        else if (facts.length > 0) {
            const what = bodies.map((body) => body.type).join(", ");
            changes.unshift(this.#releaseChange(what, new Map([[factsPath, joinLines(all)]])));
        }
        return { facts, lines, moves, changes, at, archive: archived };
    }
    #releaseChange(what, files) {
        const { id } = this.#options;
        const change = { ref: releaseRef(id), expect: this.#head.version, before: "history" };
        return { ...change, message: `${id}: ${what}`, ...(files === undefined ? {} : { files }) };
    }
    #leaseChange(ref, { to, taking }, at) {
        const expect = this.#held.get(ref) ?? taking ?? "absent";
        const message = `${this.#options.id}: lease ${to}`;
        if (to === "gone")
            return { ref, expect, before: "lost", message };
        const lease = { ...this.#options.lease, renewedAt: at, beat: this.#beat, parked: to === "parked" };
        return { ref, expect, before: "lost", message, files: new Map([[leasePath, `${JSON.stringify(lease)}\n`]]) };
    }
    async #send(sending, sentMs) {
        let reason = "";
        for (let attempt = 1; attempt <= maxTries; attempt += 1) {
            const written = await this.#options.forge.store.write(sending.changes, sending.at);
            if (written.state === "applied")
                return this.#confirm(sending, written, sentMs);
            reason = written.reason;
            const found = await this.#findOut(sending, written, sentMs);
            if (found !== undefined)
                return found;
            await this.#options.forge.clock.sleep(pauseMs * attempt * (0.5 + this.#options.random()));
        }
        throw new faults/* ReleaseFault */.eB("remote", `The record of ${this.#options.id} could not be written in ${maxTries} tries: ${reason}`, {
            hint: `Nothing is lost. When the git host answers again, continue with: release resume ${this.#options.id}`,
        });
    }
    #confirm({ facts, lines, moves }, { versions }, sentMs) {
        if (facts.length > 0) {
            const version = versions.get(releaseRef(this.#options.id)) ?? this.#head.version;
            this.#head = { version, lines: [...this.lines, ...lines] };
            this.#facts = [...this.#facts, ...facts];
        }
        this.#keepLeases(moves, versions, sentMs);
        return "applied";
    }
    #keepLeases(moves, versions, sentMs) {
        for (const [ref, move] of moves) {
            const version = versions.get(ref);
            if (move.to === "held" && version !== undefined)
                this.#held.set(ref, version);
            else
                this.#held.delete(ref);
        }
        this.#renewedMs = sentMs;
    }
    /** After a refused push or a lost answer: what is true? `undefined`: nothing changed, the same push may go again. */
    async #findOut(sending, written, sentMs) {
        const { heads } = await this.#look();
        const version = heads.get(releaseRef(this.#options.id));
        const head = version === undefined ? undefined : await this.#readHead(version);
        if (version === undefined)
            return this.#findArchived(sending, heads);
        if (head === undefined)
            return undefined;
        if (this.#hasLanded(sending, written, head, heads))
            return this.#adopt(sending, written, head, heads, sentMs);
        const stranger = [...sending.moves].find(([ref, move]) => !isExpected(heads.get(ref), this.#held.get(ref) ?? move.taking));
        // A torn read may show the new lease beside the old head: then read again.
        if (stranger !== undefined && heads.get(stranger[0]) === written.versions.get(stranger[0]))
            return undefined;
        if (stranger !== undefined) {
            if (!this.#held.has(stranger[0]))
                return "beaten";
            throw this.#loseTo(stranger[0]);
        }
        if (head.version !== this.#head.version)
            return this.#absorb(head) ? "news" : undefined;
        return sending.archive !== undefined && heads.get(sending.archive.ref) !== sending.archive.expect
            ? "again"
            : undefined;
    }
    #hasLanded(sending, { versions }, head, heads) {
        const { lines, moves, archive } = sending;
        // An archived release has no head.
        if (archive !== undefined)
            return false;
        const offset = this.lines.length;
        if (lines.length > 0)
            return lines.every((line, index) => head.lines[offset + index] === line);
        return [...moves.keys()].every((ref) => heads.get(ref) === versions.get(ref));
    }
    #adopt(sending, written, head, heads, sentMs) {
        this.#absorb(head, sending.lines.length);
        this.#keepLeases(sending.moves, written.versions, sentMs);
        for (const [ref, version] of this.#held) {
            if (heads.get(ref) !== version)
                throw this.#loseTo(ref);
        }
        return "applied";
    }
    async #findArchived(sending, heads) {
        const { archive } = sending;
        const version = archive === undefined ? undefined : heads.get(archive.ref);
        if (archive === undefined || version === undefined)
            throw this.#loseTo(releaseRef(this.#options.id));
        const path = archivePath(this.#options.id);
        const files = await this.#options.forge.store.read(archive.ref, version, [path]);
        if (files === undefined)
            return undefined;
        if (files.get(path) !== archive.files?.get(path))
            throw this.#loseTo(releaseRef(this.#options.id));
        this.#held.clear();
        return "applied";
    }
    /** Goes on to a newer head, of which `own` lines are ours; whether it was newer. */
    #absorb(head, own = 0) {
        const added = head.lines.length - this.lines.length;
        if (added <= 0)
            return false;
        this.#facts = parseFacts(this.#options.id, head.lines);
        this.#head = head;
        this.#foreign += added - own;
        return true;
    }
    async #readHead(version) {
        if (version === this.#head.version)
            return this.#head;
        const files = await this.#options.forge.store.read(releaseRef(this.#options.id), version, [factsPath]);
        const text = files?.get(factsPath);
        return text === undefined ? undefined : { version, lines: splitLines(text) };
    }
    #look() {
        return this.#options.forge.look([releaseRef(this.#options.id), leasesPrefix, this.#options.archiveRef]);
    }
    #loseTo(ref) {
        this.#lost = `${ref} is not held by this process any more: another one drives release ${this.#options.id}`;
        return new LostLeaseError(this.#lost);
    }
}
function isExpected(version, expect) {
    return version === (expect === "absent" ? undefined : expect);
}

;// CONCATENATED MODULE: ./build/packages/journal/journal.js















const defaultTimes = { ttlMs: 90_000, renewMs: 30_000, effectMs: 60_000 };
const journal_maxTries = 20;
const journal_pauseMs = 50;
/** The journal over any store. */
function journalOver(store, options) {
    return new StoredJournal(store, options);
}
class StoredJournal {
    #options;
    #times;
    #forge;
    #archiveRef;
    #random;
    constructor(store, options) {
        this.#options = options;
        this.#times = { ...defaultTimes, ...options.times };
        this.#forge = new ForgeTime(store, options.clock ?? systemClock(), this.#times.ttlMs);
        this.#archiveRef = `refs/heads/${options.archiveBranch ?? "release-journal"}`;
        this.#random = options.random ?? Math.random;
    }
    async start(id, plan, attempt) {
        return this.#retrying(`start release ${id}`, async () => {
            const lease = this.#newLease(id);
            const tenure = await startRelease({
                forge: this.#forge,
                author: this.#options.author,
                archiveRef: this.#archiveRef,
                onAppend: this.#options.onAppend,
                lease,
                plan,
                attempt,
                open: (head) => this.#tenure(id, lease, head),
            });
            return tenure === undefined ? undefined : this.#driver(id, lease, tenure);
        });
    }
    async drive(id, options = {}) {
        return this.#retrying(`drive release ${id}`, async () => {
            const lease = this.#newLease(id);
            const tenure = await takeRelease({
                forge: this.#forge,
                id,
                holder: lease.holder,
                onWait: options.onWait,
                renewMs: this.#times.renewMs,
                open: (head) => this.#tenure(id, lease, head),
            });
            return tenure === undefined ? undefined : this.#driver(id, lease, tenure);
        });
    }
    async read(id) {
        return this.#retrying(`read release ${id}`, async () => {
            const ref = releaseRef(id);
            const { heads } = await this.#forge.look([ref]);
            const version = heads.get(ref);
            if (version === undefined)
                return { found: await this.#readArchived(id) };
            const files = await this.#forge.store.read(ref, version, [factsPath]);
            return files === undefined ? undefined : { found: storedRelease(id, files.get(factsPath) ?? "", true) };
        }).then(({ found }) => found);
    }
    async live() {
        const { heads } = await this.#forge.look([releasesPrefix]);
        const ids = [...heads.keys()].map((ref) => ref.slice(releasesPrefix.length));
        const found = [];
        for (const id of ids) {
            const release = await this.read(id);
            // One that was archived meanwhile is not live any more.
            if (release?.live === true)
                found.push(release);
        }
        return found;
    }
    async archived() {
        const archive = await openArchive(this.#forge, this.#archiveRef);
        const ids = [...archive.paths].flatMap((path) => /^releases\/(.+)\.jsonl$/.exec(path)?.[1] ?? []);
        const files = await archive.read(ids.map(archivePath));
        return ids
            .map((id) => storedRelease(id, files.get(archivePath(id)) ?? "", false))
            .toSorted((a, b) => a.record.openedAt.localeCompare(b.record.openedAt));
    }
    async request(release, request) {
        await this.#retrying(`send the request to release ${release}`, async () => appendAside(this.#aside(release), (facts) => {
            if (facts.some((fact) => fact.type === "requested" && fact.id === request.id))
                return undefined;
            const { state } = (0,machine/* fold */.AU)(facts);
            if ((0,machine/* isTerminal */.Hd)(state))
                throw tooLate(release, state);
            return { type: "requested", ...request };
        }));
    }
    async noteWake(release, { seen, reason }) {
        const { run } = this.#options.author;
        let landed = false;
        const done = await this.#retrying(`note that release ${release} is woken`, async () => appendAside(this.#aside(release), (facts) => {
            if (facts.length === seen)
                return { type: "woken", reason };
            // Our own append, whose answer got lost.
            const next = facts[seen];
            landed = next?.type === "woken" && next.run.id === run.id && next.run.attempt === run.attempt;
            return undefined;
        }));
        return done === "appended" || landed;
    }
    async noteDenied(attempt) {
        await this.#retrying("note that somebody was denied", noting(this.#forge, attempt, this.#options.author.run.id));
    }
    async denied() {
        return this.#retrying("read who was denied", () => readDenied(this.#forge));
    }
    async whoDrives(release) {
        const ref = releaseLeaseRef(release);
        return this.#retrying(`read the lease of ${release}`, async () => {
            const { heads } = await this.#forge.look([ref]);
            const found = await readLease(this.#forge, heads, ref);
            const nowMs = this.#forge.nowMs();
            if (found === undefined)
                return heads.has(ref) ? undefined : { nowMs };
            const { actor, run } = found.lease;
            return { nowMs, driver: { actor, run, stale: isStale(found.lease, nowMs) } };
        });
    }
    async readArchiveFile(path) {
        const archive = await openArchive(this.#forge, this.#archiveRef);
        return (await archive.read([path])).get(path);
    }
    async environmentHolder(environment) {
        const ref = environmentLeaseRef(environment);
        const { holder } = await this.#retrying(`read the lease of ${environment}`, async () => {
            const { heads } = await this.#forge.look([ref]);
            const found = await readLease(this.#forge, heads, ref);
            if (found === undefined)
                return heads.has(ref) ? undefined : { holder: undefined };
            return { holder: { release: found.lease.release, stale: isStale(found.lease, this.#forge.nowMs()) } };
        });
        return holder;
    }
    async #readArchived(id) {
        const text = await this.readArchiveFile(archivePath(id));
        return text === undefined ? undefined : storedRelease(id, text, false);
    }
    #aside(release) {
        return { forge: this.#forge, author: this.#options.author, release };
    }
    #newLease(id) {
        const { run } = this.#options.author;
        const token = this.#options.token?.() ?? (0,external_node_crypto_.randomUUID)();
        return newLease(id, `${run.id}/${run.attempt}#${token}`, this.#options.author, this.#times);
    }
    #tenure(id, lease, head) {
        return new Tenure({
            id,
            lease,
            author: this.#options.author,
            forge: this.#forge,
            random: this.#random,
            archiveRef: this.#archiveRef,
            onAppend: this.#options.onAppend,
        }, head);
    }
    #driver(id, lease, tenure) {
        return new LeasedDriver({
            id,
            tenure,
            holder: lease.holder,
            author: this.#options.author,
            forge: this.#forge,
            times: this.#times,
            archiveRef: this.#archiveRef,
            pollMs: this.#options.pollMs ?? 5_000,
            onEffect: this.#options.onEffect,
        });
    }
    /** Decides again and again from what is newest, until it is decided; with jitter, because others do the same. */
    async #retrying(what, attempt) {
        for (let tries = 1; tries <= journal_maxTries; tries += 1) {
            const result = await attempt();
            if (result !== undefined)
                return result;
            await this.#forge.clock.sleep(journal_pauseMs * tries * (0.5 + this.#random()));
        }
        throw new faults/* ReleaseFault */.eB("remote", `Could not ${what}: others were faster ${journal_maxTries} times`, {
            hint: "Nothing was changed. Run the same command again.",
        });
    }
}
function storedRelease(id, text, live) {
    const facts = parseFacts(id, splitLines(text));
    return { id, facts, record: (0,machine/* fold */.AU)(facts), live };
}
function tooLate(release, state) {
    return new faults/* ReleaseFault */.eB("policy", `Release ${release} is ${state} and takes no more requests`, {
        hint: `To undo a completed release: release rollback ${release}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/directory-store.js



/**
 * A directory of one machine. Each write is a new numbered state that names all heads; a hard link, which fails where a
 * file is already, makes exactly one writer the author of each number. So there is no lock that a death could leave behind.
 */
class DirectoryStore {
    #directory;
    #now;
    #last = 0;
    constructor(directory, now) {
        this.#directory = directory;
        this.#now = now;
    }
    async look(prefixes) {
        const { heads } = await this.#state();
        const seen = Object.entries(heads).filter(([ref]) => prefixes.some((prefix) => ref.startsWith(prefix)));
        return { heads: new Map(seen), nowMs: this.#now() };
    }
    async read(_ref, version, paths) {
        const tree = await this.#tree(version);
        const found = new Map();
        for (const path of paths) {
            const content = tree[path] === undefined ? undefined : await this.#object(tree[path]);
            if (content !== undefined)
                found.set(path, content);
        }
        return found;
    }
    async list(_ref, version) {
        return Object.keys(await this.#tree(version));
    }
    async write(changes, at) {
        const versions = new Map();
        for (const change of changes) {
            if (change.files !== undefined)
                versions.set(change.ref, await this.#version(change, change.files, at));
        }
        for (;;) {
            const state = await this.#state();
            const moved = changes.find(({ ref, expect }) => (state.heads[ref] ?? "absent") !== expect);
            // The same changes sent again after they were applied are applied.
            const isDone = changes.every(({ ref }) => state.heads[ref] === versions.get(ref));
            if (isDone)
                return { state: "applied", reason: "", versions };
            if (moved !== undefined)
                return { state: "refused", reason: `${moved.ref} moved`, versions };
            const heads = { ...state.heads, ...Object.fromEntries(versions) };
            for (const { ref, files } of changes)
                if (files === undefined)
                    delete heads[ref];
            if (await this.#claim({ number: state.number + 1, heads }))
                return { state: "applied", reason: "", versions };
        }
    }
    async #version({ expect, before, message }, files, at) {
        const tree = before === "base" && expect !== "absent" ? { ...(await this.#tree(expect)) } : {};
        for (const [path, content] of files) {
            if (content === undefined)
                delete tree[path];
            else
                tree[path] = await this.#store(content);
        }
        const parent = before === "lost" ? "absent" : expect;
        return this.#store(JSON.stringify({ parent, at, message, tree }));
    }
    async #tree(version) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by #version, named by its digest
        const { tree } = JSON.parse(await this.#object(version));
        return tree;
    }
    async #state() {
        if (this.#last === 0)
            this.#last = Number((await readText((0,external_node_path_.join)(this.#directory, "last"))) ?? "0");
        let state = { number: 0, heads: {} };
        // The hint may be behind, never ahead: go on to the newest.
        for (let number = Math.max(this.#last, 1);; number += 1) {
            const text = await readText(this.#statePath(number));
            if (text === undefined)
                return state;
            this.#last = Math.max(this.#last, number);
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written whole by #claim
            state = { number, heads: JSON.parse(text) };
        }
    }
    async #claim({ number, heads }) {
        const path = this.#statePath(number);
        const unfinished = await this.#unfinished(JSON.stringify(heads));
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,promises_.link)(unfinished, path);
        }
        catch (thrown) {
            if (isErrno(thrown, "EEXIST"))
                return false;
            throw thrown;
        }
        finally {
            await (0,promises_.rm)(unfinished, { force: true });
        }
        await (0,promises_.rename)(await this.#unfinished(String(number)), (0,external_node_path_.join)(this.#directory, "last"));
        return true;
    }
    #statePath(number) {
        return (0,external_node_path_.join)(this.#directory, "states", String(Math.floor(number / 1000)), `${number}.json`);
    }
    async #store(content) {
        const id = (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
        const path = (0,external_node_path_.join)(this.#directory, "objects", id.slice(0, 2), id);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.rename)(await this.#unfinished(content), path);
        return id;
    }
    async #object(id) {
        return (0,promises_.readFile)((0,external_node_path_.join)(this.#directory, "objects", id.slice(0, 2), id), "utf8");
    }
    async #unfinished(content) {
        const path = (0,external_node_path_.join)(this.#directory, "unfinished", (0,external_node_crypto_.randomUUID)());
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, content);
        return path;
    }
}
async function readText(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (thrown) {
        if (isErrno(thrown, "ENOENT"))
            return undefined;
        throw thrown;
    }
}
function isErrno(thrown, code) {
    return typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === code;
}

;// CONCATENATED MODULE: ./build/packages/journal/git-store.js

/** Heads are refs of the remote, versions are commits, compare-and-swap is an atomic push with leases. */
class GitStore {
    #git;
    #clock;
    #now;
    /** Commits that are here though no ref keeps them: the newest of each head. */
    #newest = new Map();
    constructor({ git, clock, now }) {
        this.#git = git;
        this.#clock = clock;
        this.#now = now;
    }
    async look(prefixes) {
        const { refs, serverTimeMs } = await this.#git.look(prefixes);
        return { heads: refs, nowMs: serverTimeMs ?? this.#now() };
    }
    async read(ref, version, paths) {
        if (!(await this.#ensureHere(ref, version)))
            return undefined;
        return this.#git.readFiles(version, paths);
    }
    async list(ref, version) {
        if (!(await this.#ensureHere(ref, version)))
            return undefined;
        return this.#git.listFiles(version);
    }
    async write(changes, at) {
        const versions = new Map();
        const made = await Promise.all(changes.map(async (change) => [change.ref, await this.#commit(change, at)]));
        for (const [ref, sha] of made)
            if (sha !== undefined)
                versions.set(ref, sha);
        const outcome = await this.#git.push(changes.map(({ ref, expect }) => ({ ref, expect, to: versions.get(ref) })));
        if (outcome.state === "applied") {
            for (const [ref, sha] of versions)
                this.#newest.set(ref, sha);
            return { state: "applied", reason: "", versions };
        }
        if (outcome.state === "refused" && outcome.denied)
            throw denied(changes, outcome.reason);
        return { state: outcome.state, reason: outcome.reason, versions };
    }
    async #commit({ expect, files, before, message }, at) {
        if (files === undefined)
            return undefined;
        const parents = before === "lost" || expect === "absent" ? [] : [expect];
        return this.#git.commitFiles({ parents, files, message, at, whole: before !== "base" });
    }
    /** Brings a version here, unless it is; `false` when the remote does not have it any more. */
    async #ensureHere(ref, version) {
        if (this.#newest.get(ref) === version)
            return true;
        const known = this.#newest.get(ref);
        if (!(await this.#fetch(ref, known === undefined ? [] : [known])))
            return false;
        if ((await this.#git.resolve(version)) === undefined)
            return false;
        this.#newest.set(ref, version);
        return true;
    }
    /** A branch keeps a local ref, so that only news is sent the next time; what is short-lived leaves no ref behind. */
    async #fetch(ref, known) {
        const branch = /^refs\/heads\/(?<name>.+)$/.exec(ref)?.groups?.["name"];
        const refspec = branch === undefined ? ref : `+${ref}:refs/release-command/archive/${branch}`;
        for (let attempt = 1;; attempt += 1) {
            try {
                await this.#git.fetch([refspec], known.length === 0 || branch !== undefined ? {} : { known });
                return true;
            }
            catch (thrown) {
                const said = thrown instanceof Error ? thrown.message : "";
                if (/couldn't find remote ref|not our ref/i.test(said))
                    return false;
                // Another process of ours fetches into the same clone.
                if (!/cannot lock ref|unable to create .*lock|file exists/i.test(said) || attempt === 10)
                    throw thrown;
                await this.#clock.sleep(20 * attempt);
            }
        }
    }
}
function denied(changes, reason) {
    const refs = changes.map(({ ref }) => ref).join(", ");
    return new faults/* ReleaseFault */.eB("permission", `The git host forbids writing ${refs}: ${reason}`, {
        hint: "In a workflow give the job `permissions: contents: write`; a ruleset must let this identity write refs/release-command/* and the branch release-journal.",
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/open.js




/** The journal in the refs of a git remote. `now` is for remotes that tell no time; by HTTP the host's clock rules. */
async function openJournal(options) {
    const clock = options.clock ?? systemClock();
    return journalOver(new GitStore({ git: options.git, clock, now: options.now ?? Date.now }), { ...options, clock });
}
/** The journal in a directory of one machine, for projects without a remote. Same behaviour. */
async function openDirectoryJournal(options) {
    return journalOver(new DirectoryStore(options.directory, options.now ?? Date.now), options);
}

;// CONCATENATED MODULE: ./build/packages/journal/index.js






;// CONCATENATED MODULE: ./build/packages/monitors/registry.js

/** To add a monitor: write one file beside this one, then add one line here. */
const monitors = {
    proxy: () => __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 40902)),
    probe: () => __webpack_require__.e(/* import() */ 46).then(__webpack_require__.bind(__webpack_require__, 51046)),
};
const monitorNames = Object.keys(monitors);
/** The monitor of an environment, its settings checked; it measures nothing until a watch begins. */
async function openMonitor(name, settings, options) {
    const load = Object.hasOwn(monitors, name) ? monitors[name] : undefined;
    if (load === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `Unknown monitor "${name}"`, {
            hint: `Use one of: ${monitorNames.join(", ")}, like monitor: "${monitorNames[0] ?? "proxy"}".`,
        });
    }
    return (await load()).createMonitor(settings, options);
}

;// CONCATENATED MODULE: ./build/packages/monitors/index.js


;// CONCATENATED MODULE: ./build/packages/scrub/known.js
/** Shorter values would be found inside innocent words. */
const SHORTEST = 4;
/** One expression that finds the registered values in every form in which they leak, longest first; `undefined` when none. */
function knownValues(secrets) {
    const forms = new Set(secrets.flatMap(formsOf).filter((form) => form.length >= SHORTEST));
    if (forms.size === 0)
        return undefined;
    const longestFirst = [...forms].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return new RegExp(longestFirst.map(literally).join("|"), "g");
}
function formsOf(secret) {
    const value = secret.trim();
    if (value.length < SHORTEST)
        return [];
    // Logs are read line by line: each line of a key or a certificate is a secret of its own.
    const lines = value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line.length >= 8);
    return [secret, value, ...lines].flatMap((text) => [
        text,
        encodeURIComponent(text.toWellFormed()),
        new URLSearchParams([["", text]]).toString().slice(1),
        JSON.stringify(text).slice(1, -1),
        ...base64Forms(text),
    ]);
}
/** base64 and base64url of the text alone, and its inner part wherever it begins in a longer text (`user:secret`). */
function base64Forms(text) {
    const bytes = Buffer.from(text, "utf8");
    const inner = [0, 1, 2].map((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const first = Math.ceil((offset * 8) / 6);
        const last = Math.floor(((offset + bytes.length) * 8) / 6);
        return encoded.slice(first, last);
    });
    const whole = bytes.toString("base64");
    // Inner parts of very short values would be found by chance.
    const standard = [whole, ...inner.filter((part) => part.length >= 8)];
    return [...standard, ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""))];
}
function literally(text) {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/packages/scrub/cards.js
/** First digits and lengths of the card networks: Visa, Mastercard, American Express, Discover, JCB, Diners. */
const network = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|3[068]\d{12})$/;
/** Whether digits, perhaps in groups, are a card number: a network's shape and Luhn's check digit. */
function isCardNumber(text) {
    const digits = text.replaceAll(/[ -]/g, "");
    return network.test(digits) && passesLuhn(digits);
}
function passesLuhn(digits) {
    const sum = Array.from(digits, Number)
        .toReversed()
        .reduce((total, digit, index) => {
        const value = digit * (index % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

;// CONCATENATED MODULE: ./build/packages/scrub/patterns.js

/** In the order in which they are tried: the more telling shape first. */
const shapes = [
    {
        kind: "private-key",
        pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,20000}-----END (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g,
    },
    {
        kind: "private-key",
        // Cut off before its end: every following line that begins like base64.
        pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:(?:\r?\n|(?:\\r)?\\n)[ \t]{0,8}[A-Za-z0-9+/=]{1,200}){0,400}/g,
    },
    { kind: "github-token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g },
    { kind: "gitlab-token", pattern: /\bglpat-[A-Za-z0-9_-]{20,255}/g },
    { kind: "npm-token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
    { kind: "slack-token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
    { kind: "slack-webhook", pattern: /\bhttps:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,100}/g },
    { kind: "stripe-key", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g },
    { kind: "google-key", pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
    { kind: "aws-key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
    {
        kind: "aws-secret",
        pattern: /(?<name>\baws_?(?:secret_?access_?key|session_?token|secret)["']?\s{0,5}[:=]\s{0,5}["']?)[A-Za-z0-9+/=]{40,2000}/gi,
        replacement: "$<name>",
    },
    { kind: "jwt", pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{0,4000}/g },
    {
        kind: "credentials",
        pattern: /(?<name>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:[a-z]{1,20}\s{1,3})?)(?!\[REDACTED)[a-z0-9._~+/-]{4,4000}={0,2}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        // Without its header, "basic authentication" is prose: a token has a digit, a capital or a sign in it.
        pattern: /(?<scheme>\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=[a-z]{0,200}[0-9A-Z._~+/])[A-Za-z0-9._~+/-]{12,4000}={0,2}/g,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        pattern: /(?<scheme>\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'<>@[\]]{1,500}(?=@)/gi,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        // Only names that are nothing but secrets, with a value that is not a word or a placeholder.
        pattern: /(?<name>\b(?:[a-z0-9]{1,30}[_-]){0,4}(?:password|passwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|private[_-]?key)["']?\s{0,3}[=:]\s{0,3}["']?)(?!\[REDACTED)(?=[^\s"'&;,]{0,200}\d)[^\s"'&;,{}()[\]<>$]{8,500}/gi,
        replacement: "$<name>",
    },
    {
        kind: "email",
        pattern: /(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9:/])/g,
    },
    { kind: "card", pattern: /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g, confirms: isCardNumber },
];

;// CONCATENATED MODULE: ./build/packages/scrub/scrub.js


/** A scrubber for registered values (in plain, base64, URL and JSON form) and for the shapes of well-known secrets. */
function createScrubber({ secrets }) {
    const known = knownValues(secrets);
    const text = (raw) => {
        const safe = known === undefined ? raw : outside(raw, known, "[REDACTED:secret]");
        return shapes.reduce(redact, safe);
    };
    return {
        text,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- walk changes strings only, never the shape
        value: (json) => walk(json, text),
    };
}
/** Keys whose value is a secret whatever it looks like. */
const secretKey = /^(?:[a-z0-9]{1,30}[_-]?){0,3}(?:password|passwd|secret|api[_-]?key|access[_-]?token|authorization)$/i;
const placeholder = /\[REDACTED:[a-z-]{1,30}\]/;
/** Replaces outside of placeholders only: a registered value such as "secret" must not eat them. */
function outside(text, pattern, replacement) {
    return text
        .split(new RegExp(`(${placeholder.source})`))
        .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, () => replacement)))
        .join("");
}
function redact(text, { kind, pattern, replacement = "", confirms }) {
    if (confirms !== undefined)
        return text.replace(pattern, (match) => (confirms(match) ? `[REDACTED:${kind}]` : match));
    return text.replace(pattern, `${replacement}[REDACTED:${kind}]`);
}
function walk(json, text) {
    if (typeof json === "string")
        return text(json);
    if (Array.isArray(json))
        return json.map((item) => walk(item, text));
    if (typeof json !== "object" || json === null)
        return json;
    return Object.fromEntries(Object.entries(json).map(([key, item]) => {
        const hidden = typeof item === "string" && item !== "" && secretKey.test(key);
        return [text(key), hidden ? "[REDACTED:credentials]" : walk(item, text)];
    }));
}

;// CONCATENATED MODULE: ./build/packages/scrub/index.js
/** Secrets and personal data, out of everything that people and logs get to see. */


;// CONCATENATED MODULE: ./build/packages/targets/registry.js

/** To add a target: write one file beside this one, then add one line here. */
const targets = {
    local: () => __webpack_require__.e(/* import() */ 251).then(__webpack_require__.bind(__webpack_require__, 44251)),
};
const targetNames = Object.keys(targets);
/** The deploy target of an environment, its settings checked; nothing is started or changed yet. */
async function loadTarget(name, options) {
    const load = Object.hasOwn(targets, name) ? targets[name] : undefined;
    if (load === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `Unknown deploy target "${name}" for ${options.environment}`, {
            hint: `Use one of: ${targetNames.join(", ")}, like target: "${targetNames[0] ?? "local"}".`,
        });
    }
    return (await load()).createTarget(options);
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/blue-green.js
/** "Instant traffic switch with quick rollback" (PRD AC4): proved while idle, then all traffic at once. */
function* blueGreen() {
    yield { do: "prepare" };
    yield { do: "smoke", on: "candidate", percent: 0 };
    yield { do: "shift", percent: 100 };
    yield { do: "smoke", on: "everyone", percent: 100 };
    yield { do: "finish" };
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/canary.js
/**
 * "Gradual rollout (5% → 25% → 50% → 100%) with automated rollback on anomalies" (PRD AC4; hotfix 5 → 25 → 100, AC6).
 * Smoke tests at every share before more traffic is given (decision 10); the long watch at 100 % belongs to the stage.
 */
function* canary({ steps, stepTimeMs }) {
    yield { do: "prepare" };
    for (const percent of steps) {
        yield { do: "shift", percent };
        yield { do: "smoke", on: percent === 100 ? "everyone" : "candidate", percent };
        if (percent < 100)
            yield { do: "watch", percent, forMs: stepTimeMs };
    }
    yield { do: "finish" };
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/rolling.js
/** "Sequential instance updates with health validation" (PRD AC4): half, proved, then the other half. */
function* rolling({ stepTimeMs }) {
    yield { do: "prepare" };
    yield { do: "shift", percent: 50 };
    yield { do: "smoke", on: "candidate", percent: 50 };
    yield { do: "watch", percent: 50, forMs: stepTimeMs };
    yield { do: "shift", percent: 100 };
    yield { do: "smoke", on: "everyone", percent: 100 };
    yield { do: "finish" };
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/plan.js




/** The steps of a rollout, in order. Pure: the same plan gives the same steps, so a resumed release can walk them again. */
function planRollout({ strategy, ...plan }) {
    switch (strategy) {
        case "blue-green":
            return blueGreen();
        case "canary":
            return canary(checkedSteps(plan));
        case "rolling":
            return rolling(plan);
    }
}
/** Throws when the target cannot do what the strategy needs. To be asked before anything is touched. */
function requireCapabilities(strategy, capabilities) {
    if (strategy !== "blue-green" && !capabilities.weights) {
        throw new faults/* ReleaseFault */.eB("config", `The strategy "${strategy}" splits traffic, and this target cannot`, {
            hint: 'Use strategy: "blue-green", or a target that splits traffic, like "local".',
        });
    }
    if (!capabilities.addressable) {
        throw new faults/* ReleaseFault */.eB("config", `The strategy "${strategy}" tests the new version by itself, and this target cannot address it`, {
            hint: 'Use a target that gives each version an address of its own, like "local".',
        });
    }
}
function checkedSteps(plan) {
    const { steps } = plan;
    const rising = steps.every((percent, index) => percent > (steps[index - 1] ?? 0) && percent <= 100);
    if (rising && steps.at(-1) === 100)
        return plan;
    throw new faults/* ReleaseFault */.eB("config", `The canary steps ${steps.join(", ") || "(none)"} do not rise from above 0 to 100`, {
        hint: "Write them in order and end with 100, like steps: [5, 25, 50, 100].",
    });
}

// EXTERNAL MODULE: ./build/packages/targets/local/open.js
var local_open = __webpack_require__(40197);
;// CONCATENATED MODULE: ./build/packages/targets/index.js




;// CONCATENATED MODULE: ./build/packages/stages/economy.js
/** Counts what passes through the git port and the journal. */
function createMeter(hooks, signal) {
    const count = { gitRequests: 0, appends: 0, facts: 0 };
    const spoken = () => {
        count.gitRequests += 1;
    };
    return {
        count: count,
        git: (git) => ({
            ...git,
            fetch: (...wanted) => (spoken(), git.fetch(...wanted)),
            remoteRefs: (patterns) => (spoken(), git.remoteRefs(patterns)),
            look: (prefixes) => (spoken(), git.look(prefixes)),
            push: (updates) => (spoken(), git.push(updates)),
        }),
        hooks: {
            onAppend: async (phase, facts) => {
                await hooks?.onAppend?.(phase, facts);
                if (phase === "before")
                    return;
                count.appends += 1;
                count.facts += facts;
            },
            onEffect: async (phase, step) => {
                await hooks?.onEffect?.(phase, step);
                // The last moment before the world is changed: whoever was told to stop begins nothing more, but to take traffic back.
                if (phase === "before" && !step.endsWith("/revert-traffic"))
                    signal.throwIfAborted();
            },
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/first-answer.js

/** Until the host has answered once, a wrong address or a missing network is likelier than an outage. */
const hasty = { timeoutMs: 6_000, retryDelaysMs: [500] };
/**
 * A `fetch` with all the patience of `createFetch`, except before the first answer: who typed a command offline is told
 * within seconds, and nothing has begun that could be lost.
 */
function createPatientFetch(options) {
    const patient = (0,http/* createFetch */.H)(options);
    const first = (0,http/* createFetch */.H)({ ...options, ...hasty });
    let answered = false;
    return async (input, init) => {
        if (answered)
            return patient(input, init);
        const response = await first(input, init);
        answered = true;
        const readOnly = (init?.method ?? "GET").toUpperCase() === "GET";
        // It is there and unwell: that is what patience is for.
        return response.status >= 500 && readOnly ? patient(input, init) : response;
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/forge-address.js

/** The code host of a remote, unless the environment names it (as GitHub Actions does). Throws an `input` fault for a remote that is none. */
function forgeAddress(remote, env) {
    const parsed = parseRemote(remote);
    const repository = env["GITHUB_REPOSITORY"] ?? parsed?.repository;
    const serverUrl = env["GITHUB_SERVER_URL"] ?? parsed?.serverUrl;
    if (repository === undefined || serverUrl === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `The remote ${remote} is not a repository on a code host`, {
            hint: "Set GITHUB_REPOSITORY and GITHUB_SERVER_URL. Example: GITHUB_REPOSITORY=acme/shop GITHUB_SERVER_URL=https://github.com",
        });
    }
    return { repository, serverUrl, apiUrl: env["GITHUB_API_URL"] ?? apiOf(serverUrl) };
}
function apiOf(serverUrl) {
    const { origin, hostname } = new URL(serverUrl);
    return hostname === "github.com" ? "https://api.github.com" : `${origin}/api/v3`;
}
function parseRemote(remote) {
    const scp = /^(?:ssh:\/\/)?[^@/]+@(?<host>[^:/]+)[:/](?<repository>[^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote)?.groups;
    if (scp?.["host"] !== undefined && scp["repository"] !== undefined) {
        return { repository: scp["repository"], serverUrl: `https://${scp["host"]}` };
    }
    if (!/^https?:\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const { origin, pathname } = new URL(remote);
    const repository = pathname
        .replace(/^\//, "")
        .replace(/\/$/, "")
        .replace(/\.git$/, "");
    return repository.split("/").length === 2 ? { repository, serverUrl: origin } : undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/stopping.js
/** How long appends and the return of leases may still take once a command was told to stop. */
const graceMs = 5_000;
/** Follows `signal` after a grace: for what must come to its end, so that the next driver need not wait for a lease. */
function afterGrace(signal) {
    const late = new AbortController();
    const begin = () => {
        // Keeps no process alive that has nothing else to do.
        setTimeout(() => late.abort(signal.reason), graceMs).unref();
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener("abort", begin, { once: true });
    return late.signal;
}
/** The same clock, whose every wait ends when `signal` is aborted. */
function stoppable(clock, signal) {
    return { now: () => clock.now(), sleep: (ms, own) => clock.sleep(ms, either(own, signal)) };
}
/** The same for a journal's clock. */
function stoppableJournal(clock, signal) {
    return {
        monotonicMs: () => clock.monotonicMs(),
        sleep: (ms, own, options) => clock.sleep(ms, either(own, signal), options),
    };
}
/** The same `fetch`, whose requests end when `signal` is aborted. */
function stoppableFetch(fetch, signal) {
    return (input, init) => fetch(input, { ...init, signal: either(init?.signal ?? undefined, signal) });
}
function either(own, signal) {
    return own === undefined ? signal : AbortSignal.any([own, signal]);
}

;// CONCATENATED MODULE: ./build/packages/stages/open.js
















/** Opens the clone that a command was started in. Every fault says what is missing and how to give it; nothing is changed. */
async function openWorkplace(surroundings) {
    const { cwd, env, signal, clock } = surroundings;
    const token = env["GITHUB_TOKEN"] ?? env["GH_TOKEN"];
    const authorization = () => token === undefined ? undefined : `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
    const fetch = createPatientFetch({
        fetch: stoppableFetch(surroundings.fetch, signal),
        clock: stoppable(clock, signal),
        ...(surroundings.onCall === undefined ? {} : { onCall: surroundings.onCall }),
    });
    // What git does for the journal must come to its end: a lease that is not given back makes the next driver wait.
    const late = afterGrace(signal);
    const gitFetch = stoppableFetch(surroundings.fetch, late);
    const meter = createMeter(surroundings.hooks, signal);
    const git = meter.git(await (0,packages_git/* openGit */.z)({ directory: cwd, author, authorization, fetch: gitFetch, signal: late }));
    const local = await configHere(cwd);
    const address = forgeAddress(git.remote, env);
    const forge = openGitHub({ ...address, token: demandToken(token), fetch, clock: stoppable(clock, signal) });
    const actor = await whoActs(forge, env);
    const journalClock = stoppableJournal(surroundings.journalClock ?? systemClock(), late);
    const journal = await openStore({ ...surroundings, journalClock, hooks: meter.hooks }, { git, actor, config: local.config });
    const economy = () => ({ ...meter.count, apiCalls: forge.calls });
    return { surroundings, git, forge, journal, actor, local, economy };
}
const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };
/** Brings every branch and tag of the remote here. */
async function fetchAll(git) {
    await git.fetch(["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"]);
}
/** The configuration at a commit: what is released is also what says how (`.github/release-command.yml`). */
async function configAt(git, revision) {
    return loadedFrom(await git.readFile(revision, defaultConfigPath));
}
/** The configuration as it lies in a folder, committed or not. */
async function configHere(cwd) {
    return loadedFrom(await (0,promises_.readFile)(external_node_path_.join(cwd, defaultConfigPath), "utf8").catch(() => undefined));
}
function loadedFrom(text) {
    return loadConfig({ text, path: defaultConfigPath, targets: targetNames, monitors: monitorNames });
}
function demandToken(token) {
    if (token !== undefined && token !== "")
        return token;
    throw new faults/* ReleaseFault */.eB("permission", "No token for the code host: GITHUB_TOKEN is not set", {
        hint: "Example: export GITHUB_TOKEN=$(gh auth token)",
    });
}
async function whoActs(forge, env) {
    const actor = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_ACTOR"] : undefined;
    return actor ?? forge.whoAmI();
}
async function openStore({ cwd, env, journalClock, hooks }, { git, actor, config }) {
    const run = {
        id: env["GITHUB_RUN_ID"] ?? `${(0,external_node_os_.hostname)()}-${process.pid}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    };
    const { store, branch, directory, lease } = config.journal;
    const shared = {
        author: { actor, run },
        ...(journalClock === undefined ? {} : { clock: journalClock }),
        times: { ttlMs: lease.ttl, renewMs: lease.renew, effectMs: lease.effect },
        ...hooks,
    };
    return store === "git"
        ? openJournal({ ...shared, git, archiveBranch: branch })
        : openDirectoryJournal({ ...shared, directory: external_node_path_.resolve(cwd, directory) });
}
/** The ports of one release, from the configuration that it was started with. */
async function portsOf(workplace, config, release) {
    const { surroundings, git, forge, journal, actor } = workplace;
    const { cwd, clock, say, signal } = surroundings;
    const env = definedOnly(surroundings.env);
    const scrubber = createScrubber({ secrets: secretsOf(env) });
    const workDirectory = await makeWorkDirectory(cwd, release);
    const targets = new Map();
    const target = (environment) => {
        const known = targets.get(environment) ?? openTarget(config, environment, { workDirectory: cwd, clock, signal });
        targets.set(environment, known);
        return known;
    };
    return {
        config,
        git,
        forge,
        journal,
        clock,
        // What is under test is asked without our client's patience: its retries would hide an outage.
        fetch: surroundings.fetch,
        env,
        actor,
        workDirectory,
        target,
        monitor: async (environment, at) => {
            if (environment === "development")
                throw new Error("development is not watched");
            const { monitor, monitorSettings, settings } = config.environments[environment];
            const { url, revisions } = await at.observe();
            const headersFor = (version) => revisions.find((revision) => revision.version === version)?.headers ?? {};
            const place = monitor === "proxy" ? inFolder(monitorSettings, settings, cwd) : monitorSettings;
            return openMonitor(monitor, place, { url, headersFor, clock, fetch: surroundings.fetch });
        },
        say: (text) => say(scrubber.text(text)),
        scrub: scrubber,
        signal,
    };
}
/** The deploy target of an environment, as the configuration has it. */
async function openTarget(config, environment, world) {
    if (environment === "development")
        throw new Error("nothing is deployed to development");
    const { target, settings } = config.environments[environment];
    return loadTarget(target, { environment, settings, ...world });
}
/** A monitor of the target's own counters is told where they are, unless it has a place of its own; folders start at the clone. */
function inFolder(monitor, target, cwd) {
    const directory = monitor["directory"] ?? target["directory"];
    return typeof directory === "string" ? { ...monitor, directory: external_node_path_.resolve(cwd, directory) } : monitor;
}
/** A folder of ours in the clone that git does not see; may be deleted at any time. */
async function makeWorkDirectory(cwd, release) {
    const root = external_node_path_.join(cwd, ".release-command");
    const directory = external_node_path_.join(root, "work", release);
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,promises_.writeFile)(external_node_path_.join(root, ".gitignore"), "*\n");
    return directory;
}
/** Variables that are set. */
function definedOnly(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
/** Values of variables that look like credentials by name; they never reach people or storage. */
function secretsOf(env) {
    return Object.entries(env).flatMap(([name, value]) => /(TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|PRIVATE_KEY)$/i.test(name) && value.length >= 6 ? [value] : []);
}

;// CONCATENATED MODULE: ./build/packages/stages/role-holders.js


/** Who has none of their own in the repository: a login that was given up can be taken by anybody. */
const strangers = new Set(["none", "read"]);
/**
 * Finds the first role that somebody holds: by the exact name of their role in the repository, as a person with more than
 * read, or as a member of a team. Teams cost requests and come last; one that nobody may see counts for no one.
 */
async function findHolder({ login, repositoryRole, lists }, isMember) {
    const isNamed = (holder) => holder === repositoryRole || (holder.toLowerCase() === `@${login.toLowerCase()}` && !strangers.has(repositoryRole));
    for (const { role, holders } of lists)
        if (holders.some(isNamed))
            return { role };
    const unseen = [];
    const known = new Map();
    for (const { role, holders } of lists) {
        for (const team of holders.filter(isTeam)) {
            if (!known.has(team))
                known.set(team, await answer(isMember(team), unseen));
            if (known.get(team) === true)
                return { role };
        }
    }
    const wanted = lists.map(({ role, holders }) => `roles.${role} is ${holders.join(", ") || "nobody"}`);
    const why = [`the role in the repository is ${repositoryRole}, and ${wanted.join("; ")}`];
    const hints = [...new Set(unseen.map(({ hint }) => hint))];
    return { role: undefined, why: [...why, ...unseen.map(({ message }) => message)].join(". "), hints };
}
/** What the token may not see is not known, and so a no; an answer that did not come is thrown. */
async function answer(asked, unseen) {
    try {
        return await asked;
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "permission")
            throw thrown;
        unseen.push(thrown);
        return false;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/authority.js





/**
 * Lets pass who may: the person who acts, and the one who started this attempt of the run (a re-run keeps the actor of
 * the first). Returns the role of the first. Throws a fault for everybody else and for every answer that is not plain; who
 * was denied is noted (decision 56); when an answer did not come, nobody was.
 */
async function authorise(workplace, wish) {
    const config = await rolesInForce(workplace);
    let first;
    for (const person of peopleOf(workplace)) {
        const held = await holding(workplace, { config, wish, person });
        if (held.role === undefined)
            throw await authority_denied(workplace, { wish, person, held, config });
        first ??= held.role;
    }
    if (first !== undefined)
        return first;
    throw new faults/* ReleaseFault */.eB("permission", "Nobody is known to act here", { hint: "Sign in: export GITHUB_TOKEN=…" });
}
/** Why somebody who acts here may not; `undefined` when all may. Asks like `authorise`, and denies nobody anything. */
async function whyNot(workplace, deed) {
    const config = await rolesInForce(workplace);
    const wish = { deeds: [deed] };
    for (const person of peopleOf(workplace)) {
        const held = await holding(workplace, { config, wish, person });
        if (held.role === undefined)
            return messageOf(wish, person, held);
    }
    return undefined;
}
/**
 * What going on with a release asks for. Whoever ends a rollback needs no more than to begin one, and the run that began a
 * retry goes on with it by the role that confirmed it.
 */
function goingOn({ id, facts, record }, { surroundings: { env } }) {
    const opened = facts[0]?.run.id;
    const isRetry = record.plan.retry !== undefined && env["GITHUB_ACTIONS"] === "true" && opened === env["GITHUB_RUN_ID"];
    const isBack = record.plan.rollback !== undefined || record.state === "rolled_back";
    return {
        deeds: [
            "resume",
            ...(isBack ? ["rollback"] : []),
            ...(isRetry ? [(0,machine/* retryAfter */.P9)(record.plan.retry?.gate)] : []),
        ],
        release: id,
    };
}
/** The lists of the default branch: whoever writes another branch, or a work tree, does not make themselves anything there. */
async function rolesInForce({ git, forge }) {
    const branch = await forge.defaultBranch();
    const ref = `refs/remotes/origin/${branch}`;
    await git.fetch([`+refs/heads/${branch}:${ref}`]);
    return { branch, roles: (await configAt(git, ref)).config.roles };
}
function peopleOf({ actor, surroundings: { env } }) {
    const other = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_TRIGGERING_ACTOR"] : undefined;
    return other === undefined || other === "" || other === actor ? [actor] : [actor, other];
}
function rolesOf({ deeds }) {
    return [...new Set(deeds.flatMap((deed) => machine/* authority */.ku[deed].roles))];
}
async function holding({ forge }, { config, wish, person }) {
    const lists = rolesOf(wish).map((role) => ({ role, holders: config.roles[role] }));
    try {
        const repositoryRole = await forge.roleOf(person);
        return await findHolder({ login: person, repositoryRole, lists }, (team) => forge.isTeamMember(team, person));
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "permission")
            throw thrown;
        return { role: undefined, why: thrown.message, hints: [thrown.hint] };
    }
}
function messageOf({ deeds: [deed] }, person, { why }) {
    return `${person} may not ${machine/* authority */.ku[deed].text}: ${why}`;
}
async function authority_denied(workplace, { wish, person, held, config }) {
    const lists = rolesOf(wish).map((role) => `roles.${role}`);
    const message = messageOf(wish, person, held);
    const { release } = wish;
    const asked = { person, deed: wish.deeds[0], why: held.why, ...(release === undefined ? {} : { release }) };
    const noted = await workplace.journal.noteDenied(asked).then(() => "The attempt was noted.", (thrown) => `The attempt could not be noted: ${(0,faults/* asFault */.Ps)(thrown).message}`);
    const where = `${lists.join(" or ")} of ${defaultConfigPath} on ${config.branch}`;
    return new faults/* ReleaseFault */.eB("permission", message, {
        hint: [`Ask somebody of ${where}, or to be added there.`, ...held.hints, noted].join("\n"),
    });
}

// EXTERNAL MODULE: ./build/packages/report/index.js + 19 modules
var report = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/packages/stages/context.js



/** Decides a move of the machine, if its guards hold; takes effect with the next append. */
function moveTo(driver, to, reason) {
    const missing = (0,machine/* missingGuards */.Nu)(driver.record, to);
    if (missing === undefined || missing.length > 0) {
        const why = missing?.map((name) => machine/* guards */.DK[name].text).join("; ") ?? "there is no such move";
        throw new faults/* ReleaseFault */.eB("bug", `${driver.id} may not go from ${driver.record.state} to ${to}: not fulfilled: ${why}`, {
            hint: `Nothing was moved. Look at the record: release report ${driver.id}`,
        });
    }
    driver.decide({ type: "moved", from: driver.record.state, to, reason });
    return "moved";
}
/** Captures why the release cannot go on, and moves it to `failed`. */
function failRelease(driver, failure) {
    driver.decide({ type: "failure-captured", failedState: driver.record.state, ...failure });
    return moveTo(driver, "failed", failure.failureReason);
}
/** The command that continues a release. */
function resumeCommand(record) {
    return `release resume ${record.id}`;
}
/** What is deployed: the tagged commit, under its version. */
function artifactOf({ git }, version, sha) {
    return { version, sha, export: (directory) => git.exportTree(sha, directory) };
}
/**
 * Runs an effect while listening for requests of people: when one arrives, the effect is cancelled and `NewsError`
 * leaves here, so that the record is read and decided upon again.
 */
async function attended(context, effect) {
    const { driver, signal } = context;
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    let news;
    const listening = (async () => {
        while (!either.aborted) {
            await context.clock.sleep(1000, either).catch(() => undefined);
            if (either.aborted)
                return;
            try {
                await driver.poll();
            }
            catch (thrown) {
                news = thrown;
                stop.abort(thrown);
            }
        }
    })();
    try {
        return await effect(either);
    }
    catch (thrown) {
        if (news !== undefined)
            throw news;
        throw thrown;
    }
    finally {
        stop.abort(new NewsError("over"));
        await listening;
    }
}
/** A value that the guards promise is in the record. */
function required(value, what) {
    if (value !== undefined)
        return value;
    throw new faults/* ReleaseFault */.eB("bug", `${what} is not in the record`, {
        hint: "Run again with RELEASE_DEBUG=1 and report the output.",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/backport.js


/**
 * Brings a completed hotfix to the branch where development goes on (decision 58): as a merge commit, or where it conflicts
 * or the branch is protected, as a pull request that nobody waits for. Safe to repeat: our merge is found by its trailer.
 */
async function backport(context) {
    const done = await context.driver.step("backport", () => bringTo(context, developmentBranch(context)), {
        facts: (result) => [{ type: "backported", ...result }],
    });
    context.say(`backport to ${done.into}: ${done.reason}${done.url === undefined ? "" : ` (${done.url})`}`);
}
const developmentBranch = ({ config }) => config.branches.source ?? "develop";
/** Somebody may push at the same moment, again and again; a person is faster than this many tries only with a machine. */
const tries = 5;
async function bringTo(context, into) {
    const { git, driver } = context;
    const { targetBranch, tag } = driver.record.plan;
    const released = required(driver.record.merge, "the merge").sha;
    if (into === targetBranch)
        return { into, via: "not-applicable", reason: `${tag} was released from it` };
    for (let attempt = 0; attempt < tries; attempt += 1) {
        const head = await headOf(context, into);
        if (head === undefined)
            return { into, via: "not-applicable", reason: `there is no branch ${into}` };
        // Where two clones meet a death, this one has never seen the target branch.
        if ((await git.resolve(released)) === undefined)
            await headOf(context, targetBranch);
        if (await git.isAncestor(released, head))
            return present(context, { into, head, released });
        const message = `Merge ${tag} into ${into}\n\n${trailer(tag)}\n`;
        const merged = await git.merge({ ours: head, theirs: released, message, at: driver.record.lastAt });
        if (merged.state === "conflict")
            return propose(context, into, `it conflicts in ${listed(merged.files)}`);
        const outcome = await git.push([{ ref: `refs/heads/${into}`, to: merged.sha, expect: head }]);
        if (outcome.state === "applied")
            return mergedAs(into, merged.sha);
        if (outcome.state === "refused" && outcome.denied)
            return propose(context, into, `${into} takes no push`);
        // Moved meanwhile, or the answer was lost: what is there now decides.
    }
    throw new faults/* ReleaseFault */.eB("remote", `${tag} could not be brought to ${into}: it moved at each of ${tries} tries`, {
        hint: `Continue with: ${resumeCommand(driver.record)}`,
    });
}
const trailer = (tag) => `Release-Command: backport ${tag}`;
const mergedAs = (into, sha) => ({
    into,
    via: "merge",
    reason: `merged as ${sha.slice(0, 7)}`,
    sha,
});
const listed = (files) => `${files.slice(0, 5).join(", ")}${files.length > 5 ? ` and ${files.length - 5} more` : ""}`;
async function headOf({ git }, branch) {
    const ref = `refs/heads/${branch}`;
    const remote = `refs/remotes/origin/${branch}`;
    if ((await git.remoteRefs([ref])).get(ref) === undefined)
        return undefined;
    await git.fetch([`+${ref}:${remote}`]);
    return git.resolve(remote);
}
/** The branch has the hotfix: by our own merge before a death, or because somebody else was first. */
async function present({ git, driver }, { into, head, released }) {
    const { tag } = driver.record.plan;
    const chunks = [];
    for await (const chunk of git.log(["--merges", "--format=%H%x01%B%x00", `${released}..${head}`]))
        chunks.push(chunk);
    const merges = Buffer.concat(chunks).toString("utf8").split("\0");
    const ours = merges.find((merge) => merge.split("\n").includes(trailer(tag)));
    if (ours !== undefined)
        return mergedAs(into, ours.trim().slice(0, 40));
    return { into, via: "not-applicable", reason: `${into} has it already` };
}
/** What was released, offered as it is: whoever resolves a conflict does so on this branch. */
async function propose(context, into, why) {
    const { git, forge, driver, config } = context;
    const { tag, releaseVersion } = driver.record.plan;
    const released = required(driver.record.merge, "the merge").sha;
    const branch = `backport/${tag}`;
    const ref = `refs/heads/${branch}`;
    const outcome = await git.push([{ ref, to: released, expect: "absent" }]);
    // After a death it may be there, with what people did on it since.
    const there = outcome.state === "applied" ? released : (await git.remoteRefs([ref])).get(ref);
    if (there === undefined) {
        if (outcome.state === "refused")
            return byHand(context, into, `${why}, and ${branch} could not be pushed`);
        throw new faults/* ReleaseFault */.eB("remote", `Could not push ${branch}: ${outcome.state === "unknown" ? outcome.reason : ""}`, {
            hint: `Continue with: ${resumeCommand(driver.record)}`,
        });
    }
    try {
        const pull = await forge.ensurePullRequest({
            head: branch,
            headSha: there,
            base: into,
            title: `Backport ${releaseVersion} to ${into}`,
            body: `Hotfix ${tag} is in production, and ${into} lacks it: ${why}. Merge this with a merge commit. No release waits for it.`,
            labels: ["release", "auto-generated"],
            reviewers: config.review.reviewers,
        });
        return { into, via: "pull-request", reason: `${why}; pull request ${pull.number} is ${pull.state}`, url: pull.url };
    }
    catch (thrown) {
        // The hotfix is in production: what a rule or a missing right forbids here must not keep the release open for ever.
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || (thrown.code !== "policy" && thrown.code !== "permission"))
            throw thrown;
        return byHand(context, into, `${why}, and no pull request could be opened (${thrown.message})`);
    }
}
function byHand({ driver }, into, why) {
    const { tag } = driver.record.plan;
    driver.observe({ type: "warned", message: `${tag} has to be brought to ${into} by hand: ${why}` });
    return { into, via: "by-hand", reason: `${why}. Do: git switch ${into} && git merge ${tag} && git push` };
}

// EXTERNAL MODULE: ./build/packages/audit/index.js + 2 modules
var audit = __webpack_require__(36340);
;// CONCATENATED MODULE: ./build/packages/stages/records.js

/** Where records live on the archive branch, and where they are brought on the target branch (decision 35). */
const auditLogPath = "docs/audit/releases.log";
const reportPath = (id) => `docs/releases/${id}.md`;
const recordsBranch = "release-command/records";
/**
 * Makes the reports and the audit log of the target branch equal to those of the archive: by commit, or where the
 * branch is protected in one standing pull request. A function of what is archived, so any later run may finish it.
 */
async function publishRecords(ports, targetBranch) {
    const { git, clock } = ports;
    const { head, files } = await missingAt(ports, targetBranch);
    if (files.size === 0)
        return undefined;
    const message = "docs: bring release records up to date\n\nWritten by Release Command from the release journal.\n";
    const sha = await git.commitFiles({ parents: [head], files, message, at: new Date(clock.now()).toISOString() });
    const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
    if (outcome.state === "applied")
        return `committed to ${targetBranch}`;
    return proposeRecords(ports, { targetBranch, sha, files });
}
/** Whether the target branch has the records of the archive, or is offered them. Changes nothing. */
async function arePublished(ports, targetBranch) {
    const { git, forge } = ports;
    const { files } = await missingAt(ports, targetBranch);
    if (files.size === 0)
        return true;
    const tip = await proposedTip(ports);
    if (tip === undefined || !(await hasAll(git, tip, files)))
        return false;
    return (await forge.findPullRequest(recordsBranch, targetBranch)) !== undefined;
}
/** What the archive has and the head of the target branch has not. */
async function missingAt(ports, targetBranch) {
    const { git, config } = ports;
    const archive = `refs/remotes/origin/${config.journal.branch}`;
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${config.journal.branch}:${archive}`, `+refs/heads/${targetBranch}:${target}`]);
    const head = required(await git.resolve(target), `the head of ${targetBranch}`);
    return { head, files: await missingFiles(ports, archive, head) };
}
/** The tip of the standing branch, brought here. */
async function proposedTip({ git }) {
    const ref = `refs/heads/${recordsBranch}`;
    const tip = (await git.remoteRefs([ref])).get(ref);
    if (tip !== undefined)
        await git.fetch([`+${ref}:refs/remotes/origin/${recordsBranch}`]);
    return tip;
}
async function missingFiles({ git }, archive, head) {
    const paths = (await git.listFiles(archive)).filter((path) => path.startsWith("docs/releases/") || path === auditLogPath);
    const [archived, present] = await Promise.all([git.readFiles(archive, paths), git.readFiles(head, paths)]);
    return new Map([...archived].filter(([path, text]) => present.get(path) !== text));
}
async function proposeRecords(ports, { targetBranch, sha, files, }) {
    const { git, forge } = ports;
    const tip = await proposedTip(ports);
    if (tip === undefined || !(await hasAll(git, tip, files)))
        await git.push([{ ref: `refs/heads/${recordsBranch}`, to: sha, expect: tip ?? "absent" }]);
    const pull = await forge.ensurePullRequest({
        head: recordsBranch,
        headSha: sha,
        base: targetBranch,
        title: "Release records",
        body: "Reports and audit log of finished releases. One standing pull request: it is updated by every release until it is merged.",
        labels: ["release", "auto-generated"],
        reviewers: [],
    });
    return pull.url;
}
async function hasAll(git, revision, files) {
    const present = await git.readFiles(revision, [...files.keys()]);
    return [...files].every(([path, text]) => present.get(path) === text);
}

;// CONCATENATED MODULE: ./build/packages/stages/settle.js




/**
 * The last append: the record, its report and its line in the audit log move to the archive branch in one atomic push
 * that also deletes the live ref and the leases. After a death before it, everything here runs again.
 */
async function settle({ driver }, outcome) {
    driver.decide({ type: "settled", outcome });
    await driver.archive(async (facts, read) => [
        { path: reportPath(driver.id), content: (0,report.releaseReport)(facts) },
        { path: auditLogPath, content: withLine((await read(auditLogPath)) ?? "", facts) },
    ]);
    return "settled";
}
/** The log as it is where the archive is continued: two releases that end at once both get their line. */
function withLine(log, facts) {
    return `${log}${(0,audit/* auditLine */.kk)(log, (0,machine/* fold */.AU)(facts), facts)}\n`;
}

;// CONCATENATED MODULE: ./build/packages/stages/completed.js




/** The release is over and good; what is left is to tell the world. Each duty is a step, so that a death loses none. */
async function completed(context) {
    const { driver, forge, say } = context;
    const { plan } = driver.record;
    if (plan.releaseType === "hotfix")
        await backport(context);
    const url = await driver.step("github-release", async () => {
        const release = await forge.ensureRelease({
            tag: plan.tag,
            title: `Release ${plan.releaseVersion}`,
            notes: required(driver.record.changelog, "the changelog"),
            prerelease: plan.releaseVersion.includes("-"),
            assets: [{ name: `release-report-${plan.tag}.md`, content: (0,report.releaseReport)(driver.facts) }],
        });
        for (const message of release.warnings)
            driver.observe({ type: "warned", message });
        return release.url;
    }, { facts: (address) => [{ type: "published", what: "github-release", url: address }] });
    say(`published ${url}`);
    return settle(context, "completed");
}

;// CONCATENATED MODULE: ./build/packages/smoke/detail.js

const detail_maxLength = 300;
/** Shorter values are too common as words to be taken out. */
const shortestSecret = 4;
/** Text for a result: without any of these values, cut at 300 characters. */
function asDetail(text, secrets) {
    const clean = hideSecrets(text, secrets);
    return clean.length <= detail_maxLength ? clean : `${clean.slice(0, detail_maxLength - 1)}…`;
}
/** The text without any of these values, and without whatever has the shape of a secret or of personal data. */
function hideSecrets(text, secrets) {
    // The longest first, so that a secret that contains another leaves nothing behind.
    const longestFirst = secrets.filter(({ length }) => length >= shortestSecret).toSorted((a, b) => b.length - a.length);
    const exact = longestFirst.reduce((clean, secret) => clean.replaceAll(secret, "[REDACTED]"), text);
    return createScrubber({ secrets: longestFirst }).text(exact);
}
/**
 * Values of an environment that must not be shown: of variables that are named like a secret, whatever looks like a key,
 * and the password inside a connection URL. `NODE_ENV: test` is none: words would vanish from every message.
 */
function detail_secretsOf(env) {
    return Object.entries(env).flatMap(([name, value]) => {
        const password = passwordIn(value);
        if (password !== "")
            return [value, password, decoded(password)];
        const named = /pass|pwd|secret|token|key|credential|auth|dsn|cookie|session/i.test(name);
        const looksLikeKey = /^(?=.*[a-z])(?=.*\d)[\w+/=.~-]{20,}$/i.test(value);
        return named || looksLikeKey ? [value] : [];
    });
}
function passwordIn(value) {
    if (URL.canParse(value))
        return new URL(value).password;
    // Not a URL that parses, but meant as one.
    return /^[a-z+]+:\/\/[^:/]*:(.+)@/i.exec(value)?.[1] ?? "";
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
;// CONCATENATED MODULE: ./build/packages/smoke/check-failure.js
/** A check did not hold. `transient`: the fault lies in the transport and may be gone in a moment (decision 9). */
class CheckFailure extends Error {
    name = "CheckFailure";
    transient;
    /** Status of the HTTP answer, when there was one. */
    status;
    constructor(message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.transient = options.transient;
        this.status = options.status;
    }
}

;// CONCATENATED MODULE: ./build/packages/smoke/check.js


/** Runs a check; once more after a fault of the transport, never after a wrong answer (decision 9). */
async function runCheck(attempt, around) {
    const { category, name } = attempt;
    const started = around.clock.now();
    const first = await failureOf(attempt.run, around.signal);
    let failure = first;
    if (first?.transient === true) {
        await around.clock.sleep(around.retryDelayMs, around.signal);
        failure = await failureOf(attempt.run, around.signal);
    }
    const durationMs = Math.round(around.clock.now() - started);
    const secrets = [...detail_secretsOf(around.env), ...(attempt.secrets?.() ?? [])];
    const show = (text) => asDetail(text, secrets);
    if (failure !== undefined) {
        const retried = first?.transient === true ? " (tried twice)" : "";
        const check = {
            category,
            name,
            status: "failed",
            durationMs,
            detail: show(`${failure.message}${retried}`),
        };
        return { check, failure };
    }
    const passed = { category, name, status: "passed", durationMs };
    if (first === undefined)
        return { check: passed };
    return { check: { ...passed, detail: show(`Passed when tried again; before: ${first.message}`) } };
}
async function failureOf(run, signal) {
    try {
        await run();
        return undefined;
    }
    catch (thrown) {
        signal.throwIfAborted();
        if (thrown instanceof CheckFailure)
            return thrown;
        throw thrown;
    }
}
/** Runs tasks with at most `limit` at once; results in the order of the tasks. */
async function inParallel(items, limit, task) {
    const results = [];
    const waiting = items.entries();
    const worker = async () => {
        for (const [index, item] of waiting)
            results[index] = await task(item, index);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/packages/smoke/transport.js

/** Error codes of Node's sockets, DNS and fetch that may be gone in a moment, in words. */
const transport_transient = new Map([
    ["ECONNREFUSED", "connection refused: nothing listens there"],
    ["ECONNRESET", "connection reset by the other side"],
    ["EPIPE", "connection closed by the other side"],
    ["UND_ERR_SOCKET", "connection closed before the answer was complete"],
    ["ENOTFOUND", "host name not found (DNS)"],
    ["EAI_AGAIN", "host name could not be looked up (DNS)"],
    ["ETIMEDOUT", "connection timed out"],
    ["UND_ERR_CONNECT_TIMEOUT", "connection timed out"],
    ["UND_ERR_HEADERS_TIMEOUT", "no answer in time"],
    ["UND_ERR_BODY_TIMEOUT", "the answer stopped half way"],
    ["EHOSTUNREACH", "host unreachable"],
    ["ENETUNREACH", "network unreachable"],
]);
const certificate = new Map([
    ["CERT_HAS_EXPIRED", "its certificate has expired"],
    ["CERT_NOT_YET_VALID", "its certificate is not valid yet"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is self-signed"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "its certificate chain is self-signed"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "its certificate chain is incomplete"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "the issuer of its certificate is not trusted here"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another host name"],
]);
/** The failure that a thrown transport error means. `what` names the request, as in `GET /health`. */
function transportFailure(what, thrown, timeoutMs) {
    if (thrown instanceof CheckFailure)
        return thrown;
    if (field(thrown, "name") === "TimeoutError") {
        return new CheckFailure(`${what}: no complete answer within ${timeoutMs} ms`, { transient: true, cause: thrown });
    }
    const code = errorCode(thrown);
    const passing = code === undefined ? undefined : transport_transient.get(code);
    if (passing !== undefined)
        return new CheckFailure(`${what}: ${passing}`, { transient: true, cause: thrown });
    return new CheckFailure(`${what}: ${lasting(code, thrown)}`, { transient: false, cause: thrown });
}
function lasting(code, thrown) {
    const wrongCertificate = code === undefined ? undefined : certificate.get(code);
    if (wrongCertificate !== undefined)
        return `TLS refused: ${wrongCertificate}`;
    if (code === "EPROTO" || code?.startsWith("ERR_SSL"))
        return "TLS refused: the server does not speak TLS there";
    if (field(field(thrown, "cause"), "name") === "HTTPParserError")
        return "the answer is not HTTP";
    return transport_messageOf(field(thrown, "cause") ?? thrown);
}
/** The message of whatever was thrown. */
function transport_messageOf(thrown) {
    const message = field(thrown, "message");
    return typeof message === "string" ? message : String(thrown);
}
/** The first error code in a chain of causes; `fetch` wraps them, `localhost` gives several at once. */
function errorCode(thrown, depth = 0) {
    if (thrown === undefined || depth > 4)
        return undefined;
    const code = field(thrown, "code");
    if (typeof code === "string")
        return code;
    const several = field(thrown, "errors");
    return errorCode(Array.isArray(several) ? several[0] : field(thrown, "cause"), depth + 1);
}
// Not by `instanceof`: errors of the platform may come from another realm (workers, test runners).
function field(thrown, name) {
    if (typeof thrown !== "object" || thrown === null)
        return undefined;
    return Reflect.get(thrown, name);
}
/** Whether an error code of a socket may be gone in a moment, in words; `undefined` when not. */
function transientReason(code) {
    return code === undefined ? undefined : transport_transient.get(code);
}

;// CONCATENATED MODULE: ./build/packages/smoke/database.js




/** The only table that is written: a row is marked, read back and removed in one transaction. */
const table = "release_command_smoke";
/** Databases one after another, each over one connection that is closed again: a pool of one must do. */
async function checkDatabases(databases, around) {
    const checks = [];
    for (const database of databases) {
        const attempt = {
            category: "database",
            name: database.name,
            run: async () => readAndWrite(database, around),
        };
        checks.push((await runCheck(attempt, around)).check);
    }
    return checks;
}
async function readAndWrite({ urlFrom }, around) {
    const url = Object.hasOwn(around.env, urlFrom) ? around.env[urlFrom] : undefined;
    if (url === undefined || url === "") {
        const message = `${urlFrom} is not set: put the connection URL into the variable ${urlFrom} of this environment (environments.<name>.env.${urlFrom})`;
        throw new CheckFailure(message, { transient: false });
    }
    const client = database_openClient(url, urlFrom, around.timeoutMs);
    // A connection that dies while nothing is asked must not end the process.
    client.on("error", () => undefined);
    const hangUp = () => void client.end().catch(() => undefined);
    around.signal.addEventListener("abort", hangUp, { once: true });
    try {
        await client.connect();
        await roundTrip(client, `release-command ${Math.floor(around.clock.now()).toString(36)}`);
    }
    catch (thrown) {
        throw databaseFailure(thrown, urlFrom, around.timeoutMs);
    }
    finally {
        around.signal.removeEventListener("abort", hangUp);
        await client.end().catch(() => undefined);
    }
}
function database_openClient(url, urlFrom, timeoutMs) {
    try {
        return new esm/* Client */.Kj({
            connectionString: url,
            connectionTimeoutMillis: timeoutMs,
            statement_timeout: timeoutMs,
            query_timeout: timeoutMs,
            application_name: "release-command smoke",
        });
    }
    catch (thrown) {
        const message = `${urlFrom} is no connection URL: it must read postgres://user:password@host:5432/database`;
        throw new CheckFailure(message, { transient: false, cause: thrown });
    }
}
async function roundTrip(client, mark) {
    await client.query("begin");
    try {
        // Only where it is missing: an account without the right to create tables passes once the table is there.
        const found = await client.query("select to_regclass($1)::text as name", [table]);
        if (typeof found.rows[0]?.name !== "string") {
            await client.query(`create table if not exists ${table} (mark text not null, written timestamptz not null default now())`);
        }
        await client.query(`insert into ${table} (mark) values ($1)`, [mark]);
        const read = await client.query(`select mark from ${table} where mark = $1`, [mark]);
        if (read.rows[0]?.mark !== mark) {
            throw new CheckFailure("the row that was written could not be read back", { transient: false });
        }
        await client.query(`delete from ${table} where mark = $1`, [mark]);
        await client.query("commit");
    }
    catch (thrown) {
        await client.query("rollback").catch(() => undefined);
        throw thrown;
    }
}
/** SQLSTATE → what it means here, and whether it may be gone in a moment. */
const sqlStates = new Map([
    ["28P01", ["the password was refused", false]],
    ["28000", ["the account was refused", false]],
    ["3D000", ["there is no such database", false]],
    [
        "42501",
        [`the account may not write: grant it insert, select and delete on ${table}, or create on its schema`, false],
    ],
    ["25006", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
    ["53300", ["it has no connection left", true]],
    ["57P03", ["it is starting up or shutting down", true]],
    ["57P01", ["it ended the connection (shutdown)", true]],
    ["57014", ["a statement took too long: is the table locked, or the disk slow?", true]],
]);
function databaseFailure(thrown, urlFrom, timeoutMs) {
    if (thrown instanceof CheckFailure)
        return thrown;
    const code = errorCode(thrown);
    const [text, transient] = database_explain(code, thrown, timeoutMs);
    return new CheckFailure(`Database of ${urlFrom}: ${text}`, { transient, cause: thrown });
}
function database_explain(code, thrown, timeoutMs) {
    const known = code === undefined ? undefined : sqlStates.get(code);
    if (known !== undefined)
        return known;
    const reason = transientReason(code);
    if (reason !== undefined)
        return [reason, true];
    const message = transport_messageOf(thrown);
    // pg has no code for these.
    if (/timeout/i.test(message))
        return [`no answer within ${timeoutMs} ms`, true];
    if (/terminated unexpectedly|connection ended/i.test(message))
        return ["it closed the connection", true];
    return [message, false];
}

;// CONCATENATED MODULE: ./build/packages/smoke/request.js


/** More of an answer is neither kept nor searched. */
const maxBodyBytes = 1024 * 1024;
const maxRedirects = 5;
/** Sends one request and follows its redirects. Throws `CheckFailure` for whatever the transport does wrong. */
async function send(request) {
    const what = `${request.method} ${addressOf(request.url)}`;
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs)]);
    try {
        return await follow(request, what, signal);
    }
    catch (thrown) {
        request.signal.throwIfAborted();
        throw transportFailure(what, thrown, request.timeoutMs);
    }
}
async function follow(request, what, signal) {
    let { method, url, body } = request;
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
        const headers = request.headersFor(url);
        const init = { method, headers, redirect: "manual", signal };
        const response = await request.fetch(url.href, body === undefined ? init : { ...init, body });
        request.onAnswer?.(url, response);
        const location = request.followRedirects ? redirectOf(response) : undefined;
        if (location === undefined)
            return { status: response.status, ...(await readBody(response)) };
        await response.body?.cancel();
        if (!URL.canParse(location, url.href))
            throw failed(`${what}: redirected to something that is no address`);
        const target = new URL(location, url);
        // As browsers do: only 307 and 308 repeat method and body, and never a body to another host.
        const repeats = (response.status === 307 || response.status === 308) && target.origin === url.origin;
        if (!repeats)
            [method, body] = ["GET", undefined];
        url = target;
    }
    throw failed(`${what}: redirected more than ${maxRedirects} times, last to ${addressOf(url)} (a redirect loop)`);
}
function failed(message) {
    return new CheckFailure(message, { transient: false });
}
function redirectOf(response) {
    if (![301, 302, 303, 307, 308].includes(response.status))
        return undefined;
    return response.headers.get("location") ?? undefined;
}
async function readBody(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        size += chunk.byteLength;
        // Leaving the loop cancels the rest of the answer.
        if (size > maxBodyBytes)
            break;
    }
    const body = Buffer.concat(chunks).subarray(0, maxBodyBytes).toString("utf8");
    return { body, truncated: size > maxBodyBytes };
}
/** An address as it may be shown: no credentials, no values of a query. */
function addressOf(url) {
    return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/external.js



const servicesAtOnce = 4;
/** Services of others: a failure says whose it is, as far as can be known, and what to do meanwhile (decision 51). */
async function checkExternal(services, around) {
    const results = await inParallel(services, servicesAtOnce, async (service) => runCheck({ category: "external", name: service.name, run: async () => get(service, around) }, around));
    // One that answers proves that this machine reaches the outside.
    const outsideReached = results.some(({ failure }) => failure === undefined || failure.status !== undefined);
    return results.map((result, index) => withBlame(result, services[index]?.fallback, outsideReached, around));
}
async function get({ url }, { fetch, signal, timeoutMs }) {
    if (!URL.canParse(url))
        throw new CheckFailure(`"${url}" is no address`, { transient: false });
    const wanted = { method: "GET", url: new URL(url), headersFor: () => new Headers(), followRedirects: true };
    const { status } = await send({ ...wanted, timeoutMs, signal, fetch });
    if (status >= 200 && status <= 299)
        return;
    const message = `GET ${new URL(url).host}: expected status 2xx, got ${status}`;
    throw new CheckFailure(message, { transient: status >= 502 && status <= 504, status });
}
function withBlame({ check, failure }, fallback, outsideReached, around) {
    if (failure === undefined)
        return check;
    const advice = fallback === undefined ? "" : ` Meanwhile: ${fallback}`;
    const detail = `${blame(failure, outsideReached)} ${check.detail ?? ""}.${advice}`;
    if (around.only !== "critical")
        return { ...check, detail };
    return { ...check, status: "not-applicable", detail: `Failed, but does not stop a critical run. ${detail}` };
}
function blame({ status, transient }, outsideReached) {
    if (status === undefined)
        return transient && outsideReached ? "Theirs:" : "Unknown whose:";
    if (status === 429)
        return "Ours (we ask too often):";
    if (status >= 500)
        return "Theirs:";
    return "Ours (address or credentials):";
}

;// CONCATENATED MODULE: ./build/packages/smoke/session.js

/** What one list of steps carries from step to step: captured values and cookies. Retried lists begin with a new one. */
class Session {
    #env;
    #captured = new Map();
    #cookies = new Map();
    #unique;
    /** `unique`: what `{{unique}}` stands for, so that a path may register the same user twice a minute. */
    constructor(env, unique) {
        this.#env = env;
        this.#unique = unique;
    }
    /** Values that came from answers and must not be shown: tokens, cookies, identities. */
    get secrets() {
        const cookies = [...this.#cookies.values()].flatMap((jar) => [...jar.values()]);
        return [...[...this.#captured.values()].map(String), ...cookies];
    }
    /** Replaces each `{{name}}`: a captured value, `unique`, or an environment variable, in this order. */
    fill(text) {
        return text.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name) => String(this.#value(name)));
    }
    /** The same inside JSON; a text that is nothing but `{{name}}` takes the captured value with its type. */
    fillJson(json) {
        if (typeof json === "string") {
            const name = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(json)?.[1];
            return name === undefined ? this.fill(json) : this.#value(name);
        }
        if (json === null || typeof json !== "object")
            return json;
        if (isList(json))
            return json.map((item) => this.fillJson(item));
        return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, value === undefined ? undefined : this.fillJson(value)]));
    }
    /** Keeps the value at a dotted path of a JSON answer. */
    capture(name, path, answer) {
        let value = answer;
        for (const key of path.split(".")) {
            if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
                throw new CheckFailure(`the answer has no "${path}" to capture as ${name}${namesIn(value)}`, {
                    transient: false,
                });
            }
            value = Object.entries(value).find(([found]) => found === key)?.[1];
        }
        if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
            throw new CheckFailure(`"${path}" of the answer is no single value and cannot be captured as ${name}`, {
                transient: false,
            });
        }
        this.#captured.set(name, value);
    }
    /** Keeps the cookies of an answer, for its origin only. */
    keepCookies(url, response) {
        const jar = this.#cookies.get(url.origin) ?? new Map();
        this.#cookies.set(url.origin, jar);
        for (const line of response.headers.getSetCookie()) {
            const [pair = "", ...attributes] = line.split(";");
            const [name = "", ...rest] = pair.split("=");
            if (attributes.some(endsCookie))
                jar.delete(name.trim());
            else
                jar.set(name.trim(), rest.join("=").trim());
        }
    }
    /** Value of the `cookie` header for an address; `undefined` when there is none. */
    cookieFor(url) {
        const jar = this.#cookies.get(url.origin);
        if (jar === undefined || jar.size === 0)
            return undefined;
        return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    }
    #value(name) {
        const captured = this.#captured.get(name);
        if (captured !== undefined)
            return captured;
        if (name === "unique")
            return this.#unique;
        if (Object.hasOwn(this.#env, name))
            return this.#env[name] ?? "";
        const known = [...this.#captured.keys(), ...Object.keys(this.#env)].join(", ");
        throw new CheckFailure(`{{${name}}} is neither captured by an earlier step nor an environment variable of this environment (known: ${known || "none"})`, { transient: false });
    }
}
function isList(json) {
    return Array.isArray(json);
}
function endsCookie(attribute) {
    const [name = "", value = ""] = attribute.split("=").map((part) => part.trim());
    if (name.toLowerCase() === "max-age")
        return Number(value) <= 0;
    return name.toLowerCase() === "expires" && Date.parse(value) <= Date.UTC(1971, 0, 1);
}
function namesIn(value) {
    if (typeof value !== "object" || value === null)
        return "";
    return ` (it has: ${Object.keys(value).slice(0, 8).join(", ") || "nothing"})`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/step.js


/** Sends one step and checks its answer; throws `CheckFailure` with what was asked, expected and got. */
async function runStep(step, session, around) {
    const url = addressFor(step.path, session, around.baseUrl);
    const what = `${step.method} ${url.pathname}`;
    const body = step.json === undefined ? undefined : JSON.stringify(session.fillJson(step.json));
    const answer = await send({
        method: step.method,
        url,
        headersFor: headersOf(step, session, around, url),
        ...(body === undefined ? {} : { body }),
        // Who expects a redirect wants to see it.
        followRedirects: step.status === "2xx" || step.status < 300 || step.status > 399,
        timeoutMs: around.timeoutMs,
        signal: around.signal,
        fetch: around.fetch,
        onAnswer: (address, response) => session.keepCookies(address, response),
    });
    checkStatus(what, step, answer);
    checkText(what, step, answer);
    captureAll(what, step, session, answer);
}
/** The complete address of a step. Only who wrote the configuration can name another host, never an answer. */
function addressFor(path, session, baseUrl) {
    const filled = session.fill(path);
    const address = /^https?:\/\/[^/{]+/.test(path)
        ? filled
        : `${baseUrl.replace(/\/+$/, "")}/${filled.replace(/^\/+/, "")}`;
    if (!URL.canParse(address))
        throw new CheckFailure(`"${path}" is no path or address`, { transient: false });
    return new URL(address);
}
function headersOf(step, session, around, first) {
    const own = Object.entries(step.headers).map(([name, value]) => [name, session.fill(value)]);
    const base = new URL(around.baseUrl).origin;
    return (url) => {
        const headers = new Headers({ accept: "application/json, text/html;q=0.9, */*;q=0.8" });
        if (step.json !== undefined && url.origin === first.origin)
            headers.set("content-type", "application/json");
        if (url.origin === base)
            for (const [name, value] of Object.entries(around.headers ?? {}))
                headers.set(name, value);
        if (url.origin === first.origin)
            for (const [name, value] of own)
                headers.set(name, value);
        const cookie = session.cookieFor(url);
        if (cookie !== undefined)
            headers.set("cookie", cookie);
        return headers;
    };
}
function checkStatus(what, step, { status, body }) {
    const good = step.status === "2xx" ? status >= 200 && status <= 299 : status === step.status;
    if (good)
        return;
    // A gateway that cannot reach the application is a fault of the transport (decision 9).
    const transient = status >= 502 && status <= 504;
    throw new CheckFailure(`${what}: expected status ${step.status}, got ${status}${beginOf(body)}`, {
        transient,
        status,
    });
}
function checkText(what, { contains }, { status, body, truncated }) {
    if (contains === undefined || body.includes(contains))
        return;
    const where = truncated ? "in its first 1 MB" : "anywhere";
    const message = `${what}: expected "${contains}" in the answer, not found ${where}${beginOf(body)}`;
    throw new CheckFailure(message, { transient: false, status });
}
function captureAll(what, step, session, { status, body, truncated }) {
    const captures = Object.entries(step.capture);
    if (captures.length === 0)
        return;
    if (truncated)
        throw new CheckFailure(`${what}: the answer is larger than 1 MB`, { transient: false, status });
    const answer = parseJson(what, body, status);
    for (const [name, path] of captures) {
        try {
            session.capture(name, path, answer);
        }
        catch (thrown) {
            if (!(thrown instanceof CheckFailure))
                throw thrown;
            throw new CheckFailure(`${what}: ${thrown.message}`, { transient: false, status });
        }
    }
}
function parseJson(what, body, status) {
    try {
        return JSON.parse(body);
    }
    catch (thrown) {
        const message = `${what}: expected JSON to capture from, got something else${beginOf(body)}`;
        throw new CheckFailure(message, { transient: false, status, cause: thrown });
    }
}
function beginOf(body) {
    const text = body.replaceAll(/\s+/g, " ").trim();
    return text === "" ? ", with an empty answer" : `; the answer begins: ${text.slice(0, 160)}`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/http-checks.js




const endpointsAtOnce = 4;
const pathsAtOnce = 2;
/** Each endpoint is one check. They run side by side unless one needs what another captured. */
async function checkApi(steps, around) {
    const session = newSession(around, "api");
    const chained = steps.some((step) => Object.keys(step.capture).length > 0);
    return await inParallel(steps, chained ? 1 : endpointsAtOnce, async (step) => {
        const run = async () => runStep(step, session, around);
        const { check } = await runCheck({ category: "api", name: step.name, run, secrets: () => session.secrets }, around);
        return check;
    });
}
/** The steps in order, up to the one that fails: it is named, what would follow is not run. */
async function checkAuth(steps, around) {
    const session = newSession(around, "auth");
    const checks = [];
    for (const [index, step] of steps.entries()) {
        const run = async () => runStep(step, session, around).catch((thrown) => nameStep(thrown, step, steps, index));
        const attempt = { category: "auth", name: step.name, run, secrets: () => session.secrets };
        const { check } = await runCheck(attempt, around);
        checks.push(check);
        if (check.status === "failed")
            break;
    }
    return checks;
}
/** Each path is one check; a retry walks it again from its first step. */
async function checkPaths(paths, around) {
    return await inParallel(paths, pathsAtOnce, async ({ name, steps }, index) => {
        let session = newSession(around, `p${index}`);
        const run = async () => {
            session = newSession(around, `p${index}`);
            for (const [at, step] of steps.entries()) {
                await runStep(step, session, around).catch((thrown) => nameStep(thrown, step, steps, at));
            }
        };
        const { check } = await runCheck({ category: "paths", name, run, secrets: () => session.secrets }, around);
        return check;
    });
}
function newSession({ env, clock }, suffix) {
    return new Session(env, `${Math.floor(clock.now()).toString(36)}${suffix}`);
}
function nameStep(thrown, step, steps, index) {
    if (!(thrown instanceof CheckFailure))
        throw thrown;
    const { message, transient, status } = thrown;
    const named = `step ${index + 1} of ${steps.length}, ${step.name}: ${message}`;
    throw new CheckFailure(named, { transient, cause: thrown, ...(status === undefined ? {} : { status }) });
}

;// CONCATENATED MODULE: ./build/packages/smoke/starter.js
/** A piece of configuration to copy, for each category. */
const starters = {
    api: `smoke:
  api:
    - { name: health, path: /health }`,
    database: `smoke:
  database:
    - { name: main, urlFrom: DATABASE_URL }`,
    external: `smoke:
  external:
    - { name: payments, url: https://status.example.com/health, fallback: orders are queued }`,
    auth: `smoke:
  auth:
    - { name: login, method: POST, path: /login, json: { user: "{{SMOKE_USER}}", password: "{{SMOKE_PASSWORD}}" }, capture: { token: token } }
    - { name: protected call, path: /me, headers: { authorization: "Bearer {{token}}" } }
    - { name: logout, method: POST, path: /logout }`,
    paths: `smoke:
  paths:
    - name: checkout
      steps:
        - { name: add to cart, method: POST, path: /cart, json: { item: 1 }, capture: { cart: id } }
        - { name: pay, method: POST, path: "/cart/{{cart}}/pay" }`,
};
/** Why a category without checks fails, with an example to copy. */
function missingCategory(category) {
    return `No ${category} checks are configured, so nothing was proved. Add checks:\n${starters[category]}\nor say why there are none: smoke: { ${category}: { none: "reason" } }`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/run-smoke.js





const defaultTimeoutMs = 10_000;
/**
 * Runs the five categories side by side. A category passes when it has checks and all of them hold, or when it is
 * declared not applicable; a category that is left out fails. Rejects only when `signal` is aborted.
 */
async function runSmoke(spec, options) {
    options.signal.throwIfAborted();
    const started = options.clock.now();
    const around = {
        ...options,
        timeoutMs: spec?.timeout ?? defaultTimeoutMs,
        retryDelayMs: spec?.retryDelay ?? 0,
    };
    const categories = await Promise.all([
        runCategory("api", spec?.api, async (steps) => checkApi(steps, around)),
        runCategory("database", spec?.database, async (databases) => checkDatabases(databases, around)),
        runCategory("external", spec?.external, async (services) => checkExternal(services, around)),
        runCategory("auth", spec?.auth, async (steps) => checkAuth(steps, around)),
        runCategory("paths", spec?.paths, async (paths) => checkPaths(paths, around)),
    ]);
    const broken = categories.filter((checks) => checks.some(isFailed));
    const checks = categories.flat();
    return {
        status: broken.length === 0 ? "passed" : "failed",
        categoriesPassed: categories.length - broken.length,
        categoriesFailed: broken.length,
        executionTimeMs: Math.round(options.clock.now() - started),
        failedTests: checks.filter(isFailed).map(({ category, name }) => `${category}: ${name}`),
        checks,
    };
}
async function runCategory(category, wanted, run) {
    if (wanted !== undefined && "none" in wanted) {
        return [{ category, name: category, status: "not-applicable", durationMs: 0, detail: asDetail(wanted.none, []) }];
    }
    if (wanted === undefined || wanted.length === 0) {
        return [{ category, name: "not configured", status: "failed", durationMs: 0, detail: missingCategory(category) }];
    }
    return await run(wanted);
}
function isFailed({ status }) {
    return status === "failed";
}

;// CONCATENATED MODULE: ./build/packages/smoke/index.js



;// CONCATENATED MODULE: ./build/packages/analysis/bets.js
/**
 * Every test here is one bet. A hit (an error on the canary, say) should come up with probability `share` at most;
 * we bet that its odds are `ratio` times that. The capital of the bet is an e-process: if the claim that we bet
 * against holds, it reaches 1/alpha with probability alpha at most, however often one looks (Ville's inequality).
 */
// These run some hundred times a bin; looking them up in `Math` each time is slow where globals are sandboxed (jest).
const { exp, log, log1p, max, min } = Math;
/** Alternatives for "the canary's errors are r times as likely". Fixed before any data is seen. */
const ratios = [1.25, 1.5, 2, 2.83, 4, 5.66, 8, 11.3, 16, 32, 64];
/** Alternatives for "more than a bound", as multiples of the bound. */
const excesses = [1.2, 1.6, 2.4, 4, 8, 16];
/** Up to this bound all multiples above are probabilities. */
const EXCESSES_FIT_BELOW = 0.05;
/** ln of what a bet on `ratio` pays when `hits` of `trials` came up although each should with probability ≤ `share`. */
function lnPayoff(hits, trials, share, ratio) {
    return hits * log(ratio) - trials * log1p(share * (ratio - 1));
}
/** The share of the errors that is still fair when the canary may be `tolerance` times as bad. */
function tolerated(share, tolerance) {
    return (share * tolerance) / (1 - share + share * tolerance);
}
/** Odds ratio of two probabilities: the `ratio` with which `lnPayoff` bets on `q` against `p`. */
function oddsRatio(q, p) {
    return (q * (1 - p)) / (p * (1 - q));
}
/** Bets against "at most `bound` of the requests": one odds ratio an alternative. */
function excessRatios(bound) {
    const stretch = (excess) => bound + ((1 - bound) * (excess - 1) * EXCESSES_FIT_BELOW) / (1 - EXCESSES_FIT_BELOW);
    return excesses.map((excess) => oddsRatio(bound <= EXCESSES_FIT_BELOW ? excess * bound : stretch(excess), bound));
}
/** ln(e^a + e^b), without overflow. */
function lnAdd(a, b) {
    const high = max(a, b);
    return high === -Infinity ? high : high + log1p(exp(min(a, b) - high));
}
/** ln of the mean of e^x. */
function lnMean(logs) {
    return logs.reduce(lnAdd, -Infinity) - log(logs.length);
}
/** e^x as a number that JSON can hold. */
function fromLn(ln) {
    return exp(min(ln, 700));
}

;// CONCATENATED MODULE: ./build/packages/analysis/counts.js

const nothing = { requests: 0, errors: 0, slow: 0 };
/** Errors per request, 0–1; 0 when nothing was asked. */
function errorRatio({ requests, errors }) {
    return requests > 0 ? errors / requests : 0;
}
/** Slow requests per request, 0–1; 0 when nothing was asked. */
function slowRatio({ requests, slow }) {
    return requests > 0 ? slow / requests : 0;
}
/** `earlier`, weakened by `keep` (0–1), plus `later`. */
function addCounts(earlier, later, keep = 1) {
    return {
        requests: earlier.requests * keep + later.requests,
        errors: earlier.errors * keep + later.errors,
        slow: earlier.slow * keep + later.slow,
    };
}
/** Adds a bin to both sides, after weakening them by `keep`. */
function addBin(sides, bin, keep = 1) {
    return {
        canary: addCounts(sides.canary, bin.canary, keep),
        baseline: addCounts(sides.baseline, bin.baseline ?? nothing, keep),
    };
}
/** The baseline that serves beside the canary in this bin, if any does. */
function concurrentBaseline(bin) {
    return bin.weight === 1 ? undefined : bin.baseline;
}
/** Refuses counts that cannot be counts: a statistic of them would be a lie. */
function checkBin(bin) {
    checkCounts("canary", bin.t, bin.canary);
    if (bin.baseline !== undefined)
        checkCounts("baseline", bin.t, bin.baseline);
    if (!Number.isFinite(bin.t))
        throw broken(`An interval has no start time (t = ${bin.t})`);
    if (bin.weight !== undefined && !(bin.weight >= 0 && bin.weight <= 1)) {
        throw broken(`The interval at ${bin.t} ms expects a traffic share of ${bin.weight}, which is not between 0 and 1`);
    }
}
function checkCounts(side, t, { requests, errors, slow }) {
    const possible = errors >= 0 && slow >= 0 && errors <= requests && slow <= requests && requests < Infinity;
    if (possible)
        return;
    throw broken(`The monitor counted ${requests} requests, ${errors} errors and ${slow} slow ones of the ${side} at ${t} ms`);
}
function broken(message) {
    return new faults/* ReleaseFault */.eB("remote", message, {
        hint: "Errors and slow requests are part of the requests of the same interval, e.g. requests 120, errors 2, slow 5. Check what the monitor counts.",
    });
}

;// CONCATENATED MODULE: ./build/packages/analysis/proofs.js

/** Chance that a stated proof of safety is wrong. */
const BETA = 0.01;
/** Alternatives for "clearly better than the bound", as parts of it. */
const parts = [0.02, 0.1, 0.25, 0.5, 0.75];
/** Whether the counts prove an error probability below `bound`, at any time they are looked at, wrong with chance `BETA`. */
function provesBelow({ requests, errors }, bound) {
    const payoffs = parts.map((part) => lnPayoff(errors, requests, bound, oddsRatio(part * bound, bound)));
    return lnMean(payoffs) >= -Math.log(BETA);
}
/** The lowest of the bounds that the counts prove, if any. */
function provedBelow(counts, bounds) {
    return bounds.toSorted((a, b) => a - b).find((bound) => provesBelow(counts, bound));
}
/** Requests without an error that would prove `bound`. */
function requestsToProve(bound) {
    const { low, high } = bisect(1, 1e9, (requests) => provesBelow({ requests, errors: 0, slow: 0 }, bound));
    return Math.ceil((low + high) / 2);
}
/** What the true probability behind `hits` of `trials` exceeds only with chance `delta` (Chernoff). */
function upperBound(hits, trials, delta) {
    if (trials === 0)
        return 1;
    const observed = hits / trials;
    return bisect(observed, 1, (p) => trials * divergence(observed, p) >= -Math.log(delta)).high;
}
/** Kullback–Leibler divergence of two coins, in nats. */
function divergence(p, q) {
    return surprise(p, q) + surprise(1 - p, 1 - q);
}
function surprise(p, q) {
    return p === 0 ? 0 : p * Math.log(p / q);
}
/** Closes in on where `holds` turns true between `low` and `high`. */
function bisect(low, high, holds) {
    let [below, above] = [low, high];
    for (let step = 0; step < 60; step += 1) {
        const middle = (below + above) / 2;
        if (holds(middle))
            above = middle;
        else
            below = middle;
    }
    return { low: below, high: above };
}

;// CONCATENATED MODULE: ./build/packages/analysis/detectable.js

/** Nats that mixing alternatives and start times costs. */
const MIXTURE_NATS = 3;
/**
 * The smallest worsening that the window can be expected to show: 3 = three times the baseline's error ratio.
 * `undefined` when not even a canary that fails every request would be proved bad by the comparison.
 */
function smallestDetectable(visibility) {
    const { requestsPerSecond, share, baselineErrorRatio, windowMs, alpha } = visibility;
    if (!(share > 0 && share < 1 && baselineErrorRatio > 0 && baselineErrorRatio < 1))
        return undefined;
    const requests = (requestsPerSecond * windowMs) / 1000;
    const nats = Math.log(1 / alpha) + MIXTURE_NATS;
    const seen = (ratio) => requestsToDetect({ ratio, share, baselineErrorRatio, nats }) <= requests;
    const worst = 1 / baselineErrorRatio;
    return seen(worst) ? bisect(1, worst, seen).high : undefined;
}
/** Requests of both versions together until a canary `ratio` times as bad has given `nats` of evidence, on average. */
function requestsToDetect(regression) {
    const { ratio, share, baselineErrorRatio, nats } = regression;
    const spread = 1 - share + share * ratio;
    return nats / (divergence((share * ratio) / spread, share) * baselineErrorRatio * spread);
}

;// CONCATENATED MODULE: ./build/packages/analysis/settings.js



const defaults = {
    judge: "sequential",
    alpha: 0.0025,
    maxErrorRatio: 0.05,
    normalErrorRatio: 0.01,
    tolerance: 1.1,
    horizonBins: 900,
    weights: { errors: 0.5, absolute: 0.25, latency: 0.25 },
    latency: "with-errors",
    burst: 1,
};
/** Part of alpha that pays for not knowing the previous version's rate exactly. */
const PREVIOUS_PART = 0.1;
/** The p95 bound, as a claim on counts: at most this part of the requests is slow. */
const MAX_SLOW_RATIO = 0.05;
/** Every default filled in; refuses settings that no guarantee could be built on. */
function completeSettings(chosen) {
    const settings = { ...defaults, ...chosen };
    const { errors, absolute, latency } = settings.weights;
    const weights = [errors, absolute, latency];
    const problems = [
        inside(settings.alpha, 0, 1) ? [] : [`alpha must lie between 0 and 1; got ${settings.alpha}`],
        inside(settings.maxErrorRatio, 0, 1)
            ? []
            : [`maxErrorRatio must lie between 0 and 1; got ${settings.maxErrorRatio}`],
        inside(settings.normalErrorRatio, 0, 1)
            ? []
            : [`normalErrorRatio must lie between 0 and 1; got ${settings.normalErrorRatio}`],
        settings.tolerance >= 1 && settings.tolerance < (ratios[0] ?? 1)
            ? []
            : [`tolerance must be from 1 to below ${ratios[0]}; got ${settings.tolerance}`],
        Number.isInteger(settings.horizonBins) && settings.horizonBins > 0
            ? []
            : [`horizonBins must be a whole number above 0; got ${settings.horizonBins}`],
        weights.every((weight) => weight >= 0) && Math.abs(errors + absolute + latency - 1) < 1e-9
            ? []
            : [`weights must add up to 1; got ${weights.join(" + ")}`],
        settings.burst >= 1 ? [] : [`burst must be at least 1; got ${settings.burst}`],
    ].flat();
    if (problems.length > 0) {
        throw new faults/* ReleaseFault */.eB("config", `The analysis cannot start: ${problems.join("; ")}`, {
            hint: "Correct the setting, or leave it out: the defaults are alpha 0.0025, maxErrorRatio 0.05, tolerance 1.1.",
        });
    }
    if (settings.previous !== undefined)
        checkBin({ t: 0, canary: settings.previous });
    return settings;
}
/** What the previous version is known to have had, if anything is known. */
function previousRatio({ previousErrorRatio, previous }) {
    if (previousErrorRatio !== undefined)
        return previousErrorRatio;
    return previous === undefined || previous.requests === 0 ? undefined : errorRatio(previous);
}
/** The absolute bound: a service that always had more is not rolled back for it (decision 42). */
function errorBound(settings) {
    return Math.min(0.9, Math.max(settings.maxErrorRatio, (previousRatio(settings) ?? 0) * settings.tolerance));
}
/** Where the ln of the e-value proves the canary bad, and where it is suspicious. */
function lnLimits({ alpha, previous }) {
    const proved = -Math.log(previous === undefined ? alpha : alpha * (1 - PREVIOUS_PART));
    return { proved, suspicious: proved / 2 };
}
function inside(value, low, high) {
    return value > low && value < high;
}

;// CONCATENATED MODULE: ./build/packages/analysis/evidence.js




/** "21 of 24 errors fell on the canary, …; chance if it were no worse: at most 1 in 10^9". */
function comparisonSentence({ totals, ln, settings, compared }) {
    const { canary, baseline } = totals;
    if (compared) {
        const errors = canary.errors + baseline.errors;
        const share = canary.requests / (canary.requests + baseline.requests);
        return [
            `${count(canary.errors)} of ${count(errors)} errors fell on the canary, which answered ${evidence_percent(share)} of the requests; ${chance("it were no worse", ln.errors)}.`,
        ];
    }
    const before = previousRatio(settings);
    if (before === undefined)
        return [];
    return [
        `The new version fails ${ofRequests(canary)}, the previous one failed ${evidence_percent(before)}; ${chance("it were no worse", ln.errors)}.`,
    ];
}
/** What the canary's own error ratio says about the absolute bound. */
function absoluteSentence({ totals, ln, settings }) {
    const bound = evidence_percent(errorBound(settings));
    return [`The canary fails ${ofRequests(totals.canary)}; ${chance(`it failed at most ${bound}`, ln.absolute)}.`];
}
/** How slow the canary is, beside the baseline. */
function latencySentence({ totals, ln, compared }) {
    const beside = compared ? `, the baseline ${evidence_percent(slowRatio(totals.baseline))}` : "";
    return [
        `${evidence_percent(slowRatio(totals.canary))} of the canary's requests are over the latency bound${beside}; ${chance("its p95 were within the bound or it were no slower", ln.latency)}.`,
    ];
}
/** Both versions fail at once: it is not the release. */
function incidentSentence({ canary, baseline }, bound) {
    return `Both versions fail more than ${evidence_percent(bound)} of their requests (lately canary ${evidence_percent(errorRatio(canary))}, baseline ${evidence_percent(errorRatio(baseline))}): something they share is ill, not the release.`;
}
/** What was seen, and what this much traffic could and could not show. */
function sightSentences(totals, proved, settings) {
    const { canary, baseline } = totals;
    const beside = baseline.requests > 0 ? `, the baseline ${ofRequests(baseline)}` : "";
    const safety = proved === undefined
        ? `Too few requests to prove an error ratio below ${evidence_percent(settings.maxErrorRatio)}: that takes ${count(requestsToProve(settings.maxErrorRatio))} without an error.`
        : `The canary's error ratio is proved below ${evidence_percent(proved)} (wrong with chance 1 %).`;
    return [`The canary failed ${ofRequests(canary)}${beside}.`, safety, ...detectableSentence(totals, settings)];
}
function detectableSentence({ canary, baseline }, { alpha }) {
    if (baseline.requests === 0 || canary.requests === 0)
        return [];
    const requests = canary.requests + baseline.requests;
    const ratio = smallestDetectable({
        requestsPerSecond: requests,
        windowMs: 1000,
        share: canary.requests / requests,
        // Half an error more than was seen: a baseline without errors is not one that cannot fail.
        baselineErrorRatio: (baseline.errors + 0.5) / (baseline.requests + 1),
        alpha,
    });
    return ratio === undefined
        ? ["This traffic is too little to show any worsening by comparison."]
        : [`A canary ${ratio.toFixed(1)} times as bad as the baseline would be expected to show by now; less might not.`];
}
/** 0.0512 → "5.1 %". */
function evidence_percent(ratio) {
    const value = ratio * 100;
    const digits = value === 0 || value >= 10 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2;
    return `${Number(value.toFixed(digits))} %`;
}
function ofRequests(counts) {
    return `${count(counts.errors)} of ${count(counts.requests)} requests (${evidence_percent(errorRatio(counts))})`;
}
function count(value) {
    return Math.round(value).toLocaleString("en-US");
}
function chance(claim, lnEvidence) {
    if (lnEvidence < Math.log(2))
        return `no evidence that would be odd if ${claim}`;
    const exponent = lnEvidence / Math.LN10;
    const odds = exponent >= 6 ? `10^${Math.floor(exponent)}` : count(Math.floor(Math.exp(lnEvidence)));
    return `chance of that if ${claim}: at most 1 in ${odds}`;
}

;// CONCATENATED MODULE: ./build/packages/analysis/capital.js

const { log: capital_log } = Math;
/** Part of the capital that is bet from the first bin on; the rest waits for later starts. */
const FIRST_PART = 0.5;
/** The bets after one more bin, the `index`-th (from 0), which paid `lnPayoffs`. */
function grow(bets, lnPayoffs, index, plan) {
    const lnStart = capital_log(startsAt(index, plan));
    return lnPayoffs.map((lnPaid, k) => lnAdd(bets[k] ?? -Infinity, lnStart) + lnPaid);
}
/** ln of what all bets and the capital that is not bet yet are worth after `bins` bins: the e-value. */
function lnWorth(bets, bins, plan) {
    return bins === 0 ? 0 : lnAdd(lnMean(bets), capital_log(unspent(bins, plan)));
}
function startsAt(index, { horizonBins, firstPart = FIRST_PART }) {
    if (horizonBins <= 1)
        return index === 0 ? 1 : 0;
    if (index === 0)
        return firstPart;
    return index < horizonBins ? (1 - firstPart) / (horizonBins - 1) : 0;
}
function unspent(bins, { horizonBins, firstPart = FIRST_PART }) {
    if (bins >= horizonBins)
        return 0;
    return (1 - firstPart) * (1 - (bins - 1) / (horizonBins - 1));
}

;// CONCATENATED MODULE: ./build/packages/analysis/sequential.js






const { log: sequential_log, max: sequential_max, min: sequential_min } = Math;
/** In shared incidents the canary must be this many times as bad as the baseline for the absolute bound to count. */
const CLEARLY_WORSE = 2;
const RECENT_HALF_LIFE_MS = 200_000;
const noBets = {
    judge: "sequential",
    bins: 0,
    errors: [],
    slow: [],
    absolute: [],
    baselineAbsolute: [],
    slowAbsolute: [],
    compared: false,
    recent: { canary: nothing, baseline: nothing },
    lastT: 0,
};
/** The bets after one more bin. */
function betOn(state, bin, settings) {
    const { bins } = state;
    const { canary } = bin;
    const baseline = concurrentBaseline(bin);
    const bound = errorBound(settings);
    const more = (bets, payoffs) => grow(bets, payoffs, bins, settings);
    const above = (hits, trials, limit) => excessRatios(limit).map((ratio) => lnPayoff(hits, trials, limit, ratio) / settings.burst);
    return {
        judge: "sequential",
        bins: bins + 1,
        errors: more(state.errors, compare(bin, (counts) => counts.errors, settings)),
        slow: more(state.slow, compare(bin, (counts) => counts.slow, settings)),
        absolute: more(state.absolute, above(canary.errors, canary.requests, bound)),
        baselineAbsolute: more(state.baselineAbsolute, above(baseline?.errors ?? 0, baseline?.requests ?? 0, bound)),
        slowAbsolute: more(state.slowAbsolute, above(canary.slow, canary.requests, MAX_SLOW_RATIO)),
        compared: baseline !== undefined,
        recent: addBin(state.recent, bin, 0.5 ** (sequential_max(0, bin.t - state.lastT) / RECENT_HALF_LIFE_MS)),
        lastT: bin.t,
    };
}
/** Given how many hits there were in both versions: on which side did they fall? No data = no evidence. */
function compare(bin, hitsOf, settings) {
    const { tolerance, previous, alpha, burst } = settings;
    const baseline = concurrentBaseline(bin);
    const bet = (trials, share) => ratios.map((ratio) => lnPayoff(hitsOf(bin.canary), trials, share, ratio / tolerance) / burst);
    if (baseline !== undefined) {
        const share = bin.canary.requests / (bin.canary.requests + baseline.requests);
        const hits = hitsOf(bin.canary) + hitsOf(baseline);
        return hits === 0 ? noEvidence : bet(hits, tolerated(share, tolerance));
    }
    if (previous === undefined)
        return noEvidence;
    // The previous version is known from a sample only: what it may have been at worst is what counts.
    const worst = upperBound(hitsOf(previous), previous.requests, (alpha * PREVIOUS_PART) / 2) * tolerance;
    return worst < 1 ? bet(bin.canary.requests, worst) : noEvidence;
}
const noEvidence = ratios.map(() => 0);
/** What the bets prove so far. */
function findInBets(state, totals, settings) {
    const { weights } = settings;
    const worth = (bets) => lnWorth(bets, state.bins, settings);
    const limits = lnLimits(settings);
    const ln = {
        errors: worth(state.errors),
        absolute: worth(state.absolute),
        // Both must hold: p95 is over its bound, and the baseline is not as slow.
        latency: sequential_min(worth(state.slow), worth(state.slowAbsolute)),
    };
    const shared = isShared(state, worth(state.baselineAbsolute) >= limits.suspicious);
    const errorSign = sequential_max(ln.errors, shared ? 0 : ln.absolute) >= limits.suspicious;
    const parts = {
        errors: sequential_log(weights.errors) + ln.errors,
        absolute: sequential_log(weights.absolute) + ln.absolute,
        latency: sequential_log(weights.latency) + ln.latency,
    };
    const counted = [
        parts.errors,
        shared ? -Infinity : parts.absolute,
        errorSign || settings.latency === "alone" ? parts.latency : -Infinity,
    ];
    const lnCounted = counted.reduce(lnAdd, -Infinity);
    const lnAll = Object.values(parts).reduce(lnAdd, -Infinity);
    const told = { totals, ln, settings, compared: totals.baseline.requests > 0 };
    const finding = { eValue: fromLn(lnAll), signals: signalsOf(ln, totals) };
    if (lnCounted >= limits.proved) {
        const worst = counted.indexOf(sequential_max(...counted));
        const sentences = [comparisonSentence(told), absoluteSentence(told), latencySentence(told)];
        return {
            ...finding,
            rollback: {
                trigger: worst === 2 ? "latency" : "error-rate-spike",
                evidence: [sentences[worst] ?? [], ...sentences.filter((_, index) => index !== worst)].flat(),
            },
        };
    }
    if (shared && ln.absolute >= limits.suspicious && worth(state.baselineAbsolute) >= limits.suspicious) {
        return { ...finding, incident: incidentSentence(state.recent, errorBound(settings)) };
    }
    if (lnAll < limits.suspicious)
        return finding;
    const odd = parts.latency === sequential_max(...Object.values(parts)) ? latencySentence(told) : comparisonSentence(told);
    return { ...finding, suspicion: ["Not proved, but too odd to go on:", ...odd].join(" ") };
}
/** Whether the baseline is ill in the same way, so that the absolute bound says nothing about the release. */
function isShared({ compared, recent }, baselineBroken) {
    if (!compared)
        return false;
    return baselineBroken || errorRatio(recent.canary) < CLEARLY_WORSE * errorRatio(recent.baseline);
}
function signalsOf(ln, totals) {
    const { canary, baseline } = totals;
    const both = (of) => ({
        ...(canary.requests > 0 ? { canary: of(canary) / canary.requests } : {}),
        ...(baseline.requests > 0 ? { baseline: of(baseline) / baseline.requests } : {}),
    });
    return [
        { name: "errors", ...both((counts) => counts.errors), eValue: fromLn(ln.errors) },
        { name: "absolute", ...(canary.requests > 0 ? { canary: errorRatio(canary) } : {}), eValue: fromLn(ln.absolute) },
        { name: "latency", ...both((counts) => counts.slow), eValue: fromLn(ln.latency) },
    ];
}

;// CONCATENATED MODULE: ./build/packages/analysis/threshold.js



const MINUTE_MS = 60_000;
const BROKEN_MINUTES = 2;
/** Rise over the previous version that rolls back at once: 10 percentage points. */
const MAX_RISE = 0.1;
const empty = { canary: nothing, baseline: nothing };
const noMinutes = {
    judge: "threshold",
    minute: empty,
    minuteStart: 0,
    last: empty,
    brokenMinutes: 0,
};
/** The minutes after one more bin. */
function countMinute(state, bin, settings) {
    const elapsedMs = bin.t - state.minuteStart;
    if (elapsedMs >= 0 && elapsedMs < MINUTE_MS)
        return { ...state, minute: addBin(state.minute, bin) };
    const { canary, baseline } = state.minute;
    const broken = errorRatio(canary) > settings.maxErrorRatio && errorRatio(baseline) <= settings.maxErrorRatio;
    return {
        judge: "threshold",
        minute: addBin(empty, bin),
        minuteStart: bin.t,
        last: state.minute,
        brokenMinutes: broken ? state.brokenMinutes + 1 : 0,
    };
}
/** What the plain rules say of the last whole minutes. */
function findInMinutes(state, settings) {
    const { canary, baseline } = state.last;
    const before = baseline.requests > 0 ? errorRatio(baseline) : previousRatio(settings);
    const rise = errorRatio(canary) - (before ?? 0);
    const normal = Math.max(settings.normalErrorRatio, before ?? 0);
    const max = evidence_percent(settings.maxErrorRatio);
    const finding = { eValue: 1, signals: threshold_signalsOf(state.last) };
    const back = (trigger, sentence) => ({
        ...finding,
        rollback: { trigger, evidence: [sentence] },
    });
    if (state.brokenMinutes >= BROKEN_MINUTES) {
        return back("error-rate-spike", `The error ratio was over ${max} for ${BROKEN_MINUTES} minutes; in the last it was ${evidence_percent(errorRatio(canary))}.`);
    }
    if (before !== undefined && rise > MAX_RISE) {
        return back("error-rate-spike", `The error ratio rose from ${evidence_percent(before)} to ${evidence_percent(errorRatio(canary))}, by more than 10 points.`);
    }
    if (slowRatio(canary) > MAX_SLOW_RATIO && errorRatio(canary) > normal) {
        return back("latency", `p95 is over its bound (${evidence_percent(slowRatio(canary))} of the requests are slow), and ${evidence_percent(errorRatio(canary))} fail.`);
    }
    if (Math.min(errorRatio(canary), errorRatio(baseline)) > settings.maxErrorRatio) {
        return { ...finding, incident: incidentSentence(state.last, settings.maxErrorRatio) };
    }
    if (errorRatio(canary) > settings.maxErrorRatio) {
        return {
            ...finding,
            suspicion: `The error ratio of the last minute, ${evidence_percent(errorRatio(canary))}, is over ${max}.`,
        };
    }
    return finding;
}
function threshold_signalsOf({ canary, baseline }) {
    if (canary.requests === 0)
        return [];
    const compared = baseline.requests > 0;
    return [
        { name: "errors", canary: errorRatio(canary), ...(compared ? { baseline: errorRatio(baseline) } : {}) },
        { name: "latency", canary: slowRatio(canary), ...(compared ? { baseline: slowRatio(baseline) } : {}) },
    ];
}

;// CONCATENATED MODULE: ./build/packages/analysis/traffic-share.js

/** How far the observed share may be from the expected one, as a part of it. */
const TOLERANCE = 0.25;
/** Bets on odds this many times what the tolerance allows. */
const alternatives = [1.25, 2, 8];
/** Evidence is kept within reach, so that traffic put right is believed again. */
const LN_CAP = 12;
/**
 * The evidence that the canary's share of the requests is not the expected one, after one more bin. It may raise a
 * false alarm now and then (it only ever holds a release), and it recovers.
 */
function watchShare(bets, bin) {
    const { weight, canary, baseline } = bin;
    if (weight === undefined || weight === 0 || weight === 1 || baseline === undefined)
        return [];
    const requests = canary.requests + baseline.requests;
    const most = Math.min(weight * (1 + TOLERANCE), (1 + weight) / 2);
    const least = weight * (1 - TOLERANCE);
    return [
        ...alternatives.map((ratio) => lnPayoff(canary.requests, requests, most, ratio)),
        ...alternatives.map((ratio) => lnPayoff(baseline.requests, requests, 1 - least, ratio)),
    ].map((lnPaid, k) => Math.min(LN_CAP, Math.max(0, bets[k] ?? 0) + lnPaid));
}
/** ln of how strongly the share is wrong; 0 and less = no evidence. */
function lnShareWrong(bets) {
    return bets.length === 0 ? 0 : lnMean(bets);
}

;// CONCATENATED MODULE: ./build/packages/analysis/analysis.js








/** Bounds that a proof of safety is tried for, besides `maxErrorRatio`. */
const provableBounds = [0.02, 0.01];
/** How odd (in nats) a ratio over the normal one must be before it is more than a handful of requests. */
const NOT_NORMAL_NATS = 3;
/** Begins a watch. What is left out takes its default; the settings are frozen into the state. */
function startAnalysis(settings = {}) {
    const complete = completeSettings(settings);
    return {
        settings: complete,
        totals: { canary: nothing, baseline: nothing },
        share: [],
        engine: complete.judge === "sequential" ? noBets : noMinutes,
    };
}
/** The state after one more interval. A rollback that is proved by it is latched: later intervals change nothing. */
function observeBin(state, bin) {
    if (state.latched !== undefined)
        return state;
    checkBin(bin);
    const { settings, engine } = state;
    const next = {
        settings,
        totals: addBin(state.totals, bin),
        share: watchShare(state.share, bin),
        engine: engine.judge === "sequential" ? betOn(engine, bin, settings) : countMinute(engine, bin, settings),
    };
    const finding = findIn(next);
    if (finding.rollback === undefined)
        return next;
    return { ...next, latched: rollBack(finding, finding.rollback) };
}
/** What to do now, and why. Never rolls back without evidence, never promotes without data. */
function judge(state) {
    if (state.latched !== undefined)
        return state.latched;
    const { totals, settings } = state;
    const finding = findIn(state);
    const common = { eValue: finding.eValue, signals: [...finding.signals, shareSignal(state)] };
    if (finding.incident !== undefined)
        return { ...common, verdict: "hold", trigger: "incident", evidence: [finding.incident] };
    const proved = provedBelow(totals.canary, [settings.maxErrorRatio, ...provableBounds]);
    const sight = sightSentences(totals, proved, settings);
    const doubts = [noData(totals.canary), wrongShare(state), finding.suspicion, notNormal(state)].filter((doubt) => doubt !== undefined);
    return {
        ...common,
        verdict: doubts.length === 0 ? "promote" : "hold",
        evidence: totals.canary.requests === 0 ? doubts : [...doubts, ...sight],
        ...(proved === undefined ? {} : { provedBelow: proved }),
    };
}
function findIn({ engine, totals, settings }) {
    return engine.judge === "sequential" ? findInBets(engine, totals, settings) : findInMinutes(engine, settings);
}
function rollBack({ eValue, signals }, { trigger, evidence }) {
    return { verdict: "rollback", trigger, evidence, eValue, signals };
}
function noData({ requests }) {
    return requests === 0 ? "The canary has not answered a single request: nothing is known about it." : undefined;
}
function wrongShare({ share, totals, settings }) {
    if (lnShareWrong(share) < lnLimits(settings).proved)
        return undefined;
    const { canary, baseline } = totals;
    const observed = canary.requests / (canary.requests + baseline.requests);
    return `The canary does not get the share of the traffic that it should (so far ${evidence_percent(observed)}): check the weights of the load balancer.`;
}
/** Between "normal" and "proved bad": no reason to go back, and none to go on (decisions 41 and 42). */
function notNormal({ engine, totals, settings }) {
    const lately = engine.judge === "sequential" ? engine.recent : engine.last;
    const before = totals.baseline.requests > 0 ? errorRatio(lately.baseline) : previousRatio(settings);
    const normal = Math.max(settings.normalErrorRatio, (before ?? 0) * settings.tolerance);
    const ratio = errorRatio(lately.canary);
    if (ratio <= normal || lately.canary.requests * divergence(ratio, normal) < NOT_NORMAL_NATS)
        return undefined;
    return `The canary lately fails ${evidence_percent(ratio)} of its requests; normal is at most ${evidence_percent(normal)}.`;
}
function shareSignal({ share, totals }) {
    const requests = totals.canary.requests + totals.baseline.requests;
    return {
        name: "traffic-share",
        ...(requests > 0 ? { canary: totals.canary.requests / requests } : {}),
        eValue: fromLn(lnShareWrong(share)),
    };
}

;// CONCATENATED MODULE: ./build/packages/analysis/index.js
/** Sequential tests of a canary: state and counts in, state and verdict out. Pure. */



;// CONCATENATED MODULE: ./build/packages/stages/vigil.js

const binMs = 1000;
/** A vigil over the version of a rollout. Nothing is asked of the monitor before `begin`. */
function openVigil(rollout, horizonMs) {
    const { context, target, artifact, previous, settings } = rollout;
    let watch;
    let measures = [];
    let analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, horizonMs);
    let seen = { requests: 0, errors: 0, p95Ms: undefined };
    let silence;
    let startedAt = 0;
    let share;
    const take = (bins) => {
        for (const bin of bins) {
            // A bin in which the share changed has no one share to be compared with.
            const weight = share !== undefined && bin.t >= share.sinceMs + binMs ? share.percent / 100 : undefined;
            analysis = observeBin(analysis, weight === undefined ? bin : { ...bin, weight });
            seen = { ...seen, requests: seen.requests + bin.canary.requests, errors: seen.errors + bin.canary.errors };
        }
    };
    const hear = (reading) => {
        // Nobody asked for anything: that is little traffic, not a silent monitor, and never a reason to go back (decision 40).
        silence = reading.state === "stale" || reading.state === "error" ? reading.reason : undefined;
        if (reading.state !== "data" && reading.state !== "partial")
            return;
        take(reading.bins);
        seen = { ...seen, p95Ms: reading.p95Ms ?? seen.p95Ms };
    };
    return {
        async begin() {
            if (watch !== undefined)
                return;
            const monitor = await context.monitor(rollout.environment, target);
            ({ measures } = monitor);
            startedAt = context.clock.now();
            watch = await monitor.begin({
                canary: artifact.version,
                ...(previous === undefined || previous === artifact.version ? {} : { baseline: previous }),
                slowMs: settings.maxP95,
                signal: context.signal,
            });
        },
        shifted(percent) {
            share = { percent, sinceMs: context.clock.now() - startedAt };
        },
        async read() {
            if (watch !== undefined)
                hear(await watch.read());
        },
        get analysis() {
            return analysis;
        },
        get seen() {
            return seen;
        },
        get silence() {
            return silence;
        },
        get measures() {
            return measures;
        },
        async end() {
            await watch?.end();
            watch = undefined;
        },
    };
}
/** What a driver before us had seen of this very version in this environment. */
function knownAnalysis({ context, environment, artifact }) {
    const { driver } = context;
    if (artifact.version !== driver.record.plan.tag)
        return undefined;
    const known = driver.record.watches.findLast((watched) => watched.environment === environment)?.analysis;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was an AnalysisState when it was recorded
    return known === undefined ? undefined : known;
}
function freshAnalysis({ context, settings }, horizonMs) {
    const { alpha, latency } = context.config.analysis;
    return startAnalysis({
        alpha,
        latency,
        maxErrorRatio: "rollbackErrorRatio" in settings ? settings.rollbackErrorRatio : settings.maxErrorRatio,
        normalErrorRatio: settings.maxErrorRatio,
        horizonBins: Math.max(2, Math.ceil(horizonMs / binMs)),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/watch.js


/** One look a second at what clients got. */
const lookEveryMs = 1000;
/** Health checks that must fail in a row (decision 12). */
const failuresInARow = 3;
/**
 * Watches the version for a while. Data that proves it worse ends the watch with a verdict at once; doubt extends it once
 * (decision 41), and then the version is not proved.
 */
async function watchTraffic(rollout, plan) {
    const { clock } = rollout.context;
    return attended(rollout.context, async (signal) => {
        await rollout.vigil.begin();
        const startedAt = clock.now();
        const before = rollout.vigil.seen;
        const health = { failures: 0 };
        const verdict = await watch_look(rollout, plan, { startedAt, signal, health });
        const seen = rollout.vigil.seen;
        const counts = {
            requests: seen.requests - before.requests,
            errors: seen.errors - before.errors,
            p95Ms: seen.p95Ms,
        };
        return conclude(rollout, plan, { verdict, counts, durationMs: clock.now() - startedAt, failures: health.failures });
    });
}
async function watch_look(rollout, plan, { startedAt, signal, health }) {
    const { context, settings, vigil } = rollout;
    const { clock } = context;
    let nextHealthAt = startedAt;
    let endAt = startedAt + plan.forMs;
    for (;;) {
        if (clock.now() >= nextHealthAt) {
            await checkHealth(rollout, health);
            nextHealthAt = clock.now() + settings.healthEvery;
        }
        await vigil.read();
        tell(rollout, plan);
        const verdict = verdictNow(rollout, health.failures);
        if (verdict !== undefined)
            return verdict;
        const held = isHeld(context);
        if (clock.now() >= endAt && !held) {
            const doubt = doubtAbout(rollout);
            if (doubt === undefined)
                return undefined;
            if (endAt > startedAt + plan.forMs)
                return { trigger: "not-proved", reason: doubt, evidence: [] };
            context.say(`${rollout.environment}: ${doubt} Watching once more as long`);
            endAt += Math.max(plan.forMs, lookEveryMs);
        }
        await clock.sleep(held ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, endAt - clock.now())), signal);
    }
}
const holdOf = ({ driver }) => driver.record.requests.find(({ kind }) => kind === "hold");
/** Whether a person wants the share of traffic to stay as it is. */
const isHeld = (context) => holdOf(context) !== undefined;
async function checkHealth({ target, artifact, context }, health) {
    const revision = (await target.observe()).revisions.find(({ version }) => version === artifact.version);
    health.failures = revision?.healthy === true ? 0 : health.failures + 1;
    if (health.failures > 0)
        context.say(`${artifact.version}: health check failed, ${health.failures} in a row`);
}
function verdictNow({ vigil }, failures) {
    if (failures >= failuresInARow) {
        return { trigger: "health-check-failure", reason: `${failuresInARow} health checks in a row failed`, evidence: [] };
    }
    const judged = judge(vigil.analysis);
    if (judged.verdict !== "rollback")
        return undefined;
    const reason = judged.evidence[0] ?? "The new version is worse than its bound";
    return { trigger: judged.trigger ?? "error-rate-spike", reason, evidence: judged.evidence };
}
/** Why the watch cannot end well yet (decision 41); too little traffic to tell is no such reason (decision 40). */
function doubtAbout({ vigil }) {
    const { silence, seen, analysis } = vigil;
    if (silence !== undefined)
        return `The monitor gives no data: ${silence}.`;
    const judged = judge(analysis);
    const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
    if (judged.verdict !== "hold" || (seen.requests === 0 && share < wrongShareProof))
        return undefined;
    return judged.evidence[0] ?? "The judge holds.";
}
/** How much likelier a wrong traffic share must be before silence of the canary counts against it. */
const wrongShareProof = 400;
function conclude(rollout, plan, { verdict, counts, durationMs, failures }) {
    const { vigil, environment } = rollout;
    const healthChecks = failures >= failuresInARow ? "failing" : "passing";
    const evidence = verdict === undefined ? judge(vigil.analysis).evidence : [verdict.reason, ...verdict.evidence];
    const watched = {
        type: "watched",
        environment,
        point: plan.point,
        status: verdict === undefined ? "passed" : "failed",
        durationMs,
        ...(counts.requests === 0 ? {} : { errorRatio: counts.errors / counts.requests }),
        ...(counts.p95Ms === undefined ? {} : { p95Ms: counts.p95Ms }),
        requests: counts.requests,
        healthChecks,
        notMeasured: ["errors", "latency", "cpu", "memory"].filter((signal) => !vigil.measures.includes(signal)),
        evidence,
        analysis: plainJson(vigil.analysis),
    };
    return { watched, verdict };
}
/** The state of the analysis is plain data by contract. */
function plainJson(state) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON gives back is JSON
    return JSON.parse(JSON.stringify(state));
}
function tell({ context, environment, vigil }, plan) {
    const { requests, errors, p95Ms } = vigil.seen;
    const p95 = p95Ms === undefined ? "" : `, p95 ${Math.round(p95Ms)} ms`;
    const hold = holdOf(context);
    const until = hold === undefined ? "" : `; held by ${hold.by} until promoted`;
    context.say(`${environment}: watching ${plan.point}: ${requests} requests so far, ${errors} errors${p95}${until}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout.js





/** A step of staging that was put back meanwhile is another step: what was done before is undone, so it is done again. */
function inRound({ record, facts }, name) {
    if (record.state !== "staging")
        return name;
    const undone = facts.filter((fact) => fact.type === "traffic-reverted" && fact.environment === "staging").length;
    return undone === 0 ? name : `${name} (${undone + 1})`;
}
/** What serves: the revision with the most traffic that is not the candidate. */
function servingBefore(observation, candidate) {
    const others = observation.revisions.filter(({ version }) => version !== candidate);
    return others.toSorted((a, b) => b.percent - a.percent)[0]?.version;
}
/** Ready before touching (decision 46): the target answers, the previous version is healthy and known. */
async function beginRollout(context, environment) {
    const { driver, config } = context;
    const { plan } = driver.record;
    const settings = config.environments[environment];
    const strategy = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
    const target = await context.target(environment);
    requireCapabilities(strategy, target.capabilities);
    const sha = required(driver.record.tag, "the tag").sha;
    const artifact = artifactOf(context, plan.tag, sha);
    const known = driver.record.deployments.get(environment);
    const previous = known === undefined ? servingBefore(await target.check(), plan.tag) : known.previous;
    const started = { type: "deployment-started", environment, strategy };
    if (known === undefined)
        driver.observe(previous === undefined ? started : { ...started, previous });
    return watched({ context, environment, settings, target, artifact, previous });
}
/** A rollout with its vigil, which is planned for everything that is to be watched. */
function watched(rollout) {
    const { settings, context } = rollout;
    const steps = "stepTime" in settings ? settings.stepTime * (context.driver.record.plan.steps.length - 1) : 0;
    return { ...rollout, vigil: openVigil(rollout, settings.watch + steps) };
}
/** Drives the strategy's steps; every mutation is a durable step. Ends with a verdict when the version has to go back. */
async function runRollout(rollout) {
    const { context, environment, settings } = rollout;
    const { driver, clock } = context;
    const deployment = required(driver.record.deployments.get(environment), "the deployment");
    const steps = driver.record.plan.steps;
    const stepTimeMs = "stepTime" in settings ? settings.stepTime : 0;
    const startedAt = Date.parse(deployment.startedAt);
    let workMs = 0;
    for (const step of planRollout({ strategy: deployment.strategy, steps, stepTimeMs })) {
        const before = clock.now();
        const verdict = await rollout_runStep(rollout, step);
        if (step.do === "prepare" || step.do === "shift")
            workMs += clock.now() - before;
        if (verdict !== undefined)
            return verdict;
        const limitMs = "deploymentTimeout" in settings ? settings.deploymentTimeout : Number.POSITIVE_INFINITY;
        if (workMs > limitMs) {
            return {
                trigger: "deployment-timeout",
                reason: `Deploying took ${Math.round(workMs / 1000)} s, more than ${limitMs / 1000} s`,
                evidence: [],
            };
        }
    }
    if (driver.record.deployments.get(environment)?.status !== undefined)
        return undefined;
    driver.observe({
        type: "deployment-finished",
        environment,
        status: "passed",
        strategy: deployment.strategy,
        healthChecks: "passing",
        deploymentDurationMs: clock.now() - startedAt,
    });
    return undefined;
}
async function prepare({ context, environment, target, artifact }) {
    context.say(`${environment}: ${artifact.version} is starting`);
    await attended(context, (signal) => target.prepare(artifact, signal));
    return null;
}
async function shift({ context, environment, target, artifact }, percent) {
    await attended(context, (signal) => target.shift(artifact, percent, signal));
    context.say(`${environment}: ${percent} % of traffic on ${artifact.version}`);
    return null;
}
/** Before more users meet the version: while somebody holds it, it is watched at the share that it has. */
async function whileHeld(rollout, percent) {
    const { context, environment } = rollout;
    const known = context.driver.record.deployments.get(environment)?.percent ?? 0;
    if (known >= percent || !isHeld(context))
        return undefined;
    return watchAt(rollout, { point: `hold before ${percent} percent`, forMs: 0 });
}
async function rollout_runStep(rollout, step) {
    const { context, environment, target, artifact } = rollout;
    const { driver } = context;
    switch (step.do) {
        case "prepare":
            await driver.step(inRound(driver, `${environment}-prepare`), () => prepare(rollout), { touches: environment });
            return undefined;
        case "shift": {
            const verdict = await whileHeld(rollout, step.percent);
            if (verdict !== undefined)
                return verdict;
            await rollout.vigil.begin();
            await driver.step(inRound(driver, `${environment}-shift-${step.percent}`), () => shift(rollout, step.percent), {
                touches: environment,
                facts: () => [{ type: "traffic-shifted", environment, version: artifact.version, percent: step.percent }],
            });
            rollout.vigil.shifted(step.percent);
            return undefined;
        }
        case "smoke":
            return smokeAt(rollout, step);
        case "watch":
            return watchAt(rollout, { point: `${step.percent}%`, forMs: step.forMs });
        case "finish":
            await driver.step(inRound(driver, `${environment}-finish`), () => target.finish(artifact).then(() => null), {
                touches: environment,
            });
            return undefined;
    }
}
/** The smoke tests against one revision or the public address. A failure is a verdict at once (decision 11). */
async function smokeAt(rollout, { on, percent }) {
    const point = `${percent}%`;
    const { environment, target, artifact } = rollout;
    const observation = await target.observe();
    const revision = observation.revisions.find(({ version }) => version === artifact.version);
    const address = on === "candidate" && revision?.url !== undefined
        ? { url: revision.url, headers: revision.headers ?? {} }
        : { url: observation.url, headers: {} };
    const result = await smokeFact(rollout.context, environment, point, address);
    if (result.status === "passed")
        return undefined;
    const failed = result.checks.filter(({ status }) => status === "failed");
    return {
        trigger: "smoke-test-failure",
        reason: `Smoke tests failed at ${point} in ${environment}: ${result.failedTests.join(", ")}`,
        evidence: failed.map(({ category, name, detail }) => `${category}: ${name}: ${detail ?? "failed"}`),
    };
}
/** Runs the smoke tests once a point; the result is a fact, so that a resumed run need not repeat them. */
async function smokeFact(context, environment, point, address) {
    const { driver, config, clock, fetch, env, say } = context;
    let finished;
    await driver.step(inRound(driver, `${environment}-smoke-${point}`), () => attended(context, async (signal) => {
        const own = environment === "development" ? {} : config.environments[environment].env;
        const result = await runSmoke(config.smoke, {
            ...(driver.record.plan.releaseType === "hotfix" ? { only: "critical" } : {}),
            baseUrl: address.url,
            headers: address.headers,
            env: { ...env, ...own },
            fetch,
            clock,
            signal,
        });
        finished = { type: "smoke-finished", environment, point, ...context.scrub.value(result) };
        const all = result.categoriesPassed + result.categoriesFailed;
        say(`${environment}: smoke tests at ${point} ${result.status} (${result.categoriesPassed} of ${all} categories)`);
        return { status: result.status };
    }), { facts: () => (finished === undefined ? [] : [finished]) });
    const result = driver.record.smoke.findLast((run) => run.environment === environment && run.point === point);
    return required(result, `the smoke result at ${point}`);
}
/** Watches health and metrics; a recorded result is not measured again. */
async function watchAt(rollout, plan) {
    const { context, environment } = rollout;
    const { driver, clock } = context;
    const before = clock.now();
    // A verdict is latched together with what was seen; staging fails and a finished rollback escalates without one.
    const latches = driver.record.state === "production" || driver.record.state === "production_canary";
    const percentage = plan.point.endsWith("%") ? Number.parseFloat(plan.point) : undefined;
    let verdict;
    let seen;
    await driver.step(inRound(driver, `${environment}-watch-${plan.point}`), async () => {
        const result = await watchTraffic(rollout, plan);
        ({ watched: seen, verdict } = result);
        return { status: result.watched.status };
    }, {
        facts: () => [
            ...(seen === undefined ? [] : [seen]),
            ...(verdict === undefined || !latches ? [] : [{ type: "verdict", ...verdict }]),
            ...(percentage === undefined || !latches || seen === undefined
                ? []
                : [
                    {
                        type: "canary-step",
                        environment,
                        percentage,
                        smokeTests: "passed",
                        healthChecks: seen.healthChecks,
                        durationMs: clock.now() - before,
                    },
                ]),
        ],
    });
    return verdict ?? latched(rollout, plan);
}
/** What a watch that was recorded before a death had found. */
function latched({ context, environment }, plan) {
    const { record } = context.driver;
    const known = record.watches.findLast((watch) => watch.environment === environment && watch.point === plan.point);
    if (known?.status !== "failed")
        return undefined;
    const trigger = record.verdict?.trigger ?? "error-rate-spike";
    return { trigger, reason: known.evidence[0] ?? "The watch failed", evidence: known.evidence };
}

;// CONCATENATED MODULE: ./build/packages/stages/restore-staging.js


/**
 * Staging returns to its last good version when a release fails after touching it (decision 34), by whatever road it
 * failed: its own verdict, an abort, a time-out, or a death. Does nothing when that was done, or was never needed.
 */
async function restoreStaging(context) {
    const { driver, clock, say } = context;
    const previous = owedToStaging(driver);
    if (previous === undefined)
        return;
    await driver.takeEnvironment("staging");
    const target = await context.target("staging");
    const startedAt = clock.now();
    await driver.step(inRound(driver, "restore-staging"), async () => {
        await attended(context, (signal) => target.rollback(previous, signal));
        return { to: previous };
    }, {
        touches: "staging",
        facts: () => [
            {
                type: "traffic-reverted",
                environment: "staging",
                to: previous,
                status: "passed",
                durationMs: clock.now() - startedAt,
            },
        ],
    });
    driver.giveBackEnvironment("staging");
    say(`staging is back on ${previous}`);
}
/** The version that staging has to go back to when this release fails; `undefined` when there is nothing to put back. */
function owedToStaging({ record, facts, }) {
    if (!record.touched.has("staging") || isRestored(facts))
        return undefined;
    return record.deployments.get("staging")?.previous;
}
/** Whether nothing touched staging since it was put back. */
function isRestored(facts) {
    const last = facts.findLast((fact) => (fact.type === "traffic-reverted" && fact.environment === "staging") ||
        (fact.type === "step-intended" && fact.touches === "staging" && !/\/restore-staging/.test(fact.step)));
    return last?.type === "traffic-reverted";
}

;// CONCATENATED MODULE: ./build/packages/stages/failed.js


/** The release ended before production: its context is kept, people are told, the branch goes only where that is wanted. */
async function failed_failed(context) {
    const { driver, config } = context;
    await restoreStaging(context);
    if (config.onFailure.deleteBranch && driver.record.branchHead !== undefined && driver.record.merge === undefined) {
        await driver.step("delete-branch", () => deleteBranch(context));
    }
    return settle(context, "failed");
}
/** Deletes the release branch only while it holds nothing but our own commit: others' commits are never dropped. */
async function deleteBranch({ driver, git, say }) {
    const { branchHead, plan } = driver.record;
    const ref = `refs/heads/${plan.releaseBranch}`;
    const outcome = await git.push([{ ref, to: undefined, expect: branchHead ?? "absent" }]);
    if (outcome.state === "applied")
        return "deleted";
    say(`${plan.releaseBranch} was kept: ${outcome.reason}`);
    return "kept";
}

// EXTERNAL MODULE: ./build/packages/changelog/index.js + 28 modules
var packages_changelog = __webpack_require__(84476);
;// CONCATENATED MODULE: ./build/packages/stages/changelog-review.js


const changelogPath = "CHANGELOG.md";
/** The text that people left when they had the changelog for review; a regenerated one must not take its place. */
function reviewedChangelog({ facts }) {
    const reviewed = facts.findLast((fact) => fact.type === "branch-prepared" && fact.reviewed === true);
    return reviewed?.type === "branch-prepared" ? reviewed.changelog : undefined;
}
/**
 * Gives the changelog to people before anything is tested, and goes on with what they committed: that commit is gated and
 * released (decisions 31 and 55). What it may not be is said, and waited for again.
 */
async function reviewChangelog(context) {
    const { driver, say } = context;
    if (reviewedChangelog(driver) !== undefined)
        return "reviewed";
    const { releaseBranch } = driver.record.plan;
    // Only the wait itself shows that people were asked: a death just before it must not pass for their consent.
    const asked = driver.facts.some((fact) => fact.type === "suspended" && fact.waitsFor === "changelog");
    if (!asked)
        return wait(context, `read ${changelogPath} on ${releaseBranch}, edit and push it there, then go on`);
    const left = await whatPeopleLeft(context);
    if (typeof left === "string")
        return wait(context, left);
    await driver.step("take-changelog", async () => ({ sha: await Promise.resolve(left.sha) }), { facts: () => [left] });
    say(`${changelogPath} on ${releaseBranch} is taken as people left it`);
    return "reviewed";
}
async function wait({ driver }, reason) {
    await driver.suspend({ waitsFor: "changelog", reason, command: resumeCommand(driver.record) });
    return "suspended";
}
/** The head of the release branch as it is to be released, or why it cannot be. */
async function whatPeopleLeft(context) {
    const { driver, git } = context;
    const { releaseBranch, releaseVersion, baseSha, baseBranch } = driver.record.plan;
    const ref = `refs/heads/${releaseBranch}`;
    const sha = (await git.remoteRefs([ref])).get(ref);
    if (sha === undefined)
        return `${releaseBranch} is gone: push it again, then go on`;
    await git.fetch([`+${ref}:refs/remotes/origin/${releaseBranch}`]);
    if (!(await git.isAncestor(baseSha, sha)))
        return `${releaseBranch} does not descend from ${baseBranch} any more`;
    const section = (0,packages_changelog/* readSection */.GU)((await git.readFile(sha, changelogPath)) ?? "", releaseVersion);
    if (section === undefined)
        return `${changelogPath} on ${releaseBranch} says nothing about ${releaseVersion}: write a section for it, then go on`;
    const prepared = required(driver.record.branchHead, "the release branch");
    if ((await git.resolve(prepared)) === undefined)
        await git.fetch([prepared]);
    const files = sha === prepared ? [] : await git.changedFiles(prepared, sha);
    const others = files.filter((path) => path !== changelogPath);
    if (others.length > 0) {
        const message = `${releaseBranch} has more than its changelog changed since it was made: ${others.slice(0, 5).join(", ")}. The gates test it so`;
        driver.observe({ type: "warned", message });
    }
    const ledger = required(driver.record.ledger, "the ledger");
    return { type: "branch-prepared", sha, files, changelog: section, ledger, reviewed: true };
}

;// CONCATENATED MODULE: ./build/packages/stages/release-notes.js

/** Reads the range up to `until`, each history once. */
async function readRange(git, { previousTag, until }) {
    const range = previousTag === undefined ? until : `${previousTag}..${until}`;
    const commits = await (0,packages_changelog/* parseLog */.g_)(git.log((0,packages_changelog/* logArguments */.rK)(range)));
    const knownAuthors = previousTag === undefined || commits.length === 0
        ? undefined
        : await (0,packages_changelog/* findKnownAuthors */.XS)(commits, git.log((0,packages_changelog/* knownAuthorsArguments */.O4)(previousTag)));
    return { previousTag, commits, knownAuthors };
}
/** The notes of a range by the configuration. */
function notesOf({ previousTag, commits, knownAuthors }, { version, date, repositoryUrl }, { types, squash, listUnconventional, tickets }) {
    return (0,packages_changelog/* buildChangelog */.LO)(commits, {
        version,
        date,
        squash,
        listUnconventional,
        ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
        ...(previousTag === undefined ? {} : { previousTag }),
        ...(knownAuthors === undefined ? {} : { knownAuthors }),
        ...(types === undefined
            ? {}
            : {
                types: types.map(({ scope, hidden, ...row }) => ({
                    ...row,
                    ...(scope === undefined ? {} : { scope }),
                    ...(hidden === undefined ? {} : { hidden }),
                })),
            }),
        ...(tickets === undefined
            ? {}
            : { ticketUrl: tickets.url, ...(tickets.keys === undefined ? {} : { ticketKeys: tickets.keys }) }),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/initiated.js





/** Version, branch, changelog: everything that is deployed later is committed here, before any gate (decision 31). */
async function initiated(context) {
    const { driver, say } = context;
    const { plan } = driver.record;
    await driver.step("check-version", () => ensureVersionIsFree(context));
    if (plan.releaseType === "hotfix" && !(await hasFix(context)))
        return awaitFix(context);
    let prepared;
    await driver.step("prepare-branch", async () => {
        prepared = await prepareBranch(context);
        return { sha: prepared.sha };
    }, { facts: () => (prepared === undefined ? [] : [prepared]) });
    if (context.config.changelog.review && (await reviewChangelog(context)) === "suspended")
        return "suspended";
    say(`${plan.releaseBranch} is ready: changelog and version files are committed`);
    return moveTo(driver, plan.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates", "branch and changelog are ready");
}
/** A version number is used up once it is tagged (decision 20). Asked again here, under the reservation of the number. */
async function ensureVersionIsFree({ driver, git, forge }) {
    const { plan } = driver.record;
    const refs = await git.remoteRefs([`refs/tags/${plan.tag}`]);
    const release = await forge.findRelease(plan.tag);
    if (refs.size > 0 || release !== undefined) {
        throw new faults/* ReleaseFault */.eB("policy", `Version ${plan.releaseVersion} is used up: ${plan.tag} was released before`, {
            hint: "Choose the next version. Example: --version=patch",
        });
    }
    return null;
}
/** The commit that the release commit goes on: the base, or the tip of a hotfix branch that has its fix. */
async function branchTip({ driver, git }) {
    const ref = `refs/heads/${driver.record.plan.releaseBranch}`;
    const tip = (await git.remoteRefs([ref])).get(ref);
    if (tip !== undefined)
        await git.fetch([`+${ref}:refs/remotes/origin/${driver.record.plan.releaseBranch}`]);
    return tip;
}
async function hasFix(context) {
    const { git, driver } = context;
    const { plan } = driver.record;
    await driver.step("create-hotfix-branch", async () => {
        if ((await branchTip(context)) !== undefined)
            return null;
        await pushBranch(context, plan.baseSha, "absent");
        return null;
    });
    const tip = await branchTip(context);
    return tip !== undefined && tip !== plan.baseSha && (await git.isAncestor(plan.baseSha, tip));
}
async function awaitFix({ driver }) {
    const { plan } = driver.record;
    await driver.suspend({
        waitsFor: "fix",
        reason: `${plan.releaseBranch} was created from ${plan.baseBranch}: commit the fix there and push it`,
        command: resumeCommand(driver.record),
    });
    return "suspended";
}
async function prepareBranch(context) {
    const { plan } = context.driver.record;
    const tip = plan.releaseType === "hotfix" ? ((await branchTip(context)) ?? plan.baseSha) : plan.baseSha;
    const prepared = await commitRelease(context, await beforeOurCommit(context, tip));
    const expect = plan.releaseType === "hotfix" ? tip : (plan.takesOver ?? "absent");
    if (prepared.sha !== tip)
        await pushBranch(context, prepared.sha, expect);
    return prepared;
}
/** Changelog and version files committed on `parent`; nothing is pushed. Asked again, it is the very same commit. */
async function commitRelease(context, parent) {
    const { driver, git } = context;
    const { plan, openedAt } = driver.record;
    const range = await readRange(git, { previousTag: plan.previousTag, until: parent });
    const date = openedAt.slice(0, 10);
    const options = { version: plan.releaseVersion, date, repositoryUrl: context.forge.webUrl };
    const built = notesOf(range, options, context.config.changelog);
    const changelog = reviewedChangelog(driver) ?? plan.changelogOverride ?? built.markdown;
    for (const warning of built.warnings)
        driver.observe({ type: "warned", message: warning });
    const files = await changedFiles(context, parent, changelog);
    const sha = await git.commitFiles({
        parents: [parent],
        files,
        message: releaseCommit(plan.releaseVersion),
        at: openedAt,
    });
    const { commits, inNotes, hidden, unconventional } = built.ledger;
    return {
        type: "branch-prepared",
        sha,
        files: [...files.keys()],
        changelog,
        ledger: { commits, inNotes, hidden, unconventional },
    };
}
const releaseCommit = (version) => `chore(release): ${version}`;
/** After a death the tip may be our own commit already: then its parent is what it was made on. */
async function beforeOurCommit({ driver, git }, tip) {
    const parent = await git.resolve(`${tip}^`);
    if (parent === undefined || tip === driver.record.plan.baseSha)
        return tip;
    const subject = await firstLine(git.log(["-1", "--format=%s", tip]));
    return subject === releaseCommit(driver.record.plan.releaseVersion) ? parent : tip;
}
async function firstLine(output) {
    const chunks = [];
    for await (const chunk of output)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8").split("\n")[0]?.trim() ?? "";
}
async function changedFiles({ driver, git, config }, parent, changelog) {
    const { releaseVersion } = driver.record.plan;
    const versionFiles = config.versionFiles ?? packages_changelog/* versionFilePaths */.XC;
    const present = await git.readFiles(parent, [...versionFiles, changelogPath]);
    const versioned = new Map([...present].filter(([path]) => versionFiles.includes(path)));
    const files = new Map((0,packages_changelog/* bumpVersionFiles */.aF)(versioned, releaseVersion));
    const existing = present.get(changelogPath);
    return files.set(changelogPath, (0,packages_changelog/* updateChangelogFile */.wV)(existing, changelog, { version: releaseVersion }));
}
/** Creates or moves the release branch. Repeating it after a death finds the very same commit there. */
async function pushBranch({ driver, git }, sha, expect) {
    const { releaseBranch } = driver.record.plan;
    const ref = `refs/heads/${releaseBranch}`;
    const outcome = await git.push([{ ref, to: sha, expect }]);
    if (outcome.state === "applied")
        return;
    const now = (await git.remoteRefs([ref])).get(ref);
    if (now === sha)
        return;
    if (now !== undefined && outcome.state === "refused" && !outcome.denied) {
        throw new faults/* ReleaseFault */.eB("policy", `Release branch ${releaseBranch} already exists`, {
            hint: `Delete it (git push origin --delete ${releaseBranch}) or choose another version.`,
        });
    }
    throw new faults/* ReleaseFault */.eB(outcome.state === "unknown" ? "remote" : "permission", `Could not push ${releaseBranch}: ${outcome.reason}`, {
        hint: "Check that the token may write contents and that no rule protects release branches.",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/deployment-view.js
/** The host's own deployment object: a view for people, whose failure stops nothing (decision 25). */
async function showDeployment({ forge, driver }, { state, sha, description }) {
    const { tag } = driver.record.plan;
    await driver.step("deployment-view", async () => {
        try {
            await forge.ensureDeployment({ environment: "production", sha, release: tag, state, description });
            return "shown";
        }
        catch (thrown) {
            driver.observe({
                type: "warned",
                message: `The deployment could not be shown on the code host: ${String(thrown)}`,
            });
            return "not shown";
        }
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/revert-traffic.js


/** All production traffic to `version`, confirmed by reading the platform. Safe to repeat: a death may leave it done but unrecorded. */
async function revertTraffic(context, target, version) {
    const { driver, clock, say } = context;
    if (version === undefined) {
        throw new faults/* ReleaseFault */.eB("policy", "Cannot rollback, no previous version is deployed", {
            hint: `The first release of an environment has nothing to go back to. By hand: ${target.manual(driver.record.plan.tag).join("; ")}`,
        });
    }
    const startedAt = clock.now();
    await driver.step("revert-traffic", async () => {
        await attended(context, (signal) => target.rollback(version, signal));
        const serving = (await target.observe()).revisions.find((revision) => revision.version === version);
        if (serving?.percent !== 100)
            throw new faults/* ReleaseFault */.eB("remote", `${version} has ${serving?.percent ?? 0} % of traffic after the rollback`, {
                hint: `By hand: ${target.manual(version).join("; ")}`,
            });
        return { to: version };
    }, {
        touches: "production",
        // The rollback of a release that is over has no deployment of its own: it is the other record that shifted.
        facts: () => driver.record.deployments.has("production")
            ? [{ type: "traffic-shifted", environment: "production", version: driver.record.plan.tag, percent: 0 }]
            : [],
    });
    say(`production: all traffic is back on ${version} after ${((clock.now() - startedAt) / 1000).toFixed(1)} s`);
}

;// CONCATENATED MODULE: ./build/packages/stages/production.js




/** The new version meets its users, step by step. Whatever speaks against it takes the traffic back at once. */
async function production(context) {
    const { driver } = context;
    await driver.takeEnvironment("production");
    const rollout = await beginRollout(context, "production");
    const verdict = driver.record.verdict ?? (await verify(rollout));
    if (verdict !== undefined)
        return goBack(rollout, verdict);
    await showDeployment(context, {
        state: "success",
        sha: rollout.artifact.sha,
        description: `${driver.record.plan.tag} serves all traffic`,
    });
    return moveTo(driver, "completed", "production verified");
}
async function verify(rollout) {
    const { settings, vigil } = rollout;
    try {
        return (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "production", forMs: settings.watch }));
    }
    finally {
        await vigil.end();
    }
}
/** The verdict is latched in the record first; then traffic goes back here, in the process that saw the failure (decision 16). */
async function goBack(rollout, verdict) {
    const { context } = rollout;
    const { driver } = context;
    if (driver.record.verdict === undefined)
        driver.decide({ type: "verdict", ...verdict });
    context.say(`going back: ${verdict.reason}`);
    // Without a version to go back to, or with a platform that refuses, `rolled_back` tries again and escalates.
    if (rollout.previous !== undefined)
        await revertTraffic(context, rollout.target, rollout.previous);
    return moveTo(driver, "rolled_back", verdict.reason);
}

// EXTERNAL MODULE: ./build/packages/process/index.js + 5 modules
var packages_process = __webpack_require__(91239);
;// CONCATENATED MODULE: ./build/packages/gates/examples.js
const examples = {
    security: `gates:
  security:
    command: semgrep scan --config p/owasp-top-ten --sarif --output reports/security.sarif
    report: reports/security.sarif`,
    unit: `gates:
  unit:
    command: npx vitest run --coverage --coverage.reporter=lcov --reporter=junit --outputFile=reports/unit.xml
    report: reports/unit.xml
    coverage: coverage/lcov.info`,
    integration: `gates:
  integration:
    command: npm run test:integration
    report: reports/integration.xml
    coverage: coverage/integration/lcov.info`,
    e2e: `gates:
  e2e:
    command: PLAYWRIGHT_JSON_OUTPUT_NAME=reports/e2e.json npx playwright test --reporter=json
    report: reports/e2e.json`,
    development: `environments:
  development:
    command: npm start
    health: /health`,
};
const titles = {
    security: "The security gate is not configured: nothing was scanned",
    unit: "The unit gate is not configured: no test was run",
    integration: "The integration gate is not configured: no test was run",
    e2e: "The e2e gate is not configured: no journey was walked",
    development: "No development environment is configured: there is nothing to test against",
};
/** Why something that is not configured fails, with an example to copy into the configuration. */
function notConfigured(what) {
    return {
        title: titles[what],
        suggestion: `Add to the configuration file, with your own command:\n${examples[what]}`,
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/gates/project-command.js


/**
 * The only variables of ours that the project's code sees. No token is among them, nor NODE_OPTIONS, which would load
 * code into every child.
 */
const passedOn = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "SHELL",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "TERM",
    "CI",
    "NO_COLOR",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "COMSPEC",
    "PATHEXT",
    "APPDATA",
    "LOCALAPPDATA",
    "USERPROFILE",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
    "JAVA_HOME",
    "GOPATH",
    "GOCACHE",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "NVM_DIR",
    "PLAYWRIGHT_BROWSERS_PATH",
    "CHROME_PATH",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "NODE_EXTRA_CA_CERTS",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "no_proxy",
];
/** Enough of an output for the end of a failure. */
const maxOutputBytes = 1024 * 1024;
/** The complete environment of the project's code: a few harmless names of ours, and what is given. */
function cleanEnvironment(ours, given = {}) {
    const kept = passedOn.flatMap((name) => {
        const value = ours[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), ...given };
}
/** Runs a command of the project in the clean checkout and the clean environment. Rejects when the context is aborted. */
async function runProject(project, context) {
    const { signal, directory, onProgress } = context;
    signal.throwIfAborted();
    const result = await (0,packages_process/* runShell */.E5)(project.command, {
        cwd: directory,
        env: cleanEnvironment(context.env, project.env),
        inheritEnv: false,
        signal: project.stop === undefined ? signal : AbortSignal.any([signal, project.stop]),
        maxOutputBytes,
        onLine: (_, line) => onProgress(line),
        ...(project.timeoutMs === undefined ? {} : { timeoutMs: project.timeoutMs }),
    });
    signal.throwIfAborted();
    return result;
}
/** The last lines of an output, for people: where most tools say what was wrong. */
function lastLines({ stdout, stderr }, count = 12) {
    const text = stderr.trim() === "" ? stdout : stderr;
    return (0,external_node_util_.stripVTControlCharacters)(text).trim().split("\n").slice(-count).join("\n").slice(-1500);
}
/** A command that was ended because it took too long; `undefined` when it was not. */
function timeOutFailure(command, result, timeoutMs, setting) {
    if (!result.timedOut)
        return undefined;
    return {
        title: `\`${command}\` was ended after ${Math.round(timeoutMs / 1000)} s`,
        detail: lastLines(result),
        suggestion: `Find what hangs in its last lines, or give it more time: ${setting}: ${Math.ceil(timeoutMs / 30_000)}m`,
    };
}
/** What an exit code that nothing in the report explains means. */
function exitFailure(command, result, reportSays) {
    const ended = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
    return {
        title: `\`${command}\` ended with ${ended} although ${reportSays}`,
        detail: lastLines(result),
        suggestion: "Run the command in a clean checkout and look at its last lines: something beside the report failed.",
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/development.js



const pollEveryMs = 100;
/** Of one question whether the application is ready. */
const healthTimeoutMs = 2_000;
/** Starts the application on a free port, waits until it is healthy, lets `use` work with it, and always stops it. */
async function withDevelopment(context, use) {
    const { development } = context;
    if (development === undefined)
        return { failure: notConfigured("development") };
    const application = startDevelopment(development, await (0,packages_process/* freePort */.ov)(), context);
    try {
        const failure = await application.ready();
        if (failure !== undefined)
            return { failure };
        return { value: await use({ baseUrl: application.baseUrl, env: development.env }) };
    }
    finally {
        await application.stop();
    }
}
/** Starts the application; `ready` tells why it never became healthy, `stop` ends its whole process group. */
function startDevelopment(settings, port, context) {
    const { command, health } = settings;
    const baseUrl = `http://127.0.0.1:${port}`;
    const stopping = new AbortController();
    const env = { ...settings.env, PORT: String(port) };
    const running = runProject({ command, env, stop: stopping.signal }, context);
    return {
        baseUrl,
        ready: async () => {
            const polling = new AbortController();
            const signal = AbortSignal.any([context.signal, polling.signal]);
            const answered = healthy(`${baseUrl}${health}`, settings, { ...context, signal });
            try {
                return await Promise.race([running.then((result) => diedEarly(command, result)), answered]);
            }
            finally {
                polling.abort();
                await Promise.allSettled([answered]);
            }
        },
        stop: async () => {
            stopping.abort();
            // A context that was aborted rejects here too: whoever waits for the gate is told by the gate.
            await Promise.allSettled([running]);
        },
    };
}
async function healthy(url, settings, { clock, fetch, signal }) {
    const until = clock.now() + settings.timeout;
    let last = "it never answered";
    while (clock.now() < until) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
        try {
            const response = await fetch(url, { signal: limit });
            await response.body?.cancel();
            if (response.ok)
                return undefined;
            last = `it answered ${response.status}`;
        }
        catch {
            signal.throwIfAborted();
        }
        await clock.sleep(pollEveryMs, signal);
    }
    return {
        title: `The application was not healthy within ${Math.round(settings.timeout / 1000)} s`,
        detail: `GET ${settings.health}: ${last}. It was started by \`${settings.command}\` with PORT set.`,
        suggestion: "Make it listen on the port in PORT and answer 2xx at environments.development.health, or raise environments.development.timeout.",
    };
}
function diedEarly(command, result) {
    const how = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
    return {
        title: `The application ended with ${how} before it was healthy`,
        detail: lastLines(result),
        suggestion: `Run \`PORT=3000 ${command}\` in a clean checkout; it must stay in the foreground. Its variables go to environments.development.env.`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-categories.js
const passed = (evidence) => ({ status: "passed", evidence });
const dod_categories_failed = (evidence, suggestion) => ({ status: "failed", evidence, suggestion });
/** Known later, and asserted before staging. */
const later = (evidence) => ({ status: "provisional", evidence });
/** The eight categories (decision 21), in the order of the checklist. */
const dodCategories = [
    { name: "code review", judge: codeReview },
    { name: "tests and coverage", judge: tests },
    { name: "documentation", judge: documentation },
    { name: "changelog and version", judge: changelogAndVersion },
    { name: "security and licences", judge: security },
    { name: "CI status", judge: ciStatus },
    { name: "open blockers", judge: blockers },
    { name: "operations", judge: dod_categories_operations },
];
function codeReview({ pullRequests }) {
    if (pullRequests === "unknown")
        return later("Reviews of the changes are not known; the release's own pull request must be approved.");
    const { total, unreviewed } = pullRequests;
    if (total === 0)
        return later("No pull request is in the range; the release's own pull request must be approved.");
    if (unreviewed.length === 0)
        return passed(`All ${total} pull requests in the range were approved.`);
    const which = unreviewed.join(", ");
    return dod_categories_failed(`${unreviewed.length} of ${total} pull requests were merged without approval: ${which}.`, `Have ${which} reviewed and approved, then retry the release.`);
}
function tests({ testGates }) {
    const names = testGates.map(({ gate }) => gate).join(", ");
    if (testGates.length === 0)
        return dod_categories_failed("No gate of this release runs tests.", "Configure gates.unit and gates.integration.");
    const broken = testGates.filter(({ status }) => status === "failed").map(({ gate }) => gate);
    if (broken.length > 0)
        return dod_categories_failed(`Tests failed: ${broken.join(", ")}.`, "Correct the failing tests, then retry the release.");
    const pending = testGates.some(({ status }) => status === "pending");
    return pending
        ? later(`The gates ${names} of this release run the tests and demand their coverage.`)
        : passed(`The gates ${names} passed.`);
}
function documentation({ documentation: { changedFiles, features, breakingChanges } }) {
    if (changedFiles.length > 0)
        return passed(`Documentation changed: ${firstOf(changedFiles)}.`);
    if (breakingChanges > 0) {
        return dod_categories_failed(`${breakingChanges} breaking changes and no documentation changed.`, "Describe how users migrate, for example in README.md or docs/.");
    }
    if (features === 0)
        return passed("No new feature and no breaking change needs documentation.");
    return later(`${features} new features and no documentation changed; the release's reviewers decide whether that is right.`);
}
function changelogAndVersion({ changelog, versionFiles }) {
    if (!changelog.written)
        return dod_categories_failed("The changelog has no section for this version.", "Start the release again, or give one: --changelog=FILE.");
    if (versionFiles.missing.length > 0) {
        return dod_categories_failed(`The version is not in ${versionFiles.missing.join(", ")}.`, "Correct versionFiles in the configuration, or the files.");
    }
    const bumped = versionFiles.bumped.length === 0 ? "no version file is kept" : `the version is in ${firstOf(versionFiles.bumped)}`;
    return passed(`The changelog has ${changelog.entries} entries; ${bumped}.`);
}
function security({ security: scan, deniedLicences }) {
    if (scan === "failed")
        return dod_categories_failed("The security gate failed.", "Correct its findings, then retry the release.");
    if (deniedLicences !== "unknown" && deniedLicences.length > 0) {
        return dod_categories_failed(`Licences that are not allowed: ${firstOf(deniedLicences)}.`, "Replace these dependencies, or allow their licences.");
    }
    const licences = deniedLicences === "unknown" ? "licences were not checked" : "every licence is allowed";
    if (scan === "pending")
        return later(`The security gate of this release decides; ${licences}.`);
    return deniedLicences === "unknown"
        ? later(`The security gate passed; ${licences}.`)
        : passed(`The security gate passed; ${licences}.`);
}
function ciStatus({ ciChecks }) {
    if (ciChecks === "unknown" || ciChecks.length === 0) {
        return later("No CI checks are known for this commit; those of the release's pull request must be green.");
    }
    const named = (state) => ciChecks.filter((check) => check.state === state).map(({ name }) => name);
    const broken = named("failure");
    if (broken.length > 0)
        return dod_categories_failed(`CI checks failed: ${firstOf(broken)}.`, "Make them green on the source branch, then retry the release.");
    const pending = named("pending");
    if (pending.length > 0)
        return later(`CI checks are still running: ${firstOf(pending)}; those of the release's pull request must be green.`);
    return passed(`All ${ciChecks.length} CI checks of the commit are green.`);
}
function blockers({ unresolvedThreads, blockers: issues }) {
    if (issues !== "unknown" && issues.length > 0) {
        return dod_categories_failed(`Open issues block the release: ${firstOf(issues)}.`, "Close them, or take the blocking label off.");
    }
    if (unresolvedThreads !== "unknown" && unresolvedThreads > 0) {
        return dod_categories_failed(`${unresolvedThreads} review threads are unresolved.`, "Resolve them in their pull requests, then retry the release.");
    }
    if (issues === "unknown" || unresolvedThreads === "unknown") {
        return later("Threads or blocking issues could not all be asked for; those of the release's pull request must be resolved.");
    }
    return passed("No issue blocks the release and no review thread is open.");
}
function dod_categories_operations({ rollback, irreversibleMigrations, monitors }) {
    if (rollback === "impossible") {
        return dod_categories_failed("There is no version to roll back to.", "Keep the last release deployable: its tag and artifact must exist.");
    }
    if (irreversibleMigrations.length > 0) {
        return dod_categories_failed(`Migrations cannot be undone: ${firstOf(irreversibleMigrations)}.`, "Split them: expand now, contract in a later release.");
    }
    if (monitors.length === 0)
        return dod_categories_failed("Nothing watches production.", "Configure environments.production.monitor, for example: proxy.");
    const target = rollback === "first-release"
        ? "this is the first release, nothing to roll back to"
        : `a rollback goes to ${rollback.to}`;
    return passed(`Monitored by ${monitors.join(", ")}; ${target}.`);
}
function firstOf(names) {
    const rest = names.length - 5;
    return rest > 0 ? `${names.slice(0, 5).join(", ")} and ${rest} more` : names.join(", ");
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-gate.js

/** Checks the eight categories of the Definition of Done; what is only known later is provisional, and counts as passed. */
function dodGate({ evidence }) {
    if (evidence === undefined) {
        return {
            failures: [
                {
                    title: "The Definition of Done was not checked: no evidence was gathered",
                    suggestion: "Run this gate as part of a release (`release start`), which gathers it from git and the code host.",
                },
            ],
        };
    }
    const judged = dodCategories.map(({ name, judge }) => ({ name, ...judge(evidence) }));
    const failed = judged.filter(({ status }) => status === "failed");
    return {
        failures: failed.map(({ name, evidence: seen, suggestion }) => ({
            title: `Definition of Done: ${name}`,
            detail: seen,
            suggestion: suggestion ?? "Complete it and retry the release.",
        })),
        metrics: {
            gate: "dod",
            categoriesPassed: judged.length - failed.length,
            categoriesFailed: failed.length,
            categories: judged.map(({ name, status, evidence: seen }) => ({ name, status, evidence: seen })),
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/report-file.js



/** A report beyond this is not read into memory. */
const maxReportBytes = 64 * 1024 * 1024;
/** File systems round the times of files, some to two seconds. */
const roundingMs = 2_000;
/** Looks at a report before the command that shall write it runs, so that an old one is not taken for its result. */
async function beforeReport(directory, name) {
    const path = (0,external_node_path_.resolve)(directory, name);
    return { path, name, found: await (0,promises_.stat)(path).catch(() => undefined), startedMs: await fileSystemTime() };
}
/** The text of a report that this run wrote; else why it proves nothing. */
async function readReport(before, setting) {
    const { path, name, found, startedMs } = before;
    const now = await (0,promises_.stat)(path).catch(() => undefined);
    const advice = `Make the command write it there, or correct ${setting}.`;
    if (now === undefined)
        return report_file_failed(`The report ${name} is missing`, `The command did not write it. ${advice}`);
    if (!now.isFile())
        return report_file_failed(`The report ${name} is not a file`, advice);
    const untouched = found !== undefined && found.mtimeMs === now.mtimeMs && found.size === now.size && found.ino === now.ino;
    if (untouched || now.mtimeMs < startedMs - roundingMs) {
        const why = "It is older than this run: it was in the checkout, or copied with its old time.";
        return report_file_failed(`The report ${name} is not of this run`, `${why} ${advice} Keep reports out of git.`);
    }
    if (now.size === 0)
        return report_file_failed(`The report ${name} is empty`, `The command ended before it wrote anything. ${advice}`);
    if (now.size > maxReportBytes) {
        return report_file_failed(`The report ${name} is larger than 64 MB`, "Leave out passing details or attachments.");
    }
    const text = await (0,promises_.readFile)(path, "utf8");
    if (text.trim() === "")
        return report_file_failed(`The report ${name} is empty`, `It holds only white space. ${advice}`);
    return { value: text };
}
/** A report that cannot be trusted: the reason, and what to do. */
function brokenReport(name, reason, suggestion) {
    return report_file_failed(`The report ${name} proves nothing: ${reason}`, suggestion);
}
function report_file_failed(title, suggestion) {
    return { failure: { title, suggestion } };
}
// Asked of a file, not of a clock: both sides of the comparison then come from the same source.
async function fileSystemTime() {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "release-command-"));
    const { mtimeMs } = await (0,promises_.stat)(directory);
    await (0,promises_.rm)(directory, { recursive: true });
    return mtimeMs;
}

;// CONCATENATED MODULE: ./build/packages/gates/json-report.js

/** A JSON report as its schema has it; a broken one is a reason that people can act on, never a pass. */
function readJsonReport(text, name, report) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        return brokenReport(name, "it is not complete JSON", report.whenCut);
    }
    const parsed = report.schema.safeParse(document);
    if (parsed.success)
        return { value: parsed.data };
    const issue = parsed.error.issues[0];
    const place = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
    return brokenReport(name, `it is not ${report.kind}${place}`, report.whenOther);
}

;// CONCATENATED MODULE: ./build/packages/gates/playwright.js




const problem = schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional() });
const attempt = schemas/* looseObject */._H3({
    status: schemas/* string */.YjP().optional(),
    duration: schemas/* number */.aig(),
    error: problem.optional(),
    attachments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), path: schemas/* string */.YjP().optional() })).optional(),
});
const test = schemas/* looseObject */._H3({
    projectName: schemas/* string */.YjP().optional(),
    status: schemas/* enum */.k5n(["skipped", "expected", "unexpected", "flaky"]),
    results: schemas/* array */.YOg(attempt),
});
const spec = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().optional(),
    line: schemas/* number */.aig().optional(),
    tests: schemas/* array */.YOg(test),
});
const suite = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().optional(),
    specs: schemas/* array */.YOg(spec).default([]),
    get suites() {
        return schemas/* array */.YOg(suite).optional();
    },
});
const playwright_report = schemas/* looseObject */._H3({
    suites: schemas/* array */.YOg(suite),
    errors: schemas/* array */.YOg(problem),
    stats: schemas/* looseObject */._H3({
        expected: schemas/* number */.aig(),
        unexpected: schemas/* number */.aig(),
        flaky: schemas/* number */.aig(),
        skipped: schemas/* number */.aig(),
    }),
});
/** Reads Playwright's JSON report: each test in each browser is a journey. Skipped ones are not counted. */
function parsePlaywright(text, name) {
    const read = readJsonReport(text, name, {
        schema: playwright_report,
        kind: "a JSON report of Playwright",
        whenCut: "Run the journeys again; Playwright was killed before it has finished.",
        whenOther: "Use --reporter=json with PLAYWRIGHT_JSON_OUTPUT_NAME.",
    });
    if ("failure" in read)
        return read;
    const { errors, stats, suites } = read.value;
    const [error] = errors;
    if (error !== undefined) {
        const message = (0,external_node_util_.stripVTControlCharacters)(error.message ?? "unknown error").slice(0, 400);
        return brokenReport(name, `Playwright met an error outside of the tests: ${message}`, "Correct it; `npx playwright test --list` shows it.");
    }
    const journeys = suites.flatMap((each) => journeysOf(each, []));
    if (journeys.length === 0) {
        const skipped = stats.skipped > 0 ? ` (${stats.skipped} skipped)` : "";
        return brokenReport(name, `no journey was walked${skipped}`, "Check testDir, --grep and test.skip of the Playwright configuration.");
    }
    const failed = journeys.filter(({ status }) => status === "failed").length;
    if (journeys.length !== stats.expected + stats.unexpected + stats.flaky || failed !== stats.unexpected) {
        return brokenReport(name, "its statistics and its list of tests disagree", "Write it by one run of Playwright only.");
    }
    return { value: journeys };
}
function journeysOf({ title, specs, suites = [], file }, above) {
    const path = title === "" || title === file ? above : [...above, title];
    const own = specs.flatMap((each) => each.tests.flatMap((one) => journeyOf(each, one, path)));
    return [...own, ...suites.flatMap((inner) => journeysOf(inner, path))];
}
function journeyOf(each, one, path) {
    if (one.status === "skipped")
        return [];
    const project = one.projectName === undefined || one.projectName === "" ? "" : ` [${one.projectName}]`;
    const last = one.results.at(-1);
    const message = (0,external_node_util_.stripVTControlCharacters)(last?.error?.message ?? "");
    const attachments = (last?.attachments ?? []).flatMap((attachment) => attachment.path === undefined ? [] : [attachment.path]);
    return [
        {
            name: `${[...path, each.title].join(" › ")}${project}`,
            status: one.status === "unexpected" ? "failed" : "passed",
            durationMs: Math.round(one.results.reduce((total, { duration }) => total + duration, 0)),
            flaky: one.status === "flaky",
            attachments,
            transient: last?.status === "timedOut" || /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE/.test(message),
            ...(each.file === undefined ? {} : { file: each.file }),
            ...(each.line === undefined ? {} : { line: each.line }),
            ...(message === "" ? {} : { message: message.slice(0, 600) }),
        },
    ];
}

;// CONCATENATED MODULE: ./build/packages/gates/e2e-gate.js





/** Decision 9: journeys that failed by time-out or transport are walked once more after this time. */
const retryDelayMs = 60_000;
/** Walks the journeys in a browser against the application of the checkout. */
async function e2eGate(context) {
    const settings = context.settings.e2e;
    if (settings === undefined)
        return { failures: [notConfigured("e2e")] };
    const walked = await withDevelopment(context, async (development) => {
        const first = await e2e_gate_walk(settings, development, context);
        if (!first.transient)
            return first;
        context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
        await context.clock.sleep(retryDelayMs, context.signal);
        return await e2e_gate_walk(settings, development, context);
    });
    return "failure" in walked ? { failures: [walked.failure] } : walked.value.finding;
}
async function e2e_gate_walk(settings, { baseUrl, env }, context) {
    const { command, report: name, timeout } = settings;
    const before = await beforeReport(context.directory, name);
    const result = await runProject({ command, env: { ...env, BASE_URL: baseUrl }, timeoutMs: timeout }, context);
    const late = timeOutFailure(command, result, timeout, "gates.e2e.timeout");
    if (late !== undefined)
        return { finding: { failures: [late] }, transient: true };
    const text = await readReport(before, "gates.e2e.report");
    const journeys = "failure" in text ? text : parsePlaywright(text.value, name);
    if ("failure" in journeys) {
        const exit = result.exitCode === 0 ? [] : [exitFailure(command, result, "it should have written a report")];
        return { finding: { failures: [journeys.failure, ...exit] }, transient: false };
    }
    const failed = journeys.value.filter(({ status }) => status === "failed");
    for (const journey of journeys.value)
        if (journey.flaky)
            context.onProgress(`e2e: flaky: ${journey.name}`);
    const failures = failed.map(asFailure);
    if (result.exitCode !== 0 && failed.length === 0)
        failures.push(exitFailure(command, result, "every journey passed"));
    const transient = failed.length > 0 && failed.every((journey) => journey.transient);
    return { finding: { failures, metrics: metricsOf(journeys.value, failed.length) }, transient };
}
function metricsOf(journeys, journeysFailed) {
    return {
        gate: "e2e",
        journeysPassed: journeys.length - journeysFailed,
        journeysFailed,
        journeys: journeys.map(({ name, status, durationMs }) => ({ name, status, durationMs })),
    };
}
function asFailure({ name, message, file, line, attachments }) {
    const evidence = attachments.length === 0 ? "" : ` Evidence: ${attachments.join(", ")}.`;
    const trace = attachments.find((path) => path.endsWith(".zip"));
    const look = trace === undefined
        ? 'Switch on `trace: "retain-on-failure"` to see each step.'
        : `See each step: npx playwright show-trace ${trace}`;
    return {
        title: `Journey failed: ${name}`,
        detail: `${message ?? "no message"}${evidence}`,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        suggestion: look,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/sarif.js



/** CVSS that a level stands for where a rule has no `security-severity`: an error blocks by default, a warning does not. */
const scoreOfLevel = { error: 8, warning: 5, note: 2, none: 0 };
/** A finding that says nothing about its severity (secret scanners) counts as high: unknown is not harmless. */
const scoreOfUnknown = 8;
const properties = schemas/* looseObject */._H3({ "security-severity": schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional() });
const level = schemas/* enum */.k5n(["error", "warning", "note", "none"]);
const rule = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().optional(),
    shortDescription: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    helpUri: schemas/* string */.YjP().optional(),
    help: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    defaultConfiguration: schemas/* looseObject */._H3({ level: level.optional() }).optional(),
    properties: properties.optional(),
});
const component = schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), guid: schemas/* string */.YjP().optional(), rules: schemas/* array */.YOg(rule).optional() });
const index = schemas/* number */.aig().int().optional();
const result = schemas/* looseObject */._H3({
    ruleId: schemas/* string */.YjP().optional(),
    ruleIndex: index,
    rule: schemas/* looseObject */._H3({
        id: schemas/* string */.YjP().optional(),
        index,
        toolComponent: schemas/* looseObject */._H3({ index, name: schemas/* string */.YjP().optional(), guid: schemas/* string */.YjP().optional() }).optional(),
    })
        .optional(),
    level: level.optional(),
    kind: schemas/* string */.YjP().optional(),
    message: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional(), markdown: schemas/* string */.YjP().optional() }),
    locations: schemas/* array */.YOg(schemas/* looseObject */._H3({
        physicalLocation: schemas/* looseObject */._H3({
            artifactLocation: schemas/* looseObject */._H3({ uri: schemas/* string */.YjP().optional() }).optional(),
            region: schemas/* looseObject */._H3({ startLine: schemas/* number */.aig().optional() }).optional(),
        })
            .optional(),
    }))
        .optional(),
    suppressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ status: schemas/* string */.YjP().optional() })).optional(),
    baselineState: schemas/* string */.YjP().optional(),
    properties: properties.optional(),
});
const invocation = schemas/* looseObject */._H3({
    executionSuccessful: schemas/* boolean */.zMY(),
    exitCodeDescription: schemas/* string */.YjP().optional(),
    toolExecutionNotifications: schemas/* array */.YOg(schemas/* looseObject */._H3({
        level: schemas/* string */.YjP().optional(),
        message: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    }))
        .optional(),
});
const run = schemas/* looseObject */._H3({
    tool: schemas/* looseObject */._H3({ driver: component, extensions: schemas/* array */.YOg(component).optional() }),
    // Absent or null: the scan did not get so far as to have results. Only an empty list says "nothing found".
    results: schemas/* array */.YOg(result).nullish(),
    invocations: schemas/* array */.YOg(invocation).optional(),
    artifacts: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional(),
});
const sarif = schemas/* looseObject */._H3({ version: schemas/* string */.YjP().regex(/^2\.1\./), runs: schemas/* array */.YOg(run) });
/** Reads SARIF 2.1. A scan counts only with positive proof that it ran: results are there and no run says it failed. */
function parseSarif(text, name) {
    const read = readJsonReport(text, name, {
        schema: sarif,
        kind: "SARIF 2.1",
        whenCut: "Run the scanner again; it was killed before it has finished writing.",
        whenOther: "Choose the scanner's SARIF output, version 2.1.0.",
    });
    if ("failure" in read)
        return read;
    const { runs } = read.value;
    if (runs.length === 0)
        return brokenReport(name, "it holds no run", "Check that the scanner is given something to scan.");
    for (const each of runs) {
        const problem = problemOf(each);
        if (problem !== undefined)
            return brokenReport(name, `${each.tool.driver.name} ${problem}`, "Run the scanner by hand and correct its error.");
    }
    const results = runs.flatMap((each) => (each.results ?? []).filter(isFinding).map((found) => ({ each, found })));
    const open = results.filter(({ found }) => !isSuppressed(found));
    return {
        value: {
            findings: open.map(({ each, found }) => asFinding(each, found)),
            suppressed: results.length - open.length,
        },
    };
}
/** Why a run proves nothing. */
function problemOf({ results, invocations = [], tool, artifacts = [] }) {
    const failed = invocations.find(({ executionSuccessful }) => !executionSuccessful);
    if (failed !== undefined)
        return `says that its scan failed${because(failed.exitCodeDescription)}`;
    const error = invocations
        .flatMap((each) => each.toolExecutionNotifications ?? [])
        .find((note) => note.level === "error");
    if (error !== undefined)
        return `met an error while it scanned${because(error.message?.text)}`;
    if (results === undefined || results === null)
        return "has no results, not even an empty list";
    const rules = [tool.driver, ...(tool.extensions ?? [])].some((each) => (each.rules ?? []).length > 0);
    const ran = rules || results.length > 0 || artifacts.length > 0 || invocations.length > 0;
    return ran ? undefined : "gives no sign that it ran: no rule, no file, no invocation";
}
function because(text) {
    return text === undefined ? "" : `: ${text.slice(0, 200)}`;
}
// A finding of the baseline (`unchanged`) is as dangerous as a new one; only what is gone does not count.
function isFinding({ kind, baselineState }) {
    return baselineState !== "absent" && !["pass", "notApplicable", "informational"].includes(kind ?? "fail");
}
function isSuppressed({ suppressions = [] }) {
    return suppressions.length > 0 && suppressions.every(({ status }) => (status ?? "accepted") === "accepted");
}
function asFinding(each, found) {
    const known = ruleOf(each, found);
    const place = found.locations?.[0]?.physicalLocation;
    const file = place?.artifactLocation?.uri;
    const line = place?.region?.startLine;
    const help = known?.helpUri ?? known?.help?.text;
    return {
        ruleId: found.ruleId ?? found.rule?.id ?? known?.id ?? "unnamed rule",
        text: found.message.text ?? found.message.markdown ?? known?.shortDescription?.text ?? "no description",
        ...severityOf(found, known),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(help === undefined ? {} : { help }),
    };
}
function severityOf(found, known) {
    const stated = found.properties?.["security-severity"] ?? known?.properties?.["security-severity"];
    const score = stated === undefined || stated === "" ? Number.NaN : Number(stated);
    if (score >= 0 && score <= 10)
        return { score, scoreFrom: `CVSS ${score.toFixed(1)}` };
    const told = found.level ?? known?.defaultConfiguration?.level;
    if (told === undefined)
        return { score: scoreOfUnknown, scoreFrom: "severity not stated, counted as high" };
    return { score: scoreOfLevel[told], scoreFrom: `level ${told}, counted as CVSS ${scoreOfLevel[told].toFixed(1)}` };
}
/** The rule of a result, by index or id, in the driver or in the extension that the result names. */
function ruleOf({ tool }, found) {
    const extensions = tool.extensions ?? [];
    const named = found.rule?.toolComponent;
    const owner = named === undefined
        ? tool.driver
        : (extensions.find((each) => named.guid !== undefined && each.guid === named.guid) ??
            extensions[named.index ?? -1] ??
            extensions.find((each) => each.name === named.name) ??
            tool.driver);
    const id = found.ruleId ?? found.rule?.id;
    const byIndex = owner.rules?.[found.rule?.index ?? found.ruleIndex ?? -1];
    if (byIndex !== undefined && (id === undefined || matches(byIndex, id)))
        return byIndex;
    if (id === undefined)
        return undefined;
    return [owner, tool.driver, ...extensions]
        .flatMap(({ rules = [] }) => rules)
        .find((candidate) => matches(candidate, id));
}
// A result may name a sub-rule: `CA1000/1` of rule `CA1000`.
function matches({ id }, wanted) {
    return id === wanted || wanted.startsWith(`${id}/`);
}

;// CONCATENATED MODULE: ./build/packages/gates/security-gate.js




const shownFindings = 20;
/** GitHub's and NVD's borders of CVSS. */
const critical = 9;
const high = 7;
/** Scans the checkout: passes when the scanner proves that it ran and no finding reaches the score that blocks. */
async function securityGate(context) {
    const settings = context.settings.security;
    if (settings === undefined)
        return { failures: [notConfigured("security")] };
    const before = await beforeReport(context.directory, settings.report);
    const result = await runProject({ command: settings.command, timeoutMs: settings.timeout }, context);
    const late = timeOutFailure(settings.command, result, settings.timeout, "gates.security.timeout");
    if (late !== undefined)
        return { failures: [late] };
    const text = await readReport(before, "gates.security.report");
    const report = "failure" in text ? text : parseSarif(text.value, settings.report);
    if ("failure" in report) {
        const exit = result.exitCode === 0 ? [] : [exitFailure(settings.command, result, "it should have written a report")];
        return { failures: [report.failure, ...exit] };
    }
    const { findings, suppressed } = report.value;
    if (suppressed > 0)
        context.onProgress(`security: ${suppressed} findings are suppressed in ${settings.report}`);
    const blocking = findings.filter(({ score }) => score >= settings.blockAt).toSorted((a, b) => b.score - a.score);
    const failures = describe(blocking, settings.blockAt);
    // Most scanners end with 1 because they found something; anything else is an error of their own.
    const explained = result.exitCode === 0 || (result.exitCode === 1 && findings.length > 0);
    const says = findings.length === 0 ? "its report is clean" : "findings alone do not explain it";
    if (!explained)
        failures.push(exitFailure(settings.command, result, says));
    return { failures, metrics: { gate: "security", ...security_gate_count(report.value) } };
}
function security_gate_count({ findings }) {
    const criticalIssues = findings.filter(({ score }) => score >= critical).length;
    const highIssues = findings.filter(({ score }) => score >= high && score < critical).length;
    return { criticalIssues, highIssues, otherIssues: findings.length - criticalIssues - highIssues };
}
function describe(blocking, blockAt) {
    const shown = blocking.slice(0, shownFindings).map((finding) => describeOne(finding));
    const hidden = blocking.length - shown.length;
    if (hidden === 0)
        return shown;
    return [
        ...shown,
        { title: `${hidden} more findings of CVSS ${blockAt} or more`, suggestion: "See the scanner's report." },
    ];
}
function describeOne({ ruleId, text, scoreFrom, file, line, help }) {
    const place = file === undefined ? "" : ` in ${file}${line === undefined ? "" : `:${line}`}`;
    return {
        title: `${ruleId} (${scoreFrom})${place}`,
        detail: text.slice(0, 600),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        suggestion: help === undefined
            ? `Correct the finding${place} and retry the release.`
            : `Correct it as described: ${help.slice(0, 300)}`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/smoke-gate.js


/** Where to look, for each category. */
const advice = {
    api: "Open the endpoint on a local start of the application; look at its log above.",
    database: "Check the connection URL, the rights of the account and whether migrations ran.",
    external: "Check the service's status page, our address and our credentials for it.",
    auth: "Walk the named step by hand with the smoke account; is the account there and its password right?",
    paths: "Walk the named step by hand; the steps before it worked.",
};
/** Runs the five smoke categories against the application of the checkout. */
async function smokeGate(context) {
    const { smoke, fetch, clock, signal, only, onProgress } = context;
    const done = await withDevelopment(context, async ({ baseUrl, env }) => runSmoke(smoke, { baseUrl, env, fetch, clock, signal, ...(only === undefined ? {} : { only }) }));
    if ("failure" in done)
        return { failures: [done.failure] };
    const { checks, categoriesPassed, categoriesFailed } = done.value;
    for (const { category, name, status, durationMs } of checks)
        onProgress(`${category}: ${name}: ${status} (${durationMs} ms)`);
    const failures = checks.filter(({ status }) => status === "failed").map(smoke_gate_asFailure);
    return { failures, metrics: { gate: "smoke", categoriesPassed, categoriesFailed, checks } };
}
function smoke_gate_asFailure({ category, name, detail }) {
    return {
        title: `Smoke check failed: ${category}: ${name}`,
        ...(detail === undefined ? {} : { detail }),
        suggestion: advice[category],
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/integration-point.js
/** In order of how telling their signs are. */
const points = [
    {
        name: "database",
        signs: /\b(sql|postgres|mysql|sqlite|mongo|redis|database|relation|migration|deadlock|prisma|5432|3306)\b/i,
        suggestion: "Check that the database of the tests runs, is migrated and is empty before the run.",
    },
    {
        name: "authentication",
        signs: /\b(401|403|unauthori[sz]ed|forbidden|jwt|oauth|login|session expired|credentials?)\b/i,
        suggestion: "Check the test accounts and how the tests get their token.",
    },
    {
        name: "service",
        signs: /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|queue|kafka|rabbitmq|grpc|timed? ?out)\b/i,
        suggestion: "Check that the service that the test talks to is started by the test command and reachable.",
    },
    {
        name: "API",
        signs: /\b(http|https|fetch|status(?: code)?|endpoint|graphql|request|response)\b/i,
        suggestion: "Compare what the endpoint answers with what the test expects; did the contract change?",
    },
];
/** Which integration a failing test points at, by the words of its message; `undefined` when they do not tell. */
function integrationPoint(text) {
    return points.find(({ signs }) => signs.test(text));
}

// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 23 modules
var XMLParser = __webpack_require__(41143);
// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/fxp.js
var fxp = __webpack_require__(75824);
;// CONCATENATED MODULE: ./build/packages/gates/junit.js


const lists = ["testsuites", "testsuite", "testcase", "failure", "error", "skipped"];
// Attributes keep their mark: Node's own reporter writes an attribute and an element of the same name.
const parser = new XMLParser/* default */.A({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    textNodeName: "#text",
    parseTagValue: false,
    htmlEntities: true,
    isArray: (name, _path, _leaf, isAttribute) => !isAttribute && lists.includes(name),
});
/** Reads JUnit XML of any dialect: nested suites, cases outside of suites, `error` beside `failure`. */
function parseJunit(text, name) {
    const rerun = "Run the tests again; if it stays so, the reporter is killed before it has finished writing.";
    // A DOCTYPE could define entities that grow without bound; no JUnit writer needs one.
    if (/<!DOCTYPE/i.test(text))
        return brokenReport(name, "it has a DOCTYPE", "Use a plain JUnit reporter.");
    try {
        const valid = fxp/* XMLValidator */.iI.validate(text);
        if (valid !== true)
            return brokenReport(name, `it is not complete XML (${valid.err.msg})`, rerun);
        const document = parser.parse(text);
        const roots = [...nodes(document, "testsuites"), ...nodes(document, "testsuite")];
        if (roots.length === 0)
            return brokenReport(name, "it is not JUnit XML", "Choose the junit reporter of the test runner.");
        return totals(roots.map(readSuite), name);
    }
    catch (thrown) {
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        return brokenReport(name, `it cannot be parsed (${reason})`, rerun);
    }
}
function totals(suites, name) {
    const report = sum(suites);
    if (report.ran > 0 || report.failures.length > 0)
        return { value: report };
    const skipped = report.skipped === 0 ? "" : ` (${report.skipped} skipped)`;
    return brokenReport(name, `no test ran${skipped}`, "Check the pattern by which the command finds its tests.");
}
function sum(reports) {
    return {
        ran: reports.reduce((total, { ran }) => total + ran, 0),
        skipped: reports.reduce((total, { skipped }) => total + skipped, 0),
        failures: reports.flatMap(({ failures }) => failures),
    };
}
function readSuite(suite) {
    const listed = sum([
        ...nodes(suite, "testsuite").map(readSuite),
        ...nodes(suite, "testcase").map(readCase),
        ...outsideCases(suite),
    ]);
    const title = junit_textOf(suite, "@name") ?? "test suite";
    const missing = junit_count(suite, "@failures") + junit_count(suite, "@errors") - listed.failures.length;
    const lost = junit_count(suite, "@tests") - listed.ran - listed.skipped;
    const problems = [];
    if (missing > 0)
        problems.push({ name: title, message: `The suite counts ${missing} more failures than it lists.` });
    if (lost > 0)
        problems.push({ name: title, message: `The suite counts ${lost} more tests than it lists.` });
    return { ...listed, failures: [...listed.failures, ...problems] };
}
/** A suite that broke outside of its cases (set-up, import) carries the error itself. */
function outsideCases(suite) {
    const broken = [...nodes(suite, "error"), ...nodes(suite, "failure")];
    const name = junit_textOf(suite, "@name") ?? "test suite";
    return broken.map((node) => ({ ran: 0, skipped: 0, failures: [junit_describe(name, node, suite)] }));
}
function readCase(testcase) {
    const [first] = [...nodes(testcase, "failure"), ...nodes(testcase, "error")];
    if (first === undefined && nodes(testcase, "skipped").length > 0)
        return { ran: 0, skipped: 1, failures: [] };
    const group = junit_textOf(testcase, "@classname");
    const own = junit_textOf(testcase, "@name") ?? "unnamed test";
    const name = group === undefined || group === "test" || group === own ? own : `${group} › ${own}`;
    return { ran: 1, skipped: 0, failures: first === undefined ? [] : [junit_describe(name, first, testcase)] };
}
function junit_describe(name, problem, place) {
    const stack = junit_textOf(problem, "#text") ?? "";
    const message = junit_textOf(problem, "@message") ?? stack.trim().split("\n", 1)[0] ?? "";
    const file = junit_textOf(place, "@file");
    const line = Number(junit_textOf(place, "@line") ?? lineIn(stack, file));
    return {
        name,
        message: message === "" ? "no message" : message,
        ...(file === undefined ? {} : { file }),
        ...(Number.isInteger(line) && line > 0 ? { line } : {}),
    };
}
/** The first line number that a stack trace gives for a file. */
function lineIn(stack, file) {
    if (file === undefined)
        return undefined;
    const at = stack.indexOf(`${file}:`);
    return at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
}
function nodes(parent, name) {
    const found = isNode(parent) && Object.hasOwn(parent, name) ? parent[name] : [];
    // An element without attributes and children is parsed to its text.
    return Array.isArray(found) ? found.map((node) => (isNode(node) ? node : { "#text": String(node) })) : [];
}
function isNode(value) {
    return typeof value === "object" && value !== null;
}
function junit_textOf(node, name) {
    const value = Object.hasOwn(node, name) ? node[name] : undefined;
    return typeof value === "string" && value !== "" ? value : undefined;
}
function junit_count(node, name) {
    const value = Number(junit_textOf(node, name) ?? 0);
    return Number.isFinite(value) ? value : 0;
}

// EXTERNAL MODULE: ./node_modules/@friedemannsommer/lcov-parser/dist/sync/index.mjs + 5 modules
var sync = __webpack_require__(57133);
;// CONCATENATED MODULE: ./build/packages/gates/lcov.js



/** Reads lcov. The same file twice is merged, not added; a report without lines is unknown, not 100 %. */
function parseLcov(text, name, directory) {
    const rerun = "Run the tests again; if it stays so, the coverage tool is killed before it has finished writing.";
    const begun = text.match(/^SF:/gm)?.length ?? 0;
    const ended = text.match(/^end_of_record\s*$/gm)?.length ?? 0;
    if (begun === 0)
        return brokenReport(name, "it is not lcov or covers no file", "Choose the lcov reporter, and check what it includes.");
    if (begun !== ended || !text.trimEnd().endsWith("end_of_record"))
        return brokenReport(name, "it is cut off", rerun);
    const hits = new Map();
    try {
        for (const section of (0,sync/* lcovParser */.M)({ from: text })) {
            const { details, instrumented } = section.lines;
            if (details.length !== instrumented && instrumented !== 0) {
                return brokenReport(name, `${section.path} lists ${details.length} lines and counts ${instrumented}`, rerun);
            }
            mergeLines(hits, (0,external_node_path_.isAbsolute)(section.path) ? (0,external_node_path_.relative)(directory, section.path) : section.path, details);
        }
    }
    catch (thrown) {
        return brokenReport(name, `it cannot be parsed (${thrown instanceof Error ? thrown.message : String(thrown)})`, rerun);
    }
    return coverageOf(hits, name);
}
function mergeLines(hits, file, details) {
    const lines = hits.get(file) ?? new Map();
    hits.set(file, lines);
    for (const { line, hit } of details)
        lines.set(line, Math.max(hit, lines.get(line) ?? 0));
}
function coverageOf(hits, name) {
    const malformed = [...hits].find(([, lines]) => [...lines].some(([line, hit]) => !(line > 0) || !(hit >= 0)));
    if (malformed !== undefined)
        return brokenReport(name, `${malformed[0]} has a line that is no number`, "Run the tests again.");
    const files = [...hits].map(([file, lines]) => fileCoverage(file, lines));
    const lines = files.reduce((total, file) => total + file.lines, 0);
    if (lines === 0)
        return brokenReport(name, "it counts no line of code", "Check which files the coverage tool includes.");
    const uncovered = files.reduce((total, file) => total + file.uncoveredLines, 0);
    const percent = Math.floor(((lines - uncovered) / lines) * 10_000) / 100;
    return { value: { percent, files: files.toSorted((a, b) => b.uncoveredLines - a.uncoveredLines) } };
}
function fileCoverage(file, lines) {
    const ordered = [...lines].toSorted(([a], [b]) => a - b);
    const uncovered = [];
    let open;
    for (const [line, hit] of ordered) {
        if (hit > 0)
            open = undefined;
        else if (open === undefined)
            uncovered.push((open = { from: line, to: line }));
        else
            open.to = line;
    }
    return { file, lines: ordered.length, uncovered, uncoveredLines: ordered.filter(([, hit]) => hit === 0).length };
}

;// CONCATENATED MODULE: ./build/packages/gates/test-gate.js







const shownTests = 20;
const shownFiles = 5;
/** Runs the tests of a kind: every one passes and the lines covered reach the bound, proved by reports of this very run. */
async function test_gate_testGate(gate, context) {
    const settings = context.settings[gate];
    if (settings === undefined)
        return { failures: [notConfigured(gate)] };
    const { directory } = context;
    const before = {
        tests: await beforeReport(directory, settings.report),
        coverage: await beforeReport(directory, settings.coverage),
    };
    const result = await runProject({ command: settings.command, timeoutMs: settings.timeout }, context);
    const late = timeOutFailure(settings.command, result, settings.timeout, `gates.${gate}.timeout`);
    if (late !== undefined)
        return { failures: [late] };
    const tests = andThen(await readReport(before.tests, `gates.${gate}.report`), (text) => parseJunit(text, settings.report));
    const coverage = andThen(await readReport(before.coverage, `gates.${gate}.coverage`), (text) => parseLcov(text, settings.coverage, directory));
    return test_gate_judge(gate, settings, { result, tests, coverage, directory });
}
function test_gate_judge(gate, settings, run) {
    const { result, tests, coverage } = run;
    const failures = [];
    if ("value" in tests)
        failures.push(...failedTests(gate, tests.value, run.directory));
    else
        failures.push(tests.failure);
    if (result.exitCode !== 0 && ("failure" in tests || tests.value.failures.length === 0)) {
        const says = "failure" in tests ? "it should have written a report" : "its report has no failing test";
        failures.push(exitFailure(settings.command, result, says));
    }
    if ("failure" in coverage)
        failures.push(coverage.failure);
    else
        failures.push(...tooLittle(coverage.value, settings.minimumCoverage));
    if ("failure" in tests || "failure" in coverage)
        return { failures };
    return {
        failures,
        metrics: {
            gate,
            coverage: coverage.value.percent,
            requiredCoverage: settings.minimumCoverage,
            totalTests: tests.value.ran,
            failedTests: tests.value.failures.length,
        },
    };
}
function failedTests(gate, report, directory) {
    const shown = report.failures.slice(0, shownTests).map((failure) => failedTest(gate, failure, directory));
    const hidden = report.failures.length - shown.length;
    if (hidden === 0)
        return shown;
    return [
        ...shown,
        { title: `${hidden} more tests failed`, suggestion: "Fix those above first; they may have one cause." },
    ];
}
function failedTest(gate, failure, directory) {
    const { name, message, line } = failure;
    const file = failure.file !== undefined && (0,external_node_path_.isAbsolute)(failure.file) ? (0,external_node_path_.relative)(directory, failure.file) : failure.file;
    const place = file === undefined ? name : `${file}${line === undefined ? "" : `:${line}`}`;
    const point = gate === "integration" ? integrationPoint(`${name} ${message}`) : undefined;
    return {
        title: point === undefined ? `Test failed: ${name}` : `Test failed (${point.name}): ${name}`,
        detail: message.slice(0, 600),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        suggestion: point?.suggestion ?? `Correct the code, or the expectation at ${place}, and retry the release.`,
    };
}
function tooLittle({ percent, files }, minimum) {
    if (percent >= minimum)
        return [];
    const worst = files.filter(({ uncoveredLines }) => uncoveredLines > 0).slice(0, shownFiles);
    return [
        {
            title: `Coverage is ${percent} % of lines; ${minimum} % are required`,
            detail: worst
                .map(({ file, lines, uncoveredLines }) => `${file}: ${uncoveredLines} of ${lines} lines not covered`)
                .join("\n"),
            suggestion: `Add tests for ${worst.map(whereUncovered).join("; ")} (not covered).`,
        },
    ];
}
/** `src/user.ts:40–58, 71`: its longest gaps. */
function whereUncovered({ file, uncovered }) {
    const longest = uncovered.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 3);
    const inOrder = longest.toSorted((a, b) => a.from - b.from);
    return `${file}:${inOrder.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ")}`;
}
function andThen(read, next) {
    return "failure" in read ? read : next(read.value);
}

;// CONCATENATED MODULE: ./build/packages/gates/run-gate.js









const run_gate_gates = {
    security: securityGate,
    dod: dodGate,
    unit: async (context) => test_gate_testGate("unit", context),
    integration: async (context) => test_gate_testGate("integration", context),
    smoke: smokeGate,
    e2e: e2eGate,
};
/**
 * Runs one gate to its verdict. Passed means proved: whatever is missing, broken, stale or not configured fails with
 * its reason. Rejects only when the context is aborted, or for a defect of ours.
 */
async function runGate(gate, context) {
    context.signal.throwIfAborted();
    const started = context.clock.now();
    const { failures, metrics } = run_gate_shown(await findingOf(gate, context), context);
    context.signal.throwIfAborted();
    return {
        gate,
        status: failures.length === 0 ? "passed" : "failed",
        sha: context.sha,
        executionTimeMs: Math.round(context.clock.now() - started),
        targetMs: machine/* gateTargetMs */.vs[gate],
        ...(metrics === undefined ? {} : { metrics }),
        failures,
    };
}
/** The finding as it may be recorded: outputs of the project's code may repeat what it was given. */
function run_gate_shown({ failures, metrics }, { development }) {
    const secrets = detail_secretsOf(development?.env ?? {});
    const clean = failures.map((failure) => ({
        ...failure,
        title: hideSecrets(failure.title, secrets),
        suggestion: hideSecrets(failure.suggestion, secrets),
        ...(failure.detail === undefined ? {} : { detail: hideSecrets(failure.detail, secrets) }),
    }));
    return { failures: clean, ...(metrics === undefined ? {} : { metrics }) };
}
async function findingOf(gate, context) {
    try {
        return await run_gate_gates[gate](context);
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB))
            throw thrown;
        return { failures: [{ title: thrown.message, suggestion: thrown.hint }] };
    }
}
/** Runs the project's set-up (`npm ci`) once before the gates; the reason when it failed. */
async function runSetup(context) {
    const { setup } = context.settings;
    if (setup === undefined)
        return undefined;
    const result = await runProject({ command: setup }, context);
    return result.exitCode === 0 ? undefined : exitFailure(setup, result, "every gate needs it");
}

;// CONCATENATED MODULE: ./build/packages/gates/index.js




;// CONCATENATED MODULE: ./build/packages/stages/evidence.js

const evidence_documentation = /(^|\/)(docs?\/|README|CHANGELOG)|\.(md|mdx|rst|adoc)$/i;
/** Names by which teams mark a migration that cannot be undone. */
const irreversible = /migrations?\/.*(irreversible|destructive|drop[-_])/i;
/** What is known for the Definition of Done when its gate runs: from git, the record and the configuration. What is not known is said so. */
async function gatherEvidence({ record, facts }, { git, config }) {
    const { plan } = record;
    const head = required(record.gatedSha, "the gated commit");
    const changed = await git.changedFiles(plan.previousTag ?? `${plan.baseSha}^`, head).catch(() => []);
    const prepared = facts.findLast((fact) => fact.type === "branch-prepared");
    const changelog = record.changelog ?? "";
    return {
        pullRequests: "unknown",
        testGates: ["unit", "integration", "smoke", "e2e"]
            .filter((gate) => plan.gates.includes(gate))
            .map((gate) => ({ gate, status: record.gates.get(gate)?.status ?? "pending" })),
        documentation: {
            changedFiles: changed.filter((file) => evidence_documentation.test(file) && file !== "CHANGELOG.md"),
            features: evidence_count(changelog, "Features"),
            breakingChanges: evidence_count(changelog, "BREAKING CHANGES"),
        },
        changelog: { written: changelog.trim() !== "", entries: record.ledger?.inNotes ?? 0 },
        versionFiles: {
            bumped: (prepared?.files ?? []).filter((file) => file !== "CHANGELOG.md"),
            missing: (config.versionFiles ?? []).filter((file) => prepared !== undefined && !prepared.files.includes(file)),
        },
        security: record.gates.get("security")?.status ?? "pending",
        deniedLicences: "unknown",
        ciChecks: "unknown",
        unresolvedThreads: "unknown",
        blockers: "unknown",
        rollback: rollbackTarget(record),
        irreversibleMigrations: changed.filter((file) => irreversible.test(file)),
        monitors: [config.environments.production.monitor],
    };
}
function rollbackTarget({ plan }) {
    return plan.previousTag === undefined ? "first-release" : { to: plan.previousTag };
}
/** Entries below a heading of the changelog. */
function evidence_count(changelog, heading) {
    const sections = changelog.split(/^###+ /m);
    const section = sections.find((text) => text.replace(/^\W+/, "").startsWith(heading));
    return section?.split("\n").filter((line) => /^[*-] /.test(line)).length ?? 0;
}

;// CONCATENATED MODULE: ./build/packages/stages/one-gate.js



/** What the gates of a release see, whoever runs them. */
function gateContext({ config, clock, fetch, env, say, signal }, plan, { sha, directory }) {
    return {
        settings: config.gates,
        smoke: config.smoke,
        development: config.environments.development,
        directory,
        sha,
        env,
        clock,
        fetch,
        signal,
        onProgress: say,
        ...(plan.releaseType === "hotfix" ? { only: "critical" } : {}),
    };
}
/** Runs a gate to its verdict, told to people line by line; the outcome holds no secret. */
async function tellGate({ say, scrub }, gate, context) {
    say(`gate ${gate} begins`);
    const onProgress = (line) => {
        if (line.trim() !== "")
            say(`${gate}: ${line}`);
    };
    const outcome = scrub.value(await runGate(gate, { ...context, onProgress }));
    tellOutcome(say, outcome);
    return outcome;
}
/** One line for people. */
function tellOutcome(say, { gate, status, metrics, executionTimeMs }) {
    say(`gate ${gate} ${status}: ${(0,report/* gateNumbers */.I3)(metrics)} in ${(0,report/* duration */.p0)(executionTimeMs)}`);
}
/** Does the project's set-up in a checkout. Without it the gate cannot run: it fails for it, then. */
async function brokenSetup(context, gate) {
    if (context.settings.setup !== undefined)
        context.onProgress(`${gate}: setting up: ${context.settings.setup}`);
    const failure = await runSetup(context);
    if (failure === undefined)
        return undefined;
    return {
        gate,
        status: "failed",
        sha: context.sha,
        executionTimeMs: 0,
        targetMs: machine/* gateTargetMs */.vs[gate],
        failures: [failure],
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/production-approval.js


/** The environment whose reviewers decide. */
function approvalEnvironment({ releaseType }) {
    return releaseType === "hotfix" ? "hotfix-approval" : "production-approval";
}
function approvalRoute({ plan, productionApproval, tag }) {
    if (plan.releaseType === "hotfix" && plan.incident?.autoApproved === true)
        return "auto";
    return tag !== undefined && productionApproval?.sha === tag.sha ? "given" : "ask";
}
/**
 * Looks at every run that worked on this release since its tag: the commit is the same from then on. A refusal outweighs
 * whatever else was said; an approval counts only by the environment of this kind of release.
 */
async function answerOf({ forge, clock, config, record, facts }) {
    const { tag, plan } = record;
    if (tag === undefined)
        return { kind: "open" };
    const environment = approvalEnvironment(plan);
    let approved;
    for (const runId of runsSince(facts, tag.seq)) {
        const said = (await forge.approvalsOf(runId)).filter(({ environments }) => environments.includes(environment));
        const refusal = said.find(({ state }) => state === "rejected");
        if (refusal !== undefined)
            return { kind: "refused", reason: refusedBy(refusal) };
        if (said.length > 0)
            approved = { kind: "approved", by: said.map(({ by }) => by), runId };
    }
    return approved ?? (hasExpired(record, config, clock.now()) ? expired : { kind: "open" });
}
/** Runs of the code host have numbers; what a shell drove has not, and nobody was asked there. */
function runsSince(facts, seq) {
    const ids = facts.filter((fact) => fact.seq >= seq).map(({ run }) => run.id);
    return [...new Set(ids)].filter((id) => /^\d+$/.test(id));
}
function refusedBy({ by, comment }) {
    const why = comment.trim();
    return `Production was refused by ${by}${why === "" ? "" : `: ${why}`}`;
}
const expired = { kind: "refused", reason: "Nobody approved production in time" };
function hasExpired({ state, visits }, config, nowMs) {
    const since = visits.at(-1)?.since;
    const asked = state === "production" || state === "production_canary";
    return asked && since !== undefined && nowMs - Date.parse(since) >= config.review.expires;
}
/** Whether it is for people to say now: the commit is verified as far as it can be, and production is as it was. */
function isUndecided({ state, tag, touched, verdict, plan }) {
    const asked = state === "production" || state === "production_canary";
    return (asked && tag !== undefined && !touched.has("production") && verdict === undefined && plan.rollback === undefined);
}
/** Records what people said; a refusal ends the release. Safe to repeat: the code host remembers who said what. */
async function recordAnswer(context) {
    const { driver } = context;
    const { record, facts } = driver;
    const answer = await answerOf({ ...context, record, facts });
    if (answer.kind === "open")
        return "open";
    if (answer.kind === "approved") {
        if (record.productionApproval?.runId !== answer.runId) {
            const environment = approvalEnvironment(record.plan);
            const { by, runId } = answer;
            driver.observe({ type: "production-approved", by, environment, runId, sha: record.tag?.sha ?? "" });
        }
    }
    else {
        if (record.suspended !== undefined)
            driver.decide({ type: "resumed", by: context.actor });
        failRelease(driver, {
            failureReason: answer.reason,
            actionableFixSuggestions: ["Fix forward and release the next version. Example: --version=patch"],
        });
    }
    await driver.flush();
    return answer.kind;
}
/** The configuration that says who is asked: that of the protected branch, for whoever writes a source branch may not excuse it. */
async function policyOf(git, targetBranch) {
    return (await configAt(git, `refs/remotes/origin/${targetBranch}`)).config;
}
/** Whether the configuration in force asks nobody: for every release, or for incidents of this severity (decision 19). */
function asksNobody({ environments, hotfix }, { releaseType, incident }) {
    if (environments.production.approval === "none")
        return true;
    return releaseType === "hotfix" && incident?.autoApproved === true && hotfix.autoApproval.includes(incident.severity);
}

;// CONCATENATED MODULE: ./build/packages/stages/route.js



/** The leg that runs gates one after another. */
const wholeLeg = "all";
/** The gates that a leg stands for. Throws an `input` fault for a leg that the plan does not have. */
function gatesOfLeg(plan, leg) {
    const gates = leg === wholeLeg ? plan.gates : plan.gates.filter((gate) => gate === leg);
    if (gates.length > 0)
        return gates;
    throw new faults/* ReleaseFault */.eB("input", `Release ${plan.tag} has no leg "${leg}"`, {
        hint: `Use one of: ${[wholeLeg, ...plan.gates].join(", ")}.`,
    });
}
/** The gates of the plan that have no recorded outcome for the commit to test, in order. What a dead run did not record is not known. */
function missingGates({ plan, gates, gatedSha }) {
    return plan.gates.filter((gate) => gatedSha === undefined || gates.get(gate)?.sha !== gatedSha);
}
/**
 * The jobs in which the missing gates run: a leg a gate where the plan wants them side by side, else the one leg `all`. Never
 * empty, for a matrix may not be: with nothing missing `all` has nothing to run and says so.
 */
function legsOf(gated) {
    const missing = missingGates(gated);
    return gated.plan.parallelGates === true && missing.length > 0 ? missing : [wholeLeg];
}
/**
 * The state from which a run goes on with a release: the first whose job still has something to do. Where people have to
 * be asked before production, a run begins at the state that is before the question (`staging`; a hotfix: `review`).
 */
function resumeAt(record) {
    const { state, touched, verdict, plan } = record;
    if ((0,machine/* isTerminal */.Hd)(state))
        return state;
    if (state !== "production" && state !== "production_canary")
        return state;
    if (verdict !== undefined)
        return "rolled_back";
    if (touched.has("production") || approvalRoute(record) !== "ask")
        return state;
    return plan.releaseType === "hotfix" ? "review" : "staging";
}
/** The commit that a run works on: what is deployed once it is tagged, before that what the gates test. */
function shaOf({ tag, gatedSha, plan }) {
    return tag?.sha ?? gatedSha ?? plan.baseSha;
}

;// CONCATENATED MODULE: ./build/packages/stages/side-by-side.js



/**
 * Runs gates at the same time, each with its set-up in a checkout of its own, so that none sees the build, the coverage or
 * the reports of another. A red gate stops nobody: all finish, and the outcomes come in the order that was wanted.
 */
async function sideBySide(ports, seen, wanted) {
    const stop = new AbortController();
    const attended = { ...ports, signal: AbortSignal.any([ports.signal, stop.signal]) };
    try {
        // One after another: git keeps one list of its work trees.
        for (const gate of wanted.gates)
            if (runsCode(gate))
                await ports.git.ensureWorktree(wanted.sha, placeOf(ports, gate));
        const running = wanted.gates.map(async (gate) => {
            try {
                const outcome = await alone(attended, seen, { sha: wanted.sha, gate });
                await wanted.finished?.(outcome);
                return [outcome];
            }
            catch (thrown) {
                // Not a red gate: a request of people, an end of the process, a defect. Nobody goes on alone then.
                stop.abort(thrown);
                return [];
            }
        });
        const outcomes = (await Promise.all(running)).flat();
        stop.signal.throwIfAborted();
        return outcomes;
    }
    finally {
        for (const gate of wanted.gates)
            if (runsCode(gate))
                await ports.git.removeWorktree(placeOf(ports, gate));
    }
}
async function alone(ports, seen, { sha, gate }) {
    const context = gateContext(ports, seen.record.plan, { sha, directory: placeOf(ports, gate) });
    // How the gates beside it end is not known to the Definition of Done: those categories are provisional.
    if (!runsCode(gate))
        return tellGate(ports, gate, { ...context, evidence: await gatherEvidence(seen, ports) });
    const broken = await brokenSetup(context, gate);
    return broken === undefined ? tellGate(ports, gate, context) : ports.scrub.value(broken);
}
/** The Definition of Done is read from git and the record: it needs no checkout, and no code of the project comes near it. */
function runsCode(gate) {
    return gate !== "dod";
}
function placeOf({ workDirectory }, gate) {
    return external_node_path_.join(workDirectory, `gates-${gate}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/quality-gates.js







/** The gates, each in a clean checkout of the commit that will be deployed; side by side where the plan says so. */
async function qualityGates(context) {
    const sha = required(context.driver.record.gatedSha, "the commit to test");
    const { parallelGates } = context.driver.record.plan;
    return parallelGates === true ? allGates(context, sha) : gatesInOrder(context, sha);
}
/** All finish and are recorded, each as it ends: a death loses only those that still ran. The first red one in their order counts. */
async function allGates(context, sha) {
    const { driver } = context;
    await driver.step("gates", () => attended(context, async (signal) => {
        await sideBySide({ ...context, signal }, driver, {
            sha,
            gates: missingGates(driver.record),
            finished: async (outcome) => {
                driver.observe({ type: "gate-finished", ...outcome });
                await driver.flush();
            },
        });
        return null;
    }));
    const { plan, gates } = driver.record;
    const red = plan.gates.flatMap((gate) => gates.get(gate) ?? []).find(({ status }) => status === "failed");
    return red === undefined ? allPassed(context) : failAtGate(driver, red);
}
/** One after another; the first that fails ends it. */
async function gatesInOrder(context, sha) {
    const { driver } = context;
    const place = { sha, directory: external_node_path_.join(context.workDirectory, "gates") };
    const gates = gateContext(context, driver.record.plan, place);
    let ready = false;
    for (const gate of driver.record.plan.gates) {
        if (driver.record.gates.get(gate)?.status === "passed")
            continue;
        const broken = ready ? undefined : await prepareCheckout(context, gates);
        if (broken !== undefined)
            return broken;
        ready = true;
        const finished = await passGate(context, gate, gates);
        if (finished.status === "failed")
            return gateFailed(context, finished);
    }
    return allPassed(context);
}
function allPassed({ driver }) {
    return moveTo(driver, "review", "all quality gates passed");
}
/** A clean work tree with the project's set-up done. Not a step: on another machine it has to be made again. */
async function prepareCheckout(context, gates) {
    await context.git.ensureWorktree(gates.sha, gates.directory);
    if (gates.settings.setup !== undefined)
        context.say(`setting up: ${gates.settings.setup}`);
    const failure = await attended(context, (signal) => runSetup({ ...gates, signal }));
    if (failure === undefined)
        return undefined;
    return failRelease(context.driver, { failureReason: failure.title, actionableFixSuggestions: [failure.suggestion] });
}
async function passGate(context, gate, gates) {
    const { driver, say } = context;
    const evidence = gate === "dod" ? { evidence: await gatherEvidence(driver, context) } : {};
    let finished;
    await driver.step(`gate-${gate}`, () => attended(context, async (signal) => {
        finished = { type: "gate-finished", ...(await tellGate(context, gate, { ...gates, ...evidence, signal })) };
        return { status: finished.status };
    }), { facts: () => (finished === undefined ? [] : [finished]) });
    const result = required(driver.record.gates.get(gate), `the result of gate ${gate}`);
    if (finished === undefined)
        tellOutcome(say, result);
    return result;
}
async function gateFailed({ driver, git, workDirectory }, finished) {
    await git.removeWorktree(external_node_path_.join(workDirectory, "gates"));
    return failAtGate(driver, finished);
}
/** The release fails for what one gate found. */
function failAtGate(driver, finished) {
    const titles = finished.failures.map(({ title }) => title);
    return failRelease(driver, {
        failedGate: finished.gate,
        failureReason: `Gate ${finished.gate} failed: ${titles.slice(0, 3).join("; ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`,
        actionableFixSuggestions: finished.failures.map(({ suggestion }) => suggestion),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/requests.js

/**
 * Answers what people asked for since the last look. Answer and consequence are one append, so that a death between
 * them cannot lose or repeat either. `hold` stays open while it holds; `promote` ends it.
 */
async function obeyRequests(context) {
    for (const request of context.driver.record.requests) {
        const end = await obey(context, request);
        if (end !== undefined)
            return end;
    }
    return undefined;
}
async function obey(context, request) {
    const { driver } = context;
    const { state, touched, verdict } = driver.record;
    const inProduction = state === "production" || state === "production_canary";
    if (state === "completed" || state === "failed" || state === "rolled_back") {
        return requests_refuse(context, request, `the release is already ${state}`);
    }
    switch (request.kind) {
        case "abort":
        case "rollback":
            if (inProduction && (touched.has("production") || verdict !== undefined))
                return requests_rollBack(context, request);
            if (request.kind === "rollback")
                return requests_refuse(context, request, "nothing of it is in production; `release abort` ends it");
            requests_answer(context, request, "aborted before production");
            return failRelease(driver, {
                failureReason: `Aborted by ${request.by}: ${request.reason}`,
                actionableFixSuggestions: [`Start again with: release retry ${driver.record.id}`],
            });
        case "hold":
            return inProduction ? undefined : holdBeforeProduction(context, request);
        case "promote":
            for (const held of driver.record.requests.filter(({ kind }) => kind === "hold"))
                requests_answer(context, held, `ended by ${request.by}`);
            requests_answer(context, request, "goes on");
            return undefined;
    }
}
function requests_rollBack(context, request) {
    const { driver } = context;
    requests_answer(context, request, "rolling back");
    driver.decide({ type: "verdict", trigger: "manual", reason: `${request.by}: ${request.reason}`, evidence: [] });
    return moveTo(driver, "rolled_back", `Asked for by ${request.by}`);
}
async function holdBeforeProduction(context, request) {
    const { driver } = context;
    requests_answer(context, request, "held");
    await driver.suspend({
        waitsFor: "decision",
        reason: `Held by ${request.by}: ${request.reason}`,
        command: resumeCommand(driver.record),
    });
    return "suspended";
}
function requests_answer({ driver }, request, reason) {
    driver.decide({ type: "answered", id: request.id, outcome: "obeyed", reason });
}
function requests_refuse({ driver, say }, request, reason) {
    say(`${request.kind} by ${request.by} refused: ${reason}`);
    driver.decide({ type: "answered", id: request.id, outcome: "refused", reason });
    return undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/review-issue.js

const dueMs = 24 * 3_600_000;
/**
 * Every hotfix is looked at afterwards, within a day (decision 19): an issue asks for it. Where the host takes none, that
 * is a warning and stops nothing.
 */
async function openReviewIssue(context) {
    const { driver, forge, clock, say } = context;
    const { plan, tag, pullRequest } = driver.record;
    const due = new Date(Date.parse(tag?.at ?? "") + dueMs || clock.now() + dueMs).toISOString();
    await driver.step("review-issue", async () => {
        try {
            return await forge.ensureIssue({
                marker: `release-command review of ${driver.id}`,
                title: `Review hotfix ${plan.releaseVersion} by ${due.slice(0, 16).replace("T", " ")} UTC`,
                label: "hotfix-review",
                body: bodyOf({ version: plan.releaseVersion, incident: plan.incident?.id, pull: pullRequest?.url, due }),
            });
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug")
                throw thrown;
            say(`no review issue: ${fault.message}`);
            driver.observe({ type: "warned", message: `The review of this hotfix has no issue: ${fault.message}` });
            return null;
        }
    }, { facts: (url) => (url === null ? [] : [{ type: "published", what: "review-issue", url, due }]) });
}
function bodyOf({ version, incident, pull, due, }) {
    return [
        `Hotfix ${version} took the fast track${incident === undefined ? "" : ` for ${incident}`}: look at it in peace until ${due}.`,
        "",
        `- [ ] the change${pull === undefined ? "" : `: ${pull}`}`,
        "- [ ] the gates that the fast track leaves out",
        "- [ ] what would have kept it from happening",
        "",
        "Close this issue when that is done.",
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/stages/review-owners.js



/**
 * The code owners of what the release changes in its target branch, by the CODEOWNERS of that branch: the release cannot
 * name its own judges. Where they own nothing of it, the reviewers of the configuration.
 */
async function ownershipOf({ record, git, config, }) {
    const { targetBranch } = record.plan;
    const head = required(record.gatedSha, "the gated commit");
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
    const files = await git.readFiles(target, codeOwnersPaths);
    const path = codeOwnersPaths.find((name) => files.has(name));
    const { reviewers } = config.review;
    const configured = reviewers.length === 0 ? [] : [{ owners: reviewers.map(withAt), paths: [] }];
    if (path === undefined)
        return { groups: configured, warnings: [] };
    const codeOwners = parseCodeOwners(files.get(path) ?? "");
    const base = (await git.mergeBase(target, head)) ?? target;
    const groups = new Map();
    for (const changed of await git.changedFiles(base, head)) {
        const owners = ownersOf(codeOwners, changed);
        const key = owners.join(" ");
        if (groups.has(key))
            groups.get(key)?.paths.push(changed);
        else if (owners.length > 0)
            groups.set(key, { owners, paths: [changed] });
    }
    const owned = [...groups.values()].toSorted((a, b) => b.paths.length - a.paths.length);
    const warnings = codeOwners.skipped.slice(0, 5).map((reason) => `GitHub ignores a part of ${path}: ${reason}`);
    return { groups: owned.length === 0 ? configured : owned, warnings };
}
const withAt = (name) => (name.startsWith("@") ? name : `@${name}`);
/** GitHub takes no more reviewers for one pull request. */
const maxReviewers = 15;
/** Whom to ask, owners of the most paths first: owners, and the reviewers of the configuration. */
function reviewersOf({ groups }, configured) {
    const owners = [...new Set(groups.flatMap((group) => group.owners))];
    const names = [...configured.map(withAt), ...owners].flatMap((owner) => isTeam(owner) ? [owner] : (loginOf(owner) ?? []));
    const reviewers = [...new Set(names.map((name) => name.replace(/^@/, "")))];
    const nameless = owners.filter((owner) => !isTeam(owner) && loginOf(owner) === undefined);
    return {
        reviewers: reviewers.slice(0, maxReviewers),
        warnings: [
            ...nameless.map((owner) => `${owner} owns changed paths, but only a login or a team can be asked for a review`),
            ...(reviewers.length > maxReviewers
                ? [`${reviewers.length - maxReviewers} of the owners were not asked: GitHub takes ${maxReviewers} reviewers`]
                : []),
        ],
    };
}
/** Which approvals of owners are missing, in words; empty when those who approved are enough (decision 39). */
async function missingOwners({ forge, config }, { groups }, approvedBy) {
    const missing = [];
    const unknown = new Set();
    const isOwner = async (owner, login) => {
        if (!isTeam(owner))
            return loginOf(owner)?.toLowerCase() === login.toLowerCase();
        try {
            return await forge.isTeamMember(owner, login);
        }
        catch (thrown) {
            if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "permission")
                throw thrown;
            unknown.add(`${thrown.message}. ${thrown.hint}`);
            return false;
        }
    };
    for (const group of groups) {
        const has = await someOwner(group.owners, approvedBy, isOwner);
        if (has && config.review.owners === "any")
            return [];
        if (!has)
            missing.push(group);
    }
    if (missing.length === 0)
        return [];
    const shown = config.review.owners === "any" ? [merged(missing)] : missing.slice(0, 5);
    return [...shown.map(inWords), ...unknown];
}
/** People first: to ask about a team costs a request. */
async function someOwner(owners, logins, isOwner) {
    for (const owner of owners.toSorted((a, b) => Number(isTeam(a)) - Number(isTeam(b)))) {
        for (const login of logins)
            if (await isOwner(owner, login))
                return true;
    }
    return false;
}
function merged(groups) {
    return { owners: [...new Set(groups.flatMap(({ owners }) => owners))], paths: groups.flatMap(({ paths }) => paths) };
}
function inWords({ owners, paths }) {
    const who = `the approval of ${owners.slice(0, 5).join(" or ")}${owners.length > 5 ? " or another owner" : ""}`;
    const [first] = paths;
    if (first === undefined)
        return who;
    return `${who}, who owns ${first}${paths.length > 1 ? ` and ${paths.length - 1} more changed paths` : ""}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/review-verdict.js

/** What the review is judged by, as it is now. */
function questionOf({ driver, config, git, forge, clock }) {
    return { record: driver.record, config, git, forge, nowMs: clock.now() };
}
/** Decision 39: approvals on the gated head, every check green, no thread open. Merged by a person counts as their approval. */
async function judgeReview(question, state, ownership) {
    const refusal = refusedBecause(question, state);
    if (refusal !== undefined)
        return { kind: "refused", ...refusal };
    if (state.state === "merged")
        return { kind: "go" };
    const { record, config } = question;
    // Decision 19 takes our own question away, never a rule that the branch itself has.
    const wanted = record.plan.incident?.autoApproved === true ? 0 : config.review.approvals;
    const needed = Math.max(wanted, state.requiredApprovals);
    const missing = [
        ...(state.approvedBy.length < needed ? [`${needed - state.approvedBy.length} more approval(s)`] : []),
        ...(needed === 0 ? [] : await missingOwners(question, ownership, state.approvedBy)),
        ...state.changesRequestedBy.map((login) => `${login}, who requested changes`),
        ...state.checksNotGreen.map(checkInWords),
        ...(state.unresolvedThreads > 0 ? [`${state.unresolvedThreads} unresolved review thread(s)`] : []),
        ...(state.mergeMethods.length === 0 && state.mergeQueue === undefined
            ? ["a way of merging that the settings of the repository and the rules of its branch both allow"]
            : []),
    ];
    if (missing.length === 0)
        return { kind: "go" };
    return { kind: "wait", reason: [`the pull request needs ${missing.join(", ")}`, ...review_verdict_advice(state)].join(". ") };
}
function refusedBecause({ record, config, nowMs }, state) {
    const again = `Start again with: release retry ${record.id}`;
    if (state.state === "merged")
        return undefined;
    if (state.state === "closed")
        return { reason: "The pull request was closed without a merge", fix: again };
    if (nowMs > Date.parse(expiryOf({ record, config })))
        return { reason: "Nobody approved the pull request in time", fix: again };
    if (state.headSha === record.gatedSha)
        return undefined;
    return {
        reason: `The release branch moved to ${state.headSha.slice(0, 7)} after its gates passed on ${record.gatedSha?.slice(0, 7)}`,
        fix: "Commits to a release branch are not gated. Put them on the source branch and retry the release.",
    };
}
function checkInWords({ name, state, url }) {
    return `check ${name} (${state}${url === undefined ? "" : `, see ${url}`})`;
}
/** The login of the token that every workflow has, as GraphQL and as REST name it. */
const workflowToken = /^github-actions(?:\[bot\])?$/;
/** What waiting alone will not bring about: what a person has to do. */
function review_verdict_advice({ heldRuns, checksNotGreen, author = "" }) {
    const [run] = heldRuns;
    if (run !== undefined)
        return [
            `GitHub holds ${heldRuns.length} workflow run(s) of this pull request back: press "Approve workflows to run" on it (${run})`,
        ];
    const held = checksNotGreen.find(({ state }) => state === "action_required");
    if (held !== undefined)
        return [`Check ${held.name} waits for a person: do what its page asks for`];
    if (!workflowToken.test(author) || !checksNotGreen.some(({ state }) => state === "missing"))
        return [];
    return [
        "GitHub starts no workflow for a pull request that GITHUB_TOKEN opened: let a person close and reopen it, and give the release the token of an App",
    ];
}
/** Until when people may answer (ISO 8601), counted from when the review began. */
function expiryOf({ record, config }) {
    const since = record.visits.findLast(({ state }) => state === "review")?.since ?? record.openedAt;
    return new Date(Date.parse(since) + config.review.expires).toISOString();
}

;// CONCATENATED MODULE: ./build/packages/stages/review-merge.js





/**
 * Merges in the way that keeps most of what was gated, or waits for the queue to do it; then `record.merge` is there. An end
 * is returned when it is not merged yet.
 */
async function mergeApproved(context, number, state) {
    if (state.state !== "merged" && state.mergeQueue !== undefined) {
        const end = await passQueue(context, number);
        if (end !== undefined)
            return end;
    }
    else if (state.state !== "merged" && !state.mergeMethods.includes("merge") && (await wouldDiffer(context))) {
        const { plan, visits } = context.driver.record;
        if (plan.releaseType === "hotfix")
            return waitForMergeCommits(context);
        // Once only: where the base never rests, the merged tree is gated instead, which needs no second approval.
        if (visits.filter((visit) => visit.state === "review").length === 1)
            return updateBranch(context);
    }
    try {
        await recordMerge(context, number, state.mergeMethods[0] ?? "merge");
        return undefined;
    }
    catch (thrown) {
        // A rule that we could not see, or a change since we looked: people settle it, and nothing has happened yet.
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "policy")
            return waitForPeople(context, thrown.message);
        throw thrown;
    }
}
/** A hotfix takes only its fix along, so that the base cannot be merged into it. */
function waitForMergeCommits(context) {
    const { targetBranch } = context.driver.record.plan;
    const reason = `${targetBranch} has moved and takes no merge commits: squashed or rebased, the hotfix would not be what was gated. Allow merge commits`;
    return waitForPeople(context, reason);
}
async function waitForPeople(context, reason) {
    const { driver } = context;
    const until = expiryOf(questionOf(context));
    await driver.suspend({ waitsFor: "approval", reason, until, command: resumeCommand(driver.record) });
    return "suspended";
}
async function recordMerge(context, number, method) {
    const { driver, forge, say } = context;
    const { releaseVersion, targetBranch } = driver.record.plan;
    const gatedSha = required(driver.record.gatedSha, "the gated commit");
    let merge;
    await driver.step("merge", async () => {
        const { sha, by } = await forge.ensureMerged(number, gatedSha, { title: `Release ${releaseVersion}`, method });
        merge = { type: "merged", sha, by, gated: await relationToGated(context, sha, gatedSha) };
        return { sha };
    }, { facts: () => (merge === undefined ? [] : [merge]) });
    say(`merged into ${targetBranch}`);
}
async function relationToGated(context, sha, gated) {
    const { git } = context;
    await targetHead(context);
    if ((await git.treeOf(sha)) === (await git.treeOf(gated)))
        return "same-tree";
    return (await git.isAncestor(gated, sha)) ? "ancestor" : "neither";
}
async function targetHead({ git, driver }) {
    const { targetBranch } = driver.record.plan;
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
    return required(await git.resolve(target), `the head of ${targetBranch}`);
}
/** Whether a squash would give another tree than the one that was gated. */
async function wouldDiffer(context) {
    const { git, driver } = context;
    const gated = required(driver.record.gatedSha, "the gated commit");
    const head = await targetHead(context);
    if (await git.isAncestor(head, gated))
        return false;
    const trial = await git.merge({ ours: head, theirs: gated, message: "trial\n", at: driver.record.openedAt });
    return trial.state === "conflict" || (await git.treeOf(trial.sha)) !== (await git.treeOf(gated));
}
const baseStep = "base-to-merge";
/** Whether this visit has begun to merge the base into the branch: then the head that the host shows may be new already. */
function isUpdating({ driver }) {
    return driver.record.done.has((0,machine/* stepName */.u)(driver.record, baseStep));
}
/**
 * The release once more on a base that moved: what it had before our commit merged with the base, notes and versions
 * again on top, then the gates (decision 31). The base is recorded first, so that a repeated try makes the same commits.
 */
async function updateBranch(context) {
    const { driver, git, say } = context;
    const { plan, openedAt } = driver.record;
    const gated = required(driver.record.gatedSha, "the gated commit");
    const { base } = await driver.step(baseStep, async () => ({ base: await targetHead(context) }));
    // The branch may have left it already, and another machine has no other name for it.
    if ((await git.resolve(gated)) === undefined)
        await git.fetch([gated]);
    if ((await git.resolve(base)) === undefined)
        await git.fetch([base]);
    const ours = await beforeOurCommit(context, gated);
    const message = `Merge ${plan.targetBranch} into ${plan.releaseBranch}\n`;
    const merge = (await git.isAncestor(ours, base))
        ? { state: "merged", sha: base }
        : await git.merge({ ours, theirs: base, message, at: openedAt });
    if (merge.state === "conflict") {
        return failRelease(driver, {
            failureReason: `${plan.targetBranch} moved and conflicts with ${plan.releaseBranch} in ${merge.files.join(", ")}`,
            actionableFixSuggestions: [
                `Merge ${plan.targetBranch} into ${plan.baseBranch} and start again with: release retry ${driver.id}`,
            ],
        });
    }
    let prepared;
    await driver.step("merge-base", async () => {
        prepared = await commitRelease(context, merge.sha);
        if (prepared.sha !== gated)
            await pushBranch(context, prepared.sha, gated);
        return { sha: prepared.sha };
    }, { facts: () => (prepared === undefined ? [] : [prepared]) });
    say(`${plan.targetBranch} has moved: ${plan.releaseBranch} has it now, and is gated again`);
    return moveTo(driver, "quality_gates", `${plan.targetBranch} moved and takes no merge commits`);
}
/** Has the queue of the base merge it. Waits a while, then the release is suspended; whoever continues finds its place. */
async function passQueue(context, number) {
    const { driver, forge, config, clock, say } = context;
    const gatedSha = required(driver.record.gatedSha, "the gated commit");
    const giveUpAt = clock.now() + config.review.wait;
    let wasQueued = false;
    for (;;) {
        const { state, mergeQueue } = await forge.reviewState(number);
        if (state !== "open")
            return undefined;
        const place = mergeQueue?.state ?? "not-queued";
        if (place === "unmergeable" || (place === "not-queued" && wasQueued))
            return waitForPeople(context, "the merge queue did not take the pull request: see its checks, and queue it again");
        if (place === "not-queued") {
            const refused = await enqueue(context, number, gatedSha);
            if (refused !== undefined)
                return waitForPeople(context, refused);
        }
        wasQueued = true;
        say(`waiting: the pull request is in the merge queue${mergeQueue?.position === undefined ? "" : `, at position ${mergeQueue.position}`}`);
        if (clock.now() >= giveUpAt)
            return waitForPeople(context, "the pull request waits in the merge queue");
        await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
    }
}
/** A step for each time that it is queued: the queue may throw it out, and people may want it in again. */
async function enqueue(context, number, head) {
    const { driver, forge } = context;
    const times = [...driver.record.done.keys()].filter((name) => name.startsWith((0,machine/* stepName */.u)(driver.record, "queue-"))).length;
    try {
        await driver.step(`queue-${times + 1}`, async () => {
            await forge.ensureQueued(number, head);
            return null;
        });
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "policy")
            return thrown.message;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/review.js







/** The pull request: opened with all evidence, approved by people, merged, tagged on exactly what was gated. */
async function review(context) {
    const { driver } = context;
    if (isUpdating(context))
        return updateBranch(context);
    if (driver.record.merge === undefined) {
        const ownership = await ownershipOf(questionOf(context));
        const number = await openPullRequest(context, ownership);
        const end = await approveAndMerge(context, number, ownership);
        if (end !== undefined)
            return end;
    }
    const merge = sameTreeNow(context, required(driver.record.merge, "the merge"));
    if (merge.gated === "neither")
        return ungated(context);
    await driver.step("tag", () => ensureTag(context, tagPosition(context, merge)), {
        facts: (sha) => [{ type: "tagged", tag: driver.record.plan.tag, sha }],
    });
    const hotfix = driver.record.plan.releaseType === "hotfix";
    if (hotfix)
        await openReviewIssue(context);
    return moveTo(driver, hotfix ? "production_canary" : "staging", "approved, merged and tagged");
}
/** A merge that holds what no gate saw: a release tests that tree too, a hotfix must not bring it along. */
function ungated({ driver }) {
    const { plan } = driver.record;
    if (plan.releaseType !== "hotfix")
        return moveTo(driver, "quality_gates", "the merged tree was never gated");
    return failRelease(driver, {
        failureReason: `${plan.releaseBranch} was squashed or rebased onto a ${plan.targetBranch} that had moved: its gates did not see that tree`,
        actionableFixSuggestions: [
            "Merge a hotfix with a merge commit: then exactly its gated commit is deployed.",
            `${plan.targetBranch} has the fix now: release it from there. Example: release start --version=patch`,
        ],
    });
}
/** Opened once, and brought up to date in each visit: after other gates it has other evidence. */
async function openPullRequest(context, ownership) {
    const { driver, forge, config, say } = context;
    const { plan } = driver.record;
    const asked = reviewersOf(ownership, config.review.reviewers);
    const opened = await driver.step("open-pull-request", async () => {
        const deciders = { rule: config.review.owners, groups: config.review.approvals === 0 ? [] : ownership.groups };
        const [body, ...shorterBodies] = (0,report/* pullRequestBodies */.BH)(driver.record, deciders);
        const pull = await forge.ensurePullRequest({
            head: plan.releaseBranch,
            headSha: required(driver.record.gatedSha, "the gated commit"),
            base: plan.targetBranch,
            title: `Release ${plan.releaseVersion}`,
            body,
            shorterBodies,
            labels: [
                "release",
                `version:${plan.releaseVersion}`,
                "auto-generated",
                ...(plan.releaseType === "hotfix" ? ["HOTFIX"] : []),
            ],
            reviewers: asked.reviewers,
        });
        for (const message of [...pull.warnings, ...asked.warnings, ...ownership.warnings])
            driver.observe({ type: "warned", message });
        return { number: pull.number, url: pull.url, head: pull.headSha };
    }, { facts: (pull) => [{ type: "pull-request-opened", ...pull }] });
    say(`pull request ${opened.url} is open`);
    return opened.number;
}
/** Who merges what nobody has approved takes the word for it. */
function approversOf({ approvedBy, mergedBy }) {
    return approvedBy.length === 0 && mergedBy !== undefined ? [mergedBy] : approvedBy;
}
/** Waits a while for people; then the release is suspended, without a runner, a lock or a clock. */
async function approveAndMerge(context, number, ownership) {
    const { driver, forge, config, clock, say } = context;
    const giveUpAt = clock.now() + config.review.wait;
    for (;;) {
        const state = await forge.reviewState(number);
        const verdict = await judgeReview(questionOf(context), state, ownership);
        if (verdict.kind === "refused")
            return failRelease(driver, { failureReason: verdict.reason, actionableFixSuggestions: [verdict.fix] });
        if (verdict.kind === "go") {
            const known = driver.record.approval?.sha === state.headSha;
            if (!known)
                driver.observe({ type: "approved", by: approversOf(state), sha: state.headSha });
            return mergeApproved(context, number, state);
        }
        say(`waiting: ${verdict.reason}`);
        if (clock.now() >= giveUpAt) {
            await driver.suspend({
                waitsFor: "approval",
                reason: verdict.reason,
                until: expiryOf({ record: driver.record, config }),
                command: resumeCommand(driver.record),
            });
            return "suspended";
        }
        await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
    }
}
/** After gates on the merged tree itself, that tree is the gated one. */
function sameTreeNow({ driver }, known) {
    if (known.gated !== "neither" || known.sha !== driver.record.gatedSha)
        return known;
    const now = { type: "merged", sha: known.sha, by: known.by, gated: "same-tree" };
    driver.observe({ type: "approved", by: [known.by], sha: known.sha }, now);
    return now;
}
/** Decision 31: on the merge when its tree is the gated tree, else on the gated head itself. */
function tagPosition({ driver }, merge) {
    return merge.gated === "same-tree" ? merge.sha : required(driver.record.gatedSha, "the gated commit");
}
async function ensureTag({ driver, git, say }, sha) {
    const { tag, releaseVersion } = driver.record.plan;
    const ref = `refs/tags/${tag}`;
    const object = await git.tagObject({
        name: tag,
        sha,
        message: `Release ${releaseVersion}`,
        at: driver.record.openedAt,
    });
    const outcome = await git.push([{ ref, to: object, expect: "absent" }]);
    const there = outcome.state === "applied" ? object : (await git.remoteRefs([ref])).get(ref);
    if (there !== undefined)
        await git.fetch([`+${ref}:${ref}`]);
    // By its commit: whoever went on after a death is another tagger, and a person may have tagged it by hand.
    if (there !== undefined && (await git.resolve(ref)) === sha) {
        say(`tagged ${tag}`);
        return sha;
    }
    if (there === undefined) {
        throw new faults/* ReleaseFault */.eB(outcome.state === "unknown" ? "remote" : "policy", `Could not push tag ${tag}: ${outcome.state === "applied" ? "" : outcome.reason}`, {
            hint: "Allow the release identity to create v* tags, then: release resume.",
        });
    }
    throw new faults/* ReleaseFault */.eB("policy", `Tag ${tag} exists and points elsewhere`, {
        hint: "A released version number is used up. Retry with the next version. Example: --version=patch",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/brought.js
/**
 * Tells merge, squash and rebase merges apart, and finds all that a rebase merge brought: commits with the authors, times
 * and subjects of those on the release branch, one after another. `undefined` where the release branch cannot be had any more.
 */
async function broughtBy({ git }, { merge, branchHead }) {
    const [tip] = await commitsOf(git, ["--max-count=1", merge]);
    const [first, second] = tip?.parents ?? [];
    if (first === undefined)
        return undefined;
    if (second !== undefined)
        return { newest: merge, before: first, command: `git revert -m 1 ${merge}` };
    if ((await git.resolve(branchHead)) === undefined) {
        const found = await git.fetch([branchHead]).then(() => true, () => false);
        if (!found)
            return undefined;
    }
    const originals = await commitsOf(git, ["--no-merges", `${merge}..${branchHead}`]);
    const before = await beforeCopies(git, merge, originals);
    if (before === undefined || before === first)
        return { newest: merge, before: first, command: `git revert ${merge}` };
    return { newest: merge, before, command: `git revert --no-commit ${before}..${merge} && git commit` };
}
/** Where the copies of these commits begin, going back from `newest`; `undefined` when that is no copy. */
async function beforeCopies(git, newest, originals) {
    const left = new Set(originals.map(({ identity }) => identity));
    let before;
    for (const { parents, identity } of await commitsOf(git, [
        "--first-parent",
        `--max-count=${originals.length}`,
        newest,
    ])) {
        // A merge is never a copy, and a commit without a parent has nothing before it to go back to.
        if (parents.length !== 1 || !left.has(identity))
            break;
        before = parents[0];
    }
    return before;
}
async function commitsOf(git, range) {
    const chunks = [];
    const format = "--format=%P%x01%an%x01%ae%x01%ad%x01%s%x00";
    const args = ["--date=raw", format, ...range];
    for await (const chunk of git.log(args))
        chunks.push(chunk);
    return Buffer.concat(chunks)
        .toString("utf8")
        .split("\0")
        .map((text) => text.replace(/^\n/, ""))
        .filter((text) => text !== "")
        .map((text) => {
        const end = text.indexOf("\u0001");
        return { parents: text.slice(0, end).split(" ").filter(Boolean), identity: text.slice(end + 1) };
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/git-revert.js




/**
 * Takes the release out of the target branch: a revert commit, CHANGELOG marked, tag `vX.Y.Z-rollback`. Where the branch
 * may not be pushed to, a pull request that nobody waits for (decision 35). Safe to repeat: our commit is found by its trailer.
 */
async function revertInGit(context, previous) {
    const { driver, git } = context;
    const { plan } = driver.record;
    const version = plan.rollback?.from ?? plan.tag;
    const revertTag = `${version}-rollback`;
    const released = await mergeOf(context);
    if (released === undefined)
        return { revertCommit: plan.baseSha, revertTag, via: "nothing-to-revert" };
    const target = `refs/remotes/origin/${plan.targetBranch}`;
    await git.fetch([`+refs/heads/${plan.targetBranch}:${target}`]);
    const head = required(await git.resolve(target), `the head of ${plan.targetBranch}`);
    const made = (await findOurs(context, head, version)) ?? (await makeRevert(context, { released, head, version, previous }));
    if (typeof made !== "string") {
        const message = `${version} could not be reverted on ${plan.targetBranch}: ${made.why}. Do: ${made.commands}`;
        context.say(message);
        driver.observe({ type: "warned", message });
        return { revertCommit: released.merge, revertTag, via: "conflict" };
    }
    const delivered = made === head || (await git.isAncestor(made, head))
        ? { via: "commit" }
        : await deliver(context, made, head, version);
    await ensureRollbackTag(context, revertTag, made);
    return { revertCommit: made, revertTag, ...delivered };
}
async function mergeOf({ driver, journal }) {
    const { rollback } = driver.record.plan;
    const record = rollback === undefined ? driver.record : (await journal.read(rollback.from))?.record;
    if (record?.merge === undefined)
        return undefined;
    return { merge: record.merge.sha, branchHead: record.branchHead ?? record.merge.sha };
}
const git_revert_trailer = (version) => `Release-Command: rollback ${version}`;
/** Our revert, were it made before a death: on the target branch, or on its own branch for a pull request. */
async function findOurs({ git }, head, version) {
    const chunks = [];
    const remote = (await git.remoteRefs([`refs/heads/${revertBranch(version)}`])).values().next().value;
    if (remote !== undefined)
        return remote;
    for await (const chunk of git.log(["-100", "--format=%H%x01%B%x00", head]))
        chunks.push(chunk);
    const commits = Buffer.concat(chunks).toString("utf8").split("\0");
    return commits
        .find((commit) => commit.includes(git_revert_trailer(version)))
        ?.trim()
        .slice(0, 40);
}
const revertBranch = (version) => `revert/${version}`;
/** One commit that undoes all that the release brought, however it was merged; or why a person has to make it. */
async function makeRevert(context, { released, head, version, previous, }) {
    const { driver, git } = context;
    const { targetBranch } = driver.record.plan;
    const at = required(driver.record.visits.at(-1), "the last state").since;
    const reason = driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "rolled back";
    const brought = await broughtBy(context, released);
    const start = `git switch -c ${revertBranch(version)} origin/${targetBranch}`;
    if (brought === undefined) {
        const commands = `${start} && git revert <the commits of ${version}>`;
        return { why: "its release branch is gone, so nobody can tell which commits it brought", commands };
    }
    const { merge } = released;
    const subject = `revert: release ${version}`;
    const body = `This reverts commit ${merge}.\n\n${reason}\nProduction serves ${previous ?? "the previous version"} again.`;
    const message = `${subject}\n\n${body}\n`;
    const reverted = await git.revert({ commit: brought.newest, before: brought.before, onto: head, message, at });
    if (reverted.state === "conflict")
        return {
            why: `it conflicts in ${reverted.files.slice(0, 5).join(", ")}`,
            commands: `${start} && ${brought.command}`,
        };
    const base = reverted.state === "reverted" ? reverted.sha : head;
    const changelog = await git.readFile(head, "CHANGELOG.md");
    const marked = changelog === undefined
        ? undefined
        : (0,packages_changelog/* markRolledBack */.du)(changelog, { version: version.slice(1), date: at.slice(0, 10), reason });
    const note = `docs(changelog): mark ${version} as rolled back\n\n${git_revert_trailer(version)}\n`;
    return git.commitFiles({
        parents: [base],
        files: new Map(marked === undefined ? [] : [["CHANGELOG.md", marked]]),
        message: note,
        at,
    });
}
async function deliver({ driver, git, forge, config }, sha, head, version) {
    const { targetBranch } = driver.record.plan;
    if (config.rollback.revert === "commit") {
        const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
        if (outcome.state === "applied")
            return { via: "commit" };
        if (outcome.state === "unknown" || !outcome.denied) {
            throw new faults/* ReleaseFault */.eB("remote", `The revert could not be pushed to ${targetBranch}: ${outcome.reason}`, {
                hint: `Continue with: release resume ${driver.record.id}`,
            });
        }
    }
    const ref = `refs/heads/${revertBranch(version)}`;
    await git.push([{ ref, to: sha, expect: "absent" }]);
    const pull = await forge.ensurePullRequest({
        head: revertBranch(version),
        headSha: sha,
        base: targetBranch,
        title: `Revert release ${version}`,
        body: `Release ${version} was rolled back. Nobody waits for this pull request: production already serves the version before.`,
        labels: ["release", "auto-generated"],
        reviewers: config.review.reviewers,
    });
    return { via: "pull-request", url: pull.url };
}
async function ensureRollbackTag({ driver, git }, tag, sha) {
    const at = required(driver.record.visits.at(-1), "the last state").since;
    const object = await git.tagObject({ name: tag, sha, message: `${driver.record.plan.tag} was rolled back`, at });
    const outcome = await git.push([{ ref: `refs/tags/${tag}`, to: object, expect: "absent" }]);
    if (outcome.state === "applied")
        return;
    const there = (await git.remoteRefs([`refs/tags/${tag}`])).get(`refs/tags/${tag}`);
    if (there === undefined) {
        throw new faults/* ReleaseFault */.eB("remote", `Could not push tag ${tag}: ${outcome.reason}`, {
            hint: `Continue with: release resume ${driver.record.id}`,
        });
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/rolled-back.js







/** Traffic first, then proof, then rest. Every phase may be entered again after a death. */
async function rolledBack(context) {
    const { driver } = context;
    await driver.takeEnvironment("production");
    const rollout = await rolloutToUndo(context);
    for (;;) {
        const { phase } = required(driver.record.rollback, "the rollback");
        if (phase === "rollback_completed")
            break;
        if (phase === "escalation")
            break;
        await phases[phase](context, rollout);
    }
    await driver.step("git-revert", () => revertInGit(context, rollout.previous), {
        facts: (result) => [{ type: "git-reverted", ...result }],
    });
    const { tag, plan } = driver.record;
    await showDeployment(context, {
        state: "failure",
        sha: tag?.sha ?? plan.baseSha,
        description: `rolled back, ${rollout.previous ?? "the previous version"} serves`,
    });
    return settle(context, "rolled_back");
}
/** The environment as the rollback finds it; works without the process that deployed. */
async function rolloutToUndo(context) {
    const { driver, config } = context;
    const { plan, deployments, tag } = driver.record;
    const target = await context.target("production");
    const version = plan.rollback?.from ?? plan.tag;
    const to = plan.rollback?.to ?? deployments.get("production")?.previous ?? servingBefore(await target.observe(), version);
    const sha = tag?.sha ?? plan.baseSha;
    return watched({
        context,
        environment: "production",
        settings: config.environments.production,
        target,
        // The watch after a rollback looks at the version that serves again.
        artifact: { version: to ?? version, sha, export: (directory) => context.git.exportTree(sha, directory) },
        previous: to,
    });
}
const phases = {
    async rollback_triggered({ driver }) {
        enter(driver, "traffic_reversion", driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "asked for");
        await Promise.resolve();
    },
    async traffic_reversion(context, { target, previous }) {
        const { driver, clock } = context;
        const startedAt = clock.now();
        try {
            await revertTraffic(context, target, previous);
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug")
                throw thrown;
            return escalate(context, `Traffic could not be reverted: ${fault.message}`, previous);
        }
        driver.observe({
            type: "traffic-reverted",
            environment: "production",
            to: required(previous, "the previous version"),
            status: "passed",
            durationMs: clock.now() - startedAt,
        });
        return enter(driver, "smoke_test_verification", "traffic is back");
    },
    async smoke_test_verification(context, { target, previous }) {
        const { url } = await target.observe();
        const result = await smokeFact(context, "production", "rollback", { url, headers: {} });
        if (result.status === "passed")
            return enter(context.driver, "health_monitoring", "smoke tests passed");
        return escalate(context, `Smoke tests failed after the rollback: ${result.failedTests.join(", ")}`, previous);
    },
    async health_monitoring(context, rollout) {
        const { driver, clock, config } = context;
        const startedAt = clock.now();
        const verdict = await watchAt(rollout, { point: "rollback", forMs: config.rollback.watch });
        const seen = driver.record.watches.findLast(({ point }) => point === "rollback");
        if (verdict !== undefined && verdict.trigger !== "not-proved") {
            return escalate(context, `Health did not return after the rollback: ${verdict.reason}`, rollout.previous);
        }
        driver.observe({
            type: "health-validated",
            ...(seen?.errorRatio === undefined ? {} : { errorRatio: seen.errorRatio }),
            healthChecks: seen?.healthChecks ?? "failing",
            stabilizationDurationMs: clock.now() - startedAt,
        });
        return enter(driver, "rollback_completed", "health is stable");
    },
};
function enter(driver, to, reason) {
    driver.decide({ type: "rollback-moved", to, reason });
}
async function escalate({ driver, target, say }, reason, version) {
    const platform = await target("production");
    const manualSteps = version === undefined ? [] : platform.manual(version);
    say(`ESCALATION: ${reason}`);
    driver.decide({ type: "escalated", reason, manualSteps: [...manualSteps] });
    enter(driver, "escalation", reason);
}

;// CONCATENATED MODULE: ./build/packages/stages/staging.js



/** The rehearsal: the tagged commit goes to staging, is smoke-tested and watched; a bad one leaves staging as it was. */
async function staging(context) {
    const { driver } = context;
    await driver.takeEnvironment("staging");
    const rollout = await beginRollout(context, "staging");
    const verdict = await staging_verify(rollout);
    if (verdict !== undefined)
        return putBack(rollout, verdict);
    driver.giveBackEnvironment("staging");
    return moveTo(driver, "production", "staging verified");
}
async function staging_verify(rollout) {
    const { settings, vigil } = rollout;
    try {
        return (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "staging", forMs: settings.watch }));
    }
    finally {
        await vigil.end();
    }
}
/** Staging is as it was before, and that is verified, before the release is called failed. */
async function putBack({ context, previous }, verdict) {
    await restoreStaging(context);
    return failRelease(context.driver, {
        failureReason: verdict.reason,
        actionableFixSuggestions: [
            ...verdict.evidence,
            previous === undefined
                ? "Staging had no earlier version to go back to."
                : `Staging serves ${previous} again; the tag stays.`,
            "Fix forward and release the next version. Example: --version=patch",
        ],
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/stopped.js




/** What taking a split back may last: a runner ends a cancelled step after 7.5 s, and the leases are to be given back too. */
const takeBackMs = 3_000;
/**
 * What is done when the process was told to stop. Traffic that is split goes back, since nobody would watch it: the
 * verdict is recorded, one call is made, and whoever goes on proves and ends the rollback. All else stays as it is, to
 * be continued. Returns the fault that says where the release stands.
 */
async function stopped(context, thrown) {
    const { driver, clock, signal } = context;
    const enough = new AbortController();
    const late = clock.sleep(takeBackMs, enough.signal).catch(() => undefined);
    const lateness = new AbortController();
    void late.then(() => lateness.abort(signal.reason));
    // A failure here is no news to anybody: the record says what was begun, and the next driver begins there.
    const takenBack = takeBack({ ...context, signal: lateness.signal }, why(signal)).catch((failed) => context.say(`traffic was not taken back: ${(0,faults/* asFault */.Ps)(failed).message}`));
    await Promise.race([takenBack, late]);
    enough.abort();
    const { id, record } = driver;
    const share = record.deployments.get("production")?.percent;
    const where = share === undefined ? record.state : `${record.state}, ${share} % of production on ${record.plan.tag}`;
    return new faults/* ReleaseFault */.eB("remote", `${why(signal)}: ${id} stays in ${where}. Nothing is lost`, {
        hint: `Continue with: release resume ${id}`,
        cause: thrown,
    });
}
function why({ reason }) {
    return reason instanceof Error ? reason.message : "Stopped";
}
async function takeBack(context, reason) {
    const { driver } = context;
    const previous = driver.record.deployments.get("production")?.previous;
    if (previous === undefined || !(await isSplit(context)))
        return;
    try {
        if (driver.record.verdict === undefined)
            driver.decide({ type: "verdict", trigger: "manual", reason: `${reason} while traffic was split`, evidence: [] });
        if (driver.record.state !== "rolled_back")
            moveTo(driver, "rolled_back", reason);
        await revertTraffic(context, await context.target("production"), previous);
        await driver.flush();
    }
    catch (thrown) {
        // A request of a person came first and voided the decision; none of them makes a split that is left alone right.
        if (thrown instanceof NewsError)
            return takeBack(context, reason);
        throw thrown;
    }
}
/** By what the platform says: a shift that was begun may have happened. */
async function isSplit({ driver, target }) {
    const { state, touched, plan } = driver.record;
    const goesOn = state === "production" || state === "production_canary" || state === "rolled_back";
    if (!goesOn || !touched.has("production"))
        return false;
    const { revisions } = await (await target("production")).observe();
    const percent = revisions.find(({ version }) => version === plan.tag)?.percent ?? 0;
    return percent > 0 && percent < 100;
}

;// CONCATENATED MODULE: ./build/packages/stages/drive.js















/** One stage a state: each reads the record, makes the world agree with it, and adds facts. */
const stages = {
    initiated: initiated,
    quality_gates: qualityGates,
    quality_gates_fast: qualityGates,
    review: review,
    staging: staging,
    production: production,
    production_canary: production,
    completed: completed,
    failed: failed_failed,
    rolled_back: rolledBack,
};
/**
 * Moves a release as far as it goes now: to its end, or until it waits for somebody. May be called again after any death.
 * A process that has only some states to do ends with `left` as soon as the release has recorded a move to another
 * one. Leases are given back when the driver is closed; an environment that was touched stays with the release.
 */
async function driveWithin(context, within) {
    const { driver } = context;
    if (!within.includes(driver.record.state))
        return "left";
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    for (;;) {
        const end = await once(context);
        if (end === "suspended")
            return "suspended";
        if (end === "settled")
            return settledState(context);
        if (!within.includes(driver.record.state) && (await hasLeft(context, within)))
            return "left";
    }
}
/** A move counts once it is recorded: a request that came first drops it, and then the state is still ours. */
async function hasLeft(context, within) {
    const { driver } = context;
    try {
        await driver.flush();
    }
    catch (thrown) {
        if (thrown instanceof NewsError)
            return false;
        throw thrown instanceof LostLeaseError ? succeeded(context.driver.id, thrown) : thrown;
    }
    return !within.includes(driver.record.state);
}
/** News and the loss of the lease may come with every append, with those too that end or suspend the release. */
async function once(context) {
    try {
        return await stageOnce(context);
    }
    catch (thrown) {
        // The record has changed under us: what was decided on the old one is void, so look and decide again.
        if (thrown instanceof NewsError)
            return "moved";
        if (thrown instanceof LostLeaseError)
            throw succeeded(context.driver.id, thrown);
        throw thrown;
    }
}
async function stageOnce(context) {
    const { driver } = context;
    try {
        if ((0,machine/* isSettled */.Is)(driver.record))
            return "settled";
        context.signal.throwIfAborted();
        if ((await obeyRequests(context)) === "suspended")
            return "suspended";
        return await withinTime(context, stages[driver.record.state]);
    }
    catch (thrown) {
        if (thrown instanceof NewsError || thrown instanceof LostLeaseError)
            throw thrown;
        if (thrown instanceof EnvironmentBusyError)
            return waitForEnvironment(context, thrown);
        return settleFault(context, (0,faults/* asFault */.Ps)(thrown));
    }
}
/** This process was silent for so long that another one took over: it is over here, and not for the release. */
function succeeded(id, cause) {
    return new DrivenElsewhereError("policy", `Another process drives ${id} now: this one stopped and changed nothing more`, {
        hint: `See how it goes on: release status ${id}`,
        cause,
    });
}
/** States whose work must end in time; waits for people and the duties after an end have other bounds. */
const timed = [
    "initiated",
    "quality_gates",
    "quality_gates_fast",
    "staging",
    "production",
    "production_canary",
];
/** Runs a stage under the time-out of its state, counted from when this driver took it up. */
async function withinTime(context, stage) {
    const { driver, clock, signal } = context;
    const { state, visits } = driver.record;
    const { timeoutMs } = machine/* timing */.N9[state];
    if (timeoutMs === undefined || !timed.includes(state))
        return stage(context);
    const since = driver.facts.findLast(({ type }) => type === "resumed" || type === "moved" || type === "lease-taken")?.at ??
        visits.at(-1)?.since;
    const leftMs = timeoutMs - (clock.now() - Date.parse(since ?? driver.record.openedAt));
    const over = new AbortController();
    const late = new faults/* ReleaseFault */.eB("policy", `${state} took longer than ${(0,report/* duration */.p0)(timeoutMs)}`, {
        hint: `See where the time went: release report ${driver.id}`,
    });
    const ended = new AbortController();
    void clock.sleep(Math.max(0, leftMs), ended.signal).then(() => over.abort(late), () => undefined);
    try {
        return await stage({ ...context, signal: AbortSignal.any([signal, over.signal]) });
    }
    catch (thrown) {
        if (over.signal.aborted && !(thrown instanceof NewsError))
            throw late;
        throw thrown;
    }
    finally {
        ended.abort();
    }
}
async function waitForEnvironment({ driver }, busy) {
    const first = busy.orphaned ? `release resume ${busy.release}` : resumeCommand(driver.record);
    await driver.suspend({ waitsFor: "environment", reason: `${busy.message}.`, command: first });
    return "suspended";
}
/** A fault before production ends the release or suspends it; in production it is a reason to go back. */
async function settleFault(context, fault) {
    const { driver, signal } = context;
    const { record } = driver;
    if (signal.aborted)
        throw await stopped(context, fault);
    if (fault.code === "bug") {
        // A process that was stopped for long finds its connections dead; what matters then is that it was succeeded.
        await driver.poll().catch((thrown) => {
            if (thrown instanceof LostLeaseError)
                throw thrown;
        });
        throw fault;
    }
    if (record.state === "production" || record.state === "production_canary") {
        if (record.verdict !== undefined)
            return moveTo(driver, "rolled_back", record.verdict.reason);
        if (!record.touched.has("production"))
            return waitForService(context, fault);
        const trigger = fault.code === "policy" ? "deployment-timeout" : "deployment-failure";
        driver.decide({ type: "verdict", trigger, reason: fault.message, evidence: [fault.hint] });
        return moveTo(driver, "rolled_back", fault.message);
    }
    if (fault.code === "remote")
        return waitForService(context, fault);
    if (record.state === "completed" || record.state === "failed" || record.state === "rolled_back")
        throw fault;
    return failRelease(driver, { failureReason: fault.message, actionableFixSuggestions: [fault.hint] });
}
async function waitForService({ driver }, fault) {
    const reason = `${fault.message}. ${fault.hint}`;
    await driver.suspend({ waitsFor: "service", reason, command: resumeCommand(driver.record) });
    return "suspended";
}
function settledState({ driver }) {
    const outcome = driver.record.settled?.outcome;
    if (outcome === undefined)
        throw new Error(`${driver.id} ended without an outcome`);
    return outcome;
}

;// CONCATENATED MODULE: ./build/packages/stages/known-release.js

/** A release by its id, with or without the `v`. */
async function readOrThrow({ journal }, id) {
    const stored = await journal.read(id.startsWith("v") ? id : `v${id}`);
    if (stored !== undefined)
        return stored;
    const known = [...(await journal.live()), ...(await journal.archived())].map((release) => release.id);
    throw new faults/* ReleaseFault */.eB("input", `There is no release ${id}`, {
        hint: known.length === 0
            ? "No release was started yet. Example: release start --version=auto"
            : `Known: ${known.slice(-8).join(", ")}`,
    });
}
/**
 * The release that a run of the code host opened, by its record; `undefined` when it opened none, or none that goes on.
 * For the job after one that died before it could name its release.
 */
async function openedByRun({ journal }, runId) {
    return (await journal.live()).find(({ facts }) => facts[0]?.run.id === runId)?.id;
}

;// CONCATENATED MODULE: ./build/packages/stages/publication.js


/** How an archived release ended. Nothing is left to drive, but a death may have come between the archive and the target branch. */
async function finishPublication(workplace, { id, record }) {
    const end = record.settled?.outcome;
    if (end === undefined)
        throw new Error(`${id} is archived without an end`);
    if (end !== "failed")
        await publication_publish(workplace, id, record.plan);
    return end;
}
/** Whether nothing is left to do for an archived release. Changes nothing. */
async function isPublished(workplace, { id, record }) {
    if (record.settled?.outcome === "failed")
        return true;
    const { config } = await configAt(workplace.git, record.plan.baseSha);
    return (config.journal.store === "directory" || arePublished(await portsOf(workplace, config, id), record.plan.targetBranch));
}
/** Brings the records of the archive to the target branch, and says where they are. */
async function publication_publish(workplace, id, plan) {
    const { config } = await configAt(workplace.git, plan.baseSha);
    if (config.journal.store === "directory")
        return;
    const where = await publishRecords(await portsOf(workplace, config, id), plan.targetBranch);
    if (where !== undefined)
        workplace.surroundings.say(`records: ${where}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/woken.js
/** The event by which our own jobs start a run that goes on with a release. */
const wakeEvent = "release-command";
/**
 * Whether this run was started by that event. It carries an id and no authority: whoever sent it has none here either, so
 * nothing is asked of them, and nothing but the record says whether the release goes on.
 */
function isWoken({ surroundings: { env } }) {
    return env["GITHUB_ACTIONS"] === "true" && env["GITHUB_EVENT_NAME"] === "repository_dispatch";
}
/** Why a woken run must leave a release alone: a person holds it, and no person has asked for anything since. */
function heldBack(workplace, { id, record }) {
    const { suspended } = record;
    if (!isWoken(workplace) || suspended === undefined || hasWish(record))
        return undefined;
    if (suspended.waitsFor !== "decision" && suspended.waitsFor !== "changelog")
        return undefined;
    return `${id} waits for a decision (${suspended.reason}): only people go on with it`;
}
/** Whether somebody asked for something that a driver would act on. */
function hasWish({ requests }) {
    return requests.some(({ kind }) => kind !== "hold");
}

;// CONCATENATED MODULE: ./build/packages/stages/driving.js








/**
 * Reads a release as a fresh runner has to: everything that other machines pushed is here afterwards. A woken run has no
 * author, so nobody is asked for a role: it does what somebody with the role began.
 */
async function loadRelease(workplace, id, deed) {
    const stored = await readOrThrow(workplace, id);
    if (!isWoken(workplace))
        await authorise(workplace, wishFor(workplace, stored, deed));
    await fetchAll(workplace.git);
    return stored;
}
function wishFor(workplace, stored, deed) {
    const wish = goingOn(stored, workplace);
    return deed === undefined ? wish : { ...wish, deeds: [deed, ...wish.deeds] };
}
/** Takes the lease of a release, drives it inside these states, and gives the lease back whatever happened. */
async function driveJob(workplace, { id }, { within, prepare }) {
    const driver = await workplace.journal.drive(id, { onWait: waitingFor(workplace) });
    return useDriver(workplace, driver, { within, ...(prepare === undefined ? {} : { prepare }) });
}
/** The same for a driver that is there already. */
async function useDriver(workplace, driver, { within, prepare }) {
    const known = driver.facts.length;
    try {
        const { plan } = driver.record;
        const { config } = await configAt(workplace.git, plan.baseSha);
        const context = { ...(await portsOf(workplace, config, driver.id)), driver };
        const begun = prepare === undefined ? "ready" : await prepared(context, prepare);
        const end = begun === "suspended" ? begun : await driveWithin(context, within);
        if (end === "completed" || end === "rolled_back")
            await publication_publish(workplace, driver.id, plan);
        return { id: driver.id, end, record: driver.record, told: driver.facts.slice(known) };
    }
    finally {
        await driver.close();
    }
}
/** Says once for whom and how long a successor waits; it is asked about again and again. */
function waitingFor({ surroundings }) {
    let told;
    return (ms, holder) => {
        if (told === holder)
            return;
        told = holder;
        surroundings.say(`waiting up to ${Math.ceil(ms / 1000)} s until the last driver (${holder}) is surely gone`);
    };
}
/** A request that arrives drops decisions: then the record is looked at again, and they are made anew. */
async function prepared(context, prepare) {
    for (;;) {
        try {
            return await prepare(context);
        }
        catch (thrown) {
            if (thrown instanceof LostLeaseError)
                throw succeeded(context.driver.id, thrown);
            if (!(thrown instanceof NewsError))
                throw thrown;
        }
    }
}
/** Whether nothing is left of a release but its archive. */
function isOver({ live, record }) {
    return !live || (0,machine/* isSettled */.Is)(record);
}

;// CONCATENATED MODULE: ./build/packages/stages/adopt.js

/** Throws an `input` fault where there is nothing that could be adopted. */
function refuseAdoption({ type, adopt }) {
    if (adopt !== true || type === "hotfix")
        return;
    throw new faults/* ReleaseFault */.eB("input", "Only the branch of a hotfix can be adopted", {
        hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --adopt",
    });
}
/**
 * The head of the branch that a hotfix takes over (decision 29). It must descend from the base tag: else what customers
 * have now would not be in it. Throws a fault when it does not, or when there is nothing to take over.
 */
async function adoptedHead({ git }, { branch, tip, base, baseSha }) {
    if (tip === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `There is no branch ${branch} to adopt`, {
            hint: `Push it first, or leave --adopt out: then it is created from ${base}, and the release waits for the fix.`,
        });
    }
    if (await git.isAncestor(baseSha, tip))
        return tip;
    throw new faults/* ReleaseFault */.eB("policy", `Branch ${branch} does not descend from ${base}: it cannot be adopted`, {
        hint: `Put the fix on a branch from the tag. Example: git rebase --onto ${base} <first commit of the fix>^ ${branch}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/configured.js



const gateLines = {
    security: "security: { command: npm run scan, report: reports/security.sarif }",
    unit: "unit: { command: npm run test:unit, report: reports/unit.xml, coverage: reports/unit.lcov }",
    integration: "integration: { command: npm run test:integration, report: reports/integration.xml, coverage: reports/integration.lcov }",
    e2e: "e2e: { command: npm run test:e2e, report: reports/e2e.json }",
};
const smokeLines = [
    "api: [{ name: health, path: /health }]",
    "database: { none: it stores nothing }",
    "external: { none: it asks nobody }",
    "auth: { none: there are no accounts }",
    "paths: { none: it has one page }",
];
/**
 * Everything without which a release of these gates could only fail, as one fault with lines to copy; `undefined` when
 * nothing is missing. Said before anything is made: an attempt that cannot pass leaves a branch and a record behind.
 */
async function missingConfiguration(workplace, { config, gates, environments }) {
    const missing = [...configured_missingGates(config, gates), ...(await missingTargets(workplace, { config, environments }))];
    if (missing.length === 0)
        return undefined;
    const names = missing.map(({ key }) => key).join(", ");
    return new faults/* ReleaseFault */.eB("config", `${defaultConfigPath} does not say what this release needs: ${names}`, {
        hint: `Add, with commands of your own:\n${snippet(missing)}`,
    });
}
function configured_missingGates({ gates, smoke, environments }, wanted) {
    const commands = ["security", "unit", "integration", "e2e"]
        .filter((gate) => wanted.includes(gate) && gates[gate] === undefined)
        .map((gate) => ({ key: `gates.${gate}`, section: "gates", lines: [gateLines[gate] ?? ""] }));
    const started = wanted.includes("smoke") || wanted.includes("e2e");
    const development = {
        key: "environments.development",
        section: "environments",
        lines: ["development: { command: npm start, health: /health } # listens on PORT"],
    };
    return [
        ...commands,
        ...(smoke === undefined ? [{ key: "smoke", section: "smoke", lines: smokeLines }] : []),
        ...(started && environments.development === undefined ? [development] : []),
    ];
}
/** Where nothing is said at all; settings that are said and wrong are a fault of their own, with their places. */
async function missingTargets({ surroundings }, { config, environments }) {
    const missing = [];
    for (const environment of environments) {
        const { cwd: workDirectory, clock, signal } = surroundings;
        try {
            await openTarget(config, environment, { workDirectory, clock, signal });
        }
        catch (thrown) {
            const { settings } = config.environments[environment];
            if (!(thrown instanceof faults/* ReleaseFault */.eB) || Object.keys(settings).length > 0)
                throw thrown;
            const port = environment === "staging" ? 8081 : 8080;
            const line = `${environment}: { settings: { directory: /srv/app/${environment}, port: ${port}, command: npm start } }`;
            missing.push({ key: `environments.${environment}.settings`, section: "environments", lines: [line] });
        }
    }
    return missing;
}
function snippet(missing) {
    return ["gates", "smoke", "environments"]
        .flatMap((section) => {
        const lines = missing.filter((one) => one.section === section).flatMap((one) => one.lines);
        return lines.length === 0 ? [] : [`${section}:`, ...lines.map((line) => `  ${line}`)];
    })
        .join("\n");
}

;// CONCATENATED MODULE: ./build/packages/stages/environments.js


/** For a release that one process drives: staging and production exist. */
const bothExist = async ({ forge }) => {
    for (const name of ["staging", "production"]) {
        if (await forge.environmentExists(name))
            continue;
        throw new faults/* ReleaseFault */.eB("config", `The repository has no environment '${name}'`, {
            hint: `Create it: ${forge.webUrl}/settings/environments/new (a missing one would be made without protection).`,
        });
    }
    return [];
};
/**
 * For a release by jobs: people are waited for in the approval environment and nowhere else, for what waits in staging or
 * production waits inside a lock, and a rollback behind it.
 */
const protectedForJobs = async ({ forge }, policy, plan) => {
    const asks = policy.environments.production.approval === "required" && plan.incident?.autoApproved !== true;
    const deployed = environments_environmentsOf(plan);
    const approval = approvalEnvironment(plan);
    const names = asks ? [...deployed, approval] : deployed;
    const found = await Promise.all(names.map((name) => forge.findEnvironment(name)));
    const mistakes = names.flatMap((name, index) => name === approval ? wrongForAsking(name, found[index]) : wrongForDeploying(name, found[index]));
    if (mistakes.length > 0)
        throw wrongEnvironments(forge.webUrl, plan.targetBranch, mistakes);
    const open = found.flatMap((one) => (one?.anyBranch === true ? [one.name] : []));
    return [
        ...(asks || plan.incident?.autoApproved === true
            ? []
            : ["nobody is asked before production: environments.production.approval is none"]),
        ...(open.length === 0
            ? []
            : [`workflows of any branch may use ${open.join(", ")}: choose a branch in its settings`]),
    ];
};
function environments_environmentsOf({ releaseType }) {
    return releaseType === "hotfix" ? ["production"] : ["staging", "production"];
}
const missing = (name) => `${name} does not exist: it would be made without protection`;
function wrongForAsking(name, found) {
    if (found === undefined)
        return [missing(name)];
    return found.reviewers.length === 0 ? [`${name} has no reviewers: nobody would be asked`] : [];
}
function wrongForDeploying(name, found) {
    if (found === undefined)
        return [missing(name)];
    const { reviewers, waitMinutes, customRules } = found;
    const waits = [
        ...(reviewers.length > 0 ? [`reviewers (${reviewers.join(", ")})`] : []),
        ...(waitMinutes > 0 ? [`a wait timer of ${waitMinutes} min`] : []),
        ...(customRules.length > 0 ? [`custom rules (${customRules.join(", ")})`] : []),
    ];
    return waits.length === 0 ? [] : [`${name} has ${waits.join(" and ")}: a rollback would wait for that too`];
}
function wrongEnvironments(webUrl, branch, mistakes) {
    const wrong = mistakes.join("; ");
    return new faults/* ReleaseFault */.eB("config", `The environments of this repository are not ready for a release: ${wrong}`, {
        hint: [
            `Change them: ${webUrl}/settings/environments`,
            `Reviewers belong to the approval environment only. Where the plan of the repository has none, say so in .github/release-command.yml on ${branch}:`,
            "environments:\n  production:\n    approval: none",
        ].join("\n"),
    });
}
/** An environment that a dead driver left in the middle of something is cleared first. */
async function refuseOrphans({ journal }, plan) {
    for (const environment of environments_environmentsOf(plan)) {
        const holder = await journal.environmentHolder(environment);
        if (holder?.stale !== true)
            continue;
        const held = await journal.read(holder.release);
        if (held?.live !== true || !held.record.touched.has(environment))
            continue;
        throw new faults/* ReleaseFault */.eB("policy", `${environment} belongs to release ${holder.release}, whose driver died in ${held.record.state}`, {
            hint: `Continue it first: release resume ${holder.release} (in the form: command resume, release ${holder.release})`,
        });
    }
}
/** A form can be sent from any branch; its workflow, and with it every check of ours, would be that branch's. */
async function requireDefaultBranch({ forge, surroundings }) {
    const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref } = surroundings.env;
    if (event !== "workflow_dispatch" || ref === undefined)
        return;
    const branch = await forge.defaultBranch();
    if (ref === `refs/heads/${branch}`)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `The form was sent from ${ref}, not from ${branch}`, {
        hint: `Choose "Use workflow from: ${branch}", or: gh workflow run release --ref ${branch}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/incident.js

/** The incident that was named. Throws an `input` fault for half of one, and for one of a standard release. */
function incidentOf({ type, severity, incident: id, }) {
    if (severity === undefined && id === undefined)
        return undefined;
    if (type === "hotfix" && severity !== undefined && id !== undefined)
        return { severity, id };
    const rule = type === "hotfix" ? "come together" : "belong to a hotfix";
    throw new faults/* ReleaseFault */.eB("input", `Severity and incident ${rule}`, {
        hint: "Example: --type=hotfix --severity=P0 --incident=INC-1",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-branches.js


/** Detected unless they were named (decision 5). `last` is the last released tag. Throws a fault for a branch that is not there. */
async function chooseBranches({ git, forge, local }, command, last) {
    const names = [...(await git.remoteRefs(["refs/heads/*"])).keys()].map((ref) => ref.slice("refs/heads/".length));
    const defaultBranch = await forge.defaultBranch();
    const configured = {
        ...local.config.branches,
        ...(command.from === undefined || command.type === "hotfix" ? {} : { source: command.from }),
        ...(command.to === undefined ? {} : { target: command.to }),
    };
    const develop = names.includes("develop")
        ? await describeDevelop(git, last ?? `refs/remotes/origin/${defaultBranch}`, last !== undefined)
        : undefined;
    const detected = detectBranches({
        branches: names,
        defaultBranch,
        configured,
        ...(develop === undefined ? {} : { develop }),
    });
    const asked = command.from !== undefined && command.to !== undefined ? "as asked" : detected.reason;
    if (!names.includes(detected.source)) {
        throw new faults/* ReleaseFault */.eB("input", `Source branch '${detected.source}' not found`, {
            hint: `Branches: ${names.slice(0, 8).join(", ")}. Example: --from=${defaultBranch}`,
        });
    }
    return { source: detected.source, target: detected.target, reason: asked };
}
async function describeDevelop(git, base, released) {
    const develop = "refs/remotes/origin/develop";
    let commitsAfter = 0;
    for await (const chunk of git.log(["--format=%H", `${base}..${develop}`]))
        commitsAfter += chunk.toString("utf8").split("\n").length - 1;
    return { containsLastRelease: !released || (await git.isAncestor(base, develop)), commitsAfter };
}
/** The commit that the release is made of: the tip of its source branch, or the base tag of a hotfix. */
async function resolveBase({ git }, command, source) {
    if (command.type === "standard") {
        const sha = await git.resolve(`refs/remotes/origin/${source}^{commit}`);
        if (sha !== undefined)
            return sha;
        throw new faults/* ReleaseFault */.eB("input", `Source branch '${source}' not found`, { hint: "Example: --from=develop" });
    }
    const base = command.from;
    const sha = base === undefined ? undefined : await git.resolve(`refs/tags/${base}^{commit}`);
    if (sha !== undefined)
        return sha;
    throw new faults/* ReleaseFault */.eB("input", base === undefined ? "A hotfix needs its base: the released tag that it repairs" : `Base tag '${base}' not found`, {
        hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --target=main",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-history.js



/** Every release that was ever begun here. */
async function recordsOf({ journal }) {
    const [archived, live] = [await journal.archived(), await journal.live()];
    const ids = new Set(live.map(({ id }) => id));
    return [...archived.filter(({ id }) => !ids.has(id)), ...live];
}
/**
 * Throws a `policy` fault when a tag is not where its release put it: what is deployed under that name is not what it
 * names now (decision 55). Returns what people should know.
 */
function requireTagsAsRecorded(records, tags) {
    const now = new Map(tags.map(({ name, sha }) => [name, sha]));
    const recorded = records.flatMap(({ record }) => (record.tag === undefined ? [] : [record.tag]));
    const moved = recorded.filter(({ tag, sha }) => now.has(tag) && now.get(tag) !== sha);
    const [first] = moved;
    if (first !== undefined) {
        const which = moved.map(({ tag, sha }) => `${tag} was ${sha.slice(0, 7)} and is ${now.get(tag)?.slice(0, 7) ?? "gone"}`);
        throw new faults/* ReleaseFault */.eB("policy", `Tags of releases were moved: ${which.join("; ")}`, {
            hint: `Put them back. Example: git push --force origin ${first.sha}:refs/tags/${first.tag}`,
        });
    }
    const gone = recorded.filter(({ tag }) => !now.has(tag)).map(({ tag }) => tag);
    return gone.length === 0 ? [] : [`tags of earlier releases were deleted: ${gone.join(", ")}; they stay used up`];
}
/** Refuses a version that a release tagged once, whether or not the tag is still there (decision 57). */
function refuseRecorded(version, records) {
    const used = records.find(({ record }) => record.tag?.tag === `v${version}`);
    if (used === undefined)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is used up: release ${used.id} tagged it`, {
        hint: "A version is never released twice. Example: --version=patch",
    });
}
/**
 * Refuses a source that would take back what was released: it has to contain the last release that was not taken back,
 * or at least everything that this was made of (its own commit of changelog and version may be missing).
 */
async function requireLastRelease({ git }, { source, baseSha, tags, records }) {
    const back = takenBack(records);
    const tag = (0,packages_changelog/* lastReleaseTag */.co)(tags.map(({ name }) => name).filter((name) => !back.has(name)));
    if (tag === undefined || (await git.isAncestor(`refs/tags/${tag}`, baseSha)))
        return;
    const made = records.find(({ record }) => record.tag?.tag === tag && record.plan.releaseType === "standard")?.record;
    if (made !== undefined && (await git.resolve(made.plan.baseSha)) !== undefined) {
        if (await git.isAncestor(made.plan.baseSha, baseSha))
            return;
    }
    throw new faults/* ReleaseFault */.eB("policy", `${source} does not contain ${tag}: a release from it would take that one back`, {
        hint: `Merge it first: git switch ${source} && git merge ${tag}`,
    });
}
/** Tags of releases that ended badly, or were rolled back later. */
function takenBack(records) {
    return new Set(records.flatMap(({ record }) => {
        if (record.plan.rollback !== undefined)
            return [record.plan.rollback.from];
        const bad = record.state === "failed" || record.state === "rolled_back";
        return bad ? [record.plan.tag] : [];
    }));
}
/** Refuses a version that is not greater than what serves production by the records (decision 57). */
function requireAboveProduction(version, records) {
    const serving = servesProduction(records);
    const live = serving?.slice(1);
    if (serving === undefined || semver.valid(live) === null || semver.gt(version, live ?? ""))
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is not greater than ${serving}, which serves production`, {
        hint: `Go back to an older line first: release rollback ${serving}   or name a higher version.`,
    });
}
/** The tag that the newest record says production was left with; `undefined` when none says it. */
function servesProduction(records) {
    // Clocks of two machines may disagree; that a rollback came after what it took back does not depend on them.
    const back = takenBack(records);
    const ends = records
        .toSorted((a, b) => Date.parse(a.record.lastAt) - Date.parse(b.record.lastAt))
        .flatMap(({ record }) => {
        if (record.state === "completed")
            return back.has(record.plan.tag) ? [] : [record.plan.tag];
        if (record.state !== "rolled_back" || record.rollback?.reverted?.status !== "passed")
            return [];
        return [record.rollback.reverted.to];
    });
    return ends.at(-1);
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-free.js



/** A version number is used up once it is tagged (decision 20). */
function refuseUsedUp(version, tags) {
    if (!tags.some(({ name }) => name === `v${version}`))
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is used up: tag v${version} exists`, {
        hint: "A version is never released twice. Example: --version=patch",
    });
}
/** Nobody released or is releasing this version. Throws a `policy` fault. */
async function requireFreeVersion({ journal, forge }, version, known) {
    refuseUsedUp(version, known.tags);
    refuseRecorded(version, known.records);
    await refuseOpen(journal, version);
    const published = await forge.findRelease(`v${version}`);
    if (published === undefined)
        return;
    const what = published.draft ? "a draft of a GitHub release" : "a GitHub release";
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is taken: ${what} of v${version} exists, ${published.url}`, {
        hint: `${published.draft ? "Delete the draft or" : "Nothing of ours made it:"} choose another version. Example: --version=patch`,
    });
}
async function refuseOpen(journal, version) {
    const live = (await journal.live()).find(({ record }) => record.plan.releaseVersion === version);
    if (live === undefined)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Release ${live.id} is open since ${live.record.openedAt}, started by ${live.record.plan.initiatedBy}`, {
        hint: `Continue it with: release resume ${live.id}   or end it with: release abort ${live.id} --reason="…"`,
    });
}
/** The branch is new, or one that this release takes over: its head is returned then. */
async function requireFreeBranch(workplace, { type, from = "the base", adopt = false, retryOf }, { releaseBranch, baseSha }) {
    const { git, journal } = workplace;
    const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
    const there = (await git.remoteRefs([`refs/heads/${releaseBranch}`])).size > 0;
    if (there && retryOf !== undefined && tip === retryOf.branchHead)
        return tip;
    const branch = { branch: releaseBranch, tip: there ? tip : undefined, base: from, baseSha };
    if (adopt)
        return adoptedHead(workplace, branch);
    if (!there)
        return undefined;
    // What a red gate of a hotfix asks for is one more commit on its branch.
    if (type === "hotfix" && retryOf !== undefined)
        return adoptedHead(workplace, branch);
    // Of two starts at one instant the later one may meet the branch first: it belongs to a release then.
    await refuseOpen(journal, releaseBranch.slice(releaseBranch.indexOf("/") + 1));
    const takeOver = type === "hotfix" ? ", take it over with its fix (--adopt)" : "";
    throw new faults/* ReleaseFault */.eB("policy", `Release branch ${releaseBranch} already exists`, {
        hint: `Delete it (git push origin --delete ${releaseBranch})${takeOver} or choose another version. Example: --version=patch`,
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-version.js

/** The version that was asked for, or a fault that says which one would do. `since` is the range after the last release. */
function chooseVersion(command, { since, bump, tags, config, }) {
    const { previousTag } = since;
    const prereleases = knownPrereleases(since, tags, config);
    const { version, warnings } = (0,packages_changelog/* resolveVersion */.x)({
        asked: command.version,
        last: previousTag?.slice(1),
        commits: bump,
        allowLower: command.allowLowerVersion === true,
        prereleases,
    });
    const before = (0,packages_changelog/* highest */.BR)(prereleases.contained);
    return { version, warnings, previousTag: version.includes("-") && before !== undefined ? `v${before}` : previousTag };
}
function knownPrereleases({ commits }, tags, { versions }) {
    const taken = (0,packages_changelog/* prereleaseVersions */.e9)(tags.map(({ name }) => name));
    const shaOf = new Map(tags.map(({ name, sha }) => [name, sha]));
    const inRange = new Set(commits.map(({ commit }) => commit.sha));
    return {
        word: versions.prerelease === false ? undefined : versions.prerelease,
        taken,
        contained: taken.filter((version) => inRange.has(shaOf.get(`v${version}`) ?? "")),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/packages/stages/reviewed-plan.js




const format = "release-plan/1";
const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "must be the full id of a commit");
const digest = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const strategy = schemas/* enum */.k5n(["blue-green", "canary", "rolling"]);
const documentSchema = schemas/* strictObject */.rej({
    format: schemas/* literal */.euz(format),
    digest,
    /** The day that the changelog below names; a release names the day of its start. */
    date: iso/* date */.p6(),
    previousSha: sha.exactOptional(),
    plan: schemas/* strictObject */.rej({
        releaseVersion: schemas/* string */.YjP(),
        releaseType: schemas/* enum */.k5n(["standard", "hotfix"]),
        baseBranch: schemas/* string */.YjP(),
        baseSha: sha,
        targetBranch: schemas/* string */.YjP(),
        releaseBranch: schemas/* string */.YjP(),
        tag: schemas/* string */.YjP(),
        previousTag: schemas/* string */.YjP().exactOptional(),
        gates: schemas/* array */.YOg(schemas/* enum */.k5n(["security", "dod", "unit", "integration", "smoke", "e2e"])),
        parallelGates: schemas/* literal */.euz(true).exactOptional(),
        steps: schemas/* array */.YOg(schemas/* number */.aig()),
        stagingStrategy: strategy,
        productionStrategy: strategy,
        configDigest: digest,
        changelogOverride: schemas/* string */.YjP().exactOptional(),
        allowsLowerVersion: schemas/* literal */.euz(true).exactOptional(),
        incident: schemas/* strictObject */.rej({ severity: schemas/* enum */.k5n(["P0", "P1"]), id: schemas/* string */.YjP(), autoApproved: schemas/* boolean */.zMY() })
            .exactOptional(),
    }),
    changelog: schemas/* string */.YjP(),
});
/** What is compared of a plan, without who made it. */
function outlookOf(plan, previousSha) {
    const { initiatedBy: _by, takesOver: _from, reviewedDigest: _reviewed, rollback: _back, ...same } = plan;
    return { plan: same, ...(previousSha === undefined ? {} : { previousSha }) };
}
/** SHA-256 (hex) of an outlook: order and spaces do not matter. */
function digestOfOutlook({ plan, previousSha }) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update((0,canonicalize/* default */.A)({ plan, previousSha }) ?? "")
        .digest("hex");
}
/** The file of a plan, for people to read and for `start --plan`. */
function planFileText(outlook, { date, changelog }) {
    const { plan, previousSha } = outlook;
    const before = previousSha === undefined ? {} : { previousSha };
    return `${JSON.stringify({ format, digest: digestOfOutlook(outlook), date, ...before, plan, changelog }, null, 2)}\n`;
}
/** Reads the file of a plan. Throws an `input` fault that names what is wrong, a later edit by hand too. */
function parsePlanFile(text, name) {
    const wrong = (what, cause) => new faults/* ReleaseFault */.eB("input", `${name} is no plan of a release: ${what}`, { hint: writeHint, cause });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (thrown) {
        throw wrong("it is not JSON", thrown);
    }
    const { data, error } = documentSchema.safeParse(value);
    if (data === undefined) {
        const problems = error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
        throw wrong(problems.slice(0, 5).join("; "));
    }
    if (digestOfOutlook(data) !== data.digest)
        throw wrong("it was changed after it was written");
    return { digest: data.digest, document: data, file: name };
}
const writeHint = "Write it with: release start --version=auto --dry-run --out=plan.json";
/** Throws a `policy` fault with every difference between what was reviewed and what a release would do now. */
function requireAsReviewed({ digest: wanted, document }, now, changelogAt) {
    const found = document === undefined ? [] : differences(document, now);
    if (document !== undefined && found.length === 0 && changelogAt(document.date) !== document.changelog)
        found.push("changelog: its text is not what these commits give");
    const actual = digestOfOutlook(now);
    if (found.length === 0 && actual !== wanted)
        found.push(`digest: ${wanted} → ${actual}`);
    if (found.length === 0)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `The plan is not what would be released now:\n${found.join("\n")}`, {
        hint: `Nothing was changed. Have the plan reviewed again. ${writeHint}`,
    });
}
function differences(reviewed, now) {
    const before = new Map(Object.entries({ ...reviewed.plan, previousSha: reviewed.previousSha }));
    const after = new Map(Object.entries({ ...now.plan, previousSha: now.previousSha }));
    const keys = [...new Set([...before.keys(), ...after.keys()])];
    return keys.flatMap((key) => {
        const [was, is] = [before.get(key), after.get(key)];
        return (0,canonicalize/* default */.A)(was) === (0,canonicalize/* default */.A)(is) ? [] : [`${key}: ${reviewed_plan_shown(was)} → ${reviewed_plan_shown(is)}`];
    });
}
function reviewed_plan_shown(value) {
    if (value === undefined)
        return "none";
    const text = typeof value === "string" ? value : ((0,canonicalize/* default */.A)(value) ?? "none");
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

;// CONCATENATED MODULE: ./build/packages/stages/plan.js

















/** Everything that can be known before anything is touched. Only reads; every mistake is a fault with an example. */
async function planRelease(workplace, command, checkEnvironments = bothExist) {
    const { git, forge, actor } = workplace;
    (0,packages_changelog/* requireVersionForm */.gw)(command.version);
    const named = incidentOf(command);
    refuseAdoption(command);
    const unclean = await lookAtClone(workplace, command.reviewed);
    if (unclean !== undefined && command.dryRun !== true)
        throw unclean;
    const authorised = command.dryRun === true ? undefined : await authorise(workplace, wishOf(command));
    await fetchAll(git);
    const tags = await git.tags("v");
    refuseUsedUp(command.version, tags);
    const records = await recordsOf(workplace);
    const history = requireTagsAsRecorded(records, tags);
    const last = (0,packages_changelog/* lastReleaseTag */.co)(tags.map(({ name }) => name));
    const branches = await chooseBranches(workplace, command, last);
    const baseSha = await resolveBase(workplace, command, branches.source);
    if ((await git.resolve(`refs/remotes/origin/${branches.target}`)) === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `Target branch '${branches.target}' not found`, { hint: "Example: --to=main" });
    }
    const loaded = await configAt(git, baseSha);
    const { config } = loaded;
    const standard = command.type === "standard";
    const since = await readRange(git, { previousTag: standard ? last : command.from, until: baseSha });
    const notesFor = (range, version, date) => notesOf(range, { version, date, repositoryUrl: forge.webUrl }, config.changelog);
    const { bump } = notesFor(since, "0.0.0", today(workplace));
    if (standard)
        requireCommits(since, branches.source);
    const { version, warnings, previousTag } = chooseVersion(command, { since, bump, tags, config });
    const range = previousTag === since.previousTag ? since : await readRange(git, { previousTag, until: baseSha });
    if (standard)
        requireCommits(range, branches.source);
    await requireFreeVersion(workplace, version, { tags, records });
    requireAboveProduction(version, records);
    if (standard)
        await requireLastRelease(workplace, { source: branches.source, baseSha, tags, records });
    const releaseBranch = `${standard ? "release" : "hotfix"}/${version}`;
    const takesOver = await requireFreeBranch(workplace, command, { releaseBranch, baseSha });
    const policy = await policyOf(git, branches.target);
    const mayPass = named !== undefined && policy.hotfix.autoApproval.includes(named.severity);
    const asks = mayPass ? await whyNot(workplace, "auto-approval") : undefined;
    const gates = gatesOf(command, loaded);
    const lacks = await missingConfiguration(workplace, { config, gates, environments: plan_environmentsOf(command) });
    if (lacks !== undefined && command.dryRun !== true)
        throw lacks;
    const plan = {
        releaseVersion: version,
        releaseType: command.type,
        baseBranch: standard ? branches.source : (command.from ?? branches.source),
        baseSha,
        targetBranch: branches.target,
        releaseBranch,
        tag: `v${version}`,
        ...(previousTag === undefined ? {} : { previousTag }),
        gates,
        ...(config.gates.parallel ? { parallelGates: true } : {}),
        steps: standard ? config.environments.production.steps : config.hotfix.steps,
        stagingStrategy: config.environments.staging.strategy,
        productionStrategy: standard ? config.environments.production.strategy : "canary",
        initiatedBy: actor,
        configDigest: loaded.digest,
        ...(takesOver === undefined ? {} : { takesOver }),
        ...(command.changelogOverride === undefined ? {} : { changelogOverride: command.changelogOverride }),
        ...(command.allowLowerVersion === true ? { allowsLowerVersion: true } : {}),
        ...confirmation(command, actor, authorised),
        ...(named === undefined ? {} : { incident: { ...named, autoApproved: mayPass && asks === undefined } }),
    };
    const outlook = outlookOf(plan, tags.find(({ name }) => name === previousTag)?.sha);
    const textAt = (date) => notesFor(range, version, date).markdown;
    if (command.reviewed !== undefined)
        requireAsReviewed(command.reviewed, outlook, textAt);
    const { hints, refusals } = await askEnvironments(workplace.surroundings, command, () => checkEnvironments(workplace, policy, plan));
    return {
        plan: command.reviewed === undefined ? plan : { ...plan, reviewedDigest: command.reviewed.digest },
        loaded,
        changelog: notesFor(range, version, today(workplace)),
        outlook,
        notes: [
            `branches: ${branches.source} → ${branches.target} (${branches.reason})`,
            ...(command.reviewed === undefined ? [] : [`as reviewed: plan sha256:${command.reviewed.digest}`]),
            ...warnings,
            ...history,
            ...hints,
            ...(asks === undefined ? [] : [`people are asked before production: ${asks}`]),
            ...[unclean, lacks, ...refusals].flatMap((fault) => fault === undefined ? [] : [`it would be refused: ${fault.message}`, fault.hint]),
            `repository: ${forge.repository}`,
        ],
    };
}
/** The day, by the clock of the workplace. */
function today({ surroundings }) {
    return new Date(surroundings.clock.now()).toISOString().slice(0, 10);
}
function requireCommits({ commits, previousTag }, source) {
    if (commits.length > 0)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `${source} has nothing to release: no commit after ${previousTag ?? "the beginning"}`, {
        hint: "Merge something first, or name another source. Example: --from=develop",
    });
}
/** A look from a fork, or with a token that may not see environments, shows the plan all the same. */
async function askEnvironments({ signal }, { dryRun }, check) {
    try {
        return { hints: await check(), refusals: [] };
    }
    catch (thrown) {
        const isKnown = thrown instanceof faults/* ReleaseFault */.eB && (thrown.code === "config" || thrown.code === "permission");
        if (dryRun !== true || !isKnown || signal.aborted)
            throw thrown;
        return { hints: [], refusals: [thrown] };
    }
}
/** A retry is confirmed by those who know what failed (decision 30). */
function wishOf({ retryOf }) {
    return retryOf === undefined ? { deeds: ["start"] } : { deeds: [(0,machine/* retryAfter */.P9)(retryOf.gate)], release: retryOf.release };
}
function confirmation({ retryOf }, actor, role) {
    if (retryOf === undefined || role === undefined)
        return {};
    const { release, gate } = retryOf;
    return { retry: { release, ...(gate === undefined ? {} : { gate }), confirmedBy: actor, confirmedAs: role } };
}
const plan_allGates = ["security", "dod", "unit", "integration", "smoke", "e2e"];
function gatesOf(command, { config }) {
    const wanted = command.type === "hotfix" ? config.hotfix.gates : plan_allGates;
    return plan_allGates.filter((gate) => wanted.includes(gate));
}
/** A hotfix does not see staging. */
function plan_environmentsOf({ type }) {
    return type === "hotfix" ? ["production"] : ["staging", "production"];
}
/** Throws for a clone that no plan can be made of; returns why a release from it would be refused. */
async function lookAtClone({ git, surroundings }, reviewed) {
    const { dirty: changed, shallow } = await git.status();
    if (shallow) {
        throw new faults/* ReleaseFault */.eB("input", "This clone is shallow: the history that the changelog needs is missing", {
            hint: "Run: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)",
        });
    }
    // A plan that lies in the clone is no part of what it releases.
    const own = reviewed?.file === undefined ? undefined : external_node_path_.resolve(surroundings.cwd, reviewed.file);
    const dirty = changed.filter((file) => external_node_path_.resolve(surroundings.cwd, file) !== own);
    if (dirty.length === 0)
        return undefined;
    return new faults/* ReleaseFault */.eB("input", `The work tree has changes that no commit holds: ${dirty.slice(0, 5).join(", ")}${dirty.length > 5 ? ", …" : ""}`, {
        hint: "A release is made of commits. Commit or stash them. Example: git stash",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/start-command.js



/** The one way from what was said to what is started. Throws an `input` fault for what cannot be meant together. */
async function startOf(words, readNamed) {
    const given = withoutBlanks(words);
    const { changelog, plan, dryRun, ...rest } = given;
    incidentOf(rest);
    const run = dryRun === true ? { dryRun } : {};
    const digest = /^sha256:(?<hex>[0-9a-f]{64})$/.exec(plan ?? "")?.groups?.["hex"];
    if (plan !== undefined && digest === undefined) {
        const reviewed = parsePlanFile(await readNamed(plan, "plan"), plan);
        if (reviewed.document === undefined)
            throw new Error("a plan's file has its text");
        return { ...asPlanned(given, reviewed.document), ...run, reviewed };
    }
    const override = changelog === undefined ? {} : { changelogOverride: await readNamed(changelog, "changelog") };
    return { ...rest, ...override, ...run, ...(digest === undefined ? {} : { reviewed: { digest } }) };
}
/** A form sends every field: what was left empty was not said. */
function withoutBlanks({ type, version, allowLowerVersion, adopt, dryRun, severity, ...texts }) {
    const said = Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => {
        const value = text?.trim();
        return value === undefined || value === "" ? [] : [[name, value]];
    }));
    return {
        type,
        version,
        ...said,
        ...(severity === undefined || severity === "none" ? {} : { severity }),
        ...(allowLowerVersion === true ? { allowLowerVersion } : {}),
        ...(adopt === true ? { adopt } : {}),
        ...(dryRun === true ? { dryRun } : {}),
    };
}
/** The plan says it all; what else was said must be what it says, or what a form says when nothing was typed. */
function asPlanned(given, { plan }) {
    const { severity, id } = plan.incident ?? {};
    const planned = {
        type: plan.releaseType,
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        severity,
        incident: id,
    };
    const untyped = { type: "standard", version: "auto" };
    const contrary = Object.entries(planned).find(([name, value]) => {
        const said = Reflect.get(given, name);
        return said !== undefined && said !== value && said !== Reflect.get(untyped, name);
    });
    if (contrary !== undefined || given.changelog !== undefined) {
        const [name, value] = contrary ?? ["changelog", "part of the plan"];
        throw new faults/* ReleaseFault */.eB("input", `The plan says its own ${name}: ${value ?? "none"}`, {
            hint: `Leave ${name} out. Example: release start --plan=${given.plan ?? "plan.json"}`,
        });
    }
    return { ...sameAgain(plan), ...(given.adopt === true ? { adopt: true } : {}) };
}
/** What was asked for when this was planned. */
function sameAgain(plan) {
    return {
        type: plan.releaseType === "hotfix" ? "hotfix" : "standard",
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        ...(plan.changelogOverride === undefined ? {} : { changelogOverride: plan.changelogOverride }),
        ...(plan.incident === undefined ? {} : { severity: plan.incident.severity, incident: plan.incident.id }),
        ...(plan.allowsLowerVersion === true ? { allowLowerVersion: true } : {}),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/retry.js




/** Plans another attempt at a version that failed before its tag existed. Only reads; any other release is refused. */
async function planRetry(workplace, id) {
    const before = await readOrThrow(workplace, id);
    const attempts = (await workplace.journal.archived()).filter(({ record }) => record.plan.tag === before.record.plan.tag);
    const newest = attempts.toSorted((a, b) => a.record.attempt - b.record.attempt).at(-1) ?? before;
    if (newest.record.state !== "failed" || newest.record.tag !== undefined) {
        throw new faults/* ReleaseFault */.eB("policy", `Release ${newest.id} is ${newest.record.state}${newest.record.tag === undefined ? "" : " and tagged"}: only a release that failed before its tag can be retried`, {
            hint: "A tagged version is used up. Example: release start --version=patch",
        });
    }
    const { plan } = newest.record;
    const planned = await planRelease(workplace, {
        ...sameAgain(plan),
        retryOf: { release: newest.id, gate: newest.record.failure?.failedGate, branchHead: newest.record.branchHead },
    });
    const attempt = newest.record.attempt + 1;
    return { id: `${plan.tag}_${attempt}`, attempt, planned };
}

;// CONCATENATED MODULE: ./build/packages/stages/commands.js









/** Starts a release and drives it as far as it goes. */
async function commands_startRelease(workplace, command, onDriver) {
    const planned = await planRelease(workplace, command);
    for (const note of planned.notes)
        workplace.surroundings.say(note);
    return commands_open(workplace, planned, planned.plan.tag, 1, onDriver);
}
/** A new attempt at a version that failed before its tag existed (decision 30): own record, same number, every gate again. */
async function retryRelease(workplace, id, onDriver) {
    const { id: next, attempt, planned } = await planRetry(workplace, id);
    return commands_open(workplace, planned, next, attempt, onDriver);
}
/** Continues a release from its record, whoever drove it before; finishes what a death left. */
async function resumeRelease(workplace, id, onDriver) {
    const stored = await readOrThrow(workplace, id);
    await authorise(workplace, goingOn(stored, workplace));
    return goOn(workplace, stored, onDriver);
}
async function goOn(workplace, stored, onDriver) {
    // Another machine may have done all so far: its commits are what goes on here.
    await fetchAll(workplace.git);
    if (!stored.live)
        return { id: stored.id, end: await finishPublication(workplace, stored) };
    const driver = await workplace.journal.drive(stored.id, {
        onWait: waitingFor(workplace),
    });
    return go(workplace, driver, onDriver);
}
/** Brings back what served before a completed release: a record of its own (decision 33). A release in flight gets a request instead. */
async function rollBackRelease(workplace, wanted, onDriver) {
    await authorise(workplace, { deeds: ["rollback"], release: wanted.from });
    const bad = await readOrThrow(workplace, wanted.from);
    if (bad.live && !(0,machine/* isTerminal */.Hd)(bad.record.state)) {
        await askFor(workplace, bad.id, { kind: "rollback", id: wanted.requestId, reason: wanted.reason });
        return "requested";
    }
    if (bad.live)
        return goOn(workplace, bad, onDriver);
    await fetchAll(workplace.git);
    const to = wanted.to ?? bad.record.deployments.get("production")?.previous;
    if (to === undefined || bad.record.state !== "completed") {
        throw new faults/* ReleaseFault */.eB("policy", to === undefined
            ? "Cannot rollback, no previous version is deployed"
            : `Release ${bad.id} is ${bad.record.state}: it does not serve production`, {
            hint: "Name the version to go back to. Example: release rollback v2.5.0 --to v2.4.0",
        });
    }
    const plan = await rollbackPlan(workplace, bad, to, wanted.reason);
    const id = await freeRollbackId(workplace, bad.record.plan.tag);
    const driver = await workplace.journal.start(id, plan, 1);
    return go(workplace, driver, onDriver);
}
async function rollbackPlan(workplace, bad, to, reason) {
    const { git, actor } = workplace;
    const loaded = await configAt(git, bad.record.tag?.sha ?? bad.record.plan.baseSha);
    const ports = await portsOf(workplace, loaded.config, bad.id);
    const target = await ports.target("production");
    const { revisions } = await target.check();
    if (!revisions.some(({ version }) => version === to)) {
        throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${to} not deployed`, {
            hint: `Deployed now: ${revisions.map(({ version, percent }) => `${version} (${percent} %)`).join(", ")}.`,
        });
    }
    const { reviewedDigest: _, ...planned } = bad.record.plan;
    return {
        ...planned,
        baseSha: bad.record.tag?.sha ?? bad.record.plan.baseSha,
        releaseType: "rollback",
        gates: [],
        initiatedBy: actor,
        configDigest: loaded.digest,
        rollback: { from: bad.record.plan.tag, to, reason },
    };
}
async function freeRollbackId({ journal }, tag) {
    for (let attempt = 1;; attempt += 1) {
        const id = attempt === 1 ? `${tag}-rollback` : `${tag}-rollback_${attempt}`;
        if ((await journal.read(id)) === undefined)
            return id;
    }
}
/** Leaves a request for whoever drives the release; they obey within seconds. */
async function askFor(workplace, id, request) {
    await authorise(workplace, { deeds: [request.kind], release: id });
    const stored = await readOrThrow(workplace, id);
    if (!stored.live)
        throw new faults/* ReleaseFault */.eB("policy", `Release ${id} is over: it is ${stored.record.state}`, {
            hint: `See: release report ${id}`,
        });
    await workplace.journal.request(stored.id, { ...request, by: workplace.actor });
    return stored;
}
async function commands_open(workplace, planned, id, attempt, onDriver) {
    const driver = await workplace.journal.start(id, planned.plan, attempt).catch(async (thrown) => {
        throw await beaten(workplace, id, (0,faults/* asFault */.Ps)(thrown));
    });
    return go(workplace, driver, onDriver);
}
/** Of two starts at one instant the later one is told who was first, whatever the journal could see of them just then. */
async function beaten({ journal }, id, fault) {
    const first = fault.code === "policy" ? await journal.read(id) : undefined;
    if (first?.live !== true)
        return fault;
    return new faults/* ReleaseFault */.eB("policy", `Release ${id} is open already: ${first.record.plan.initiatedBy} drives it`, {
        hint: `Continue it with: release resume ${id}   or end it with: release abort ${id} --reason="…"`,
        cause: fault,
    });
}
async function go(workplace, driver, onDriver) {
    onDriver(driver);
    const { id, end } = await useDriver(workplace, driver, { within: machine/* states */.xP });
    if (end === "left")
        throw new Error(`${id} left the table`);
    return { id, end };
}

;// CONCATENATED MODULE: ./build/packages/stages/job-end.js


/** The same for what a driver left, where there was one. */
const toldBy = ({ told }) => (told === undefined ? {} : { told });
/**
 * What the job says when another run drives the release: this one leaves it to that, so that no job after it goes on or
 * settles anything beside a driver that is alive.
 */
async function unlessElsewhere(id, job) {
    try {
        return await job();
    }
    catch (thrown) {
        if (!(thrown instanceof DrivenElsewhereError))
            throw thrown;
        return { id, outcome: "waiting", notes: [thrown.message, "this run leaves it to that one"] };
    }
}
/** Nobody is to blame: the release stays where it is, and another run goes on. */
async function interrupted({ driver }, reason) {
    if (driver.record.suspended === undefined)
        await driver.suspend({ waitsFor: "interrupted", reason, command: resumeCommand(driver.record) });
    return "suspended";
}
/** The end of a job that comes before production. */
function ended(driven, job) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    const notes = record.suspended === undefined ? [] : [`it waits: ${record.suspended.reason}`];
    if (end === "suspended" || record.state === job)
        return { id, outcome: "waiting", notes, ...told };
    if (record.state !== "failed")
        return { id, outcome: "go", notes, ...told };
    return { id, outcome: "failed", notes: [record.failure?.failureReason ?? "it failed before"], ...told };
}

;// CONCATENATED MODULE: ./build/packages/stages/deploy-job.js




/** Staging: the tagged commit is deployed, tested and watched; a bad one leaves staging as it was. */
async function deployToStaging(workplace, id) {
    const stored = await loadRelease(workplace, id);
    if (isOver(stored))
        return ended({ id: stored.id, end: "left", record: stored.record }, "staging");
    const within = tagged(stored.record.tag, "staging");
    return unlessElsewhere(stored.id, async () => ended(await driveJob(workplace, stored, { within }), "staging"));
}
/** A review that died after its tag has nothing left to do but to say so. */
function tagged(tag, ...own) {
    return tag === undefined ? own : ["review", ...own];
}
/** Production: share by share under watch. A verdict takes all traffic back here, in the process that saw it. */
async function deployToProduction(workplace, id) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    if (isOver(stored))
        return productionEnd({ id: stored.id, end: "left", record });
    const hotfix = record.plan.releaseType === "hotfix";
    const own = hotfix ? tagged(record.tag, "production_canary") : ["production"];
    let unapproved = false;
    const prepare = async (context) => {
        const end = await requireApproval(context);
        unapproved = end === "suspended";
        return end;
    };
    const end = await unlessElsewhere(stored.id, async () => productionEnd(await driveJob(workplace, stored, { within: own, prepare })));
    return unapproved ? { ...end, outcome: "untouched" } : end;
}
/** Before anything is touched: people let exactly this commit in, or the configuration asks nobody. A job that was started is no proof. */
async function requireApproval(context) {
    const { driver, git, forge } = context;
    const { record } = driver;
    if (!isUndecided(record) || asksNobody(await policyOf(git, record.plan.targetBranch), record.plan))
        return "ready";
    if ((await recordAnswer(context)) !== "open")
        return "ready";
    const environment = approvalEnvironment(record.plan);
    await driver.suspend({
        waitsFor: "decision",
        reason: `nobody approved ${driver.id} in ${environment}: see that it has reviewers (${forge.webUrl}/settings/environments)`,
        command: resumeCommand(record),
    });
    return "suspended";
}
function productionEnd(driven) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    if (record.state === "completed")
        return { id, outcome: "verified", notes: ["production verified"], ...told };
    if (end === "suspended")
        return { id, outcome: "waiting", notes: [`it waits: ${record.suspended?.reason ?? "see its record"}`], ...told };
    const reason = record.verdict?.reason ?? record.failure?.failureReason ?? `it is ${record.state}`;
    return { id, outcome: record.touched.has("production") ? "touched" : "untouched", notes: [reason], ...told };
}

;// CONCATENATED MODULE: ./build/packages/stages/standing.js





const goesOn = (reason) => ({ may: "go-on", reason });
const waits = (reason) => ({ may: "wait", reason });
const minuteMs = 60_000;
/** A service that was down is not asked again at once. */
const serviceRestMs = 10 * minuteMs;
/** Looks at one live release, at the code host and at what it waits for. Changes nothing; every branch of the remote must be here. */
async function standingOf(workplace, stored) {
    const watch = await workplace.journal.whoDrives(stored.id);
    const busy = await busyWith(workplace, stored, watch);
    if (busy !== undefined)
        return waits(busy);
    const standing = await sight(workplace, stored, watch.nowMs);
    return standing.may === "wait" ? standing : patient(stored, watch.nowMs, standing);
}
/** By whom a release is moved at this moment, in words; `undefined` when nobody will unless somebody goes on with it. */
async function drivenNow(workplace, stored) {
    return busyWith(workplace, stored, await workplace.journal.whoDrives(stored.id));
}
async function busyWith({ forge }, stored, { driver }) {
    if (driver?.stale === false)
        return `driven by ${driver.actor} in run ${driver.run.id}`;
    const run = lastRun(stored);
    // Between two jobs, in an approval and during the gates a run holds no lease; it settles what its own jobs leave.
    return (await forge.runState(run)) === "under-way" ? `run ${run} is under way` : undefined;
}
/** The run that drove it last; asking and waking is not driving. */
function lastRun({ facts, record }) {
    const fact = facts.findLast(({ type }) => type !== "requested" && type !== "woken");
    return fact?.run.id ?? record.id;
}
async function sight(workplace, stored, nowMs) {
    const { record } = stored;
    const { suspended, state } = record;
    if (hasWish(record))
        return goesOn("a request waits, and nobody drives the release");
    if (suspended !== undefined)
        return waitIsOver(workplace, record, suspended, nowMs);
    const run = lastRun(stored);
    if ((0,machine/* isTerminal */.Hd)(state))
        return goesOn(`it is ${state}, and run ${run} ended before its duties were done`);
    return goesOn(`run ${run} ended in ${state} without a word`);
}
/** Whether what a suspended release waits for is there. */
async function waitIsOver(workplace, record, { waitsFor, reason, until, at }, nowMs) {
    if (until !== undefined && nowMs >= Date.parse(until))
        return goesOn(`its wait ended at ${until}`);
    switch (waitsFor) {
        case "interrupted":
            return goesOn(reason);
        case "service":
            return nowMs - Date.parse(at) < serviceRestMs ? waits(reason) : goesOn(`tries again: ${reason}`);
        case "approval":
            return reviewIsOver(workplace, record, nowMs);
        case "fix":
            return fixIsThere(workplace, record);
        case "environment":
            return environmentIsFree(workplace, record);
        case "window":
        case "changelog":
        case "decision":
            return waits(reason);
    }
}
async function reviewIsOver({ git, forge }, record, nowMs) {
    const { pullRequest, plan } = record;
    if (pullRequest === undefined)
        return goesOn("its pull request was never opened");
    const { config } = await configAt(git, plan.baseSha);
    const state = await forge.reviewState(pullRequest.number);
    const question = { record, config, git, forge, nowMs };
    const verdict = await judgeReview(question, state, await ownershipOf(question));
    if (verdict.kind === "wait")
        return waits(verdict.reason);
    if (verdict.kind === "refused")
        return goesOn(verdict.reason);
    return goesOn(`pull request ${pullRequest.number} is ${state.state === "merged" ? "merged" : "approved"}`);
}
async function fixIsThere({ git }, { plan }) {
    const { releaseBranch, baseSha } = plan;
    const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
    if (tip === undefined)
        return waits(`${releaseBranch} is gone`);
    if (tip === baseSha)
        return waits(`${releaseBranch} has no commit beyond ${plan.baseBranch}`);
    if (await git.isAncestor(baseSha, tip))
        return goesOn(`${releaseBranch} has a commit beyond ${plan.baseBranch}`);
    return waits(`${releaseBranch} does not descend from ${plan.baseBranch}`);
}
async function environmentIsFree({ journal }, { id, state }) {
    const environment = state === "staging" ? "staging" : "production";
    const holder = await journal.environmentHolder(environment);
    if (holder === undefined || holder.release === id)
        return goesOn(`${environment} is free`);
    return waits(`${environment} belongs to ${holder.release}`);
}
/** What shows that a run came further than the one before. */
const progress = [
    "opened",
    "moved",
    "gate-finished",
    "traffic-shifted",
    "rollback-moved",
    "requested",
];
const firstPauseMs = 5 * minuteMs;
const longestPauseMs = 60 * minuteMs;
/** About two days. */
const wakesAllowed = 48;
/** After each wake that led nowhere the next one comes later, at most hourly; in the end a person has to look, unless customers are on it. */
function patient({ id, facts, record }, nowMs, standing) {
    const since = facts.findLastIndex(({ type }) => progress.includes(type));
    const wakes = facts.slice(since + 1).filter(({ type }) => type === "woken");
    const last = wakes.at(-1);
    if (last === undefined)
        return standing;
    if (wakes.length >= wakesAllowed && !record.touched.has("production"))
        return waits(`woken ${wakes.length} times and came no further: look at its runs, then: release resume ${id}`);
    const nextMs = Date.parse(last.at) + Math.min(firstPauseMs * 2 ** (wakes.length - 1), longestPauseMs);
    if (nowMs >= nextMs)
        return standing;
    return waits(`woken at ${last.at}; again after ${new Date(nextMs).toISOString()} (${standing.reason})`);
}

;// CONCATENATED MODULE: ./build/packages/stages/report-job.js










/** The duties after an end: release page, report, records. Does nothing for a release that did not end so. */
async function reportJob(workplace, { id, state }) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    if (!stored.live && record.state === state) {
        await finishPublication(workplace, stored);
        return { id: stored.id, outcome: state, notes: [] };
    }
    if (record.state === state)
        return unlessElsewhere(stored.id, () => state === "failed" ? endFailed(workplace, stored) : endCompleted(workplace, stored));
    if (state === "failed" && diedBeforeProduction(record))
        return unlessElsewhere(stored.id, () => withoutVerdict(workplace, stored));
    return { id: stored.id, outcome: "untouched", notes: [`${stored.id} is ${record.state}: nothing to do`] };
}
async function endCompleted(workplace, stored) {
    await driveJob(workplace, stored, { within: ["completed"] });
    return { id: stored.id, outcome: "completed", notes: [] };
}
/**
 * Ends a failed release. This job has no credentials for staging: what the release left there is put back by `unstage`,
 * in this run or in another one, which is woken for it. Woken twice, the second run finds nothing to do.
 */
async function endFailed(workplace, stored) {
    const { id, record, facts } = stored;
    const notes = record.failure === undefined ? [] : [record.failure.failureReason];
    const previous = owedToStaging(stored);
    if (previous === undefined) {
        await driveJob(workplace, stored, { within: ["failed"] });
        return { id, outcome: "failed", notes };
    }
    const failedIn = facts.findLast((fact) => fact.type === "moved")?.run.id;
    // A run that began with a failed release had its `unstage`: waking one after the other would never end.
    if (failedIn !== workplace.surroundings.env["GITHUB_RUN_ID"])
        throw stillInStaging(id, previous);
    await workplace.forge.sendEvent(wakeEvent, { release: id });
    return { id, outcome: "failed", notes: [...notes, `another run puts staging back on ${previous}`] };
}
function stillInStaging(id, previous) {
    return new faults/* ReleaseFault */.eB("remote", `${id} failed, and staging is not back on ${previous} yet`, {
        hint: `See why the job unstage could not put it back; then continue: release resume ${id}`,
    });
}
function diedBeforeProduction({ state, touched, verdict }) {
    return !(0,machine/* isTerminal */.Hd)(state) && !touched.has("production") && verdict === undefined;
}
/**
 * People may have refused it: that is a verdict. Else a dead runner is not a bad release: it stays where it is until another
 * run goes on, or until it died there three times.
 */
async function withoutVerdict(workplace, stored) {
    const { id, record } = stored;
    if (record.suspended !== undefined && !isUndecided(record))
        return { id, outcome: "waiting", notes: [`it waits: ${record.suspended.reason}`] };
    const reason = `a job of this run ended without a verdict while the release was in ${record.state}`;
    const driven = await driveJob(workplace, stored, {
        within: [],
        prepare: (context) => refusedOrDied(context, reason),
    });
    if (driven.record.state === "failed")
        return endFailed(workplace, await readOrThrow(workplace, id));
    return { id, outcome: "waiting", notes: [`it waits: ${driven.record.suspended?.reason ?? reason}`] };
}
async function refusedOrDied(context, reason) {
    const { record } = context.driver;
    if (isUndecided(record) && (await recordAnswer(context)) === "refused")
        return "ready";
    return record.suspended === undefined ? diedAgain(context, reason) : "ready";
}
const deathsAllowed = 2;
async function diedAgain(context, reason) {
    const { driver } = context;
    const since = driver.facts.findLastIndex(({ type }) => type === "moved");
    const deaths = driver.facts
        .slice(since + 1)
        .filter((fact) => fact.type === "suspended" && fact.waitsFor === "interrupted").length;
    if (deaths < deathsAllowed)
        return interrupted(context, reason);
    const { state } = driver.record;
    failRelease(driver, {
        failureReason: `Its jobs died in ${state} ${deaths + 1} times`,
        actionableFixSuggestions: [
            "Look at the last lines of those jobs: runners that run out of memory or time say so there.",
        ],
    });
    await driver.flush();
    return "ready";
}

;// CONCATENATED MODULE: ./build/packages/stages/evidence-schema.js

const passFail = schemas/* enum */.k5n(["passed", "failed"]);
const evidence_schema_count = schemas/* int */.Whr().min(0);
const share = schemas/* number */.aig().min(0).max(100);
const smokeCheck = schemas/* strictObject */.rej({
    category: schemas/* enum */.k5n(["api", "database", "external", "auth", "paths"]),
    name: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(["passed", "failed", "not-applicable"]),
    durationMs: schemas/* number */.aig(),
    detail: schemas/* string */.YjP().exactOptional(),
});
const evidence_schema_tests = { coverage: share, requiredCoverage: share, totalTests: evidence_schema_count, failedTests: evidence_schema_count };
const metrics = schemas/* discriminatedUnion */.gMt("gate", [
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("security"), criticalIssues: evidence_schema_count, highIssues: evidence_schema_count, otherIssues: evidence_schema_count }),
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("dod"),
        categoriesPassed: evidence_schema_count,
        categoriesFailed: evidence_schema_count,
        categories: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), status: schemas/* enum */.k5n(["passed", "failed", "provisional"]), evidence: schemas/* string */.YjP() })),
    }),
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("unit"), ...evidence_schema_tests }),
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("integration"), ...evidence_schema_tests }),
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("smoke"),
        categoriesPassed: evidence_schema_count,
        categoriesFailed: evidence_schema_count,
        checks: schemas/* array */.YOg(smokeCheck),
    }),
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("e2e"),
        journeysPassed: evidence_schema_count,
        journeysFailed: evidence_schema_count,
        journeys: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), status: passFail, durationMs: schemas/* number */.aig() })),
    }),
]);
const outcome = schemas/* strictObject */.rej({
    gate: schemas/* enum */.k5n(["security", "dod", "unit", "integration", "smoke", "e2e"]),
    status: passFail,
    sha: schemas/* string */.YjP().max(64),
    executionTimeMs: schemas/* number */.aig(),
    targetMs: schemas/* number */.aig(),
    metrics: metrics.exactOptional(),
    failures: schemas/* array */.YOg(schemas/* strictObject */.rej({
        title: schemas/* string */.YjP(),
        detail: schemas/* string */.YjP().exactOptional(),
        file: schemas/* string */.YjP().exactOptional(),
        line: schemas/* number */.aig().exactOptional(),
        suggestion: schemas/* string */.YjP(),
    })),
})
    .refine(({ gate, metrics: found }) => found === undefined || found.gate === gate, "its metrics are of another gate");
/**
 * Evidence as it may come from a machine on which code of the project ran: everything that is recorded and shown later has
 * its type here, so that whoever wrote it can break no view.
 */
const evidenceSchema = schemas/* strictObject */.rej({
    release: schemas/* string */.YjP().max(200),
    sha: schemas/* string */.YjP().max(64),
    leg: schemas/* string */.YjP().max(50),
    outcomes: schemas/* array */.YOg(outcome),
});

;// CONCATENATED MODULE: ./build/packages/stages/leg.js











/**
 * Runs those gates of one leg that are not in the record yet, in a clean checkout; the first that fails ends it, unless the
 * plan has them side by side. Writes nothing but its own work directory: neither the journal nor the code host is changed,
 * so a token that can only read is enough.
 */
async function runLeg(workplace, { id, leg }) {
    await fetchAll(workplace.git);
    const { id: release, record, facts, live } = await readOrThrow(workplace, id);
    if (!live || (record.state !== "quality_gates" && record.state !== "quality_gates_fast")) {
        throw new faults/* ReleaseFault */.eB("policy", `Release ${release} has no gates to run: it is ${record.state}`, {
            hint: `See where it stands: release status ${release}`,
        });
    }
    const missing = missingGates(record);
    const wanted = gatesOfLeg(record.plan, leg).filter((gate) => missing.includes(gate));
    const { config } = await configAt(workplace.git, record.plan.baseSha);
    const ports = await portsOf(workplace, config, release);
    const sha = required(record.gatedSha, "the commit to test");
    const outcomes = await outcomesOf(ports, { record, facts }, { sha, gates: wanted });
    const evidence = { release, sha, leg, outcomes };
    const text = evidenceText(evidence);
    const outcome = outcomes.every(({ status }) => status === "passed") ? "passed" : "failed";
    return { outcome, evidence, text, digest: leg_digestOf(text) };
}
async function outcomesOf(ports, seen, wanted) {
    const [first] = wanted.gates;
    if (first === undefined)
        return [];
    if (seen.record.plan.parallelGates === true)
        return sideBySide(ports, seen, wanted);
    const directory = external_node_path_.join(ports.workDirectory, "gates");
    const context = gateContext(ports, seen.record.plan, { sha: wanted.sha, directory });
    await ports.git.ensureWorktree(wanted.sha, directory);
    try {
        const broken = await brokenSetup(context, first);
        return broken === undefined
            ? await oneAfterAnother(ports, seen, { context, gates: wanted.gates })
            : [ports.scrub.value(broken)];
    }
    finally {
        await ports.git.removeWorktree(directory);
    }
}
async function oneAfterAnother(ports, { record, facts }, { context, gates }) {
    const outcomes = [];
    for (const gate of gates) {
        const seen = { record: { ...record, gates: withOutcomes(record, outcomes) }, facts };
        const evidence = gate === "dod" ? { evidence: await gatherEvidence(seen, ports) } : {};
        const outcome = await tellGate(ports, gate, { ...context, ...evidence });
        outcomes.push(outcome);
        if (outcome.status === "failed")
            return outcomes;
    }
    return outcomes;
}
/** The gates as the record will have them once this leg's evidence is in it. */
function withOutcomes(record, outcomes) {
    const { id: release, lastSeq: seq, lastAt: at } = record;
    const envelope = { seq, release, at, actor: "", run: { id: "", attempt: 0 }, prev: "" };
    return new Map([
        ...record.gates,
        ...outcomes.map((outcome) => [outcome.gate, { ...envelope, type: "gate-finished", ...outcome }]),
    ]);
}
/** Evidence as one canonical line of JSON: the same evidence, the same bytes. */
function evidenceText(evidence) {
    return `${required((0,canonicalize/* default */.A)(evidence), "the evidence")}\n`;
}
/** SHA-256 in hex. */
function leg_digestOf(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./build/packages/stages/verify-evidence.js





/** Evidence that does not prove what it says. Nothing of it is recorded. */
class EvidenceRefusedError extends faults/* ReleaseFault */.eB {
    name = "EvidenceRefusedError";
}
/**
 * The outcomes that were delivered, in the order of the plan: of each leg what it alone may say, unchanged since it said it.
 * When no gate failed, every missing gate is among them, in whatever legs they ran.
 */
function verifiedOutcomes(expected, delivered) {
    const found = new Map();
    for (const one of delivered) {
        for (const outcome of outcomesOfLeg(expected, one)) {
            if (found.has(outcome.gate))
                throw refused(expected, `two legs speak for gate ${outcome.gate}`);
            found.set(outcome.gate, outcome);
        }
    }
    const outcomes = expected.plan.gates.flatMap((gate) => found.get(gate) ?? []);
    const unproved = expected.missing.filter((gate) => !found.has(gate));
    if (unproved.length > 0 && outcomes.every(({ status }) => status === "passed"))
        throw refused(expected, `no leg proves ${unproved.join(", ")}`);
    return outcomes;
}
function outcomesOfLeg(expected, { leg, digest, text }) {
    if (leg_digestOf(text) !== digest.toLowerCase())
        throw refused(expected, `the evidence of leg ${leg} is not the one that its job announced`);
    const parsed = evidenceSchema.safeParse(jsonOf(text));
    if (!parsed.success)
        throw refused(expected, `leg ${leg} sent no evidence: ${errors/* prettifyError */.S1(parsed.error)}`);
    const { release, sha, leg: author, outcomes } = parsed.data;
    if (release !== expected.release || author !== leg)
        throw refused(expected, `the evidence of leg ${leg} is that of ${release}, leg ${author}`);
    const stranger = [sha, ...outcomes.map((outcome) => outcome.sha)].find((tested) => tested !== expected.sha);
    if (stranger !== undefined)
        throw refused(expected, `leg ${leg} tested ${stranger.slice(0, 7)}, and ${expected.sha.slice(0, 7)} is to be released`);
    const own = gatesOfLeg(expected.plan, leg);
    const foreign = outcomes.find(({ gate }) => !own.includes(gate));
    if (foreign !== undefined)
        throw refused(expected, `leg ${leg} speaks for gate ${foreign.gate}, which is not its own`);
    const doubtful = outcomes.find(({ status, failures }) => (status === "passed") !== (failures.length === 0));
    if (doubtful !== undefined)
        throw refused(expected, `gate ${doubtful.gate} contradicts itself`);
    return outcomes;
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function refused({ release }, reason) {
    return new EvidenceRefusedError("policy", `The evidence of the gates of ${release} is refused: ${reason}`, {
        hint: `Run the gates again, in a new run: release resume ${release}`,
    });
}
/** The payloads as facts. */
function gateFacts(outcomes) {
    return outcomes.map((outcome) => ({ type: "gate-finished", ...outcome }));
}

;// CONCATENATED MODULE: ./build/packages/stages/review-job.js






/**
 * Records what the legs proved, then the pull request: opened, approved, merged, tagged. Runs no code of the project: when
 * the merged tree was never gated, the release waits for another run. Throws `EvidenceRefusedError`, and records nothing then.
 */
async function reviewJob(workplace, command) {
    const stored = await loadRelease(workplace, command.id);
    if (isOver(stored))
        return ended({ id: stored.id, end: "left", record: stored.record }, "review");
    return unlessElsewhere(stored.id, async () => {
        const driven = await driveJob(workplace, stored, {
            within: ["review"],
            prepare: (context) => recordGates(context, command),
        });
        if (driven.record.state === "quality_gates" && driven.end === "left")
            return gateAgain(workplace, driven);
        return ended(driven, "review");
    });
}
/** The state of the gates ends with their evidence, beside what was recorded before; the first red one in their order counts. In a resumed run that begins at the review there is nothing to record. */
async function recordGates(context, { evidence, gatesResult }) {
    const { driver } = context;
    const { state, plan, gates } = driver.record;
    if (state !== "quality_gates" && state !== "quality_gates_fast")
        return "ready";
    const sha = required(driver.record.gatedSha, "the gated commit");
    const missing = missingGates(driver.record);
    const delivered = verifiedOutcomes({ release: driver.id, sha, plan, missing }, evidence);
    const unknown = delivered.filter(({ gate, status }) => missing.includes(gate) || status === "failed");
    const recorded = plan.gates.filter((gate) => !missing.includes(gate)).flatMap((gate) => gates.get(gate) ?? []);
    const red = [...recorded, ...unknown].filter(({ status }) => status === "failed");
    const [failed] = plan.gates.flatMap((gate) => red.find((outcome) => outcome.gate === gate) ?? []);
    if (failed === undefined && gatesResult !== "success")
        return interrupted(context, `the gates ended ${gatesResult}`);
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    driver.observe(...gateFacts(unknown));
    if (failed === undefined)
        moveTo(driver, "review", "all quality gates passed");
    else
        failAtGate(driver, failed);
    await driver.flush();
    return "ready";
}
async function gateAgain(workplace, driven) {
    const reason = "the merged tree was never gated: its gates run in another run";
    await driveJob(workplace, driven, {
        within: [],
        prepare: (context) => interrupted(context, reason),
    });
    return { id: driven.id, outcome: "waiting", notes: [reason] };
}

;// CONCATENATED MODULE: ./build/packages/stages/validate-job.js









/** Opens a release, or finds where a run has to go on with one. The release stands after `initiated` then, or waits. */
async function validateJob(workplace, command) {
    if (command.kind === "start")
        return begin(workplace, command.start);
    if (command.kind === "retry")
        return again(workplace, command.id);
    const stored = await loadRelease(workplace, command.id);
    await requireDefaultBranch(workplace);
    const held = heldBack(workplace, stored);
    if (held !== undefined)
        return refusedRoute(stored, held);
    if (isOver(stored)) {
        // A death may have come between the archive and the target branch: then the job of that end goes on.
        const isDone = stored.live || (await isPublished(workplace, stored));
        return isDone
            ? refusedRoute(stored, `${stored.id} is over: it is ${stored.record.state}`)
            : routeOf({ id: stored.id, record: stored.record, end: "left" });
    }
    const heard = await hear(workplace, stored);
    const notes = await ready(workplace, heard);
    return validate_job_noting(notes, routeOf(heard.record.state === "initiated" ? await driveJob(workplace, stored, { within: ["initiated"] }) : heard));
}
function refusedRoute({ id, record }, note) {
    return { ...routeOf({ id, record, end: "left" }), outcome: "refused", notes: [note] };
}
async function begin(workplace, start) {
    const { plan, notes } = await planRelease(workplace, start, protectedForJobs);
    if (start.dryRun === true)
        return dryRoute(plan, notes);
    return validate_job_open(workplace, { id: plan.tag, plan, attempt: 1, notes });
}
/** A new attempt at a version that failed: its record begins here like that of a start. */
async function again(workplace, id) {
    const { id: next, attempt, planned } = await planRetry(workplace, id);
    return validate_job_open(workplace, { id: next, plan: planned.plan, attempt, notes: planned.notes });
}
async function validate_job_open(workplace, { id, plan, attempt, notes }) {
    await requireDefaultBranch(workplace);
    await refuseOrphans(workplace, plan);
    const driver = await workplace.journal.start(id, plan, attempt);
    return validate_job_noting(notes, routeOf(await useDriver(workplace, driver, { within: ["initiated"] })));
}
/** What people said in earlier runs is recorded here, whatever became of the job that waited for it. */
async function hear(workplace, stored) {
    const { id, record, facts } = stored;
    const asIs = { id, record, end: "left" };
    if (!isUndecided(record))
        return asIs;
    const { config } = await configAt(workplace.git, record.plan.baseSha);
    const answer = await answerOf({ forge: workplace.forge, clock: workplace.surroundings.clock, config, record, facts });
    const known = answer.kind === "approved" && record.productionApproval?.runId === answer.runId;
    const waits = record.suspended !== undefined && (record.state === "production" || record.state === "production_canary");
    if ((answer.kind === "open" || known) && !waits)
        return asIs;
    return driveJob(workplace, stored, { within: [], prepare: validate_job_goOn });
}
/** The jobs before production find nothing to do there, so nobody else would note that the release goes on. */
async function validate_job_goOn(context) {
    const { driver, actor } = context;
    const said = await recordAnswer(context);
    if (said !== "refused" && driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: actor });
    await driver.flush();
    return "ready";
}
/** The environments are looked at while nothing of the release needs them yet: a rollback is never refused. */
async function ready(workplace, { record }) {
    const { state, plan } = record;
    if (!early.includes(state) && !isUndecided(record))
        return [];
    return protectedForJobs(workplace, await policyOf(workplace.git, plan.targetBranch), plan);
}
const early = ["initiated", "quality_gates", "quality_gates_fast", "review", "staging"];
const validate_job_noting = (notes, route) => ({ ...route, notes: [...notes, ...route.notes] });
function routeOf({ id, end, record }) {
    const { suspended, plan } = record;
    const waits = end === "suspended" && suspended !== undefined;
    return {
        outcome: waits ? "waiting" : "go",
        release: id,
        type: plan.releaseType,
        resumeAt: resumeAt(record),
        approval: approvalRoute(record),
        legs: legsOf(record),
        sha: shaOf(record),
        ...(plan.incident === undefined ? {} : { incident: plan.incident }),
        notes: waits ? [`it waits: ${suspended.reason}`] : [],
    };
}
/** What would happen: nothing was changed, and no job follows. */
function dryRoute(plan, notes) {
    return {
        outcome: "waiting",
        release: plan.tag,
        type: plan.releaseType,
        resumeAt: "initiated",
        approval: plan.incident?.autoApproved === true ? "auto" : "ask",
        legs: legsOf({ plan, gates: new Map() }),
        sha: plan.baseSha,
        ...(plan.incident === undefined ? {} : { incident: plan.incident }),
        notes: [
            "dry run: nothing was changed",
            ...notes,
            `gates: ${plan.gates.join(", ")}`,
            `production ${plan.productionStrategy}: ${plan.steps.join(", ")} %`,
        ],
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback-job.js










/**
 * The net under a production job that is not there any more: what it touched without an end goes back. A rollback of its
 * own that died is finished. Does nothing when the record is settled, when production was not touched, or when it was
 * verified and nobody asked it back.
 */
async function rollbackNet(workplace, id) {
    const stored = await loadRelease(workplace, id, "rollback");
    const { record } = stored;
    if (record.state === "completed")
        return unfinishedRollback(workplace, stored);
    if (isOver(stored) && !stored.live)
        await finishPublication(workplace, stored);
    if (isOver(stored))
        return { id: stored.id, outcome: record.state === "rolled_back" ? "rolled_back" : "untouched", notes: [] };
    const inProduction = record.state === "production" || record.state === "production_canary";
    if (record.state !== "rolled_back" && !(inProduction && (record.touched.has("production") || record.verdict)))
        return { id: stored.id, outcome: "untouched", notes: ["production was not touched"] };
    return unlessElsewhere(stored.id, async () => outcomeOf(await driveJob(workplace, stored, { within: ["rolled_back"], prepare: latch })));
}
/** A completed release goes back by a record of its own (decision 33): one that lost its driver is gone on with. */
async function unfinishedRollback(workplace, { id, record }) {
    const live = await workplace.journal.live();
    const rollback = live.find((one) => one.record.plan.rollback?.from === record.plan.tag);
    if (rollback === undefined)
        return { id, outcome: "verified", notes: ["production was verified"] };
    return unlessElsewhere(rollback.id, async () => outcomeOf(await driveJob(workplace, rollback, { within: ["rolled_back"] })));
}
/** The deployment ended without a verdict, so nobody watches what it left: that is one. */
async function latch(context) {
    const { driver } = context;
    const { state, verdict } = driver.record;
    if (state === "rolled_back")
        return "ready";
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    const reason = verdict?.reason ?? "The job that deployed ended without a verdict";
    if (verdict === undefined)
        driver.decide({
            type: "verdict",
            trigger: "deployment-failure",
            reason,
            evidence: [`traffic: ${shareOf(context)}`],
        });
    moveTo(driver, "rolled_back", reason);
    await driver.flush();
    return "ready";
}
function shareOf({ driver }) {
    return `${driver.record.deployments.get("production")?.percent ?? 0} % on ${driver.record.plan.tag}`;
}
function outcomeOf(driven) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    if (record.escalation !== undefined)
        return {
            id,
            outcome: "rolled_back",
            notes: [`ESCALATION: ${record.escalation.reason}`, ...record.escalation.manualSteps],
            ...told,
        };
    return { id, outcome: end === "rolled_back" ? "rolled_back" : "waiting", notes: [], ...told };
}
/**
 * A person wants the version before. A completed release gets a rollback of its own; one in flight gets a request, which
 * its driver obeys, or this process when nobody drives it.
 */
async function rollbackManual(workplace, wanted) {
    const before = await loadRelease(workplace, wanted.id, "rollback");
    requirePrevious(before, wanted.to);
    const { id: from, to, reason, requestId } = wanted;
    const end = await rollBackRelease(workplace, { from, reason, requestId, ...(to === undefined ? {} : { to }) }, () => { });
    if (end === "requested")
        return obeyed(workplace, before.id);
    return { id: end.id, outcome: end.end === "rolled_back" ? "rolled_back" : "waiting", notes: [] };
}
/** A release in flight goes back to what served before it and nowhere else. */
function requirePrevious({ id, live, record }, to) {
    const previous = record.deployments.get("production")?.previous;
    if (to === undefined || !live || (0,machine/* isTerminal */.Hd)(record.state) || to === previous)
        return;
    throw new faults/* ReleaseFault */.eB("input", `${id} is in flight: it goes back to ${previous ?? "what served before"}, not to ${to}`, {
        hint: "Leave out `to`, or wait until the release is over.",
    });
}
async function obeyed(workplace, id) {
    return unlessDriven(workplace, id, async () => {
        const within = ["production", "production_canary", "rolled_back"];
        // Whoever drove it meanwhile may have pushed what goes on here.
        await fetchAll(workplace.git);
        const driven = await driveJob(workplace, { id }, { within });
        if (driven.end === "rolled_back" || driven.end === "suspended")
            return outcomeOf(driven);
        return { id, outcome: "untouched", notes: [`it is ${driven.record.state}`] };
    });
}
/** Somebody alive who drives the release reads the request within seconds, and needs nobody beside them. */
async function unlessDriven(workplace, id, drive) {
    try {
        return await drive();
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "policy")
            throw thrown;
        const { record } = await readOrThrow(workplace, id);
        const done = record.state === "rolled_back";
        return { id, outcome: done ? "rolled_back" : "requested", notes: [thrown.message] };
    }
}
/** Puts staging back when its job died. What becomes of the release is noted by the job `failed`, which counts its deaths. */
async function rollbackStaging(workplace, id) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    const mine = record.state === "staging" || record.state === "failed";
    if (isOver(stored) || !mine || !record.touched.has("staging"))
        return { id: stored.id, outcome: "untouched", notes: ["staging is as this release found it"] };
    return unlessElsewhere(stored.id, async () => {
        await driveJob(workplace, stored, { within: [], prepare: rollback_job_putBack });
        return { id: stored.id, outcome: "rolled_back", notes: [] };
    });
}
async function rollback_job_putBack(context) {
    const { driver } = context;
    await restoreStaging(context);
    await driver.flush();
    return "ready";
}

;// CONCATENATED MODULE: ./build/packages/stages/smoke-job.js


/** The smoke tests of the checkout's configuration, once, against what serves now. Needs no code host and changes nothing. */
async function smokeNow(surroundings, place) {
    const { cwd, clock, signal, fetch } = surroundings;
    const { config } = await configHere(cwd);
    const env = definedOnly(surroundings.env);
    if ("url" in place)
        return runSmoke(config.smoke, { baseUrl: place.url, headers: {}, env, fetch, clock, signal });
    const target = await openTarget(config, place.environment, { workDirectory: cwd, clock, signal });
    const { url } = await target.observe();
    const own = { ...env, ...config.environments[place.environment].env };
    return runSmoke(config.smoke, { baseUrl: url, headers: {}, env: own, fetch, clock, signal });
}

;// CONCATENATED MODULE: ./build/packages/stages/watch-job.js




/**
 * One look at every live release, those that customers are on first. Those that may go on are woken, each by one of
 * however many look at once: the record says who was first. One that cannot be looked at keeps nobody from the others.
 */
async function watchJob(workplace, wake) {
    await fetchAll(workplace.git);
    const releases = await workplace.journal.live();
    const sightings = [];
    for (const release of releases.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a))))
        sightings.push(await lookAt(workplace, release, wake));
    return sightings;
}
function urgent({ record: { touched, restored } }) {
    return touched.has("production") && !restored.has("production");
}
async function lookAt(workplace, release, wake) {
    const { id, record } = release;
    const seen = { id, state: record.state };
    try {
        const { may, reason } = await standingOf(workplace, release);
        if (may === "wait")
            return { ...seen, did: "left", reason };
        if (wake === undefined)
            return { ...seen, did: "may-go-on", reason };
        const first = await workplace.journal.noteWake(id, { seen: record.lastSeq, reason });
        if (!first)
            return { ...seen, did: "left", reason: `somebody else goes on with it just now (${reason})` };
        await wake(release);
        return { ...seen, did: "woke", reason };
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        return { ...seen, did: "fault", reason: fault.message, fault };
    }
}
/** Wakes by the event that the caller's file listens for: the run that follows drives the release. */
function wakeByEvent({ forge }) {
    return async ({ id }) => forge.sendEvent(wakeEvent, { release: id });
}

;// CONCATENATED MODULE: ./build/packages/stages/index.js
























/***/ }),

/***/ 40197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ ensurePlatform)
/* harmony export */ });
/* unused harmony exports openLocalPlatform, stopPlatform */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71906);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92127);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39834);








const START_TIMEOUT_MS = 20_000;
const POLL_MS = 50;
/** A client of the directory's platform, which is started first when it is not running. */
async function ensurePlatform(directory, options) {
    const running = (await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findPlatform */ .rB)(directory)) ?? (await startPlatform(directory, options));
    const { port } = await running.status();
    if (options.port === 0 || options.port === port)
        return running;
    throw new _faults__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseFault */ .eB("config", `The platform in ${directory} listens on port ${port}, and the settings say ${options.port}`, {
        hint: `Write port: ${port}, or stop that platform first.`,
    });
}
async function startPlatform(directory, { port, clock, signal }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(directory, { recursive: true, mode: 0o700 });
    const logFile = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, "platform.log");
    const known = await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findAddress */ .S3)(directory);
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(logFile, "a", 0o600);
    const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [mainFile(), directory, String(port === 0 ? (known?.publicPort ?? 0) : port)], {
        cwd: directory,
        detached: true,
        stdio: ["ignore", log, log],
        env: (0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .plainEnvironment */ .U)(process.env),
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    started.unref();
    const failed = new AbortController();
    started.once("exit", (code) => code !== 0 && failed.abort()).once("error", () => failed.abort());
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    while (!failed.signal.aborted && clock.now() < deadlineMs) {
        await clock.sleep(POLL_MS, signal);
        const client = await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findPlatform */ .rB)(directory);
        if (client !== undefined)
            return client;
    }
    const lastWords = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(logFile, "utf8")).trimEnd().split("\n").slice(-12).join("\n");
    throw new _faults__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseFault */ .eB("remote", `The embedded platform in ${directory} did not start`, {
        hint: `See ${logFile}; it ends with:\n${lastWords}`,
    });
}
/** Beside this file in the sources. A bundle is one folder of many rooms: the platform has an entry of its own there. */
function mainFile() {
    const here = (0,node_url__WEBPACK_IMPORTED_MODULE_4__.fileURLToPath)(import.meta.url);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(here), here.endsWith(".ts") ? "main.ts" : "local-platform.js");
}
/** The platform of a `local` target's directory, for those who must put the world back: crash tests and the demo. */
async function openLocalPlatform(directory, options) {
    const client = await ensurePlatform(resolve(directory), options);
    return {
        snapshot: async () => (await client.status()).state,
        restore: async (snapshot) => {
            const { state } = await client.status();
            const wanted = new Set(snapshot.revisions.map(({ version }) => version));
            const warm = state.revisions
                .filter(({ version }) => !wanted.has(version))
                .map((revision) => ({ ...revision, percent: 0, parked: true }));
            await client.write({ ...snapshot, revisions: [...snapshot.revisions, ...warm] }, state.etag);
            await untilServing(client, options);
        },
    };
}
/** Waits for versions that were not warm any more. */
async function untilServing(client, { clock, signal }) {
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    for (;;) {
        const { state, live } = await client.status();
        const cold = state.revisions.find(({ version, percent }) => percent > 0 && !live.some((one) => one.version === version && one.healthy));
        if (cold === undefined)
            return;
        if (clock.now() > deadlineMs) {
            throw new ReleaseFault("remote", `${cold.version} did not come up again in ${client.directory}`, {
                hint: "A version that was removed for good cannot be restored: take the snapshot later, or deploy it again.",
            });
        }
        await clock.sleep(POLL_MS, signal);
    }
}
/** Stops the platform of a directory and every version it runs; what it knows stays on disk. Nothing runs → nothing to do. */
async function stopPlatform(directory, clock) {
    const home = resolve(directory);
    const running = await findPlatform(home);
    if (running === undefined)
        return;
    await running.stop();
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    while (await lockIsHeld(home)) {
        if (clock.now() > deadlineMs) {
            throw new ReleaseFault("remote", `The platform in ${home} does not stop`, {
                hint: `Look at ${join(home, "platform.log")}.`,
            });
        }
        await clock.sleep(POLL_MS);
    }
}
async function lockIsHeld(directory) {
    return readFile(join(directory, "platform.lock")).then(() => true, () => false);
}


/***/ })

};
