/** How GitHub's GraphQL asks for a page. */
export interface PageArguments {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** A connection over the whole list: cursors are positions. `more` adds fields to the edges. */
export function connection<T>(items: readonly T[], page: PageArguments, more: (item: T) => object = () => ({})) {
  const from = page.after === undefined || page.after === null ? 0 : Number(page.after) + 1;
  const to = page.before === undefined || page.before === null ? items.length : Number(page.before);
  const start = page.last == null ? from : Math.max(from, to - page.last);
  const end = page.first == null ? to : Math.min(to, start + page.first);
  const nodes = items.slice(start, end);
  return {
    totalCount: items.length,
    nodes,
    edges: nodes.map((node, index) => ({ cursor: String(start + index), node, ...more(node) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : String(start),
      endCursor: nodes.length === 0 ? null : String(end - 1),
    },
  };
}
