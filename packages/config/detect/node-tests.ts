import type { NodePackage } from "./node.ts";
import type { DetectedTests, Folder, Gap, TestKind } from "./project.ts";

type Runner = "vitest" | "jest" | "mocha" | "node:test";

/** A way to run tests of a kind, before it is told to write reports. */
interface Found {
  readonly runner: Runner;
  /** The script that runs it, where one does. */
  readonly script?: { readonly name: string; readonly text: string };
  /** Folder of the tests, where no script names them. */
  readonly place?: string;
  readonly why: string;
}

const scriptNames: { readonly [K in TestKind]: readonly string[] } = {
  unit: ["test:unit", "unit", "test"],
  integration: ["test:integration", "test:int", "test:it", "integration"],
};
const integrationFolders = [
  "test/integration",
  "tests/integration",
  "integration",
  "integration-tests",
  "src/integration",
];

const runnerSigns: readonly (readonly [Runner, RegExp])[] = [
  ["vitest", /(^|[\s/])vitest(\s|$)/],
  ["jest", /(^|[\s/])jest(\.js)?(\s|$)/],
  ["mocha", /(^|[\s/])mocha(\.js)?(\s|$)/],
  ["node:test", /(^|[\s/])node(\.exe)?\s(.*\s)?--test(\s|$)/],
];

/** The tests of a kind in a package, with reports that the gates can read; `undefined` when there are none. */
export function nodeTests(kind: TestKind, folder: Folder, found: NodePackage): DetectedTests | Gap | undefined {
  const how = byScript(kind, found) ?? byFiles(kind, folder, found);
  if (how === undefined || "gap" in how) return how;
  switch (how.runner) {
    case "vitest":
      return vitest(kind, how, folder, found);
    case "jest":
      return jest(kind, how, folder, found);
    case "mocha":
      return mocha(kind, how, folder, found);
    case "node:test":
      return nodeTest(kind, how, folder, found);
  }
}

function byScript(kind: TestKind, { scripts }: NodePackage): Found | Gap | undefined {
  const name = scriptNames[kind].find((script) => scripts[script] !== undefined);
  const text = name === undefined ? undefined : scripts[name];
  if (name === undefined || text === undefined) return undefined;
  const runner = runnerSigns.find(([, sign]) => sign.test(text))?.[0];
  const why = `the script ${name} in package.json, \`${text}\``;
  if (runner !== undefined) return { runner, script: { name, text }, why };
  return {
    gap: `${why}, runs none of Vitest, Jest, Mocha and node:test`,
    write: `gates: { ${kind}: { command: npm run ${name}, report: reports/${kind}.xml, coverage: reports/${kind}.lcov } }`,
  };
}

function byFiles(kind: TestKind, { paths }: Folder, { depends }: NodePackage): Found | undefined {
  const place = kind === "unit" ? undefined : integrationFolders.find((name) => hasTests(paths, `${name}/`));
  if (kind === "integration" && place === undefined) return undefined;
  const runner = (["vitest", "jest", "mocha"] as const).find((name) => depends.has(name));
  const where = place === undefined ? "" : `tests in ${place}`;
  if (runner !== undefined) {
    const why = [where, `a dependency on ${runner} in ${depends.get(runner) ?? "package.json"}`].filter(
      (part) => part !== "",
    );
    return { runner, ...(place === undefined ? {} : { place }), why: why.join(" and ") };
  }
  if (!paths.some((path) => testFile.test(path))) return undefined;
  const why = `${where === "" ? "test files" : where} and no other test runner`;
  return { runner: "node:test", ...(place === undefined ? {} : { place }), why };
}

const testFile = /\.(test|spec)\.[cm]?[jt]sx?$/;

function hasTests(paths: readonly string[], prefix: string): boolean {
  return paths.some((path) => path.startsWith(prefix) && /\.[cm]?[jt]sx?$/.test(path));
}

function vitest(kind: TestKind, how: Found, folder: Folder, found: NodePackage): DetectedTests | Gap {
  const provider = ["@vitest/coverage-v8", "@vitest/coverage-istanbul"].find((name) => found.depends.has(name));
  if (provider === undefined) {
    return {
      gap: `${how.why}: Vitest measures no coverage without @vitest/coverage-v8`,
      write: "npm install --save-dev @vitest/coverage-v8",
    };
  }
  const flagsTo = (gate: TestKind | `${TestKind}-{shard}`) => {
    const tests = folder.report(gate, ".xml");
    const coverage = folder.report(gate, "-coverage");
    const flags = [
      "--coverage.enabled --coverage.reporter=lcovonly --coverage.reportOnFailure",
      `--coverage.reportsDirectory=${coverage.inCommand}`,
      `--reporter=default --reporter=junit --outputFile.junit=${tests.inCommand}`,
    ].join(" ");
    return { flags, report: [tests.inCheckout], coverage: [`${coverage.inCheckout}/lcov.info`] };
  };
  const whole = flagsTo(kind);
  const part = flagsTo(`${kind}-{shard}`);
  const own = kind === "unit" ? ownFlags("vitest", how) : undefined;
  const to = ({ flags, ...files }: typeof whole, more = "") => ({
    ...files,
    command: withFlags("vitest", how, `--run ${flags}${more}`, found),
    ...(own === undefined ? {} : affectedBy(`${found.manager.exec} vitest related --run${own} ${flags}`)),
  });
  return { ...to(whole), why: `${how.why}, and ${provider}`, sharded: to(part, " --shard={shard}/{shards}") };
}

