"""The invented documents of `tests/fixtures/layouts` beside what is true of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.extract.known import Known
from graph.extract.names.mentions import Names
from graph.extract.statements import least, sayings
from graph.read.files import read_document
from graph.read.text import blocks
from graph.values import Role, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.blocks import Block, Reading
    from graph.extract.items import RawPledge, RawSection

    Layout = Callable[[Sequence[Block], Known], list[RawSection]]

FOLDER = Path(__file__).parents[1] / "fixtures" / "layouts"
KNOWN = Known.of({})
NOBODY = Names.of([])


def slugs(layout: str) -> list[str]:
    """The folders whose documents have a layout."""
    found = [path.parent.name for path in FOLDER.glob("*/truth.toml") if _truth(path)["layout"] == layout]
    return sorted(name for name in found if not name.startswith("held"))  # their truths are written by other habits


def expected(slug: str) -> list[dict[str, Any]]:
    """The pledges that a document has in truth, each with all the keys of `found`."""
    empty = {
        "reference": "",
        "stated": "",
        "progress": [],
        "owners": [],
        "partners": [],
        "timescale": "",
        "measure": "",
    }
    return [{**empty, **pledge} for pledge in _truth(FOLDER / slug / "truth.toml")["pledge"]]


def found(slug: str, layout: Layout) -> list[dict[str, Any]]:
    """The pledges that a layout finds, in the form of the truth."""
    reading = reading_of(slug)
    read = reading.blocks or blocks(reading.text, KNOWN.is_label)
    return [
        _told(section, number, pledge)
        for section in layout(read, KNOWN)
        for number, pledge in enumerate(section.pledges)
    ]


def reading_of(slug: str) -> Reading:
    """The document of a folder, read as any file is."""
    (path,) = (FOLDER / slug).glob("document.*")
    return read_document(path)


def _truth(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _told(section: RawSection, number: int, pledge: RawPledge) -> dict[str, Any]:
    def beside(role: Role) -> list[str]:
        return [_plain(span.text) for one, span in pledge.beside if one is role]

    status, stated = _status(section, number)
    return {
        "text": _plain(pledge.span.text),
        "reference": pledge.reference,
        "status": status,
        "stated": stated,
        "progress": [_plain(one.span.text) for one in section.progress if number in one.answers],
        "owners": beside(Role.OWNER),
        "partners": beside(Role.PARTNER),
        "timescale": next(iter(beside(Role.TIMESCALE)), ""),
        "measure": next(iter(beside(Role.MEASURE)), ""),
    }


def _status(section: RawSection, number: int) -> tuple[str, str]:
    """The status of a pledge by its answers alone, as `graph.link.status` decides it, and the word for it."""
    answers = [one for one in section.progress if number in one.answers]
    words = [one.status for one in answers if one.status and one.status.word]
    if not answers:
        return Status.NOT_REPORTED, ""
    if words:
        status = least(word.status for word in words)
        return str(status), next(word.word for word in words if word.status is status)
    given = [one.status.status for one in answers if one.status]
    read = [saying.stated for one in answers if one.status is None for saying in sayings(one.span.text, NOBODY)]
    return str(least([one or Status.ACHIEVED for one in (*given, *read)])), ""


def _plain(text: str) -> str:
    return " ".join(text.split())
