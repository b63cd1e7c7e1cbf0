/** The look of the dashboard. Every text colour stands at 4.5:1 or more on what is behind it, in both schemes. */
export const style = `
:root{color-scheme:light dark;--fg:#1b1f24;--soft:#57606a;--bg:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--good:#116329;--bad:#a40e26;--wait:#7d4e00;--good-bg:#dafbe1;--bad-bg:#ffebe9;--wait-bg:#fff8c5;--plain-bg:#ddf4ff}
@media (prefers-color-scheme:dark){:root{--fg:#e6edf3;--soft:#9ea7b3;--bg:#0d1117;--card:#161b22;--line:#3d444d;--link:#79c0ff;--good:#7ee787;--bad:#ffa198;--wait:#e3b341;--good-bg:#12261e;--bad-bg:#2d1316;--wait-bg:#272115;--plain-bg:#121d2f}}
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:76rem;padding:1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.25rem;margin:2rem 0 .75rem}h3{font-size:1.1rem;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
header p,small,article>p{color:var(--soft)}header p{margin:.25rem 0 0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
article{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem;background:var(--card);overflow-wrap:break-word}
article .scroll{margin-top:1rem}
.meter{display:flex;gap:.75rem;align-items:center}.meter progress{flex:1;height:.75rem;min-width:4rem;accent-color:var(--link)}
.chip{display:inline-block;border:1px solid currentcolor;border-radius:1rem;padding:0 .6rem;font-size:.875rem;font-weight:600;overflow-wrap:break-word}
.good{color:var(--good);background:var(--good-bg)}.bad{color:var(--bad);background:var(--bad-bg)}.wait{color:var(--wait);background:var(--wait-bg)}.plain{color:var(--link);background:var(--plain-bg)}
.steps{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0}
.steps li{flex:1 1 7rem;border-top:.3rem solid var(--line);padding-top:.3rem;font-size:.9rem}.steps small{display:block}
.steps .done{border-color:var(--good)}.steps .now{border-color:var(--link);font-weight:700}
.notice{border-left:.3rem solid var(--wait);background:var(--wait-bg);padding:.5rem 1rem;margin:1rem 0}.notice p{margin:.25rem 0}
.scroll{position:relative;overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.45rem .75rem;text-align:left;vertical-align:top}
td time{white-space:nowrap}td small{display:inline-block;min-width:10rem;max-width:24rem}tbody th,.chip{hyphens:none}td .chip{white-space:nowrap}
thead th{color:var(--soft);font-size:.875rem;white-space:nowrap}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
details ul{margin:.5rem 0;padding-left:1.1rem}summary{cursor:pointer}
td details li{list-style:none;margin:0 0 .3rem -1.1rem}
@media (max-width:40rem){body{padding:.75rem}th,td{padding:.4rem .5rem}}
`;
