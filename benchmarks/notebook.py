"""The notebook for analysts, run from top to bottom in a kernel of its own.

make docs         writes the outputs into docs/notebook.ipynb
"""

from __future__ import annotations

import os
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

from benchmarks.tables import TOP
from graph.build import build

NOTEBOOK = TOP / "docs" / "notebook.ipynb"

_TRANSPORT = "tcp" if os.name == "nt" else "ipc"  # sockets in the folder, which no one else can open


def saved() -> Any:
    """The notebook as it stands in docs/."""
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


def executed(folder: Path) -> Any:
    """The notebook run anew in a folder that holds a store, where none of a person's own settings are read.

    Raises nbclient.exceptions.CellExecutionError for a cell that fails.
    """
    notebook = saved()
    metadata = deepcopy(notebook.metadata)
    environment = os.environ | {"PYTHONPATH": str(TOP), "IPYTHONDIR": str(folder / "ipython"), "NO_COLOR": "1"}
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        config=Config({"KernelManager": {"connection_file": str(folder / "kernel.json"), "transport": _TRANSPORT}}),
        record_timing=False,
        timeout=120,
    )
    client.execute(env=environment)
    notebook.metadata = metadata  # the kernel adds the version that it happens to have
    for output in (output for cell in notebook.cells for output in cell.get("outputs", ())):
        if "text/html" in output.get("data", {}):  # the plain text says the same once more
            output.data.pop("text/plain", None)
    return notebook


def main() -> None:
    """Run it on Devon's store, and write it with what it put out."""
    with tempfile.TemporaryDirectory() as name:
        build([], Path(name) / ".strategy-links")
        notebook = executed(Path(name))
    NOTEBOOK.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
