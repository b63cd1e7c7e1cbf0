export const id = 0;
export const ids = [0];
export const modules = {

/***/ 40000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   shape: () => (/* binding */ shape)
/* harmony export */ });
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34442);

const shape = {
    token: ["token", _shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq],
    release: ["release", _shell__WEBPACK_IMPORTED_MODULE_0__/* .releaseId */ .Bf],
    evidence: ["evidence", _shell__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP],
    gatesResult: ["gates-result", _shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq],
    signingKey: ["signing-key", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)],
    signingPassphrase: ["signing-passphrase", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)],
    notifySecrets: ["notify-secrets", (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)],
};
async function run() {
    await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
        title: "Review",
        shape,
        whenRefused: { outcome: "refused" },
        act: async ({ token, release: id, evidence: digests, gatesResult, ...secrets }, runner) => {
            const { reviewJob } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            const delivered = Object.entries(digests).filter(([, digest]) => digest !== "");
            const evidence = await Promise.all(delivered.map(async ([leg, digest]) => ({ leg, digest, text: await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .findEvidence */ .HO)(runner, leg) })));
            const end = await reviewJob(await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .openHere */ .Pw)(runner, token, secrets), { id, evidence, gatesResult });
            return (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .jobOutcome */ .Yr)("Review", end, ["failed"]);
        },
    });
}


/***/ })

};
