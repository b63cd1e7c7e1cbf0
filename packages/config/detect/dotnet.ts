import {
  quoted,
  type DetectedScanner,
  type DetectedTests,
  type Folder,
  type Gap,
  type TestKind,
  type Toolchain,
} from "./project.ts";

/** .NET: test projects with TRX and coverlet. */
export function detectDotnet(folder: Folder): Toolchain | undefined {
  const projects = folder.paths.filter((path) => /\.(cs|fs|vb)proj$/.test(path));
  const solution = folder.paths.find((path) => /^[^/]+\.slnx?$/.test(path));
  const root = solution ?? projects.find((path) => !path.includes("/"));
  if (root === undefined) return undefined;
  const tests = projects.filter((path) => /Microsoft\.NET\.Test\.Sdk/.test(folder.text(path) ?? ""));
  const integration = tests.find((path) => /integration/i.test(path));
  const web = projects.filter((path) => /Sdk="Microsoft\.NET\.Sdk\.Web"/.test(folder.text(path) ?? ""));
  return {
    setup: { command: `dotnet restore ${quoted(root)}`, why: root },
    scanner: listVulnerable(folder, root),
    ...(tests.length === 0 ? {} : { unit: dotnetTest("unit", folder, tests, integration) }),
    ...(integration === undefined ? {} : { integration: dotnetTest("integration", folder, [integration]) }),
    ...(web.length === 1
      ? {
          development: {
            command: `exec dotnet run --project ${quoted(web[0] ?? "")} --urls "http://127.0.0.1:$PORT"`,
            why: `${web[0]} of Microsoft.NET.Sdk.Web`,
          },
        }
      : {}),
  };
}

function listVulnerable(folder: Folder, root: string): DetectedScanner {
  const { inCommand, inCheckout } = folder.report("security", ".json");
  const command = `dotnet restore ${quoted(root)} && dotnet list ${quoted(root)} package --vulnerable --include-transitive --format json > ${inCommand}`;
  return { command, report: inCheckout, why: `dotnet list package --vulnerable for ${root}` };
}

function dotnetTest(kind: TestKind, folder: Folder, tests: readonly string[], without?: string): DetectedTests | Gap {
  const wanted = tests.filter((path) => path !== without || tests.length === 1);
  const bare = wanted.find((path) => !/coverlet\.collector/.test(folder.text(path) ?? ""));
  if (bare !== undefined)
    return { gap: `${bare} measures no coverage`, write: `dotnet add ${quoted(bare)} package coverlet.collector` };
  const commands = wanted.map((path, index) => {
    const place = folder.report(kind, `-${index}`);
    return {
      command: `dotnet test ${quoted(path)} --logger trx --collect "XPlat Code Coverage" --results-directory ${place.inCommand}`,
      report: `${place.inCheckout}/*.trx`,
      coverage: `${place.inCheckout}/*/coverage.cobertura.xml`,
    };
  });
  return {
    command: commands.map(({ command }) => command).join(" && "),
    report: commands.map(({ report }) => report),
    coverage: commands.map(({ coverage }) => coverage),
    why: `Microsoft.NET.Test.Sdk in ${wanted.join(", ")}`,
  };
}
