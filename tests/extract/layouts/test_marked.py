"""Lists that carry their statuses: which documents have them, and what is pledge, status and answer in each item."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.markdown_rows import markdown
from extract.truths import KNOWN, expected, found, reading_of, slugs
from graph.blocks import Block, BlockKind
from graph.extract.layouts.marked import sections
from graph.read.files import read_document
from graph.read.markdown import read as read_markdown
from graph.read.text import blocks
from graph.values import Role

Found = list[tuple[str, list[tuple[str, str]]]]
REST = "- Train the staff – In progress\n- Mend the wall – NOT DONE\n"


def read(text: str) -> Found:
    """Each pledge of a Markdown text with its answers: what they say, and the status word of each."""
    return told(markdown(text))


def told(read: list[Block]) -> Found:
    return [
        (
            pledge.span.text,
            [
                (one.span.text, one.status.word if one.status else "")
                for one in section.progress
                if number in one.answers
            ],
        )
        for section in sections(read, KNOWN)
        for number, pledge in enumerate(section.pledges)
    ]


def item(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What one item says in a list of two others."""
    return read(f"- {text}\n{REST}")[0]


def test_there_are_documents_to_measure_with() -> None:
    assert len(slugs("inline status")) >= 4


@pytest.mark.parametrize("slug", slugs("inline status"))
def test_a_document_gives_its_pledges_and_their_statuses(slug: str) -> None:
    assert found(slug, sections) == expected(slug)


@pytest.mark.parametrize("slug", slugs("inline status"))
def test_what_is_found_stands_in_the_document(slug: str) -> None:
    reading = reading_of(slug)
    outline = sections(reading.blocks or blocks(reading.text, KNOWN.is_label), KNOWN)
    spans = [one.span for section in outline for one in section.pledges]
    spans += [one.span for section in outline for one in section.progress]
    assert spans
    assert [one.text.split() for one in spans] == [reading.text[one.start : one.end].split() for one in spans]


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("Open a hub – DONE", "DONE", "DONE"),
        ("Open a hub - Done.", "Done", "Done"),
        ("Open a hub (In progress)", "In progress", "In progress"),
        ("Open a hub [RAG: Amber] We have bought a site.", "Amber", "We have bought a site."),
        ("Open a hub: 60% complete", "60% complete", "60% complete"),
        ("Open a hub ✅", "✅", "✅"),
        ("Open a hub **DONE**", "DONE", "DONE"),
        ("Open a hub Completed", "Completed", "Completed"),
        ("Open a hub → Done", "Done", "Done"),
        ("Open a hub – Green – on track", "Green – on track", "Green – on track"),
        ("Open a hub (completed in May 2023)", "completed in May 2023", "completed in May 2023"),
        ("[x] Open a hub", "[x]", "[x]"),
        ("☐ Open a hub", "☐", "☐"),
        ("DONE: Open a hub", "DONE", "DONE"),
        ("**[COMPLETE]** Open a hub: it opened in May", "COMPLETE", "it opened in May"),
        ("🟢 Open a hub – it opened in May", "🟢", "it opened in May"),
    ],
)
def test_a_status_stands_beside_its_pledge(text: str, word: str, rest: str) -> None:
    assert item(text) == ("Open a hub", [(rest, word)])


@pytest.mark.parametrize(
    ("text", "pledge", "answer"),
    [
        ("Open a hub (in the north) – DONE. It is busy.", "Open a hub (in the north)", ("It is busy.", "DONE")),
        ("Open a hub. Status: Amber. The site is bought.", "Open a hub.", ("The site is bought.", "Amber")),
        ("Open a hub. Owner: Ann. Status: Done. Progress: It is open.", "Open a hub.", ("It is open.", "Done")),
        ("✅ Open a hub. It opened in May.", "Open a hub.", ("It opened in May.", "✅")),
        ("✅ Improve parks: plant trees, add benches", "Improve parks: plant trees, add benches", ("✅", "✅")),
    ],
)
def test_what_else_is_said_is_the_answer(text: str, pledge: str, answer: tuple[str, str]) -> None:
    assert item(text) == (pledge, [answer])


def test_an_item_without_a_status_has_no_answer() -> None:
    assert item("Open a hub") == ("Open a hub", [])


