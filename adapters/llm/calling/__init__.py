"""The one path of every call: budget, breaker, deadline, validation, one repair, the next model."""
