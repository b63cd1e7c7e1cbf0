/** What we need of a code host. Every method may be called again after a death: `ensure…` makes it so, whatever was there. */
export interface Forge {
  /** `owner/name`. */
  readonly repository: string;
  /** Web address of the repository. */
  readonly webUrl: string;
  /** Requests sent so far, those answered 304 included. */
  readonly calls: number;

  /** The login that the token belongs to. Throws a `permission` fault for a token that is not accepted. */
  whoAmI(): Promise<string>;
  /** The role of a user (`admin`, `maintain`, `write`, `triage`, `read`, a custom name) or `none`. Never guesses: an unknown answer is a fault. */
  roleOf(login: string): Promise<string>;
  /**
   * Whether a user is in a team, `org/team`, or in a team below it. Throws a `permission` fault when the token may not
   * see the team: then nobody knows.
   */
  isTeamMember(team: string, login: string): Promise<boolean>;
  /** Asked once a process. */
  defaultBranch(): Promise<string>;
  /** Whether deployments to this environment can be protected: does it exist? */
  environmentExists(name: string): Promise<boolean>;
  /** An environment with everything that a job has to wait for in it; `undefined` when there is none of that name. */
  findEnvironment(name: string): Promise<ProtectedEnvironment | undefined>;
  /** What people said when a run asked for its environments; empty for a run that the host does not know any more. */
  approvalsOf(runId: string): Promise<readonly Approval[]>;

  /**
   * Opens the pull request `head → base`, or finds it and brings title, body, labels and reviewers up to date. One that is
   * merged or closed is reported as it is. What people wrote beside our text stays, and so does our text where they changed
   * it: a comment says so. `warnings` names what could not be set: that stops nothing.
   */
  ensurePullRequest(wanted: WantedPullRequest): Promise<PullRequest & { readonly warnings: readonly string[] }>;
  findPullRequest(head: string, base: string): Promise<PullRequest | undefined>;
  /** Everything that decides whether it may be merged (decision 39), in one request where the host allows. */
  reviewState(number: number): Promise<ReviewState>;
  /** The merged pull requests by which these commits came, and the commits that came by none. */
  changesOf(shas: readonly string[]): Promise<{
    readonly pullRequests: readonly ReviewedChange[];
    readonly direct: readonly string[];
  }>;
  /**
   * Check runs and statuses of exactly this commit, `success` or the host's word for what they are; without those of
   * workflows that only happened to run on it, and without those of `ownWorkflow` (its path in the repository).
   */
  ciChecks(sha: string, options?: { readonly ownWorkflow?: string }): Promise<readonly CiCheck[]>;
  /** Open issues with any of these labels, at most 20 of each. */
  openIssues(labels: readonly string[]): Promise<readonly BlockingIssue[]>;
  /**
   * Merges at exactly this head; does nothing when it is merged. Returns the new tip of the base.
   * Throws a `policy` fault when the host refuses (protected branch, moved head) with the host's reason.
   */
  ensureMerged(
    number: number,
    head: string,
    how: { readonly title: string; readonly method: MergeMethod },
  ): Promise<{ readonly sha: string; readonly by: string }>;
  /** Puts it into the merge queue of its base at exactly this head; does nothing when it waits there or is merged. */
  ensureQueued(number: number, head: string): Promise<void>;
  /**
   * Has the host merge it at exactly this head as soon as the rules of its base are met; does nothing when that was asked
   * for, or it is merged. Returns the host's reason where it does not: people's rules, or nothing that is left to wait for.
   */
  ensureAutoMerge(
    number: number,
    head: string,
    how: { readonly title: string; readonly method: MergeMethod },
  ): Promise<string | undefined>;
  /** The host merges it no more by itself; does nothing when it would not, or it is merged already. */
  ensureNoAutoMerge(number: number): Promise<void>;
  closePullRequest(number: number): Promise<void>;
  /** The newest check run of each name and app on a commit, in the order of their names. */
  checkRuns(sha: string): Promise<readonly CheckRun[]>;
  /**
   * A check run `release gates` on a commit that says exactly this, for people to read; nothing is sent when it is there already.
   * The host lets only apps make them: for the token of a person it is `not an app`.
   */
  ensureCheck(wanted: WantedCheck): Promise<"shown" | "not an app">;
  /** Open alerts of code scanning on a branch; `undefined` while it has no analysis of exactly this commit. */
  codeScanningAlerts(branch: string, sha: string): Promise<readonly SecurityAlert[] | undefined>;
  /** Open alerts of Dependabot, which knows no branch but the default one. */
  dependabotAlerts(): Promise<readonly SecurityAlert[]>;
  /** One comment with this hidden marker, updated in place. */
  ensureComment(number: number, marker: string, body: string): Promise<void>;
  /** A comment as it is now; `undefined` when it is gone. */
  findComment(id: number): Promise<Comment | undefined>;
  /** A sign at a comment for its author; once, however often it is asked for. */
  ensureReaction(comment: number, sign: Reaction): Promise<void>;

