import { invalid, notFound, Refusal } from "../answer.ts";
import { found, headOf, page, text, type Call, type Handlers } from "../call.ts";
import { findCommit, git, listRefs, tryGit, type Ref } from "../git.ts";
import { readChanges, readCommit, readLog } from "../git-log.ts";
import { findUser } from "../identity.ts";
import { protectionOf } from "../merge-rules.ts";
import { commit, diffEntry } from "../present/commits.ts";
import { collaboratorPermission, publicUser } from "../present/people.ts";
import { branchProtection, branchRules, protectionSummary } from "../present/protection.ts";
import { fullRepository } from "../present/repository.ts";

function gitRef(call: Call, ref: Ref) {
  const kind = ref.type === "tag" ? "tags" : "commits";
  return {
    ref: ref.name,
    node_id: `REF_${ref.name}`,
    url: call.scene.links.api(call.repository, `/git/${ref.name}`),
    object: { type: ref.type, sha: ref.sha, url: call.scene.links.api(call.repository, `/git/${kind}/${ref.sha}`) },
  };
}

function requiredProtection(call: Call) {
  const rules = protectionOf(call.repository, text(call, "branch"));
  if (rules === undefined) throw new Refusal(404, "Branch not protected");
  return rules;
}

async function branch(call: Call) {
  const name = text(call, "branch");
  const { scene, repository } = call;
  const it = await readCommit(call.git, await headOf(call, name));
  const url = scene.links.api(repository, `/branches/${name}`);
  const rules = protectionOf(repository, name);
  return {
    name,
    commit: commit(scene, repository, it),
    _links: { self: url, html: scene.links.web(repository, `/tree/${name}`) },
    protected: rules !== undefined,
    protection: protectionSummary(rules),
    protection_url: `${url}/protection`,
  };
}

async function oneCommit(call: Call) {
  const { scene, repository, git: directory } = call;
  const ref = text(call, "ref");
  const sha = await findCommit(directory, ref);
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  const it = await readCommit(directory, sha);
  const changes = await readChanges(directory, it.parents[0], sha);
  const additions = changes.reduce((sum, change) => sum + change.additions, 0);
  const deletions = changes.reduce((sum, change) => sum + change.deletions, 0);
  return {
    ...commit(scene, repository, it),
    stats: { additions, deletions, total: additions + deletions },
    files: changes.map((change) => diffEntry(scene, repository, sha, change)),
  };
}

function comparedStatus(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return "diverged";
  if (ahead > 0) return "ahead";
  return behind > 0 ? "behind" : "identical";
}

async function compare(call: Call) {
  const { scene, repository, git: directory } = call;
  const basehead = text(call, "basehead");
  const [baseName = "", headName = ""] = basehead.split("...");
  const base = found(await findCommit(directory, baseName));
  const head = found(await findCommit(directory, headName));
  const fork = await tryGit(directory, ["merge-base", base, head]);
  if (fork.code !== 0) throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const mergeBase = fork.out.trim();
  const counts = await git(directory, ["rev-list", "--left-right", "--count", `${base}...${head}`]);
  const [behind = 0, ahead = 0] = counts.split("\t").map(Number);
  const commits = await readLog(directory, ["--reverse", `${base}..${head}`]);
  const changes = await readChanges(directory, mergeBase, head);
  const url = scene.links.api(repository, `/compare/${basehead}`);
  const web = scene.links.web(repository, `/compare/${basehead}`);
  return {
    url,
    html_url: web,
    permalink_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    base_commit: commit(scene, repository, await readCommit(directory, base)),
    merge_base_commit: commit(scene, repository, await readCommit(directory, mergeBase)),
    status: comparedStatus(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: commits.length,
    commits: commits.slice(0, 250).map((it) => commit(scene, repository, it)),
    files: changes.map((change) => diffEntry(scene, repository, head, change)),
  };
}

/** People, the repository itself, its branches, refs, commits and rules. */
export const repositories: Handlers = {
  "users/get-authenticated": ({ scene, user }) => {
    // An installation token belongs to no user, although it acts under a name.
    if (user.type === "Bot") throw new Refusal(403, "Resource not accessible by integration");
    return { status: 200, body: publicUser(scene, user) };
  },
  "users/get-by-username": (call) => ({
    status: 200,
    body: publicUser(call.scene, found(findUser(call.scene.world, text(call, "username")))),
  }),
  "repos/get": ({ scene, repository }) => ({ status: 200, body: fullRepository(scene, repository) }),
  "repos/get-collaborator-permission-level": (call) => {
    const user = findUser(call.scene.world, text(call, "username"));
    if (user === undefined) throw new Refusal(404, `${text(call, "username")} is not a user`);
    return { status: 200, body: collaboratorPermission(call.scene, call.repository, user) };
  },
  "repos/list-branches": async (call) => {
    const refs = await listRefs(call.git, "refs/heads/");
    const only = call.parameters["protected"];
    const all = refs.map(({ name, sha }) => ({ name: name.slice("refs/heads/".length), sha }));
    const wanted = all.filter(
      ({ name }) => only === undefined || (protectionOf(call.repository, name) !== undefined) === only,
    );
    return page(call, wanted, ({ name, sha }) => ({
      name,
      commit: { sha, url: call.scene.links.api(call.repository, `/commits/${sha}`) },
      protected: protectionOf(call.repository, name) !== undefined,
    }));
  },
  "repos/get-branch": async (call) => ({ status: 200, body: await branch(call) }),
  "repos/get-branch-protection": (call) => ({
    status: 200,
    body: branchProtection(call.scene, call.repository, text(call, "branch"), requiredProtection(call)),
  }),
  "repos/get-branch-rules": (call) => {
    const rules = protectionOf(call.repository, text(call, "branch"));
    return page(call, rules === undefined ? [] : branchRules(call.repository, rules), (rule) => rule);
  },
  "git/get-ref": async (call) => {
    const wanted = `refs/${text(call, "ref")}`;
    const refs = await listRefs(call.git, wanted);
    const ref = refs.find(({ name }) => name === wanted);
    if (ref === undefined) throw notFound();
    return { status: 200, body: gitRef(call, ref) };
  },
  "git/list-matching-refs": async (call) => {
    const refs = await listRefs(call.git, `refs/${text(call, "ref")}`);
    return { status: 200, body: refs.map((ref) => gitRef(call, ref)) };
  },
  "repos/get-commit": async (call) => ({ status: 200, body: await oneCommit(call) }),
  "repos/compare-commits-with-basehead": async (call) => {
    if (!text(call, "basehead").includes("...")) throw invalid("Comparison", "basehead", "basehead is BASE...HEAD");
    return { status: 200, body: await compare(call) };
  },
  "repos/create-dispatch-event": ({ scene, repository, user, body }) => {
    const { event_type: type, client_payload: payload } = body as { event_type: string; client_payload?: unknown };
    repository.events.push({ type, payload: payload ?? {}, sender: user.login, at: scene.now() });
    return { status: 204 };
  },
  "rate-limit/get": ({ scene, user }) => {
    const { limit, resetAtMs, used } = scene.world.rateLimit;
    const spent = used[user.login] ?? 0;
    const rate = { limit, used: spent, remaining: Math.max(0, limit - spent), reset: Math.floor(resetAtMs / 1000) };
    return { status: 200, body: { resources: { core: rate, search: rate, graphql: rate }, rate } };
  },
};
