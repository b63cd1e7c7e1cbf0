import { readFile } from "node:fs/promises";
import path from "node:path";

import { ReleaseFault } from "#faults";
import { summaryOf, type Outcome, type Runner } from "#shell";
import type { Route, ValidateCommand } from "#stages";

import type { Inputs } from "./inputs.ts";

/** What was asked for, with the changelog that a person wrote. */
export async function commandOf(inputs: Inputs, { cwd }: Runner): Promise<ValidateCommand> {
  const { command, release, type, version, from, to, changelog, severity, incident } = inputs;
  if (command === "start") {
    const changelogOverride = changelog === undefined ? {} : { changelogOverride: await textOf(cwd, changelog) };
    const places = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const why = {
      ...(severity === undefined || severity === "none" ? {} : { severity }),
      ...(incident === undefined ? {} : { incident }),
    };
    const { allowLowerVersion, adopt, dryRun } = inputs;
    const start = { type, version, allowLowerVersion, adopt, dryRun, ...places, ...changelogOverride, ...why };
    return { kind: "start", start };
  }
  if (release !== undefined) return { kind: command, id: release };
  throw new ReleaseFault("input", `release: is required when command is ${command}`, {
    hint: "Example: release: v2.5.0",
  });
}

async function textOf(cwd: string, file: string): Promise<string> {
  const place = path.resolve(cwd, file);
  const outside = path.relative(cwd, place).startsWith("..");
  const found = outside ? undefined : await readFile(place, "utf8").catch(() => undefined);
  if (found !== undefined) return found;
  throw new ReleaseFault("input", `changelog: ${file} cannot be read in the checkout`, {
    hint: "Example: changelog: docs/CHANGELOG_CUSTOM.md",
  });
}

const approvalWords: Readonly<Record<Route["approval"], string>> = {
  ask: "people are asked before production",
  given: "given in an earlier run",
  auto: "nobody is asked: the configuration lets this severity pass",
};

/** The outputs by which the other jobs of the run go. */
export function routeOutcome(route: Route): Outcome {
  const { outcome, release, type, resumeAt, approval, legs, sha, incident, notes } = route;
  const rows = {
    release,
    type,
    ...(incident === undefined ? {} : { incident: `${incident.id} (${incident.severity})` }),
    "goes on at": resumeAt,
    approval: approvalWords[approval],
    legs: legs.join(", "),
    commit: sha,
  };
  return {
    outputs: { outcome, release, type, resume_at: resumeAt, approval, legs: JSON.stringify(legs), sha },
    summary: summaryOf({ title: `${release}: ${outcome}`, rows: Object.entries(rows), notes }),
    ...(outcome === "refused" ? { notices: [{ level: "warning", title: release, text: notes.join("\n") }] } : {}),
  };
}
