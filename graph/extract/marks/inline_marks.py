"""Where an item of a list carries its status with it: "Open a hub – DONE", "[x] Open a hub", "Status: Amber"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.items import Word, span_of
from graph.extract.marks.class_names import class_word
from graph.extract.marks.inline_fields import LINE_END, fields_of, with_report
from graph.extract.marks.status_words import NO_LEGEND, is_sign, meaning, stated
from graph.extract.numbering.wording import is_act
from graph.extract.statements import status_of
from graph.extract.tables.columns import Column, role_of
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend
    from graph.extract.tables.reported import Field
_SIGNS = table("statuses")["signs"]
# A sign that a document may rate by; what it means, its key or the lists say.
GLYPH = r"[^\w\s\x00-\x7f‘’“”–—…•·£€©®°§¶†‡→➔➜]"
# What may stand before a pledge; the first that is a status counts.
_BEFORE = (
    re.compile(r"(?P<word>\[[ xX✓✔]\])\s*+"),
    re.compile(rf"(?P<word>{GLYPH}+)\s*+"),
    re.compile(r"[\[(](?P<word>[^\[\]()]{1,40})[\])]\s*+[:–—-]?\s*+"),
    re.compile(r"(?P<word>[A-Za-z0-9%][^\n.]{1,39})\n\s*+"),
    re.compile(r"(?P<word>[A-Za-z0-9%][^:.;()\n–—]{1,39}?)\s?(?::|\s[–—-])\s++"),
    re.compile(r"(?P<word>[A-Z]{2,}(?: [A-Z]{2,})*+)\s++(?=[A-Z‘“]?[a-z])"),
    re.compile(r"(?P<word>[A-Za-z0-9%]\S*(?: [\w%-]+){0,3})\s{2,}+(?=\S)"),
    re.compile(r"(?P<word>[A-Z][a-z]+(?:[ -][a-z]+){0,2})\s++(?=[A-Z])"),  # of a picture: "In progress Open a hub"
)
# What parts the status after a pledge from the pledge, and from what follows. A comma only ends a status.
_PARTS = re.compile(
    r"(?<=\s)[–—-]{1,2}(?=\s)|\s·(?=\s)|\.{3,}|[→➜➔➤►]|\||\t|[:;,](?=\s|$)|[.!?](?=\s|$)|(?<!\s)\s{2,}+(?=\S)|[()\[\]\n]"
)
# A status that nothing parts from its pledge: a sign, capitals, or a capital where the item ends with it.
_UNPARTED = (
    re.compile(rf"(?P<word>{GLYPH}++)"),
    re.compile(r"(?<=\s)(?P<word>[A-Z]{2,}(?: [A-Z]{2,}){0,2})(?=\s*+(?:[.;:,(\n–—-]|$))"),
    re.compile(r"(?<=[a-z)’'\"”.]\s)(?P<word>(?:[A-Z][a-z]+|\d+ ?%)(?: [a-z]+){0,2})$"),
)
_LONGEST = 60  # characters of a status
_FURTHEST = 600  # characters of an item within which its status is looked for
_MARKER = 6  # characters before the first line of an item: its bullet or number, and a space
_LEFT_OVER = " \t\n–—-:;,|→➜➔➤►·"
_LEADER = re.compile(r"\s*\.(?:\s?\.){2,}$")
_DIVIDES = re.compile(r"[:;]\s++|\s[–—-]\s|(?<=[.!?])\s++(?=[A-Z])|(?<=[a-z]{3}\.)(?<!rox\.)\s++(?=[£$€]?\d)")
_CLAUSE_ENDS = re.compile(r"[)\].;\n](?=\s|$)")
_IN_BRACKETS = re.compile(r"\s[(\[](?P<said>[^()\[\]]{6,})[)\]][.\s]*$")
_STATUS_ENDS = re.compile(r"[.;\n](?=\s|$)|\s[–—-]\s|[)\]]\s*(?=[.;]|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """An item's status: its word, where that stands, the pledge before or after it, and what else is said."""

    word: Word
    sign: Span
    pledge: Span
    rest: Span | None = None
    fields: tuple[Field, ...] = ()  # what it says else with labels: "Owner: Estates"


def mark_of(block: Block, known: Known, legend: Legend, width: int = 0) -> Mark | None:
    """The status that an item carries, None where it carries none. `width` is that of the document's lines."""
    return _labelled(block, known, legend) or _before(block, known, legend, width) or _after(block, known, legend)


def line_width(blocks: Sequence[Block]) -> int:
    """The characters of the longest line among items and paragraphs of several lines."""
    several = (block.text for block in blocks if block.kind is not BlockKind.ROW and "\n" in block.text)
    return max((len(line.strip()) for text in several for line in text.splitlines()), default=0)


def divided(block: Block) -> tuple[Span, Span | None]:
    """A pledge and the report after it, where an item holds both: "Open a hub: it opened in May"."""
    end, start = _report_of(block, 0)
    return _tidy(block, 0, end), _said(block, start)


