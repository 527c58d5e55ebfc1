"""Signs that fonts draw in their own way, as the characters that they stand for.

Wingdings and Symbol have no letters: a file gives their signs by code, often in Unicode's private use area (U+F000 and
what follows). The signs of a list and of a tick box are known here; others of these fonts are taken for bullets.
"""

from __future__ import annotations

#: What is written as several letters elsewhere, and hyphens that are the same as the common one to a reader.
LETTERS = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u2010": "-",
        "\u2011": "-",
        "\x00": "\ufffd",
    }
)

#: https://www.unicode.org/L2/L2011/11052r-wingdings.pdf for Wingdings; Symbol's bullet is B7.
_SIGNS = {
    0x6C: "●",
    0x6D: "○",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0x73: "◆",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xB7: "•",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_PRIVATE = 0xF000


def sign(character: str) -> str:
    """What a character of a font of signs draws.

    >>> [sign(character) for character in ("\\uf0b7", "ü", "●")]
    ['•', '✓', '●']
    """
    code = ord(character)
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        return _SIGNS.get(code - _PRIVATE, "•")
    return _SIGNS.get(code, "•") if code <= 0xFF and not character.isspace() else character
