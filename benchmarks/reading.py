"""How fast documents are read and their pledges extracted, by format, on one core; and how much memory that takes.

    python -m benchmarks.reading        prints a table

A page is a page where the format has pages, and otherwise as many characters as one holds. Times are those of the
processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.invented import CHARACTERS, KINDS, Writing
from benchmarks.tables import TOP, markdown
from graph.assemble import assemble
from graph.read.manifest import read_bare_file

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGES, SHORT = 12, 2  # of each document, about
EACH = 3  # documents of each kind
ROUNDS = 2
FEW, MANY = 50, 500
_MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # ru_maxrss counts kilobytes there


def main() -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {kind: _made(folder, kind, PAGES) for kind in KINDS}
        short = [path for kind in KINDS for path in _made(folder, kind, SHORT)]
        sys.stdout.write(report(made, short) + "\n")


def report(made: dict[str, list[Path]], short: Sequence[Path]) -> str:
    """The table, and what follows from it; memory is that of reading short documents, the more of them."""
    rows = []
    seconds_a_page: list[float] = []
    for kind, paths in made.items():
        pages, reading, all_of_it = _measured(paths)
        seconds_a_page.append(all_of_it / pages)
        rows.append((kind, round(pages), f"{pages / reading:.0f}", f"{pages / all_of_it:.0f}"))
    hourly = 3600 * len(seconds_a_page) / sum(seconds_a_page)
    few, many = (_megabytes(short, count) for count in (FEW, MANY))
    table = markdown(("documents", "pages", "pages a second, read", "pages a second, read and extracted"), rows)
    mixed = f"As many pages of each: {hourly:,.0f} pages an hour on one core."
    memory = f"Peak memory: {few:.0f} MB with {FEW} documents, {many:.0f} MB with {MANY}, of all kinds in turn."
    return f"{table}\n\n{mixed}\n{memory}"


def _made(folder: Path, kind: str, pages: int) -> list[Path]:
    """Some documents of one kind."""
    ending, tables, write = KINDS[kind]
    paths = []
    for seed in range(EACH):
        path = folder / f"{kind.replace(', ', '-').replace(' ', '-').lower()}-{pages}-{seed}.{ending}"
        write(path, Writing(seed).parts(pages, tables))
        paths.append(path)
    return paths


def _measured(paths: Sequence[Path]) -> tuple[float, float, float]:
    """Pages, seconds to read them, and seconds to read them and extract what they say: the best of some rounds."""
    best: list[tuple[float, float]] = []
    pages = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        sources = [read_bare_file(path) for path in paths]
        read = time.process_time()
        for one in sources:
            assemble(one)
        best.append((read - start, time.process_time() - start))
        documents = [document for one in sources for document in one.documents]
        pages = sum(len(one.pages) or len(one.text) / CHARACTERS for one in documents)
    return pages, min(reading for reading, _ in best), min(both for _, both in best)


def _megabytes(paths: Sequence[Path], count: int) -> float:
    """The peak memory of a process that reads so many documents, one after the other."""
    arguments = [sys.executable, "-m", "benchmarks.reading", str(count), *map(str, paths)]
    run = subprocess.run(arguments, cwd=TOP, check=True, capture_output=True, text=True)
    return float(run.stdout)


def _read_many(count: int, paths: Sequence[str]) -> None:
    for number in range(count):
        assemble(read_bare_file(Path(paths[number % len(paths)])))
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _read_many(int(sys.argv[1]), sys.argv[2:])
    else:
        main()
