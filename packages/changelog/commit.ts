/** A person as git knows them. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** One commit as `git log` tells it; nothing is interpreted yet. */
export interface Commit {
  readonly sha: string;
  /** First parent first; two or more make a merge. */
  readonly parents: readonly string[];
  readonly author: Person;
  /** Seconds since 1970, by the committer's clock. */
  readonly committedAt: number;
  /** The whole message as written. */
  readonly message: string;
}

/** `token: value` or `token #value` under the body; the value keeps its `#` and its line breaks. */
export interface Footer {
  readonly token: string;
  readonly value: string;
}

/** Something outside the commit that it names. `closes` when the words before it say so. */
export interface Reference {
  readonly kind: "pull-request" | "issue" | "ticket";
  /** `12` for an issue or pull request, `ABC-123` for a ticket. */
  readonly id: string;
  /** `owner/name`, when it is not the commit's own repository. */
  readonly repository: string | undefined;
  readonly closes: boolean;
}

/** What a commit says it takes back, by any of the names that it gives. */
export interface Revert {
  readonly shas: readonly string[];
  readonly header: string | undefined;
  readonly pullRequest: string | undefined;
}

/** What a merge commit says it merges. */
export interface Merge {
  readonly pullRequest: string | undefined;
  /** The text under the generated title: often the pull request's own title. */
  readonly message: string;
}

/** A commit read by Conventional Commits 1.0. It is conventional exactly when `type` is there. */
export interface ParsedCommit {
  readonly commit: Commit;
  /** First line of the message. */
  readonly header: string;
  /** In lower case. */
  readonly type: string | undefined;
  readonly scope: string | undefined;
  /** What follows the colon, or the whole header; without the number of the pull request at its end. */
  readonly description: string;
  readonly body: string | undefined;
  readonly footers: readonly Footer[];
  /** By `!`, or by a `BREAKING CHANGE` on any line: a footer in the wrong place still breaks its readers. */
  readonly breaking: boolean;
  readonly breakingNotes: readonly string[];
  readonly references: readonly Reference[];
  readonly pullRequest: string | undefined;
  readonly coAuthors: readonly Person[];
  readonly reverts: Revert | undefined;
  readonly merge: Merge | undefined;
}
