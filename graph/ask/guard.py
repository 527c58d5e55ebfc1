"""What no query may do: ask another server, or take the process down with it.

The engine fetches whatever SERVICE names and cannot be told not to. It reads a query by recursion, so that one
which nests or chains too much overflows the stack and ends the process. Everything else it says itself: an
update, LOAD among them, is no query to its parser, and `FROM <address>` names a graph of the store and fetches
nothing (tests/ask/test_nothing_is_fetched.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How deep brackets may nest, and how many patterns and operators a query may hold. Measured with pyoxigraph 0.5.13:
#: the first to end the process are FILTER EXISTS nested 790 deep and 2,508 BIND, OPTIONAL or MINUS in a row with a
#: stack of 8 MB, which Linux and macOS give, and 205 and 634 with one of 2 MB.
DEEPEST, LONGEST = 100, 500

# The terminals of https://www.w3.org/TR/sparql11-query/#sparqlGrammar in which brackets and operators are text.
_TEXT = r"""
    '''(?:'{0,2}(?:[^'\\]|\\.))*+''' | \"""(?:"{0,2}(?:[^"\\]|\\.))*+\"""
  | '(?:[^'\\\n\r]|\\.)*+' | "(?:[^"\\\n\r]|\\.)*+"
  | \#[^\n\r]* | \\. | @[A-Za-z]+(?:-[A-Za-z0-9]+)*+ | \^\^ | !=
"""
_THING = r"""
    <[A-Za-z][A-Za-z0-9+.-]*://[^\s<>"{}|\\^`]*> | [?$]\w+
  | (?:[^\W\d][\w.-]{0,99}+)?:(?:(?:[\w:%]|\\.)(?:[\w.:%-]|\\.)*+)?
"""
_CODE = r"(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<word>[^\W\d]\w*+)|(?P<operator>&&|\|\|?|[!+*/-])"
_MARKS = re.compile(rf"(?:{_TEXT})|(?P<thing>{_THING})|{_CODE}", re.VERBOSE | re.DOTALL)
_MARKS_ANYWHERE = re.compile(_CODE)
# To the engine, `1<x:y#>` compares where an expression stands and is an IRI elsewhere. Only `//` tells them apart.
_READ_IN_TWO_WAYS = re.compile(r"""<(?![A-Za-z][A-Za-z0-9+.-]*://)[^\s<>"{}|\\^`]*['#()\[\]][^\s<>"{}|\\^`]*>""")
_SILENT = re.compile(rf"""(?:{_TEXT})|<[^\s<>"{{}}|\\^`]*>""", re.VERBOSE | re.DOTALL)
_CHAINED = frozenset({"as", "exists", "filter"})


def check_local(text: str) -> None:
    """Refuse a query that would fetch from elsewhere, or that the engine cannot read within its stack.

    Raises QueryError, also for what holds SERVICE and is not SPARQL 1.1; what else is no SPARQL, the engine says.
    A query whose text does not hold the word cannot name a SERVICE. Any other is searched for it as rdflib reads it,
    since the word may stand in a text, a comment or a name.
    """
    if "\\u" in text.lower():
        # rdflib and Oxigraph undo such escapes at different times, so one would see what the other does not
        raise QueryError("The query holds an escape such as \\u0022; write the character itself.")
    _check_size(text)
    if "service" in text.casefold():
        _check_parsed(text)


def code_of(text: str) -> str:
    """A query without its texts, comments and IRIs, in which a keyword or a prefix may stand and mean nothing.

    >>> code_of('ASK { ?s ?p "PREFIX" } # <x:y>')
    'ASK { ?s ?p   }  '
    """
    return _SILENT.sub(" ", text)


def _check_size(text: str) -> None:
    depth = links = 0
    for mark, step, weight in _weighed(text):
        depth = max(depth + step, 0)
        links += weight
        if depth > DEEPEST or links > LONGEST:
            line, column = text.count("\n", 0, mark) + 1, mark - text.rfind("\n", 0, mark)
            why = (
                f"brackets nest more than {DEEPEST} deep; nest fewer"
                if depth > DEEPEST
                else f"it holds more than {LONGEST} patterns and operators; use IN or VALUES for a long list"
            )
            raise QueryError(f"The query is not SPARQL 1.1 that can be read here: line {line}, column {column}: {why}.")


def _weighed(text: str) -> Iterator[tuple[int, int, int]]:
    """What nests or chains: its offset, how much deeper it leads, and how many links it adds to a chain.

    Where the text can be read in two ways, everything counts and nothing closes, so that both are covered.
    """
    unclear = _READ_IN_TWO_WAYS.search(text) is not None
    described = False
    for mark in (_MARKS_ANYWHERE if unclear else _MARKS).finditer(text):
        kind = mark.lastgroup
        word = mark.group().lower() if kind == "word" else ""
        described = word == "describe" or (described and kind != "open")
        if kind == "open":
            yield mark.start(), 1, int(mark.group() == "{")
        elif kind == "close":
            yield mark.start(), 0 if unclear else -1, 0
        elif kind == "operator" or word in _CHAINED or described:  # each thing that is described is a pattern
            yield mark.start(), 0, 1


def place_in(text: str) -> tuple[int, int] | None:
    """The line and column, from 1, of the clause at which rdflib gives up; None where it reads the query.

    Oxigraph names the furthest character that it looked at, which may stand lines after what is wrong.
    """
    from pyparsing import ParseException

    try:
        _parsed(text)
    except ParseException as error:
        return error.lineno, error.column
    except Exception:  # the parser raises other errors for what it cannot read at all
        return None
    return None


def _check_parsed(text: str) -> None:
    from pyparsing import ParseException

    try:
        parsed = _parsed(text)
    except ParseException as error:
        raise QueryError(
            f"The query is not SPARQL 1.1: line {error.lineno}, column {error.column}; mend it there."
        ) from error
    except Exception as error:  # the parser raises other errors for what it cannot read at all
        raise QueryError(f"The query is not SPARQL 1.1 ({error}); mend it.") from error
    if _names_service(parsed):
        raise QueryError("The query asks another server (SERVICE), which is never done here; remove that part.")


def _parsed(text: str) -> object:
    from rdflib.plugins.sparql.parser import parseQuery

    return parseQuery(text)


def _names_service(node: object) -> bool:
    if getattr(node, "name", None) == "ServiceGraphPattern":
        return True
    if isinstance(node, dict):
        return any(map(_names_service, node.values()))
    if isinstance(node, str | bytes) or not hasattr(node, "__iter__"):
        return False
    return any(map(_names_service, node))
