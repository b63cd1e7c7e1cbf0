/** What clients met of one version. */
export interface Met {
  readonly requests: number;
  /** When the first and the last request that it answered were sent, ms since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A request without a good answer. */
export interface Failure {
  readonly at: number;
  readonly answeredAt: number;
  /** Absent: no answer at all. */
  readonly version?: string;
  readonly status?: number;
  readonly error: string;
}

/** What the clients say in the end. */
export interface Tally {
  readonly sent: number;
  readonly ranMs: number;
  /** The most requests that were due and not sent yet. */
  readonly late: number;
  readonly versions: Readonly<Record<string, Met>>;
  readonly failures: readonly Failure[];
}

/** Failures by who is to blame: the version under test by its own 5xx, the connection, or anything else. */
export interface Causes {
  readonly bad: readonly Failure[];
  readonly connection: readonly Failure[];
  readonly other: readonly Failure[];
}

const isConnection = ({ status, error }: Failure) => status === undefined || error === "the answer broke off";

/** Each failure under one cause; without a bad version none is excused. */
export function causesOf({ failures }: Tally, bad: string | undefined): Causes {
  // The proxy answers 502 and 503 itself; a bad version answers 500.
  const isBad = ({ version, status }: Failure) => bad !== undefined && version === bad && status === 500;
  return {
    bad: failures.filter((one) => isBad(one)),
    connection: failures.filter((one) => isConnection(one)),
    other: failures.filter((one) => !isBad(one) && !isConnection(one)),
  };
}
