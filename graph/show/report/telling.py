"""The sentences at the head of a report: what was promised, and what is said to have become of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graph.show.site.rendering import counted, dated
from graph.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.show.report.gathering import Gathered

    Record = Mapping[str, Any]

SHOWN = 12  # pledges of a finding whose words stand with it; of the others it gives the numbers
HEADINGS = {
    "pledge": "Pledge",
    "status": "Status",
    "owner": "Owner now",
    "evidence": "What was reported",
    "no_owner": "No owner is named.",
    "no_evidence": "Nothing.",
}
# What is said of some pledges with a status, of one and of several.
_SAID = {
    "Achieved": ("{} is reported as achieved", "{} are reported as achieved"),
    "InProgress": ("{} is reported as in progress", "{} are reported as in progress"),
    "Outstanding": ("{} is said not to be done", "{} are said not to be done"),
    "NotReported": ("nothing is reported on {}", "nothing is reported on {}"),
    "NotAssessed": ("{} has not been assessed", "{} have not been assessed"),
}


def told_of(held: Gathered) -> Iterator[str]:
    """A few sentences for whoever reads no further."""
    bodies = list(dict.fromkeys(one["name"] for one in held.strategies if one["name"]))
    whose = f" of {printable(bodies[0])}" if len(bodies) == 1 else f" of {len(bodies)} bodies" if bodies else ""
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


def standing(records: Sequence[Record]) -> str:
    """How many pledges have each status, as a sentence or two.

    >>> standing([{"status": {"value": "Achieved"}}, {"status": {"value": "NotReported"}}])
    'Of 2 pledges, 1 is reported as achieved and nothing is reported on 1.'
    """
    found = Counter(record["status"]["value"] for record in records)
    parts = [_said(value, found[value]) for value in _SAID if found[value] and value != "NotAssessed"]
    unread = found["NotAssessed"]
    whole = f"Of {counted(len(records), 'pledge')}, {_listed(parts)}. " if parts else ""
    object_ = "it" if unread == 1 else "them"
    which = f"{_said('NotAssessed', unread)}" if parts else f"{_whole(unread)} not been assessed"
    rest = f"{which}: no document that was read reports progress on {object_}." if unread else ""
    return (whole + rest).strip()


def period(strategy: Record) -> str:
    """`From 2022 to 2024. `, as far as it is known."""
    start, end = (dated(strategy[key]) if strategy[key] else None for key in ("start", "end"))
    if start and end:
        return f"From {start} to {end}. "
    return f"From {start}. " if start else f"Until {end}. " if end else ""


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
    return f"document{'s' if len(numbers) > 1 else ''} {_listed([str(number) for number in numbers])}"


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


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def linked(text: str | None) -> str | None:
    """The address of a source that can be followed: of the web, and nothing else.

    >>> linked("https://example.org/plan.pdf"), linked("javascript:alert(1)"), linked("a letter")
    ('https://example.org/plan.pdf', None, None)
    """
    return text if text and text.startswith(("https://", "http://")) and " " not in text else None
