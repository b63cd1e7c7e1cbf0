export const id = 9691;
export const ids = [9691];
export const modules = {

/***/ 19691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   shape: () => (/* binding */ shape)
/* harmony export */ });
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11567);

const shape = {
    token: ["token", _shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq],
    release: ["release", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .releaseId */ .Bf)],
    state: ["state", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)("completed", "failed")],
    journeys: ["journeys", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)],
    auditKey: ["audit-key", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)],
    notifySecrets: ["notify-secrets", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)],
};
async function run() {
    await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
        title: "Report",
        shape,
        act: async ({ token, release, state, journeys: digest, auditKey, notifySecrets }, runner) => {
            const { openedByRun, readOrThrow, reportJob } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6818), __webpack_require__.e(5409), __webpack_require__.e(2159), __webpack_require__.e(2088), __webpack_require__.e(4730), __webpack_require__.e(927), __webpack_require__.e(1750), __webpack_require__.e(1442), __webpack_require__.e(2542), __webpack_require__.e(9141), __webpack_require__.e(6727), __webpack_require__.e(6235), __webpack_require__.e(7034), __webpack_require__.e(445)]).then(__webpack_require__.bind(__webpack_require__, 17034));
            const { releaseReport } = await Promise.all(/* import() */[__webpack_require__.e(927), __webpack_require__.e(1750)]).then(__webpack_require__.bind(__webpack_require__, 41750));
            const workplace = await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .openHere */ .Pw)(runner, token, { auditKey, notifySecrets });
            const id = release ?? (await openedByRun(workplace, runner.env["GITHUB_RUN_ID"] ?? ""));
            if (id === undefined)
                return nothingOpened;
            const leg = "validation";
            const found = digest === undefined ? {} : { journeys: { leg, digest, text: await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .findEvidence */ .HO)(runner, leg) } };
            const end = await reportJob(workplace, { id, state, ...found });
            const { facts } = await readOrThrow(workplace, id);
            return { ...(await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .jobOutcome */ .Yr)("Report", end)), summary: releaseReport(facts) };
        },
    });
}
const nothingOpened = {
    outputs: { outcome: "untouched" },
    summary: (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .summaryOf */ .YG)({ title: "This run opened no release", notes: ["Nothing was begun: start it again."] }),
};


/***/ })

};
