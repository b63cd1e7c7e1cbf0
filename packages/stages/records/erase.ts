import { type Erasure, loadAttestation, loadErasure } from "#audit";
import { nearestWord, ReleaseFault } from "#faults";
import type { ArchiveFile, ArchiveNow, StoredRelease } from "#journal";
import {
  holdsTokens,
  namesIn,
  parsePerson,
  peopleIn,
  personToken,
  withNames,
  wordsOf,
  type Fact,
  type Person,
} from "#machine";
import { type Afterwards, writtenReport } from "#report";

import { authorise } from "../people/authority.ts";
import { readOrThrow } from "../commands/known-release.ts";
import { definedOnly, fetchAll, type Workplace } from "../open.ts";
import { afterwardsOf } from "../rollback/root-cause.ts";
import { finishPublication } from "./publication.ts";
import { auditedIn, auditLogPath, factsPath, peoplePath, reportPath } from "./records.ts";
import { scrubberOf } from "./secrets.ts";

/** Who is to be taken out of the records of which release, and why. */
export interface EraseWanted {
  readonly id: string;
  readonly person: string;
  readonly reason: string;
}

/** What became of it, and what is left to do by hand. */
export interface ErasedNow {
  readonly stored: StoredRelease;
  /** `before`: nobody of that name is in it, and people were erased from it: which, nothing tells any more. */
  readonly when: "now" | "before";
  /** Everybody who was erased from this release. */
  readonly erasures: readonly Erasure[];
  /** Facts that still have the name in some text, spelled otherwise for one: those stay. */
  readonly sentences: readonly number[];
  /** Other releases that the person stands in. */
  readonly others: readonly string[];
}

const reasonAtMost = 300;

/**
 * Takes a person out of the records of a release that ended: who the token stands for is gone, the log says that it is, and
 * the report is written anew, in one commit. Facts and their digests stay as they are. Safe to repeat, after a death and
 * beside others: somebody faster is read first. Throws for everybody but an admin, and where there is nobody to erase.
 */
export async function erasePerson(workplace: Workplace, wanted: EraseWanted): Promise<ErasedNow> {
  const { journal, actor } = workplace;
  await authorise(workplace, { deeds: ["erase"], release: wanted.id });
  const stored = await readOrThrow(workplace, wanted.id);
  if (stored.live)
    throw new ReleaseFault("policy", `${stored.id} is under way: whoever drives it needs its people`, {
      hint: `Erase once it has ended. Where it stands: release status ${stored.id}`,
    });
  const afterwards = await afterwardsOf(workplace, stored.facts);
  const about = { release: stored.id, by: actor, reason: reasonOf(workplace, wanted) };
  let [erasures, sent, kept]: [readonly Erasure[], readonly string[], readonly Fact[]] = [[], [], []];
  await journal.amend(stored.id, async (archive) => {
    const now = await recordsIn(archive, stored.id);
    kept = now.facts;
    const mine = now.people.filter(({ name }) => isSame(name, wanted.person));
    if (mine.length === 0) {
      refuseStranger(now, wanted);
      erasures = now.erasures;
      return [];
    }
    refuseChanged(now, mine, stored.id);
    const at = new Date(archive.nowMs).toISOString();
    sent = mine.map(({ token }) => token);
    // Who was erased and put back by others goes without another word: the log has said it.
    const unsaid = sent.filter((token) => !now.erasures.some((one) => one.token === token));
    const added = unsaid.map((token) => ({ ...about, token, at }));
    erasures = [...now.erasures, ...added];
    return filesWithout(now, { ...wanted, id: stored.id, added, afterwards });
  });
  // Sent by us and found by the next try, as its answer was lost: that is us all the same.
  const isOurs = erasures.some(({ token }) => sent.includes(token));
  return {
    stored,
    when: isOurs ? "now" : "before",
    erasures,
    sentences: kept.flatMap((fact) => (mentions(JSON.stringify(fact), wanted.person) ? [fact.seq] : [])),
    others: await othersWith(workplace, wanted.person, stored.id),
  };
}

/** Brings the new report to the target branch, as far as the records of that release are there. Safe to repeat. */
export async function publishErased(workplace: Workplace, stored: StoredRelease): Promise<void> {
  await fetchAll(workplace.git);
  await finishPublication(workplace, stored);
}

/** The archive's word on one release, checked against its line of the log. */
interface RecordsNow {
  readonly log: string;
  readonly facts: readonly Fact[];
  readonly file: string;
  readonly people: readonly Person[];
  readonly erasures: readonly Erasure[];
}

