"""The sentences at the head of a report: what was promised, and what is said to have become of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graph.identifiers import is_web_address
from graph.show.tables import printable
from graph.show.wording import counted, dated, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.show.report.gathering import Gathered
    from graph.show.report.model import Line

    Record = Mapping[str, Any]

SHOWN = 12  # pledges of a finding whose words stand with it; of the others it gives the numbers
HEADINGS = {
    "pledge": "Pledge",
    "status": "Status",
    "owner": "Owner now",
    "evidence": "What was reported",
    "no_owner": "No owner is named.",
    "no_evidence": "Nothing.",
    "unread": "Not assessed",
}
# What is said of some pledges with a status, of one and of several.
_SAID = {
    "Achieved": ("{} is reported as achieved", "{} are reported as achieved"),
    "InProgress": ("{} is reported as in progress", "{} are reported as in progress"),
    "Outstanding": ("{} is reported as not done", "{} are reported as not done"),
    "NotReported": ("nothing is reported on {}", "nothing is reported on {}"),
    "NotAssessed": ("{} has not been assessed", "{} have not been assessed"),
}


def told_of(held: Gathered) -> Iterator[str]:
    """A few sentences for whoever reads no further."""
    whose = whose_of(held)
    pledges, newest = len(held.records), max((one["issued"] or "" for one in held.documents), default="")
    read = f"{counted(len(held.documents), 'document was', 'documents were')} read"
    date = f"; the newest is dated {dated(printable(newest))}" if newest else ""
    yield (
        f"This report covers {counted(pledges, 'pledge')} in {counted(len(held.strategies), 'strategy', 'strategies')}"
        f"{whose}. {read}{date}."
    )
    yield standing(held.records)
    unowned = len(held.found["no-owner"])
    yield f"An owner is named for {pledges - unowned:,} of them. {_vouched(held.records)}".strip()


def whose_of(held: Gathered) -> str:
    """Whose pledges these are; bodies of one name are told apart by their addresses. Empty where nothing says so."""
    bodies = {one["body"]: one["name"] for one in held.strategies if one["body"]}
    name = next(iter(bodies.values()), None)
    if len(bodies) > 1:
        return f" of {len(bodies)} bodies"
    return f" of {printable(name)}" if name else ""


def standing(records: Sequence[Record]) -> str:
    """How many pledges have each status, as a sentence or two.

    >>> standing([{"status": {"value": "Achieved"}}, {"status": {"value": "NotReported"}}])
    'Of 2 pledges, 1 is reported as achieved and nothing is reported on 1.'
    """
    found = Counter(record["status"]["value"] for record in records)
    parts = [_said(value, found[value]) for value in _SAID if found[value] and value != "NotAssessed"]
    unread = found["NotAssessed"]
    whole = f"Of {counted(len(records), 'pledge')}, {listed(parts)}. " if parts else ""
    object_ = "it" if unread == 1 else "them"
    which = f"{_said('NotAssessed', unread)}" if parts else f"{_whole(unread)} not been assessed"
    rest = f"{which}: no document that was read reports progress on {object_}." if unread else ""
    return (whole + rest).strip()


def quoted_from(states: Sequence[int], reports: Sequence[int]) -> str:
    """Which documents a strategy's pledges and the progress on them are quoted from, by number.

    >>> quoted_from([1], [2, 3])
    'Pledges are quoted from document 1, and progress on them from documents 2 and 3.'
    """
    if not states:
        return ""
    if set(states) == set(reports):
        return f"Pledges, and progress on them, are quoted from {_documents(states)}."
    progress = f", and progress on them from {_documents(reports)}" if reports else ""
    return f"Pledges are quoted from {_documents(states)}{progress}."


def _documents(numbers: Sequence[int]) -> str:
    return f"document{'s' if len(numbers) > 1 else ''} {listed([str(number) for number in numbers])}"


def _vouched(records: Sequence[Record]) -> str:
    reported = [record for record in records if record["evidence"]]
    if not reported:
        return ""
    third = sum(any(quote["attestation"] == "ThirdParty" for quote in record["evidence"]) for record in reported)
    if not third:
        return (
            "All that is reported on them is a body’s own word: no statement that answers a pledge is by a third party."
        )
    return f"For {counted(third, 'pledge')} a third party is quoted; all else that is reported is a body’s own word."


def _said(value: str, count: int) -> str:
    return _SAID[value][count != 1].format(f"{count:,}")


def _whole(count: int) -> str:
    return "The one pledge has" if count == 1 else f"All {count:,} pledges have"


def runs(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """The numbers of pledges, those that follow each other as their first and last.

    >>> from types import SimpleNamespace
    >>> runs([SimpleNamespace(number=number) for number in (1, 2, 3, 7, 9, 10)])
    [(1, 3), (7,), (9,), (10,)]
    """
    found: list[list[int]] = []
    for line in lines:
        if found and found[-1][-1] == line.number - 1:
            found[-1].append(line.number)
        else:
            found.append([line.number])
    long = ([(one[0], one[-1])] if one[2:] else [(number,) for number in one] for one in found)
    return [run for parts in long for run in parts]


def linked(text: str | None) -> str | None:
    """The address of a source that can be followed: of the web, and nothing else.

    >>> linked("https://example.org/plan.pdf"), linked("javascript:alert(1)"), linked("a letter")
    ('https://example.org/plan.pdf', None, None)
    """
    return text if text and is_web_address(text) else None
