export const id = 9594;
export const ids = [9594];
export const modules = {

/***/ 99594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DirectoryStore: () => (/* binding */ DirectoryStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



class DirectoryStore {
    #directory;
    #now;
    #last = 0;
    constructor(directory, now) {
        this.#directory = directory;
        this.#now = now;
    }
    async look(prefixes) {
        const { heads } = await this.#state();
        const seen = Object.entries(heads).filter(([ref]) => prefixes.some((prefix) => ref.startsWith(prefix)));
        return { heads: new Map(seen), nowMs: this.#now() };
    }
    async read(ref, version, paths) {
        const found = await this.readBytes(ref, version, paths);
        return new Map([...found].map(([path, bytes]) => [path, bytes.toString("utf8")]));
    }
    async readBytes(_ref, version, paths) {
        const tree = await this.#tree(version);
        const found = new Map();
        for (const path of paths) {
            const content = tree[path] === undefined ? undefined : await this.#object(tree[path]);
            if (content !== undefined)
                found.set(path, content);
        }
        return found;
    }
    async list(_ref, version) {
        return Object.keys(await this.#tree(version));
    }
    async write(changes, at) {
        const versions = new Map();
        for (const change of changes) {
            if (change.files !== undefined)
                versions.set(change.ref, await this.#version(change, change.files, at));
        }
        for (;;) {
            const state = await this.#state();
            const moved = changes.find(({ ref, expect }) => (state.heads[ref] ?? "absent") !== expect);
            const isDone = changes.every(({ ref }) => state.heads[ref] === versions.get(ref));
            if (isDone)
                return { state: "applied", reason: "", versions };
            if (moved !== undefined)
                return { state: "refused", reason: `${moved.ref} moved`, versions };
            const heads = { ...state.heads, ...Object.fromEntries(versions) };
            for (const { ref, files } of changes)
                if (files === undefined)
                    delete heads[ref];
            if (await this.#claim({ number: state.number + 1, heads }))
                return { state: "applied", reason: "", versions };
        }
    }
    async #version({ expect, before, message }, files, at) {
        const tree = before === "base" && expect !== "absent" ? { ...(await this.#tree(expect)) } : {};
        for (const [path, content] of files) {
            if (content === undefined)
                delete tree[path];
            else
                tree[path] = await this.#store(content);
        }
        const parent = before === "lost" ? "absent" : expect;
        return this.#store(JSON.stringify({ parent, at, message, tree }));
    }
    async #tree(version) {
        const { tree } = JSON.parse((await this.#object(version)).toString("utf8"));
        return tree;
    }
    async #state() {
        if (this.#last === 0)
            this.#last = Number((await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, "last"))) ?? "0");
        let state = { number: 0, heads: {} };
        for (let number = Math.max(this.#last, 1);; number += 1) {
            const text = await readText(this.#statePath(number));
            if (text === undefined)
                return state;
            this.#last = Math.max(this.#last, number);
            state = { number, heads: JSON.parse(text) };
        }
    }
    async #claim({ number, heads }) {
        const path = this.#statePath(number);
        const unfinished = await this.#unfinished(JSON.stringify(heads));
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(unfinished, path);
        }
        catch (thrown) {
            if (isErrno(thrown, "EEXIST"))
                return false;
            throw thrown;
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(unfinished, { force: true });
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(await this.#unfinished(String(number)), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, "last"));
        return true;
    }
    #statePath(number) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, "states", String(Math.floor(number / 1000)), `${number}.json`);
    }
    async #store(content) {
        const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, "objects", id.slice(0, 2), id);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(await this.#unfinished(content), path);
        return id;
    }
    async #object(id) {
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, "objects", id.slice(0, 2), id));
    }
    async #unfinished(content) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, "unfinished", (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, content);
        return path;
    }
}
async function readText(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8");
    }
    catch (thrown) {
        if (isErrno(thrown, "ENOENT"))
            return undefined;
        throw thrown;
    }
}
function isErrno(thrown, code) {
    return typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === code;
}


/***/ })

};
