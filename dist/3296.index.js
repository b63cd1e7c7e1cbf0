export const id = 3296;
export const ids = [3296];
export const modules = {

/***/ 13296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 21 modules
var shell = __webpack_require__(11567);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/actions/smoke/outcome.js


function placeOf({ environment, url }) {
    if (url !== undefined && environment === undefined)
        return { url };
    if (environment !== undefined && url === undefined)
        return { environment };
    throw new faults/* ReleaseFault */.eB("input", "environment, url: one of them is required, and not both", {
        hint: "Example: environment: staging",
    });
}
function smokeOutcome(result) {
    const { status, checks, failedTests, categoriesPassed, categoriesFailed } = result;
    const failed = checks.filter((check) => check.status === "failed");
    const rows = [...failed, ...checks.filter((check) => check.status !== "failed")].map(({ category, name, status: how, detail }) => [`${category}: ${name}`, `${how} ${detail ?? ""}`]);
    return {
        outputs: { status, failed: JSON.stringify(failedTests) },
        summary: (0,shell/* summaryOf */.YG)({ title: `Smoke tests ${status}`, rows }),
        notices: failed.map(({ category, name, detail }) => ({
            level: "error",
            title: `${category}: ${name}`,
            text: detail ?? "failed",
        })),
        ...(status === "passed"
            ? {}
            : {
                failure: {
                    message: `${categoriesFailed} of ${categoriesFailed + categoriesPassed} categories of smoke tests failed`,
                    hint: "The checks are under `smoke:` in .github/release-command.yml.",
                },
            }),
    };
}

;// CONCATENATED MODULE: ./build/actions/smoke/index.js


const shape = {
    environment: ["environment", (0,shell/* optional */.lq)((0,shell/* oneOf */.yL)("staging", "production"))],
    url: ["url", (0,shell/* optional */.lq)(shell/* webAddress */.Dy)],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Smoke tests",
        shape,
        act: async (inputs, runner) => {
            const place = placeOf(inputs);
            const { smokeNow } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6818), __webpack_require__.e(5409), __webpack_require__.e(2159), __webpack_require__.e(2088), __webpack_require__.e(4730), __webpack_require__.e(927), __webpack_require__.e(1750), __webpack_require__.e(1442), __webpack_require__.e(2542), __webpack_require__.e(9141), __webpack_require__.e(6727), __webpack_require__.e(6235), __webpack_require__.e(7034), __webpack_require__.e(445)]).then(__webpack_require__.bind(__webpack_require__, 17034));
            return smokeOutcome(await smokeNow(await (0,shell/* surroundingsOf */.ZD)(runner), place));
        },
    });
}


/***/ })

};
