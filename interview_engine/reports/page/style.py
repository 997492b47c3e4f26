"""The page's style sheet: screen, phone, paper; light and dark by the reader's preference."""

from __future__ import annotations

from typing import Final

_COLOURS: Final = """
:root{color-scheme:light dark;--paper:#faf9f6;--card:#fff;--ink:#1c2126;--soft:#5c646d;--line:#e6e3dc;
--grid:#eceae4;--own:#0b6b5d;--wash:#e9f3f0;--rival:#aab0b7;--range:#e3e3de;--warn:#97480f;--next:#2a58a5}
@media screen and (prefers-color-scheme:dark){:root{--paper:#13171a;--card:#1a1f23;--ink:#e7eaec;
--soft:#a3acb5;
--line:#2b3238;--grid:#262c32;--own:#5fcab5;--wash:#173029;--rival:#6d7780;--range:#323a41;--warn:#e8a56c;
--next:#8db4f2}}
"""

_PAGE: Final = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.65;word-break:keep-all;
overflow-wrap:anywhere;font-family:Pretendard,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR",
"Malgun Gothic",system-ui,-apple-system,"Segoe UI",sans-serif;font-size:1rem;
font-variant-numeric:tabular-nums}
main,footer{max-width:61rem;margin:0 auto;padding:0 1.5rem}
main>section{margin-top:4.5rem}
h1,h2,h3,h4,h5,p,ul{margin:0}
h1{font-size:1.75rem;line-height:1.3;letter-spacing:-.015em;font-weight:700;text-wrap:balance}
main>section>h2{font-size:1.25rem;line-height:1.4;letter-spacing:-.01em}
h3{font-size:1.0625rem;line-height:1.5}
a{color:inherit;text-decoration-color:var(--rival);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--own);outline-offset:3px;border-radius:4px}
.soft,.note,.facts,.overline{color:var(--soft)}
.note{font-size:.9375rem;margin-top:.25rem;max-width:44rem}
.overline{font-size:.8125rem;font-weight:600;letter-spacing:.02em}
.facts{font-size:.875rem;display:flex;flex-wrap:wrap;gap:.125rem 1.25rem}
.mark{font-size:.6875rem;font-weight:600;line-height:1;color:var(--soft);border:1px solid var(--line);
border-radius:99px;padding:.1875rem .4375rem;white-space:nowrap;vertical-align:.125em}
.own-mark{color:var(--card);background:var(--own);border-color:var(--own)}
.notice{margin-top:1rem;padding:.625rem 1rem;border-left:3px solid var(--warn);background:var(--card);
border-radius:0 8px 8px 0;font-size:.9375rem}
.gone{color:var(--soft);font-style:normal;font-size:.9375rem}
.gone::before{content:"";display:inline-block;width:1.25rem;border-top:1px solid var(--rival);
margin-right:.625rem;vertical-align:.3em}
footer{margin-top:5rem;padding-top:1.5rem;padding-bottom:3rem;font-size:.875rem;color:var(--soft)}
footer::before{content:"";display:block;border-top:1px solid var(--line);margin-bottom:1.5rem}
"""

_OPENING: Final = """
.opening{padding-top:2.75rem}
.opening .overline{margin-bottom:.375rem}
.opening>.facts{margin-top:.625rem}
.result{display:flex;align-items:center;gap:1.25rem 2.5rem;margin-top:2rem}
.rank{flex:none;color:var(--own);display:flex;align-items:baseline;gap:.625rem}
.rank strong{font-size:4rem;line-height:1;letter-spacing:-.04em;font-weight:750}
.rank span{font-size:1.0625rem;color:var(--soft)}
.beside{padding-left:2.5rem;border-left:1px solid var(--line);min-width:0}
.answers.beside{padding-left:0;border-left:0}
.total strong{font-size:1.125rem}
.who{font-size:1.25rem;font-weight:700}
.interval{color:var(--soft);font-size:.9375rem}
.waiting{margin-top:1.5rem}
.summary{margin-top:.5rem;max-width:40rem}
.lessons{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1rem;margin-top:2rem}
.lesson{background:var(--card);border:1px solid var(--line);border-radius:12px;
padding:1.125rem 1.25rem 1.25rem}
.lesson h2{font-size:.875rem;font-weight:700;margin-bottom:.5rem;display:flex;align-items:center;gap:.5rem}
.lesson h2::before{content:"";width:.5rem;height:.5rem;border-radius:50%;background:currentColor;flex:none}
.lesson p{font-size:.9375rem;line-height:1.7}
.good h2{color:var(--own)}.hard h2{color:var(--warn)}.next h2{color:var(--next)}
"""

_CHARTS: Final = """
.chart{margin-top:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:12px;
padding:1.5rem}
.drawing{display:block;width:100%;height:auto;font-size:13px}
.drawing.narrow{display:none}
.drawing text{fill:var(--ink);font-family:inherit}
.drawing .tick{fill:var(--soft);font-size:12px}
.drawing .value{font-weight:700;font-size:15px}
.drawing .name{fill:var(--soft)}
.drawing .name.focus{fill:var(--own);font-weight:700}
.grid{stroke:var(--grid);stroke-width:1}
.leader{stroke:var(--rival);stroke-width:1}
.course{fill:none;stroke-linejoin:round;stroke-linecap:round}
.course.rival{stroke:var(--rival);stroke-width:1.75}
.course.focus{stroke:var(--own);stroke-width:3.5}
.dot.rival{fill:var(--rival)}
.dot.focus{fill:var(--own);stroke:var(--card);stroke-width:2}
.dot.hollow{fill:var(--card);stroke:var(--rival);stroke-width:2}
.range{stroke:var(--range);stroke-width:8;stroke-linecap:round}
.legend{display:flex;gap:1.5rem;font-size:.875rem;color:var(--soft);margin-top:.75rem}
.legend span{display:inline-flex;align-items:center;gap:.5rem}
.swatch{width:.75rem;height:.75rem;border-radius:50%;border:2px solid var(--rival)}
.swatch.filled{background:var(--own);border-color:var(--own)}
"""

_TABLES: Final = """
.scroll{overflow-x:auto;margin-top:1rem;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;font-size:.875rem;color:var(--soft);padding-bottom:.5rem}
caption.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
th,td{padding:.5625rem .75rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:baseline;
white-space:nowrap;font-weight:400}
th:first-child,td:first-child{text-align:left;padding-left:0}
tr>:last-child{padding-right:0}
thead th{font-size:.8125rem;color:var(--soft);font-weight:600}
tr.own th,tr.own td{background:var(--wash);font-weight:600}
tr.own>:first-child{box-shadow:-.75rem 0 0 var(--wash);border-radius:0}
tr.own>:last-child{box-shadow:.75rem 0 0 var(--wash)}
main>section>.scroll{padding:0 .75rem;margin-left:-.75rem;margin-right:-.75rem}
.place{display:inline-block;min-width:2.25em;font-weight:700}
.aside{margin-top:1.75rem;max-width:44rem}
.aside h3{font-size:.9375rem;margin-bottom:.25rem}
.missed{padding-left:1.125rem}.missed li{margin-top:.25rem}.missed a{font-size:.875rem;color:var(--soft)}
details.fold{margin-top:.75rem}
summary{cursor:pointer}
.fold>summary{font-size:.875rem;color:var(--soft);width:fit-content;padding:.25rem 0}
.fold>summary:hover{color:var(--ink)}
.fold.small>p,.fold.small>ul{font-size:.9375rem}
.points{padding-left:1.125rem;margin-top:.25rem;color:var(--soft)}
"""

_QUESTIONS: Final = """
.question{margin-top:1.5rem;padding-top:1.75rem;border-top:1px solid var(--line);scroll-margin-top:1rem}
.questions>h2+.question{border-top:0;padding-top:0}
.number{font-weight:700;color:var(--ink)}
.question h3{margin-top:.375rem;max-width:46rem;font-weight:650;text-wrap:pretty}
.origin{font-size:.9375rem;color:var(--soft);margin-top:.375rem;max-width:46rem}
.answers{margin-top:1.125rem;display:grid;gap:1rem;align-items:start}
.answers.beside{grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:1.5rem}
.answer.own{background:var(--card);border:1px solid var(--line);border-top:3px solid var(--own);
border-radius:4px 4px 12px 12px;padding:1.125rem 1.25rem 1.25rem}
.answer h4,.rival>summary{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;
font-size:.9375rem}
.score{white-space:nowrap;font-weight:700}
.own .score{color:var(--own)}
.others>h4{font-size:.875rem;color:var(--soft);font-weight:600;padding-bottom:.5rem}
.rival{border-top:1px solid var(--line)}
.rival:last-child{border-bottom:1px solid var(--line)}
.rival>summary{padding:.625rem 0;list-style:none}
.rival>summary::-webkit-details-marker{display:none}
.rival>summary>:first-child::before{content:"";display:inline-block;width:.375rem;height:.375rem;
border:solid var(--soft);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg);
margin:0 .75rem .125rem .125rem}
.rival[open]>summary>:first-child::before{transform:rotate(45deg)}
.rival[open]{padding-bottom:1.125rem}
.said{margin-top:.5rem;line-height:1.75}
.rival .said{margin-top:0;font-size:.9375rem;line-height:1.7}
.said p+p{margin-top:.5rem}
.answer .facts{margin-top:.625rem;font-size:.8125rem;flex-direction:column;gap:.125rem}
.answer .gone{margin-top:.5rem}
.medians{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.8125rem;color:var(--soft);
margin-top:.625rem}
.medians span{white-space:nowrap}
.medians b{color:var(--ink)}
.own .medians{display:none}
.opinions .scroll{margin-top:.875rem}
.rival .opinions .scroll{margin-top:.25rem}
.rival>.fold{margin-top:.375rem}
.opinions table{font-size:.8125rem}
.opinions th,.opinions td{padding:.3125rem .5rem}
.opinions h5{font-size:.8125rem;color:var(--soft);font-weight:600;margin-top:1rem}
.quotes{list-style:none;padding:0;font-size:.875rem}
.quotes li{margin-top:.5rem;padding-left:.75rem;border-left:2px solid var(--line)}
.quotes p{font-size:.8125rem;color:var(--soft);line-height:1.55}
.quotes q+p{margin-top:.125rem}
.quotes b{color:var(--ink);font-weight:600;margin-right:.375rem}
q{quotes:"\\201C" "\\201D"}
.flags{display:flex;flex-wrap:wrap;gap:.375rem;margin-top:.75rem}
.flag{font-size:.8125rem;color:var(--warn);border:1px solid currentColor;border-radius:99px;
padding:.0625rem .625rem}
"""

_PHONE: Final = """
@media screen and (max-width:46rem){
main,footer{padding-left:1.125rem;padding-right:1.125rem}
main>section{margin-top:3.25rem}
h1{font-size:1.375rem}
.opening{padding-top:1.25rem}
.opening>.facts{font-size:.8125rem;gap:0 .875rem;margin-top:.375rem}
.result{display:block;margin-top:1rem}
.rank strong{font-size:2.75rem}
.beside{padding-left:0;border-left:0;margin-top:.375rem}
.interval{font-size:.875rem}
.result .summary{display:none}
.lessons{grid-template-columns:minmax(0,1fr);gap:.625rem;margin-top:.875rem}
.lesson{padding:.75rem .875rem .8125rem}
.lesson h2{font-size:.8125rem;margin-bottom:.125rem}
.lesson p{font-size:.875rem;line-height:1.55}
.chart{padding:1rem .875rem}
.drawing.wide{display:none}.drawing.narrow{display:block}
.answers.beside{grid-template-columns:minmax(0,1fr);margin-top:1.125rem}
table{font-size:.875rem}
th,td{padding:.5rem .5rem}
}
"""

_PAPER: Final = """
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
:root{--paper:#fff;--soft:#4d545b}
html{font-size:10.5pt}
body{line-height:1.55}
main,footer{max-width:none;padding:0}
main>section{margin-top:1.75rem}
.opening{padding-top:0}
.result{margin-top:1.25rem}
.lessons{margin-top:1.25rem;gap:.625rem}
.lesson{padding:.75rem .875rem}
.lesson p{font-size:.875rem;line-height:1.6}
details::details-content{display:block;content-visibility:visible}
details>*{display:block}
.fold>summary,.rival>summary>:first-child::before{display:none}
.rival>summary{display:flex}
.rival>.fold,.fold.small{display:none}
.chart{padding:.75rem 1rem}
.scroll{overflow:visible}
main>section>.scroll{margin-left:0;margin-right:0;padding:0}
table{font-size:.8125rem}
th,td{white-space:normal;padding:.25rem .375rem}
tbody th:first-child,tbody td{white-space:nowrap}
tr.own>:first-child,tr.own>:last-child{box-shadow:none}
h2,h3,h4,h5,.note,.legend,.overline,.question>header,summary{break-after:avoid}
.question>header{break-inside:avoid}
.chart,.lesson,.answer.own,tr,.quotes li,.aside{break-inside:avoid}
.scroll:not(:has(tbody tr:nth-child(13))){break-inside:avoid}
p{orphans:3;widows:3}
a{text-decoration:none}
.answers,.answers.beside{display:block}
.answer.own{box-decoration-break:clone;-webkit-box-decoration-break:clone}
.opinions{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1.5rem;align-items:start}
.opinions h5{display:none}
.opinions .quotes{margin-top:.5rem}
.opinions .flags,.opinions .gone{grid-column:1/-1}
.others{columns:2;column-gap:1.5rem;margin-top:1rem}
.others>h4{column-span:all}
.rival .said{line-height:1.6}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
footer{margin-top:1rem;padding:0;break-before:avoid}
footer::before{margin-bottom:.75rem}
}
"""

STYLE: Final = f"{_COLOURS}{_PAGE}{_OPENING}{_CHARTS}{_TABLES}{_QUESTIONS}{_PHONE}{_PAPER}"
