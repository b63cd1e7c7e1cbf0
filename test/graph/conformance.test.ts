import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

import { movesFrom, states, timing, type State } from "#machine";

import { outcomeOrder } from "./run.ts";
import {
  graphOf,
  problemsOf,
  root,
  workflowSource,
  workflowText,
  type JobSource,
  type WorkflowSource,
} from "./workflow.ts";

const names = ["release", "production", "rollback", "redeploy", "command", "watchdog", "dashboard"] as const;
const sources = Object.fromEntries(names.map((name) => [name, workflowSource(workflowText(name))])) as Record<
  (typeof names)[number],
  WorkflowSource
>;
const everyJob = names.flatMap((name) =>
  Object.entries(sources[name].jobs).map(([id, job]) => [`${name}/${id}`, job] as const),
);

/** Where the caller may keep what its tests need. */
const callersSetUp = "./.github/actions/release-setup";

/** The one map between the drawing and the table: the state in which each job works. */
const stateOf: Readonly<Record<string, State>> = {
  "release/initiated": "initiated",
  "release/quality_gates": "quality_gates",
  "release/quality_gates_fast": "quality_gates_fast",
  "release/review": "review",
  "release/staging": "staging",
  "release/unstage": "staging",
  // A wait of staging for people; of a hotfix, of review.
  "release/approval": "staging",
  "release/failed": "failed",
  // What a hotfix owes after 100 %, in jobs of their own: the one runs code of the project, the other can write.
  "release/validation": "completed",
  "release/validated": "completed",
  "release/rolled_back": "rolled_back",
  "production/production": "production",
  "production/production_canary": "production_canary",
  "production/rolled_back": "rolled_back",
  "production/completed": "completed",
  "rollback/rollback_triggered": "rolled_back",
  "rollback/rolled_back": "rolled_back",
  // Its record opens in the state of the release that it brings up again.
  "redeploy/redeploy": "completed",
};

/** Jobs that work in no state: they set others going, call them, or only look. */
const stateless = new Set(["command/command", "watchdog/watchdog", "dashboard/dashboard"]);
const isDrawn = ([path, job]: (typeof everyJob)[number]) =>
  !stateless.has(path) && (job.uses === undefined || path === "release/production");

/** Moves that are no arrow between two jobs, each with the way it is made. */
const notDrawn = new Map([["review → quality_gates", "suspension, and a run that resumes at quality_gates"]]);

describe("jobs and states", () => {
  it("gives every job a state, and every state a job", () => {
    const jobs = everyJob
      .filter(isDrawn)
      .map(([path]) => path)
      .filter((path) => path !== "release/production");

    expect(jobs.toSorted()).toEqual(Object.keys(stateOf).toSorted());
    expect(new Set(Object.values(stateOf))).toEqual(new Set(states));
  });

  it("names each job as its state", () => {
    for (const [path, state] of Object.entries(stateOf)) {
      const id = path.slice(path.indexOf("/") + 1);
      const others = ["unstage", "approval", "rollback_triggered", "validation", "validated", "redeploy"];
      expect([id, ...others]).toContain(others.includes(id) ? id : state);
    }
  });

  it("draws every move of the table, and no other", () => {
    const table = states.flatMap((from) => movesFrom(from).map((to) => `${from} → ${to}`));

    const drawn = drawnMoves();

    expect(table.filter((move) => !drawn.has(move))).toEqual([...notDrawn.keys()]);
    expect([...drawn].filter((move) => !table.includes(move) && !waived.has(move))).toEqual([]);
  });
});

/** Arrows that are not moves: the job needs the other only to know whether it has anything to do. */
const waived = new Set([
  // The type and the place to go on come from the loader in every run.
  "initiated → review",
  "initiated → staging",
  "initiated → production",
  "initiated → production_canary",
  "initiated → rolled_back",
  "initiated → completed",
  // The approval of a hotfix waits in review; of a standard release, in staging: both lead to the call of production.yml.
  "review → production",
  "staging → production_canary",
  // After a verdict there is nothing to fail: the net is only told before `failed` is asked.
  "rolled_back → failed",
  // Nothing that is found after the end makes a release fail.
  "completed → failed",
]);

