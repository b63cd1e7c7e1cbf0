import { ReleaseFault, type FaultCode } from "#faults";

/** GitHub did not do what it was asked. Callers branch on `status` to find out whether it happened all the same. */
export class HostFault extends ReleaseFault {
  /** HTTP status; `undefined` when no whole answer came. */
  readonly status: number | undefined;
  /** GitHub's own words. */
  readonly reason: string;

  constructor(
    code: FaultCode,
    message: string,
    options: { hint: string; cause?: unknown; status: number | undefined; reason: string },
  ) {
    super(code, message, options);
    this.status = options.status;
    this.reason = options.reason;
  }
}

/** It may have happened: no answer came, or one of a server that failed. */
export function isDoubtful(thrown: unknown): thrown is HostFault {
  return thrown instanceof HostFault && (thrown.status === undefined || thrown.status >= 500);
}

/** GitHub answered with this status. */
export function isStatus(thrown: unknown, ...statuses: readonly number[]): thrown is HostFault {
  return thrown instanceof HostFault && thrown.status !== undefined && statuses.includes(thrown.status);
}

/** An error of Octokit as a fault that says what was asked, what GitHub said, and what to do. Never with a token or a query. */
export function explain(thrown: unknown, operation: string, repository: string): ReleaseFault {
  const cause = property(thrown, "cause");
  if (thrown instanceof ReleaseFault) return thrown;
  if (cause instanceof ReleaseFault) {
    const message = `Could not ${operation} of ${repository}: ${cause.message}`;
    return new HostFault(cause.code, message, { hint: cause.hint, cause, status: undefined, reason: cause.message });
  }
  const response = property(thrown, "response");
  // Octokit calls a request without an answer a 500: only a response proves a status.
  const status = response === undefined ? undefined : Number(property(response, "status"));
  const reason = reasonOf(property(response, "data")) ?? textOf(property(thrown, "message"));
  const advice = adviceFor(status, reason, header(response, "x-accepted-github-permissions"));
  const said = `${status === undefined ? "no answer" : `GitHub said ${status}`}: ${reason}`;
  const message = `Could not ${operation} of ${repository}: ${said}`;
  return new HostFault(advice.code, message, { hint: advice.hint, cause: thrown, status, reason });
}

interface Advice {
  readonly code: FaultCode;
  readonly hint: string;
}

function adviceFor(status: number | undefined, reason: string, accepted: string | undefined): Advice {
  if (status === 401) {
    const hint =
      "Set GITHUB_TOKEN to a token that is valid: `export GITHUB_TOKEN=$(gh auth token)`, or in a workflow `GITHUB_TOKEN: ${{ github.token }}`.";
    return { code: "permission", hint };
  }
  if (/not permitted to create or approve pull requests/i.test(reason)) {
    const hint =
      'Tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General, or use the token of an App.';
    return { code: "permission", hint };
  }
  if (status === 403) return { code: "permission", hint: permissionHint(accepted) };
  if (status === 404) {
    const hint = "Check the repository's name (`owner/name`) and that the token may see it: `gh api repos/OWNER/NAME`.";
    return { code: "permission", hint };
  }
  if (status === 405 || status === 409 || status === 422) {
    return { code: "policy", hint: "Change what GitHub objects to, then run the command again: it continues." };
  }
  return { code: "remote", hint: "See https://www.githubstatus.com; then run the command again: it continues." };
}

/** `contents=write; pull_requests=write` → the YAML to paste. */
function permissionHint(accepted: string | undefined): string {
  const [first = ""] = (accepted ?? "").split(";");
  const lines = first
    .split(",")
    .map((part) => /^\s*(\w+)=(\w+)\s*$/.exec(part))
    .flatMap((match) => (match === null ? [] : [`  ${(match[1] ?? "").replaceAll("_", "-")}: ${match[2] ?? ""}`]));
  if (lines.length === 0)
    return "Give GITHUB_TOKEN the permission this needs, e.g. `permissions: { contents: write }` in the job.";
  return `Give the job that runs this the permission:\npermissions:\n${lines.join("\n")}`;
}

/** GitHub's message with the details of a validation error; some have a code and no words. */
function reasonOf(data: unknown): string | undefined {
  const message = property(data, "message");
  if (typeof message !== "string") return undefined;
  const errors = property(data, "errors");
  const details = (Array.isArray(errors) ? errors : [])
    .map((error: unknown) =>
      typeof error === "string" ? error : (property(error, "message") ?? property(error, "code")),
    )
    .filter((detail) => typeof detail === "string");
  return [message, ...details].join(" – ");
}

function textOf(message: unknown): string {
  return typeof message === "string" && message !== "" ? message : "no answer";
}

function header(response: unknown, name: string): string | undefined {
  const value = property(property(response, "headers"), name);
  return typeof value === "string" ? value : undefined;
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}
