"""The house of DESIGN section 4: rooms import from the left alone, and no code knows a body by name."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rdflib import Graph
from rdflib.namespace import SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).resolve().parents[1]
MODULES = [TOP / "cli.py", *sorted((TOP / "graph").rglob("*.py"))]
CUES = sorted((TOP / "graph").rglob("*.toml"))

# Left to right. The words of the project (model and its like) are the ground that all rooms stand on. What
# works on rooms that already stand is to the right of them: a build also fills the index that `ask` reads.
FLOORS = (
    ("errors", "resources", "identifiers", "vocabulary", "values", "blocks", "model", "__init__"),
    ("read",),
    ("extract",),
    ("link",),
    ("review", "assessments", "terms", "rdf", "triples", "store", "gather", "draft", "assemble", "offer", "unlisted"),
    ("ask",),
    ("build", "evaluate", "validate", "remote"),
    ("show",),
    ("export",),
    ("serve", "publish"),
    ("cli", "notebook"),
)
FRONT_DOOR = {TOP / "graph" / "__init__.py": "notebook"}  # leads to the face for Python, when it is first asked for
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# Words of Devon's texts that no name in its names.ttl holds by itself.
LOCAL_WORDS = ("devon", "ofsted", "fostering", "foster", "sgo", "atkinson", "philomena", "sufficiency", "southwest")
# Names that are English words, which rules for any body may hold.
ENGLISH = {"steps", "send", "the county"}


def room_of(path: Path) -> str:
    """`read` for graph/read/blocks.py, `store` for graph/store.py, `cli` for cli.py."""
    return path.relative_to(TOP).parts[min(1, len(path.relative_to(TOP).parts) - 1)].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module of the project that a file imports, at its top or inside a function, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name.split(".")[0] in ("graph", "cli"))


def name_of(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def test_every_room_has_its_place_in_the_house() -> None:
    assert {room_of(path) for path in MODULES} <= set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_from_rooms_on_its_left_alone(path: Path) -> None:
    room = room_of(path)
    wrong = []
    for line, name in imports(path):
        parts = name.split(".")
        other = parts[1] if parts[0] == "graph" and len(parts) > 1 and parts[1] in FLOOR else "__init__"
        other = "cli" if parts[0] == "cli" else other
        if FLOOR[other] > FLOOR[room] and FRONT_DOOR.get(path) != other:
            wrong.append(f"line {line}: {room} imports {name}")
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_enough_to_read_in_one_go(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 300


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) != "cli"], ids=name_of)
def test_no_code_knows_devon(path: Path) -> None:
    found = [mention for text in code_texts(path) if (mention := devon_in(text))]
    allowed = {"devon"} if path == TOP / "graph" / "build.py" else set()  # what is built where nothing is named
    assert set(found) <= allowed


@pytest.mark.parametrize("path", CUES, ids=name_of)
def test_no_table_of_cue_words_knows_devon(path: Path) -> None:
    found = [
        mention for text in strings(tomllib.loads(path.read_text(encoding="utf-8"))) if (mention := devon_in(text))
    ]
    assert found == []


def code_texts(path: Path) -> Iterator[str]:
    """The names and the strings of a module, without its docstrings and comments."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def strings(value: Any) -> Iterator[str]:
    """All texts in a TOML value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from strings(below)
    elif isinstance(value, list):
        for below in value:
            yield from strings(below)


def devon_names() -> set[str]:
    graph = Graph().parse(TOP / "seeds/devon/names.ttl", publicID="https://example.org/")
    labels = {str(label).lower() for one in (SKOS.prefLabel, SKOS.altLabel) for label in graph.objects(None, one)}
    return labels - ENGLISH | set(LOCAL_WORDS)


_NAMES = re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, sorted(devon_names()))) + r")(?![^\W_])")


def devon_in(text: str) -> str | None:
    """The first name of Devon's in a text."""
    found = _NAMES.search(text.lower().replace("’", "'")) or _NAMES.search(text.lower())
    return found.group() if found else None


def test_the_search_for_names_finds_them() -> None:
    assert devon_in("part of the Steps Programme") == "steps programme"
    assert devon_in("FOSTERING_WORDS") == "fostering"
    assert devon_in("the steps of a build") is None
