interface Point {
  readonly name: "database" | "authentication" | "API" | "service";
  readonly signs: RegExp;
  readonly suggestion: string;
}

/** In order of how telling their signs are. */
const points: readonly Point[] = [
  {
    name: "database",
    signs: /\b(sql|postgres|mysql|sqlite|mongo|redis|database|relation|migration|deadlock|prisma|5432|3306)\b/i,
    suggestion: "Check that the database of the tests runs, is migrated and is empty before the run.",
  },
  {
    name: "authentication",
    signs: /\b(401|403|unauthori[sz]ed|forbidden|jwt|oauth|login|session expired|credentials?)\b/i,
    suggestion: "Check the test accounts and how the tests get their token.",
  },
  {
    name: "service",
    signs: /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|queue|kafka|rabbitmq|grpc|timed? ?out)\b/i,
    suggestion: "Check that the service that the test talks to is started by the test command and reachable.",
  },
  {
    name: "API",
    signs: /\b(http|https|fetch|status(?: code)?|endpoint|graphql|request|response)\b/i,
    suggestion: "Compare what the endpoint answers with what the test expects; did the contract change?",
  },
];

/** Which integration a failing test points at, by the words of its message; `undefined` when they do not tell. */
export function integrationPoint(text: string): Point | undefined {
  return points.find(({ signs }) => signs.test(text));
}

/** The part that the title of a failed test names, as it is spelled in `gates.integration.logs`. */
export function partNamed(title: string): string | undefined {
  return /^Test failed \((?<part>\w+)\): /.exec(title)?.groups?.["part"]?.toLowerCase();
}
