import { createHash, generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, it } from "@jest/globals";
import canonicalize from "canonicalize";

import { continueLog, signCheckpoint, signerFrom } from "#audit";
import type { Fact } from "#machine";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, hurried, release, resume, start } from "./drivers.ts";

const signing: readonly Setting[] = [[["audit", "sign"], "key"]];
const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const env = { RELEASE_AUDIT_KEY: pem };

const verify = (company: Company, ...options: readonly string[]) =>
  release(company, ["audit", "verify", ...options]).ended;

interface Status {
  readonly state: string;
  readonly description: string;
  readonly log_url: string;
  readonly environment_url: string;
}

/** What the host shows of the deployments to production, newest first. */
async function shown(company: Company): Promise<readonly Status[]> {
  const all = (await company.api("sarah", "GET", "deployments?environment=production")) as readonly { id: number }[];
  const lists = all.map(({ id }) => company.api("sarah", "GET", `deployments/${id}/statuses`));
  return ((await Promise.all(lists)) as readonly (readonly Status[])[]).flat();
}

/** Who has the key and may force-push writes the whole archive anew: the same release, started by somebody else. */
async function rewritten(company: Company): Promise<void> {
  const { git } = company;
  const clone = await company.clone("forgery", "release-journal");
  const file = "releases/v1.1.0.jsonl";
  const facts = (await git("sarah", clone, "show", `HEAD:${file}`))
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text) as Fact);
  const [opened, ...rest] = facts;
  if (opened?.type !== "opened") throw new Error("it begins otherwise");
  const changed: Fact[] = [];
  let prev = "0".repeat(64);
  for (const fact of [{ ...opened, plan: { ...opened.plan, initiatedBy: "aisha" } }, ...rest]) {
    changed.push({ ...fact, prev });
    prev = createHash("sha256")
      .update(canonicalize({ ...fact, prev }) ?? "")
      .digest("hex");
  }
  const signer = signerFrom(new URL(company.world.githubUrl).host + "/acme/shop/release-audit", pem);
  const log = continueLog("", { facts: changed, denied: [] });
  const write = (name: string, text: string) => writeFile(path.join(clone, name), text);
  await write(file, changed.map((fact) => `${canonicalize(fact)}\n`).join(""));
  await write("docs/audit/releases.log", log);
  await write("docs/audit/checkpoint", await signCheckpoint(log, signer));
  const as = ["-c", "user.name=Sarah", "-c", "user.email=sarah@acme.example"];
  await git("sarah", clone, ...as, "commit", "--quiet", "--all", "--amend", "-m", "as it should have been");
  await git("sarah", clone, "push", "--quiet", "--force", "origin", "HEAD:refs/heads/release-journal");
}

it("what the deployment to production says of the log shows that its key was used to write it anew", async () => {
  const company = await foundCompany({ settings: signing });
  const key = (await release(company, ["audit", "key"], { env }).ended).output.trim();
  expect(await approved(company, () => start(company, { env }))).toMatchObject({ end: "completed" });

  const [last, before] = await shown(company);
  expect(last?.description).toMatch(/^v1\.1\.0 serves all traffic · audit log: 1 entries, root [A-Za-z0-9+/]{43}=$/);
  expect(before).toMatchObject({ state: last?.state, description: "v1.1.0 serves all traffic" });
  expect([last?.log_url, last?.environment_url]).toEqual([before?.log_url, before?.environment_url]);
  const whole = await verify(company, `--key=${key}`, "--anchors");
  expect(whole).toMatchObject({
    code: 0,
    output: expect.stringContaining("Anchored: 1 deployment to production, for up to 1 entries."),
  });

  await release(company, ["rollback", "v1.1.0", "--reason=orders fail"], { env }).ended;
  expect((await shown(company)).map(({ description }) => description)).toContainEqual(
    expect.stringMatching(/^rolled back, v1\.0\.0 serves · audit log: 2 entries, root /),
  );

  await rewritten(company);
  const found = await verify(company, `--key=${key}`, "--anchors");
  expect(found.code).toBe(5);
  expect(found.output).toMatch(
    /the deployment of v1\.1\.0 \(\d{4}-\S+, by \S+\): the first 1 entries are not those that were anchored/,
  );
}, 240_000);

/** Acts right before, or right after, the request that brings the anchor to the host. */
function around(act: { readonly before?: () => Promise<unknown>; readonly after?: () => Promise<unknown> }) {
  const send: typeof fetch = async (input, init) => {
    const isAnchor = init?.body instanceof Uint8Array && Buffer.from(init.body).includes("audit log: ");
    if (isAnchor) await act.before?.();
    const response = await fetch(input, init);
    if (isAnchor) await act.after?.();
    return response;
  };
  return send;
}

it.each([403, 500])(
  "a host that says %i keeps no release from its end, and it is said",
  async (status) => {
    const company = await foundCompany({ settings: signing });
    const { admin } = company;
    const refuse = () => admin.fault({ match: { method: "POST", path: "/statuses$" }, action: { status } });
    const said: string[] = [];
    const options = { env, clock: hurried, fetch: around({ before: refuse }), say: (text: string) => said.push(text) };

    expect(await approved(company, () => start(company, options))).toMatchObject({ end: "completed" });

    expect(said).toContainEqual(
      expect.stringMatching(new RegExp(`^The audit log is not anchored at the deployment of v1.1.0: .*${status}`)),
    );
    expect(said).toContainEqual(expect.stringMatching(/^records: /));
    await admin.clearFaults();
    expect(await verify(company, "--anchors")).toMatchObject({
      code: 5,
      output: expect.stringContaining("no deployment to production carries an anchor of the log"),
    });
  },
  240_000,
);

it.each(["before", "after"] as const)(
  "a driver that dies right %s the anchor leaves it to the next, once",
  async (when) => {
    const company = await foundCompany({ settings: signing });
    const death = new AbortController();
    const die = async () => death.abort(new Error("dead"));
    const dying = { env, signal: death.signal, fetch: around({ [when]: die }) };
    await expect(approved(company, () => start(company, dying))).rejects.toThrow("dead");

    expect(await resume(company, "v1.1.0", { env })).toMatchObject({ end: "completed" });

    const anchors = (await shown(company)).filter(({ description }) => description.includes("audit log: "));
    expect(anchors).toHaveLength(1);
  },
  240_000,
);
