"""What stands above tables, in cards of the same names, in headers nobody knows, and around tables."""

from __future__ import annotations

import pytest

from extract.markdown_rows import markdown
from graph.blocks import BlockKind
from graph.extract.items import RawPledge, RawSection, span_of
from graph.extract.known import Known
from graph.extract.layouts.tables import sections
from graph.extract.tables.above_table import said_above
from graph.extract.tables.around_tables import promises_around, without_headings
from graph.extract.tables.guessed_headers import guessed_header
from graph.extract.tables.stacked import Stacked
from graph.values import Role, Strength

KNOWN = Known.of({})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("All actions in this section: Harbour Trust", [(Role.OWNER, "Harbour Trust")]),
        ("Lead officer for all actions: Ann Ware", [(Role.OWNER, "Ann Ware")]),
        ("Delivery partners: Fen Trust; Mill Arts", [(Role.PARTNER, "Fen Trust; Mill Arts")]),
        ("Timescale: 2025-26", [(Role.TIMESCALE, "2025-26")]),
        ("Lead: TBC", []),
        ("Note: the table is long", []),
        ("Nobody leads this work.", []),
    ],
)
def test_a_line_above_a_table_speaks_of_all_its_rows(line: str, said: list[tuple[Role, str]]) -> None:
    assert [(role, span.text) for role, span in said_above(markdown(line + "\n"), KNOWN)] == said


def test_what_a_row_says_itself_counts_before_the_line_above() -> None:
    text = "Lead: Harbour Trust\n\n| Action | Lead |\n|---|---|\n| Open a hub | Ann |\n| Fit lifts | |\n"
    (section,) = sections(markdown(text), KNOWN)
    assert [[span.text for _, span in one.beside] for one in section.pledges] == [["Ann"], ["Harbour Trust"]]


def test_a_line_above_one_table_says_nothing_of_the_next() -> None:
    first = "Lead: Harbour Trust\n\n| Action | Due |\n|---|---|\n| Open a hub | May |\n"
    second = "\n## Homes\n\n| Action | Due |\n|---|---|\n| Fit lifts | June |\n"
    found = [one for section in sections(markdown(first + second), KNOWN) for one in section.pledges]
    assert [Role.OWNER in dict(one.beside) for one in found] == [True, False]


def card(*values: str) -> str:
    names = ("The ask", "Picked up by", "Ready by", "How far along")
    return "\n".join(f"| {name} | {value} |" for name, value in zip(names, values, strict=False)) + "\n\nNext.\n\n"


def test_cards_are_read_by_what_their_fields_hold() -> None:
    text = (
        card("Bring back the number 9 bus", "Transport Desk", "May 2026", "Half way")
        + card("Light the path behind the school", "Highways Team", "June 2026", "Finished")
        + card("Cut the hedge on Mill Lane", "Parks Team", "July 2026")
    )
    found = [one for section in sections(markdown(text), KNOWN) for one in section.pledges]
    assert [one.span.text for one in found] == [
        "Bring back the number 9 bus",
        "Light the path behind the school",
        "Cut the hedge on Mill Lane",
    ]
    assert [[span.text for role, span in one.beside if role is Role.OWNER] for one in found] == [
        ["Transport Desk"],
        ["Highways Team"],
        ["Parks Team"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| Hub | A place where people meet |\n| Plan | What comes next |\n",
        card("Bring back the bus", "Transport Desk", "May"),
        "",
    ],
)
def test_tables_that_share_no_names_are_no_cards(text: str) -> None:
    rows = [block for block in markdown(text) if block.kind is BlockKind.ROW]
    assert Stacked([rows] if rows else [], KNOWN).settled is None


def test_a_header_stands_out_from_longer_cells() -> None:
    rows = markdown(
        "| Thing | Whose |\n| Open a hub in the north of town | Ann |\n| Fit lifts in all of the stations | Bo |\n"
    )
    header = guessed_header(rows, KNOWN)
    assert header is not None
    assert [one.text for one in header.headings] == ["Thing", "Whose"]


@pytest.mark.parametrize(
    "text",
    [
        "| Open a hub | Ann |\n| Fit lifts | Bo |\n| Mend roofs | Cy |\n",
        "| 2024 | 2025 |\n| Open a hub in the north | Fit lifts in all stations |\n| a | b |\n",
        "| Thing | Whose |\n| Open a hub in the north of town | Ann |\n",
        "| Thing | |\n| Open a hub in the north of town | Ann |\n| Fit all of the lifts in town | Bo |\n",
    ],
)
def test_rows_like_all_others_are_no_header(text: str) -> None:
    assert guessed_header(markdown(text), KNOWN) is None


def test_a_row_across_the_table_ends_its_header() -> None:
    text = "| Ref | Action | Lead |\n|---|---|---|\n| Theme A: Water | << | << |\n| A1 | Dig ponds | Ann |\n"
    (section,) = sections(markdown(text), KNOWN)
    assert section.heading == ("Theme A: Water",)
    assert [one.reference for one in section.pledges] == ["A1"]


def test_a_document_explains_words_of_its_own() -> None:
    text = (
        "Now routine: done, and repeated as part of normal work\n\nSlipping: work has begun but will finish late\n\n"
        "| Action | State |\n|---|---|\n| Open a hub | Now routine |\n| Fit lifts | Slipping |\n"
        "| Mend roofs | Now routine |\n| Dig ponds | Slipping |\n"
    )
    (section,) = sections(markdown(text), KNOWN)
    found = [one.status.status for one in section.progress if one.status]
    assert [str(one) for one in found] == ["Achieved", "InProgress", "Achieved", "InProgress"]


def raw(text: str, *heading: str, strength: Strength = Strength.FIRM) -> RawSection:
    (block,) = markdown(text)
    return RawSection(heading, [RawPledge(span_of(block), strength=strength)])


def test_a_heading_of_a_table_is_no_pledge_of_another_layout() -> None:
    in_table = RawSection(("Plan", "Action 2: Data skills"))
    assert without_headings([raw("Data skills")], [in_table]) == []
    assert without_headings([other := raw("Open a hub")], [in_table]) == [other]


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("We will print a report in May.", True),
        ("The Harbour Council will print a report in May.", True),
        ("The standards will help people to travel.", False),
        ("Those marked closed will be removed.", False),
        ("If you need large print, we will send you a copy.", False),
        ("We accept the report and will act on it.", False),
    ],
)
def test_firm_promises_around_tables_are_kept(text: str, is_kept: bool) -> None:
    assert bool(promises_around([raw(text)], [])) is is_kept
    assert promises_around([raw(text)], [raw(text)]) == []
    assert promises_around([raw(text, strength=Strength.INTENTION)], []) == []
