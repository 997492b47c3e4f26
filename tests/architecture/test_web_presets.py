from scripts.draw_presets import PRESETS, document


def test_the_web_client_shows_the_presets_that_the_engine_asks_by() -> None:
    assert PRESETS.read_text(encoding="utf-8") == document(), "run `make recordings`"
