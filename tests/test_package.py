"""A wheel built from this checkout works from any folder, with its ontology, queries, page and seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel, and nothing else of this checkout, is installed."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--wheel-dir", str(wheels), str(TOP)], check=True)
    [wheel] = wheels.glob("strategy_links-*.whl")
    subprocess.run([*pip, "install", *offline, "--target", str(target), str(wheel)], check=True)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, str(installed / "bin" / "strategy-links"), *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_the_installed_command_builds_devon_and_answers_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    built = run(installed, tmp_path, "build")
    assert built.returncode == 0, built.stderr
    assert "88 commitments" in built.stdout
    assert "Steps, part of A Place Called Home" in run(installed, tmp_path, "where", "return children to Devon").stdout
    assert run(installed, tmp_path, "query", "not-reported").returncode == 0
    assert run(installed, tmp_path, "validate").returncode == 0
    assert run(installed, tmp_path, "view", "--output", "page.html").returncode == 0
    assert (tmp_path / "page.html").stat().st_size > 100_000


@pytest.mark.slow
def test_the_wheel_holds_the_four_names_and_no_tests(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"bin", "cli.py", "graph", "ontology", "seeds"} | ({"__pycache__"} & names)
