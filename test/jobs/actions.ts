import { asFault } from "#faults";
import { jobOutcome, parseInputs } from "#shell";
import {
  deployToProduction,
  deployToStaging,
  openedByRun,
  reportJob,
  reviewJob,
  rollbackNet,
  rollbackStaging,
  runLeg,
  validateJob,
  type Workplace,
} from "#stages";

import { shape } from "../../actions/validate/inputs.ts";
import { commandOf, routeOutcome } from "../../actions/validate/route.ts";
import { answer, approved } from "../support/people.ts";
import { deliver, type Runners } from "./runners.ts";
import type { OnMoment } from "../crash/place.ts";
import { watchedFrom } from "../crash/release.ts";
import type { DeliveredEvidence } from "#stages";
import type { Step, StepEnd } from "./workflow.ts";

/** What the jobs of a run hand on beside their outputs: the artifacts. */
export type Artifacts = Map<string, DeliveredEvidence>;

export interface Place {
  readonly runners: Runners;
  readonly runId: string;
  readonly artifacts: Artifacts;
  /** Told of every moment of the job at which a death leaves something else behind. */
  readonly onMoment: OnMoment;
}

type Outputs = StepEnd["outputs"];
type Inputs = Step["inputs"];

const id = (inputs: Inputs) => inputs["release"] ?? "";

/** Each action as its own file joins it: the stage it calls, what it tells, and the outcomes for which it is red. */
const actions: Readonly<Record<string, (place: Place, here: Workplace, inputs: Inputs) => Promise<StepEnd>>> = {
  async validate(_, here, inputs) {
    const command = await commandOf(
      parseInputs((name) => inputs[name] ?? "", shape),
      here.surroundings,
    );
    return green(routeOutcome(await validateJob(here, command)).outputs);
  },
  async gate({ artifacts }, here, inputs) {
    const { leg = "" } = inputs;
    const end = await runLeg(here, { id: id(inputs), leg });
    artifacts.set(leg, deliver(end));
    return green({ outcome: end.outcome, digest: end.digest });
  },
  async review({ artifacts, runners }, here, inputs) {
    const digests = Object.entries(JSON.parse(inputs["evidence"] ?? "{}") as Record<string, string>);
    const evidence = digests.flatMap(([leg, digest]) => {
      const artifact = artifacts.get(leg);
      return artifact === undefined ? [] : [{ ...artifact, digest }];
    });
    const command = { id: id(inputs), evidence, gatesResult: inputs["gates-result"] ?? "" };
    return endOf(await approved(runners.world, () => reviewJob(here, command)), "failed");
  },
  async deploy(_, here, inputs) {
    const deploy = inputs["environment"] === "staging" ? deployToStaging : deployToProduction;
    return endOf(await deploy(here, id(inputs)), "failed", "touched", "untouched");
  },
  async rollback(_, here, inputs) {
    return endOf(await (inputs["mode"] === "net" ? rollbackNet : rollbackStaging)(here, id(inputs)));
  },
  async report({ runId, artifacts }, here, inputs) {
    const release = inputs["release"] ?? (await openedByRun(here, runId));
    if (release === undefined) return green({ outcome: "untouched" });
    const digest = inputs["journeys"];
    const artifact = digest === undefined ? undefined : artifacts.get("validation");
    const journeys = artifact === undefined || digest === undefined ? {} : { journeys: { ...artifact, digest } };
    const state = inputs["state"] === "failed" ? "failed" : "completed";
    return endOf(await reportJob(here, { id: release, state, ...journeys }));
  },
};

const refusing = ["validate", "review", "rollback"];

/** A machine for one job: a fresh clone, on which its steps run. */
export function machineAt(place: Place): { readonly perform: (step: Step) => Promise<StepEnd> } {
  const { runners, runId, onMoment } = place;
  return {
    async perform({ action, inputs }) {
      // A fresh clone is what a machine is; the approval is GitHub's own.
      if (action === "approved") await answer(runners.world, "approved", { run: Number(runId) });
      if (action === "checkout" || action === "approved") return green({});
      const { hooks, fetch } = watchedFrom(runners.world, onMoment);
      try {
        const act = actions[action];
        if (act === undefined) throw new Error(`no action ${action} is known here`);
        return await act(place, await runners.machine({ GITHUB_RUN_ID: runId }, hooks, fetch), inputs);
      } catch (thrown) {
        const { code, message, cause } = asFault(thrown);
        if (code === "bug") throw cause ?? thrown;
        if (process.env["RELEASE_DEBUG"] !== undefined) process.stderr.write(`    ${action}: ${message}\n`);
        return { isRed: true, outputs: refusing.includes(action) && code !== "remote" ? { outcome: "refused" } : {} };
      }
    },
  };
}

const green = (outputs: Outputs): StepEnd => ({ isRed: false, outputs });

async function endOf(end: Parameters<typeof jobOutcome>[1], ...bad: readonly string[]): Promise<StepEnd> {
  const { outputs, failure } = await jobOutcome("", end, bad);
  return { isRed: failure !== undefined, outputs };
}
