export const id = 1474;
export const ids = [1474];
export const modules = {

/***/ 39579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DS: () => (/* reexport */ isZone),
  I: () => (/* reexport */ kindOf),
  lt: () => (/* reexport */ localText),
  m$: () => (/* reexport */ openingAt),
  mI: () => (/* reexport */ parseMoment),
  mx: () => (/* reexport */ weekdays)
});

;// CONCATENATED MODULE: ./build/packages/calendar/zone.js
const dayMs = 86_400_000;
function isZone(name) {
    try {
        return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
    }
    catch {
        return false;
    }
}
const formats = new Map();
function formatOf(zone) {
    const known = formats.get(zone);
    if (known !== undefined)
        return known;
    const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        weekday: "short",
        timeZoneName: "short",
    });
    formats.set(zone, made);
    return made;
}
function partsAt(ms, zone) {
    return Object.fromEntries(formatOf(zone)
        .formatToParts(ms)
        .map(({ type, value }) => [type, value]));
}
function shownAt(ms, zone) {
    const { year, month, day, hour, minute, second } = partsAt(ms, zone);
    const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = [year, month, day, hour, minute, second].map(Number);
    return Date.UTC(y, m - 1, d, h, min, s);
}
function dayAt(ms, zone) {
    const shown = new Date(shownAt(ms, zone));
    return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() };
}
function instantsOf({ year, month, day, minutes }, zone) {
    const wanted = Date.UTC(year, month - 1, day) + minutes * 60_000;
    const offsets = [wanted - dayMs, wanted + dayMs].map((ms) => shownAt(ms, zone) - ms);
    const tried = [...new Set(offsets)].map((offset) => wanted - offset);
    const at = tried.filter((ms) => shownAt(ms, zone) === wanted).toSorted((a, b) => a - b);
    return { at, next: at[0] ?? changeBetween(Math.min(...tried), Math.max(...tried), zone) };
}
function changeBetween(from, to, zone) {
    const before = shownAt(from, zone) - from;
    let [low, high] = [from, to];
    while (high - low > 60_000) {
        const middle = low + Math.floor((high - low) / 120_000) * 60_000;
        if (shownAt(middle, zone) - middle === before)
            low = middle;
        else
            high = middle;
    }
    return high;
}
function localText(ms, zone) {
    const { weekday, year, month, day, hour, minute, timeZoneName } = partsAt(ms, zone);
    const utc = new Date(ms).toISOString();
    const sameDay = utc.startsWith(`${year}-${month}-${day}`);
    const other = `${sameDay ? "" : `${utc.slice(0, 10)} `}${utc.slice(11, 16)} UTC`;
    const local = `${weekday} ${year}-${month}-${day} ${hour}:${minute}`;
    return timeZoneName === "UTC" ? `${local} UTC` : `${local} ${timeZoneName} (${other})`;
}
const moment = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(?::00(?:\.0+)?)?(?<offset>Z|[+-]\d\d:\d\d)?(?: +(?<zone>\S+))?$/;
function parseMoment(text) {
    const groups = moment.exec(text.trim())?.groups;
    if (groups === undefined)
        return 'must be a time like "2026-12-01T09:00 Europe/Berlin" or "2026-12-01T08:00Z"';
    const { offset, zone } = groups;
    if (zone !== undefined && !isZone(zone))
        return `"${zone}" is no time zone; use a name like Europe/Berlin, or UTC`;
    if ((offset === undefined) === (zone === undefined))
        return 'needs one time zone: "2026-12-01T09:00 Europe/Berlin", "2026-12-01T09:00+01:00" or "2026-12-01T08:00Z"';
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = ["year", "month", "day", "hour", "minute"].map((name) => Number(groups[name]));
    const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
    const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
    if (!isDate)
        return `"${text.trim()}" is no time of the calendar`;
    if (zone === undefined) {
        const ms = Date.parse(`${date.toISOString().slice(0, 16)}${offset ?? "Z"}`);
        return Number.isNaN(ms) ? `"${offset}" is no offset` : { ms, zone: "UTC" };
    }
    const { at } = instantsOf({ year, month, day, minutes: hour * 60 + minute }, zone);
    if (at[0] === undefined)
        return `"${text.trim()}" does not exist: the clocks of ${zone} go forward over it; name a later time`;
    return { ms: at[0], zone };
}

;// CONCATENATED MODULE: ./build/packages/calendar/spans.js

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const dayMinutes = 24 * 60;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const dated = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<time>\d\d:\d\d))?$/;
const yearly = /^(?<month>\d\d)-(?<day>\d\d)$/;
function kindOf({ from, to }) {
    if (isTimeOfDay(from) && isTimeOfDay(to))
        return "weekly";
    if (yearly.test(from) && yearly.test(to) && exists(`2024-${from}`) && exists(`2024-${to}`))
        return "yearly";
    return exists(from) && exists(to) ? "once" : undefined;
}
function isTimeOfDay(text) {
    return time.test(text);
}
function exists(text) {
    const groups = dated.exec(text)?.groups;
    if (groups === undefined || (groups["time"] !== undefined && !isTimeOfDay(groups["time"])))
        return false;
    const day = `${groups["year"]}-${groups["month"]}-${groups["day"]}`;
    const ms = Date.parse(`${day}T00:00Z`);
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
function spansAround(span, zone, { nowMs, aheadMs }) {
    const today = dayAt(nowMs, zone);
    switch (kindOf(span)) {
        case "weekly": {
            const days = Math.ceil(aheadMs / 86_400_000) + 2;
            return Array.from({ length: days + 1 }, (_, index) => onDay(span, dayAfter(today, index - 1), zone)).flat();
        }
        case "yearly":
            return [-1, 0, 1].flatMap((step) => {
                const year = today.year + step;
                const crosses = span.to < span.from;
                return between({ ...span, from: `${year}-${span.from}`, to: `${crosses ? year + 1 : year}-${span.to}` }, zone);
            });
        case "once":
            return between(span, zone);
        case undefined:
            return [];
    }
}
function onDay(span, day, zone) {
    const weekday = weekdays[new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay()];
    if (span.days !== undefined && weekday !== undefined && !span.days.includes(weekday))
        return [];
    const [from, to] = [minutesOf(span.from), minutesOf(span.to)];
    return interval(span, zone, { ...day, minutes: from }, { ...day, minutes: to > from ? to : to + dayMinutes });
}
function between(span, zone) {
    const [from, to] = [localOf(span.from, 0), localOf(span.to, dayMinutes)];
    return interval(span, zone, from, to);
}
function interval({ reason }, zone, from, to) {
    const [fromMs, toMs] = [instantsOf(from, zone).next, instantsOf(to, zone)];
    const end = toMs.at.at(-1) ?? toMs.next;
    return end > fromMs ? [{ fromMs, toMs: end, ...(reason === undefined ? {} : { reason }) }] : [];
}
function localOf(text, wholeDay) {
    const groups = dated.exec(text)?.groups ?? {};
    const [year = 0, month = 0, day = 0] = [groups["year"], groups["month"], groups["day"]].map(Number);
    const { time: at } = groups;
    return { year, month, day, minutes: at === undefined ? wholeDay : minutesOf(at) };
}
function minutesOf(text) {
    const [hours = 0, minutes = 0] = text.split(":").map(Number);
    return hours * 60 + minutes;
}
function dayAfter({ year, month, day }, days) {
    const date = new Date(Date.UTC(year, month - 1, day + days));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

;// CONCATENATED MODULE: ./build/packages/calendar/opening.js

const opening_dayMs = 86_400_000;
const horizonsMs = [8 * opening_dayMs, 400 * opening_dayMs];
function openingAt({ zone, open, freezes }, nowMs) {
    for (const aheadMs of horizonsMs) {
        const around = (spans) => spans.flatMap((span) => spansAround(span, zone, { nowMs, aheadMs }));
        const known = { open: around(open), freezes: around(freezes), always: open.length === 0 };
        const opening = within(known, nowMs);
        const edge = opening.isOpen ? opening.untilMs : opening.atMs;
        if (edge !== undefined && edge <= nowMs + aheadMs)
            return opening;
        if (aheadMs === horizonsMs.at(-1))
            return endless(opening);
    }
    throw new Error("there is no horizon");
}
function endless(opening) {
    if (opening.isOpen)
        return { isOpen: true };
    return { isOpen: false, ...(opening.freeze === undefined ? {} : { freeze: opening.freeze }) };
}
function within(known, nowMs) {
    const freeze = frozenBy(known, nowMs);
    const isOpen = isOpenAt(known, nowMs);
    const edges = [...known.open, ...known.freezes].flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
    const change = edges
        .filter((ms) => ms > nowMs)
        .toSorted((a, b) => a - b)
        .find((ms) => isOpenAt(known, ms) !== isOpen);
    if (isOpen)
        return { isOpen, ...(change === undefined ? {} : { untilMs: change }) };
    return {
        isOpen,
        ...(change === undefined ? {} : { atMs: change }),
        ...(freeze === undefined ? {} : { freeze: freeze.reason ?? "a freeze" }),
    };
}
function isOpenAt(known, ms) {
    if (frozenBy(known, ms) !== undefined)
        return false;
    return known.always || known.open.some((interval) => covers(interval, ms));
}
const frozenBy = ({ freezes }, ms) => freezes.find((interval) => covers(interval, ms));
const covers = ({ fromMs, toMs }, ms) => ms >= fromMs && ms < toMs;

;// CONCATENATED MODULE: ./build/packages/calendar/index.js





/***/ }),

/***/ 84036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changelogStyle: () => (/* reexport */ changelogStyle),
  configJsonSchema: () => (/* reexport */ configJsonSchema),
  defaultConfigPath: () => (/* reexport */ defaultConfigPath),
  detect: () => (/* reexport */ detect_detect),
  detectBranches: () => (/* reexport */ detectBranches),
  effectiveSettings: () => (/* reexport */ effectiveSettings),
  isVaultAddress: () => (/* reexport */ isVaultAddress),
  loadConfig: () => (/* reexport */ loadConfig),
  manifestsOf: () => (/* reexport */ manifestsOf),
  milestoneEvents: () => (/* reexport */ milestoneEvents),
  noticeEvents: () => (/* reexport */ noticeEvents),
  shardsAtMost: () => (/* reexport */ shardsAtMost),
  wantsDetection: () => (/* reexport */ wantsDetection),
  withDetection: () => (/* reexport */ withDetection)
});

// EXTERNAL MODULE: ./build/packages/changelog/index.js + 33 modules
var changelog = __webpack_require__(41644);
;// CONCATENATED MODULE: ./build/packages/config/changelog-style.js

function changelogStyle({ types, squash, listUnconventional, tickets }, preset) {
    const reading = preset === undefined ? undefined : (0,changelog/* readingOf */.MU)(preset);
    return {
        squash,
        listUnconventional,
        ...(reading === undefined ? {} : { reading }),
        ...(preset === undefined ? {} : { types: preset.types }),
        ...(types === undefined
            ? {}
            : {
                types: types.map(({ scope, hidden, ...row }) => ({
                    ...row,
                    ...(scope === undefined ? {} : { scope }),
                    ...(hidden === undefined ? {} : { hidden }),
                })),
            }),
        ...(tickets === undefined
            ? {}
            : { ticketUrl: tickets.url, ...(tickets.keys === undefined ? {} : { ticketKeys: tickets.keys }) }),
    };
}

;// CONCATENATED MODULE: ./build/packages/config/branches.js
function detectBranches(facts) {
    const detected = detect(facts);
    const { source, target } = facts.configured;
    if (source === undefined && target === undefined)
        return detected;
    return {
        source: source ?? detected.source,
        target: target ?? detected.target,
        workflow: "configured",
        reason: "branches is set in the configuration",
    };
}
function detect({ branches, defaultBranch, develop }) {
    const trunk = { source: defaultBranch, target: defaultBranch, workflow: "trunk" };
    if (develop === undefined || !branches.includes("develop"))
        return { ...trunk, reason: "there is no branch develop" };
    if (!develop.containsLastRelease)
        return { ...trunk, reason: "develop does not contain the last release" };
    if (develop.commitsAfter === 0)
        return { ...trunk, reason: "develop has no commits after the last release" };
    const target = defaultBranch === "develop" ? ["main", "master"].find((name) => branches.includes(name)) : defaultBranch;
    if (target === undefined)
        return { ...trunk, reason: "develop is the default branch and there is no main beside it" };
    return {
        source: "develop",
        target,
        workflow: "git-flow",
        reason: `develop contains the last release and ${develop.commitsAfter} commits after it`,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
;// CONCATENATED MODULE: ./build/packages/config/definition-of-done.js

const globs = schemas/* array */.YOg(schemas/* string */.YjP().min(1));
const licences = schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1);
const dodSchema = schemas/* strictObject */.rej({
    documentation: globs.default(["**/docs/**", "**/doc/**", "**/README*", "**/*.{md,mdx,rst,adoc}"]),
    migrations: globs.default(["**/migrations/**", "**/db/migrate/**", "**/db/migration/**", "**/alembic/versions/**"]),
    blockingLabels: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).max(10).default(["release-blocker"]),
    licences: schemas/* union */.KCZ([schemas/* strictObject */.rej({ allow: licences }), schemas/* strictObject */.rej({ deny: licences })], {
        error: 'must be { allow: [...] } or { deny: [...] } with SPDX identifiers, like "MIT"',
    })
        .optional(),
    sbom: schemas/* string */.YjP().min(1).optional(),
});

;// CONCATENATED MODULE: ./build/packages/config/duration.js

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const duration = schemas/* string */.YjP({ error: 'must be a duration in quotes or with its unit, like "30s", "5m" or "1h"' })
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "30s", "5m" or "1h"')
    .transform((text) => {
    const unit = ["ms", "s", "m", "h", "d"].find((name) => text.endsWith(name) && /\d$/.test(text.slice(0, -name.length)));
    return Number.parseFloat(text) * units[unit ?? "ms"];
})
    .refine((ms) => ms <= 365 * units.d, "must be at most 365d");

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/packages/config/security-schema.js


const inside = schemas/* string */.YjP()
    .regex(/^(?!\/|\.{1,2}(?:\/|$))[^\\]+$/, 'must be a path from the root of the repository, like "src/old.ts"');
const allowanceSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().trim().min(1).max(200),
    reason: schemas/* string */.YjP().trim().min(1).max(500),
    expires: iso/* date */.p6('must be a day like "2026-12-31"'),
    package: schemas/* string */.YjP().min(1).optional(),
    path: inside.optional(),
});
const scanner = schemas/* strictObject */.rej({ command: schemas/* string */.YjP().min(1), report: schemas/* string */.YjP().min(1) });
const securityGate = {
    report: schemas/* string */.YjP().optional(),
    scanners: schemas/* array */.YOg(scanner).min(1).optional(),
    alerts: schemas/* array */.YOg(schemas/* enum */.k5n(["code-scanning", "dependabot"]))
        .min(1)
        .optional(),
    blockAt: schemas/* number */.aig().min(0).max(10).default(7),
    timeout: duration.default(5 * units.m),
    override: schemas/* boolean */.zMY().default(false),
    allow: schemas/* array */.YOg(allowanceSchema).default([]),
};

;// CONCATENATED MODULE: ./build/packages/config/gates-schema.js




const percent = schemas/* number */.aig().min(0).max(100);
const command = schemas/* string */.YjP().min(1);
const reportFiles = schemas/* union */.KCZ([schemas/* string */.YjP().min(1), schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1)]);
const verdict = {
    source: schemas/* enum */.k5n(["command", "check"]).default("command"),
    name: schemas/* string */.YjP().min(1).optional(),
    app: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be the slug of an app, like "github-actions"')
        .optional(),
    command: command.optional(),
};
const testGate = (minimumCoverage) => schemas/* strictObject */.rej({
    ...verdict,
    report: reportFiles.optional(),
    coverage: reportFiles.optional(),
    minimumCoverage: percent.default(minimumCoverage),
    timeout: duration.default(10 * units.m),
});
const gates_schema_securityGate = schemas/* strictObject */.rej({
    ...verdict,
    source: schemas/* enum */.k5n(["command", "check", "alerts"]).default("command"),
    ...securityGate,
});
const shardsAtMost = 8;
const shards = schemas/* number */.aig().int().min(1).max(shardsAtMost).optional();
const unitGate = testGate(80).extend({
    shards,
    affected: schemas/* union */.KCZ([command, schemas/* record */.g1P(schemas/* string */.YjP().min(1), command)]).optional(),
});
const logFile = schemas/* string */.YjP().min(1).optional();
const integrationGate = testGate(70).extend({
    logs: schemas/* strictObject */.rej({ database: logFile, api: logFile, service: logFile, authentication: logFile }).optional(),
});
const e2eGate = schemas/* strictObject */.rej({
    ...verdict,
    report: schemas/* string */.YjP().optional(),
    browsers: schemas/* array */.YOg(schemas/* string */.YjP()
        .regex(/^\w[\w .:-]*$/, 'must be the name of a project of the Playwright configuration, like "firefox"'))
        .default([]),
    budget: duration.optional(),
    budgets: schemas/* record */.g1P(schemas/* string */.YjP().min(1), duration).default({}),
    timeout: duration.default(10 * units.m),
    shards,
    affected: command.optional(),
    affects: schemas/* record */.g1P(schemas/* string */.YjP().min(1), schemas/* string */.YjP().refine(isPattern, "must be a regular expression")).optional(),
});
function isPattern(text) {
    try {
        return new RegExp(text) instanceof RegExp;
    }
    catch {
        return false;
    }
}
const gatesSchema = schemas/* strictObject */.rej({
    setup: command.optional(),
    parallel: schemas/* boolean */.zMY().default(false),
    cache: schemas/* boolean */.zMY().default(true),
    security: gates_schema_securityGate.optional(),
    unit: unitGate.optional(),
    integration: integrationGate.optional(),
    dod: dodSchema.prefault({}),
    e2e: e2eGate.optional(),
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(6148);
;// CONCATENATED MODULE: ./build/packages/config/analysis-schema.js


const analysisSchema = schemas/* strictObject */.rej({
    judge: schemas/* enum */.k5n(["sequential", "threshold"]).default("sequential"),
    alpha: schemas/* number */.aig().gt(0).max(0.05).default(0.0025),
    latency: schemas/* enum */.k5n(["with-errors", "alone"]).default("with-errors"),
    strict: schemas/* boolean */.zMY().default(false),
    promote: schemas/* strictObject */.rej({
        require: schemas/* enum */.k5n(["nothing-odd", "proof"]).default("nothing-odd"),
    })
        .prefault({}),
    baseline: duration.default(30 * units.s),
    ask: duration.default(10 * units.m),
    incident: duration.default(15 * units.m),
    model: schemas/* enum */.k5n(["off", "hour-and-weekday"]).default("off"),
})
    .prefault({});

;// CONCATENATED MODULE: ./build/packages/config/vault-schema.js

const place = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/, "must be a path like transit, without / at its ends");
const vaultSchema = schemas/* strictObject */.rej({
    address: schemas/* string */.YjP()
        .refine(isVaultAddress, 'must be an https address like "https://vault.example.com:8200"; http only on this machine')
        .optional(),
    namespace: place.optional(),
    mount: place.default("transit"),
    key: schemas/* string */.YjP().regex(/^[A-Za-z0-9_.-]+$/, "must be the name of a key, like release-audit"),
    jwt: schemas/* strictObject */.rej({
        role: schemas/* string */.YjP().regex(/^[A-Za-z0-9_.-]+$/, "must be the name of a role"),
        mount: place.default("jwt"),
        audience: schemas/* string */.YjP().min(1).optional(),
    })
        .optional(),
});
function isVaultAddress(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password, search, hash } = new URL(text);
    if (username + password + search + hash !== "")
        return false;
    return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname));
}

;// CONCATENATED MODULE: ./build/packages/config/audit-schema.js


const auditSchema = schemas/* strictObject */.rej({
    sign: schemas/* enum */.k5n(["none", "key", "vault"]).default("none"),
    vault: vaultSchema.optional(),
    keys: schemas/* array */.YOg(schemas/* string */.YjP()
        .regex(/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/, 'must be what "release audit key" prints, all of it'))
        .default([]),
});

;// CONCATENATED MODULE: ./build/packages/config/changelog-schema.js

const changelogSchema = schemas/* strictObject */.rej({
    types: schemas/* array */.YOg(schemas/* strictObject */.rej({
        type: schemas/* string */.YjP().regex(/^[a-z][a-z0-9_-]*$/, 'must be a commit type in lower case, like "feat"'),
        scope: schemas/* string */.YjP().optional(),
        section: schemas/* string */.YjP().min(1),
        hidden: schemas/* boolean */.zMY().optional(),
    }))
        .min(1)
        .optional(),
    preset: schemas/* union */.KCZ([schemas/* string */.YjP().min(1), schemas/* object */.Ikc({ name: schemas/* string */.YjP().min(1) }).catchall(schemas/* json */.Pq9())]).optional(),
    squash: schemas/* enum */.k5n(["title", "commits"]).default("title"),
    review: schemas/* boolean */.zMY().default(false),
    listUnconventional: schemas/* boolean */.zMY().default(true),
    tickets: schemas/* strictObject */.rej({
        url: schemas/* string */.YjP()
            .regex(/^https?:\/\/\S*\{id\}\S*$/, 'must be a web address with {id} in it, like "https://acme.atlassian.net/browse/{id}"'),
        keys: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[A-Z][A-Z0-9]{1,9}$/, 'must be a key like "SHOP"'))
            .min(1)
            .optional(),
    })
        .optional(),
});

;// CONCATENATED MODULE: ./build/packages/config/smoke-schema.js


const pattern = schemas/* string */.YjP().refine(smoke_schema_isPattern, "must be a regular expression");
const values = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const scope = {
    name: schemas/* string */.YjP(),
    affects: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).optional(),
    critical: schemas/* boolean */.zMY().optional(),
};
const commandCheck = schemas/* strictObject */.rej({ ...scope, command: schemas/* string */.YjP().min(1), timeout: duration.optional() });
const httpStep = schemas/* strictObject */.rej({
    ...scope,
    method: schemas/* enum */.k5n(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
    path: schemas/* string */.YjP(),
    headers: values.default({}),
    json: schemas/* json */.Pq9().optional(),
    form: values.optional(),
    body: schemas/* string */.YjP().optional(),
    status: schemas/* union */.KCZ([schemas/* number */.aig().int(), schemas/* literal */.euz("2xx")]).default("2xx"),
    contains: schemas/* string */.YjP().optional(),
    equals: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).optional(),
    matches: schemas/* record */.g1P(schemas/* string */.YjP(), pattern).optional(),
    maxTime: duration.optional(),
    capture: values.default({}),
})
    .refine(({ json, form, body }) => [json, form, body].filter((one) => one !== undefined).length <= 1, {
    path: ["body"],
    message: "json, form and body are three ways to send one body: choose one",
});
const none = schemas/* strictObject */.rej({ none: schemas/* string */.YjP().min(1) });
function listOf(check) {
    return schemas/* union */.KCZ([none, schemas/* array */.YOg(schemas/* union */.KCZ([check, commandCheck])).min(1)]);
}
const smokeSchema = schemas/* strictObject */.rej({
    api: listOf(httpStep),
    database: listOf(schemas/* strictObject */.rej({
        ...scope,
        urlFrom: schemas/* string */.YjP(),
        replicaUrlFrom: schemas/* string */.YjP().optional(),
        tls: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* strictObject */.rej({ caFrom: schemas/* string */.YjP() })]).optional(),
        timeout: duration.optional(),
    })),
    external: listOf(schemas/* strictObject */.rej({ ...scope, url: schemas/* string */.YjP(), statusUrl: schemas/* url */.OZ5().optional(), fallback: schemas/* string */.YjP().optional() })),
    auth: listOf(httpStep),
    paths: listOf(schemas/* strictObject */.rej({ ...scope, steps: schemas/* array */.YOg(httpStep).min(1) })),
    timeout: duration.default(10 * units.s),
    retry: schemas/* strictObject */.rej({
        on: schemas/* array */.YOg(schemas/* enum */.k5n(["timeout", "transport", "gateway"])).default(["timeout", "transport", "gateway"]),
        times: schemas/* number */.aig().int().min(0).max(5).default(1),
        delay: duration.default(30 * units.s),
    })
        .prefault({}),
    parallel: schemas/* number */.aig().int().min(1).max(32).default(4),
    failFast: schemas/* boolean */.zMY().default(false),
    origins: schemas/* array */.YOg(schemas/* url */.OZ5()).default([]),
});
const smokeHereSchema = schemas/* strictObject */.rej({
    headers: values.default({}),
    candidateHeaders: values.default({}),
    timeout: duration.optional(),
    skip: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().min(1)).default({}),
});
function smoke_schema_isPattern(text) {
    try {
        return new RegExp(text, "u") instanceof RegExp;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/packages/config/environments-schema.js



const environments_schema_percent = schemas/* number */.aig().min(0).max(100);
const ratio = schemas/* number */.aig().min(0).max(1);
const environmentVariables = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const bounds = {
    watch: duration,
    maxErrorRatio: ratio.default(0.01),
    maxP95: duration.default(500),
    maxCpu: ratio.default(0.8),
    maxMemory: ratio.default(0.8),
    healthEvery: duration.default(30 * units.s),
};
const rolling = schemas/* strictObject */.rej({
    batch: schemas/* number */.aig().int().min(1).max(100).default(25),
    maxUnavailable: schemas/* number */.aig().int().min(0).default(0),
});
const environment = schemas/* strictObject */.rej({
    target: schemas/* string */.YjP().default("local"),
    settings: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
    monitor: schemas/* string */.YjP().default("proxy"),
    monitorSettings: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
    env: environmentVariables.default({}),
    smoke: smokeHereSchema.prefault({}),
    rolling: rolling.prefault({}),
});
const isWeb = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const developmentSchema = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP().refine(isWeb, 'must be an address like "https://dev.example.com"').optional(),
    setup: schemas/* string */.YjP().min(1).optional(),
    command: schemas/* string */.YjP().min(1).optional(),
    health: schemas/* string */.YjP().default("/health"),
    env: environmentVariables.default({}),
    timeout: duration.default(units.m),
});
const environmentsSchema = schemas/* strictObject */.rej({
    development: developmentSchema.optional(),
    staging: environment
        .extend({
        ...bounds,
        watch: bounds.watch.default(5 * units.m),
        strategy: schemas/* enum */.k5n(["blue-green", "rolling"]).default("blue-green"),
    })
        .prefault({}),
    production: environment
        .extend({
        ...bounds,
        watch: bounds.watch.default(15 * units.m),
        strategy: schemas/* enum */.k5n(["blue-green", "canary", "rolling"]).default("canary"),
        steps: schemas/* array */.YOg(environments_schema_percent).default([5, 25, 50, 100]),
        stepTime: duration.default(units.m),
        rollbackErrorRatio: ratio.default(0.05),
        deploymentTimeout: duration.default(30 * units.m),
        approval: schemas/* enum */.k5n(["required", "none"]).default("required"),
    })
        .prefault({}),
})
    .prefault({});

;// CONCATENATED MODULE: ./build/packages/config/notify-schema.js

const noticeEvents = [
    "rollback",
    "rolled-back",
    "escalation",
    "hold",
    "hotfix",
    "failed",
    "completed",
    "false-positive",
    "review-overdue",
    "report-failed",
    "started",
    "gate-failed",
    "gates-passed",
    "review-wanted",
    "staging-verified",
    "approval-wanted",
    "production-begun",
    "canary-step",
];
const milestoneEvents = new Set([
    "started",
    "gate-failed",
    "gates-passed",
    "staging-verified",
    "production-begun",
    "canary-step",
]);
const channelVariable = schemas/* string */.YjP()
    .regex(/^[A-Za-z_]\w*$/, "must be the name of a variable, like SLACK_WEBHOOK_URL")
    .regex(/^(?!GITHUB_|GH_|ACTIONS_|RUNNER_|RELEASE_|AWS_)/i, "must name a variable that is for channels only");
