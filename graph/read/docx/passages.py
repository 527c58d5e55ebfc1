"""The words of one paragraph, as a person sees them on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.read.docx.names import ALTERNATE, CHOICE, FALLBACK, R, T, content, is_on, value, w
from graph.read.typed import raised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from graph.read.docx.styles import Styles

_FIXED = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_BREAK, _SYMBOL, _BOX = w("br"), w("sym"), w("txbxContent")
_PICTURES = (w("drawing"), w("pict"))
# Signs that status columns are filled with, by the fonts that draw them where a letter stands.
_SIGNS = {
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xD8: "➢"},
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x54: "☒", 0xA3: "☐", 0x98: "●"},
    "symbol": {0xB7: "•", 0xD6: "✓", 0xB4: "×"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x6E: "●"},
}


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a paragraph. `strong` says that all of it is bold; `boxes` are text boxes that hang on it."""

    text: str
    strong: bool
    boxes: tuple[Element, ...]


def passage_of(paragraph: Element, styles: Styles) -> Passage:
    """Read a paragraph. What was deleted, is hidden, or only marks a footnote, is left out."""
    bold = styles.is_bold(value(paragraph, "pPr/pStyle"))
    runs = [one for one in content(paragraph) if one.tag == R and not is_on(one, "rPr/vanish")]
    words = [(_words(run), _is_bold(run, styles, bold)) for run in runs]
    strengths = {strong for text, strong in words if any(map(str.isalnum, text))}
    boxes = tuple(box for run in runs for box in _boxes(run))
    return Passage("".join(text for text, _ in words), strengths == {True}, boxes)


def _is_bold(run: Element, styles: Styles, otherwise: bool) -> bool:
    own = is_on(run, "rPr/b")
    return own if own is not None else styles.is_bold(value(run, "rPr/rStyle")) or otherwise


def _words(run: Element) -> str:
    font = _font(run)
    text = "".join(_piece(child, font) for child in run)
    return raised(text) if value(run, "rPr/vertAlign") == "superscript" else text


def _piece(element: Element, font: str) -> str:
    if element.tag == T:
        text = element.text or ""
        return "".join(_sign(ord(character), font) for character in text) if font in _SIGNS else text
    if element.tag == _BREAK:
        return "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else " "
    if element.tag == _SYMBOL:
        code = element.get(w("char"), "")
        return _sign(int(code, 16), element.get(w("font"), "").lower()) if _is_code(code) else ""
    if element.tag == ALTERNATE:  # an emoji, with the character itself as what to fall back on
        return "".join(found.text or "" for found in element.iterfind(f"{FALLBACK}/{T}"))
    return _FIXED.get(element.tag, "")


def _sign(code: int, font: str) -> str:
    """What a font draws for a character; such characters may also stand in the private area from F000 on."""
    own = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    return _SIGNS.get(font, {}).get(own, "" if own != code else chr(code))


def _is_code(code: str) -> bool:
    return 0 < len(code) <= 4 and all(digit in "0123456789abcdefABCDEF" for digit in code)


def _font(run: Element) -> str:
    fonts = run.find(w("rPr") + "/" + w("rFonts"))
    return "" if fonts is None else fonts.get(w("ascii"), "").lower()


def _boxes(run: Element) -> Iterator[Element]:
    """The text boxes in a run, those of its first version where it has two; a box in a box is found in its turn."""
    for child in run:
        if child.tag == ALTERNATE:
            choice = child.find(CHOICE)
            yield from _outermost(choice) if choice is not None else ()
        elif child.tag in _PICTURES:
            yield from _outermost(child)


def _outermost(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == _BOX:
            yield child
        else:
            yield from _outermost(child)
