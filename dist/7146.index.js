export const id = 7146;
export const ids = [7146];
export const modules = {

/***/ 7146:
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
;// CONCATENATED MODULE: ./build/actions/approval/outcome.js

function approvalOutcome({ release, approved }) {
    if (approved) {
        return {
            outputs: { outcome: "go" },
            summary: (0,shell/* summaryOf */.YG)({ title: `${release}: approved before this job`, notes: ["it goes on to production"] }),
        };
    }
    const text = `${release} is ready for production and waits for people. ${nextJob(release)}`;
    return {
        outputs: { outcome: "waiting" },
        summary: (0,shell/* summaryOf */.YG)({ title: `${release}: waits for approval`, notes: [text] }),
        notices: [{ level: "notice", title: `${release} waits for approval`, text }],
    };
}
function nextJob(release) {
    return ("Go on in a job whose environment has reviewers (environment: production-approval), " +
        `with command: resume, release: ${release}, approved: "true".`);
}

;// CONCATENATED MODULE: ./build/actions/approval/index.js


const shape = {
    release: ["release", shell/* releaseId */.Bf],
    approved: ["approved", shell/* flag */.Jt],
};
async function run() {
    await (0,shell/* runAction */.Cs)({ title: "Approval", shape, act: (inputs) => Promise.resolve(approvalOutcome(inputs)) });
}


/***/ })

};
