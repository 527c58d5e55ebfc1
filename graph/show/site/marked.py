"""A text with its passages marked, as HTML: each mark has the place of its first character as its id.

A passage within another becomes a mark within a mark. Where two overlap, the one that starts later goes on in a second
mark behind the end of the first. Marks add no characters: the numbers of lines and what leads to the page of a passage
are elements without text, whose words the style sheet shows. So the text of the page is the text of the document, also
when it is copied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from graph.read.lines import Lines
from graph.show.tables import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Marks within marks. What lies deeper has its place and its link, but no mark of its own: so the time to write a
#: text grows with its length, however many passages overlap.
DEEPEST = 8

_TAG = Markup('<a class="tag {}" href="{}" data-word="{}" aria-label="{}"></a>')
_LINE = Markup('<i id="line-{}" data-line="{}" aria-hidden="true"></i>')

# Every line end of Unicode as the one that HTML keeps, character for character (a carriage return before a line feed
# is half a line end).
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A link at the start of a mark: `word` is what stands there, `label` begins with it and says more."""

    word: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be marked, with the links at its start."""

    start: int
    end: int
    kind: str
    tags: Sequence[Tag] = ()


def as_shown(text: str) -> str:
    r"""A document's text as pages show it, as long as it was: no control characters, and line ends that HTML keeps.

    >>> as_shown("one\r\ntwo\x07")
    'one \ntwo�'
    """
    return visible(text.replace("\r\n", " \n").translate(_LINE_ENDS))


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The HTML of a text with its marks, of which none may be empty or reach beyond the text.

    Each line that holds anything begins with an empty element that has its number, as `line-N` for its id.
    """
    lines = {start: number for number, (start, end) in enumerate(Lines(text).spans(), start=1) if start < end}
    return Markup("").join(_pieces(as_shown(text), sorted(marks, key=lambda one: (one.start, -one.end)), lines))


def _pieces(text: str, marks: Sequence[Mark], lines: Mapping[int, int]) -> Iterator[Markup]:
    places = sorted({0, len(text), *lines, *(one.start for one in marks), *(one.end for one in marks)})
    waiting, opened, named = iter(marks), list[Mark](), -1
    coming = next(waiting, None)
    for number, place in enumerate(places):
        yield from _closing(opened, place)
        if place in lines:
            yield _LINE.format(lines[place], lines[place])
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
    for tag in mark.tags:
        yield _TAG.format(mark.kind, tag.href, tag.word, tag.label)
