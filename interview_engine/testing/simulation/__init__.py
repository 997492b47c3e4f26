"""How an interview is simulated: its draw, its shell, its people, its failing services."""
