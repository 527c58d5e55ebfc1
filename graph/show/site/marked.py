"""A text with its passages marked, as HTML: each mark has the place of its first character as its id.

A passage within another becomes a mark within a mark. Where two overlap, the one that starts later goes on in a second
mark behind the end of the first. Marks add no characters: what leads to the page of a passage is a link without text,
whose words are its label, so that the text of the page is the text of the document, also when it is copied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from graph.show.tables import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Marks within marks. What lies deeper has its place and its link, but no mark of its own: so the time to write a
#: text grows with its length, however many passages overlap.
DEEPEST = 8

# Every line end of Unicode as the one that HTML keeps, character for character (a carriage return before a line feed
# is half a line end).
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be marked: `label` is told to who cannot see it, `href` its page, if there is one."""

    start: int
    end: int
    kind: str
    label: str
    href: str | None = None


def as_shown(text: str) -> str:
    r"""A document's text as pages show it, as long as it was: no control characters, and line ends that HTML keeps.

    >>> as_shown("one\r\ntwo\x07")
    'one \ntwo�'
    """
    return visible(text.replace("\r\n", " \n").translate(_LINE_ENDS))


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The HTML of a text with its marks, of which none may be empty or reach beyond the text."""
    return Markup("").join(_pieces(as_shown(text), sorted(marks, key=lambda one: (one.start, -one.end))))


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[Markup]:
    places = sorted({0, len(text), *(one.start for one in marks), *(one.end for one in marks)})
    waiting, opened, named = iter(marks), list[Mark](), -1
    coming = next(waiting, None)
    for number, place in enumerate(places):
        yield from _closing(opened, place)
        while coming and coming.start == place:
            yield from _opening(opened, coming, named != place)
            coming, named = next(waiting, None), place
        if number + 1 < len(places):
            yield escape(text[place : places[number + 1]])


def _closing(opened: list[Mark], place: int) -> Iterator[Markup]:
    """End the marks that end here; those within them that go on are ended too, and go on in new marks."""
    ending = next((number for number, one in enumerate(opened) if one.end == place), None)
    if ending is None:
        return
    yield Markup("</mark>") * (len(opened) - ending)
    opened[ending:] = [one for one in opened[ending:] if one.end > place]
    for one in opened[ending:]:
        yield Markup('<mark class="{}">').format(one.kind)


def _opening(opened: list[Mark], mark: Mark, is_first: bool) -> Iterator[Markup]:
    place = Markup(' id="at-{}"').format(mark.start) if is_first else Markup("")
    if len(opened) < DEEPEST:
        opened.append(mark)
        yield Markup('<mark class="{}"{}>').format(mark.kind, place)
    elif is_first:
        yield Markup("<span{}></span>").format(place)
    link = Markup('<a class="tag {}" href="{}" aria-label="{}"></a>')
    yield link.format(mark.kind, mark.href, mark.label) if mark.href else Markup("")
