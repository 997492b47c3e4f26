"""The first page: what this is and where to read on, in one file without anything from elsewhere."""

from __future__ import annotations

from html import escape
from typing import Final

from adapters.program.texts import program_texts
from interview_engine.vocabulary import Language

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5b6472; --line: #d9dee7; --paper: #fff;
  --accent: #1f5fbf }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf1; --soft: #a3acbb; --line: #343c4a; --paper: #14181f; --accent: #8ab8ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1rem }
ul { list-style: none; margin: 1.5rem 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line) }
li a { display: block; padding: .75rem 0 }
a { color: var(--accent) }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
code { padding: .1rem .3rem; border: 1px solid var(--line); border-radius: .25rem }
footer { color: var(--soft); font-size: .9rem }
"""


def front_page(language: Language, *, invited: bool = False) -> str:
    """Return the page.

    Args:
        language: The visitor's.
        invited: An invitation led here, and there is no client that could take it.
    """
    words = program_texts(language)
    other = Language.EN if language is Language.KO else Language.KO
    links = (
        ("/docs", words.page_api),
        ("/docs/asyncapi", words.page_sockets),
        ("/readyz", words.page_health),
    )
    rows = "".join(f'<li><a href="{path}">{escape(name)}</a></li>' for path, name in links)
    invitation = f"<p><strong>{escape(words.page_invited)}</strong></p>\n" if invited else ""
    path = "/join" if invited else "/about"
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(words.page_title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(words.page_title)}</h1>\n<p>{escape(words.page_what)}</p>\n"
        f"{invitation}<ul>{rows}</ul>\n"
        # The one text with markup of its own.
        f"<p>{words.page_example}</p>\n"
        f'<footer><p>{escape(words.page_practice)} <a href="{path}?lang={other.value}" lang="{other.value}">'
        f"{escape(words.page_other_language)}</a></p></footer>\n</main>\n</body>\n</html>\n"
    )


def visitors_language(wanted: str | None, accepted: str) -> Language:
    """Return the language for a visitor: Korean unless they ask for English.

    Args:
        wanted: The address's `lang`, if any.
        accepted: The header Accept-Language.
    """
    if wanted in (Language.KO.value, Language.EN.value):
        return Language(wanted)
    best = max(_weighted(accepted), default=(0.0, Language.KO), key=lambda item: item[0])
    return best[1]


def _weighted(accepted: str) -> list[tuple[float, Language]]:
    found = []
    for part in accepted.split(","):
        tag, _, weight = part.strip().partition(";q=")
        language = {"ko": Language.KO, "en": Language.EN}.get(tag.split("-")[0].lower())
        if language is not None:
            found.append((_number(weight), language))
    return found


def _number(weight: str) -> float:
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
