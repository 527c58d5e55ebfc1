"""Accuracy of what is read, layout by layout, on invented documents with a complete truth.

make docs                                    writes the tables into docs/accuracy.md
python -m benchmarks.layouts --in FOLDER     prints them for documents of your own that have a truth

A pledge is found where its words are those of the truth, white space, case and punctuation aside, or nearly so.
Statuses, answers, owners and timescales are counted over the pledges that were found.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from benchmarks.tables import TOP, markdown, put
from graph.assemble import assemble
from graph.read.manifest import read_bare_file
from graph.read.markup import plain
from graph.values import Relation, Review, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.model import Commitment, Graph

FOLDER = TOP / "tests" / "fixtures" / "layouts"
_ALIKE = 88  # of 100: two texts of one pledge, cut a little differently
_WITHIN = 0.6  # of the longer text: one text of a pledge that holds another


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed of each kind of claim, and what the wrong ones were."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, claim: str, found: Iterable[str], true: Iterable[str], where: str) -> None:
        """Compare the texts found with the true ones."""
        left = list(true)
        for text in found:
            match = next((one for one in left if same(text, one)), None)
            if match is None:
                self.count(claim, "wrong", f"{where}: {claim} wrong: {text[:100]}")
            else:
                left.remove(match)
                self.count(claim, "right")
        for text in left:
            self.count(claim, "missed", f"{where}: {claim} missed: {text[:100]}")

    def count(self, claim: str, verdict: str, error: str = "") -> None:
        """One more claim."""
        self.counts[claim, verdict] += 1
        if error:
            self.errors.append(error)

    def share(self, claim: str, against: str) -> float | None:
        """Precision (against "wrong") or recall (against "missed")."""
        right = self.counts[claim, "right"]
        whole = right + self.counts[claim, against]
        return round(right / whole, 3) if whole else None

    def merge(self, other: Tally) -> None:
        """Add another's counts to these."""
        self.counts.update(other.counts)
        self.errors.extend(other.errors)


def documents(folder: Path = FOLDER) -> list[Path]:
    """The folders of all documents below a folder that have a truth."""
    return sorted(path.parent for path in folder.glob("*/truth.toml"))


def truth_of(folder: Path) -> dict[str, Any]:
    """The truth of a document: `{"layout", "held_out", "pledge": [...]}`."""
    return tomllib.loads((folder / "truth.toml").read_text("utf-8"))


def measure(folder: Path) -> Tally:
    """Read the one document of a folder as a bare file, and compare it with its truth."""
    (path,) = sorted(folder.glob("document.*"))
    graph = assemble(read_bare_file(path), ignore_decisions=True)
    return compare(graph, truth_of(folder).get("pledge", []), folder.name)


def compare(graph: Graph, truth: Sequence[dict[str, Any]], name: str) -> Tally:
    """All claims about the pledges of one document."""
    tally = Tally()
    left = list(graph.commitments)
    for one in truth:
        match = _best(one["text"], left)
        if match is None:
            tally.count("pledge", "missed", f"{name}: pledge missed: {one['text'][:100]}")
            continue
        left.remove(match)
        tally.count("pledge", "right")
        _compare_one(tally, graph, match, one, f"{name}: {one['text'][:60]}")
    for extra in left:
        tally.count("pledge", "wrong", f"{name}: pledge wrong: {plain(extra.quote.text)[:100]}")
    return tally


def _compare_one(tally: Tally, graph: Graph, commitment: Commitment, true: dict[str, Any], where: str) -> None:
    links = [one for one in graph.links if one.subject == commitment.iri and one.review is not Review.REJECTED]
    labels = {name.iri: name.label for name in graph.names}
    said = {one.iri: one.quote.text for one in graph.statements}
    assessed = [one for one in graph.assessments if one.commitment == commitment.iri][-1]
    if "status" in true:
        right = assessed.status == true["status"]
        tally.count(
            "status",
            "right" if right else "wrong",
            "" if right else f"{where}: {assessed.status}, not {true['status']}",
        )
    if "stated" in true:
        tally.add(
            "stated", [assessed.stated] if assessed.stated else [], [true["stated"]] if true["stated"] else [], where
        )
    if "progress" in true:
        found = [said[link.object] for link in links if link.relation is Relation.EVIDENCED_BY]
        tally.add("answer", _merged(found, true["progress"]), true["progress"], where)
    for claim, relation in (("owner", Relation.OWNED_BY), ("partner", Relation.INVOLVES)):
        if f"{claim}s" in true:
            found = [labels[link.object] for link in links if link.relation is relation]
            each = [one.strip() for cell in true[f"{claim}s"] for one in cell.split(";")]
            tally.add(claim, found, each, where)
    for claim, role in (("timescale", Role.TIMESCALE), ("measure", Role.MEASURE)):
        if claim in true:
            found = [one.quote.text for one in commitment.particulars if one.role is role]
            tally.add(claim, found, [true[claim]] if true[claim] else [], where)


