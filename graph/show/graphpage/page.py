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
from graph.show.graphpage.leading import lead, pages
from graph.show.graphpage.network import drawn, network
from graph.show.graphpage.sources import Sources
from graph.show.graphpage.summary import summary
from graph.show.look import common_style
from graph.show.readable import numbered, part_of, readable
from graph.show.scripts.joined import libraries, shared
from graph.show.tables import printable, visible
from graph.show.words import review_told, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.show.graphpage.drawing import Drawing
    from graph.show.site.links import Links

ASSETS = Path(__file__).parent / "assets"
PYVIS = Path(pyvis.__file__).parent
VIS = PYVIS / "lib" / "vis-9.1.2" / "vis-network.min.js"
# Each may use what those before it define.
SCRIPTS = (
    *("dom.js", "data.js", "state.js", "reach.js", "filters.js", "collapse.js", "flow.js", "free.js", "scene.js"),
    *("paint.js", "cards.js", "marks.js", "rooms.js", "labels.js", "lines.js", "ties.js", "kept.js"),
    *("stage.js", "zoom.js", "moving.js", "address.js", "search.js", "list.js", "pages.js", "saying.js", "combobox.js"),
    *("controls.js", "telling.js", "uncertain.js", "about.js", "panel.js", "table.js", "rows.js", "svg.js"),
    *("picture.js", "printing.js", "keys.js", "following.js", "page.js"),
)


LIMITS = {"drawn": 6000, "open": 600, "rows": 1000}  # nodes drawn at once, nodes at first, rows of a table


def page(
    commitments: Sequence[Mapping[str, Any]],
    unanswered: Sequence[Mapping[str, Any]],
    *,
    title: str,
    total: int | None = None,
    sets: Sequence[Mapping[str, Any]] = (),
    sources: Sources | None = None,
    links: Links | None = None,
) -> str:
    """The HTML of the page, for a file in UTF-8; `commitments` and `unanswered` as in `drawn`.

    `total` is how many pledges the store holds, where the page shows not all of them; `sets` are the files of decisions
    (`graph.ask.reviewing`). `sources` are the documents of the store, `links` the pages that it leads to, where it is
    one of a site or of a server. The same records give the same characters. Nothing is loaded from elsewhere, and the
    policy in the page forbids it: only the scripts and styles whose digests it names may run.
    """
    sources = sources or Sources()
    drawing = drawn(commitments, unanswered, sources, led=links is not None)
    if links:
        lead(drawing, links)
    total = len(commitments) if total is None else total
    styles = [Markup(common_style()), source(ASSETS / "page.css")]  # noqa: S704 - our own words and files
    scripts = [source(VIS), Markup(libraries()), Markup(f"{shared()}\n{own()}")]  # noqa: S704 - our own files
    rows = LIMITS["rows"]
    made = network(drawing)
    figures = summary(commitments, unanswered, drawing.nodes) | {"total": total, "reviewed": review_told(sets)}
    made.templateEnv = environment(
        title=title,
        words=words(),
        summary=figures,
        commitments=list(map(readable, in_order(drawing, commitments)[:rows])),
        left_out=max(0, len(commitments) - rows),
        unanswered=list(map(readable, unanswered[:rows])),
        unanswered_left_out=max(0, len(unanswered) - rows),
        limits=LIMITS,
        styles=styles,
        scripts=scripts,
        policy=policy(styles, scripts),
        carried=partial(carried_by, drawing, title, figures, links),
        home={"href": links.home, "name": links.imprint.title or "All pages"} if links else None,
    )
    made.templateEnv.filters["place"] = sources.place
    made.path = "page.html.j2"
    html: str = made.generate_html()
    return html


def in_order(drawing: Drawing, commitments: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The pledges in the order of the page, that of its strategies."""
    return sorted(commitments, key=lambda one: drawing.strategy(one["strategy"]["iri"]))


def carried_by(
    drawing: Drawing,
    title: str,
    figures: Mapping[str, Any],
    links: Links | None,
    nodes: Any,
    edges: Any,
    options: Any,
) -> Markup:
    """The element that carries the data of the page; nodes, edges and options are those of pyvis."""
    return carried(
        {
            "title": printable(title),
            "total": figures["total"],
            "limits": LIMITS,
            "strategies": drawing.strategies,
            "documents": drawing.documents.values(),
            "nodes": nodes,
            "edges": edges,
            "quotes": drawing.quotes,
            "pages": pages(drawing, links) if links else None,
            "findings": {one["name"]: list(map(drawing.number, one["found"])) for one in figures["findings"]},
            "options": json.loads(options),
            "words": words(),
            "reviewed": figures["reviewed"],
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
    made.filters.update(embed=embed, standing=standing, numbered=numbered, part_of=part_of)
    return made


def source(*paths: Path) -> Markup:
    """Scripts or style sheets that are part of the program, to stand in the page as they are."""
    text = "\n".join(path.read_text(encoding="utf-8").strip() for path in paths)
    return Markup(text)  # noqa: S704 - our own files or those of pyvis


def own() -> Markup:
    """The scripts that are of this page alone."""
    return source(*(ASSETS / name for name in SCRIPTS))


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """The Content-Security-Policy that lets exactly these styles and scripts work, and nothing be fetched."""
    return (
        f"default-src 'none'; script-src {digests(scripts)}; style-src {digests(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
