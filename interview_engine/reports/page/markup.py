"""Markup that is safe by type: text becomes `Html` only by escaping, and only `Html` goes into elements."""

from __future__ import annotations

from typing import Final, NewType

from interview_engine.reports.readable import readable

Html = NewType("Html", str)
"""Escaped text or whole elements: may stand in a page as it is."""

NOTHING: Final = Html("")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_EMPTY_ELEMENTS: Final = frozenset({"circle", "line", "meta", "path", "polyline", "rect"})


def text(value: str) -> Html:
    """Return text escaped for element content and for quoted attribute values."""
    return Html(readable(value).translate(_ESCAPES))


def foreign(value: str) -> Html:
    """Return a person's or a model's words set apart, so that their direction turns nothing around them."""
    return element("bdi", text(value))


def element(name: str, /, *children: Html, **attributes: str | None) -> Html:
    """Return an element.

    Args:
        name: Tag name; ours, never anybody's text.
        children: What it holds.
        attributes: Values, escaped here; None leaves the attribute out. `cls` stands for `class`, a
            trailing underscore is dropped, other underscores become hyphens.
    """
    written = "".join(
        f' {_attribute(key)}="{text(value)}"' for key, value in attributes.items() if value is not None
    )
    if name in _EMPTY_ELEMENTS:
        return Html(f"<{name}{written}/>")
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")


def joined(*parts: Html, by: str = "") -> Html:
    """Return parts one after the other, with escaped text between them."""
    return Html(text(by).join(part for part in parts if part))


def paragraphs(value: str, **attributes: str | None) -> Html:
    """Return foreign text as paragraphs, one per line that holds something."""
    lines = [line.strip() for line in readable(value).split("\n")]
    return joined(*(element("p", text(line), dir="auto", **attributes) for line in lines if line))


def _attribute(key: str) -> str:
    if key == "cls":
        return "class"
    return {"viewBox": key}.get(key, key.rstrip("_").replace("_", "-"))
