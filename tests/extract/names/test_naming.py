"""Names that no list holds are found where a text gives them, once each, and nowhere else."""

from __future__ import annotations

import pytest

from graph.extract.names.mentions import Names
from graph.extract.names.naming import Found, found
from graph.identifiers import Iri, iri
from graph.model import Body, Name
from graph.values import Kind

BASE = "https://example.org/id/"
BODY = Body(iri(BASE + "anyshire"), "Anyshire County Council", BASE)


def find(*texts: str, cells: tuple[str, ...] = (), listed: tuple[Name, ...] = ()) -> Found:
    return found(texts, cells, Names.of(listed), BODY)


def labels(new: Found, kind: Kind) -> list[str]:
    return [name.label for name in (*new.names, *new.beside) if name.kind is kind]


def programmes(*texts: str) -> list[str]:
    return labels(find(*texts), Kind.PROGRAMME)


def organisations(*texts: str) -> list[str]:
    return labels(find(*texts), Kind.ORGANISATION)


def one(new: Found, label: str) -> Name:
    (only,) = (name for name in (*new.names, *new.beside) if name.label == label)
    return only


PROGRAMMES = {
    "a name in capitals": ("Work is in the Coast Programme.", ["Coast Programme"]),
    "a name of several words": (
        "See the Carers and Community Capacity Review.",
        ["Carers and Community Capacity Review"],
    ),
    "a year behind it": ("It is in the Parks Strategy 2024 to 2029.", ["Parks Strategy 2024 to 2029"]),
    "a number in it": ("It is in the 4G Infill Programme.", ["4G Infill Programme"]),
    "two joined by and": (
        "It is in the Care Home Assurance Plan and the Medicines Safety Programme.",
        ["Care Home Assurance Plan", "Medicines Safety Programme"],
    ),
    "small words inside": ("It is in the Staying Close to Home Strategy.", ["Staying Close to Home Strategy"]),
    "broken over a line": (
        "Work carries on through the Memory Clinic\nRedesign Project.",
        ["Memory Clinic Redesign Project"],
    ),
    "in quotation marks before its noun": ("It is in the ‘Better Lets’ project.", ["Better Lets"]),
    "in straight quotation marks": ('It is in the "Better Lets" project.', ["Better Lets"]),
    "in quotation marks behind words of ownership": (
        "The work goes on within ‘Shaping Tomorrow’.",
        ["Shaping Tomorrow"],
    ),
    "an apostrophe within quotation marks": ("It is in the ‘Carer’s Choice’ scheme.", ["Carer’s Choice"]),
    "without a noun, behind words of ownership": ("It continues as part of Brighter Streets.", ["Brighter Streets"]),
    "one word without a noun": ("It was absorbed into Waypoint.", ["Waypoint"]),
    "a plan of a group, which holds the work": (
        "It is in the Young Voices Subgroup action plan.",
        ["Young Voices Subgroup"],
    ),
    "a plan that belongs to a partnership": (
        "It is in the Road Safety Partnership’s action plan.",
        ["Road Safety Partnership’s action plan"],
    ),
    "a plan that its owner names by its own name": ("See the Harbour Board’s Coast Plan.", ["Coast Plan"]),
    "small letters behind as part of": ("It was progressed as part of the cycling review.", ["Cycling review"]),
    "small letters behind through": (
        "Roll-out goes through the children’s services improvement plan.",
        ["Children’s services improvement plan"],
    ),
    "small letters behind within": (
        "It is covered within the council’s tree planting strategy.",
        ["Tree planting strategy"],
    ),
    "small letters with describing words": (
        "It was looked at as part of the ongoing tree planting review.",
        ["Tree planting review"],
    ),
    "a plan for something": ("It is in the Plan for Change.", ["Plan for Change"]),
    "a strategy of two plain words": ("It is in the Local Plan Review.", ["Local Plan Review"]),
    "an acronym and a noun": ("It is part of the SUDS Improvement Plan.", ["SUDS Improvement Plan"]),
    "after a verb that opens the sentence": ("Publish the Coast Plan.", ["Coast Plan"]),
    "after a verb without the": ("Deliver Coast Plan actions.", ["Coast Plan"]),
    "carers’ plans": ("It is in the Young Carers’ Strategy.", ["Young Carers’ Strategy"]),
}
NO_PROGRAMMES = {
    "the action plan": "It is in the Action Plan, which says more.",
    "this strategy": "As part of this strategy we opened a hub.",
    "our plan": "It is part of our delivery plan.",
    "a programme": "We did it through a programme of training.",
    "the review": "It was dealt with as part of the review.",
    "a new review": "It was dealt with as part of a new parks review.",
    "small letters without words of ownership": "The tree planting strategy has been written.",
    "a place": "It is available in Northtown and is part of Northtown. People in Northtown like it.",
    "a month": "It was done as part of March.",
    "a noun that describes another": "The Steps project manager left.",
    "what is quoted but holds no work": "An evaluation called it ‘Highly effective’ in May.",
    "a sentence in quotation marks": "As part of ‘This is what we want.’ people wrote letters.",
    "a title": "Delivering Our Vision: Progress Report On The Housing Strategy",
    "a heading in capitals": "THE CASE FOR A BETTER HOUSING STRATEGY",
    "an acronym that may be anything": "It is available as part of CPD.",
    "taking steps": "We are moving forward through taking steps.",
}
ORGANISATIONS = {
    "a board": ("We report to the Integration Joint Board.", ["Integration Joint Board"]),
    "a service": ("It is run together with Coalshire Fire and Rescue Service.", ["Coalshire Fire and Rescue Service"]),
    "a university": ("We work with the University of Calderbrook.", ["University of Calderbrook"]),
    "a department": ("The Department for Transport agreed.", ["Department for Transport"]),
    "a department with commas": (
        "The Department for Culture, Media and Sport agreed.",
        ["Department for Culture, Media and Sport"],
    ),
    "two departments": (
        "The Department for Transport, the Home Office and the Ministry of Justice agreed.",
        ["Department for Transport", "Home Office", "Ministry of Justice"],
    ),
    "a list before its noun": (
        "The Children, Young People and Families Alliance met.",
        ["Children, Young People and Families Alliance"],
    ),
    "a small noun": ("The Dementia Voices panel has a seat.", ["Dementia Voices panel"]),
    "a partner without a noun": ("We are working with Turning Leaf on this.", ["Turning Leaf"]),
    "two partners": (
        "Agreements with Marsh General Hospital and HMP Stockley stand.",
        ["Marsh General Hospital", "HMP Stockley"],
    ),
    "a partner and an acronym": ("We are working with Arts Council Wey and the NHS.", ["Arts Council Wey", "NHS"]),
    "an acronym as a partner": ("We are working with the ITB to do so.", ["ITB"]),
    "an acronym that acts": ("DFT will publish a plan.", ["DFT"]),
    "who leads without a noun": ("The work is now led by Corporate Finance.", ["Corporate Finance"]),
    "a post that leads": ("It is led by the Director of Public Health.", ["Director of Public Health"]),
    "the owner of a plan": (
        "It is in the Road Safety Partnership’s action plan.",
        ["Road Safety Partnership"],
    ),
}
NO_ORGANISATIONS = {
    "the body itself": "Anyshire County Council and Anyshire Council agreed.",
    "a local authority": "Each Local Authority agreed.",
    "an acronym that does nothing": "The SGP policy and MOT tests matter.",
    "a country": "We are working with the UK to do so.",
    "a word with a capital": "We are working with Service Managers.",
    "a post that is only named": "The Director of Public Health has written.",
    "a team that is only named": "The Housing Team has written.",
    "autism": "Support young adults with Autism.",
}


