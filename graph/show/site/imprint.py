"""Who publishes the pages: what they are called, whose they are, and whom to ask. All of it is data, shown as text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from graph.identifiers import is_web_address
from graph.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "Strategy Links"

_MAIL = re.compile(r"[^\s@<>\"(),:;\[\]\\]+@[^\s@<>\"(),:;\[\]\\]+\.[^\s@<>\"(),:;\[\]\\.]+")
_TELEPHONE = re.compile(r"\+?[0-9(][0-9 ()./-]+")
_DIGITS = range(3, 16)  # ITU-T E.164 has fifteen at the most; short numbers of services have three


@dataclass(frozen=True, slots=True)
class Imprint:
    """What pages say of their publisher; what is empty they leave out."""

    title: str = ""
    publisher: str = ""
    contact: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str | None]) -> Imprint:
        """One of what was said, each on one line. Raises ValueError, with a sentence, where a contact leads nowhere."""
        kept = {name: " ".join(printable(text).split()) for name, text in said.items() if text}
        made = cls(**kept)
        if made.contact and not made.href:
            raise ValueError(
                f"{made.contact!r} leads to nobody: give a mail address, a telephone number or an address of the web"
            )
        return made

    @property
    def name(self) -> str:
        """What the pages are called."""
        return self.title or PROGRAM

    @property
    def href(self) -> str | None:
        """Where the contact leads: `https:`, `mailto:` or `tel:`; None for anything else.

        >>> Imprint(contact="plans@council.example").href, Imprint(contact="(01234) 567 890").href
        ('mailto:plans@council.example', 'tel:01234567890')
        """
        if is_web_address(self.contact):
            return self.contact
        if _MAIL.fullmatch(self.contact):
            return "mailto:" + quote(self.contact, safe="@+")
        digits = re.sub(r"[^0-9]", "", self.contact)
        if _TELEPHONE.fullmatch(self.contact) and len(digits) in _DIGITS:
            return f"tel:{'+' if self.contact.startswith('+') else ''}{digits}"
        return None

    def record(self) -> dict[str, Any]:
        """As plain data, of which `of` makes the same again."""
        return {"title": self.title, "publisher": self.publisher, "contact": self.contact}


NOBODY = Imprint()
