"""A load test's result as one HTML page that needs nothing else."""

from __future__ import annotations

from typing import Final

from adapters.program.loadtest_plan import LoadResult
from adapters.program.loadtest_rows import rows_of
from adapters.program.loadtest_texts import LoadTexts
from interview_engine.reports.page.markup import NOTHING, Html, element, joined, text
from interview_engine.vocabulary import Language

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_WIDTH: Final = 400
_BAR: Final = 22
_STYLE: Final = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#5a6470;--paper:#fff;--line:#d9dee4;--bar:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#a3adb8;--paper:#14171b;--line:#323940;
--bar:#7fb8f5}}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem;background:var(--paper);color:var(--ink);
font:16px/1.6 system-ui,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif;word-break:keep-all}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;white-space:nowrap}
.chart{overflow-x:auto}
svg{max-width:100%;height:auto}
svg text{fill:var(--ink);font-size:13px}
rect{fill:var(--bar)}
.soft{color:var(--soft)}
"""


def load_page(result: LoadResult, words: LoadTexts, language: Language) -> str:
    """Return the page.

    Args:
        result: What was found.
        words: The page's texts.
        language: Their language.
    """
    rows = (
        element("tr", element("th", text(name), scope="row"), element("td", text(value)))
        for name, value in rows_of(result, words)
    )
    body = element(
        "body",
        element("h1", text(words.title)),
        element("table", element("tbody", *rows)),
        _chart(result, words),
        element("p", text(words.note), cls="soft"),
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", text(words.title)),
        element("style", Html(_STYLE)),
    )
    return f"<!doctype html>\n{element('html', head, body, lang=language.value)}\n"


def _chart(result: LoadResult, words: LoadTexts) -> Html:
    if not result.histogram:
        return NOTHING
    most = max(count for _, count in result.histogram)
    bars = []
    for place, (bound, count) in enumerate(result.histogram):
        y = place * _BAR
        width = round(_WIDTH * count / most) if most else 0
        bars.append(element("text", text(words.below.format(bound=bound)), x="0", y=str(y + 15)))
        bars.append(element("rect", x="150", y=str(y + 4), width=str(width), height=str(_BAR - 8), rx="2"))
        bars.append(element("text", text(f"{count:,}"), x=str(156 + width), y=str(y + 15)))
    height = len(result.histogram) * _BAR
    svg = element("svg", *bars, viewBox=f"0 0 640 {height}", role="img", aria_label=words.histogram)
    return joined(element("h2", text(words.histogram)), element("div", svg, cls="chart"))
