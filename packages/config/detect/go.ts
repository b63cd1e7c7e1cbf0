import {
  quoted,
  type DetectedCommand,
  type DetectedScanner,
  type DetectedTests,
  type Folder,
  type TestKind,
  type Toolchain,
} from "./project.ts";

const integrationFolders = ["integration", "tests/integration", "test/integration", "tests"];

/** Go: a module, or a workspace of modules. */
export function detectGo(folder: Folder): Toolchain | undefined {
  const workspace = folder.text("go.work");
  if (workspace === undefined && folder.text("go.mod") === undefined) return undefined;
  const tested = folder.paths.some((path) => path.endsWith("_test.go"));
  const packages = workspace === undefined ? "./..." : "$(go list -f '{{.Dir}}/...' -m)";
  const why = workspace === undefined ? "go.mod" : "go.work";
  const integration = integrationOf(folder);
  const development = startOf(folder);
  return {
    setup: { command: "go mod download", why },
    scanner: govulncheck(folder, packages, why),
    ...(tested ? { unit: unitTests(folder, { words: "", packages, why: `${why} and _test.go files` }) } : {}),
    ...(integration === undefined
      ? {}
      : {
          integration: goTest("integration", folder, {
            words: `-coverpkg=./... ${integration.words}`,
            packages: integration.packages ?? packages,
            why: `${why} and ${integration.why}`,
          }),
        }),
    ...(development === undefined ? {} : { development }),
  };
}

/** Named with its version where it is not installed: Go then builds it by itself. */
function govulncheck(folder: Folder, packages: string, why: string): DetectedScanner {
  const { inCommand, inCheckout } = folder.report("security", ".json");
  const command = `check="$(command -v govulncheck || echo "go run golang.org/x/vuln/cmd/govulncheck@v1.1.4")"; $check -format json ${packages} > ${inCommand}`;
  return { command, report: inCheckout, why: `govulncheck for ${why}` };
}

/** Packages that the changed ones are built into, their tests included, by Go's own graph; none: the command fails. */
const affectedPackages = [
  `changed=$(sed 's|[^/]*$||; s|^|./|' "$CHANGED_FILES" | sort -u | tr '\\n' '\\0' | xargs -0 go list)`,
  `packages=$(go list -test -f '{{if .ForTest}}{{.ForTest}}{{else}}{{.ImportPath}}{{end}} {{.ImportPath}} {{join .Deps " "}}' ./... | awk -v changed="$(echo $changed)" 'BEGIN { n = split(changed, names, " "); for (i = 1; i <= n; i++) is[names[i]] = 1 } { for (i = 1; i <= NF; i++) if ($i in is) { print $1; break } }' | grep -v '\\.test$' | sort -u)`,
  '[ -n "$packages" ]',
].join(" && ");

/** A file that Go embeds or reads is about more than its folder: only code is known. */
function unitTests(folder: Folder, how: Parameters<typeof goTest>[2]): DetectedTests {
  const all = goTest("unit", folder, how);
  if (how.packages !== "./...") return all;
  const some = goTest("unit", folder, { ...how, packages: "$packages" });
  return { ...all, affected: { "**/*.go": `${affectedPackages} && ${some.command}` } };
}

function goTest(
  kind: TestKind,
  folder: Folder,
  { words, packages, why }: { readonly words: string; readonly packages: string; readonly why: string },
): DetectedTests {
  const tests = folder.report(kind, ".json");
  const coverage = folder.report(kind, ".out");
  const flags = `-json -count=1 -covermode=atomic -coverprofile=${coverage.inCommand}${words.trim() === "" ? "" : ` ${words.trim()}`}`;
  const command = `go test ${flags} ${packages} > ${tests.inCommand}`;
  return { command, report: [tests.inCheckout], coverage: [coverage.inCheckout], why };
}

function integrationOf({ paths, text }: Folder) {
  const tagged = paths.find(
    (path) => path.endsWith("_test.go") && /^\/\/go:build .*\bintegration\b/m.test(text(path) ?? ""),
  );
  if (tagged !== undefined) return { words: "-tags=integration", why: `the build tag integration in ${tagged}` };
  const place = integrationFolders.find((name) =>
    paths.some((path) => path.startsWith(`${name}/`) && path.endsWith("_test.go")),
  );
  if (place === undefined) return undefined;
  return { words: "", packages: `./${quoted(place)}/...`, why: `tests in ${place}` };
}

function startOf({ paths }: Folder): DetectedCommand | undefined {
  const mains = paths.filter((path) => /^(main\.go|cmd\/[^/]+\/main\.go)$/.test(path));
  const [main] = mains;
  if (main === undefined || mains.length > 1) return undefined;
  return {
    command: main === "main.go" ? "go run ." : `go run ./${quoted(main.slice(0, -"/main.go".length))}`,
    why: main,
  };
}
