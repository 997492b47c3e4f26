"""The rules of an interview as a pure state machine: decide, evolve, and what is derived from state."""
