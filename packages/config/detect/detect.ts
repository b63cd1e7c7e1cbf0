import { detectDotnet } from "./dotnet.ts";
import { detectGo } from "./go.ts";
import { detectJava } from "./java.ts";
import { detectNode } from "./node.ts";
import {
  folderOf,
  quoted,
  type DetectedScanner,
  type DetectedTests,
  type Folder,
  type Gap,
  type ProjectFiles,
  type Toolchain,
} from "./project.ts";
import { detectPython } from "./python.ts";
import { detectRust } from "./rust.ts";

/** To know another ecosystem: write one file beside this one, then add one line here. */
const ecosystems: readonly Ecosystem[] = [
  { name: "node", manifests: ["package.json"], detect: detectNode },
  {
    name: "python",
    manifests: [
      "pyproject.toml",
      "setup.py",
      "setup.cfg",
      "requirements.txt",
      "requirements-dev.txt",
      "Pipfile",
      "pytest.ini",
    ],
    detect: detectPython,
  },
  { name: "go", manifests: ["go.work", "go.mod"], detect: detectGo },
  { name: "rust", manifests: ["Cargo.toml"], detect: detectRust },
  { name: "java", manifests: ["pom.xml", "build.gradle.kts", "build.gradle"], detect: detectJava },
  { name: "dotnet", manifests: [], extension: /\.(slnx?|csproj|fsproj|vbproj)$/, detect: detectDotnet },
];

interface Ecosystem {
  readonly name: string;
  /** Files that make a folder one of this ecosystem. */
  readonly manifests: readonly string[];
  readonly extension?: RegExp;
  readonly detect: (folder: Folder) => Toolchain | undefined;
}

/** A setting that nobody wrote: the key, its value, and why. */
export interface Detected {
  readonly key: string;
  readonly value: string | readonly string[];
  readonly why: string;
}

/** A setting that nobody wrote and that cannot be told: why, and what to write or to add. */
export interface Undetected {
  readonly key: `gates.${"security" | "unit" | "integration" | "e2e"}`;
  readonly why: string;
  readonly write: string;
}

export interface Detection {
  readonly setup?: { readonly command: string; readonly why: string };
  /** One of each ecosystem; never half of them. */
  readonly security?: readonly DetectedScanner[];
  readonly unit?: DetectedTests;
  readonly integration?: DetectedTests;
  readonly e2e?: DetectedTests;
  readonly development?: { readonly command: string; readonly why: string };
  readonly gaps: readonly Undetected[];
}

type Part = "setup" | "unit" | "integration" | "e2e" | "development";

/** How a project is set up, tested and started, by its own files. The same files give the same answer on every machine. */
export function detect(files: ProjectFiles): Detection {
  const found = ecosystems.flatMap((ecosystem) =>
    foldersOf(files, ecosystem).flatMap((directory) => {
      const toolchain = ecosystem.detect(folderOf(files, directory, ecosystem.name));
      return toolchain === undefined ? [] : [{ directory, toolchain }];
    }),
  );
  const setup = together(found, "setup");
  const development = procfile(files) ?? together(onlyFirst(found, "development"), "development");
  const tests = (kind: "unit" | "integration" | "e2e") => allTests(found, kind);
  const [unit, integration, e2e] = [tests("unit"), tests("integration"), tests("e2e")];
  const security = allScanners(found);
  return {
    ...(setup === undefined ? {} : { setup }),
    ...(unit.tests === undefined ? {} : { unit: unit.tests }),
    ...(integration.tests === undefined ? {} : { integration: integration.tests }),
    ...(e2e.tests === undefined ? {} : { e2e: e2e.tests }),
    ...(development === undefined ? {} : { development }),
    ...(security.scanners === undefined ? {} : { security: security.scanners }),
    gaps: [...security.gaps, ...unit.gaps, ...integration.gaps],
  };
}

interface Found {
  readonly directory: string;
  readonly toolchain: Toolchain;
}

/** The root, whose tool knows its parts; where it is none of this ecosystem, the folders nearest to it that are. */
function foldersOf({ paths }: ProjectFiles, { manifests, extension }: Ecosystem): readonly string[] {
  const folders = paths.flatMap((path) => {
    const slash = path.lastIndexOf("/");
    const name = path.slice(slash + 1);
    const wanted = manifests.includes(name) || extension?.test(name) === true;
    return wanted ? [slash < 0 ? "." : path.slice(0, slash)] : [];
  });
  if (folders.includes(".")) return ["."];
  const near = folders.filter(
    (folder) => !/(^|\/)(\.|node_modules|vendor|fixtures?|testdata|examples?|docs)/.test(folder),
  );
  const depth = Math.min(...near.map((folder) => folder.split("/").length));
  return depth > 2 ? [] : [...new Set(near.filter((folder) => folder.split("/").length === depth))].toSorted();
}

