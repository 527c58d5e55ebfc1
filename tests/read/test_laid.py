"""Plain text that is laid out in columns by spaces: its tables are read, and nothing else is taken for one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from graph.blocks import BlockKind
from graph.read import laid

if TYPE_CHECKING:
    from graph.blocks import Reading

PAGE = "\f"


def read(text: str) -> Reading:
    """A text that is laid out in columns, as it is read."""
    reading = laid.read("plan.txt", text, "0")
    assert reading is not None
    return reading


def cells(text: str) -> list[list[str]]:
    """The rows of the tables of a text, each as what its cells say; a header is marked by a first cell more."""
    found = [block for block in read(text).blocks if block.kind is BlockKind.ROW]
    return [["header"] * block.header + [" ".join(cell.text.split()) for cell in block.cells] for block in found]


def others(text: str) -> list[str]:
    """What stands outside tables."""
    return [" ".join(block.text.split()) for block in read(text).blocks if block.kind is not BlockKind.ROW]


# Rows that begin at the top, without white lines between them, as most programs write them.
CLOSE = """\
Ref      What we will do                        Lead                  By when      Progress
A1       Open a hub in the north of the         Head of Property      March 2026   The hub opened in
         city                                                                      May.
A2       Plant trees                            Parks Manager         May 2026
A3       Run buses until midnight on every      Transport Strategy    June 2026    Two of three routes
         route                                  Manager                            run late.
"""

# Cells that stand half-way up their row: the parts of two cells take turns.
CENTRED = """\
                                                             Target
  No.    Recommendation                  Responsible                       Position at June
                                                             date
         Staff who answer the
                                                                           Closed. All were
   1     telephone should be             Head of Learning    May 2025
                                                                           trained.
         trained.
         Rosters should be published                                       In progress. Two of
   2                                     Crewing Manager     June 2025
         four weeks ahead.                                                 three are.
   3     Fuel should be tendered.        Head of Stores      July 2025
"""

# Neither numbers nor white lines: a row begins where no cell goes on.
BARE_WORDS = """\
What we will do                       Owner                  By when      How we will measure it
Put a named officer in every          Head of Policing       October      Officer in all of
village                                                      2026         the villages
Open contact points in libraries      Head of Policing       March 2027   Ten are open
                                      with the libraries
Publish data on complaints each       Chief Digital          Every        Data set on the
month                                 Officer                month        website
"""


def test_rows_without_white_lines_between_them_are_told_apart_by_their_numbers() -> None:
    assert cells(CLOSE) == [
        ["header", "Ref", "What we will do", "Lead", "By when", "Progress"],
        ["A1", "Open a hub in the north of the city", "Head of Property", "March 2026", "The hub opened in May."],
        ["A2", "Plant trees", "Parks Manager", "May 2026", ""],
        [
            "A3",
            "Run buses until midnight on every route",
            "Transport Strategy Manager",
            "June 2026",
            "Two of three routes run late.",
        ],
    ]


def test_cells_that_are_centred_in_their_row_go_to_it() -> None:
    assert cells(CENTRED) == [
        ["header", "No.", "Recommendation", "Responsible", "Target date", "Position at June"],
        [
            "1",
            "Staff who answer the telephone should be trained.",
            "Head of Learning",
            "May 2025",
            "Closed. All were trained.",
        ],
        [
            "2",
            "Rosters should be published four weeks ahead.",
            "Crewing Manager",
            "June 2025",
            "In progress. Two of three are.",
        ],
        ["3", "Fuel should be tendered.", "Head of Stores", "July 2025", ""],
    ]


def test_rows_without_numbers_begin_where_no_cell_goes_on() -> None:
    assert cells(BARE_WORDS)[1:] == [
        ["Put a named officer in every village", "Head of Policing", "October 2026", "Officer in all of the villages"],
        ["Open contact points in libraries", "Head of Policing with the libraries", "March 2027", "Ten are open"],
        ["Publish data on complaints each month", "Chief Digital Officer", "Every month", "Data set on the website"],
    ]


def test_white_lines_within_a_cell_part_no_row_where_rows_begin_with_a_word_and_a_number() -> None:
    text = """\
Recommendation                     Response                        Timeline

Recommendation 1                   Agreed. We will publish the     Spring 2026
                                   list of sites.
Publish a list of all sites.

Recommendation 2                   Agreed. We will:                Autumn 2026

Support the trade by:              - ask the ports
                                   - write to members
a) paying for new tools; and

b) training two hundred people.

Recommendation 3                   Not agreed.

