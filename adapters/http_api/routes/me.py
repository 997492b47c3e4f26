"""One's own account: who one is, all that is held of one, and its deletion."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from adapters.http_api.account.deletion import Deleted, delete_account
from adapters.http_api.account.export import Export, export_account
from adapters.http_api.asking import HeavyAsker, Leaver, Reader, TheApi
from adapters.http_api.wire import answer, gives

router = APIRouter(prefix="/api", tags=["people"])


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Who one is."""

    user_id: str
    name: str


@router.get("/me", responses=gives(Me))
async def who_am_i(person: Reader) -> Response:
    """Say whose token this is."""
    return answer(Me(user_id=person.user_id, name=person.name))


@router.get("/me/export", responses=gives(Export))
async def export_me(api: TheApi, person: HeavyAsker) -> Response:
    """Return everything that is held of this person: rooms, items, and their own words in rooms' logs."""
    export = await export_account(api.parts, person)
    return answer(export, headers={"Content-Disposition": 'attachment; filename="interview-export.json"'})


@router.delete("/me", responses=gives(Deleted))
async def delete_me(api: TheApi, person: Leaver) -> Response:
    """Delete the account: rooms of one's own, one's words in others' rooms, and everything kept."""
    return answer(await delete_account(api.parts, person))
