import { pipAudit } from "./python-scanner.ts";
import {
  quoted,
  type DetectedCommand,
  type DetectedTests,
  type Folder,
  type Gap,
  type TestKind,
  type Toolchain,
} from "./project.ts";

/** Where packages are installed, and what stands before `python`. */
interface Installer {
  readonly setup: string;
  /** Before the name of a program of the environment. */
  readonly run: string;
  readonly why: string;
  /** How a package is added for development. */
  readonly add: string;
}

const integrationFolders = ["tests/integration", "test/integration", "integration_tests", "tests_integration"];

/** Python: uv, poetry or pip; pytest with pytest-cov or coverage. */
export function detectPython(folder: Folder): Toolchain | undefined {
  const said = [
    "pyproject.toml",
    "setup.cfg",
    "setup.py",
    "tox.ini",
    "pytest.ini",
    "Pipfile",
    ...requirementsOf(folder),
  ].flatMap((name) => {
    const text = folder.text(name);
    return text === undefined ? [] : [{ name, text }];
  });
  if (said.length === 0) return undefined;
  const installer = installerOf(folder);
  const scanner = pipAudit(folder, requirementsOf(folder));
  const unit = pytest("unit", folder, { said, installer });
  const integration = pytest("integration", folder, { said, installer });
  const development = startOf(folder, installer);
  return {
    setup: { command: installer.setup, why: installer.why },
    ...(scanner === undefined ? {} : { scanner }),
    ...(unit === undefined ? {} : { unit }),
    ...(integration === undefined ? {} : { integration }),
    ...(development === undefined ? {} : { development }),
  };
}

function requirementsOf({ paths }: Folder): readonly string[] {
  return paths.filter((path) => /^(requirements[\w.-]*|[\w-]*requirements)\.txt$/.test(path)).toSorted();
}

/** Packages go to an environment of the checkout: nothing of the machine is changed, and what it has already is used. */
function installerOf(folder: Folder): Installer {
  const { paths } = folder;
  const project = folder.text("pyproject.toml");
  if (paths.includes("uv.lock"))
    return { setup: "uv sync --frozen", run: "uv run", why: "uv.lock", add: "uv add --dev" };
  if (paths.includes("poetry.lock") || /^\[tool\.poetry\]/m.test(project ?? ""))
    return {
      setup: "poetry install",
      run: "poetry run",
      why: "poetry in pyproject.toml",
      add: "poetry add --group dev",
    };
  const files = requirementsOf(folder);
  const isPackage = /^\[(project|build-system)\]/m.test(project ?? "") || folder.text("setup.py") !== undefined;
  const extra = /^(?<name>dev|test|tests)\s*=/m.exec(project ?? "")?.groups?.["name"];
  const groups = /^\[dependency-groups\][^[]*?^(?<name>dev|test|tests)\s*=/ms.exec(project ?? "")?.groups?.["name"];
  const wanted = [
    ...files.map((file) => `-r ${file}`),
    ...(groups === undefined ? [] : [`--group ${groups}`]),
    ...(isPackage ? [extra === undefined || groups !== undefined ? "-e ." : `-e '.[${extra}]'`] : []),
  ];
  const environment = "python3 -m venv --system-site-packages .release-command/venv";
  const install = `.release-command/venv/bin/python -m pip install --quiet --disable-pip-version-check ${wanted.join(" ")}`;
  return {
    setup: wanted.length === 0 ? environment : `${environment} && ${install}`,
    run: "",
    why:
      [...files, ...(isPackage ? [project === undefined ? "setup.py" : "pyproject.toml"] : [])].join(" and ") ||
      "Python files",
    add: files.length === 0 ? "pip install" : `add to ${files.find((file) => /dev|test/.test(file)) ?? files[0]}:`,
  };
}

interface Project {
  readonly said: readonly { readonly name: string; readonly text: string }[];
  readonly installer: Installer;
}

function pytest(kind: TestKind, folder: Folder, { said, installer }: Project): DetectedTests | Gap | undefined {
  const pytestIn = said.find(
    ({ name, text }) => name === "pytest.ini" || /\bpytest\b/.test(text.replaceAll("pytest-cov", "")),
  );
  const conftest = folder.paths.find((path) => /(^|\/)conftest\.py$/.test(path));
  const testFiles = folder.paths.filter((path) => /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path));
  const where = pytestIn?.name ?? conftest;
  const place = placeOf(kind, folder, said);
  if (place === undefined) return undefined;
  if (where === undefined) {
    if (kind === "integration" || testFiles.length === 0) return undefined;
    return {
      gap: `${testFiles[0]} is a test, but pytest is no dependency: unittest alone writes no report`,
      write: `${installer.add} pytest pytest-cov`,
    };
  }
  const why = [`pytest in ${where}`, ...(place.why === "" ? [] : [place.why])].join(" and ");
  const has = (name: string) => said.some(({ text }) => new RegExp(`(^|[^\\w-])${name}($|[^\\w-])`, "m").test(text));
  const tests = folder.report(kind, ".xml");
  const coverage = folder.report(kind, ".lcov");
  const outcome = { report: [tests.inCheckout], coverage: [coverage.inCheckout] };
  const words = `--rootdir=. --junitxml=${tests.inCommand}${place.words}`;
  const python = installer.run === "" ? ".release-command/venv/bin/python" : `${installer.run} python`;
  const keep = `COVERAGE_FILE=.release-command/coverage-${kind}`;
  if (has("pytest-cov")) {
    const command = `${keep} ${python} -m pytest ${words} --cov --cov-report=lcov:${coverage.inCommand}`;
    return { command, ...outcome, why: `${why}, with pytest-cov` };
  }
  if (has("coverage")) {
    const command = `${keep} ${python} -m coverage run --source=. --omit='.release-command/*' -m pytest ${words}; code=$?; ${keep} ${python} -m coverage lcov -q -o ${coverage.inCommand} && exit $code`;
    return { command, ...outcome, why: `${why}, with coverage` };
  }
  return { gap: `${why}: pytest measures no coverage without pytest-cov`, write: `${installer.add} pytest-cov` };
}

/** Which of the tests; integration tests are left out of the unit tests where they have a folder or a marker of their own. */
function placeOf(kind: TestKind, { paths }: Folder, said: Project["said"]): { words: string; why: string } | undefined {
  const folder = integrationFolders.find((name) => paths.some((path) => path.startsWith(`${name}/`)));
  const marked = said.find(({ text }) => /markers\s*=[^\]]*?["'\s]integration\b/s.test(text));
  if (folder !== undefined)
    return kind === "unit"
      ? { words: ` --ignore=${quoted(folder)}`, why: "" }
      : { words: ` ${quoted(folder)}`, why: `the folder ${folder}` };
  if (marked !== undefined)
    return {
      words: kind === "unit" ? " -m 'not integration'" : " -m integration",
      why: `the marker integration in ${marked.name}`,
    };
  return kind === "unit" ? { words: "", why: "" } : undefined;
}

function startOf({ paths }: Folder, { run }: Installer): DetectedCommand | undefined {
  if (!paths.includes("manage.py")) return undefined;
  const python = run === "" ? ".release-command/venv/bin/python" : `${run} python`;
  return { command: `exec ${python} manage.py runserver --noreload "127.0.0.1:$PORT"`, why: "manage.py" };
}
