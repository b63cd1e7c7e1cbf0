export const id = 8720;
export const ids = [8720,1116];
export const modules = {

/***/ 25861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signAuditLog: () => (/* binding */ signAuditLog)
/* harmony export */ });
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15717);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _audit_signer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27902);
/* harmony import */ var _commands_known_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35379);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8821);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98032);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67766);
/* harmony import */ var _signed_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21116);








async function signAuditLog(workplace) {
    const { forge, journal, local, surroundings } = workplace;
    const { audit } = local.config;
    if (audit.sign === "none")
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", "audit.sign is none: nothing signs the audit log", {
            hint: "Say in audit.sign what does (docs/audit.md).",
        });
    const signer = await (0,_audit_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .auditSignerOf */ .f_)(audit, { ...surroundings, webUrl: forge.webUrl });
    const denied = await journal.denied();
    let now = { by: (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .keyName */ .xT)(signer), entries: 0, releases: [] };
    await journal.amend("the audit log", async (archive) => {
        const kept = await keptIn(archive);
        refuseBroken(await problemsOf(kept, denied, [...signer.versions, ...audit.keys.map(_audit__WEBPACK_IMPORTED_MODULE_0__/* .parseVerifier */ .QM)]));
        const { size, files, releases } = await filesFor(kept, archive, { signer, webUrl: forge.webUrl });
        now = { ...now, entries: size, releases };
        return files;
    });
    await anchored(workplace, now.releases);
    return now;
}
async function keptIn({ paths, readBytes }) {
    const files = await readBytes([...paths].filter(_records_js__WEBPACK_IMPORTED_MODULE_6__/* .isAudited */ .FY));
    const checkpoint = files.get(_records_js__WEBPACK_IMPORTED_MODULE_6__/* .checkpointPath */ .AD)?.toString("utf8");
    return {
        log: files.get(_records_js__WEBPACK_IMPORTED_MODULE_6__/* .auditLogPath */ .Hx) ?? Buffer.alloc(0),
        own: checkpoint === undefined ? undefined : { from: _records_js__WEBPACK_IMPORTED_MODULE_6__/* .checkpointPath */ .AD, checkpoint },
        ...(0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .auditedIn */ .W9)(files),
    };
}
async function problemsOf({ log, own, facts, people }, denied, verifiers) {
    const { verifyAuditLog } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadVerifier */ .VH)();
    return [
        ...verifyAuditLog({ log, facts, people, denied }),
        ...(0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .staleness */ .TZ)(log, own),
        ...(own === undefined ? [] : (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .checkpointProblems */ .NP)(log, [own], verifiers)),
    ];
}
function refuseBroken(problems) {
    if (problems.length === 0)
        return;
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("policy", `The audit log is not signed as it is: ${problems.join("; ")}`, {
        hint: "Look with: release audit verify   and put what was recorded back. After a change of keys the old one stays in audit.keys.",
    });
}
async function filesFor({ log, own, facts }, { paths }, { signer, webUrl }) {
    const content = log.toString("utf8");
    const size = content.split("\n").length - 1;
    const releases = new Map();
    const { loggedReleases, recordedFacts } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadAttestation */ .ft)();
    for (const logged of loggedReleases(log)) {
        const file = facts.get(logged.release);
        const recorded = file === undefined ? undefined : recordedFacts(logged, file);
        if (recorded !== undefined && !paths.has((0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .attestationPath */ .gy)(logged.release)))
            releases.set(logged.release, recorded);
    }
    const isSigned = size === 0 || (own !== undefined && (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(own.checkpoint) === size);
    const files = isSigned && releases.size === 0 ? [] : await (0,_signed_files_js__WEBPACK_IMPORTED_MODULE_7__.signedFiles)({ content, releases }, signer, { webUrl });
    return { size, files, releases: [...releases.keys()] };
}
async function anchored(workplace, releases) {
    if (releases.length > 0)
        await (0,_open_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchAll */ .mj)(workplace.git);
    for (const id of releases) {
        const { record } = await (0,_commands_known_release_js__WEBPACK_IMPORTED_MODULE_3__/* .readOrThrow */ .Y)(workplace, id);
        if (record.settled?.outcome !== "failed")
            await (0,_publication_js__WEBPACK_IMPORTED_MODULE_5__/* .publish */ .mk)(workplace, id, record.plan);
    }
}


/***/ }),

/***/ 21116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signedFiles: () => (/* binding */ signedFiles),
/* harmony export */   unsignedBefore: () => (/* binding */ unsignedBefore)
/* harmony export */ });
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15717);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67766);


async function signedFiles({ content, releases }, signer, { webUrl }) {
    const { attestation } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadAttestation */ .ft)();
    const files = [{ path: _records_js__WEBPACK_IMPORTED_MODULE_1__/* .checkpointPath */ .AD, content: await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .signCheckpoint */ .Ch)(content, signer) }];
    for (const [release, facts] of releases)
        files.push({ path: (0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .attestationPath */ .gy)(release), content: await attestation({ facts, webUrl }, signer) });
    return files;
}
const atOnce = 10;
async function unsignedBefore({ log, read }, say) {
    const { recordedFacts, unsignedReleases } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadAttestation */ .ft)();
    const found = new Map();
    for (const logged of unsignedReleases(Buffer.from(log)).slice(-atOnce)) {
        const file = await read((0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .factsPath */ .dH)(logged.release));
        const facts = file === undefined ? undefined : recordedFacts(logged, Buffer.from(file));
        if (facts === undefined)
            say(`${logged.release} is not signed: its facts are not those that were recorded.`);
        else
            found.set(logged.release, facts);
    }
    return found;
}


/***/ })

};
