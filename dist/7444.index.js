export const id = 7444;
export const ids = [7444];
export const modules = {

/***/ 17444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driver: () => (/* binding */ driver)
/* harmony export */ });
/* harmony import */ var mongodb__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3291);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13986);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68131);



const secondary = ["it is read-only: the URL leads to a secondary, use that of the replica set", false];
const ending = ["it is shutting down", true];
const stepping = ["its primary has just changed", true];
const codes = new Map([
    [
        13,
        [`the account may not write: give it the role readWrite, or find, insert, update and remove on ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S}`, false],
    ],
    [
        18,
        ["the account or its password was refused; one that is kept in another database wants ?authSource=admin", false],
    ],
    [8000, ["the account or its password was refused", false]],
    [50, ["a command took too long", true]],
    [91, ending],
    [11600, ending],
    [189, stepping],
    [11602, stepping],
    [10107, secondary],
    [13435, secondary],
    [64, ["the write was not confirmed by enough members in time", true]],
    [100, ["it has too few members for the write concern of the URL", false]],
    [14031, ["it refuses writes: its disk is full", false]],
]);
const strict = { tlsAllowInvalidCertificates: false, tlsAllowInvalidHostnames: false };
const driver = {
    example: "mongodb://host:27017/database",
    open: ({ url, timeoutMs, tls }) => {
        if (!/^[^/]+\/\/[^/]+\/[^?]/.test(url))
            throw new Error("the URL names no database");
        const client = new mongodb__WEBPACK_IMPORTED_MODULE_0__.MongoClient(url, {
            appName: "release-command smoke",
            maxPoolSize: 1,
            readPreference: "primaryPreferred",
            connectTimeoutMS: timeoutMs,
            serverSelectionTimeoutMS: Math.ceil(timeoutMs * 0.8),
            retryReads: false,
            retryWrites: false,
            ...(tls === undefined ? {} : { ...tls, tls: true, ...strict }),
        });
        const told = listenTo(client);
        const collection = client.db().collection(_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S);
        return {
            roundTrip: async (mark) => told(writeAndRead(collection, mark)),
            read: async () => {
                await told(collection.findOne({}, { readPreference: "secondaryPreferred" }));
            },
            close: async () => {
                await client.close().catch(() => undefined);
            },
        };
    },
    meaningOf: (thrown) => {
        const [code, message] = [(0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(thrown, "code"), (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)];
        if (code === 13 && /requires authentication|not authenticated/i.test(message))
            return ["it wants a password, and the URL has none", false];
        const known = codes.get(code);
        if (known !== undefined)
            return known;
        if (String((0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)((0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(thrown, "reason"), "type")).startsWith("ReplicaSet"))
            return ["none of the members that answer is the primary", true];
        if (/^ENO(DATA|TFOUND)$/.test(String(code)) && /querySrv/i.test(message))
            return ["the host name of mongodb+srv:// has no SRV record (DNS)", true];
        return /connection .*closed/i.test(message) ? ["it closed the connection", true] : undefined;
    },
};
async function writeAndRead(collection, mark) {
    await collection.updateOne({ mark }, { $currentDate: { written: true } }, { upsert: true });
    const read = await collection
        .findOne({ mark }, { readPreference: "primary" })
        .finally(async () => collection.deleteMany({ mark }));
    if (read?.mark !== mark)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_2__/* .MarkLostError */ .k5("the document that was written could not be read back");
    await collection.deleteMany({ written: { $lt: new Date(read.written.getTime() - _store_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepAfterMs */ .Tc) } });
}
function listenTo(client) {
    const { promise, reject } = Promise.withResolvers();
    promise.catch(() => undefined);
    client.on("topologyDescriptionChanged", ({ newDescription }) => {
        const said = [...newDescription.servers.values()].map(({ error }) => error);
        const [first] = said;
        if (first !== undefined && said.every((error) => error !== null))
            reject(first);
    });
    return async (work) => Promise.race([work, promise]);
}


/***/ })

};
