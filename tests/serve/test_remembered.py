"""An answer is given again only to the same question of the same build, and never takes more memory than it may."""

from __future__ import annotations

from pathlib import Path

from graph.serve.remembered import Remembered
from graph.serve.workers import Build

ONE, OTHER = Build(Path("build-000001"), 1), Build(Path("build-000001"), 2)  # the second in a store made anew


def answer(body: bytes, **more: object) -> tuple[dict[str, object], bytes]:
    return {"status": 200, "file": None, **more}, body


def test_an_answer_is_found_again() -> None:
    known = Remembered()
    assert known.find(ONE, b"ask") is None
    known.keep(ONE, b"ask", answer(b"yes"))
    assert known.find(ONE, b"ask") == answer(b"yes")
    assert known.find(ONE, b"ask another") is None


def test_a_new_build_has_answers_of_its_own() -> None:
    known = Remembered()
    known.find(ONE, b"ask")
    known.keep(ONE, b"ask", answer(b"yes"))
    assert known.find(OTHER, b"ask") is None
    known.keep(ONE, b"ask", answer(b"the answer of a worker that still had the old build"))
    assert known.find(OTHER, b"ask") is None


def test_refusals_and_large_answers_are_not_kept() -> None:
    known = Remembered()
    known.find(ONE, b"")
    known.keep(ONE, b"refused", answer(b"", status=400, error="No."))
    known.keep(ONE, b"in a file", answer(b"", file="somewhere"))
    known.keep(ONE, b"large", answer(b"x" * 2**19))
    assert [known.find(ONE, question) for question in (b"refused", b"in a file", b"large")] == [None, None, None]


def test_what_was_not_asked_for_lately_is_forgotten_first() -> None:
    known = Remembered()
    known.find(ONE, b"")
    known.keep(ONE, b"first", answer(b"x"))
    for number in range(200):
        known.find(ONE, b"first")
        known.keep(ONE, b"%d" % number, answer(b"x" * 200_000))
    assert known.find(ONE, b"first") is not None
    assert known.find(ONE, b"0") is None
    assert known.find(ONE, b"199") is not None
