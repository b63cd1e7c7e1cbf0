export const id = 2438;
export const ids = [2438];
export const modules = {

/***/ 62438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openHost: () => (/* binding */ openHost)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34442);


const madeAt = "2026-01-01T00:00:00Z";
async function openHost(runner, token) {
    const { env, signal } = runner;
    const { git } = await (0,_shell__WEBPACK_IMPORTED_MODULE_1__/* .openHere */ .Pw)(runner, token);
    const sha = await git.resolve("HEAD");
    if (sha === undefined) {
        throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", "There is no commit checked out here", {
            hint: "Put a step with the checkout action before this one.",
        });
    }
    const other = await git.commitFiles({ parents: [sha], files: new Map(), message: "live check", at: madeAt });
    const api = env["GITHUB_API_URL"] ?? "https://api.github.com";
    return {
        git,
        sha,
        other,
        prefix: `refs/release-command/live/${env["GITHUB_RUN_ID"] ?? "here"}-${runner.attempt}`,
        ask: async (method, path, body) => fetch(`${api}/repos/${env["GITHUB_REPOSITORY"] ?? ""}${path}`, {
            method,
            headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
        }),
    };
}


/***/ })

};