Close the old dock.
"""
    assert [row[-3:] for row in cells(text)[1:]] == [
        [
            "Recommendation 1 Publish a list of all sites.",
            "Agreed. We will publish the list of sites.",
            "Spring 2026",
        ],
        [
            "Recommendation 2 Support the trade by: a) paying for new tools; and b) training two hundred people.",
            "Agreed. We will: - ask the ports - write to members",
            "Autumn 2026",
        ],
        ["Recommendation 3 Close the old dock.", "Not agreed.", ""],
    ]


def test_a_table_goes_on_over_pages_that_repeat_its_header_or_do_not() -> None:
    header, *rows = CLOSE.splitlines()
    again = "\n".join([*rows[:2], "", "                         1", PAGE + header, *rows[2:]])
    without = "\n".join([*rows[:2], "", "                         1", PAGE + rows[2], *rows[3:]])
    assert cells(f"{header}\n{again}") == cells(CLOSE)
    assert cells(f"{header}\n{without}") == cells(CLOSE)
    assert others(f"{header}\n{again}") == []


def test_a_row_that_the_end_of_a_page_cuts_is_one_row() -> None:
    header, *rows = BARE_WORDS.splitlines()
    for cut in range(1, len(rows)):
        text = "\n".join([header, *rows[:cut], "", "", "                     7", PAGE + header, *rows[cut:]])
        assert cells(text) == cells(BARE_WORDS), rows[cut]


def test_columns_may_stand_elsewhere_on_another_page() -> None:
    header, *rows = CLOSE.splitlines()
    narrow = [line[:43] + line[46:66] + line[68:] for line in (header, *rows[2:])]
    assert cells("\n".join([header, *rows[:2], PAGE + narrow[0], *narrow[1:]])) == cells(CLOSE)


def test_a_cell_that_fills_its_column_does_not_run_into_the_next() -> None:
    text = """\
Ref      Action                                Lead              Status
1        Open a hub in the north of the        Head of           Green
         city for all who live there           Property
2        Plant ten thousand trees in parks and Head of Parks     Amber
         on verges
3        Mend the roof                         Fleet Manager     Red
"""
    assert cells(text)[2] == ["2", "Plant ten thousand trees in parks and on verges", "Head of Parks", "Amber"]


def test_a_date_is_not_cut_from_its_month_where_a_cell_is_pushed_aside() -> None:
    text = """\
Recommendation                 Response                              Timeline

Recommendation 1               Agreed. We will look for homes in     May 2026
                               all parts of the city and publish
Find homes.                    what we found.

Recommendation 2               Agreed. We will work with the trust Spring 2026
                               on a list.
Write a list of homes.

Recommendation 3               Agreed.                               June 2026

Mend the roofs.
"""
    assert [row[-1] for row in cells(text)] == ["Timeline", "May 2026", "Spring 2026", "June 2026"]


def test_a_title_among_the_rows_is_a_row_of_its_own_and_a_title_before_a_header_none() -> None:
    first, second = CLOSE, CLOSE.replace("A1", "B1").replace("A2", "B2").replace("A3", "B3")
    text = f"Part A: Homes\n{first}\nPart B: Buses and the streets that lead to them\n{second}"
    assert others(text) == ["Part A: Homes", "Part B: Buses and the streets that lead to them"]
    assert [row[0] for row in cells(text)] == ["header", "A1", "A2", "A3", "header", "B1", "B2", "B3"]


@pytest.mark.parametrize(
    "note",
    [
        "Key: Green = on course. Amber = late, with a plan to catch up. Red = far from its target and not begun.",
        "The next report will come to the committee in the spring, after the budget has been agreed.",
        "Total: 3 actions, of which 1 is done.",
    ],
)
def test_what_is_said_after_a_table_is_no_row_of_it(note: str) -> None:
    assert others(f"{CLOSE}\n{note}\n") == [note]
    assert len(cells(f"{CLOSE}\n{note}\n")) == len(cells(CLOSE))


def test_what_each_page_repeats_above_and_below_is_left_out() -> None:
    text = PAGE.join(
        f"Coast Council              Plan for the harbour\n\n\nPart {name}. We will open a hub.\n\n\n\n      {page}\n"
        for page, name in enumerate(("A", "B", "C"), start=1)
    )
    assert others(text) == [f"Part {name}. We will open a hub." for name in "ABC"]


def test_a_paragraph_that_a_page_cuts_is_one_and_keeps_its_pages() -> None:
    first = "We will open a hub in the north of the city and we will ask the people who live\nthere what it"
    reading = read(f"{first}\n\f should hold, since they know best what the north of the city\nneeds most of all.\n")
    assert len(reading.pages) == 2
    assert len(reading.blocks) == 1
    assert reading.text[reading.pages[1] :].strip().startswith("should hold")


def test_quotes_are_cut_from_the_text_that_the_reading_gives() -> None:
    reading = read(f"{CLOSE}\fMore about it.\n{CENTRED}")
    for block in reading.blocks:
        assert len(block.text) == block.end - block.start
        for cell in block.cells:
            assert reading.text[cell.start : cell.end] == cell.text
    assert all(before.end <= after.start for before, after in pairwise(reading.blocks))


PLAIN = {
    "an address block": """\
