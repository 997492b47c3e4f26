"""Practice outside a room: questions, sample answers, and evaluating answers."""
