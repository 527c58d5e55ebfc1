"""One self-contained HTML file that shows where every pledge went: a summary, the graph, and tables."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.show.embedding import carried, digests, embed
from graph.show.graphpage.drawing import standing
from graph.show.graphpage.network import drawn, network
from graph.show.graphpage.summary import summary
from graph.show.readable import numbered, part_of, readable
from graph.show.site.rendering import common_style
from graph.show.tables import printable, visible
from graph.show.words import place, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.show.graphpage.drawing import Drawing

ASSETS = Path(__file__).parent / "assets"
PYVIS = Path(pyvis.__file__).parent
VIS = PYVIS / "lib" / "vis-9.1.2" / "vis-network.min.js"
MINISEARCH = ASSETS.parents[1] / "minisearch"
# Each may use what those before it define.
SCRIPTS = (
    *("dom.js", "data.js", "state.js", "reach.js", "filters.js", "collapse.js", "flow.js", "free.js", "scene.js"),
    *("paint.js", "cards.js", "marks.js", "rooms.js", "labels.js", "lines.js", "ties.js", "kept.js"),
    *("stage.js", "zoom.js", "moving.js", "address.js", "search.js", "list.js", "saying.js", "combobox.js"),
    *("controls.js", "uncertain.js", "about.js", "panel.js", "table.js", "rows.js", "svg.js", "picture.js"),
    *("keys.js", "page.js"),
)


LIMITS = {"drawn": 6000, "open": 600, "rows": 1000}  # nodes drawn at once, nodes at first, rows of a table


def page(
    commitments: Sequence[Mapping[str, Any]],
    unanswered: Sequence[Mapping[str, Any]],
    *,
    title: str,
    total: int | None = None,
) -> str:
    """The HTML of the page, for a file in UTF-8; `commitments` and `unanswered` as in `drawn`.

    `total` is how many pledges the store holds, where the page shows not all of them. The same records give the
    same characters. Nothing is loaded from elsewhere, and the policy in the page forbids it: only the scripts and
    styles whose digests it names may run.
    """
    drawing = drawn(commitments, unanswered)
    total = len(commitments) if total is None else total
    styles = [Markup(common_style()), source(ASSETS / "page.css")]  # noqa: S704 - our own words and files
    scripts = [source(VIS), minisearch(), source(*(ASSETS / name for name in SCRIPTS))]
    rows = LIMITS["rows"]
    made = network(drawing)
    made.templateEnv = environment(
        title=title,
        words=words(),
        summary=summary(commitments, unanswered, drawing.nodes) | {"total": total},
        commitments=list(map(readable, in_order(drawing, commitments)[:rows])),
        left_out=max(0, len(commitments) - rows),
        unanswered=list(map(readable, unanswered[:rows])),
        unanswered_left_out=max(0, len(unanswered) - rows),
        limits=LIMITS,
        styles=styles,
        scripts=scripts,
        policy=policy(styles, scripts),
        carried=partial(carried_by, drawing, title, total),
    )
    made.path = "page.html.j2"
    html: str = made.generate_html()
    return html


def in_order(drawing: Drawing, commitments: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The pledges in the order of the page, that of its strategies."""
    return sorted(commitments, key=lambda one: drawing.strategy(one["strategy"]["iri"]))


def carried_by(drawing: Drawing, title: str, total: int, nodes: Any, edges: Any, options: Any) -> Markup:
    """The element that carries the data of the page; nodes, edges and options are those of pyvis."""
    return carried(
        {
            "title": printable(title),
            "total": total,
            "limits": LIMITS,
            "strategies": drawing.strategies,
            "documents": drawing.documents.values(),
            "nodes": nodes,
            "edges": edges,
            "quotes": drawing.quotes,
            "options": json.loads(options),
            "words": words(),
        }
    )


def environment(**shown: Any) -> Environment:
    """Jinja that escapes everything, finds our templates before those of pyvis, and knows `shown`.

    What would steer the reader's screen is taken out of every text.
    """
    folders = [FileSystemLoader(ASSETS), FileSystemLoader(PYVIS / "templates")]
    made = Environment(
        loader=ChoiceLoader(folders),
        autoescape=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(shown)
    made.filters.update(embed=embed, standing=standing, place=place, numbered=numbered, part_of=part_of)
    return made


def source(*paths: Path) -> Markup:
    """Scripts or style sheets that are part of the program, to stand in the page as they are."""
    text = "\n".join(path.read_text(encoding="utf-8").strip() for path in paths)
    return Markup(text)  # noqa: S704 - our own files or those of pyvis


def minisearch() -> Markup:
    """The script of the search, with the licence that travels with it."""
    return Markup("/*! MiniSearch\n{}\n*/\n{}").format(
        source(MINISEARCH / "LICENSE"), source(MINISEARCH / "minisearch.js")
    )


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """The Content-Security-Policy that lets exactly these styles and scripts work, and nothing be fetched."""
    return (
        f"default-src 'none'; script-src {digests(scripts)}; style-src {digests(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
