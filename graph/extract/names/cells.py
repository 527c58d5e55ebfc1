"""What stands in a cell of owners or partners, cut where names may part: pieces, and the atoms within a piece.

Semicolons, slashes and bullets always part names. Line ends, commas and "and" may: `extract.holders` decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.names.acronyms import is_acronym, stands_for
from graph.extract.names.lexicon import any_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

# What always parts names, outside parentheses; a slash between numbers does not.
_PARTED = re.compile(r"\s*(?:;|[•●▪■◦|]|\s\+\s|(?<!\d)\s*/\s*(?!or\b))\s*")
_WITH = re.compile(
    r"[\s,]*\b(?:supported by|alongside|plus|as well as|(?:working |jointly |together )?with(?: support from)?"
    r"|in (?:partnership|conjunction|consultation|collaboration) with)\s+",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"[\s,;–—-]*(?:\(\s*)?\b(?:(?:supported|assisted|aided|helped) by"
    r"|(?:working )?with(?: (?:the )?(?:support|help|assistance|input|advice) (?:from|of))?"
    r"|in (?:partnership|conjunction|consultation|collaboration|co-?operation) with"
    r"|(?:support|partners?|partnering)(?: from)?\s*:)\s+",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(r"[\s,]*\(\s*(?:with|supported by|plus|and)\s+([^()]*)\)", re.IGNORECASE)
_WEAK = re.compile(
    r"\s*(?P<line>[\r\n]+)\s*|\s*(?P<comma>,)\s*(?:(?P<and>and|&)\s+)?|\s+(?P<only>and|&)\s+|\s+(?P<dash>[–—-])\s+",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[^\S\r\n]*(?:[-–—*✓]|\(?(?:\d{1,2}[.)]|[a-z]\)))[^\S\r\n]+", re.MULTILINE)
# A line that cannot be the end of a name, and one that cannot be its start: the cell only wraps there.
_UNFINISHED = re.compile(r"(?:[,&(/–—-]|\b(?:and|of|for|the|to|in|on|with|at|by)|['’]s|s['’])$", re.IGNORECASE)
_CARRIED_ON = re.compile(r"(?:[a-z(&]|(?:and|of|for)\b)")
_WILL = re.compile(r"\s+(?:will|shall|must|is to|are to)\b[^\r\n;]{0,60}$", re.IGNORECASE)
_CLAUSE = re.compile(r"^.*(?:[.!?]\s+|,\s+(?=the\b|[A-Z]))", re.DOTALL)
_GIVEN = re.compile(r"^(?P<name>.*\S)\s*\((?P<more>[^()]*)\)$", re.DOTALL)
_PARENTHESES = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of a piece between two places where names may part; `before` is the sign there.

    That is "line", "comma", "only" (of an "and"), "comma and" or "dash"; empty for the first atom of a piece.
    """

    text: str
    start: int
    end: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell that no sign divides for certain, with its atoms."""

    text: str
    atoms: tuple[Atom, ...]

    def joined(self, first: int, last: int) -> str:
        """The words from one atom to another, as a name is written."""
        return clean(self.text[self.atoms[first].start : self.atoms[last].end])


def pieces(cell: str) -> Iterator[Piece]:
    """The parts of a cell that stand between signs which always part names, in order.

    >>> [piece.text for piece in pieces("Lead: Estates; Support: Finance / Legal (with Audit)")]
    ['Estates', 'Finance', 'Legal', 'Audit']
    """
    if not names_somebody(cell):
        return
    folded = "\n".join(" ".join(line.split()) for line in cell.splitlines() if line.strip())
    text = _IN_PARENTHESES.sub(r"; \1", _spoken(folded))
    lines = _BULLET.sub(";", text) if len(_BULLET.findall(text)) > 1 else _BULLET.sub("", text, count=1)
    for part in _split(_PARTED, lines):
        for one in _split(_WITH, part):
            plain = _without_role(one.strip(" .,:"))
            if plain:
                yield Piece(plain, tuple(_atoms(plain)))


def owner_and_partner(cell: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the owner and the partner stand in a cell that names both; None where it does not.

    >>> owner_and_partner("Estates, with Harbour Trust"), owner_and_partner("Jointly with Estates")
    (((0, 7), (14, 27)), None)
    """
    found = _HELPED.search(cell)
    if found is None or not cell[: found.start()].strip() or not names_somebody(cell[found.end() :]):
        return None
    before = cell[: found.start()].split()
    partner = cell[found.end() :].strip()
    goes_on = before[-1].casefold() in words("with_what") or any(sign in partner for sign in ";\n")
    last = partner.rstrip(" .)").split()[-1].casefold()
    is_named = partner.removeprefix("the ")[:1].isupper() or last in words("organisations") | words("teams")
    if goes_on or not is_named:
        return None
    end = len(cell.rstrip(" .")) - (cell.rstrip(" .").endswith(")") and "(" in found.group())
    return (0, found.start()), (found.end(), end)


