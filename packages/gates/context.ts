import type { FactBody, Failure, GateMetrics, GateTests } from "#machine";
import type { Scrubber } from "#scrub";
import type { Clock, SmokeSpec } from "#smoke";
import type { Allowance } from "./security/allowances.ts";
import type { SecurityFinding } from "./readers/findings.ts";
import type { DodEvidence } from "./dod/dod-evidence.ts";
import type { FileLines } from "./shards/file-lines.ts";

/** One of the parts that the tests of a gate are split into; the first is 1. */
export interface Shard {
  readonly index: number;
  readonly total: number;
}

/** The gates whose tests can be split. */
export type ShardedGate = "unit" | "e2e";

export interface TestGateSettings {
  readonly command: string;
  /** JUnit XML that the command writes: a file, a pattern, or several of them. */
  readonly report: string | readonly string[];
  /** lcov that the command writes: a file, a pattern, or several of them. */
  readonly coverage: string | readonly string[];
  /** Percent of lines. */
  readonly minimumCoverage: number;
  /** In ms. */
  readonly timeout: number;
  /** Files of the checkout, by the part that writes them: their last lines explain a failure that points at it. */
  readonly logs?: { readonly [part: string]: string | undefined } | undefined;
  /** The command runs so often, each time with another part of the tests. */
  readonly shards?: number | undefined;
  /** A hotfix: the command for what its files affect, or such a command for each glob of files. */
  readonly affected?: string | Readonly<Record<string, string>> | undefined;
}

/** A check of the project's own CI whose verdict is that of a gate. */
export interface CheckSettings {
  /** Of the check run, as the code host shows it: `CI / unit`. */
  readonly name: string;
  /** Slug of the app that has to have made it. */
  readonly app: string;
  /** In ms. */
  readonly timeout: number;
}

/** A check run of the commit under test. */
export interface CheckRun {
  readonly name: string;
  /** Slug of the app that made it. */
  readonly app: string;
  readonly sha: string;
  /** `pending`, or how it ended: `success`, `failure`, `cancelled`, … */
  readonly state: string;
  readonly url?: string;
}

/** One scanner: a command, and the report that it writes. */
export interface Scanner {
  readonly command: string;
  readonly report: string;
  /** Why it was chosen; absent where people wrote it. */
  readonly why?: string;
}

export interface SecuritySettings {
  readonly scanners: readonly Scanner[];
  /** Whose alerts of the code host count, instead of scanners. */
  readonly alerts?: readonly AlertKind[];
  /** CVSS. */
  readonly blockAt: number;
  /** Of all scanners together, in ms. */
  readonly timeout: number;
}

export type AlertKind = "code-scanning" | "dependabot";

/** An open alert of the code host, in its own words. */
export interface SecurityAlert {
  readonly ids: readonly string[];
  readonly text: string;
  readonly score?: number;
  readonly vectors: readonly string[];
  /** `high`, `error`. */
  readonly word?: string;
  readonly url: string;
  readonly file?: string;
  readonly line?: number;
  /** May name weaknesses: `external/cwe/cwe-79`. */
  readonly tags: readonly string[];
  readonly package?: { readonly name: string; readonly ecosystem: string };
  readonly fixedIn?: string;
}

/** What one source of findings told, and why it proves nothing where it does not. */
export interface Scanned {
  readonly findings: readonly SecurityFinding[];
  readonly failures: readonly Failure[];
}

/** What the protected target branch says of findings, whatever the branch under release says. */
export interface SecurityPolicy {
  /** What people accept for a while. */
  readonly entries: readonly Allowance[];
  /** The score that blocks there, if it says one: the branch under release may be stricter, never laxer. */
  readonly blockAt?: number;
  /** Branch and commit: `main at 1a2b3c4`. */
  readonly from: string;
}

/** Which commands prove what, as the configuration has it. A gate without settings fails. */
export interface GateSettings {
  /** Gates whose verdict is that of a check; it wins over a command. */
  readonly checks?:
    | { readonly [G in "security" | "unit" | "integration" | "e2e"]?: CheckSettings | undefined }
    | undefined;
  readonly setup?: string | undefined;
  readonly security?: SecuritySettings | undefined;
  readonly unit?: TestGateSettings | undefined;
  readonly integration?: TestGateSettings | undefined;
  readonly e2e?: JourneySettings | undefined;
}

