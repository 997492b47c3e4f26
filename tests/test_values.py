from __future__ import annotations

import copy
import gc

import attrs
import msgspec
import pytest

from interview_engine.values import value


@value(kw_only=True)
class Greeting:
    """Something said."""

    text: str = attrs.field(metadata={"audience": "everyone"})
    loud: bool = False

    @property
    def spoken(self) -> str:
        """What is heard."""
        return self.text.upper() if self.loud else self.text


@value(kw_only=True)
class Farewell(Greeting):
    """The last thing said."""

    until: int = attrs.field(default=7)


@value
class Point:
    """A value whose fields may be given by position."""

    across: int
    down: int = 2


def test_a_value_is_a_struct_with_the_fields_that_attrs_declares() -> None:
    assert issubclass(Farewell, msgspec.Struct)
    assert [field.name for field in attrs.fields(Farewell)] == ["text", "loud", "until"]
    assert [field.default for field in attrs.fields(Farewell)] == [attrs.NOTHING, False, 7]
    assert attrs.fields(Farewell).text.metadata == {"audience": "everyone"}
    assert Farewell(text="bye") == Farewell(text="bye", loud=False, until=7)


def test_a_value_is_frozen_and_can_be_hashed() -> None:
    said = Greeting(text="hello")
    with pytest.raises(AttributeError):
        said.text = "other"  # type: ignore[misc]
    assert {said: 1}[Greeting(text="hello")] == 1
    assert said != Farewell(text="hello")


def test_a_field_without_a_default_must_be_given_and_only_by_name() -> None:
    with pytest.raises(TypeError):
        Greeting()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Farewell("bye")  # type: ignore[call-arg]
    assert Point(1) == Point(across=1, down=2)


def test_attrs_copies_a_value_and_keeps_its_methods() -> None:
    assert attrs.evolve(Greeting(text="hello"), loud=True).spoken == "HELLO"
    assert copy.deepcopy(Greeting(text="hello")) == Greeting(text="hello")
    assert attrs.asdict(Farewell(text="bye")) == {"text": "bye", "loud": False, "until": 7}


def test_a_value_goes_through_json_and_back() -> None:
    said = Farewell(text="안녕히 가세요", loud=True)
    assert msgspec.json.decode(msgspec.json.encode(said), type=Farewell) == said


def test_a_value_keeps_its_name_and_its_docstring() -> None:
    assert (Greeting.__name__, Greeting.__module__) == ("Greeting", __name__)
    assert Greeting.__doc__ == "Something said."


def test_the_garbage_collector_has_nothing_to_do_with_values() -> None:
    assert not gc.is_tracked(Greeting(text="hello"))
