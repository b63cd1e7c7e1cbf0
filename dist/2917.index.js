export const id = 2917;
export const ids = [2917];
export const modules = {

/***/ 2917:
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/actions/checkout/wanted.js


function wantedFrom({ token, ref, path: folder }, runner) {
    const { env, cwd, signal } = runner;
    const repository = env["GITHUB_REPOSITORY"];
    if (repository === undefined || repository === "") {
        throw new faults/* ReleaseFault */.eB("config", "GITHUB_REPOSITORY is not set: it is not known what to check out", {
            hint: "Runners of GitHub set it. Elsewhere: GITHUB_REPOSITORY=owner/name",
        });
    }
    const directory = external_node_path_.resolve(cwd, folder);
    if (external_node_path_.relative(cwd, directory).startsWith("..")) {
        throw new faults/* ReleaseFault */.eB("input", `path: ${folder} is outside the workspace`, { hint: "Example: path: sources" });
    }
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return { url: `${server.replace(/\/$/, "")}/${repository}.git`, ref, directory, token, env, signal };
}

;// CONCATENATED MODULE: ./build/actions/checkout/index.js


const shape = {
    token: ["token", shell/* text */.Qq],
    ref: ["ref", shell/* text */.Qq],
    path: ["path", shell/* text */.Qq],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Checkout",
        shape,
        act: async (inputs, runner) => {
            const { checkOut } = await __webpack_require__.e(/* import() */ 3771).then(__webpack_require__.bind(__webpack_require__, 80685));
            const sha = await checkOut(wantedFrom(inputs, runner));
            return { outputs: { sha }, summary: (0,shell/* summaryOf */.YG)({ title: `Checked out ${inputs.ref}`, rows: [["commit", sha]] }) };
        },
    });
}


/***/ })

};
