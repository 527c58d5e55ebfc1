"""One self-contained HTML file that shows where every pledge went: a summary, the graph, and tables."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.show.embedding import embed, palette
from graph.show.graphpage.network import network, standing
from graph.show.readable import numbered, part_of, readable
from graph.show.words import place, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ASSETS = Path(__file__).parent / "assets"
PYVIS = Path(pyvis.__file__).parent
VIS = PYVIS / "lib" / "vis-9.1.2"
SCRIPTS = ("dom.js", "model.js", "cards.js", "lines.js", "canvas.js", "list.js", "panel.js", "page.js")


def page(commitments: Sequence[Mapping[str, Any]], unanswered: Sequence[Mapping[str, Any]], *, title: str) -> str:
    """The HTML of the page, for a file in UTF-8; `commitments` and `unanswered` as in `network`.

    The same records give the same characters. Nothing is loaded from elsewhere, and the policy in the page
    forbids it: only the scripts and styles whose digests it names may run.
    """
    commitments, unanswered = list(map(readable, commitments)), list(map(readable, unanswered))
    drawn = network(commitments, unanswered)
    colours = Markup(palette())  # noqa: S704 - made of words.json alone
    styles = [source(VIS / "vis-network.css"), colours, source(ASSETS / "page.css")]
    scripts = [source(VIS / "vis-network.min.js"), source(*(ASSETS / name for name in SCRIPTS))]
    drawn.templateEnv = environment(
        title=title,
        words=words(),
        summary=summary(commitments, unanswered, drawn.nodes),
        commitments=commitments,
        unanswered=unanswered,
        styles=styles,
        scripts=scripts,
        policy=policy(styles, scripts),
    )
    drawn.path = "page.html.j2"
    html: str = drawn.generate_html()
    return html


def environment(**shown: Any) -> Environment:
    """Jinja that escapes everything, finds our templates before those of pyvis, and knows `shown`."""
    folders = [FileSystemLoader(ASSETS), FileSystemLoader(PYVIS / "templates")]
    made = Environment(
        loader=ChoiceLoader(folders),
        autoescape=True,
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


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """The Content-Security-Policy that lets exactly these styles and scripts work, and nothing be fetched."""
    return (
        f"default-src 'none'; script-src {digests(scripts)}; style-src {digests(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def digests(texts: Sequence[str]) -> str:
    """The CSP source list of inline elements: https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    hashed = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in hashed)


def summary(
    commitments: Sequence[Mapping[str, Any]],
    unanswered: Sequence[Mapping[str, Any]],
    nodes: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The figures at the head of the page; an owner's pledges include those of its parts."""
    statuses = Counter(record["status"]["value"] for record in commitments)
    owned = [owners_of(record) for record in commitments]
    owners = Counter(name for names in owned for name in names)
    holders = [node for node in nodes if node["group"] in ("Programme", "Organisation")]
    ids = {node["text"]: node["id"] for node in holders}
    return {
        "pledges": len(commitments),
        "strategies": len({record["strategy"]["iri"] for record in commitments}),
        "statuses": [(value, statuses[value]) for value in words()["statuses"] if statuses[value]],
        "owners": [(name, ids[name], count) for name, count in owners.most_common()],
        "groups": {node["id"]: node["group"] for node in holders},
        "unowned": sum(not names for names in owned),
        "classes": Counter(node["group"] for node in nodes),
        "unanswered": len(unanswered),
    }


def owners_of(commitment: Mapping[str, Any]) -> list[str]:
    """The names of a pledge's owners and of what they are part of, each once."""
    owners = standing(commitment["owners"])
    return distinct([name for owner in owners for name in (owner["name"], *owner["part_of"])])


def distinct(values: Sequence[Any]) -> list[Any]:
    return [value for number, value in enumerate(values) if value not in values[:number]]
