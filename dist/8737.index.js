export const id = 8737;
export const ids = [8737];
export const modules = {

/***/ 58737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y1: () => (/* reexport */ isOddlyAbove),
  S4: () => (/* reexport */ judge),
  b$: () => (/* reexport */ learnUsual),
  Jg: () => (/* reexport */ markOdd),
  wT: () => (/* reexport */ observeBin),
  hU: () => (/* reexport */ parseRecordedBin),
  pn: () => (/* reexport */ replayBin),
  hx: () => (/* reexport */ replayVerdict),
  SP: () => (/* reexport */ shown),
  tB: () => (/* reexport */ smallestDetectable),
  nX: () => (/* reexport */ startAnalysis),
  rn: () => (/* reexport */ upperBound),
  mw: () => (/* reexport */ weightsWithScore)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/analysis/counts.js

const nothing = { requests: 0, errors: 0, slow: 0 };
function errorRatio({ requests, errors }) {
    return requests > 0 ? errors / requests : 0;
}
function failedRatio({ requests, errors, failed = errors }) {
    return requests > 0 ? failed / requests : 0;
}
function slowRatio({ requests, slow }) {
    return requests > 0 ? slow / requests : 0;
}
function addCounts(earlier, later, keep = 1) {
    const sum = {
        requests: earlier.requests * keep + later.requests,
        errors: earlier.errors * keep + later.errors,
        slow: earlier.slow * keep + later.slow,
    };
    const failed = earlier.failed ?? later.failed;
    const odd = earlier.odd ?? later.odd;
    if (failed === undefined && odd === undefined)
        return sum;
    return {
        ...sum,
        ...(failed === undefined
            ? {}
            : { failed: (earlier.failed ?? earlier.errors) * keep + (later.failed ?? later.errors) }),
        ...(odd === undefined ? {} : { odd: (earlier.odd ?? 0) * keep + (later.odd ?? 0) }),
    };
}
function addBin(sides, bin, keep = 1) {
    return {
        canary: addCounts(sides.canary, bin.canary, keep),
        baseline: addCounts(sides.baseline, bin.baseline ?? nothing, keep),
    };
}
function concurrentBaseline(bin) {
    return bin.weight === 1 ? undefined : bin.baseline;
}
function checkBin(bin) {
    checkCounts("canary", bin.t, bin.canary);
    if (bin.baseline !== undefined)
        checkCounts("baseline", bin.t, bin.baseline);
    if (!Number.isFinite(bin.t))
        throw broken(`An interval has no start time (t = ${bin.t})`);
    if (bin.weight !== undefined && !(bin.weight >= 0 && bin.weight <= 1)) {
        throw broken(`The interval at ${bin.t} ms expects a traffic share of ${bin.weight}, which is not between 0 and 1`);
    }
}
function checkCounts(side, t, { requests, errors, failed = 0, slow, odd = 0 }) {
    const possible = (part) => part >= 0 && part <= requests;
    if (possible(errors) && possible(failed) && possible(slow) && possible(odd) && requests < Infinity)
        return;
    throw broken(`The monitor counted ${requests} requests, ${errors} errors, ${slow} slow ones and ${odd} odd ones of the ${side} at ${t} ms`);
}
function broken(message) {
    return new faults/* ReleaseFault */.eB("remote", message, {
        hint: "Errors and slow requests are part of the requests of the same interval, e.g. requests 120, errors 2, slow 5. Check what the monitor counts.",
    });
}

;// CONCATENATED MODULE: ./build/packages/analysis/bets.js
const { exp, log, log1p, max, min } = Math;
const ratios = [1.25, 1.5, 2, 2.83, 4, 5.66, 8, 11.3, 16, 32, 64];
const excesses = [1.2, 1.6, 2.4, 4, 8, 16];
const EXCESSES_FIT_BELOW = 0.05;
const BOLDEST_IN_BURSTS = Math.E;
function lnPayoff(hits, trials, share, ratio) {
    return hits * log(ratio) - trials * log1p(share * (ratio - 1));
}
function lnPayoffInUnrest(hits, trials, { share, ratio }, { dispersion, burst }) {
    if (dispersion === 1)
        return lnPayoff(hits, trials, share, ratio);
    return lnPayoff(hits, trials, share, min(ratio, BOLDEST_IN_BURSTS)) / max(dispersion, burst * trials);
}
function tolerated(share, tolerance) {
    return (share * tolerance) / (1 - share + share * tolerance);
}
function oddsRatio(q, p) {
    return (q * (1 - p)) / (p * (1 - q));
}
function excessRatios(bound) {
    const stretch = (excess) => bound + ((1 - bound) * (excess - 1) * EXCESSES_FIT_BELOW) / (1 - EXCESSES_FIT_BELOW);
    return excesses.map((excess) => oddsRatio(bound <= EXCESSES_FIT_BELOW ? excess * bound : stretch(excess), bound));
}
function lnAdd(a, b) {
    const high = max(a, b);
    return high === -Infinity ? high : high + log1p(exp(min(a, b) - high));
}
function lnMean(logs) {
    let high = -Infinity;
    for (const ln of logs)
        if (ln > high)
            high = ln;
    if (high === -Infinity)
        return high;
    let sum = 0;
    for (const ln of logs)
        sum += exp(ln - high);
    return high + log(sum / logs.length);
}
function fromLn(ln) {
    return exp(min(ln, 700));
}

;// CONCATENATED MODULE: ./build/packages/analysis/proofs.js


const BETA = 0.01;
const parts = [0.02, 0.1, 0.25, 0.5, 0.75];
function provesBelow({ requests, errors }, bound) {
    const payoffs = parts.map((part) => lnPayoff(errors, requests, bound, oddsRatio(part * bound, bound)));
    return lnMean(payoffs) >= -Math.log(BETA);
}
function provedBelow(counts, bounds) {
    return bounds.toSorted((a, b) => a - b).find((bound) => provesBelow(counts, bound));
}
function requestsToProve(bound) {
    const { low, high } = bisect(1, 1e9, (requests) => provesBelow({ requests, errors: 0, slow: 0 }, bound));
    return Math.ceil((low + high) / 2);
}
function upperBound(hits, trials, delta) {
    if (trials === 0)
        return 1;
    const observed = hits / trials;
    return bisect(observed, 1, (p) => trials * divergence(observed, p) >= -Math.log(delta)).high;
}
const ODD_NATS = 3;
function isOddlyAbove(counts, bound) {
    const ratio = errorRatio(counts);
    return ratio > bound && counts.requests * divergence(ratio, bound) >= ODD_NATS;
}
function divergence(p, q) {
    return surprise(p, q) + surprise(1 - p, 1 - q);
}
function surprise(p, q) {
    return p === 0 ? 0 : p * Math.log(p / q);
}
function bisect(low, high, holds) {
    let [below, above] = [low, high];
    for (let step = 0; step < 60; step += 1) {
        const middle = (below + above) / 2;
        if (holds(middle))
            above = middle;
        else
            below = middle;
    }
    return { low: below, high: above };
}

;// CONCATENATED MODULE: ./build/packages/analysis/scatter.js

const steady = { dispersion: 1, burst: 0 };
const MINUTE_MS = 60_000;
const none = { count: 0, n: 0, x: 0, xxPerN: 0 };
const noSwings = { minutes: none, bins: none, highest: 0 };
const noScatter = { minute: nothing, minuteStart: 0, errors: noSwings, slow: noSwings };
function scatterAfter({ minute, minuteStart, errors, slow }, counts, t) {
    const over = t - minuteStart >= MINUTE_MS;
    const after = (swings, hitsOf) => ({
        minutes: over ? added(swings.minutes, minute.requests, hitsOf(minute)) : swings.minutes,
        bins: added(swings.bins, counts.requests, hitsOf(counts)),
        highest: counts.requests === 0 ? swings.highest : Math.max(swings.highest, hitsOf(counts) / counts.requests),
    });
    return {
        minute: over ? counts : addCounts(minute, counts),
        minuteStart: over ? t : minuteStart,
        errors: after(errors, (of) => of.errors),
        slow: after(slow, (of) => of.slow),
    };
}
function added({ count, n, x, xxPerN }, requests, hits) {
    if (requests === 0)
        return { count, n, x, xxPerN };
    return { count: count + 1, n: n + requests, x: x + hits, xxPerN: xxPerN + hits ** 2 / requests };
}
const CERTAIN = 3;
function dispersion({ count, n, x, xxPerN }) {
    if (count < 2 || x === 0 || x === n)
        return 1;
    const found = (xxPerN - x ** 2 / n) / ((x / n) * (1 - x / n) * (count - 1));
    return found > 1 + CERTAIN * Math.sqrt((2 + count / x) / (count - 1)) ? found : 1;
}
function unrest({ minutes, bins, highest }) {
    const most = Math.max(dispersion(minutes), dispersion(bins));
    return most === 1 ? steady : { dispersion: most, burst: Math.max(0, highest - bins.x / bins.n) };
}
function swing({ minutes }) {
    const { count, n, x } = minutes;
    return n === 0 ? 0 : Math.sqrt(((dispersion(minutes) - 1) * (x / n) * (1 - x / n) * count) / n);
}

;// CONCATENATED MODULE: ./build/packages/analysis/settings.js



const weightsWithScore = { errors: 0.45, absolute: 0.225, latency: 0.225, score: 0.1 };
const defaults = {
    judge: "sequential",
    alpha: 0.0025,
    maxErrorRatio: 0.05,
    normalErrorRatio: 0.01,
    tolerance: 1.1,
    weights: { errors: 0.5, absolute: 0.25, latency: 0.25 },
    latency: "with-errors",
    burst: 1,
};
const PREVIOUS_PART = 0.1;
const MAX_SLOW_RATIO = 0.05;
function completeSettings(chosen) {
    const settings = { ...defaults, ...chosen };
    const { errors, absolute, latency, score = 0 } = settings.weights;
    const weights = [errors, absolute, latency, score];
    const problems = [
        inside(settings.alpha, 0, 1) ? [] : [`alpha must lie between 0 and 1; got ${settings.alpha}`],
        inside(settings.maxErrorRatio, 0, 1)
            ? []
            : [`maxErrorRatio must lie between 0 and 1; got ${settings.maxErrorRatio}`],
        inside(settings.normalErrorRatio, 0, 1)
            ? []
            : [`normalErrorRatio must lie between 0 and 1; got ${settings.normalErrorRatio}`],
        settings.tolerance >= 1 && settings.tolerance < (ratios[0] ?? 1)
            ? []
            : [`tolerance must be from 1 to below ${ratios[0]}; got ${settings.tolerance}`],
        settings.horizonBins === undefined || (Number.isInteger(settings.horizonBins) && settings.horizonBins > 0)
            ? []
            : [`horizonBins must be a whole number above 0; got ${settings.horizonBins}`],
        weights.every((weight) => weight >= 0) && Math.abs(errors + absolute + latency + score - 1) < 1e-9
            ? []
            : [`weights must add up to 1; got ${weights.join(" + ")}`],
        settings.burst >= 1 ? [] : [`burst must be at least 1; got ${settings.burst}`],
    ].flat();
    if (problems.length > 0) {
        throw new faults/* ReleaseFault */.eB("config", `The analysis cannot start: ${problems.join("; ")}`, {
            hint: "Correct the setting, or leave it out: the defaults are alpha 0.0025, maxErrorRatio 0.05, tolerance 1.1.",
        });
    }
    if (settings.previous !== undefined)
        checkBin({ t: 0, canary: settings.previous });
    return settings;
}
function previousRatio({ previousErrorRatio, previous }) {
    if (previousErrorRatio !== undefined)
        return previousErrorRatio;
    return previous === undefined || previous.requests === 0 ? undefined : errorRatio(previous);
}
function errorBound(settings) {
    return Math.min(0.9, Math.max(settings.maxErrorRatio, (previousRatio(settings) ?? 0) * settings.tolerance));
}
function lnLimits({ alpha }) {
    const proved = -Math.log(alpha * (1 - PREVIOUS_PART));
    return { proved, suspicious: proved / 2 };
}
function inside(value, low, high) {
    return value > low && value < high;
}

;// CONCATENATED MODULE: ./build/packages/analysis/before.js




const RECENT_HALF_LIFE_MS = 200_000;
const NEAR_HALF_LIFE_MS = 10_000;
const PEAK_HALF_LIFE_MS = 3_600_000;
const SWINGS = 3;
const LEVEL_ERRORS = 10;
const nothingBefore = {
    recent: nothing,
    near: nothing,
    peak: { errors: 0, slow: 0 },
    scatter: noScatter,
};
function learnBefore(before, bin, elapsedMs, settings) {
    const baseline = concurrentBaseline(bin);
    if (baseline === undefined)
        return before.worst === undefined ? { ...before, worst: worstOf(before, settings) } : before;
    const near = addCounts(before.near, baseline, kept(elapsedMs, NEAR_HALF_LIFE_MS));
    const peakKept = kept(elapsedMs, PEAK_HALF_LIFE_MS);
    const peak = (was, hits, now) => Math.max(was * peakKept, hits >= LEVEL_ERRORS ? now : 0);
    return {
        recent: addCounts(before.recent, baseline, kept(elapsedMs, RECENT_HALF_LIFE_MS)),
        near,
        peak: {
            errors: peak(before.peak.errors, near.errors, errorRatio(near)),
            slow: peak(before.peak.slow, near.slow, slowRatio(near)),
        },
        scatter: scatterAfter(before.scatter, baseline, bin.t),
    };
}
function kept(elapsedMs, halfLifeMs) {
    return 0.5 ** (elapsedMs / halfLifeMs);
}
function lastOf({ recent }, { previous }) {
    return recent.requests > 0 ? recent : previous;
}
function worstOf(before, settings) {
    const last = lastOf(before, settings);
    if (last === undefined)
        return { errors: 1, slow: 1, unrest: { errors: steady, slow: steady } };
    const delta = (settings.alpha * PREVIOUS_PART) / 2;
    const level = Math.max(before.peak.errors, errorRatio(last));
    const errors = Math.max(level, upperBound(last.errors, last.requests, delta));
    return {
        errors: errors + SWINGS * swing(before.scatter.errors),
        slow: Math.max(before.peak.slow, upperBound(last.slow, last.requests, delta)) + SWINGS * swing(before.scatter.slow),
        ...(level > errorBound(settings) / 2 ? { ill: errors } : {}),
        unrest: { errors: unrest(before.scatter.errors), slow: unrest(before.scatter.slow) },
    };
}

;// CONCATENATED MODULE: ./build/packages/analysis/detectable.js

const MIXTURE_NATS = 3;
function smallestDetectable(visibility) {
    const { requestsPerSecond, share, baselineErrorRatio, windowMs, alpha } = visibility;
    if (!(share > 0 && share < 1 && baselineErrorRatio > 0 && baselineErrorRatio < 1))
        return undefined;
    const requests = (requestsPerSecond * windowMs) / 1000;
    const nats = Math.log(1 / alpha) + MIXTURE_NATS;
    const seen = (ratio) => requestsToDetect({ ratio, share, baselineErrorRatio, nats }) <= requests;
    const worst = 1 / baselineErrorRatio;
    return seen(worst) ? bisect(1, worst, seen).high : undefined;
}
function requestsToDetect(regression) {
    const { ratio, share, baselineErrorRatio, nats } = regression;
    const spread = 1 - share + share * ratio;
    return nats / (divergence((share * ratio) / spread, share) * baselineErrorRatio * spread);
}

;// CONCATENATED MODULE: ./build/packages/analysis/evidence.js




function comparisonSentence({ totals, ln, compared, last }) {
    const { canary, baseline } = totals;
    if (compared && baseline.requests > 0) {
        const errors = canary.errors + baseline.errors;
        const share = canary.requests / (canary.requests + baseline.requests);
        return [
            `${count(canary.errors)} of ${count(errors)} errors fell on the canary, which answered ${percent(share)} of the requests; ${chance("it were no worse", ln.errors)}.`,
        ];
    }
    if (last === undefined)
        return [];
    return [
        `The new version fails ${ofRequests(canary)}, the previous one failed ${percent(errorRatio(last))}; ${chance("it were no worse", ln.errors)}.`,
    ];
}
function absoluteSentence({ totals, ln, settings }) {
    const bound = percent(errorBound(settings));
    return [`The canary fails ${ofRequests(totals.canary)}; ${chance(`it failed at most ${bound}`, ln.absolute)}.`];
}
function latencySentence({ totals, ln, compared }) {
    if (totals.canary.slow + totals.baseline.slow === 0)
        return [];
    const beside = compared && totals.baseline.requests > 0 ? `, the baseline ${percent(slowRatio(totals.baseline))}` : "";
    return [
        `${percent(slowRatio(totals.canary))} of the canary's requests are over the latency bound${beside}; ${chance("its p95 were within the bound or it were no slower", ln.latency)}.`,
    ];
}
function oddSentence({ totals, ln }) {
    const [canary, baseline] = [totals.canary, totals.baseline].map(({ requests, odd = 0 }) => percent(requests > 0 ? odd / requests : 0));
    return [
        `The model finds ${canary} of the canary's requests odd, ${baseline} of the baseline's; ${chance("it were no odder", ln.score)}.`,
    ];
}
function incidentSentence({ canary, baseline }, bound) {
    return `Both versions fail more than ${percent(bound)} of their requests (lately canary ${percent(errorRatio(canary))}, baseline ${percent(errorRatio(baseline))}): something they share is ill, not the release.`;
}
function sightSentences(totals, proved, settings) {
    const { canary, baseline } = totals;
    const beside = baseline.requests > 0 ? `, the baseline ${ofRequests(baseline)}` : "";
    const safety = proved === undefined
        ? `Too few requests to prove an error ratio below ${percent(settings.maxErrorRatio)}: that takes ${count(requestsToProve(settings.maxErrorRatio))} without an error.`
        : `The canary's error ratio is proved below ${percent(proved)} (wrong with chance 1 %).`;
    return [`The canary failed ${ofRequests(canary)}${beside}.`, safety, ...detectableSentence(totals, settings)];
}
function detectableSentence({ canary, baseline }, { alpha }) {
    if (baseline.requests === 0 || canary.requests === 0)
        return [];
    const requests = canary.requests + baseline.requests;
    const ratio = smallestDetectable({
        requestsPerSecond: requests,
        windowMs: 1000,
        share: canary.requests / requests,
        baselineErrorRatio: (baseline.errors + 0.5) / (baseline.requests + 1),
        alpha,
    });
    return ratio === undefined
        ? ["This traffic is too little to show any worsening by comparison."]
        : [
            `A canary ${ratio.toFixed(ratio < 1.095 ? 2 : 1)} times as bad as the baseline would be expected to show by now; less might not.`,
        ];
}
function percent(ratio) {
    const value = ratio * 100;
    const digits = value === 0 || value >= 10 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2;
    if (value > 0 && value < 0.01)
        return value < 0.0001 ? "< 0.0001 %" : `${Number(value.toPrecision(1))} %`;
    return `${Number(value.toFixed(digits))} %`;
}
function ofRequests(counts) {
    const { requests, errors, failed } = counts;
    const causes = failed === undefined || failed === 0 ? "" : `, of ${count(errors)} causes`;
    return `${count(failed ?? errors)} of ${count(requests)} requests (${percent(failedRatio(counts))})${causes}`;
}
function count(value) {
    return Math.round(value).toLocaleString("en-US");
}
function chance(claim, lnEvidence) {
    if (lnEvidence < Math.log(2))
        return `no evidence that would be odd if ${claim}`;
    const exponent = lnEvidence / Math.LN10;
    const odds = exponent >= 6 ? `10^${Math.floor(exponent)}` : count(Math.floor(Math.exp(lnEvidence)));
    return `chance of that if ${claim}: at most 1 in ${odds}`;
}

;// CONCATENATED MODULE: ./build/packages/analysis/capital.js
const { exp: capital_exp, log: capital_log, max: capital_max, min: capital_min } = Math;
const FIRST_PART = 0.5;
const HALF_MS = 900_000;
const MOST = 1e300;
function startsAt({ bins, lastT }, t, plan) {
    const { horizonBins, firstPart = FIRST_PART } = plan;
    if (bins === 0)
        return horizonBins === 1 ? 1 : firstPart;
    return capital_max(0, unspent({ bins, lastT }, plan) - unspent({ bins: bins + 1, lastT: t }, plan));
}
function grow(bets, lnPayoffs, start) {
    return lnPayoffs === undefined
        ? bets.map((bet) => bet + start)
        : lnPayoffs.map((lnPaid, k) => capital_min(MOST, ((bets[k] ?? 0) + start) * capital_exp(capital_min(lnPaid, 700))));
}
function lnWorth(bets, progress, plan) {
    if (progress.bins === 0 || bets.length === 0)
        return 0;
    let sum = 0;
    for (const bet of bets)
        sum += bet;
    return capital_log(sum / bets.length + unspent(progress, plan));
}
function unspent({ bins, lastT }, { horizonBins, firstPart = FIRST_PART }) {
    if (horizonBins === undefined)
        return ((1 - firstPart) * HALF_MS) / (HALF_MS + capital_max(0, lastT));
    return bins >= horizonBins ? 0 : (1 - firstPart) * (1 - (bins - 1) / (horizonBins - 1));
}

;// CONCATENATED MODULE: ./build/packages/analysis/claim.js




const { max: claim_max, min: claim_min } = Math;
const CLEARLY_WORSE = 2.5;
const UNSEEN_ERRORS = 2;
const OUTNUMBERED = 20;
const MOST_BOUND = 0.9;
function claimOf(limit, swings = steady) {
    return { limit, odds: excessRatios(limit), swings };
}
const slowBound = claimOf(MAX_SLOW_RATIO);
function excessPayoffs(hits, trials, { limit, odds, swings }, burst) {
    return odds.map((ratio) => lnPayoffInUnrest(hits, trials, { share: limit, ratio }, swings) / burst);
}
function guarded(bound, before, { canary, baseline }) {
    if (baseline === undefined)
        return afterwards(bound, before.worst);
    if (canary.requests > OUTNUMBERED * (baseline.requests + 1))
        return undefined;
    const { recent, near, scatter } = before;
    const level = CLEARLY_WORSE * claim_max(...[near, recent, baseline].map(failedRatio));
    const cautious = CLEARLY_WORSE * ((near.errors + UNSEEN_ERRORS) / (near.requests + UNSEEN_ERRORS));
    return level >= MOST_BOUND ? undefined : raised(bound, claim_max(level, cautious), unrest(scatter.errors));
}
function afterwards(bound, worst) {
    const swings = worst?.unrest.errors ?? steady;
    const level = (swings.dispersion === 1 ? worst?.ill : worst?.errors) ?? 0;
    return level >= MOST_BOUND ? undefined : raised(bound, level, swings);
}
function raised(bound, level, swings = steady) {
    const limit = claim_min(MOST_BOUND, claim_max(bound.limit, level));
    return limit === bound.limit && swings.dispersion === 1 ? bound : claimOf(limit, swings);
}

;// CONCATENATED MODULE: ./build/packages/analysis/sequential.js








const { log: sequential_log, max: sequential_max, min: sequential_min } = Math;
const sequential_RECENT_HALF_LIFE_MS = 200_000;
const sequential_none = (count) => Array.from({ length: count }, () => 0);
const alternatives = sequential_none(ratios.length);
const sequential_excesses = sequential_none(excessRatios(MAX_SLOW_RATIO).length);
const noBets = {
    judge: "sequential",
    bins: 0,
    errors: alternatives,
    failed: [],
    slow: alternatives,
    odd: [],
    absolute: sequential_excesses,
    canaryBroken: sequential_excesses,
    baselineBroken: sequential_excesses,
    slowAbsolute: sequential_excesses,
    compared: false,
    recent: { canary: nothing, baseline: nothing },
    lastT: 0,
};
function betOn(state, bin, { before, settings }) {
    const { canary } = bin;
    const baseline = concurrentBaseline(bin);
    const start = startsAt(state, bin.t, settings);
    const bound = claimOf(errorBound(settings));
    const clearlyWorse = guarded(bound, before, { canary, baseline });
    const above = (bets, hits, trials, claim) => grow(bets, trials === 0 || claim === undefined ? undefined : excessPayoffs(hits, trials, claim, settings.burst), start);
    const against = (bets, hitsOf, kind) => grow(bets, compare(bin, hitsOf, kind && pastOf(before, kind), settings), start);
    const countsFailed = canary.failed !== undefined || baseline?.failed !== undefined;
    const failed = state.failed.length === 0 && countsFailed ? state.errors : state.failed;
    return {
        judge: "sequential",
        bins: state.bins + 1,
        errors: against(state.errors, (counts) => counts.errors, "errors"),
        failed: failed.length === 0 ? failed : against(failed, failedBeside(baseline), "errors"),
        slow: against(state.slow, (counts) => counts.slow, "slow"),
        odd: settings.weights.score === undefined
            ? []
            : against(state.odd.length === 0 ? alternatives : state.odd, (counts) => counts.odd ?? 0),
        absolute: above(state.absolute, canary.errors, canary.requests, clearlyWorse),
        canaryBroken: above(state.canaryBroken, canary.errors, canary.requests, bound),
        baselineBroken: above(state.baselineBroken, baseline?.errors ?? 0, baseline?.requests ?? 0, bound),
        slowAbsolute: above(state.slowAbsolute, canary.slow, canary.requests, slowBound),
        compared: baseline !== undefined,
        recent: addBin(state.recent, bin, kept(sequential_max(0, bin.t - state.lastT), sequential_RECENT_HALF_LIFE_MS)),
        lastT: sequential_max(bin.t, state.lastT),
    };
}
function failedBeside(baseline) {
    return ({ errors, failed = errors }) => (baseline === undefined ? errors : failed);
}
function compare(bin, hitsOf, past, { tolerance, burst }) {
    const baseline = concurrentBaseline(bin);
    const { requests } = bin.canary;
    const bet = (trials, share, unrest = steady) => ratios.map((ratio) => lnPayoffInUnrest(hitsOf(bin.canary), trials, { share, ratio: ratio / tolerance }, unrest) / burst);
    if (baseline !== undefined) {
        const hits = hitsOf(bin.canary) + hitsOf(baseline);
        return hits === 0 ? undefined : bet(hits, tolerated(requests / (requests + baseline.requests), tolerance));
    }
    if (past === undefined || requests === 0 || past.worst * tolerance >= 1)
        return undefined;
    return bet(requests, past.worst * tolerance, past.unrest);
}
function pastOf({ worst }, kind) {
    return worst && { worst: worst[kind], unrest: worst.unrest[kind] };
}
function findInBets(state, { totals, before, settings, }) {
    const { weights } = settings;
    const worth = (bets) => lnWorth(bets, state, settings);
    const limits = lnLimits(settings);
    const ln = {
        errors: state.failed.length === 0 ? worth(state.errors) : sequential_min(worth(state.errors), worth(state.failed)),
        absolute: worth(state.absolute),
        latency: sequential_min(worth(state.slow), worth(state.slowAbsolute)),
        score: worth(state.odd),
    };
    const parts = [
        sequential_log(weights.errors) + ln.errors,
        sequential_log(weights.absolute) + ln.absolute,
        sequential_log(weights.latency) + ln.latency,
        sequential_log(weights.score ?? 0) + ln.score,
    ];
    const errorSign = sequential_max(ln.errors, ln.absolute) >= limits.suspicious;
    const counted = parts.map((part, index) => index < 2 || errorSign || (index === 2 && settings.latency === "alone") ? part : -Infinity);
    const lnAll = parts.reduce(lnAdd, -Infinity);
    const told = { totals, ln, settings, compared: state.compared, last: lastOf(before, settings) };
    const finding = { eValue: fromLn(lnAll), signals: () => signalsOf(ln, totals, weights.score !== undefined) };
    const sentences = () => [comparisonSentence(told), absoluteSentence(told), latencySentence(told), oddSentence(told)];
    if (counted.reduce(lnAdd, -Infinity) >= limits.proved) {
        const worst = counted.indexOf(sequential_max(...counted));
        const [first, ...others] = [worst, ...[0, 1, 2].filter((index) => index !== worst)].map((index) => sentences()[index] ?? []);
        return {
            ...finding,
            rollback: {
                trigger: worst === 2 ? "latency" : "error-rate-spike",
                evidence: [...(first ?? []), ...others.flat()],
            },
        };
    }
    if (state.compared && sequential_min(worth(state.canaryBroken), worth(state.baselineBroken)) >= limits.suspicious) {
        return { ...finding, incident: incidentSentence(state.recent, errorBound(settings)) };
    }
    if (lnAll < limits.suspicious)
        return finding;
    const odd = sentences()[parts.indexOf(sequential_max(...parts))] ?? [];
    return { ...finding, suspicion: ["Not proved, but too odd to go on:", ...odd].join(" ") };
}
function signalsOf(ln, totals, scored) {
    const { canary, baseline } = totals;
    const both = (of) => ({
        ...(canary.requests > 0 ? { canary: of(canary) / canary.requests } : {}),
        ...(baseline.requests > 0 ? { baseline: of(baseline) / baseline.requests } : {}),
    });
    return [
        { name: "errors", ...both((counts) => counts.errors), eValue: fromLn(ln.errors) },
        { name: "absolute", ...(canary.requests > 0 ? { canary: errorRatio(canary) } : {}), eValue: fromLn(ln.absolute) },
        { name: "latency", ...both((counts) => counts.slow), eValue: fromLn(ln.latency) },
        ...(scored ? [{ name: "score", ...both((counts) => counts.odd ?? 0), eValue: fromLn(ln.score) }] : []),
    ];
}

;// CONCATENATED MODULE: ./build/packages/analysis/threshold.js




const threshold_MINUTE_MS = 60_000;
const BROKEN_MINUTES = 2;
const MAX_RISE = 0.1;
const empty = { canary: nothing, baseline: nothing };
const noMinutes = {
    judge: "threshold",
    minute: empty,
    minuteStart: 0,
    last: empty,
    brokenMinutes: 0,
    lastT: 0,
};
function countMinute(state, bin, settings) {
    const elapsedMs = bin.t - state.minuteStart;
    if (elapsedMs >= 0 && elapsedMs < threshold_MINUTE_MS)
        return { ...state, minute: addBin(state.minute, bin), lastT: bin.t };
    const { canary, baseline } = state.minute;
    const broken = errorRatio(canary) > settings.maxErrorRatio && errorRatio(baseline) <= settings.maxErrorRatio;
    return {
        judge: "threshold",
        minute: addBin(empty, bin),
        minuteStart: bin.t,
        last: state.minute,
        brokenMinutes: broken ? state.brokenMinutes + 1 : 0,
        lastT: bin.t,
    };
}
function findInMinutes(state, { before: known, settings }) {
    const { canary, baseline } = state.last;
    const last = baseline.requests > 0 ? baseline : lastOf(known, settings);
    const before = last === undefined ? settings.previousErrorRatio : errorRatio(last);
    const rise = errorRatio(canary) - (before ?? 0);
    const normal = Math.max(settings.normalErrorRatio, before ?? 0);
    const max = percent(settings.maxErrorRatio);
    const finding = { eValue: 1, signals: () => threshold_signalsOf(state.last) };
    const back = (trigger, sentence) => ({
        ...finding,
        rollback: { trigger, evidence: [sentence] },
    });
    if (state.brokenMinutes >= BROKEN_MINUTES) {
        return back("error-rate-spike", `The error ratio was over ${max} for ${BROKEN_MINUTES} minutes; in the last it was ${percent(errorRatio(canary))}.`);
    }
    if (before !== undefined && rise > MAX_RISE) {
        return back("error-rate-spike", `The error ratio rose from ${percent(before)} to ${percent(errorRatio(canary))}, by more than 10 points.`);
    }
    if (slowRatio(canary) > MAX_SLOW_RATIO && errorRatio(canary) > normal) {
        return back("latency", `p95 is over its bound (${percent(slowRatio(canary))} of the requests are slow), and ${percent(errorRatio(canary))} fail.`);
    }
    if (Math.min(errorRatio(canary), errorRatio(baseline)) > settings.maxErrorRatio) {
        return { ...finding, incident: incidentSentence(state.last, settings.maxErrorRatio) };
    }
    if (errorRatio(canary) > settings.maxErrorRatio) {
        return {
            ...finding,
            suspicion: `The error ratio of the last minute, ${percent(errorRatio(canary))}, is over ${max}.`,
        };
    }
    return finding;
}
function threshold_signalsOf({ canary, baseline }) {
    if (canary.requests === 0)
        return [];
    const compared = baseline.requests > 0;
    return [
        { name: "errors", canary: errorRatio(canary), ...(compared ? { baseline: errorRatio(baseline) } : {}) },
        { name: "latency", canary: slowRatio(canary), ...(compared ? { baseline: slowRatio(baseline) } : {}) },
    ];
}

;// CONCATENATED MODULE: ./build/packages/analysis/traffic-share.js

const TOLERANCE = 0.25;
const traffic_share_alternatives = [1.25, 2, 8];
const bothWays = [...traffic_share_alternatives, ...traffic_share_alternatives];
const LN_CAP = 12;
function watchShare(bets, bin) {
    const { weight, canary, baseline } = bin;
    if (weight === undefined || weight === 0 || weight === 1 || baseline === undefined)
        return [];
    const requests = canary.requests + baseline.requests;
    const most = Math.min(weight * (1 + TOLERANCE), (1 + weight) / 2);
    const least = weight * (1 - TOLERANCE);
    return bothWays.map((ratio, k) => {
        const tooMuch = k < traffic_share_alternatives.length;
        const lnPaid = tooMuch
            ? lnPayoff(canary.requests, requests, most, ratio)
            : lnPayoff(baseline.requests, requests, 1 - least, ratio);
        return Math.min(LN_CAP, Math.max(0, bets[k] ?? 0) + lnPaid);
    });
}
function lnShareWrong(bets) {
    return bets.length === 0 ? 0 : lnMean(bets);
}

;// CONCATENATED MODULE: ./build/packages/analysis/analysis.js









const provableBounds = [0.02, 0.01];
function startAnalysis(settings = {}) {
    const complete = completeSettings(settings);
    return {
        settings: complete,
        totals: { canary: nothing, baseline: nothing },
        share: [],
        before: nothingBefore,
        engine: complete.judge === "sequential" ? noBets : noMinutes,
    };
}
function observeBin(state, bin) {
    if (state.latched !== undefined)
        return state;
    checkBin(bin);
    const { settings, engine } = state;
    const before = learnBefore(state.before, bin, Math.max(0, bin.t - state.engine.lastT), settings);
    const next = {
        settings,
        totals: addBin(state.totals, bin),
        share: watchShare(state.share, bin),
        before,
        engine: engine.judge === "sequential" ? betOn(engine, bin, { before, settings }) : countMinute(engine, bin, settings),
    };
    const finding = findIn(next);
    if (finding.rollback === undefined)
        return next;
    return { ...next, latched: rollBack(finding, finding.rollback) };
}
function judge(state) {
    if (state.latched !== undefined)
        return state.latched;
    const { totals, settings } = state;
    const finding = findIn(state);
    const common = { eValue: finding.eValue, signals: [...finding.signals(), shareSignal(state)] };
    if (finding.incident !== undefined)
        return { ...common, verdict: "hold", trigger: "incident", evidence: [finding.incident] };
    const proved = provedBelow(totals.canary, [settings.maxErrorRatio, ...provableBounds]);
    const sight = sightSentences(totals, proved, settings);
    const doubts = [noData(totals.canary), wrongShare(state), finding.suspicion, notNormal(state)].filter((doubt) => doubt !== undefined);
    return {
        ...common,
        verdict: doubts.length === 0 ? "promote" : "hold",
        evidence: totals.canary.requests === 0 ? doubts : [...doubts, ...sight],
        ...(proved === undefined ? {} : { provedBelow: proved }),
    };
}
function findIn({ engine, totals, before, settings }) {
    return engine.judge === "sequential"
        ? findInBets(engine, { totals, before, settings })
        : findInMinutes(engine, { before, settings });
}
function rollBack({ eValue, signals }, { trigger, evidence }) {
    return { verdict: "rollback", trigger, evidence, eValue, signals: signals() };
}
function noData({ requests }) {
    return requests === 0 ? "The canary has not answered a single request: nothing is known about it." : undefined;
}
function wrongShare({ share, totals, settings }) {
    if (lnShareWrong(share) < lnLimits(settings).proved)
        return undefined;
    const { canary, baseline } = totals;
    const observed = canary.requests / (canary.requests + baseline.requests);
    return `The canary does not get the share of the traffic that it should (so far ${percent(observed)}): check the weights of the load balancer.`;
}
function notNormal({ engine, before, settings }) {
    const lately = engine.judge === "sequential" ? engine.recent : engine.last;
    const last = lastOf(before, settings);
    const had = Math.max(settings.previousErrorRatio ?? 0, last === undefined ? 0 : failedRatio(last), before.peak.errors);
    const normal = Math.max(settings.normalErrorRatio, had * settings.tolerance);
    if (!isOddlyAbove(lately.canary, normal))
        return undefined;
    return `The canary lately fails ${percent(errorRatio(lately.canary))} of its requests; normal is at most ${percent(normal)}.`;
}
function shareSignal({ share, totals }) {
    const requests = totals.canary.requests + totals.baseline.requests;
    return {
        name: "traffic-share",
        ...(requests > 0 ? { canary: totals.canary.requests / requests } : {}),
        eValue: fromLn(lnShareWrong(share)),
    };
}

;// CONCATENATED MODULE: ./build/packages/analysis/recorded.js


const example = '{"t": 10, "baseline": {"requests": 950, "errors": 4}, "canary": {"requests": 50, "errors": 1}, "weight": 0.05}';
const sides = ["canary", "baseline"];
const words = (/* unused pure expression or super */ null && (["requests", "errors", "slow", "clusters", "odd"]));
const unknown = {
    requests: Number.NaN,
    errors: Number.NaN,
    slow: undefined,
    clusters: undefined,
    odd: undefined,
};
function parseRecordedBin(line) {
    const fields = parsedFields(line);
    const { t } = fields;
    if (typeof t !== "number" || !(Math.abs(t) <= Number.MAX_SAFE_INTEGER))
        throw wrong(`"t" must be a number of seconds; got ${literal(t)}`);
    const canary = sideOf(fields, "canary");
    const baseline = sideOf(fields, "baseline");
    if (canary === undefined && baseline === undefined)
        throw wrong('There is neither "canary" nor "baseline"');
    const weight = weightOf(fields["weight"]);
    const run = runOf(fields["run"]);
    const values = { canary: canary === undefined && weight !== 0 ? unknown : canary, baseline };
    const silent = sides.filter((name) => isSilent(values[name]));
    const known = weight === 1 || silent.length === 0 ? weight : undefined;
    return {
        ...(run === undefined ? {} : { run }),
        t,
        slow: [canary, baseline].some((side) => isCounted(side?.slow)),
        counts: { ...judged(values), ...(known === undefined ? {} : { weight: known }) },
        inCauses: sides.filter((name) => isCounted(values[name]?.clusters)),
        silent,
    };
}
function parsedFields(line) {
    const value = jsonOf(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return { ...value };
    throw wrong(`A line must be one JSON object; got ${literal(value)}`);
}
function jsonOf(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        try {
            return JSON.parse(line.replaceAll(/(?<=:\s*)NaN\b/g, "null"));
        }
        catch (cause) {
            throw wrong(`This is not JSON: ${shown(line)}`, cause);
        }
    }
}
function sideOf(fields, name) {
    const value = fields[name];
    if (value === undefined || value === null)
        return undefined;
    if (typeof value !== "object" || Array.isArray(value))
        throw wrong(`"${name}" must be an object; got ${literal(value)}`);
    const given = { ...value };
    for (const word of ["requests", "errors"]) {
        if (given[word] === undefined)
            throw wrong(`"${name}" has no "${word}"`);
    }
    const side = {
        requests: countOf(given, name, "requests"),
        errors: countOf(given, name, "errors"),
        slow: countOf(given, name, "slow"),
        clusters: countOf(given, name, "clusters"),
        odd: countOf(given, name, "odd"),
    };
    requirePossible(name, side);
    return side;
}
function countOf(given, name, word) {
    const value = given[word];
    if (value === undefined)
        return undefined;
    if (value === null)
        return Number.NaN;
    if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER)
        return value;
    throw wrong(`"${word}" of "${name}" must be a count, 0 or more; got ${literal(value)}`);
}
function requirePossible(name, { requests, errors, slow, clusters, odd }) {
    const more = (many, part, few, whole) => {
        if (part !== undefined && whole !== undefined && part > whole)
            throw wrong(`"${name}" has more ${many} (${part}) than ${few} (${whole})`);
    };
    more("errors", errors, "requests", requests);
    more("slow requests", slow, "requests", requests);
    more("odd requests", odd, "requests", requests);
    more("clusters", clusters, "errors", errors);
    if (clusters === 0 && errors !== undefined && errors > 0)
        throw wrong(`"${name}" has ${errors} errors in 0 clusters: leave "clusters" out where causes are not known`);
}
function isSilent(side) {
    return side !== undefined && (Number.isNaN(side.requests) || Number.isNaN(side.errors));
}
function judged({ canary, baseline, }) {
    const both = (word) => [canary, baseline].every((side) => side === undefined || isSilent(side) || isCounted(side[word]));
    const inUnits = isCounted(canary?.clusters) || isCounted(baseline?.clusters);
    const counts = (side, errors) => side === undefined || isSilent(side)
        ? nothing
        : {
            requests: whole(side.requests),
            errors: whole(errors),
            ...(inUnits && isCounted(side.errors) ? { failed: whole(side.errors) } : {}),
            slow: both("slow") ? whole(side.slow) : 0,
            ...(both("odd") ? { odd: whole(side.odd) } : {}),
        };
    const canaryErrors = inUnits ? (counted(canary?.clusters) ?? Math.min(1, canary?.errors ?? 0)) : canary?.errors;
    return {
        canary: counts(canary, canaryErrors),
        ...(baseline === undefined ? {} : { baseline: counts(baseline, counted(baseline.clusters) ?? baseline.errors) }),
    };
}
const isCounted = (count) => count !== undefined && !Number.isNaN(count);
const counted = (count) => (isCounted(count) ? count : undefined);
const whole = (count) => Math.round(count ?? 0);
function weightOf(value) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === "number" && value >= 0 && value <= 1)
        return value;
    throw wrong(`"weight" is the canary's share of the traffic, from 0 to 1 (5 % is 0.05); got ${literal(value)}`);
}
function runOf(value) {
    if (value === undefined)
        return undefined;
    if (typeof value === "number" || (typeof value === "string" && value.trim() !== ""))
        return String(value);
    throw wrong(`"run" is the name of a run; got ${literal(value)}`);
}
function literal(value) {
    return value === undefined ? "nothing" : shown(JSON.stringify(value));
}
function shown(value) {
    if (value === undefined)
        return "nothing";
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    return short.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·");
}
function wrong(message, cause) {
    return new faults/* ReleaseFault */.eB("input", message, { hint: `Example: ${example}`, cause });
}

