"""A document read more closely by a language model: when its owner says so; nothing of it is kept."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from adapters.http_api.asking import HeavyAsker, TheApi
from adapters.http_api.languages import language_of
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.profiling import NotRead, ProfileSeen
from adapters.http_api.routes.documents import KeptDocument, own_document
from adapters.http_api.wire import answer, body_of, gives, takes

router = APIRouter(prefix="/api", tags=["documents"])


class Consent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The owner's word that the document's text may be sent to the providers that the list names."""

    consent: bool = False


@router.post("/documents/{document_id}/profile", openapi_extra=takes(Consent), responses=gives(ProfileSeen))
async def profile_a_document(
    request: Request,
    api: TheApi,
    person: HeavyAsker,
    document_id: str,
    body: Annotated[Consent, Depends(body_of(Consent))],
) -> Response:
    """Have a document read by a language model, with its owner's consent; what comes back is not kept."""
    item = await own_document(api, person, document_id)
    if api.parts.profiles is None:
        raise ApiError("models_off")
    if not body.consent:
        raise ApiError("consent_missing")
    text = msgspec.json.decode(item.body, type=KeptDocument).text
    language = language_of(request.headers.get("accept-language", ""))
    try:
        found = await api.parts.profiles.read(person, document_id, text, language)
    except NotRead as error:
        raise ApiError("models_spent" if error.spent else "models_silent") from error
    return answer(found)