const common = {
    name: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a short name in lower case, like on-call"),
    to: schemas/* enum */.k5n(["everybody", "on-call", "technical-lead"]).default("everybody"),
    events: schemas/* union */.KCZ([schemas/* literal */.euz("all"), schemas/* array */.YOg(schemas/* enum */.k5n(noticeEvents)).min(1)]).optional(),
    fallback: schemas/* string */.YjP().optional(),
};
const notifySchema = schemas/* strictObject */.rej({
    warRoom: schemas/* url */.OZ5({ protocol: /^https?$/, error: "must be a web address" }).optional(),
    channels: schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt("kind", [
        schemas/* strictObject */.rej({
            ...common,
            kind: schemas/* literal */.euz("slack"),
            urlFrom: channelVariable,
            mention: schemas/* string */.YjP()
                .regex(/^(?:here|channel|[USW][A-Z0-9]{2,})$/, "must be here, channel, or the id of a user or a group")
                .optional(),
        }),
        schemas/* strictObject */.rej({
            ...common,
            kind: schemas/* literal */.euz("pagerduty"),
            keyFrom: channelVariable,
            url: schemas/* url */.OZ5({ protocol: /^https?$/ }).default("https://events.pagerduty.com/v2/enqueue"),
        }),
        schemas/* strictObject */.rej({
            ...common,
            kind: schemas/* literal */.euz("webhook"),
            urlFrom: channelVariable,
            secretFrom: channelVariable.optional(),
        }),
    ]))
        .default([]),
});

;// CONCATENATED MODULE: ./build/packages/config/metrics-schema.js


const metrics_schema_name = schemas/* string */.YjP()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a short name in lower case, like manager-dashboard");
const metricsSchema = schemas/* strictObject */.rej({
    period: schemas/* enum */.k5n(["month", "quarter", "sprint"]).default("month"),
    sprint: schemas/* strictObject */.rej({
        days: schemas/* number */.aig().int().min(1).max(366).default(14),
        start: iso/* date */.p6("must be a day, like 2026-01-05").default("2026-01-05"),
    })
        .prefault({}),
    push: schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt("kind", [
        schemas/* strictObject */.rej({ name: metrics_schema_name, kind: schemas/* literal */.euz("webhook"), urlFrom: channelVariable, secretFrom: channelVariable }),
        schemas/* strictObject */.rej({
            name: metrics_schema_name,
            kind: schemas/* literal */.euz("otlp"),
            urlFrom: channelVariable,
            headersFrom: channelVariable.optional(),
        }),
    ]))
        .default([]),
});

;// CONCATENATED MODULE: ./build/packages/config/records-schema.js

const recordsSchema = schemas/* strictObject */.rej({
    publish: schemas/* enum */.k5n(["auto", "pull-request", "never"]).default("auto"),
});

;// CONCATENATED MODULE: ./build/packages/config/scrub-schema.js

const scrubSchema = schemas/* strictObject */.rej({
    ipAddresses: schemas/* boolean */.zMY().default(false),
});

;// CONCATENATED MODULE: ./build/packages/config/roles.js

const anybody = new Set(["none", "read"]);
const holder = schemas/* string */.YjP()
    .regex(/^(@[A-Za-z0-9][A-Za-z0-9_-]*(\/[A-Za-z0-9._-]+)?|[A-Za-z0-9][A-Za-z0-9 ._-]*)$/, 'must be a role of the repository like "maintain", a team like "@acme/on-call" or a person like "@sarah"')
    .refine((name) => !anybody.has(name.toLowerCase()), "is a role that anybody has");
const holders = (...names) => schemas/* array */.YOg(holder).default([...names]);
const rolesSchema = schemas/* strictObject */.rej({
    releaseManager: holders("admin", "maintain"),
    onCall: holders(),
    technicalLead: holders("admin", "maintain"),
    qa: holders("admin", "maintain", "write"),
    developer: holders("admin", "maintain", "write"),
    emergencyApprover: holders("admin"),
});

// EXTERNAL MODULE: ./build/packages/calendar/index.js + 3 modules
var calendar = __webpack_require__(39579);
;// CONCATENATED MODULE: ./build/packages/config/windows-schema.js


const ends = 'from and to must both be times ("09:00"), days of any year ("12-20") or dates ("2026-12-18", "2026-12-18T12:00")';
const span = schemas/* strictObject */.rej({
    days: schemas/* array */.YOg(schemas/* enum */.k5n(calendar/* weekdays */.mx)).min(1).exactOptional(),
    from: schemas/* string */.YjP(),
    to: schemas/* string */.YjP(),
    reason: schemas/* string */.YjP().min(1).max(200).exactOptional(),
})
    .superRefine(({ days, from, to }, context) => {
    const problem = problemOf({ days, from, to });
    if (problem !== undefined)
        context.addIssue({ code: "custom", message: problem });
});
function problemOf(written) {
    const { days, from, to } = written;
    const kind = (0,calendar/* kindOf */.I)(written);
    if (kind === undefined)
        return `${ends}; got "${from}" and "${to}"`;
    if (kind === "weekly" && from === to)
        return 'from and to are the same; a whole day is from "00:00" to "24:00"';
    if (kind !== "weekly" && days !== undefined)
        return 'days go with times of day, like { days: [fri], from: "12:00", to: "24:00" }';
    if (kind === "once" && moment(from, "T00:00") >= moment(to, "T24:00"))
        return `ends before it begins: "${from}" to "${to}"`;
    return undefined;
}
function moment(written, edge) {
    return written.includes("T") ? written : `${written}${edge}`;
}
const windows_schema_calendar = schemas/* strictObject */.rej({
    open: schemas/* array */.YOg(span).default([]),
    freezes: schemas/* array */.YOg(span).default([]),
});
const windowsSchema = schemas/* strictObject */.rej({
    zone: schemas/* string */.YjP()
        .refine(calendar/* isZone */.DS, {
        error: ({ input }) => `must be the name of a time zone, like "Europe/Berlin" or "UTC"; got ${JSON.stringify(input)}`,
    })
        .default("UTC"),
    staging: windows_schema_calendar.prefault({}),
    production: windows_schema_calendar.prefault({}),
});

;// CONCATENATED MODULE: ./build/packages/config/schema.js














const schema_percent = schemas/* number */.aig().min(0).max(100);
const configSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    branches: schemas/* strictObject */.rej({ source: schemas/* string */.YjP().optional(), target: schemas/* string */.YjP().optional() }).prefault({}),
    versions: schemas/* strictObject */.rej({
        prerelease: schemas/* union */.KCZ([
            schemas/* literal */.euz(false),
            schemas/* string */.YjP()
                .regex(/^(?!rollback)[a-z][a-z0-9]*$/, 'must be false or a word in lower case, like "rc"; not "rollback"'),
        ])
            .default(false),
    })
        .prefault({}),
    versionFiles: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    changelog: changelogSchema.prefault({}),
    gates: gatesSchema.prefault({}),
    smoke: smokeSchema.optional(),
    review: schemas/* strictObject */.rej({
        approvals: schemas/* number */.aig().int().min(0).default(1),
        owners: schemas/* enum */.k5n(["any", "all"]).default("any"),
        reviewers: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        wait: duration.default(2 * units.m),
        pollEvery: duration.default(10 * units.s),
        expires: duration.default(30 * units.d),
    })
        .prefault({}),
    roles: rolesSchema.prefault({}),
    environments: environmentsSchema,
    windows: windowsSchema.prefault({}),
    hotfix: schemas/* strictObject */.rej({
        gates: schemas/* array */.YOg(schemas/* enum */.k5n(["security", "unit", "integration", "smoke", "e2e"]))
            .default(["security", "unit", "smoke", "e2e"]),
        steps: schemas/* array */.YOg(schema_percent).default([5, 25, 100]),
        watch: duration.default(5 * units.m),
        clock: duration.default(15 * units.m),
        autoApproval: schemas/* array */.YOg(schemas/* enum */.k5n(["P0", "P1"])).default([]),
    })
        .prefault({}),
    notify: notifySchema.prefault({}),
    metrics: metricsSchema.prefault({}),
    scrub: scrubSchema.prefault({}),
    rollback: schemas/* strictObject */.rej({
        watch: duration.default(5 * units.m),
        revert: schemas/* enum */.k5n(["commit", "pull-request"]).default("commit"),
        confirm: schemas/* enum */.k5n(["never", "first-per-release", "after-false-positive", "always"]).default("after-false-positive"),
    })
        .prefault({}),
    analysis: analysisSchema,
    tag: schemas/* strictObject */.rej({
        sign: schemas/* enum */.k5n(["none", "ssh", "gpg"]).default("none"),
    })
        .prefault({}),
    audit: auditSchema.prefault({}),
    records: recordsSchema.prefault({}),
    onFailure: schemas/* strictObject */.rej({
        deleteBranch: schemas/* boolean */.zMY().default(false),
        retry: schemas/* strictObject */.rej({ times: schemas/* number */.aig().int().min(0).max(10).default(0), delay: duration.default(10 * units.s) })
            .prefault({}),
    })
        .prefault({}),
    journal: schemas/* strictObject */.rej({
        store: schemas/* enum */.k5n(["git", "directory"]).default("git"),
        directory: schemas/* string */.YjP().default(".release-command/journal"),
        branch: schemas/* string */.YjP().default("release-journal"),
        lease: schemas/* strictObject */.rej({
            ttl: duration.default(90 * units.s),
            renew: duration.default(30 * units.s),
            effect: duration.default(60 * units.s),
        })
            .prefault({}),
    })
        .prefault({}),
});
const unwritten = {
    security: gates_schema_securityGate.parse({}),
    unit: unitGate.parse({}),
    integration: integrationGate.parse({}),
    e2e: e2eGate.parse({}),
    development: developmentSchema.parse({}),
};

;// CONCATENATED MODULE: ./build/packages/config/json-schema.js


