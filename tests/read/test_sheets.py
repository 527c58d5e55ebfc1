"""Trackers of actions in spreadsheets and CSV become the rows of tables, as they are seen on the screen."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.worksheet.filters import AutoFilter

from graph.blocks import Block, BlockKind
from graph.errors import DocumentError
from graph.read.files import read_document
from graph.read.sheets.grid import MOST_ROWS
from graph.read.sheets.values import shown
from read.office import changed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from graph.blocks import Reading


def checked(reading: Reading) -> Reading:
    for block in reading.blocks:
        assert reading.text[block.start : block.end] == block.text
        assert all(reading.text[one.start : one.end] == one.text for one in block.cells)
    return reading


def rows(reading: Reading) -> list[list[str]]:
    return [[cell.text for cell in block.cells] for block in reading.blocks if block.kind is BlockKind.ROW]


def seen(block: Block) -> tuple[BlockKind, str]:
    return block.kind, block.text


class TestText:
    """CSV, TSV and the like."""

    @staticmethod
    def read(folder: Path, text: str | bytes, name: str = "tracker.csv") -> Reading:
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return checked(read_document(path))

    @pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
    def test_the_sign_between_cells_is_found(self, tmp_path: Path, sign: str) -> None:
        lines = [["Ref", "Action", "Lead"], ["1", "Open a hub, soon" if sign != "," else "Open a hub", "Estates"]]
        reading = self.read(tmp_path, "\n".join(map(sign.join, lines)))
        assert rows(reading) == lines
        assert {block.table for block in reading.blocks} == {1}

    def test_commas_within_text_do_not_hide_the_sign(self, tmp_path: Path) -> None:
        text = "Ref;Action\n1;Open, staff, and run a hub\n2;Train, and train again\n3;Mend\n"
        assert rows(self.read(tmp_path, text))[1] == ["1", "Open, staff, and run a hub"]

    def test_excel_may_say_which_sign_it_is(self, tmp_path: Path) -> None:
        assert rows(self.read(tmp_path, "sep=;\r\nRef;Action\r\n1;a,b\r\n")) == [["Ref", "Action"], ["1", "a,b"]]

    def test_quoted_cells_hold_signs_and_line_breaks(self, tmp_path: Path) -> None:
        text = 'Action,Status\r\n"Open a hub,\r\nthen ""more""",Done\r\n'
        assert rows(self.read(tmp_path, text))[1] == ['Open a hub,\nthen "more"', "Done"]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_every_encoding_is_read(self, tmp_path: Path, encoding: str) -> None:
        text = "Action,Lead\nOpen a café – soon,Estates\n"
        assert rows(self.read(tmp_path, text.encode(encoding)))[1] == ["Open a café – soon", "Estates"]

    def test_ragged_rows_are_filled_up(self, tmp_path: Path) -> None:
        assert rows(self.read(tmp_path, "a,b,c\nd\ne,f,g,h\n")) == [["a", "b", "c", ""], ["d", "", "", ""], [*"efgh"]]

    def test_empty_rows_and_columns_are_left_out(self, tmp_path: Path) -> None:
        assert rows(self.read(tmp_path, "a,,b,\n,,,\n , ,\nc,,d,\n")) == [["a", "b"], ["c", "d"]]

    def test_lines_above_the_table_are_paragraphs(self, tmp_path: Path) -> None:
        reading = self.read(
            tmp_path, "Harbour plan,,\nAs of May 2025,,\n,,\nAction,Lead,\nHomes,,\nOpen a hub,Estates,\n"
        )
        assert [seen(block) for block in reading.blocks[:2]] == [
            (BlockKind.PARAGRAPH, "Harbour plan"),
            (BlockKind.PARAGRAPH, "As of May 2025"),
        ]
        assert rows(reading) == [["Action", "Lead"], ["Homes", ""], ["Open a hub", "Estates"]]

    def test_a_single_column_is_a_table_all_the_same(self, tmp_path: Path) -> None:
        assert rows(self.read(tmp_path, "Action\nOpen a hub\n")) == [["Action"], ["Open a hub"]]

    def test_a_header_alone_is_read(self, tmp_path: Path) -> None:
        assert rows(self.read(tmp_path, "Action,Lead\n")) == [["Action", "Lead"]]

    @pytest.mark.parametrize("text", ["", "\r\n \n", "\ufeff"])
    def test_an_empty_file_is_refused(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(DocumentError, match=r"is empty|holds no text"):
            self.read(tmp_path, text)

    def test_signs_alone_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match="holds no text"):
            self.read(tmp_path, ",,\n,,\n")

    def test_a_nul_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match="is not a text file"):
            self.read(tmp_path, "Action,Lead\nOpen\0,Estates\n")

    def test_a_quotation_mark_left_open_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(
            DocumentError, match=r"cannot be divided into cells after line 1 .*; mend its quotation marks"
        ):
            self.read(tmp_path, 'Action,Lead\n"Open a hub,Estates\n' + "x,y\n" * 100_000)

    def test_too_many_rows_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match="has more than 100,000 rows in a sheet; keep those that hold pledges"):
            self.read(tmp_path, "a,b\n" * (MOST_ROWS + 1))

    def test_text_named_xls_is_read_as_the_text_it_is(self, tmp_path: Path) -> None:
        assert rows(self.read(tmp_path, "Action\tLead\nOpen\tEstates\n", "export.xls"))[1] == ["Open", "Estates"]


