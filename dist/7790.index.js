export const id = 7790;
export const ids = [7790];
export const modules = {

/***/ 7237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70083);


async function post(fetch, { url, body, headers, repeatable, signal }) {
    const to = webAddress(url);
    const response = await fetch(to, {
        method: "POST",
        body,
        signal,
        redirect: "manual",
        headers: { "content-type": "application/json", ...headers, ...(repeatable ? { [_http__WEBPACK_IMPORTED_MODULE_1__/* .idempotentHeader */ ._]: "true" } : {}) },
    });
    if (response.ok)
        return;
    const passing = response.status === 429 || response.status >= 500;
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB(passing ? "remote" : "config", `${to.host} answered ${response.status}`, {
        hint: passing ? "It is sent again later." : "Look whether the secret of this channel is still valid.",
    });
}
function webAddress(url) {
    const to = URL.parse(url);
    if (to !== null && /^https?:$/.test(to.protocol))
        return to;
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("config", "The address of a channel is no web address", {
        hint: "Example: SLACK_WEBHOOK_URL=https://hooks.slack.com/services/…",
    });
}


/***/ }),

/***/ 28506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createWebhook: () => (/* binding */ createWebhook)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7237);


function createWebhook({ urlFrom, secretFrom }, { fetch, secret, now }) {
    return {
        async send(notice, signal) {
            const body = JSON.stringify({ type: `release.${notice.event}`, timestamp: notice.at, data: notice });
            const timestamp = String(Math.floor(now() / 1000));
            const headers = { "webhook-id": notice.key, "webhook-timestamp": timestamp };
            if (secretFrom !== undefined)
                headers["webhook-signature"] = signatureOf(`${notice.key}.${timestamp}.${body}`, secret(secretFrom));
            await (0,_post_js__WEBPACK_IMPORTED_MODULE_1__/* .post */ .b)(fetch, { url: secret(urlFrom), body, headers, repeatable: true, signal });
        },
    };
}
const prefix = "whsec_";
function signatureOf(signed, secret) {
    const key = secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), "base64") : Buffer.from(secret);
    return `v1,${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key).update(signed).digest("base64")}`;
}


/***/ })

};
