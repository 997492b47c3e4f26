"""What goes wrong, by name; and a plan of it that can be written down, played again and shrunk."""

from __future__ import annotations

import enum
from typing import Final

import attrs
import msgspec

from interview_engine.testing.dice import Dice


class FaultKind(enum.Enum):
    """One way in which things go wrong."""

    CRASH_BEFORE_APPEND = "crash_before_append"
    CRASH_AFTER_APPEND = "crash_after_append"
    """The records are durable, and nobody was told."""
    CRASH_AFTER_ACK = "crash_after_ack"
    """The outcome is on the wire, the events are not."""
    CRASH_IN_READ = "crash_in_read"
    CRASH_AT_SNAPSHOT = "crash_at_snapshot"
    """Before it is kept or after."""
    CRASH_AT_PULSE = "crash_at_pulse"
    CRASH_AT_BELL = "crash_at_bell"
    """Everybody here was told, no other node was."""
    CRASH_IN_EFFECT = "crash_in_effect"
    """When a provider is to be asked, or when it has answered and nobody has the answer."""
    CRASH_IN_REDACTION = "crash_in_redaction"
    """A person has their words deleted: before the log was written anew, or after."""
    GRACEFUL_RESTART = "graceful_restart"
    SECOND_DRIVER = "second_driver"
    """Another node begins to drive the same rooms."""
    IDLE_RELEASE = "idle_release"
    """A node lets go of rooms that nobody listens to."""

    STORE_UNAVAILABLE = "store_unavailable"
    STORE_LOST_REPLY = "store_lost_reply"
    """An append was done, and its outcome is not known."""
    STORE_LOST_CALL = "store_lost_call"
    """An append was not done, and its outcome is not known."""
    STORE_SLOW = "store_slow"
    STORE_SLOW_IN_PAUSE = "store_slow_in_pause"
    """The host pauses, and the store hangs while they want to go on."""
    DISK_FULL = "disk_full"
    READ_FAILS = "read_fails"

    EFFECT_SLOW = "effect_slow"
    EFFECT_FAILS = "effect_fails"
    EFFECT_GARBAGE = "effect_garbage"
    EFFECT_NEVER = "effect_never"

    DUPLICATE_FRAME = "duplicate_frame"
    LOST_FRAME = "lost_frame"
    LOST_EVENT = "lost_event"
    """A frame from the server gets lost: the client finds a gap."""
    REORDERED_FRAMES = "reordered_frames"
    HALF_OPEN_SERVER = "half_open_server"
    """The client has gone, and the server is not told."""
    HALF_OPEN_CLIENT = "half_open_client"
    """The server's end is closed, and the client is not told."""
    RESET = "reset"
    CLOG = "clog"
    SLOW_READER = "slow_reader"

    CLOCK_FORWARD = "clock_forward"
    CLOCK_BACK = "clock_back"

    AT_DEADLINE = "at_deadline"
    """An answer arrives within a millisecond of its deadline."""
    RACING_TABS = "racing_tabs"
    """A person acts in two tabs at once."""
    GONE_FOR_GOOD = "gone_for_good"
    """A person's computer is shut and never opened again."""
    REDACTION = "redaction"
    """A person has their words deleted."""
    FLOOD = "flood"
    """A client sends faster than is allowed."""


OF_THE_STORE: Final = frozenset(
    {
        FaultKind.STORE_UNAVAILABLE,
        FaultKind.STORE_LOST_REPLY,
        FaultKind.STORE_LOST_CALL,
        FaultKind.STORE_SLOW,
        FaultKind.STORE_SLOW_IN_PAUSE,
        FaultKind.DISK_FULL,
        FaultKind.READ_FAILS,
    }
)

