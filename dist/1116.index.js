export const id = 1116;
export const ids = [1116];
export const modules = {

/***/ 21116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signedFiles: () => (/* binding */ signedFiles),
/* harmony export */   unsignedBefore: () => (/* binding */ unsignedBefore)
/* harmony export */ });
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15717);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67766);


async function signedFiles({ content, releases }, signer, { webUrl }) {
    const { attestation } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadAttestation */ .ft)();
    const files = [{ path: _records_js__WEBPACK_IMPORTED_MODULE_1__/* .checkpointPath */ .AD, content: await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .signCheckpoint */ .Ch)(content, signer) }];
    for (const [release, facts] of releases)
        files.push({ path: (0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .attestationPath */ .gy)(release), content: await attestation({ facts, webUrl }, signer) });
    return files;
}
const atOnce = 10;
async function unsignedBefore({ log, read }, say) {
    const { recordedFacts, unsignedReleases } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadAttestation */ .ft)();
    const found = new Map();
    for (const logged of unsignedReleases(Buffer.from(log)).slice(-atOnce)) {
        const file = await read((0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .factsPath */ .dH)(logged.release));
        const facts = file === undefined ? undefined : recordedFacts(logged, Buffer.from(file));
        if (facts === undefined)
            say(`${logged.release} is not signed: its facts are not those that were recorded.`);
        else
            found.set(logged.release, facts);
    }
    return found;
}


/***/ })

};
