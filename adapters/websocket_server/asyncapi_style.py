"""How the protocol's page looks: light or dark as the reader's system says, readable on a telephone."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#5a6470;--paper:#fff;--line:#d9dee4;--tint:#f3f5f8;
--accent:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#a3adb8;--paper:#14171b;--line:#323940;
--tint:#1d2228;--accent:#7fb8f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);
font:16px/1.6 system-ui,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif;word-break:keep-all;
overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:.25rem 0 .5rem}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-top:1rem}
code,pre,.type{font-family:ui-monospace,"SF Mono",Consolas,"D2Coding",monospace;font-size:.875em}
code{background:var(--tint);border-radius:3px;padding:.1em .3em}
h3 code{font-size:1rem;background:none;padding:0}
pre{background:var(--tint);border:1px solid var(--line);border-radius:6px;padding:1rem;overflow-x:auto;
line-height:1.5;word-break:normal;overflow-wrap:normal}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;white-space:nowrap}
td:first-child code{white-space:nowrap}
.type{color:var(--soft)}
li{margin:.25rem 0}
@media print{nav{display:none}pre,.wide{overflow:visible}}
"""
