export const id = 6982;
export const ids = [6982];
export const modules = {

/***/ 46982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   erasePerson: () => (/* binding */ erasePerson),
/* harmony export */   publishErased: () => (/* binding */ publishErased)
/* harmony export */ });
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15717);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10167);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9798);
/* harmony import */ var _people_authority_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14133);
/* harmony import */ var _commands_known_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35379);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8821);
/* harmony import */ var _rollback_root_cause_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19534);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(98032);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(67766);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(95689);











const reasonAtMost = 300;
async function erasePerson(workplace, wanted) {
    const { journal, actor } = workplace;
    await (0,_people_authority_js__WEBPACK_IMPORTED_MODULE_4__/* .authorise */ .Z_)(workplace, { deeds: ["erase"], release: wanted.id });
    const stored = await (0,_commands_known_release_js__WEBPACK_IMPORTED_MODULE_5__/* .readOrThrow */ .Y)(workplace, wanted.id);
    if (stored.live)
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("policy", `${stored.id} is under way: whoever drives it needs its people`, {
            hint: `Erase once it has ended. Where it stands: release status ${stored.id}`,
        });
    const afterwards = await (0,_rollback_root_cause_js__WEBPACK_IMPORTED_MODULE_7__/* .afterwardsOf */ .$R)(workplace, stored.facts);
    const about = { release: stored.id, by: actor, reason: reasonOf(workplace, wanted) };
    let [erasures, sent, kept] = [[], [], []];
    await journal.amend(stored.id, async (archive) => {
        const now = await recordsIn(archive, stored.id);
        kept = now.facts;
        const mine = now.people.filter(({ name }) => isSame(name, wanted.person));
        if (mine.length === 0) {
            refuseStranger(now, wanted);
            erasures = now.erasures;
            return [];
        }
        refuseChanged(now, mine, stored.id);
        const at = new Date(archive.nowMs).toISOString();
        sent = mine.map(({ token }) => token);
        const unsaid = sent.filter((token) => !now.erasures.some((one) => one.token === token));
        const added = unsaid.map((token) => ({ ...about, token, at }));
        erasures = [...now.erasures, ...added];
        return filesWithout(now, { ...wanted, id: stored.id, added, afterwards });
    });
    const isOurs = erasures.some(({ token }) => sent.includes(token));
    return {
        stored,
        when: isOurs ? "now" : "before",
        erasures,
        sentences: kept.flatMap((fact) => (mentions(JSON.stringify(fact), wanted.person) ? [fact.seq] : [])),
        others: await othersWith(workplace, wanted.person, stored.id),
    };
}
async function publishErased(workplace, stored) {
    await (0,_open_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchAll */ .mj)(workplace.git);
    await (0,_publication_js__WEBPACK_IMPORTED_MODULE_8__/* .finishPublication */ .g$)(workplace, stored);
}
async function recordsIn({ paths, readBytes }, release) {
    const wanted = [_records_js__WEBPACK_IMPORTED_MODULE_9__/* .auditLogPath */ .Hx, (0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .factsPath */ .dH)(release), (0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .peoplePath */ .vN)(release)].filter((path) => paths.has(path));
    const files = await readBytes(wanted);
    const log = files.get(_records_js__WEBPACK_IMPORTED_MODULE_9__/* .auditLogPath */ .Hx) ?? Buffer.alloc(0);
    const { loggedReleases, recordedFacts } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadAttestation */ .ft)();
    const { loggedErasures } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadErasure */ .QZ)();
    const logged = loggedReleases(log).find((one) => one.release === release);
    const facts = logged === undefined ? undefined : recordedFacts(logged, files.get((0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .factsPath */ .dH)(release)) ?? Buffer.alloc(0));
    if (facts === undefined)
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("policy", `The facts of ${release} are not those that were recorded: nothing is erased`, {
            hint: "Look with: release audit verify   and put what was recorded back.",
        });
    if (!(0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .holdsTokens */ .Z3)(facts))
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("policy", `${release} was archived by an older version, with names in its facts`, {
            hint: "Its digest is over those names: to change them is to break the audit log. See docs/audit.md, Erase a person.",
        });
    const file = files.get((0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .peoplePath */ .vN)(release))?.toString("utf8") ?? "";
    const text = log.toString("utf8");
    const erasures = loggedErasures(text).filter((one) => one.release === release);
    return { log: text, facts, file, people: (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .peopleIn */ .$T)(file), erasures };
}
function refuseChanged({ facts }, people, release) {
    const tokens = (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(facts);
    if (people.every(({ token, salt, name }) => tokens.has(token) && (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .personToken */ .py)(salt, name) === token))
        return;
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("policy", `The people of ${release} are not those that were recorded: nothing is erased`, {
        hint: "Look with: release audit verify   and put what was recorded back.",
    });
}
function refuseStranger({ people, erasures }, { id, person }) {
    if (erasures.length > 0)
        return;
    const names = people.map(({ name }) => name);
    const near = (0,_faults__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .zZ)(person, names);
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("input", `${person} is not in the records of ${id}`, {
        hint: `${near === undefined ? "" : `Did you mean ${near}? `}Its people: ${names.toSorted().join(", ")}`,
    });
}
async function filesWithout(now, { id, person, added, afterwards }) {
    const { withErasures } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadErasure */ .QZ)();
    const left = now.file.split("\n").filter((line) => !isSame((0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .parsePerson */ .JC)(line)?.name ?? "", person));
    const facts = (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .withNames */ .B1)(now.facts, (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .peopleIn */ .$T)(left.join("\n")));
    return [
        { path: (0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .peoplePath */ .vN)(id), content: left.join("\n") },
        { path: _records_js__WEBPACK_IMPORTED_MODULE_9__/* .auditLogPath */ .Hx, content: withErasures(now.log, added) },
        { path: (0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .reportPath */ .eG)(id), content: (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .writtenReport */ .mR)(facts, afterwards).text },
    ];
}
function reasonOf({ actor, surroundings, local }, { person, reason }) {
    if (isSame(actor, person))
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("policy", "Nobody erases themselves: the audit log would name them as who did it", {
            hint: "Ask another admin of the repository.",
        });
    const said = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_10__/* .scrubberOf */ .O)((0,_open_js__WEBPACK_IMPORTED_MODULE_6__/* .definedOnly */ .Uv)(surroundings.env), local.config).text(reason.trim());
    if (said !== "" && said.length <= reasonAtMost && !mentions(said, person))
        return said;
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("input", mentions(said, person)
        ? `The reason names ${person}, and it stays in the audit log for ever`
        : `A reason has 1 to ${reasonAtMost} characters, not ${said.length}`, { hint: 'Name the request, and not the person. Example: --reason="request of 2026-11-20"' });
}
async function othersWith({ journal }, person, release) {
    const { people } = (0,_records_js__WEBPACK_IMPORTED_MODULE_9__/* .auditedIn */ .W9)(await journal.archiveFiles((path) => path.startsWith("people/")));
    return [...people].flatMap(([id, file]) => {
        const isThere = (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .peopleIn */ .$T)(file.toString("utf8")).some(({ name }) => isSame(name, person));
        return isThere && id !== release ? [id] : [];
    });
}
const isSame = (name, person) => name.toLowerCase() === person.toLowerCase();
const mentions = (text, name) => (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)([name], "i").test(text);


/***/ })

};
