import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, read, release, resume, standard, start, type DriverOptions } from "./drivers.ts";

const signed: readonly Setting[] = [[["tag", "sign"], "ssh"]];
const passphrase = "correct horse battery";

interface Key {
  readonly env: { readonly RELEASE_SIGNING_KEY: string; readonly RELEASE_SIGNING_PASSPHRASE: string };
  readonly allowed: string;
}

function makeKey({ world }: Company, name = "key"): Key {
  const file = path.join(world.directory, name);
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", file]);
  const allowed = `${file}.allowed`;
  execFileSync("sh", ["-c", 'printf "* %s\\n" "$(cat "$1.pub")" > "$1.allowed"', "sh", file]);
  return {
    env: { RELEASE_SIGNING_KEY: readFileSync(file, "utf8"), RELEASE_SIGNING_PASSPHRASE: passphrase },
    allowed,
  };
}

async function verified(company: Company, tag: string, { allowed }: Key): Promise<void> {
  await company.git("sarah", company.home, "fetch", "--quiet", "--tags", "--force", "origin");
  await company.git("sarah", company.home, "-c", `gpg.ssh.allowedSignersFile=${allowed}`, "verify-tag", tag);
}

/** The driver dies in this step, before its effect or after it. */
function dyingIn(step: string, at: "before" | "after"): Required<Pick<DriverOptions, "hooks" | "signal">> {
  const died = new AbortController();
  const onEffect = async (phase: "before" | "after", name: string) => {
    if (phase !== at || !name.endsWith(`/${step}`)) return;
    died.abort(new Error("the machine is gone"));
    throw died.signal.reason;
  };
  return { hooks: { onEffect }, signal: died.signal };
}

it("the tag and the tag of its rollback are signed, and the key is nowhere", async () => {
  const company = await foundCompany({ settings: signed });
  const key = makeKey(company);
  const { env } = key;
  const line = ["start", "--version=1.1.0", "--from=develop", "--to=main"];
  const started = await approved(company, () => release(company, line, { env }).ended);
  expect(started).toMatchObject({ code: 0 });
  await verified(company, "v1.1.0", key);
  const back = await release(company, ["rollback", "v1.1.0", "--reason=orders fail"], { env }).ended;
  expect(back).toMatchObject({ code: 4 });
  await verified(company, "v1.1.0-rollback", key);

  const { facts } = await read(company, "v1.1.0");
  const { facts: undone, record } = await read(company, "v1.1.0-rollback");
  expect(record.warnings).toEqual([]);
  const everything = JSON.stringify([started, back, facts, undone]);
  for (const secret of [passphrase, ...env.RELEASE_SIGNING_KEY.split("\n").slice(1, -2)])
    expect(everything).not.toContain(secret);
});

it.each<[string, (key: Key) => DriverOptions["env"], string]>([
  ["no key", () => ({}), "tag.sign is ssh, and there is no key: RELEASE_SIGNING_KEY is not set"],
  [
    "a wrong passphrase",
    ({ env }) => ({ ...env, RELEASE_SIGNING_PASSPHRASE: "wrong" }),
    "the key has another passphrase",
  ],
])("with %s a release is refused before anything is made", async (_, given, message) => {
  const company = await foundCompany({ settings: signed });
  const before = await company.refs();

  const env = { ...given(makeKey(company)) };
  await expect(start(company, { env })).rejects.toMatchObject({
    code: "config",
    message: expect.stringContaining(message),
  });

  expect(await company.refs()).toEqual(before);
  const plan = await release(company, ["start", "--version=minor", "--dry-run"], { env }).ended;
  expect(plan).toMatchObject({ code: 0, output: expect.stringContaining(`it would be refused: `) });
  expect(plan.output).toContain(message);
});

it.each(["another key", "none"])(
  "a death after the push leaves a tag that the next driver takes, which has %s",
  async (has) => {
    const company = await foundCompany({ settings: signed });
    const first = makeKey(company);
    await expect(
      approved(company, () => start(company, { env: first.env, ...dyingIn("tag", "after") })),
    ).rejects.toThrow();
    await verified(company, "v1.1.0", first);
    const next = has === "none" ? {} : { env: makeKey(company, "other").env };

    expect(await resume(company, "v1.1.0", next)).toMatchObject({ end: "completed" });
    await verified(company, "v1.1.0", first);
  },
);

it("a death before the push leaves no tag anywhere, and a driver without the key waits for it", async () => {
  const company = await foundCompany({ settings: signed });
  const key = makeKey(company);
  await expect(
    approved(company, () => start(company, { env: key.env, ...dyingIn("tag", "before") })),
  ).rejects.toThrow();

  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "suspended" });
  const { record } = await read(company, "v1.1.0");
  expect(record.suspended).toMatchObject({
    waitsFor: "decision",
    reason: expect.stringContaining("RELEASE_SIGNING_KEY is not set"),
  });
  expect((await company.refs()).has("v1.1.0")).toBe(false);

  expect(await resume(company, "v1.1.0", { env: key.env })).toMatchObject({ end: "completed" });
  await verified(company, "v1.1.0", key);
});

it("nothing is merged before the key is there", async () => {
  const company = await foundCompany({ settings: [...signed, [["review", "wait"], "0s"]] });
  const key = makeKey(company);
  expect(await start(company, { env: key.env })).toMatchObject({ end: "suspended" });
  expect(await approved(company, () => resume(company, "v1.1.0"))).toMatchObject({ end: "suspended" });
  expect((await read(company, "v1.1.0")).record).toMatchObject({
    state: "review",
    suspended: { waitsFor: "decision" },
  });
  expect(await company.pulls()).toMatchObject([{ isMerged: false }]);
});

it("a rollback does not wait for a key: its tag is left out and said", async () => {
  const company = await foundCompany({ settings: signed });
  const { env } = makeKey(company);
  expect(await approved(company, () => start(company, { env }))).toMatchObject({ end: "completed" });

  expect(await release(company, ["rollback", "v1.1.0", "--reason=orders fail"]).ended).toMatchObject({ code: 4 });

  const { record, live } = await read(company, "v1.1.0-rollback");
  expect(live).toBe(false);
  expect(record.rollback?.git).toMatchObject({ via: "pull-request" });
  expect(record.warnings).toEqual([
    expect.stringMatching(
      /^v1\.1\.0-rollback was not tagged: .*RELEASE_SIGNING_KEY is not set\. Do: git tag --annotate/,
    ),
  ]);
  expect((await company.refs()).has("v1.1.0-rollback")).toBe(false);
});

it("a signed tag never replaces one on another commit", async () => {
  const company = await foundCompany({ settings: signed });
  const { env } = makeKey(company);
  const push = async () => {
    await company.git("bot", company.home, "push", "--quiet", "origin", "v1.0.0^{commit}:refs/tags/v1.1.0");
  };
  const end = await approved(company, () => start(company, { env, hooks: beforeStep("tag", push) }, standard));
  expect(end).toMatchObject({ end: "failed" });
  expect((await read(company, "v1.1.0")).record.failure?.failureReason).toBe("Tag v1.1.0 exists and points elsewhere");
});
