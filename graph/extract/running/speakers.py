"""Who speaks in a sentence: the body that writes the document, or others.

A sentence is written for the cues of `cues/prose.toml` with "we" for the body and all its parts ("The Trust",
"my office", "the Delivery Board") and "others" for everybody else who acts in it. The words are in [speakers] there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from graph.extract.running.itself import NAME, WORD, Itself, any_of, expression, is_thing, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REMARK = r"(?:,? \([^()]{1,40}\))?(?:, [^,;.]{1,80},)?"
_START = r"(?:(?<=^)|(?<=, ))"
_NUMBERED = r"(?:[Bb]oth|(?:[Tt]he|[Aa]ll) (?:two|three|four|five|six|seven|eight|nine|ten))"
_GOING = re.compile(r"\b(?:am|is|are) going to\b")
_SHORT = re.compile(r"(?<=\b[Ww]e)['’](ll|re|ve)\b|(?<=\bI)['’](ll|m|ve)\b")
_LONG = {"ll": " will", "re": " are", "ve": " have", "m": " am"}
_QUOTED = re.compile(r"[“\"][^“”\"]{3,400}[”\"]|‘[^‘’]{12,400}’(?!\w)|(?<!\w)'[^']{12,400}'(?!\w)")
# What stands before initials that are no subject by themselves: "agency " of "agency CIO", "GOV." of "GOV.UK".
_COMPOUND = re.compile(
    r"\w\.$|\b(?!(?:also|and|as|but|from|if|or|so|than|that|then|when|where|while|by|for|with)\b)[a-z]{4,} $"
)
_POSSESSIVE = re.compile(r"['’]s \w")
_JOINED = re.compile(r" and (?:the )?(?:(?:[A-Z]\.)+ )?others\b")
_REFERS = re.compile(r"^(?:It|They|S?[Hh]e)(?= (?:will|shall|must|also|intends?|plans?|aims?|hopes?)\b)")


@dataclass(frozen=True, eq=False)
class Speakers:
    """The subjects of one document, as expressions: the body with all its parts, `places` that promise, and others:
    those `elsewhere` who are named like parts of a body, and all `others`.

    The expressions are long: each is compiled when it is first needed. Two of them are the same only if they are one.
    """

    subject: str
    verb: str
    places: re.Pattern[str]
    elsewhere: re.Pattern[str]
    others: re.Pattern[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Speakers:
        """Learn from the texts of a document's blocks who it means by what."""
        return _learnt(tuple(texts))

    @cached_property
    def own(self) -> re.Pattern[str]:
        return re.compile(rf"{self.subject}(?:,? {expression('beside')})?{_REMARK},?{self.verb}")

    @cached_property
    def begins(self) -> re.Pattern[str]:
        return re.compile(rf"{self.subject}\b")

    @cached_property
    def possessive(self) -> re.Pattern[str]:
        return re.compile(rf"{self.subject}['’]s(?= \w)")

    @cached_property
    def joined(self) -> re.Pattern[str]:
        named = rf"(?:{self.subject}|\b[Ww]e|\bour {NAME})(?: \([A-Z]+\))?"
        return re.compile(rf"{named},? and (?:the )?(?:(?:[A-Z]\.)+ )?others\b")

    def spoken(self, sentence: str, follows_own: bool = False) -> str:
        """A sentence as the cues read it; after a sentence about the body, "it" and "they" mean the body.

        >>> Speakers.of(["The Harbour Trust runs two hospitals."]).spoken("The Trust will open a clinic.")
        'we will open a clinic.'
        """
        text = _QUOTED.sub("", " ".join(sentence.split()))
        if follows_own:
            text = _REFERS.sub("we", text)
        text = re.sub(r"\b([Ii]t|[Tt]here)['’]s\b", r"\1 is", text)
        text = _GOING.sub("will", re.sub(r"\bwon['’]t\b", "will not", _SHORT.sub(_in_full, text)))
        text = self.possessive.sub("our", text) if _POSSESSIVE.search(text) else text
        text = re.sub(r"\bI\b(?!\.)", "we", text)
        text = self.elsewhere.sub("others", self.places.sub(_place, text))
        text = self.others.sub(_other, self.own.sub("we", text))
        return self.joined.sub("we", text) if _JOINED.search(text) else text

    def speaks(self, sentence: str) -> bool:
        """Whether a sentence begins with the body itself."""
        return bool(self.begins.match(" ".join(sentence.split())))


@lru_cache(maxsize=2)
def _learnt(texts: tuple[str, ...]) -> Speakers:
    """Several layouts ask the same of one document."""
    itself = Itself.of(texts)
    not_after = "".join(rf"(?<!\b{word}\x20)(?<!\b{word.title()}\x20)" for word in words("not_after"))
    verb = rf"(?=(?: (?:{expression('between')})){{0,3}} (?:{expression('verbs')})\b)"
    places = rf"\b{not_after}(?:{any_of(itself.places)})(?= (?:{expression('place_promises')})\b)"
    named = "\n".join((*itself.names, *itself.kinds)).lower()
    foreign = [one for one in words("elsewhere") if one not in named]
    strangers = rf"(?:[Tt]he )?(?:{WORD} ){{0,4}}(?i:{any_of(foreign)})\b"
    return Speakers(
        subject=rf"\b{not_after}(?:{'|'.join(_subjects(itself))})",
        verb=verb,
        places=re.compile(places),
        elsewhere=_compiled(rf"\b(?:{strangers}{verb}|(?<=\bby ){strangers})"),
        others=_compiled(rf"\b(?:{_other_subjects(itself)}){_REMARK},?{verb}"),
    )