@pytest.mark.parametrize(("text", "expected"), PROGRAMMES.values(), ids=PROGRAMMES)
def test_a_text_names_programmes(text: str, expected: list[str]) -> None:
    assert programmes(text) == expected


@pytest.mark.parametrize("text", NO_PROGRAMMES.values(), ids=NO_PROGRAMMES)
def test_a_text_names_no_programme(text: str) -> None:
    assert programmes(text) == []


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_a_text_names_organisations(text: str, expected: list[str]) -> None:
    assert organisations(text) == expected


@pytest.mark.parametrize("text", NO_ORGANISATIONS.values(), ids=NO_ORGANISATIONS)
def test_a_text_names_no_organisation(text: str) -> None:
    assert organisations(text) == []


# One name, however it is spelled; two names, however alike.

SAME = {
    "case": ("See the Tree Planting Strategy.", "It is part of the tree planting strategy.", "Tree Planting Strategy"),
    "hyphens": ("See the Multi-Agency Hub Plan.", "See the Multi Agency Hub Plan.", "Multi Agency Hub Plan"),
    "spaces": ("See the North West Coast Plan.", "See the Northwest Coast Plan.", "Northwest Coast Plan"),
    "apostrophes": ("See the Children’s Play Plan.", "See the Children's Play Plan.", "Children's Play Plan"),
    "possessives": ("See the Childrens Play Plan.", "See the Children’s Play Plan.", "Childrens Play Plan"),
    "plurals": ("See the Care Homes Plan.", "See the Care Home Plan.", "Care Home Plan"),
    "an ampersand": ("See the People & Places Plan.", "See the People and Places Plan.", "People and Places Plan"),
    "the noun behind a name": ("See the ‘Better Lets’ project.", "See the Better Lets Programme.", "Better Lets"),
    "the noun behind a word": ("See the Waypoint project.", "See the Waypoint Programme.", "Waypoint"),
    "the noun and none": ("It is part of Brighter Streets.", "See the Brighter Streets Plan.", "Brighter Streets"),
    "an acronym": ("See the Harbour Uplift Programme (HUP).", "HUP is on time.", "Harbour Uplift Programme"),
    "an acronym first": (
        "The ITB (Integrated Transport Board) met.",
        "The ITB will meet.",
        "Integrated Transport Board",
    ),
    "an acronym that nobody explains": (
        "The Integrated Transport Board met.",
        "The ITB will meet.",
        "Integrated Transport Board",
    ),
    "a slip of the pen": (
        "See the Harbour Renewal Programme.",
        "See the Harbour Renewel Programme.",
        "Harbour Renewal Programme",
    ),
    "a year here and none there": ("See the Parks Strategy.", "See the Parks Strategy 2024 to 2029.", "Parks Strategy"),
    "a period written in two ways": (
        "See the Parks Strategy 2024-29.",
        "See the Parks Strategy 2024 to 2029.",
        "Parks Strategy 2024-29",
    ),
    "the body’s own name before it": ("The Anyshire Care Board met.", "The Care Board met.", "Care Board"),
    "a department of or for": (
        "The Department of Transport met.",
        "The Department for Transport met.",
        "Department of Transport",
    ),
    "American spelling": (
        "See the Harbour Uplift Program.",
        "See the Harbour Uplift Programme.",
        "Harbour Uplift Program",
    ),
}
APART = {
    "years": ("See the Social Care Strategy 2020.", "See the Social Care Strategy 2024."),
    "numbers": ("See the Phase 1 Harbour Plan.", "See the Phase 2 Harbour Plan."),
    "places": ("The North Harbour Board met.", "The South Harbour Board met."),
    "a word": ("See the Housing Delivery Plan.", "See the Housing Safety Plan."),
    "a short word with another letter": ("See the Marsh Plan.", "See the March Plan."),
    "a plan and a strategy": ("See the Housing Plan.", "See the Housing Strategy."),
    "a board and its plan": ("The Road Safety Partnership met.", "See the Road Safety Partnership’s action plan."),
    "the order of words": ("The Harbour Safety Board met.", "The Safety Harbour Board met."),
    "an acronym of two": ("See the Coast Plan Board and the City Parks Board.", "The CPB will meet. See the CPB."),
}


