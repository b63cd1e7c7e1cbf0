import type { Share, Spread } from "./numbers.ts";

type Labels = Readonly<Record<string, string>>;

/** One number of a family; or a spread, of which only what is known is told. */
export type Point =
  | { readonly labels: Labels; readonly value: number }
  | { readonly labels: Labels; readonly spread: Spread };

/** Numbers of one kind under one name: what exporters write out. `unit` is the end of the name. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly unit?: "seconds" | "ratio";
  readonly type: "gauge" | "summary";
  readonly points: readonly Point[];
}

type Labelled<T> = readonly (readonly [labels: Labels, value: T])[];

/** Values as they are; a name in seconds says its unit. */
export function numbers(name: string, help: string, values: Labelled<number>, unit?: Family["unit"]): Family {
  const isTime = name.endsWith("_seconds");
  const named = unit ?? (isTime ? "seconds" : undefined);
  const points = values.map(([labels, value]) => ({ labels, value }));
  return { name, help, type: "gauge", points, ...(named === undefined ? {} : { unit: named }) };
}

/** Durations in ms, told in seconds. */
export function lasted(name: string, help: string, valuesMs: Labelled<number>): Family {
  return numbers(
    `${name}_seconds`,
    help,
    valuesMs.map(([labels, ms]) => [labels, ms / 1000]),
  );
}

/** Spreads of durations in ms, told in seconds. */
export function times(name: string, help: string, spreads: Labelled<Spread>): Family {
  const points = spreads.map(([labels, spread]) => ({ labels, spread: inSeconds(spread) }));
  return { name: `${name}_seconds`, help, unit: "seconds", type: "summary", points };
}

/** A share as its ratio, and beside it what it was counted over. */
export function share(name: string, help: string, shares: Labelled<Share>): readonly Family[] {
  return [
    numbers(
      `${name}_ratio`,
      help,
      shares.flatMap(([labels, one]) => (one.share === null ? [] : [[labels, one.share] as const])),
      "ratio",
    ),
    numbers(
      `${name}_n`,
      `${help}: counted over so many`,
      shares.map(([labels, one]) => [labels, one.n]),
    ),
  ];
}

/** A value where there is one. */
export const known = (value: number | null): Labelled<number> => (value === null ? [] : [[{}, value]]);

/** A moment as seconds since 1970. */
export const seconds = (at: string): number => Date.parse(at) / 1000;

function inSeconds({ n, median, p90 }: Spread): Spread {
  return { n, median: median === null ? null : median / 1000, p90: p90 === null ? null : p90 / 1000 };
}
