import type { Graph } from "./run.ts";

/** What is wrong with the arrows themselves: a simulation runs one job after the other and cannot see a race. */
export function misdrawn({ release, production }: Graph): readonly string[] {
  const unread = [...release, ...production].flatMap(({ id, needs, reads }) =>
    reads.filter((read) => !needs.includes(read)).map((read) => `${id} reads ${read} and does not need it`),
  );
  const last = release.at(-1);
  const early = release
    .filter(({ id }) => id !== last?.id && last?.needs.includes(id) !== true)
    .map(({ id }) => `${last?.id ?? "nothing"} does not wait for ${id}`);
  return [...unread, ...early];
}