def test_a_status_that_nobody_knows_is_kept_where_a_label_says_that_it_is_one() -> None:
    assert item("Open a hub. Status: Discovery.") == ("Open a hub.", [("Discovery", "Discovery")])


def test_numbers_of_items_are_references() -> None:
    text = "1. Open a hub – DONE\n2. Train the staff – Amber\n\nAction 3: Mend the wall – NOT DONE\n"
    assert [one.reference for section in sections(markdown(text), KNOWN) for one in section.pledges] == [
        "1",
        "2",
        "Action 3",
    ]


def test_the_paragraphs_after_items_are_their_answers() -> None:
    text = (
        "Action 1. Open a hub – DONE\n\nIt opened in May.\n\nAction 2. Fit lifts – Amber\n\nTwo are fitted.\n\nEnd.\n"
    )
    assert read(text) == [
        ("Open a hub", [("It opened in May.", "DONE")]),
        ("Fit lifts", [("Two are fitted.", "Amber")]),
    ]


def test_deeper_items_are_answers_and_shallower_ones_headings() -> None:
    def bullet(text: str, start: int, level: int) -> Block:
        return Block(BlockKind.BULLET, text, start, start + len(text), 1, marker="-", level=level)

    texts = [("Homes", 1), ("Open a hub – DONE", 2), ("It opened in May.", 3), ("Fit lifts – Amber", 2), ("Mend", 2)]
    read = [bullet(text, 100 * number, level) for number, (text, level) in enumerate(texts)]
    (section,) = sections(read, KNOWN)
    assert section.heading == ("Homes",)
    assert told(read) == [
        ("Open a hub", [("It opened in May.", "DONE")]),
        ("Fit lifts", [("Amber", "Amber")]),
        ("Mend", []),
    ]


def test_class_names_say_the_status_where_no_words_do() -> None:
    def listed(text: str, start: int, *classes: str) -> Block:
        return Block(BlockKind.BULLET, text, start, start + len(text), 1, marker="-", classes=classes)

    read = [
        listed("Open a hub", 0, "pledge", "status-done"),
        listed("Fit lifts", 20, "is-inProgress"),
        listed("Mend roofs", 40, "rag--red"),
        listed("Light lanes", 60, "pledge"),
    ]
    assert told(read) == [
        ("Open a hub", [("Open a hub", "done")]),
        ("Fit lifts", [("Fit lifts", "in progress")]),
        ("Mend roofs", [("Mend roofs", "red")]),
        ("Light lanes", []),
    ]


def test_words_count_before_class_names() -> None:
    block = Block(BlockKind.BULLET, "Open a hub Completed", 0, 20, 1, marker="-", classes=("tag--grey",))
    other = Block(BlockKind.BULLET, "Fit lifts Delayed", 30, 47, 1, marker="-", classes=("tag--grey",))
    assert told([block, other]) == [
        ("Open a hub", [("Completed", "Completed")]),
        ("Fit lifts", [("Delayed", "Delayed")]),
    ]


def test_a_status_may_follow_on_a_line_of_its_own() -> None:
    text = (
        "# Plan\n\n## Homes\n\n### 1.1 Open a hub\n\n**Status:** Complete\n\n**Lead:** Ann\n\nIt opened in May.\n\n"
        "### 1.2 Fit lifts\n\nStatus: Amber\n\nProgress: Two are fitted.\n\n### 1.3 Mend roofs\n\nStatus:\n"
    )
    assert read(text) == [
        ("Open a hub", [("It opened in May.", "Complete")]),
        ("Fit lifts", [("Two are fitted.", "Amber")]),
        ("Mend roofs", []),
    ]
    (section,) = sections(markdown(text), KNOWN)
    assert section.heading == ("Homes",)
    assert [one.reference for one in section.pledges] == ["1.1", "1.2", "1.3"]
    assert [(role, span.text) for role, span in section.pledges[0].beside] == [(Role.OWNER, "Ann")]


def test_the_text_that_promises_is_the_pledge_and_not_its_title() -> None:
    text = "".join(
        f"## Commitment {number}: {title}\n\nWe will {pledge}.\n\nStatus: {status}\n\n"
        for number, (title, pledge, status) in enumerate(
            [("Skills", "train 1,000 people", "On track"), ("Devices", "lend tablets", "Delayed")], start=1
        )
    )
    assert read(text) == [
        ("We will train 1,000 people.", [("On track", "On track")]),
        ("We will lend tablets.", [("Delayed", "Delayed")]),
    ]


