"""A body whose every text means harm: what shows one of them as anything but text is wrong.

The characters are written as escapes, so that this file can be read, and the folder is written where it is needed: no
system would keep some of its names.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Whatever runs says so by a dialog or by `acted`, and asks for something at a host that nobody has.
SCRIPT = "<script>acted=1;alert(1);fetch('http://harm.example/')</script>"
IMAGE = '<img src="http://harm.example/x.png" onerror="acted=2;alert(2)">'
ENDS = "</script></style></title></textarea></template><svg onload=acted=3>"
COMMENT = "<!-- --!> --> <!--"
QUOTES = '" onmouseover=acted=4 autofocus onfocus=acted=5 x=" \' `'
ADDRESS = "javascript:acted=6"
LINK = f"[read more]({ADDRESS}) <a href='{ADDRESS}'>now</a>"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}"
FORMULA = '=HYPERLINK("http://harm.example/","open")'
TURNED = "\u202ereversed\u202c \u2066isolated\u2069 \u200f"
CONTROL = "\x1b[31mred \x9b1m \x0c"
LONG = "Unbreakable" * 200
RIGHT_TO_LEFT = "\u0646\u0635 \u0645\u0646 \u0627\u0644\u064a\u0645\u064a\u0646 \u05de\u05d9\u05de\u05d9\u05df"
PICTURES = "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f4a9 \ufdfa Z\u0351\u036b\u0343\u036a"
ESCAPED = "&lt;script&gt;acted=7&lt;/script&gt; &#x3c;b&#x3e; %3Cscript%3E \\u003cscript\\u003e"
LINES = "one\u2028two\u2029three\x85four"
SPARQL = '" } ; DROP ALL # \\'

ALL = (
    *(SCRIPT, IMAGE, ENDS, COMMENT, QUOTES, LINK, TEMPLATE, FORMULA, TURNED, CONTROL),
    *(LONG, RIGHT_TO_LEFT, PICTURES, ESCAPED, LINES, SPARQL),
)
FILE_NAME = "review <img src=x onerror=acted=8>.md"


def _quoted(text: str) -> str:
    """A string as TOML and Turtle write it."""
    return json.dumps(text, ensure_ascii=False)


_MANIFEST = f"""\
[body]
id = "harm"
name = {_quoted(f"Harm {SCRIPT} Council")}

[[strategy]]
id = "plan"
title = {_quoted(f"Strategy {ENDS} {TURNED}")}
start = "2020"
end = "2023"

[[strategy]]
id = "later"
title = {_quoted(f"Later {QUOTES}")}
start = "2024"
replaces = ["plan"]

[[document]]
id = "review"
file = {_quoted(FILE_NAME)}
title = {_quoted(f"Review {IMAGE} {COMMENT}")}
publisher = {_quoted(f"Publisher {LINK} {CONTROL}")}
date = "2023-06"
kind = {_quoted(f"review {SCRIPT}")}
source = {_quoted(ADDRESS)}
terms = {_quoted(f"Terms {SCRIPT} {FORMULA}")}
states = "plan"
reports_on = "plan"

[[document]]
id = "table"
file = "table.html"
title = {_quoted(f"Table {LONG}")}
publisher = {_quoted(RIGHT_TO_LEFT + PICTURES)}
source = "http://harm.example/<script>"
states = "later"
reports_on = "later"

[[document]]
id = "note"
file = "note.txt"
title = {_quoted(TEMPLATE + ESCAPED)}
date = "2022"
states = "plan"
reports_on = "plan"
"""

_NAMES = f"""\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sl: <https://w3id.org/strategy-links#> .

<programme/better> a sl:Programme ; skos:prefLabel "Better Roads" ;
    skos:altLabel "Better Roads Programme" , {_quoted(SCRIPT)} , {_quoted(TURNED)} ;
    dcterms:isPartOf <programme/javascript:acted=9> .
<programme/javascript:acted=9> a sl:Programme ; skos:prefLabel {_quoted(f"Transport {IMAGE} {ENDS}")} ;
    skos:altLabel {_quoted(FORMULA)} .
<programme/a&b'c(d)> a sl:Programme ; skos:prefLabel {_quoted(QUOTES + SPARQL)} .
<organisation/harbour> a org:Organization ; skos:prefLabel "Harbour Trust" ;
    skos:altLabel {_quoted(IMAGE)} , {_quoted(LONG)} .
"""


def _review() -> str:
    """Every text as a pledge, some as headings, and answers to some of them."""
    pledges = "\n".join(f"- Mend the road number {number} {text} for all." for number, text in enumerate(ALL, 1))
    return f"""\
# Roads {SCRIPT} – Repairs {ENDS}

## What we said we would do

{pledges}

## What we have achieved

- The road number 1 {IMAGE} has been mended as part of the Better Roads Programme with the Harbour Trust.
- We have as yet been unable to mend the road number 2 {SCRIPT} {ENDS}.
- The road number 3 {QUOTES} was rated outstanding by the Harbour Trust {LINK}.
- The road number 4 {COMMENT} {TURNED} {CONTROL} has been mended.
- The road number 11 {LONG} has been mended.
- All other actions {TEMPLATE} are being progressed through the Better Roads Programme {IMAGE}.

# Bridges {TURNED} – {LONG}

## What we said we would do

- Paint every bridge {FORMULA} {RIGHT_TO_LEFT}.
- Close the tunnel {LINES} at night.

## What we have achieved

- Every bridge {FORMULA} has been painted {PICTURES}.
"""


def _table() -> str:
    """A table whose cells hold markup as text, in a page that has scripts of its own."""

    def cell(text: str) -> str:
        return "<td>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</td>"

    rows = "\n".join(
        f"<tr>{cell(f'{number}')}{cell(f'Open hub number {number} {text}')}{cell(f'{word} {text[:60]}')}"
        f"{cell(f'Harbour Trust {text[:80]}')}{cell(f'by 2025 {text[:60]}')}</tr>"
        for number, (text, word) in enumerate(zip(ALL, ("Achieved", "In progress", "Not started") * 6, strict=False), 1)
    )
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{ENDS}</title><script>acted=10;alert(10)</script>
<base href="http://harm.example/"><meta http-equiv="refresh" content="0;url=http://harm.example/">
<style>body {{ display: none }}</style></head><body onload="acted=11"><h1>Hubs {ESCAPED}</h1>
<iframe src="{ADDRESS}"></iframe><form action="http://harm.example/"><input autofocus onfocus="acted=12"></form>
<table><tr><th>Ref</th><th>Action</th><th>Status</th><th>Lead</th><th>Timescale</th></tr>
{rows}
</table></body></html>
"""


def _note() -> str:
    pledges = "\n".join(f"- Plant tree number {number} {text}." for number, text in enumerate(ALL, 1))
    return f"""\
A note {SCRIPT}.
- Trees – {QUOTES}
What we said we would do
{pledges}
What we have achieved
- Tree number 2 {IMAGE} has been planted as part of the Better Roads Programme.
- We have as yet been unable to plant tree number 5 {QUOTES}.
"""


def write(folder: Path) -> Path:
    """Write the body's folder, and give it back."""
    folder.mkdir(parents=True)
    (folder / "strategies.toml").write_text(_MANIFEST, encoding="utf-8")
    (folder / "names.ttl").write_text(_NAMES, encoding="utf-8")
    for name, text in ((FILE_NAME, _review()), ("table.html", _table()), ("note.txt", _note())):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder
