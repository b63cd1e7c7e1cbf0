export const id = 3186;
export const ids = [3186];
export const modules = {

/***/ 93186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   shape: () => (/* binding */ shape)
/* harmony export */ });
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34442);

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
            const { openedByRun, readOrThrow, reportJob } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            const { releaseReport } = await Promise.all(/* import() */[__webpack_require__.e(167), __webpack_require__.e(9798)]).then(__webpack_require__.bind(__webpack_require__, 9798));
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