def test_a_sentence_may_say_the_status_of_the_pledge_before_it() -> None:
    text = (
        "- Milestone 2.1. By May, publish the charter.\n\nThis milestone has been partially COMPLETED. Nine did.\n\n"
        "- Next step: hire staff.\n- Milestone 7.1. By May, launch the council.\n\n"
        "Owing to the floods, this milestone has been delayed.\n"
    )
    assert read(text) == [
        (
            "By May, publish the charter.",
            [("Nine did.", "partially COMPLETED")],
        ),
        ("By May, launch the council.", [("Owing to the floods, this milestone has been delayed.", "delayed")]),
    ]


def test_a_heading_that_is_only_a_number_stands_above_its_pledge() -> None:
    text = "".join(
        f"### Recommendation {number}\n\nThe director should {advice}.\n\n**Status:** {status}\n\nIt was {told}.\n\n"
        for number, advice, status, told in [
            (1, "set targets", "Closed – Implemented", "done in May"),
            (2, "count fees", "Open", "agreed"),
        ]
    )
    assert read(text) == [
        ("The director should set targets.", [("It was done in May.", "Closed – Implemented")]),
        ("The director should count fees.", [("It was agreed.", "Open")]),
    ]
    (section,) = sections(markdown(text), KNOWN)
    assert [one.reference for one in section.pledges] == ["Recommendation 1", "Recommendation 2"]


def test_a_decision_comes_before_the_progress_on_it() -> None:
    text = (
        "## Proposal 1. Close Bridge Street\n\n**Council's decision:** Accepted\n\n**Progress:** It is closed.\n\n"
        "## Proposal 2. Tax second homes\n\n**Council's decision:** Rejected\n"
    )
    assert read(text) == [
        ("Close Bridge Street", [("Accepted", ""), ("It is closed.", "")]),
        ("Tax second homes", [("Rejected", "Rejected")]),
    ]


def test_labels_may_stand_without_colons() -> None:
    text = "".join(
        f"**Commitment** {pledge}\n\n**Status** {status}\n\n**Comment** {said}\n\n"
        for pledge, status, said in [("Publish contracts.", "Complete", "It is done."), ("Answer.", "Not met", "Slow.")]
    )
    assert read(text) == [
        ("Publish contracts.", [("It is done.", "Complete")]),
        ("Answer.", [("Slow.", "Not met")]),
    ]


def test_a_numbered_pledge_without_fields_has_no_answer() -> None:
    text = "".join(f"Action {number}: Mend roof {number}\n\nStatus: Done\n\n" for number in (1, 2)) + "Action 3: Rest\n"
    assert [len(answers) for _, answers in read(text)] == [1, 1, 0]


@pytest.mark.parametrize(
    ("done", "going"),
    [
        ("Completed", "In progress"),
        ("What we have completed", "What is still in progress"),
        ("Actions delivered (2)", "Actions on track (1)"),
        ("Status: Complete", "Status: Delayed"),
    ],
)
def test_a_heading_may_be_the_status_of_its_list(done: str, going: str) -> None:
    text = f"# Plan\n\n## Homes\n\n### {done}\n\n- Open a hub: it opened in May\n- Fit lifts\n\n### {going}\n\n- Mend\n"
    (section,) = sections(markdown(text), KNOWN)
    assert section.heading == ("Homes",)
    answers = read(text)
    assert [pledge for pledge, _ in answers] == ["Open a hub", "Fit lifts", "Mend"]
    assert [said for _, said in answers[1:]] == [[(done, done)], [(going, going)]]
    assert answers[0][1] == [("it opened in May", done)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We are going green. All is done. The project is complete and on track. Red tape was cut.\n",
        "- Green energy for all\n- The complete guide to recycling\n- Amber alerts and what to do\n",
        "- Open a hub (done)\n- Train the staff\n- Mend the wall\n- Light the lanes\n",
        "✓ Open a hub\n✓ Train the staff\n✓ Mend the wall\n",
        "- ✅ Open a hub\n- ✅ Train the staff\n- ✅ Mend the wall\n",
        "- Support carers (ongoing)\n- Run a forum (ongoing)\n- Visit schools (ongoing)\n",
        "- Open a hub (planned)\n- Train the staff (new)\n- Mend the wall (future)\n",
        "- 64 are complete (55%)\n- 49 are in progress (43%)\n- 1 has not started (1%)\n",
        "Key\n\n- Green – on track\n- Amber – at risk\n- Red – not started\n",
        "## Completed\n\n- Open a hub\n- Train the staff\n",
        "# Roadmap\n\n## Done\n\n- Open a hub\n\n## In progress\n\n- Train the staff\n\n## Next\n\n- Mend the wall\n",
        "## Homes\n\nProgress: a hub was opened.\n\n## Roads\n\nProgress: a road was mended.\n",
        "- Open a hub\n- Train the staff\n",
        "| Action | Status |\n|---|---|\n| Open a hub | Done |\n| Fit lifts | Amber |\n| Mend | Red |\n",
    ],
)
def test_words_and_signs_that_are_no_statuses_make_no_layout(text: str) -> None:
    assert read(text) == []