;// CONCATENATED MODULE: ./build/packages/analysis/replay.js


const UNANSWERED = 12;
function replayBin(before, recorded, settings = {}) {
    const { t, silent, slow, inCauses } = recorded;
    if (before !== undefined && t <= before.lastT) {
        throw new faults/* ReleaseFault */.eB("input", `"t" must rise from line to line of a run; got ${t} after ${before.lastT}`, {
            hint: 'Sort the lines by time and add up those of one time. Where a file holds several runs, name them: {"run": "a", "t": 10, …}.',
        });
    }
    const firstT = before?.firstT ?? t;
    const counts = before?.inCauses === true ? inOneUnit(recorded) : recorded.counts;
    const analysis = observeBin(before?.analysis ?? startAnalysis(settings), { t: (t - firstT) * 1000, ...counts });
    const provedT = before?.provedT ?? (analysis.latched === undefined ? undefined : t);
    return {
        analysis,
        firstT,
        lastT: t,
        ...(provedT === undefined ? {} : { provedT }),
        slow: slow || before?.slow === true,
        inCauses: before?.inCauses === true || inCauses.includes("baseline"),
        quiet: quietAfter(before?.quiet ?? { since: t, baseline: 0 }, t, counts),
        bins: (before?.bins ?? 0) + 1,
        silentBins: (before?.silentBins ?? 0) + (silent.includes("canary") ? 1 : 0),
    };
}
function inOneUnit({ counts, inCauses }) {
    if (inCauses.length > 0)
        return counts;
    const { canary } = counts;
    return { ...counts, canary: { ...canary, errors: Math.min(1, canary.errors), failed: canary.errors } };
}
function replayVerdict(replay) {
    const { analysis, lastT, provedT, bins, silentBins, slow } = replay;
    const { signals, ...said } = judge(analysis);
    const at = provedT ?? lastT;
    const verdict = { ...said, at, signals: slow ? signals : signals.filter(({ name }) => name !== "latency") };
    const unrecorded = silentBins === 0 ? [] : [`${silentBins} of ${bins} bins have no data of the canary.`];
    const doubts = [...(silentBins * 2 > bins ? unrecorded : []), ...fellSilent(replay)];
    if (said.verdict !== "promote" || doubts.length === 0)
        return { ...verdict, evidence: [...said.evidence, ...unrecorded] };
    const rest = [...said.evidence, ...unrecorded].filter((sentence) => !doubts.includes(sentence));
    return { ...verdict, verdict: "hold", evidence: [...doubts, ...rest] };
}
function quietAfter(quiet, t, { canary, baseline, weight }) {
    if (canary.requests > 0 || weight === 0)
        return { since: t, baseline: 0 };
    return { since: quiet.since, baseline: quiet.baseline + (baseline?.requests ?? 0) };
}
function fellSilent({ analysis, firstT, lastT, bins, quiet }) {
    const { canary, baseline } = analysis.totals;
    const step = (lastT - firstT) / Math.max(1, bins - 1);
    const usual = baseline.requests > 0
        ? (canary.requests * quiet.baseline) / (1 + baseline.requests - quiet.baseline)
        : (canary.requests * (lastT - quiet.since)) / (quiet.since - firstT + step);
    return usual > UNANSWERED ? [`The canary has answered no request since ${quiet.since} s.`] : [];
}

