"""Everything that can go wrong for a user, as one small tree.

Each exception carries one sentence: what is wrong, where, and what to do about it.
The command line prints it and exits with status 2.
"""

from __future__ import annotations

from pathlib import Path


class StrategyLinksError(Exception):
    """What a user did or holds cannot be worked with; the message says what, where and what to do."""

    exit_status = 2

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of a traceback: the sentence (IPython's `showtraceback` asks for it)."""
        return [str(self)]


class DocumentError(StrategyLinksError):
    """A document cannot be read."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}.")
        self.path = Path(path)


class ManifestError(StrategyLinksError):
    """A body's `strategies.toml`, `names.ttl` or `decisions.tsv` is not as it should be."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}.")
        self.path = Path(path)


class StoreError(StrategyLinksError):
    """The store is missing, locked, damaged, or cannot be written."""


class QueryError(StrategyLinksError):
    """A query is not valid SPARQL, asks for what is refused, or is not given what it needs."""


class ServeError(StrategyLinksError):
    """The server cannot be started."""


class ServerError(StrategyLinksError):
    """A SPARQL server that was named does not answer, refuses, or answers with something else."""

    def __init__(self, address: str, problem: str, remedy: str) -> None:
        super().__init__(f"{address}: {problem}; {remedy}.")
        self.address = address


class OutputError(StrategyLinksError):
    """An answer cannot be written where it was asked for."""

    def __init__(self, path: Path | str, problem: str, remedy: str = "name another file with --output") -> None:
        super().__init__(f"{path}: cannot be written ({problem}); {remedy}.")
        self.path = Path(path)


class NothingFoundError(StrategyLinksError):
    """Documents were read, and no pledge was found in any of them."""

    def __init__(self, files: str) -> None:
        super().__init__(
            f"{files}: no pledges were found; if there are some, add their labels or columns to strategies.toml."
        )


class UnknownError(StrategyLinksError):
    """What a question names is not in the store."""

    exit_status = 1
