export const id = 262;
export const ids = [262];
export const modules = {

/***/ 49262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 18 modules
var shell = __webpack_require__(65640);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./build/actions/watch/foreign.js

const repository = schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish();
const foreign_event = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ repo: repository }), base: schemas/* object */.Ikc({ repo: repository }) }).optional(),
});
/** Whether an event is of a pull request from another repository: a fork may name its branch as a release does. */
function isForeign(payload) {
    const parsed = foreign_event.safeParse(payload);
    const pull = parsed.data?.pull_request;
    // A fork that was deleted is no repository any more, and a shape that we do not know is nothing to act on.
    if (!parsed.success)
        return true;
    return pull !== undefined && (pull.base.repo?.id === undefined || pull.head.repo?.id !== pull.base.repo.id);
}

;// CONCATENATED MODULE: ./build/actions/watch/outcome.js

const words = {
    woke: "woken",
    "may-go-on": "may go on",
    left: "left alone",
    fault: "not seen",
};
/** What was seen of each release, and whom this look woke. Red when one could not be looked at, or not be woken. */
function watchOutcome(sightings, note = "No release is under way.") {
    const rows = sightings.map(({ id, state, did, reason }) => `| ${(0,shell/* escaped */.Mk)(id)} | ${(0,shell/* escaped */.Mk)(state)} | ${words[did]} | ${(0,shell/* escaped */.Mk)(reason)} |`);
    const table = ["| Release | State | | Why |", "| --- | --- | --- | --- |", ...rows];
    const faults = sightings.flatMap(({ id, fault }) => (fault === undefined ? [] : [{ id, fault }]));
    const [first] = faults;
    return {
        outputs: { woken: JSON.stringify(sightings.filter(({ did }) => did === "woke").map(({ id }) => id)) },
        summary: [`### Releases under watch`, "", ...(rows.length === 0 ? [(0,shell/* escaped */.Mk)(note)] : table), ""].join("\n"),
        notices: faults
            .slice(1)
            .map(({ id, fault }) => ({
            level: "error",
            title: `Watch of ${id}`,
            text: `${fault.message}\n${fault.hint}`,
        })),
        ...(first === undefined
            ? {}
            : { failure: { message: `${first.id}: ${first.fault.message}`, hint: first.fault.hint } }),
    };
}

;// CONCATENATED MODULE: ./build/actions/watch/index.js



const shape = { token: ["token", shell/* text */.Qq] };
/** One look at every live release; those that may go on are woken. */
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Watch",
        shape,
        act: async ({ token }, runner) => {
            if (isForeign(await (0,shell/* eventOf */.A6)(runner)))
                return watchOutcome([], "This event comes from a fork: nobody is woken by it.");
            const { wakeByEvent, watchJob } = await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(261), __webpack_require__.e(776), __webpack_require__.e(787), __webpack_require__.e(132), __webpack_require__.e(69)]).then(__webpack_require__.bind(__webpack_require__, 91069));
            const workplace = await (0,shell/* openHere */.Pw)(runner, token);
            return watchOutcome(await watchJob(workplace, wakeByEvent(workplace)));
        },
    });
}


/***/ })

};
