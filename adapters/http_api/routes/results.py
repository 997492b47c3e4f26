"""What an interview leaves behind: results, reports, the log, its check, and answering again."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`
from __future__ import annotations

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Header, Query, Request
from starlette.responses import Response

from adapters.http_api.asking import Api, HeavyInside, Inside, TheApi
from adapters.http_api.problems.answering import reader_of
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.rooms.lending import OBSERVERS, viewer_from
from adapters.http_api.rooms.looking_back import Checked, Unforkable, checked, forked, own_copy, rendered
from adapters.http_api.rooms.opening import require_few_unfinished, require_room_for_more, room_id_for
from adapters.http_api.rooms.replaying import MOST_EVENTS, Place, ReplayShape, replayed
from adapters.http_api.rooms.shapes import RoomSeenShape, seen
from adapters.http_api.wire import JSON, answer, body_of, gives, gives_file, takes
from adapters.service.command_ids import CommandIdReused
from adapters.service.forking import open_fork
from adapters.service.people.access import NotAllowed
from adapters.service.people.directory import Membership, RoomEntry
from interview_engine.core.log import decode_log, encode_log, fold_log
from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.ids import RoomId, Salt, SeatId
from interview_engine.reports.json_document import ReportDocument

router = APIRouter(prefix="/api", tags=["results"])

PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""A report's page brings its style along, and needs nothing else."""
_SEAT: Final = (
    f"From where one looks: one's own seat by default; after the end any candidate's, or `{OBSERVERS}`."
)


class ForkFrom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which question to answer again: its round, or its place in the interview from 1."""

    round_id: Annotated[str, msgspec.Meta(max_length=100)] = ""
    question: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0


@router.get("/rooms/{room_id}/results", responses=gives(ReportDocument))
async def results(request: Request, api: TheApi, inside: HeavyInside) -> Response:
    """Return results as far as one may see them now: the board over time, figures, one's own feedback."""
    return Response(await _report(request, api, inside, "json"), media_type=JSON)


@router.get(
    "/rooms/{room_id}/report.html", responses=gives_file("text/html", "A page that needs no network.")
)
async def report_page(request: Request, api: TheApi, inside: HeavyInside) -> Response:
    """Return one's own report as a page."""
    page = await _report(request, api, inside, "html")
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": PAGE_POLICY})


@router.get("/rooms/{room_id}/report.csv", responses=gives_file("text/csv", "One line for each answer."))
async def report_table(request: Request, api: TheApi, inside: HeavyInside) -> Response:
    """Return one's own report as a table."""
    return Response(
        await _report(request, api, inside, "csv"), media_type="text/csv", headers=_as_file("report.csv")
    )


@router.get("/rooms/{room_id}/report.json", responses=gives(ReportDocument))
async def report_data(request: Request, api: TheApi, inside: HeavyInside) -> Response:
    """Return one's own report as a file for programs."""
    return Response(
        await _report(request, api, inside, "json"), media_type=JSON, headers=_as_file("report.json")
    )


@router.get(
    "/rooms/{room_id}/log.jsonl",
    responses=gives_file("application/jsonl", "A record on each line; `interview-engine verify` checks it."),
)
async def log_file(api: TheApi, inside: HeavyInside) -> Response:
    """Return the log after the end, for its owner; other people's words are deleted from this copy."""
    if not inside.entrance.owner:
        raise NotAllowed("owners_only")
    _require_finished(inside)
    log = await _log(api, inside)
    copy = await api.parts.working.do(own_copy, log, inside.entrance.seat_id)
    return Response(copy, media_type="application/jsonl", headers=_as_file("interview.jsonl"))


@router.get("/rooms/{room_id}/replay", responses=gives(ReplayShape))
async def replay(
    api: TheApi,
    inside: HeavyInside,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_EVENTS)] = MOST_EVENTS,
    seat: Annotated[str, Query(max_length=100, description=_SEAT)] = "",
) -> Response:
    """Return what was told at one place so far, event by event, in pages.

    Another candidate's seat is lent without what is its owner's alone: drafts, feedback, résumé, extra time.
    """
    own = inside.entrance.seat_id
    seat_id = SeatId(seat) if seat else own
    place = Place(seat_id=seat_id, own=own, viewer=viewer_from(inside, seat_id))
    log = await _log(api, inside)
    page = await api.parts.working.do(replayed, log, place, after, limit)
    return Response(page, media_type=JSON)


