export const id = 6679;
export const ids = [6679,1703];
export const modules = {

/***/ 31361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openDriverKeys: () => (/* binding */ openDriverKeys)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9798);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5969);
/* harmony import */ var _key_desk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81703);





function openDriverKeys(workplace, { screen, seat }, driver) {
    const { id } = driver;
    const answer = async (wanted) => {
        try {
            screen.say(await answerTo(workplace, id, wanted, { screen, seat }));
        }
        catch (thrown) {
            const { message, hint } = (0,_faults__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .Ps)(thrown);
            screen.say(`${message} ${hint}`);
        }
    };
    return (0,_key_desk_js__WEBPACK_IMPORTED_MODULE_4__.openKeyDesk)(seat, screen, { id, quitAsks: true, onWanted: answer });
}
async function answerTo(workplace, id, wanted, { screen, seat }) {
    if (wanted.kind === "quit") {
        seat.interrupt();
        return "stopping";
    }
    if (wanted.kind === "report") {
        screen.show((0,_report__WEBPACK_IMPORTED_MODULE_2__.releaseReport)((await (0,_stages__WEBPACK_IMPORTED_MODULE_3__.readOrThrow)(workplace, id)).facts));
        return `report of ${id} shown above; later: release report ${id}`;
    }
    const { deed, reason } = wanted;
    if (deed !== "rollback")
        await (0,_stages__WEBPACK_IMPORTED_MODULE_3__/* .askFor */ .dq)(workplace, id, { kind: deed, id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), reason });
    else if ((await (0,_stages__WEBPACK_IMPORTED_MODULE_3__/* .rollBackRelease */ .sW)(workplace, { from: id, reason, requestId: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() }, () => undefined)) !== "requested")
        return `${id} was rolled back`;
    return `${deed} of ${id} is recorded`;
}


/***/ }),

/***/ 81703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openKeyDesk: () => (/* binding */ openKeyDesk)
});

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./build/packages/cli/keyboard.js

function openKeyboard(input, { onKey, interrupt }) {
    const hear = (text, { name = "", ctrl = false }) => {
        if (ctrl && name === "c")
            return interrupt();
        if (ctrl && name === "z")
            return sleepUntilContinued(input);
        onKey({ text: text ?? "", name, ctrl });
    };
    const restore = () => {
        input.setRawMode(false);
    };
    (0,external_node_readline_.emitKeypressEvents)(input);
    input.on("keypress", hear);
    input.setRawMode(true);
    input.resume();
    process.once("exit", restore);
    return {
        close() {
            input.off("keypress", hear);
            process.off("exit", restore);
            restore();
            input.pause();
        },
    };
}
function sleepUntilContinued(input) {
    input.setRawMode(false);
    process.once("SIGCONT", () => input.setRawMode(true));
    process.kill(process.pid, "SIGTSTP");
}

// EXTERNAL MODULE: ./build/packages/cli/default-reasons.js
var default_reasons = __webpack_require__(14585);
;// CONCATENATED MODULE: ./build/packages/cli/keys.js

const nothing = { kind: "nothing" };
const deeds = { p: "promote", h: "hold", r: "rollback", a: "abort" };
const reasonAtMost = 500;
function press(asking, key, rules) {
    switch (asking.kind) {
        case "nothing":
        case "help":
            return first(asking, key, rules);
        case "sure":
            return sure(asking.of, key);
        case "reason":
            return reasonTyped(asking, key);
    }
}
function first(asking, { text }, { quitAsks }) {
    const letter = text.toLowerCase();
    const deed = Object.hasOwn(deeds, letter) ? deeds[letter] : undefined;
    if (deed !== undefined)
        return { asking: { kind: "sure", of: deed } };
    if (letter === "o")
        return { asking: nothing, wanted: { kind: "report" } };
    if (letter === "q")
        return quitAsks ? { asking: { kind: "sure", of: "quit" } } : { asking: nothing, wanted: { kind: "quit" } };
    if (letter === "?")
        return { asking: asking.kind === "help" ? nothing : { kind: "help" } };
    return { asking: nothing };
}
function sure(of, { text }) {
    if (text.toLowerCase() !== "y")
        return { asking: nothing };
    if (of === "quit")
        return { asking: nothing, wanted: { kind: "quit" } };
    if (of === "hold" || of === "abort")
        return { asking: { kind: "reason", of, text: "" } };
    return { asking: nothing, wanted: { kind: "deed", deed: of, reason: default_reasons/* defaultReasons */.v[of] } };
}
function reasonTyped(asking, { text, name, ctrl }) {
    const typed = asking.text;
    if (name === "escape")
        return { asking: nothing };
    if (name === "return" || name === "enter") {
        const reason = typed.trim();
        return reason === "" ? { asking } : { asking: nothing, wanted: { kind: "deed", deed: asking.of, reason } };
    }
    if (name === "backspace")
        return { asking: { ...asking, text: typed.replace(/.$/u, "") } };
    if (ctrl && name === "u")
        return { asking: { ...asking, text: "" } };
    const isShown = /^[^\p{Cc}\p{Cs}]+$/u.test(text);
    return { asking: isShown && typed.length < reasonAtMost ? { ...asking, text: `${typed}${text}` } : asking };
}
const whatFor = {
    promote: "let it go on",
    hold: "stop its progress",
    rollback: "back to what served before",
    abort: "end it: before production it fails, in production it rolls back",
};
function promptOf(asking, id) {
    switch (asking.kind) {
        case "nothing":
            return ["keys: p promote · h hold · r rollback · a abort · o report · ? help · q quit"];
        case "help":
            return [
                ...Object.entries(deeds).map(([letter, deed]) => `  ${letter}  ${deed.padEnd(9)} ${whatFor[deed]}`),
                "  o  report    the report as it is now",
                "  ?  help      these lines; any other key hides them",
                "  q  quit      leave the board",
                "Each of p, h, r and a asks once, and does what the command of that name does.",
            ];
        case "sure":
            return [
                asking.of === "quit"
                    ? `Stop driving ${id}? It stays where it is; release resume ${id} goes on. y/n`
                    : `${asking.of} ${id}: ${whatFor[asking.of]}? y/n`,
            ];
        case "reason":
            return [`${asking.of} ${id}. Why? Enter sends it, Esc leaves it: ${asking.text}`];
    }
}

;// CONCATENATED MODULE: ./build/packages/cli/key-desk.js


function openKeyDesk({ input, interrupt }, screen, { id, onWanted, ...rules }) {
    let asking = { kind: "nothing" };
    let busy = false;
    screen.prompt(promptOf(asking, id));
    const keyboard = openKeyboard(input, {
        interrupt,
        onKey: (key) => {
            if (busy)
                return;
            const pressed = press(asking, key, rules);
            asking = pressed.asking;
            screen.prompt(promptOf(asking, id));
            if (pressed.wanted === undefined)
                return;
            busy = true;
            void Promise.resolve(onWanted(pressed.wanted)).finally(() => (busy = false));
        },
    });
    return {
        close() {
            keyboard.close();
            screen.prompt([]);
        },
    };
}


/***/ })

};
