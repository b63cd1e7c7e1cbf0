export const id = 501;
export const ids = [501];
export const modules = {

/***/ 44501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  replyTo: () => (/* binding */ replyTo)
});

// EXTERNAL MODULE: ./build/packages/cli/index.js + 1 modules
var cli = __webpack_require__(32187);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
// EXTERNAL MODULE: ./build/packages/shell/index.js + 18 modules
var shell = __webpack_require__(65640);
// EXTERNAL MODULE: ./build/packages/stages/index.js + 181 modules
var stages = __webpack_require__(91069);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 8 modules
var machine = __webpack_require__(86952);
// EXTERNAL MODULE: ./build/packages/report/index.js + 19 modules
var report = __webpack_require__(2787);
;// CONCATENATED MODULE: ./build/actions/command/pages.js


/** GitHub's limit for a comment is 65,536 characters; the rest is for our own words. */
const longest = 60_000;
/** Where releases stand: one, or all that are under way. */
async function boards(workplace, id) {
    const { journal, surroundings } = workplace;
    const releases = id === undefined ? await journal.live() : [await (0,stages.readOrThrow)(workplace, id)];
    if (releases.length === 0)
        return "No release is under way.";
    const now = surroundings.clock.now();
    return preformatted(releases.flatMap(({ record }) => [...(0,report/* board */.no)(record, now).lines, ""]).join("\n"));
}
/** Text as it is: nothing of it is markup, and it calls nobody. */
function preformatted(text) {
    const cut = text.trimEnd().slice(0, longest);
    return `<pre>${cut.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</pre>`;
}
/** Markdown, or as much of its beginning as a comment takes. */
function fitting(markdown) {
    if (markdown.length <= longest)
        return markdown;
    const kept = markdown.slice(0, longest);
    return `${kept.slice(0, kept.lastIndexOf("\n"))}\n\n… the rest is in the records of the repository.`;
}

;// CONCATENATED MODULE: ./build/actions/command/carry-out.js







/**
 * Does what a command asks for as far as this job can: looks, and leaves requests for whoever drives. Whatever deploys or
 * runs the project's code is left to a run. `requestId` makes a request that is sent again the same one.
 */
async function carryOut(workplace, command, requestId) {
    switch (command.kind) {
        case "help":
            return { text: preformatted(cli/* help */.yj) };
        case "status":
            return { text: await boards(workplace, command.id) };
        case "report":
            return { text: await carry_out_report(workplace, command) };
        case "start":
            return start(workplace, command);
        case "resume":
            return resume(workplace, command.id);
        case "retry":
            return retry(workplace, command.id);
        case "request":
            return request(workplace, command, requestId);
        case "rollback":
            return rollBack(workplace, command, requestId);
        case "dashboard":
        case "lint-commits":
        case "audit":
        case "watch":
        case "demo":
            throw new faults/* ReleaseFault */.eB("input", `${command.kind} is for a shell`, {
                hint: "In comments: start, status, resume, retry, hold, promote, abort, rollback, report, help.",
            });
    }
}
async function carry_out_report(workplace, { id, format }) {
    const { facts } = await (0,stages.readOrThrow)(workplace, id);
    return format === "json" ? preformatted(JSON.stringify(facts, null, 2)) : fitting((0,report.releaseReport)(facts));
}
/** Planned here too, so that a mistake is answered at once; what was answered is what is started. */
async function start(workplace, { words }) {
    const { cwd } = workplace.surroundings;
    const asked = await (0,stages.startOf)(words, (file, input) => (0,shell/* textInCheckout */.pi)(cwd, file, input));
    const { plan, notes } = await (0,stages/* planRelease */.F3)(workplace, asked);
    const dryRun = asked.dryRun === true;
    const inputs = {
        command: "start",
        type: plan.releaseType,
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        release: plan.tag,
        changelog: words.changelog ?? "",
        plan: words.plan ?? "",
        severity: asked.severity ?? "none",
        incident: asked.incident ?? "",
        "allow-lower-version": String(asked.allowLowerVersion === true),
        adopt: String(asked.adopt === true),
        "dry-run": String(dryRun),
    };
    const head = dryRun ? `Would release ${plan.tag}` : `${plan.tag} is started`;
    const list = [...notes, `gates: ${plan.gates.join(", ")}`].map((note) => `- ${(0,shell/* escaped */.Mk)(note)}`);
    return { text: [`🚀 ${(0,shell/* escaped */.Mk)(head)}`, "", ...list].join("\n"), next: { workflow: "release", inputs } };
}
async function resume(workplace, id) {
    const stored = await (0,stages.readOrThrow)(workplace, id);
    if (!stored.live)
        throw over(stored.id, stored.record.state);
    const busy = await (0,stages/* drivenNow */.bD)(workplace, stored);
    if (busy !== undefined)
        return { text: `▶ ${(0,shell/* escaped */.Mk)(`${stored.id} goes on already: ${busy}`)}` };
    return { text: `▶ ${(0,shell/* escaped */.Mk)(stored.id)} goes on`, next: goOn(stored.id) };
}
async function retry(workplace, id) {
    const { id: next } = await (0,stages/* planRetry */.M$)(workplace, id);
    return {
        text: `🔁 ${(0,shell/* escaped */.Mk)(next)} begins`,
        next: { workflow: "release", inputs: { command: "retry", release: id } },
    };
}
async function request(workplace, { ask, id, reason }, requestId) {
    const stored = await (0,stages/* askFor */.dq)(workplace, id, { kind: ask, id: requestId, reason });
    const busy = await (0,stages/* drivenNow */.bD)(workplace, stored);
    const told = `${ask} of ${stored.id} is recorded`;
    if (busy !== undefined)
        return { text: `✋ ${(0,shell/* escaped */.Mk)(`${told}; it is ${busy}`)}` };
    // Nobody drives it: whoever asks, sets it going.
    return { text: `✋ ${(0,shell/* escaped */.Mk)(`${told}; a run goes on with it`)}`, next: goOn(stored.id) };
}
async function rollBack(workplace, { from, to, reason }, requestId) {
    const stored = await (0,stages.readOrThrow)(workplace, from);
    const inFlight = stored.live && !(0,machine/* isTerminal */.Hd)(stored.record.state);
    const busy = inFlight ? await (0,stages/* drivenNow */.bD)(workplace, stored) : undefined;
    if (busy !== undefined && to === undefined) {
        // Heard within seconds, while a run would only begin.
        await (0,stages/* askFor */.dq)(workplace, stored.id, { kind: "rollback", id: requestId, reason });
        return { text: `↩ ${(0,shell/* escaped */.Mk)(`rollback of ${stored.id} is recorded; it is ${busy}`)}` };
    }
    const inputs = { release: stored.id, reason, ...(to === undefined ? {} : { to }) };
    return { text: `↩ ${(0,shell/* escaped */.Mk)(stored.id)} goes back`, next: { workflow: "rollback", inputs } };
}
function goOn(release) {
    return { workflow: "release", inputs: { command: "resume", release } };
}
function over(id, state) {
    return new faults/* ReleaseFault */.eB("policy", `Release ${id} is over: it is ${state}`, { hint: `See: /release report ${id}` });
}

