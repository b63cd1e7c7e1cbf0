import type { Fault } from "./faults.ts";
import type { PlannedCommit } from "./history.ts";

/** The history of the smallest thing that can be released. */
export const minimalCommits: readonly PlannedCommit[] = [
  {
    author: "sarah",
    message: "feat: answer with the version",
    adds: ["package.json", "server.js", ".gitignore", "checks/coverage.lcov"],
  },
  {
    author: "ines",
    message: "ci: release with Release Command",
    adds: [
      ".github/release-command.yml",
      "checks/unit.xml",
      "checks/integration.xml",
      "checks/security.sarif",
      "checks/e2e.json",
    ],
  },
  { author: "sarah", message: "chore(release): v1.0.0", adds: ["CHANGELOG.md"], release: "v1.0.0" },
  {
    author: "aisha",
    message: "feat: say which path was asked for",
    edits: [{ path: "server.js", before: "version }", after: "version, path: request.url }" }],
  },
  { author: "marcus", message: "docs: what it is", adds: ["README.md"] },
];

/** What may be wrong with the smallest thing: it answers, and wrongly, in production only. */
export function minimalFaultCommits(fault: Fault | undefined): readonly PlannedCommit[] {
  if (fault !== "production-errors") return [];
  return [
    {
      author: "marcus",
      message: "feat: say how it is in production",
      edits: [
        {
          path: "server.js",
          before: 'JSON.stringify({ status: "ok", ',
          after: 'JSON.stringify({ status: process.env["STAGE"] === "production" ? "fine" : "ok", ',
        },
      ],
    },
  ];
}
