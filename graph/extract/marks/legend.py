"""A document's own key: what it says that its colours, letters, footnote marks and words of its own mean.

Keys stand in a paragraph ("Key: Blue = complete, Green = on track"), in a list, in a small table, or in a footnote
("* denotes partially complete"). A word of its own is one that a column of its tables repeats ("Now routine"). Where
a document has no key and uses blue beside green, blue is what is done and green what goes well, as in the BRAG ratings
of British councils.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.blocks import BlockKind
from graph.extract.cues import table
from graph.extract.known import key
from graph.extract.marks.inline_marks import GLYPH
from graph.extract.marks.own_status_words import defines, explained, lists_of_terms, own_words
from graph.extract.marks.status_words import Legend, late_is_going_on, meaning, stated
from graph.extract.statements import status_of
from graph.extract.wording import says, wording
from graph.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.blocks import Block
    from graph.extract.known import Known

_SIGNS = table("statuses")["signs"]
_COLOURED = "|".join(sorted(_SIGNS["colours"]))
_NAMES = "|".join((*table("statuses")["signs"]["names"], _COLOURED))
_MEANS = r"\s*(?:=|:|[–—-]|→|\b(?:means?|indicates?|denotes?|signifies|represents?|shows?|is|are)\b(?: that)?)\s*"
# "Blue = complete", "R – not started", "Actions rated green are on track".
_TERM = re.compile(
    rf"(?<![\w/])(?P<term>{_NAMES}|[RAGBY](?=\s*[=:–—-])){_MEANS}(?P<means>[^;\n=]+?)"
    rf"(?=\s*(?:[;,.\n]|\band\b)\s*(?:and\s+)?(?:{_NAMES}|[RAGBY]){_MEANS}|[;\n]|\.(?:\s|$)|\s*(?:{_COLOURED})|$)",
    re.IGNORECASE,
)
# In a key: "✅ done  ⏳ waiting to begin".
_SIGN = GLYPH
_SIGNED = re.compile(rf"(?P<term>{_SIGN})\ufe0f?(?:{_MEANS}|\s*)(?P<means>[^\W\d_](?:(?!{_SIGN})[^;|\n])*)")
_BRACKETED = re.compile(rf"(?P<means>[^;,.:()\n]+?)\s*[(\[](?P<term>{_NAMES})[)\]]", re.IGNORECASE)
_FOOTNOTE = re.compile(rf"^(?P<mark>[*†‡§#^]+|[¹²³⁴⁵⁶⁷⁸⁹])(?:{_MEANS}|\s*)(?P<means>.+)$", re.DOTALL | re.IGNORECASE)
_SAID_BEFORE = ("rated", "marked", "shown as", "shown in", "coloured", "shaded")
_MOST_WORDS = 25  # of a line that explains a sign
_FEW_WORDS = 6  # of what explains a sign on a line with others
_NOW = re.compile(r"^(?:now|currently|rated|status) ")  # words that no status needs: "Now routine" is "routine"
_IN_KEYS = (Status.NOT_REPORTED, Status.OUTSTANDING, Status.IN_PROGRESS, Status.ACHIEVED)  # the least that is said
_BLUE, _GREEN = frozenset({"blue", "b", "🔵", "🟦"}), frozenset({"green", "g", "🟢", "🟩"})
_RATED_BLUE = re.compile(r"(?:[–—:-]|[(\[]|\brag\b|\brated\b)\s*(?P<colour>blue|green)\s*(?:[)\].,;]|$)", re.IGNORECASE)


def legend_of(blocks: Sequence[Block], known: Known) -> Legend:
    """The key of a document, empty where it has none."""
    words: dict[str, Status] = {}
    marks: dict[str, Status] = {}
    explains = lists_of_terms(blocks, known)
    in_key = False
    lettered = _lettered(blocks)
    used = own_words(blocks)
    own = [list(explained(block, used)) for block in blocks]
    runs = _runs(blocks, own)
    for number, block in enumerate(blocks):
        in_key = _is_key(block) or number in runs or (in_key and _is_short(block))
        terms = [] if block.cells and block.table in lettered else list(_terms(block, in_key=in_key))
        terms = terms or (_unknown(own[number], known) if number in runs or not block.cells else [])
        if len(terms) == 1 and terms[0][0] in words and not _is_key(block):
            in_key, terms = False, []  # an item that is rated by what the key explains
        if (
            _is_key(block)
            or defines(block, known)
            or len(terms) > 1
            or (terms and (in_key or meaning(terms[0][1], known)))
        ):
            explains.add(block.start)
        for term, means in terms:
            status = meaning_in_key(means, known)
            if status:
                for form in (term, _NOW.sub("", term)):
                    words.setdefault(form, late_is_going_on(f"{term} {means}", status))
        for mark, means in _footnotes(block):
            status = meaning_in_key(means, known)
            if status:
                marks.setdefault(mark, status)
    if "green" not in words and words.get("blue", Status.ACHIEVED) is Status.ACHIEVED and _blue_beside_green(blocks):
        words["green"] = Status.IN_PROGRESS
    return Legend(words | _by_letter(words), marks, frozenset(explains))


def _is_key(block: Block) -> bool:
    return block.kind is not BlockKind.ROW and says("key", block.text) and len(block.text.split()) <= 4 * _MOST_WORDS


def _is_short(block: Block) -> bool:
    return len(block.text.split()) <= _MOST_WORDS


def _terms(block: Block, *, in_key: bool) -> Iterator[tuple[str, str]]:
    """Each sign that a block explains, in its plain form, with the words that explain it."""
    if block.cells:
        yield from _terms_of_row(block)
        return
    if not _is_short(block) and not in_key:
        return
    found = list(_TERM.finditer(block.text))
    opens = in_key or (bool(found) and not block.text[: found[0].start()].strip())
    for match in found:
        if opens or block.text[: match.start()].rstrip().lower().endswith(_SAID_BEFORE):
            yield _plain(match["term"]), match["means"]
    signed = list(_SIGNED.finditer(block.text))
    if in_key or _is_key_of_signs(block, signed):
        for match in signed:
            yield _plain(match["term"]), match["means"]
    if in_key:
        for match in _BRACKETED.finditer(block.text):
            yield _plain(match["term"]), match["means"]


def _terms_of_row(row: Block) -> Iterator[tuple[str, str]]:
    """The signs of a row that holds nothing else: a sign and its meaning, once or several times."""
    cells = [cell.text for cell in dict.fromkeys(row.cells) if cell.text.strip()]
    if len(cells) == 1:
        yield from ((_plain(one["term"]), one["means"]) for one in _TERM.finditer(cells[0]))
    elif cells and len(cells) % 2 == 0 and all(_is_sign(cell) for cell in cells[::2]):
        yield from zip(map(_plain, cells[::2]), cells[1::2], strict=True)


def _is_key_of_signs(block: Block, signed: Sequence[re.Match[str]]) -> bool:
    """Whether a line without a heading is a key: it begins with a sign, goes on with others, each with few words."""
    opens = bool(signed) and not block.text[: signed[0].start()].strip()
    differ = len({match["term"] for match in signed}) == len(signed) >= len(("one", "other"))
    brief = all(len(match["means"].split()) <= _FEW_WORDS for match in signed)
    return block.kind is BlockKind.PARAGRAPH and opens and differ and brief


def _lettered(blocks: Sequence[Block]) -> frozenset[int]:
    """The tables whose letters number their rows or head their columns, and stand for no colours: A, B, C.

    Letters of colours are red, amber, green and blue or yellow, and green is always one of them.
    """
    letters: dict[int, set[str]] = {}
    for block in blocks:
        said = {plain for cell in block.cells if len(plain := key(cell.text)) == 1 and plain.isalpha()}
        letters.setdefault(block.table, set()).update(said)
    return frozenset(number for number, said in letters.items() if said and not ("g" in said and said & {"r", "a"}))


def _footnotes(block: Block) -> Iterator[tuple[str, str]]:
    if block.cells or not _is_short(block):
        return
    text = f"{block.marker} {block.text}" if block.marker in ("*", "†", "‡") else block.text
    match = _FOOTNOTE.match(text)
    if match:
        yield match["mark"], match["means"]


def _runs(blocks: Sequence[Block], own: Sequence[Sequence[object]]) -> set[int]:
    """The places of lines that stand together and each explain a sign or a word of the document's own."""
    is_term = [bool(said) or _opens_with_sign(block) for block, said in zip(blocks, own, strict=True)]
    return {
        number
        for number, one in enumerate(is_term)
        if one and (is_term[number - 1 : number] == [True] or is_term[number + 1 : number + 2] == [True])
    }


