export const id = 6608;
export const ids = [6608];
export const modules = {

/***/ 28737:
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./build/packages/cli/index.js + 1 modules
var cli = __webpack_require__(95920);
;// CONCATENATED MODULE: ./build/actions/command/asked.js


const asked_event = schemas/* object */.Ikc({
    action: schemas/* literal */.euz("created"),
    comment: schemas/* object */.Ikc({ id: schemas/* number */.aig(), body: schemas/* string */.YjP() }),
});
function findAsked(payload) {
    const { data } = asked_event.safeParse(payload);
    return data !== undefined && (0,cli/* isCommand */.y9)(data.comment.body) ? data.comment : undefined;
}

;// CONCATENATED MODULE: ./build/actions/command/outcome.js

function ignored(why) {
    return {
        outputs: { outcome: "ignored", next: "none" },
        summary: (0,shell/* summaryOf */.YG)({ title: "Nothing to do", notes: [why] }),
    };
}
function outcomeOf(reply) {
    if (reply.kind === "ignored")
        return ignored(reply.why);
    if (reply.kind === "refused") {
        const { message, hint } = reply.fault;
        return {
            outputs: { outcome: "refused", next: "none" },
            summary: (0,shell/* summaryOf */.YG)({ title: "Refused", notes: [message, hint] }),
            notices: [{ level: "warning", title: "Refused", text: `${message}\n${hint}` }],
        };
    }
    const { next, text } = reply.done;
    return {
        outputs: { outcome: "done", ...(next === undefined ? { next: "none" } : { next: next.workflow, ...next.inputs }) },
        summary: text,
    };
}

;// CONCATENATED MODULE: ./build/actions/command/index.js



const shape = { token: ["token", shell/* text */.Qq] };
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Command",
        shape,
        whenRefused: { outcome: "refused", next: "none" },
        act: async ({ token }, runner) => {
            const asked = findAsked(await (0,shell/* eventOf */.A6)(runner));
            if (asked === undefined)
                return ignored("This comment asks us for nothing.");
            const { replyTo } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2272)]).then(__webpack_require__.bind(__webpack_require__, 45918));
            return outcomeOf(await replyTo(await (0,shell/* openHere */.Pw)(runner, token), asked));
        },
    });
}


/***/ }),

/***/ 93041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ help)
/* harmony export */ });
const help = `Release Command

  release start --version=X.Y.Z|major|minor|patch|auto|prerelease   start a release and drive it
        [--type=standard|hotfix] [--from=BRANCH|TAG] [--to=BRANCH] [--changelog=FILE] [--allow-lower-version]
        [--dry-run [--out=plan.json]]      what would happen, and as a file for people to review
        [--severity=P0|P1 --incident=ID]   of a hotfix: the incident that it ends
        [--override="GATE: REASON"]        this gate may fail; by an admin only. Several: "GATE: REASON; GATE: REASON"
        [--at=TIME] [--expires=TIME]       production not before, and no more after: "2026-12-01T09:00 Europe/Berlin"
        [--emergency=REASON]               pass windows and freezes; by an emergency approver only
        [--adopt]                          of a hotfix: its branch is there already, with the fix
  release start --plan=plan.json          exactly that plan; refused with the difference when the world moved
  release status [vX.Y.Z] [--json]        where releases stand, and what they wait for
  release resume vX.Y.Z [--emergency=REASON]   continue a release, after a wait or a death
  release retry vX.Y.Z [--override="GATE: REASON"]   a new attempt after a failure, before the tag
  release hold vX.Y.Z --reason=TEXT       stop its progress
  release promote vX.Y.Z [--reason=TEXT]  end a hold; keep a hotfix whose journeys failed after 100 %
  release abort vX.Y.Z --reason=TEXT      end it: before production it fails, in production it rolls back
  release rollback vX.Y.Z [--to=vX.Y.Z] [--reason=TEXT]   back to what served before
  release rollback --false-positive=vX.Y.Z --reason=TEXT   that automatic rollback was wrong: the next ones are asked about
  release redeploy staging|production [--reason=TEXT]      bring the last good version up there again
  release report vX.Y.Z [--format=md|json|html|facts]   all that is known of a release, at any moment of its life
        [--root-cause=TEXT]                why it went back or failed, as you found out: its report shows it from then on
  release watch vX.Y.Z                    the board of a release that somebody else drives; keys p h r a o ? q on a terminal
  release watch [--resume]                which releases may go on now; goes on with them here
  release dashboard [build] [--out=FOLDER]   all releases as a static site
  release dashboard serve [--port=8080]   the same on this machine, live
  release dashboard publish [--branch=gh-pages] [--follow]   the same as a branch, for GitHub Pages
  release metrics [--format=json|openmetrics] [--from=DAY] [--to=DAY]   what all releases show (docs/metrics.md)
  release lint-commits [RANGE]            do commits follow Conventional Commits? default: those after the last release
        [--message=FILE | --install-hook]  one message; as a hook of this clone
  release changelog [RANGE | --all]       the notes of each release in it; default: of what comes after the last release
        [--version=X.Y.Z]                  what is not tagged yet is called so
  release config [--json]                 what is in force here: each setting with its source, what was detected and why
  release smoke staging|production|URL [--json]   the smoke checks, once, against what serves there now
  release analyze FILE|- [--json]         what the canary judge says of recorded metrics, and when (docs/canary.md)
        [--judge=sequential|threshold] [--alpha=0.0025] [--max-error-ratio=0.05]
  release audit verify [--key=… --checkpoint=FILE --anchors]
                                          is the audit log whole, do the records match it, who signed it?
                                          --anchors: is it what the deployments on the code host say of it?
  release audit export [--format=md|csv|json] [--from=2026-01-01 --to=2026-03-31]
                                          who did what, when, with which outcome: evidence for an auditor
  release audit key                       the public key of RELEASE_AUDIT_KEY, or of the Vault that signs, for others to verify with
  release audit sign                      signs what is not signed, because no key or Vault was there
  release audit erase vX.Y.Z --person=LOGIN --reason=TEXT   takes a person out of the records of a release that ended;
                                          by an admin only. It says what is left to do by hand (docs/audit.md)
  release demo [--fault=NAME]             a whole release on this machine, offline

Every command takes --directory=FOLDER: the clone to work in, when it is not this one; and --plain: lines one after
another on a terminal too, for screen readers.
Also understood: --base for --from, --target for --to, and /release --type=… --rollback=vX --to=vY --report=vX.
Needs GITHUB_TOKEN in the environment; a dry run, status, report and metrics only read; changelog, lint-commits, config, smoke and analyze need none.
Exit codes: 0 done · 1 our defect · 2 wrong input, configuration or permission · 3 waiting · 4 rolled back · 5 failed.
`;


