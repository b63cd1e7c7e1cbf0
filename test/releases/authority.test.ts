import { expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import path from "node:path";

import { openDirectoryJournal } from "#journal";
import { deeds, type Deed } from "#machine";
import { releaseReport } from "#report";
import { authorise, planRelease, reportJob, retryRelease, rollbackManual, rollbackNet, validateJob } from "#stages";
import { realClock } from "#http";

import { decree, foundCompany } from "./company.ts";
import { beforeStep, read, standard, start, workplaceIn } from "./drivers.ts";
import { as, may, people, runBy, staffed } from "./staff.ts";

it("lets each role do its own and nothing else; who is denied is one line with a count", async () => {
  const company = await staffed();
  const directory = path.join(company.world.directory, "denied");
  const author = { actor: "mona", run: { id: "7001", attempt: 1 } };
  const workplace = { ...(await runBy(company, "mona")), journal: await openDirectoryJournal({ directory, author }) };
  const allowed: [Deed, string[]][] = [];
  for (const deed of deeds) {
    const those: string[] = [];
    for (const actor of Object.keys(people)) {
      const role = await authorise(as(workplace, actor, actor), { deeds: [deed] }).catch((thrown: unknown) => {
        expect(thrown).toMatchObject({ code: "permission", hint: expect.stringContaining("The attempt was noted.") });
      });
      if (role !== undefined) those.push(actor);
    }
    allowed.push([deed, those]);
  }

  expect(Object.fromEntries(allowed)).toEqual(may);
  const denied = await workplace.journal.denied();
  const counts = Map.groupBy(denied, ({ person }) => person);
  for (const person of ["admin", "otto"] as const) {
    // An hour may have ended meanwhile.
    const noted = counts.get(person)?.reduce((sum, { count }) => sum + count, 0);
    expect([person, noted]).toEqual([person, deeds.filter((deed) => !may[deed].includes(person)).length]);
  }
}, 60_000);

it("asks about the person who started this attempt too, and about both by the lists of the default branch", async () => {
  const company = await staffed();
  await company.push("develop", "ci: everybody", {
    ".github/release-command.yml": "roles: { releaseManager: [write] }\n",
  });
  await company.git("sarah", company.home, "pull", "--quiet", "origin", "develop");
  const asked = { ...standard, dryRun: false };

  for (const [actor, other] of [
    ["dev", "mona"],
    ["mona", "dev"],
    ["mona", "nobody-knows"],
  ] as const)
    await expect(
      planRelease(await runBy(company, actor, { GITHUB_TRIGGERING_ACTOR: other }), asked),
    ).rejects.toMatchObject({ code: "permission" });
  await expect(planRelease(await runBy(company, "dev"), asked)).rejects.toMatchObject({
    message: expect.stringContaining("roles.releaseManager is release captain"),
    hint: expect.stringContaining("release-command.yml on main"),
  });
});

it("is a no when a role or a team is not known, and when there is no answer", async () => {
  const company = await staffed();
  const patient = { now: () => realClock.now(), sleep: async () => undefined };
  const workplace = { ...(await workplaceIn(company, { clock: patient })), actor: "otto" };
  const asked = [
    ["/permission$", 403, "permission", /Could not read role/],
    ["/permission$", 404, "permission", /is not known/],
    ["/permission$", 500, "remote", /500/],
    ["/memberships/", 403, "permission", /team acme\/on-call is not known/],
    ["/memberships/", 500, "remote", /500/],
  ] as const;

  for (const [at, status, code, says] of asked) {
    await company.admin.fault({ match: { path: at }, action: { status } });
    await expect(authorise(workplace, { deeds: ["rollback"], release: "v1.1.0" })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says),
    });
    await company.admin.clearFaults();
  }

  const noted = await workplace.journal.denied();
  expect(noted.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(await authorise(workplace, { deeds: ["rollback"] })).toBe("onCall");
});