;// CONCATENATED MODULE: ./build/actions/command/reply.js





/** Answers a comment by a reaction and in one comment of ours. What nobody can act on is thrown, once the author knows. */
async function replyTo(workplace, asked) {
    const { forge, actor } = workplace;
    const comment = await forge.findComment(asked.id);
    if (comment === undefined)
        return { kind: "ignored", why: "The comment is gone." };
    if (comment.byBot)
        return { kind: "ignored", why: "Bots ask for nothing." };
    const role = await roleOf(workplace, comment.author);
    try {
        requireGenuine(comment, asked, actor);
        const command = (0,cli/* parseComment */.vj)(comment.body);
        if (command === undefined)
            return { kind: "ignored", why: "The comment asks us for nothing." };
        await requireMay(workplace, command, role);
        await forge.ensureReaction(comment.id, "eyes");
        const done = await carryOut(workplace, command, `comment-${comment.id}`);
        await answer(workplace, comment, done.text);
        await forge.ensureReaction(comment.id, "rocket");
        return { kind: "done", done };
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        await forge.ensureReaction(comment.id, "confused");
        // Strangers get a sign and no text: nobody makes us write as much as they like.
        if (!isStranger(role))
            await answer(workplace, comment, `❌ ${(0,shell/* escaped */.Mk)(fault.message)}\n\n${(0,shell/* escaped */.Mk)(fault.hint)}`);
        if (fault.code === "bug" || fault.code === "remote")
            throw fault;
        return { kind: "refused", fault };
    }
}
/** The role of the author; whoever the host does not know has none. */
async function roleOf({ forge }, login) {
    try {
        return await forge.roleOf(login);
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "permission")
            return "none";
        throw thrown;
    }
}
function isStranger(role) {
    return role === "none" || role === "read";
}
/** What was authorised is what was written: by its author, at once, and in these words. */
function requireGenuine(comment, asked, actor) {
    if (comment.edited || comment.body !== asked.body) {
        throw new faults/* ReleaseFault */.eB("input", "A comment that was edited asks for nothing", {
            hint: "Write a new comment.",
        });
    }
    if (comment.author.toLowerCase() !== actor.toLowerCase()) {
        throw new faults/* ReleaseFault */.eB("permission", `${actor} runs this, and ${comment.author} wrote the comment`, {
            hint: "Write a comment of your own.",
        });
    }
}
/** Colleagues may look; everything else asks for the role that it takes. A retry asks once it is known what failed. */
async function requireMay(workplace, command, role) {
    const wish = wishOf(command);
    if (wish === "later")
        return;
    if (wish !== undefined) {
        await (0,stages/* authorise */.Z_)(workplace, wish);
        return;
    }
    if (!isStranger(role))
        return;
    throw new faults/* ReleaseFault */.eB("permission", `${workplace.actor} may not ask here: the role is ${role}`, {
        hint: `Ask somebody with a role in ${workplace.forge.repository}.`,
    });
}
function wishOf(command) {
    switch (command.kind) {
        case "start":
            return { deeds: ["start"] };
        case "resume":
            return { deeds: ["resume"], release: command.id };
        case "request":
            return { deeds: [command.ask], release: command.id };
        case "rollback":
            return { deeds: ["rollback"], release: command.from };
        case "retry":
            return "later";
        case "status":
        case "report":
        case "help":
        case "dashboard":
        case "audit":
        case "watch":
        case "lint-commits":
        case "demo":
            return undefined;
    }
}
/** The one comment of ours under an issue or pull request. What people wrote stands in it as code: it calls nobody. */
async function answer({ forge, surroundings }, comment, text) {
    const [line = ""] = comment.body.split(/[\r\n]/);
    const run = surroundings.env["GITHUB_RUN_ID"];
    const asked = `<code>${(0,shell/* escaped */.Mk)(line.slice(0, 200))}</code> by <code>${(0,shell/* escaped */.Mk)(comment.author)}</code>`;
    const link = run === undefined ? "" : ` · [run](${forge.webUrl}/actions/runs/${run})`;
    await forge.ensureComment(comment.number, "release-command answer", `${asked}${link}\n\n${text}\n`);
}


/***/ })

};
