import { parseComment, type Command } from "#cli";
import { asFault, ReleaseFault } from "#faults";
import type { Comment } from "#forge";
import { escaped } from "#shell";
import { authorise, type Wish, type Workplace } from "#stages";

import type { Asked } from "./asked.ts";
import { carryOut, type Done } from "./carry-out.ts";

export type Reply =
  | { readonly kind: "done"; readonly done: Done }
  | { readonly kind: "refused"; readonly fault: ReleaseFault }
  | { readonly kind: "ignored"; readonly why: string };

/** Answers a comment by a reaction and in one comment of ours. What nobody can act on is thrown, once the author knows. */
export async function replyTo(workplace: Workplace, asked: Asked): Promise<Reply> {
  const { forge, actor } = workplace;
  const comment = await forge.findComment(asked.id);
  if (comment === undefined) return { kind: "ignored", why: "The comment is gone." };
  if (comment.byBot) return { kind: "ignored", why: "Bots ask for nothing." };
  const role = await roleOf(workplace, comment.author);
  try {
    requireGenuine(comment, asked, actor);
    const command = parseComment(comment.body);
    if (command === undefined) return { kind: "ignored", why: "The comment asks us for nothing." };
    await requireMay(workplace, command, role);
    await forge.ensureReaction(comment.id, "eyes");
    const done = await carryOut(workplace, command, `comment-${comment.id}`);
    await answer(workplace, comment, done.text);
    await forge.ensureReaction(comment.id, "rocket");
    return { kind: "done", done };
  } catch (thrown) {
    const fault = asFault(thrown);
    await forge.ensureReaction(comment.id, "confused");
    // Strangers get a sign and no text: nobody makes us write as much as they like.
    if (!isStranger(role)) await answer(workplace, comment, `❌ ${escaped(fault.message)}\n\n${escaped(fault.hint)}`);
    if (fault.code === "bug" || fault.code === "remote") throw fault;
    return { kind: "refused", fault };
  }
}

/** The role of the author; whoever the host does not know has none. */
async function roleOf({ forge }: Workplace, login: string): Promise<string> {
  try {
    return await forge.roleOf(login);
  } catch (thrown) {
    if (thrown instanceof ReleaseFault && thrown.code === "permission") return "none";
    throw thrown;
  }
}

function isStranger(role: string): boolean {
  return role === "none" || role === "read";
}

/** What was authorised is what was written: by its author, at once, and in these words. */
function requireGenuine(comment: Comment, asked: Asked, actor: string): void {
  if (comment.edited || comment.body !== asked.body) {
    throw new ReleaseFault("input", "A comment that was edited asks for nothing", {
      hint: "Write a new comment.",
    });
  }
  if (comment.author.toLowerCase() !== actor.toLowerCase()) {
    throw new ReleaseFault("permission", `${actor} runs this, and ${comment.author} wrote the comment`, {
      hint: "Write a comment of your own.",
    });
  }
}

/** Colleagues may look; everything else asks for the role that it takes. A retry asks once it is known what failed. */
async function requireMay(workplace: Workplace, command: Command, role: string): Promise<void> {
  const wish = wishOf(command);
  if (wish === "later") return;
  if (wish !== undefined) {
    await authorise(workplace, wish);
    return;
  }
  if (!isStranger(role)) return;
  throw new ReleaseFault("permission", `${workplace.actor} may not ask here: the role is ${role}`, {
    hint: `Ask somebody with a role in ${workplace.forge.repository}.`,
  });
}

function wishOf(command: Command): Wish | "later" | undefined {
  switch (command.kind) {
    case "start":
      return { deeds: ["start"] };
    case "resume":
      return { deeds: ["resume"], release: command.id };
    case "request":
      return { deeds: [command.ask], release: command.id };
    case "rollback":
      return { deeds: ["rollback"], release: command.from };
    case "redeploy":
      return { deeds: ["redeploy"] };
    case "false-positive":
      return { deeds: ["rollback"], release: command.id };
    case "retry":
      return "later";
    case "status":
    case "report":
    case "help":
    case "dashboard":
    case "config":
    case "audit":
    case "metrics":
    case "smoke":
    case "analyze":
    case "watch":
    case "lint-commits":
    case "changelog":
    case "demo":
      return undefined;
  }
}

/** The one comment of ours under an issue or pull request. What people wrote stands in it as code: it calls nobody. */
async function answer({ forge, surroundings }: Workplace, comment: Comment, text: string): Promise<void> {
  const [line = ""] = comment.body.split(/[\r\n]/);
  const run = surroundings.env["GITHUB_RUN_ID"];
  const asked = `<code>${escaped(line.slice(0, 200))}</code> by <code>${escaped(comment.author)}</code>`;
  const link = run === undefined ? "" : ` · [run](${forge.webUrl}/actions/runs/${run})`;
  await forge.ensureComment(comment.number, "release-command answer", `${asked}${link}\n\n${text}\n`);
}
