export const id = 2082;
export const ids = [2082];
export const modules = {

/***/ 41644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PV: () => (/* reexport */ appendGroups),
  LO: () => (/* reexport */ buildChangelog),
  aF: () => (/* reexport */ bumpVersionFiles),
  dx: () => (/* reexport */ changelogsOf),
  Ab: () => (/* reexport */ defaultCommitTypes),
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
  MU: () => (/* reexport */ readingOf),
  dt: () => (/* reexport */ releaseTags),
  gw: () => (/* reexport */ requireVersionForm),
  x: () => (/* reexport */ resolveVersion),
  wV: () => (/* reexport */ updateChangelogFile),
  XC: () => (/* reexport */ versionFilePaths)
});

// UNUSED EXPORTS: logFormat, parseCommit

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/packages/changelog/git-log.js

const logFormat = "%H%x00%P%x00%an%x00%ae%x00%ct%x00%B";
const fieldsPerCommit = 6;
const batchLength = 32;
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
async function* readCommits(log) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let fields = [];
    let pieces = [];
    for await (const bytes of log) {
        const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        let batch = [];
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
            if (batch.length < batchLength)
                continue;
            yield batch;
            batch = [];
        }
        if (start < text.length)
            pieces.push(text.slice(start));
        if (batch.length > 0)
            yield batch;
    }
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
        committedAt: Number(committedAt),
        message,
    };
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(22577);
;// CONCATENATED MODULE: ./build/packages/changelog/commit-types.js
const defaultCommitTypes = [
    { type: "feat", section: "Features" },
    { type: "feature", section: "Features" },
    { type: "fix", section: "Bug Fixes" },
    { type: "perf", section: "Performance Improvements" },
    { type: "revert", section: "Reverts" },
    { type: "docs", section: "Documentation", hidden: true },
    { type: "style", section: "Styles", hidden: true },
    { type: "chore", section: "Miscellaneous Chores", hidden: true },
    { type: "refactor", section: "Code Refactoring", hidden: true },
    { type: "test", section: "Tests", hidden: true },
    { type: "build", section: "Build System", hidden: true },
    { type: "ci", section: "Continuous Integration", hidden: true },
];
function typeTable(rows) {
    const sections = new Map();
    for (const { section, type } of rows)
        if (!sections.has(section))
            sections.set(section, type);
    return { rows, byType: Map.groupBy(rows, (row) => row.type), sections };
}
const defaultTable = typeTable(defaultCommitTypes);
function findType({ byType }, { type, scope }) {
    if (type === undefined)
        return undefined;
    return byType.get(type)?.find((row) => row.scope === undefined || row.scope === scope);
}

;// CONCATENATED MODULE: ./build/packages/changelog/header.js
function findHeader(line) {
    const typeEnd = endOfType(line, 0);
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
function mayBeHeader(text, from) {
    let start = from;
    while (text[start] === " " || text[start] === "\t")
        start += 1;
    const next = text[endOfType(text, start)];
    return next === ":" || next === "(" || next === "!";
}
function endOfType(text, from) {
    let at = from;
    while (at < text.length && isTypeCharacter(text.charCodeAt(at), at === from))
        at += 1;
    return at;
}
function isTypeCharacter(code, first) {
    const lower = code | 0x20;
    if (lower >= 0x61 && lower <= 0x7a)
        return true;
    return !first && ((code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d);
}
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
const listGlue = /^(?:[\s,&]|and)*$/;
const ticket = /(?<![A-Za-z0-9/_-])[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,6}(?![A-Za-z0-9-])/g;
const notTickets = new Set("UTF SHA MD ISO RFC CVE CWE GHSA GH TLS SSL HTTP HTTPS AES RSA ECMA ES IEEE ANSI PEP TC39 UCS BASE CP KOI8 LATIN".split(" "));
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
        const between = text.slice(Math.max(listEnd, start - 24), start);
        closes = closing.test(between.trimEnd()) || (closes && start - listEnd <= 24 && listGlue.test(between));
        listEnd = end;
        const repository = start === hash ? undefined : text.slice(start, hash);
        found({ kind: "issue", id: text.slice(hash + 1, end), repository, closes });
    }
}
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
function replaceTickets(text, replacement) {
    return text.replace(ticket, (id) => (isTicket(id) ? replacement(id) : id));
}
function ticketTest(keys) {
    if (keys === undefined)
        return isTicket;
    const known = new Set(keys);
    return (id) => known.has(id.slice(0, id.lastIndexOf("-")));
}
function isTicket(id) {
    return !notTickets.has(id.slice(0, id.indexOf("-")));
}
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



