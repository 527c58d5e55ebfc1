"""The site as files: how long `site` takes, what it writes, and how soon its search answers in a real browser.

    python -m benchmarks.publishing          on Devon's store, built anew
    python -m benchmarks.publishing STORE    on a store that benchmarks.size made

Both write into docs/performance.md.

Memory is what the processes of the command have for themselves, all together, at its most. The search is opened from
the disk with the network off, with a question in its address: the seconds until the first result hold the start of the
page, the reading of the index and the making of what is searched. The longest pause is the longest time in which the
page could not have answered a key.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tables import TOP, markdown, put
from graph.build import build
from graph.show.site.search import INDEX
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

WORKERS, ROUNDS = 2, 3
PATIENCE = 120_000  # milliseconds for an answer of the search
_PAUSES = """globalThis.longest = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); })
  .observe({ type: "longtask", buffered: true });"""


@dataclass(frozen=True)
class Written:
    """What `site` took and made."""

    seconds: float
    processor: float  # seconds of it, of all processes together
    memory: float  # MB
    pages: int
    files: int
    size: float  # MB


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the table."""
    with tempfile.TemporaryDirectory() as name:
        store = Path(arguments[0]) if arguments else Path(name) / "devon"
        if not arguments:
            build([], store)
        folder = Path(name) / "site"
        measured = "\n\n".join((site(store, folder), search(store, folder)))
    sys.stdout.write(measured + "\n")
    put(TOP / "docs" / "performance.md", f"publishing, {'at size' if arguments else 'Devon'}", measured)


def site(store: Path, folder: Path) -> str:
    """The command, as often as it is quick, each time into a folder that was not there."""
    rounds: list[Written] = []
    while len(rounds) < ROUNDS and sum(one.seconds for one in rounds) < 60:
        shutil.rmtree(folder, ignore_errors=True)
        rounds.append(written(store, folder))
    taken, processor = (statistics.median(getattr(one, name) for one in rounds) for name in ("seconds", "processor"))
    last, memory = rounds[-1], max(one.memory for one in rounds)
    pledges = open_store(store).record["counts"]["commitments"]
    columns = ("pledges", "pages", "files", "size", "seconds", "of the processor", "a page", "most memory")
    per_page = f"{taken / last.pages * 1000:.1f} ms"
    line = (
        f"{pledges:,}",
        f"{last.pages:,}",
        f"{last.files:,}",
        f"{last.size:.0f} MB",
        f"{taken:.1f}",
        f"{processor:.1f}",
        per_page,
    )
    return (
        markdown(columns, [(*line, f"{memory:.0f} MB")])
        + f"\n\n`site` with {WORKERS} workers on {os.cpu_count()} cores."
    )


def written(store: Path, folder: Path) -> Written:
    """One run of the command."""
    words = ["site", "--store", str(store), "--output", str(folder), "--workers", str(WORKERS)]
    start, before, most = time.perf_counter(), _processor(), 0.0
    process = subprocess.Popen([sys.executable, str(TOP / "cli.py"), *words], stderr=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(0.05)
    seconds, processor = time.perf_counter() - start, _processor() - before
    if process.returncode:
        raise SystemExit(f"site ended with {process.returncode}.")
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    return Written(seconds, processor, most, sum(path.suffix == ".html" for path in files), len(files), size)


def search(store: Path, folder: Path) -> str:
    """How soon the search of a written site answers."""
    from playwright.sync_api import sync_playwright

    path = folder / "assets" / INDEX
    script, asked = path.read_text(encoding="utf-8"), question(store)
    with sync_playwright() as playwright:
        found = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        times = [answered(browser, (folder / "search.html").as_uri(), asked) for _ in range(ROUNDS)]
        browser.close()
    first, pause, again = (statistics.median(one) for one in zip(*times, strict=True))
    columns = ("entries", "index", "first result after", "longest pause", "next question")
    line = (f"{_entries(script):,}", f"{len(script.encode()) / 1e6:.2f} MB", f"{first:.1f} s")
    return markdown(columns, [(*line, f"{pause:.0f} ms", f"{again * 1000:.0f} ms")])


def answered(browser: Browser, address: str, asked: str) -> tuple[float, float, float]:
    """Seconds until the first result, the longest pause in milliseconds, and seconds for the next question."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_init_script(_PAUSES)
    start = time.perf_counter()
    page.goto(f"{address}#q={'+'.join(asked.split())}")
    page.locator("#results li").first.wait_for(timeout=PATIENCE)
    first = time.perf_counter() - start
    pause: float = page.evaluate("longest")
    page.locator("#q").fill(asked.split()[0])
    start = time.perf_counter()
    page.locator("#q").press("Enter")
    page.locator("#found", has_text=f"“{asked.split()[0]}”").wait_for(timeout=PATIENCE)
    again = time.perf_counter() - start
    context.close()
    return first, pause, again


def question(store: Path) -> str:
    """The two longest words of the first pledge."""
    [row] = open_store(store).select("SELECT (MIN(?text) AS ?first) WHERE { ?one a sl:Commitment ; sl:text ?text }")
    return " ".join(sorted(set(re.findall(r"[A-Za-z]+", row["first"].value)), key=lambda word: (-len(word), word))[:2])


def _entries(script: str) -> int:
    """How many entries an index says that it has."""
    import base64
    import gzip

    given = json.loads(script.removeprefix("strategyLinksIndex(").removesuffix(");\n"))
    head = json.loads(gzip.decompress(base64.b64decode(given)).split(b"\n")[0]) if isinstance(given, str) else given[0]
    total: int = head["total"]
    return total


def _processor() -> float:
    """Seconds of the processor that all processes which have ended took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(pid: int) -> float:
    """MB that a process and those it started have for themselves."""
    import psutil

    parts: list[float] = []
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:  # it has just ended
        return 0.0
    for one in family:
        try:
            parts.append(one.memory_full_info().uss)
        except psutil.Error:
            continue
    return sum(parts) / 2**20


if __name__ == "__main__":
    main(sys.argv[1:])
