export const id = 1166;
export const ids = [1166];
export const modules = {

/***/ 11166:
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
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/monitors/registry.js

const monitors = {
    proxy: () => __webpack_require__.e(/* import() */ 1461).then(__webpack_require__.bind(__webpack_require__, 38445)),
    probe: () => __webpack_require__.e(/* import() */ 9870).then(__webpack_require__.bind(__webpack_require__, 61312)),
    prometheus: () => __webpack_require__.e(/* import() */ 7073).then(__webpack_require__.bind(__webpack_require__, 105)),
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
