"""What the manifest of a body declares of its columns counts before all that headings and cells would tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract.known import Known
from graph.extract.layouts.tables import sections
from graph.read.files import read_document
from graph.values import Role

if TYPE_CHECKING:
    from pathlib import Path

    from graph.extract.items import RawSection

ROWS = """\
Bunting,Grommet,Flange,Sprocket
7a,Mend the pier,Boat crew,Under way
7b,Paint the kiosk,Beach crew,Finished
"""


def read(folder: Path, text: str, columns: dict[str, list[str]]) -> list[RawSection]:
    file = folder / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return sections(read_document(file).blocks, Known.of({"columns": columns}))


def test_one_declared_heading_makes_a_header(tmp_path: Path) -> None:
    (section,) = read(tmp_path, ROWS, {"pledges": ["Grommet"]})
    assert [pledge.span.text for pledge in section.pledges] == ["Mend the pier", "Paint the kiosk"]


def test_a_declared_column_keeps_its_role_whatever_its_cells_say(tmp_path: Path) -> None:
    (section,) = read(tmp_path, ROWS, {"pledges": ["grommet"], "owner": ["flange"], "timescale": ["sprocket"]})
    assert [(role, span.text) for role, span in section.pledges[0].beside] == [
        (Role.OWNER, "Boat crew"),
        (Role.TIMESCALE, "Under way"),
    ]
    assert not section.progress


def test_a_heading_is_declared_as_a_field_or_in_words(tmp_path: Path) -> None:
    text = ROWS.replace("Grommet", "grommet_title")
    for declared in ("grommet_title", "Grommet title"):
        (section,) = read(tmp_path, text, {"pledges": [declared]})
        assert len(section.pledges) == 2


def test_a_declared_reference_counts_before_others(tmp_path: Path) -> None:
    text = "ID,Code,Action,Status\n1,X-1,A3: Mend the pier,Done\n2,X-2,A4: Paint the kiosk,Late\n"
    (section,) = read(tmp_path, text, {"reference": ["Code"]})
    assert [pledge.reference for pledge in section.pledges] == ["X-1", "X-2"]
    (section,) = read(tmp_path, text, {})
    assert [pledge.reference for pledge in section.pledges] == ["A3", "A4"]


def test_a_title_with_a_declared_word_is_no_header(tmp_path: Path) -> None:
    (section,) = read(tmp_path, "Grommet,,,\n" + ROWS.replace("Grommet", "Action"), {"pledges": ["grommet"]})
    assert [pledge.span.text for pledge in section.pledges] == ["Mend the pier", "Paint the kiosk"]
