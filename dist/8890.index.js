export const id = 8890;
export const ids = [8890];
export const modules = {

/***/ 58890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  monitorNames: () => (/* reexport */ monitorNames),
  openMonitor: () => (/* reexport */ openMonitor),
  seenAfterMs: () => (/* reexport */ seenAfterMs)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/monitors/registry.js

const monitors = {
    proxy: () => __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 40902)),
    probe: () => __webpack_require__.e(/* import() */ 1046).then(__webpack_require__.bind(__webpack_require__, 51046)),
    prometheus: () => __webpack_require__.e(/* import() */ 5624).then(__webpack_require__.bind(__webpack_require__, 95624)),
};
const monitorNames = Object.keys(monitors);
async function openMonitor(name, settings, options) {
    return (await loaded(name)).createMonitor(settings, options);
}
async function seenAfterMs(name, settings) {
    return (await loaded(name)).seenAfterMs(settings);
}
async function loaded(name) {
    const load = Object.hasOwn(monitors, name) ? monitors[name] : undefined;
    if (load === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `Unknown monitor "${name}"`, {
            hint: `Use one of: ${monitorNames.join(", ")}, like monitor: "${monitorNames[0] ?? "proxy"}".`,
        });
    }
    return load();
}

;// CONCATENATED MODULE: ./build/packages/monitors/index.js



/***/ })

};
