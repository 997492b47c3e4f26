"""Durable rooms in one SQLite file: the embedded default of the `EventStore` port.

`store` is the face. Below it, one `writer` thread shares each fsync among all appends that wait, and a few
`readers` answer off the event loop. `backup`, `checking` and `exchange` are an operator's tools.
"""
