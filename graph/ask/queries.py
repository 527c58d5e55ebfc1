"""Named queries, one file each in `ontology/queries/`.

A query's head is comments: `# title:`, `# description:`, `# keywords:` and, for each parameter,
`# parameter: NAME | KIND | what it is` (the kinds: `graph.ask.parameters`). A parameter stands in the query as
`VALUES ?NAME { default }`, so that each file runs as it is on any SPARQL 1.1 engine; a value given by a
person takes the place of the default as one RDF term, written by the RDF library and never pasted in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.ask.parameters import Parameter, bound, defaults, nearest, shortened
from graph.errors import QueryError
from graph.resources import QUERIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graph.ask.parameters import Given


_HEAD = re.compile(r"^# (?P<key>title|description|keywords|parameter): (?P<value>.+)$", re.MULTILINE)
_ELSEWHERE = "; SPARQL comes from a file or from -"


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
        parameters = [one.told() for one in self.parameters]
        return {"name": self.name, "title": self.title, "description": self.description, "parameters": parameters}

    def with_values(self, values: Mapping[str, Given]) -> str:
        """The query's text with parameters set, each to one value or, where its kind takes several, to a list.

        Raises QueryError for a parameter that it does not have, or a value of the wrong kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        terms = {}
        for name, value in values.items():
            if name not in known:
                raise QueryError(f"{self.name}: there is no parameter {shortened(name)}; {_hint(name, known)}")
            try:
                terms[name] = known[name].terms(value)
            except ValueError as error:
                raise QueryError(f"{self.name}: {error}") from None
        return bound(self.text, terms)


def named_queries(folder: Path = QUERIES) -> tuple[NamedQuery, ...]:
    """All named queries, by name."""
    return _named_queries(folder)


@cache
def _named_queries(folder: Path) -> tuple[NamedQuery, ...]:
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def named_query(name: str, beside: str = "") -> NamedQuery:
    """One named query. Raises QueryError where there is none, with the nearest name.

    `beside` says in the message what else the name was looked for as, where it was.
    """
    known = {query.name: query for query in named_queries()}
    if name in known:
        return known[name]
    like = nearest(name, known)
    hint = f"did you mean {like}?" if like else f"strategy-links queries lists them{_ELSEWHERE if beside else ''}."
    raise QueryError(f"There is no query named {shortened(name)}{beside}; {hint}")


def _hint(name: str, known: Mapping[str, Parameter]) -> str:
    like = nearest(name, known)
    if like:
        return f"did you mean {like}?"
    return f"use {' or '.join(known) if known else 'this query without any'}."


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    head: dict[str, list[str]] = {}
    for match in _HEAD.finditer(text):
        head.setdefault(match["key"], []).append(match["value"].strip())
    given = defaults(text)
    parameters = map(Parameter.of, head.get("parameter", ()))
    return NamedQuery(
        name=path.stem,
        title=head["title"][0],
        description=head["description"][0],
        keywords=tuple(word.strip() for word in head.get("keywords", [""])[0].split(",") if word.strip()),
        parameters=tuple(replace(one, default=given.get(one.name)) for one in parameters),
        text=text,
    )
