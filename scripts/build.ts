// Builds `dist`: one bundle for every action and program, a stub for each, the same bytes wherever it is built.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { actions, programs } from "../actions/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const build = path.join(root, "build");
const dist = path.join(root, "dist");
const require = createRequire(import.meta.url);

/**
 * The demo's world needs packages for development and is no part of the bundle: there it is missing as it is in a
 * checkout without them, and the command line says so.
 */
const withoutTestbed = `throw Object.assign(new Error("the demo is not part of the bundle"), { code: "ERR_MODULE_NOT_FOUND" });
export {};
`;

emit();
withoutSideEffects("@actions/core");
bundle();
finish();

/** TypeScript to JavaScript, of what the entries reach and nothing else. */
function emit(): void {
  rmSync(build, { recursive: true, force: true });
  mkdirSync(build);
  const config = {
    extends: "../tsconfig.json",
    compilerOptions: { rootDir: "..", outDir: ".", noEmit: false, removeComments: true },
    include: ["../packages/**/*.d.ts"],
    files: ["../actions/index.ts"],
  };
  writeFileSync(path.join(build, "tsconfig.json"), JSON.stringify(config));
  run(path.join(path.dirname(require.resolve("typescript/package.json")), "bin/tsc"), ["-p", "build/tsconfig.json"]);
  const { imports } = readJson(path.join(root, "package.json"));
  const compiled = JSON.parse(JSON.stringify(imports).replaceAll(".ts", ".js")) as Readonly<Record<string, string>>;
  const bundled = { "#testbed": "./without-testbed.js", ...compiled };
  writeFileSync(path.join(build, "without-testbed.js"), withoutTestbed);
  writeFileSync(path.join(build, "package.json"), JSON.stringify({ type: "module", imports: bundled }));
}

/**
 * A copy of a package beside the sources, which says that loading it does nothing: true, but its authors do not say so,
 * and then the bundler keeps what nobody calls (of `@actions/core` a client for tokens, and with it the whole of undici).
 */
function withoutSideEffects(name: string): void {
  const copy = path.join(build, "node_modules", name);
  cpSync(path.join(root, "node_modules", name), copy, { recursive: true });
  const manifest = path.join(copy, "package.json");
  writeFileSync(manifest, JSON.stringify({ ...readJson(manifest), sideEffects: false }));
}

/**
 * A copy of the bundler that names a chunk by all its modules. As shipped it asks for those that nothing else in the
 * chunk needs, and where modules need each other in a circle (`mongodb`) the answer depends on which file was read
 * first: the number of the chunk, so the bytes of `dist`, differed from one machine to the next.
 */
function reproducibleBundler(): string {
  const copy = path.join(build, "node_modules/@vercel/ncc");
  cpSync(path.join(root, "node_modules/@vercel/ncc"), copy, { recursive: true });
  const program = path.join(copy, "dist/ncc/index.js.cache.js");
  const shipped = readFileSync(program, "utf8");
  const names = /const K=q\.map\((P=>L\(\$,P\.identifier\(\),N\))\);return K\.join\(\)/;
  const mended = shipped.replace(names, "return Array.from(R.getChunkModulesIterable(P),$1).sort().join()");
  if (mended === shipped) throw new Error("ncc names its chunks in another way now: look at scripts/build.ts");
  writeFileSync(program, mended);
  return path.join(copy, "dist/ncc/cli.js");
}

function bundle(): void {
  rmSync(dist, { recursive: true, force: true });
  const options = ["--out", "dist", "--license", "licenses.txt", "--no-cache", "--quiet"];
  run(reproducibleBundler(), ["build", "build/actions/index.js", ...options]);
}

function finish(): void {
  // Pages of tools that ncc saw and did not bundle: nothing refers to them, and their path is that of this machine.
  for (const entry of readdirSync(dist, { withFileTypes: true }))
    if (entry.isDirectory()) rmSync(path.join(dist, entry.name), { recursive: true });
  for (const name of [...Object.keys(actions), ...Object.keys(programs)]) {
    const stub = `import { main } from "./index.js";\n\nawait main(${JSON.stringify(name)});\n`;
    writeFileSync(path.join(dist, `${name}.js`), stub);
  }
  writeFileSync(path.join(dist, "package.json"), '{ "type": "module" }\n');
}

function run(program: string, args: readonly string[]): void {
  execFileSync(process.execPath, [program, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
}

function readJson(file: string): { readonly imports?: unknown } {
  return JSON.parse(readFileSync(file, "utf8")) as { readonly imports?: unknown };
}
