"""What a query is, for reading: its title, its parameters, its columns and the SPARQL that would be sent."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from graph.show.tables import printable, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    Explained = dict[str, Any]


def explained_text(explained: Explained, width: int) -> str:
    """An answer of `graph.ask.explain` in words. The SPARQL stands last, as it is, to be copied."""
    lines = [_wrapped(line, width) for line in _told(explained)]
    return "\n".join(lines) + f"\n\n{visible(explained['sparql']).strip()}\n"


def explained_rows(explained: Explained) -> list[dict[str, str]]:
    """The same for a spreadsheet, without the SPARQL: `{"what", "told"}`, one row for each thing told."""
    rows = [{"what": key, "told": explained[key]} for key in ("name", "title", "description") if explained[key]]
    rows += [{"what": f"parameter {one['name']}", "told": _parameter(one)} for one in explained["parameters"]]
    return [*rows, {"what": "columns", "told": ", ".join(explained["columns"])}]


def _told(explained: Explained) -> Iterator[str]:
    if explained["name"]:
        yield f"{explained['title']} ({explained['name']})"
        yield explained["description"]
        yield ""
    for one in explained["parameters"]:
        yield f"parameter {one['name']}: {_parameter(one)}"
    yield f"columns: {', '.join(explained['columns'])}"


def _parameter(one: dict[str, Any]) -> str:
    kind = f"one of {', '.join(one['choices'])}" if one["choices"] else one["kind"]
    default = f"{one['default']} by default" if one["default"] else "no default"
    value = "not set" if one["value"] is None else f"set to {_listed(one['value'])}"
    return f"{kind}, {default}, {value}. {one['description']}."


def _listed(value: str | list[str]) -> str:
    return " or ".join(f"“{one}”" for one in ([value] if isinstance(value, str) else value))


def _wrapped(line: str, width: int) -> str:
    return textwrap.fill(printable(line), width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
