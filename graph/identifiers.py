"""IRIs for what the graph talks about.

An IRI is made from the thing's own words and from nothing else, so that it survives re-running,
re-ordering and the insertion of other pledges. A short checksum of the whole text keeps two texts
that begin alike apart.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NewType

Iri = NewType("Iri", str)

DEFAULT_BASE = "https://w3id.org/strategy-links/id/"
_SLUG_WORDS = 8
_IN_PATH = r"(?:%[0-9A-Fa-f]{2}|[^\x00-\x20\x7f-\x9f\ud800-\uf8ff<>\"{}|\\^`%#\[\]])*"
_WEB_ADDRESS = re.compile(
    rf"https?://(?:[\w-]+\.)*[\w-]+(?::[0-9]{{1,5}})?(?:/{_IN_PATH})?(?:\?{_IN_PATH})?(?:#{_IN_PATH})?"
)
_FORBIDDEN_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


def iri(text: str) -> Iri:
    """Check that `text` is an absolute IRI (RFC 3987, as SPARQL 1.1 writes it between angle brackets).

    >>> iri("https://example.org/id/steps")
    'https://example.org/id/steps'

    Raises ValueError where it is not.
    """
    if _FORBIDDEN_IN_IRI.search(text) or not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", text):
        raise ValueError(f"not an absolute IRI: {text!r}")
    return Iri(text)


def is_web_address(text: str) -> bool:
    """Whether a text is one address of the web and nothing else, so that pages may link to it.

    >>> is_web_address("https://example.org/plan?year=2"), is_web_address("https://"), is_web_address("see https://a.b")
    (True, False, False)
    """
    return _WEB_ADDRESS.fullmatch(text) is not None


def slug(text: str, words: int = _SLUG_WORDS) -> str:
    """The first words of a text in the characters that are safe in any IRI.

    >>> slug("Reduce the number of children living outside Devon.")
    'reduce-the-number-of-children-living-outside-devon'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    found = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    return "-".join(found[:words])[:80].strip("-")


def whole_slug(text: str) -> str:
    """A slug that tells any two texts apart: where it cannot hold all words, a checksum stands for the rest.

    >>> whole_slug("Promoting stability"), whole_slug("儿童")
    ('promoting-stability', '5246f67f')
    """
    short = slug(text)
    complete = short and short == slug(text, words=100) and text.isascii()
    return short if complete else "-".join(filter(None, (short, fingerprint(text))))


def fingerprint(*parts: str, digits: int = 8) -> str:
    """The first hexadecimal digits of the parts' SHA-256, white space folded.

    >>> fingerprint("Steps", "a  project") == fingerprint("Steps", "a project")
    True
    """
    folded = "\x1f".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(folded.encode()).hexdigest()[:digits]


def mint(base: str, *segments: str) -> Iri:
    """Join segments that are already safe to the base.

    >>> mint("https://example.org/", "devon", "programme", "steps")
    'https://example.org/devon/programme/steps'
    """
    return iri(base + "/".join(segment for segment in segments if segment))


def mint_from_text(base: str, text: str, *context: str) -> Iri:
    """An IRI below `base` for a text that stands in a context (its theme, say).

    >>> mint_from_text("https://example.org/c/", "Review the statement of purpose.", "Secure home")
    'https://example.org/c/review-the-statement-of-purpose-1f884026'
    """
    return mint(base, "-".join(filter(None, (slug(text), fingerprint(*context, text)))))
