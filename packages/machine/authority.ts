import type { GateName } from "./facts.ts";

/** What somebody can be for releases (decision 36). Who holds a role is said by the list of that name in `roles`. */
export const roles = ["releaseManager", "onCall", "technicalLead", "qa", "developer", "emergencyApprover"] as const;
export type ListedRole = (typeof roles)[number];

/** Held by whoever has one of these roles in the repository: no configuration gives or takes it (decision 8). */
export const givenRoles = { admin: ["admin"] } as const;
export type Role = ListedRole | keyof typeof givenRoles;

/** What somebody can do to a release. A retry is confirmed by those who know the gate that failed (decision 30). */
export const deeds = [
  "start",
  "resume",
  "hold",
  "promote",
  "abort",
  "rollback",
  "redeploy",
  "retry",
  "retry-after-unit",
  "retry-after-integration",
  "retry-after-e2e",
  "auto-approval",
  "emergency",
  "override",
  "erase",
] as const;
export type Deed = (typeof deeds)[number];

interface Rule {
  /** `sarah may not …` */
  readonly text: string;
  /** Any one of them is enough. */
  readonly roles: readonly Role[];
}

/** Who may do what: the only place that says so. */
export const authority: { readonly [D in Deed]: Rule } = {
  start: { text: "start a release", roles: ["releaseManager"] },
  resume: { text: "resume a release", roles: ["releaseManager"] },
  hold: { text: "hold a release", roles: ["releaseManager"] },
  promote: { text: "promote a release", roles: ["releaseManager", "onCall"] },
  abort: { text: "abort a release", roles: ["releaseManager"] },
  rollback: { text: "roll a release back", roles: ["releaseManager", "onCall"] },
  redeploy: { text: "deploy the last good version again", roles: ["releaseManager", "onCall"] },
  retry: { text: "retry a release", roles: ["releaseManager"] },
  "retry-after-unit": { text: "retry a release whose unit tests failed", roles: ["developer"] },
  "retry-after-integration": { text: "retry a release whose integration tests failed", roles: ["technicalLead"] },
  "retry-after-e2e": { text: "retry a release whose end-to-end tests failed", roles: ["qa", "developer"] },
  "auto-approval": { text: "let a hotfix into production unasked", roles: ["emergencyApprover"] },
  emergency: { text: "let a release pass windows and freezes", roles: ["emergencyApprover"] },
  override: { text: "override a gate", roles: ["admin"] },
  erase: { text: "erase a person from the records of a release", roles: ["admin"] },
};

/** What the retry of a release is that failed at this gate, or elsewhere. */
export function retryAfter(gate: GateName | undefined): Deed {
  if (gate === "unit" || gate === "integration" || gate === "e2e") return `retry-after-${gate}`;
  return "retry";
}

/** The table for people, as Markdown. */
export function authorityTable(): string {
  const rows = deeds.map((deed) => {
    const { text, roles: holders } = authority[deed];
    return `| ${text} | ${holders.map((role) => `\`${role}\``).join(" or ")} |`;
  });
  return ["| To | takes |", "| --- | --- |", ...rows].join("\n");
}