def on_lines(block: Block) -> tuple[Span, Span | None]:
    """An item of a web page without a status: the pledge on its first line, and what its further lines report."""
    line = LINE_END.search(block.text) if block.classes else None
    if line is None or not _is_pledge(block.text[: line.start()]):
        return span_of(block), None
    return _tidy(block, 0, line.start()), _said(block, line.end())


def of_class(block: Block, known: Known) -> Mark | None:
    """The status of an item of a web page whose class says it. What stands on further lines of the item reports."""
    word = class_word(block.classes, known)
    if word is None:
        return None
    whole = span_of(block)
    pledge, rest = divided(block)
    return Mark(word, whole if rest is None else pledge, pledge, rest)


def parted(value: Span, known: Known, legend: Legend = NO_LEGEND) -> tuple[Span, Span | None]:
    """The word of a status, and what is said after it: "Amber. The site has been bought." """
    whole = stated(value.text, known, legend)
    if whole and len(whole.word) >= len(" ".join(value.text.split()).rstrip(" .;")):
        return span_of(value, 0, len(value.text.rstrip(" .;"))), None
    end = _STATUS_ENDS.search(value.text)
    stop = end.start() if end else len(value.text)
    return span_of(value, 0, stop), _said(value, stop)


def _labelled(block: Block, known: Known, legend: Legend) -> Mark | None:
    """A status with a label: "Open a hub. Status: Amber. The site has been bought." What follows it reports."""
    labelled = fields_of(block, known)
    fields = tuple(field for _, field in labelled)
    first = labelled[0][0].start - block.start if labelled else 0
    value = next((field.span for field in fields if field.role is Column.STATUS and field.span.text), None)
    if value is None or not _is_pledge(block.text[:first]):
        return None
    sign, said = parted(value, known, legend)
    reports = [field.span for field in fields if field.role is Column.PROGRESS]
    word = stated(sign.text, known, legend) or Word(" ".join(sign.text.split()), None)
    return Mark(word, sign, _tidy(block, 0, first), reports[0] if reports else said, fields)


def _before(block: Block, known: Known, legend: Legend, width: int) -> Mark | None:
    for pattern in _BEFORE:
        match = pattern.match(block.text)
        status = meaning(match["word"], known, legend) if match else None
        text = block.text[match.end() :] if match else ""
        if not match or not status or not _is_pledge(text) or meaning(text, known, legend):
            continue
        if pattern is _BEFORE[-1] and not _is_picture(match["word"].lower(), text, known):
            continue
        sign = span_of(block, match.start("word"), match.end("word"))
        stop, fields, after = _fields_from(block, match.end(), known)
        divided = _report_of(block, match.end(), width, stop)
        pledge = _tidy(block, match.end(), divided[0])
        rest = _said(block, divided[1], stop) or after
        return Mark(Word(" ".join(sign.text.split()), status), sign, pledge, rest, fields)
    return None


def _fields_from(block: Block, start: int, known: Known) -> tuple[int, tuple[Field, ...], Span | None]:
    """The fields behind a pledge that begins at `start`: where they begin, and what is said after the last of them."""
    found = [(label.start - block.start, field) for label, field in fields_of(block, known)]
    found = [(first, field) for first, field in found if first > start and _is_pledge(block.text[start:first])]
    if not found:
        return len(block.text), (), None
    bracket = block.text.find(")", found[0][0]) if block.text[: found[0][0]].rstrip().endswith("(") else -1
    if bracket > 0:  # a tail of the pledge, to be read as such
        return bracket + 1, (), _said(block, bracket + 1)
    fields, after = with_report(field for _, field in found)
    return found[0][0], fields, after


def _is_picture(word: str, text: str, known: Known) -> bool:
    """Whether a status that only its capital parts from a pledge is the words of a picture; "Open Data" is none."""
    return word in known.statuses and (word not in _SIGNS["class_other"] or is_act(text))


def _report_of(block: Block, start: int, width: int = 0, stop: int | None = None) -> tuple[int, int]:
    """Where a pledge ends and its report begins; at the latest with a line that its writer has ended.

    On a web page, whose items have classes, any line is. Elsewhere a line is that could have held the next word.
    """
    text = block.text[:stop]
    found = _report_in(text, start)
    line = next((one for one in LINE_END.finditer(text, start) if block.classes or _is_ended(one, width)), None)
    ends = line is not None and line.start() < found[0] and _is_pledge(text[start : line.start()])
    return (line.start(), line.end()) if line and ends else found


def _is_ended(line_end: re.Match[str], width: int) -> bool:
    text = line_end.string
    line = text[: line_end.start()].rpartition("\n")[2].strip()
    following = text[line_end.end() :].split(maxsplit=1)[:1]
    return len(line) + _MARKER + sum(map(len, following)) <= width


