"""Tables in the documentation: a command writes them between two marks, so that they can be made again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TOP = Path(__file__).resolve().parent.parent


def markdown(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def put(path: Path, mark: str, content: str) -> None:
    """Replace what stands between `<!-- mark -->` and `<!-- end of mark -->` in a file that holds both."""
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {re.escape(mark)} -->\n).*?(<!-- end of {re.escape(mark)} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"{path} has no marks for {mark!r}.")
    path.write_text(pattern.sub(lambda match: match[1] + content + "\n" + match[2], text), encoding="utf-8")