it("says that it could not note an attempt whose token may not write", async () => {
  const company = await staffed();
  const readOnly = `ghs_${randomBytes(18).toString("hex")}`;
  await company.admin.user({ login: "release-bot", type: "Bot", token: readOnly, readOnly: true });
  const workplace = await runBy(company, "dev", { GITHUB_TOKEN: readOnly });

  await expect(authorise(workplace, { deeds: ["start"] })).rejects.toMatchObject({
    code: "permission",
    message: expect.stringMatching(/^dev may not start a release/),
    hint: expect.stringContaining(
      "The attempt could not be noted: The git host forbids writing refs/release-command/denied",
    ),
  });
  expect(await workplace.journal.denied()).toEqual([]);
});

it("a retry after the unit tests is confirmed by a developer, recorded, and goes on in that run only", async () => {
  const company = await foundCompany({ settings: [[["gates", "unit", "command"], "test -f fixed.txt && sh unit.sh"]] });
  await company.govern({ protection: {} });
  await decree(company, [[["roles", "developer"], ["@marcus"]]]);
  expect(await start(company)).toMatchObject({ end: "failed" });
  await company.push("develop", "fix: the unit tests", {
    "fixed.txt": "yes\n",
    "unit.sh": "mkdir -p reports && cp checks/unit.xml reports/ && cp checks/coverage.lcov reports/unit.lcov\n",
  });
  const retry = async (person: "sarah" | "marcus") =>
    retryRelease(await workplaceIn(company, { person }), { id: "v1.1.0" }, () => undefined);

  await expect(retry("sarah")).rejects.toMatchObject({
    code: "permission",
    message:
      "sarah may not retry a release whose unit tests failed: the role in the repository is maintain, and roles.developer is @marcus",
  });
  const inRun = async (run: string) => runBy(company, "marcus", { GITHUB_RUN_ID: run });
  expect(await validateJob(await inRun("7005"), { kind: "retry", id: "v1.1.0" })).toMatchObject({
    outcome: "go",
    release: "v1.1.0_2",
  });

  // The other jobs of that run go on with it; another run of his does not.
  const later = { id: "v1.1.0_2", state: "completed" } as const;
  expect(await reportJob(await inRun("7005"), later)).toMatchObject({ outcome: "untouched" });
  await expect(reportJob(await inRun("7006"), later)).rejects.toMatchObject({
    message: expect.stringContaining("marcus may not resume a release"),
  });
  const { record, facts } = await read(company, "v1.1.0_2");
  expect(releaseReport(facts)).toContain("of v1.1.0, whose gate `unit` failed; confirmed by marcus (developer)");
  expect(record.plan.retry).toEqual({
    release: "v1.1.0",
    gate: "unit",
    confirmedBy: "marcus",
    confirmedAs: "developer",
  });
});

it("the on-call takes a release back in a run of their own, and may nothing else", async () => {
  const company = await foundCompany();
  await company.govern({ protection: {}, teams: { "on-call": ["ines"] } });
  await decree(company, [[["roles", "onCall"], ["@acme/on-call"]]]);
  const wanted = { id: "v1.1.0", reason: "orders fail", requestId: "run-7005" };
  const hooks = beforeStep("gate-unit", async () => {
    const [onCall, developer] = [await runBy(company, "ines"), await runBy(company, "marcus")];
    expect(await rollbackManual(onCall, wanted)).toMatchObject({ outcome: "requested" });
    expect(await rollbackNet(onCall, "v1.1.0")).toMatchObject({ outcome: "untouched" });
    await expect(rollbackManual(developer, wanted)).rejects.toMatchObject({
      message: expect.stringContaining("roles.releaseManager is admin, maintain; roles.onCall is @acme/on-call"),
    });
    await expect(reportJob(onCall, { id: "v1.1.0", state: "failed" })).rejects.toMatchObject({ code: "permission" });
    throw new Error("enough was seen");
  });

  await expect(start(company, { hooks })).rejects.toThrow("enough was seen");

  const { record } = await read(company, "v1.1.0");
  expect(record.requests).toMatchObject([{ kind: "rollback", by: "ines" }]);
});
