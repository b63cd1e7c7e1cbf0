import { createHash } from "node:crypto";

import { Marked, type Renderer, type Tokens } from "marked";

import { reportStyle } from "./html-style.ts";

/**
 * A report as one page that needs nothing else: no script, no request, its own style. Tables have captions and headings of
 * their rows and columns, sections have addresses; markup that stands in the words of others is shown as text.
 */
export function htmlReport(markdown: string): string {
  const page = newPage();
  const body = new Marked({ gfm: true, renderer: page.renderer }).parse(markdown, { async: false });
  const [title = "Release report"] = page.titles;
  const contents = page.sections.map(({ id, words }) => `<li><a href="#${id}">${words}</a></li>`).join("");
  const digest = createHash("sha256").update(reportStyle).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<a class="skip" href="#report">To the report</a>
<nav aria-label="Contents"><ul>${contents}</ul></nav>
<main id="report" tabindex="-1">
${body}</main>
</body>
</html>
`;
}

interface Page {
  readonly renderer: Partial<Renderer>;
  /** Plain words of the headings of the first level. */
  readonly titles: string[];
  /** The headings of the second level, as HTML. */
  readonly sections: { readonly id: string; readonly words: string }[];
}

/** What a page collects while it is rendered: `this` is what the library calls a renderer with. */
function newPage(): Page {
  const titles: string[] = [];
  const sections: Page["sections"] = [];
  const ids = new Map<string, number>();
  let under = "Release";
  const renderer: Partial<Renderer> = {
    heading(this: Renderer, { depth, tokens }: Tokens.Heading) {
      const words = this.parser.parseInline(tokens);
      const plain = words.replaceAll(/<[^>]*>/g, "");
      const id = freshId(ids, plain);
      under = plain;
      if (depth === 1) titles.push(plain);
      if (depth === 2) sections.push({ id, words: plain });
      return `<h${depth} id="${id}">${words}</h${depth}>\n`;
    },
    table(this: Renderer, token: Tokens.Table) {
      return tableOf(this, token, under);
    },
    html: ({ text }) => escaped(text),
    link(this: Renderer, { href, tokens }: Tokens.Link) {
      return linkOf(href, this.parser.parseInline(tokens));
    },
    // A picture of others would be asked for by whoever opens the page.
    image: ({ href, text }) => linkOf(href, escaped(text === "" ? href : text)),
    code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
  };
  return { renderer, titles, sections };
}

function freshId(ids: Map<string, number>, words: string): string {
  const base = words.toLowerCase().replaceAll(/&[^;]*;|[^\p{L}\p{N}]+/gu, "-") || "section";
  const count = (ids.get(base) ?? 0) + 1;
  ids.set(base, count);
  return count === 1 ? `s-${base}` : `s-${base}-${count}`;
}

function tableOf({ parser }: Renderer, { header, rows, align }: Tokens.Table, caption: string): string {
  const at = (column: number) => (align[column] === "right" ? ' class="right"' : "");
  const words = ({ tokens }: Tokens.TableCell) => parser.parseInline(tokens);
  const named = header.some(({ text }) => text !== "");
  const columns = header.map((cell, column) =>
    cell.text === "" ? `<td></td>` : `<th scope="col"${at(column)}>${words(cell)}</th>`,
  );
  const body = rows.map((cells) => {
    const shown = cells.map((cell, column) =>
      column === 0 && cell.text !== "" ? `<th scope="row">${words(cell)}</th>` : `<td${at(column)}>${words(cell)}</td>`,
    );
    return `<tr>${shown.join("")}</tr>\n`;
  });
  const head = named ? `<thead><tr>${columns.join("")}</tr></thead>\n` : "";
  return `<div class="scroll" role="region" aria-label="${caption.replaceAll('"', "&quot;")}" tabindex="0"><table><caption>${caption}</caption>
${head}<tbody>
${body.join("")}</tbody></table></div>\n`;
}

function linkOf(href: string, words: string): string {
  if (!/^https?:\/\//i.test(href)) return words;
  const bare = words === escaped(href) ? ' class="bare"' : "";
  return `<a href="${escaped(href)}"${bare}>${words}</a>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
