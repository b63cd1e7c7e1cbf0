export const id = 9962;
export const ids = [9962];
export const modules = {

/***/ 89962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   shape: () => (/* binding */ shape)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34442);


const shape = {
    token: ["token", _shell__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq],
    environment: ["environment", (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)("staging", "production")],
    reason: ["reason", (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)],
    release: ["release", (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)],
    auditKey: ["audit-key", (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)],
    notifySecrets: ["notify-secrets", (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)],
};
async function run() {
    await (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .Cs)({
        title: "Re-deploy",
        shape,
        whenRefused: { outcome: "refused" },
        act: async (inputs, runner) => {
            const { environment, reason, release } = inputs;
            if (reason === undefined && release === undefined)
                throw noReason();
            const { continueRedeployJob, redeployJob } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            const workplace = await (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .openHere */ .Pw)(runner, inputs.token, inputs);
            const end = await (release === undefined
                ? redeployJob(workplace, { environment, reason: reason ?? "" })
                : continueRedeployJob(workplace, { environment, id: release }));
            return (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .jobOutcome */ .Yr)("Re-deploy", end, ["failed"]);
        },
    });
}
function noReason() {
    return new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", "The input reason is missing: the record keeps why a version is deployed again", {
        hint: "Example: reason: the machine was lost. To go on with one that was begun, give its id as the input release.",
    });
}


/***/ })

};
