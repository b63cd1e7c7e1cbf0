import { z } from "zod";
import { BrokenReport } from "./broken.ts";
import { finding, severityOf, type SecurityFinding, type SecurityReport } from "./findings.ts";
import { parseJson } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

const holder = z.looseObject({
  id: z.string(),
  resolvedVersion: z.string(),
  vulnerabilities: z.array(z.looseObject({ severity: z.string(), advisoryurl: z.string().optional() })).optional(),
});
const list = z.looseObject({
  version: z.number(),
  parameters: z.string(),
  problems: z.array(z.looseObject({ text: z.string(), level: z.string().optional() })).optional(),
  projects: z.array(
    z.looseObject({
      path: z.string(),
      frameworks: z
        .array(
          z.looseObject({
            topLevelPackages: z.array(holder).optional(),
            transitivePackages: z.array(holder).optional(),
          }),
        )
        .optional(),
    }),
  ),
});

/** Reads `dotnet list package --vulnerable --format json`. A project without frameworks has no vulnerable package. */
export function readDotnetList(text: string): SecurityReport {
  const { parameters, problems = [], projects } = shaped(list, parseJson(text), "the JSON of dotnet list package");
  if (!parameters.includes("--vulnerable"))
    throw new BrokenReport("it lists packages, not their holes", "Add --vulnerable to the command.");
  const [problem] = problems.filter(({ level }) => level !== "warning");
  if (problem !== undefined)
    throw new BrokenReport(`dotnet says: ${problem.text.slice(0, 200)}`, "Run dotnet restore before it.");
  if (projects.length === 0) throw new BrokenReport("it holds no project", "Name the solution or the project.");
  const packages = projects
    .flatMap(({ frameworks = [] }) => frameworks)
    .flatMap(({ topLevelPackages = [], transitivePackages = [] }) => [...topLevelPackages, ...transitivePackages]);
  // A package of several projects and frameworks is one.
  const found = new Map(packages.flatMap(holesOf).map((hole) => [JSON.stringify(hole), hole]));
  return { findings: [...found.values()], suppressed: 0 };
}

function holesOf({
  id: name,
  resolvedVersion: version,
  vulnerabilities = [],
}: z.output<typeof holder>): SecurityFinding[] {
  return vulnerabilities.map(({ severity, advisoryurl: help }) =>
    finding({
      ids: [/GHSA(?:-[0-9a-z]{4}){3}/i.exec(help ?? "")?.[0] ?? `nuget:${name}`],
      text: `${name} ${version} has a known hole`,
      severity: severityOf({ word: severity }),
      package: { name, version },
      help,
    }),
  );
}
