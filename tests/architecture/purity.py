"""What interview_engine may name: pure modules and pure calls. Breaches are found in the syntax tree."""

from __future__ import annotations

import ast

import attrs

ALLOWED_IMPORTS = frozenset(
    {
        "__future__",
        "abc",
        "attr",
        "attrs",
        "bisect",
        "collections",
        "collections.abc",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "hmac",
        "itertools",
        "json",
        "math",
        "msgspec",
        "operator",
        "re",
        "statistics",
        "string",
        "types",
        "typing",
        "unicodedata",
        "zlib",  # crc32: a checksum that is the same everywhere
    }
)
ALLOWED_ROOTS = frozenset({"interview_engine", "msgspec", "rapidfuzz"})
BANNED_CALLS = frozenset(
    {
        "__import__",
        "breakpoint",
        "compile",
        "eval",
        "exec",
        "hash",  # differs between processes
        "id",  # differs between runs
        "input",
        "open",
        "print",
    }
)
BANNED_METHODS = frozenset(
    {
        "getenv",
        "import_module",
        "monotonic",
        "now",
        "perf_counter",
        "read_bytes",
        "read_text",
        "time_ns",
        "today",
        "urandom",
        "utcnow",
        "write_bytes",
        "write_text",
    }
)
ALLOWED_BREACHES = frozenset(
    {
        # The one loader of data that ships inside the package.
        ("personas/package_data.py", "import importlib"),
        ("personas/package_data.py", "call read_bytes"),
        # A value's own __hash__: lives as long as the process and reaches no event.
        ("core/ledger.py", "call hash"),
    }
)
EXTRA_IMPORTS_OF_TESTING = frozenset({"hypothesis"})


@attrs.frozen(kw_only=True)
class Breach:
    """One name that a pure module may not use."""

    file: str
    line: int
    what: str


def breaches(file: str, source: str) -> tuple[Breach, ...]:
    """List what a module of the engine names and may not.

    Args:
        file: Path below `interview_engine/`, with forward slashes.
        source: The module's text.

    Returns:
        The breaches in the order of the syntax tree, without those that `ALLOWED_BREACHES` explains.
    """
    found = (
        Breach(file=file, line=line, what=what)
        for node in ast.walk(ast.parse(source))
        for line, what in _named(node, in_testing=file.startswith("testing/"))
    )
    return tuple(breach for breach in found if (breach.file, breach.what) not in ALLOWED_BREACHES)


def _named(node: ast.AST, *, in_testing: bool) -> tuple[tuple[int, str], ...]:
    match node:
        case ast.Import(names=names):
            modules = tuple(alias.name for alias in names)
        case ast.ImportFrom(module=module, level=level):
            modules = (module,) if module is not None and level == 0 else ()
        case ast.Call(func=ast.Name(id=name)) if name in BANNED_CALLS:
            return ((node.lineno, f"call {name}"),)
        case ast.Call(func=ast.Attribute(attr=name)) if name in BANNED_METHODS:
            return ((node.lineno, f"call {name}"),)
        case _:
            return ()
    refused = (module for module in modules if not _may_import(module, in_testing=in_testing))
    return tuple((node.lineno, f"import {module}") for module in refused)


def _may_import(module: str, *, in_testing: bool) -> bool:
    root = module.partition(".")[0]
    if in_testing and root in EXTRA_IMPORTS_OF_TESTING:
        return True
    return module in ALLOWED_IMPORTS or root in ALLOWED_ROOTS
