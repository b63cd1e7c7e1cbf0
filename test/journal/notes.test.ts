import { afterEach, expect, it } from "@jest/globals";

import { journalWorld } from "../support/journal-world.ts";

const worlds: Awaited<ReturnType<typeof journalWorld>>[] = [];

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function opened(transport: "directory" | "file") {
  const world = await journalWorld(transport);
  worlds.push(world);
  return world;
}

const mark = { id: "false-positive v1.0.0", release: "v1.0.0", kind: "false-positive", text: "a spike" } as const;

for (const transport of ["directory", "file"] as const)
  it(`notes a thing once, whoever tells it, and keeps the first (${transport})`, async () => {
    const world = await opened(transport);
    const mine = await world.open();
    const theirs = await world.open({ author: { actor: "bob", run: { id: "2", attempt: 1 } } });

    const [first, second] = await Promise.all([mine.note(mark), theirs.note({ ...mark, text: "no" })]);

    expect([first, second].filter(Boolean)).toHaveLength(1);
    expect(await mine.notes()).toMatchObject([{ ...mark, text: first ? "a spike" : "no", by: first ? "ada" : "bob" }]);
    // The answer of the first try got lost: the same run asks again.
    expect(await (first ? mine : theirs).note(mark)).toBe(true);
    expect(await theirs.notes()).toHaveLength(1);
  });
