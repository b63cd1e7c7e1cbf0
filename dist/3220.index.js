export const id = 3220;
export const ids = [3220];
export const modules = {

/***/ 43220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dashboard: () => (/* binding */ dashboard)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _dashboard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52441);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72326);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5969);




const pollMs = 1000;
async function dashboard(workplace, { wanted }, print) {
    switch (wanted.kind) {
        case "build": {
            const { read, site } = await (0,_stages__WEBPACK_IMPORTED_MODULE_3__/* .openDashboard */ .Nb)(workplace);
            const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workplace.surroundings.cwd, wanted.out);
            (0,_dashboard__WEBPACK_IMPORTED_MODULE_1__/* .writeSite */ .b)(site(await read()), folder);
            print(`${folder}${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}index.html\n`);
            return _faults__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$.ok;
        }
        case "serve":
            return serve(workplace, wanted.port, print);
        case "publish":
            await (0,_stages__WEBPACK_IMPORTED_MODULE_3__.publishDashboard)(workplace, { ...wanted, waitMs: 0 }, ({ sha, files }) => print(`${wanted.branch} is ${sha.slice(0, 7)}: ${files} files\n`));
            return _faults__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$.ok;
    }
}
async function serve(workplace, port, print) {
    const { clock, signal, say } = workplace.surroundings;
    const { read, site } = await (0,_stages__WEBPACK_IMPORTED_MODULE_3__/* .openDashboard */ .Nb)(workplace);
    const server = await (0,_dashboard__WEBPACK_IMPORTED_MODULE_1__/* .serveSite */ .d)({
        read,
        site: (picture) => site(picture, pollMs),
        port,
        pollMs,
        sleep: (ms) => clock.sleep(ms, signal),
        signal,
        say,
    });
    print(`${server.address}\n`);
    await server.ended;
    return _faults__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$.ok;
}


/***/ })

};
