"""Durable rooms and people in one SQLite file: the embedded default of `EventStore` and `Directory`.

`store` is the face. Below it, one `writer` thread shares each fsync among all appends that wait, and a few
`readers` answer off the event loop. `directory` keeps people's rooms and belongings in the same file.
`backup`, `checking` and `exchange` are an operator's tools.
"""
