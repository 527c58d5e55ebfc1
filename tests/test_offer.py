"""What is found is offered in the form of names.ttl, to be kept as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract.names.material import Material, Stretch
from graph.extract.names.naming import Found
from graph.identifiers import iri
from graph.model import Body, Name
from graph.offer import offer, turtle
from graph.read.manifest import read_bare_file, read_folder
from graph.read.names import read_names
from graph.values import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeBody

BODY = Body(iri("https://example.org/wey"), "Wey Council", "https://example.org/")
REVIEW = """\
Roads
We said
- Mend the bridge, working with Turning Leaf.
We did
- The bridge was mended within the Pier Project, part of the ‘Better Bay’ programme.
- It is now overseen by the Integrated Transport Board (ITB).
- Safe cycling was looked at as part of the cycling review.
"""


def kept(text: str, tmp_path: Path, body: Body = BODY) -> tuple[Name, ...]:
    path = tmp_path / "kept.ttl"
    path.write_text(text, encoding="utf-8")
    return read_names(path, body.iri + "/")


def told(*names: Name, file_name: str = "review.txt") -> str:
    read = Material((Stretch("The Coast Plan.", file_name, 7),), ())
    return turtle(Found(names, (), {name.iri: (0, 4) for name in names}), read, BODY)


def test_a_body_s_names_are_offered_with_the_line_where_they_stand_first(tmp_path: Path) -> None:
    path = tmp_path / "wey.txt"
    path.write_text(REVIEW, encoding="utf-8")
    text = offer(read_bare_file(path))
    assert "# wey.txt, line 5\n<programme/better-bay> a skos:Concept, sl:Programme ;" in text
    assert '    skos:prefLabel "Pier Project" ;\n    dcterms:isPartOf <programme/better-bay> .' in text
    assert 'skos:prefLabel "Integrated Transport Board" ;\n    skos:altLabel "ITB" .' in text
    assert 'skos:prefLabel "Cycling review" ;\n    skos:altLabel "cycling review" .' in text
    names = kept(text, tmp_path, read_bare_file(path).body)
    assert [name.label for name in names] == [
        "Integrated Transport Board",
        "Turning Leaf",
        "Better Bay",
        "Cycling review",
        "Pier Project",
    ]


def test_what_is_kept_is_not_offered_again_and_has_its_address(make_body: MakeBody) -> None:
    folder = make_body(REVIEW.replace("We said", "What we said we would do").replace("We did", "What we have achieved"))
    before = offer(read_folder(folder))
    (folder / "names.ttl").write_text(before, encoding="utf-8")
    sources = read_folder(folder)
    after = offer(sources)
    assert "prefLabel" in before
    assert "prefLabel" not in after
    assert {name.iri for name in read_names(folder / "names.ttl", sources.body.iri + "/")} == {
        sources.body.iri + "/" + one for one in ("programme/better-bay", "programme/pier-project",
        "programme/cycling-review", "organisation/integrated-transport-board", "organisation/turning-leaf")
    }  # fmt: skip


@pytest.mark.parametrize(
    "label",
    [
        'The "Best" Plan',
        "Back\\slash Plan",
        "Two\nLines Plan",
        "Tab\tPlan",
        '" . <https://example.org/evil> a <https://example.org/Evil> . "',
        "Plan \u2028 Line",
        "Plan\x00\x1b",
        "儿童 Plan",
        "🌊 Plan",
    ],
)
def test_any_label_is_told_as_it_is(label: str, tmp_path: Path) -> None:
    name = Name(iri(BODY.iri + "/programme/it"), Kind.PROGRAMME, label, tuple(sorted(("Plain", label + "2"))))
    assert kept(told(name), tmp_path) == (name,)


def test_a_file_s_name_cannot_end_its_comment(tmp_path: Path) -> None:
    name = Name(iri(BODY.iri + "/programme/it"), Kind.PROGRAMME, "Coast Plan")
    assert kept(told(name, file_name='a\n<evil> a <Evil> .\r"b.txt'), tmp_path) == (name,)


def test_who_inspects_and_what_is_part_of_what_are_told(tmp_path: Path) -> None:
    wide = Name(iri(BODY.iri + "/programme/wide"), Kind.PROGRAMME, "Wide Plan")
    part = Name(iri(BODY.iri + "/programme/part"), Kind.PROGRAMME, "Part", part_of=(wide.iri,))
    judge = Name(iri(BODY.iri + "/organisation/judge"), Kind.ORGANISATION, "Judge", inspects=True)
    assert kept(told(wide, part, judge), tmp_path) == (judge, part, wide)


def test_the_order_in_which_names_are_found_does_not_count() -> None:
    names = [Name(iri(f"{BODY.iri}/programme/{one}"), Kind.PROGRAMME, one) for one in ("b", "a", "c")]
    assert told(*names) == told(*reversed(names))


def test_where_nothing_is_found_the_prefixes_stand_alone(tmp_path: Path) -> None:
    assert kept(told(), tmp_path) == ()
