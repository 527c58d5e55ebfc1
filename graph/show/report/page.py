"""A report as one HTML file that prints well: no script, and nothing is fetched from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.show.embedding import digests
from graph.show.look import common_style
from graph.show.report.composing import report_words
from graph.show.report.contents import HEADS, contents
from graph.show.report.telling import HEADINGS, SHOWN, linked, runs
from graph.show.wording import counted, dated
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.show.report.model import Report

_ASSETS = Path(__file__).parent / "assets"


def page(report: Report) -> str:
    """The HTML of a report, for a file in UTF-8. The same report gives the same characters.

    Its policy lets one style work, which it names by its digest, and no script.
    """
    style = common_style() + "\n" + (_ASSETS / "report.css").read_text(encoding="utf-8")
    made = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words=words(), said=report_words(), headings=HEADINGS, heads=HEADS, most=SHOWN)
    made.filters.update(counted=counted, dated=dated, bars=bars, linked=linked, runs=runs)
    policy = f"default-src 'none'; style-src {digests([style])}; base-uri 'none'; form-action 'none'"
    return made.get_template("report.html.j2").render(
        report=report,
        contents=contents(report),
        style=Markup(style),  # noqa: S704 - our own files
        policy=policy,
    )


def bars(statuses: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, float, float]]:
    """The parts of a bar: status, count, left edge and width, both in hundredths of the bar.

    >>> list(bars([("Achieved", 1), ("Outstanding", 3)]))
    [('Achieved', 1, 0.0, 25.0), ('Outstanding', 3, 25.0, 75.0)]
    """
    parts = list(statuses)
    whole, before = sum(count for _, count in parts), 0
    for value, count in parts:
        left, right = (round(100 * one / whole, 2) for one in (before, before + count))
        yield value, count, left, round(right - left, 2)
        before += count
