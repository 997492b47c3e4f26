"""How each event changes the state, one file per part of the interview."""
