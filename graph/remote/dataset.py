"""Which graphs of a server a query means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.ask.guard import code_of
from graph.errors import QueryError

if TYPE_CHECKING:
    from graph.remote.engines import Engine
    from graph.remote.record import Pushed

_KEYWORD = r"(?<![\w:.?$-]){}(?![\w:-])"
_FROM, _GRAPH = (re.compile(_KEYWORD.format(word), re.IGNORECASE) for word in ("FROM", "GRAPH"))


def graphs_meant(query: str, pushed: Pushed | None, engine: Engine) -> dict[str, str | list[str]]:
    """What `default-graph-uri` and `named-graph-uri` have to say with a query.

    https://www.w3.org/TR/sparql11-protocol/#dataset: they win over FROM, so a query with FROM of its own goes without
    them. The named graphs are told only to a query that asks for graphs. Where nothing was pushed to a server, its
    own default graph is meant. Raises QueryError where there are more than the engine can be told.
    """
    code = code_of(query)
    if pushed is None or _FROM.search(code):
        return {}
    meant: dict[str, str | list[str]] = {"default-graph-uri": pushed.default}
    if not _GRAPH.search(code):
        return meant
    if len(pushed.named) <= engine.named_graphs:
        meant["named-graph-uri"] = sorted(pushed.named)
    elif not engine.sees_all_graphs:
        raise QueryError("The server holds more graphs than a query can choose among; name them with FROM NAMED.")
    return meant