function parseCommit(commit, reading) {
    const { header, rest } = splitMessage(commit.message);
    const { body, footers, breakingNotes: footerNotes } = readBelow(rest);
    const breakingNotes = reading === undefined ? footerNotes : [...footerNotes, ...reading.notes(rest)];
    const { text, pullRequest: suffix } = withoutPullRequest(header);
    const reverts = findRevert(text, rest, footers);
    const merge = findMerge(commit, header, rest);
    const conventional = reading?.header(text) ?? findHeader(text);
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
function coAuthorsOf(rest) {
    if (!rest.includes("uthored-"))
        return noPeople;
    return [...rest.matchAll(coAuthor)].map(([, name = "", email = ""]) => ({ name: name.trim(), email: email.trim() }));
}
const revertedSha = /\bThis reverts commit ([0-9a-f]{7,64})/gi;
const abbreviatedSha = /\b[0-9a-f]{7,64}\b/gi;
const revertedPullRequest = /^Reverts [^\s#]*#(\d{1,10})/m;
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




function lintCommit(commit, { types = defaultCommitTypes, reading } = {}) {
    const { header, type, merge, reverts } = parseCommit(commit, reading);
    if (merge !== undefined)
        return [];
    const lines = commit.message.trimStart().split(/\r?\n/);
    const problems = [];
    if (type === undefined)
        problems.push({ line: 1, ...wrongHeader(header) });
    else if (reverts === undefined || (reading?.header(header) ?? findHeader(header)) !== undefined)
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
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/changelog/bump.js

function rankOf(commit, types) {
    if (commit.breaking)
        return 3;
    if (commit.type === "feat" || commit.type === "feature")
        return 2;
    const row = findType(types, commit);
    return row === undefined || row.hidden === true ? 0 : 1;
}
const bumps = [undefined, "patch", "minor", "major"];
function bumpOfRank(rank) {
    return bumps[rank];
}

;// CONCATENATED MODULE: ./build/packages/changelog/merges.js
const merges_nothing = { by: new Map(), commits: new Map() };
function contentOfMerges(commits) {
    if (!commits.some(({ commit }) => commit.parents.length > 1))
        return merges_nothing;
    const indexOf = new Map(commits.map(({ commit }, index) => [commit.sha, index]));
    const by = new Map();
    const brought = new Map();
    const mainline = firstParents(commits, indexOf);
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
const trailerRule = /^-{5,}\s*$/;
function squashedCommits(commit, { byType }, reading) {
    const { message, parents } = commit.commit;
    if (commit.pullRequest === undefined || parents.length > 1 || !mayTell(message))
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
        const part = parseCommit({ ...commit.commit, message: lines.join("\n") }, reading);
        return { ...part, pullRequest: part.pullRequest ?? commit.pullRequest };
    });
}
function mayTell(message) {
    for (let end = message.indexOf("\n"); end !== -1; end = message.indexOf("\n", end + 1)) {
        const start = message.startsWith("* ", end + 1) ? end + 3 : end + 1;
        if (mayBeHeader(message, start))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/packages/changelog/classify.js






function classify(commits, types, { squash = "title", reading } = {}) {
    const brought = contentOfMerges(commits);
    const { reverted, spent } = cancelReverts(commits);
    const takenBack = new Map();
    const titles = new Map();
    const voices = mergesThatSpeak(commits, { types, brought, reading }, titles);
    const seen = new Set();
    return commits.map((commit, index) => {
        const hidden = (cause, reason) => ({ kind: "hidden", commit, cause, reason });
        const merge = brought.by.get(index);
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
        const squashed = squashedCommits(told, types, reading);
        if (told.type === undefined && squashed.length === 0 && !told.breaking) {
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
function changesOf(title, squashed, types, squash) {
    const isShown = (change) => {
        const row = findType(types, change);
        return change.breaking || (row !== undefined && row.hidden !== true);
    };
    const own = (title.type !== undefined || title.breaking) && isShown(title) ? [title] : [];
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
function mergeFate(commit, content) {
    const untold = content === undefined || content.length === 0;
    const title = commit.merge === undefined ? commit.header : commit.merge.message;
    if (untold && title !== "" && commit.pullRequest !== undefined)
        return { kind: "unconventional", commit };
    return { kind: "hidden", commit, cause: "merge", reason: "merge: its commits tell the change" };
}
function mergesThatSpeak(commits, { types, brought, reading, }, titles) {
    const speaking = new Set();
    const contentRank = new Map();
    for (const [index, content] of brought.commits) {
        const commit = commits[index];
        if (commit === undefined)
            continue;
        const title = titleOf(commit, reading);
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
function titleOf(commit, reading) {
    if (commit.merge === undefined || commit.merge.message === "")
        return commit;
    const title = parseCommit({ ...commit.commit, message: commit.merge.message }, reading);
    return { ...title, pullRequest: title.pullRequest ?? commit.pullRequest };
}

;// CONCATENATED MODULE: ./build/packages/changelog/escape.js
const special = /[\\`*_~|@&<>[\]$]/;
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const address = /:\/\/|www\.|@/i;
const codeSpan = /(?<!`)`([^`]+)`(?!`)/g;
const blockOpening = /^(?:::|#+(?=\s|$)|[-+=](?=[-+=\s]|$)|\d{1,9}[.)](?=\s|$))/;
const maxLength = 400;
const asIs = (safe) => safe;
function escapeText(text, decorate = asIs) {
    const line = oneLine(text);
    const safe = special.test(line) ? escapeAroundCode(line, decorate) : decorate(line);
    return blockOpening.test(safe) ? escapeOpening(safe) : safe;
}
function escapeName(text) {
    const line = oneLine(text);
    const safe = special.test(line) ? escapeInline(line) : line;
    return blockOpening.test(safe) ? escapeOpening(safe) : safe;
}
function oneLine(text) {
    const line = text.replace(breaks, " ").replace(invisible, "").trim();
    if (line.length <= maxLength)
        return line;
    const end = line.charCodeAt(maxLength - 1) >= 0xd800 && line.charCodeAt(maxLength - 1) < 0xdc00 ? 1 : 0;
    return `${line.slice(0, maxLength - end)}…`;
}
function escapeAroundCode(line, decorate) {
    if (!line.includes("`"))
        return decorate(escapeInline(line));
    let out = "";
    let from = 0;
    for (const span of line.matchAll(codeSpan)) {
        const word = line.slice(line.lastIndexOf(" ", span.index) + 1, span.index);
        if (address.test(word))
            continue;
        out += decorate(escapeInline(line.slice(from, span.index))) + span[0];
        from = span.index + span[0].length;
    }
    return out + decorate(escapeInline(line.slice(from)));
}
function escapeInline(text) {
    return (text
        .replace(/[\\`*~|[\]$]/g, "\\$&")
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
        .replace(/&(?=#?\w{1,31};)/g, "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replace(/@(?=[A-Za-z0-9])/g, "@&#8203;"));
}
function escapeOpening(line) {
    return line.replace(/^(\d*)/, "$1\\");
}

;// CONCATENATED MODULE: ./build/packages/changelog/contributors.js


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
function contributorsOf(commits, knownAuthors) {
    const byName = new Map();
    const count = ({ name, email }) => {
        const known = byName.get(name);
        if (known === undefined) {
            if (!isRobot(name, email))
                byName.set(name, { emails: [email], commits: 1 });
            return;
        }
        if (!known.emails.includes(email))
            known.emails.push(email);
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
        const emails = [...new Set(person.emails.map((email) => email.toLowerCase()))];
        const first = knownAuthors === undefined ? undefined : !emails.some((email) => knownAuthors.has(email));
        return { name, emails, commits: person.commits, first };
    });
}
function isRobot(name, email) {
    return name === "" || name.endsWith("[bot]") || email.includes("[bot]@");
}
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
function byScope(a, b) {
    return compare(a.scope ?? "", b.scope ?? "") || compare(a.description, b.description) || compare(a.sha, b.sha);
}
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/packages/changelog/links.js
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
function homePage(address) {
    const scp = /^[\w.-]+@([\w.-]+):(?!\/\/)([\w./~-]+)$/.exec(address);
    const text = scp === null ? address.replace(/^git\+/, "") : `https://${scp[1]}/${scp[2]}`;
    if (!URL.canParse(text))
        return undefined;
    const { protocol, host, hostname, pathname } = new URL(text);
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
    return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/.test(login) ? { login, url: `${origin}/${login}` } : undefined;
}

;// CONCATENATED MODULE: ./build/packages/changelog/ledger-line.js
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
const ledgerLinePattern = /^\*\d+ commits?: \d+ grouped above(?:, \d+ [a-z ]+)*\.\*$/;

;// CONCATENATED MODULE: ./build/packages/changelog/section.js





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













async function parseLog(log, reading) {
    const parsed = [];
    for await (const commits of readCommits(log))
        for (const commit of commits)
            parsed.push(parseCommit(commit, reading));
    return parsed;
}
function buildChangelog(parsed, options) {
    const types = options.types === undefined ? defaultTable : typeTable(options.types);
    const isTicket = ticketTest(options.ticketKeys);
    const fates = classify(parsed, types, options);
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

;// CONCATENATED MODULE: ./build/packages/changelog/awaited.js
class Awaited {
    #next;
    #releaseOfNext = 0;
    #others = new Map();
    releaseOf(sha) {
        if (sha === this.#next)
            return this.#releaseOfNext;
        return this.#others.size === 0 ? undefined : this.#others.get(sha);
    }
    set(sha, release) {
        const known = sha === this.#next || (this.#next === undefined && !this.#others.has(sha));
        if (known) {
            this.#next = sha;
            this.#releaseOfNext = release;
            return;
        }
        this.#others.set(ownCopy(sha), release);
    }
    delete(sha) {
        if (sha === this.#next)
            this.#next = undefined;
        else
            this.#others.delete(sha);
    }
}
function ownCopy(sha) {
    return Buffer.from(sha, "latin1").toString("latin1");
}

;// CONCATENATED MODULE: ./build/packages/changelog/history.js




async function* changelogsOf(log, options) {
    const releases = [{ tag: undefined, commits: [], awaited: 0 }];
    const awaited = new Awaited();
    let written = 0;
    const place = ({ commit }) => {
        const tag = options.tags.get(commit.sha);
        const child = awaited.releaseOf(commit.sha);
        if (child !== undefined) {
            awaited.delete(commit.sha);
            at(releases, child).awaited -= 1;
        }
        if (tag === undefined)
            return Math.max(child ?? 0, written);
        releases.push({ tag, commits: [], awaited: 0 });
        return releases.length - 1;
    };
    const expect = (sha, release) => {
        const before = awaited.releaseOf(sha);
        if (before !== undefined && before >= release)
            return;
        if (before !== undefined)
            at(releases, before).awaited -= 1;
        awaited.set(sha, release);
        at(releases, release).awaited += 1;
    };
    const complete = (last) => {
        const done = [];
        for (; written < last && (last === releases.length || at(releases, written).awaited === 0); written += 1) {
            const release = at(releases, written);
            if (release.commits.length > 0)
                done.push(sectionOf(release, releases[written + 1]?.tag, options));
            release.commits.length = 0;
        }
        return done;
    };
    for await (const batch of readCommits(log)) {
        const done = [];
        for (const commit of batch) {
            const parsed = parseCommit(commit, options.reading);
            const release = place(parsed);
            at(releases, release).commits.push(parsed);
            for (const parent of commit.parents)
                expect(parent, release);
            if (written < releases.length - 1)
                done.push(...complete(releases.length - 1));
        }
        if (done.length > 0)
            yield done;
    }
    yield complete(releases.length);
}
function at(releases, index) {
    const release = releases[index];
    if (release === undefined)
        throw new RangeError(`no release ${index}`);
    return release;
}
function sectionOf({ tag, commits }, before, options) {
    const [newest] = commits;
    const previousTag = before ?? options.after;
    return buildChangelog(commits, {
        ...options,
        version: tag === undefined ? options.untagged : tag.replace(/^v/, ""),
        tag: tag ?? newest?.commit.sha ?? "",
        date: new Date((newest?.commit.committedAt ?? 0) * 1000).toISOString().slice(0, 10),
        ...(previousTag === undefined ? {} : { previousTag }),
    });
}
const version = /^v?\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;
function releaseTags(tags) {
    const found = new Map();
    for (const { name, sha } of tags) {
        if (!version.test(name))
            continue;
        const known = found.get(sha);
        if (known === undefined || (known.includes("-") && !name.includes("-")))
            found.set(sha, name);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/packages/changelog/preset-rules.js
const maxHeader = 500;
function readingOf({ header, breakingHeader, noteKeywords = [] }) {
    if (header === undefined && breakingHeader === undefined && noteKeywords.length === 0)
        return undefined;
    const pattern = header === undefined ? undefined : expressionOf(header.pattern);
    const breaking = breakingHeader === undefined ? undefined : expressionOf(breakingHeader);
    const words = noteKeywords.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw `\$&`)).join("|");
    const note = words === "" ? undefined : new RegExp(String.raw `^[\s|*]*(?:${words}):[ \t]+(\S.*(?:\n(?!\n).+)*)`, "gim");
    return {
        header(line) {
            const text = line.slice(0, maxHeader);
            const found = pattern?.exec(text);
            if (found === undefined || found === null)
                return undefined;
            const part = (name) => found[(header?.parts.indexOf(name) ?? -1) + 1]?.trim();
            const [type = "", description = ""] = [part("type"), part("subject")];
            if (header?.parts.includes("type") !== true || type === "" || description === "")
                return undefined;
            const scope = header.parts.includes("scope") ? part("scope") : undefined;
            return {
                type: type.toLowerCase(),
                scope: scope === "" || scope === "*" ? undefined : scope,
                bang: breaking?.test(text) === true,
                description: description + line.slice(maxHeader),
            };
        },
        notes: (rest) => (note === undefined ? [] : [...rest.matchAll(note)].map(([, text = ""]) => text.trim())),
    };
}
function expressionOf({ source, flags }) {
    return new RegExp(source, flags.replaceAll(/[gy]/g, ""));
}

// EXTERNAL MODULE: ./node_modules/semver/classes/semver.js
var semver = __webpack_require__(47898);
// EXTERNAL MODULE: ./node_modules/semver/functions/compare.js
var functions_compare = __webpack_require__(43706);
// EXTERNAL MODULE: ./node_modules/semver/functions/gt.js
var gt = __webpack_require__(49698);
// EXTERNAL MODULE: ./node_modules/semver/functions/gte.js
var gte = __webpack_require__(21099);
// EXTERNAL MODULE: ./node_modules/semver/functions/lt.js
var lt = __webpack_require__(52645);
// EXTERNAL MODULE: ./node_modules/semver/functions/lte.js
var lte = __webpack_require__(30710);
// EXTERNAL MODULE: ./node_modules/semver/functions/major.js
var major = __webpack_require__(69028);
// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var parse = __webpack_require__(42766);
// EXTERNAL MODULE: ./node_modules/semver/functions/valid.js
var valid = __webpack_require__(31251);
;// CONCATENATED MODULE: ./build/packages/changelog/semver.js










;// CONCATENATED MODULE: ./build/packages/changelog/prereleases.js


const prereleases_form = /^(?<core>\d+\.\d+\.\d+)-(?<word>[a-z][a-z0-9]*)\.(?<number>[1-9]\d*)$/;
function prereleaseVersions(tags) {
    return tags
        .flatMap((tag) => {
        const version = tag.replace(/^v/, "");
        const { word } = prereleases_form.exec(version)?.groups ?? {};
        return word === undefined || word === "rollback" || valid(version) !== version ? [] : [version];
    })
        .toSorted(functions_compare);
}
function highest(versions) {
    return versions.toSorted(functions_compare).at(-1);
}
function coreOf(version) {
    const { major, minor, patch } = new semver(version);
    return `${major}.${minor}.${patch}`;
}
function nextPrerelease(core, { word, taken }) {
    const numbers = taken.flatMap((version) => {
        const parts = prereleases_form.exec(version)?.groups;
        return parts?.["core"] === core && parts["word"] === word ? [Number(parts["number"])] : [];
    });
    return `${core}-${word ?? ""}.${Math.max(0, ...numbers) + 1}`;
}
function requireNext(version, known) {
    const { core, word } = prereleases_form.exec(version)?.groups ?? {};
    const next = nextPrerelease(core ?? coreOf(version), known);
    if (word === undefined || word !== known.word) {
        throw new faults/* ReleaseFault */.eB("input", `A pre-release is X.Y.Z-${known.word ?? ""}.N here, not ${version}`, {
            hint: `Its word is versions.prerelease in the configuration. Example: --version=${next}`,
        });
    }
    if (gte(version, next))
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Pre-release ${version} does not go on: the next one of ${core ?? ""} is ${next}`, {
        hint: `A number is never used twice. Example: --version=${next} (or --version=prerelease)`,
    });
}

;// CONCATENATED MODULE: ./build/packages/changelog/versions.js



const formatHint = "Version must follow X.Y.Z format. Example: --version=2.5.0";
function resolveVersion(question) {
    const { asked, allowLower = false, prereleases = versions_none } = question;
    const last = question.last === undefined ? undefined : parseLast(question.last);
    if (asked === "auto")
        return resolveAuto(last, question.commits, prereleases);
    if (asked === "prerelease")
        return resolvePrerelease(last, question.commits, prereleases);
    const version = isBump(asked) ? raised(last, asked) : parseNamed(asked, prereleases);
    if (last !== undefined && lte(version, last)) {
        const next = raised(last, "patch");
        throw new faults/* ReleaseFault */.eB("input", `Version ${version} is not greater than the last release, ${last}`, {
            hint: `Use ${next} or higher. Example: --version=${next}`,
        });
    }
    const inside = highest(prereleases.contained);
    if (inside !== undefined && lte(version, inside)) {
        throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is not greater than ${inside}, whose commit it contains`, {
            hint: `Finish what that pre-release began. Example: --version=${coreOf(inside)}`,
        });
    }
    const least = last === undefined || question.commits === undefined ? undefined : implied(last, question.commits);
    if (least === undefined || gte(coreOf(version), least))
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
function finished(inside, last, bump) {
    const asked = last === undefined || bump === undefined ? undefined : implied(last, bump);
    return asked !== undefined && gt(asked, coreOf(inside)) ? asked : coreOf(inside);
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
    return raised(last, bump === "major" && major(last) === 0 ? "minor" : bump);
}
function raised(last, bump) {
    return new semver(last ?? "0.0.0").inc(bump).version;
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
function strictVersion(text) {
    const version = parse(text);
    return version !== null && version.version === text && version.build.length === 0 ? version : undefined;
}
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
function readSection(text, version) {
    const { lines } = split(text);
    const section = findSections(lines).find((known) => known.version === version);
    if (section === undefined)
        return undefined;
    const own = lines.slice(section.start, section.end);
    return own.slice(1).join("").trim() === "" ? undefined : own.join("").trimEnd();
}
function missingBreaks(text, newline) {
    if (!text.endsWith("\n"))
        return newline + newline;
    return /\n[^\S\n]*\n$/.test(text) ? "" : newline;
}
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
function splice(lines, { from, to }, { text, newline }) {
    const before = lines.slice(0, from).join("");
    const after = lines.slice(to).join("");
    const gapBefore = before === "" ? "" : missingBreaks(before, newline);
    const gapAfter = after === "" || /^[^\S\n]*\r?\n/.test(after) ? "" : newline;
    return before + gapBefore + text + newline + gapAfter + after;
}
const mark = " [ROLLED BACK]";
const quote = "> **Rolled back on ";
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
function details(url) {
    if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url))
        return "";
    return ` ([details](${new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29")}))`;
}
function ownHeading(section, version) {
    const text = section.trim();
    const first = versionOf(text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n")));
    return first?.version === version ? text : `## ${version}\n\n${text}`;
}
function split(text) {
    return { lines: text.match(/[^\n]*\n|[^\n]+$/g) ?? [], newline: /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n" };
}
function withoutBlankStart(lines) {
    const first = lines.findIndex((line) => line.trim() !== "");
    return first === -1 ? [] : lines.slice(first);
}
function placeOf(version, sections, lines) {
    const lower = sections.find((known) => lt(known.version, version));
    return lower?.start ?? sections.at(-1)?.end ?? endOfText(lines);
}
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
function versionOf(line) {
    const text = /^#{1,3} +\[?v?(\d[^\s\](]*)/.exec(line)?.[1];
    return text === undefined ? undefined : (parse(text) ?? undefined);
}

;// CONCATENATED MODULE: ./build/packages/changelog/version-json.js
function packageVersions(text) {
    return spansAt(text, [["version"]]);
}
function lockVersions(text) {
    return spansAt(text, [["version"], ["packages", "", "version"]]);
}
function spansAt(text, paths) {
    JSON.parse(text.replace(/^\ufeff/, ""));
    const wanted = new Set(paths.map((path) => JSON.stringify(path)));
    const depth = Math.max(...paths.map((path) => path.length));
    const spans = [];
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
function pyprojectVersions(text) {
    return versionsIn(text, new Set(["project", "tool.poetry"]));
}
function cargoVersions(text) {
    return versionsIn(text, new Set(["package", "workspace.package"]));
}
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

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(58841);
;// CONCATENATED MODULE: ./build/packages/changelog/version-xml.js

function pomVersions(text) {
    requireWellFormed(text);
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
function requireWellFormed(text) {
    const parser = new saxes/* SaxesParser */.wT();
    parser.on("error", (error) => {
        throw error;
    });
    parser.write(text).close();
}
const piece = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)[^>]*?(\/?)>/g;
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




const finders = new Map([
    ["package.json", packageVersions],
    ["package-lock.json", lockVersions],
    ["npm-shrinkwrap.json", lockVersions],
    ["pyproject.toml", pyprojectVersions],
    ["Cargo.toml", cargoVersions],
    ["pom.xml", pomVersions],
    ["VERSION", plainVersion],
]);
const versionFilePaths = [...finders.keys()];
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
function plainVersion(text) {
    const found = /^\s*v?/.exec(text)?.[0].length ?? 0;
    const end = found + (/^\S*/.exec(text.slice(found))?.[0].length ?? 0);
    return [{ start: found, end }];
}

;// CONCATENATED MODULE: ./build/packages/changelog/append.js

function appendGroups(section, addition, whole) {
    const lines = withoutLedger(section);
    for (const { heading, entries } of groupsOf(addition)) {
        const start = lines.findIndex((line) => line.trim() === heading);
        if (start === -1) {
            lines.push("", heading, "", ...entries);
            continue;
        }
        const next = lines.findIndex((line, index) => index > start && /^#{1,6} /.test(line));
        let end = next === -1 ? lines.length : next;
        while (lines[end - 1]?.trim() === "")
            end -= 1;
        lines.splice(end, 0, ...(end === start + 1 ? [""] : []), ...entries);
    }
    const ledger = whole.split("\n").find(isLedger);
    return `${[...lines, ...(ledger === undefined ? [] : ["", ledger])].join("\n")}\n`;
}
const isLedger = (line) => ledgerLinePattern.test(line.trim());
function withoutLedger(section) {
    const lines = section.split("\n").filter((line) => !isLedger(line));
    return lines.join("\n").trimEnd().split("\n");
}
function groupsOf(section) {
    return withoutLedger(section)
        .join("\n")
        .split(/^(?=### )/m)
        .filter((text) => text.startsWith("### "))
        .map((text) => {
        const [heading = "", ...rest] = text.trimEnd().split("\n");
        return { heading: heading.trim(), entries: rest.join("\n").trim().split("\n") };
    });
}

;// CONCATENATED MODULE: ./build/packages/changelog/index.js















/***/ }),

/***/ 18189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* reexport */ openGit),
  K: () => (/* reexport */ readClone)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/git/faults.js

const refusedAccess = /authentication failed|could not read (username|password)|permission denied|access denied|returned error: 40[13]|repository not found|invalid credentials|terminal prompts disabled|not authorized|write access to repository not granted/i;
const unreachable = /could not resolve host|failed to connect|connection (refused|reset|timed out)|operation timed out|could not connect|returned error: 5\d\d|early eof|hung up|rpc failed|network is unreachable|does not appear to be a git repository|could not read from remote/i;
function isRefusedAccess(stderr) {
    return refusedAccess.test(stderr);
}
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

// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var process = __webpack_require__(31359);
;// CONCATENATED MODULE: ./build/packages/git/command.js


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
        talk: (args) => (0,process/* startTalk */.to)([...prefix, ...args], childOptions({})),
    };
    return command;
}
function environment({ author, authorization, remoteUrl }) {
    const header = authorization?.();
    const url = remoteUrl();
    const secret = header === undefined || url === undefined || !/^https?:/.test(url)
        ? {}
        : {
            GIT_CONFIG_COUNT: "2",
            GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
            GIT_CONFIG_VALUE_0: "",
            GIT_CONFIG_KEY_1: `http.${new URL(url).origin}/.extraHeader`,
            GIT_CONFIG_VALUE_1: `Authorization: ${header}`,
        };
    return {
        GIT_TERMINAL_PROMPT: "0",
        GIT_FLUSH: "0",
        LC_ALL: "C",
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
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
const folderMode = "40000";
const slash = Buffer.from("/");
function createObjectWriter(objects, algorithm, author) {
    const fresh = new Map();
    const write = async (type, body, needs = []) => {
        const id = await writeObject(objects, algorithm, type, body);
        fresh.set(id, { type, body, needs });
        return id;
    };
    return {
        async blob(content, known) {
            const body = Buffer.from(content);
            const id = known === undefined ? undefined : idOf(algorithm, whole("blob", body));
            return id !== undefined && known?.has(id) === true ? id : write("blob", body);
        },
        tree: (entries, kept = []) => write("tree", treeBody([...entries, ...kept]), entries.map(({ id }) => id)),
        commit({ tree, parents, message, at }) {
            const by = signature(author, at);
            const head = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${by}`, `committer ${by}`];
            return write("commit", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`), [tree]);
        },
        tag({ name, sha, message, at }) {
            const head = [`object ${sha}`, "type commit", `tag ${name}`, `tagger ${signature(author, at)}`];
            return write("tag", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`));
        },
        takeNew(ids) {
            const found = ids.map((id) => newOf(fresh, id));
            const all = new Map(found.flatMap((some) => some ?? []));
            for (const id of all.keys())
                fresh.delete(id);
            return found.includes(undefined) ? undefined : Array.from(all.values(), ({ type, body }) => ({ type, body }));
        },
    };
}
function newOf(fresh, top) {
    const type = fresh.get(top)?.type;
    if (type !== "commit" && type !== "tag")
        return undefined;
    const found = new Map();
    const wanted = [top];
    for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
        const object = fresh.get(id);
        if (object === undefined)
            return undefined;
        if (!found.has(id))
            wanted.push(...object.needs);
        found.set(id, object);
    }
    return [...found];
}
function entriesOf(tree, idBytes) {
    const entries = [];
    for (let start = 0; start < tree.length;) {
        const end = tree.indexOf(0, start);
        const space = tree.indexOf(" ", start);
        const [mode, name] = [tree.toString("latin1", start, space), tree.subarray(space + 1, end)];
        start = end + 1 + idBytes;
        entries.push({ mode, name, id: tree.toString("hex", end + 1, start) });
    }
    return entries;
}
function signature({ name, email }, at) {
    return `${clean(name)} <${clean(email)}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
}
function clean(text) {
    return text.replaceAll(/[<>\n\0]/g, "").trim();
}
function withLineEnd(text) {
    return text.endsWith("\n") ? text : `${text}\n`;
}
function whole(type, body) {
    return Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
}
const idOf = (algorithm, content) => (0,external_node_crypto_.createHash)(algorithm).update(content).digest("hex");
async function writeObject(objects, algorithm, type, body) {
    const content = whole(type, body);
    const id = idOf(algorithm, content);
    const path = (0,external_node_path_.join)(objects, id.slice(0, 2), id.slice(2));
    if (await exists(path))
        return id;
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
    const key = ({ mode, name }) => (mode === folderMode ? Buffer.concat([name, slash]) : name);
    const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)));
    return Buffer.concat(sorted.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} `), name, Buffer.of(0), Buffer.from(id, "hex")]));
}

;// CONCATENATED MODULE: ./build/packages/git/commit.js


async function commitWhole(objects, { parents, files, message, at }) {
    const entries = await Promise.all([...files].flatMap(([name, content]) => content === undefined
        ? []
        : [objects.blob(content).then((id) => ({ name: Buffer.from(name), mode: "100644", id }))]));
    return objects.commit({ tree: await objects.tree(entries), parents, message, at });
}
async function commitChanges(tools, { parents, files, message, at, base }) {
    const [parent] = parents;
    const known = new Set(base === undefined ? [] : await idsBelow(tools.stored, `${base}^{tree}`));
    const room = { ...tools, known };
    const changes = [...files].map(([path, content]) => ({ names: namesOf(path), content }));
    const before = parent === undefined ? undefined : await treeAt(room.stored, `${parent}^{tree}`);
    if (parent !== undefined && before === undefined)
        throw gitFault("write a commit", `fatal: there is no ${parent}`);
    const tree = (await changed(room, before, changes)) ?? (await room.objects.tree([]));
    return room.objects.commit({ tree, parents, message, at });
}
const impossibleName = /^(?:|\.|\.\.|\.git)$|\0/i;
function namesOf(path) {
    const names = path.split("/");
    if (names.some((name) => impossibleName.test(name))) {
        throw gitFault("write a commit", `fatal: invalid path ${JSON.stringify(path)}`);
    }
    return names;
}
async function changed(room, before, changes) {
    const here = Map.groupBy(changes, ({ names }) => names[0] ?? "");
    const kept = (before ?? []).filter(({ name }) => !here.has(name.toString()) || !name.equals(Buffer.from(name.toString())));
    const made = await Promise.all(Array.from(here, ([name, inside]) => {
        const bytes = Buffer.from(name);
        return changedEntry(room, before?.find((entry) => bytes.equals(entry.name)) ?? { name: bytes }, inside);
    }));
    const left = made.filter((entry) => entry !== undefined);
    if (kept.length + left.length === 0)
        return undefined;
    const { true: old = [], false: news = [] } = Object.groupBy(left, ({ id }) => room.known.has(id) ? "true" : "false");
    return room.objects.tree(news, [...kept, ...old]);
}
async function changedEntry(room, before, inside) {
    const { name } = before;
    const file = inside.findLast(({ names }) => names.length === 1);
    if (file !== undefined) {
        if (file.content === undefined)
            return undefined;
        const mode = before.mode !== undefined && /^1[02]/.test(before.mode) ? before.mode : "100644";
        return { name, mode, id: await room.objects.blob(file.content, room.known) };
    }
    const deeper = inside.map(({ names, content }) => ({ names: names.slice(1), content }));
    const isFile = before.mode !== undefined && before.mode !== folderMode;
    if (isFile && deeper.every(({ content }) => content === undefined))
        return before;
    const stored = before.mode === folderMode ? await treeAt(room.stored, before.id) : undefined;
    const id = await changed(room, stored, deeper);
    return id === undefined ? undefined : { name, mode: folderMode, id };
}
async function idsBelow(stored, name) {
    const [tree] = await stored.read([name]);
    if (tree === undefined)
        return [];
    const entries = entriesOf(tree.body, tree.id.length / 2);
    const folders = entries.filter(({ mode }) => mode === folderMode);
    const below = await Promise.all(folders.map(({ id }) => idsBelow(stored, id)));
    return [tree.id, ...entries.map(({ id }) => id), ...below.flat()];
}
async function treeAt(stored, name) {
    const [tree] = await stored.read([name]);
    return tree === undefined ? undefined : entriesOf(tree.body, tree.id.length / 2);
}

;// CONCATENATED MODULE: ./build/packages/git/http-remote.js
function isHttp(url) {
    return /^https?:/.test(url);
}
function addressOf({ url: given, authorization: own }, service) {
    const url = new URL(given);
    const authorization = own ?? (url.username === "" ? undefined : basic(url));
    url.username = "";
    url.password = "";
    url.pathname = `${url.pathname.replace(/\/$/, "")}/${service}`;
    const headers = authorization === undefined ? {} : { authorization };
    return { href: url.href, headers };
}
function basic(url) {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(pair).toString("base64")}`;
}

;// CONCATENATED MODULE: ./build/packages/git/packets.js
function packet(line) {
    return (Buffer.byteLength(line) + 4).toString(16).padStart(4, "0") + line;
}
function packetsOf(body) {
    const lines = [];
    let offset = 0;
    while (offset + 4 <= body.length) {
        const length = Number.parseInt(body.toString("latin1", offset, offset + 4), 16);
        if (length === 0)
            return { lines, rest: body.subarray(offset + 4) };
        if (Number.isNaN(length) || length < 4 || offset + length > body.length)
            return undefined;
        lines.push(body.subarray(offset + 4, offset + length));
        offset += length;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/packages/git/look.js




const lookTimeoutMs = 20_000;
async function look(options, prefixes) {
    if (!isHttp(options.url))
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
    const refs = response.ok && isRefs ? parseRefs(body) : undefined;
    return { refs: refs ?? (await listRemote(options, prefixes)), serverTimeMs };
}
async function askForRefs(options, prefixes) {
    const { href, headers } = addressOf(options, "git-upload-pack");
    const request = [
        ...["command=ls-refs\n", "agent=release-command\n", `object-format=${options.algorithm}`].map(packet),
        "0001",
        ...prefixes.map((prefix) => packet(`ref-prefix ${prefix}\n`)),
        "0000",
    ].join("");
    try {
        return await options.fetch(href, {
            method: "POST",
            headers: {
                ...headers,
                "content-type": "application/x-git-upload-pack-request",
                accept: "application/x-git-upload-pack-result",
                "git-protocol": "version=2",
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
function parseRefs(body) {
    const refs = new Map();
    for (const line of packetsOf(body)?.lines ?? [undefined]) {
        const match = /^(?<id>[0-9a-f]{40,64}) (?<ref>\S+)/.exec(line?.toString("utf8") ?? "");
        if (match?.groups === undefined)
            return undefined;
        refs.set(match.groups["ref"] ?? "", match.groups["id"] ?? "");
    }
    return refs;
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

;// CONCATENATED MODULE: ./build/packages/git/objects.js
const idleMs = 1_000;
const batch = ["cat-file", "--batch"];
function readObjects(git) {
    let open;
    const onEnd = (ended) => {
        if (open === ended)
            open = undefined;
    };
    const ask = async (names) => {
        open ??= new Conversation(git.talk(batch), onEnd);
        return open.ask(names);
    };
    const readAnew = async (names) => allAnswers(await git.bytes("read files", batch, { input: linesOf(names) }));
    return {
        async read(names) {
            const lines = await Promise.all(names.map((name) => onOneLine(git, name)));
            return ask(lines).catch(() => readAnew(lines));
        },
        readAnew: async (names) => readAnew(await Promise.all(names.map((name) => onOneLine(git, name)))),
        forget: () => open?.close(),
    };
}
function linesOf(names) {
    return names.map((name) => `${name}\n`).join("");
}
async function onOneLine(git, name) {
    if (!name.includes("\n"))
        return name;
    const { stdout } = await git.try(["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
    return stdout.trim() || "no such object";
}
function allAnswers(heard) {
    const answers = [];
    for (let rest = heard; rest.length > 0;) {
        const { length, object } = firstAnswer(rest);
        answers.push(object);
        rest = rest.subarray(length);
    }
    return answers;
}
class Conversation {
    #talk;
    #onEnd;
    #questions = [];
    #chunks = [];
    #bytes = 0;
    #wanted = 0;
    #idle;
    constructor(talk, onEnd) {
        this.#talk = talk;
        this.#onEnd = onEnd;
        talk.answers.on("data", (chunk) => this.#hear(chunk));
        void this.#failAtEnd();
    }
    async #failAtEnd() {
        await this.#talk.ended;
        this.close();
        for (const { fail } of this.#questions.splice(0))
            fail(new Error("git has ended"));
    }
    async ask(names) {
        clearTimeout(this.#idle);
        this.#talk.setAwaited(true);
        const answers = names.map(() => new Promise((answer, fail) => {
            this.#questions.push({ answer, fail });
        }));
        this.#talk.say(linesOf(names));
        return Promise.all(answers);
    }
    close() {
        this.#onEnd(this);
        clearTimeout(this.#idle);
        this.#talk.end();
    }
    #hear(chunk) {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
        if (this.#bytes < this.#wanted)
            return;
        let heard = Buffer.concat(this.#chunks);
        for (;;) {
            const { length, object } = firstAnswer(heard);
            this.#wanted = length;
            if (length > heard.length)
                break;
            this.#questions.shift()?.answer(object);
            heard = heard.subarray(length);
        }
        this.#chunks = [heard];
        this.#bytes = heard.length;
        if (this.#questions.length > 0)
            return;
        this.#talk.setAwaited(false);
        this.#idle = setTimeout(() => this.close(), idleMs).unref();
    }
}
function firstAnswer(heard) {
    const end = heard.indexOf("\n");
    if (end === -1)
        return { length: heard.length + 1 };
    const head = /^(?<id>[0-9a-f]{40,64}) (?<type>[a-z]+) (?<bytes>\d+)$/.exec(heard.toString("latin1", 0, end))?.groups;
    if (head === undefined)
        return { length: end + 1 };
    const body = end + 1 + Number(head["bytes"]);
    if (heard.length < body + 1)
        return { length: body + 1 };
    const { id = "", type = "" } = head;
    return { length: body + 1, object: { id, type, body: heard.subarray(end + 1, body) } };
}

;// CONCATENATED MODULE: ./build/packages/git/push.js

const pushTimeoutMs = 60_000;
const denial = /declined|denied|deny|protected|prohibited|not permitted|not allowed|permission|hidden ref|read-only/i;
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
function isVerdict(line) {
    return !line.includes("[remote failure]");
}
function inBrackets(line) {
    return line.slice(line.lastIndexOf("\t") + 1);
}
function saidBy(stderr, reason) {
    const remote = stderr.split("\n").filter((line) => line.startsWith("remote:") && line.trim() !== "remote:");
    return [reason, ...remote.slice(0, 5)].join("; ");
}

;// CONCATENATED MODULE: ./build/packages/git/read.js



function readClone({ directory, signal, }) {
    const author = { name: "", email: "" };
    return reading(createCommand({ directory, signal, author, remoteUrl: () => undefined }));
}
function reading(git, objects = readObjects(git)) {
    return {
        async resolve(revision) {
            const answer = await find(objects, revision, "commit");
            if (answer !== undefined)
                return answer.object?.id;
            const result = await git.try(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
            if (/not a git repository/i.test(result.stderr))
                throw gitFault(`find ${revision}`, result.stderr);
            return result.exitCode === 0 ? result.stdout.trim() : undefined;
        },
        async treeOf(revision) {
            const tree = (await find(objects, revision, "tree"))?.object?.id;
            return tree ?? git.text(`find ${revision}`, ["rev-parse", "--verify", "--end-of-options", `${revision}^{tree}`]);
        },
        async isAncestor(ancestor, descendant) {
            const result = await git.try(["merge-base", "--is-ancestor", ancestor, descendant]);
            if (result.exitCode === 0 || result.exitCode === 1)
                return result.exitCode === 0;
            throw gitFault(`compare ${ancestor} with ${descendant}`, result.stderr);
        },
        readFile: async (revision, path) => (await readBytes(objects, revision, [path])).get(path)?.toString("utf8"),
        readFiles: async (revision, paths) => new Map([...(await readBytes(objects, revision, paths))].map(([path, bytes]) => [path, bytes.toString("utf8")])),
        readBytes: (revision, paths) => readBytes(objects, revision, paths),
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
async function tags(git, prefix) {
    const result = await git.try(["show-ref", "--tags", "--dereference"]);
    if (result.exitCode !== 0 && result.exitCode !== 1)
        throw gitFault("list tags", result.stderr);
    const { stdout } = result;
    const found = new Map();
    for (let start = 0, end = 0; start < stdout.length; start = end + 1) {
        end = stdout.indexOf("\n", start);
        if (end === -1)
            end = stdout.length;
        const space = stdout.indexOf(" ", start);
        const nameEnd = stdout.endsWith("^{}", end) ? end - "^{}".length : end;
        const name = stdout.slice(space + " refs/tags/".length, nameEnd);
        if (name.startsWith(prefix))
            found.set(name, stdout.slice(start, space));
    }
    return Array.from(found, ([name, sha]) => ({ name, sha }));
}
const plainName = /^(?!-)(?!.*\.\.)[\w./-]+$/;
async function find(objects, revision, type) {
    if (!plainName.test(revision))
        return undefined;
    return objects.read([`${revision}^{${type}}`]).then(([object]) => ({ object }), () => undefined);
}
async function readBytes(objects, revision, paths) {
    if (paths.length === 0)
        return new Map();
    const names = paths.map((path) => `${revision}:${path}`);
    const answers = await (plainName.test(revision) ? objects.read(names) : objects.readAnew(names));
    const found = paths.map((path, index) => [path, answers[index]]);
    return new Map(found.flatMap(([path, object]) => (object?.type === "blob" ? [[path, object.body]] : [])));
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
        if (part.startsWith("2 "))
            i += 1;
    }
    return paths;
}

;// CONCATENATED MODULE: ./build/packages/git/pack.js



const pack_compress = (0,external_node_util_.promisify)(external_node_zlib_.deflate);
const codes = { commit: 1, tree: 2, blob: 3, tag: 4 };
async function packOf(objects, algorithm) {
    const head = Buffer.alloc(12);
    head.write("PACK");
    head.writeUInt32BE(2, 4);
    head.writeUInt32BE(objects.length, 8);
    const entries = await Promise.all(objects.map(async ({ type, body }) => Buffer.concat([entryHead(codes[type], body.length), await pack_compress(body)])));
    const content = Buffer.concat([head, ...entries]);
    return Buffer.concat([content, (0,external_node_crypto_.createHash)(algorithm).update(content).digest()]);
}
function entryHead(type, length) {
    const bytes = [];
    let byte = (type << 4) | (length & 15);
    let left = Math.floor(length / 16);
    while (left > 0) {
        bytes.push(byte | 0x80);
        byte = left & 0x7f;
        left = Math.floor(left / 128);
    }
    return Buffer.from([...bytes, byte]);
}

;// CONCATENATED MODULE: ./build/packages/git/send.js



const sendTimeoutMs = 60_000;
async function abilitiesOf(remote) {
    const { href, headers } = addressOf(remote, "info/refs");
    try {
        const signal = AbortSignal.timeout(sendTimeoutMs);
        const response = await remote.fetch(`${href}?service=git-receive-pack`, { headers, signal });
        const body = Buffer.from(await response.arrayBuffer());
        if (!response.ok || response.redirected)
            return undefined;
        const [service] = packetsOf(body)?.lines ?? [];
        if (service?.toString().trim() !== "# service=git-receive-pack")
            return undefined;
        const [first] = packetsOf(packetsOf(body)?.rest ?? Buffer.alloc(0))?.lines ?? [];
        const said = first?.toString().trim().split("\0")[1];
        return said === undefined ? undefined : new Set(said.trim().split(" "));
    }
    catch {
        return undefined;
    }
}
async function send(remote, abilities, { updates, objects }) {
    const { algorithm } = remote;
    if (!suits(abilities, algorithm) || !updates.every(isSafe))
        return undefined;
    const none = "0".repeat(algorithm === "sha256" ? 64 : 40);
    const format = abilities.has(`object-format=${algorithm}`) ? ` object-format=${algorithm}` : "";
    const asked = `report-status side-band-64k atomic${format} agent=release-command`;
    const commands = updates.map(({ ref, to = none, expect }, index) => packet(`${expect === "absent" ? none : expect} ${to} ${ref}${index === 0 ? `\0 ${asked}` : ""}`));
    const pack = await packOf(objects, algorithm);
    return exchange(remote, Buffer.concat([Buffer.from(`${commands.join("")}0000`), pack]), updates);
}
function isSafe({ expect, to }) {
    return expect !== "any" && to !== undefined;
}
function suits(abilities, algorithm) {
    const format = [...abilities].find((ability) => ability.startsWith("object-format=")) ?? "object-format=sha1";
    const needed = ["report-status", "side-band-64k", "atomic"];
    return format === `object-format=${algorithm}` && needed.every((ability) => abilities.has(ability));
}
async function exchange(remote, body, updates) {
    const { href, headers } = addressOf(remote, "git-receive-pack");
    const types = {
        "content-type": "application/x-git-receive-pack-request",
        accept: "application/x-git-receive-pack-result",
    };
    let response;
    let answer;
    try {
        const signal = AbortSignal.timeout(sendTimeoutMs);
        response = await remote.fetch(href, { method: "POST", headers: { ...headers, ...types }, body, signal });
        answer = Buffer.from(await response.arrayBuffer());
    }
    catch (thrown) {
        return { state: "unknown", reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
    if (response.status >= 300 && response.status < 500)
        return undefined;
    const report = response.ok ? reportOf(answer) : undefined;
    if (report === undefined)
        return { state: "unknown", reason: `the host answered ${response.status} without a report` };
    const done = updates.every(({ ref }) => report.includes(`ok ${ref}`));
    return report.includes("unpack ok") && done ? { state: "applied" } : undefined;
}
function reportOf(answer) {
    const bands = packetsOf(answer)
        ?.lines.filter((line) => line[0] === 1)
        .map((line) => line.subarray(1));
    const report = bands === undefined ? undefined : packetsOf(Buffer.concat(bands));
    if (report === undefined || report.lines.length === 0)
        return undefined;
    return report.lines.map((line) => line.toString("utf8").trimEnd());
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/packages/git/signing-fault.js

function signingFault(signer, said) {
    if (/cannot run ssh-keygen|ssh-keygen: .*not found/i.test(said))
        return noProgram("ssh-keygen", said);
    if (/incorrect passphrase|bad passphrase|no passphrase/i.test(said)) {
        const what = signer.passphrase === undefined ? "has a passphrase, and none is given" : "has another passphrase";
        return new faults/* ReleaseFault */.eB("config", `The tag cannot be signed: the key ${what}`, {
            hint: "Set RELEASE_SIGNING_PASSPHRASE beside RELEASE_SIGNING_KEY, in the workflow the input signing-passphrase.",
        });
    }
    if (/invalid format|error in libcrypto|is not a|no private key|couldn't load/i.test(said))
        return notAKey(signer, said);
    return new faults/* ReleaseFault */.eB("config", `The tag cannot be signed: ${lines(said)}`, {
        hint: "Try the key by hand: git tag --sign",
    });
}
const examples = { ssh: 'ssh-keygen -t ed25519 -f key -N ""', gpg: "gpg --armor --export-secret-keys KEY" };
function notAKey({ format }, said) {
    return new faults/* ReleaseFault */.eB("config", `RELEASE_SIGNING_KEY holds no private ${format} key: ${lines(said)}`, {
        hint: `Give it the text of the private key, all of its lines. Example: ${examples[format]}`,
    });
}
function noProgram(program, cause) {
    return new faults/* ReleaseFault */.eB("config", `Tags cannot be signed: there is no ${program} on this machine`, {
        hint: `Install ${program === "gpg" ? "GnuPG" : "OpenSSH"}, or set tag.sign to none.`,
        cause,
    });
}
function lines(said) {
    return said
        .replaceAll(/\S*release-signing-\S*/g, "the key")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .slice(0, 3)
        .join("; ");
}

;// CONCATENATED MODULE: ./build/packages/git/signing-key.js




const timeoutMs = 30_000;
async function sshKey(directory, { key, passphrase = "" }) {
    const file = external_node_path_.join(directory, "key");
    await (0,promises_.writeFile)(file, `${key.trim()}\n`, { mode: 0o600 });
    const ask = external_node_path_.join(directory, "ask");
    await (0,promises_.writeFile)(ask, '#!/bin/sh\nprintf "%s\\n" "$RELEASE_SIGNING_PASSPHRASE"\n', { mode: 0o700 });
    const asked = { SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: "force", RELEASE_SIGNING_PASSPHRASE: passphrase };
    return { id: file, env: { ...asked, SSH_AUTH_SOCK: "" }, complaint: async () => "", close: async () => undefined };
}
async function gpgKey(directory, signer) {
    const home = external_node_path_.join(directory, "gnupg");
    await (0,promises_.mkdir)(home, { mode: 0o700 });
    const secret = external_node_path_.join(home, "passphrase");
    await (0,promises_.writeFile)(secret, `${signer.passphrase ?? ""}\n`, { mode: 0o600 });
    const settings = ["batch", "no-tty", "pinentry-mode loopback", `passphrase-file ${secret}`, "trust-model always"];
    await (0,promises_.writeFile)(external_node_path_.join(home, "gpg.conf"), `${settings.join("\n")}\n`, { mode: 0o600 });
    const env = { GNUPGHOME: home, LC_ALL: "C" };
    const gpg = async (args, input) => (0,process/* run */.eF)(["gpg", ...args], { env, input, timeoutMs }).catch((cause) => {
        throw noProgram("gpg", cause);
    });
    const imported = await gpg(["--quiet", "--import"], `${signer.key.trim()}\n`);
    const listed = await gpg(["--list-secret-keys", "--with-colons"], "");
    const id = /^fpr:{9}([0-9A-F]+):/m.exec(listed.stdout)?.[1];
    if (id === undefined) {
        await endAgent(home);
        throw notAKey(signer, imported.stderr);
    }
    return {
        id,
        env,
        complaint: async () => (await gpg(["--local-user", id, "--detach-sign", "--output", "-"], "trial")).stderr,
        close: () => endAgent(home),
    };
}
async function endAgent(home) {
    await (0,process/* run */.eF)(["gpgconf", "--homedir", home, "--kill", "all"], { timeoutMs }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/packages/git/sign.js






const sign_timeoutMs = 30_000;
const ownConfiguration = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
async function signTag(git, place, { name, sha, message, at, signer }, trial) {
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), "release-signing-"));
    let key;
    try {
        await (0,promises_.chmod)(directory, 0o700);
        key = await (signer.format === "ssh" ? sshKey : gpgKey)(directory, signer);
        const repository = external_node_path_.join(directory, "repository");
        await git.text("make room for a signature", [
            "init",
            "--quiet",
            "--bare",
            `--object-format=${place.algorithm}`,
            repository,
        ]);
        const borrowed = trial
            ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: place.objects }
            : { GIT_OBJECT_DIRECTORY: place.objects };
        const env = { ...ownConfiguration, ...key.env, ...borrowed, GIT_DIR: repository };
        const by = signature(place.author, at);
        const dated = { ...env, GIT_COMMITTER_DATE: `@${by.slice(by.lastIndexOf(">") + 2)}` };
        const format = signer.format === "ssh" ? "ssh" : "openpgp";
        const options = ["-c", `gpg.format=${format}`, "-c", `user.signingKey=${key.id}`];
        const result = await git.try([...options, "tag", "--sign", `--message=${message}`, name, sha], {
            env: dated,
            timeoutMs: sign_timeoutMs,
        });
        const text = result.exitCode === 0 ? await git.text("read the signed tag", ["cat-file", "tag", name], { env }) : "";
        if (!/^-----BEGIN /m.test(text))
            throw signingFault(signer, (await key.complaint()) || result.stderr);
        return await git.text("read the signed tag", ["rev-parse", "--verify", `refs/tags/${name}`], { env });
    }
    finally {
        await key?.close();
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/packages/git/trees.js




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
async function openGit(options) {
    const remote = options.remote ?? "origin";
    const found = {};
    const command = createCommand({ ...options, remoteUrl: () => found.url });
    const [place, url] = await Promise.all([findClone(command), findRemote(command, remote)]);
    found.url = url;
    const objects = createObjectWriter(place.objects, place.algorithm, options.author);
    const reader = readObjects(command);
    const fetch = options.fetch ?? globalThis.fetch;
    const overHttp = () => {
        return { url, fetch, authorization: options.authorization?.(), algorithm: place.algorithm };
    };
    const lookAt = (prefixes) => look({ ...overHttp(), git: command, remote }, prefixes);
    let abilities;
    const pushAll = async (updates) => {
        const news = objects.takeNew(updates.flatMap(({ to }) => (to === undefined ? [] : [to])));
        if (isHttp(url) && news !== undefined && updates.length > 0) {
            abilities ??= abilitiesOf(overHttp());
            const known = await abilities;
            const sent = known === undefined ? undefined : await send(overHttp(), known, { updates, objects: news });
            if (sent !== undefined)
                return sent;
        }
        return push(command, remote, updates);
    };
    return {
        directory: options.directory,
        remote: withoutSecrets(url),
        ...reading(command, reader),
        async fetch(refspecs, fetchOptions) {
            if (isHttp(url) && fetchOptions === undefined && (await isCurrent(reader, lookAt, refspecs)))
                return;
            await fetchObjects(command, remote, refspecs, fetchOptions);
            if (fetchOptions?.depth !== undefined)
                reader.forget();
        },
        async remoteRefs(patterns) {
            const { refs } = await lookAt(patterns.map((pattern) => pattern.replace(/[*?[].*$/, "")));
            const wanted = patterns.map(globExpression);
            return new Map([...refs].filter(([ref]) => wanted.some((expression) => expression.test(ref))));
        },
        look: lookAt,
        push: pushAll,
        commitFiles: (commit) => commit.whole === true ? commitWhole(objects, commit) : commitChanges({ stored: reader, objects }, commit),
        tagObject: (tag) => objects.tag(tag),
        signedTag: (tag) => signTag(command, { ...place, author: options.author }, tag, false),
        async trySigning(sha, signer) {
            const at = "1970-01-01T00:00:00Z";
            await signTag(command, { ...place, author: options.author }, { name: "trial", sha, message: "trial", at, signer }, true);
        },
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
async function isCurrent(reader, lookAt, refspecs) {
    const pairs = refspecs.map((refspec) => /^\+?(?<from>refs\/[^*:]+):(?<to>refs\/[^*:]+)$/.exec(refspec)?.groups);
    const [froms, tos] = [pairs.map((pair) => pair?.["from"] ?? ""), pairs.map((pair) => pair?.["to"] ?? "")];
    if (froms.includes(""))
        return false;
    const here = await reader.read(tos);
    if (here.includes(undefined))
        return false;
    const there = await lookAt(froms).catch(() => undefined);
    return froms.every((from, index) => there?.refs.get(from) === here[index]?.id);
}
function globExpression(glob) {
    const source = glob
        .replaceAll(/[.+^${}()|\\]/g, String.raw `\$&`)
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${source}$`);
}

;// CONCATENATED MODULE: ./build/packages/git/index.js




/***/ }),

/***/ 31359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ov: () => (/* reexport */ freePort),
  lp: () => (/* reexport */ harmlessVariables),
  __: () => (/* reexport */ onlyVariables),
  eF: () => (/* reexport */ run),
  E5: () => (/* reexport */ runShell),
  G5: () => (/* reexport */ runStream),
  to: () => (/* reexport */ startTalk)
});

;// CONCATENATED MODULE: ./build/packages/process/environment.js
const harmlessVariables = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "LANG",
    "LC_ALL",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "XDG_RUNTIME_DIR",
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
function onlyVariables(env, names) {
    return Object.fromEntries(names.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/packages/process/free-port.js


const first = 20_000;
const last = 32_767;
const maxTries = 100;
async function freePort() {
    for (let tries = 1; tries <= maxTries; tries += 1) {
        const port = (0,external_node_crypto_.randomInt)(first, last + 1);
        if (await isFree(port))
            return port;
    }
    throw new Error(`none of ${maxTries} ports from ${first} to ${last} is free`);
}
function isFree(port) {
    return new Promise((resolve) => {
        const server = (0,external_node_net_.createServer)();
        server.once("error", () => resolve(false));
        server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/process/child.js




const graceMs = 3_000;
const drainMs = 2_000;
const ownGroup = process.platform !== "win32";
function startChild(argv, options) {
    const [file, ...args] = argv;
    const startedAt = performance.now();
    const child = spawned(file, args, options);
    const state = { timedOut: false };
    const timers = new Set();
    const later = (ms, act) => {
        timers.add(setTimeout(act, ms));
    };
    const closePipes = () => {
        child.stdout.destroy();
        child.stderr.destroy();
    };
    const end = () => {
        signalGroup(child.pid, "SIGTERM");
        later(graceMs, () => {
            signalGroup(child.pid, "SIGKILL");
            closePipes();
        });
    };
    if (options.timeoutMs !== undefined) {
        later(options.timeoutMs, () => {
            state.timedOut = true;
            end();
        });
    }
    if (options.signal?.aborted === true)
        end();
    options.signal?.addEventListener("abort", end, { once: true });
    endWithUs(child);
    child.once("exit", () => {
        child.stdin?.destroy();
        later(drainMs, closePipes);
    });
    const finished = ended(child, (cause) => cannotStart(file, options.cwd, cause)).then((result) => {
        if (state.timedOut || options.signal?.aborted === true)
            signalGroup(child.pid, "SIGKILL");
        return { ...result, durationMs: performance.now() - startedAt };
    });
    const settled = () => {
        for (const timer of timers)
            clearTimeout(timer);
        options.signal?.removeEventListener("abort", end);
        forget(child);
    };
    finished.then(settled, settled);
    const { stdin, stdout, stderr } = child;
    return { stdin, stdout, stderr, finished, state, end, setAwaited: (awaited) => setAwaited(child, awaited) };
}
const running = new Set();
const endAll = () => {
    for (const { pid } of running)
        signalGroup(pid, "SIGKILL");
};
function endWithUs(child) {
    if (running.size === 0)
        process.once("exit", endAll);
    running.add(child);
}
function forget(child) {
    running.delete(child);
    if (running.size === 0)
        process.removeListener("exit", endAll);
}
function setAwaited(child, awaited) {
    const verb = awaited ? "ref" : "unref";
    child[verb]();
    for (const pipe of child.stdio)
        if (pipe instanceof external_node_net_.Socket)
            pipe[verb]();
}
function spawned(file, args, options) {
    const env = options.inheritEnv === false ? { ...options.env } : { ...process.env, ...options.env };
    const how = { cwd: options.cwd, env, detached: ownGroup, windowsHide: true };
    try {
        const isLeashed = options.leash === true;
        const stdin = options.input === undefined && !isLeashed ? "ignore" : "pipe";
        const child = (0,external_node_child_process_.spawn)(file, args, { ...how, stdio: [stdin, "pipe", "pipe"] });
        if (!hasOutputs(child))
            throw new Error("too many open files");
        child.stdin?.on("error", () => { });
        if (!isLeashed)
            child.stdin?.end(options.input);
        return child;
    }
    catch (cause) {
        throw cannotStart(file, options.cwd, cause);
    }
}
function hasOutputs(child) {
    if (child.stdout instanceof external_node_stream_.Readable && child.stderr instanceof external_node_stream_.Readable)
        return true;
    child.once("error", () => { });
    return false;
}
function ended(child, fault) {
    return new Promise((resolve, reject) => {
        child.once("error", (cause) => reject(fault(cause)));
        child.once("close", (code, signal) => resolve({ exitCode: code ?? undefined, signal: signal ?? undefined }));
    });
}
function signalGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(ownGroup ? -pid : pid, signal);
    }
    catch {
    }
}
function cannotStart(file, cwd, cause) {
    const why = cause instanceof Error ? cause.message.split("\n", 1)[0] : "";
    const place = cwd === undefined ? "" : ` in ${cwd}`;
    return new faults/* ReleaseFault */.eB("config", `Cannot start the program "${file}"${place}: ${why}`, {
        hint: `Install ${file} or correct its name; \`command -v ${file}\` must print a path, and the directory must exist.`,
        cause,
    });
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/packages/process/output.js

class Output {
    #chunks = [];
    #bytes = 0;
    #truncated = false;
    #partial = "";
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #maxBytes;
    #onLine;
    constructor(maxBytes, onLine) {
        this.#maxBytes = maxBytes;
        this.#onLine = onLine;
    }
    get truncated() {
        return this.#truncated;
    }
    add(chunk) {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
        if (this.#bytes > 2 * this.#maxBytes)
            this.#trim();
        if (this.#onLine !== undefined)
            this.#split(this.#decoder.write(chunk));
    }
    end() {
        if (this.#onLine !== undefined) {
            this.#split(this.#decoder.end());
            if (this.#partial !== "")
                this.#onLine(this.#partial);
            this.#partial = "";
        }
        this.#trim();
        return Buffer.concat(this.#chunks).toString("utf8");
    }
    #trim() {
        if (this.#bytes <= this.#maxBytes)
            return;
        this.#chunks = [Buffer.concat(this.#chunks).subarray(-this.#maxBytes)];
        this.#bytes = this.#maxBytes;
        this.#truncated = true;
    }
    #split(text) {
        const lines = (this.#partial + text).split(/\r?\n/);
        this.#partial = lines.pop() ?? "";
        for (const line of lines)
            this.#onLine?.(line);
        if (this.#partial.length > this.#maxBytes)
            this.#partial = this.#partial.slice(-this.#maxBytes);
    }
}

;// CONCATENATED MODULE: ./build/packages/process/run.js


const defaultMaxBytes = 64 * 1024 * 1024;
async function run(argv, options = {}) {
    const maxBytes = options.maxOutputBytes ?? defaultMaxBytes;
    const { onLine } = options;
    const stdout = new Output(maxBytes, onLine && ((line) => onLine("stdout", line)));
    const stderr = new Output(maxBytes, onLine && ((line) => onLine("stderr", line)));
    const child = startChild(argv, options);
    child.stdout.on("data", (chunk) => stdout.add(chunk));
    child.stderr.on("data", (chunk) => stderr.add(chunk));
    const { exitCode, signal, durationMs } = await child.finished;
    return {
        exitCode,
        ...(signal === undefined ? {} : { signal }),
        stdout: stdout.end(),
        stderr: stderr.end(),
        durationMs,
        timedOut: child.state.timedOut,
        truncated: stdout.truncated || stderr.truncated,
    };
}
function runShell(command, options = {}) {
    return run(["sh", "-c", command], options);
}

;// CONCATENATED MODULE: ./build/packages/process/stream.js



const stderrBytes = 64 * 1024;
async function* runStream(argv, options = {}) {
    const stderr = new Output(stderrBytes);
    const child = startChild(argv, options);
    child.stderr.on("data", (chunk) => stderr.add(chunk));
    child.finished.catch(() => { });
    let read = false;
    try {
        for await (const chunk of child.stdout)
            yield chunk;
        read = true;
    }
    finally {
        if (!read)
            child.end();
    }
    const { exitCode } = await child.finished;
    if (exitCode === 0 && !child.state.timedOut)
        return;
    const text = stderr.end().trim();
    if (options.fault !== undefined)
        throw options.fault(text);
    const why = child.state.timedOut
        ? `took longer than ${options.timeoutMs} ms`
        : `ended with ${exitCode ?? "a signal"}`;
    throw new faults/* ReleaseFault */.eB("bug", `${argv[0]} ${why}: ${text}`, { hint: `Run it by hand: ${argv.join(" ")}` });
}

;// CONCATENATED MODULE: ./build/packages/process/talk.js

function startTalk(argv, options = {}) {
    const child = startChild(argv, { ...options, leash: true });
    child.stderr.resume();
    const ended = child.finished.then(() => undefined, () => undefined);
    return {
        say: (text) => void child.stdin?.write(text),
        answers: child.stdout,
        ended,
        end: () => child.stdin?.end(),
        setAwaited: child.setAwaited,
    };
}

;// CONCATENATED MODULE: ./build/packages/process/index.js







/***/ })

};