  /** Starts the workflows that listen for this event. Sent twice, they run twice. */
  sendEvent(type: string, payload: Readonly<Record<string, string>>): Promise<void>;
  /** Whether a run of a workflow goes on, people it waits for included; `unknown` for one that this host never had. */
  runState(id: string): Promise<"under-way" | "over" | "unknown">;

  /** One issue with this hidden marker among those of a label; what people made of it since stays. Returns its web address. */
  ensureIssue(wanted: {
    readonly marker: string;
    readonly title: string;
    readonly body: string;
    readonly label: string;
  }): Promise<string>;
  /** Whether an issue is open, and whose it is, by login; `undefined` for one that was deleted. */
  findIssue(number: number): Promise<{ readonly open: boolean; readonly assignees: readonly string[] } | undefined>;

  /**
   * A published release of an existing tag with notes and assets; draft first, published last, the latest one only if no
   * stable version is higher. What was published before keeps its files; `warnings` names those that it did not take.
   */
  ensureRelease(wanted: {
    readonly tag: string;
    readonly title: string;
    readonly notes: string;
    readonly prerelease: boolean;
    readonly assets: readonly { readonly name: string; readonly content: string }[];
  }): Promise<{ readonly url: string; readonly warnings: readonly string[] }>;
  /**
   * Files of a release that is published already; nothing without such a release, and nothing to a file of that name
   * that is there. Returns what it did not take.
   */
  attach(
    tag: string,
    assets: readonly { readonly name: string; readonly content: string }[],
  ): Promise<readonly string[]>;
  findRelease(tag: string): Promise<{ readonly url: string; readonly draft: boolean } | undefined>;

  /** Our own deployment object of this commit in this environment, a view for people; its status is set to `state`. */
  ensureDeployment(wanted: {
    readonly environment: string;
    readonly sha: string;
    readonly release: string;
    readonly state: DeploymentState;
    readonly description: string;
    /** Web addresses: what does it, and what was deployed. */
    readonly logUrl?: string;
    readonly environmentUrl?: string;
  }): Promise<void>;
  /** The same for the deployment that an earlier release left in this environment, if it left one; its commit need not be known. */
  markDeployment(wanted: {
    readonly environment: string;
    readonly release: string;
    readonly state: DeploymentState;
    readonly description: string;
    readonly logUrl?: string;
  }): Promise<void>;
  /**
   * The newest deployment of a release in an environment carries this note after its description; state and addresses
   * stay as they are. Returns whether it does: without such a deployment nothing is done.
   */
  noteDeployment(wanted: {
    readonly environment: string;
    readonly release: string;
    readonly note: string;
  }): Promise<boolean>;
  /** What was said of the newest deployments (at most 100) to an environment, newest first; without what has no words. */
  deploymentNotes(environment: string): Promise<readonly DeploymentNote[]>;
}

/** One status of a deployment: whoever may write deployments can add some, and nobody can change one. */
export interface DeploymentNote {
  readonly release: string;
  readonly description: string;
  readonly by: string;
  readonly at: string;
}

/** `inactive`: another version serves; it can come back. */
export type DeploymentState = "in_progress" | "success" | "failure" | "inactive";

/** An open alert, in the host's own words. */
export interface SecurityAlert {
  /** CVE, GHSA, or the rule. */
  readonly ids: readonly string[];
  readonly text: string;
  /** CVSS; 0 is "not scored". */
  readonly score?: number;
  readonly vectors: readonly string[];
  /** `high`, `medium`, … */
  readonly word?: string;
  readonly url: string;
  readonly file?: string;
  readonly line?: number;
  /** May name weaknesses: `external/cwe/cwe-79`, `CWE-79`. */
  readonly tags: readonly string[];
  readonly package?: { readonly name: string; readonly ecosystem: string };
  readonly fixedIn?: string;
}

