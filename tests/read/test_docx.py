"""A Word document becomes headings, bullets, paragraphs and rows, as its reader sees them on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from graph.blocks import Block, BlockKind
from graph.errors import DocumentError
from graph.read.files import read_document
from read.office import changed, word_parts, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from graph.blocks import Reading


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def style(name: str, properties: str = "", based_on: str = "") -> str:
    identifier = name.replace(" ", "")
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:styleId="{identifier}"><w:name w:val="{name}"/>{base}{properties}</w:style>'


def item(text: str, list_number: int, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_number}"/></w:numPr>')


def levels(*forms: tuple[str, str], number: int = 0, start: int = 1) -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{written}</w:abstractNum>'


def used(list_number: int, kind: int = 0, inside: str = "") -> str:
    return f'<w:num w:numId="{list_number}"><w:abstractNumId w:val="{kind}"/>{inside}</w:num>'


def cell(content: str, properties: str = "") -> str:
    content = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.docx"


def read(path: Path, body: str, styles: str = "", numbering: str = "") -> Reading:
    reading = read_document(zipped(path, word_parts(body, styles, numbering)))
    for block in reading.blocks:
        assert reading.text[block.start : block.end] == block.text
        assert all(reading.text[one.start : one.end] == one.text for one in block.cells)
    return reading


def seen(block: Block) -> tuple[BlockKind, str]:
    return block.kind, block.text


def cells(block: Block) -> list[str]:
    return [one.text for one in block.cells]


def test_a_document_as_word_saves_it(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Harbour plan", 0)
    document.add_heading("Homes", 1)
    document.add_paragraph("We will:")
    document.add_paragraph("open a hub", style="List Bullet")
    document.add_paragraph("in the north", style="List Bullet 2")
    document.add_paragraph("train staff", style="List Number")
    grid = document.add_table(rows=2, cols=2)
    for place, text in zip(grid._cells, ("Action", "Lead", "Mend roads", "Head of Roads"), strict=True):
        place.text = text
    document.add_paragraph("The end.")
    document.save(str(path))
    reading = read_document(path)
    assert reading.title == "Harbour plan"
    assert [(seen(block), block.level, block.marker) for block in reading.blocks] == [
        ((BlockKind.HEADING, "Harbour plan"), 1, ""),
        ((BlockKind.HEADING, "Homes"), 1, ""),
        ((BlockKind.PARAGRAPH, "We will:"), 0, ""),
        ((BlockKind.BULLET, "open a hub"), 1, "-"),
        ((BlockKind.BULLET, "in the north"), 2, "-"),
        ((BlockKind.BULLET, "train staff"), 1, "1."),
        ((BlockKind.ROW, "Action | Lead"), 0, ""),
        ((BlockKind.ROW, "Mend roads | Head of Roads"), 0, ""),
        ((BlockKind.PARAGRAPH, "The end."), 0, ""),
    ]


HEADINGS = {
    "Word's own style": ('<w:pStyle w:val="heading2"/>', 2),
    "a style based on it": ('<w:pStyle w:val="ourheading"/>', 2),
    "an outline level": ('<w:outlineLvl w:val="2"/>', 3),
    "a style with an outline level": ('<w:pStyle w:val="section"/>', 1),
    "body text in a heading's style": ('<w:pStyle w:val="heading2"/><w:outlineLvl w:val="9"/>', 0),
    "another style": ('<w:pStyle w:val="quote"/>', 0),
    "a style that is not there": ('<w:pStyle w:val="absent"/>', 0),
    "a style based on itself": ('<w:pStyle w:val="circle"/>', 0),
}
STYLES = (
    style("heading 2")
    + style("our heading", based_on="heading2")
    + style("section", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("quote")
    + style("circle", based_on="circle")
    + style("toc 1")
    + style("shout", "<w:rPr><w:b/></w:rPr>")
)


@pytest.mark.parametrize(("properties", "level"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_is_known_by_its_style_or_outline_level(path: Path, properties: str, level: int) -> None:
    (block,) = read(path, paragraph("Homes", properties), STYLES).blocks
    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


@pytest.mark.parametrize(
    "text",
    [
        "We will open a hub in every ward, train all of the staff who work in them, and report to the board once a year"
        " on what has come of it.",
        "Homes " * 60,
    ],
)
def test_a_paragraph_in_a_style_for_headings_is_none(path: Path, text: str) -> None:
    (block,) = read(path, paragraph(text, '<w:pStyle w:val="heading2"/>'), STYLES).blocks
    assert block.kind is BlockKind.PARAGRAPH


def test_a_table_of_contents_is_left_out(path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('Homes 3')}</w:sdtContent></w:sdt>"
        + paragraph("Roads 4", '<w:pStyle w:val="toc1"/>')
        + paragraph("We will open a hub.")
    )
    assert read(path, body, STYLES).text == "We will open a hub.\n"


FORMS = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3)"), ("decimal", "%1.%4"))


def test_items_have_the_numbers_that_word_gives_them(path: Path) -> None:
    body = "".join(item("x", 1, depth) for depth in (0, 1, 1, 2, 0, 1, 3))
    blocks = read(path, body, numbering=FORMS + used(1)).blocks
    assert [block.marker for block in blocks] == ["1.", "(a)", "(b)", "i)", "2.", "(a)", "2.1"]
    assert [block.level for block in blocks] == [1, 2, 2, 3, 1, 2, 4]


def test_a_list_goes_on_under_another_number_unless_it_starts_anew(path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("x", 1) + item("x", 2) + item("x", 3) + item("x", 3)
    blocks = read(path, body, numbering=FORMS + used(1) + used(2) + used(3, inside=anew)).blocks
    assert [block.marker for block in blocks] == ["1.", "2.", "1.", "2."]


def test_a_list_may_start_at_another_number(path: Path) -> None:
    (block,) = read(path, item("x", 1), numbering=levels(("decimal", "Action %1:"), start=7) + used(1)).blocks
    assert block.marker == "Action 7:"


def test_a_bullet_is_a_hyphen_whatever_font_draws_it(path: Path) -> None:
    (block,) = read(path, item("Open a hub", 1), numbering=levels(("bullet", "\uf0b7")) + used(1)).blocks
    assert (seen(block), block.marker) == ((BlockKind.BULLET, "Open a hub"), "-")


@pytest.mark.parametrize("list_number", [0, 9])
def test_no_list_is_no_item(path: Path, list_number: int) -> None:
    (block,) = read(path, item("Open a hub", list_number), numbering=FORMS + used(1)).blocks
    assert block.kind is BlockKind.PARAGRAPH


def test_a_style_may_put_its_paragraphs_into_a_list(path: Path) -> None:
    pledge = style("pledge", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    own = paragraph("Open a hub", '<w:pStyle w:val="pledge"/>')
    out = paragraph("Train staff", '<w:pStyle w:val="pledge"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    listed, plain = read(path, own + out, pledge, FORMS + used(1)).blocks
    assert (listed.kind, listed.marker, plain.kind) == (BlockKind.BULLET, "1.", BlockKind.PARAGRAPH)


def test_the_number_of_a_heading_is_part_of_it(path: Path) -> None:
    properties = '<w:pStyle w:val="heading2"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    (block,) = read(path, paragraph("Homes", properties), STYLES, FORMS + used(1)).blocks
    assert seen(block) == (BlockKind.HEADING, "1. Homes")


def test_a_list_may_take_its_levels_from_a_style(path: Path) -> None:
    kinds = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="Ours"/><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    )
    (block,) = read(path, item("Open a hub", 1), numbering=kinds + used(1, 5)).blocks
    assert block.marker == "I."


WORDS = {
    "runs": (run("Open ") + run("a hub"), "Open a hub"),
    "a tab": (run("Open") + "<w:r><w:tab/></w:r>" + run("a hub"), "Open a hub"),
    "a line break": (run("Open") + "<w:r><w:br/></w:r>" + run("a hub"), "Open\na hub"),
    "a page break": (run("Open") + '<w:r><w:br w:type="page"/></w:r>' + run("a hub"), "Open a hub"),
    "a link": (f"<w:hyperlink>{run('Open')}</w:hyperlink>" + run(" a hub"), "Open a hub"),
    "what was inserted": (run("Open") + f"<w:ins>{run(' a hub')}</w:ins>", "Open a hub"),
    "what was deleted": (run("Open a hub") + "<w:del><w:r><w:delText> soon</w:delText></w:r></w:del>", "Open a hub"),
    "what was moved away": (run("Open a hub") + f"<w:moveFrom>{run(' soon')}</w:moveFrom>", "Open a hub"),
    "what was moved here": (run("Open a") + f"<w:moveTo>{run(' hub')}</w:moveTo>", "Open a hub"),
    "hidden text": (run("Open a hub") + run(" soon", "<w:vanish/>"), "Open a hub"),
    "a note's mark": (run("Open a hub") + '<w:r><w:footnoteReference w:id="1"/></w:r>', "Open a hub"),
    "a field": (
        run("Open ") + "<w:r><w:instrText> REF x </w:instrText></w:r>" + f"<w:fldSimple>{run('a hub')}</w:fldSimple>",
        "Open a hub",
    ),
    "a hyphen that does not break": (run("Co") + "<w:r><w:noBreakHyphen/></w:r>" + run("op"), "Co-op"),
    "a control": (f"<w:sdt><w:sdtContent>{run('Open a hub')}</w:sdtContent></w:sdt>", "Open a hub"),
    "a control that still prompts": (
        run("Open a hub")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Choose')}</w:sdtContent></w:sdt>",
        "Open a hub",
    ),
    "a superscript": (run("20 km") + run("2", '<w:vertAlign w:val="superscript"/>'), "20 km²"),
    "an ordinal": (run("the 1") + run("st", '<w:vertAlign w:val="superscript"/>'), "the 1st"),
    "a tick": (run("Hub ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "Hub ✓"),
    "a cross typed in a font": (run("Hub ") + run("û", '<w:rFonts w:ascii="Wingdings"/>'), "Hub ✗"),
    "a symbol nobody knows": (run("Hub") + '<w:r><w:sym w:font="Wingdings" w:char="F02A"/></w:r>', "Hub"),
    "a symbol without a code": (run("Hub") + '<w:r><w:sym w:font="Wingdings" w:char="x"/></w:r>', "Hub"),
    "an emoji": (
        run("Hub ")
        + "<w:r><mc:AlternateContent><mc:Choice><x:symEx/></mc:Choice><mc:Fallback><w:t>🟢</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        "Hub 🟢",
    ),
}


@pytest.mark.parametrize(("content", "text"), WORDS.values(), ids=WORDS)
def test_a_paragraph_says_what_is_seen_of_it(path: Path, content: str, text: str) -> None:
    assert read(path, paragraph(content)).text == text + "\n"


STRENGTHS = {
    "all bold": (run("Open ", "<w:b/>") + run("a hub", "<w:b/>"), True),
    "bold but for the space": (run("Open", "<w:b/>") + run(" ") + run("hub", "<w:b/>"), True),
    "partly bold": (run("Open ", "<w:b/>") + run("a hub"), False),
    "bold taken back": (run("Open", '<w:b w:val="0"/>'), False),
    "bold by a style of characters": (run("Open", '<w:rStyle w:val="shout"/>'), True),
}


@pytest.mark.parametrize(("content", "strong"), STRENGTHS.values(), ids=STRENGTHS)
def test_a_paragraph_is_strong_where_all_of_it_is_bold(path: Path, content: str, strong: bool) -> None:
    (block,) = read(path, paragraph(content), STYLES).blocks
    assert block.strong is strong


def test_a_paragraph_is_strong_by_its_style(path: Path) -> None:
    properties = '<w:pStyle w:val="shout"/>'
    body = paragraph("Open", properties) + paragraph(run("not", '<w:b w:val="false"/>'), properties)
    assert [block.strong for block in read(path, body, STYLES).blocks] == [True, False]


def test_bullets_that_were_typed_are_bullets(path: Path) -> None:
    lines = run("We will:") + "<w:r><w:br/></w:r>" + run("• open a hub") + "<w:r><w:br/></w:r>" + run("• train staff")
    blocks = read(path, paragraph(lines) + paragraph("- mend roads")).blocks
    assert [(block.marker, block.text) for block in blocks] == [
        ("", "We will:"),
        ("•", "open a hub"),
        ("•", "train staff"),
        ("-", "mend roads"),
    ]


def test_content_controls_and_inserted_paragraphs_are_read(path: Path) -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('One')}{table(row(cell('a'), cell('b')))}</w:sdtContent></w:sdt>"
    body += f"<w:customXml>{paragraph('Two')}</w:customXml>"
    assert [block.text for block in read(path, body).blocks] == ["One", "a | b", "Two"]


@pytest.mark.parametrize(
    "box",
    [
        "<w:pict><x:shape><x:textbox><w:txbxContent>{}</w:txbxContent></x:textbox></x:shape></w:pict>",
        "<mc:AlternateContent><mc:Choice><w:drawing><x:txbx><w:txbxContent>{}</w:txbxContent></x:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>",
    ],
    ids=["older", "in two versions"],
)
def test_a_text_box_stands_once_after_its_paragraph(path: Path, box: str) -> None:
    inside = paragraph("We will open a hub.")
    body = paragraph(run("Homes") + "<w:r>" + box.format(inside, inside) + "</w:r>")
    assert [block.text for block in read(path, body).blocks] == ["Homes", "We will open a hub."]


def test_a_box_within_a_box_is_read_once(path: Path) -> None:
    inner = "<w:r><w:pict><w:txbxContent>" + paragraph("Inner") + "</w:txbxContent></w:pict></w:r>"
    outer = "<w:r><w:pict><w:txbxContent>" + paragraph(run("Outer") + inner) + "</w:txbxContent></w:pict></w:r>"
    assert [block.text for block in read(path, paragraph(run("Text") + outer)).blocks] == ["Text", "Outer", "Inner"]


def test_two_header_rows_stay_two_rows(path: Path) -> None:
    body = table(
        row(cell("What", '<w:gridSpan w:val="2"/>'), cell("Status"), properties="<w:tblHeader/>"),
        row(cell("Action"), cell("Lead"), cell("2024"), properties="<w:tblHeader/>"),
        row(cell("Open a hub"), cell("Head of Estates"), cell("Done")),
    )
    first, second, third = read(path, body).blocks
    assert (first.header, second.header, third.header) == (True, True, False)
    assert cells(first) == ["What", "What", "Status"]
    assert first.cells[0] == first.cells[1]
    assert cells(third) == ["Open a hub", "Head of Estates", "Done"]


def test_a_cell_merged_over_rows_stands_in_each(path: Path) -> None:
    body = table(
        row(cell("Homes", '<w:vMerge w:val="restart"/>'), cell("Open a hub")),
        row(cell("", "<w:vMerge/>"), cell("Train staff")),
        row(cell("Roads", '<w:vMerge w:val="restart"/>'), cell("Mend roads")),
    )
    first, second, third = read(path, body).blocks
    assert first.cells[0] == second.cells[0]
    assert cells(third) == ["Roads", "Mend roads"]


def test_a_row_may_start_after_the_first_column(path: Path) -> None:
    body = table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>'))
    assert [cells(block) for block in read(path, body).blocks] == [["a", "b"], ["", "c"]]


def test_a_row_that_was_deleted_is_left_out(path: Path) -> None:
    body = table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties="<w:del/>"))
    assert [block.text for block in read(path, body).blocks] == ["a | b"]


CELLS = {
    "paragraphs": (paragraph("One") + paragraph("Two"), "One\nTwo"),
    "bullets": (item("One", 1) + item("Two", 1), "- One\n- Two"),
    "one bullet": (item("One", 1), "One"),
    "numbers": (item("One", 2), "1. One"),
    "a number alone": (item("", 2), "1."),
    "a table": (table(row(cell("One"), cell("Two")), row(cell("Three"), cell(""))) + paragraph(""), "One | Two\nThree"),
}


@pytest.mark.parametrize(("content", "text"), CELLS.values(), ids=CELLS)
def test_a_cell_keeps_its_lines(path: Path, content: str, text: str) -> None:
    numbering = levels(("bullet", "•")) + levels(("decimal", "%1."), number=1) + used(1) + used(2, 1)
    (block,) = read(path, table(row(cell(content), cell("end"))), numbering=numbering).blocks
    assert cells(block) == [text, "end"]


def test_a_bold_row_is_strong(path: Path) -> None:
    bold = cell(paragraph(run("Action", "<w:b/>")))
    body = table(row(bold, bold, cell("")), row(bold, cell("Open a hub"), cell("")))
    assert [block.strong for block in read(path, body).blocks] == [True, False]


def test_a_table_of_one_column_is_only_a_frame(path: Path) -> None:
    body = table(row(cell(item("Open a hub", 1) + paragraph("Done."))))
    blocks = read(path, body, numbering=FORMS + used(1)).blocks
    assert [seen(block) for block in blocks] == [(BlockKind.BULLET, "Open a hub"), (BlockKind.PARAGRAPH, "Done.")]


@pytest.mark.parametrize(
    "title", ["Microsoft Word - plan v3 FINAL", "Word Document", "untitled"], ids=["printed", "template", "untitled"]
)
def test_a_title_that_a_program_gave_is_none(path: Path, title: str) -> None:
    document = docx.Document()
    document.core_properties.title = title
    document.add_paragraph("We will open a hub.")
    document.save(str(path))
    assert read_document(path).title == ""


def test_the_title_of_the_properties_is_the_title(path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Harbour plan"
    document.add_paragraph("We will open a hub.")
    document.save(str(path))
    assert read_document(path).title == "Harbour plan"


def test_headers_footers_and_pictures_are_left_out(path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Harbour Council"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("We will open a hub.")
    document.save(str(path))
    assert read_document(path).text == "We will open a hub.\n"


def saved(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("We will open a hub.")
    document.save(str(path))
    return path


def test_a_picture_that_is_missing_does_no_harm(path: Path) -> None:
    missing = '<Relationship Id="rId99" Type="http://x/image" Target="NULL"/></Relationships>'
    changed(saved(path), {"word/_rels/document.xml.rels": ("</Relationships>", missing)})
    assert read_document(path).text == "We will open a hub.\n"


OTHER_TYPES = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)


@pytest.mark.parametrize("other", OTHER_TYPES, ids=["macros", "template"])
def test_documents_with_macros_and_templates_are_documents(path: Path, other: str) -> None:
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    changed(saved(path), {"[Content_Types].xml": (plain, other)})
    assert read_document(path).text == "We will open a hub.\n"


def test_the_strict_form_of_office_is_read(path: Path) -> None:
    office, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    names = {
        "word/document.xml": (f"{office}wordprocessingml/2006/main", f"{strict}wordprocessingml/main"),
        "_rels/.rels": (f"{office}officeDocument/2006/relationships", f"{strict}officeDocument/relationships"),
    }
    changed(saved(path), names)
    assert read_document(path).text == "We will open a hub.\n"


def refusal(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    return str(caught.value).removeprefix(f"{path}: ")


DAMAGED = "is incomplete or damaged; get it again, or open it and save it anew."


@pytest.mark.parametrize("share", [0.3, 0.9, 0.99])
def test_a_document_that_breaks_off_is_refused(path: Path, share: float) -> None:
    data = saved(path).read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert refusal(path) == DAMAGED


def test_a_document_whose_xml_breaks_off_is_refused(path: Path) -> None:
    changed(saved(path), {"word/document.xml": ("</w:body>", "")})
    assert refusal(path) == DAMAGED


def test_a_document_with_a_wrong_checksum_is_refused(path: Path) -> None:
    data = bytearray(saved(path).read_bytes())
    place = data.index(b"word/document.xml") + 200
    data[place] ^= 0xFF
    path.write_bytes(data)
    assert refusal(path) == DAMAGED


def test_a_document_without_its_text_is_refused(path: Path) -> None:
    parts = word_parts("")
    del parts["word/document.xml"]
    assert refusal(zipped(path, parts)) == DAMAGED


def test_an_empty_document_is_refused(path: Path) -> None:
    docx.Document().save(str(path))
    assert refusal(path) == "holds no text; give a file that has text in it."


def test_a_document_nested_without_end_is_refused(path: Path) -> None:
    body = "<w:sdt><w:sdtContent>" * 5000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5000
    assert refusal(zipped(path, word_parts(body))) == DAMAGED


def test_the_names_of_the_format_are_those_of_python_docx() -> None:
    from graph.read.docx.names import w

    assert w("p") == qn("w:p")
