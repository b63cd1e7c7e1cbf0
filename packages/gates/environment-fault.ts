import type { Failure } from "#machine";

interface Fault {
  readonly signs: RegExp;
  readonly todo: string;
}

const registry = /registry\.npmjs\.org|pypi\.org|crates\.io|proxy\.golang\.org|repo1?\.maven/.source;

/** In the words of operating systems and tools, not bare codes: a test may be about one. */
const faults: readonly Fault[] = [
  {
    signs: /\bENOSPC: |no space left on device|\bEDQUOT\b|disk quota exceeded/i,
    todo: "The disk is full: free some of it, or take a larger machine.",
  },
  {
    signs: /heap out of memory|ended with exit code 137\b|ended with signal SIGKILL|cannot allocate memory|\bENOMEM: /i,
    todo: "The memory did not suffice: run fewer workers at a time, or take a larger machine.",
  },
  {
    signs: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|temporary failure in name resolution|could not resolve host/i,
    todo: "A host name was not found: check the name in the lines above, and the name service of the machine.",
  },
  {
    signs: new RegExp(
      String.raw`npm (?:ERR!|error).*\b(?:E?(?:429|5\d\d)|ECONNRESET|ETIMEDOUT)\b|(?:${registry})\S*[^\n]*\b(?:429|5\d\d)\b|\b(?:429|5\d\d)\b[^\n]*(?:${registry})`,
      "i",
    ),
    todo: "The package registry did not answer as it should: look at its status page.",
  },
  {
    signs: /\bEADDRINUSE\b|address already in use/i,
    todo: "A port was taken already: end what listens there, or let the tests ask for a free one (port 0).",
  },
  {
    signs: /executable doesn't exist at|npx playwright install|could not find (?:chrome|chromium|browser)/i,
    todo: "A browser is missing: install it in gates.setup, for example npx playwright install --with-deps.",
  },
  {
    signs: /ended with exit code 127\b|^(?:\S*\/)?(?:ba|da|z)?sh: .*not found$|\bspawn \S+ ENOENT\b/im,
    todo: "A tool is missing on the machine: install it in gates.setup, or on the runner before the gates.",
  },
  {
    signs: /npm (?:ERR!|error) network|\bnetwork timeout at\b|read timed out.*pypi/i,
    todo: "The network broke off while packages were fetched.",
  },
];

/** What is wrong with the machine by these lines, as what to do about it; `undefined` where nothing of it is seen. */
export function environmentFault(text: string): string | undefined {
  return faults.find(({ signs }) => signs.test(text))?.todo;
}

/** The machine stopped the command itself, and not only a test. */
const isCause = (failure: Failure): boolean => failure.class === "environment" && failure.test === undefined;

/**
 * The failures of a gate with their classes. Where the machine stopped the command itself, that comes first, and what it
 * left undone (a report, coverage) is of the same class.
 */
export function allClassed(failures: readonly Failure[]): readonly Failure[] {
  const known = failures.map(classed);
  if (!known.some(isCause)) return known;
  const rest = known.filter((failure) => !isCause(failure));
  return [
    ...known.filter(isCause),
    ...rest.map((failure) => (failure.test === undefined ? { ...failure, class: "environment" as const } : failure)),
  ];
}

/** The failure with its class, as far as it can be told without history. Of the machine's faults it says what to do about those. */
export function classed(failure: Failure): Failure {
  if (failure.class !== undefined) return failure;
  const todo = environmentFault(`${failure.title}\n${failure.detail ?? ""}`);
  if (todo === undefined) return { ...failure, class: "new" };
  return { ...failure, class: "environment", suggestion: `${todo} It is not the code: retry the release then.` };
}
