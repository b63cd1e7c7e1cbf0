import { summaryOf, type Outcome } from "#shell";

import type { Reply } from "./reply.ts";

/** A comment that asks us for nothing, or that nobody has to be answered for. */
export function ignored(why: string): Outcome {
  return {
    outputs: { outcome: "ignored", next: "none" },
    summary: summaryOf({ title: "Nothing to do", notes: [why] }),
  };
}

/** What the jobs after this one need, and what was answered. */
export function outcomeOf(reply: Reply): Outcome {
  if (reply.kind === "ignored") return ignored(reply.why);
  if (reply.kind === "refused") {
    const { message, hint } = reply.fault;
    return {
      outputs: { outcome: "refused", next: "none" },
      summary: summaryOf({ title: "Refused", notes: [message, hint] }),
      notices: [{ level: "warning", title: "Refused", text: `${message}\n${hint}` }],
    };
  }
  const { next, text } = reply.done;
  return {
    outputs: { outcome: "done", ...(next === undefined ? { next: "none" } : { next: next.workflow, ...next.inputs }) },
    summary: text,
  };
}
