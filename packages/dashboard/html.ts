import { duration, oneLine } from "#report";

/** Foreign text as text of an HTML element or of a quoted attribute, on one line. */
export function html(text: string): string {
  if (text.length < 100 && harmless.test(text)) return text;
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Most of what pages hold: letters, digits and marks that mean nothing in HTML, single spaces between. */
const harmless = /^[!#-%(-;=?-~]+(?: [!#-%(-;=?-~]+)*$/;

/** A time for people, on one line. */
export function took(ms: number): string {
  return duration(ms).replaceAll(" ", "\u00A0");
}

/** A moment for people and machines: `2026-01-31 14:05 UTC`. */
export function moment(iso: string): string {
  return `<time datetime="${html(iso)}">${html(iso.slice(0, 16).replace("T", " "))} UTC</time>`;
}

/** The tone of a status: how it is coloured. The word beside it says the same. */
export type Tone = "good" | "bad" | "wait" | "plain";

/** A status as a mark, a word and a colour. */
export function chip(tone: Tone, words: string): string {
  return `<span class="chip ${tone}"><span aria-hidden="true">${signs[tone]}</span> ${html(words)}</span>`;
}

const signs: { readonly [T in Tone]: string } = { good: "✓", bad: "✗", wait: "‖", plain: "●" };

/** An address as a link; what does not look like one stays text. */
export function link(url: string, words: string): string {
  return /^https?:\/\//.test(url) ? `<a href="${html(url)}">${html(words)}</a>` : html(words);
}

/** Any text as one part of an address. */
export function part(text: string): string {
  // Half a character has no place in an address, and would throw.
  return encodeURIComponent(text.toWellFormed());
}

/** The difference of two versions on the code host. */
export function compareLink(webUrl: string, from: string, to: string, words: string): string {
  return link(`${webUrl}/compare/${part(from)}...${part(to)}`, words);
}

/** A table that scrolls inside itself on a narrow screen, also by keyboard. Cells are HTML; the first of a row is its heading. */
export function wideTable(
  label: string,
  head: readonly string[],
  rows: readonly (readonly [string, ...string[]])[],
): string {
  const columns = head.map((name) => `<th scope="col">${html(name)}</th>`).join("");
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((value) => `<td>${value}</td>`).join("");
    return `<tr><th scope="row">${first}</th>${cells}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${html(`${label}, table`)}"><table><thead><tr>${columns}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}