def test_lists_without_any_status_stay_out() -> None:
    text = f"## About\n\n- What this is\n- Who we are\n\n## Homes\n\n- Open a hub – DONE\n{REST}"
    assert [pledge for pledge, _ in read(text)] == ["Open a hub", "Train the staff", "Mend the wall"]


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    spaces = " " * 20_000
    assert read(f"- Open a hub{spaces}and more{spaces} – DONE\n- [{'a ' * 10_000}\n- {'– ' * 10_000}\n") == []


SAID = (
    ("done", "Done", "Open a hub in the north", "It opened in May."),
    ("progress", "In progress", "Train forty volunteers", "26 hired to date."),
    ("stalled", "Stalled", "Dam the river at Weir", "Permits were denied."),
)


@pytest.mark.parametrize(
    "form",
    [
        '<li class="status-{0}">{2} <span class="update">{3}</span></li>',
        '<li class="is-{0}">{2} <em>{3}</em></li>',
        '<li class="promise state--{0}">{2}<br>{3}</li>',
        '<li><span class="badge badge-{0}">{1}</span> {2} <span class="note">{3}</span></li>',
        '<li>{2} <span class="tag tag-{0}">{1}</span> <small>{3}</small></li>',
        '<li><span class="status {0}"></span>{2} <span class="progress-update">{3}</span></li>',
    ],
)
def test_parts_of_an_item_on_a_web_page_are_its_status_and_its_report(tmp_path: Path, form: str) -> None:
    path = tmp_path / "promises.html"
    path.write_text(f"<h1>Promises</h1><ul>{''.join(form.format(*one) for one in SAID)}</ul>", "utf-8")
    read = told(list(read_document(path).blocks))
    assert [(pledge, [text for text, _ in answers]) for pledge, answers in read] == [
        (pledge, [report]) for _, _, pledge, report in SAID
    ]
    assert [word.lower() for _, answers in read for _, word in answers] in (
        ["done", "progress", "stalled"],
        ["done", "in progress", "stalled"],
    )


def test_brackets_behind_a_marked_pledge_report_where_they_tell_what_happened() -> None:
    assert item("❌ Fence the meadow (the registrar said no)") == (
        "Fence the meadow",
        [("the registrar said no", "❌")],
    )
    assert item("❌ Fence the meadow (the trust’s own land)") == (
        "Fence the meadow (the trust’s own land)",
        [("❌", "❌")],
    )


def test_what_is_late_goes_on_where_it_is_expected_anew() -> None:
    (section,) = sections(markdown(f"- Open a hub [DELAYED, now expected spring 2024]\n{REST}"), KNOWN)
    assert section.progress[0].status is not None
    assert (section.progress[0].status.word, str(section.progress[0].status.status)) == ("DELAYED", "InProgress")


def test_brackets_of_a_marked_pledge_that_say_who_and_by_when_leave_it() -> None:
    (section,) = sections(markdown(f"- ✅ Open a hub (Lead: Harbour Trust; by June 2025)\n{REST}"), KNOWN)
    assert section.pledges[0].span.text == "Open a hub"
    assert [(role, span.text) for role, span in section.pledges[0].beside] == [
        (Role.OWNER, "Harbour Trust"),
        (Role.TIMESCALE, "June 2025"),
    ]


