import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, it } from "@jest/globals";
import { rollBackRelease } from "#stages";

import { openReceiver } from "../notify/receiver.ts";
import { foundCompany, whenOver, type Company, type Setting } from "./company.ts";
import { approved, read, release, start, workplaceIn } from "./drivers.ts";

// Put together here and in the project's own processes: nothing that is committed holds one of them whole.
const body = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hJ3lM6";
const line = (mark: string) => `${mark}${"MIIEpAIBAAKCAQEA7bq".repeat(3)}`;
const registered = ["corr", "ect-horse-7battery"].join("");
const planted = {
  token: `ghp_${body}`,
  mail: ["ada", "private.example"].join("@"),
  password: "Tr0ub4dor",
  keyLine: line("X"),
  lastLine: line("Y"),
  registered,
  encoded: Buffer.from(registered).toString("base64"),
};
/** Prints them, as a careless test does. */
const careless = [
  `PART=${body}; LINE=MIIEpAIBAAKCAQEA7bq; KIND="RSA PRIVATE"`,
  `echo "pushed with ghp_$PART for ada@private"".example"`,
  `echo "postgres://app:Tr0ub4""dor@db/shop"`,
  `echo "-----BEGIN $KIND KEY-----"; echo "X$LINE$LINE$LINE"; echo "Y$LINE$LINE$LINE"; echo "-----END $KIND KEY-----"`,
  `echo "got corr""ect-horse-7battery"`,
  `printf %s "corr""ect-horse-7battery" | base64`,
].join("; ");
const env = { SHOP_TOKEN: registered };
const unit: Setting = [["gates", "unit", "command"], `sh -c '${careless}; exit 1'`];

/** Every byte that the host has: objects of all refs, pull requests with their comments, issues, releases, check runs. */
async function everythingOf(company: Company): Promise<string> {
  const home = await company.clone("reader");
  await company.git("sarah", home, "fetch", "--quiet", "origin", "+refs/*:refs/all/*");
  const { stdout } = await promisify(execFile)(
    "git",
    ["-C", home, "cat-file", "--batch", "--batch-all-objects", "--buffer"],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const routes = ["pulls?state=all", "issues?state=all", "issues/1/comments", "issues/2/comments", "releases"];
  const pages = await Promise.all(
    routes.map(async (route) => company.api("sarah", "GET", `/repos/acme/shop/${route}`).catch(() => [])),
  );
  return `${stdout}${JSON.stringify(pages)}`;
}

function leaksIn(text: string): readonly string[] {
  return Object.entries(planted).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));
}

it("what a failing gate printed leaves as nothing but placeholders: log, journal, report, pages of the host", async () => {
  const company = await foundCompany({ settings: [unit] });

  const { code, output } = await release(company, ["start", "--type=standard", "--version=1.1.0"], { env }).ended;

  expect(code).not.toBe(0);
  expect(output).toContain("pushed with [REDACTED:github-token] for [REDACTED:email]");
  expect(leaksIn(output)).toEqual([]);
  const { record, facts } = await read(company, "v1.1.0");
  expect(record.state).toBe("failed");
  expect(JSON.stringify(facts)).toContain("[REDACTED:");
  expect(leaksIn(JSON.stringify(facts))).toEqual([]);
  expect(leaksIn(await everythingOf(company))).toEqual([]);
});

it("what people write as a reason, and what is told to channels and pages for it, holds none either", async () => {
  const chat = await openReceiver();
  whenOver(() => void chat.close());
  const channels = [{ name: "chat", kind: "webhook", urlFrom: "CHAT_URL" }];
  const company = await foundCompany({ settings: [[["notify", "channels"], channels]] });
  const said: string[] = [];
  const options = { env: { ...env, CHAT_URL: `${chat.url}/hook` }, say: (text: string) => void said.push(text) };
  await approved(company, async () => start(company, options));
  const reason = `orders fail with ${planted.token} and ${planted.registered}, ask ${planted.mail}`;

  const wanted = { from: "v1.1.0", reason, requestId: "r1" };
  await rollBackRelease(await workplaceIn(company, options), wanted, () => undefined);

  const sent = JSON.stringify(chat.received.map((one) => one.body));
  expect(sent).toContain("[REDACTED:github-token]");
  expect(leaksIn(sent)).toEqual([]);
  expect(leaksIn(said.join("\n"))).toEqual([]);
  expect(leaksIn(await everythingOf(company))).toEqual([]);
});
