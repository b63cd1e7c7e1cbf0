import { expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { reportDocument } from "./document.ts";
import { reportJsonSchema } from "./document-schema.ts";
import { reportAs } from "./formats.ts";
import { facts, type Script } from "./test/facts.ts";
import { rollbackOf, suspendedForApproval, toCompleted, toFailed, toReview, toRolledBack } from "./test/stories.ts";
import { viewOf } from "./view.ts";

const documentOf = (told: ReturnType<typeof facts>) => reportDocument(viewOf(told, {}));

const stories: readonly (readonly [string, Script])[] = [
  ["completed", toCompleted()],
  ["failed", toFailed()],
  ["rolled back", toRolledBack(4000)],
  ["a rollback of its own", rollbackOf(4000)],
  ["waits", [...toReview(), suspendedForApproval]],
  ["in flight", toReview()],
];

it.each(stories)("a release that %s is a report by the published schema", async (_, story) => {
  const validate = addFormats.default(new Ajv2020({ strict: false })).compile(reportJsonSchema());
  const { text, failure } = await reportAs("json", facts(story), {
    rootCause: { text: "a leak", by: "sarah", at: "2026-03-02T12:00:00.000Z" },
  });

  expect(failure).toBeUndefined();
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
});

it("tells every execution of tests in numbers", () => {
  const { tests, notMeasured, links } = documentOf(facts(toCompleted()));

  expect(tests.types).toMatchObject([
    { type: "unit", status: "passed", passed: 210, failed: 0, coveragePercent: 84.25, timeMs: 60_000 },
    { type: "integration", passed: 42, coveragePercent: 71.5 },
    { type: "smoke", passed: 1 },
    { type: "e2e", passed: 2 },
  ]);
  expect(tests.smokeByPlace).toMatchObject([
    { place: "staging", runs: 1, status: "passed", passed: 1, timeMs: 800 },
    { place: "production", runs: 4, passed: 4, timeMs: 3200 },
  ]);
  expect(tests.totalTimeMs).toBe(244_000);
  expect(notMeasured).toContain("watch in production: cpu (at 5%, 25%, 50%, 100%)");
  expect(links).toContainEqual({ what: "Pull request", url: "https://github.com/acme/shop/pull/43" });
});

it("says of a failed release how far it came", () => {
  const { failure, release } = documentOf(facts(toFailed()));

  expect(release).toMatchObject({ state: "failed", ended: true });
  expect(failure).toMatchObject({
    gate: "unit",
    lastStep: "quality_gates#1/unit",
    lastTest: "gate unit",
    gatesNotRun: ["integration", "smoke", "e2e"],
  });
});

it("links the runs in which tests ran, where there are any", () => {
  const told = facts(toCompleted()).map((fact) => ({ ...fact, run: { id: "7712345", attempt: 1 } }));

  expect(documentOf(told).links).toContainEqual({
    what: "Test reports, traces and images of security, dod, unit, integration, smoke, e2e, smoke in staging, smoke in production",
    url: "https://github.com/acme/shop/actions/runs/7712345#artifacts",
  });
});