LASTING: Final = frozenset({FaultKind.DISK_FULL, FaultKind.STORE_UNAVAILABLE, FaultKind.READ_FAILS})
"""These go on for a while, and not only for one call."""
SHORTEST_TROUBLE_MS: Final = 1_500
SHORTEST_HANG_MS: Final = 6_000
"""Long enough for whoever has paused to go on meanwhile, and for a turn's time to run out then."""
SHORTEST_ABSENCE_MS: Final = 6_000
"""Long enough for more to wait than a server keeps, and for deadlines to come up meanwhile."""
ON_FRAMES: Final = frozenset(
    {FaultKind.DUPLICATE_FRAME, FaultKind.LOST_FRAME, FaultKind.REORDERED_FRAMES, FaultKind.LOST_EVENT}
)
_ARMED_CRASHES: Final = frozenset(
    {
        FaultKind.CRASH_BEFORE_APPEND,
        FaultKind.CRASH_AFTER_APPEND,
        FaultKind.CRASH_AFTER_ACK,
        FaultKind.CRASH_IN_READ,
        FaultKind.CRASH_AT_SNAPSHOT,
        FaultKind.CRASH_AT_PULSE,
        FaultKind.CRASH_AT_BELL,
        FaultKind.CRASH_IN_EFFECT,
    }
)
BEFORE_OR_AFTER: Final = frozenset(
    {
        FaultKind.CRASH_AT_SNAPSHOT,
        FaultKind.CRASH_AT_PULSE,
        FaultKind.CRASH_IN_EFFECT,
        FaultKind.CRASH_IN_REDACTION,
    }
)
"""With an odd `ms` the call was still made."""
CRASHES: Final = _ARMED_CRASHES | {FaultKind.CRASH_IN_REDACTION}
ARMED: Final = _ARMED_CRASHES | frozenset(
    {
        FaultKind.STORE_UNAVAILABLE,
        FaultKind.STORE_LOST_REPLY,
        FaultKind.STORE_LOST_CALL,
        FaultKind.STORE_SLOW,
        FaultKind.DISK_FULL,
        FaultKind.READ_FAILS,
        FaultKind.EFFECT_SLOW,
        FaultKind.EFFECT_FAILS,
        FaultKind.EFFECT_GARBAGE,
        FaultKind.EFFECT_NEVER,
    }
)
"""These wait for the next call that they can spoil."""
OF_CLOCKS: Final = frozenset({FaultKind.CLOCK_FORWARD, FaultKind.CLOCK_BACK})


@attrs.frozen(kw_only=True)
class Fault:
    """One entry of a plan.

    Attributes:
        kind: What goes wrong.
        after_seq: It is armed when the log has so many records, and happens at the next occasion.
        where: Which node, person or occasion, counted around.
        ms: How long, how much, or which variant.
    """

    kind: FaultKind
    after_seq: int
    where: int
    ms: int


@attrs.frozen(kw_only=True)
class Plan:
    """What goes wrong in one simulation."""

    faults: tuple[Fault, ...] = ()

    def to_json(self) -> str:
        """Return the plan as a line of JSON."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """Return a plan that was written down."""
        return msgspec.json.decode(text, type=cls)


_LENGTHS = (1, 50, 400, 1_500, 4_000, 15_000, 45_000)
_ONE_NODE = tuple(kind for kind in FaultKind if kind is not FaultKind.SECOND_DRIVER)
_LIKELY = (
    *_ONE_NODE,
    *(FaultKind.CRASH_BEFORE_APPEND, FaultKind.CRASH_AFTER_APPEND, FaultKind.CRASH_AFTER_ACK) * 2,
    *(FaultKind.STORE_LOST_REPLY, FaultKind.AT_DEADLINE, FaultKind.RACING_TABS, FaultKind.RESET),
    *(FaultKind.IDLE_RELEASE, FaultKind.REDACTION, FaultKind.SLOW_READER),
)
MOST_FAULTS = 7
LATEST_SEQ = 70


def draw_plan(dice: Dice) -> Plan:
    """Draw a plan: every third with a second driver, one in twelve empty."""
    if dice.chance(8):
        return Plan()
    faults = [_drawn(dice, dice.pick(_LIKELY)) for _ in range(dice.between(1, MOST_FAULTS))]
    if dice.chance(33):
        faults.insert(0, _drawn(dice, FaultKind.SECOND_DRIVER))
    return Plan(faults=tuple(faults))


def _drawn(dice: Dice, kind: FaultKind) -> Fault:
    after_seq, where, ms = dice.between(1, LATEST_SEQ), dice.below(12), dice.pick(_LENGTHS)
    if kind in LASTING:
        ms = max(ms, SHORTEST_TROUBLE_MS)
    if kind in (FaultKind.SLOW_READER, FaultKind.IDLE_RELEASE):
        ms = max(ms, SHORTEST_ABSENCE_MS)
    if kind is FaultKind.STORE_SLOW_IN_PAUSE:
        ms = max(ms, SHORTEST_HANG_MS)
    if kind in BEFORE_OR_AFTER:
        ms += dice.below(2)
    return Fault(kind=kind, after_seq=after_seq, where=where, ms=ms)
