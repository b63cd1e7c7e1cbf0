import { type Counts, errorRatio, failedRatio, type Sides, slowRatio } from "./counts.ts";
import { smallestDetectable } from "./detectable.ts";
import { requestsToProve } from "./proofs.ts";
import { type AnalysisSettings, errorBound } from "./settings.ts";

interface Told {
  readonly totals: Sides;
  readonly ln: {
    readonly errors: number;
    readonly absolute: number;
    readonly latency: number;
    readonly score: number;
  };
  readonly settings: AnalysisSettings;
  /** Whether a baseline serves beside the canary now. */
  readonly compared: boolean;
  /** The previous version's last interval. */
  readonly last: Counts | undefined;
}

/** "21 of 24 errors fell on the canary, …; chance if it were no worse: at most 1 in 10^9". */
export function comparisonSentence({ totals, ln, compared, last }: Told): readonly string[] {
  const { canary, baseline } = totals;
  if (compared && baseline.requests > 0) {
    const errors = canary.errors + baseline.errors;
    const share = canary.requests / (canary.requests + baseline.requests);
    return [
      `${count(canary.errors)} of ${count(errors)} errors fell on the canary, which answered ${percent(share)} of the requests; ${chance("it were no worse", ln.errors)}.`,
    ];
  }
  if (last === undefined) return [];
  return [
    `The new version fails ${ofRequests(canary)}, the previous one failed ${percent(errorRatio(last))}; ${chance("it were no worse", ln.errors)}.`,
  ];
}

/** What the canary's own error ratio says about the absolute bound. */
export function absoluteSentence({ totals, ln, settings }: Told): readonly string[] {
  const bound = percent(errorBound(settings));
  return [`The canary fails ${ofRequests(totals.canary)}; ${chance(`it failed at most ${bound}`, ln.absolute)}.`];
}

/** How slow the canary is, beside the baseline. */
export function latencySentence({ totals, ln, compared }: Told): readonly string[] {
  // Nothing slow was seen, or nobody counted it.
  if (totals.canary.slow + totals.baseline.slow === 0) return [];
  const beside =
    compared && totals.baseline.requests > 0 ? `, the baseline ${percent(slowRatio(totals.baseline))}` : "";
  return [
    `${percent(slowRatio(totals.canary))} of the canary's requests are over the latency bound${beside}; ${chance("its p95 were within the bound or it were no slower", ln.latency)}.`,
  ];
}

/** How many of the canary's requests a model finds odd, beside the baseline's. */
export function oddSentence({ totals, ln }: Told): readonly string[] {
  const [canary, baseline] = [totals.canary, totals.baseline].map(({ requests, odd = 0 }) =>
    percent(requests > 0 ? odd / requests : 0),
  );
  return [
    `The model finds ${canary} of the canary's requests odd, ${baseline} of the baseline's; ${chance("it were no odder", ln.score)}.`,
  ];
}

/** Both versions fail at once: it is not the release. */
export function incidentSentence({ canary, baseline }: Sides, bound: number): string {
  return `Both versions fail more than ${percent(bound)} of their requests (lately canary ${percent(errorRatio(canary))}, baseline ${percent(errorRatio(baseline))}): something they share is ill, not the release.`;
}

/** What was seen, and what this much traffic could and could not show. */
export function sightSentences(
  totals: Sides,
  proved: number | undefined,
  settings: AnalysisSettings,
): readonly string[] {
  const { canary, baseline } = totals;
  const beside = baseline.requests > 0 ? `, the baseline ${ofRequests(baseline)}` : "";
  const safety =
    proved === undefined
      ? `Too few requests to prove an error ratio below ${percent(settings.maxErrorRatio)}: that takes ${count(requestsToProve(settings.maxErrorRatio))} without an error.`
      : `The canary's error ratio is proved below ${percent(proved)} (wrong with chance 1 %).`;
  return [`The canary failed ${ofRequests(canary)}${beside}.`, safety, ...detectableSentence(totals, settings)];
}

function detectableSentence({ canary, baseline }: Sides, { alpha }: AnalysisSettings): readonly string[] {
  if (baseline.requests === 0 || canary.requests === 0) return [];
  const requests = canary.requests + baseline.requests;
  const ratio = smallestDetectable({
    requestsPerSecond: requests,
    windowMs: 1000,
    share: canary.requests / requests,
    // Half an error more than was seen: a baseline without errors is not one that cannot fail.
    baselineErrorRatio: (baseline.errors + 0.5) / (baseline.requests + 1),
    alpha,
  });
  return ratio === undefined
    ? ["This traffic is too little to show any worsening by comparison."]
    : [
        `A canary ${ratio.toFixed(ratio < 1.095 ? 2 : 1)} times as bad as the baseline would be expected to show by now; less might not.`,
      ];
}

/** 0.0512 → "5.1 %". */
export function percent(ratio: number): string {
  const value = ratio * 100;
  const digits = value === 0 || value >= 10 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2;
  if (value > 0 && value < 0.01) return value < 0.0001 ? "< 0.0001 %" : `${Number(value.toPrecision(1))} %`;
  return `${Number(value.toFixed(digits))} %`;
}

function ofRequests(counts: Counts): string {
  const { requests, errors, failed } = counts;
  const causes = failed === undefined || failed === 0 ? "" : `, of ${count(errors)} causes`;
  return `${count(failed ?? errors)} of ${count(requests)} requests (${percent(failedRatio(counts))})${causes}`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function chance(claim: string, lnEvidence: number): string {
  if (lnEvidence < Math.log(2)) return `no evidence that would be odd if ${claim}`;
  const exponent = lnEvidence / Math.LN10;
  const odds = exponent >= 6 ? `10^${Math.floor(exponent)}` : count(Math.floor(Math.exp(lnEvidence)));
  return `chance of that if ${claim}: at most 1 in ${odds}`;
}
