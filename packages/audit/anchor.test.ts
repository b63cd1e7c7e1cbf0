import { generateKeyPairSync } from "node:crypto";

import { expect, it } from "@jest/globals";

import { anchorOf, anchorProblems, findAnchor } from "./anchor.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { signerFrom } from "./note.ts";

const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const signer = signerFrom("github.com/org/shop/release-audit", pem);
const lines = Array.from({ length: 12 }, (_, index) => `{"seq":${index + 1}}\n`);
const logOf = (count: number) => lines.slice(0, count).join("");

async function anchorAt(count: number, log = logOf(count)) {
  const text = `v1.0.${count} serves all traffic · ${anchorOf(await signCheckpoint(log, signer))}`;
  const found = findAnchor(`v1.0.${count}`, text);
  if (found === undefined) throw new Error(`no anchor in ${text}`);
  return found;
}

it("says a checkpoint in few words, and is found at the end of others", async () => {
  const short = anchorOf(await signCheckpoint(logOf(12), signer)) ?? "";
  expect(short).toMatch(/^audit log: 12 entries, root \S{44}$/);
  expect(short.length).toBeLessThan(90);
  expect(await anchorAt(12)).toMatchObject({ from: "v1.0.12", size: 12 });
});

it.each(["", "x", "origin\nmany\nroot\n", "origin\n12\nAAAA\n"])(
  "is nothing for %j, which is no checkpoint",
  (text) => {
    expect(anchorOf(text)).toBeUndefined();
    expect(findAnchor("x", text)).toBeUndefined();
  },
);

it("fits the log as it was, also when that has grown", async () => {
  expect(anchorProblems(Buffer.from(logOf(12)), [await anchorAt(3), await anchorAt(12)])).toEqual([]);
});

it("finds each line that was changed, and what was cut away", async () => {
  const anchors = [await anchorAt(3), await anchorAt(12)];
  for (const [index, line] of lines.entries()) {
    const changed = Buffer.from(lines.with(index, line.replace("seq", "sEq")).join(""));
    expect(anchorProblems(changed, anchors)).toEqual([
      ...(index < 3 ? ["v1.0.3: the first 3 entries are not those that were anchored"] : []),
      "v1.0.12: the first 12 entries are not those that were anchored",
    ]);
  }
  expect(anchorProblems(Buffer.from(logOf(11)), anchors)).toEqual([
    "v1.0.12: vouches for 12 entries, and the log has 11: the newest are gone",
  ]);
});

it("tells two logs of one size apart", async () => {
  const other = { ...(await anchorAt(12, logOf(12).replace("1", "9"))), from: "another" };
  expect(anchorProblems(Buffer.from(logOf(12)), [await anchorAt(12), other])).toEqual([
    "another: the first 12 entries are not those that were anchored",
    "v1.0.12 and another both vouch for 12 entries, and not for the same: the log was forked",
  ]);
});
