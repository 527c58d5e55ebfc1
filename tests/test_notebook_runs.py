"""docs/notebook.ipynb runs from top to bottom in a fresh kernel, and puts out what is saved in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.notebook import NOTEBOOK, executed, saved

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def ran(devon_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook, run beside Devon's store."""
    folder = tmp_path_factory.mktemp("nb")
    (folder / ".strategy-links").symlink_to(devon_store)
    return executed(folder)


def outputs(notebook: Any) -> dict[str, Any]:
    """What each cell puts out, by the cell's name."""
    return {cell.id: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}


def test_every_cell_puts_out_what_is_saved(ran: Any) -> None:
    assert outputs(ran) == outputs(saved()), "run `make docs` to write what the notebook puts out now"


def test_every_cell_but_the_first_answers_something() -> None:
    found = outputs(saved())
    assert [name for name, shown in found.items() if not shown] == ["imports"]
    assert all(one.output_type == "execute_result" for shown in found.values() for one in shown)


def test_the_notebook_follows_one_pledge_to_its_owner_and_its_sentence() -> None:
    found = outputs(saved())
    assert "A Place Called Home" in str(found["where"])
    assert "underway as part of the" in str(found["sentences"])


def test_nothing_of_a_machine_and_nothing_from_elsewhere_is_saved() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert re.findall(r"/(?:home|root|tmp|usr|Users)/|[A-Z]:\\\\|site-packages|object at 0x", text) == []
    assert [one for one in ("<script", "<link", "<img", "<iframe", "src=") if one in text] == []
    assert set(saved().metadata) == {"kernelspec", "language_info"}
    assert "version" not in saved().metadata.language_info