@pytest.mark.parametrize(("first", "second", "label"), SAME.values(), ids=SAME)
def test_these_spellings_are_one_name(first: str, second: str, label: str) -> None:
    for new in (find(first, second), find(second, first)):
        assert [name.label for name in new.names] == [label]
        names = Names.of(new.names)
        assert len({mention.name for text in (first, second) for mention in names.mentions(text)}) == 1


@pytest.mark.parametrize(("first", "second"), APART.values(), ids=APART)
def test_these_names_are_kept_apart(first: str, second: str) -> None:
    assert len({name.iri for name in find(first, second).names}) >= 2


def test_three_editions_are_three_names() -> None:
    new = find("See the Parks Strategy 2020.", "See the Parks Strategy 2024.", "See the Parks Strategy.")
    assert sorted(programme.label for programme in new.names) == [
        "Parks Strategy",
        "Parks Strategy 2020",
        "Parks Strategy 2024",
    ]


def test_the_commonest_spelling_is_the_label() -> None:
    new = find("See the People & Places Plan.", "See the People & Places Plan.", "See the People and Places Plan.")
    (name,) = new.names
    assert (name.label, name.aliases) == ("People & Places Plan", ("People and Places Plan",))


def test_a_name_in_small_letters_reads_with_a_capital_and_is_found_without() -> None:
    (name,) = find("It was progressed as part of the cycling review.").names
    assert (name.label, name.aliases) == ("Cycling review", ("cycling review",))


