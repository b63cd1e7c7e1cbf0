import path from "node:path";

import { expect, it } from "@jest/globals";

import { openDirectoryJournal } from "#journal";
import { deeds, type Deed } from "#machine";
import { authorise, type Workplace } from "#stages";
import { realClock } from "#http";

import type { Company } from "./company.ts";
import { as, may, people, runBy, staffed, type Name } from "./staff.ts";

const names = Object.keys(people) as readonly Name[];
const json = (body: unknown, status = 200) => Response.json(body, { status });

/** What the code host may say when it is asked for somebody's role, and is no yes. */
const answers: Readonly<Record<string, () => Response>> = {
  "not found": () => json({ message: "Not Found" }, 404),
  forbidden: () => json({ message: "Resource not accessible by integration" }, 403),
  "bad credentials": () => json({ message: "Bad credentials" }, 401),
  "an error": () => json({ message: "Server Error" }, 500),
  "no answer in time": () => {
    throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
  },
  "no JSON": () => new Response("<html>", { headers: { "content-type": "application/json" } }),
  "half of an answer": () => new Response('{"permission":"admin","role_na'),
  "no role": () => json({ permission: "admin" }),
  "an empty role": () => json({ permission: "admin", role_name: "" }),
  "another type": () => json({ permission: "admin", role_name: ["admin"] }),
  "a list": () => json(["admin"]),
  nothing: () => json(null),
};

const patient = { now: () => realClock.now(), sleep: () => Promise.resolve() };

type Strike = { readonly whom: string; readonly answer: () => Response } | undefined;

/** Runs of GitHub Actions of one repository, each by its own people; `strike` answers when the host is asked for the role of `whom`. */
async function openRuns(company: Company) {
  let strike: Strike;
  const asked: typeof fetch = async (input, options) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (strike === undefined || !pathname.endsWith(`/collaborators/${strike.whom}/permission`))
      return globalThis.fetch(input, options);
    return strike.answer();
  };
  const directory = path.join(company.world.directory, "denied");
  const journal = await openDirectoryJournal({ directory, author: { actor: "mona", run: { id: "7001", attempt: 1 } } });
  const opened = await runBy(company, "mona", {}, { fetch: asked, clock: patient });
  const run = (actor: string | undefined, triggering: string | undefined, next?: Strike): Workplace => {
    strike = next;
    return as({ ...opened, journal }, actor, triggering);
  };
  return { run, journal };
}

async function isLet(workplace: Workplace, deed: Deed): Promise<boolean> {
  return authorise(workplace, { deeds: [deed] }).then(
    () => true,
    (thrown: unknown) => {
      expect(thrown).toMatchObject({ name: "ReleaseFault", code: expect.stringMatching(/^(permission|remote)$/) });
      return false;
    },
  );
}

it("every deed takes both people: one who may is not enough beside one who may not", async () => {
  const { run } = await openRuns(await staffed());
  const pairs = deeds.flatMap((deed) =>
    may[deed].flatMap((able) =>
      names.flatMap((other) => [
        { deed, actor: able, triggering: other, right: may[deed].includes(other) },
        { deed, actor: other, triggering: able, right: may[deed].includes(other) },
      ]),
    ),
  );

  const wrong: typeof pairs = [];
  for (const pair of pairs)
    if ((await isLet(run(pair.actor, pair.triggering), pair.deed)) !== pair.right) wrong.push(pair);

  expect(wrong).toEqual([]);
  expect(new Set(pairs.map(({ right }) => right)).size).toBe(2);
}, 120_000);

it("whatever the host says of either of them that is no plain yes is a no to every deed", async () => {
  const { run } = await openRuns(await staffed());
  // Logins are one whatever their case: both name somebody who may, and only one of the answers is bad.
  const cases = Object.entries(answers).flatMap(([what, answer], row) =>
    deeds.map((deed, column) => {
      const [able = "mona"] = may[deed];
      const [actor, triggering] = [able, able.toUpperCase()];
      const whom = (row + column) % 2 === 0 ? actor : triggering;
      return { what, deed, actor, triggering, strike: { whom, answer } };
    }),
  );

  const passed: string[] = [];
  for (const { what, deed, actor, triggering, strike } of cases)
    if (await isLet(run(actor, triggering, strike), deed)) passed.push(`${what}: ${deed}, ${strike.whom}`);

  expect(passed).toEqual([]);
}, 120_000);

it("a runner that does not say who asks is a no with a clear message, and it is noted", async () => {
  const { run, journal } = await openRuns(await staffed());
  const unsaid = [undefined, ""].flatMap((nobody) => [run("mona", nobody), run(nobody, "mona")]);

  for (const workplace of unsaid)
    await expect(authorise(workplace, { deeds: ["start"] })).rejects.toMatchObject({
      code: "permission",
      message: expect.stringContaining("GITHUB_ACTOR or GITHUB_TRIGGERING_ACTOR is not set"),
      hint: expect.stringMatching(/GitHub sets both for every step.*The attempt was noted/s),
    });

  const noted = await journal.denied();
  expect(noted.reduce((sum, { count }) => sum + count, 0)).toBe(unsaid.length);
});