VALUES: dict[str, tuple[Any, str, str]] = {
    "text": ("Open a hub", "General", "Open a hub"),
    "a whole number": (12.0, "General", "12"),
    "a number": (12.5, "General", "12.5"),
    "a number with noise": (0.1 + 0.2, "General", "0.3"),
    "a large number": (1e15, "General", "1000000000000000"),
    "a negative number": (-3, "0", "-3"),
    "a percentage": (0.5, "0%", "50%"),
    "an exact percentage": (0.285, "0.0%", "28.5%"),
    "a percentage over 100": (1.1, "0%", "110%"),
    "a percentage sign that is only text": (0.5, '0.0"%"', "0.5"),
    "a reference": (1.1, "0.00", "1.10"),
    "an amount": (1250000, '"£"#,##0', "£1,250,000"),
    "an amount in another way": (-1250.5, "[$€-2] #,##0.00", "-€1,250.50"),
    "a number in the form of a country": (5, "[$-809]0", "5"),
    "dollars": (5, "$0", "$5"),
    "true": (True, "General", "TRUE"),
    "a date": (datetime.datetime(2025, 3, 1), "dd/mm/yyyy", "2025-03-01"),
    "a month": (datetime.datetime(2025, 3, 1), "mmm-yy", "2025-03"),
    "a year": (datetime.datetime(2025, 3, 1), "yyyy", "2025"),
    "a day in red": (datetime.datetime(2025, 3, 1), "[Red]d mmmm yyyy", "2025-03-01"),
    "a date and time": (datetime.datetime(2025, 3, 1, 14, 30), "dd/mm/yyyy hh:mm", "2025-03-01 14:30"),
    "midnight": (datetime.datetime(2025, 3, 1), "dd/mm/yyyy hh:mm", "2025-03-01"),
    "a time": (datetime.time(14, 30), "hh:mm", "14:30"),
    "nothing": (None, "General", ""),
}