function onlyFirst(found: readonly Found[], part: Part): readonly Found[] {
  return found.filter(({ toolchain }) => toolchain[part] !== undefined).slice(0, 1);
}

function inFolder(directory: string, command: string): string {
  return directory === "." ? command : `(cd ${quoted(directory)} && ${command})`;
}

function together(found: readonly Found[], part: "setup" | "development") {
  const commands = found.flatMap(({ directory, toolchain }) => {
    const one = toolchain[part];
    return one === undefined ? [] : [{ command: inFolder(directory, one.command), why: placed(directory, one.why) }];
  });
  if (commands.length === 0) return undefined;
  return {
    command: commands.map(({ command }) => command).join(" && "),
    why: commands.map(({ why }) => why).join("; "),
  };
}

function placed(directory: string, why: string): string {
  return directory === "." ? why : `in ${directory}: ${why}`;
}

/** The tests of all ecosystems as one command: each of them runs, whatever became of those before it. */
function allTests(found: readonly Found[], kind: "unit" | "integration" | "e2e") {
  const parts = found.flatMap(({ directory, toolchain }) => {
    const one: DetectedTests | Gap | undefined = toolchain[kind];
    return one === undefined ? [] : [{ directory, one }];
  });
  const gaps = parts.flatMap(({ directory, one }): readonly Undetected[] =>
    "gap" in one ? [{ key: `gates.${kind}`, why: placed(directory, one.gap), write: one.write }] : [],
  );
  const tests = parts.flatMap(({ directory, one }) => ("gap" in one ? [] : [{ directory, ...one }]));
  // Half of a project's tests must not pass for all of them.
  if (gaps.length > 0 || tests.length === 0) return { gaps };
  const commands = tests.map(({ directory, command }) => inFolder(directory, command));
  const [only = ""] = commands;
  // The tests of several folders or tools are known as one only.
  const [first] = tests.length === 1 ? tests : [];
  const isRoot = first?.directory === ".";
  const merged: DetectedTests = {
    command:
      commands.length === 1 ? only : `code=0; ${commands.map((one) => `(${one}) || code=1`).join("; ")}; exit $code`,
    report: tests.flatMap(({ report }) => report),
    coverage: tests.flatMap(({ coverage }) => coverage),
    why: tests.map(({ directory, why }) => placed(directory, why)).join("; "),
    ...(first?.sharded === undefined ? {} : { sharded: inPlace(first.sharded, first.directory) }),
    // The names of changed files are those from the root.
    ...(isRoot && first.affected !== undefined ? { affected: first.affected } : {}),
  };
  return { tests: merged, gaps };
}

/** The scanners of all ecosystems. Where one of them cannot be scanned, none is told: half of a project must not pass for all. */
function allScanners(found: readonly Found[]) {
  const parts = found.flatMap(({ directory, toolchain: { scanner } }) =>
    scanner === undefined ? [] : [{ directory, scanner }],
  );
  const gaps = parts.flatMap(({ directory, scanner }): readonly Undetected[] =>
    "gap" in scanner ? [{ key: "gates.security", why: placed(directory, scanner.gap), write: scanner.write }] : [],
  );
  const scanners = parts.flatMap(({ directory, scanner }): readonly DetectedScanner[] => {
    if ("gap" in scanner) return [];
    const { command, report, why } = scanner;
    return [{ command: inFolder(directory, command), report, why: placed(directory, why) }];
  });
  return gaps.length > 0 || scanners.length === 0 ? { gaps } : { scanners, gaps };
}

function inPlace({ affected, ...part }: NonNullable<DetectedTests["sharded"]>, directory: string) {
  const command = inFolder(directory, part.command);
  return { ...part, command, ...(directory === "." && affected !== undefined ? { affected } : {}) };
}

/** What a platform would run as the web process. */
function procfile({ texts }: ProjectFiles): Detection["development"] {
  const command = /^web:\s*(?<command>\S.*)$/m.exec(texts.get("Procfile") ?? "")?.groups?.["command"];
  return command === undefined ? undefined : { command: command.trim(), why: "the process web in Procfile" };
}
