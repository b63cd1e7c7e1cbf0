export const id = 6834;
export const ids = [6834,2222];
export const modules = {

/***/ 62222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   erasedKey: () => (/* binding */ erasedKey),
/* harmony export */   erasureIn: () => (/* binding */ erasureIn),
/* harmony export */   isErasure: () => (/* binding */ isErasure),
/* harmony export */   loggedErasures: () => (/* binding */ loggedErasures),
/* harmony export */   withErasures: () => (/* binding */ withErasures)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96822);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72971);


const erasedKey = '{"erased":';
function withErasures(log, erasures) {
    let continued = log === "" || log.endsWith("\n") ? log : `${log}\n`;
    for (const erased of erasures)
        continued += `${(0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .chained */ .HM)(continued, { erased })}\n`;
    return continued;
}
function loggedErasures(log) {
    return log.split("\n").flatMap((line) => erasureIn(line) ?? []);
}
function erasureIn(line) {
    return line.startsWith(erasedKey) ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(line, saysErased)?.erased : undefined;
}
function saysErased(entry) {
    return typeof entry === "object" && entry !== null && "erased" in entry && isErasure(entry.erased);
}
function isErasure(value) {
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTexts */ .fx)(value, ["release", "token", "at", "by", "reason"]);
}


/***/ }),

/***/ 7166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ factsIn),
/* harmony export */   d: () => (/* binding */ changedFact)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96822);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72971);