/***/ }),

/***/ 95920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yj: () => (/* reexport */ help/* help */.y),
  y9: () => (/* reexport */ isCommand),
  vj: () => (/* reexport */ parseComment)
});

// EXTERNAL MODULE: ./build/packages/cli/parse.js + 6 modules
var parse = __webpack_require__(17600);
// EXTERNAL MODULE: ./build/packages/cli/wrong.js
var wrong = __webpack_require__(38501);
;// CONCATENATED MODULE: ./build/packages/cli/comment.js


const example = "Example: /release status v2.5.0";
const longest = 2_000;
function parseComment(body) {
    const [first = "", ...rest] = body.split(/\r\n|\r|\n/).map((line) => line.trim());
    if (!isCommand(first))
        return undefined;
    if (rest.some(isCommand))
        throw (0,wrong/* wrong */.Qm)("A comment holds one command", "Write the second one in a comment of its own.");
    if (first.length > longest)
        throw (0,wrong/* wrong */.Qm)(`The command is longer than ${longest} characters`, example);
    const { command, directory, plain } = (0,parse/* parseCommand */.R)(wordsOf(first));
    if (directory !== undefined)
        throw (0,wrong/* wrong */.Qm)("--directory means nothing in a comment", example);
    if (plain === true)
        throw (0,wrong/* wrong */.Qm)("--plain means nothing in a comment", example);
    if (command.kind === "start" && command.out !== undefined)
        throw (0,wrong/* wrong */.Qm)("--out means nothing in a comment", example);
    return command;
}
function isCommand(text) {
    return /^\/release(\s|$)/.test(text);
}
function wordsOf(line) {
    const plain = line.replaceAll(/[“”„]/g, '"').replaceAll(/(?<=\s)—(?=\w)/g, "--");
    const words = plain.match(/(?:"[^"]*"|(?<=[\s=])'[^']*'|[^\s"])+/g) ?? [];
    if ((plain.match(/"/g) ?? []).length % 2 === 1)
        throw (0,wrong/* wrong */.Qm)("A quote is opened and not closed", example);
    return words.map((word) => word.replaceAll('"', "").replace(/(^|=)'([^']*)'$/, "$1$2"));
}

// EXTERNAL MODULE: ./build/packages/cli/help.js
var help = __webpack_require__(93041);
;// CONCATENATED MODULE: ./build/packages/cli/index.js





/***/ })

};
