import type { DetectedScanner, DetectedTests, Folder, Gap, TestKind, Toolchain } from "./project.ts";

/** Rust: a package or a workspace of Cargo; coverage by the LLVM tools of the toolchain. */
export function detectRust(folder: Folder): Toolchain | undefined {
  const manifest = folder.text("Cargo.toml");
  if (manifest === undefined) return undefined;
  const why = /^\[workspace\]/m.test(manifest) ? "Cargo.toml with a workspace" : "Cargo.toml";
  const { paths } = folder;
  const hasLibrary = paths.some((path) => /(^|\/)src\/lib\.rs$/.test(path));
  const hasProgram = paths.some((path) => /(^|\/)src\/(main|bin\/[^/]+)\.rs$/.test(path));
  const targets = [...(hasLibrary ? ["--lib"] : []), ...(hasProgram ? ["--bins"] : [])].join(" ");
  const integration = paths.find((path) => /(^|\/)tests\/([^/]+|[^/]+\/main)\.rs$/.test(path));
  const locked = paths.includes("Cargo.lock") ? " --locked" : "";
  return {
    setup: { command: `cargo fetch${locked}`, why },
    scanner: cargoAudit(folder),
    ...(targets === "" ? {} : { unit: cargoTest("unit", folder, { targets, why }) }),
    ...(integration === undefined
      ? {}
      : { integration: cargoTest("integration", folder, { targets: "--test '*'", why: `${why} and ${integration}` }) }),
    ...(paths.includes("src/main.rs") ? { development: { command: "cargo run --quiet", why: "src/main.rs" } } : {}),
  };
}

function cargoAudit({ paths, report }: Folder): DetectedScanner | Gap {
  if (!paths.includes("Cargo.lock"))
    return {
      gap: "Cargo.toml without Cargo.lock: what would be audited is not what is built",
      write: "cargo generate-lockfile, and commit Cargo.lock",
    };
  const { inCommand, inCheckout } = report("security", ".json");
  const help = `echo "The security gate of Rust needs cargo-audit. Add it: cargo install cargo-audit --locked" >&2; exit 127`;
  const command = `command -v cargo-audit > /dev/null || { ${help}; }; cargo audit --json > ${inCommand}`;
  return { command, report: inCheckout, why: "cargo audit for Cargo.lock" };
}

/**
 * Cargo starts each test program by a runner, which has it write JUnit. That format is not stable yet, so the programs, and
 * they alone, are told to allow it: the compiler never sees that variable and builds what it always builds.
 */
const runner = [
  "env",
  "RUSTC_BOOTSTRAP=1",
  "sh",
  "-c",
  'echo "--object=$0" >> "$REPORT.objects"; exec "$0" "$@" -Z unstable-options --format junit > "$REPORT-$$.xml"',
];

function cargoTest(
  kind: TestKind,
  { report }: Folder,
  { targets, why }: { readonly targets: string; readonly why: string },
): DetectedTests {
  const place = report(kind, "");
  // TOML and JSON write such texts alike; no quote of the shell is in them.
  const setting = `target."cfg(all())".runner=${JSON.stringify(runner)}`;
  const command = [
    'tools="$(rustc --print target-libdir)/../bin"',
    `[ -x "$tools/llvm-cov" ] || { echo "The coverage of Rust needs the LLVM tools. Add them: rustup component add llvm-tools" >&2; exit 1; }`,
    `export REPORT="$PWD/${place.inCommand}"`,
    `RUSTFLAGS="$RUSTFLAGS -C instrument-coverage" LLVM_PROFILE_FILE="$REPORT-%p-%m.profraw" cargo test --workspace ${targets} --no-fail-fast --config '${setting}'`,
    "code=$?",
    '"$tools/llvm-profdata" merge -sparse "$REPORT"-*.profraw -o "$REPORT.profdata" && "$tools/llvm-cov" export --format=lcov --instr-profile="$REPORT.profdata" --ignore-filename-regex="^$PWD/(.*/)?(tests|target)/|/registry/src/|/rustc/|/toolchains/" $(cat "$REPORT.objects") > "$REPORT.lcov" && exit $code',
  ].join("; ");
  return { command, report: [`${place.inCheckout}-*.xml`], coverage: [`${place.inCheckout}.lcov`], why };
}
