"""Bugs of the server that were planted on purpose."""

from __future__ import annotations

from typing import Final

from tests.planted.planted_bug import PlantedBug

SEEDS: Final = 200
"""Within so many seeds each bug must be found."""
_SERVICE: Final = "adapters/service/"
_SOCKET: Final = "adapters/websocket_server/"

BUGS: Final = (
    PlantedBug(
        "acknowledged before the append",
        _SERVICE + "room_service.py",
        "                step = await self._writer.commit(live, lambda _: self._outages",
        "                acknowledge(ack, take(live.room, asked))\n"
        "                step = await self._writer.commit(live, lambda _: self._outages",
        "nothing is sent before it is durable",
    ),
    PlantedBug(
        "published before the append",
        _SERVICE + "room_writing.py",
        "        live.stale = True\n        try:\n            await self._store.append(",
        "        live.stale = True\n        was = live.room, live.head\n"
        "        live.take_over(step.room, records)\n        live.tell()\n"
        "        live.room, live.head = was\n        try:\n            await self._store.append(",
        "nothing is sent before it is durable",
    ),
    PlantedBug(
        "the event comes before the outcome",
        _SERVICE + "room_service.py",
        "                acknowledge(ack, step)\n            except BaseException",
        "                live.tell()\n                acknowledge(ack, step)\n"
        "            except BaseException",
        "the outcome comes before the event",
    ),
    PlantedBug(
        "no dedupe of retried commands",
        _SOCKET + "commanding.py",
        "            chosen_id=frame.id,\n",
        "            chosen_id=f'{frame.id}@{at}',\n",
        "a retry gets the first outcome",
    ),
    PlantedBug(
        "one person's ids are everybody's",
        _SERVICE + "command_ids.py",
        'hashlib.blake2b(f"{seat_id}\\x1f{chosen}".encode()',
        'hashlib.blake2b(f"{chosen}".encode()',
        "an id is its giver's alone",
    ),
    PlantedBug(
        "the timer is lost on a restart",
        _SERVICE + "room_service.py",
        "                await self._consequences.tick(room_id)\n",
        "                await self._rooms.load(room_id)\n",
        "deadlines are kept",
    ),
    PlantedBug(
        "an effect is started twice",
        _SERVICE + "effect_runner.py",
        "            if effect.effect_id in errands:\n",
        "            if effect.effect_id in errands and not errands[effect.effect_id].reported:\n",
        "an attempt is made once",
    ),
    PlantedBug(
        "a snapshot shows the whole room",
        _SOCKET + "audiences.py",
        "    return msgspec.Raw(canonical(view(room, Viewer(seat_id=seat_id))))\n",
        "    return msgspec.Raw(canonical(room))\n",
        "a snapshot is the view of its seq",
    ),
    PlantedBug(
        "everybody gets what was encoded for the owner",
        _SOCKET + "audiences.py",
        "[_event_frame(self._room, record, PUBLIC) for record in self._records]",
        "[_event_frame(self._room, record, Viewer(seat_id=min(seats, default=None)))"
        " for record, seats in zip(self._records, self._apart, strict=True)]",
        "an event shows what its viewer may see",
    ),
    PlantedBug(
        "the owner gets what was encoded for the public",
        _SOCKET + "audiences.py",
        "if seat_id in seats else shared",
        "if not seats else shared",
        "nothing is kept from those who may see it",
    ),
    PlantedBug(
        "a skip is forgotten",
        _SOCKET + "audiences.py",
        "        if hidden_from:\n            frames.append(encode(Skip(seq=hidden_from, through=self",
        "        if hidden_from and not frames:\n"
        "            frames.append(encode(Skip(seq=hidden_from, through=self",
        "seqs are contiguous",
    ),
    PlantedBug(
        "a resume begins one too late",
        _SOCKET + "entering.py",
        "return tuple(record for record in records if record.seq <= hub.room.seq)",
        "return tuple(record for record in records[1:] if record.seq <= hub.room.seq)",
        "a resume goes on where the client is",
    ),
    PlantedBug(
        "a superseded tab still gets frames",
        _SOCKET + "room_hub.py",
        "            before.end(CloseCode.SUPERSEDED)\n",
        "            self.members[SeatId(f'{member.seat_id}*{id(before)}')] = before\n",
        "a superseded tab hears nothing new",
    ),
    PlantedBug(
        "the outcome is lost on a reconnect",
        _SOCKET + "commanding.py",
        '                self._answer(frame, "duplicate", seq=outcome.seq)\n',
        "                pass\n",
        "everything settles",
    ),
    PlantedBug(
        "an outage is not noted",
        _SERVICE + "outages.py",
        "        if live.room_id in self._left:",
        "        if live.room_id in ():",
        "an outage takes nobody's time",
    ),
    PlantedBug(
        "whoever comes back late after a restart loses the time",
        _SERVICE + "outages.py",
        "            if self._nobody_is_here:\n",
        "            if ():\n",
        "an outage takes nobody's time",
    ),
    PlantedBug(
        "the time that passed before the pulse is counted as served",
        _SERVICE + "outages.py",
        "            since = Millis(max(since, min(self._served_until, now)))\n",
        "            since = Millis(max(since, now - 100))\n",
        "an outage takes nobody's time",
    ),
    PlantedBug(
        "the time of a store that is down is not given back",
        _SERVICE + "outages.py",
        "            if live.unserved_since is None:",
        "            live.unserved_since = None\n            if live.unserved_since is None:",
        "an outage takes nobody's time",
    ),
    PlantedBug(
        "the time of an append that hangs is not given back",
        _SERVICE + "room_writing.py",
        "        if live.unserved_since is None and self._around.now() - begun > LONG_MS:\n",
        "        if ():\n",
        "an outage takes nobody's time",
    ),
    PlantedBug(
        "the state is read before its listener is attached",
        _SOCKET + "hubs.py",
        "            fresh.begin(await self._service.listen(room_id, hear))\n",
        "            import asyncio, attrs\n"
        "            early = await self._service.room(room_id)\n"
        "            await asyncio.sleep(0.4)\n"
        "            fresh.begin(attrs.evolve(await self._service.listen(room_id, hear), room=early))\n",
        "seqs are contiguous",
    ),
    PlantedBug(
        "presence is left on after a disconnect",
        _SOCKET + "session.py",
        "            self._hub.detach(self)\n"
        "            self._parts.presence.went(self._hub.room, self.seat_id)\n",
        "            self._hub.detach(self)\n",
        "presence follows connections",
    ),
    PlantedBug(
        "whoever comes back stays away",
        _SOCKET + "presence.py",
        "        self._gone_since.pop(place, None)\n        self.noted_away(room, seat_id)\n",
        "        self._gone_since.pop(place, None)\n",
        "presence follows connections",
    ),
    PlantedBug(
        "a lagging peer gets no snapshot",
        _SOCKET + "outbound.py",
        '            self._drop_events()\n            self._stale = "lagging"\n            return True\n',
        "            self._drop_events()\n            return True\n",
        "seqs are contiguous",
    ),
    PlantedBug(
        "outcomes are dropped with the events",
        _SOCKET + "outbound.py",
        "        kept = [item for item in self._queue if item[1] is Keep.ALWAYS]\n",
        "        kept = [item for item in self._queue if item[1] is None]\n",
        "everything settles",
    ),
    PlantedBug(
        "a conflict is taken for success",
        _SERVICE + "room_writing.py",
        "            await self._require_no_loss(live, conflict)\n            return False\n",
        "            await self._require_no_loss(live, conflict)\n            return True\n",
        "what is acknowledged stands in the log",
    ),
    PlantedBug(
        "an unknown append is believed to be written",
        _SERVICE + "room_writing.py",
        "                found = await self.catch_up(live)\n",
        "                live.take_over(step.room, records)\n"
        "                found, live.stale = records, False\n",
        "no room is put aside",
    ),
    PlantedBug(
        "what a paused room is owed is forgotten",
        _SERVICE + "outages.py",
        "            if live.unserved_since is None:\n",
        "            if live.unserved_since is None or live.room.paused:\n"
        "                live.unserved_since = None\n",
        "an outage takes nobody's time",
    ),
    PlantedBug(
        "a snapshot outlives a redaction",
        _SERVICE + "memory_store.py",
        "records=tuple(records), snapshot=None)",
        "records=tuple(records))",
        "a snapshot is the view of its seq",
    ),
    PlantedBug(
        "redacted words stay in memory",
        _SERVICE + "room_writing.py",
        "            live.rewrite(self._reader.folded(live.room_id, cleaned, None))\n",
        "",
        "a snapshot is the view of its seq",
    ),
    PlantedBug(
        "nobody is told of a redaction",
        _SOCKET + "room_hub.py",
        "                self.room = news.room\n                self.rewrites += 1\n",
        "                self.rewrites += 1\n",
        "a snapshot is the view of its seq",
    ),
    PlantedBug(
        "whoever was removed stays connected",
        _SOCKET + "room_hub.py",
        "                    self.members[seat_id].end(CloseCode.REMOVED)\n",
        "                    pass\n",
        "everything settles",
    ),
    PlantedBug(
        "a refused report is lost",
        _SERVICE + "consequences.py",
        "            if retry_ms is None:\n                return\n            pause_ms",
        "            if retry_ms is None or retry_ms:\n                return\n            pause_ms",
        "an attempt is made once",
    ),
)