def test_a_status_that_has_been_given_is_not_given_again_and_lists_go_on_with_their_report() -> None:
    text = (
        "- Milestone 1.1. By May, name staff.\n\nThis milestone is pending.\n\n24\n\n"
        "This milestone is PENDING a harbour rule.\n\n"
        "- Milestone 1.2. By June, open a page.\n\nThis milestone has been COMPLETED. The page has:\n\n"
        "- 18 cases from ports\n- 3 guides\n"
    )
    assert read(text) == [
        ("By May, name staff.", [("This milestone is PENDING a harbour rule.", "pending")]),
        (
            "By June, open a page.",
            [("The page has:", "COMPLETED"), ("18 cases from ports", ""), ("3 guides", "")],
        ),
    ]


def test_a_line_that_its_writer_has_ended_parts_a_pledge_from_its_report() -> None:
    lost = "The vote was lost in the spring, and no other is planned before the next year."
    text = (
        "1. ✅ Buy back old homes\n   We bought 163. The last keys were handed over in March.\n"
        "2. 🔴 Run a ferry to the town of Low\n   Mouth\n"
        f"3. 🟡 Scrap the toll for carers\n   {lost}\n"
    )
    assert [(" ".join(pledge.split()), answers[0][0]) for pledge, answers in read(text)][::2] == [
        ("Buy back old homes", "We bought 163. The last keys were handed over in March."),
        ("Scrap the toll for carers", lost),
    ]


def test_a_line_that_had_no_room_for_the_next_word_goes_on() -> None:
    first = "1. ✅ Open a hub for all who live along the northern shore of the Long"
    text = f"{first}\n   Water\n2. 🔴 Train the staff\n3. 🟡 Mend the wall\n"
    assert " ".join(read(text)[0][0].split()).endswith("Long Water")


def test_a_line_below_the_heading_says_who_owns_the_items_of_its_list(tmp_path: Path) -> None:
    path = tmp_path / "promises.html"
    lists = "".join(
        f"<h2>{theme}</h2><p>Minister answerable: {who}</p><ul>{items}</ul>"
        for theme, who, items in (
            ("Homes", "Ann Moor", "<li>Build homes (Done)</li><li>Mend roofs (Delayed)</li>"),
            ("Roads", "Bo Lund", "<li>Light the lanes (In progress)</li>"),
        )
    )
    path.write_text(f"<h1>Promises</h1>{lists}", "utf-8")
    owners = [
        [span.text for role, span in pledge.beside if role is Role.OWNER]
        for section in sections(read_document(path).blocks, KNOWN)
        for pledge in section.pledges
    ]
    assert owners == [["Ann Moor"], ["Ann Moor"], ["Bo Lund"]]


def test_a_paragraph_within_an_item_of_a_web_page_is_its_report(tmp_path: Path) -> None:
    path = tmp_path / "promises.html"
    items = "".join(
        f'<li class="promise promise--{word}">{pledge} <span class="badge badge--{word}">{said}</span>'
        f'<p class="note">{note}</p></li>'
        for word, pledge, said, note in (
            ("kept", "Put on a second boat.", "Kept", "She sailed in May."),
            ("broken", "Pave the airstrip.", "Broken", "The ground is too soft."),
            ("moving", "Hold the fares.", "Getting there", "They have not risen."),
        )
    )
    path.write_text(f"<h1>Promises</h1><ul>{items}</ul>", "utf-8")
    assert told(list(read_document(path).blocks)) == [
        ("Put on a second boat.", [("She sailed in May.", "Kept")]),
        ("Pave the airstrip.", [("The ground is too soft.", "Broken")]),
        ("Hold the fares.", [("They have not risen.", "Getting there")]),
    ]


def test_badges_between_a_title_and_its_report_are_its_status(tmp_path: Path) -> None:
    path = tmp_path / "board.html"
    cards = "".join(
        f'<div><h3>{title}</h3><span class="pill pill-{colour}">{said}</span><p>{report}</p></div>'
        for title, colour, said, report in (
            ("Plant a thousand trees", "success", "Nailed it", "All were planted by May."),
            ("Open three parks", "warning", "Cracking on", "Two are open."),
            ("Clean the harbour", "danger", "Hit the rocks", "The dredger broke."),
        )
    )
    path.write_text(f"<h1>Pledge board</h1>{cards}", "utf-8")
    read = list(read_document(path).blocks)
    assert told(read) == [
        ("Plant a thousand trees", [("All were planted by May.", "Nailed it")]),
        ("Open three parks", [("Two are open.", "Cracking on")]),
        ("Clean the harbour", [("The dredger broke.", "Hit the rocks")]),
    ]
    words = [one.status for section in sections(read, KNOWN) for one in section.progress]
    assert [str(one.status) for one in words if one] == ["Achieved", "InProgress", "Outstanding"]


