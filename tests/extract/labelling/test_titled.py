"""Pledges that head their records themselves: bold lines, headings or cards with labels under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.markdown import read

KNOWN = Known.of({})
RECORDS: tuple[tuple[str, str, list[str]], ...] = (
    ("Build ninety homes on our own land", "Head of Homes", ["Forty homes were built.", "The rest are under way."]),
    ("Plant a tree for every child", "Parks Manager", ["1,200 trees have been planted."]),
    ("Open a café in the customs house", "Community Lead", []),
    ("Mend all nine playgrounds", "Parks Manager", ["Seven were mended by May."]),
)
Found = list[tuple[str, list[str], list[str]]]


def told(text: str) -> Found:
    blocks = read(Path("report.md"), text.encode()).blocks
    return [
        (pledge.span.text, [span.text for _, span in pledge.beside], [one.span.text for one in section.progress])
        for section in sections(blocks, KNOWN)
        for pledge in section.pledges
    ]


def report(title: str, owner: str, done: str) -> str:
    return "# Second yearly report\n\n" + "\n\n".join(
        "\n\n".join([title.format(pledge), owner.format(name), done, "\n".join(f"- {bullet}" for bullet in said)])
        for pledge, name, said in RECORDS
    )


@pytest.mark.parametrize("title", ["### {}", "**{}**"])
@pytest.mark.parametrize("owner", ["Accountable: {}", "**On the hook:** {}"])
@pytest.mark.parametrize("done", ["What we have done", "**Where it has got to**"])
def test_the_line_above_the_labels_is_the_pledge(title: str, owner: str, done: str) -> None:
    assert told(report(title, owner, done)) == [(pledge, [name], said) for pledge, name, said in RECORDS]


def test_headings_that_name_themes_are_no_pledges() -> None:
    themes = ("Homes", "Parks", "Customs house", "Playgrounds")
    text = "\n\n".join(f"### {theme}\n\n**What we have done**\n\n- Forty homes were built." for theme in themes)
    assert told(text) == []


def test_the_paragraph_between_a_heading_and_the_labels_is_the_pledge_where_it_promises() -> None:
    text = "\n\n".join(
        f"### {number}. Theme {number}\n\nWe will open hub {number}.\n\n**Then:** Hub {number} was opened in May."
        f"\n\n**Who:** Head of Hubs\n\n**Where it stands:** Done"
        for number in (1, 2, 3)
    )
    assert told(text) == [
        (f"We will open hub {number}.", ["Head of Hubs"], [f"Hub {number} was opened in May."]) for number in (1, 2, 3)
    ]


def test_what_is_told_between_a_pledge_and_its_labels_reports_on_it() -> None:
    text = "\n\n".join(
        f"### Open a hub in ward {number}\n\nThe hub was opened in May.\n\n**Sponsor** Head of Hubs\n\n**Verdict** Done"
        for number in (1, 2, 3)
    )
    assert [said for _, _, said in told(text)] == [["The hub was opened in May."]] * 3


def test_a_label_that_a_page_has_joined_to_an_owner_is_parted_from_it() -> None:
    text = report("### {}", "Accountable: {}", "What we have done")
    joined = text.replace("Community Lead\n\nWhat we have done", "Community Lead What we have done")
    assert told(joined) == told(text)


def test_departments_with_their_telephones_pledge_nothing() -> None:
    text = "\n\n".join(
        f"## {name}\n\n**Telephone:** 01234 56789{number}\n\n**Manager:** Head of {name}\n\n**Open:** 9 to 5"
        for number, name in enumerate(("Planning", "Parks", "Licensing"))
    )
    assert told(text) == []


def test_a_yearly_report_with_context_and_outlook_is_not_written_in_pairs() -> None:
    text = "\n\n".join(
        f"## {name}\n\n**Context**\n\nCosts rose.\n\n**Highlights**\n\nA hall was opened in May.\n\n"
        f"**Looking ahead**\n\nWe will open a second hall."
        for name in ("Homes", "Jobs", "Health")
    )
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["Nothing.", "Accountable: nobody", "What we have done", "### Build homes\n\nWhat we have done"]
)
def test_a_label_or_two_make_no_records(text: str) -> None:
    assert told(text) == []
