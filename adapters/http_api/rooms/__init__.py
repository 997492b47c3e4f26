"""Rooms: opening them, showing them, putting commands to them."""
