import type { Ended, Result } from "./condition.ts";

/** What the record knows of a release, cut down to what the graph can influence. */
export interface Release {
  /** A rollback is a record of its own of a completed release; it has nothing before production. */
  readonly type: "standard" | "hotfix" | "rollback";
  /** Whether the configuration lets this hotfix pass without asking (decision 19). */
  readonly auto: boolean;
  readonly state:
    | "new"
    | "quality_gates"
    | "review"
    | "staging"
    | "production"
    | "completed"
    | "failed"
    | "rolled_back";
  readonly tagged: boolean;
  /** `stale`: verified, and then it waited so long before production that it has to be checked again. */
  readonly staging: "previous" | "touched" | "verified" | "stale";
  /** GitHub remembers that a person approved. */
  readonly approved: boolean;
  readonly touched: boolean;
  readonly verified: boolean;
  /** A verdict is in the record: a red gate, red staging, a refused approval, three interruptions, a bad version. */
  readonly verdict: boolean;
  readonly suspended: boolean;
  /** In a terminal state: something is left to do there. */
  readonly duties: boolean;
  readonly interruptions: number;
  /** A hotfix may owe all journeys after 100 %; `failed`: people decide. */
  readonly journeys: "none" | "due" | "failed";
}

/** One way in which a job may end, and what it cost to make it end so. */
export interface Ending {
  readonly name: string;
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly release: Release;
  readonly fault?: boolean;
  readonly suspends?: boolean;
  /** The whole run is cancelled while this job runs. */
  readonly cancels?: boolean;
}

export function isTerminal({ state }: Release): boolean {
  return state === "completed" || state === "failed" || state === "rolled_back";
}

export function isSettled(release: Release): boolean {
  return isTerminal(release) && !release.duties;
}

/** Where a continued run goes on: the fold that the action `validate` does. */
export function resumeAt(release: Release): string {
  const { type, state, tagged, approved, auto, verified } = release;
  const rollout = type === "standard" ? "production" : "production_canary";
  // Died between the verdict and the end: what is left is to end.
  if (release.verdict && !release.touched) return "failed";
  switch (state) {
    case "new":
    case "quality_gates":
      return type === "standard" ? "quality_gates" : "quality_gates_fast";
    case "review":
      if (!tagged) return "review";
      if (type === "standard") return "staging";
      return approved || auto ? rollout : "review";
    case "staging":
      return approved && release.staging === "verified" ? rollout : "staging";
    case "production":
      return verified ? "completed" : "rolled_back";
    case "completed":
    case "failed":
    case "rolled_back":
      return state;
  }
}

const bare = {};
const ended = (result: Result, outcome?: string): Ended => ({
  result,
  outputs: outcome === undefined ? bare : { outcome },
});

/** Every way in which work can be lost: before it, after it, with its outputs, or by a cancel. */
function deaths(before: Release, after: Release, told: string, middle: Release = before): readonly Ending[] {
  return [
    { name: "killed before", ...ended("failure"), release: before, fault: true },
    { name: "killed in the middle", ...ended("failure"), release: middle, fault: true },
    { name: "killed after", ...ended("failure"), release: after, fault: true },
    { name: "broke after it told", ...ended("failure", told), release: after, fault: true },
    { name: "outputs lost", ...ended("success"), release: after, fault: true },
    { name: "cancelled before", ...ended("cancelled"), release: before, fault: true, cancels: true },
    { name: "cancelled in the middle", ...ended("cancelled"), release: middle, fault: true, cancels: true },
    { name: "cancelled after", ...ended("cancelled"), release: after, fault: true, cancels: true },
  ];
}