@pytest.mark.parametrize(("value", "form", "text"), VALUES.values(), ids=VALUES)
def test_a_value_is_written_as_it_is_shown(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.xlsx"


def read(path: Path, fill: Callable[[Worksheet], None], name: str = "Actions") -> Reading:
    return checked(read_document(saved(path, fill, name)))


def saved(path: Path, fill: Callable[[Worksheet], None], name: str = "Actions") -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = name
    fill(sheet)
    workbook.save(path)
    return path


def table(*lines: list[Any]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for line in lines:
            sheet.append(line)

    return fill


def test_a_sheet_is_a_table_under_its_name(path: Path) -> None:
    reading = read(path, table(["Action", "Lead"], ["Open a hub", "Estates"]))
    assert [seen(block) for block in reading.blocks] == [
        (BlockKind.HEADING, "Actions"),
        (BlockKind.ROW, "Action | Lead"),
        (BlockKind.ROW, "Open a hub | Estates"),
    ]


def test_a_name_that_excel_gave_is_no_heading(path: Path) -> None:
    assert read(path, table(["Action", "Lead"]), "Sheet1").text == "Action | Lead\n"


def test_each_sheet_that_can_be_seen_is_a_table_of_its_own(path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Homes"
    workbook.active.append(["Open a hub", "Done"])
    for name, state in (("Lists", "hidden"), ("More lists", "veryHidden"), ("Roads", "visible"), ("Empty", "visible")):
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = state
        if name != "Empty":
            sheet.append([name, "Open"])
    workbook.create_chartsheet("Chart")
    workbook.save(path)
    reading = checked(read_document(path))
    assert reading.text == "Homes\n\nOpen a hub | Done\n\nRoads\n\nRoads | Open\n"
    assert [block.table for block in reading.blocks] == [0, 1, 0, 2]


def test_values_are_written_as_they_are_shown(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Open a hub", datetime.date(2025, 3, 1), 0.5, 7])
        sheet["C1"].number_format = "0%"

    assert rows(read(path, fill)) == [["Open a hub", "2025-03-01", "50%", "7"]]


def test_formulas_are_not_calculated_and_their_last_results_are_read(path: Path) -> None:
    fill = table(["Open a hub", "Done", "=1+1"], ["Train staff", "Open", '=WEBSERVICE("https://evil.example/")'])
    saved(path, fill)
    changed(path, {"xl/worksheets/sheet1.xml": ("<f>1+1</f>", "<f>1+1</f><v>41</v>")})
    assert rows(read_document(path)) == [["Open a hub", "Done", "41"], ["Train staff", "Open", ""]]


def test_an_error_is_nothing_that_anyone_said(path: Path) -> None:
    assert rows(read(path, table(["Open a hub", "#REF!", "Estates"]))) == [["Open a hub", "Estates"]]


def test_merged_cells_stand_in_each_row_and_column(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(
            ["What", None, "Status"],
            ["Action", "Lead", None],
            ["Open a hub", "Estates", "Done"],
            ["Train staff", None, "Open"],
        )(sheet)
        for area in ("A1:B1", "C1:C2", "B3:B4"):
            sheet.merge_cells(area)

    reading = read(path, fill)
    assert rows(reading) == [
        ["What", "What", "Status"],
        ["Action", "Lead", "Status"],
        ["Open a hub", "Estates", "Done"],
        ["Train staff", "Estates", "Open"],
    ]
    first, second = reading.blocks[3:]
    assert first.cells[1] == second.cells[1]


def test_an_empty_merged_area_says_nothing(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Action", "Lead"], ["Open a hub", None], ["Train staff", None])(sheet)
        sheet.merge_cells("B2:B3")

    assert rows(read(path, fill)) == [["Action", "Lead"], ["Open a hub", ""], ["Train staff", ""]]


def test_a_title_merged_over_the_table_is_a_paragraph(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Harbour plan"], [], ["Action", "Lead"], ["Open a hub", "Estates"])(sheet)
        sheet.merge_cells("A1:XFD1")

    reading = read(path, fill)
    assert seen(reading.blocks[1]) == (BlockKind.PARAGRAPH, "Harbour plan")
    assert rows(reading)[0] == ["Action", "Lead"]


def test_hidden_rows_and_columns_are_left_out(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Action", "Notes", "Lead"], ["Open a hub", "secret", "Estates"], ["Old", "x", "y"], ["New", "x", "z"])(
            sheet
        )
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    assert rows(read(path, fill)) == [["Action", "Lead"], ["Open a hub", "Estates"], ["New", "z"]]


def test_a_merged_cell_whose_first_row_is_hidden_is_said_in_the_next(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Lead", "Action"], ["Estates", "Old"], [None, "New"], [None, "Newer"])(sheet)
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[2].hidden = True

    assert rows(read(path, fill)) == [["Lead", "Action"], ["Estates", "New"], ["Estates", "Newer"]]


def filled(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def test_a_status_told_by_colour_alone_is_named(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Action", "Status"], ["a", None], ["b", None], ["c", None], ["d", "Done"])(sheet)
        for place, colour in zip(("B2", "B3", "B4", "B5"), ("FF0000", "FFC000", "00B050", "00B050"), strict=True):
            sheet[place].fill = filled(colour)

    assert [row[1] for row in rows(read(path, fill))] == ["Status", "[Red]", "[Amber]", "[Green]", "Done"]


def test_quarters_told_by_colour_are_named_each(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Action", "Q1", "Q2"], ["a", None, None])(sheet)
        for place in ("B2", "C2"):
            sheet[place].fill = filled("92D050")

    assert rows(read(path, fill))[1] == ["a", "[Green]", "[Green]"]


COLOURS_THAT_SAY_NOTHING = {
    "a coloured row": {"A2": "00B050", "B2": "00B050"},
    "one cell marked among many words": {"B5": "FFFF00"},
    "grey": {"B5": "D9D9D9"},
    "black": {"B5": "000000"},
}


@pytest.mark.parametrize("colours", COLOURS_THAT_SAY_NOTHING.values(), ids=COLOURS_THAT_SAY_NOTHING)
def test_other_colours_say_nothing(path: Path, colours: dict[str, str]) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Action", "Lead"], ["a", None], ["b", "Estates"], ["c", "Estates"], ["d", None])(sheet)
        for place, colour in colours.items():
            sheet[place].fill = filled(colour)

    assert "[" not in read(path, fill).text


def test_formatted_rows_without_end_say_no_more_than_those_with_words(path: Path) -> None:
    saved(path, table(["Action", "Lead"], ["Open a hub", "Estates"]))
    empty = "".join(f'<row r="{number}" s="1"><c r="A{number}" s="1"/></row>' for number in range(3, 200_000))
    changed(path, {"xl/worksheets/sheet1.xml": ("</sheetData>", empty + "</sheetData>")})
    assert rows(read_document(path)) == [["Action", "Lead"], ["Open a hub", "Estates"]]


def test_a_row_far_below_the_others_does_no_harm(path: Path) -> None:
    saved(path, table(["Action", "Lead"]))
    changed(path, {"xl/worksheets/sheet1.xml": ("</sheetData>", '<row r="2000000000"><c r="A9"/></row></sheetData>')})
    assert rows(read_document(path)) == [["Action", "Lead"]]


def test_what_openpyxl_cannot_read_beside_the_cells_does_no_harm(path: Path) -> None:
    broken = '</sheetData><autoFilter ref="A1:B9"><filterColumn colId="0"><customFilters><customFilter val="~"/>'
    saved(path, table(["Action", "Lead"]))
    closing = "</customFilters></filterColumn></autoFilter><dataValidations count='x'/>"
    changed(path, {"xl/worksheets/sheet1.xml": ("</sheetData>", broken + closing)})
    assert rows(read_document(path)) == [["Action", "Lead"]]


def test_properties_that_openpyxl_cannot_read_do_no_harm(path: Path) -> None:
    saved(path, table(["Action", "Lead"]))
    changed(
        path, {"docProps/core.xml": ("<dcterms:created", "<dcterms:modified>soon</dcterms:modified><dcterms:created")}
    )
    assert rows(read_document(path)) == [["Action", "Lead"]]


def test_a_filtered_sheet_is_read(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        table(["Action", "Lead"], ["Open a hub", "Estates"])(sheet)
        sheet.auto_filter = AutoFilter(ref="A1:B2")

    assert len(rows(read(path, fill))) == 2


@pytest.mark.parametrize("name", ["tracker.xlsm", "tracker.xls", "tracker.txt"])
def test_a_workbook_is_known_by_what_it_holds(tmp_path: Path, name: str) -> None:
    assert rows(read(tmp_path / name, table(["Action", "Lead"]))) == [["Action", "Lead"]]


def test_an_empty_workbook_is_refused(path: Path) -> None:
    with pytest.raises(DocumentError, match="holds no text"):
        read(path, table())


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_whose_xml_breaks_off_is_refused(path: Path, part: str) -> None:
    saved(path, table(["Action", "Lead"]))
    ends = {"xl/worksheets/sheet1.xml": "</row>", "xl/workbook.xml": "</sheets>", "xl/styles.xml": "</fonts>"}
    changed(path, {part: (ends[part], "")})
    with pytest.raises(DocumentError, match="is incomplete or damaged; get it again"):
        read_document(path)