def test_a_key_gives_signs_their_meaning_and_is_no_item() -> None:
    text = "Legend: ● kept ◐ part kept ○ not kept\n\n1. ● Free swimming\n2. ◐ Ten new buses\n3. ○ A second bridge\n"
    assert read(text) == [
        ("Free swimming", [("●", "●")]),
        ("Ten new buses", [("◐", "◐")]),
        ("A second bridge", [("○", "○")]),
    ]


def test_a_picture_before_the_heading_of_a_list_is_no_status() -> None:
    text = f"# Plan\n\n## 🏗️ Building work\n\n- Open a hub – DONE\n{REST}"
    assert [pledge for pledge, _ in read(text)] == ["Open a hub", "Train the staff", "Mend the wall"]


def test_a_heading_that_is_called_a_commitment_heads_the_items_that_have_the_statuses() -> None:
    text = (
        "# Plan\n\n## Commitment 1. Open money\n\n- 1a Publish the budget. [completed]\n- 1b Name owners. [limited]\n\n"
    )
    text += "## Commitment 2. Open doors\n\n- 2a Open the hall. [not started]\n"
    assert [pledge for pledge, _ in read(text)] == ["Publish the budget.", "Name owners.", "Open the hall."]


def test_a_bold_line_with_a_number_heads_the_lines_that_have_the_statuses() -> None:
    text = "**1. Care**\n\n1.1 Open a hub (complete)\n\n1.2 Train staff (in progress)\n\n1.3 Buy beds (not started)\n"
    assert [pledge for pledge, _ in told(list(read_markdown(Path("plan.md"), text.encode()).blocks))] == [
        "Open a hub",
        "Train staff",
        "Buy beds",
    ]


def test_a_single_word_is_an_item_where_a_tag_stands_apart_from_it() -> None:
    text = "- Tabs (done)\n- Icons (in progress)\n- Search (planned)\n- Done (done)\n"
    assert [pledge for pledge, _ in read(text)][:3] == ["Tabs", "Icons", "Search"]


def test_what_is_planned_counts_among_the_marks_of_a_list() -> None:
    text = "- Open a hub – In progress\n" + "".join(f"- Build part {n} – Upcoming\n" for n in range(4))
    assert len(read(f"{text}- Mend it – In progress\n- Sell it – In progress\n")) == 7


def test_a_short_line_above_each_list_is_its_title_and_no_report() -> None:
    text = "## Plan\n\nParks\n\n- [x] Open a park\n- [ ] Mow the lawn\n\nRoads\n\n- [x] Mend the road\n"
    assert read(text)[1] == ("Mow the lawn", [("[ ]", "[ ]")])


def test_the_words_of_a_picture_before_an_item_are_its_status() -> None:
    text = "- Completed Open a centre\n- In progress Fund two posts\n- Not started Write to the prison\n"
    assert [pledge for pledge, _ in read(text)] == ["Open a centre", "Fund two posts", "Write to the prison"]


def test_labels_and_a_report_may_stand_on_lines_below_an_item() -> None:
    text = "1.1 **Pay the living wage**\nStatus: Done\nOwner: Head of Pay\nAll contracts say so.\n\n"
    text += "1.2 **Halve the pay gap**\nStatus: Behind target\nOwner: Head of People\nThe gap is 9%.\n"
    assert [answers for _, answers in read(text)] == [
        [("All contracts say so.", "Done")],
        [("The gap is 9%.", "Behind target")],
    ]


def test_bars_beside_a_share_belong_to_the_status() -> None:
    text = "".join(
        f"**{title}**\n█████░░░ {share}%\n\n" for title, share in (("Roofs", 65), ("Pumps", 20), ("Buses", 100))
    )
    assert [pledge for pledge, _ in read(text)] == ["Roofs", "Pumps", "Buses"]


