"""`/docs`: the OpenAPI document as a page of its own, without scripts and without the network."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Final

from adapters.http_api.openapi import Json
from adapters.http_api.problems.catalogue import CATALOGUE, codes_by_status

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
_STYLE: Final = """
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--main:#2563eb}
body{font:15px/1.6 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem;word-break:keep-all}
h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}a{color:var(--main)}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.4rem .8rem}
summary{cursor:pointer}summary b{display:inline-block;min-width:4.5rem;color:var(--main)}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
td,th{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
.box{background:var(--soft);border-radius:8px;padding:.5rem .8rem;overflow-x:auto}
"""
_INTRO: Final = """
<p lang="ko">다대다 모의면접 서버의 HTTP API입니다. <code>POST /api/guests</code>로 받은 토큰을
<code>Authorization: Bearer</code>로 보내 주세요. 실시간 진행은 웹소켓이 맡습니다(<a
href="/docs/asyncapi">/docs/asyncapi</a>). 연습용이며 채용 결과를 예측하지 않습니다.</p>
<p lang="en">The HTTP API of a server for many-to-many practice interviews. Send the token of
<code>POST /api/guests</code> as <code>Authorization: Bearer</code>. What happens live goes over the WebSocket
(<a href="/docs/asyncapi">/docs/asyncapi</a>). Practice only, not a hiring prediction.</p>
<p><a href="/openapi.json">openapi.json</a></p>
<pre class="box">curl -s {base}/api/guests -H 'Content-Type: application/json' -d '{"name":"김지원"}'
curl -s {base}/api/rooms -H "Authorization: Bearer $TOKEN"</pre>
"""


BASE: Final = "{base}"
"""Stands in the page where the server's own address belongs."""


def at_home(page: bytes, base: str) -> bytes:
    """Return the page with the address at which its reader found it."""
    return page.replace(BASE.encode(), html.escape(base.rstrip("/")).encode())


def page(document: Json) -> str:
    """Return the page for an OpenAPI document; `at_home` puts the server's address in."""
    info = _table(document["info"])
    title = html.escape(f"{info['title']} {info['version']}")
    return (
        '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main><h1>{title}</h1>{_INTRO}"
        f"{''.join(_sections(document))}{_problems()}{_schemas(document)}</main></body></html>"
    )


def _sections(document: Json) -> Iterator[str]:
    by_tag: dict[str, list[str]] = {}
    for path, operations in _table(document["paths"]).items():
        for method, operation in _table(operations).items():
            tags = _table(operation).get("tags")
            tag = str(tags[0]) if isinstance(tags, list) and tags else "other"
            by_tag.setdefault(tag, []).append(_operation(method, path, _table(operation)))
    for tag, shown in by_tag.items():
        yield f'<section id="{html.escape(tag)}"><h2>{html.escape(tag)}</h2>{"".join(shown)}</section>'


def _operation(method: str, path: str, operation: Json) -> str:
    name = html.escape(f"{method}-{path}")
    parts = [f"<p>{html.escape(str(operation.get('description', '')))}</p>"]
    parameters = operation.get("parameters")
    if isinstance(parameters, list) and parameters:
        rows = "".join(
            f"<tr><td><code>{html.escape(str(_table(entry)['name']))}</code></td>"
            f"<td>{html.escape(str(_table(entry)['in']))}</td>"
            f"<td>{_type(_table(entry).get('schema'))}</td></tr>"
            for entry in parameters
        )
        parts.append(f"<table><tr><th>name</th><th>in</th><th>type</th></tr>{rows}</table>")
    body = operation.get("requestBody")
    if body is not None:
        parts.append(f"<p>Body: {_contents(_table(body))}</p>")
    rows = "".join(
        f"<tr><td>{html.escape(status)}</td><td>{_contents(_table(said))}</td>"
        f"<td>{html.escape(str(_table(said).get('description', '')))}</td></tr>"
        for status, said in _table(operation["responses"]).items()
        if "$ref" not in _table(said)
    )
    shared = ", ".join(
        f'<a href="#problems-{html.escape(status)}">{html.escape(status)}</a>'
        for status, said in _table(operation["responses"]).items()
        if "$ref" in _table(said)
    )
    parts.append(f"<table><tr><th>status</th><th>content</th><th></th></tr>{rows}</table>")
    if shared:
        parts.append(f"<p>Problems: {shared}</p>")
    return (
        f'<details id="{name}"><summary><b>{html.escape(method.upper())}</b> '
        f"<code>{html.escape(path)}</code></summary>{''.join(parts)}</details>"
    )


def _contents(holder: Json) -> str:
    content = holder.get("content")
    if content is None:
        return ""
    return ", ".join(
        f"<code>{html.escape(media)}</code> {_type(_table(said).get('schema'))}"
        for media, said in _table(content).items()
    )


def _type(schema: object) -> str:
    """Return a schema in few words; components are linked."""
    if not isinstance(schema, dict):
        return ""
    reference = schema.get("$ref")
    if isinstance(reference, str):
        name = html.escape(reference.rpartition("/")[2])
        return f'<a href="#schema-{name}">{name}</a>'
    for key in ("anyOf", "oneOf"):
        if isinstance(schema.get(key), list):
            return " | ".join(_type(option) for option in schema[key])
    if "enum" in schema:
        return " | ".join(f"<code>{html.escape(str(value))}</code>" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items'))}]"
    return html.escape(str(schema.get("type", "")))


def _problems() -> str:
    shown = []
    for status, codes in codes_by_status().items():
        rows = "".join(_problem(code) for code in codes)
        shown.append(f'<tbody id="problems-{status}"><tr><th colspan="3">{status}</th></tr>{rows}</tbody>')
    return f'<section id="problems"><h2>문제 코드 / Problems</h2><table>{"".join(shown)}</table></section>'


def _problem(code: str) -> str:
    message = CATALOGUE[code].message
    return (
        f'<tr id="{html.escape(code)}"><td><code>{html.escape(code)}</code></td>'
        f'<td lang="ko">{html.escape(message.ko)}</td><td lang="en">{html.escape(message.en)}</td></tr>'
    )


def _schemas(document: Json) -> str:
    shown = []
    for name, schema in sorted(_table(_table(document["components"])["schemas"]).items()):
        entry = _table(schema)
        rows = "".join(
            f"<tr><td><code>{html.escape(field)}</code></td><td>{_type(said)}</td></tr>"
            for field, said in _table(entry.get("properties", {})).items()
        )
        body = f"<table>{rows}</table>" if rows else f"<p>{_type(entry)}</p>"
        about = html.escape(str(entry.get("description", ""))).replace("\n", "<br>")
        safe = html.escape(name)
        shown.append(f'<details id="schema-{safe}"><summary>{safe}</summary><p>{about}</p>{body}</details>')
    return f'<section id="schemas"><h2>형식 / Schemas</h2>{"".join(shown)}</section>'


def _table(value: object) -> Json:
    assert isinstance(value, dict), "OpenAPI has objects here"
    return value
