export const id = 691;
export const ids = [691];
export const modules = {

/***/ 19691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   shape: () => (/* binding */ shape)
/* harmony export */ });
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10621);

const shape = {
    token: ["token", _shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq],
    release: ["release", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .releaseId */ .Bf)],
    state: ["state", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)("completed", "failed")],
};
/** The duties after an end: release page, report, records. */
async function run() {
    await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
        title: "Report",
        shape,
        act: async ({ token, release, state }, runner) => {
            const { openedByRun, readOrThrow, reportJob } = await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(705), __webpack_require__.e(91), __webpack_require__.e(730), __webpack_require__.e(835), __webpack_require__.e(230), __webpack_require__.e(697), __webpack_require__.e(27), __webpack_require__.e(235), __webpack_require__.e(963), __webpack_require__.e(445)]).then(__webpack_require__.bind(__webpack_require__, 42963));
            const { releaseReport } = await __webpack_require__.e(/* import() */ 230).then(__webpack_require__.bind(__webpack_require__, 60849));
            const workplace = await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .openHere */ .Pw)(runner, token);
            const id = release ?? (await openedByRun(workplace, runner.env["GITHUB_RUN_ID"] ?? ""));
            if (id === undefined)
                return nothingOpened;
            const end = await reportJob(workplace, { id, state });
            const { facts } = await readOrThrow(workplace, id);
            return { ...(await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .jobOutcome */ .Yr)("Report", end)), summary: releaseReport(facts) };
        },
    });
}
/** The run ended before it opened a release: there is nothing to end, to suspend, or to put back. */
const nothingOpened = {
    outputs: { outcome: "untouched" },
    summary: (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .summaryOf */ .YG)({ title: "This run opened no release", notes: ["Nothing was begun: start it again."] }),
};


/***/ })

};
