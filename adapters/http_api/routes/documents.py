"""Documents: a résumé, portfolio or cover letter is read, shown back, and kept until its owner deletes it."""

from __future__ import annotations

import enum

import msgspec
from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from adapters.http_api.asking import Api, Reader, TheApi, Uploader, Writer
from adapters.http_api.problems.catalogue import CATALOGUE
from adapters.http_api.problems.problem import ApiError, FieldProblem
from adapters.http_api.wire import answer, gives, gives_nothing, nothing
from adapters.service.people.directory import Item, ItemKind
from adapters.service.people.identity import Person
from interview_engine.ids import Millis

router = APIRouter(prefix="/api", tags=["documents"])

EXCERPT = 500
LONGEST_NAME = 120


class DocumentKind(enum.Enum):
    """What a document is."""

    RESUME = "resume"
    PORTFOLIO = "portfolio"
    COVER_LETTER = "cover_letter"


class KeptDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it is kept: its text, never its file."""

    kind: DocumentKind
    name: str
    text: str
    facts: tuple[str, ...]


class DocumentSeen(msgspec.Struct, frozen=True, kw_only=True):
    """What was read from a document.

    Attributes:
        document_id: Names it in `POST /api/rooms/{room_id}/resume`.
        kind, name, at: What it is, what its file was called, and when it came.
        characters: How many were read.
        excerpt: How the text begins.
        facts: Lines that individual questions can be asked about; edit them when you share them.
    """

    document_id: str
    kind: DocumentKind
    name: str
    at: Millis
    characters: int
    excerpt: str
    facts: tuple[str, ...]


class DocumentList(msgspec.Struct, frozen=True, kw_only=True):
    """One's documents, the latest first.

    Attributes:
        profilers: Providers of language models to whom `POST /api/documents/{document_id}/profile` may send a
            document, in the order in which they are asked; empty when that is switched off.
    """

    documents: tuple[DocumentSeen, ...]
    profilers: tuple[str, ...] = ()


class DocumentText(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its whole text."""

    document: DocumentSeen
    text: str


FORM: dict[str, object] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "kind": {"enum": [kind.value for kind in DocumentKind], "default": "resume"},
                    },
                }
            }
        },
    }
}


@router.post("/documents", status_code=201, openapi_extra=FORM, responses=gives(DocumentSeen, 201))
async def upload_a_document(request: Request, api: TheApi, person: Uploader) -> Response:
    """Upload a PDF, DOCX, TXT or Markdown file; only its text is kept."""
    if api.parts.read_document is None:
        raise ApiError("documents_closed")
    kept = await api.parts.directory.items(ItemKind.DOCUMENT, person.user_id)
    if len(kept) >= api.settings.most_documents:
        raise ApiError("too_many_items")
    kind, name, data = await _file(request, api)
    document = await _read(api, kind, name, data)
    item = Item(
        kind=ItemKind.DOCUMENT,
        item_id=f"d-{api.parts.fresh()}",
        owner=person.user_id,
        body=msgspec.json.encode(document).decode(),
        at=api.parts.now(),
    )
    await api.parts.directory.keep(item)
    return answer(_shown(item), 201, {"Location": f"/api/documents/{item.item_id}"})


@router.get("/documents", responses=gives(DocumentList))
async def list_documents(api: TheApi, person: Reader) -> Response:
    """List one's documents."""
    items = await api.parts.directory.items(ItemKind.DOCUMENT, person.user_id)
    profilers = () if api.parts.profiles is None else api.parts.profiles.providers
    return answer(DocumentList(documents=tuple(_shown(item) for item in items), profilers=profilers))


@router.get("/documents/{document_id}", responses=gives(DocumentText))
async def read_a_document(api: TheApi, person: Reader, document_id: str) -> Response:
    """Return a document with its whole text."""
    item = await own_document(api, person, document_id)
    text = msgspec.json.decode(item.body, type=KeptDocument).text
    return answer(DocumentText(document=_shown(item), text=text))


@router.delete("/documents/{document_id}", status_code=204, responses=gives_nothing("It is gone."))
async def delete_a_document(api: TheApi, person: Writer, document_id: str) -> Response:
    """Delete a document; facts that were shared with rooms stay there until they are withdrawn."""
    if not await api.parts.directory.drop(ItemKind.DOCUMENT, document_id, person.user_id):
        raise ApiError("no_such_document")
    return nothing()


async def _file(request: Request, api: Api) -> tuple[DocumentKind, str, bytes]:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise ApiError("unsupported_media_type", detail="send multipart/form-data")
    try:
        async with request.form(max_files=1, max_fields=4, max_part_size=1_000) as form:
            file, said = form.get("file"), form.get("kind", DocumentKind.RESUME.value)
            if not isinstance(file, UploadFile):
                raise ApiError("bad_values", errors=(FieldProblem(field="file", message="a file is needed"),))
            try:
                kind = DocumentKind(said)
            except ValueError as error:
                problem = FieldProblem(field="kind", message="resume, portfolio or cover_letter")
                raise ApiError("bad_values", errors=(problem,)) from error
            data = await file.read(api.settings.upload_limit + 1)
            name = (file.filename or "").replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:]
    except HTTPException as error:
        raise ApiError("bad_form") from error
    if len(data) > api.settings.upload_limit:
        raise ApiError("document_too_large")
    return kind, "".join(letter for letter in name if letter.isprintable()), data


async def _read(api: Api, kind: DocumentKind, name: str, data: bytes) -> KeptDocument:
    reader = api.parts.read_document
    assert reader is not None, "asked for before"
    try:
        read = await reader(name, data)
    except api.parts.document_refused as error:
        code = f"document_{getattr(error, 'code', 'broken')}"
        raise ApiError(code if code in CATALOGUE else "document_broken") from error
    return KeptDocument(kind=kind, name=name, text=read.text, facts=tuple(read.facts))


async def own_document(api: Api, person: Person, document_id: str) -> Item:
    """Return a person's own document.

    Raises:
        ApiError: There is none of that id, or it is another person's.
    """
    item = await api.parts.directory.item(ItemKind.DOCUMENT, document_id)
    if item is None or item.owner != person.user_id:
        raise ApiError("no_such_document")
    return item


def _shown(item: Item) -> DocumentSeen:
    kept = msgspec.json.decode(item.body, type=KeptDocument)
    return DocumentSeen(
        document_id=item.item_id,
        kind=kept.kind,
        name=kept.name,
        at=item.at,
        characters=len(kept.text),
        excerpt=kept.text[:EXCERPT],
        facts=kept.facts,
    )