def _report_in(text: str, start: int) -> tuple[int, int]:
    """Where a pledge ends and where the report after it begins: "Open a hub: it opened in May"."""
    for match in _DIVIDES.finditer(text, start):
        rest = text[match.end() :]
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        after_sentence = not match.group().strip() and not says("binds", rest) and not says("explains", rest)
        reports = after_sentence or says("report", rest) or status_of(rest)
        if reports and _is_pledge(text[start : match.start()]):
            return match.start(), match.end()
    told = _IN_BRACKETS.search(text, start)
    if told and says("told in brackets", told["said"]) and _is_pledge(text[start : told.start()]):
        return told.start(), told.start("said")
    return len(text), len(text)


def _after(block: Block, known: Known, legend: Legend) -> Mark | None:
    found = sorted(_words_after(block.text[:_FURTHEST], known, legend), key=lambda one: one[:2])
    for start, first, end, status in found:
        if _is_pledge(block.text[:start]) or _is_tagged(block, start, first, end):
            sign = span_of(block, first, end)
            fields = [(label, field) for label, field in fields_of(block, known) if label.start >= sign.end]
            rest = _said(block, end, fields[0][0].start - block.start if fields else None)
            beside, after = with_report(field for _, field in fields)
            rest = rest or after
            explained = meaning(rest.text, known, legend) if rest and is_sign(sign.text) else None
            if rest and explained:  # "✔ implemented": the words count
                sign, status, rest = span_of(block, first, rest.end - block.start), explained, None
            return Mark(
                Word(" ".join(sign.text.split()).rstrip("."), status), sign, _tidy(block, 0, start), rest, beside
            )
    return None


def _is_tagged(block: Block, start: int, first: int, end: int) -> bool:
    """Whether an item is a single word with a tag: "Tooltip   Upcoming", "Tabs (done)"."""
    name = block.text[:start].strip(_LEFT_OVER + "([")
    between = block.text[block.text.find(name) + len(name) : first]
    parted = len(between) > 1 and (between.isspace() or between.strip() in ("(", "["))
    is_last = not any(map(str.isalnum, block.text[end:]))
    return block.kind is BlockKind.BULLET and name.isalpha() and parted and is_last


def _words_after(text: str, known: Known, legend: Legend) -> Iterator[tuple[int, int, int, Status]]:
    """Each status in a text: where what leads to it begins, and where its words begin and end."""
    parts = list(_PARTS.finditer(text))
    ends = [part.start() for part in parts[1:]] + [len(text)]
    for number, (part, end) in enumerate(zip(parts, ends, strict=False)):
        said = text[part.end() : end]
        if part.group() == "," or not said.strip() or len(said) > _LONGEST:
            continue
        status = meaning(said, known, legend)
        if status and is_sign(said) and number + 1 < len(ends):  # "Green – on track": the words count
            words = meaning(text[part.end() : ends[number + 1]], known, legend)
            end, status = (ends[number + 1], words) if words else (end, status)
        elif status is Status.OUTSTANDING and ends[number : number + 1] != [len(text)]:
            status = _of_clause(text[part.end() :], known, legend) or status
        if status:
            before = parts[number - 1] if number else part
            lead = before if _is_label(text[before.end() : part.start()], known) else part
            yield lead.end() if lead.group() in ".!?" else lead.start(), part.end(), end, status
    for pattern in _UNPARTED:
        for match in pattern.finditer(text):
            status = meaning(match["word"], known, legend)
            if status:
                yield match.start(), match.start("word"), match.end("word"), status


def _of_clause(text: str, known: Known, legend: Legend) -> Status | None:
    """What the whole of a clause says where only its first word is taken: "delayed, now expected in spring"."""
    clause = _CLAUSE_ENDS.split(text, maxsplit=1)[0]
    return meaning(clause, known, legend)


def _is_label(text: str, known: Known) -> bool:
    return role_of(text, known) is Column.STATUS and meaning(text, known) is None


def _is_pledge(text: str) -> bool:
    """Whether enough words are left for a pledge."""
    return len([word for word in text.split() if any(map(str.isalpha, word))]) > 1


def _tidy(block: Block | Span, start: int, end: int) -> Span:
    """A pledge without the signs between it and its status; a full stop belongs to it."""
    text = block.text[start:end]
    first = start + len(text) - len(text.lstrip(_LEFT_OVER))
    text = text.rstrip(_LEFT_OVER + "([")
    leader = _LEADER.search(text)  # "Replace 45 buses ........ MET"
    return span_of(block, first, start + (leader.start() if leader else len(text)))


def _said(block: Block | Span, start: int, end: int | None = None) -> Span | None:
    """What stands after a status, if it says anything."""
    text = block.text[start:end]
    first = (
        start + len(text) - len(text.lstrip(_LEFT_OVER + ".)]([")) if any(map(str.isalnum, text)) else len(block.text)
    )
    said = block.text[first:end].rstrip()
    in_brackets = said.endswith((")", "]")) and not any(sign in said for sign in "([")
    return span_of(block, first, first + len(said) - in_brackets) if said else None