function jest(kind: TestKind, how: Found, folder: Folder, found: NodePackage): DetectedTests {
  const own = kind === "unit" ? ownFlags("jest", how) : undefined;
  const to = (gate: TestKind | `${TestKind}-{shard}`, more = "") => {
    const tests = folder.report(gate, ".json");
    const coverage = folder.report(gate, "-coverage");
    const flags = `--ci --json --outputFile=${tests.inCommand} --coverage --coverageReporters=lcovonly --coverageDirectory=${coverage.inCommand}`;
    return {
      command: withFlags("jest", how, `${flags}${more}`, found),
      report: [tests.inCheckout],
      coverage: [`${coverage.inCheckout}/lcov.info`],
      ...(own === undefined ? {} : affectedBy(`${found.manager.exec} jest${own} ${flags} --findRelatedTests`)),
    };
  };
  return { ...to(kind), why: how.why, sharded: to(`${kind}-{shard}`, " --shard={shard}/{shards}") };
}

/** Code that the runner's graph of imports knows. Its set-up and configuration are about every test. */
const graphed = "**/!(*.config|*setup*|.*).{js,jsx,ts,tsx,cjs,cts,mjs,mts}";

function affectedBy(command: string): Pick<DetectedTests, "affected"> {
  return { affected: { [graphed]: `tr '\\n' '\\0' < "$CHANGED_FILES" | xargs -0 ${command}` } };
}

/** The options that the script gives its runner; `undefined` when it does more, or names tests: other words would change their meaning. */
function ownFlags(program: string, { script, place }: Found): string | undefined {
  if (place !== undefined) return undefined;
  if (script === undefined) return "";
  const words = new RegExp(`^${program}(?: run)?(?<flags>(?: --?[\\w.-]+(?:=[\\w./-]+)?)*)$`).exec(script.text.trim());
  return words?.groups?.["flags"];
}

function mocha(kind: TestKind, how: Found, folder: Folder, { depends, manager }: NodePackage): DetectedTests | Gap {
  const tool = (["c8", "nyc"] as const).find((name) => depends.has(name));
  if (tool === undefined) {
    return { gap: `${how.why}: Mocha measures no coverage by itself`, write: "npm install --save-dev c8" };
  }
  const tests = folder.report(kind, ".xml");
  const coverage = folder.report(kind, "-coverage");
  const own =
    /(^|[\s/])mocha(?:\.js)?(?<words>\s[^&|;]*)?$/.exec(how.script?.text ?? "")?.groups?.["words"]?.trim() ?? "";
  const place = how.place === undefined ? "" : ` '${how.place}/**/*.{js,cjs,mjs}'`;
  const words = `${own === "" ? "" : ` ${own}`}${place}`;
  const folderFlag = tool === "c8" ? "--reports-dir" : "--report-dir";
  const command = `${manager.exec} ${tool} --reporter=lcovonly ${folderFlag}=${coverage.inCommand} mocha${words} --reporter xunit --reporter-option output=${tests.inCommand}`;
  return {
    command,
    report: [tests.inCheckout],
    coverage: [`${coverage.inCheckout}/lcov.info`],
    why: `${how.why}, and ${tool}`,
  };
}

function nodeTest(kind: TestKind, how: Found, folder: Folder, found: NodePackage): DetectedTests {
  const whole = nodeCommand(kind, how, folder, found);
  const part = nodeCommand(`${kind}-{shard}`, how, folder, found);
  const inParts = part.command.replace("--test ", () => "--test --test-shard={shard}/{shards} ");
  return { ...whole, why: how.why, sharded: { ...part, command: inParts } };
}

function nodeCommand(
  gate: TestKind | `${TestKind}-{shard}`,
  how: Found,
  folder: Folder,
  { scripts, manager }: NodePackage,
): Omit<DetectedTests, "why"> {
  const tests = folder.report(gate, ".xml");
  const coverage = folder.report(gate, ".lcov");
  const flags = [
    "--test --experimental-test-coverage --test-reporter=spec --test-reporter-destination=stdout",
    `--test-reporter=junit --test-reporter-destination=${tests.inCommand}`,
    `--test-reporter=lcov --test-reporter-destination=${coverage.inCommand}`,
  ].join(" ");
  const outcome = { report: [tests.inCheckout], coverage: [coverage.inCheckout] };
  if (how.script === undefined) {
    const named = folder.paths.some((path) => path.startsWith(`${how.place}/`) && testFile.test(path));
    const files =
      how.place === undefined ? "" : ` '${how.place}/**/*${named ? ".{test,spec}" : ""}.{js,cjs,mjs,ts,cts,mts}'`;
    return { command: `node ${flags}${files}`, ...outcome };
  }
  // Node takes no option after the names of files, so they go where `--test` stands.
  const own = how.script.text.replace(/(?<=\s)--test(?=\s|$)/, () => flags);
  const before = `pre${how.script.name}`;
  return { command: scripts[before] === undefined ? own : `${manager.run(before, "")} && ${own}`, ...outcome };
}

/** The project's own script with more words where it ends in the runner; else the runner itself. */
function withFlags(program: string, { script, place }: Found, flags: string, { manager }: NodePackage): string {
  const last = script?.text.split(/&&|;|\|\|/).at(-1) ?? "";
  const takesWords = new RegExp(`(^|[\\s/])${program}(\\.js)?(\\s[^|<>]*)?$`).test(last.trim());
  if (script !== undefined && takesWords) return manager.run(script.name, flags);
  return `${manager.exec} ${program}${place === undefined ? "" : ` ${place}`} ${flags}`;
}
