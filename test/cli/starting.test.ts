import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

import { parseComment } from "#cli";
import { parseInputs, type Runner } from "#shell";
import { startOf, type StartCommand, type StartWords } from "#stages";

import { shape } from "../../actions/validate/index.ts";
import { commandOf } from "../../actions/validate/route.ts";
import { parseCommand } from "../../packages/cli/parse.ts";

const noFile = async (): Promise<string> => {
  throw new Error("no file is named");
};

/** What a person means, before any spelling. */
interface Wish {
  readonly type: "standard" | "hotfix";
  readonly version: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly incident: { readonly severity: "P0" | "P1"; readonly id: string } | undefined;
  readonly allowLowerVersion: boolean;
  readonly dryRun: boolean;
}

const branch = fc.stringMatching(/^[a-z][a-z0-9/._-]{0,20}$/);
const wish: fc.Arbitrary<Wish> = fc
  .record({
    type: fc.constantFrom("standard" as const, "hotfix" as const),
    version: fc.constantFrom("2.5.0", "2.5.0-rc.1", "major", "minor", "patch", "auto", "prerelease"),
    from: fc.option(branch, { nil: undefined }),
    to: fc.option(branch, { nil: undefined }),
    incident: fc.option(
      fc.record({
        severity: fc.constantFrom("P0" as const, "P1" as const),
        id: fc.stringMatching(/^[A-Z]{2,4}-\d{1,4}$/),
      }),
      { nil: undefined },
    ),
    allowLowerVersion: fc.boolean(),
    dryRun: fc.boolean(),
  })
  .map((one) => (one.type === "hotfix" ? one : { ...one, incident: undefined }));

function flagsOf({ type, version, from, to, incident, allowLowerVersion, dryRun }: Wish, other: boolean): string[] {
  return [
    `--type=${type}`,
    `--version=${version}`,
    ...(from === undefined ? [] : [`--${other ? "base" : "from"}=${from}`]),
    ...(to === undefined ? [] : [`--${other ? "target" : "to"}=${to}`]),
    ...(incident === undefined ? [] : [`--severity=${incident.severity}`, `--incident=${incident.id}`]),
    ...(allowLowerVersion ? ["--allow-lower-version"] : []),
    ...(dryRun ? ["--dry-run"] : []),
  ];
}

/** A form sends every field; a calling workflow leaves its defaults, which are the same. */
function fieldsOf({ type, version, from, to, incident, allowLowerVersion, dryRun }: Wish): Record<string, string> {
  return {
    token: "t",
    command: "start",
    type,
    version,
    from: from ?? "",
    to: to ?? "",
    release: "",
    changelog: "",
    plan: "",
    severity: incident?.severity ?? "none",
    incident: incident?.id ?? "",
    "allow-lower-version": String(allowLowerVersion),
    "dry-run": String(dryRun),
  };
}

function wordsOf(command: ReturnType<typeof parseComment>): StartWords {
  if (command?.kind !== "start") throw new Error(`${command?.kind ?? "nothing"} was understood`);
  return command.words;
}

async function byForm(fields: Readonly<Record<string, string>>): Promise<StartCommand> {
  const inputs = parseInputs((name) => fields[name] ?? "", shape);
  const runner: Runner = {
    cwd: ".",
    env: {},
    temp: ".",
    attempt: 1,
    noArtifacts: undefined,
    say: () => undefined,
    signal: new AbortController().signal,
  };
  const asked = await commandOf(inputs, runner);
  if (asked.kind !== "start") throw new Error("it is no start");
  return asked.start;
}

it("every way to start a release gives the same Command", async () => {
  await fc.assert(
    fc.asyncProperty(wish, async (meant) => {
      const flags = flagsOf(meant, false);
      const byFlags = await startOf(wordsOf(parseCommand(["start", ...flags]).command), noFile);

      expect(byFlags).toEqual({
        type: meant.type,
        version: meant.version,
        ...(meant.from === undefined ? {} : { from: meant.from }),
        ...(meant.to === undefined ? {} : { to: meant.to }),
        ...(meant.incident === undefined ? {} : { severity: meant.incident.severity, incident: meant.incident.id }),
        ...(meant.allowLowerVersion ? { allowLowerVersion: true } : {}),
        ...(meant.dryRun ? { dryRun: true } : {}),
      });
      const others = [
        startOf(wordsOf(parseCommand(["/release", ...flagsOf(meant, true)]).command), noFile),
        startOf(wordsOf(parseComment(`/release start ${flags.join(" ")}`)), noFile),
        startOf(
          wordsOf(
            parseComment(
              `/release ${flagsOf(meant, true)
                .join(" ")
                .replaceAll(/(^| )--/g, "$1—")}`,
            ),
          ),
          noFile,
        ),
        byForm(fieldsOf(meant)),
      ];
      for (const other of await Promise.all(others)) expect(other).toStrictEqual(byFlags);
    }),
  );
});

it.each([
  ["release.yml", ".github/workflows/release.yml", "workflow_dispatch"],
  ["release.yml, called", ".github/workflows/release.yml", "workflow_call"],
  ["a caller", "examples/caller.yml", "workflow_dispatch"],
])("the defaults of %s ask for what `release start --version=auto` asks for", async (_, file, event) => {
  const workflow: { on: Record<string, { inputs: Record<string, { default?: string | boolean }> }> } = parse(
    readFileSync(file, "utf8"),
  );
  const inputs = Object.entries(workflow.on[event]?.inputs ?? {});
  expect(inputs.length).toBeLessThanOrEqual(25);
  const fields = Object.fromEntries(inputs.map(([name, { default: value }]) => [name, `${value ?? ""}`]));

  const asked = await byForm({ ...fields, token: "t", command: "start" });

  expect(asked).toStrictEqual(await startOf(wordsOf(parseCommand(["start", "--version=auto"]).command), noFile));
});

it("an incident belongs to a hotfix, by whichever way", async () => {
  const flags = ["start", "--version=2.5.0", "--severity=P0", "--incident=INC-1"];
  const fields = { ...fieldsOf({ ...none, incident: { severity: "P0", id: "INC-1" } }) };

  await expect(startOf(wordsOf(parseCommand(flags).command), noFile)).rejects.toThrow("belong to a hotfix");
  await expect(byForm(fields)).rejects.toThrow("belong to a hotfix");
});

const none: Wish = {
  type: "standard",
  version: "2.5.0",
  from: undefined,
  to: undefined,
  incident: undefined,
  allowLowerVersion: false,
  dryRun: false,
};
