import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { ReleaseFault } from "#faults";

import { isCommand, parseComment } from "./comment.ts";
import type { Command } from "./parse.ts";

it.each<[string, Command]>([
  ["/release status", { kind: "status", json: false }],
  ["/release status v2.5.0\r\n\r\nthank you", { kind: "status", id: "v2.5.0", json: false }],
  [
    '/release abort v2.5.0 --reason="wrong branch"',
    { kind: "request", ask: "abort", id: "v2.5.0", reason: "wrong branch" },
  ],
  ["/release hold v2.5.0 —reason=“don't ask”", { kind: "request", ask: "hold", id: "v2.5.0", reason: "don't ask" }],
  [
    "/release rollback v2.5.0 --reason 'orders fail' --to v2.4.0",
    { kind: "rollback", from: "v2.5.0", to: "v2.4.0", reason: "orders fail" },
  ],
  [
    "/release retry v2.5.0 --override='unit: flaky; e2e: slow'",
    { kind: "retry", id: "v2.5.0", override: "unit: flaky; e2e: slow" },
  ],
  [
    '/release retry v2.5.0 --override="unit: flaky, INC-7" —override=“e2e: it\'s slow”',
    { kind: "retry", id: "v2.5.0", override: "unit: flaky, INC-7\ne2e: it's slow" },
  ],
  [
    "/release hold v2.5.0 --reason=$(reboot);`id`",
    { kind: "request", ask: "hold", id: "v2.5.0", reason: "$(reboot);`id`" },
  ],
])("%s", (body, command) => {
  expect(parseComment(body)).toEqual(command);
});

it.each(["", "hello", "Say /release status", "/releases", " > /release status", "\n/release status"])(
  "%p asks us for nothing",
  (body) => {
    expect(parseComment(body)).toBeUndefined();
  },
);

it.each([
  ["/release abrot v2.5.0", "Did you mean abort?"],
  ["/release status\n/release abort v2.5.0 --reason=x", "Write the second one in a comment of its own."],
  ['/release abort v2.5.0 --reason="wrong', "Example: /release status v2.5.0"],
  [`/release status ${"v".repeat(3_000)}`, "Example: /release status v2.5.0"],
  ["/release status --directory=/", "Example: /release status v2.5.0"],
  ["/release hold v2.5.0", 'Example: release hold v2.5.0 --reason="payment provider is down"'],
])("%p is refused with a hint", (body, hint) => {
  expect(() => parseComment(body)).toThrow(expect.objectContaining({ code: "input", hint }));
});

it("reads or refuses whatever people write, and does nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const body = `/release ${text}`;
      expect(isCommand(body)).toBe(true);
      try {
        parseComment(body);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ReleaseFault);
      }
    }),
    { numRuns: 500 },
  );
});
