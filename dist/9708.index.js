export const id = 9708;
export const ids = [9708];
export const modules = {

/***/ 49708:
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
;// CONCATENATED MODULE: ./build/actions/watch/foreign.js

const repository = schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish();
const foreign_event = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ repo: repository }), base: schemas/* object */.Ikc({ repo: repository }) }).optional(),
});
function isForeign(payload) {
    const parsed = foreign_event.safeParse(payload);
    const pull = parsed.data?.pull_request;
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
function watchOutcome(sightings, { note = "No release is under way.", reminders = [], deliveries = [], } = {}) {
    const rows = sightings.map(({ id, state, did, reason }) => `| ${(0,shell/* escaped */.Mk)(id)} | ${(0,shell/* escaped */.Mk)(state)} | ${words[did]} | ${(0,shell/* escaped */.Mk)(reason)} |`);
    const table = ["| Release | State | | Why |", "| --- | --- | --- | --- |", ...rows];
    const unheard = reminders.map(({ release: id, fault }) => ({ id, fault }));
    const faults = [...sightings, ...unheard].flatMap(({ id, fault }) => (fault === undefined ? [] : [{ id, fault }]));
    const told = deliveries.map(({ key, channel, status, reason = "" }) => `- ${(0,shell/* escaped */.Mk)(`${channel}: ${key}: ${status} ${reason}`.trim())}`);
    const late = reminders.map(({ text }) => `- ${(0,shell/* escaped */.Mk)(text)}`);
    const [first] = faults;
    return {
        outputs: { woken: JSON.stringify(sightings.filter(({ did }) => did === "woke").map(({ id }) => id)) },
        summary: [
            `### Releases under watch`,
            "",
            ...(rows.length === 0 ? [(0,shell/* escaped */.Mk)(note)] : table),
            "",
            ...late,
            ...told,
            "",
        ].join("\n"),
        notices: faults.slice(1).map(({ id, fault }) => ({
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



const shape = {
    token: ["token", shell/* text */.Qq],
    notifySecrets: ["notify-secrets", (0,shell/* optional */.lq)(shell/* text */.Qq)],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Watch",
        shape,
        act: async ({ token, notifySecrets }, runner) => {
            if (isForeign(await (0,shell/* eventOf */.A6)(runner)))
                return watchOutcome([], { note: "This event comes from a fork: nobody is woken by it." });
            const { emptyOutbox, remindOfReviews, tellingsOfReminders, wakeByEvent, watchJob } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            const workplace = await (0,shell/* openHere */.Pw)(runner, token, { notifySecrets });
            const sightings = await watchJob(workplace, wakeByEvent(workplace));
            const reminders = await remindOfReviews(workplace);
            const deliveries = await emptyOutbox(workplace, tellingsOfReminders(workplace, reminders));
            return watchOutcome(sightings, { reminders, deliveries });
        },
    });
}


/***/ })

};
