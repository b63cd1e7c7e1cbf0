import { expect, it } from "@jest/globals";

import { ReleaseFault } from "#faults";

import { findHolder } from "./role-holders.ts";

const teams = new Map([["@acme/on-call", ["otto"]]]);

function isMember(login: string) {
  return async (team: string): Promise<boolean> => {
    const members = teams.get(team);
    if (members !== undefined) return members.includes(login);
    throw new ReleaseFault("permission", `Whether ${login} is in ${team} is not known`, { hint: "Use an App." });
  };
}

it.each<[login: string, repositoryRole: string, holders: readonly string[], held: boolean]>([
  ["sarah", "maintain", ["admin", "maintain"], true],
  ["sarah", "maintain-lite", ["admin", "maintain"], false],
  ["sarah", "admin", ["maintain"], false],
  ["sarah", "release captain", ["release captain"], true],
  ["sarah", "write", [], false],
  ["Sarah", "triage", ["@sarah"], true],
  ["sarah", "read", ["@sarah"], false],
  ["sarah", "none", ["@sarah"], false],
  ["sarahh", "write", ["@sarah"], false],
  // A role cannot be had by a login that looks like one.
  ["maintain", "write", ["maintain"], false],
  ["otto", "read", ["@acme/on-call"], true],
  ["sarah", "admin", ["@acme/on-call"], false],
  ["otto", "read", ["@acme/secret", "@acme/on-call"], true],
  ["otto", "admin", ["@acme/secret"], false],
])("%s, who is %s, is among %j: %s", async (login, repositoryRole, holders, held) => {
  const lists = [{ role: "onCall", holders }] as const;

  const found = await findHolder({ login, repositoryRole, lists }, isMember(login));

  expect(found.role).toBe(held ? "onCall" : undefined);
});

it("says what was looked for, and what could not be seen and why", async () => {
  const lists = [
    { role: "releaseManager", holders: ["admin", "@acme/secret"] },
    { role: "onCall", holders: [] },
  ] as const;

  expect(await findHolder({ login: "ines", repositoryRole: "write", lists }, isMember("ines"))).toEqual({
    role: undefined,
    why: "the role in the repository is write, and roles.releaseManager is admin, @acme/secret; roles.onCall is nobody. Whether ines is in @acme/secret is not known",
    hints: ["Use an App."],
  });
});

const down = async () => {
  throw new ReleaseFault("remote", "GitHub said 500", { hint: "Later." });
};

it("throws what is neither yes nor no", async () => {
  const lists = [{ role: "qa", holders: ["@acme/qa"] }] as const;

  await expect(findHolder({ login: "ines", repositoryRole: "admin", lists }, down)).rejects.toThrow("GitHub said 500");
});
