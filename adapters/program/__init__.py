"""The program: the one place that wires the engine, the service and the adapters into something to run.

`settings` are read once; `bootstrap` wires a server; `commands` are what an operator types.
"""
