"""Status words mean what a reader of the document takes them to mean, and are kept as they were written."""

from __future__ import annotations

import pytest

from graph.extract.cues import Cue, cues, table
from graph.extract.known import Known
from graph.extract.marks.status_words import (
    Legend,
    is_bullet_to_many,
    is_sign,
    meaning,
    opening,
    stated,
    yes_or_no,
)
from graph.values import Status

KNOWN = Known.of({})
DONE, GOING, NOT_DONE, AGREED, SILENT = (
    Status.ACHIEVED,
    Status.IN_PROGRESS,
    Status.OUTSTANDING,
    Status.NOT_ASSESSED,
    Status.NOT_REPORTED,
)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(
            (text, DONE)
            for text in ("DONE", "Complete", "Completed", "Closed", "Implemented.", "Green", "Blue", "✅", "✔️")
        ),
        *((text, DONE) for text in ("100%", "100% complete", "Complete (100%)", "Fully met", "Completed in May", "🟢")),
        *((text, DONE) for text in ("Completed 31 March 2024", "Delivered after the period ended", "Action complete")),
        *((text, DONE) for text in ("Propose closure", "Recommend closure", "Recommended for closure", "Moved to BAU")),
        *((text, DONE) for text in ("Agreed and implemented", "Completed/Closed", "Business as usual", "Rated green")),
        *((text, GOING) for text in ("IN PROGRESS", "Ongoing", "On track", "Amber", "60% complete", "5%", "Started")),
        *((text, GOING) for text in ("partially complete", "Part-met", "Substantially completed", "Amber/Green", "🟠")),
        *(
            (text, GOING)
            for text in ("Complete and ongoing", "Due for completion in May", "On track to complete by May")
        ),
        *(
            (text, GOING)
            for text in ("To be completed", "Awaiting approval", "Carried forward", "Slightly delayed", "Open")
        ),
        *(
            (text, NOT_DONE)
            for text in ("NOT DONE", "Not started", "Not yet due", "Overdue", "Red", "0%", "❌", "Delayed")
        ),
        *(
            (text, NOT_DONE)
            for text in ("Superseded", "Withdrawn", "No longer required", "On hold", "Deferred to 2025")
        ),
        *(
            (text, NOT_DONE)
            for text in ("Closed – not achieved", "Off track", "Disagree", "Do not accept", "No progress")
        ),
        *((text, AGREED) for text in ("Agree", "Agreed", "Partially agree", "Accept in principle", "Noted", "Planned")),
        *((text, SILENT) for text in ("No update", "No update this quarter", "Awaiting update")),
    ],
)
def test_a_word_has_its_meaning(text: str, status: Status) -> None:
    word = stated(text, KNOWN)
    assert word is not None
    assert word.status is status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("60% complete", "60% complete", GOING),
        ("Complete – see note 3", "Complete", DONE),
        ("Complete (March 2024)", "Complete", DONE),
        ("Completed: May 2023", "Completed", DONE),
        ("Implemented. The form is in use.", "Implemented", DONE),
        ("In progress, nearly there", "In progress, nearly there", GOING),
        ("Delayed because of the weather", "Delayed", NOT_DONE),
        ("Agreed – implemented", "Agreed – implemented", DONE),
        ("Green – on track", "Green – on track", GOING),
        ("On track (Green)", "On track (Green)", GOING),
        ("🟢 On track", "🟢 On track", GOING),
        ("Red – behind schedule", "Red – behind schedule", NOT_DONE),
        ("Amber – behind schedule", "Amber – behind schedule", GOING),
        ("Amber – not started", "Amber – not started", NOT_DONE),
        ("RAG: Amber", "RAG: Amber", GOING),
        ("Red → Green", "Green", DONE),
        ("partially  \n COMPLETED", "partially COMPLETED", GOING),
    ],
)
def test_a_word_is_kept_as_it_was_written(text: str, word: str, status: Status) -> None:
    found = stated(text, KNOWN)
    assert found is not None
    assert (found.word, found.status) == (word, status)


@pytest.mark.parametrize(
    ("letter", "status"), [("R", NOT_DONE), ("a", GOING), ("G", DONE), ("B", DONE), ("A/R", GOING), ("(G)", DONE)]
)
def test_letters_are_colours_in_a_column_of_statuses_only(letter: str, status: Status) -> None:
    word = stated(letter, KNOWN)
    assert word is not None
    assert word.status is status
    assert meaning(letter, KNOWN) is None