def clean(name: str) -> str:
    """A name as a label: on one line, without "the", what role it has, the acronym behind it, and stops.

    >>> clean("the Harbour Trust (lead)."), clean("Head of\\nEstates"), clean("Harbour Safety Agency (HSA)")
    ('Harbour Trust', 'Head of Estates', 'Harbour Safety Agency')
    """
    plain = re.sub(r"[,\s]+etc\.?$", "", " ".join(name.split())).strip(" .,:;*‘’“”\"'")
    given = _GIVEN.match(plain)
    if given and (given["more"].casefold() in words("roles") or _is_short(given["more"], given["name"])):
        plain = given["name"]
    return re.sub(r"^(?:the|all of the)\s+(?=\S)", "", plain, flags=re.IGNORECASE).strip(" .,:;")


def _is_short(short: str, name: str) -> bool:
    return is_acronym(short) and stands_for(short, name)


def names_somebody(name: str) -> bool:
    """Whether a text in an owner's cell is a name: not "TBC", not "n/a", not a sentence."""
    plain = name.casefold().strip(" .()[]")
    return plain not in words("nobody") and any(map(str.isalpha, plain))


def _spoken(cell: str) -> str:
    """Whom a lead-in speaks of: "The Digital Unit" of "The Digital Unit will:"."""
    found = _WILL.search(cell.strip())
    return _CLAUSE.sub("", cell.strip()[: found.start()]) if found else cell


def _without_role(name: str) -> str:
    found = _role().match(name)
    return name[found.end() :] if found and found.end() < len(name) else name


@cache
def _role() -> re.Pattern[str]:
    """ "Lead:", "Supported by -": what a cell says of a name before it."""
    return re.compile(rf"(?:{any_of('roles')})\s*(?::|\s[–—-])\s*", re.IGNORECASE)


def _atoms(text: str) -> Iterator[Atom]:
    shielded = _shielded(text)
    start, before = 0, ""
    for match in _WEAK.finditer(shielded):
        if match["line"] and _is_wrapped(shielded[start : match.start()], shielded[match.end() :]):
            continue
        if match.start() > start:
            yield Atom(text[start : match.start()], start, match.start(), before)
            before = ""
        joint = "comma and" if match["and"] else "dash" if match["dash"] else match.lastgroup or "and"
        before = joint if joint == "line" or not before else before
        start = match.end()
    if start < len(text):
        yield Atom(text[start:], start, len(text), before)


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a line end stands within a name, not between two."""
    first = re.split(r"[\r\n]", following, maxsplit=1)[0].strip()
    lone_noun = " " not in first and first.casefold() in (words("organisations") | words("teams") | words("post_ends"))
    return bool(_UNFINISHED.search(line.strip()) or _CARRIED_ON.match(following) or lone_noun)


def _split(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """A text between the matches of a pattern, none of them inside parentheses."""
    position = 0
    for match in pattern.finditer(_shielded(text)):
        yield text[position : match.start()]
        position = match.end()
    yield text[position:]


def _shielded(text: str) -> str:
    """The text with letters for all that stands in parentheses, so that nothing parts there; as long as before."""
    return _PARENTHESES.sub(lambda match: f"({'x' * (len(match.group()) - 2)})", text)
