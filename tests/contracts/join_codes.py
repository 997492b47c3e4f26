"""What every `Directory` must do with join codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.service.people.directory import CodeTaken, Directory
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.join_codes import LENGTH, JoinCode
from interview_engine.ids import Millis, RoomId
from tests.contracts.opened_directory import OpenedDirectory


def join_code(
    letter: str, name: str, *, until: int = 50, role: Role = Role.CANDIDATE, generation: int = 0
) -> JoinCode:
    return JoinCode(
        code=letter * LENGTH,
        invitation=Invitation(
            room_id=RoomId(name), role=role, expires_at=Millis(until), generation=generation
        ),
    )


class JoinCodeContract(OpenedDirectory):
    """One code for each room and role, while it is good."""

    def test_a_room_has_one_code_for_each_role_and_it_lasts_as_long_as_it_was_ever_promised(
        self, tmp_path: Path
    ) -> None:
        async def scene(directory: Directory) -> None:
            first = join_code("A", "a", until=20)
            assert await directory.join_code(first.code) is None
            assert await directory.keep_join_code(first, Millis(10)) == first
            longer = join_code("A", "a", until=30)
            assert await directory.keep_join_code(join_code("B", "a", until=30), Millis(19)) == longer
            assert await directory.keep_join_code(join_code("C", "a", until=25), Millis(20)) == longer
            watching = join_code("D", "a", until=90, role=Role.OBSERVER)
            assert await directory.keep_join_code(watching, Millis(20)) == watching
            assert await directory.join_code(longer.code) == longer
            assert await directory.join_code(watching.code) == watching
            assert await directory.join_code(join_code("B", "a").code) is None

        self.play(tmp_path, scene)

    def test_a_code_that_is_still_good_is_no_other_rooms(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            first = join_code("A", "a", until=20)
            await directory.keep_join_code(first, Millis(10))
            for other in (join_code("A", "b"), join_code("A", "a", role=Role.OBSERVER)):
                with pytest.raises(CodeTaken):
                    await directory.keep_join_code(other, Millis(19))
            assert await directory.join_code(first.code) == first
            # What has ended is forgotten with the next one that is kept.
            mine = join_code("A", "b", until=99)
            assert await directory.keep_join_code(mine, Millis(20)) == mine
            assert await directory.join_code(mine.code) == mine

        self.play(tmp_path, scene)

    def test_a_later_generation_has_a_code_of_its_own_and_the_earlier_one_is_forgotten(
        self, tmp_path: Path
    ) -> None:
        async def scene(directory: Directory) -> None:
            first, watching = join_code("A", "a"), join_code("D", "a", role=Role.OBSERVER)
            for code in (first, watching):
                await directory.keep_join_code(code, Millis(0))
            later = join_code("B", "a", until=20, generation=255)
            assert await directory.keep_join_code(later, Millis(0)) == later
            assert await directory.join_code(first.code) is None
            assert await directory.join_code(later.code) == later
            assert await directory.join_code(watching.code) == watching
            again = join_code("C", "a", until=30, generation=255)
            assert (await directory.keep_join_code(again, Millis(0))).code == later.code

        self.play(tmp_path, scene)

    def test_a_revocation_takes_a_rooms_codes_along_and_no_others(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            kept = join_code("B", "b")
            gone = (join_code("A", "a"), join_code("C", "a", role=Role.OBSERVER))
            for code in (*gone, kept):
                await directory.keep_join_code(code, Millis(0))
            await directory.revoke_invitations(RoomId("a"))
            assert [await directory.join_code(code.code) for code in gone] == [None, None]
            assert await directory.join_code(kept.code) == kept

        self.play(tmp_path, scene)

    def test_a_removed_room_takes_its_codes_along_and_no_others(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            kept = join_code("B", "b")
            await directory.keep_join_code(join_code("A", "a"), Millis(0))
            await directory.keep_join_code(kept, Millis(0))
            await directory.remove_room(RoomId("a"))
            assert await directory.join_code(join_code("A", "a").code) is None
            assert await directory.join_code(kept.code) == kept

        self.play(tmp_path, scene)
