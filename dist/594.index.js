export const id = 594;
export const ids = [594];
export const modules = {

/***/ 50594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 21 modules
var shell = __webpack_require__(34442);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/actions/rollback/modes.js


async function rollBack({ mode, release: id, to, reason }, open, env) {
    const { rollbackManual, rollbackNet, rollbackStaging } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
    if (mode !== "manual") {
        if (to !== undefined || reason !== undefined)
            throw onlyManual(mode);
        return mode === "net" ? rollbackNet(await open(), id) : rollbackStaging(await open(), id);
    }
    if (reason === undefined) {
        throw new faults/* ReleaseFault */.eB("input", "reason: is required when mode is manual", {
            hint: "Example: reason: orders fail since the release",
        });
    }
    const run = env["GITHUB_RUN_ID"];
    const requestId = run === undefined ? (0,external_node_crypto_.randomUUID)() : `run-${run}`;
    return rollbackManual(await open(), { id, reason, requestId, ...(to === undefined ? {} : { to }) });
}
function onlyManual(mode) {
    return new faults/* ReleaseFault */.eB("input", `to, reason: mean nothing when mode is ${mode}`, {
        hint: "Leave them out, or use: mode: manual",
    });
}

;// CONCATENATED MODULE: ./build/actions/rollback/index.js


const shape = {
    token: ["token", shell/* text */.Qq],
    release: ["release", shell/* releaseId */.Bf],
    to: ["to", (0,shell/* optional */.lq)(shell/* releaseId */.Bf)],
    reason: ["reason", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    mode: ["mode", (0,shell/* oneOf */.yL)("net", "manual", "staging")],
    signingKey: ["signing-key", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    signingPassphrase: ["signing-passphrase", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    auditKey: ["audit-key", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    notifySecrets: ["notify-secrets", (0,shell/* optional */.lq)(shell/* text */.Qq)],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Rollback",
        shape,
        whenRefused: { outcome: "refused" },
        act: async (inputs, runner) => (0,shell/* jobOutcome */.Yr)("Rollback", await rollBack(inputs, () => (0,shell/* openHere */.Pw)(runner, inputs.token, inputs), runner.env)),
    });
}


/***/ })

};
