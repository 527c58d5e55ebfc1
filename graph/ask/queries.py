"""Named queries, one file each in `ontology/queries/`, and any other SPARQL a person brings.

A query's head is comments: `# title:`, `# description:`, `# keywords:` and, for each parameter,
`# parameter: NAME | text, number or iri | what it is`. A parameter stands in the query as
`VALUES ?NAME { default }`, so that each file runs as it is on any SPARQL 1.1 engine; a value given by a
person takes the place of the default as one RDF term, written by the RDF library and never pasted in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from graph.resources import QUERIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_HEAD = re.compile(r"^# (?P<key>title|description|keywords|parameter): (?P<value>.+)$", re.MULTILINE)
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_LONGEST_NAME = 60  # characters of what was given for a name, in a message
_VALUES = re.compile(r"VALUES \?(?P<name>\w+) \{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a person may set in a query. `kind` is text, number or iri."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what it is for."""

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str

    def record(self) -> dict[str, Any]:
        """As a row: `{"name", "title", "description", "parameters": [...]}`."""
        parameters = [f"{one.name} ({one.kind}): {one.description}" for one in self.parameters]
        return {"name": self.name, "title": self.title, "description": self.description, "parameters": parameters}

    def with_values(self, values: Mapping[str, str]) -> str:
        """The query's text with parameters set.

        Raises QueryError for a parameter that it does not have, or a value of the wrong kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        terms = {}
        for name, value in values.items():
            if name not in known:
                choice = " or ".join(known) if known else "this query without --set"
                raise QueryError(f"{self.name}: there is no parameter {name!r}; use {choice}.")
            terms[name] = _term(self.name, known[name], value)

        def given(match: re.Match[str]) -> str:
            name = match["name"]
            return f"VALUES ?{name} {{ {terms[name]} }}" if name in terms else match.group()

        return _VALUES.sub(given, self.text)


def named_queries(folder: Path = QUERIES) -> tuple[NamedQuery, ...]:
    """All named queries, by name."""
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def named_query(name: str) -> NamedQuery:
    """One named query. Raises QueryError where there is none, with the nearest name."""
    for query in named_queries():
        if query.name == name:
            return query
    from rapidfuzz import process

    nearest = process.extractOne(name, [query.name for query in named_queries()])
    hint = (
        f"did you mean {nearest[0]}?"
        if nearest and nearest[1] > 75
        else "strategy-links queries lists them; SPARQL comes from a file or from -."
    )
    shown = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"
    raise QueryError(f"There is no query named {shown!r}, and no such file; {hint}")


def check_local(text: str) -> None:
    """Refuse a query that would fetch from elsewhere. Raises QueryError, also for what is not SPARQL 1.1.

    The engine fetches whatever SERVICE names and cannot be told not to, so the parsed query is searched for it:
    a search of the text would miss escapes.
    """
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    from graph.vocabulary import PREFIXES

    if (
        "\\u" in text.lower()
    ):  # rdflib and Oxigraph undo such escapes at different times, so one would see what the other does not
        raise QueryError("The query holds an escape such as \\u0022; write the character itself.")
    declared = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    lines = len(PREFIXES)
    try:
        parsed = parseQuery(declared + text)
    except ParseException as error:
        raise QueryError(
            f"The query is not SPARQL 1.1: line {max(error.lineno - lines, 1)}, column {error.column}; mend it there."
        ) from error
    except Exception as error:  # the parser raises other errors for escapes that it cannot read
        raise QueryError(f"The query is not SPARQL 1.1 ({error}); mend it.") from error
    if _names_service(parsed):
        raise QueryError("The query asks another server (SERVICE), which is never done here; remove that part.")


def _names_service(node: object) -> bool:
    if getattr(node, "name", None) == "ServiceGraphPattern":
        return True
    if isinstance(node, dict):
        return any(map(_names_service, node.values()))
    if isinstance(node, str | bytes) or not hasattr(node, "__iter__"):
        return False
    return any(map(_names_service, node))


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    head: dict[str, list[str]] = {}
    for match in _HEAD.finditer(text):
        head.setdefault(match["key"], []).append(match["value"].strip())
    return NamedQuery(
        name=path.stem,
        title=head["title"][0],
        description=head["description"][0],
        keywords=tuple(word.strip() for word in head.get("keywords", [""])[0].split(",") if word.strip()),
        parameters=tuple(
            Parameter(*(part.strip() for part in line.split("|", 2))) for line in head.get("parameter", ())
        ),
        text=text,
    )


def _term(query: str, parameter: Parameter, value: str) -> str:
    import pyoxigraph

    try:
        if parameter.kind == "iri":
            return str(pyoxigraph.NamedNode(value))
        if parameter.kind == "number":
            if not _NUMBER.fullmatch(value):
                raise ValueError(value)
            return value
        return str(pyoxigraph.Literal(value))
    except ValueError:
        raise QueryError(
            f"{query}: {parameter.name} is not a {parameter.kind}: {value!r}. It is: {parameter.description}."
        ) from None


def assignments(pairs: Sequence[str]) -> dict[str, str]:
    """Names and values from `name=value`. Raises QueryError where there is no equals sign."""
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise QueryError(f"--set {pair!r} is not name=value; write it so.")
        found[name] = value
    return found
