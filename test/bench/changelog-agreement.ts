// Whether each commit of a real history lands in the same group by ours and by its peers.
//
//   node test/bench/changelog-agreement.ts DIRECTORY [FROM..TO] [--cliff=PATH OF git-cliff] [--list]
//
// Every difference counts under the rule that explains it (docs/changelog.md); `--list` names each commit. Ends with 1
// when a difference has no explanation.

import path from "node:path";
import { parseArgs } from "node:util";

import {
  changelogsOf,
  logArguments,
  parseLog,
  releaseTags,
  type Changelog,
  type LedgerLine,
  type ParsedCommit,
} from "#changelog";
import { openGit } from "#git";

import { groupsByCliff, groupsByPreset, type Told } from "./changelog-groups.ts";

/** A difference between ours and a peer, by the rule that explains it. `undefined`: nothing does. */
function ruleOf({ header, merge, commit, type }: ParsedCommit, ours: Ours, theirs: Told): string | undefined {
  const { groups, line } = ours;
  const isTold = groups.size > 0 && !groups.has("untyped");
  const { message } = commit;
  if (/reverted by|reverts a commit/.test(line.reason)) return "revert: what was taken back is not announced";
  if (merge !== undefined || commit.parents.length > 1 || /merge/.test(line.reason))
    return "merge: a change is told once, by its merge or by its commits";
  if (/same change/.test(line.reason)) return "repeat: the same pull request twice";
  if (/^(Revert|Reapply) "/.test(header)) return "revert: git's own title is of type revert";
  if (theirs === "breaking" && /^.*breaking[ -]change/im.test(message) && !/^BREAKING[ -]CHANGE:/m.test(message))
    return "breaking: only `BREAKING CHANGE:` in capitals, at the start of a line, with a colon";
  if (groups.has("breaking") && (/^[^\n:]*!:/.test(header) || /^BREAKING[ -]CHANGE:/m.test(message)))
    return "breaking: told wherever the specification finds it, whatever the type";
  if (/the commits in it/.test(line.reason)) return "squash: a title without a type leaves it to its commits";
  if (groups.has("breaking")) return "squash: a commit in it breaks something";
  if (type !== undefined && /[^\w]/.test(type)) return "type: it may hold a dash";
  if (type === undefined && /^(?:[\d_]|[^\s:(]*[^\w\s(:!-])[^\s:(]*:/.test(header))
    return "type: a word of letters, digits, _ and -, which begins with a letter";
  if (type !== undefined && !isTold && theirs === "untyped")
    return "header: the scope or description is unusual, the type counts";
  if (isTold && message.includes("\n")) return "squash: a commit in it asks for more than its title";
  if (type === undefined && /^\w*(\([^)]*\))?!?:/.test(header))
    return "header: a type, a colon, a space and a description";
  if (isTold && theirs === "untyped") return "header: the scope or description is unusual, the type counts";
  return undefined;
}

interface Ours {
  readonly groups: ReadonlySet<Told>;
  readonly line: LedgerLine;
}

function oursOf(changelog: Changelog): ReadonlyMap<string, Ours> {
  const { inNotes, hidden, unconventional } = changelog.ledger.lists;
  const told = new Map<string, Set<Told>>();
  for (const group of changelog.groups) {
    for (const { sha } of group.entries) {
      const name = group.kind === "breaking" ? "breaking" : group.title;
      told.set(sha, (told.get(sha) ?? new Set()).add(name));
    }
  }
  const untyped = new Set(unconventional.map(({ sha }) => sha));
  return new Map(
    [...inNotes, ...hidden, ...unconventional].map((line) => [
      line.sha,
      { groups: told.get(line.sha) ?? new Set<Told>(untyped.has(line.sha) ? ["untyped"] : []), line },
    ]),
  );
}

/** What a commit is told as; not told at all is a group too. */
function agrees({ groups }: Ours, theirs: Told): boolean {
  return groups.size === 0 ? theirs === "hidden" : groups.has(theirs);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { cliff: { type: "string" }, list: { type: "boolean" } },
});
const [directory = ".", range = "HEAD"] = positionals;
const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };
const git = await openGit({
  directory: path.resolve(directory),
  remote: "./",
  author,
  signal: new AbortController().signal,
});
const tags = releaseTags(await git.tags(""));
const parsed = new Map((await parseLog(git.log(logArguments(range)))).map((commit) => [commit.commit.sha, commit]));
const cliff = values.cliff === undefined ? undefined : await groupsByCliff(values.cliff, { directory, range });
const counts = new Map<string, number>();
let compared = 0;
let unexplained = 0;
for await (const batch of changelogsOf(git.log(logArguments(range)), { tags, untagged: "Unreleased" })) {
  for (const changelog of batch) {
    const ours = oursOf(changelog);
    const commits = [...ours.keys()].flatMap((sha) => parsed.get(sha) ?? []);
    const peers = new Map([["conventional-changelog", await groupsByPreset(commits)]]);
    if (cliff !== undefined) peers.set("git-cliff", cliff);
    for (const [peer, groups] of peers) compare(peer, commits, { groups, ours });
  }
}

function compare(
  peer: string,
  commits: readonly ParsedCommit[],
  { groups, ours }: { readonly groups: ReadonlyMap<string, Told>; readonly ours: ReadonlyMap<string, Ours> },
): void {
  for (const commit of commits) {
    const { sha } = commit.commit;
    const [mine, theirs] = [ours.get(sha), groups.get(sha)];
    if (mine === undefined || theirs === undefined) continue;
    compared += 1;
    if (agrees(mine, theirs)) continue;
    const rule = ruleOf(commit, mine, theirs);
    if (rule === undefined) unexplained += 1;
    const key = `${peer}: ${rule ?? "NOT EXPLAINED"}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (values.list !== true && rule !== undefined) continue;
    const here = [...mine.groups].join("+") || `hidden (${mine.line.reason})`;
    console.log(`${sha.slice(0, 9)} ${peer}: ${theirs}, ours: ${here} | ${rule ?? "NOT EXPLAINED"} | ${commit.header}`);
  }
}

console.log(`${compared} comparisons of ${parsed.size} commits; ${unexplained} differences without an explanation`);
for (const [key, count] of [...counts].toSorted((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)}  ${key}`);
process.exitCode = unexplained === 0 ? 0 : 1;
