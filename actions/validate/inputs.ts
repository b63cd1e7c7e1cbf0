import { flag, oneOf, optional, releaseId, text, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly command: "start" | "resume" | "retry" | "hold" | "promote" | "abort";
  readonly type: "standard" | "hotfix";
  readonly version: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly release: string | undefined;
  readonly changelog: string | undefined;
  readonly plan: string | undefined;
  readonly severity: "none" | "P0" | "P1" | undefined;
  readonly incident: string | undefined;
  readonly override: string | undefined;
  readonly emergency: string | undefined;
  readonly at: string | undefined;
  readonly expires: string | undefined;
  readonly reason: string | undefined;
  readonly allowLowerVersion: boolean;
  readonly adopt: boolean;
  readonly dryRun: boolean;
  readonly signingKey: string | undefined;
  readonly signingPassphrase: string | undefined;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  command: ["command", oneOf("start", "resume", "retry", "hold", "promote", "abort")],
  type: ["type", oneOf("standard", "hotfix")],
  version: ["version", text],
  from: ["from", optional(text)],
  to: ["to", optional(text)],
  release: ["release", optional(releaseId)],
  changelog: ["changelog", optional(text)],
  plan: ["plan", optional(text)],
  severity: ["severity", optional(oneOf("none", "P0", "P1"))],
  incident: ["incident", optional(text)],
  override: ["override", optional(text)],
  emergency: ["emergency", optional(text)],
  at: ["at", optional(text)],
  expires: ["expires", optional(text)],
  reason: ["reason", optional(text)],
  allowLowerVersion: ["allow-lower-version", flag],
  adopt: ["adopt", flag],
  dryRun: ["dry-run", flag],
  signingKey: ["signing-key", optional(text)],
  signingPassphrase: ["signing-passphrase", optional(text)],
  notifySecrets: ["notify-secrets", optional(text)],
};
