"""What was found without a list of names, as `names.ttl` text for a person to correct and keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.assemble import outlined
from graph.extract.names.material import material
from graph.extract.names.mentions import Names
from graph.extract.names.naming import found
from graph.read.names import listed_names
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.names.material import Material
    from graph.extract.names.naming import Found
    from graph.model import Body, Name
    from graph.read.manifest import Sources

_HEAD = """\
# Names that the documents of {body} use, as far as their words and capitals tell. Keep what is right, correct the
# rest: an alias is another spelling of the same name. Addresses without a scheme are below the body's own.

@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sl: <https://w3id.org/strategy-links#> .
"""
_KINDS = {
    Kind.PROGRAMME: ("# Programmes: whatever holds work.", "sl:Programme"),
    Kind.ORGANISATION: (
        "# Organisations: partners, providers, inspectors, boards, groups, and who is named as an owner.",
        "org:Organization",
    ),
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def offer(sources: Sources) -> str:
    """The names that the documents of a body use and its names.ttl does not list, as Turtle."""
    read = material(*outlined(sources))
    texts, cells = ([one.text for one in stretches] for stretches in (read.texts, read.cells))
    new = found(texts, cells, Names.of(listed_names(sources)), sources.body, sources.no_names)
    return turtle(new, read, sources.body)


def turtle(new: Found, read: Material, body: Body) -> str:
    """The found names as Turtle, by kind and address, each with the file and the line where it stands first.

    What is listed already is left out. A person who keeps an entry keeps its address.
    """
    names = sorted((one for one in (*new.names, *new.beside) if one.iri in new.seen), key=lambda name: name.iri)
    pieces = [_HEAD.format(body=_line(body.name))]
    for kind, (heading, type_name) in _KINDS.items():
        entries = [_entry(name, type_name, new, read, body) for name in names if name.kind is kind]
        if entries:
            pieces += ["", heading, *(line for entry in entries for line in ("", *entry))]
    return "\n".join(pieces) + "\n"


def _entry(name: Name, type_name: str, new: Found, read: Material, body: Body) -> Iterator[str]:
    file_name, line = read.place(*new.seen[name.iri])
    types = f"{type_name}, sl:Inspector" if name.inspects else type_name
    said = [f"skos:prefLabel {_text(name.label)}"]
    if name.aliases:
        said.append(f"skos:altLabel {', '.join(map(_text, name.aliases))}")
    if name.part_of:
        said.append(f"dcterms:isPartOf {', '.join(_address(one, body) for one in name.part_of)}")
    yield f"# {_line(file_name)}, line {line}"
    yield f"{_address(name.iri, body)} a skos:Concept, {types} ;"
    yield " ;\n".join(f"    {one}" for one in said) + " ."


def _address(iri: str, body: Body) -> str:
    """An address below the body's own is relative to it, as Turtle resolves it."""
    return f"<{iri.removeprefix(body.iri + '/')}>"


def _text(value: str) -> str:
    """A string of Turtle (https://www.w3.org/TR/turtle/#turtle-literals): nothing in it can end it."""
    return '"' + "".join(_ESCAPES.get(one, one if one.isprintable() else _escaped(one)) for one in value) + '"'


def _escaped(character: str) -> str:
    return f"\\U{ord(character):08X}"


def _line(text: str) -> str:
    """A text for a comment, on one line."""
    return "".join(character if character.isprintable() else " " for character in text)
