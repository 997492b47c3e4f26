"""The commands that a person may give, typed: thin faces over `command(name, **arguments)`."""

from __future__ import annotations

from abc import ABC, abstractmethod

from adapters.websocket_server.client_outbox import Outcome
from interview_engine.ids import CommandId, Millis, PersonaId, RoundId, SeatId, TurnId


class Commands(ABC):
    """What one may ask of a room. Every method returns the outcome, which is durable when it is `done`."""

    @abstractmethod
    async def command(
        self, name: str, /, *, command_id: CommandId | None = None, **arguments: object
    ) -> Outcome:
        """Give a command and return its outcome."""

    async def join(self, name: str, *, observer: bool = False) -> Outcome:
        """Take one's seat as a candidate, or as an observer."""
        return await self.command("join_room", name=name, observer=observer)

    async def leave(self) -> Outcome:
        """Give the seat up for good."""
        return await self.command("leave_room")

    async def ready(self, *, ready: bool = True) -> Outcome:
        """Say that one is ready for the start, or no longer."""
        return await self.command("set_ready", ready=ready)

    async def share_resume(self, facts: tuple[str, ...]) -> Outcome:
        """Hand in facts from one's résumé; an empty tuple withdraws them."""
        return await self.command("share_resume", facts=facts)

    async def save_draft(self, turn_id: TurnId, text: str) -> Outcome:
        """Save the answer so far."""
        return await self.command("save_draft", turn_id=turn_id, text=text)

    async def submit_answer(self, turn_id: TurnId, text: str) -> Outcome:
        """Answer one's own open turn."""
        return await self.command("submit_answer", turn_id=turn_id, text=text)

    async def skip_turn(self, turn_id: TurnId) -> Outcome:
        """Give one's own open turn up."""
        return await self.command("skip_turn", turn_id=turn_id)

    async def skip_speech(self, turn_id: TurnId) -> Outcome:
        """Vote to skip ahead of an AI candidate's speech."""
        return await self.command("skip_speech", turn_id=turn_id)

    async def chat(self, text: str) -> Outcome:
        """Say something to the room, outside the interview."""
        return await self.command("send_chat", text=text)

    async def change_settings(self, **settings: object) -> Outcome:
        """Change settings by name, before the start; the others keep their values. For the host."""
        return await self.command("change_settings", settings=settings)

    async def add_ai_candidate(self, persona_id: PersonaId) -> Outcome:
        """Seat an AI candidate. For the host, like all that follow."""
        return await self.command("add_ai_candidate", persona_id=persona_id)

    async def remove_ai_candidate(self, seat_id: SeatId) -> Outcome:
        """Unseat an AI candidate."""
        return await self.command("remove_ai_candidate", seat_id=seat_id)

    async def add_interviewer(self, persona_id: PersonaId) -> Outcome:
        """Seat an interviewer."""
        return await self.command("add_interviewer", persona_id=persona_id)

    async def remove_interviewer(self, seat_id: SeatId) -> Outcome:
        """Unseat an interviewer."""
        return await self.command("remove_interviewer", seat_id=seat_id)

    async def set_accommodation(self, seat_id: SeatId, time_percent: int) -> Outcome:
        """Give a seat more answer time: 100 to 300 percent."""
        return await self.command("set_accommodation", seat_id=seat_id, time_percent=time_percent)

    async def start(self) -> Outcome:
        """Begin the interview."""
        return await self.command("start_interview")

    async def pause(self) -> Outcome:
        """Stop every clock."""
        return await self.command("pause_interview")

    async def go_on(self) -> Outcome:
        """Go on after a pause."""
        return await self.command("resume_interview")

    async def skip_candidate(self, turn_id: TurnId) -> Outcome:
        """End a candidate's open turn."""
        return await self.command("skip_candidate", turn_id=turn_id)

    async def skip_question(self, round_id: RoundId) -> Outcome:
        """Withdraw the question being answered."""
        return await self.command("skip_question", round_id=round_id)

    async def add_time(self, turn_id: TurnId, ms: Millis) -> Outcome:
        """Give an open turn more time: 1,000 to 600,000 ms."""
        return await self.command("add_time", turn_id=turn_id, ms=ms)

    async def kick(self, seat_id: SeatId) -> Outcome:
        """Remove a person from the room."""
        return await self.command("kick_seat", seat_id=seat_id)

    async def hand_over_host(self, seat_id: SeatId) -> Outcome:
        """Make another person the host."""
        return await self.command("hand_over_host", seat_id=seat_id)

    async def end_early(self) -> Outcome:
        """Stop asking; what was answered is judged."""
        return await self.command("end_early")