@lru_cache(maxsize=16)
def _compiled(expression: str) -> re.Pattern[str]:
    """An expression that is the same for most documents."""
    return re.compile(expression)


def named_before(text: str) -> tuple[int, int] | None:
    """Where the name stands that a text ends with: the subject of a verb that follows."""
    before = re.search(rf"(?:[Tt]he )?(?P<name>{NAME})(?: (?:{expression('between')})){{0,3}} ?$", text)
    return before.span("name") if before else None


def _in_full(short: re.Match[str]) -> str:
    return _LONG[short[1] or short[2]]


def _place(name: re.Match[str]) -> str:
    """A place as the body, unless it only ends a longer name: "East Wey"."""
    return name.group() if re.search(rf"(?<!^){WORD} $", name.string[: name.start()]) else "we"


def _other(subject: re.Match[str]) -> str:
    """Somebody else as "others"; a thing that has a name, or a post of the body, stays what it is.

    So do initials that only end a longer name: "each agency CIO".
    """
    name = subject.group().rstrip(" ,")
    if name.isupper() and _COMPOUND.search(subject.string[: subject.start()]):
        return subject.group()
    return subject.group() if is_thing(name) or name.lower().endswith(words("posts")) else "others"


def _subjects(itself: Itself) -> Iterator[str]:
    """Expressions for the body and its parts."""
    units, bodies, groups = (expression(key) for key in ("units", "bodies", "groups"))
    great_units, great_bodies = (any_of(word.title() for word in words(key)) for key in ("units", "bodies"))
    some = r"(?:[\w’'-]+ )"
    yield rf"(?:[Tt]he )?(?:{any_of(itself.names)})"
    yield rf"(?:[Oo]ur|[Mm]y) {some}{{0,2}}?(?:{units}|{bodies}|{expression('ours')})"
    yield rf"[Tt]he (?:{expression('offices')}) of (?:the )?{NAME}"
    yield rf"{_START}(?:(?i:our) {some}{{0,2}}|(?i:{expression('services')}) )?(?i:{expression('workers')})"
    yield rf"(?:[Tt]he|[Tt]his|[Aa]|[Ee]ach|[Ee]very) (?:(?:{expression('kinds')}) ){{0,2}}(?:{units})"
    yield rf"(?:[Tt]he|[Aa]|[Oo]ur) {some}{{0,2}}(?i:{groups})(?: (?:on|for|of) (?:the )?[\w-]+(?: [\w-]+)?)?"
    yield rf"{_NUMBERED} (?:{expression('joint')})"
    yield rf"(?<=^){WORD} (?:{expression('plural_groups')})"
    yield rf"[Aa]n? {some}{{0,3}}(?:{expression('new_groups')})"
    yield rf"[Aa]n? (?:{WORD} ){{1,4}}(?:{expression('named_groups')})"
    yield rf"(?:[Tt]he|[Tt]his) (?:{any_of((*words('bodies'), *itself.kinds))})"
    modifiers = rf"(?:{WORD} (?:(?:of|for|and|&) )?){{1,6}}"
    yield rf"(?:[Tt]he |[Aa] |[Oo]ur )?{modifiers}(?:{great_units})(?: of (?:the )?{NAME})?"
    yield rf"(?:[Tt]he|[Tt]his|[Oo]ur) (?:{great_units})(?: of (?:the )?{NAME})?"
    yield rf"(?:[Tt]he|[Tt]his|[Oo]ur) (?:{great_bodies})"
    yield rf"{_START}(?:{any_of(word.capitalize() for word in words('alone'))})"
    yield from _institutions(any_of(itself.institutions))
    yield rf"(?:[Tt]he|[Tt]his|[Oo]ur) (?:{any_of(itself.wholes)})"
    yield rf"(?:[Tt]he )?(?:{expression('chiefs')}) {WORD}(?: {WORD}){{0,2}}"
    if itself.government:
        yield r"(?:[Tt]he|[Tt]his|HM|[Oo]ur) [Gg]overnment"
        yield rf"[Tt]he (?:{WORD} (?:(?:and|of|for) )?){{0,4}}(?:{expression('ministers')})(?: for {NAME})?"


def _institutions(kinds: str) -> Iterator[str]:
    """Expressions for the institutions that a document speaks for, with those who lead them: "heads of agencies"."""
    each = rf"(?:(?:[Aa]ll|[Ee]ach|[Ee]very) )?(?:[a-z]+ )??(?i:{kinds})"
    yield rf"(?:[Tt]he [a-z]+ of )?{each}(?: and {NAME})?"
    yield rf"{each}(?:['’]s)? (?:[A-Z]{{2,5}}\b ?)?(?:chiefs?|heads?|leaders?|offices?|officers?)?(?<! )"


def _other_subjects(itself: Itself) -> str:
    """An expression for everybody else: known others, and whoever has a name."""
    others = [word for word in words("others") if not (itself.government and word == "government")]
    some = r"(?:(?:[Tt]he|[Oo]ur|[Mm]any|[Ss]ome|[Mm]ost|[Tt]hese|[Tt]hose) )?(?:(?!\d|if\b)[\w’'-]+ )??"
    named = rf"[Tt]he {NAME}|{WORD}(?: (?:(?:of|for|and|the|&) ){{0,2}}{WORD}){{1,8}}|[A-Z][A-Z&]+"
    return rf"{some}(?i:{any_of(others)})|{named}"
