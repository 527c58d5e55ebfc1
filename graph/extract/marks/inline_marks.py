"""Where an item of a list carries its status with it: "Open a hub – DONE", "[x] Open a hub", "Status: Amber"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.items import Word, span_of
from graph.extract.marks.status_words import NO_LEGEND, is_sign, meaning, stated
from graph.extract.statements import status_of
from graph.extract.tables.columns import Column, Heading, role_of
from graph.extract.tables.reported import Field
from graph.extract.wording import says
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Block, Span
    from graph.extract.known import Known
    from graph.extract.marks.status_words import Legend
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
)
# What parts the status after a pledge from the pledge, and from what follows. A comma only ends a status.
_PARTS = re.compile(r"(?<=\s)[–—-]{1,2}(?=\s)|→|\||\t|[:;,](?=\s|$)|[.!?](?=\s|$)|(?<!\s)\s{2,}+(?=\S)|[()\[\]\n]")
# A status that nothing parts from its pledge: a sign, capitals, or a capital where the item ends with it.
_UNPARTED = (
    re.compile(rf"(?P<word>{GLYPH}++)"),
    re.compile(r"(?<=\s)(?P<word>[A-Z]{2,}(?: [A-Z]{2,}){0,2})(?=\s*+(?:[.;:,(\n–—-]|$))"),
    re.compile(r"(?<=[a-z)’'\"”.]\s)(?P<word>(?:[A-Z][a-z]+|\d+ ?%)(?: [a-z]+){0,2})$"),
)
_FIELD = re.compile(
    r"(?:^|(?<=[.;|)\n])\s*+|(?<=\s[–—-])\s++|(?<=\s\s)(?=\S)|\()(?P<label>[A-Z][\w/’'-]*(?:,? [\w/’'&-]+){0,3})\s?"
    r"(?::|\s[–—](?=\s)|\s{2,}+(?=[A-Z\d]))\s*+"
)
_STATUS_CLASSES = frozenset({"status", "state", "rag"})  # <span class="status done">
_LONGEST = 60  # characters of a status
_FURTHEST = 600  # characters of an item within which its status is looked for
_MARKER = 6  # characters before the first line of an item: its bullet or number, and a space
_LEFT_OVER = " \t\n–—-:;,|→"
_DIVIDES = re.compile(r"[:;]\s++|\s[–—-]\s|(?<=[.!?])\s++(?=[A-Z])")
_CLAUSE_ENDS = re.compile(r"[)\].;\n](?=\s|$)")
_IN_BRACKETS = re.compile(r"\s[(\[](?P<said>[^()\[\]]{6,})[)\]][.\s]*$")
_LINE_END = re.compile(r"(?<![,:])\s*\n\s*(?=[^\sa-z])")
_STATUS_ENDS = re.compile(r"[.;\n](?=\s|$)|\s[–—-]\s|[)\]]\s*(?=[.;]|$)")
_FIELDS = (
    *(Column.STATUS, Column.PROGRESS, Column.RESPONSE, Column.REMARK),
    *(Column.OWNER, Column.PARTNER, Column.TIMESCALE, Column.MEASURE),
)


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
    line = _LINE_END.search(block.text) if block.classes else None
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


def fields_of(block: Block | Span, known: Known) -> list[tuple[Span, Field]]:
    """The labelled fields of a text ("Owner: Estates. Status: Amber."), each with its label, in their order."""
    found = [
        match
        for match in _FIELD.finditer(block.text)
        if role_of(match["label"], known) in _FIELDS and not meaning(match["label"], known)
    ]
    ends = [*(match.start() for match in found[1:]), *[len(block.text)] * bool(found)]
    return [
        (
            span_of(block, match.start("label"), match.end()),
            Field(Heading(match["label"], _role(match["label"], known)), span_of(block, match.end(), end)),
        )
        for match, end in zip(found, ends, strict=True)
    ]


def without_label(span: Span, known: Known) -> Span:
    """A pledge without the label that says that it is one: "Commitment: Open a hub"."""
    match = _FIELD.match(span.text)
    labelled = match and role_of(match["label"], known) is Column.PLEDGE and not any(map(str.isdigit, match["label"]))
    return span_of(span, match.end()) if match and labelled and span.text[match.end() :].strip() else span


def _role(label: str, known: Known) -> Column:
    """What a label says; beside a status a comment is a report."""
    role = role_of(label, known)
    return Column.PROGRESS if role is Column.REMARK else role


def class_word(classes: tuple[str, ...], known: Known) -> Word | None:
    """The status that a class name of HTML says: "status-done", "in-progress", "rag--amber"."""
    for name in classes:
        parts = [part.lower() for part in re.split(r"[-_\s]+|(?<=[a-z])(?=[A-Z])", name) if part]
        prefixed = name.lower() not in _STATUS_CLASSES and not _STATUS_CLASSES.isdisjoint(classes)
        while len(parts) > 1 and parts[0] in _SIGNS["class_prefixes"]:
            parts, prefixed = parts[1:], True
        word = " ".join(parts)
        status = meaning(word, known) if prefixed or word not in _SIGNS["class_other"] else None
        if status is None and prefixed and word.replace(" ", "") in _SIGNS["class_words"]:
            status = Status(_SIGNS["class_words"][word.replace(" ", "")])
        if status:
            return Word(word, status)
    return None


def parted(value: Span, known: Known, legend: Legend = NO_LEGEND) -> tuple[Span, Span | None]:
    """The word of a status, and what is said after it: "Amber. The site has been bought." """
    whole = stated(value.text, known, legend)
    if whole and len(whole.word) >= len(" ".join(value.text.split()).rstrip(" .;")):
        return value, None
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
        sign = span_of(block, match.start("word"), match.end("word"))
        divided = _report_of(block, match.end(), width)
        pledge = _tidy(block, match.end(), divided[0])
        return Mark(Word(" ".join(sign.text.split()), status), sign, pledge, _said(block, divided[1]))
    return None


def _report_of(block: Block, start: int, width: int = 0) -> tuple[int, int]:
    """Where a pledge ends and its report begins; at the latest with a line that its writer has ended.

    On a web page, whose items have classes, any line is. Elsewhere a line is that could have held the next word.
    """
    found = _report_in(block.text, start)
    line = next((one for one in _LINE_END.finditer(block.text, start) if block.classes or _is_ended(one, width)), None)
    ends = line is not None and line.start() < found[0] and _is_pledge(block.text[start : line.start()])
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
        if _is_pledge(block.text[:start]):
            sign = span_of(block, first, end)
            return Mark(Word(" ".join(sign.text.split()), status), sign, _tidy(block, 0, start), _said(block, end))
    return None


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
    return span_of(block, first, start + len(text.rstrip(_LEFT_OVER + "([")))


def _said(block: Block | Span, start: int) -> Span | None:
    """What stands after a status, if it says anything."""
    text = block.text[start:]
    first = (
        start + len(text) - len(text.lstrip(_LEFT_OVER + ".)]([")) if any(map(str.isalnum, text)) else len(block.text)
    )
    said = block.text[first:].rstrip()
    in_brackets = said.endswith((")", "]")) and not any(sign in said for sign in "([")
    return span_of(block, first, first + len(said) - in_brackets) if said else None
