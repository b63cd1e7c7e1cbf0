/** An answer other than success, as the client shall read it. */
export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}
