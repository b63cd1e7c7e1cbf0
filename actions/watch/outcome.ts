import { escaped, type Notice, type Outcome } from "#shell";
import type { Delivery, Reminder, Sighting } from "#stages";

const words: Readonly<Record<Sighting["did"], string>> = {
  woke: "woken",
  "may-go-on": "may go on",
  left: "left alone",
  fault: "not seen",
};

/** What was seen of each release, and whom this look woke. Red when one could not be looked at, or not be woken. */
export function watchOutcome(
  sightings: readonly Sighting[],
  {
    note = "No release is under way.",
    reminders = [],
    deliveries = [],
  }: { note?: string; reminders?: readonly Reminder[]; deliveries?: readonly Delivery[] } = {},
): Outcome {
  const rows = sightings.map(
    ({ id, state, did, reason }) => `| ${escaped(id)} | ${escaped(state)} | ${words[did]} | ${escaped(reason)} |`,
  );
  const table = ["| Release | State | | Why |", "| --- | --- | --- | --- |", ...rows];
  const unheard = reminders.map(({ release: id, fault }) => ({ id, fault }));
  const faults = [...sightings, ...unheard].flatMap(({ id, fault }) => (fault === undefined ? [] : [{ id, fault }]));
  const told = deliveries.map(
    ({ key, channel, status, reason = "" }) => `- ${escaped(`${channel}: ${key}: ${status} ${reason}`.trim())}`,
  );
  const late = reminders.map(({ text }) => `- ${escaped(text)}`);
  const [first] = faults;
  return {
    outputs: { woken: JSON.stringify(sightings.filter(({ did }) => did === "woke").map(({ id }) => id)) },
    summary: [
      `### Releases under watch`,
      "",
      ...(rows.length === 0 ? [escaped(note)] : table),
      "",
      ...late,
      ...told,
      "",
    ].join("\n"),
    notices: faults.slice(1).map(({ id, fault }): Notice => ({
      level: "error",
      title: `Watch of ${id}`,
      text: `${fault.message}\n${fault.hint}`,
    })),
    ...(first === undefined
      ? {}
      : { failure: { message: `${first.id}: ${first.fault.message}`, hint: first.fault.hint } }),
  };
}
