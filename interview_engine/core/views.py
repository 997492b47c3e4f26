"""Views deny by default: what a viewer may not see holds its default.

Snapshots (`view`), deltas (`seen_event`) and excerpts all go through one projector, which reads the
audience declared beside each field. A class none of whose fields declares an audience is a plain value
and is shown whole wherever the field that holds it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar, cast

import attrs

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.settings import Visibility
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn
from interview_engine.core.visibility import AUDIENCE, Audience
from interview_engine.ids import SeatId, TurnId
from interview_engine.values import value

T = TypeVar("T")


@value(kw_only=True)
class Viewer:
    """Who looks: the owner of a seat, or the public (an observer, a stranger) when `seat_id` is None.

    From a `borrowed` seat somebody else looks: they see early what its owner saw early of what everybody sees
    in the end, an answer, and never what is the owner's alone.
    """

    seat_id: SeatId | None = None
    borrowed: bool = False


PUBLIC: Final = Viewer()
_EVERYONE: Final = Audience.EVERYONE
"""Named once: every field of every event is asked, and looking a member up in its enum is slow."""
_OWNERS_FIRST: Final = (Audience.OWNER, Audience.REVEALED)
"""What an owner may see before everybody else does."""


@value
class _Scope:
    """What decides about the fields below a value."""

    viewer: SeatId | None
    borrowed: bool
    visibility: Visibility
    finished: bool
    owner: SeatId | None = None
    revealed: bool = False
    round_closed: bool = False


def view(room: Room, viewer: Viewer) -> Room:
    """Return the room as a viewer may see it.

    Args:
        room: The room.
        viewer: Who looks.

    Returns:
        A room whose hidden fields hold their defaults.
    """
    return _project(room, _scope(room, viewer))


def seen_event(room: Room, event: e.Event, viewer: Viewer) -> e.Event | None:
    """Return an event as a viewer may see it, or None when the viewer may not know of it.

    Args:
        room: The room as the event left it.
        event: What happened.
        viewer: Who looks.
    """
    scope = _event_scope(room, event, viewer)
    if not _may_see(event.audience, scope):
        return None
    return _project(_filled_in(room, event), scope)


def seats_told_apart(room: Room, event: e.Event) -> frozenset[SeatId]:
    """Return the seats whose owners may see more of an event than the public does.

    Everybody else sees what the public sees, so that one encoding serves them all.

    Args:
        room: The room as the event left it.
        event: What happened.
    """
    scope = _event_scope(room, event, PUBLIC)
    if event.audience in _OWNERS_FIRST and not _may_see(event.audience, scope):
        return frozenset(() if scope.owner is None else (scope.owner,))
    return frozenset(_owners(_filled_in(room, event), scope))


def _owners(value: object, scope: _Scope) -> Iterator[SeatId]:
    """Yield whose fields within a value hold what the public may not see, and they may."""
    if isinstance(value, tuple):
        for item in value:
            yield from _owners(item, scope)
        return
    guarded = _guarded(value.__class__)
    if guarded is None:
        return
    scope = _within(value, scope)
    for field in guarded:
        held = getattr(value, field.name)
        if held is field.default:
            continue
        if (
            scope.owner is not None
            and field.audience is not _EVERYONE
            and field.audience in _OWNERS_FIRST
            and not _may_see(field.audience, scope)
        ):
            yield scope.owner
        if held.__class__ is tuple or _guarded(held.__class__) is not None:
            yield from _owners(held, scope)


def _event_scope(room: Room, event: e.Event, viewer: Viewer) -> _Scope:
    seat_id: SeatId | None = getattr(event, "seat_id", None)
    turn_id: TurnId | None = getattr(event, "turn_id", None)
    home = room.round_of(turn_id) if turn_id is not None else None
    revealed, closed = home is not None and home.revealed, home is not None and home.closed
    if isinstance(event, _ABOUT_ROUNDS):
        revealed = closed = any(done.round_id == event.round_id for done in room.rounds)
    return _scope(room, viewer, owner=seat_id, revealed=revealed, round_closed=closed)


def _filled_in(room: Room, event: e.Event) -> e.Event:
    """Return an event with the texts that it makes public and that stand elsewhere in the log."""
    if isinstance(event, e.RoundOpened):
        asked = next((home for home in _asked_rounds(room) if home.round_id == event.round.round_id), None)
        return changed(event, round=changed(event.round, question=asked.question)) if asked else event
    if isinstance(event, e.SpeechStarted):
        turn = room.turn(event.turn_id)
        return changed(event, text=turn.text if turn else "")
    if isinstance(event, e.RoundClosed):
        home = next((done for done in room.rounds if done.round_id == event.round_id), None)
        held_back = room.settings.visibility is not Visibility.LIVE
        if home is not None and (home.simultaneous or held_back):
            return changed(event, turns=home.turns, board=room.round_board)
    if isinstance(event, e.InterviewFinished) and room.settings.visibility is not Visibility.LIVE:
        return changed(event, rounds=room.rounds, board=room.board)
    return event


def _asked_rounds(room: Room) -> tuple[Round, ...]:
    return (room.current, *room.rounds[::-1]) if room.current is not None else room.rounds[::-1]


def _scope(
    room: Room,
    viewer: Viewer,
    *,
    owner: SeatId | None = None,
    revealed: bool = False,
    round_closed: bool = False,
) -> _Scope:
    finished = room.stage is Stage.FINISHED
    return _Scope(
        viewer.seat_id, viewer.borrowed, room.settings.visibility, finished, owner, revealed, round_closed
    )


def _may_see(audience: Audience, scope: _Scope) -> bool:  # noqa: PLR0911 -- one line an audience
    match audience:
        case Audience.EVERYONE:
            return True
        case Audience.OWNER:
            return scope.viewer is not None and scope.viewer == scope.owner and not scope.borrowed
        case Audience.REVEALED:
            return scope.revealed or (scope.viewer is not None and scope.viewer == scope.owner)
        case Audience.LIVE:
            return scope.finished or scope.visibility is Visibility.LIVE
        case Audience.ROUND:
            if scope.finished or scope.round_closed:
                return scope.finished or scope.visibility is not Visibility.END
            # Evidence quotes the answer, so it is never public before the answer.
            return scope.visibility is Visibility.LIVE and scope.revealed
        case Audience.ENDED:
            return scope.finished
        case Audience.NOBODY:
            return False


@value
class _Guarded:
    """A field of a class that declares audiences."""

    name: str
    audience: Audience
    default: object


_ABOUT_ROUNDS: Final = (e.ComparisonRecorded, e.RoundClosed)
"""Events that name a round instead of a turn. (A tuple: a union would be built anew at every check.)"""
_FIELDS: Final[dict[type, tuple[_Guarded, ...] | None]] = {}
"""What `_guarded_fields` found, by class."""


def _guarded_fields(cls: type) -> tuple[_Guarded, ...] | None:
    """Return how to project a class's fields; None for a plain value.

    Raises:
        TypeError: When a field that may be hidden has no default to hold instead.
    """
    if not attrs.has(cls):
        return None
    fields = attrs.fields(cls)
    if not any(AUDIENCE in field.metadata for field in fields):
        return None
    guarded = []
    for field in fields:
        audience = field.metadata.get(AUDIENCE, Audience.NOBODY)
        if audience is not Audience.EVERYONE and field.default is attrs.NOTHING and not _hidden_whole(cls):
            raise TypeError(f"{cls.__name__}.{field.name} may be hidden, so it needs a default")
        guarded.append(_Guarded(field.name, audience, field.default))
    return tuple(guarded)


def _hidden_whole(cls: type) -> bool:
    """Return whether nobody ever sees any value of a class."""
    return issubclass(cls, e.Event) and cls.audience is Audience.NOBODY


def _guarded(cls: type) -> tuple[_Guarded, ...] | None:
    """Return what `_guarded_fields` does, found once for each class."""
    try:
        return _FIELDS[cls]
    except KeyError:
        return _FIELDS.setdefault(cls, _guarded_fields(cls))


def _project(value: T, scope: _Scope) -> T:
    if isinstance(value, tuple):
        items = tuple(_project(item, scope) for item in value)
        same = all(item is old for item, old in zip(items, value, strict=True))
        return value if same else cast("T", items)
    guarded = _guarded(value.__class__)
    if guarded is None:
        return value
    scope = _within(value, scope)
    changes: dict[str, object] = {}
    for field in guarded:
        held = getattr(value, field.name)
        if field.audience is not _EVERYONE and not _may_see(field.audience, scope):
            if held is not field.default:
                changes[field.name] = field.default
            continue
        if held.__class__ is not tuple and _guarded(held.__class__) is None:
            # A plain value, as most are, is shown whole.
            continue
        shown = _project(held, scope)
        if shown is not held:
            changes[field.name] = shown
    # The names come from the class itself, which the checker can't follow through a dictionary.
    return changed(value, **changes) if changes else value  # type: ignore[misc]


def _within(value: object, scope: _Scope) -> _Scope:
    """Return the scope inside a value: whose it is, and how public its round is."""
    if isinstance(value, Round):
        return changed(scope, revealed=value.revealed, round_closed=value.closed)
    if isinstance(value, Room):
        return changed(scope, round_closed=True)
    owner = getattr(value, "seat_id", None)
    if owner is None:
        return scope
    revealed = scope.revealed and _spoken(value)
    return changed(scope, owner=owner, revealed=revealed)


def _spoken(value: object) -> bool:
    """Return whether a turn's text is what was said: before, it has none to show."""
    return not isinstance(value, Turn) or value.opened_at is not None
