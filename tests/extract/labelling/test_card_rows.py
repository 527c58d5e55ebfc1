"""Small tables with the same names in their first column are read as labels with their texts."""

from __future__ import annotations

from pathlib import Path

from graph.blocks import BlockKind
from graph.extract.known import Known
from graph.extract.labelling.card_rows import with_card_rows
from graph.extract.layouts.labels import sections
from graph.extract.outline import outline
from graph.identifiers import iri
from graph.model import Document
from graph.read.html import read

KNOWN = Known.of({})
CARDS = (
    ("<p>Open two hubs</p>", "<p>Achieved.</p><p>Both hubs opened in May.</p>"),
    ("<p>Train all wardens</p><p>Print a guide for them</p>", "<p>Partly met.</p><p>Nine wardens were trained.</p>"),
    ("<p>Mend the sea wall</p>", "<p>Not delivered. No bidder was found.</p>"),
)


def page(name: str = "Target", *, tables: int = 3) -> str:
    return "<main><h1>Results</h1>" + "".join(
        f"<p>Criterion {number}</p><table><tr><td>{name}</td><td>{target}</td></tr>"
        f"<tr><td>Taken from</td><td>Plan {number}</td></tr><tr><td>Result</td><td>{result}</td></tr></table>"
        for number, (target, result) in enumerate(CARDS[:tables], start=1)
    )


def test_what_stands_beside_a_target_and_its_result_is_paired() -> None:
    blocks = with_card_rows(read(Path("results.html"), page().encode()).blocks)
    told = [
        ([one.span.text for one in section.pledges], [(one.span.text, one.answers) for one in section.progress])
        for section in sections(blocks, KNOWN)
    ]
    assert told == [
        (["Open two hubs"], [("Both hubs opened in May.", (0,))]),
        (["Train all wardens", "Print a guide for them"], [("Nine wardens were trained.", (0, 1))]),
        (["Mend the sea wall"], [("Not delivered. No bidder was found.", (0,))]),
    ]


def test_a_verdict_above_a_report_is_its_status() -> None:
    blocks = with_card_rows(read(Path("results.html"), page().encode()).blocks)
    words = [one.status.word for section in sections(blocks, KNOWN) for one in section.progress if one.status]
    assert words == ["Achieved", "Partly met", "Not delivered"]


def test_names_that_stand_in_two_tables_alone_are_no_labels() -> None:
    blocks = read(Path("results.html"), page(tables=2).encode()).blocks
    assert list(with_card_rows(blocks)) == list(blocks)


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "".join(f"<tr><td>Ward {number}</td><td>{number * 12}</td></tr>" for number in range(1, 9))
    blocks = read(Path("figures.html"), f"<main><table>{rows}</table></main>".encode()).blocks
    assert all(block.kind is BlockKind.ROW for block in with_card_rows(blocks))
    assert with_card_rows([]) == []


def outlined(text: str) -> list[tuple[str, int]]:
    """Each pledge of a page, with how many answers its section has."""
    reading = read(Path("results.html"), text.encode())
    document = Document(
        iri("https://town.example/results"),
        "results.html",
        "Results",
        reading.text,
        reading.sha256,
        states=iri("https://town.example/plan"),
        reports_on=iri("https://town.example/plan"),
        blocks=reading.blocks,
    )
    return [(one.span.text, len(section.progress)) for section in outline(document, KNOWN) for one in section.pledges]


def test_labels_read_what_tables_leave_out() -> None:
    """Where a name comes twice in one table, a table has no one cell for it."""
    again = "<tr><td>Target</td><td>Hire a warden</td></tr><tr><td>Result</td><td>Achieved. She began in May.</td></tr>"
    assert outlined(page().replace("</table>", again + "</table>", 1)) == [
        ("Open two hubs", 1),
        ("Hire a warden", 1),
        ("Train all wardens", 1),
        ("Print a guide for them", 1),
        ("Mend the sea wall", 1),
    ]


def test_labels_read_the_reports_that_tables_leave_out() -> None:
    cards = "".join(
        f"<h3>{act}</h3><table><tr><th>Sponsor</th><td>Head of Works</td></tr><tr><th>Position</th><td>Done</td></tr>"
        f"<tr><th>Comment</th><td>{said}</td></tr></table>"
        for act, said in (
            ("Open two hubs", "Both hubs were opened."),
            ("Mend the wall", "The wall was mended in May."),
            ("Light the quay", "All lamps were lit."),
        )
    )
    assert outlined(f"<main><h1>Results</h1>{cards}</main>") == [
        ("Open two hubs", 1),
        ("Mend the wall", 1),
        ("Light the quay", 1),
    ]
