"""Speed on this machine, side by side: whole processes, run in turn, medians.

    make bench        writes the table into docs/performance.md

The command measured is the one that `make run` installs.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tables import TOP, markdown, put

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 15
INSTALLED = TOP / ".venv" / "bin"


def main() -> None:
    """Measure, and write the table."""
    python, command = str(INSTALLED / "python"), str(INSTALLED / "strategy-links")
    if not Path(command).exists():
        raise SystemExit("Run make run first: the installed command is what is measured.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        turtle = folder / "devon.ttl"
        _seconds([command, "build"], folder)
        _seconds([command, "export", "turtle", "--output", str(turtle)], folder)
        commands = {
            "build": [command, "build"],
            "where": [command, "where", "SGO allowances"],
            "import rdflib": [python, "-c", "import rdflib"],
            "plain script": [python, str(TOP / "benchmarks" / "plain_script.py"), str(turtle)],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, arguments in commands.items():
                taken[name].append(_seconds(arguments, folder))
    median = {name: statistics.median(times) for name, times in taken.items()}
    described = {
        "build": "`strategy-links build` (Devon, cold)",
        "where": '`strategy-links where "SGO allowances"`',
        "import rdflib": '`python -c "import rdflib"`',
        "plain script": "the same answer by a plain script: rdflib parses the exported Turtle and runs the SPARQL",
    }
    rows = [
        (described[name], f"{seconds:.2f} s", f"{seconds / median['where']:.1f}") for name, seconds in median.items()
    ]
    table = markdown(("whole process", f"median of {ROUNDS}", "times `where`"), rows)
    system = f"{platform.system()} on {platform.machine()}"
    machine = f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}."
    put(TOP / "docs" / "performance.md", "speed", table + "\n\n" + machine)
    sys.stdout.write(table + "\n")


def _seconds(arguments: Sequence[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(arguments, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