Town Hall                                   Our ref: HB/12/4
1 Quay Street                               Date: 4 June 2025
Seaport                                     Contact: J. Okoro

Dear Ms Field

We will write again when the panel has met.
""",
    "lines to sign on": """\
Anna Field                                  John Moss
Chief Executive                             Leader of the Council
Coast Council                               Coast Council
""",
    "a list of contents": """\
Foreword                                              3
What we heard from residents                          8
Delivering the plan                                  20
How we will know it works                            31
""",
    "labels with what they label": """\
Action 1: Open a hub
Owner:        Head of Property
Deadline:     March 2026
Status:       Green

Action 2: Plant ten trees
Owner:        Parks Manager
Deadline:     May 2026
Status:       Amber
""",
    "labels with longer texts": """\
Undertaking A1    Run summer schools for pupils from the
                  coast each year
Accountable       Dean of Studies
Judgement         MET
Evidence          134 pupils came in 2024 and 128 in 2025.

Undertaking A2    Lend every new student a bicycle that is
                  mended for nothing
Accountable       Bursar
Judgement         PARTLY MET
Evidence          Ninety were lent. Twelve came back broken,
                  and one was found in the river.
Undertaking A3    Close the gap between those who come from
                  near and those who come from far
Accountable       Dean of Studies
Judgement         NOT MET
Evidence          It is as wide as it was.
""",
    "prose in two columns": """\
The council has agreed a new plan for the        The second part of the plan is about homes.
city. It was written with residents, who told      We will build two hundred of them on the old
us that buses matter most to them. We will         docks, and half will be for rent. The Harbour
run buses until midnight on every route, and       Trust will give the land. Work will begin in
we will publish how many people use them.          the spring, once the survey has been read.
""",
    "columns of news under titles": """\
Homes                                              Buses

We will build two hundred homes on the old         Buses will run until midnight on every route.
docks. Half of them will be for rent. The          The trust will pay a part of the cost. We will
trust will give the land, and work will            publish how many people use them each month,
begin in the spring of next year.                  so that everybody can see what came of it.
""",
    "a poem": """\
The tide goes out
        and leaves the sand
The gulls        go round
The boats        go down
And no one       sings
""",
    "code": """\
def opened(path):
    x        = 1
    longer   = 2
    name     = "a"
    return x   # the first
""",
    "a few wide gaps": """\
We will open a hub.     It will be in the north.
We will plant trees in every park.

- Repair the roof      (with the Harbour Trust)
- Train ten people
""",
    "questions with their answers": """\
Q:   What will change?
A:   We will open a hub in the north of the city.

Q:   When will it open?
A:   In March 2026, if the survey is done by then.
""",
    "a glossary": """\
ICB        Integrated Care Board, which plans health services for the people of an area
SEND       Special educational needs and disabilities
MASH       Multi-agency safeguarding hub
""",
    "names with what they are": """\
Members of the board

Anna Field          Chair
John Moss           Vice-chair
Rita Hale           Harbour Trust
""",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_what_is_no_table_stays_as_it_is(text: str) -> None:
    assert laid.read("plan.txt", text, "0") is None
    assert not cells(f"A page before.\n\f{text}")


@pytest.mark.parametrize("text", ["", "\f", "\f\f\n", " \n\t\n", "Lead    Action", "Lead    Action\n\f\n" + "x" * 5000])
def test_texts_that_say_little_are_read_too(text: str) -> None:
    reading = laid.read("plan.txt", text, "0")
    assert reading is None or all(block.kind is not BlockKind.ROW for block in reading.blocks)


def test_a_long_text_without_pages_is_divided_and_its_table_is_one() -> None:
    header = "Action                                  Lead                    By when\n\n"
    rows = "".join(
        f"Mend lane number {n} in the old town      Head of Roads           May {2000 + n}\n\n" for n in range(1, 90)
    )
    reading = read("Lanes plan\n\n" + header + rows)
    assert reading.pages == ()
    assert {block.table for block in reading.blocks if block.cells} == {1}
    assert sum(bool(block.cells) for block in reading.blocks) == 90


def test_a_table_ends_at_a_rule_or_at_the_next_chapter_and_a_rule_says_nothing() -> None:
    text = (
        "Overflows\n\n    Year     Number     Gallons\n"
        "    2021         37   1,904,000\n    2022         29   1,120,500\n"
        "    2023         22     688,300\n\n2.  ACTIONS\n\nITEM:       B-1\nACTION:     Inspect all mains.\n"
        + "-" * 60
        + "\nITEM:       B-2\nACTION:     Install generators.\n"
    )
    assert [row[-1] for row in cells(text)][-1] == "688,300"
    assert [one for one in others(text) if one.startswith(("ITEM", "ACTION:", "-"))] == [
        "ITEM: B-1",
        "ACTION: Inspect all mains.",
        "ITEM: B-2",
        "ACTION: Install generators.",
    ]
