"""What a person may set in a named query: a parameter of some kind, bound as RDF terms and never pasted.

A value is given as text, from the command line or the address of a page, and becomes a term of its kind:

    text      a plain literal
    number    an integer or a decimal, as SPARQL writes them
    iri       an IRI
    choice    one of the terms that the query's head names, by the last part of its name, in any case
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from graph.vocabulary import expand, local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    #: What is given for one parameter: a value, or several where its kind takes several.
    Given = str | Sequence[str]

KINDS = {"text": "a text", "number": "a number", "iri": "an IRI", "choice": "a choice"}

_SEVERAL = ("iri", "choice")  # compared as a whole, so that no answer fits two values
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_UNBOUND = "UNDEF"
_LONGEST_NAME = 60  # characters of what was given for a name, in a message


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a person may set in a query.

    `choices` are prefixed names; `default` is what stands in the query where nothing is set, None where that is
    nothing: then the parameter limits nothing.
    """

    name: str
    kind: str
    description: str
    choices: tuple[str, ...] = ()
    default: str | None = None

    @classmethod
    def of(cls, line: str) -> Parameter:
        """From a line of a query's head: `NAME | KIND | DESCRIPTION`, where a choice names what it is between.

        >>> Parameter.of("status | choice of sl:Achieved, sl:InProgress | The status").choices
        ('sl:Achieved', 'sl:InProgress')
        """
        name, kind, description = (part.strip() for part in line.split("|", 2))
        kind, _, choices = kind.partition(" of ")
        return cls(name, kind, description, tuple(one.strip() for one in choices.split(",") if one.strip()))

    def told(self) -> str:
        """In one line: the name, the kind, what stands where nothing is set, and the meaning."""
        kind = f"one of {', '.join(map(local_name, map(expand, self.choices)))}" if self.choices else self.kind
        default = f"; {self.default} by default" if self.default else ""
        return f"{self.name} ({kind}{default}): {self.description}"

    def record(self) -> dict[str, Any]:
        """`{"name", "kind", "choices", "default", "description"}`; the choices are as a person gives them."""
        return {
            "name": self.name,
            "kind": self.kind,
            "choices": [local_name(expand(one)) for one in self.choices],
            "default": self.default,
            "description": self.description,
        }

    def chosen(self, given: Iterable[str]) -> list[str]:
        """The choices that values name, in any spelling that is understood, as a person gives them."""
        wanted = {term for value in given for term in self._understood(value)}
        return [local_name(iri) for iri in map(expand, self.choices) if f"<{iri}>" in wanted]

    def _understood(self, value: str) -> list[str]:
        try:
            return [self._term(value)]
        except ValueError:
            return []

    def terms(self, given: Given) -> str:
        """What is given, as SPARQL writes it inside `VALUES ?NAME { }`.

        Raises ValueError, with a sentence that starts with the parameter's name, where it is not of the kind.
        """
        values = [given] if isinstance(given, str) else list(dict.fromkeys(given))
        if not values:
            raise ValueError(f"{self.name} is given no value; leave it out.")
        if len(values) > 1 and self.kind not in _SEVERAL:
            raise ValueError(f"{self.name} takes one value and is given {len(values)}; ask once for each.")
        return " ".join(dict.fromkeys(self._term(value) for value in values))

    def _term(self, value: str) -> str:
        try:
            return _TERMS[self.kind](self, value)
        except ValueError:
            pass
        if self.choices:
            known = ", ".join(local_name(expand(one)) for one in self.choices)
            raise ValueError(f"{self.name} is not {value!r}; use one of {known}.")
        raise ValueError(f"{self.name} is not {KINDS[self.kind]}: {value!r}. It is: {self.description}.")


def _text(_: Parameter, value: str) -> str:
    import pyoxigraph

    return str(pyoxigraph.Literal(value))


def _number(_: Parameter, value: str) -> str:
    if not _NUMBER.fullmatch(value):
        raise ValueError(value)
    return value


def _iri(_: Parameter, value: str) -> str:
    import pyoxigraph

    return str(pyoxigraph.NamedNode(value))


def _choice(parameter: Parameter, value: str) -> str:
    """`in progress`, `InProgress`, `sl:InProgress` and the whole IRI all name the same."""
    wanted = _letters(expand(value.strip()))
    for iri in map(expand, parameter.choices):
        if wanted in (_letters(iri), _letters(local_name(iri))):
            return f"<{iri}>"
    raise ValueError(value)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


_TERMS: dict[str, Callable[[Parameter, str], str]] = {
    "text": _text,
    "number": _number,
    "iri": _iri,
    "choice": _choice,
}


# Where a parameter stands in a query's text.
_PLACE = re.compile(r"VALUES \?(?P<name>\w+) \{(?P<default>[^{}]*)\}")


def defaults(text: str) -> dict[str, str | None]:
    """What stands in a query's text for each parameter, None where that is nothing."""
    found = {match["name"]: match["default"].strip() for match in _PLACE.finditer(text)}
    return {name: None if default == _UNBOUND else default for name, default in found.items()}


def bound(text: str, terms: Mapping[str, str]) -> str:
    """A query's text with terms in the places of the defaults. What is put in is not looked into again."""

    def given(match: re.Match[str]) -> str:
        name = match["name"]
        return f"VALUES ?{name} {{ {terms[name]} }}" if name in terms else match.group()

    return _PLACE.sub(given, text)


def assignments(pairs: Sequence[str]) -> dict[str, list[str]]:
    """Names and values from `name=value`, in the order given. Raises QueryError where there is no equals sign."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise QueryError(f"--set {pair!r} is not name=value; write it so.")
        found.setdefault(name, []).append(value)
    return found


def filled(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Values by name, as a form sends them; a field that is left empty says nothing."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            found.setdefault(name, []).append(value)
    return found


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like one that is not known, None where none is like it."""
    from rapidfuzz import process

    found = process.extractOne(name, sorted(known), processor=str.casefold)
    return found[0] if found and found[1] > 75 else None


def shortened(name: str) -> str:
    """What was given for a name, short enough for a message.

    >>> shortened("outstandin")
    "'outstandin'"
    """
    return repr(name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…")
