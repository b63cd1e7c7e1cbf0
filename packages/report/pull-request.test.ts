import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Lexer } from "marked";

import { fold } from "#machine";

import { folded } from "./folded.ts";
import { pullRequestBodies, pullRequestBody } from "./pull-request.ts";
import { facts, gate, opened } from "./test/facts.ts";
import { toReview } from "./test/stories.ts";

const bodyOf = (script: Parameters<typeof facts>[0]): string => pullRequestBody(fold(facts(script)));

describe("the text of the pull request", () => {
  const body = bodyOf(toReview());

  it.each([
    ["what goes where", "Release **2.5.0** from develop into main, after v2.4.0"],
    ["the security scan", "security scan ✅ passed: 0 critical, 0 high, 3 lower."],
    ["time of all gates, and on which commit", "## Quality gates (6 min 00 s on `aaaaaaa`)"],
    ["unit coverage against its bound", "| unit | ✅ passed | 210 | 0 | 84.3 % | ≥ 80 % | 1 min 00 s |"],
    ["integration coverage", "| integration | ✅ passed | 42 | 0 | 71.5 % | ≥ 70 % | 1 min 00 s |"],
    ["each critical path", "| api | GET /health | ✅ passed | 12 ms |"],
    ["what does not apply, and why", "| database | database | ➖ not applicable | 0 ms | none: no database |"],
    ["each journey", "| logs in | ✅ passed | 900 ms |"],
    ["tickets", "## Tickets\n\n- [#12](https://github.com/acme/shop/issues/12)\n- [SHOP-7]"],
    ["the changes by group", "#### Fixes\n\n- round prices"],
  ])("shows %s", (_, text) => {
    expect(body).toContain(text);
  });
});

it("says first who lets it pass windows and freezes, and why, as plain text", () => {
  const [first] = toReview();
  const rest = toReview().slice(1);
  expect(first?.type).toBe("opened");

  const body = bodyOf([opened({ emergency: "orders are <b>lost</b>" }), ...rest]);

  expect(
    body.startsWith("## Emergency\n\nEMERGENCY, by sarah: windows and freezes do not hold it: orders are &lt;b"),
  ).toBe(true);
  expect(bodyOf(toReview())).not.toContain("## Emergency");
});

describe("a text beyond the limit of the code host", () => {
  const entries = Array.from({ length: 3000 }, (_, index) => `- change ${index} ${"x".repeat(40)}`);
  const body = bodyOf(toReview(`## 2.5.0\n\n### Features\n\n${entries.join("\n")}\n`));

  it("loses whole lines of what is longest, and says how many and where they are", () => {
    const kept = body.split("\n").filter((line) => line.startsWith("- change"));

    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body.length).toBeGreaterThan(59_800);
    expect(kept).toEqual(entries.slice(0, kept.length));
    expect(body.endsWith(`… and ${3000 - kept.length} more lines in CHANGELOG.md of this branch.`)).toBe(true);
  });

  it("keeps the gates and the tests whole", () => {
    expect(body).toContain("| logs in | ✅ passed | 900 ms |");
  });

  it("takes rows from a table that is longest", () => {
    const journeys = Array.from({ length: 3000 }, (_, index) => ({
      name: `journey number ${index}`,
      status: "passed" as const,
      durationMs: 1,
    }));
    const long = bodyOf([
      ...toReview(),
      gate("e2e", { metrics: { gate: "e2e", journeysPassed: 3000, journeysFailed: 0, journeys } }),
    ]);

    expect(long.length).toBeLessThanOrEqual(60_000);
    expect(long).toMatch(/\| journey number \d+ \| ✅ passed \| 1 ms \|\n\n… and \d+ more lines in `release report/);
    expect(long).toContain("#### Fixes");
  });
});

it("says whose approval counts, and for which paths", () => {
  const groups = [
    { owners: ["@ann", "@acme/leads"], paths: ["a.ts", "b.ts", "c.ts", "d.ts"] },
    { owners: ["@bob"], paths: [] },
  ];

  const text = pullRequestBody(fold(facts(toReview())), { rule: "all", groups });

  expect(text).toContain("One of each row has to approve:");
  expect(text).toMatch(/\| @\u200Bann or @\u200Bacme\/leads \| a\.ts, b\.ts, c\.ts and 1 more \|/);
  expect(text).toContain("all, by the configuration |");
});

it("comes in ever fewer words, each within its size, whatever people wrote into it", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom("```", "~~~", "| a | b |", "| --- | --- |", "## x"),
  );
  const text = fc.tuple(fc.array(line, { maxLength: 40 }), fc.integer({ min: 1, max: 200 }));

  fc.assert(
    fc.property(text, fc.array(fc.string({ maxLength: 200 })), ([lines, times], paths) => {
      const record = fold(facts(toReview(`${lines.join("\n")}\n`.repeat(times))));
      const bodies = pullRequestBodies(record, {
        rule: "any",
        groups: paths.map((path) => ({ owners: ["@a"], paths: [path] })),
      });

      expect(bodies.map(({ length }, index) => length <= ([60_000, 20_000, 4000][index] ?? 0))).toEqual([
        true,
        true,
        true,
      ]);
      for (const body of bodies) expect(body).toContain("## Quality gates");
    }),
    { numRuns: 30 },
  );
});

it("never cuts a fenced block in two, nor leaves a table without rows' names", () => {
  const fence = `\`\`\`\n${"code\n".repeat(20)}\`\`\``;
  const body = `intro\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n${fence}\n\nlast`;

  for (let limit = 200; limit > 60; limit -= 1) {
    const text = folded([{ title: "## T", body, elsewhere: "there" }], limit);
    const types = new Lexer({ gfm: true }).lex(text).map(({ type }) => type);

    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text.includes("```")).toBe(text.includes(fence));
    expect(text.includes("| a | b |")).toBe(types.includes("table"));
  }
});
