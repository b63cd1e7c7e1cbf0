/** The house (`packages/testbed/github/house.ts`) that `run.js` started for this test process. */
export function houseOfThisProcess(): string | undefined {
  const { STANDIN_HOUSES = "", JEST_WORKER_ID = "1" } = process.env;
  const houses = STANDIN_HOUSES.split(" ").filter((house) => house !== "");
  return houses[(Number(JEST_WORKER_ID) - 1) % houses.length];
}