async function recordsIn({ paths, readBytes }: ArchiveNow, release: string): Promise<RecordsNow> {
  const wanted = [auditLogPath, factsPath(release), peoplePath(release)].filter((path) => paths.has(path));
  const files = await readBytes(wanted);
  const log = files.get(auditLogPath) ?? Buffer.alloc(0);
  const { loggedReleases, recordedFacts } = await loadAttestation();
  const { loggedErasures } = await loadErasure();
  const logged = loggedReleases(log).find((one) => one.release === release);
  const facts =
    logged === undefined ? undefined : recordedFacts(logged, files.get(factsPath(release)) ?? Buffer.alloc(0));
  if (facts === undefined)
    throw new ReleaseFault("policy", `The facts of ${release} are not those that were recorded: nothing is erased`, {
      hint: "Look with: release audit verify   and put what was recorded back.",
    });
  if (!holdsTokens(facts))
    throw new ReleaseFault("policy", `${release} was archived by an older version, with names in its facts`, {
      hint: "Its digest is over those names: to change them is to break the audit log. See docs/audit.md, Erase a person.",
    });
  const file = files.get(peoplePath(release))?.toString("utf8") ?? "";
  const text = log.toString("utf8");
  const erasures = loggedErasures(text).filter((one) => one.release === release);
  return { log: text, facts, file, people: peopleIn(file), erasures };
}

/** The log forgets nothing: it must not say that a token was erased which the facts do not have. */
function refuseChanged({ facts }: RecordsNow, people: readonly Person[], release: string): void {
  const tokens = namesIn(facts);
  if (people.every(({ token, salt, name }) => tokens.has(token) && personToken(salt, name) === token)) return;
  throw new ReleaseFault("policy", `The people of ${release} are not those that were recorded: nothing is erased`, {
    hint: "Look with: release audit verify   and put what was recorded back.",
  });
}

function refuseStranger({ people, erasures }: RecordsNow, { id, person }: EraseWanted): void {
  if (erasures.length > 0) return;
  const names = people.map(({ name }) => name);
  const near = nearestWord(person, names);
  throw new ReleaseFault("input", `${person} is not in the records of ${id}`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}Its people: ${names.toSorted().join(", ")}`,
  });
}

interface Without {
  readonly id: string;
  readonly person: string;
  readonly added: readonly Erasure[];
  readonly afterwards: Afterwards;
}

async function filesWithout(
  now: RecordsNow,
  { id, person, added, afterwards }: Without,
): Promise<readonly ArchiveFile[]> {
  const { withErasures } = await loadErasure();
  const left = now.file.split("\n").filter((line) => !isSame(parsePerson(line)?.name ?? "", person));
  const facts = withNames(now.facts, peopleIn(left.join("\n")));
  return [
    { path: peoplePath(id), content: left.join("\n") },
    { path: auditLogPath, content: withErasures(now.log, added) },
    { path: reportPath(id), content: writtenReport(facts, afterwards).text },
  ];
}

/** What the log is told. Who is erased must not come back by it. */
function reasonOf({ actor, surroundings, local }: Workplace, { person, reason }: EraseWanted): string {
  if (isSame(actor, person))
    throw new ReleaseFault("policy", "Nobody erases themselves: the audit log would name them as who did it", {
      hint: "Ask another admin of the repository.",
    });
  const said = scrubberOf(definedOnly(surroundings.env), local.config).text(reason.trim());
  if (said !== "" && said.length <= reasonAtMost && !mentions(said, person)) return said;
  throw new ReleaseFault(
    "input",
    mentions(said, person)
      ? `The reason names ${person}, and it stays in the audit log for ever`
      : `A reason has 1 to ${reasonAtMost} characters, not ${said.length}`,
    { hint: 'Name the request, and not the person. Example: --reason="request of 2026-11-20"' },
  );
}

async function othersWith({ journal }: Workplace, person: string, release: string): Promise<readonly string[]> {
  const { people } = auditedIn(await journal.archiveFiles((path) => path.startsWith("people/")));
  return [...people].flatMap(([id, file]) => {
    const isThere = peopleIn(file.toString("utf8")).some(({ name }) => isSame(name, person));
    return isThere && id !== release ? [id] : [];
  });
}

/** Logins are the same whatever their letters. */
const isSame = (name: string, person: string): boolean => name.toLowerCase() === person.toLowerCase();

const mentions = (text: string, name: string): boolean => wordsOf([name], "i").test(text);
