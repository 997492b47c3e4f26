"""Opaque types for identities and units, so that a seat can't be passed where a turn is meant."""

from __future__ import annotations

from typing import NewType

RoomId = NewType("RoomId", str)
SeatId = NewType("SeatId", str)
RoundId = NewType("RoundId", str)
TurnId = NewType("TurnId", str)
QuestionId = NewType("QuestionId", str)
PersonaId = NewType("PersonaId", str)
"""Names a candidate persona or an interviewer persona in a catalogue."""
JudgeId = NewType("JudgeId", str)
"""Names one independent opinion: an interviewer's seat, and the model when it matters."""
EffectId = NewType("EffectId", str)
CommandId = NewType("CommandId", str)

Millis = NewType("Millis", int)
"""Milliseconds: an instant since the Unix epoch, or a length of time."""
Seq = NewType("Seq", int)
"""Position of an event in its room's log, counted from 1; 0 is before the first."""
Seed = NewType("Seed", str)
"""A room's secret: the root of all its keyed chance."""
Salt = NewType("Salt", str)
"""Random text from the shell that hides a short personal text behind its digest."""
