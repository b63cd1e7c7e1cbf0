/** The files of a project, wherever they are: in a folder or in a commit that nobody has checked out. */
export interface ProjectFiles {
  /** From the root, with `/`. */
  readonly paths: readonly string[];
  /** Texts of those that `manifestsOf` names. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One folder of a project, as an ecosystem looks at it. */
export interface Folder {
  /** `.` is the root. */
  readonly directory: string;
  /** Below the folder, from it. */
  readonly paths: readonly string[];
  /** The text of a manifest; `undefined` when there is none of that name. */
  readonly text: (name: string) => string | undefined;
  /** Where a report goes. Several ecosystems and folders share a gate, so names differ by both. */
  readonly report: (gate: TestKind | "security" | `${TestKind}-{shard}`, file: string) => ReportPlace;
}

export interface ReportPlace {
  /** As the command writes it, from the folder. */
  readonly inCommand: string;
  /** As the gate reads it, from the root. */
  readonly inCheckout: string;
}

export type TestKind = "unit" | "integration";

/** A command that was found, and why. */
export interface DetectedCommand {
  readonly command: string;
  readonly why: string;
}

export interface DetectedTests extends DetectedCommand {
  /** From the root; globs are allowed. */
  readonly report: readonly string[];
  readonly coverage: readonly string[];
  /** The same in parts, with `{shard}` of `{shards}` in the command and in every report; absent where the tool cannot. */
  readonly sharded?: Omit<DetectedTests, "sharded" | "why">;
  /** Of a hotfix: globs of files → the command for the tests that `$CHANGED_FILES` affects; of journeys a command alone. */
  readonly affected?: string | Readonly<Record<string, string>>;
}

/** A scanner for known holes, with the report that it writes (from the root). */
export interface DetectedScanner extends DetectedCommand {
  readonly report: string;
}

/** Something that is nearly there: what is missing, and what to do about it. */
export interface Gap {
  readonly gap: string;
  readonly write: string;
}

/** What one ecosystem says about a folder; what is absent, it knows nothing of. */
export interface Toolchain {
  readonly setup?: DetectedCommand;
  readonly scanner?: DetectedScanner | Gap;
  readonly unit?: DetectedTests | Gap;
  readonly integration?: DetectedTests | Gap;
  readonly e2e?: DetectedTests;
  readonly development?: DetectedCommand;
}

/** Reports go to a folder of ours that git does not see. */
export const reportFolder = ".release-command/reports";

/** Of tests whose code carries a mark, so many are looked at. */
const markedAtMost = 200;
const manifestNames =
  /(^|\/)(package\.json|\.npmrc|pyproject\.toml|setup\.cfg|setup\.py|tox\.ini|pytest\.ini|Pipfile|requirements[\w.-]*\.txt|[\w-]*requirements\.txt|go\.mod|go\.work|Cargo\.toml|pom\.xml|(build|settings)\.gradle(\.kts)?|[\w.-]+\.(cs|fs|vb)proj|Procfile)$/i;
const strangers =
  /(^|\/)(node_modules|vendor|third_party|testdata|fixtures?|examples?|\.release-command|\.venv|target|dist)\//;

/** The files whose texts the detection wants: few, and none deeper than two folders. */
export function manifestsOf(paths: readonly string[]): readonly string[] {
  const own = paths.filter((path) => !strangers.test(path));
  const manifests = own.filter((path) => manifestNames.test(path) && path.split("/").length <= 4);
  const marked = own.filter((path) => /integration[^/]*_test\.go$|(^|\/)integration\/[^/]*_test\.go$/.test(path));
  return [...manifests, ...marked.slice(0, markedAtMost)];
}

/** A folder of the project, its files without those that other people wrote. */
export function folderOf({ paths, texts }: ProjectFiles, directory: string, ecosystem: string): Folder {
  const prefix = directory === "." ? "" : `${directory}/`;
  const up = directory === "." ? "" : "../".repeat(directory.split("/").length);
  const own = directory === "." ? ecosystem : `${directory.replaceAll("/", "-")}-${ecosystem}`;
  return {
    directory,
    paths: paths
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
      .filter((path) => !strangers.test(path)),
    text: (name) => texts.get(`${prefix}${name}`),
    report: (gate, file) => {
      const inCheckout = `${reportFolder}/${gate}/${own}${file}`;
      return { inCommand: `${up}${inCheckout}`, inCheckout };
    },
  };
}

/** A word of a shell's command line, as it is. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
