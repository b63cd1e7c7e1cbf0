/** Every shortcut, for the dialog that tells of them; `script.ts` obeys them. One can switch them off (WCAG 2.1.4). */
const keys: readonly (readonly [key: string, does: string])[] = [
  ["1 2 3 4", "Now, History, Trends, Periods"],
  ["/", "Search the history"],
  ["j k", "Next, previous release on the page"],
  ["c", "Copy the command that goes on with this release"],
  ["p", "Copy its command: promote"],
  ["h", "Copy its command: hold"],
  ["r", "Copy its command: roll back"],
  ["a", "Copy its command: abort"],
  ["s", "Copy its command: report"],
  ["?", "These shortcuts"],
];

const rows = keys.map(([key, does]) => {
  const each = key.split(" ").map((one) => `<kbd>${one}</kbd>`);
  return `<tr><th scope="row">${each.join(" ")}</th><td>${does}</td></tr>`;
});

/** Closed until the script opens it: without a script there are no shortcuts. */
export const shortcuts = `<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keyboard shortcuts</h2>
<p>A page cannot act on a release: it copies the exact command, for a shell or a comment.</p>
<table><thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
<p><label><input type="checkbox" id="keys-on"> Single keys are shortcuts (<kbd>?</kbd> too)</label></p>
<p><button type="button" id="keys-close">Close</button></p></dialog>`;
