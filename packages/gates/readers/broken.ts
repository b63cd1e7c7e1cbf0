/** Thrown inside of a reader: why a report proves nothing, and what to do. Never leaves this folder. */
export class BrokenReport extends Error {
  override readonly name = "BrokenReport";
  readonly suggestion: string;

  constructor(reason: string, suggestion: string) {
    super(reason);
    this.suggestion = suggestion;
  }
}

/** Thrown for a report that is whole and in which no test ran. */
export class EmptyReport extends BrokenReport {}

export const runAgain = "Run the command again; if it stays so, it is killed before it has finished writing.";
