import { mayDecide, type OpenRequest, type ReleaseRecord } from "#machine";

import { withdrawAutoMerge } from "../review/auto-merge.ts";
import { failRelease, moveTo, resumeCommand, type StageContext, type StageEnd } from "../context.ts";

/**
 * Answers what people asked for since the last look. Answer and consequence are one append, so that a death between
 * them cannot lose or repeat either. `hold` stays open while it holds; `promote` ends it.
 */
export async function obeyRequests(context: StageContext): Promise<StageEnd | undefined> {
  for (const request of context.driver.record.requests) {
    const end = await obey(context, request);
    // Whoever is left asks another state now: a hold that stays open would hold the way back too.
    if (end === "moved") await obeyRequests(context);
    if (end !== undefined) return end;
  }
  return undefined;
}

async function obey(context: StageContext, request: OpenRequest): Promise<StageEnd | undefined> {
  const { driver } = context;
  const { state, touched, verdict } = driver.record;
  const inProduction = state === "production" || state === "production_canary";
  if (mayDecide(driver.record, request.kind)) return decideValidation(context, request);
  if (state === "completed" || state === "failed" || state === "rolled_back") {
    return refuse(context, request, `the release is already ${state}`);
  }
  switch (request.kind) {
    case "abort":
    case "rollback":
      if (inProduction && (touched.has("production") || verdict !== undefined)) return rollBack(context, request);
      if (request.kind === "rollback")
        return refuse(context, request, "nothing of it is in production; `release abort` ends it");
      answer(context, request, "aborted before production");
      return failRelease(driver, {
        cause: "aborted",
        failureReason: `Aborted by ${request.by}: ${request.reason}`,
        actionableFixSuggestions: [`Start again with: release retry ${driver.record.id}`],
      });
    case "hold":
      // Who promoted it since has ended the hold already; that request answers both.
      return inProduction || isPromoted(driver.record, request) ? undefined : holdBeforeProduction(context, request);
    case "emergency":
      if (touched.has("production"))
        return refuse(context, request, "production is changed already: nothing holds it back");
      driver.decide({ type: "emergency-declared", by: request.by, reason: request.reason });
      answer(context, request, "windows and freezes do not hold it");
      return undefined;
    case "promote":
      for (const held of driver.record.requests.filter(({ kind }) => kind === "hold"))
        answer(context, held, `ended by ${request.by}`);
      decideQuestion(context, request);
      answer(context, request, "goes on");
      return undefined;
  }
}

function isPromoted({ requests }: ReleaseRecord, hold: OpenRequest): boolean {
  return requests.some(({ kind, seq }) => kind === "promote" && seq > hold.seq);
}

/** What is brought back is brought back by a record of its own, once this one is over. */
function decideValidation(context: StageContext, request: OpenRequest): undefined {
  const { driver } = context;
  const { kind, by, reason } = request;
  if (kind === "promote" && driver.record.validation?.status !== "failed")
    return refuse(context, request, "its journeys were not walked yet");
  const decision = kind === "promote" ? "accepted" : "rolled-back";
  driver.decide({ type: "validation-decided", decision, by, reason });
  answer(context, request, kind === "promote" ? "it stays" : "it ends, and then goes back");
  return undefined;
}

/** Who was asked whether the version goes on says that it does. */
function decideQuestion({ driver }: StageContext, { by, reason }: OpenRequest): void {
  const { question } = driver.record;
  if (question === undefined || question.decided !== undefined) return;
  const { environment, point } = question;
  driver.decide({ type: "decided", environment, point, by, reason });
}

function rollBack(context: StageContext, request: OpenRequest): StageEnd {
  const { driver } = context;
  answer(context, request, "rolling back");
  driver.decide({ type: "verdict", trigger: "manual", reason: `${request.by}: ${request.reason}`, evidence: [] });
  return moveTo(driver, "rolled_back", `Asked for by ${request.by}`);
}

async function holdBeforeProduction(context: StageContext, request: OpenRequest): Promise<StageEnd> {
  const { driver } = context;
  await withdrawAutoMerge(context);
  answer(context, request, "held");
  await driver.suspend({
    waitsFor: "decision",
    reason: `Held by ${request.by}: ${request.reason}`,
    command: resumeCommand(driver.record),
  });
  return "suspended";
}

function answer({ driver }: StageContext, request: OpenRequest, reason: string): void {
  driver.decide({ type: "answered", id: request.id, outcome: "obeyed", reason });
}

function refuse({ driver, say }: StageContext, request: OpenRequest, reason: string): undefined {
  say(`${request.kind} by ${request.by} refused: ${reason}`);
  driver.decide({ type: "answered", id: request.id, outcome: "refused", reason });
  return undefined;
}
