import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ReleaseFault } from "#faults";

import { observationOf, parseAnswer, type Answer } from "./command/answer.ts";
import { parseCommandSettings, type CommandSettings } from "./command/settings.ts";
import type { Artifact, Observation, Target, TargetOptions } from "./port.ts";
import { passed, runScript } from "./script.ts";

type Release = { readonly version: string; readonly sha: string };
type Question =
  | { readonly verb: "check"; readonly shares: readonly number[] }
  | { readonly verb: "observe" }
  | ({ readonly verb: "prepare"; readonly tree: string } & Release)
  | ({ readonly verb: "shift"; readonly percent: number } & Release)
  | ({ readonly verb: "finish" } & Release)
  | { readonly verb: "rollback" | "remove"; readonly version: string };

/** Any platform, by a program of yours. It is believed in nothing that its `observe` does not show afterwards. */
export function createTarget(options: TargetOptions): Target {
  return new CommandTarget(parseCommandSettings(options), options);
}

class CommandTarget implements Target {
  readonly environment: Target["environment"];
  readonly capabilities: Target["capabilities"];
  readonly #settings: CommandSettings;
  readonly #options: TargetOptions;

  constructor(settings: CommandSettings, options: TargetOptions) {
    this.environment = options.environment;
    this.capabilities = { weights: settings.weights, addressable: true };
    this.#settings = settings;
    this.#options = options;
  }

