/** Facts that cannot follow one another: somebody changed the record, or we have a defect. */
export class BrokenRecordError extends Error {
  override readonly name = "BrokenRecordError";

  constructor(what: string) {
    super(`The record of this release is broken: ${what}.`);
  }
}
