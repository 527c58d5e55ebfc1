"""A cell of owners or partners is divided into the names that it holds, and into nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.samples import NAMES, short
from graph.extract.names.cells import clean
from graph.extract.names.holders import holders, parts
from graph.extract.names.mentions import Names
from graph.extract.names.naming import found
from graph.identifiers import iri
from graph.model import Body

# One name.
ONE = [
    "Head of Housing",
    "Chief Executive",
    "Health and Wellbeing Board",
    "Estates and Legal Services",
    "Department for Business, Innovation and Skills",
    "Department for Culture, Media & Sport",
    "Ministry of Housing, Communities and Local Government",
    "Department of Health and Social Care",
    "Director of Children, Families and Education",
    "Director of Children and Adult Services",
    "Head of Culture, Leisure and Sport",
    "Assistant Director, Public Health",
    "Area Manager, Resilience",
    "Head of Nursing, Unscheduled Care",
    "SE, Upland Circle",
    "Superintending Engineers, all circles",
    "CIO and Chief Data Officer Councils",
    "Strategic Director - Place",
    "Police and Crime Commissioner",
    "Fire and Rescue Service",
    "Children, Families and Education Directorate",
    "Children, Young People and Families Alliance",
    "HM Revenue and Customs",
    "Planning & Building Control",
    "Royal Harbour Hospitals NHS Foundation Trust",
    "Jane Doe (Head of Estates)",
    "J. Smith",
    "Cllr A. Smith",
    "all partners",
    "Schools and colleges",
]
# Several.
SEVERAL = {
    "Head of Housing; Legal / Finance": ["Head of Housing", "Legal", "Finance"],
    "NHS Wey, DHSC and UKHSA": ["NHS Wey", "DHSC", "UKHSA"],
    "Food Standards Manager and Trading Standards": ["Food Standards Manager", "Trading Standards"],
    "Head of Housing, Legal": ["Head of Housing", "Legal"],
    "DHSC and Local Authorities": ["DHSC", "Local Authorities"],
    "NHS Wey and DHSC": ["NHS Wey", "DHSC"],
    "DfT, DLUHC": ["DfT", "DLUHC"],
    "Council, NHS and police": ["Council", "NHS", "police"],
    "Housing, Legal and Finance": ["Housing", "Legal", "Finance"],
    "Housing, Legal, Finance": ["Housing", "Legal", "Finance"],
    "Parks, Roads and Bridges": ["Parks", "Roads", "Bridges"],
    "HR/OD": ["HR", "OD"],
    "J. Smith / A. Patel": ["J. Smith", "A. Patel"],
    "Head of Housing and Head of Finance": ["Head of Housing", "Head of Finance"],
    "Head of Digital + Head of Estates": ["Head of Digital", "Head of Estates"],
    "Adult Services and Children’s Services": ["Adult Services", "Children’s Services"],
    "Department for Education and Department of Health": ["Department for Education", "Department of Health"],
    "Home Office, Ministry of Justice, and Department for Work and Pensions": [
        "Home Office",
        "Ministry of Justice",
        "Department for Work and Pensions",
    ],
    "Department for Homes, Places and Communities, Home Office": [
        "Department for Homes, Places and Communities",
        "Home Office",
    ],
    "Cabinet Member for Housing, Leader of the Council": ["Cabinet Member for Housing", "Leader of the Council"],
    "Chief Executive, Legal and Finance": ["Chief Executive", "Legal", "Finance"],
    "Community Safety Partnership, Wey Police": ["Community Safety Partnership", "Wey Police"],
    "County Council, Wey Trust and Voluntary Sector": ["County Council", "Wey Trust", "Voluntary Sector"],
    "Head of Housing with Wey Trust": ["Head of Housing", "Wey Trust"],
    "Head of Estates (with Legal)": ["Head of Estates", "Legal"],
    "Wey Council in partnership with Wey Trust": ["Wey Council", "Wey Trust"],
    "Environment Agency and Wey Water": ["Environment Agency", "Wey Water"],
    "Homes Wey and the Council": ["Homes Wey", "Council"],
    "Head of Housing (J. Doe) and Head of Legal (A. Roe)": ["Head of Housing (J. Doe)", "Head of Legal (A. Roe)"],
    "Wey Water, Natural Wey, water companies etc.": ["Wey Water", "Natural Wey", "water companies"],
    "Housing Team\nwith support from Legal": ["Housing Team", "Legal"],
}
# What a cell says beside the names.
BESIDE = {
    "Lead: Estates; Support: Finance": ["Estates", "Finance"],
    "Lead officer: Jo Doe": ["Jo Doe"],
    "Housing (lead), Legal (support)": ["Housing", "Legal"],
    "Head of Estates (interim)": ["Head of Estates"],
    "Integrated Transport Board (ITB)": ["Integrated Transport Board"],
    "The Digital Unit will:": ["Digital Unit"],
    "To do this, the Office of Coastal Survey will:": ["Office of Coastal Survey"],
    "The Harbour Trust": ["Harbour Trust"],
    "Harbour Trust.": ["Harbour Trust"],
    "“Harbour Trust”": ["Harbour Trust"],
    "Housing, Housing": ["Housing"],
}
# Lines of a cell: some part names, some only wrap.
LINES = {
    "Housing\nLegal": ["Housing", "Legal"],
    "Harbour Trust\nTown Council": ["Harbour Trust", "Town Council"],
    "Harbour Trust\r\nTown Council": ["Harbour Trust", "Town Council"],
    "• Housing\n• Legal": ["Housing", "Legal"],
    "- Housing\n- Legal": ["Housing", "Legal"],
    "1. Housing\n2. Legal": ["Housing", "Legal"],
    "Head of\nHousing": ["Head of Housing"],
    "Ministry\nof Justice": ["Ministry of Justice"],
    "Cabinet\nOffice": ["Cabinet Office"],
    "Director of Adult\nSocial Work": ["Director of Adult Social Work"],
    "Department for\nBusiness,\nInnovation\n& Skills": ["Department for Business, Innovation & Skills"],
}
NOBODY = ["", " ", "-", "–", "n/a", "N/A", "TBC", "tbd", "To be confirmed", "None", "?", "2024", "…", "()"]


@pytest.mark.parametrize("cell", ONE)
def test_a_cell_holds_one_name(cell: str) -> None:
    assert parts(cell) == [cell]


@pytest.mark.parametrize(("cell", "expected"), [*SEVERAL.items(), *BESIDE.items(), *LINES.items()])
def test_a_cell_is_divided(cell: str, expected: list[str]) -> None:
    assert parts(cell) == expected


@pytest.mark.parametrize("cell", NOBODY)
def test_a_cell_names_nobody(cell: str) -> None:
    assert parts(cell) == []


def test_a_sentence_is_no_name() -> None:
    assert parts("We expect that this will be looked at again when the new team has been in post for a year") == []


@pytest.mark.parametrize(
    ("cell", "known", "expected"),
    [
        ("Housing and Finance", {"Housing", "Finance"}, ["Housing", "Finance"]),
        ("Housing and Finance", {"Housing"}, ["Housing and Finance"]),
        ("Parks, Roads and Bridges", {"Parks, Roads and Bridges"}, ["Parks, Roads and Bridges"]),
        ("Wey Trust, Roads and Bridges", {"Roads and Bridges"}, ["Wey Trust", "Roads and Bridges"]),
        ("Skills Wey\nNorth", {"Skills Wey North"}, ["Skills Wey North"]),
    ],
)
def test_what_stands_by_itself_elsewhere_decides(cell: str, known: set[str], expected: list[str]) -> None:
    assert parts(cell, known.__contains__) == expected


def test_every_known_name_in_a_cell_is_its_holder() -> None:
    assert short(holders("Harbour Board, Coast Plan and the ICB (lead)", NAMES)) == ["board", "coast", "icb"]
    assert short(holders("Harbour Board; nobody knows; Harbour Board", NAMES)) == ["board"]
    assert holders("TBC", NAMES) == ()


CELLS = [*ONE, *SEVERAL, *BESIDE, *LINES]


def test_found_names_give_each_cell_its_holders() -> None:
    body = Body(iri("https://example.org/wey"), "Wey Council", "https://example.org/")
    new = found([], CELLS, Names.of([]), body)
    names = Names.of(new.names, new.beside)
    for cell in CELLS:
        assert holders(cell, names), cell
    assert [names.by_iri[one].label for one in holders("Head of Housing; Legal / Finance", names)] == [
        "Head of Housing",
        "Legal",
        "Finance",
    ]


@given(st.text(alphabet="AaBb ,;/&()\n-.", max_size=60))
def test_any_cell_is_divided_into_its_own_words(cell: str) -> None:
    for name in parts(cell):
        assert name == clean(name)
        assert set(name) <= set(cell) | {" "}


def test_a_cell_that_holds_a_whole_text_is_divided_in_one_go() -> None:
    assert len(parts(", ".join(f"Team {number}" for number in range(3000)))) == 3000
    assert parts("x" + " " * 100_000 + "y") == ["x y"]