function configJsonSchema() {
    return {
        ...json_schema_processors/* toJSONSchema */.bl(configSchema, { io: "input" }),
        title: "Release Command",
        description: "Configuration of Release Command: .github/release-command.yml",
    };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/project.js
const reportFolder = ".release-command/reports";
const markedAtMost = 200;
const manifestNames = /(^|\/)(package\.json|\.npmrc|pyproject\.toml|setup\.cfg|setup\.py|tox\.ini|pytest\.ini|Pipfile|requirements[\w.-]*\.txt|[\w-]*requirements\.txt|go\.mod|go\.work|Cargo\.toml|pom\.xml|(build|settings)\.gradle(\.kts)?|[\w.-]+\.(cs|fs|vb)proj|Procfile)$/i;
const strangers = /(^|\/)(node_modules|vendor|third_party|testdata|fixtures?|examples?|\.release-command|\.venv|target|dist)\//;
function manifestsOf(paths) {
    const own = paths.filter((path) => !strangers.test(path));
    const manifests = own.filter((path) => manifestNames.test(path) && path.split("/").length <= 4);
    const marked = own.filter((path) => /integration[^/]*_test\.go$|(^|\/)integration\/[^/]*_test\.go$/.test(path));
    return [...manifests, ...marked.slice(0, markedAtMost)];
}
function folderOf({ paths, texts }, directory, ecosystem) {
    const prefix = directory === "." ? "" : `${directory}/`;
    const up = directory === "." ? "" : "../".repeat(directory.split("/").length);
    const own = directory === "." ? ecosystem : `${directory.replaceAll("/", "-")}-${ecosystem}`;
    return {
        directory,
        paths: paths
            .filter((path) => path.startsWith(prefix))
            .map((path) => path.slice(prefix.length))
            .filter((path) => !strangers.test(path)),
        text: (name) => texts.get(`${prefix}${name}`),
        report: (gate, file) => {
            const inCheckout = `${reportFolder}/${gate}/${own}${file}`;
            return { inCommand: `${up}${inCheckout}`, inCheckout };
        },
    };
}
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./build/packages/config/detect/dotnet.js

function detectDotnet(folder) {
    const projects = folder.paths.filter((path) => /\.(cs|fs|vb)proj$/.test(path));
    const solution = folder.paths.find((path) => /^[^/]+\.slnx?$/.test(path));
    const root = solution ?? projects.find((path) => !path.includes("/"));
    if (root === undefined)
        return undefined;
    const tests = projects.filter((path) => /Microsoft\.NET\.Test\.Sdk/.test(folder.text(path) ?? ""));
    const integration = tests.find((path) => /integration/i.test(path));
    const web = projects.filter((path) => /Sdk="Microsoft\.NET\.Sdk\.Web"/.test(folder.text(path) ?? ""));
    return {
        setup: { command: `dotnet restore ${quoted(root)}`, why: root },
        scanner: listVulnerable(folder, root),
        ...(tests.length === 0 ? {} : { unit: dotnetTest("unit", folder, tests, integration) }),
        ...(integration === undefined ? {} : { integration: dotnetTest("integration", folder, [integration]) }),
        ...(web.length === 1
            ? {
                development: {
                    command: `exec dotnet run --project ${quoted(web[0] ?? "")} --urls "http://127.0.0.1:$PORT"`,
                    why: `${web[0]} of Microsoft.NET.Sdk.Web`,
                },
            }
            : {}),
    };
}
function listVulnerable(folder, root) {
    const { inCommand, inCheckout } = folder.report("security", ".json");
    const command = `dotnet restore ${quoted(root)} && dotnet list ${quoted(root)} package --vulnerable --include-transitive --format json > ${inCommand}`;
    return { command, report: inCheckout, why: `dotnet list package --vulnerable for ${root}` };
}
function dotnetTest(kind, folder, tests, without) {
    const wanted = tests.filter((path) => path !== without || tests.length === 1);
    const bare = wanted.find((path) => !/coverlet\.collector/.test(folder.text(path) ?? ""));
    if (bare !== undefined)
        return { gap: `${bare} measures no coverage`, write: `dotnet add ${quoted(bare)} package coverlet.collector` };
    const commands = wanted.map((path, index) => {
        const place = folder.report(kind, `-${index}`);
        return {
            command: `dotnet test ${quoted(path)} --logger trx --collect "XPlat Code Coverage" --results-directory ${place.inCommand}`,
            report: `${place.inCheckout}/*.trx`,
            coverage: `${place.inCheckout}/*/coverage.cobertura.xml`,
        };
    });
    return {
        command: commands.map(({ command }) => command).join(" && "),
        report: commands.map(({ report }) => report),
        coverage: commands.map(({ coverage }) => coverage),
        why: `Microsoft.NET.Test.Sdk in ${wanted.join(", ")}`,
    };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/go.js

const integrationFolders = ["integration", "tests/integration", "test/integration", "tests"];
function detectGo(folder) {
    const workspace = folder.text("go.work");
    if (workspace === undefined && folder.text("go.mod") === undefined)
        return undefined;
    const tested = folder.paths.some((path) => path.endsWith("_test.go"));
    const packages = workspace === undefined ? "./..." : "$(go list -f '{{.Dir}}/...' -m)";
    const why = workspace === undefined ? "go.mod" : "go.work";
    const integration = integrationOf(folder);
    const development = startOf(folder);
    return {
        setup: { command: "go mod download", why },
        scanner: govulncheck(folder, packages, why),
        ...(tested ? { unit: unitTests(folder, { words: "", packages, why: `${why} and _test.go files` }) } : {}),
        ...(integration === undefined
            ? {}
            : {
                integration: goTest("integration", folder, {
                    words: `-coverpkg=./... ${integration.words}`,
                    packages: integration.packages ?? packages,
                    why: `${why} and ${integration.why}`,
                }),
            }),
        ...(development === undefined ? {} : { development }),
    };
}
function govulncheck(folder, packages, why) {
    const { inCommand, inCheckout } = folder.report("security", ".json");
    const command = `check="$(command -v govulncheck || echo "go run golang.org/x/vuln/cmd/govulncheck@v1.1.4")"; $check -format json ${packages} > ${inCommand}`;
    return { command, report: inCheckout, why: `govulncheck for ${why}` };
}
const affectedPackages = [
    `changed=$(sed 's|[^/]*$||; s|^|./|' "$CHANGED_FILES" | sort -u | tr '\\n' '\\0' | xargs -0 go list)`,
    `packages=$(go list -test -f '{{if .ForTest}}{{.ForTest}}{{else}}{{.ImportPath}}{{end}} {{.ImportPath}} {{join .Deps " "}}' ./... | awk -v changed="$(echo $changed)" 'BEGIN { n = split(changed, names, " "); for (i = 1; i <= n; i++) is[names[i]] = 1 } { for (i = 1; i <= NF; i++) if ($i in is) { print $1; break } }' | grep -v '\\.test$' | sort -u)`,
    '[ -n "$packages" ]',
].join(" && ");
function unitTests(folder, how) {
    const all = goTest("unit", folder, how);
    if (how.packages !== "./...")
        return all;
    const some = goTest("unit", folder, { ...how, packages: "$packages" });
    return { ...all, affected: { "**/*.go": `${affectedPackages} && ${some.command}` } };
}
function goTest(kind, folder, { words, packages, why }) {
    const tests = folder.report(kind, ".json");
    const coverage = folder.report(kind, ".out");
    const flags = `-json -count=1 -covermode=atomic -coverprofile=${coverage.inCommand}${words.trim() === "" ? "" : ` ${words.trim()}`}`;
    const command = `go test ${flags} ${packages} > ${tests.inCommand}`;
    return { command, report: [tests.inCheckout], coverage: [coverage.inCheckout], why };
}
function integrationOf({ paths, text }) {
    const tagged = paths.find((path) => path.endsWith("_test.go") && /^\/\/go:build .*\bintegration\b/m.test(text(path) ?? ""));
    if (tagged !== undefined)
        return { words: "-tags=integration", why: `the build tag integration in ${tagged}` };
    const place = integrationFolders.find((name) => paths.some((path) => path.startsWith(`${name}/`) && path.endsWith("_test.go")));
    if (place === undefined)
        return undefined;
    return { words: "", packages: `./${quoted(place)}/...`, why: `tests in ${place}` };
}
function startOf({ paths }) {
    const mains = paths.filter((path) => /^(main\.go|cmd\/[^/]+\/main\.go)$/.test(path));
    const [main] = mains;
    if (main === undefined || mains.length > 1)
        return undefined;
    return {
        command: main === "main.go" ? "go run ." : `go run ./${quoted(main.slice(0, -"/main.go".length))}`,
        why: main,
    };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/java.js
const jacoco = "org.jacoco:jacoco-maven-plugin:0.8.13";
const dependencyCheck = "org.owasp:dependency-check-maven:12.1.3";
function detectJava(folder) {
    const pom = folder.text("pom.xml");
    if (pom !== undefined)
        return maven(folder, pom);
    const build = ["build.gradle.kts", "build.gradle"].find((name) => folder.text(name) !== undefined);
    return build === undefined ? undefined : gradle(folder, build);
}
function maven(folder, pom) {
    const mvn = folder.paths.includes("mvnw") ? "./mvnw" : "mvn";
    const why = `pom.xml${mvn === "mvn" ? "" : " and mvnw"}`;
    const poms = [
        pom,
        ...folder.paths.filter((path) => path.endsWith("/pom.xml")).map((path) => folder.text(path) ?? ""),
    ];
    const failsafe = poms.some((text) => text.includes("maven-failsafe-plugin"));
    const base = folder.directory === "." ? "" : `${folder.directory}/`;
    const tested = folder.paths.some((path) => /(^|\/)src\/test\//.test(path));
    const unit = {
        command: `${mvn} -B -ntp ${jacoco}:prepare-agent test ${jacoco}:report`,
        report: [`${base}**/target/surefire-reports/TEST-*.xml`],
        coverage: [`${base}**/target/site/jacoco/jacoco.xml`],
        why: `${why} and src/test`,
    };
    const integration = {
        command: `${mvn} -B -ntp ${jacoco}:prepare-agent-integration verify ${jacoco}:report-integration`,
        report: [`${base}**/target/failsafe-reports/TEST-*.xml`],
        coverage: [`${base}**/target/site/jacoco-it/jacoco.xml`],
        why: `${why} and the plugin maven-failsafe-plugin`,
    };
    const development = springBoot(mvn, poms);
    return {
        scanner: {
            command: `${mvn} -B -ntp ${dependencyCheck}:aggregate -Dformat=SARIF`,
            report: `${base}target/dependency-check-report.sarif`,
            why: `OWASP dependency-check for ${why}`,
        },
        ...(tested ? { unit } : {}),
        ...(failsafe ? { integration } : {}),
        ...(development === undefined ? {} : { development }),
    };
}
function springBoot(mvn, poms) {
    if (!poms.some((text) => text.includes("spring-boot-maven-plugin")))
        return undefined;
    const command = `${mvn} -B -q spring-boot:run -Dspring-boot.run.arguments="--server.port=$PORT"`;
    return { command, why: "the plugin spring-boot-maven-plugin in pom.xml" };
}
function gradle(folder, build) {
    const run = folder.paths.includes("gradlew") ? "./gradlew" : "gradle";
    const why = `${build}${run === "gradle" ? "" : " and gradlew"}`;
    const builds = folder.paths.filter((path) => /(^|\/)build\.gradle(\.kts)?$/.test(path));
    const texts = builds.map((path) => folder.text(path) ?? "").join("\n");
    const hasSuite = /\bintegrationTest\b/.test(texts);
    const unit = gradleTests("unit", folder, { run, texts, why });
    return {
        scanner: {
            gap: `${why}: Gradle audits no dependencies by itself`,
            write: "security: { scanners: [{ command: osv-scanner scan --recursive --format json . > osv.json, report: osv.json }] }",
        },
        unit,
        ...(hasSuite
            ? { integration: gradleTests("integration", folder, { run, texts, why: `${why} with integrationTest` }) }
            : {}),
    };
}
function gradleTests(kind, { directory }, { run, texts, why }) {
    if (!/jacoco/.test(texts) || !/xml\.(required|getRequired)/.test(texts)) {
        return {
            gap: `${why}: the build writes no coverage as XML`,
            write: 'plugins { id("jacoco") } and tasks.jacocoTestReport { reports { xml.required = true } }',
        };
    }
    const base = directory === "." ? "" : `${directory}/`;
    const task = kind === "unit" ? "test" : "integrationTest";
    return {
        command: `${run} --no-daemon --console=plain --continue cleanTest ${task} jacocoTestReport`,
        report: [`${base}**/build/test-results/${task}/TEST-*.xml`],
        coverage: [`${base}**/build/reports/jacoco/**/*.xml`],
        why,
    };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/node-tests.js
const scriptNames = {
    unit: ["test:unit", "unit", "test"],
    integration: ["test:integration", "test:int", "test:it", "integration"],
};
const node_tests_integrationFolders = [
    "test/integration",
    "tests/integration",
    "integration",
    "integration-tests",
    "src/integration",
];
const runnerSigns = [
    ["vitest", /(^|[\s/])vitest(\s|$)/],
    ["jest", /(^|[\s/])jest(\.js)?(\s|$)/],
    ["mocha", /(^|[\s/])mocha(\.js)?(\s|$)/],
    ["node:test", /(^|[\s/])node(\.exe)?\s(.*\s)?--test(\s|$)/],
];
function nodeTests(kind, folder, found) {
    const how = byScript(kind, found) ?? byFiles(kind, folder, found);
    if (how === undefined || "gap" in how)
        return how;
    switch (how.runner) {
        case "vitest":
            return vitest(kind, how, folder, found);
        case "jest":
            return jest(kind, how, folder, found);
        case "mocha":
            return mocha(kind, how, folder, found);
        case "node:test":
            return nodeTest(kind, how, folder, found);
    }
}
function byScript(kind, { scripts }) {
    const name = scriptNames[kind].find((script) => scripts[script] !== undefined);
    const text = name === undefined ? undefined : scripts[name];
    if (name === undefined || text === undefined)
        return undefined;
    const runner = runnerSigns.find(([, sign]) => sign.test(text))?.[0];
    const why = `the script ${name} in package.json, \`${text}\``;
    if (runner !== undefined)
        return { runner, script: { name, text }, why };
    return {
        gap: `${why}, runs none of Vitest, Jest, Mocha and node:test`,
        write: `gates: { ${kind}: { command: npm run ${name}, report: reports/${kind}.xml, coverage: reports/${kind}.lcov } }`,
    };
}
function byFiles(kind, { paths }, { depends }) {
    const place = kind === "unit" ? undefined : node_tests_integrationFolders.find((name) => hasTests(paths, `${name}/`));
    if (kind === "integration" && place === undefined)
        return undefined;
    const runner = ["vitest", "jest", "mocha"].find((name) => depends.has(name));
    const where = place === undefined ? "" : `tests in ${place}`;
    if (runner !== undefined) {
        const why = [where, `a dependency on ${runner} in ${depends.get(runner) ?? "package.json"}`].filter((part) => part !== "");
        return { runner, ...(place === undefined ? {} : { place }), why: why.join(" and ") };
    }
    if (!paths.some((path) => testFile.test(path)))
        return undefined;
    const why = `${where === "" ? "test files" : where} and no other test runner`;
    return { runner: "node:test", ...(place === undefined ? {} : { place }), why };
}
const testFile = /\.(test|spec)\.[cm]?[jt]sx?$/;
function hasTests(paths, prefix) {
    return paths.some((path) => path.startsWith(prefix) && /\.[cm]?[jt]sx?$/.test(path));
}
function vitest(kind, how, folder, found) {
    const provider = ["@vitest/coverage-v8", "@vitest/coverage-istanbul"].find((name) => found.depends.has(name));
    if (provider === undefined) {
        return {
            gap: `${how.why}: Vitest measures no coverage without @vitest/coverage-v8`,
            write: "npm install --save-dev @vitest/coverage-v8",
        };
    }
    const flagsTo = (gate) => {
        const tests = folder.report(gate, ".xml");
        const coverage = folder.report(gate, "-coverage");
        const flags = [
            "--coverage.enabled --coverage.reporter=lcovonly --coverage.reportOnFailure",
            `--coverage.reportsDirectory=${coverage.inCommand}`,
            `--reporter=default --reporter=junit --outputFile.junit=${tests.inCommand}`,
        ].join(" ");
        return { flags, report: [tests.inCheckout], coverage: [`${coverage.inCheckout}/lcov.info`] };
    };
    const whole = flagsTo(kind);
    const part = flagsTo(`${kind}-{shard}`);
    const own = kind === "unit" ? ownFlags("vitest", how) : undefined;
    const to = ({ flags, ...files }, more = "") => ({
        ...files,
        command: withFlags("vitest", how, `--run ${flags}${more}`, found),
        ...(own === undefined ? {} : affectedBy(`${found.manager.exec} vitest related --run${own} ${flags}`)),
    });
    return { ...to(whole), why: `${how.why}, and ${provider}`, sharded: to(part, " --shard={shard}/{shards}") };
}
function jest(kind, how, folder, found) {
    const own = kind === "unit" ? ownFlags("jest", how) : undefined;
    const to = (gate, more = "") => {
        const tests = folder.report(gate, ".json");
        const coverage = folder.report(gate, "-coverage");
        const flags = `--ci --json --outputFile=${tests.inCommand} --coverage --coverageReporters=lcovonly --coverageDirectory=${coverage.inCommand}`;
        return {
            command: withFlags("jest", how, `${flags}${more}`, found),
            report: [tests.inCheckout],
            coverage: [`${coverage.inCheckout}/lcov.info`],
            ...(own === undefined ? {} : affectedBy(`${found.manager.exec} jest${own} ${flags} --findRelatedTests`)),
        };
    };
    return { ...to(kind), why: how.why, sharded: to(`${kind}-{shard}`, " --shard={shard}/{shards}") };
}
const graphed = "**/!(*.config|*setup*|.*).{js,jsx,ts,tsx,cjs,cts,mjs,mts}";
function affectedBy(command) {
    return { affected: { [graphed]: `tr '\\n' '\\0' < "$CHANGED_FILES" | xargs -0 ${command}` } };
}
function ownFlags(program, { script, place }) {
    if (place !== undefined)
        return undefined;
    if (script === undefined)
        return "";
    const words = new RegExp(`^${program}(?: run)?(?<flags>(?: --?[\\w.-]+(?:=[\\w./-]+)?)*)$`).exec(script.text.trim());
    return words?.groups?.["flags"];
}
function mocha(kind, how, folder, { depends, manager }) {
    const tool = ["c8", "nyc"].find((name) => depends.has(name));
    if (tool === undefined) {
        return { gap: `${how.why}: Mocha measures no coverage by itself`, write: "npm install --save-dev c8" };
    }
    const tests = folder.report(kind, ".xml");
    const coverage = folder.report(kind, "-coverage");
    const own = /(^|[\s/])mocha(?:\.js)?(?<words>\s[^&|;]*)?$/.exec(how.script?.text ?? "")?.groups?.["words"]?.trim() ?? "";
    const place = how.place === undefined ? "" : ` '${how.place}/**/*.{js,cjs,mjs}'`;
    const words = `${own === "" ? "" : ` ${own}`}${place}`;
    const folderFlag = tool === "c8" ? "--reports-dir" : "--report-dir";
    const command = `${manager.exec} ${tool} --reporter=lcovonly ${folderFlag}=${coverage.inCommand} mocha${words} --reporter xunit --reporter-option output=${tests.inCommand}`;
    return {
        command,
        report: [tests.inCheckout],
        coverage: [`${coverage.inCheckout}/lcov.info`],
        why: `${how.why}, and ${tool}`,
    };
}
function nodeTest(kind, how, folder, found) {
    const whole = nodeCommand(kind, how, folder, found);
    const part = nodeCommand(`${kind}-{shard}`, how, folder, found);
    const inParts = part.command.replace("--test ", () => "--test --test-shard={shard}/{shards} ");
    return { ...whole, why: how.why, sharded: { ...part, command: inParts } };
}
function nodeCommand(gate, how, folder, { scripts, manager }) {
    const tests = folder.report(gate, ".xml");
    const coverage = folder.report(gate, ".lcov");
    const flags = [
        "--test --experimental-test-coverage --test-reporter=spec --test-reporter-destination=stdout",
        `--test-reporter=junit --test-reporter-destination=${tests.inCommand}`,
        `--test-reporter=lcov --test-reporter-destination=${coverage.inCommand}`,
    ].join(" ");
    const outcome = { report: [tests.inCheckout], coverage: [coverage.inCheckout] };
    if (how.script === undefined) {
        const named = folder.paths.some((path) => path.startsWith(`${how.place}/`) && testFile.test(path));
        const files = how.place === undefined ? "" : ` '${how.place}/**/*${named ? ".{test,spec}" : ""}.{js,cjs,mjs,ts,cts,mts}'`;
        return { command: `node ${flags}${files}`, ...outcome };
    }
    const own = how.script.text.replace(/(?<=\s)--test(?=\s|$)/, () => flags);
    const before = `pre${how.script.name}`;
    return { command: scripts[before] === undefined ? own : `${manager.run(before, "")} && ${own}`, ...outcome };
}
function withFlags(program, { script, place }, flags, { manager }) {
    const last = script?.text.split(/&&|;|\|\|/).at(-1) ?? "";
    const takesWords = new RegExp(`(^|[\\s/])${program}(\\.js)?(\\s[^|<>]*)?$`).test(last.trim());
    if (script !== undefined && takesWords)
        return manager.run(script.name, flags);
    return `${manager.exec} ${program}${place === undefined ? "" : ` ${place}`} ${flags}`;
}

;// CONCATENATED MODULE: ./build/packages/config/detect/node-scanner.js
function nodeScanner(folder, manager, hasDependencies) {
    const { name, lockFile, berry } = manager;
    if (lockFile === undefined) {
        if (!hasDependencies)
            return undefined;
        return {
            gap: "package.json without a lock file: nobody can say which versions are released",
            write: name === "npm"
                ? "npm install --package-lock-only, and commit package-lock.json"
                : `${name} install, and commit its lock file`,
        };
    }
    const { inCommand: file, inCheckout: report } = folder.report("security", ".json");
    return { command: audits(name, berry, file), report, why: `${name} audit for ${lockFile}` };
}
function audits(name, berry, file) {
    if (name !== "yarn")
        return `${name} audit --json > ${file}`;
    if (!berry)
        return `yarn audit --json > ${file}; code=$?; [ $code -lt 32 ] || exit $code`;
    const none = `echo '{"type":"auditSummary","data":{"vulnerabilities":{}}}' > ${file}`;
    return `yarn npm audit --all --recursive --json > ${file}; code=$?; [ $code -ne 0 ] || [ -s ${file} ] || ${none}; exit $code`;
}

;// CONCATENATED MODULE: ./build/packages/config/detect/package-manager.js
const lockFiles = {
    "pnpm-lock.yaml": "pnpm",
    "yarn.lock": "yarn",
    "package-lock.json": "npm",
    "npm-shrinkwrap.json": "npm",
};
function packageManagerOf(paths, named) {
    const locks = Object.entries(lockFiles).filter(([file]) => paths.includes(file));
    const wanted = ["npm", "pnpm", "yarn"].find((name) => named?.startsWith(`${name}@`));
    const name = wanted ?? locks[0]?.[1] ?? "npm";
    const lockFile = locks.find(([, manager]) => manager === name)?.[0];
    const berry = name === "yarn" && (paths.includes(".yarnrc.yml") || /^yarn@[2-9]/.test(named ?? ""));
    const why = wanted !== undefined
        ? `packageManager in package.json is ${named ?? wanted}${lockFile === undefined ? "; there is no lock file" : ` and ${lockFile}`}`
        : (lockFile ?? "package.json without a lock file");
    return { name, lockFile, berry, install: installs(name, lockFile !== undefined, berry), ...words(name), why };
}
function installs(name, locked, berry) {
    if (name === "npm")
        return locked ? "npm ci --no-audit --no-fund" : "npm install --no-audit --no-fund";
    if (name === "pnpm")
        return locked ? "pnpm install --frozen-lockfile" : "pnpm install";
    if (!locked)
        return "yarn install";
    return berry ? "yarn install --immutable" : "yarn install --frozen-lockfile";
}
function words(name) {
    if (name === "npm")
        return { exec: "npx --no --", run: npmRun };
    const run = (script, text) => `${name} run ${script}${text === "" ? "" : ` ${text}`}`;
    return { exec: name === "pnpm" ? "pnpm exec" : "yarn run", run };
}
function npmRun(script, text) {
    const verb = script === "start" || script === "test" ? script : `run ${script}`;
    return `npm ${verb}${text === "" ? "" : ` -- ${text}`}`;
}

;// CONCATENATED MODULE: ./build/packages/config/detect/node.js




const texts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).catch({});
const packageSchema = schemas/* object */.Ikc({
    packageManager: schemas/* string */.YjP().optional().catch(undefined),
    scripts: texts.default({}),
    dependencies: texts.default({}),
    devDependencies: texts.default({}),
    optionalDependencies: texts.default({}),
    workspaces: schemas/* unknown */.L5J().optional(),
});
function detectNode(folder) {
    const manifest = parsePackage(folder.text("package.json"));
    if (manifest === undefined)
        return undefined;
    const manager = packageManagerOf(folder.paths, manifest.packageManager);
    const depends = dependenciesOf(folder, manifest);
    const found = { scripts: scriptsOf(manifest.scripts), depends, manager };
    const setup = setupOf(manager, depends.size > 0);
    const scanner = nodeScanner(folder, manager, depends.size > 0);
    const unit = nodeTests("unit", folder, found);
    const integration = nodeTests("integration", folder, found);
    const e2e = playwright(folder, found);
    const development = node_startOf(folder, found);
    return {
        ...(setup === undefined ? {} : { setup }),
        ...(scanner === undefined ? {} : { scanner }),
        ...(unit === undefined ? {} : { unit }),
        ...(integration === undefined ? {} : { integration }),
        ...(e2e === undefined ? {} : { e2e }),
        ...(development === undefined ? {} : { development }),
    };
}
function parsePackage(text) {
    if (text === undefined)
        return undefined;
    try {
        return packageSchema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
function scriptsOf(scripts) {
    return Object.fromEntries(Object.entries(scripts).filter(([, text]) => !/no test specified/.test(text)));
}
function dependenciesOf(folder, root) {
    const isMonorepo = root.workspaces !== undefined || folder.paths.includes("pnpm-workspace.yaml");
    const names = isMonorepo ? folder.paths.filter((path) => path.endsWith("/package.json")) : [];
    const packages = [
        ...names.map((name) => ({ name, manifest: parsePackage(folder.text(name)) })),
        { name: "package.json", manifest: root },
    ];
    return new Map(packages.flatMap(({ name, manifest }) => Object.keys({
        ...manifest?.optionalDependencies,
        ...manifest?.dependencies,
        ...manifest?.devDependencies,
    }).map((dependency) => [dependency, name])));
}
function setupOf(manager, hasDependencies) {
    if (!hasDependencies && manager.lockFile === undefined)
        return undefined;
    return { command: manager.install, why: manager.why };
}
const someJourneys = ' --pass-with-no-tests --grep "$JOURNEYS"';
function playwright({ paths }, { depends, manager }) {
    const config = paths.find((path) => /^playwright\.config\.[cm]?[jt]s$/.test(path));
    if (config === undefined || !depends.has("@playwright/test"))
        return undefined;
    const walk = (more) => `${manager.exec} playwright test --forbid-only${more}`;
    const affected = walk(someJourneys);
    return {
        command: walk(""),
        report: [],
        coverage: [],
        affected,
        sharded: { command: walk(" --shard={shard}/{shards}"), report: [], coverage: [], affected },
        why: `${config} and a dependency on @playwright/test`,
    };
}
function node_startOf({ paths }, { scripts, manager }) {
    const name = ["start", "dev"].find((script) => scripts[script] !== undefined);
    if (name !== undefined)
        return { command: manager.run(name, ""), why: `the script ${name} in package.json` };
    if (!paths.includes("server.js"))
        return undefined;
    return { command: "node server.js", why: "server.js, which npm start runs by itself" };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/python-scanner.js
function pipAudit({ paths, text, report }, requirements) {
    const { inCommand, inCheckout } = report("security", ".json");
    const find = 'audit="$(command -v pip-audit || echo "pipx run pip-audit==2.9.0")"';
    const run = (words) => `${find}; $audit ${words} --progress-spinner off --format json --output ${inCommand}`;
    if (paths.includes("uv.lock")) {
        const exported = `${inCommand}.txt`;
        const command = `uv export --frozen --quiet --no-emit-project --format requirements-txt --output-file ${exported} && ${run(`-r ${exported} --disable-pip`)}`;
        return { command, report: inCheckout, why: "pip-audit for uv.lock" };
    }
    if (paths.includes("poetry.lock")) {
        const place = `"$(poetry run python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"`;
        return {
            command: `poetry install --quiet && ${run(`--path ${place}`)}`,
            report: inCheckout,
            why: "pip-audit for poetry.lock",
        };
    }
    if (requirements.length > 0)
        return {
            command: run(requirements.map((file) => `-r ${file}`).join(" ")),
            report: inCheckout,
            why: `pip-audit for ${requirements.join(" and ")}`,
        };
    if (text("pyproject.toml") !== undefined)
        return { command: run("."), report: inCheckout, why: "pip-audit for pyproject.toml" };
    const loose = ["setup.py", "setup.cfg", "Pipfile"].find((name) => text(name) !== undefined);
    if (loose === undefined)
        return undefined;
    return { gap: `${loose} pins no versions that pip-audit could read`, write: "pip freeze > requirements.txt" };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/python.js


const python_integrationFolders = ["tests/integration", "test/integration", "integration_tests", "tests_integration"];
function detectPython(folder) {
    const said = [
        "pyproject.toml",
        "setup.cfg",
        "setup.py",
        "tox.ini",
        "pytest.ini",
        "Pipfile",
        ...requirementsOf(folder),
    ].flatMap((name) => {
        const text = folder.text(name);
        return text === undefined ? [] : [{ name, text }];
    });
    if (said.length === 0)
        return undefined;
    const installer = installerOf(folder);
    const scanner = pipAudit(folder, requirementsOf(folder));
    const unit = pytest("unit", folder, { said, installer });
    const integration = pytest("integration", folder, { said, installer });
    const development = python_startOf(folder, installer);
    return {
        setup: { command: installer.setup, why: installer.why },
        ...(scanner === undefined ? {} : { scanner }),
        ...(unit === undefined ? {} : { unit }),
        ...(integration === undefined ? {} : { integration }),
        ...(development === undefined ? {} : { development }),
    };
}
function requirementsOf({ paths }) {
    return paths.filter((path) => /^(requirements[\w.-]*|[\w-]*requirements)\.txt$/.test(path)).toSorted();
}
function installerOf(folder) {
    const { paths } = folder;
    const project = folder.text("pyproject.toml");
    if (paths.includes("uv.lock"))
        return { setup: "uv sync --frozen", run: "uv run", why: "uv.lock", add: "uv add --dev" };
    if (paths.includes("poetry.lock") || /^\[tool\.poetry\]/m.test(project ?? ""))
        return {
            setup: "poetry install",
            run: "poetry run",
            why: "poetry in pyproject.toml",
            add: "poetry add --group dev",
        };
    const files = requirementsOf(folder);
    const isPackage = /^\[(project|build-system)\]/m.test(project ?? "") || folder.text("setup.py") !== undefined;
    const extra = /^(?<name>dev|test|tests)\s*=/m.exec(project ?? "")?.groups?.["name"];
    const groups = /^\[dependency-groups\][^[]*?^(?<name>dev|test|tests)\s*=/ms.exec(project ?? "")?.groups?.["name"];
    const wanted = [
        ...files.map((file) => `-r ${file}`),
        ...(groups === undefined ? [] : [`--group ${groups}`]),
        ...(isPackage ? [extra === undefined || groups !== undefined ? "-e ." : `-e '.[${extra}]'`] : []),
    ];
    const environment = "python3 -m venv --system-site-packages .release-command/venv";
    const install = `.release-command/venv/bin/python -m pip install --quiet --disable-pip-version-check ${wanted.join(" ")}`;
    return {
        setup: wanted.length === 0 ? environment : `${environment} && ${install}`,
        run: "",
        why: [...files, ...(isPackage ? [project === undefined ? "setup.py" : "pyproject.toml"] : [])].join(" and ") ||
            "Python files",
        add: files.length === 0 ? "pip install" : `add to ${files.find((file) => /dev|test/.test(file)) ?? files[0]}:`,
    };
}
function pytest(kind, folder, { said, installer }) {
    const pytestIn = said.find(({ name, text }) => name === "pytest.ini" || /\bpytest\b/.test(text.replaceAll("pytest-cov", "")));
    const conftest = folder.paths.find((path) => /(^|\/)conftest\.py$/.test(path));
    const testFiles = folder.paths.filter((path) => /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path));
    const where = pytestIn?.name ?? conftest;
    const place = placeOf(kind, folder, said);
    if (place === undefined)
        return undefined;
    if (where === undefined) {
        if (kind === "integration" || testFiles.length === 0)
            return undefined;
        return {
            gap: `${testFiles[0]} is a test, but pytest is no dependency: unittest alone writes no report`,
            write: `${installer.add} pytest pytest-cov`,
        };
    }
    const why = [`pytest in ${where}`, ...(place.why === "" ? [] : [place.why])].join(" and ");
    const has = (name) => said.some(({ text }) => new RegExp(`(^|[^\\w-])${name}($|[^\\w-])`, "m").test(text));
    const tests = folder.report(kind, ".xml");
    const coverage = folder.report(kind, ".lcov");
    const outcome = { report: [tests.inCheckout], coverage: [coverage.inCheckout] };
    const words = `--rootdir=. --junitxml=${tests.inCommand}${place.words}`;
    const python = installer.run === "" ? ".release-command/venv/bin/python" : `${installer.run} python`;
    const keep = `COVERAGE_FILE=.release-command/coverage-${kind}`;
    if (has("pytest-cov")) {
        const command = `${keep} ${python} -m pytest ${words} --cov --cov-report=lcov:${coverage.inCommand}`;
        return { command, ...outcome, why: `${why}, with pytest-cov` };
    }
    if (has("coverage")) {
        const command = `${keep} ${python} -m coverage run --source=. --omit='.release-command/*' -m pytest ${words}; code=$?; ${keep} ${python} -m coverage lcov -q -o ${coverage.inCommand} && exit $code`;
        return { command, ...outcome, why: `${why}, with coverage` };
    }
    return { gap: `${why}: pytest measures no coverage without pytest-cov`, write: `${installer.add} pytest-cov` };
}
function placeOf(kind, { paths }, said) {
    const folder = python_integrationFolders.find((name) => paths.some((path) => path.startsWith(`${name}/`)));
    const marked = said.find(({ text }) => /markers\s*=[^\]]*?["'\s]integration\b/s.test(text));
    if (folder !== undefined)
        return kind === "unit"
            ? { words: ` --ignore=${quoted(folder)}`, why: "" }
            : { words: ` ${quoted(folder)}`, why: `the folder ${folder}` };
    if (marked !== undefined)
        return {
            words: kind === "unit" ? " -m 'not integration'" : " -m integration",
            why: `the marker integration in ${marked.name}`,
        };
    return kind === "unit" ? { words: "", why: "" } : undefined;
}
function python_startOf({ paths }, { run }) {
    if (!paths.includes("manage.py"))
        return undefined;
    const python = run === "" ? ".release-command/venv/bin/python" : `${run} python`;
    return { command: `exec ${python} manage.py runserver --noreload "127.0.0.1:$PORT"`, why: "manage.py" };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/rust.js
function detectRust(folder) {
    const manifest = folder.text("Cargo.toml");
    if (manifest === undefined)
        return undefined;
    const why = /^\[workspace\]/m.test(manifest) ? "Cargo.toml with a workspace" : "Cargo.toml";
    const { paths } = folder;
    const hasLibrary = paths.some((path) => /(^|\/)src\/lib\.rs$/.test(path));
    const hasProgram = paths.some((path) => /(^|\/)src\/(main|bin\/[^/]+)\.rs$/.test(path));
    const targets = [...(hasLibrary ? ["--lib"] : []), ...(hasProgram ? ["--bins"] : [])].join(" ");
    const integration = paths.find((path) => /(^|\/)tests\/([^/]+|[^/]+\/main)\.rs$/.test(path));
    const locked = paths.includes("Cargo.lock") ? " --locked" : "";
    return {
        setup: { command: `cargo fetch${locked}`, why },
        scanner: cargoAudit(folder),
        ...(targets === "" ? {} : { unit: cargoTest("unit", folder, { targets, why }) }),
        ...(integration === undefined
            ? {}
            : { integration: cargoTest("integration", folder, { targets: "--test '*'", why: `${why} and ${integration}` }) }),
        ...(paths.includes("src/main.rs") ? { development: { command: "cargo run --quiet", why: "src/main.rs" } } : {}),
    };
}
function cargoAudit({ paths, report }) {
    if (!paths.includes("Cargo.lock"))
        return {
            gap: "Cargo.toml without Cargo.lock: what would be audited is not what is built",
            write: "cargo generate-lockfile, and commit Cargo.lock",
        };
    const { inCommand, inCheckout } = report("security", ".json");
    const help = `echo "The security gate of Rust needs cargo-audit. Add it: cargo install cargo-audit --locked" >&2; exit 127`;
    const command = `command -v cargo-audit > /dev/null || { ${help}; }; cargo audit --json > ${inCommand}`;
    return { command, report: inCheckout, why: "cargo audit for Cargo.lock" };
}
const runner = [
    "env",
    "RUSTC_BOOTSTRAP=1",
    "sh",
    "-c",
    'echo "--object=$0" >> "$REPORT.objects"; exec "$0" "$@" -Z unstable-options --format junit > "$REPORT-$$.xml"',
];
function cargoTest(kind, { report }, { targets, why }) {
    const place = report(kind, "");
    const setting = `target."cfg(all())".runner=${JSON.stringify(runner)}`;
    const command = [
        'tools="$(rustc --print target-libdir)/../bin"',
        `[ -x "$tools/llvm-cov" ] || { echo "The coverage of Rust needs the LLVM tools. Add them: rustup component add llvm-tools" >&2; exit 1; }`,
        `export REPORT="$PWD/${place.inCommand}"`,
        `RUSTFLAGS="$RUSTFLAGS -C instrument-coverage" LLVM_PROFILE_FILE="$REPORT-%p-%m.profraw" cargo test --workspace ${targets} --no-fail-fast --config '${setting}'`,
        "code=$?",
        '"$tools/llvm-profdata" merge -sparse "$REPORT"-*.profraw -o "$REPORT.profdata" && "$tools/llvm-cov" export --format=lcov --instr-profile="$REPORT.profdata" --ignore-filename-regex="^$PWD/(.*/)?(tests|target)/|/registry/src/|/rustc/|/toolchains/" $(cat "$REPORT.objects") > "$REPORT.lcov" && exit $code',
    ].join("; ");
    return { command, report: [`${place.inCheckout}-*.xml`], coverage: [`${place.inCheckout}.lcov`], why };
}

;// CONCATENATED MODULE: ./build/packages/config/detect/detect.js







const ecosystems = [
    { name: "node", manifests: ["package.json"], detect: detectNode },
    {
        name: "python",
        manifests: [
            "pyproject.toml",
            "setup.py",
            "setup.cfg",
            "requirements.txt",
            "requirements-dev.txt",
            "Pipfile",
            "pytest.ini",
        ],
        detect: detectPython,
    },
    { name: "go", manifests: ["go.work", "go.mod"], detect: detectGo },
    { name: "rust", manifests: ["Cargo.toml"], detect: detectRust },
    { name: "java", manifests: ["pom.xml", "build.gradle.kts", "build.gradle"], detect: detectJava },
    { name: "dotnet", manifests: [], extension: /\.(slnx?|csproj|fsproj|vbproj)$/, detect: detectDotnet },
];
function detect_detect(files) {
    const found = ecosystems.flatMap((ecosystem) => foldersOf(files, ecosystem).flatMap((directory) => {
        const toolchain = ecosystem.detect(folderOf(files, directory, ecosystem.name));
        return toolchain === undefined ? [] : [{ directory, toolchain }];
    }));
    const setup = together(found, "setup");
    const development = procfile(files) ?? together(onlyFirst(found, "development"), "development");
    const tests = (kind) => allTests(found, kind);
    const [unit, integration, e2e] = [tests("unit"), tests("integration"), tests("e2e")];
    const security = allScanners(found);
    return {
        ...(setup === undefined ? {} : { setup }),
        ...(unit.tests === undefined ? {} : { unit: unit.tests }),
        ...(integration.tests === undefined ? {} : { integration: integration.tests }),
        ...(e2e.tests === undefined ? {} : { e2e: e2e.tests }),
        ...(development === undefined ? {} : { development }),
        ...(security.scanners === undefined ? {} : { security: security.scanners }),
        gaps: [...security.gaps, ...unit.gaps, ...integration.gaps],
    };
}
function foldersOf({ paths }, { manifests, extension }) {
    const folders = paths.flatMap((path) => {
        const slash = path.lastIndexOf("/");
        const name = path.slice(slash + 1);
        const wanted = manifests.includes(name) || extension?.test(name) === true;
        return wanted ? [slash < 0 ? "." : path.slice(0, slash)] : [];
    });
    if (folders.includes("."))
        return ["."];
    const near = folders.filter((folder) => !/(^|\/)(\.|node_modules|vendor|fixtures?|testdata|examples?|docs)/.test(folder));
    const depth = Math.min(...near.map((folder) => folder.split("/").length));
    return depth > 2 ? [] : [...new Set(near.filter((folder) => folder.split("/").length === depth))].toSorted();
}
function onlyFirst(found, part) {
    return found.filter(({ toolchain }) => toolchain[part] !== undefined).slice(0, 1);
}
function inFolder(directory, command) {
    return directory === "." ? command : `(cd ${quoted(directory)} && ${command})`;
}
function together(found, part) {
    const commands = found.flatMap(({ directory, toolchain }) => {
        const one = toolchain[part];
        return one === undefined ? [] : [{ command: inFolder(directory, one.command), why: placed(directory, one.why) }];
    });
    if (commands.length === 0)
        return undefined;
    return {
        command: commands.map(({ command }) => command).join(" && "),
        why: commands.map(({ why }) => why).join("; "),
    };
}
function placed(directory, why) {
    return directory === "." ? why : `in ${directory}: ${why}`;
}
function allTests(found, kind) {
    const parts = found.flatMap(({ directory, toolchain }) => {
        const one = toolchain[kind];
        return one === undefined ? [] : [{ directory, one }];
    });
    const gaps = parts.flatMap(({ directory, one }) => "gap" in one ? [{ key: `gates.${kind}`, why: placed(directory, one.gap), write: one.write }] : []);
    const tests = parts.flatMap(({ directory, one }) => ("gap" in one ? [] : [{ directory, ...one }]));
    if (gaps.length > 0 || tests.length === 0)
        return { gaps };
    const commands = tests.map(({ directory, command }) => inFolder(directory, command));
    const [only = ""] = commands;
    const [first] = tests.length === 1 ? tests : [];
    const isRoot = first?.directory === ".";
    const merged = {
        command: commands.length === 1 ? only : `code=0; ${commands.map((one) => `(${one}) || code=1`).join("; ")}; exit $code`,
        report: tests.flatMap(({ report }) => report),
        coverage: tests.flatMap(({ coverage }) => coverage),
        why: tests.map(({ directory, why }) => placed(directory, why)).join("; "),
        ...(first?.sharded === undefined ? {} : { sharded: inPlace(first.sharded, first.directory) }),
        ...(isRoot && first.affected !== undefined ? { affected: first.affected } : {}),
    };
    return { tests: merged, gaps };
}
function allScanners(found) {
    const parts = found.flatMap(({ directory, toolchain: { scanner } }) => scanner === undefined ? [] : [{ directory, scanner }]);
    const gaps = parts.flatMap(({ directory, scanner }) => "gap" in scanner ? [{ key: "gates.security", why: placed(directory, scanner.gap), write: scanner.write }] : []);
    const scanners = parts.flatMap(({ directory, scanner }) => {
        if ("gap" in scanner)
            return [];
        const { command, report, why } = scanner;
        return [{ command: inFolder(directory, command), report, why: placed(directory, why) }];
    });
    return gaps.length > 0 || scanners.length === 0 ? { gaps } : { scanners, gaps };
}
function inPlace({ affected, ...part }, directory) {
    const command = inFolder(directory, part.command);
    return { ...part, command, ...(directory === "." && affected !== undefined ? { affected } : {}) };
}
function procfile({ texts }) {
    const command = /^web:\s*(?<command>\S.*)$/m.exec(texts.get("Procfile") ?? "")?.groups?.["command"];
    return command === undefined ? undefined : { command: command.trim(), why: "the process web in Procfile" };
}

;// CONCATENATED MODULE: ./build/packages/config/effective.js
const writtenAs = new Map([
    ["gates.securityOverride", ["gates", "security", "override"]],
    ["gates.securityAllow", ["gates", "security", "allow"]],
]);
function effectiveSettings({ config, detected, lineOf }) {
    return leaves(config, []).map(({ path, value }) => {
        const key = path.join(".");
        const found = detected.find((one) => one.key === key);
        if (found !== undefined)
            return { key, value, source: "detected", why: found.why };
        const place = path[0] === "gates" && path[1] === "checks" ? ["gates", ...path.slice(2)] : path;
        const isScanners = key === "gates.security.scanners";
        const line = lineOf(writtenAs.get(key) ?? place) ?? (isScanners ? lineOf(["gates", "security", "command"]) : undefined);
        return line === undefined ? { key, value, source: "default" } : { key, value, source: "file", line };
    });
}
function leaves(value, path) {
    if (value === undefined)
        return [];
    const isBranch = typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
    if (!isBranch)
        return [{ path, value }];
    return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(68974);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(84658);
;// CONCATENATED MODULE: ./build/packages/config/problems.js

function when(wrong, problem) {
    return wrong ? [problem] : [];
}
function locate(document, { path, message, key }) {
    const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
    let node = document.contents;
    let offset = (0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? 0) : 0;
    for (const [depth, part] of path.entries()) {
        const step = into(document, node, part);
        if (step === undefined)
            break;
        offset = (key === true && depth === path.length - 1 ? step.keyOffset : step.offset) ?? offset;
        node = step.node;
    }
    return { offset, message: name === "" ? `the file ${message}` : `${name.replace(/^\./, "")} ${message}` };
}
function offsetOfKey(document, path) {
    let node = document.contents;
    let offset;
    for (const part of path) {
        const step = into(document, node, part);
        if (step === undefined)
            return undefined;
        ({ node, keyOffset: offset } = step);
    }
    return offset;
}
function into(document, at, part) {
    const node = (0,dist/* isAlias */.Vj)(at) ? at.resolve(document) : at;
    if ((0,dist/* isSeq */.oP)(node) && typeof part === "number") {
        const item = node.items[part];
        return item === undefined ? undefined : { node: item, offset: offsetOf(item), keyOffset: offsetOf(item) };
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value) === String(part));
    if (pair === undefined)
        return undefined;
    const keyOffset = offsetOf(pair.key);
    const filled = (0,dist/* isScalar */.jn)(pair.value) && pair.value.value === null ? undefined : offsetOf(pair.value);
    return { node: pair.value, offset: filled ?? keyOffset, keyOffset };
}
function offsetOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}
const shownAtMost = 50;
function listProblems(problems, source) {
    const rows = source.text.split(/\r?\n/);
    const listed = problems
        .toSorted((a, b) => a.offset - b.offset)
        .slice(0, shownAtMost)
        .map(({ offset, message }) => {
        const { line, col } = source.lines.linePos(offset);
        const row = (rows[line - 1] ?? "").slice(0, 160);
        const gutter = String(line);
        const pointer = " ".repeat(Math.min(Math.max(col - 1, 0), row.length));
        return `${source.path}:${line}:${col}: ${message}\n  ${gutter} | ${row}\n  ${" ".repeat(gutter.length)} | ${pointer}^`;
    });
    const more = problems.length - listed.length;
    return [...listed, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/config/audit-agreement.js

function checkAudit({ sign, vault }) {
    return [
        ...when(sign === "vault" && vault === undefined, {
            path: ["audit", "sign"],
            message: "is vault, and audit.vault does not say which: {address: https://…, key: release-audit}",
        }),
        ...when(sign !== "vault" && vault !== undefined, {
            path: ["audit", "vault"],
            message: `is not used while audit.sign is ${sign}: write sign: vault`,
        }),
    ];
}

;// CONCATENATED MODULE: ./build/packages/config/fast-track.js
function wrong(gate, key, message) {
    return { path: ["gates", gate, key], message };
}
function checkFastTrack({ gates }) {
    const { unit, e2e } = gates;
    return ["unit", "e2e"].flatMap((gate) => {
        const settings = gates[gate];
        if (settings === undefined)
            return [];
        const given = {
            shards: settings.shards,
            affected: settings.affected,
            affects: gate === "e2e" ? e2e?.affects : undefined,
        };
        const named = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [key]));
        if (settings.source === "check")
            return named.map((key) => wrong(gate, key, "means nothing beside source: check"));
        return [
            ...(settings.command === undefined && settings.affected !== undefined
                ? [wrong(gate, "affected", "means nothing without a command, whose reports it writes")]
                : []),
            ...(gate === "e2e" && e2e?.affects !== undefined && e2e.command !== undefined && e2e.affected === undefined
                ? [wrong(gate, "affects", "means nothing without affected: the command that walks the journeys of $JOURNEYS")]
                : []),
            ...(gate === "unit" && typeof unit?.affected === "object" && Object.keys(unit.affected).length === 0
                ? [wrong(gate, "affected", "has no glob")]
                : []),
        ];
    });
}

;// CONCATENATED MODULE: ./build/packages/config/playwright-command.js

const playwright_command_runner = /(?:\bplaywright|@playwright\/test\/cli(?:\.js)?)\s+test(?=$|[\s;&|)])/g;
function namesPlaywright(command) {
    return command.search(playwright_command_runner) >= 0;
}
function withPlaywrightArguments(command, words) {
    return command.replaceAll(playwright_command_runner, (call) => [call, ...words.map(quoted)].join(" "));
}

;// CONCATENATED MODULE: ./build/packages/config/gates-agreement.js


function checkGates(config) {
    return [
        ...checkVerdicts(config),
        ...checkJourneys(config),
        ...checkDevelopment(config),
        ...checkScanners(config),
        ...checkEvidence(config),
    ];
}
function checkVerdicts({ gates }) {
    return ["security", "unit", "integration", "e2e"].flatMap((gate) => {
        const settings = gates[gate];
        if (settings === undefined)
            return [];
        const { source, name, app, command, report } = settings;
        const tests = gate === "unit" || gate === "integration";
        const coverage = "coverage" in settings ? settings.coverage : undefined;
        const files = { report, ...(tests ? { coverage } : {}) };
        const at = (key, message) => ({ path: ["gates", gate, key], message });
        if (source === "alerts")
            return Object.entries({ name, app, command, report })
                .filter(([, value]) => value !== undefined)
                .map(([key]) => at(key, "means nothing beside source: alerts"));
        if (source === "check") {
            const logs = "logs" in settings ? settings.logs : undefined;
            const strange = Object.entries({ command, ...files, logs }).filter(([, value]) => value !== undefined);
            return [
                ...when(name === undefined, at("name", 'is missing: the check whose verdict counts, like "CI / unit"')),
                ...strange.map(([key]) => at(key, "means nothing beside source: check")),
            ];
        }
        const checks = Object.entries({ name, app }).filter(([, value]) => value !== undefined);
        const evidence = Object.entries(files);
        return [
            ...checks.map(([key]) => at(key, "means nothing without source: check")),
            ...evidence.flatMap(([key, value]) => [
                ...when(command !== undefined && value === undefined && gate !== "e2e", at(key, "is missing: the command is yours, and so is what it writes")),
                ...when(command === undefined && value !== undefined, at(key, "means nothing without a command that writes it")),
            ]),
        ];
    });
}
function checkJourneys({ gates: { e2e } }) {
    const { source, command, browsers = [], budget, budgets = {} } = e2e ?? {};
    const ours = {
        browsers: browsers.length > 0,
        budget: budget !== undefined,
        budgets: Object.keys(budgets).length > 0,
    };
    if (source === "check")
        return Object.entries(ours)
            .filter(([, written]) => written)
            .map(([key]) => ({ path: ["gates", "e2e", key], message: "means nothing beside source: check" }));
    const blind = command !== undefined && browsers.length > 0 && !namesPlaywright(command);
    return when(blind, {
        path: ["gates", "e2e", "browsers"],
        message: 'needs a command that says "playwright test" itself, like "npx playwright test": it is given --project for each',
    });
}
function checkDevelopment({ environments: { development } }) {
    if (development?.url === undefined)
        return [];
    const strange = ["command", "setup"].filter((key) => development[key] !== undefined);
    const { pathname, search, username } = new URL(development.url);
    return [
        ...strange.map((key) => ({ path: ["environments", "development", key], message: "means nothing beside url" })),
        ...when(pathname !== "/" || search !== "" || username !== "", {
            path: ["environments", "development", "url"],
            message: `must be an origin like "https://dev.example.com", without path, query or account; got "${new URL(development.url).pathname}" behind it`,
        }),
    ];
}
function checkScanners({ gates: { security } }) {
    const { source = "command", command, scanners, alerts } = security ?? {};
    const path = ["gates", "security", "scanners"];
    return [
        ...when(source !== "alerts" && alerts !== undefined, {
            path: ["gates", "security", "alerts"],
            message: "means nothing without source: alerts",
        }),
        ...when(source !== "command" && scanners !== undefined, {
            path,
            message: `means nothing beside source: ${source}`,
        }),
        ...when(source === "command" && scanners !== undefined && command !== undefined, {
            path,
            message: "and command both say what runs: put the command into scanners",
        }),
    ];
}
function checkEvidence({ gates }) {
    const files = [
        { path: ["gates", "security", "report"], file: gates.security?.report },
        ...(gates.security?.scanners ?? []).map(({ report }, index) => ({
            path: ["gates", "security", "scanners", index, "report"],
            file: report,
        })),
        { path: ["gates", "unit", "report"], file: gates.unit?.report },
        { path: ["gates", "unit", "coverage"], file: gates.unit?.coverage },
        { path: ["gates", "integration", "report"], file: gates.integration?.report },
        { path: ["gates", "integration", "coverage"], file: gates.integration?.coverage },
        { path: ["gates", "e2e", "report"], file: gates.e2e?.report },
    ].flatMap(({ path, file }) => [file ?? []].flat().map((name) => ({ path, file: name })));
    return files.flatMap(({ path, file }, index) => {
        const first = files.slice(0, index).find((other) => other.file === file);
        return when(first !== undefined, {
            path,
            message: `is the file of ${first?.path.join(".") ?? ""} too: each gate needs its own evidence`,
        });
    });
}

// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
;// CONCATENATED MODULE: ./build/packages/config/watches-agreement.js



function checkWatches({ environments: { staging, production }, hotfix }) {
    const steps = watchedSteps(production);
    return [
        ...fits("staging", staging.watch, ["environments", "staging", "watch"]),
        ...fits("production", steps * production.stepTime + production.watch, [
            "environments",
            "production",
            steps > 0 ? "stepTime" : "watch",
        ]),
        ...fits("production_canary", below100(hotfix.steps) * production.stepTime + production.watch, ["hotfix", "steps"]),
    ];
}
function fits(state, watchMs, path) {
    const { timeoutMs = Infinity } = machine/* timing */.N9[state];
    return when(watchMs >= timeoutMs, {
        path,
        message: `makes the watches of ${state} ${minutes(watchMs)} long, which is over after ${minutes(timeoutMs)}: let each last shorter, or be fewer`,
    });
}
function minutes(ms) {
    return `${Math.round(ms / units.m)} minutes`;
}
function watchedSteps({ strategy, steps, rolling, settings }) {
    if (strategy === "blue-green")
        return 0;
    if (strategy === "canary")
        return below100(steps);
    const instances = settings["instances"];
    const most = typeof instances === "number" ? instances : Infinity;
    return Math.min(Math.ceil(100 / rolling.batch), most) - 1;
}
function below100(steps) {
    return steps.filter((percent) => percent < 100).length;
}

;// CONCATENATED MODULE: ./build/packages/config/metrics-agreement.js

function checkMetrics({ push }) {
    const names = push.map(({ name }) => name);
    return push.flatMap(({ name }, index) => when(names.indexOf(name) !== index, {
        path: ["metrics", "push", index, "name"],
        message: `is the name of two receivers: "${name}"`,
    }));
}

;// CONCATENATED MODULE: ./build/packages/config/monitor-agreement.js

function checkMonitors({ environments }, targets) {
    return ["staging", "production"].flatMap((name) => {
        const { target, monitor, monitorSettings } = environments[name];
        const isBlind = monitor === "proxy" && target !== "local" && monitorSettings["directory"] === undefined;
        return when(isBlind && targets.includes(target), {
            path: ["environments", name, "monitor"],
            message: `must be probe or prometheus: proxy, the default, has counters of the target local only, and this is ${target}`,
        });
    });
}

;// CONCATENATED MODULE: ./build/packages/config/words.js

const kinds = {
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
    record: "a mapping",
};
function describeIssue(issue) {
    if (issue.input === undefined && issue.code !== "custom")
        return "is missing";
    switch (issue.code) {
        case "invalid_type":
            return `must be ${kinds[String(issue["expected"])] ?? String(issue["expected"])}, got ${shown(issue.input)}`;
        case "invalid_value": {
            const allowed = Array.isArray(issue["values"]) ? issue["values"].map(String) : [];
            return `must be one of ${allowed.join(", ")}, got ${shown(issue.input)}${didYouMean(String(issue.input), allowed)}`;
        }
        case "too_small":
            return atBound(issue, "minimum", issue["inclusive"] === false ? "above" : "at least");
        case "too_big":
            return atBound(issue, "maximum", issue["inclusive"] === false ? "below" : "at most");
        default:
            return undefined;
    }
}
function atBound(issue, bound, words) {
    const limit = String(issue[bound]);
    if (issue["origin"] === "string")
        return "must not be empty";
    if (issue["origin"] === "array")
        return `must have ${words} ${limit} entries`;
    return `must be ${words} ${limit}, got ${shown(issue.input)}`;
}
function shown(value) {
    if (value === null)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "object")
        return "a mapping";
    const text = JSON.stringify(value) ?? typeof value;
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
function didYouMean(word, known) {
    const near = (0,faults/* nearestWord */.zZ)(word, known);
    return near === undefined ? "" : ` (did you mean "${near}"?)`;
}

;// CONCATENATED MODULE: ./build/packages/config/notify-agreement.js


function checkNotify({ channels }) {
    const names = channels.map(({ name }) => name);
    return channels.flatMap(({ name, fallback }, index) => [
        ...when(names.indexOf(name) !== index, {
            path: ["notify", "channels", index, "name"],
            message: `is the name of two channels: "${name}"`,
        }),
        ...when(fallback !== undefined && (fallback === name || !names.includes(fallback)), {
            path: ["notify", "channels", index, "fallback"],
            message: `must name another channel, got "${fallback}"${didYouMean(fallback ?? "", names)}`,
        }),
    ]);
}

;// CONCATENATED MODULE: ./build/packages/config/smoke-agreement.js

function checkSmoke(config) {
    const { staging, development } = config.environments;
    return [
        ...checkSandbox(config, { staging: staging.env, development: development?.env ?? {} }),
        ...checkSkipped(config),
    ];
}
function checkSandbox(config, before) {
    const databases = config.smoke === undefined || "none" in config.smoke.database ? [] : config.smoke.database;
    const names = [...new Set(databases.flatMap((check) => ("urlFrom" in check ? [check.urlFrom] : [])))];
    const production = config.environments.production.env;
    return Object.entries(before).flatMap(([environment, env]) => names
        .filter((name) => isSameDatabase(env[name], production[name]))
        .map((name) => ({
        path: ["environments", environment, "env", name],
        message: "is the database of production: the smoke tests would write there",
    })));
}
function isSameDatabase(one, other) {
    if (one === undefined || other === undefined)
        return false;
    return smoke_agreement_placeOf(one) === smoke_agreement_placeOf(other);
}
function smoke_agreement_placeOf(text) {
    return URL.canParse(text) ? `${new URL(text).host}${new URL(text).pathname}` : text;
}
function checkSkipped({ smoke, environments }) {
    const names = ["api", "database", "external", "paths"].flatMap((category) => {
        const checks = smoke?.[category];
        return checks === undefined || "none" in checks ? [] : checks.map(({ name }) => `${category}: ${name}`);
    });
    return ["staging", "production"].flatMap((environment) => Object.keys(environments[environment].smoke.skip)
        .filter((name) => !names.includes(name))
        .map((name) => ({
        path: ["environments", environment, "smoke", "skip", name],
        key: true,
        message: `is no check that can be left out; those are ${names.join(", ") || "none"}${didYouMean(name, names)}`,
    })));
}

;// CONCATENATED MODULE: ./build/packages/config/agreement.js










function checkAgreement(config, known) {
    const { production } = config.environments;
    return [
        ...["staging", "production"].flatMap((name) => [
            ...checkName(["environments", name, "target"], config.environments[name].target, known.targets),
            ...checkName(["environments", name, "monitor"], config.environments[name].monitor, known.monitors),
            ...checkWatch(["environments", name], config.environments[name]),
        ]),
        ...checkSteps(["environments", "production", "steps"], production.steps),
        ...checkSteps(["hotfix", "steps"], config.hotfix.steps),
        ...when(production.rollbackErrorRatio < production.maxErrorRatio, {
            path: ["environments", "production", "rollbackErrorRatio"],
            message: `must be at least maxErrorRatio (${production.maxErrorRatio}), got ${production.rollbackErrorRatio}`,
        }),
        ...checkMonitors(config, known.targets),
        ...checkWatches(config),
        ...when(config.changelog.preset !== undefined && config.changelog.types !== undefined, {
            path: ["changelog", "types"],
            message: "and preset both say which sections there are: keep one of them",
        }),
        ...checkSmoke(config),
        ...checkGates(config),
        ...checkFastTrack(config),
        ...checkJournal(config),
        ...checkNotify(config.notify),
        ...checkMetrics(config.metrics),
        ...checkAudit(config.audit),
    ];
}
function checkName(path, name, known) {
    return when(!known.includes(name), {
        path,
        message: `must be one of ${known.join(", ")}, got "${name}"${didYouMean(name, known)}`,
    });
}
function checkWatch(path, bounds) {
    return when(bounds.healthEvery <= 0 || (bounds.watch > 0 && bounds.healthEvery > bounds.watch), {
        path: [...path, "healthEvery"],
        message: "must be longer than 0 and not longer than watch: else health is never looked at",
    });
}
function checkSteps(path, steps) {
    const ascending = steps.every((step, index) => step > (steps[index - 1] ?? 0));
    return when(!ascending || steps.at(-1) !== 100, {
        path,
        message: `must ascend from above 0 and end in 100, like [5, 25, 50, 100]; got [${steps.join(", ")}]`,
    });
}
function checkJournal({ journal, branches }) {
    const taken = [branches.source, branches.target].includes(journal.branch);
    const { renew, ttl } = journal.lease;
    return [
        ...when(taken, { path: ["journal", "branch"], message: "must be a branch that nothing else uses" }),
        ...when(renew <= 0 || renew > ttl / 2, {
            path: ["journal", "lease", "renew"],
            message: "must be longer than 0 and at most half of ttl: else the driver stops trusting its own lease",
        }),
    ];
}

;// CONCATENATED MODULE: ./build/packages/config/issues.js



function flattenIssues(issues, above = []) {
    return issues.flatMap((issue) => {
        const path = [...above, ...issue.path];
        if (issue.code === "unrecognized_keys")
            return issue.keys.map((key) => unknownKey(path, key));
        if (issue.code === "invalid_union")
            return fromUnion(issue.errors, path, issue.message);
        return [{ path, message: issue.message }];
    });
}
function fromUnion(alternatives, path, message) {
    const meant = alternatives
        .filter((issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type"))
        .toSorted((a, b) => a.length - b.length);
    const [first] = meant;
    if (first !== undefined)
        return flattenIssues(first, path);
    const said = [...new Set(alternatives.flat().map((issue) => issue.message))];
    return [{ path, message: said.join("; or ") || message }];
}
function unknownKey(path, key) {
    const known = knownKeys(path);
    const menu = known.length === 0 ? "" : `; known here: ${known.join(", ")}`;
    return { path: [...path, key], key: true, message: `is unknown${didYouMean(key, known) || menu}` };
}
function knownKeys(path) {
    let schemas = [configSchema];
    for (const part of path)
        schemas = schemas.flatMap(unwrap).flatMap((schema) => child(schema, part));
    return [...new Set(schemas.flatMap(unwrap).flatMap((schema) => shapeOf(schema)))];
}
function shapeOf(schema) {
    return schema instanceof schemas/* ZodObject */.bvH ? Object.keys(schema.shape) : [];
}
function child(schema, part) {
    if (schema instanceof schemas/* ZodArray */.naA)
        return [schema.element];
    if (!(schema instanceof schemas/* ZodObject */.bvH) || !Object.hasOwn(schema.shape, part))
        return [];
    const shape = schema.shape;
    return [shape[part]];
}
function unwrap(schema) {
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return schema.options.flatMap(unwrap);
    const wraps = schema instanceof schemas/* ZodDefault */.XiL || schema instanceof schemas/* ZodPrefault */.xgV || schema instanceof schemas/* ZodOptional */.IiU;
    return wraps ? unwrap(schema.unwrap()) : [schema];
}

;// CONCATENATED MODULE: ./build/packages/config/settle-security.js

function settleSecurity(written, found, detected) {
    const { source, command, report, scanners, alerts, blockAt, timeout } = written ?? unwritten.security;
    if (source === "check")
        return undefined;
    const bounds = { blockAt, timeout };
    if (source === "alerts")
        return { scanners: [], alerts: alerts ?? ["code-scanning"], ...bounds };
    if (scanners !== undefined)
        return { scanners, ...bounds };
    if (command !== undefined && report !== undefined)
        return { scanners: [{ command, report }], ...bounds };
    if (found === undefined || command !== undefined)
        return { scanners: [], ...bounds };
    detected.push({
        key: "gates.security.scanners",
        value: found.map((one) => one.command),
        why: found.map(({ why }) => why).join("; "),
    });
    return { scanners: found, ...bounds };
}

;// CONCATENATED MODULE: ./build/packages/config/settle-tests.js


function isOpen({ source, command, scanners }) {
    return source === "command" && command === undefined && scanners === undefined;
}
function testsOf(kind, written, detection, detected) {
    const { source, command, report, coverage, minimumCoverage, timeout, logs } = written ?? unwritten[kind];
    if (source === "check")
        return undefined;
    const { shards, affected } = kind === "unit" ? (written ?? {}) : {};
    const bounds = {
        minimumCoverage,
        timeout,
        ...(logs === undefined ? {} : { logs }),
        ...(shards === undefined ? {} : { shards }),
    };
    if (command !== undefined && report !== undefined && coverage !== undefined)
        return { command, report, coverage, ...bounds, ...(affected === undefined ? {} : { affected }) };
    const found = command === undefined ? inParts(detection[kind], shards) : undefined;
    if (found === undefined)
        return undefined;
    note(detected, kind, found);
    return {
        command: found.command,
        report: found.report,
        coverage: found.coverage,
        ...bounds,
        ...(found.affected === undefined ? {} : { affected: found.affected }),
    };
}
function inParts(found, shards = 1) {
    if (found === undefined || shards === 1)
        return found;
    return found.sharded === undefined ? undefined : { ...found, ...found.sharded };
}
function unsplit(gate, written, detection) {
    const found = detection[gate];
    if (written === undefined || !isOpen(written) || found === undefined)
        return [];
    if (inParts(found, "shards" in written ? written.shards : 1) !== undefined)
        return [];
    return [
        {
            key: `gates.${gate}`,
            why: `gates.${gate}.shards is set, and what was found (${found.why}) cannot be split by itself`,
            write: `a command with {shard} and {shards} and its reports, or remove gates.${gate}.shards`,
        },
    ];
}
function note(detected, gate, { command, report, coverage, why }) {
    detected.push({ key: `gates.${gate}.command`, value: command, why });
    if (report.length > 0)
        detected.push({ key: `gates.${gate}.report`, value: report, why });
    if (coverage.length > 0)
        detected.push({ key: `gates.${gate}.coverage`, value: coverage, why });
}
function journeysOf(written, detection, detected) {
    const { source, name: _, app: __, command, affected, ...rest } = written ?? unwritten.e2e;
    if (source === "check")
        return undefined;
    const projects = rest.browsers.map((name) => `--project=${name}`);
    const walk = (text) => withPlaywrightArguments(text, projects);
    if (command !== undefined)
        return { ...rest, command: walk(command), ...(affected === undefined ? {} : { affected: walk(affected) }) };
    const found = inParts(detection.e2e, rest.shards);
    if (found === undefined)
        return undefined;
    note(detected, "e2e", found);
    const some = typeof found.affected === "string" ? { affected: walk(found.affected) } : {};
    return { ...rest, command: walk(found.command), ...some };
}

;// CONCATENATED MODULE: ./build/packages/config/settle.js



const defaultApp = "github-actions";
function wantsDetection({ gates, environments }) {
    const { security, unit, integration, e2e } = gates;
    const open = [security, unit, integration, e2e].some((gate) => gate === undefined || isOpen(gate));
    const { url, command } = environments.development ?? {};
    return open || (url === undefined && command === undefined);
}
function settle(written, detection) {
    const { gates, environments } = written;
    const detected = [];
    const unit = testsOf("unit", gates.unit, detection, detected);
    const integration = testsOf("integration", gates.integration, detection, detected);
    const e2e = journeysOf(gates.e2e, detection, detected);
    const development = developmentOf(environments.development, detection, detected);
    const setup = gates.setup ?? (detected.length === 0 ? undefined : detection.setup?.command);
    if (setup !== undefined && gates.setup === undefined)
        detected.unshift({ key: "gates.setup", value: setup, why: detection.setup?.why ?? "" });
    const security = settleSecurity(gates.security, detection.security, detected);
    const checks = checksOf(gates);
    const { security: scan, unit: units, integration: joints, e2e: walks } = gates;
    const byKey = { "gates.security": scan, "gates.unit": units, "gates.integration": joints, "gates.e2e": walks };
    const { development: _written, ...deployed } = environments;
    return {
        config: {
            ...written,
            gates: {
                parallel: gates.parallel,
                cache: gates.cache,
                securityOverride: gates.security?.override ?? false,
                securityAllow: gates.security?.allow ?? [],
                dod: gates.dod,
                ...(setup === undefined ? {} : { setup }),
                ...(security === undefined ? {} : { security }),
                ...(unit === undefined ? {} : { unit }),
                ...(integration === undefined ? {} : { integration }),
                ...(e2e === undefined ? {} : { e2e }),
                ...(Object.keys(checks).length === 0 ? {} : { checks }),
            },
            environments: { ...deployed, ...(development === undefined ? {} : { development }) },
        },
        detected,
        undetected: [
            ...detection.gaps.filter(({ key }) => {
                const gate = byKey[key];
                return gate === undefined || isOpen(gate);
            }),
            ...unsplit("unit", gates.unit, detection),
            ...unsplit("e2e", gates.e2e, detection),
        ],
    };
}
function checksOf(gates) {
    const of = (gate) => {
        const settings = gates[gate];
        if (settings?.source !== "check" || settings.name === undefined)
            return {};
        return { [gate]: { name: settings.name, app: settings.app ?? defaultApp, timeout: settings.timeout } };
    };
    return { ...of("security"), ...of("unit"), ...of("integration"), ...of("e2e") };
}
function developmentOf(written, { development: found }, detected) {
    const { command, url, setup, ...rest } = written ?? unwritten.development;
    if (url !== undefined)
        return { ...rest, url };
    const before = setup === undefined ? {} : { setup };
    if (command !== undefined)
        return { ...rest, ...before, command };
    if (found === undefined)
        return undefined;
    detected.push({ key: "environments.development.command", value: found.command, why: found.why });
    return { ...rest, ...before, command: found.command };
}

;// CONCATENATED MODULE: ./build/packages/config/load.js










const defaultConfigPath = ".github/release-command.yml";
const maxTextLength = 1_000_000;
const maxAliases = 100;
function loadConfig(source) {
    const text = source.text ?? "";
    if (text.length > maxTextLength)
        throw refuse(source.path, `${source.path}: is larger than ${maxTextLength} characters`);
    const lines = new dist/* LineCounter */.HN();
    const document = parse(text, lines, source.path);
    const report = (problems) => {
        throw refuse(source.path, listProblems(problems, { path: source.path, text, lines }), problems.length);
    };
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0)
        report(broken.map(({ pos, message }) => ({ offset: pos[0], message: explainYaml(message) })));
    const result = configSchema.safeParse(toValue(document, report), { error: describeIssue, reportInput: true });
    if (!result.success)
        return report(flattenIssues(result.error.issues).map((problem) => locate(document, problem)));
    const disagreements = checkAgreement(result.data, source);
    if (disagreements.length > 0)
        report(disagreements.map((problem) => locate(document, problem)));
    const { config } = settle(result.data, { gaps: [] });
    return {
        config,
        digest: digestOf(config),
        written: result.data,
        detected: [],
        undetected: [],
        lineOf: (key) => {
            const offset = offsetOfKey(document, key);
            return offset === undefined ? undefined : lines.linePos(offset).line;
        },
    };
}
function withDetection(loaded, detection) {
    const { config, detected, undetected } = settle(loaded.written, detection);
    return { ...loaded, config, digest: digestOf(config), detected, undetected };
}
function parse(text, lines, path) {
    try {
        return (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    }
    catch (thrown) {
        throw refuse(path, `${path}: cannot be read: it is nested too deeply`, 1, thrown);
    }
}
function toValue(document, report) {
    try {
        const value = document.toJS({ maxAliasCount: maxAliases }) ?? {};
        JSON.stringify(value);
        return value;
    }
    catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : "";
        if (/^unresolved alias/i.test(message))
            return report([{ offset: 0, message: explainYaml(message) }]);
        return report([
            { offset: 0, message: `has aliases that unfold to more than ${maxAliases} copies, or to themselves` },
        ]);
    }
}
function explainYaml(message) {
    if (/tab/i.test(message))
        return "has a tab as indentation: YAML wants spaces";
    return `is not YAML: ${message.replaceAll("\n", " ")}`;
}
function digestOf(config) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update((0,canonicalize/* default */.A)(config) ?? "")
        .digest("hex");
}
function refuse(path, list, count = 1, cause) {
    const problems = count === 1 ? "1 problem" : `${count} problems`;
    return new faults/* ReleaseFault */.eB("config", `${path} has ${problems}; nothing was done.\n${list}`, {
        hint: `Change the lines named above in ${path}. A complete small file: environments: { production: { target: local, steps: [5, 25, 50, 100] } }. An empty file means all defaults.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/config/index.js















/***/ })

};
