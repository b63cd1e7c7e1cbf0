export const id = 9579;
export const ids = [9579];
export const modules = {

/***/ 69579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attestation: () => (/* binding */ attestation)
/* harmony export */ });
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90505);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72971);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56669);



const payloadType = "application/vnd.in-toto+json";
async function attestation(attested, signer) {
    const payload = Buffer.from((0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(summary(attested, signer)));
    const signature = await signer.sign(preAuthentication(payload));
    const envelope = {
        payload: payload.toString("base64"),
        payloadType,
        signatures: [{ keyid: (0,_note_js__WEBPACK_IMPORTED_MODULE_2__/* .keyName */ .xT)(signer), sig: signature.toString("base64") }],
    };
    return `${(0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(envelope)}\n`;
}
function preAuthentication(payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]);
}
function summary({ facts, webUrl }, signer) {
    const { id, plan, tag, lastAt, settled } = (0,_machine__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .AU)(facts);
    const file = { name: `releases/${id}.jsonl`, digest: { sha256: (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .factsDigest */ .wL)(facts) } };
    const commit = tag?.sha ?? plan.baseSha;
    const isGood = ["completed", "redeployed"].includes(settled?.outcome ?? "");
    return {
        _type: "https://in-toto.io/Statement/v1",
        subject: [{ name: `git+${webUrl}@${commit}`, digest: { gitCommit: commit } }, file],
        predicateType: "https://slsa.dev/verification_summary/v1",
        predicate: {
            verifier: { id: `https://${signer.name}` },
            timeVerified: lastAt,
            resourceUri: `git+${webUrl}@refs/tags/${plan.tag}`,
            policy: { uri: `git+${webUrl}@${plan.baseSha}`, digest: { gitCommit: plan.baseSha } },
            inputAttestations: [{ uri: file.name, digest: file.digest }],
            verificationResult: isGood ? "PASSED" : "FAILED",
            verifiedLevels: isGood ? levelsOf(facts) : ["FAILED"],
            slsaVersion: "1.1",
        },
    };
}
function levelsOf(facts) {
    const { gates, overrides = [] } = (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .statementOf */ .T8)(facts, "");
    const overridden = new Set(overrides.filter(({ result }) => result === "overridden").map(({ gate }) => gate));
    return gates.map(({ gate, status }) => `RELEASE_COMMAND_${gate}_${overridden.has(gate) ? "overridden" : status}`.toUpperCase());
}


/***/ })

};