# What is part of what.

PART_OF = {
    "within": ("It is in the Waypoint Programme within the Harbour Plan.", "Waypoint Programme", "Harbour Plan"),
    "part of": ("The Pier Project, part of the Harbour Plan, is late.", "Pier Project", "Harbour Plan"),
    "which is part of": (
        "The Pier Project, which is part of the Harbour Plan, is late.",
        "Pier Project",
        "Harbour Plan",
    ),
    "contained within": ("The Pier Project is contained within the Harbour Plan.", "Pier Project", "Harbour Plan"),
    "includes": ("The Harbour Plan includes the Pier Project.", "Pier Project", "Harbour Plan"),
    "within quotation marks": (
        "It is in the Pier Project within the ‘A Better Bay’ programme.",
        "Pier Project",
        "A Better Bay",
    ),
    "a group of a board": (
        "The Young Voices Subgroup of the Corporate Care Board met.",
        "Young Voices Subgroup",
        "Corporate Care Board",
    ),
}


@pytest.mark.parametrize(("text", "part", "whole"), PART_OF.values(), ids=PART_OF)
def test_a_name_is_part_of_another_where_the_text_says_so(text: str, part: str, whole: str) -> None:
    new = find(text)
    assert one(new, part).part_of == (one(new, whole).iri,)
    assert one(new, whole).part_of == ()


@pytest.mark.parametrize(
    "text", ["The Pier Project and the Harbour Plan are late.", "The Pier Project follows the Harbour Plan."]
)
def test_names_beside_each_other_are_not_part_of_each_other(text: str) -> None:
    assert {name.part_of for name in find(text).names} == {()}


def test_nothing_is_part_of_itself() -> None:
    new = find("The Pier Project within the Harbour Plan.", "The Harbour Plan within the Pier Project.")
    assert sorted(len(name.part_of) for name in new.names) == [0, 1]


def test_a_found_name_may_be_part_of_a_listed_one() -> None:
    listed = Name(iri(BASE + "anyshire/programme/harbour"), Kind.PROGRAMME, "Harbour Plan")
    (name,) = find("The Pier Project, part of the Harbour Plan, is late.", listed=(listed,)).names
    assert name.part_of == (listed.iri,)


# Cells, leads and headings.


def test_who_stands_in_a_cell_is_known_whole_and_not_looked_for_in_sentences() -> None:
    new = find("Housing is a right.", cells=("Housing; Legal",))
    assert [name.label for name in new.beside] == ["Housing", "Legal"]
    assert new.names == ()


def test_a_cell_that_names_an_organisation_is_looked_for_in_sentences_too() -> None:
    new = find(cells=("Harbour Trust", "HMRC", "Head of Estates"))
    assert [name.label for name in new.names] == ["Harbour Trust", "HMRC"]
    assert [name.label for name in new.beside] == ["Head of Estates"]


def test_a_cell_and_a_sentence_give_one_name() -> None:
    new = find("The Harbour Uplift Programme (HUP) is late.", cells=("HUP", "Harbour uplift programme"))
    (name,) = (*new.names, *new.beside)
    assert (name.kind, name.label) == (Kind.PROGRAMME, "Harbour Uplift Programme")
    assert {"HUP", "Harbour uplift programme"} == set(name.aliases)


def test_every_part_of_every_cell_is_known() -> None:
    cells = (
        "Estates, Legal and Finance",
        "NHS Harbour and DfT",
        "Department for Culture, Media and Sport",
        "Jo Doe (Lead)",
    )
    new = find(cells=cells)
    names = Names.of(new.names, new.beside)
    for label in (
        "Estates",
        "Legal",
        "Finance",
        "NHS Harbour",
        "DfT",
        "Department for Culture, Media and Sport",
        "Jo Doe",
    ):
        assert names.known(label), label


@pytest.mark.parametrize("cell", ["", "TBC", "n/a", "-", "To be confirmed", "…", "2024"])
def test_a_cell_that_names_nobody_gives_no_name(cell: str) -> None:
    assert find(cells=(cell,)) == Found()


# Listed names.

