export const id = 3455;
export const ids = [3455];
export const modules = {

/***/ 7166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ factsIn),
/* harmony export */   d: () => (/* binding */ changedFact)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96822);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72971);


function factsIn(file) {
    const { lines, rest } = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .linesIn */ .hl)(file);
    const facts = lines.map(parseFact);
    return rest.length > 0 || facts.includes(undefined) ? undefined : facts.filter((fact) => fact !== undefined);
}
function changedFact(file, { facts: recorded }) {
    const { lines, rest } = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .linesIn */ .hl)(file);
    let prev = _log_js__WEBPACK_IMPORTED_MODULE_0__/* .genesis */ .T9;
    for (const [index, line] of lines.entries()) {
        const number = index + 1;
        const fact = parseFact(line);
        if (fact === undefined)
            return `fact ${number} was changed: it is not JSON`;
        if (!Buffer.from((0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(fact)).equals(line))
            return `fact ${number} was changed: it is not in canonical form`;
        if (fact.seq !== number || fact.prev !== prev)
            return misplaced(fact, number);
        prev = (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(line);
    }
    if (rest.length > 0)
        return `fact ${lines.length + 1} is cut off`;
    if (typeof recorded === "number" && lines.length < recorded)
        return `there are ${lines.length}, and there were ${recorded}: those after them are gone`;
    if (typeof recorded === "number" && lines.length > recorded)
        return `there are ${lines.length}, and there were ${recorded}: those after them were added`;
    return `fact ${lines.length} was changed, or all were written anew`;
}
function misplaced({ seq }, number) {
    if (seq > number)
        return `fact ${number} is gone, fact ${seq} stands in its place`;
    if (seq < number)
        return `fact ${number} is not the one that was there: it says that it is fact ${seq}`;
    return number === 1
        ? "the first is not the first"
        : `fact ${number - 1} was changed, or fact ${number} that follows it`;
}
function parseFact(line) {
    try {
        const value = JSON.parse(line.toString("utf8"));
        return typeof value === "object" && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 84952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attestation: () => (/* reexport */ attestation),
  loggedReleases: () => (/* reexport */ loggedReleases),
  recordedFacts: () => (/* reexport */ recordedFacts),
  unsignedReleases: () => (/* reexport */ unsignedReleases)
});

// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
// EXTERNAL MODULE: ./build/packages/audit/log.js
var log = __webpack_require__(72971);
// EXTERNAL MODULE: ./build/packages/audit/note.js
var note = __webpack_require__(56669);
;// CONCATENATED MODULE: ./build/packages/audit/attestation.js



const payloadType = "application/vnd.in-toto+json";
async function attestation(attested, signer) {
    const payload = Buffer.from((0,log/* canonical */.$N)(summary(attested, signer)));
    const signature = await signer.sign(preAuthentication(payload));
    const envelope = {
        payload: payload.toString("base64"),
        payloadType,
        signatures: [{ keyid: (0,note/* keyName */.xT)(signer), sig: signature.toString("base64") }],
    };
    return `${(0,log/* canonical */.$N)(envelope)}\n`;
}
function preAuthentication(payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]);
}
function summary({ facts, webUrl }, signer) {
    const { id, plan, tag, lastAt, settled } = (0,machine/* fold */.AU)(facts);
    const file = { name: `releases/${id}.jsonl`, digest: { sha256: (0,log/* factsDigest */.wL)(facts) } };
    const commit = tag?.sha ?? plan.baseSha;
    const source = {
        name: `git+${webUrl}@${commit}`,
        uri: `${webUrl}/commit/${commit}`,
        digest: { gitCommit: commit },
        ...(tag === undefined ? {} : { annotations: { sourceRefs: [`refs/tags/${tag.tag}`] } }),
    };
    const isGood = ["completed", "redeployed"].includes(settled?.outcome ?? "");
    return {
        _type: "https://in-toto.io/Statement/v1",
        subject: [source, file],
        predicateType: "https://slsa.dev/verification_summary/v1",
        predicate: {
            verifier: { id: `https://${signer.name}` },
            timeVerified: lastAt,
            resourceUri: `git+${webUrl}`,
            policy: { uri: `git+${webUrl}@${plan.baseSha}`, digest: { gitCommit: plan.baseSha } },
            inputAttestations: [{ uri: file.name, digest: file.digest }],
            verificationResult: isGood ? "PASSED" : "FAILED",
            verifiedLevels: isGood ? [unevaluated, ...levelsOf(facts)] : ["FAILED"],
            slsaVersion: "1.2",
        },
    };
}
const unevaluated = "SLSA_SOURCE_LEVEL_UNEVALUATED";
function levelsOf(facts) {
    const { gates, overrides = [] } = (0,log/* statementOf */.T8)(facts, "");
    const overridden = new Set(overrides.filter(({ result }) => result === "overridden").map(({ gate }) => gate));
    return gates.map(({ gate, status }) => `RELEASE_COMMAND_${gate}_${overridden.has(gate) ? "overridden" : status}`.toUpperCase());
}

// EXTERNAL MODULE: ./build/packages/audit/checkpoint.js + 1 modules
var checkpoint = __webpack_require__(60622);
// EXTERNAL MODULE: ./build/packages/audit/facts.js
var facts = __webpack_require__(7166);
// EXTERNAL MODULE: ./build/packages/audit/lines.js
var audit_lines = __webpack_require__(96822);
;// CONCATENATED MODULE: ./build/packages/audit/unsigned.js




function loggedReleases(log) {
    return releasesOf((0,audit_lines/* linesIn */.hl)(log).lines);
}
function unsignedReleases(log) {
    return releasesOf((0,audit_lines/* linesIn */.hl)(log).lines.slice((0,checkpoint/* lastSigned */.zt)(log)?.line ?? 0));
}
function recordedFacts({ digest }, file) {
    return (0,log/* sha256 */.sc)(file) === digest ? (0,facts/* factsIn */.P)(file) : undefined;
}
function releasesOf(lines) {
    return lines.flatMap((line) => {
        const entry = (0,audit_lines/* entryIn */.Gi)(line, isLogged);
        return entry === undefined ? [] : [{ release: entry.release, digest: entry.digest }];
    });
}
function isLogged(entry) {
    return (0,audit_lines/* hasTexts */.fx)(entry, ["release", "digest"]);
}

;// CONCATENATED MODULE: ./build/packages/audit/vouching.js




/***/ })

};
