import path from "node:path";

import type { GateOutcome } from "#gates";
import { validationOf, type FactBody, type ReleaseRecord } from "#machine";

import { attended, required, type Ports, type StageContext } from "./context.ts";
import { brokenSetup, gateContext, tellGate } from "./gates/one-gate.ts";
import { openIssue } from "./rollback/open-issue.ts";
import { pastOf } from "./gates/past.ts";
import type { Seen } from "./gates/side-by-side.ts";

/** Walks every journey of the released commit: the e2e gate, of which a hotfix leaves nothing out here. */
export async function walkEveryJourney(ports: Ports, seen: Seen): Promise<GateOutcome> {
  const sha = required(seen.record.tag?.sha, "the released commit");
  const directory = path.join(ports.workDirectory, "validation");
  const { only: _, changed: __, ...context } = gateContext(ports, seen.record.plan, { sha, directory });
  await ports.git.ensureWorktree(sha, directory);
  try {
    const broken = await brokenSetup(context, "e2e");
    return broken === undefined
      ? await tellGate(ports, "e2e", { context: { ...context, parallel: false }, past: pastOf(ports, seen) })
      : ports.scrub.value(broken);
  } finally {
    await ports.git.removeWorktree(directory);
  }
}

/**
 * What a completed hotfix owes: all journeys, after everything else and outside every lock. Journeys that fail wait for a
 * person (decision 7). `undefined`: nothing is left of it, and the release may be settled.
 */
export async function validation(context: StageContext): Promise<"left" | "suspended" | undefined> {
  const { driver, say } = context;
  if (validationOf(driver.record) === "due") {
    driver.giveBackEnvironment("production");
    await driver.flush();
    say(`${driver.id} serves all traffic; every journey is walked now`);
    if (context.journeysElsewhere === true) return "left";
    await walk(context);
  }
  return validationOf(driver.record) === "failed" ? askPeople(context) : undefined;
}

async function walk(context: StageContext): Promise<void> {
  const { driver } = context;
  const before = driver.facts.filter(({ type }) => type === "validation-finished").length;
  let finished: readonly FactBody[] = [];
  await driver.step(
    `validation-${before + 1}`,
    () =>
      attended(context, async (signal) => {
        const outcome = await walkEveryJourney({ ...context, signal }, driver);
        finished = [{ type: "validation-finished", ...outcome }];
        return { status: outcome.status };
      }),
    { facts: () => finished },
  );
}

/** After that people are reminded. */
const decideMs = 24 * 3_600_000;

async function askPeople(context: StageContext): Promise<"suspended"> {
  const { driver } = context;
  const { id, record } = driver;
  // Whoever wrote the tests wrote these.
  const failures = record.validation?.failures.map(({ title }) => title.replaceAll(/\s+/g, " ").slice(0, 200)) ?? [];
  const choices = choicesOf(record);
  await openIssue(context, {
    what: "validation-issue",
    title: `Hotfix ${record.plan.releaseVersion} serves, and journeys fail: roll it back or accept it`,
    label: "hotfix-validation",
    lines: [
      `Hotfix ${id} has all traffic. All journeys were walked then, those too that its fast track had left out, and not all of them passed:`,
      "",
      // Indented text is no markup and calls nobody.
      ...failures.slice(0, 20).map((title) => `    ${title}`),
      ...(failures.length > 20 ? [`    and ${failures.length - 20} more`] : []),
      "",
      "Decide, in a shell or as a comment on its pull request (`/release …`):",
      "",
      ...choices.map((choice) => `    ${choice}`),
      "",
      `\`release resume ${id}\` walks them once more. Everything about them: \`release report ${id}\`. Close this issue when it is decided.`,
    ],
    due: new Date(context.clock.now() + decideMs).toISOString(),
    lack: "What to do about failed journeys",
  });
  await driver.suspend({
    waitsFor: "decision",
    reason: `It serves all traffic, and journeys failed: ${failures.slice(0, 3).join("; ")}${failures.length > 3 ? ` and ${failures.length - 3} more` : ""}`,
    command: choices.join("   or   "),
  });
  return "suspended";
}

function choicesOf({ id, deployments }: ReleaseRecord): readonly string[] {
  const previous = deployments.get("production")?.previous;
  return [
    `release rollback ${id}${previous === undefined ? "" : ` --to=${previous}`} --reason="…"`,
    `release promote ${id} --reason="…"`,
  ];
}
