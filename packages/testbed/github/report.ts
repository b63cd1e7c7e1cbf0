/** What the stand-in saw since it started: the tests read it to prove that nothing was asked or answered wrongly. */
export interface Report {
  /** REST calls by GitHub's operation id; GraphQL counts as `graphql`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Git requests by service, `info/refs` apart. */
  readonly git: Readonly<Record<string, number>>;
  readonly notModified: number;
  /** Requests that GitHub's description forbids; they were answered 422. */
  readonly badRequests: readonly Misfit[];
  /** Answers of the stand-in that GitHub's description forbids; they were answered 500. */
  readonly badAnswers: readonly Misfit[];
  /** Requests that are not served. */
  readonly unknown: readonly string[];
  /** Parameters and fields that GitHub would silently ignore, as `operation: name`. */
  readonly ignored: readonly string[];
}

export interface Misfit {
  readonly operation: string;
  readonly errors: readonly unknown[];
}

/** Counts for the report; kept in memory, begins anew with the process. */
export class Counters {
  readonly #calls = new Map<string, number>();
  readonly #git = new Map<string, number>();
  readonly #badRequests: Misfit[] = [];
  readonly #badAnswers: Misfit[] = [];
  readonly #unknown: string[] = [];
  readonly #ignored = new Set<string>();
  #notModified = 0;

  call(operation: string): void {
    this.#calls.set(operation, (this.#calls.get(operation) ?? 0) + 1);
  }

  gitRequest(service: string): void {
    this.#git.set(service, (this.#git.get(service) ?? 0) + 1);
  }

  notModified(): void {
    this.#notModified += 1;
  }

  badRequest(operation: string, errors: readonly unknown[]): void {
    this.#badRequests.push({ operation, errors });
  }

  badAnswer(operation: string, errors: readonly unknown[]): void {
    this.#badAnswers.push({ operation, errors });
  }

  unknown(request: string): void {
    this.#unknown.push(request);
  }

  ignored(operation: string, names: readonly string[]): void {
    for (const name of names) this.#ignored.add(`${operation}: ${name}`);
  }

  report(): Report {
    return {
      calls: Object.fromEntries(this.#calls),
      git: Object.fromEntries(this.#git),
      notModified: this.#notModified,
      badRequests: this.#badRequests,
      badAnswers: this.#badAnswers,
      unknown: this.#unknown,
      ignored: [...this.#ignored],
    };
  }
}
