export const id = 1703;
export const ids = [1703];
export const modules = {

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
