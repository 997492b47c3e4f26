"""People around the rooms: who they are, which rooms are theirs, and what they may do there.

`identity` and `invitations` are ports for signed tokens, `directory` is the port for what is remembered of
people; `access` decides, in one place, who may enter a room and what an entrance allows.
"""