@pytest.mark.parametrize(
    "text",
    ["", "-", "–", "Feasibility", "Phase 2", "Met with partners", "High", "Head of Estates", "14", "Purple", "X" * 500],
)
def test_other_words_have_none(text: str) -> None:
    assert stated(text, KNOWN) is None


def test_the_document_s_own_key_counts_first() -> None:
    legend = Legend({"green": GOING, "g": GOING, "live": DONE}, {"†": GOING})
    for text, status in [
        ("Green", GOING),
        ("G", GOING),
        ("Live", DONE),
        ("Complete†", GOING),
        ("Complete", DONE),
        ("🟢", GOING),
    ]:
        word = stated(text, KNOWN, legend)
        assert word is not None
        assert word.status is status, text


def test_a_body_may_have_words_of_its_own() -> None:
    known = Known.of({"statuses": {"Achieved": ["Erledigt"], "Outstanding": ["Done"]}})
    assert meaning("erledigt", known) is DONE
    assert meaning("DONE", known) is NOT_DONE


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Agree. The board will open a hub.", "Agree"),
        ("Partially Agree. The board will open a hub.", "Partially Agree"),
        ("Agreed and implemented. It is open.", "Agreed and implemented"),
        ("COMPLETE The hub opened in May.", "COMPLETE"),
        ("✅ The hub opened in May.", "✅"),
        ("Green – on track. The hub opens in May.", "Green – on track"),
        ("Complete: the hub opened in May.", "Complete"),
        ("60% complete: the walls are up.", "60% complete"),
        ("Done", "Done"),
    ],
)
def test_a_report_may_begin_with_a_status(text: str, word: str) -> None:
    found = opening(text, KNOWN)
    assert found is not None
    assert found.word == word


@pytest.mark.parametrize(
    "text",
    ["", "The hub opened in May.", "Met with partners in May.", "Open a hub.", "New hub opened.", "Green spaces grew."],
)
def test_a_sentence_is_no_status(text: str) -> None:
    assert opening(text, KNOWN) is None


def test_signs_are_no_words() -> None:
    assert [text for text in ("Green", "✓", "🟠", "done", "60%") if is_sign(text)] == ["Green", "✓", "🟠"]
    assert [text for text in ("✓", "✅", "❌", "Done") if is_bullet_to_many(text)] == ["✓", "✅"]


@pytest.mark.parametrize(
    ("text", "status"),
    [("Yes", DONE), ("Y", DONE), ("✓", DONE), ("x", DONE), ("No", NOT_DONE), ("✗", NOT_DONE), ("", None)],
)
def test_a_question_is_answered(text: str, status: Status | None) -> None:
    assert yes_or_no(text) is status


@pytest.mark.parametrize("cue", cues("statuses"), ids=lambda cue: cue.examples[0])
def test_no_earlier_cue_takes_an_example(cue: Cue) -> None:
    for example in cue.examples:
        assert next(one.means for one in cues("statuses") if one.find(example)) == cue.means


def test_no_word_has_two_meanings() -> None:
    words = [word for status in Status for word in table("statuses")[status]]
    assert len(words) == len(set(words))
    assert words == [word.lower() for word in words]


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        ("Honoured|Complied with|Fully compliant|Now in place|Recently completed|Target met|Enacted|Job done", DONE),
        ("Partly complied|Slipping|Behind|On course|Halfway|Slow progress|Being rolled out|Out to tender", GOING),
        ("Standing item|Extended to 2026|Work has begun|Decision awaited|12 of 20|Complied - ongoing", GOING),
        ("Off course|Not going ahead|No further action|Closed, no action|Open - no movement|Not complied", NOT_DONE),
        ("Rejected by members|Could not do|Unfunded|Non-compliant|Stuck in committee|Action awaited", NOT_DONE),
        ("Not rated yet|Insufficient data|Too early to judge|No response received|TBD|Data awaited", SILENT),
        ("Coming up next|Due to start in May|Accepted with modifications|Up next", AGREED),
    ],
)
def test_classes_of_words_have_their_meaning(texts: str, status: Status) -> None:
    found = {text: word.status for text in texts.split("|") if (word := stated(text, KNOWN))}
    assert found == dict.fromkeys(texts.split("|"), status)


@pytest.mark.parametrize("text", ["Published", "Approved", "Launched", "Beta", "Live", "Planning"])
def test_a_word_of_many_uses_is_a_status_only_where_one_stands(text: str) -> None:
    assert stated(text, KNOWN) is not None
    assert meaning(text, KNOWN) is None