  async check(shares: readonly number[] = []): Promise<Observation> {
    passed({ ours: this.#options.env ?? {}, pass: this.#settings.pass });
    return observationOf(await this.#read({ verb: "check", shares }));
  }

  async observe(): Promise<Observation> {
    return observationOf(await this.#read());
  }

  async prepare(artifact: Artifact, signal: AbortSignal): Promise<void> {
    const { version, sha } = artifact;
    const before = await this.#read({ verb: "observe" }, signal);
    const home = await mkdtemp(join(tmpdir(), "release-tree-"));
    try {
      const tree = join(home, version);
      await artifact.export(tree);
      await this.#write({ verb: "prepare", version, sha, tree }, signal);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
    const after = await this.#read({ verb: "observe" }, signal);
    const revision = after.revisions.find((one) => one.version === version);
    if (revision?.healthy !== true)
      throw this.#unhealthy(
        version,
        revision === undefined ? "observe does not show it" : "observe shows it as not healthy",
      );
    for (const { version: other, percent } of after.revisions) {
      const known = before.revisions.find((one) => one.version === other)?.percent ?? 0;
      if (known !== percent)
        throw this.#lie("prepare", `${other} had ${known} % of the traffic before and has ${percent} %`);
    }
  }

  async shift({ version, sha }: Artifact, percent: number, signal: AbortSignal): Promise<void> {
    const before = await this.#read({ verb: "observe" }, signal);
    const candidate = before.revisions.find((one) => one.version === version);
    if (candidate === undefined) throw this.#notUp(version);
    if (candidate.badSince !== undefined) {
      throw new ReleaseFault("policy", `${version} was rolled back on ${this.environment} and gets no traffic`, {
        hint: "Fix it and release the next version, or deploy this one again from the start.",
      });
    }
    if (percent > candidate.percent && !candidate.healthy)
      throw this.#unhealthy(version, "observe shows it as not healthy");
    const serves = before.revisions.some((one) => one.version !== version && one.percent > 0);
    await this.#write({ verb: "shift", version, sha, percent }, signal);
    // Who has nobody to share with has everything.
    const wanted = serves || percent === 0 ? [percent] : [percent, 100];
    await this.#confirm({ version, wanted, verb: "shift" }, signal);
  }

  async finish({ version, sha }: Artifact): Promise<void> {
    const { signal } = this.#options;
    const before = await this.#read({ verb: "observe" }, signal);
    if (!before.revisions.some((one) => one.version === version)) throw this.#notUp(version);
    await this.#write({ verb: "finish", version, sha }, signal);
    await this.#confirm({ version, wanted: [100], verb: "finish" }, signal);
  }

  async rollback(version: string, signal: AbortSignal): Promise<void> {
    const before = await this.#read({ verb: "observe" }, signal);
    if (!before.revisions.some((one) => one.version === version)) {
      throw new ReleaseFault("policy", `Cannot rollback, previous version ${version} not deployed`, {
        hint: "What is deployed there now is said by: release status",
      });
    }
    await this.#write({ verb: "rollback", version }, signal);
    await this.#confirm({ version, wanted: [100], verb: "rollback" }, signal);
  }

  async tidy(signal: AbortSignal): Promise<void> {
    const endMs = this.#options.clock.now() - this.#settings.keepBad;
    const { revisions } = await this.#read({ verb: "observe" }, signal);
    for (const { version, percent, badSince } of revisions) {
      if (badSince === undefined || percent > 0 || Date.parse(badSince) > endMs) continue;
      await this.#write({ verb: "remove", version }, signal);
      const after = await this.#read({ verb: "observe" }, signal);
      if (after.revisions.some((one) => one.version === version))
        throw this.#lie("remove", `${version} is still there`);
    }
  }

  manual(version: string): readonly string[] {
    return this.#settings.manual.map((line) => line.replaceAll("{version}", version));
  }

  async #read(question: Question = { verb: "observe" }, signal = this.#options.signal): Promise<Answer> {
    const answer = parseAnswer(await this.#ask(question, signal));
    if ("problem" in answer) throw this.#fault(question.verb, answer.problem);
    return answer;
  }

  /** Its output is its own; whether it did what it should, `observe` says. */
  async #write(question: Question, signal: AbortSignal): Promise<void> {
    await this.#ask(question, signal);
  }

  async #ask(question: Question, signal: AbortSignal): Promise<string> {
    const { command, directory, pass, env, readTimeout, timeout } = this.#settings;
    const reads = question.verb === "check" || question.verb === "observe";
    const told = { contract: 1, environment: this.environment, ...question };
    const { problem, stdout } = await runScript({
      command,
      cwd: directory,
      ours: this.#options.env ?? {},
      pass,
      env: { ...env, ...asVariables(told) },
      input: `${JSON.stringify(told)}\n`,
      timeoutMs: reads ? readTimeout : timeout,
      signal,
    });
    if (problem === undefined) return stdout;
    if (question.verb === "prepare") throw this.#unhealthy(question.version, problem);
    throw this.#fault(question.verb, problem);
  }

  async #confirm(
    { version, wanted, verb }: { readonly version: string; readonly wanted: readonly number[]; readonly verb: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { revisions } = await this.#read({ verb: "observe" }, signal);
    const actual = revisions.find((one) => one.version === version)?.percent ?? 0;
    if (wanted.some((percent) => isAbout(actual, percent))) return;
    throw this.#lie(verb, `${version} should have ${wanted[0]} % of the traffic, and observe says ${actual} %`);
  }

  #fault(verb: string, problem: string): ReleaseFault {
    return new ReleaseFault("remote", `The deploy command failed at ${verb} on ${this.environment}: ${problem}`, {
      hint: `By hand: echo '{"contract":1,"environment":"${this.environment}","verb":"${verb}"}' | ${this.#settings.command} (docs/targets.md has the contract).`,
    });
  }

  #lie(verb: string, found: string): ReleaseFault {
    return new ReleaseFault("remote", `The deploy command ended ${verb} well, and it is not so: ${found}`, {
      hint: "It must return when the platform has done it, and its observe must read the platform. Or somebody else changes it meanwhile.",
    });
  }

  #notUp(version: string): ReleaseFault {
    return new ReleaseFault("policy", `${version} is not up on ${this.environment}`, {
      hint: "Prepare it first: release resume does.",
    });
  }

  #unhealthy(version: string, problem: string): ReleaseFault {
    return new ReleaseFault("remote", `${version} does not become healthy on ${this.environment}: ${problem}`, {
      hint: "Run the command's prepare by hand, and read the log of the application.",
    });
  }
}

/** Platforms round shares, to parts of 256 or to replicas; but never some to none or all. */
function isAbout(actual: number, percent: number): boolean {
  if (percent === 0 || percent === 100) return actual === percent;
  return actual > 0 && actual < 100 && Math.abs(actual - percent) <= 1;
}

/** The same for a shell, which reads no JSON: RELEASE_VERB, RELEASE_VERSION, … */
function asVariables(
  told: Readonly<Record<string, string | number | readonly number[]>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [`RELEASE_${name.toUpperCase()}`, String(value)]),
  );
}
