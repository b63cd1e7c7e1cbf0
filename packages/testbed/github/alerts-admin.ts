import { z } from "zod";
import type { Scene } from "./call.ts";
import { findRepository } from "./identity.ts";

const analysis = z.strictObject({
  /** `refs/heads/…`. */
  ref: z.string(),
  sha: z.string(),
  tool: z.string().default("CodeQL"),
  category: z.string().default("/language:javascript"),
  /** Why it failed; empty where it did not. */
  error: z.string().default(""),
});

const codeAlert = z.strictObject({
  ref: z.string(),
  sha: z.string(),
  rule: z.string(),
  severity: z.enum(["none", "note", "warning", "error"]).optional(),
  security: z.enum(["low", "medium", "high", "critical"]).optional(),
  tags: z.array(z.string()).default([]),
  text: z.string().default("found by the stand-in"),
  path: z.string(),
  line: z.int().positive().default(1),
  state: z.enum(["open", "dismissed", "fixed"]).default("open"),
});

const dependabotAlert = z.strictObject({
  ghsa: z.string(),
  cve: z.string().optional(),
  package: z.string(),
  ecosystem: z.string().default("npm"),
  manifest: z.string().default("package-lock.json"),
  severity: z.enum(["low", "medium", "high", "critical"]),
  /** 0 is "not scored". */
  score: z.number().min(0).max(10).default(0),
  vector: z.string().optional(),
  cwes: z.array(z.string()).default([]),
  fixedIn: z.string().optional(),
  state: z.enum(["open", "dismissed", "fixed"]).default("open"),
});

/** What code scanning and Dependabot of a repository hold; a part that is absent is switched off. */
export const alertsSchema = z.strictObject({
  owner: z.string(),
  name: z.string(),
  codeScanning: z.strictObject({ analyses: z.array(analysis), alerts: z.array(codeAlert).default([]) }).optional(),
  dependabot: z.array(dependabotAlert).optional(),
});
export type WantedAlerts = z.input<typeof alertsSchema>;
/** As a repository keeps them. */
export type Alerts = Omit<z.output<typeof alertsSchema>, "owner" | "name">;

/** Sets everything that is known of the alerts of a repository. */
export function setAlerts({ world }: Scene, input: WantedAlerts): void {
  const { owner, name, ...alerts } = alertsSchema.parse(input);
  const repository = findRepository(world, owner, name);
  if (repository === undefined) throw new RangeError(`There is no repository ${owner}/${name}`);
  repository.alerts = alerts;
}
