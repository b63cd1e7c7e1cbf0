/** The look of the dashboard. Every text colour stands at 4.5:1 or more on what is behind it, in both schemes. */
export const style = `
:root{color-scheme:light dark;--fg:#1b1f24;--soft:#57606a;--bg:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--good:#116329;--bad:#a40e26;--wait:#7d4e00;--good-bg:#dafbe1;--bad-bg:#ffebe9;--wait-bg:#fff8c5;--plain-bg:#ddf4ff}
@media (prefers-color-scheme:dark){:root{--fg:#e6edf3;--soft:#9ea7b3;--bg:#0d1117;--card:#161b22;--line:#3d444d;--link:#79c0ff;--good:#7ee787;--bad:#ffa198;--wait:#e3b341;--good-bg:#12261e;--bad-bg:#2d1316;--wait-bg:#272115;--plain-bg:#121d2f}}
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:84rem;padding:0 1rem 1rem}
h1{font-size:1.5rem;margin:1rem 0 0}h2{font-size:1.2rem;margin:2rem 0 .6rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}.name{font-size:1.1rem;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}.deeds>:first-child{font-size:.95rem;margin:1rem 0 .25rem}
body>header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;border-bottom:1px solid var(--line);padding:.6rem 0}
header p{margin:0}.home{font-weight:700}.home span{color:var(--soft);font-weight:400}#age{margin-left:auto}
#age,footer,small,article>p{color:var(--soft)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .5rem;margin:0;padding:0}
nav a{display:inline-block;padding:.25rem .6rem;border-radius:.4rem}
[aria-current=page]{background:var(--plain-bg);font-weight:700;text-decoration:none}
.filters{margin:1rem 0}.filters p{margin:.5rem 0 .1rem;font-size:.875rem;color:var(--soft)}
.pager li{align-self:center}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus-visible{outline:0}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
article{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem;background:var(--card);overflow-wrap:break-word}
article .scroll{margin-top:1rem}article>p{margin:0 0 .75rem}
.meter{display:flex;gap:.75rem;align-items:center}.meter progress{flex:1;height:.75rem;min-width:4rem;accent-color:var(--link)}
.chip{display:inline-block;border:1px solid currentcolor;border-radius:1rem;padding:0 .6rem;font-size:.875rem;font-weight:600;overflow-wrap:break-word}
.good{color:var(--good);background:var(--good-bg)}.bad{color:var(--bad);background:var(--bad-bg)}.wait{color:var(--wait);background:var(--wait-bg)}.plain{color:var(--link);background:var(--plain-bg)}
.steps{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0}
.steps li{flex:1 1 8rem;border-top:.3rem solid var(--line);padding-top:.3rem;font-size:.9rem}.steps small{display:block}
.steps .done{border-color:var(--good)}.steps .now{border-color:var(--link);font-weight:700}.steps .rests{border-color:var(--wait);font-weight:700}.steps .bad{border-color:var(--bad);color:inherit;background:none}.steps .next{border-top-style:dotted}
.notice{border-left:.3rem solid var(--wait);background:var(--wait-bg);padding:.5rem 1rem;margin:1rem 0}.notice p{margin:.25rem 0}
.trouble{border-color:var(--bad);background:var(--bad-bg)}
.deeds ul{list-style:none;margin:0;padding:0;display:grid;gap:.35rem}.deeds li{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}.deeds li>span{min-width:5.5rem}
.scroll{position:relative;overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top}
td time,tbody th{white-space:nowrap}td small{display:inline-block;max-width:18rem}tbody th,.chip{hyphens:none}td .chip{white-space:nowrap}
.glance td{white-space:nowrap}h1+article{margin-top:1rem}
thead th{color:var(--soft);font-size:.875rem;white-space:nowrap}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
details{margin:.5rem 0}details ul{margin:.25rem 0 .5rem;padding-left:1.1rem}details p{margin:.5rem 0 0}summary{cursor:pointer}
figure{margin:0 0 2rem}figcaption{font-weight:700;margin-bottom:.25rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,34rem),1fr));gap:1rem 2rem}
svg{display:block;width:100%;height:auto;color:var(--fg)}svg text{fill:var(--soft);font-size:13px}.axis{stroke:var(--line)}.line{fill:none;stroke:var(--link);stroke-width:2}.dot{fill:var(--bg);stroke:var(--link);stroke-width:2}.bar{fill:var(--link)}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.75rem;margin:0 0 1rem}
.tiles div{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem;background:var(--card)}.tiles dt{font-size:.875rem;color:var(--soft)}.tiles dd{margin:0}.tiles .value{font-size:1.35rem;font-weight:700;line-height:1.3}
button{font:inherit;font-size:.875rem;color:var(--fg);background:var(--bg);border:1px solid var(--soft);border-radius:.4rem;padding:.1rem .6rem;min-height:1.75rem;cursor:pointer;position:relative}
input[type=search]{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:.4rem;padding:.25rem .5rem;width:20rem;max-width:100%}
kbd{font:.875em ui-monospace,monospace;border:1px solid var(--soft);border-radius:.25rem;padding:0 .35rem}
dialog{color:var(--fg);background:var(--bg);border:1px solid var(--soft);border-radius:.5rem;max-width:min(36rem,calc(100vw - 2rem))}dialog h2{margin-top:0}dialog::backdrop{background:#000a}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.875rem}footer p{margin:0}
.lost{color:var(--bad)!important;font-weight:600}
@media (max-width:40rem){body{padding:0 .75rem .75rem}th,td{padding:.35rem .5rem}#age{margin-left:0;width:100%}}
@media (prefers-reduced-motion:no-preference){.steps .now{transition:border-color .3s}}
@media (forced-colors:active){.chip,.notice,article,.tiles div{border:1px solid}.steps li{border-top-color:CanvasText}.bar{fill:CanvasText}.line,.dot{stroke:CanvasText}}
@media print{:root{--bg:#fff;--card:#fff;--fg:#000;--soft:#444;color-scheme:light}body{max-width:none;padding:0;font-size:10pt}nav,.skip,.deeds,button,dialog,#searching,footer{display:none!important}.scroll{overflow:visible}article,tr,figure{break-inside:avoid}h2{break-after:avoid}a{color:inherit;text-decoration:none}thead th{white-space:normal}}
`;
