export const id = 7480;
export const ids = [7480];
export const modules = {

/***/ 87480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  htmlReport: () => (/* binding */ htmlReport)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/marked/lib/marked.esm.js
var marked_esm = __webpack_require__(35079);
;// CONCATENATED MODULE: ./build/packages/report/html-style.js
const reportStyle = `
:root{color-scheme:light dark;--fg:#1b1f24;--soft:#57606a;--bg:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--fg:#e6edf3;--soft:#9ea7b3;--bg:#0d1117;--card:#161b22;--line:#3d444d;--link:#79c0ff}}
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:76rem;padding:1rem;overflow-wrap:break-word}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin:2rem 0 .75rem}h3{font-size:1.1rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}nav a{display:inline-block;min-height:1.5rem}
.scroll{overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.scroll{position:relative}
th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
tbody th{font-weight:600}thead th{color:var(--soft)}
.right{text-align:right;white-space:nowrap}
code,pre{font:.9em ui-monospace,monospace}code{overflow-wrap:anywhere}
pre{background:var(--card);border:1px solid var(--line);padding:.75rem;overflow-x:auto}
@media print{:root{color-scheme:light;--fg:#000;--soft:#333;--bg:#fff;--card:#fff;--line:#888;--link:#000}nav,.skip{display:none}body{max-width:none;padding:0;font-size:10pt}.scroll{overflow:visible}pre{white-space:pre-wrap}tr,pre{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}main a[href^=http]::after{content:" (" attr(href) ")";overflow-wrap:anywhere}main a[href^=http].bare::after{content:""}}
`;

;// CONCATENATED MODULE: ./build/packages/report/html-report.js



function htmlReport(markdown) {
    const page = newPage();
    const body = new marked_esm/* Marked */.Dz({ gfm: true, renderer: page.renderer }).parse(markdown, { async: false });
    const [title = "Release report"] = page.titles;
    const contents = page.sections.map(({ id, words }) => `<li><a href="#${id}">${words}</a></li>`).join("");
    const digest = (0,external_node_crypto_.createHash)("sha256").update(reportStyle).digest("base64");
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
function newPage() {
    const titles = [];
    const sections = [];
    const ids = new Map();
    let under = "Release";
    const renderer = {
        heading({ depth, tokens }) {
            const words = this.parser.parseInline(tokens);
            const plain = words.replaceAll(/<[^>]*>/g, "");
            const id = freshId(ids, plain);
            under = plain;
            if (depth === 1)
                titles.push(plain);
            if (depth === 2)
                sections.push({ id, words: plain });
            return `<h${depth} id="${id}">${words}</h${depth}>\n`;
        },
        table(token) {
            return tableOf(this, token, under);
        },
        html: ({ text }) => escaped(text),
        link({ href, tokens }) {
            return linkOf(href, this.parser.parseInline(tokens));
        },
        image: ({ href, text }) => linkOf(href, escaped(text === "" ? href : text)),
        code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
    };
    return { renderer, titles, sections };
}
function freshId(ids, words) {
    const base = words.toLowerCase().replaceAll(/&[^;]*;|[^\p{L}\p{N}]+/gu, "-") || "section";
    const count = (ids.get(base) ?? 0) + 1;
    ids.set(base, count);
    return count === 1 ? `s-${base}` : `s-${base}-${count}`;
}
function tableOf({ parser }, { header, rows, align }, caption) {
    const at = (column) => (align[column] === "right" ? ' class="right"' : "");
    const words = ({ tokens }) => parser.parseInline(tokens);
    const named = header.some(({ text }) => text !== "");
    const columns = header.map((cell, column) => cell.text === "" ? `<td></td>` : `<th scope="col"${at(column)}>${words(cell)}</th>`);
    const body = rows.map((cells) => {
        const shown = cells.map((cell, column) => column === 0 && cell.text !== "" ? `<th scope="row">${words(cell)}</th>` : `<td${at(column)}>${words(cell)}</td>`);
        return `<tr>${shown.join("")}</tr>\n`;
    });
    const head = named ? `<thead><tr>${columns.join("")}</tr></thead>\n` : "";
    return `<div class="scroll" role="region" aria-label="${caption.replaceAll('"', "&quot;")}" tabindex="0"><table><caption>${caption}</caption>
${head}<tbody>
${body.join("")}</tbody></table></div>\n`;
}
function linkOf(href, words) {
    if (!/^https?:\/\//i.test(href))
        return words;
    const bare = words === escaped(href) ? ' class="bare"' : "";
    return `<a href="${escaped(href)}"${bare}>${words}</a>`;
}
function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}


/***/ })

};
