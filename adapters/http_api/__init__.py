"""The HTTP API: rooms, personas, questions, evaluations, results and accounts, on FastAPI.

`build_app(parts, settings)` makes the application; everything that it needs of the outside is in `ApiParts`.
"""