function factsIn(file) {
    const { lines, rest } = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .linesIn */ .hl)(file);
    const facts = lines.map(parseFact);
    return rest.length > 0 || facts.includes(undefined) ? undefined : facts.filter((fact) => fact !== undefined);
}
function changedFact(file, { facts: recorded }) {
    const { lines, rest } = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .linesIn */ .hl)(file);
    let prev = _log_js__WEBPACK_IMPORTED_MODULE_0__/* .genesis */ .T9;
    for (const [index, line] of lines.entries()) {
        const number = index + 1;
        const fact = parseFact(line);
        if (fact === undefined)
            return `fact ${number} was changed: it is not JSON`;
        if (!Buffer.from((0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(fact)).equals(line))
            return `fact ${number} was changed: it is not in canonical form`;
        if (fact.seq !== number || fact.prev !== prev)
            return misplaced(fact, number);
        prev = (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(line);
    }
    if (rest.length > 0)
        return `fact ${lines.length + 1} is cut off`;
    if (typeof recorded === "number" && lines.length < recorded)
        return `there are ${lines.length}, and there were ${recorded}: those after them are gone`;
    if (typeof recorded === "number" && lines.length > recorded)
        return `there are ${lines.length}, and there were ${recorded}: those after them were added`;
    return `fact ${lines.length} was changed, or all were written anew`;
}
function misplaced({ seq }, number) {
    if (seq > number)
        return `fact ${number} is gone, fact ${seq} stands in its place`;
    if (seq < number)
        return `fact ${number} is not the one that was there: it says that it is fact ${seq}`;
    return number === 1
        ? "the first is not the first"
        : `fact ${number - 1} was changed, or fact ${number} that follows it`;
}
function parseFact(line) {
    try {
        const value = JSON.parse(line.toString("utf8"));
        return typeof value === "object" && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 74478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  anchorProblems: () => (/* reexport */ audit_anchor/* anchorProblems */.gF),
  auditEvidence: () => (/* reexport */ auditEvidence),
  evidenceText: () => (/* reexport */ evidenceText),
  findAnchor: () => (/* reexport */ audit_anchor/* findAnchor */.t1),
  verifyAuditLog: () => (/* reexport */ verifyAuditLog)
});

// EXTERNAL MODULE: ./build/packages/audit/anchor.js
var audit_anchor = __webpack_require__(61964);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
// EXTERNAL MODULE: ./build/packages/audit/append.js
var append = __webpack_require__(6373);
// EXTERNAL MODULE: ./build/packages/audit/erasure.js
var erasure = __webpack_require__(62222);
// EXTERNAL MODULE: ./build/packages/audit/facts.js
var audit_facts = __webpack_require__(7166);
// EXTERNAL MODULE: ./build/packages/audit/log.js
var audit_log = __webpack_require__(72971);
;// CONCATENATED MODULE: ./build/packages/audit/export.js





const controls = {
    release: "SOC 2 CC8.1; ISO 27001 A.8.32; HIPAA 164.312(b)",
    gate: "SOC 2 CC8.1; ISO 27001 A.8.29",
    override: "SOC 2 CC8.1, CC5.2; ISO 27001 A.8.32",
    finding: "SOC 2 CC7.1; ISO 27001 A.8.8",
    emergency: "SOC 2 CC8.1; ISO 27001 A.8.32",
    request: "SOC 2 CC8.1; ISO 27001 A.5.3",
    rollback: "SOC 2 CC7.4, CC7.5; ISO 27001 A.5.26, A.8.14",
    denied: "SOC 2 CC6.3, CC7.2; ISO 27001 A.5.15, A.8.15; HIPAA 164.312(a)(1), 164.312(b)",
    erasure: "SOC 2 CC6.5; ISO 27001 A.5.34, A.8.10",
    integrity: "SOC 2 CC7.2; ISO 27001 A.5.33, A.8.15; HIPAA 164.312(c)(1)",
};
function auditEvidence({ log, facts, people, problems }, wanted) {
    const text = log.toString("utf8");
    const acts = [
        ...[...facts].flatMap(([release, file]) => ofRelease(file, people.get(release))),
        ...(0,append/* loggedHours */.kU)(text).map(ofDenied),
        ...(0,erasure.loggedErasures)(text).map(ofErasure),
    ];
    const from = wanted.from ?? "";
    const until = wanted.to === undefined ? "\uffff" : `${wanted.to}T23:59:59.999Z`;
    const inPeriod = acts.filter(({ when }) => when >= from && when <= until);
    return [...inPeriod.toSorted((a, b) => (a.when < b.when ? -1 : Number(a.when > b.when))), integrity(problems)];
}
function evidenceText(evidence, format) {
    if (format === "json")
        return `${JSON.stringify(evidence, undefined, 2)}\n`;
    const rows = [columns, ...evidence.map((one) => columns.map((column) => one[column]))];
    if (format === "csv")
        return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
    const [head, ...rest] = rows.map((row) => `| ${row.map(markdownCell).join(" | ")} |`);
    return [head, `|${" --- |".repeat(columns.length)}`, ...rest, ""].join("\n");
}
const columns = ["when", "who", "what", "release", "outcome", "approvals", "why", "controls"];
function ofRelease(file, people) {
    const kept = (0,audit_facts/* factsIn */.P)(file);
    if (kept === undefined || kept.length === 0)
        return [];
    const facts = (0,machine/* holdsTokens */.Z3)(kept) ? (0,machine/* withNames */.B1)(kept, (0,machine/* peopleIn */.$T)(people?.toString("utf8") ?? "")) : kept;
    const { release, version, type, timestamp, startedAt, initiator, outcome, approvals, ...said } = (0,audit_log/* statementOf */.T8)(facts, "");
    const about = (kind, act) => ({
        when: timestamp,
        who: initiator,
        what: "",
        release,
        outcome: "",
        approvals: "",
        why: "",
        ...act,
        controls: controls[kind],
    });
    const requests = facts.flatMap((fact) => (fact.type === "requested" ? [fact] : []));
    const answers = new Map(facts.flatMap((fact) => (fact.type === "answered" ? [[fact.id, fact.outcome]] : [])));
    return [
        about("release", { when: startedAt, what: `${type} release of ${version} started` }),
        ...said.gates.map(({ gate, status, at }) => about("gate", { when: at, what: `gate ${gate}`, outcome: status })),
        ...(said.overrides ?? []).map(({ gate, by, reason, result }) => about("override", { who: by, what: `override of gate ${gate}`, why: reason, outcome: result })),
        ...(said.allowedFindings ?? []).map((finding) => about("finding", { what: `finding that may stay: ${(0,audit_log/* canonical */.$N)(finding)}`, outcome: "allowed" })),
        ...(said.emergency === undefined
            ? []
            : [
                about("emergency", {
                    when: said.emergency.at,
                    who: said.emergency.by,
                    what: "emergency",
                    why: said.emergency.reason,
                }),
            ]),
        ...requests.map(({ at, by, kind, reason, id }) => about("request", {
            when: at,
            who: by,
            what: `request: ${kind}`,
            why: reason,
            outcome: answers.get(id) ?? "open",
        })),
        ...(said.rollback === undefined
            ? []
            : [
                about("rollback", {
                    what: `rollback (${said.rollback.trigger})`,
                    why: said.rollback.reason,
                    outcome: said.rollback.phase,
                }),
            ]),
        about("release", {
            what: `${type} release of ${version} ended`,
            outcome,
            approvals: approvals.join(", "),
            why: said.failure ?? "",
        }),
    ];
}
function ofErasure({ at, by, release, reason }) {
    const what = "a person was erased from the records";
    return {
        when: at,
        who: by,
        what,
        release,
        outcome: "erased",
        approvals: "",
        why: reason,
        controls: controls.erasure,
    };
}
function ofDenied({ hour, person, count, ...said }) {
    const why = typeof said.why === "string" ? said.why : "";
    const asked = typeof said.asked === "object" && said.asked !== null ? Object.keys(said.asked).join(", ") : "";
    const what = `denied ${count} times: ${asked}`;
    return {
        when: `${hour}:00:00.000Z`,
        who: person,
        what,
        release: "",
        outcome: "denied",
        approvals: "",
        why,
        controls: controls.denied,
    };
}
function integrity(problems) {
    const outcome = problems.length === 0 ? "whole" : `${problems.length} problems`;
    const what = "the audit log and every archived fact were verified";
    return {
        when: "",
        who: "",
        what,
        release: "",
        outcome,
        approvals: "",
        why: problems.join("; "),
        controls: controls.integrity,
    };
}
function csvCell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
const markdownCell = (text) => text.replaceAll(/[\\|<>&`*_[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll(/\s+/g, " ");

// EXTERNAL MODULE: ./build/packages/audit/lines.js
var audit_lines = __webpack_require__(96822);
;// CONCATENATED MODULE: ./build/packages/audit/people.js




function peopleProblems({ facts, people, erasures }) {
    const found = [];
    for (const release of people.keys())
        if (!facts.has(release))
            found.push(`the people of ${release}: there are no facts that name them`);
    for (const [release, file] of facts) {
        const mine = erasures.filter(({ erased }) => erased.release === release);
        found.push(...problemsOf({ release, tokens: tokensIn(file), file: people.get(release), erasures: mine }));
    }
    for (const { line, erased } of erasures)
        if (!facts.has(erased.release))
            found.push(`line ${line}: erases somebody from ${erased.release}, which is not archived`);
    return found;
}
function problemsOf({ release, tokens, file, erasures }) {
    const strange = erasures.filter(({ erased }) => tokens?.has(erased.token) !== true);
    const found = strange.map(({ line, erased }) => `line ${line}: erases ${erased.token}, which no fact of ${release} has`);
    if (tokens === undefined)
        return file === undefined
            ? found
            : [...found, `the people of ${release}: its facts have no tokens that can be read`];
    const seen = new Set();
    const { lines, rest } = (0,audit_lines/* linesIn */.hl)(file ?? Buffer.alloc(0));
    for (const [index, line] of lines.entries()) {
        const person = personIn(line);
        const problem = person === undefined ? `line ${index + 1} was changed` : personProblem(person, tokens, seen);
        if (problem !== undefined)
            found.push(`the people of ${release}: ${problem}`);
        if (person !== undefined)
            seen.add(person.token);
    }
    if (rest.length > 0)
        found.push(`the people of ${release}: line ${lines.length + 1} is cut off`);
    const erased = new Set(erasures.map((one) => one.erased.token));
    for (const token of tokens) {
        if (!seen.has(token) && !erased.has(token))
            found.push(`the people of ${release}: ${token} is gone, and nobody erased it`);
        if (seen.has(token) && erased.has(token))
            found.push(`the people of ${release}: ${token} was erased and is back`);
    }
    return found;
}
function personIn(line) {
    const person = (0,machine/* parsePerson */.JC)(line.toString("utf8"));
    return person !== undefined && Buffer.from((0,audit_log/* canonical */.$N)(person)).equals(line) ? person : undefined;
}
function personProblem({ token, salt, name }, tokens, seen) {
    if ((0,machine/* personToken */.py)(salt, name) !== token || !isSalt(salt))
        return `${token} does not stand for the name and salt beside it`;
    if (!tokens.has(token))
        return `${token} stands in none of its facts`;
    return seen.has(token) ? `${token} is there twice` : undefined;
}
function isSalt(salt) {
    const bytes = Buffer.from(salt, "base64url");
    return bytes.length === 16 && bytes.toString("base64url") === salt;
}
function tokensIn(file) {
    try {
        const facts = (0,audit_facts/* factsIn */.P)(file);
        return facts !== undefined && (0,machine/* holdsTokens */.Z3)(facts) ? (0,machine/* namesIn */.wX)(facts) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/audit/verify.js






function verifyAuditLog({ log, facts, people, denied }) {
    const found = [];
    const erasures = [];
    const seen = new Map();
    const { lines, rest } = (0,audit_lines/* linesIn */.hl)(log);
    let prev = audit_log/* genesis */.T9;
    for (const [index, line] of lines.entries()) {
        const place = { number: index + 1, prev };
        const { names, problems } = lookAt(line, place, { facts, denied });
        const before = names === undefined ? undefined : seen.get(names);
        if (before !== undefined)
            found.push(`line ${place.number}: repeats ${names} of line ${before}`);
        if (names !== undefined)
            seen.set(names, before ?? place.number);
        for (const problem of problems)
            found.push(`line ${place.number}: ${problem}`);
        if (line.indexOf(erasure.erasedKey, 0, "latin1") === 0) {
            const erased = (0,erasure.erasureIn)(line.toString("utf8"));
            if (erased !== undefined)
                erasures.push({ line: place.number, erased });
        }
        prev = (0,audit_log/* sha256 */.sc)(line);
    }
    if (rest.length > 0)
        found.push(`line ${lines.length + 1}: is cut off`);
    for (const release of facts.keys())
        if (!seen.has(release))
            found.push(`${release} is archived and not in the log`);
    return [...found, ...peopleProblems({ facts, people, erasures })];
}
function lookAt(line, place, { facts, denied }) {
    const release = releaseOf(line, place);
    const file = release === undefined ? undefined : facts.get(release);
    if (release !== undefined && file === undefined)
        return { names: release, problems: [missing(release)] };
    const entry = (0,audit_lines/* entryIn */.Gi)(line, isEntry);
    if (entry === undefined)
        return { problems: ["is not an entry"] };
    const chain = chainProblems(entry, line, place);
    if (isDenied(entry))
        return { problems: [...chain, ...deniedProblems(entry.denied, denied)] };
    if (isErased(entry))
        return { names: erasureOf(entry.erased), problems: chain };
    const kept = facts.get(entry.release);
    return {
        names: entry.release,
        problems: [...chain, ...(kept === undefined ? [missing(entry.release)] : factProblems(entry, kept))],
    };
}
const erasureOf = ({ release, token }) => `the erasure of ${token} from ${release}`;
const missing = (release) => `the facts of ${release} are missing`;
function releaseOf(line, { number, prev }) {
    const follows = line.indexOf(`,"prev":"${prev}",`, 0, "latin1");
    if (follows < 0)
        return undefined;
    const from = line.indexOf(releaseKey, follows, "latin1") + releaseKey.length;
    const until = line.indexOf('"', from, "latin1");
    if (from < releaseKey.length || line.indexOf(`,"seq":${number},`, until, "latin1") < 0)
        return undefined;
    return line.toString("utf8", from, until);
}
const releaseKey = ',"release":"';
const isDenied = (entry) => "denied" in entry;
const isErased = (entry) => "erased" in entry;
function chainProblems(entry, line, { number, prev }) {
    const first = number === 1 ? "is not the first" : `does not follow line ${number - 1} as it is now`;
    return [
        ...(entry.seq === number ? [] : [`says that it is line ${entry.seq}`]),
        ...(entry.prev === prev ? [] : [first]),
        ...(Buffer.from((0,audit_log/* canonical */.$N)(entry)).equals(line) ? [] : ["is not in canonical form"]),
    ];
}
function deniedProblems(said, counted) {
    if (counted === undefined)
        return [];
    const now = counted.find((one) => (0,append/* hourOf */.cg)(one) === (0,append/* hourOf */.cg)(said));
    const what = `what ${said.person} was denied at ${said.hour}:00 UTC`;
    if (now === undefined)
        return [`${what} is gone from where it was counted (refs/release-command/denied)`];
    return (0,audit_log/* canonical */.$N)(now) === (0,audit_log/* canonical */.$N)(said) ? [] : [`${what} is not what was counted (refs/release-command/denied)`];
}
function factProblems(entry, file) {
    const { seq, prev, signedBy, ...said } = entry;
    const { release, digest } = said;
    if ((0,audit_log/* sha256 */.sc)(file) !== digest)
        return [`the facts of ${release} are not those that were recorded: ${(0,audit_facts/* changedFact */.d)(file, entry)}`];
    const actual = statementIn(file, digest);
    if (actual === undefined)
        return [`the facts of ${release} are those of no release`];
    const marks = signedBy === undefined ? {} : { signedBy };
    if ((0,audit_log/* lineAt */.mh)({ number: seq, prev }, { ...actual, ...marks }) === (0,audit_log/* canonical */.$N)(entry))
        return [];
    return differences(said, actual).map((field) => `says another ${field} of ${release} than its facts do`);
}
function statementIn(file, digest) {
    try {
        const facts = (0,audit_facts/* factsIn */.P)(file);
        return facts === undefined ? undefined : (0,audit_log/* statementOf */.T8)(facts, digest);
    }
    catch {
        return undefined;
    }
}
function differences(said, actual) {
    const fields = new Set([...Object.keys(said), ...Object.keys(actual)]);
    return [...fields].filter((field) => verify_text(Reflect.get(said, field)) !== verify_text(Reflect.get(actual, field)));
}
const verify_text = (value) => (value === undefined ? "" : (0,audit_log/* canonical */.$N)(value));
function isEntry(value) {
    if (typeof value !== "object" || value === null || !("seq" in value) || typeof value.seq !== "number")
        return false;
    if ("denied" in value)
        return (0,append/* isDeniedHour */.uS)(value.denied);
    if ("erased" in value)
        return (0,erasure.isErasure)(value.erased);
    return (0,audit_lines/* hasTexts */.fx)(value, ["prev", "release", "digest"]);
}

;// CONCATENATED MODULE: ./build/packages/audit/verifier.js





/***/ })

};
