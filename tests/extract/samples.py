"""Names that the small texts of these tests use."""

from __future__ import annotations

from graph.extract.names.mentions import Names
from graph.identifiers import iri
from graph.model import Name
from graph.values import Kind

BASE = "https://example.org/"


def name(identifier: str, label: str, *aliases: str, kind: Kind = Kind.PROGRAMME, part_of: str = "") -> Name:
    """A name, by default of a programme; an organisation called an inspectorate inspects."""
    parents = (iri(BASE + part_of),) if part_of else ()
    return Name(iri(BASE + identifier), kind, label, aliases, parents, inspects="Inspectorate" in label)


NAMES = Names.of(
    [
        name("home", "A Place Called Home", "A Place Called Home Programme"),
        name("steps", "Steps", "Steps project", part_of="home"),
        name("bridges", "Building Bridges"),
        name("coast", "Coast Plan"),
        name("harbour", "Harbour Plan"),
        name("review", "Early help review", "early help review"),
        name("board", "Harbour Board", kind=Kind.ORGANISATION),
        name("icb", "ICB", "Integrated Care Board", kind=Kind.ORGANISATION),
        name("inspectorate", "Care Inspectorate", kind=Kind.ORGANISATION),
        name("mockingbird", "Mockingbird", "Mockingbird model", kind=Kind.MODEL),
    ]
)


def short(iris: tuple[str, ...]) -> list[str]:
    """IRIs without their base."""
    return [one.removeprefix(BASE) for one in iris]
