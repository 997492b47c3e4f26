"""Playing with a person at the keyboard: countdown, typing, listening."""