def test_a_sign_with_its_word_is_one_status_and_dots_lead_to_a_status() -> None:
    assert item("Open a hub. ✔ implemented.") == ("Open a hub.", [("✔ implemented.", "✔ implemented")])
    assert item("Open a hub ........ MET") == ("Open a hub", [("MET", "MET")])


def test_labels_and_a_report_may_follow_a_pledge_behind_its_status() -> None:
    text = (
        "- `done` **Plant 500 trees.** Lead: Parks. With: Scouts. 520 planted.\n"
        "- `not started` **Mend the wall.** Lead: Works.\n"
        "- `underway` **Open a hub.** Lead: Works – 2 rooms are open.\n"
    )
    assert read(text) == [
        ("Plant 500 trees.", [("520 planted.", "done")]),
        ("Mend the wall.", [("not started", "not started")]),
        ("Open a hub.", [("2 rooms are open.", "underway")]),
    ]
    (section,) = sections(markdown(text), KNOWN)
    assert [[(role, span.text.rstrip(".")) for role, span in pledge.beside] for pledge in section.pledges] == [
        [(Role.OWNER, "Parks"), (Role.PARTNER, "Scouts")],
        [(Role.OWNER, "Works")],
        [(Role.OWNER, "Works")],
    ]


@pytest.mark.parametrize(
    "explained",
    [
        "- DONE means nothing is left to do\n- NOT DONE and DROPPED mean what they say\n",
        "- Done: nothing left to do\n- Not done: nobody is at work on it\n",
    ],
)
def test_a_list_that_explains_status_words_holds_no_pledges(explained: str) -> None:
    items = "- DONE: Plant 500 trees\n- NOT DONE: Mend the wall\n- DONE: Open a hub\n"
    found = [pledge for pledge, _ in read(f"Every action has a tag.\n\n{explained}\n## Parks\n\n{items}")]
    assert found == ["Plant 500 trees", "Mend the wall", "Open a hub"]


def test_pledges_with_a_word_each_explain_nothing() -> None:
    text = "- Done: Open a hub\n- Not done: Mend the wall\n\n## Parks\n\n"
    text += "- Done: Plant 50 trees\n- Not done: Mow the lawn\n"
    assert [pledge for pledge, _ in read(text)] == ["Open a hub", "Mend the wall", "Plant 50 trees", "Mow the lawn"]


def test_a_ticked_item_that_only_names_what_is_below_it_is_a_title() -> None:
    text = "- [x] The venue\n  - [x] Book the hall for June\n  - [ ] Check all of its doors\n- [x] Open a stall\n"
    text += "  - [x] Rent a table from the market\n  - [x] Print a banner in two languages\n"
    found = sections(list(read_markdown(Path("list.md"), text.encode()).blocks), KNOWN)
    assert [(one.heading[-1:], [pledge.span.text for pledge in one.pledges]) for one in found] == [
        (("The venue",), ["Book the hall for June", "Check all of its doors"]),
        ((), ["Open a stall", "Rent a table from the market", "Print a banner in two languages"]),
    ]


def test_parts_that_a_ticked_item_leads_in_are_no_pledges() -> None:
    text = "- [x] Open a hub\n- [ ] Mend the lifts at:\n  - [ ] Mill Road\n  - [x] The quay\n- [x] Hire two wardens\n"
    found = told(list(read_markdown(Path("list.md"), text.encode()).blocks))
    assert [pledge for pledge, _ in found] == ["Open a hub", "Mend the lifts at", "Hire two wardens"]


def test_items_below_the_actions_of_a_meeting_answer_them() -> None:
    text = (
        "Action 1: Ann Moor to ask for the loan policy.\n\n- Complete. It has been sent round.\n\n"
        "**Action 2**: Ravi Das to find a hall.\n\n- Partially complete. Two halls are compared.\n\n"
        "Action 3: Lena Holt to write to the Friends.\n\n- Not complete.\n\n"
        "2. Loans\n\nMembers spoke of loans.\n\nAction: Lena Holt to look into loans of two years.\n"
    )
    assert read(text) == [
        ("Ann Moor to ask for the loan policy.", [("It has been sent round.", "Complete")]),
        ("Ravi Das to find a hall.", [("Two halls are compared.", "Partially complete")]),
        ("Lena Holt to write to the Friends.", [("Not complete", "Not complete")]),
        ("Lena Holt to look into loans of two years.", []),
    ]
