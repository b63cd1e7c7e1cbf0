import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { emptyState, flawOf, type PlatformState } from "./protocol.ts";
import { withCandidate, withFinished, withRollback, withShare } from "./rollout.ts";

function program(version: string) {
  return { version, sha: version, directory: `/${version}`, command: "run", env: {}, health: "/", instances: 1 };
}

const anyVersion = fc.integer({ min: 1, max: 4 }).map((n) => `v${n}`);
type Act = (state: PlatformState) => PlatformState;

const act: fc.Arbitrary<Act> = fc.oneof(
  anyVersion.map(
    (version): Act =>
      (state) =>
        withCandidate(state, program(version)),
  ),
  fc.tuple(anyVersion, fc.integer({ min: 0, max: 100 })).map(
    ([version, percent]): Act =>
      (state) =>
        whenUp(state, version, () => withShare(state, version, percent)),
  ),
  anyVersion.map(
    (version): Act =>
      (state) =>
        whenUp(state, version, () => withFinished(state, version)),
  ),
  anyVersion.map(
    (version): Act =>
      (state) =>
        whenUp(state, version, () => withRollback(state, version, 1000)),
  ),
);

function whenUp(state: PlatformState, version: string, next: () => PlatformState): PlatformState {
  return state.revisions.some((one) => one.version === version) ? next() : state;
}

it("keeps every state sound whatever is done in whatever order, and doing the same twice changes nothing", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let state = emptyState;
      for (const one of acts) {
        state = one(state);
        expect(flawOf(state)).toBeUndefined();
        expect(one(state)).toEqual(state);
      }
    }),
  );
});

it("never takes traffic from a version that serves until somebody else has it", () => {
  const first = withFinished(withCandidate(emptyState, program("v1")), "v1");
  const second = withCandidate(first, program("v2"));

  expect(withShare(second, "v2", 30).revisions.map(({ version, percent }) => [version, percent])).toEqual([
    ["v1", 70],
    ["v2", 30],
  ]);
  expect(withShare(first, "v1", 10).revisions).toMatchObject([{ version: "v1", percent: 100 }]);
});

it("keeps a rolled-back version through the next release, and the version before the last goes", () => {
  let state = emptyState;
  for (const version of ["v1", "v2"]) state = withFinished(withCandidate(state, program(version)), version);
  state = withRollback(state, "v1", 5000);
  state = withFinished(withCandidate(state, program("v3")), "v3");
  state = withFinished(withCandidate(state, program("v4")), "v4");

  expect(state.revisions.map(({ version }) => version)).toEqual(["v2", "v3", "v4"]);
  expect(state).toMatchObject({ serving: "v4", previous: "v3" });
});

it("keeps a version bad that an earlier rollback found bad, even as the one before the last", () => {
  let state = withFinished(withCandidate(emptyState, program("v1")), "v1");
  state = withFinished(withCandidate(state, program("v2")), "v2");
  state = withRollback(withCandidate(state, program("v3")), "v3", 1000);

  expect(withRollback(state, "v3", 2000)).toEqual(state);
  expect(state.revisions.find(({ version }) => version === "v1")).toMatchObject({ badUntilMs: 1000 });
});
