"""The graph page beside plain pyvis on the same nodes and edges, in a real browser with the network off.

    python -m benchmarks.seeing          Devon, about 5,000 nodes and 50,000 commitments of invented bodies
    python -m benchmarks.seeing STORE    the last on a store that benchmarks.size made, which saves some minutes

Writes into docs/performance.md. Our page is written by the command `view`, reading the store included; pyvis is
given the nodes and edges of that page. A page is interactive when it says so (ours) or has drawn its first frame
(pyvis). Panning moves the graph on every frame that the browser asks for, for three seconds.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.bodies import BASE, bodies
from benchmarks.tables import TOP, markdown, put
from graph.build import build
from graph.store import publish
from graph.triples import graph_quads, vocabulary_quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

ROUNDS = 3
WRITING, OPENING, PANNING = 300, 120, 3  # seconds: the longest that writing and opening may take; how long is panned
BODIES = {"5,000 nodes": 17, "50,000 commitments": 298}
_COLUMNS = ("graph", "page", "file", "written in", "interactive after", "panning as it opens", "panning, all drawn")
_DATA = re.compile(r'<script type="[a-z/]+" id="data"(?P<packed> data-encoding="gzip")?>(?P<data>[^<]*)</script>')

# pyvis keeps its network in a global variable, and our page says when it is ready: both are watched from the start.
_WATCH = """let held;
Object.defineProperty(window, "network", {configurable: true, get: () => held, set(made) {
  held = made;
  made?.once("afterDrawing", () => (window.shownAt = performance.now()));
}});
new MutationObserver(() => (window.shownAt ??= performance.now()))
  .observe(document, {subtree: true, attributes: true, attributeFilter: ["data-ready"]});"""
_PAN = """(seconds) => new Promise((done) => {
  const window_ = document.getElementById("viewport");
  const began = performance.now();
  let [frames, moved] = [0, 0];
  const step = () => {
    const by = frames++ % 24 < 12 ? 8 : -8;
    const before = window_ ? window_.scrollLeft + window_.scrollTop : 0;
    if (window_) window_.scrollBy({left: by, top: by, behavior: "instant"});
    else { const {x, y} = network.getViewPosition(); network.moveTo({position: {x: x + by, y: y + by}}); }
    if (!window_ || window_.scrollLeft + window_.scrollTop !== before) moved++;
    const gone = (performance.now() - began) / 1000;
    if (gone < seconds) requestAnimationFrame(step);
    else done([frames / gone, moved / frames]);
  };
  requestAnimationFrame(step);
})"""


@dataclass(frozen=True)
class Written:
    """A page on disk, and how long it took to write; None where it was not done in time."""

    path: Path
    seconds: float | None


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build([], folder / "Devon")
        stores = {"Devon": folder / "Devon"} | {size: folder / size for size in BODIES}
        if arguments:
            stores["50,000 commitments"] = Path(arguments[0])
        rows = []
        for size, store in stores.items():
            if not store.exists():
                make(store, BODIES[size])
            rows += compared(store, folder)
            sys.stdout.write(markdown(_COLUMNS, rows) + "\n\n")
            sys.stdout.flush()
    machine = (
        f"{os.cpu_count()} cores, {platform.system()} on {platform.machine()}; {named()}, without a graphics card."
    )
    put(TOP / "docs" / "performance.md", "seeing", f"{markdown(_COLUMNS, rows)}\n\n{machine}")


def named() -> str:
    """The browser and its version."""
    with browser() as chromium:
        return f"Chromium {chromium.version}"


def make(store: Path, number: int) -> None:
    """Write a store of so many invented bodies."""

    def quads() -> Iterator[Any]:
        yield from vocabulary_quads(BASE)
        for body in islice(bodies(), number):
            yield from graph_quads(body)

    publish(store, quads(), {"version": "0", "bases": [BASE]}, lambda _graph, _build: None)


def compared(store: Path, folder: Path) -> list[tuple[str, ...]]:
    """Our page and pyvis' two of one store, as rows of the table."""
    ours = written(
        [sys.executable, str(TOP / "cli.py"), "view", "--store", str(store)], "--output", folder / "ours.html"
    )
    data = data_of(ours.path)
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
    pledges = sum(node["group"] == "Commitment" for node in data["nodes"])
    graph = f"{pledges:,} commitments, {len(data['nodes']):,} nodes, {len(data['edges']):,} edges"
    rows = [(graph, "ours", *told(ours, open_ours))]
    for name, how in (("pyvis", ()), ("pyvis, physics off", ("--still",))):
        command = [sys.executable, "-m", "benchmarks.stock_pyvis", str(folder / "data.json")]
        stock = written(command, *how, folder / "stock.html")
        rows.append(("", name, *told(stock, open_stock)))
    return rows


