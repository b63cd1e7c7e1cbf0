import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { createScrubber } from "./index.ts";

// Planted secrets are put together here, so that no scanner takes this file for a leak.
const letters = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7".repeat(3);
const plain = createScrubber({ secrets: [] });

const edge = (word: string) => `-----${word} RSA PRIVATE KEY-----`;

describe("well-known shapes", () => {
  const key = `${edge("BEGIN")}\n${letters}\n${letters}\n${edge("END")}`;

  it.each([
    ["github-token", `ghp_${letters.slice(0, 36)}`],
    ["github-token", `ghs_${letters.slice(0, 36)}`],
    ["github-token", `github_pat_${letters.slice(0, 22)}_${letters.slice(0, 59)}`],
    ["aws-key", ["AKIA", "ABCDEFGH23456789"].join("")],
    ["slack-token", ["xoxb", "123456789012", "abcdefABCDEF"].join("-")],
    ["jwt", `eyJ${letters.slice(0, 20)}.eyJ${letters.slice(0, 30)}.${letters.slice(0, 43)}`],
    ["private-key", key],
    ["private-key", key.replaceAll("\n", "\\n")],
    ["private-key", key.slice(0, 120)],
    ["email", "ada.lovelace+x@mail.example.co.uk"],
    ["card", "4111 1111 1111 1111"],
    ["card", "5500-0000-0000-0004"],
    ["card", "378282246310005"],
  ])("%s is replaced whole", (kind, secret) => {
    expect(plain.text(`before ${secret} after`)).toBe(`before [REDACTED:${kind}] after`);
  });

  it.each([
    ["Authorization: Bearer abcdef0123456789abcd", "Authorization: Bearer [REDACTED:credentials]"],
    ["authorization: basic dXNlcjpwYXNzd29yZA==", "authorization: basic [REDACTED:credentials]"],
    ["git clone https://me:p%40ss@git.example/x.git", "git clone https://[REDACTED:credentials]@git.example/x.git"],
    ["postgres://app:s3cr3t/x@db:5432/shop", "postgres://app:s3cr3t/x@db:5432/shop"],
    ["postgres://app:s3cr3t@db:5432/shop", "postgres://[REDACTED:credentials]@db:5432/shop"],
    [`AWS_SECRET_ACCESS_KEY=${letters.slice(0, 40)}`, "AWS_SECRET_ACCESS_KEY=[REDACTED:aws-secret]"],
    ['{"aws_secret_access_key": "' + letters.slice(0, 40) + '"}', '{"aws_secret_access_key": "[REDACTED:aws-secret]"}'],
    ["DB_PASSWORD=hunter22!x rest", "DB_PASSWORD=[REDACTED:credentials] rest"],
  ])("%s", (text, expected) => {
    expect(plain.text(text)).toBe(expected);
  });
});

describe("registered values", () => {
  const secret = 'p@ss "word"/+é\\7';
  const { text, value } = createScrubber({ secrets: [secret, "short", "abc", "shorter-and-longer"] });

  it.each([
    ["plain", secret],
    ["URL", encodeURIComponent(secret)],
    ["form", new URLSearchParams({ x: secret }).toString().slice(2)],
    ["JSON", JSON.stringify(secret).slice(1, -1)],
    ["base64", Buffer.from(secret).toString("base64")],
    ["base64url", Buffer.from(secret).toString("base64url")],
  ])("are found in %s form", (_form, leaked) => {
    expect(text(`x=${leaked};`)).toBe("x=[REDACTED:secret];");
  });

  it.each(["u", "me", "bot"])("are found inside the base64 of %s:secret", (user) => {
    const leaked = text(Buffer.from(`${user}:${secret}:x`).toString("base64"));

    expect(leaked).toContain("[REDACTED:secret]");
    expect(Buffer.from(leaked.replace(/\[.*\]/, ""), "base64").toString()).not.toContain("word");
  });

  it("are replaced longest first, and too short ones are left alone", () => {
    expect(text("shorter-and-longer short abc")).toBe("[REDACTED:secret] [REDACTED:secret] abc");
  });

  it("of several lines are found line by line", () => {
    const scrubber = createScrubber({ secrets: ["first-line-1\nsecond-line-2\n"] });

    expect(scrubber.text("> first-line-1\n> second-line-2")).toBe("> [REDACTED:secret]\n> [REDACTED:secret]");
  });

  it("are found in JSON, keys included, and the shape stays", () => {
    const json = { at: 1, ok: true, none: null, list: ["short", { short: "a short b" }], password: "x y" };

    expect(value(json)).toEqual({
      at: 1,
      ok: true,
      none: null,
      list: ["[REDACTED:secret]", { "[REDACTED:secret]": "a [REDACTED:secret] b" }],
      password: "[REDACTED:credentials]",
    });
  });

  it("never survive, whatever they are and wherever they stand", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, maxLength: 40, unit: "binary" }),
        fc.string(),
        fc.string(),
        (leak, before, after) => {
          fc.pre(leak.trim().length >= 6 && !"[REDACTED:secret]".includes(leak.trim()));
          const scrubber = createScrubber({ secrets: [leak] });

          const scrubbed = scrubber.text(`${before}${leak}${after}`);

          expect(scrubbed).not.toContain(leak);
          expect(scrubber.text(scrubbed)).toBe(scrubbed);
        },
      ),
    );
  });
});

describe("harm to what is no secret", () => {
  it("leaves a clean log of 10,000 lines as it is", () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) =>
        [
          `2026-03-0${(index % 9) + 1}T10:15:30.${index}Z INFO GET https://shop.example:8443/items/${index}?q=a@b 200 ${index % 97} ms`,
          `commit ${"0123456789abcdef".repeat(3).slice(index % 8, (index % 8) + 40)} feat(auth): bearer token for basic authentication`,
          `npm @actions/core@3.0.1 sha512-${letters.slice(0, 80)}== 1788${index} build 20260301123${index}`,
          `trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7 timestamp 1770000000${100 + (index % 900)}`,
          `password must be at least 12 characters; secret: required; git@github.com:org/repo.git tag v2.4.1`,
        ][index % 5] ?? "",
    ).join("\n");

    const scrubbed = plain.text(lines).split("\n");
    expect(lines.split("\n").filter((line, index) => line !== scrubbed[index])).toEqual([]);
  });

  it("is linear in time on hostile text", () => {
    const hostile = [
      "-----BEGIN RSA PRIVATE KEY-----",
      "a.",
      "a@a.",
      "eyJ",
      "x://",
      "4 ",
      "aws_secret",
      "Bearer ",
      "a_",
      "A",
      "password=",
    ];
    for (const piece of hostile) {
      const started = performance.now();
      plain.text(piece.repeat(Math.ceil(200_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
