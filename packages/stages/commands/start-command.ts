import canonicalize from "canonicalize";

import { ReleaseFault } from "#faults";
import type { GateName, Override, ReleasePlan, Schedule, Severity } from "#machine";

import { parseEmergency } from "./emergency.ts";
import { incidentOf } from "../plan/incident.ts";
import { parseOverrides } from "../gates/overrides.ts";
import { parsePlanFile, type PlanDocument, type Reviewed } from "../plan/reviewed-plan.ts";
import { parseSchedule } from "./schedule.ts";

/** What was asked for, as a form, a comment, a calling workflow or a command line says it; files by name. */
export interface StartWords {
  readonly type: "standard" | "hotfix";
  /** X.Y.Z, or `major`, `minor`, `patch`, `auto`, `prerelease`; of a pre-release X.Y.Z-rc.N. */
  readonly version: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** File with a changelog that a person wrote. */
  readonly changelog?: string | undefined;
  /** File with a reviewed plan, or `sha256:` and its digest. */
  readonly plan?: string | undefined;
  /** `none` is what a form says for "not named". */
  readonly severity?: Severity | "none" | undefined;
  readonly incident?: string | undefined;
  /** Gates that may fail: one `gate: reason` a line. */
  readonly override?: string | undefined;
  /** Why it passes windows and freezes. */
  readonly emergency?: string | undefined;
  /** When production may be changed: not before, and no more after, like `2026-12-01T09:00 Europe/Berlin`. */
  readonly at?: string | undefined;
  readonly expires?: string | undefined;
  readonly allowLowerVersion?: boolean | undefined;
  readonly adopt?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/** What a person asked for, the same value by whichever way it came. */
export interface StartCommand {
  readonly type: "standard" | "hotfix";
  /** X.Y.Z, or `major`, `minor`, `patch`, `auto`, `prerelease`; of a pre-release X.Y.Z-rc.N. */
  readonly version: string;
  /** Source branch, or the base tag of a hotfix; detected when absent. */
  readonly from?: string;
  readonly to?: string;
  /** Text of the file given by `--changelog=FILE`. */
  readonly changelogOverride?: string;
  /** A retry takes over the branch of the attempt before, while it is still where that attempt left it. */
  readonly retryOf?: {
    readonly release: string;
    readonly gate: GateName | undefined;
    readonly branchHead: string | undefined;
  };
  /** Of a hotfix: how bad the incident is that it ends, and its id; both or none (decision 19). */
  readonly severity?: Severity;
  readonly incident?: string;
  /** The gates that may fail; only an admin may ask for that. */
  readonly overrides?: readonly Override[];
  /** Why it passes windows and freezes; only an emergency approver may ask for that. */
  readonly emergency?: string;
  readonly schedule?: Schedule;
  /** The version may be lower than what the commits ask for: somebody said so. */
  readonly allowLowerVersion?: boolean;
  /** Of a hotfix: the branch is there already, with its fix, and is taken over (decision 29). */
  readonly adopt?: boolean;
  /** Only a look at what would happen: whoever may read may have it. */
  readonly dryRun?: boolean;
  /** What people agreed to: anything else is refused. */
  readonly reviewed?: Reviewed;
}

/** Reads a file that somebody named; throws an `input` fault when it cannot be read. */
export type ReadNamed = (file: string, input: "changelog" | "plan") => Promise<string>;

/** The one way from what was said to what is started. Throws an `input` fault for what cannot be meant together. */
export async function startOf(words: StartWords, readNamed: ReadNamed): Promise<StartCommand> {
  const given = withoutBlanks(words);
  const { changelog, plan, dryRun, override: said, emergency: _why, at: _from, expires: _until, ...rest } = given;
  incidentOf(rest);
  const overrides = { ...overridesOf(said), ...timesOf(given) };
  const run = dryRun === true ? { dryRun } : {};
  const digest = /^sha256:(?<hex>[0-9a-f]{64})$/.exec(plan ?? "")?.groups?.["hex"];
  if (plan !== undefined && digest === undefined) {
    const reviewed = parsePlanFile(await readNamed(plan, "plan"), plan);
    if (reviewed.document === undefined) throw new Error("a plan's file has its text");
    return { ...asPlanned(given, reviewed.document, overrides), ...run, reviewed };
  }
  const override = changelog === undefined ? {} : { changelogOverride: await readNamed(changelog, "changelog") };
  return { ...rest, ...overrides, ...override, ...run, ...(digest === undefined ? {} : { reviewed: { digest } }) };
}

/** What was said of overrides, as part of a command. */
export function overridesOf(said: string | undefined): Pick<StartCommand, "overrides"> {
  const overrides = parseOverrides(said ?? "");
  return overrides.length === 0 ? {} : { overrides };
}

/** When it may go to production, and whether that may be now all the same. */
function timesOf({ emergency, ...said }: Pick<Given, "emergency" | "at" | "expires">): Times {
  const schedule = parseSchedule(said);
  return {
    ...(emergency === undefined ? {} : { emergency: parseEmergency(emergency) }),
    ...(schedule === undefined ? {} : { schedule }),
  };
}

type Times = Pick<StartCommand, "emergency" | "schedule">;

type Given = Pick<StartCommand, "type" | "version" | "from" | "to" | "severity" | "incident" | "dryRun"> &
  Pick<StartCommand, "allowLowerVersion" | "adopt"> & {
    readonly changelog?: string;
    readonly plan?: string;
    readonly override?: string;
    readonly emergency?: string;
    readonly at?: string;
    readonly expires?: string;
  };

/** A form sends every field: what was left empty was not said. */
function withoutBlanks({ type, version, allowLowerVersion, adopt, dryRun, severity, ...texts }: StartWords): Given {
  const said = Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const value = text?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  return {
    type,
    version,
    ...said,
    ...(severity === undefined || severity === "none" ? {} : { severity }),
    ...(allowLowerVersion === true ? { allowLowerVersion } : {}),
    ...(adopt === true ? { adopt } : {}),
    ...(dryRun === true ? { dryRun } : {}),
  };
}

/** The plan says it all; what else was said must be what it says, or what a form says when nothing was typed. */
function asPlanned(given: Given, { plan }: PlanDocument, said: Pick<StartCommand, "overrides"> & Times): StartCommand {
  const keys = ["overrides", "emergency", "schedule"] as const;
  const other = keys.find((key) => said[key] !== undefined && canonicalize(said[key]) !== canonicalize(plan[key]));
  const { severity, id } = plan.incident ?? {};
  const planned = {
    type: plan.releaseType,
    version: plan.releaseVersion,
    from: plan.baseBranch,
    to: plan.targetBranch,
    severity,
    incident: id,
  };
  const untyped = { type: "standard", version: "auto" };
  const contrary = Object.entries(planned).find(([name, value]) => {
    const asked: unknown = Reflect.get(given, name);
    return asked !== undefined && asked !== value && asked !== Reflect.get(untyped, name);
  });
  if (contrary !== undefined || given.changelog !== undefined || other !== undefined) {
    const [name, value] = contrary ?? [other?.replace("overrides", "override") ?? "changelog", "part of the plan"];
    throw new ReleaseFault("input", `The plan says its own ${name}: ${value ?? "none"}`, {
      hint: `Leave ${name} out. Example: release start --plan=${given.plan ?? "plan.json"}`,
    });
  }
  const { emergency } = plan;
  const urgent = emergency === undefined ? {} : { emergency };
  return { ...sameAgain(plan), ...overriding(plan), ...urgent, ...(given.adopt === true ? { adopt: true } : {}) };
}

/** The overrides of a plan. A retry does not go on with them: an admin says again what may fail. */
export function overriding({ overrides }: Pick<StartCommand, "overrides">): Pick<StartCommand, "overrides"> {
  return overrides === undefined ? {} : { overrides };
}

type Asked = Pick<
  ReleasePlan,
  | "releaseType"
  | "releaseVersion"
  | "baseBranch"
  | "targetBranch"
  | "changelogOverride"
  | "incident"
  | "allowsLowerVersion"
  | "schedule"
>;

/** What was asked for when this was planned. */
export function sameAgain(plan: Asked): StartCommand {
  return {
    type: plan.releaseType === "hotfix" ? "hotfix" : "standard",
    version: plan.releaseVersion,
    from: plan.baseBranch,
    to: plan.targetBranch,
    ...(plan.changelogOverride === undefined ? {} : { changelogOverride: plan.changelogOverride }),
    ...(plan.incident === undefined ? {} : { severity: plan.incident.severity, incident: plan.incident.id }),
    ...(plan.schedule === undefined ? {} : { schedule: plan.schedule }),
    ...(plan.allowsLowerVersion === true ? { allowLowerVersion: true } : {}),
  };
}
