/** The look of a report as a page, and on paper. Every colour of text stands at 4.5:1 or more on what is behind it. */
export const reportStyle = `
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