/** How the journeys of users are walked. */
export interface JourneySettings {
  /** Runs Playwright's test runner; `BASE_URL` is set. */
  readonly command: string;
  /** Playwright's JSON that the command writes; without it a reporter of ours is added to the project's own. */
  readonly report?: string | undefined;
  /** In ms. */
  readonly timeout: number;
  /** Projects of the Playwright configuration, in each of which journeys have to be walked; none: as it has them. */
  readonly browsers?: readonly string[];
  /** How long a journey may take, in ms. */
  readonly budget?: number | undefined;
  /** The same for those with a tag (`@checkout`) or of a name, in ms; the name wins. */
  readonly budgets?: Readonly<Record<string, number>>;
  /** The command runs so often, each time with another part of the journeys. */
  readonly shards?: number | undefined;
  /** A hotfix: the command that walks the journeys which `$JOURNEYS`, a regular expression, names. */
  readonly affected?: string | undefined;
  /** Globs of files → the journeys that they affect, as a regular expression. */
  readonly affects?: Readonly<Record<string, string>> | undefined;
}

/** The application that is tested: one that runs already, or one that is started from the checkout. */
export type DevelopmentSettings = AnyDevelopment & (RunningDevelopment | StartedDevelopment);

export interface RunningDevelopment {
  /** Its address, without a path of its own. */
  readonly url: string;
}

export interface StartedDevelopment {
  readonly url?: undefined;
  /** Run to its end before each start, with `env`: migrations, example data. */
  readonly setup?: string | undefined;
  /** Starts the application; `PORT` is set. */
  readonly command: string;
}

interface AnyDevelopment {
  /** Path that answers 2xx once it is ready. */
  readonly health: string;
  /** For the application, the smoke checks and the browser tests. */
  readonly env: Readonly<Record<string, string>>;
  /** Until healthy, in ms. */
  readonly timeout: number;
}

/** Everything a gate may use. Nothing else of the machine is seen by the project's code. */
export interface GateContext {
  readonly settings: GateSettings;
  readonly smoke: SmokeSpec | undefined;
  readonly development: DevelopmentSettings | undefined;
  /** Clean checkout of `sha`. */
  readonly directory: string;
  readonly sha: string;
  /** Our own environment: a few harmless names of it are passed on, nothing else. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Output of the commands and notices, line by line. */
  readonly onProgress: (line: string) => void;
  /** The newest check run of each name and app on the commit; without it no check can be a verdict. */
  readonly checkRuns?: (sha: string) => Promise<readonly CheckRun[]>;
  /** Open alerts of the code host; `undefined` while code scanning has not analysed the commit. Needed by gates of alerts. */
  readonly openAlerts?: (kind: AlertKind) => Promise<readonly SecurityAlert[] | undefined>;
  /** Without it no finding may stay. */
  readonly securityPolicy?: () => Promise<SecurityPolicy>;
  /** For the Definition of Done; without it that gate fails. */
  readonly evidence?: DodEvidence;
  /** `critical`: third parties cannot fail the smoke gate (hotfix). */
  readonly only?: "all" | "critical";
  /** Files that a hotfix changes, for the checks that are about them. */
  readonly changed?: () => Promise<readonly string[]>;
  /** Where copies are kept of what people look at after a failure, how that folder is called to them, and what takes secrets out. */
  readonly artifacts?: { readonly directory: string; readonly name: string; readonly scrub: Scrubber };
  /** This run is one part of the tests: what only all of them can tell is not judged. */
  readonly shard?: Shard;
  /** Whether parts that do not disturb each other run at once. */
  readonly parallel?: boolean;
  /** Every value that is configured for production: the smoke gate refuses its hosts, databases and accounts. */
  readonly production?: readonly string[];
}

/** The payload of the fact `gate-finished`. */
export type GateOutcome = Omit<Extract<FactBody, { readonly type: "gate-finished" }>, "type">;

/** What one gate found; it passed when there is no failure. */
export interface Finding {
  readonly metrics?: GateMetrics;
  readonly tests?: GateTests;
  /** The check that this is the verdict of. */
  readonly check?: GateOutcome["check"];
  readonly scope?: string;
  /** Of a shard: the lines, to be united with those of the others. */
  readonly lines?: readonly FileLines[];
  readonly failures: readonly Failure[];
}

/** A result that may be missing for a reason that people can act on; `empty`: it is whole, with nothing in it. */
export type Read<T> = { readonly value: T } | { readonly failure: Failure; readonly empty?: boolean };
