import { objectionsTo } from "./objections.ts";
import { isSettled, type Release } from "./release.ts";
import { everyRun, type Budget, type Graph, type Run } from "./run.ts";

/** What the simulation of a graph found. */
export interface Findings {
  /** Runs that were looked at, each with its own way of going. */
  readonly runs: number;
  /** Releases: sequences of runs until the release is settled. */
  readonly releases: number;
  /** Every objection once, with the first run it was raised against. */
  readonly objections: ReadonlyMap<string, string>;
}

/** A release that nobody has begun. */
export function unbegun(type: Release["type"], auto: boolean, journeys: Release["journeys"] = "none"): Release {
  return {
    type,
    auto,
    state: "new",
    tagged: false,
    staging: "previous",
    approved: false,
    touched: false,
    verified: false,
    verdict: false,
    suspended: false,
    duties: false,
    interruptions: 0,
    journeys,
  };
}

/** A rollback of a completed release that was triggered, and whose run died: the watchdog goes on with it as with any other. */
export function triggered(): Release {
  return { ...unbegun("rollback", false), state: "rolled_back", tagged: true, touched: true, duties: true };
}

/** Every release that the budget allows, run after run until it is settled. Stops at the first objection when told so. */
export function simulate(graph: Graph, budget: Budget, stopAtFirst = false): Findings {
  const simulation = new Simulation(graph, stopAtFirst);
  const starts = [
    unbegun("standard", false),
    unbegun("hotfix", false),
    unbegun("hotfix", true),
    unbegun("hotfix", true, "due"),
    triggered(),
  ];
  const releases = starts.reduce((sum, start) => sum + simulation.explore(start, budget), 0);
  return { runs: simulation.runs, releases, objections: simulation.objections };
}

class Simulation {
  readonly #graph: Graph;
  readonly #stopAtFirst: boolean;
  /** How many releases lead on from a record and a budget; `undefined` while it is being explored. */
  readonly #known = new Map<string, number | undefined>();
  readonly objections = new Map<string, string>();
  runs = 0;

  constructor(graph: Graph, stopAtFirst: boolean) {
    this.#graph = graph;
    this.#stopAtFirst = stopAtFirst;
  }

  /** The number of releases that go on from here. */
  explore(release: Release, budget: Budget): number {
    const key = JSON.stringify([release, budget]);
    if (this.#known.has(key)) return this.#again(key, release);
    this.#known.set(key, undefined);
    let releases = 0;
    everyRun(this.#graph, release, budget, (run) => {
      if (this.#stopAtFirst && this.objections.size > 0) return;
      this.runs += 1;
      for (const text of objectionsTo(release, budget, run)) this.#object(text, run);
      releases += this.#after(release, run);
    });
    this.#known.set(key, releases);
    return releases;
  }

  #after(before: Release, run: Run): number {
    if (this.#stopAtFirst && this.objections.size > 0) return 1;
    const { release, budget } = run;
    // A start that was refused, or that died before it recorded anything, is a new start: there is nothing to continue.
    if (release.state === "new" && !release.suspended && before.state === "new") return 1;
    if (isSettled(release)) {
      this.#judgeEnd(run);
      return 1;
    }
    return this.explore(release, budget);
  }

  #again(key: string, release: Release): number {
    const known = this.#known.get(key);
    if (known === undefined) {
      this.objections.set("goes in circles", JSON.stringify(release));
      return 1;
    }
    return known;
  }

  #judgeEnd(run: Run): void {
    const { release } = run;
    if (release.touched && release.state === "failed") this.#object("ends failed with traffic touched", run);
    if (release.state === "failed" && release.staging !== "previous")
      this.#object("ends with a failed version in staging", run);
    if (release.state === "failed" && !release.verdict) this.#object("ends failed without a verdict", run);
    if (release.state === "completed" && release.journeys === "due") this.#object("ends with journeys to walk", run);
    if (release.state === "completed" && !release.verified) this.#object("ends completed without proof", run);
  }

  #object(text: string, run: Run): void {
    if (!this.objections.has(text)) this.objections.set(text, told(run));
  }
}

/** A run as one line: each job that ran and how it ended. */
function told({ wakes }: Run): string {
  return wakes.map(({ job, ending }) => (ending === "" ? job : `${job} (${ending})`)).join(" → ");
}
