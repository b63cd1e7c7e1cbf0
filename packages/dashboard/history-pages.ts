import { wordsOf } from "#report";

import { html, part, wideTable } from "./html.ts";
import { historyHead, type HistoryRow } from "./rows.ts";

/** Rows of a page: few enough to be shown at once. */
const pageRows = 100;

/** One page of the history: where it is, and what it shows. */
export interface HistoryPage {
  readonly path: string;
  readonly title: string;
  readonly body: () => string;
}

interface Filter {
  /** File name without its end: `index`, `failed`, `hotfix-failed`. */
  readonly name: string;
  readonly kind: "simple" | "both" | "month";
  readonly words: string;
  readonly rows: readonly HistoryRow[];
}

/** The history, newest first, whole and by outcome, type and month: each is a page (or some) with an address of its own. */
export function historyPages(rows: readonly HistoryRow[]): readonly HistoryPage[] {
  const filters = filtersOf(rows);
  const [all, ...others] = filters;
  return [...(all === undefined ? [] : [all]), ...others].flatMap((filter) => pagesOf(filter, filters));
}

function filtersOf(rows: readonly HistoryRow[]): readonly Filter[] {
  const outcomes = Map.groupBy(rows, ({ outcome }) => outcome);
  const types = Map.groupBy(rows, ({ type }) => type);
  const months = Map.groupBy(rows, ({ month }) => month);
  const both = [...types].flatMap(([type, some]) =>
    [...Map.groupBy(some, ({ outcome }) => outcome)].map(([outcome, own]) => ({
      name: `${type}-${slug(outcome)}`,
      kind: "both" as const,
      words: `${wordsOf(type)}, ${wordsOf(outcome)}`,
      rows: own,
    })),
  );
  return [
    { name: "index", kind: "simple", words: "All", rows },
    ...[...outcomes].map(([name, own]) => ({
      name: slug(name),
      kind: "simple" as const,
      words: wordsOf(name),
      rows: own,
    })),
    ...[...types].map(([name, own]) => ({ name, kind: "simple" as const, words: wordsOf(name), rows: own })),
    ...both,
    ...[...months].map(([name, own]) => ({ name, kind: "month" as const, words: name, rows: own })),
  ];
}

const slug = (outcome: string): string => outcome.replaceAll(/[ _]/g, "-");

const fileOf = (name: string, page: number): string => `${name}${page === 0 ? "" : `-page-${page + 1}`}.html`;

function pagesOf({ name, words: filterWords, rows }: Filter, filters: readonly Filter[]): readonly HistoryPage[] {
  const count = Math.max(1, Math.ceil(rows.length / pageRows));
  return Array.from({ length: count }, (_, page) => ({
    path: `history/${fileOf(name, page)}`,
    title: name === "index" ? "History" : `History: ${filterWords}`,
    body: () => {
      const shown = rows.slice(page * pageRows, (page + 1) * pageRows);
      return [filterLinks(name, filters), search, table(shown), pager(name, page, count, rows.length)].join("\n");
    },
  }));
}

/** Filters as links: they work without a script, and can be sent to others. */
function filterLinks(here: string, filters: readonly Filter[]): string {
  const group = (label: string, some: readonly Filter[]): string => {
    const items = some.map(({ name, words: filterWords, rows }) => {
      const current = name === here ? ' aria-current="page"' : "";
      return `<li><a href="${fileOf(name, 0)}"${current}>${html(filterWords)} <small>${rows.length}</small></a></li>`;
    });
    return `<p id="f-${label}">${label}</p><ul aria-labelledby="f-${label}">${items.join("")}</ul>`;
  };
  const months = filters.filter(({ kind }) => kind === "month");
  const simple = filters.filter(({ kind }) => kind === "simple");
  const both = filters.filter(({ kind }) => kind === "both");
  const older = group("Months", months);
  return `<nav class="filters" aria-label="Filters">${group("Releases", simple)}
<details${isShut(here, filters)}><summary>By type and outcome, by month</summary>${group("Both", both)}${older}</details></nav>`;
}

/** Open where the filter in force stands inside. */
function isShut(here: string, filters: readonly Filter[]): string {
  return filters.some(({ name, words: own }) => name === here && (own.includes(",") || /^\d/.test(name)))
    ? " open"
    : "";
}

/** Shown by the script: without one, the filters do. */
const search = `<p id="searching" hidden><label for="search">Search all releases</label> <input id="search" type="search" autocomplete="off" placeholder="failed hotfix 2026-03"> <span id="found" role="status"></span></p>`;

function table(rows: readonly HistoryRow[]): string {
  if (rows.length === 0) return "<p>No release yet.</p>";
  const cells = rows.map(({ id, cells: rest }): [string, ...string[]] => [
    `<a href="../releases/${part(id)}.html">${html(id)}</a>`,
    ...rest,
  ]);
  return `<div id="rows">${wideTable("Releases", historyHead, cells)}</div>`;
}

function pager(name: string, page: number, count: number, total: number): string {
  if (count === 1) return `<p>${total} ${total === 1 ? "release" : "releases"}.</p>`;
  const newer = page === 0 ? "" : `<li><a rel="prev" href="${fileOf(name, page - 1)}">Newer</a></li>`;
  const older = page + 1 === count ? "" : `<li><a rel="next" href="${fileOf(name, page + 1)}">Older</a></li>`;
  return `<nav class="pager" aria-label="Parts of the history"><ul>${newer}<li>Part ${page + 1} of ${count}, ${total} releases</li>${older}</ul></nav>`;
}
