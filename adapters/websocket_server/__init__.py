"""Interviews over WebSocket: one protocol, one session, any channel.

`frames` are what is said, `close_codes` how a connection ends. The `gateway` runs one `session` for each
peer, through a `channel`; `hubs` tell every session what happens in its room, and `presence` tells the room
who is there. `websockets_server` and `starlette_channel` carry the same session; `client` is the other end,
for tests, bots and the load tool.
"""
