"""Inline markup of plain text and Markdown, blanked out: what a reader of the page would not see.

The blanked text is as long as the text it was made from, so that offsets in the one are offsets in the other.
Every pattern here takes time in proportion to the text, whatever the text is: repetitions are possessive, or stop
where the next match could start.
"""

from __future__ import annotations

import html
import re

_IMAGE = r"!\[[^\[\]\n]*+\]\((?:[^()\n]++|\([^()\n]*+\))*+\)"
_HIDDEN = re.compile(
    rf"""
    (?=[!\[<{{*_`~\\⁰¹²³⁴⁵⁶⁷⁸⁹])(?:                      # only these can start what is hidden
      {_IMAGE}
    | \[\^[^\]\s]{{1,20}}\]                             # the mark of a footnote
    | \[(?P<words>(?:{_IMAGE}|\[[^\[\]\n]{{0,80}}\]|[^\[\]\n]|\n(?![^\S\n]*\n))++)
      (?P<address>\]\((?:[^()\n]++|\([^()\n]*+\))*+\)|\]\[[^\[\]\n]{{0,80}}\])
    | <(?:https?://|mailto:)[^<>\s]++>                  # an address by itself
    | <sup\b[^<>\n]*+>\s*(?:<a\b[^<>\n]*+>)?\[?[\d,*†‡ ]{{1,8}}\]?(?:</a>)?\s*</sup>  # the raised mark of a footnote
      (?<!m<sup>2</sup>)(?<!m<sup>3</sup>)              # but not of square metres
    | </?[a-zA-Z][\w:-]*+(?:\s+(?:open|hidden|nowrap))?\s*/?>  # a tag without attributes
    | <[a-zA-Z][\w:-]*+\s+[\w:.@-]++\s*=(?:[^<>\n]|\n[^\S\n]*(?=[\w:-]++=|/?>))*+>  # one with, on one line or several
    | <!--(?:(?!<!--|-->).)*+-->
    | \{{%[ ]*tab[ ]+title=["'](?P<tab>[^{{}}\n"']++)["'][ ]*%\}}  # the title of a tab heads what stands in it
    | \{{[:%{{][^{{}}\n]*+\}}++|\{{[\#.][\w-][^{{}}\n]*+\}}  # what templates and Kramdown add
    | (?<!\*)\*{{2,3}}(?!\*)(?:(?=\S)|(?<=\S\*\*)|(?<=\S\*\*\*))   # strong, inside words too
    | (?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])         # emphasis
    | (?<![\w_])_{{1,3}}(?=[^\s_])|(?<=[^\s_])_{{1,3}}(?![\w_])
    | (?<!`)`{{1,2}}(?!`)|~~
    | (?:(?<=[^\W\d_]{{2}})|(?<=[.,;)”’\"']))(?<!\b[ckm]m)(?<!\bCO)[⁰¹²³⁴⁵⁶⁷⁸⁹]++  # another; m², km² and CO² stay
    | \\(?P<escaped>[()\[\]*_#|.!+~`&<>-])             # an escape
    )""",
    re.VERBOSE | re.DOTALL,
)
# Lines of one quotation: the signs before all but the first would stand in the middle of its sentences.
_QUOTED = re.compile(r"^[ \t]{0,3}>[^\n]*+(?:\n[ \t]{0,3}>[^\n]*+)++", re.MULTILINE)
_QUOTE_SIGNS = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_SEEN = re.compile(r"[^\r\n]")  # line ends stay: lines are counted in the blanked text
# A quote may end with the words of a link, without its address.
_CUT = re.compile(r"(?<![^\s(])\[(?P<words>[^\[\]]+)\Z")
# Or begin with them, without the bracket before these.
_BEGUN = re.compile(r"\A(?P<words>[^\[\]]++)\]\((?:[^()\n]++|\([^()\n]*+\))*+\)")
# What `plain` may have to take away or to set otherwise. Most texts have none of it, and are what a reader sees.
_TOUCHED = re.compile(r"[]\[<{*_`~\\⁰¹²³⁴⁵⁶⁷⁸⁹&]|[^\S ]|\s[\s.,;:)]|\(\s|\A\s|\s\Z")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,30});")


def masked(text: str) -> str:
    """The text with inline markup replaced by as many spaces.

    >>> masked("We will **open** [a hub](https://example.org)¹.")
    'We will   open    a hub                       .'
    """
    return _HIDDEN.sub(_blank, _QUOTED.sub(_without_signs, text))


def plain(text: str) -> str:
    """The text as a reader sees it, on one line.

    >>> plain("We will **open** [a hub](https://example.org)¹ for you &amp; me.")
    'We will open a hub for you & me.'
    >>> plain("our service ([Canal Watch](https://example.org)), by [Locks")
    'our service (Canal Watch), by Locks'
    >>> plain("Close the lock](https://example.org) and open another")
    'Close the lock and open another'
    """
    if not _TOUCHED.search(text):
        return text
    seen = _ENTITY.sub(
        lambda match: html.unescape(match.group()), masked(_BEGUN.sub(r"\g<words>", _CUT.sub(r"\g<words>", text)))
    )
    return re.sub(r"\s+([.,;:)])", r"\1", re.sub(r"\(\s+", "(", " ".join(seen.split())))


def _blank(match: re.Match[str]) -> str:
    if match["escaped"]:
        return " " + match["escaped"]
    if match["tab"]:
        before, after = match.start("tab") - match.start(), match.end() - match.end("tab")
        return " " * before + masked(match["tab"]) + " " * after
    if match["words"] is None:
        return _SEEN.sub(" ", match.group())
    return " " + masked(match["words"]) + " " * len(match["address"])


def _without_signs(match: re.Match[str]) -> str:
    return _QUOTE_SIGNS.sub(lambda sign: " " * len(sign.group()), match.group())