export function validate(release: Release): readonly Ending[] {
  const { type } = release;
  const nothing = { type, resume_at: "none", approval: "ask" };
  if (isSettled(release)) {
    return [{ name: "refused", result: "success", outputs: { ...nothing, outcome: "refused" }, release }];
  }
  const after: Release = {
    ...release,
    state: release.state === "new" ? "quality_gates" : release.state,
    suspended: false,
  };
  const approval = release.approved ? "given" : release.auto ? "auto" : "ask";
  const outputs = { outcome: "go", type, resume_at: resumeAt(after), approval };
  const goOn = { ...outputs, resume_at: type === "standard" ? "production" : "production_canary" };
  const usual: readonly Ending[] = [
    { name: "ok", result: "success", outputs, release: after },
    // A rollout that is half way and healthy may be continued instead of taken back.
    ...(outputs.resume_at === "rolled_back" && !after.verdict && !isTerminal(after)
      ? [{ name: "ok, the rollout goes on", result: "success" as const, outputs: goOn, release: after }]
      : []),
    ...deaths(release, after, "go"),
  ];
  if (release.state !== "new") return usual;
  const waits: Release = { ...release, suspended: true };
  const refused: Ending = { name: "refused", result: "failure", outputs: { ...nothing, outcome: "refused" }, release };
  return [
    ...usual,
    ...(release.suspended ? [] : [refused]),
    {
      name: "waits for the fix, or for people at the changelog",
      result: "success",
      outputs: { ...nothing, outcome: "waiting" },
      release: waits,
      suspends: true,
    },
  ];
}

export function gates(release: Release): readonly Ending[] {
  return [{ name: "ok", ...ended("success"), release }, ...deaths(release, release, "")];
}

export function review(release: Release): readonly Ending[] {
  const begun: Release = { ...release, state: "review" };
  const after: Release = { ...begun, tagged: true };
  const red: Release = { ...begun, verdict: true };
  return [
    { name: "ok", ...ended("success", "go"), release: after },
    { name: "waits", ...ended("success", "waiting"), release: { ...begun, suspended: true }, suspends: true },
    { name: "red", ...ended("failure", "failed"), release: red },
    { name: "red, outputs lost", ...ended("failure"), release: red, fault: true },
    // Evidence that was forged, or got lost on its way: nothing is recorded.
    { name: "refuses the evidence", ...ended("failure", "refused"), release, fault: true },
    ...deaths(release, after, "go", begun),
  ];
}

export function deployToStaging(release: Release): readonly Ending[] {
  const touched: Release = { ...release, state: "staging", staging: "touched" };
  const after: Release = { ...touched, staging: "verified" };
  return [
    { name: "ok", ...ended("success", "go"), release: after },
    {
      name: "waits for the window",
      ...ended("success", "waiting"),
      release: { ...after, suspended: true },
      suspends: true,
    },
    { name: "red", ...ended("failure", "failed"), release: { ...touched, verdict: true } },
    { name: "red, outputs lost", ...ended("failure"), release: { ...touched, verdict: true }, fault: true },
    ...deaths(release, after, "go", touched),
  ];
}

/** Puts staging back when the release has a verdict, or was left half deployed; what is proved there stays. */
export function unstage(release: Release): readonly Ending[] {
  const stays = release.staging === "previous" || (release.staging === "verified" && !release.verdict);
  const after: Release = stays ? release : { ...release, staging: "previous" };
  const outcome = stays ? "untouched" : "rolled_back";
  return [{ name: "ok", ...ended("success", outcome), release: after }, ...deaths(release, after, outcome)];
}

export function approve(release: Release): readonly Ending[] {
  const approved: Release = { ...release, approved: true };
  return [
    { name: "approved", ...ended("success"), release: approved },
    { name: "refused", ...ended("failure"), release: { ...release, verdict: true } },
    { name: "expired", ...ended("cancelled"), release: { ...release, verdict: true } },
    ...deaths(release, approved, "").filter(({ name }) => name !== "outputs lost"),
  ];
}

