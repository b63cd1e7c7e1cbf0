export const id = 8172;
export const ids = [8172];
export const modules = {

/***/ 38172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPagerDuty: () => (/* binding */ createPagerDuty)
/* harmony export */ });
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7237);

const severities = { P0: "critical", P1: "error", P2: "warning", P3: "info" };
function createPagerDuty({ keyFrom, url }, { fetch, secret }) {
    return {
        async send(notice, signal) {
            const body = JSON.stringify(eventOf(notice, secret(keyFrom)));
            await (0,_post_js__WEBPACK_IMPORTED_MODULE_0__/* .post */ .b)(fetch, { url, body, repeatable: true, signal });
        },
    };
}
const summaryAtMost = 1_024;
const detailsAtMost = 20_000;
function eventOf(notice, routingKey) {
    const { key, release, event, priority, labels, title, lines, commands, links, at, source } = notice;
    return {
        routing_key: routingKey,
        event_action: "trigger",
        dedup_key: key,
        client: "Release Command",
        links: links.map(({ text, url }) => ({ href: url, text })),
        payload: {
            summary: [priority, ...labels, title].join(" ").slice(0, summaryAtMost),
            timestamp: at,
            severity: severities[priority],
            source,
            component: release,
            class: event,
            custom_details: {
                priority,
                details: lines.join("\n").slice(0, detailsAtMost),
                ...(commands.length === 0 ? {} : { "by hand": commands.join("\n").slice(0, detailsAtMost) }),
            },
        },
    };
}


/***/ })

};