HARBOUR = Name(iri(BASE + "anyshire/programme/x"), Kind.PROGRAMME, "Harbour Plan", ("the Harbour Lights project",))


@pytest.mark.parametrize(
    "text", ["See the Harbour Plan.", "See the harbour plan.", "See the ‘Harbour Lights’ project."]
)
def test_what_is_listed_is_not_found_again(text: str) -> None:
    assert find(text, listed=(HARBOUR,)) == Found()


def test_a_cell_may_spell_a_listed_name_in_another_way() -> None:
    new = find(cells=("Harbour-Plan",), listed=(HARBOUR,))
    (name,) = new.beside
    assert name.iri == HARBOUR.iri
    assert Names.of((HARBOUR, *new.names), new.beside).known("Harbour-Plan") == HARBOUR.iri
    assert new.seen == {}


def test_cells_may_spell_a_listed_name_in_several_ways() -> None:
    new = find(cells=("Harbour-Plan", "Harbour Lights Project"), listed=(HARBOUR,))
    names = Names.of((HARBOUR, *new.names), new.beside)
    assert {names.known(label) for label in ("Harbour-Plan", "Harbour Lights Project")} == {HARBOUR.iri}


# Addresses.


def test_an_address_is_made_of_the_label() -> None:
    new = find("See the Children’s Play Plan. We report to the Care Board.")
    assert [name.iri for name in new.names] == [
        BASE + "anyshire/programme/childrens-play-plan",
        BASE + "anyshire/organisation/care-board",
    ]


def test_two_names_never_share_an_address() -> None:
    listed = Name(iri(BASE + "anyshire/programme/coast-plan"), Kind.PROGRAMME, "Another")
    new = find("See the Coast Plan.", cells=("儿童", "道路"), listed=(listed,))
    addresses = [listed.iri, *(name.iri for name in (*new.names, *new.beside))]
    assert len(addresses) == len(set(addresses)) == 4


def test_more_text_leaves_the_other_addresses_alone() -> None:
    few = find("See the Coast Plan.", "The Care Board met.")
    many = find("See the Bay Plan.", "The Care Board met.", "See the Coast Plan.")
    assert {name.iri for name in few.names} < {name.iri for name in many.names}


def test_each_name_knows_where_it_stands_first() -> None:
    new = find("Nothing.", "The Care Board met the Care Board.", cells=("Estates",))
    assert new.seen == {one(new, "Care Board").iri: (1, 4), one(new, "Estates").iri: (2, 0)}


# Inspectors.


@pytest.mark.parametrize(
    "text",
    [
        "The home was Wardmark rated outstanding.",
        "Inspectors from Wardmark praised it.",
        "The home was inspected by Wardmark in May.",
        "Wardmark’s inspection of the home went well, and Wardmark judged it good. The home is Wardmark rated.",
    ],
)
def test_who_inspects_is_known_by_the_words_around_it(text: str) -> None:
    assert one(find(text), "Wardmark").inspects


def test_who_takes_part_does_not_inspect() -> None:
    assert not one(find("We are working with Turning Leaf."), "Turning Leaf").inspects


# Bad input, and much of it.


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "’", "‘", "((((", "A", "The", "THE", "1 2 3", "Plan", "‘’", "(A)", "A (B)", "\x1e Plan"]
)
def test_fragments_break_nothing(text: str) -> None:
    assert isinstance(find(text, cells=(text,)), Found)


def test_the_order_of_texts_changes_nothing_but_what_is_first() -> None:
    texts = [text for text, _ in (*PROGRAMMES.values(), *ORGANISATIONS.values())]
    forward, backward = find(*texts), find(*reversed(texts))
    assert {name.iri: name for name in forward.names} == {name.iri: name for name in backward.names}


def test_a_person_s_address_is_never_of_another_body() -> None:
    assert all(name.iri.startswith(BODY.iri + "/") for name in find("See the Coast Plan.").names)
    assert isinstance(find("See the Coast Plan.").names[0].iri, str)
    assert Iri(BODY.iri)


@pytest.mark.parametrize(
    "text",
    [
        "Coast Plan and " * 4000,
        "A " * 20_000,
        "the " * 50_000,
        "the small " * 30_000,
        "‘" * 50_000,
        "(AB " * 8000,
        " " * 200_000 + "Coast Plan",
        "part of " * 30_000,
    ],
)
def test_much_of_one_thing_is_read_once(text: str) -> None:
    assert len(find(text).names) <= 1