def written(command: Sequence[str], *rest: str | Path) -> Written:
    """Run what writes a page, the path of which comes last; what it prints as a number counts as its seconds."""
    path = Path(rest[-1])
    path.unlink(missing_ok=True)
    began = time.perf_counter()
    try:
        done = subprocess.run(
            [*command, *map(str, rest)], cwd=TOP, check=True, capture_output=True, text=True, timeout=WRITING
        )
    except subprocess.TimeoutExpired:
        return Written(path, None)
    said = done.stdout.strip()
    return Written(path, float(said) if said else time.perf_counter() - began)


def data_of(page: Path) -> dict[str, Any]:
    """The data that our page carries."""
    found = _DATA.search(page.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{page}: carries no data.")
    text = gzip.decompress(base64.b64decode(found["data"])) if found["packed"] else found["data"]
    data: dict[str, Any] = json.loads(text)
    return data


def told(page: Written, opened: Callable[[Page], Iterator[float]]) -> list[str]:
    """What the table says of a page: medians of some openings, or of one where that takes long."""
    if page.seconds is None:
        return ["–", f"not within {WRITING} s", *["–"] * 3]
    with browser() as chromium:
        first = _measured(chromium, page.path, opened)  # a quick one counts for nothing: the browser had to start too
        is_slow = not first or first[0] > 10
        rounds = [first] if is_slow else [_measured(chromium, page.path, opened) for _ in range(ROUNDS)]
    opening, *rates = [statistics.median(one) for one in zip(*rounds, strict=True)] or [None]
    shown = f"not within {OPENING} s" if opening is None else f"{opening:.2f} s"
    cells = [f"{page.path.stat().st_size / 1e6:.2f} MB", f"{page.seconds:.1f} s", shown]
    return cells + [f"{rate:.0f} frames/s" for rate in rates] + ["–"] * (2 - len(rates))


def _measured(chromium: Browser, path: Path, opened: Callable[[Page], Iterator[float]]) -> list[float]:
    """Seconds until the page is interactive, and frames a second; nothing where it is not in time."""
    from playwright.sync_api import TimeoutError as TookTooLong

    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(OPENING * 1000)
    page.add_init_script(_WATCH)
    page.goto(path.as_uri(), wait_until="commit")
    try:
        found = list(opened(page))
    except TookTooLong:
        return []
    context.close()
    return found


def open_ours(page: Page) -> Iterator[float]:
    """When it is interactive; frames a second as it opens; and freely, expanded, with all in the window but its rim."""
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page.evaluate("window.shownAt") / 1000
    yield frames(page)
    page.get_by_label("Explore freely").check()
    page.get_by_role("button", name="Expand all").click()
    page.get_by_role("button", name="Show all of it").click()
    page.get_by_role("button", name="Larger").click()
    yield frames(page)


def open_stock(page: Page) -> Iterator[float]:
    """When the first frame is drawn; frames a second then, and with all in the window."""
    page.wait_for_function("window.shownAt")
    yield page.evaluate("window.shownAt") / 1000
    yield frames(page)
    page.evaluate("network.fit({animation: false})")
    yield frames(page)


def frames(page: Page) -> float:
    """Frames a second while the graph moves on every one."""
    rate, moved = page.evaluate(_PAN, PANNING)
    if moved < 0.9:
        raise SystemExit(f"Only {moved:.0%} of the frames moved the graph.")
    return float(rate)


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which draws without a graphics card here."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        arguments = ["--disable-gpu", *(["--no-sandbox"] if root else [])]
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield chromium
        finally:
            chromium.close()


if __name__ == "__main__":
    main(sys.argv[1:])
