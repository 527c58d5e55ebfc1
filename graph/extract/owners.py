"""Which programmes a sentence says hold the work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.cues import cues
from graph.values import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Mention

# What may stand between "as part of" and the name, or between two names: no verb, no new clause.
_BRIDGE = re.compile(
    r"[\s‘’“”\"'(]*(?:(?:and|or|the|our|its|their|a|an|new|wider|of|both|also|through|within|under|via|part|to|as|"
    r"overall|agreed|existing|county|local|multi-agency|work ?stream|strand|element|project|programme|activity)\b"
    r"[\s,‘’“”\"'()]*)*",
    re.IGNORECASE,
)

# "Not part of the X Programme" names no owner.
_DENIED = re.compile(r"\b(?:not|never|no longer|n['’]t)\s+(?:\w+\s+)?$", re.IGNORECASE)
# A comma may stand before the name in a list that goes on after it: "the Coast Plan, the Harbour Plan and ...".
_LISTED = re.compile(r"[’”\"']*,\s+(?:the |our )?[‘“\"']*", re.IGNORECASE)
_LIST_GOES_ON = re.compile(r"[’”\"']*(?:\s+(?:programme|project|plan))?\s*(?:,|and\b|or\b|[.;]|$)", re.IGNORECASE)
_LONGEST_PART = 60  # characters between the words of ownership and "work stream"
_LONGEST_CLAUSE = 160  # characters behind a name that may say that it leads
# A part of the owner without a name of its own: "the moves to adult life work stream of the X Plan".
_WITHIN = re.compile(r"\b(?:work ?streams?|strands?|elements?|phases?|chapters?) of(?:\s+the)?\s+$", re.IGNORECASE)
# Between a programme and the one that it is part of: "the Coast Programme, part of the Harbour Plan".
_PART_OF = re.compile(
    r"[’”\"']*,?\s+(?:which is |itself |a )*(?:part of|within|under)\s+(?:the |our )?[‘“\"']*", re.IGNORECASE
)


# Between two names that do a thing together: "the Coast Board and the Harbour Board are leading this".
_TOGETHER = re.compile(r"[’”\"']*(?:,|,?\s+(?:and|with|alongside))\s+(?:the\s+|our\s+)?[‘“\"']*", re.IGNORECASE)


def owners(sentence: str, names: Names) -> tuple[Iri, ...]:
    """The programmes, boards and plans that a sentence says hold the work, the most exact ones, in order.

    A plan "contained within" a programme names no owner of any pledge. A programme named beside one
    of its own parts adds nothing: the part is the owner, and its parents follow from the names.
    """
    held: list[Iri] = []
    after = _ends_of_cues(sentence)
    before: Mention | None = None
    mentions = names.mentions(sentence)
    leading = _leading(sentence, mentions)
    for mention in mentions:
        kind = names.by_iri[mention.name].kind
        reached = {end_kind for end, end_kind in after if _bridged(sentence, end, mention)}
        if mention in leading and kind in (Kind.PROGRAMME, Kind.ORGANISATION):
            held.append(mention.name)
        elif (kind is Kind.PROGRAMME and reached) or (kind is Kind.ORGANISATION and "holder" in reached):
            is_parent = before and _PART_OF.fullmatch(sentence, before.end, mention.start)
            held.append(before.name if before and is_parent else mention.name)
            after |= {(mention.end, end_kind) for end_kind in reached}
        before = mention if kind is Kind.PROGRAMME else None
    parents = {parent for one in held for parent in names.ancestors(one)}
    return tuple(dict.fromkeys(one for one in held if one not in parents))


def _leading(sentence: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The names that a sentence says lead the work, own it or take it forward, and those that do so with them."""
    found: list[Mention] = []
    behind = [cue for cue in cues("ownership") if cue.means == "leads"]
    for mention in reversed(mentions):
        together = bool(found) and _TOGETHER.fullmatch(sentence, mention.end, found[-1].start)
        rest = sentence[mention.end : mention.end + _LONGEST_CLAUSE]
        if together or any(cue.find(rest) for cue in behind):
            found.append(mention)
    return found


def _ends_of_cues(sentence: str) -> set[tuple[int, str]]:
    before = [cue for cue in cues("ownership") if cue.means != "leads"]
    found = [(match, cue.means) for cue in before for match in cue.pattern.finditer(sentence)]
    containers = [match for match, means in found if means == "container"]
    return {
        (match.end(), means)
        for match, means in found
        if means != "container"
        and not _DENIED.search(sentence, 0, match.start())
        and not any(one.start() <= match.start() <= one.end() for one in containers)
    }


def _bridged(sentence: str, end: int, mention: Mention) -> bool:
    if end > mention.start:
        return False
    within = _WITHIN.search(sentence, end, mention.start)
    if within and within.start() - end <= _LONGEST_PART:
        return True
    if _LISTED.fullmatch(sentence, end, mention.start):
        return bool(_LIST_GOES_ON.match(sentence, mention.end))
    return bool(_BRIDGE.fullmatch(sentence, end, mention.start))
