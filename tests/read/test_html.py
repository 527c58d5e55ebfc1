"""A web page becomes headings, bullets, paragraphs and rows, without what stands around its document."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.blocks import BlockKind
from graph.errors import DocumentError
from graph.read.files import read_document
from graph.read.html import read as parse
from graph.read.markup import masked

if TYPE_CHECKING:
    from graph.blocks import Block, Reading, Span

WE_WILL = "<p>We will open a hub.</p>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.html"


def read(path: Path, body: str, head: str = "") -> Reading:
    path.write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    reading = read_document(path)
    for block in reading.blocks:
        assert reading.text[block.start : block.end] == block.text
        assert all(reading.text[one.start : one.end] == one.text for one in block.cells)
    return reading


def seen(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in reading.blocks]


def cells(block: Block) -> list[str]:
    return [one.text for one in block.cells]


STRUCTURES = {
    "headings": ("<h1>Plan</h1><h2>Homes</h2>", [("heading", "Plan"), ("heading", "Homes")]),
    "paragraphs": ("<p>One<p>Two", [("paragraph", "One"), ("paragraph", "Two")]),
    "text in divisions": ("<div>One<div>Two</div>Three</div>", [("paragraph", x) for x in ("One", "Two", "Three")]),
    "a list": ("<ul><li>One<li>Two</ul>", [("bullet", "One"), ("bullet", "Two")]),
    "items of paragraphs": ("<ul><li><p>One</p><p>More</p></ul>", [("bullet", "One"), ("paragraph", "More")]),
    "an item with a heading": ("<ul><li><h3>One</h3>More</ul>", [("heading", "One"), ("bullet", "More")]),
    "a line break": ("<p>One<br>Two", [("paragraph", "One\nTwo")]),
    "two line breaks": ("<p>One<br> <br/>Two", [("paragraph", "One"), ("paragraph", "Two")]),
    "typed bullets": (
        "<p>We will:<br>• one<br>• two",
        [("paragraph", "We will:"), ("bullet", "one"), ("bullet", "two")],
    ),
    "inline elements": ("<p>O<b>n</b>e <a href=x>t<i>w</i>o</a>", [("paragraph", "One two")]),
    "white space": ("<p>\n  One\n\n two\t</p>", [("paragraph", "One two")]),
    "text as it was typed": (
        "<pre>One\n- two\n- three</pre>",
        [("paragraph", "One"), ("bullet", "two"), ("bullet", "three")],
    ),
    "entities": ("<p>A &amp; B&nbsp;&ndash; caf&eacute; &#x2713;", [("paragraph", "A & B – café ✓")]),
    "a term and its meaning": ("<dl><dt>Owner<dd>Estates</dl>", [("paragraph", "Owner"), ("paragraph", "Estates")]),
    "details": (
        f"<details><summary>Homes</summary>{WE_WILL}",
        [("heading", "Homes"), ("paragraph", "We will open a hub.")],
    ),
    "a heading that opens at a click": ("<h2><button>Homes</button></h2>", [("heading", "Homes")]),
    "a quotation": ("<blockquote><p>One</p></blockquote>", [("paragraph", "One")]),
    "a footnote's mark": ("<p>One<sup><a href=#n>1</a></sup> two", [("paragraph", "One two")]),
    "a superscript": ("<p>20 km<sup>2</sup>", [("paragraph", "20 km²")]),
    "text without elements": ("One", [("paragraph", "One")]),
    "text that was struck out": ("<p>One <del>two</del><s>three</s>", [("paragraph", "One")]),
    "boxes to tick": (
        "<ul><li><input type=checkbox checked> One<li><input type=checkbox> Two",
        [("bullet", "☑ One"), ("bullet", "☐ Two")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), STRUCTURES.values(), ids=STRUCTURES)
def test_a_page_is_divided_as_it_is_seen(path: Path, body: str, expected: list[tuple[str, str]]) -> None:
    assert seen(read(path, body)) == expected


UNSEEN = {
    "scripts": "<script>var x = '<p>no</p>'</script>",
    "styles": "<style>p { color: red }</style>",
    "what is for browsers without scripts": "<noscript>no</noscript>",
    "templates": "<template><p>no</p></template>",
    "navigation": "<nav><ul><li>no</li></ul></nav>",
    "the site's header": "<header><p>no</p></header>",
    "the site's footer": "<footer>no</footer>",
    "asides": "<aside>no</aside>",
    "forms": "<form><label>no</label><input></form>",
    "buttons": "<button>no</button>",
    "comments": "<!-- no -->",
    "frames": "<iframe src='https://evil.example/'>no</iframe>",
    "hidden elements": "<p hidden>no</p>",
    "elements hidden by style": "<p style='color: red; display:none'>no</p>",
    "elements hidden from readers": "<p aria-hidden=true>no</p>",
    "roles": "<div role=navigation>no</div>",
    "a cookie banner": "<div class='cookie-banner'><p>no</p></div>",
    "a cookie banner by its id": "<div id=cookies><p>no</p></div>",
    "breadcrumbs": "<ol class='govuk-breadcrumbs'><li>no</li></ol>",
    "skip links": "<a class='skip-link' href='#main'>no</a>",
    "links to share": "<div class='share-links'>no</div>",
    "a table of contents": "<ul><li><a href='#a'>no</a></li><li><a href='#b'>no</a></li></ul>",
    "a picture by itself": "<figure><img src='https://evil.example/x.png' alt='Children at play'></figure>",
}


@pytest.mark.parametrize("around", UNSEEN.values(), ids=UNSEEN)
def test_what_is_around_a_document_or_hidden_is_left_out(path: Path, around: str) -> None:
    assert read(path, around + WE_WILL + around).text == "We will open a hub.\n"


KEPT = {
    "a page in a form": f"<form><main>{WE_WILL}</main></form>",
    "a page with a banner's class": f"<body class='cookies-accepted'>{WE_WILL}",
    "main content with a banner's class": f"<div class='has-cookie-banner pagination'><main>{WE_WILL}</main></div>",
    "an article's header": f"<article><header>{WE_WILL}</header></article>",
    "social care": f"<div class='social-care'>{WE_WILL}</div>",
    "a menu of options": f"<div class='option-menus'>{WE_WILL}</div>",
    "a panel that waits for a click": f"<div role=tabpanel hidden>{WE_WILL}</div>",
    "a panel that the browser can find": f"<div hidden=until-found>{WE_WILL}</div>",
    "text for those who do not see": "<p>We will <span class='visually-hidden'>open a hub.</span></p>",
}


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_what_belongs_to_a_document_is_kept(path: Path, body: str) -> None:
    assert read(path, body).text == "We will open a hub.\n"


def test_a_list_of_links_to_other_pages_is_kept(path: Path) -> None:
    body = "<ul><li><a href='/a'>Open a hub</a></li><li><a href='/b'>Train staff</a></li></ul>"
    assert len(read(path, body).blocks) == 2


def test_lists_are_numbered_as_they_are_seen(path: Path) -> None:
    body = (
        "<ol><li>a<li value=4>b<li>c</ol><ol start=7><li>d</ol><ol type=a><li>e<li>f</ol><ol type=I><li>g</ol>"
        "<ul><li>h<ol><li>i</ol></ul><li>j"
    )
    blocks = read(path, body).blocks
    assert [block.marker for block in blocks] == ["1.", "4.", "5.", "7.", "a.", "b.", "I.", "-", "1.", "-"]
    assert [block.level for block in blocks] == [1, 1, 1, 1, 1, 1, 1, 1, 2, 1]


def test_headings_keep_their_level(path: Path) -> None:
    assert [block.level for block in read(path, "<h1>a</h1><h4>b</h4><details><summary>c</summary>").blocks] == [
        1,
        4,
        0,
    ]


STRENGTHS = {
    "all bold": ("<p><b>What we</b> <strong>said</strong></p>", True),
    "partly bold": ("<p><b>What</b> we said</p>", False),
    "bold by style": ("<p style='font-weight: 700'>What we said</p>", True),
    "a term": ("<dl><dt>What we said</dt></dl>", True),
    "not bold": ("<p>What we said</p>", False),
}


@pytest.mark.parametrize(("body", "strong"), STRENGTHS.values(), ids=STRENGTHS)
def test_a_block_is_strong_where_all_of_it_is_bold(path: Path, body: str, strong: bool) -> None:
    (block,) = read(path, body).blocks
    assert (block.text, block.strong) == ("What we said", strong)


CLASSES = {
    "its own": ("<p class='done big'>x</p>", ("done", "big")),
    "those of its item": ("<ul class=list><li class=done><p class=text>x</p></li></ul>", ("text", "done")),
    "those within": (
        "<p class=text><span class='tag green'></span>x<i class=icon></i></p>",
        ("text", "tag", "green", "icon"),
    ),
    "those of an empty division": ("<ul><li><div class=tick></div>x</li></ul>", ("tick",)),
    "no further than the nearest division": ("<div class=page><div class=card><p>x</p></div></div>", ("card",)),
    "not those of the page": ("<main class=page><p>x</p></main>", ()),
    "each once": ("<p class=done><b class=done>x</b></p>", ("done",)),
}


@pytest.mark.parametrize(("body", "classes"), CLASSES.values(), ids=CLASSES)
def test_a_block_has_the_classes_around_its_words(path: Path, body: str, classes: tuple[str, ...]) -> None:
    (block,) = read(path, body).blocks
    assert block.classes == classes


SIGNS = {
    "a picture": "<li><img alt='Complete'> Open a hub",
    "a drawing with a label": "<li><svg aria-label='Complete'></svg> Open a hub",
    "a drawing with a title": "<li><svg><title>Complete</title><path/></svg> Open a hub",
    "an empty element with a label": "<li><i class=icon aria-label='Complete'></i> Open a hub",
}


@pytest.mark.parametrize("body", SIGNS.values(), ids=SIGNS)
def test_what_a_sign_says_to_those_who_do_not_see_it_is_text(path: Path, body: str) -> None:
    (block,) = read(path, body).blocks
    assert block.text == "Complete Open a hub"


def test_a_sign_may_be_all_that_a_cell_says(path: Path) -> None:
    (row,) = read(path, "<table><tr><td>Open a hub<td><img alt='In progress'></table>").blocks
    assert cells(row) == ["Open a hub", "In progress"]


def test_a_tick_hidden_from_readers_is_still_seen(path: Path) -> None:
    assert read(path, "<p>Open a hub <span aria-hidden=true>✓</span>").text == "Open a hub ✓\n"


def test_the_description_of_a_picture_is_no_text(path: Path) -> None:
    picture = "<img alt='Children play in front of the new hub'>"
    assert read(path, f"<p>Open a hub {picture}</p>").text == "Open a hub\n"


def test_two_header_rows_with_spans_stay_two_rows(path: Path) -> None:
    body = (
        "<table><caption>Our actions</caption><thead><tr><th colspan=2>What<th rowspan=2>Status"
        "<tr><th>Action<th>Lead</thead><tbody><tr class=done><td>Open a hub<td>Estates<td class=green>Done</table>"
    )
    caption, first, second, third = read(path, body).blocks
    assert caption.text == "Our actions"
    assert (first.header, second.header, third.header) == (True, True, False)
    assert cells(first) == ["What", "What", "Status"]
    assert cells(second) == ["Action", "Lead", "Status"]
    assert second.cells[2] == first.cells[2]
    assert third.classes == ("done", "green")


def test_cells_span_rows_within_their_part_of_the_table(path: Path) -> None:
    body = (
        "<table><tbody><tr><td rowspan=0>Homes<td>a<tr><td>b</tbody><tbody><tr><td>Roads<td rowspan=2>c<tr><td>More"
        "</tbody></table>"
    )
    assert [cells(block) for block in read(path, body).blocks] == [
        ["Homes", "a"],
        ["Homes", "b"],
        ["Roads", "c"],
        ["More", "c"],
    ]


def test_a_header_cell_in_each_row_makes_no_header_row(path: Path) -> None:
    body = "<table><tr><th>Action<th>Status<tr><th scope=row>Open a hub<td>Done</table>"
    assert [block.header for block in read(path, body).blocks] == [True, False]


def test_a_cell_keeps_its_lines(path: Path) -> None:
    body = "<table><tr><td>One<br>two<td><ul><li>One<li>Two</ul><td><ul><li>One</ul><td><p>One<p>Two</table>"
    (row,) = read(path, body).blocks
    assert cells(row) == ["One\ntwo", "- One\n- Two", "One", "One\nTwo"]


def test_a_table_within_a_cell_is_part_of_it(path: Path) -> None:
    body = "<table><tr><th>Action<th>Dates<tr><td>Open a hub<td><table><tr><td>Start<td>May</table></table>"
    assert cells(read(path, body).blocks[1]) == ["Open a hub", "Start | May"]


LAYOUTS = {
    "by its role": f"<table role=presentation><tr><td>{WE_WILL}<td></table>",
    "of one column": f"<table><tr><td>{WE_WILL}</table>",
    "around other tables": f"<table><tr><td><table><tr><td>{WE_WILL}</table><td></table>",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_that_lays_out_a_page_is_none(path: Path, body: str) -> None:
    assert seen(read(path, body)) == [("paragraph", "We will open a hub.")]


def test_hidden_rows_and_cells_are_left_out(path: Path) -> None:
    body = "<table><tr><td>a<td hidden>b<td>c<tr hidden><td>d<td>e</table>"
    assert [cells(block) for block in read(path, body).blocks] == [["a", "c"]]


@pytest.mark.parametrize("span", ["99999999999", "-1", "x", "", "1e9", "²"])
def test_absurd_spans_do_no_harm(path: Path, span: str) -> None:
    body = f"<table><tr><td colspan='{span}' rowspan='{span}'>a<td>b<tr><td>c<td>d</table>"
    blocks = read(path, body).blocks
    assert blocks[0].cells[0].text == "a"
    assert len(blocks[0].cells) <= 101


def test_the_title_is_that_of_the_page(path: Path) -> None:
    assert read(path, WE_WILL, "<title>Harbour\n plan – Coast</title>").title == "Harbour plan – Coast"
    assert read(path, WE_WILL).title == ""


PAGE = "<html><head>{}</head><body><p>Café – “hub”</p>"
ENCODINGS = {
    "UTF-8 that nobody declared": (PAGE.format("").encode(), "Café – “hub”"),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + PAGE.format("").encode(), "Café – “hub”"),
    "UTF-16 with a mark": (codecs.BOM_UTF16_LE + PAGE.format("").encode("utf-16-le"), "Café – “hub”"),
    "UTF-16 without a mark": (PAGE.format("").encode("utf-16-be"), "Café – “hub”"),
    "Windows-1252 declared": (PAGE.format("<meta charset=windows-1252>").encode("cp1252"), "Café – “hub”"),
    "Windows-1252 declared as Latin-1": (PAGE.format("<meta charset='ISO-8859-1'>").encode("cp1252"), "Café – “hub”"),
    "Windows-1252 declared as UTF-8": (PAGE.format("<meta charset=utf-8>").encode("cp1252"), "Café – “hub”"),
    "Windows-1252 undeclared": (PAGE.format("").encode("cp1252"), "Café – “hub”"),
    "declared the older way": (
        PAGE.format("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>")
        .replace("Café – “hub”", "Дом")
        .encode("koi8-r"),
        "Дом",
    ),
    "declared as UTF-16 in UTF-8": (PAGE.format("<meta charset=utf-16>").encode(), "Café – “hub”"),
    "an encoding nobody knows": (PAGE.format("<meta charset=klingon>").encode(), "Café – “hub”"),
    "an encoding that is none of text": (PAGE.format("<meta charset=zip>").encode(), "Café – “hub”"),
    "one broken character": (PAGE.format("<meta charset=utf-8>").encode() + b"<p>\xff</p>", "Café – “hub”"),
}


@pytest.mark.parametrize(("data", "text"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_page_is_decoded_as_browsers_do(path: Path, data: bytes, text: str) -> None:
    path.write_bytes(data)
    assert read_document(path).blocks[0].text == text


FETCHING = (
    "<meta http-equiv=refresh content='0; url=https://evil.example/'><base href='https://evil.example/'>"
    "<link rel=stylesheet href='https://evil.example/x.css'>"
)


def test_nothing_is_fetched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    body = "<img src='https://evil.example/x.png'><iframe src='https://evil.example/'></iframe><script src=x></script>"
    assert read(path, body + WE_WILL, FETCHING).text == "We will open a hub.\n"


def test_a_page_that_says_nothing_is_refused(path: Path) -> None:
    with pytest.raises(DocumentError, match=r"holds no text; give a file that has text in it\.$"):
        read(path, "<nav>Home</nav><div></div>")


def test_a_page_nested_without_end_is_refused(path: Path) -> None:
    with pytest.raises(DocumentError, match=r"has elements nested too deep to be read; save it anew"):
        read(path, "<div>" * 200_000 + "x")


def test_a_page_of_countless_elements_is_refused(path: Path) -> None:
    with pytest.raises(DocumentError, match=r"has more than 300,000 elements; split it into its documents\.$"):
        read(path, "<p>x" * 300_001)


def test_a_page_may_be_nested_deep(path: Path) -> None:
    assert read(path, "<div>" * 900 + WE_WILL).text == "We will open a hub.\n"


@pytest.mark.parametrize("shape", ["<svg><path/></svg>", "<p>x", "<br>", "<script>'<div>'</script>"])
def test_what_is_not_nested_may_stand_side_by_side(path: Path, shape: str) -> None:
    assert read(path, shape * 3000 + WE_WILL).text.endswith("We will open a hub.\n")


def test_tables_nested_in_tables_are_read(path: Path) -> None:
    body = "<table><tr><th>a</th><td>" * 150 + "x" + "</td></tr></table>" * 150
    assert "x" in read(path, body).text
    with pytest.raises(DocumentError, match="nested"):
        read(path, "<table><tr><th>a</th><td>" * 990 + "x")


BROKEN = [
    "<p>We will <b>open <i>a</b> hub.</i>",
    "<table><p>We will open a hub.</table>",
    "<ul>We will open a hub.<li>",
]


@pytest.mark.parametrize("body", BROKEN)
def test_broken_markup_is_read_as_browsers_read_it(path: Path, body: str) -> None:
    assert read(path, body).text == "We will open a hub.\n"


def test_every_kind_of_block_is_given(path: Path) -> None:
    body = "<h1>a</h1><p>b<ul><li>c</ul><table><tr><td>d<td>e</table>"
    assert {block.kind for block in read(path, body).blocks} == set(BlockKind)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class=a>", "</div>", "<ul>", "<li>", "</li>", "</ul>", "<ol type=i>", "</ol>", "<br>"),
        *("<table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "<th>", "</td>", "</tr>", "</table>", "<thead>"),
        *(
            "<b>",
            "</b>",
            "<h2>",
            "</h2>",
            "<dl>",
            "<dt>",
            "<dd>",
            "<details>",
            "<summary>",
            "<form>",
            "<button>",
            "<pre>",
        ),
        *("<sup>", "2", "</sup>", "<svg>", "<template>", "<select>", "<img alt=Done>", "<input type=checkbox>", "hub "),
        *("&amp;", "• ", "**", "\n", "\x0b", "\ufeff", "é", "<!--", "-->", "</body>", "<frameset>", "<plaintext>"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_the_markup_a_block_is_the_text_at_its_offsets(body: str) -> None:
    reading = parse(Path("plan.html"), f"<html>{body}".encode())
    for block in reading.blocks:
        pieces: list[Block | Span] = [block, *block.cells]
        for piece in pieces:
            written = reading.text[piece.start : piece.end]
            assert masked(written) == piece.text or written == piece.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<li>Open a hub <span class=update>It opened.</span></li>", "Open a hub\nIt opened."),
        ("<li><span class='badge badge-done'>Done</span> Open a hub</li>", "Done\nOpen a hub"),
        ("<li>Open a hub <em>It opened last May.</em></li>", "Open a hub\nIt opened last May."),
        ("<li>Open <em>one</em> hub with the <i>Harbour Post</i></li>", "Open one hub with the Harbour Post"),
        ("<li>Open a <span class=place>hub</span> soon</li>", "Open a hub soon"),
        ("<p>Open a hub <span class=update>soon</span></p>", "Open a hub soon"),
    ],
)
def test_what_an_item_sets_apart_stands_on_a_line_of_its_own(path: Path, body: str, text: str) -> None:
    (block,) = read(path, f"<ul>{body}</ul>" if body.startswith("<li>") else body).blocks
    lines = [" ".join(line.split()) for line in block.text.splitlines()]
    assert "\n".join(line for line in lines if line) == text