export interface ProtectedEnvironment {
  readonly name: string;
  /** People and teams of whom one has to approve. */
  readonly reviewers: readonly string[];
  readonly waitMinutes: number;
  /** Apps that are asked too, and rules of a kind that we do not know. */
  readonly customRules: readonly string[];
  /** Whether runs of any branch may use it. */
  readonly anyBranch: boolean;
}

export interface Approval {
  readonly state: "approved" | "rejected";
  readonly by: string;
  readonly environments: readonly string[];
  /** Empty when the reviewer said nothing. */
  readonly comment: string;
}

export type Reaction = "eyes" | "rocket" | "confused";

export interface Comment {
  readonly id: number;
  /** Of the issue or pull request that it stands under. */
  readonly number: number;
  readonly body: string;
  readonly author: string;
  readonly byBot: boolean;
  readonly edited: boolean;
}

export interface WantedPullRequest {
  readonly head: string;
  /** The commit that the head branch is at: a closed or merged pull request counts only if it ended there. */
  readonly headSha: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  /** The same in ever fewer words, for when people's own words leave less room. */
  readonly shorterBodies?: readonly string[];
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: "open" | "closed" | "merged";
  /** SHA of the head branch. */
  readonly headSha: string;
  readonly mergeSha?: string;
}

export type MergeMethod = "merge" | "squash" | "rebase";

/** What an app found out about a commit. */
export interface CheckRun {
  readonly name: string;
  /** Slug of the app that made it: nobody else can. */
  readonly app: string;
  readonly sha: string;
  /** `pending`, or how it ended: `success`, `failure`, `cancelled`, … */
  readonly state: string;
  readonly url?: string;
}

/** A verdict of ours, as it stands beside a commit and its pull request. */
export interface WantedCheck {
  readonly sha: string;
  readonly release: string;
  readonly conclusion: "success" | "failure";
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** At lines of files, paths from the root of the repository; as many as the host takes. */
  readonly annotations: readonly {
    readonly file: string;
    readonly line: number;
    readonly title: string;
    readonly message: string;
  }[];
  readonly detailsUrl?: string;
}

export interface CheckNotGreen {
  readonly name: string;
  /** `pending`, `failure`, `action_required`, `missing`, … */
  readonly state: string;
  /** Whether the rules of the base ask for it. */
  readonly isRequired: boolean;
  /** Where its log is. */
  readonly url?: string;
}

/** A merged pull request, as its reviewers left it. */
export interface ReviewedChange {
  readonly number: number;
  readonly url: string;
  /** Who approved its last commit and may write; never its author. */
  readonly approvedBy: readonly string[];
  /** Somebody approved it, and commits were added afterwards. */
  readonly isOutdated: boolean;
  readonly unresolvedThreads: number;
  /** It has more threads than were looked at. */
  readonly moreThreads: boolean;
}

export interface CiCheck {
  readonly name: string;
  readonly state: string;
  readonly url?: string;
}

export interface BlockingIssue {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

/** The evidence for merging; each list names what is still missing. */
export interface ReviewState {
  readonly state: "open" | "closed" | "merged";
  readonly headSha: string;
  readonly mergeSha?: string;
  readonly mergedBy?: string;
  /** Who opened it. */
  readonly author?: string;
  /** Logins whose latest opinion, on the current head, is an approval, and who may write. The author is never among them. */
  readonly approvedBy: readonly string[];
  readonly changesRequestedBy: readonly string[];
  readonly unresolvedThreads: number;
  /** Checks of the head that are not green, and required ones that nobody reported. */
  readonly checksNotGreen: readonly CheckNotGreen[];
  /** Addresses of what GitHub holds back on the head until a person approves that it runs. */
  readonly heldRuns: readonly string[];
  /** What the base branch's rules ask for. */
  readonly requiredApprovals: number;
  /** The ways of merging that repository and rules allow, best first. */
  readonly mergeMethods: readonly MergeMethod[];
  /** Whether the host may be asked to merge by itself as soon as the rules are met. */
  readonly autoMergeAllowed: boolean;
  /** Where the base has a merge queue: `not-queued`, or the state of the entry (`queued`, `awaiting_checks`, …). */
  readonly mergeQueue?: { readonly state: string; readonly position?: number };
}