export function deploy(release: Release): readonly Ending[] {
  const touched: Release = { ...release, state: "production", touched: true };
  const after: Release = { ...touched, verified: true };
  const bad: Release = { ...touched, verdict: true };
  const waits: Release = { ...release, suspended: true };
  const long: Release = { ...waits, staging: "stale" };
  return [
    { name: "ok", ...ended("success", "verified"), release: after },
    // Traffic that is split never waits for anything outside the lock: `waiting` is said only while nothing is touched.
    ...(release.touched
      ? []
      : [{ name: "waits for the window", ...ended("success", "waiting"), release: waits, suspends: true }]),
    ...(release.touched || release.type !== "standard"
      ? []
      : [{ name: "waits for long", ...ended("success", "waiting"), release: long, suspends: true }]),
    { name: "bad", ...ended("failure", "touched"), release: bad },
    { name: "bad, outputs lost", ...ended("failure"), release: bad, fault: true },
    { name: "broke before touching", ...ended("failure", "untouched"), release, fault: true },
    ...deaths(release, after, "verified", touched),
  ];
}

/** The rollback that the record allows: nothing when nothing is touched, or when the release has held. */
export function rollBack(release: Release): readonly Ending[] {
  const told = release.state === "completed" ? "completed" : release.verified ? "verified" : "untouched";
  if (!release.touched || (release.verified && release.state !== "rolled_back")) {
    return [{ name: "nothing to do", ...ended("success", told), release }, ...deaths(release, release, told)];
  }
  const entered: Release = { ...release, state: "rolled_back", duties: !isSettled(release) };
  const after: Release = { ...entered, duties: false };
  return [
    { name: "ok", ...ended("success", "rolled_back"), release: after },
    ...deaths(release, after, "rolled_back", entered),
  ];
}

export function complete(release: Release): readonly Ending[] {
  if (!release.verified || release.state === "rolled_back") {
    return [{ name: "nothing to do", ...ended("success", "untouched"), release }];
  }
  const entered: Release = { ...release, state: "completed", duties: true };
  const settled: Release = { ...entered, duties: false };
  const done = [
    { name: "ok", ...ended("success", "completed"), release: settled },
    ...deaths(release, settled, "completed", entered),
  ];
  if (release.journeys === "none") return done;
  const due: Release = { ...entered, journeys: "due" };
  const owing = [
    { name: "ok, journeys are due", ...ended("success", "completed"), release: due },
    ...deaths(release, due, "completed", entered),
  ].map((ending) =>
    ending.outputs["outcome"] === undefined
      ? ending
      : { ...ending, name: `${ending.name}, due`, outputs: { outcome: "completed", journeys: "due" } },
  );
  // A person accepts what failed, or has it walked once more.
  return release.journeys === "failed" ? [...done, ...owing] : owing;
}

/** Records nothing: its evidence goes to the job after it, or is lost with it. */
export function walkJourneys(release: Release): readonly Ending[] {
  return gates(release);
}

export function recordJourneys(release: Release): readonly Ending[] {
  // A person decided meanwhile, or another run was faster.
  if (isSettled(release)) return [{ name: "nothing to do", ...ended("success", "completed"), release }];
  const after: Release = { ...release, journeys: "none", duties: false };
  const failed: Release = { ...release, journeys: "failed", suspended: true };
  return [
    { name: "ok", ...ended("success", "completed"), release: after },
    { name: "journeys failed", ...ended("success", "waiting"), release: failed, suspends: true },
    { name: "refuses the evidence", ...ended("failure"), release, fault: true },
    ...deaths(release, after, "completed"),
  ];
}

/** Acts on a verdict only; a run that died without one is counted, and the third time is a verdict. */
export function fail(release: Release): readonly Ending[] {
  const after = afterFailure(release);
  return [{ name: "ok", ...ended("success", "failed"), release: after }, ...deaths(release, after, "failed")];
}

function afterFailure(release: Release): Release {
  if (release.touched || release.suspended || release.state === "new") return release;
  const interruptions = Math.min(release.interruptions + (release.verdict ? 0 : 1), 3);
  if (!release.verdict && interruptions < 3) return { ...release, interruptions };
  return { ...release, interruptions, verdict: true, state: "failed", duties: release.staging !== "previous" };
}
