export const id = 3292;
export const ids = [3292];
export const modules = {

/***/ 83292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   erase: () => (/* binding */ erase)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5969);


async function erase(workplace, wanted, print) {
    const { erasePerson, publishErased } = await (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .loadErase */ .Hd)();
    const done = await erasePerson(workplace, wanted);
    print(`${done.when === "now" ? erasedNow(done, wanted) : erasedBefore(done, wanted)}\n`);
    await publishErased(workplace, done.stored);
    print([leftOver, ...placesLeft(workplace, done, wanted)].map((line) => `${line}\n`).join(""));
    return _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok;
}
function erasedNow({ stored: { id } }, { person }) {
    return `${person} is erased from the records of ${id}: ${(0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .peoplePath */ .vN)(id)} and ${(0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .reportPath */ .eG)(id)} are written anew, and the audit log says so.`;
}
function erasedBefore({ stored: { id }, erasures }, { person }) {
    const before = erasures.map(({ at, by, reason }) => `  erased ${at} by ${by}: ${reason}`);
    return [`${person} is not in the records of ${id}, and somebody was erased from them:`, ...before].join("\n");
}
const leftOver = "What this cannot reach (docs/audit.md, Erase a person):";
const inGit = (ref, ...paths) => `git log --oneline origin/${ref} -- ${paths.join(" ")}`;
function placesLeft({ local, forge }, { stored, sentences, others }, { person }) {
    const { id, record } = stored;
    const { targetBranch, tag } = record.plan;
    const { store, branch, directory } = local.config.journal;
    const pages = [record.pullRequest?.url, ...record.published.map(({ url }) => url)].filter((url) => url !== undefined);
    return [
        ...(sentences.length === 0
            ? []
            : [
                `- text that names ${person} in other ways, in ${sentences.length === 1 ? "fact" : "facts"} ${sentences.join(", ")}: it is part of the digest`,
            ]),
        ...(store === "directory"
            ? [`- older states of ${directory}`]
            : [
                `- older commits of ${branch}: ${inGit(branch, (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .peoplePath */ .vN)(id), (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .reportPath */ .eG)(id))}`,
                `- older commits of ${targetBranch}: ${inGit(targetBranch, (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .reportPath */ .eG)(id))}`,
                `- the code host: ${[`${forge.webUrl}/releases/tag/${tag}`, ...pages].join(" ")}`,
            ]),
        "- root causes and denied attempts: git ls-remote origin 'refs/release-command/*'",
        "- a dashboard that is published: release dashboard publish",
        ...(others.length === 0 ? [] : [`- other releases with ${person}, each by this command: ${others.join(", ")}`]),
    ];
}


/***/ })

};
