export const id = 4217;
export const ids = [4217];
export const modules = {

/***/ 4217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driver: () => (/* binding */ driver)
/* harmony export */ });
/* harmony import */ var ioredis__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91593);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13986);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68131);



const refusals = new Map([
    ["WRONGPASS", ["the account or its password was refused", false]],
    ["NOAUTH", ["it wants a password, and the URL has none", false]],
    ["NOPERM", [`the account may not write: allow it set, get and del on ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S}:*`, false]],
    ["READONLY", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
    ["LOADING", ["it is starting up", true]],
    ["MASTERDOWN", ["it is a replica that lost its primary", true]],
    ["CLUSTERDOWN", ["the cluster is down", true]],
    ["TRYAGAIN", ["the cluster is being rearranged", true]],
    ["MOVED", ["the key lives on another node: a cluster needs the URL of a proxy or of its endpoint", false]],
    ["MISCONF", ["it refuses writes because it cannot save to disk", false]],
    ["OOM", ["it refuses writes: its memory is full", false]],
]);
const driver = {
    example: "redis://host:6379/0",
    open: ({ url, timeoutMs, tls }) => {
        const redis = new ioredis__WEBPACK_IMPORTED_MODULE_0__.Redis(url, {
            lazyConnect: true,
            connectTimeout: timeoutMs,
            maxRetriesPerRequest: 0,
            retryStrategy: () => null,
            enableReadyCheck: false,
            disconnectTimeout: 50,
            connectionName: "release-command-smoke",
            ...(tls === undefined ? {} : { tls }),
        });
        let why;
        redis.on("error", (thrown) => (why ??= thrown));
        const connect = async () => {
            try {
                await redis.connect();
            }
            catch (thrown) {
                throw why ?? thrown;
            }
        };
        return {
            roundTrip: async (mark) => {
                await connect();
                const key = `${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S}:${mark}`;
                await redis.set(key, mark, "PX", _store_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepAfterMs */ .Tc);
                const read = await redis.get(key).finally(async () => redis.del(key));
                if (read !== mark)
                    throw new _store_js__WEBPACK_IMPORTED_MODULE_2__/* .MarkLostError */ .k5("the key that was written could not be read back");
            },
            read: async () => {
                await connect();
                await redis.get(_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S);
            },
            close: () => {
                redis.disconnect();
                return Promise.resolve();
            },
        };
    },
    meaningOf: (thrown) => {
        const message = String((0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(thrown, "message"));
        const known = refusals.get(message.split(" ", 1)[0] ?? "");
        if (known !== undefined)
            return known;
        return /Connection is closed|ended by the other/i.test(message) ? ["it closed the connection", true] : undefined;
    },
};


/***/ })

};
