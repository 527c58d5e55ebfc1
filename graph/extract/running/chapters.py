"""Who leads a chapter of running text: "This chapter is led by the Head of Housing", "Lead officer: Jo May"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extract.cues import cues
from graph.extract.items import span_of
from graph.extract.tables.columns import Column, is_heading_like, role_of
from graph.values import Role

if TYPE_CHECKING:
    from graph.blocks import Block, Span
    from graph.extract.items import RawPledge
    from graph.extract.known import Known
    from graph.extract.running.passages import Passage

_ROLES = {Column.OWNER: Role.OWNER, Column.PARTNER: Role.PARTNER}
_LONGEST = 120  # characters of a line that says who leads


@dataclass(slots=True)
class Chapter:
    """Where in the chapters of a document the reading stands: what was said of them, and the pledges since.

    A line of this kind speaks of the pledges below it, up to the next heading of its kind. Where pledges already stand
    above it, since the heading or since the last such line, it speaks of these.
    """

    known: Known
    path: tuple[str, ...] = ()
    said: list[tuple[tuple[str, ...], Role, Span]] = field(default_factory=list)
    since: list[RawPledge] = field(default_factory=list)
    answered: list[RawPledge] = field(default_factory=list)

    def takes(self, passage: Passage) -> bool:
        """Whether a passage only says who leads; if so it is kept for the pledges that it speaks of."""
        if passage.is_heading or passage.heading != self.path:
            self.enter(passage.heading)
        told = None if passage.is_heading or passage.lead else who_leads(passage.block, self.known)
        if told is None:
            self.answered = []
            return False
        if self.since or self.answered:
            self.answered, self.since = self.since or self.answered, []
            for pledge in self.answered:
                pledge.beside.append(told)
        elif passage.heading:
            self.said.append((passage.heading, *told))
        return True

    def enter(self, path: tuple[str, ...]) -> None:
        """A heading ends what was said under those that do not stand above it."""
        self.path = path
        self.said = [one for one in self.said if one[0] == path[: len(one[0])]]
        self.since, self.answered = [], []

    def owns(self, pledge: RawPledge) -> None:
        """Give a pledge what was said of its chapter, the nearest first, unless its own line says who."""
        self.since.append(pledge)
        for role in dict.fromkeys(one[1] for one in self.said):
            if all(role is not named for named, _ in pledge.beside):
                deepest = max(len(path) for path, one, _ in self.said if one is role)
                pledge.beside.extend(
                    (one, span) for path, one, span in self.said if one is role and len(path) == deepest
                )


def who_leads(block: Block, known: Known) -> tuple[Role, Span] | None:
    """What a line says of who leads or helps; None for every other line."""
    text = block.text
    if len(text) > _LONGEST or "@" in text:
        return None
    for cue in cues("chapters"):
        found = cue.find(text)
        if found:
            return Role.OWNER, span_of(block, *found.span("who"))
    label, colon, value = text.partition(":")
    if not (colon and value.strip() and is_heading_like(label)) or value.rstrip().endswith((".", ":", ";")):
        return None
    role = _ROLES.get(role_of(label, known))
    return (role, span_of(block, len(label) + 1)) if role else None
