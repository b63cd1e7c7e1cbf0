export const id = 4331;
export const ids = [4331];
export const modules = {

/***/ 24331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   audit: () => (/* binding */ audit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15717);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72326);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5969);





async function audit(workplace, wanted, print) {
    if (wanted.ask === "key") {
        const { forge, local, surroundings } = workplace;
        const { versions } = await (0,_stages__WEBPACK_IMPORTED_MODULE_4__/* .auditSignerOf */ .f_)(local.config.audit, { ...surroundings, webUrl: forge.webUrl });
        print(versions.map((version) => `${(0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .verifierText */ .ET)(version)}\n`).join(""));
        return _faults__WEBPACK_IMPORTED_MODULE_3__/* .exitCode */ .I$.ok;
    }
    if (wanted.ask === "sign") {
        const { signAuditLog } = await (0,_stages__WEBPACK_IMPORTED_MODULE_4__/* .loadAuditSign */ .V8)();
        const { by, entries, releases } = await signAuditLog(workplace);
        const first = releases.length === 0 ? "nothing was missing" : `for the first time ${releases.join(", ")}`;
        print(`The audit log is signed by ${by}: ${entries} entries, ${first}.\n`);
        return _faults__WEBPACK_IMPORTED_MODULE_3__/* .exitCode */ .I$.ok;
    }
    if (wanted.ask === "erase")
        return (await __webpack_require__.e(/* import() */ 3292).then(__webpack_require__.bind(__webpack_require__, 83292))).erase(workplace, wanted, print);
    const { journal } = workplace;
    const files = await journal.archiveFiles(_stages__WEBPACK_IMPORTED_MODULE_4__/* .isAudited */ .FY);
    const log = files.get(_stages__WEBPACK_IMPORTED_MODULE_4__/* .auditLogPath */ .Hx) ?? Buffer.alloc(0);
    const denied = await journal.denied();
    const { facts, people } = (0,_stages__WEBPACK_IMPORTED_MODULE_4__/* .auditedIn */ .W9)(files);
    const { auditEvidence, evidenceText, verifyAuditLog } = await (0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .loadVerifier */ .VH)();
    const given = wanted.ask === "verify" ? wanted : { keys: [], checkpoints: [] };
    const signatures = await signaturesOf(workplace, { log, signed: files.get(_stages__WEBPACK_IMPORTED_MODULE_4__/* .checkpointPath */ .AD)?.toString("utf8") }, given);
    const isAnchored = wanted.ask === "verify" && wanted.anchors;
    const anchored = isAnchored ? await (await __webpack_require__.e(/* import() */ 8496).then(__webpack_require__.bind(__webpack_require__, 98496))).anchorsAt(workplace, log) : undefined;
    const problems = [
        ...verifyAuditLog({ log, facts, people, denied }),
        ...signatures.problems,
        ...(anchored?.problems ?? []),
    ];
    const code = problems.length === 0 ? _faults__WEBPACK_IMPORTED_MODULE_3__/* .exitCode */ .I$.ok : _faults__WEBPACK_IMPORTED_MODULE_3__/* .exitCode */ .I$.failed;
    if (wanted.ask === "export") {
        print(evidenceText(auditEvidence({ log, facts, people, problems }, wanted), wanted.format));
        return code;
    }
    const releases = facts.size === 1 ? "1 release" : `${facts.size} releases`;
    print(problems.length === 0
        ? `The audit log is whole: ${releases}, every fact as it was recorded.\n${signatures.told}\n${anchored === undefined ? "" : `${anchored.told}\n`}`
        : `${problems.join("\n")}\n${whatToDo}\n`);
    const logged = new Set((0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .loggedHours */ .kU)(log.toString("utf8")).map(_audit__WEBPACK_IMPORTED_MODULE_2__/* .hourOf */ .cg));
    print(denied.map((one) => deniedLine(one, logged.has((0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .hourOf */ .cg)(one)))).join(""));
    return code;
}
const whatToDo = "Who changed what: git log -p origin/release-journal -- docs/audit releases   Put the last version that was whole back, and keep the other for those who look into it (docs/audit.md).";
async function signaturesOf({ local, surroundings }, { log, signed }, { keys, checkpoints }) {
    const verifiers = [...keys, ...local.config.audit.keys].map(_audit__WEBPACK_IMPORTED_MODULE_2__/* .parseVerifier */ .QM);
    const own = signed === undefined ? undefined : { from: _stages__WEBPACK_IMPORTED_MODULE_4__/* .checkpointPath */ .AD, checkpoint: signed };
    const witnesses = [
        ...(own === undefined ? [] : [own]),
        ...(await Promise.all(checkpoints.map((file) => witnessIn(file, surroundings.cwd)))),
    ];
    const stale = (0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .staleness */ .TZ)(log, own);
    if (witnesses.length === 0) {
        const missing = verifiers.length > 0 && log.length > 0 && stale.length === 0;
        return {
            problems: missing ? [`${_stages__WEBPACK_IMPORTED_MODULE_4__/* .checkpointPath */ .AD}: is missing, though there is a key for it`] : stale,
            told: "It is not signed (docs/audit.md).",
        };
    }
    if (verifiers.length === 0) {
        const told = "It is signed, and no public key is known here: give it by --key, or write it into audit.keys.";
        return { problems: checkpoints.length === 0 ? stale : [...stale, told], told };
    }
    const told = `Signed: ${witnesses.map(({ from, checkpoint }) => `${from} vouches for ${(0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .sizeOf */ .$d)(checkpoint) ?? "no"} entries`).join(", ")}.`;
    return { problems: [...stale, ...(0,_audit__WEBPACK_IMPORTED_MODULE_2__/* .checkpointProblems */ .NP)(log, witnesses, verifiers)], told };
}
async function witnessIn(file, cwd) {
    try {
        return { from: file, checkpoint: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, file), "utf8") };
    }
    catch (cause) {
        throw new _faults__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseFault */ .eB("input", `The checkpoint ${file} cannot be read`, {
            hint: "Example: git show origin/release-journal:docs/audit/checkpoint > checkpoint   then --checkpoint=checkpoint",
            cause,
        });
    }
}
function deniedLine({ person, hour, count, asked, why }, isLogged) {
    const where = isLogged ? "" : " (comes into the log with the next release that ends)";
    return `Denied: ${person}, ${hour}:00 UTC, ${count} times (${Object.keys(asked).join(", ")}): ${why}${where}\n`;
}


/***/ })

};