/** Jobs that begin in a state where the release already is: an arrow to them is no move. */
const notEntered = new Set(["release/approval", "release/unstage"]);

function drawnMoves(): ReadonlySet<string> {
  const moves = new Set<string>();
  const move = (from: State | undefined, to: State | undefined) => {
    if (from !== undefined && to !== undefined && from !== to) moves.add(`${from} → ${to}`);
  };
  const entries = ["production", "production_canary"] as const;
  for (const [path, job] of everyJob
    .filter(isDrawn)
    .filter(([name]) => !name.startsWith("rollback/") && !notEntered.has(name))) {
    const [workflow] = path.split("/");
    const to: readonly (State | undefined)[] = path === "release/production" ? entries : [stateOf[path]];
    for (const need of [job.needs ?? []].flat()) {
      const from = workflow === "release" && need === "production" ? entries : [stateOf[`${workflow}/${need}`]];
      from.forEach((start) => to.forEach((end) => move(start, end)));
    }
  }
  return moves;
}

describe("every workflow", () => {
  it.each(names)("%s is valid for GitHub's own parser", async (name) => {
    expect(await problemsOf(`${name}.yml`, workflowText(name))).toEqual([]);
  });

  it.each(names)("%s gives nothing at the top, and has no concurrency of its own where releases are", (name) => {
    // Of those that only look one does, and a second waits for it.
    const own = name === "dashboard" ? { group: "release-dashboard", "cancel-in-progress": false } : undefined;

    expect(sources[name].permissions).toEqual({});
    expect(sources[name].concurrency).toEqual(own);
  });

  it.each(names)("%s writes its conditions so that the parser reads them", async (name) => {
    for (const { id, text } of await graphOf(name, workflowText(name))) {
      const written = sources[name].jobs[id]?.if ?? "";
      expect(text.replaceAll(/\s+/g, " ")).toBe(written.replace(/^\$\{\{ (.*) \}\}$/s, "$1").replaceAll(/\s+/g, " "));
    }
  });

  it.each(everyJob)("%s runs our own actions only, for a bounded time", (_, job) => {
    for (const { uses, run } of job.steps ?? []) {
      expect(run).toBeUndefined();
      // The caller's own set-up: the test after this one says where it may be.
      if (uses === callersSetUp) continue;
      expect(uses).toMatch(/^\$\/(actions|\.github\/actions)\/[a-z]+$/);
    }
    if (job.uses === undefined) expect(job["timeout-minutes"]).toBeGreaterThan(0);
    else expect(job.uses).toMatch(/^\$\/\.github\/workflows\/[a-z]+\.yml$/);
    expect(job.permissions).toBeDefined();
  });

  it.each(everyJob)(
    "%s lets the caller's set-up and caches in only if it runs gates, and can write nothing then",
    (name, job) => {
      const strangers = (job.steps ?? []).filter(
        ({ uses, with: given }) => uses === callersSetUp || given?.["cache"] !== undefined,
      );
      const runsCode = name.startsWith("release/quality_gates") || name === "release/validation";
      if (!runsCode) return expect(strangers).toEqual([]);

      expect(strangers.map(({ uses, with: given }) => [uses, given?.["cache"]])).toEqual([
        [callersSetUp, undefined],
        ["$/actions/gate", "true"],
      ]);
      expect(new Set(Object.values(job.permissions ?? {}))).toEqual(new Set(["read"]));
      expect(job.environment).toBeUndefined();
      expect(JSON.stringify(job)).not.toContain("secrets.");
      // What the set-up finds is the commit under test, and no code of the project runs in the leg that judges the rest.
      expect(job.steps?.[0]?.with?.["ref"]).toBe("${{ needs.initiated.outputs.sha }}");
      if (job.strategy !== undefined) expect(strangers[0]?.if).toMatch(/^\$\{\{ matrix\.leg != 'dod' && /);
    },
  );

  it.each(Object.entries(stateOf))("%s has more time than its state (%s) may take", (path, state) => {
    // In review and approval people are waited for: the run suspends long before, the environment waits without a runner.
    if (state === "review" || path === "release/approval") return;
    const [, job] = everyJob.find(([name]) => name === path) ?? [];

    expect((job?.["timeout-minutes"] ?? 0) * 60_000).toBeGreaterThan(timing[state].timeoutMs ?? Infinity);
  });

  it.each(["production/production", "production/production_canary"])(
    "%s outlasts its work and four questions of ten minutes (37, 41)",
    (path) => {
      const [, job] = everyJob.find(([name]) => name === path) ?? [];
      const workMinutes = (timing.production.timeoutMs ?? Infinity) / 60_000;

      expect(job?.["timeout-minutes"] ?? 0).toBeGreaterThan(workMinutes + 4 * 10);
    },
  );

  it.each(names)("%s says why each permission is there", (name) => {
    const scopes = workflowText(name)
      .split("\n")
      .filter((line) => /^ +[a-z-]+: (read|write)\b/.test(line));

    expect(scopes.length).toBeGreaterThan(name === "dashboard" ? 1 : 2);
    expect(scopes.filter((line) => !/ # \S/.test(line))).toEqual([]);
  });

  it.each(everyJob)("%s takes its environment without a deployment of GitHub's own", (_, job) => {
    if (job.environment !== undefined) expect(job.environment.deployment).toBe(false);
  });
});

describe("the lock of production", () => {
  it("is held by the calling job alone, in a queue that throws nobody out", () => {
    const locked = everyJob.filter(([, job]) => job.concurrency !== undefined);

    expect(locked.map(([path]) => path)).toEqual(["release/production"]);
    expect(locked[0]?.[1].concurrency).toEqual({
      group: "org-release/production/production",
      "cancel-in-progress": false,
      queue: "max",
    });
  });

  it("holds no job that waits for people: approval has an environment of its own, and no credentials", () => {
    const inside = Object.values(sources.production.jobs).map(({ environment }) => environment?.name);
    const approval = sources.release.jobs["approval"];

    expect(new Set(inside)).toEqual(new Set(["production"]));
    expect(approval?.environment?.name).toMatch(/'hotfix-approval' \|\| 'production-approval'/);
    expect(approval?.permissions).toEqual({});
  });

  it("cannot be entered by a run that waits or was refused: it goes on nowhere", () => {
    expect(sources.release.jobs["initiated"]?.outputs?.["resume_at"]).toBe(
      "${{ steps.validate.outputs.outcome == 'go' && steps.validate.outputs.resume_at || 'none' }}",
    );
  });

  it("tells the outcome in the order that the simulator uses", () => {
    const outputs = workflowSource(workflowText("production")).on["workflow_call"] as {
      readonly outputs: { readonly outcome: { readonly value: string } };
    };

    expect([...outputs.outputs.outcome.value.matchAll(/jobs\.(\w+)\./g)].map(([, id]) => id)).toEqual([
      ...outcomeOrder,
    ]);
  });
});

/** The workflow of ours that a job calls. */
function calledBy({ uses = "" }: JobSource): (typeof names)[number] {
  const found = names.find((name) => uses.includes(`/.github/workflows/${name}.yml`));
  if (found === undefined) throw new Error(`${uses} is no workflow of ours`);
  return found;
}

describe("permissions", () => {
  const rank = ["none", "read", "write"];
  const wanted = unionOf(everyJob.map(([, job]) => job));

  it.each(everyJob.filter(([, job]) => job.uses !== undefined))(
    "%s gives the called workflow exactly what its jobs ask for",
    (_, job) => {
      const callee = sources[calledBy(job)];

      expect(sorted(job.permissions ?? {})).toEqual(unionOf(Object.values(callee.jobs)));
    },
  );

  it("gives each workflow exactly what its jobs ask for, in the template too", () => {
    const template = parse(readFileSync(new URL("examples/caller.yml", root), "utf8")) as WorkflowSource;

    for (const job of Object.values(template.jobs))
      expect([job.uses, sorted(job.permissions ?? {})]).toEqual([
        job.uses,
        unionOf(Object.values(sources[calledBy(job)].jobs)),
      ]);
  });

  it("asks the caller for the union of all jobs: the template and the page show the same block", () => {
    const template = parse(readFileSync(new URL("examples/caller.yml", root), "utf8")) as WorkflowSource;
    const [, block = ""] =
      /```yaml\npermissions:\n([\s\S]*?)```/.exec(readFileSync(new URL("docs/workflow.md", root), "utf8")) ?? [];

    expect(unionOf(Object.values(template.jobs))).toEqual(wanted);
    expect(sorted(parse(block) as Record<string, string>)).toEqual(wanted);
  });

  function unionOf(jobs: readonly JobSource[]): Readonly<Record<string, string>> {
    const union: Record<string, string> = {};
    for (const [scope, level] of jobs.flatMap(({ permissions }) => Object.entries(permissions ?? {}))) {
      if (rank.indexOf(level) > rank.indexOf(union[scope] ?? "none")) union[scope] = level;
    }
    return sorted(union);
  }
});

function sorted(scopes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scopes).toSorted(([a], [b]) => a.localeCompare(b)));
}

describe("inputs", () => {
  it.each(["release", "rollback", "redeploy"] as const)("%s takes the same from a form as from a caller", (name) => {
    const { workflow_call: call, workflow_dispatch: form } = sources[name].on;
    // A called workflow knows no `choice`: the action checks the words again.
    const asCalled = Object.entries(form?.inputs ?? {}).map(([input, declared]) => [
      input,
      declared.type === "choice"
        ? { description: declared.description, type: "string", default: declared.default }
        : declared,
    ]);

    expect(call?.inputs).toEqual(Object.fromEntries(asCalled));
  });

  it.each(everyJob)("%s gives each own action inputs that it has", (_, job) => {
    for (const { uses = "", with: given = {} } of job.steps ?? []) {
      const declared = declaredInputs(uses);
      if (declared !== undefined) expect(Object.keys(given).filter((name) => !declared.includes(name))).toEqual([]);
    }
  });

  it.each(everyJob.filter(([, job]) => job.uses !== undefined))(
    "%s gives every input of the called workflow",
    (_, job) => {
      const declared = Object.keys(sources[calledBy(job)].on["workflow_call"]?.inputs ?? {});

      expect(Object.keys(job.with ?? {}).toSorted()).toEqual(declared.toSorted());
    },
  );

  it("takes from the comment only outputs that its action has", () => {
    const { outputs } = parse(readFileSync(new URL("actions/command/action.yml", root), "utf8")) as {
      readonly outputs: object;
    };

    for (const [name, value] of Object.entries(sources.command.jobs["command"]?.outputs ?? {})) {
      expect(value).toBe(`\${{ steps.command.outputs.${name} }}`);
      expect(Object.keys(outputs)).toContain(name);
    }
  });
});

const secret = (name: string): string => `\${{ secrets.${name} }}`;
const named = (wanted: readonly string[]) => Object.fromEntries(wanted.map((name) => [name, secret(name)]));

describe("secrets", () => {
  const keys = ["RELEASE_SIGNING_KEY", "RELEASE_SIGNING_PASSPHRASE"];
  const audit = "RELEASE_AUDIT_KEY";
  const channels = "RELEASE_NOTIFY_SECRETS";
  /** Those that some step of a workflow, or of one that it calls, is handed. */
  const used = (jobs: Readonly<Record<string, JobSource>>) =>
    [...keys, audit, channels].filter((name) => JSON.stringify(jobs).includes(secret(name)));

  it.each(everyJob)("%s hands the key for tags to the steps that tag and to nobody else", (_, job) => {
    for (const { uses = "", with: given = {} } of job.steps ?? []) {
      const tags = /\/(validate|review)$/.test(uses) || (uses.endsWith("/rollback") && given["mode"] !== "staging");
      expect([uses, given["signing-key"], given["signing-passphrase"]]).toEqual([
        uses,
        ...(tags ? keys.map(secret) : [undefined, undefined]),
      ]);
    }
    expect(JSON.stringify({ ...job, steps: undefined, secrets: undefined })).not.toContain("secrets.");
  });

  it.each(everyJob)(
    "%s hands the secrets of channels to the steps that may tell people and to nobody else",
    (_, job) => {
      for (const { uses = "", with: given = {} } of job.steps ?? []) {
        const tells = /\/(validate|review|deploy|rollback|redeploy|report|watch)$/.test(uses);
        expect([uses, given["notify-secrets"]]).toEqual([uses, tells ? secret(channels) : undefined]);
      }
    },
  );

  it.each(everyJob)(
    "%s hands the key of the audit log to the steps that end a release and to nobody else",
    (_, job) => {
      for (const { uses = "", with: given = {} } of job.steps ?? []) {
        const ends = /\/(report|redeploy)$/.test(uses) || (uses.endsWith("/rollback") && given["mode"] !== "staging");
        expect([uses, given["audit-key"]]).toEqual([uses, ends ? secret(audit) : undefined]);
      }
    },
  );

  it("are declared, as optional ones, by exactly the workflows that need them, and handed on by their callers", () => {
    for (const { on, jobs } of Object.values(sources)) {
      const declared = on["workflow_call"]?.secrets ?? {};
      expect(Object.keys(declared)).toEqual(used(jobs));
      expect(Object.values(declared).every(({ required }) => required === false)).toBe(true);
      for (const job of Object.values(jobs)) {
        const called = job.uses === undefined ? {} : sources[calledBy(job)].jobs;
        expect(job.secrets).toEqual(used(called).length > 0 ? named(used(called)) : undefined);
      }
    }
    const template = parse(readFileSync(new URL("examples/caller.yml", root), "utf8")) as WorkflowSource;
    const handed: Readonly<Record<string, readonly string[]>> = { watchdog: [channels], redeploy: [audit, channels] };
    for (const job of Object.values(template.jobs)) {
      const name = /workflows\/(\w+)\.yml/.exec(job.uses ?? "")?.[1] ?? "";
      expect([name, job.secrets]).toEqual([name, named(handed[name] ?? [...keys, audit, channels])]);
    }
  });
});

/** The inputs of an action of this repository, once it is there. */
function declaredInputs(uses: string): readonly string[] | undefined {
  const folder = new URL(`${uses.slice(2)}/`, root);
  if (!uses.startsWith("$/") || !isThere(folder)) return undefined;
  const action = parse(readFileSync(new URL("action.yml", folder), "utf8")) as { readonly inputs?: object };
  return Object.keys(action.inputs ?? {});
}

function isThere(folder: URL): boolean {
  try {
    return readdirSync(folder).includes("action.yml");
  } catch {
    return false;
  }
}

describe("the caller's file", () => {
  const text = readFileSync(new URL("examples/caller.yml", root), "utf8");
  const template = parse(text) as WorkflowSource;

  it("is valid for GitHub's own parser", async () => {
    expect(await problemsOf("caller.yml", text)).toEqual([]);
  });

  it.each(["release", "rollback", "redeploy"] as const)(
    "hands %s only inputs that it has, and every one it requires",
    (name) => {
      const declared = sources[name].on["workflow_call"]?.inputs ?? {};
      const given = Object.keys(template.jobs[name]?.with ?? {});

      expect(given.filter((input) => declared[input] === undefined)).toEqual([]);
      expect(
        Object.keys(declared).filter((input) => declared[input]?.required === true && !given.includes(input)),
      ).toEqual([]);
    },
  );

  it("shows the form of the release itself: same choices, same defaults", () => {
    const form = template.on["workflow_dispatch"]?.inputs ?? {};
    const own = sources.release.on["workflow_dispatch"]?.inputs ?? {};

    for (const [name, input] of Object.entries(own)) {
      if (name === "command" || name === "release") continue;
      expect([name, form[name]]).toEqual([name, input]);
    }
    expect(form["command"]?.options).toEqual([...(own["command"]?.options ?? []), "rollback", "redeploy"]);
  });
});