@router.get("/rooms/{room_id}/verify", responses=gives(Checked))
async def check_the_log(api: TheApi, inside: HeavyInside) -> Response:
    """Check the room's log: the chain of hashes, the scores, the boards, the promise of the seed."""
    return answer(await api.parts.working.do(checked, await _log(api, inside)))


@router.post(
    "/rooms/{room_id}/fork",
    status_code=201,
    openapi_extra=takes(ForkFrom),
    responses=gives(RoomSeenShape, 201, "The new room.")
    | gives(RoomSeenShape, 200, "The room that the same key opened before."),
)
async def answer_again(
    api: TheApi,
    inside: HeavyInside,
    body: Annotated[ForkFrom, Depends(body_of(ForkFrom))],
    idempotency_key: Annotated[str, Header(max_length=200)] = "",
) -> Response:
    """Answer one question again against the same rivals: a new room that shares the past up to it.

    Only one's own words may be in that past: others could not delete theirs from a room of yours.
    """
    require_room_for_more(api)
    _require_finished(inside)
    entrance, parts = inside.entrance, api.parts
    seat = inside.room.seat(entrance.seat_id)
    if seat is None or seat.kind is not SeatKind.HUMAN:
        raise ApiError("not_seated")
    room_id = room_id_for(api, entrance.person, f"fork {entrance.room_id}", idempotency_key)
    await require_few_unfinished(api, entrance.person, room_id)
    asked: str | int = body.round_id or body.question
    log = await _log(api, inside)
    try:
        lines = await parts.working.do(forked, log, entrance.seat_id, asked, room_id, Salt(parts.fresh()))
    except Unforkable as error:
        raise ApiError(error.code) from error
    records = tuple(decode_log(lines.splitlines()))
    new = await open_fork(parts.service, parts.store, room_id, records, parts.now())
    if not new and fold_log(records).parent != (await parts.service.room(room_id)).parent:
        # The key has opened a fork of another question.
        raise CommandIdReused
    await _remember(api, inside, room_id, entrance.seat_id)
    return await _shown(api, inside, room_id, new=new)


async def _remember(api: Api, inside: Inside, room_id: RoomId, seat_id: SeatId) -> None:
    """Note a fork's owner, and that their place in it is the parent's."""
    entrance, directory = inside.entrance, api.parts.directory
    if await directory.room(room_id) is None:
        parent = await directory.room(entrance.room_id)
        entry = RoomEntry(
            room_id=room_id,
            owner=entrance.person.user_id,
            title=parent.title if parent is not None and entrance.owner else "",
            created_at=api.parts.now(),
        )
        await directory.add_room(entry)
    await directory.admit(
        Membership(room_id=room_id, user_id=entrance.person.user_id, seat_id=seat_id, role=entrance.role)
    )


async def _shown(api: Api, inside: Inside, room_id: RoomId, *, new: bool) -> Response:
    parts = api.parts
    entrance, room = await parts.access.enter(inside.entrance.person, room_id, now=parts.now())
    entry = await parts.directory.room(room_id)
    assert entry is not None, "its entry was just added"
    headers = {"Location": f"/api/rooms/{room_id}"}
    return answer(seen(entry, Inside(entrance=entrance, room=room)), 201 if new else 200, headers)


async def _report(request: Request, api: Api, inside: Inside, form: str) -> bytes:
    seat_id = inside.entrance.seat_id
    whose = seat_id if inside.room.seat(seat_id) is not None else None
    log = await _log(api, inside)
    return await api.parts.working.do(rendered, log, whose, form, reader_of(request))


async def _log(api: Api, inside: Inside) -> bytes:
    return encode_log(await api.parts.service.log_of(inside.entrance.room_id))


def _require_finished(inside: Inside) -> None:
    if inside.room.stage is not Stage.FINISHED:
        raise ApiError("not_finished")


def _as_file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
