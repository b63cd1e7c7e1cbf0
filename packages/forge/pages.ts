const perPage = 100;
const maxPages = 50;

/** Everything that a list of 100 a page holds, 5,000 entries at most. */
export async function allPages<T>(read: (page: number) => Promise<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const entries = await read(page);
    all.push(...entries);
    if (entries.length < perPage) break;
  }
  return all;
}
