import { z } from "zod";

import { nodeTests } from "./node-tests.ts";
import { nodeScanner } from "./node-scanner.ts";
import { packageManagerOf, type PackageManager } from "./package-manager.ts";
import type { DetectedCommand, DetectedTests, Folder, Toolchain } from "./project.ts";

const texts = z.record(z.string(), z.string()).catch({});
const packageSchema = z.object({
  packageManager: z.string().optional().catch(undefined),
  scripts: texts.default({}),
  dependencies: texts.default({}),
  devDependencies: texts.default({}),
  optionalDependencies: texts.default({}),
  workspaces: z.unknown().optional(),
});

/** A package as the detection looks at it. */
export interface NodePackage {
  readonly scripts: Readonly<Record<string, string>>;
  /** Names of everything that it or one of its workspaces depends on, and where that stands. */
  readonly depends: ReadonlyMap<string, string>;
  readonly manager: PackageManager;
}

/** Node: npm, pnpm or yarn; Jest, Vitest, Mocha, node:test and Playwright. */
export function detectNode(folder: Folder): Toolchain | undefined {
  const manifest = parsePackage(folder.text("package.json"));
  if (manifest === undefined) return undefined;
  const manager = packageManagerOf(folder.paths, manifest.packageManager);
  const depends = dependenciesOf(folder, manifest);
  const found: NodePackage = { scripts: scriptsOf(manifest.scripts), depends, manager };
  const setup = setupOf(manager, depends.size > 0);
  const scanner = nodeScanner(folder, manager, depends.size > 0);
  const unit = nodeTests("unit", folder, found);
  const integration = nodeTests("integration", folder, found);
  const e2e = playwright(folder, found);
  const development = startOf(folder, found);
  return {
    ...(setup === undefined ? {} : { setup }),
    ...(scanner === undefined ? {} : { scanner }),
    ...(unit === undefined ? {} : { unit }),
    ...(integration === undefined ? {} : { integration }),
    ...(e2e === undefined ? {} : { e2e }),
    ...(development === undefined ? {} : { development }),
  };
}

function parsePackage(text: string | undefined): z.output<typeof packageSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    return packageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What `npm init` writes is no test. */
function scriptsOf(scripts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scripts).filter(([, text]) => !/no test specified/.test(text)));
}

/** The root's own, and those of its workspaces: their tools are installed together. */
function dependenciesOf(folder: Folder, root: z.output<typeof packageSchema>): ReadonlyMap<string, string> {
  const isMonorepo = root.workspaces !== undefined || folder.paths.includes("pnpm-workspace.yaml");
  const names = isMonorepo ? folder.paths.filter((path) => path.endsWith("/package.json")) : [];
  const packages = [
    ...names.map((name) => ({ name, manifest: parsePackage(folder.text(name)) })),
    { name: "package.json", manifest: root },
  ];
  return new Map(
    packages.flatMap(({ name, manifest }) =>
      Object.keys({
        ...manifest?.optionalDependencies,
        ...manifest?.dependencies,
        ...manifest?.devDependencies,
      }).map((dependency) => [dependency, name] as const),
    ),
  );
}

function setupOf(manager: PackageManager, hasDependencies: boolean): DetectedCommand | undefined {
  if (!hasDependencies && manager.lockFile === undefined) return undefined;
  return { command: manager.install, why: manager.why };
}

const someJourneys = ' --pass-with-no-tests --grep "$JOURNEYS"';

function playwright({ paths }: Folder, { depends, manager }: NodePackage): DetectedTests | undefined {
  const config = paths.find((path) => /^playwright\.config\.[cm]?[jt]s$/.test(path));
  if (config === undefined || !depends.has("@playwright/test")) return undefined;
  const walk = (more: string) => `${manager.exec} playwright test --forbid-only${more}`;
  const affected = walk(someJourneys);
  return {
    command: walk(""),
    // What it says to a reporter of ours is read: those of the project go on working.
    report: [],
    coverage: [],
    affected,
    sharded: { command: walk(" --shard={shard}/{shards}"), report: [], coverage: [], affected },
    why: `${config} and a dependency on @playwright/test`,
  };
}

function startOf({ paths }: Folder, { scripts, manager }: NodePackage): DetectedCommand | undefined {
  const name = ["start", "dev"].find((script) => scripts[script] !== undefined);
  if (name !== undefined) return { command: manager.run(name, ""), why: `the script ${name} in package.json` };
  if (!paths.includes("server.js")) return undefined;
  return { command: "node server.js", why: "server.js, which npm start runs by itself" };
}
