"""The reference of the command line, made from its own help.

make docs         writes docs/commands.md
"""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.tables import TOP

PAGE = TOP / "docs" / "commands.md"


def page() -> str:
    """The whole page."""
    parts = ["# Commands\n\nMade by `make docs` from each command's own help.\n", _block([])]
    listed = _help([]).split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    names = [line.split()[0] for line in listed.splitlines()]
    parts += [f"## {name}\n\n{_block([name])}" for name in names]
    return "\n".join(parts)


def _block(arguments: list[str]) -> str:
    return f"```text\n{_help(arguments)}```\n"


def _help(arguments: list[str]) -> str:
    environment = os.environ | {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "cli", *arguments, "--help"],
        cwd=TOP,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout.strip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