;// CONCATENATED MODULE: ./build/packages/analysis/usual.js

const PRIOR_HITS = 10;
const hourOf = (at) => new Date(at).getUTCHours();
const weekdayOf = (at) => new Date(at).getUTCDay();
function learnUsual(rows) {
    return {
        errors: rhythmOf(rows, (counts) => counts.errors),
        slow: rhythmOf(rows, (counts) => counts.slow),
    };
}
function rhythmOf(rows, hitsOf) {
    const sum = (of, some = rows) => some.reduce((before, row) => before + of(row), 0);
    const overall = (sum((row) => hitsOf(row.counts)) + 0.5) / (sum((row) => row.counts.requests) + 1);
    const factors = (count, cellOf, usual) => Array.from({ length: count }, (_, cell) => {
        const some = rows.filter(({ at }) => cellOf(at) === cell);
        const expected = sum((row) => row.counts.requests * usual(row.at), some);
        return (sum((row) => hitsOf(row.counts), some) + PRIOR_HITS) / (expected + PRIOR_HITS);
    });
    const hours = factors(24, hourOf, () => overall);
    const weekdays = factors(7, weekdayOf, (at) => overall * (hours[hourOf(at)] ?? 1));
    return { overall, hours, weekdays };
}
function usualAt({ errors, slow }, at) {
    const ratio = ({ overall, hours, weekdays }) => Math.min(1, overall * (hours[hourOf(at)] ?? 1) * (weekdays[weekdayOf(at)] ?? 1));
    return { errors: ratio(errors), slow: ratio(slow) };
}
function markOdd(bin, model, at) {
    const baseline = concurrentBaseline(bin);
    if (baseline === undefined)
        return bin;
    const both = addCounts(bin.canary, baseline);
    const usual = usualAt(model, at);
    const excess = { errors: both.errors / usual.errors, slow: both.slow / usual.slow };
    const kind = excess.errors >= excess.slow ? "errors" : "slow";
    const isOdd = excess[kind] > both.requests;
    const marked = (counts) => ({ ...counts, odd: isOdd ? counts[kind] : 0 });
    return { ...bin, canary: marked(bin.canary), baseline: marked(baseline) };
}

;// CONCATENATED MODULE: ./build/packages/analysis/index.js









/***/ })

};