def _merged(found: Sequence[str], true: Sequence[str]) -> list[str]:
    """What was found, statements that are parts of one true answer counted once."""
    merged: dict[str, str] = {}
    for text in found:
        whole = next((one for one in true if bare(text) and bare(text) in bare(one)), None)
        merged.setdefault(whole or text, whole or text)
    return list(merged.values())


def _best(text: str, commitments: Sequence[Commitment]) -> Commitment | None:
    exact = next((one for one in commitments if bare(one.quote.text) == bare(text)), None)
    return exact or next((one for one in commitments if same(one.quote.text, text)), None)


def same(first: str, second: str) -> bool:
    """Whether two texts are the same but for the way they were cut."""
    one, other = sorted((bare(first), bare(second)), key=len)
    if not one:
        return one == other
    return fuzz.ratio(one, other) >= _ALIKE or (one in other and len(one) >= _WITHIN * len(other))


def bare(text: str) -> str:
    """A text without case, punctuation and white space at its ends."""
    return " ".join(re.findall(r"\w+|%", plain(text).lower())) or text.strip()


def main() -> None:
    """Measure, and write the tables; of some documents or with --errors, print only."""
    asked = _arguments()
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    numbers: Counter[tuple[str, str]] = Counter()
    for folder in documents(asked.folder):
        if asked.names and folder.name not in asked.names:
            continue
        truth = truth_of(folder)
        part = (truth["layout"], "held out" if truth.get("held_out") else "rules were written with it")
        tallies[part].merge(measure(folder))
        numbers[part] += 1
    table = _table(tallies, numbers)
    if asked.errors:
        sys.stdout.write("\n".join(error for part in sorted(tallies) for error in tallies[part].errors) + "\n")
    elif not asked.names and asked.folder == FOLDER:
        put(TOP / "docs" / "accuracy.md", "layouts", table)
        put(TOP / "docs" / "accuracy.md", "errors", _by_kind(tallies))
    sys.stdout.write(table + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="the documents to measure, by their folders; all, if none is named")
    parser.add_argument("--in", dest="folder", type=Path, default=FOLDER, help="where they are")
    parser.add_argument("--errors", action="store_true", help="print each error instead of writing the tables")
    return parser.parse_args()


def _table(tallies: dict[tuple[str, str], Tally], numbers: Counter[tuple[str, str]]) -> str:
    columns = (
        "layout",
        "documents",
        "read",
        "pledges",
        "precision",
        "recall",
        "status",
        "own word",
        "answers P",
        "answers R",
        "owners P",
        "owners R",
    )
    rows = []
    for part, tally in sorted(tallies.items()):
        pledges = tally.counts["pledge", "right"] + tally.counts["pledge", "missed"]
        figures = [
            tally.share("pledge", "wrong"), tally.share("pledge", "missed"), tally.share("status", "wrong"),
            tally.share("stated", "missed"), tally.share("answer", "wrong"), tally.share("answer", "missed"),
            tally.share("owner", "wrong"), tally.share("owner", "missed"),
        ]  # fmt: skip
        shown = ["" if one is None else f"{one:.2f}" for one in figures]
        rows.append([part[0], str(numbers[part]), part[1], str(pledges), *shown])
    return markdown(columns, rows)


def _by_kind(tallies: dict[tuple[str, str], Tally]) -> str:
    """How many claims of each kind are wrong or missed, layout by layout, all documents together."""
    layouts = sorted({layout for layout, _ in tallies})
    rows = []
    for claim in ("pledge", "status", "stated", "answer", "owner", "partner", "timescale", "measure"):
        for verdict in ("wrong", "missed"):
            of_layout = [
                sum(tally.counts[claim, verdict] for part, tally in tallies.items() if part[0] == layout)
                for layout in layouts
            ]
            if any(of_layout):
                rows.append([f"{claim} {verdict}", *map(str, of_layout)])
    return markdown(("kind", *layouts), rows)


if __name__ == "__main__":
    main()
