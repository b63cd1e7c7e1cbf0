export const id = 7091;
export const ids = [7091];
export const modules = {

/***/ 97091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* reexport */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 21 modules
var shell = __webpack_require__(34442);
;// CONCATENATED MODULE: ./build/actions/validate/inputs.js

const shape = {
    token: ["token", shell/* text */.Qq],
    command: ["command", (0,shell/* oneOf */.yL)("start", "resume", "retry", "hold", "promote", "abort")],
    type: ["type", (0,shell/* oneOf */.yL)("standard", "hotfix")],
    version: ["version", shell/* text */.Qq],
    from: ["from", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    to: ["to", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    release: ["release", (0,shell/* optional */.lq)(shell/* releaseId */.Bf)],
    changelog: ["changelog", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    plan: ["plan", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    severity: ["severity", (0,shell/* optional */.lq)((0,shell/* oneOf */.yL)("none", "P0", "P1"))],
    incident: ["incident", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    override: ["override", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    emergency: ["emergency", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    at: ["at", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    expires: ["expires", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    reason: ["reason", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    allowLowerVersion: ["allow-lower-version", shell/* flag */.Jt],
    adopt: ["adopt", shell/* flag */.Jt],
    dryRun: ["dry-run", shell/* flag */.Jt],
    signingKey: ["signing-key", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    signingPassphrase: ["signing-passphrase", (0,shell/* optional */.lq)(shell/* text */.Qq)],
    notifySecrets: ["notify-secrets", (0,shell/* optional */.lq)(shell/* text */.Qq)],
};

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/actions/validate/route.js


async function commandOf(inputs, { cwd }) {
    const { command, release, token: _, notifySecrets: ____, signingKey: __, signingPassphrase: ___, reason, ...words } = inputs;
    if (command === "start") {
        const { startOf } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
        return { kind: "start", start: await startOf(words, (file, input) => (0,shell/* textInCheckout */.pi)(cwd, file, input)) };
    }
    if (release === undefined)
        throw new faults/* ReleaseFault */.eB("input", `release: is required when command is ${command}`, {
            hint: "Example: release: v2.5.0",
        });
    if (command === "retry")
        return { kind: command, id: release, override: inputs.override };
    if (command !== "resume")
        return { kind: "request", id: release, ask: command, reason: reasonFor(command, reason) };
    if (inputs.override === undefined)
        return { kind: command, id: release, emergency: inputs.emergency };
    throw new faults/* ReleaseFault */.eB("input", "override: belongs to start and retry; what a release may pass is in its plan", {
        hint: `Leave it out. A gate that failed is overridden by a new attempt: command: retry, release: ${release}`,
    });
}
function reasonFor(command, reason) {
    if (reason !== undefined)
        return reason;
    if (command === "promote")
        return "go on";
    throw new faults/* ReleaseFault */.eB("input", `reason: is required when command is ${command}; it is kept in the record`, {
        hint: "Example: reason: payment provider is down",
    });
}
const approvalWords = {
    ask: "people are asked before production",
    given: "given in an earlier run",
    auto: "nobody is asked: the configuration lets this severity pass",
};
function routeOutcome(route) {
    const { outcome, release, type, resumeAt, approval, legs, sha, incident, first, notes } = route;
    const rows = {
        release,
        type,
        ...(incident === undefined ? {} : { incident: `${incident.id} (${incident.severity})` }),
        "goes on at": resumeAt,
        approval: approvalWords[approval],
        legs: legs.join(", "),
        commit: sha,
    };
    return {
        outputs: { outcome, release, type, resume_at: resumeAt, approval, legs: JSON.stringify(legs), sha },
        summary: (0,shell/* summaryOf */.YG)({ title: `${release}: ${outcome}`, first, rows: Object.entries(rows), notes }),
        ...(outcome === "refused" ? { notices: [{ level: "warning", title: release, text: notes.join("\n") }] } : {}),
    };
}

;// CONCATENATED MODULE: ./build/actions/validate/index.js




async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Validate",
        shape: shape,
        whenRefused: { outcome: "refused" },
        act: async (inputs, runner) => {
            const { validateJob } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            return routeOutcome(await validateJob(await (0,shell/* openHere */.Pw)(runner, inputs.token, inputs), await commandOf(inputs, runner)));
        },
    });
}


/***/ })

};
