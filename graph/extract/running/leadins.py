"""Lines that lead in a list, and whether its items are promises: "The department will:", "These include:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.items import span_of
from graph.extract.numbering.wording import cue, heads_actions, names_body, says
from graph.extract.sentences import sentences

if TYPE_CHECKING:
    from graph.blocks import Block, Span

_OPEN_END = re.compile(r"(?::\s*[–—-]?|\s[–—-]|\b(?:will|shall|should|must)(?:\s+\w+)?)\s*$")
_LONGEST = 600  # characters of a sentence that still leads in a list
_PARTS = 4  # of a line, from its verb backwards, in which its subject is looked for
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=[A-Z])")  # of the paragraph
_TO = re.compile(r"\b(?:to|by|through)$")
_NAME = r"[A-Z][\w’'&.-]*"
_NAME_AT_END = re.compile(rf"(?:\b{_NAME}(?:\s+(?:(?:of|for|and|the|&|to)\s+){{0,2}}(?=[A-Z]))?)+$")
_WORDS_AT_END = re.compile(r"\b(?:the|our|all|each|its)\s+(?:(?!the\b|our\b)[\w’'-]+\s+){0,3}[\w’'-]+$", re.IGNORECASE)
_NAME_BEFORE_COMMA = re.compile(
    rf"(?:^|[,;:.]\s+)(?:the\s+)?(?P<name>{_NAME}(?:\s+(?:of|for|and|the|&|{_NAME}))*),\s+(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What a line says of the items under it: whether they are promises, and whose.

    `promises` is None where the items must tell for themselves ("For the remaining departments:"). `of_item` says that
    the line speaks of "it": of whom the numbered action above it names.
    """

    promises: bool | None
    owner: Span | None = None
    of_item: bool = False


def lead_in(block: Block) -> LeadIn | None:
    """What a block leads in; None where it leads in nothing."""
    if not _OPEN_END.search(block.text):
        return None
    first, last = [*sentences(block.text)][-1]
    line = block.text[first:last].rstrip(" :–—-\n")
    if len(line) > _LONGEST:
        return LeadIn(promises=False)
    if heads_actions(line):
        return LeadIn(promises=True)
    modal = cue("modal").find(line)
    if modal:
        return _of_subject(block, first, line, modal)
    recommends = cue("recommends").find(line)
    if recommends and not says("past", line):
        begin = recommends.end()
        named = _subject(line[begin:])
        owner = span_of(block, first + begin + named[0], first + begin + named[1]) if named else None
        return LeadIn(promises=True, owner=owner)
    if says("gerund", line) and _TO.search(line):
        return LeadIn(promises=True)
    return LeadIn(promises=None if says("open", line) else False)


def named_first(span: Span) -> Span | None:
    """The body that a promise begins with: "Cabinet Office" in "Cabinet Office will offer training"."""
    modal = cue("modal").find(span.text)
    named = _subject(span.text[: modal.start()]) if modal else None
    return span_of(span, *named) if named else None


def _of_subject(block: Block, first: int, line: str, modal: re.Match[str]) -> LeadIn:
    rest = line[modal.end() :]
    if not says("goes on", rest) or says("asks", rest):
        return LeadIn(promises=False)
    before = line[: modal.start()].rstrip(" ,")
    filler = cue("filler").find(before)
    before = before[: filler.start()] if filler else before
    if not before.strip() or says("we", before):
        return LeadIn(promises=True)
    if before.strip().lower() == "it":
        return LeadIn(promises=False, of_item=True)
    named = _subject(before)
    if named is None:
        return LeadIn(promises=False)
    return LeadIn(promises=True, owner=span_of(block, first + named[0], first + named[1]))


def _subject(before: str) -> tuple[int, int] | None:
    """Where the body is named that is the subject of what follows: in the last part between commas that names one."""
    end = len(before.rstrip(" ,"))
    for _ in range(_PARTS):
        start = max(before.rfind(mark, 0, end) for mark in (",", ";", " – ", " — ", ":", "(")) + 1
        part = _NUMBER.sub("", before[start:end].lstrip(" –—\n"))
        start = end - len(part)
        if says("no subject", part):
            return None
        named = None if says("beside subject", part) else _named_in(part)
        if named is not None:
            return _with_others(before, start + named), end
        if not start or not says("before subject", part):
            return None
        end = len(before[:start].rstrip(" ,;–—:(\n"))
    return None


def _named_in(part: str) -> int | None:
    """Where in a part the name of a body starts that the part ends in; None where it ends in none."""
    if not says("before subject", part):
        article = re.match(r"\s*[Tt]he\s+(?=\S*[A-Z])", part)
        return (article.end() if article else 0) if names_body(part) else None
    for pattern in (_NAME_AT_END, _WORDS_AT_END):
        found = pattern.search(part)
        if found and found.start() and names_body(found.group()):
            return found.start()
    return None


def _with_others(before: str, start: int) -> int:
    """The start of a list of bodies whose last ones stand at `start`: "Sport Harbours, the Trust and the council"."""
    while True:
        found = _NAME_BEFORE_COMMA.search(before[:start])
        if found is None or not names_body(found["name"]):
            return start
        start = found.start("name")