def _unknown(terms: Sequence[tuple[str, str]], known: Known) -> list[tuple[str, str]]:
    """The terms that no list knows: words that every document rates by mean what they mean everywhere."""
    return [(term, means) for term, means in terms if not meaning(term, known)]


def _opens_with_sign(block: Block) -> bool:
    """Whether a line begins with a colour and its meaning: "Amber: going, but later than planned"."""
    match = None if block.cells or not _is_short(block) else _TERM.match(block.text)
    return match is not None and not block.text[: match.start()].strip()


def meaning_in_key(means: str, known: Known) -> Status | None:
    """What the words that explain a sign say of an action: it "is on track", "has been completed"."""
    words = wording("subject").sub("", means.strip(" .,–—-:")) or means
    if _is_sign(words):  # the header of a table: "A | B"
        return None
    either = {meaning(one, known) for one in re.split(r"\s+or\s+|\s*/\s*", words)}
    if len(either) == 1 and (status := either.pop()):
        return status
    if len(means.split()) > 1 and says("key NotReported", means):
        return Status.NOT_REPORTED
    word = stated(words, known)
    by_words = (status for status in _IN_KEYS if says(f"key {status}", means)) if len(means.split()) > 1 else ()
    return (word.status if word else None) or status_of(means) or next(iter(by_words), None)


def _is_sign(text: str) -> bool:
    plain = _plain(text)
    return plain in table("statuses")["signs"]["names"] or plain in table("statuses")["signs"]["letters"]


def _plain(term: str) -> str:
    """The plain form of a sign: a coloured one by the name of its colour, a letter by its colour's name too."""
    plain = key(term)
    signs = table("statuses")["signs"]
    plain = signs["colours"].get(plain, plain)
    return str(signs["letters"].get(plain, plain))


def _by_letter(words: Mapping[str, Status]) -> dict[str, Status]:
    letters = table("statuses")["signs"]["letters"]
    return {letter: words[colour] for letter, colour in letters.items() if colour in words}


def _blue_beside_green(blocks: Sequence[Block]) -> bool:
    used = {colour for block in blocks for colour in _colours(block)}
    return bool(used & _BLUE) and bool(used & _GREEN)


def _colours(block: Block) -> Iterator[str]:
    """The colours by which a block rates something: cells of a single colour, or a colour after a dash."""
    if block.cells:
        yield from (key(cell.text) for cell in block.cells if len(cell.text) <= len("green") + 2)
    else:
        yield from (match["colour"].lower() for match in _RATED_BLUE.finditer(block.text))
