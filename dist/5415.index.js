export const id = 5415;
export const ids = [5415];
export const modules = {

/***/ 45415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createSlack: () => (/* binding */ createSlack)
/* harmony export */ });
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7237);

function createSlack({ urlFrom, mention }, { fetch, secret }) {
    return {
        async send(notice, signal) {
            const body = JSON.stringify(messageOf(notice, mention));
            await (0,_post_js__WEBPACK_IMPORTED_MODULE_0__/* .post */ .b)(fetch, { url: secret(urlFrom), body, repeatable: false, signal });
        },
    };
}
const marks = { P0: "🚨", P1: "🔴", P2: "🟡", P3: "🟢" };
const headerAtMost = 150;
const sectionAtMost = 2_900;
function messageOf(notice, mention) {
    const { priority, labels, title, lines, commands, links, source, key } = notice;
    const head = [marks[priority], priority, ...labels, title].join(" ");
    const called = mention !== undefined && (priority === "P0" || priority === "P1") ? [callOf(mention)] : [];
    const text = [...called, ...lines.map(plain)].join("\n");
    const typed = commands.length === 0 ? [] : [section(`\`\`\`${cut(commands.map(plain).join("\n"))}\`\`\``)];
    const addresses = links.map(({ text: name, url }) => `<${plain(url).replaceAll("|", "%7C")}|${plain(name)}>`);
    return {
        text: plain(head),
        blocks: [
            { type: "header", text: { type: "plain_text", text: head.slice(0, headerAtMost) } },
            ...(text === "" ? [] : [section(cut(text))]),
            ...typed,
            ...(addresses.length === 0 ? [] : [section(cut(addresses.join(" · ")))]),
            { type: "context", elements: [{ type: "plain_text", text: `${source} · ${key}`.slice(0, headerAtMost) }] },
        ],
    };
}
const section = (text) => ({ type: "section", text: { type: "mrkdwn", text } });
const cut = (text) => (text.length <= sectionAtMost ? text : `${text.slice(0, sectionAtMost)}…`);
function plain(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("```", "'''");
}
function callOf(mention) {
    if (mention === "here" || mention === "channel")
        return `<!${mention}>`;
    return mention.startsWith("S") ? `<!subteam^${mention}>` : `<@${mention}>`;
}


/***/ })

};
