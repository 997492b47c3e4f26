"""What tokens and minutes of sound cost, in millionths of a US dollar."""

from __future__ import annotations

import attrs

from adapters.llm.calling.call import Usage

MICROS_PER_DOLLAR = 1_000_000


@attrs.frozen(kw_only=True)
class Price:
    """US dollars per million tokens, which is millionths of a dollar per token.

    Attributes:
        input, output: As listed; thinking is output.
        cached: Input read from a cache.
        cache_write: Input written into a cache.
        minute: US dollars a minute of sound, heard or spoken.
        known: False when nobody said what the model costs: it counts as free, and only tokens are limited.
    """

    input: float = 0.0
    output: float = 0.0
    cached: float = 0.0
    cache_write: float = 0.0
    minute: float = 0.0
    known: bool = True

    def micros(self, usage: Usage) -> int:
        """Return what a call cost, rounded up."""
        fresh = max(0, usage.input_tokens - usage.cached_tokens - usage.cache_written_tokens)
        cost = (
            fresh * self.input
            + usage.cached_tokens * self.cached
            + usage.cache_written_tokens * self.cache_write
            + usage.output_tokens * self.output
        )
        return _rounded_up(cost)

    def most_micros(self, input_tokens: int, output_tokens: int) -> int:
        """Return the most that a call of so many tokens can cost."""
        dearest = max(self.input, self.cached, self.cache_write)
        return _rounded_up(input_tokens * dearest + output_tokens * self.output)

    def micros_of_sound(self, seconds: float) -> int:
        """Return what so much sound costs, rounded up."""
        return _rounded_up(seconds / 60 * self.minute * MICROS_PER_DOLLAR)


UNKNOWN_PRICE = Price(known=False)


def _rounded_up(cost: float) -> int:
    return -int(-round(cost, 6) // 1)
