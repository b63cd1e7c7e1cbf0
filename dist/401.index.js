export const id = 401;
export const ids = [401];
export const modules = {

/***/ 80401:
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
;// CONCATENATED MODULE: ./build/actions/live/outcome.js

function liveOutcome(kind, rows) {
    if (kind === "told") {
        const failure = {
            message: "This step fails on purpose, after its output",
            hint: "The next job says what reached it.",
        };
        return { outputs: { outcome: "told" }, summary: "", failure };
    }
    const wrong = rows.filter(({ holds }) => !holds);
    const table = rows.map(({ fact, holds, seen }) => [`${holds ? "✅" : "❌"} ${fact}`, seen]);
    const outcome = wrong.length === 0 ? "holds" : "differs";
    const failure = {
        message: `The host differs from what we believe: ${wrong.map(({ fact, seen }) => `${fact} (${seen})`).join("; ")}`,
        hint: "Open an issue with this table: the conditions of the workflows rest on these facts.",
    };
    return {
        outputs: { outcome },
        summary: (0,shell/* summaryOf */.YG)({ title: `Live checks: ${outcome}`, rows: table }),
        ...(wrong.length === 0 ? {} : { failure }),
    };
}

;// CONCATENATED MODULE: ./build/actions/live/index.js


const shape = {
    token: ["token", shell/* text */.Qq],
    check: ["check", (0,shell/* oneOf */.yL)("write", "read", "environment", "fail", "callee")],
    environment: ["environment", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    calleeResult: ["callee-result", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    calleeOutcome: ["callee-outcome", (0,shell/* optional */.lq)(shell/* text */.Qq)],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Live checks",
        shape,
        act: async (inputs, runner) => {
            const { check, calleeResult, calleeOutcome } = inputs;
            if (check === "fail")
                return liveOutcome("told", []);
            if (check === "callee") {
                const { calleeRows } = await __webpack_require__.e(/* import() */ 2750).then(__webpack_require__.bind(__webpack_require__, 22750));
                return liveOutcome("checked", calleeRows(calleeResult, calleeOutcome));
            }
            const { openHost } = await __webpack_require__.e(/* import() */ 2438).then(__webpack_require__.bind(__webpack_require__, 62438));
            const host = await openHost(runner, inputs.token);
            const { deploymentRows, readRows, writeRows } = await __webpack_require__.e(/* import() */ 7221).then(__webpack_require__.bind(__webpack_require__, 87221));
            if (check === "environment")
                return liveOutcome("checked", await deploymentRows(host, inputs.environment));
            return liveOutcome("checked", await (check === "write" ? writeRows(host) : readRows(host)));
        },
    });
}


/***/ })

};
